/** In which order do rows stand when sorted by columns of integers? A radix sort: a million rows in the time of a few passes. */

const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Keys are sorted as words: integer arithmetic is several times faster than that of doubles. */
const WORD_BITS = 32;
const WORD = 2 ** WORD_BITS;

export interface Sorted {
  readonly rows: Int32Array;
  /** The values of each column at those rows. */
  readonly columns: readonly Float64Array[];
}

/** Sorts rows by the columns, the first column deciding first; rows that are equal keep their order. */
export function stableSort(rows: Int32Array, columns: readonly Float64Array[]): Sorted {
  let order = rows;
  const inOrder = columns.map((): Float64Array | null => null);
  for (let column = columns.length - 1; column >= 0; column--) {
    const values = valuesAt(columns[column]!, order);
    const sorted = sortByValues(order, values);
    if (sorted !== null) {
      order = sorted.rows;
      inOrder.fill(null);
    }
    inOrder[column] = sorted === null ? values : sorted.values;
  }
  return { rows: order, columns: columns.map((column, index) => inOrder[index] ?? valuesAt(column, order)) };
}

/** A column's values in the order of these rows. One pass of independent reads: what follows can read in sequence. */
export function gathered<T extends Float64Array | Int32Array | Uint8Array>(column: T, rows: Int32Array, into: T): T {
  for (let place = 0; place < rows.length; place++) into[place] = column[rows[place]!]!;
  return into;
}

/** The same for a column that often holds one value only, as the first digits of a run's slips: filling it reads nothing here and there. */
function valuesAt(column: Float64Array, rows: Int32Array): Float64Array {
  const values = new Float64Array(rows.length);
  return isConstant(column) ? values.fill(column[0] ?? 0) : gathered(column, rows, values);
}

function isConstant(column: Float64Array): boolean {
  let place = 1;
  while (place < column.length && column[place] === column[0]) place++;
  return place >= column.length;
}

/** The rows by their values, which are given in the rows' order; null where they stand so already. */
function sortByValues(rows: Int32Array, values: Float64Array): { rows: Int32Array; values: Float64Array | null } | null {
  let least = Infinity;
  let greatest = -Infinity;
  let isSorted = true;
  const { length } = values;
  // An iterator would take three times as long.
  for (let place = 0; place < length; place++) {
    const value = values[place]!;
    if (value < least) least = value;
    if (value < greatest) isSorted = false;
    else greatest = value;
  }
  if (isSorted) return null;
  const range = greatest - least;
  const keys = new Uint32Array(rows.length);
  if (range < WORD) {
    for (let place = 0; place < keys.length; place++) keys[place] = values[place]! - least;
    const sorted = sortByKeys({ rows: rows.slice(), keys }, range);
    for (let place = 0; place < keys.length; place++) values[place] = least + sorted.keys[place]!;
    return { rows: sorted.rows, values };
  }
  const places = Int32Array.from(rows.keys());
  for (let place = 0; place < keys.length; place++) keys[place] = (values[place]! - least) % WORD;
  const byLowWord = sortByKeys({ rows: places, keys }, WORD - 1).rows;
  for (let place = 0; place < keys.length; place++) keys[place] = Math.floor((values[byLowWord[place]!]! - least) / WORD);
  const sorted = sortByKeys({ rows: byLowWord, keys }, range / WORD).rows;
  return { rows: gathered(rows, sorted, new Int32Array(rows.length)), values: gathered(values, sorted, new Float64Array(rows.length)) };
}

/** Rows with their keys. */
interface Pairs {
  readonly rows: Int32Array;
  readonly keys: Uint32Array;
}

/** Sorts by keys from 0 to `greatest`: one pass for each 11 bits, the lowest first. The given arrays are used up. */
function sortByKeys(pairs: Pairs, greatest: number): Pairs {
  const count = pairs.rows.length;
  let from = pairs;
  let into: Pairs = { rows: new Int32Array(count), keys: new Uint32Array(count) };
  for (let shift = 0; shift < WORD_BITS && 2 ** shift <= greatest; shift += DIGIT_BITS) {
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
  return from;
}
