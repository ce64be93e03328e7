/** In which order do rows stand when sorted by columns of integers? A radix sort: a million rows in the time of a few passes. */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;

/** Sorts rows by the columns, the first column deciding first; rows that are equal keep their order. */
export function stableSort(rows: Int32Array, columns: readonly (Float64Array | Int32Array)[]): Int32Array {
  let sorted = rows;
  for (let column = columns.length - 1; column >= 0; column--) sorted = sortByColumn(sorted, columns[column]!);
  return sorted;
}

function sortByColumn(rows: Int32Array, column: Float64Array | Int32Array): Int32Array {
  const values = new Float64Array(rows.length);
  let least = Infinity;
  let greatest = -Infinity;
  let isSorted = true;
  for (let place = 0; place < rows.length; place++) {
    const value = column[rows[place]!]!;
    values[place] = value;
    if (value < least) least = value;
    if (value < greatest) isSorted = false;
    else greatest = value;
  }
  return isSorted ? rows : sortByDigits({ rows, values }, least, greatest);
}

/** Rows with their values. */
interface Pairs {
  readonly rows: Int32Array;
  readonly values: Float64Array;
}

/** One pass for each digit of the values less `least`, the last digit first. */
function sortByDigits(pairs: Pairs, least: number, greatest: number): Int32Array {
  const count = pairs.rows.length;
  let from: Pairs = { rows: pairs.rows.slice(), values: pairs.values };
  let into: Pairs = { rows: new Int32Array(count), values: new Float64Array(count) };
  const digits = new Uint16Array(count);
  for (let unit = 1; unit <= greatest - least; unit *= DIGITS) {
    const starts = new Int32Array(DIGITS + 1);
    for (let place = 0; place < count; place++) {
      const shifted = Math.floor((from.values[place]! - least) / unit);
      const digit = shifted - Math.floor(shifted / DIGITS) * DIGITS;
      digits[place] = digit;
      starts[digit + 1]!++;
    }
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    for (let place = 0; place < count; place++) {
      const target = starts[digits[place]!]!++;
      into.rows[target] = from.rows[place]!;
      into.values[target] = from.values[place]!;
    }
    [from, into] = [into, from];
  }
  return from.rows;
}

/** A column's values in the order of these rows. One pass of independent reads: what follows can read in sequence. */
export function gathered<T extends Float64Array | Int32Array | Uint8Array>(column: T, rows: Int32Array, into: T): T {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place]!]!;
  return into;
}
