/** Which runs of bytes are the same? The tables that answer it give one key to equal runs, and different ones to all others. */
import fc from 'fast-check';
import { buildNotice } from '../../scripts/buildFile';
import { Barcodes } from '../../src/file/barcodes';
import { asciiBytes } from '../../src/file/bytes';
import { ByteTexts } from '../../src/file/byteTexts';
import { DigitRuns, MOST_DIGITS_OF_A_RUN, NEW_RUN, NOT_DIGITS } from '../../src/file/digitRuns';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { NO_TEXT } from '../../src/file/notices';
import { ShortTexts } from '../../src/file/shortTexts';
import { codec } from '../../src/charset';
import { confirmed } from '../reconcile/run';
import { changedWard, soundLayout } from './layouts';

const byte = fc.constantFrom(0x00, 0x20, 0x30, 0x31, 0x7f, 0x80, 0xff);
const runs = fc.array(fc.array(byte, { maxLength: 9 }), { maxLength: 200 });
const keyOf = (bytes: readonly number[]): string => bytes.join();

test('texts have one id each, in order of first sight, however many there are', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const texts = new ByteTexts();
      const seen: string[] = [];
      for (const bytes of all) {
        if (!seen.includes(keyOf(bytes))) seen.push(keyOf(bytes));
        expect(texts.idOf(Uint8Array.from([7, ...bytes, 7]), 1, bytes.length)).toBe(seen.indexOf(keyOf(bytes)));
      }
      expect(texts.count).toBe(seen.length);
      expect(seen.map((_, id) => keyOf([...texts.bytesOf(id)]))).toEqual(seen);
    }),
    { numRuns: 50 },
  );
});

test('thousands of texts keep their ids', () => {
  const texts = new ByteTexts();
  const all = Array.from({ length: 5000 }, (_, index) => asciiBytes(String(index * 7919)));
  for (const [id, bytes] of all.entries()) expect(texts.idOf(bytes, 0, bytes.length)).toBe(id);
  expect(all.every((bytes, id) => texts.idOf(bytes, 0, bytes.length) === id)).toBe(true);
});

test('short texts have the same key just when they are the same, whatever their length and bytes', () => {
  fc.assert(
    fc.property(runs, (all) => {
      const texts = new ShortTexts();
      const keys = all.map((bytes) => texts.keyOf(Uint8Array.from([7, ...bytes, 7]), 1, bytes.length));
      expect(new Set(keys).size).toBe(new Set(all.map(keyOf)).size);
      for (const [index, bytes] of all.entries()) expect(keys[index] === NO_TEXT).toBe(bytes.length === 0);
    }),
    { numRuns: 50 },
  );
});

test.each([['1207'], [''], ['0000'], ['0001234'], ['00012345'], [' 12 ']])('the short text %j is given back', (text) => {
  const texts = new ShortTexts();
  expect(texts.textOf(texts.keyOfText(text))).toBe(text);
});

test('a short text that is not printable is given back as hex', () => {
  const texts = new ShortTexts();
  expect([[0xb1, 0x30], [0x00], [0x31, 0x7f]].map((bytes) => texts.textOf(texts.keyOf(Uint8Array.from(bytes), 0, bytes.length)))).toEqual([
    '0xb130',
    '0x00',
    '0x317f',
  ]);
});

describe('runs of digits', () => {
  const digits = fc.array(fc.constantFrom('0', '0', '1', '9'), { minLength: MOST_DIGITS_OF_A_RUN, maxLength: MOST_DIGITS_OF_A_RUN }).map((all) => all.join(''));
  const places = fc.constantFrom(
    [0],
    [0, 1, 2],
    [...Array(9).keys()],
    [...Array(10).keys()],
    [...Array(19).keys()],
    [26, 0, 8, 9],
    [...Array(MOST_DIGITS_OF_A_RUN).keys()],
  );

  test('are found again just when the digits at these places are the same', () => {
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 300 }), places, (all, offsets) => {
        const known = new DigitRuns();
        const idOf = new Map<string, number>();
        for (const text of all) {
          const run = offsets.map((offset) => text[offset]).join('');
          const found = known.find(asciiBytes(`-${text}`), 1, Int32Array.from(offsets));
          expect(found).toBe(idOf.get(run) ?? NEW_RUN);
          if (found !== NEW_RUN) continue;
          idOf.set(run, idOf.size + 5);
          expect(known.add(idOf.size + 4)).toBe(idOf.size + 4);
        }
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['in their first part', (index: number) => String(index).padStart(9, '0') + '7'.repeat(18)],
    ['in their second part', (index: number) => '7'.repeat(9) + String(index).padStart(9, '0') + '7'.repeat(9)],
    ['in their third part', (index: number) => '7'.repeat(18) + String(index).padStart(9, '0')],
    ['in one digit', (index: number) => '1'.repeat(index % 27) + String((index % 8) + 2) + '1'.repeat(26 - (index % 27))],
  ])('are told apart when they differ %s, however many there are', (_, digitsOf) => {
    const known = new DigitRuns();
    const offsets = Int32Array.from(Array(MOST_DIGITS_OF_A_RUN).keys());
    const all = [...new Set(Array.from({ length: 1000 }, (_one, index) => digitsOf(index)))];
    for (const [id, text] of all.entries()) {
      expect(known.find(asciiBytes(text), 0, offsets)).toBe(NEW_RUN);
      known.add(id);
    }
    expect(all.map((text) => known.find(asciiBytes(text), 0, offsets))).toEqual([...all.keys()]);
  });

  test.each([0x2f, 0x3a, 0x20, 0xb1])('are none when one of the bytes is no digit (%p)', (wrong) => {
    for (let place = 0; place < MOST_DIGITS_OF_A_RUN; place++) {
      const bytes = asciiBytes('1'.repeat(MOST_DIGITS_OF_A_RUN));
      bytes[place] = wrong;
      expect(new DigitRuns().find(bytes, 0, Int32Array.from(bytes.keys()))).toBe(NOT_DIGITS);
    }
  });
});

describe('barcodes', () => {
  const record = buildNotice(confirmed({ reissueNumber: 2, amount: 270_531, paymentDueDate: '270430' }));
  /** The ward's layout with due date and amount in each other's places. */
  const swapped = soundLayout(
    changedWard((data) => {
      const [due, amount] = ['paymentDueDate', 'amount'].map((name) => data.barcode.findIndex((part) => part.name === name)) as [number, number];
      [data.barcode[due], data.barcode[amount]] = [data.barcode[amount]!, data.barcode[due]!];
    }),
  );

  test('say what their layout makes of them: the same digits are two things in two layouts', () => {
    const barcodes = new Barcodes();
    const [one, other, again] = [WARD_LAYOUT, swapped, WARD_LAYOUT].map((layout) => barcodes.readerOf(layout, codec)(record, 0)) as [number, number, number];
    expect(again).toBe(one);
    expect([barcodes.amount[one], barcodes.dueDate[one], barcodes.reissueNumber[one]]).toEqual([270_531, 20270430, 2]);
    expect([barcodes.amount[other], barcodes.dueDate[other], barcodes.reissueNumber[other]]).toEqual([270_430, 20270531, 2]);
  });

  test('with a byte that is no digit are known by their bytes', () => {
    const barcodes = new Barcodes();
    const read = barcodes.readerOf(WARD_LAYOUT, codec);
    const broken = buildNotice(confirmed({ also: { amount: '00300X' } }));
    expect([read(broken, 0), read(record, 0), read(broken, 0)]).toEqual([0, 1, 0]);
    expect(barcodes.amount).toEqual([-1, 270_531]);
  });
});
