/** In which order do rows stand when they are sorted? */
import { CellError, NotCalculated, type Shown } from './values';

export interface SortKey {
  /** From the left of the sorted cells. */
  readonly key: number;
  readonly ascending: boolean;
}

/** Numbers, texts, truth values, errors; blanks last in either direction. Texts by Unicode, not by their reading. @assumption sort-order */
const rank = (value: Shown): number =>
  typeof value === 'number'
    ? 0
    : typeof value === 'string'
      ? 1
      : typeof value === 'boolean'
        ? 2
        : value instanceof CellError || value instanceof NotCalculated
          ? 3
          : 4;

const BLANK = 4;

export function comparedForSort(a: Shown, b: Shown, ascending: boolean, matchCase: boolean): number {
  const [left, right] = [rank(a), rank(b)];
  if (left === BLANK || right === BLANK) return left - right;
  const order = left === right ? comparedAlike(a, b, matchCase) : left - right;
  return ascending ? order : -order;
}

function comparedAlike(a: Shown, b: Shown, matchCase: boolean): number {
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = matchCase ? [a, b] : [a.toLowerCase(), b.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
  }
  return typeof a === typeof b && typeof a !== 'object' ? Number(a) - Number(b) : 0;
}

/** The rows in their new order; equal rows stay as they stood. */
export function sortedRows(rows: number, keys: readonly SortKey[], matchCase: boolean, value: (row: number, key: number) => Shown): number[] {
  const columns = keys.map(({ key }) => Array.from({ length: rows }, (_, row) => value(row, key)));
  return Array.from({ length: rows }, (_, row) => row).sort((a, b) => {
    for (const [index, { ascending }] of keys.entries()) {
      const order = comparedForSort(columns[index]?.[a], columns[index]?.[b], ascending, matchCase);
      if (order !== 0) return order;
    }
    return a - b;
  });
}
