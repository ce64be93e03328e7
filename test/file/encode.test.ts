/** Writing a record: nothing is cut, padded or replaced; contents that do not fit are an error that names the field. */
import { codec } from '../../src/charset';
import { decodeRecord, EncodeError, encodeRecord, leafFields } from '../../src/file/encode';
import { BUILT_IN_LAYOUTS, WARD_LAYOUT } from '../../src/file/layouts';
import { buildRecord } from '../../scripts/buildFile';

const [, , muf] = BUILT_IN_LAYOUTS;

test.each<[string, string, string]>([
  ['too short', '2027040', 'header.createdDate: 7 bytes do not fill 8'],
  ['too long', '202704061', 'header.createdDate: 9 bytes do not fill 8'],
  ['as long in characters but not in bytes', '区区区区区区区区', 'header.createdDate: 16 bytes do not fill 8'],
  ['outside the charset', '2027040é', 'header.createdDate: a character is not in the charset'],
])('a value that is %s is an error', (_, createdDate, message) => {
  expect(() => buildRecord(WARD_LAYOUT, 'header', { createdDate })).toThrow(EncodeError);
  expect(() => buildRecord(WARD_LAYOUT, 'header', { createdDate })).toThrow(message);
});

test('a record with a value too few or too many is an error', () => {
  const values = leafFields(WARD_LAYOUT, 'end').map(({ length }) => ' '.repeat(length));
  expect(() => encodeRecord(WARD_LAYOUT, { record: 'end', values: values.slice(1) }, codec)).toThrow('end: 2 bytes do not fill 3');
  expect(() => encodeRecord(WARD_LAYOUT, { record: 'end', values: [...values, ''] }, codec)).toThrow(EncodeError);
});

test('a text is as long as its bytes', () => {
  const record = buildRecord(muf!, 'header', { createdDate: '20270406', billerName: `ｶ)区役所${' '.repeat(32)}` });
  expect(record).toHaveLength(120);
});

describe('a record that was read', () => {
  test('stands as it is when it is no record of the layout', () => {
    const bytes = Uint8Array.of(0x35, 0x31);
    expect(decodeRecord(WARD_LAYOUT, bytes, null, codec)).toEqual({ raw: bytes });
    expect(decodeRecord(WARD_LAYOUT, bytes, 'header', codec)).toEqual({ raw: bytes });
  });

  test('holds the bytes of a field whose characters would not be written the same way again', () => {
    const record = buildRecord(WARD_LAYOUT, 'header', {});
    // NEC's and IBM's code of one character: both are read, only one of them is written.
    record.set([0xed, 0x40, 0xfa, 0x5c], 21);
    const content = decodeRecord(WARD_LAYOUT, record, 'header', codec);
    if ('raw' in content) throw new Error('a header was not read');
    expect(content.values.at(-1)).toEqual(record.subarray(21));
    expect(encodeRecord(WARD_LAYOUT, content, codec)).toEqual(record);
  });
});
