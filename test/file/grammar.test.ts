/** docs/format.md, "Order of records": File = (Header Data* Trailer)+ End, and how a file that breaks it is read. */
import { buildRecord, buildRecords } from '../../scripts/buildFile';
import { concatenated } from '../../src/file/encode';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { asciiBytes } from '../../src/file/bytes';
import { answered, confirmed, day, placed, type Answer } from '../reconcile/run';

const [header, data, trailer, end] = buildRecords(day('20270406', confirmed()));
const RECORDS: Readonly<Record<string, Uint8Array>> = {
  H: header!,
  D: data!,
  T: trailer!,
  E: end!,
  X: buildRecord(WARD_LAYOUT, 'header', { recordType: '5' }),
};

/** A file of these records; a small letter is one that has lost its last byte. The end's count is put right. */
function read(letters: string): Answer {
  const count = String(letters.length).padStart(8, '0');
  const records = [...letters].map((letter) => {
    const whole = letter.toUpperCase() === 'E' ? buildRecord(WARD_LAYOUT, 'end', { recordCount: count }) : RECORDS[letter.toUpperCase()]!;
    return letter === letter.toUpperCase() ? whole : whole.subarray(0, -1);
  });
  return answered({ files: [concatenated(records.flatMap((record) => [record, asciiBytes('\r\n')]))], layouts: [WARD_LAYOUT] });
}

/** The findings about form and order, with their record. */
const complaints = (answer: Answer): string[] =>
  answer.findings.filter(({ code }) => code.startsWith('record')).map((finding) => placed(finding).replace(' 1.dat', ''));
/** The groups: how many confirmed notices each has; `?` where its header is not known. */
const groupsOf = ({ files }: Answer): string =>
  files[0]!.groups.map(({ createdDate, totals }) => (createdDate === null ? '?' : '') + String(totals.confirmed.count.counted)).join(' ');

test.each<[string, string[], string]>([
  ['HDTE', [], '1'],
  ['HDDTHDTE', [], '2 1'],
  ['HTE', [], '0'],
])('%s is in order', (letters, expected, groups) => {
  const answer = read(letters);
  expect(complaints(answer)).toEqual(expected);
  expect(groupsOf(answer)).toBe(groups);
});

test.each<[string, string, string[], string]>([
  ['DTE', 'data without a header opens a group of null values', ['recordOrder 1'], '?1'],
  ['DDTE', 'its other data follow it', ['recordOrder 1'], '?2'],
  ['HDTDTE', 'so does data after a trailer', ['recordOrder 4'], '1 ?1'],
  ['TE', 'a trailer without a header opens no group', ['recordOrder 1'], ''],
  ['HDTTE', 'nor does a second trailer', ['recordOrder 4'], '1'],
  ['HDHDTE', 'a header before the trailer opens the next group', ['recordOrder 3'], '1 1'],
  ['HDE', 'the end before the trailer ends the file', ['recordOrder 3'], '1'],
  ['HE', 'also where there is no data', ['recordOrder 2'], '0'],
  ['E', 'an end alone should not come first', ['recordOrder 1'], ''],
  ['HDT', 'a missing end has no record', ['recordOrder'], '1'],
  ['HD', 'one finding for the missing end, none for the missing trailer', ['recordOrder'], '1'],
])('%s: %s', (letters, _, expected, groups) => {
  const answer = read(letters);
  expect(complaints(answer)).toEqual(expected);
  expect(groupsOf(answer)).toBe(groups);
  expect(answer.complete).toBe(false);
});

describe('a skipped record', () => {
  test.each<[string, string, string[], string]>([
    ['hDTE', 'header opens a group of null values', ['recordLength 1'], '?1'],
    ['HdTE', 'data record is in no total', ['recordLength 2'], '0'],
    ['HDtE', 'trailer closes its group', ['recordLength 3'], '1'],
    ['HDtHDTE', 'trailer closes its group before the next', ['recordLength 3'], '1 1'],
    ['HDTe', 'end record ends the file', ['recordLength 4'], '1'],
    ['HDTeD', 'end record is followed by nothing', ['recordLength 4', 'recordOrder 5'], '1'],
    ['HXDTE', 'record of unknown type fills no place', ['recordType 2'], '1'],
    ['xHDTE', 'record of unknown type and a wrong length is one of a wrong length', ['recordLength 1'], '1'],
    ['dTE', 'data record without a header should not come there', ['recordLength 1', 'recordOrder 1'], '?0'],
  ])('%s: a skipped %s', (letters, _, expected, groups) => {
    const answer = read(letters);
    expect(complaints(answer)).toEqual(expected);
    expect(groupsOf(answer)).toBe(groups);
    expect(answer.complete).toBe(false);
  });

  test('counts as a record', () => {
    expect(read('HdXTE').files[0]!.recordCount).toEqual({ counted: 5, declared: 5 });
  });

  test('clears nothing', () => {
    expect(read('HdTE').slips).toEqual([]);
  });

  test('of a trailer leaves the group uncompared', () => {
    expect(read('HDtE').files[0]!.unchecked).toContainEqual({ item: 'confirmedAmount', reason: 'trailerMissing' });
  });

  test('of an end leaves the record count uncompared', () => {
    expect(read('HDTe').files[0]!.unchecked).toEqual([{ item: 'recordCount', reason: 'trailerMissing' }]);
  });
});

describe('after the end record', () => {
  test.each(['HDTEHDTE', 'HDTEhXdE'])('every record of %s is out of order, and nothing else is said of it', (letters) => {
    const { findings } = read(letters);
    expect(findings.filter(({ record }) => record !== null && record > 4).map(placed)).toEqual([
      'recordOrder 1.dat 5',
      'recordOrder 1.dat 6',
      'recordOrder 1.dat 7',
      'recordOrder 1.dat 8',
    ]);
  });

  test('nothing is read, summed or cleared', () => {
    const { files, slips } = read('HTEHDTE');
    expect(files[0]!.groups).toHaveLength(1);
    expect(slips).toEqual([]);
  });

  test('everything still counts as a record', () => {
    const { files } = read('HDTED');
    expect(files[0]!.recordCount.counted).toBe(5);
  });

  test('the first end record declares the count', () => {
    const { files } = read('HDTEE');
    expect(files[0]!.recordCount.declared).toBe(5);
  });
});

test('a file without a record is empty and nothing else', () => {
  const answer = answered({ files: [asciiBytes('\r\n\x1a')] });
  expect(answer.findings.map(placed)).toEqual(['emptyFile 1.dat']);
  expect(answer.files[0]).toMatchObject({ layout: 'ward', lineEnding: 'none', recordCount: { counted: 0, declared: null }, groups: [], unchecked: [] });
  expect(answer.complete).toBe(false);
});
