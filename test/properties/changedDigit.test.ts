/** A digit that has changed on its way does not pass in silence. */
import fc from 'fast-check';
import { buildFile, type FileInput } from '../../scripts/buildFile';
import { cut } from '../../src/file/cut';
import { fieldNamed, RECORD_TYPE, TRAILER_ITEMS, type Layout, type RecordName } from '../../src/file/layout';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { answered } from '../reconcile/run';
import { fileIn, layout, sound } from './arbitrary';

interface Span {
  readonly offset: number;
  readonly length: number;
}

/** Offsets of these fields in all records of that name. */
function placesOf(bytes: Uint8Array, of: Layout, name: RecordName, spans: readonly Span[]): number[] {
  const { starts } = cut(bytes, of.recordLength);
  const records = [...starts].filter((start) => bytes[start] === RECORD_TYPE[name].charCodeAt(0));
  return records.flatMap((start) => spans.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => start + offset + i)));
}

/** The file with one of these digits raised by 1 to 9. */
const changed = (bytes: Uint8Array, places: readonly number[], place: number, by: number): Uint8Array => {
  const copy = bytes.slice();
  const at = places[place % places.length]!;
  expect(String.fromCharCode(copy[at]!)).toMatch(/[0-9]/);
  copy[at] = 0x30 + ((copy[at]! - 0x30 + by) % 10);
  return copy;
};

/** Errors that a file shows which has been changed; sound files show none of them. */
const NOTICED = ['barcodeCheckDigit', 'barcodeIdentifier', 'fieldValue', 'totalMismatch', 'recordCountMismatch'];
const errorsIn = (bytes: Uint8Array, of: Layout): string[] =>
  answered({ files: [bytes], layouts: [of] })
    .findings.filter(({ code }) => NOTICED.includes(code))
    .map(({ code }) => code);

const fileWithNotices = (of: Layout): fc.Arbitrary<FileInput> => fileIn(of, sound).filter(({ groups }) => groups.some(({ notices }) => notices.length > 0));

test('one changed digit of any amount or count is noticed', () => {
  const trailerItems = TRAILER_ITEMS.map(({ name }) => fieldNamed(WARD_LAYOUT, 'trailer', name)!);
  fc.assert(
    fc.property(fileWithNotices(WARD_LAYOUT), fc.nat(), fc.integer({ min: 1, max: 9 }), (input, place, by) => {
      const bytes = buildFile(input);
      const places = [
        ...placesOf(bytes, WARD_LAYOUT, 'data', [WARD_LAYOUT.amount]),
        ...placesOf(bytes, WARD_LAYOUT, 'trailer', trailerItems),
        ...placesOf(bytes, WARD_LAYOUT, 'end', [fieldNamed(WARD_LAYOUT, 'end', 'recordCount')!]),
      ];
      expect(errorsIn(bytes, WARD_LAYOUT)).toEqual([]);
      expect(errorsIn(changed(bytes, places, place, by), WARD_LAYOUT)).not.toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('one changed digit of a barcode is noticed in every layout, and holds the notice back', () => {
  const cases = layout.chain((of) => fc.record({ of: fc.constant(of), input: fileWithNotices(of), place: fc.nat(), by: fc.integer({ min: 1, max: 9 }) }));
  fc.assert(
    fc.property(cases, ({ of, input, place, by }) => {
      const bytes = buildFile(input);
      const places = placesOf(bytes, of, 'data', [of.barcodeField]);
      const after = changed(bytes, places, place, by);
      expect(errorsIn(bytes, of)).toEqual([]);
      expect(errorsIn(after, of).some((code) => code.startsWith('barcode'))).toBe(true);
      expect(answered({ files: [after], layouts: [of] }).slips.some(({ flags }) => flags.includes('noticeHeld'))).toBe(true);
    }),
    { numRuns: 150 },
  );
});
