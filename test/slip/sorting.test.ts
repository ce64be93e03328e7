/** Rows and numbers in order, exact to the last of many digits. */
import fc from 'fast-check';
import { asciiBytes } from '../../src/file/bytes';
import { Billers, NO_BILLER } from '../../src/slip/billers';
import { SlipNumbers } from '../../src/slip/slipNumbers';
import { gathered, stableSort } from '../../src/slip/stableSort';

describe('sorting rows by columns', () => {
  const value = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0, 1, 2, 2047, 2048, 2049, 2 ** 31, 999_999_999_999_999) },
    { weight: 1, arbitrary: fc.integer({ min: -(10 ** 15), max: 10 ** 15 }) },
  );

  test('puts them where a stable comparison would', () => {
    const table = fc.array(fc.tuple(value, value), { maxLength: 60 });
    fc.assert(
      fc.property(table, fc.nat(3), (pairs, skipped) => {
        const columns = [0, 1].map((column) => Float64Array.from(pairs, (pair) => pair[column]!));
        const rows = Int32Array.from(pairs.keys()).slice(skipped).reverse();
        const expected = [...rows].sort((a, b) => columns[0]![a]! - columns[0]![b]! || columns[1]![a]! - columns[1]![b]!);
        const sorted = stableSort(rows, columns);
        expect([...sorted.rows]).toEqual(expected);
        expect(sorted.columns.map((column) => [...column])).toEqual(columns.map((column) => expected.map((row) => column[row]!)));
      }),
    );
  });

  test('leaves the given rows as they are', () => {
    const rows = Int32Array.of(2, 1, 0);
    stableSort(rows, [Float64Array.of(1, 2, 3)]);
    expect([...rows]).toEqual([2, 1, 0]);
  });

  test('gathers a column in the order of the rows', () => {
    expect([...gathered(Float64Array.of(10, 20, 30), Int32Array.of(2, 0, 2), new Float64Array(3))]).toEqual([30, 10, 30]);
  });
});

describe('years and numbers', () => {
  const widths = fc.record({ year: fc.integer({ min: 1, max: 6 }), number: fc.integer({ min: 1, max: 40 }) });
  const digits = (most: number): fc.Arbitrary<string> =>
    fc.array(fc.constantFrom('0', '0', '1', '9'), { minLength: 1, maxLength: most }).map((all) => all.join(''));
  const cases = widths.chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(fc.record({ year: digits(width.year), number: digits(width.number) }), { minLength: 1, maxLength: 5 }),
    }),
  );
  interface Case {
    readonly width: { readonly year: number; readonly number: number };
    readonly rows: readonly { readonly year: string; readonly number: string }[];
  }
  function numbersOf({ width, rows }: Case): SlipNumbers {
    const numbers = new SlipNumbers(width, rows.length);
    for (const [row, { year, number }] of rows.entries()) numbers.set(row, asciiBytes(`--${year}`), 2, year.length, asciiBytes(`-${number}`), 1, number.length);
    return numbers;
  }

  test('of any width are shown padded to the widest, every digit kept', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const numbers = numbersOf(given);
        const shown = given.rows.map((_, row) => [numbers.yearOf(row), numbers.numberOf(row)]);
        expect(shown).toEqual(given.rows.map(({ year, number }) => [year.padStart(given.width.year, '0'), number.padStart(given.width.number, '0')]));
      }),
    );
  });

  test('are compared as whole numbers, without regard to leading zeros', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const numbers = numbersOf(given);
        const whole = ({ year, number }: Case['rows'][number]): bigint => BigInt(year) * 10n ** BigInt(given.width.number) + BigInt(number);
        for (const [a, one] of given.rows.entries()) {
          for (const [b, other] of given.rows.entries()) {
            const expected = whole(one) < whole(other) ? -1 : whole(one) > whole(other) ? 1 : 0;
            expect(Math.sign(numbers.compare(a, numbers, b))).toBe(expected);
          }
        }
      }),
    );
  });

  test('stay the same when copied and sorted', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const numbers = numbersOf(given);
        const { rows, numbers: sorted } = numbers.sorted(Int32Array.from(given.rows.keys()).reverse());
        const copy = new SlipNumbers(given.width, 1);
        for (const [place, row] of rows.entries()) {
          copy.copy(0, numbers, row);
          if (place > 0) expect(sorted.compare(place - 1, sorted, place)).toBeLessThanOrEqual(0);
          expect([sorted.numberOf(place), copy.numberOf(0), copy.yearOf(0)]).toEqual([numbers.numberOf(row), numbers.numberOf(row), numbers.yearOf(row)]);
        }
      }),
    );
  });

  test('of 17 digits that differ in the last one only are two', () => {
    const numbers = numbersOf({ width: { year: 4, number: 17 }, rows: ['90071992547409920', '90071992547409921'].map((number) => ({ year: '2027', number })) });
    expect(numbers.compare(0, numbers, 1)).toBeLessThan(0);
    expect(numbers.numberOf(1)).toBe('90071992547409921');
  });
});

describe('billers', () => {
  test('of digits are the same without leading zeros, and shown as first seen', () => {
    const billers = new Billers();
    expect([billers.idOf('00112'), billers.idOf('112'), billers.idOf('0112')]).toEqual([1, 1, 1]);
    expect(billers.codeOf(1)).toBe('00112');
    expect(billers.idOf('0')).toBe(billers.idOf('000'));
  });

  test('with letters are compared as they are', () => {
    const billers = new Billers();
    expect(billers.idOf('0A1')).not.toBe(billers.idOf('A1'));
  });

  test('may be none', () => {
    const billers = new Billers();
    expect([billers.idOf(null), billers.idOf('')]).toEqual([NO_BILLER, NO_BILLER]);
    expect(billers.codeOf(NO_BILLER)).toBeNull();
  });

  test('have an only one as long as there is exactly one', () => {
    const billers = new Billers();
    expect(billers.only()).toBe(NO_BILLER);
    const first = billers.idOf('13104');
    billers.idOf(null);
    billers.idOf('013104');
    expect(billers.only()).toBe(first);
    billers.idOf('13112');
    expect(billers.only()).toBe(NO_BILLER);
  });

  test('are ranked by code, none last or first', () => {
    const billers = new Billers();
    const [b, a] = [billers.idOf('13112'), billers.idOf('13104')];
    const inOrder = (nullLast: boolean): number[] => [NO_BILLER, b, a].sort((x, y) => billers.ranks(nullLast)[x]! - billers.ranks(nullLast)[y]!);
    expect(inOrder(true)).toEqual([a, b, NO_BILLER]);
    expect(inOrder(false)).toEqual([NO_BILLER, a, b]);
  });
});
