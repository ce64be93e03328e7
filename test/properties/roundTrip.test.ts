/** Reading and writing are each other's inverse, in every layout. */
import fc from 'fast-check';
import { codec } from '../../src/charset';
import { decodeFile, encodeFile, leafFields } from '../../src/file/encode';
import { RECORD_NAMES, type PlacedField } from '../../src/file/layout';
import { cutFile } from '../../src/file/settlementFile';
import { settle } from '../../src/settle';
import { sourceOf } from '../reconcile/run';
import { encoded, LAYOUTS, soundContents } from './arbitrary';

const layouts = LAYOUTS.map((layout) => [layout.id, layout] as const);
const lineEnd = fc.constantFrom('\r\n', '\n', '\r', '');

/** Findings that bytes do not fit the layout. */
const MISFITS = ['recordLength', 'recordType', 'recordOrder', 'fieldValue', 'noticeKind', 'barcodeIdentifier', 'barcodeCheckDigit'];

describe.each(layouts)('the layout %s', (_, layout) => {
  test('gives back the contents that were written', () => {
    fc.assert(
      fc.property(soundContents(layout), lineEnd, (contents, end) => {
        const { records } = decodeFile(cutFile(sourceOf('a.dat', encoded(layout, contents, end)), layout), codec);
        expect(records.map(({ ending: _ending, ...content }) => content)).toEqual(contents);
      }),
      { numRuns: 30 },
    );
  });

  test('writes the bytes that were read', () => {
    fc.assert(
      fc.property(soundContents(layout), lineEnd, (contents, end) => {
        const bytes = encoded(layout, contents, end);
        expect(Buffer.from(encodeFile(layout, decodeFile(cutFile(sourceOf('a.dat', bytes), layout), codec), codec)).equals(Buffer.from(bytes))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test('finds nothing wrong with contents that its kinds allow', () => {
    fc.assert(
      fc.property(soundContents(layout), lineEnd, (contents, end) => {
        const settlement = settle({ files: [sourceOf('a.dat', encoded(layout, contents, end))], ledger: null, layouts: [layout], asOf: 20270510, codec });
        if ('refusal' in settlement) throw new Error('no ledger was given');
        expect(settlement.findings.filter(({ code }) => MISFITS.includes(code))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test.each(RECORD_NAMES)('has a place for every byte of its %s record', (record) => {
    expect(spansOf(layout.placed[record])).toBe(layout.recordLength);
    expect(spansOf(leafFields(layout, record))).toBe(layout.recordLength);
  });
});

/** Where fields end that follow one another without gap or overlap, the first beginning at 0. */
function spansOf(fields: readonly PlacedField[]): number {
  return fields.reduce((at, { name, offset, length }) => {
    expect([name, offset]).toEqual([name, at]);
    return offset + length;
  }, 0);
}
