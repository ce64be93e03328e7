/** In which order do rows stand when sorted by columns of integers? A radix sort: a million rows in the time of a few passes. */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Keys are sorted as words: integer arithmetic is several times faster than that of doubles. */
const WORD_BITS = 32;
const WORD = 2 ** WORD_BITS;

/** Sorts rows by the columns, the first column deciding first; rows that are equal keep their order. */
export function stableSort(rows: Int32Array, columns: readonly (Float64Array | Int32Array)[]): Int32Array {
  let sorted = rows;
  for (let column = columns.length - 1; column >= 0; column--) sorted = sortByColumn(sorted, columns[column]!);
  return sorted;
}

function sortByColumn(rows: Int32Array, column: Float64Array | Int32Array): Int32Array {
  const values = gathered(column, rows, new Float64Array(rows.length));
  let least = Infinity;
  let greatest = -Infinity;
  let isSorted = true;
  for (const value of values) {
    if (value < least) least = value;
    if (value < greatest) isSorted = false;
    else greatest = value;
  }
  if (isSorted) return rows;
  const bits = Math.ceil(Math.log2(greatest - least + 1));
  const keys = new Uint32Array(rows.length);
  for (let place = 0; place < keys.length; place++) keys[place] = (values[place]! - least) % WORD;
  const byLowWord = sortByKeys(rows, keys, Math.min(bits, WORD_BITS));
  if (bits <= WORD_BITS) return byLowWord;
  for (let place = 0; place < keys.length; place++) keys[place] = Math.floor((column[byLowWord[place]!]! - least) / WORD);
  return sortByKeys(byLowWord, keys, bits - WORD_BITS);
}

/** Rows with their keys. */
interface Pairs {
  readonly rows: Int32Array;
  readonly keys: Uint32Array;
}

/** Sorts rows by their keys of so many bits: one pass for each 11 bits, the lowest first. */
function sortByKeys(rows: Int32Array, keys: Uint32Array, bits: number): Int32Array {
  const count = rows.length;
  let from: Pairs = { rows: rows.slice(), keys };
  let into: Pairs = { rows: new Int32Array(count), keys: new Uint32Array(count) };
  for (let shift = 0; shift < bits; shift += DIGIT_BITS) {
    const starts = new Int32Array(DIGITS + 1);
    for (let place = 0; place < count; place++) starts[((from.keys[place]! >>> shift) & (DIGITS - 1)) + 1]!++;
    for (let digit = 0; digit < DIGITS; digit++) starts[digit + 1]! += starts[digit]!;
    for (let place = 0; place < count; place++) {
      const key = from.keys[place]!;
      const target = starts[(key >>> shift) & (DIGITS - 1)]!++;
      into.rows[target] = from.rows[place]!;
      into.keys[target] = key;
    }
    [from, into] = [into, from];
  }
  return from.rows;
}

/** A column's values in the order of these rows. One pass of independent reads: what follows can read in sequence. */
export function gathered<T extends Float64Array | Int32Array | Uint8Array>(column: Float64Array | Int32Array | Uint8Array, rows: Int32Array, into: T): T {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place]!]!;
  return into;
}
