/** Where do the rows of a CSV file begin and end, and what do their cells hold? On bytes: a character is looked at by the layout, not here. */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export interface CsvRow {
  /** Bytes of the file from the row's first to before its line end. */
  readonly start: number;
  readonly end: number;
  /** Without their quotes; a doubled quote is one. */
  readonly cells: readonly Uint8Array[];
  /** crlf, lf or cr; null at the end of the file. */
  readonly ending: 'crlf' | 'lf' | 'cr' | null;
  /** A quote that was never closed, or text behind a closing one. */
  readonly isBroken: boolean;
}

/** The rows that are not empty; no more than `limit` of them. A byte of a double-byte character is never a separator, a quote or a line end. */
export function csvRows(bytes: Uint8Array, separator: number, limit = Infinity): CsvRow[] {
  const rows: CsvRow[] = [];
  for (let at = 0; at < bytes.length && rows.length < limit;) {
    const { row, next } = rowAt(bytes, at, separator);
    if (row.end > row.start) rows.push(row);
    at = next;
  }
  return rows;
}

function rowAt(bytes: Uint8Array, start: number, separator: number): { readonly row: CsvRow; readonly next: number } {
  const cells: Uint8Array[] = [];
  let at = start;
  let isBroken = false;
  for (;;) {
    const cell = bytes[at] === QUOTE ? quotedCell(bytes, at) : plainCell(bytes, at, separator);
    cells.push(cell.content);
    at = cell.end;
    const isEnd = at >= bytes.length || bytes[at] === CR || bytes[at] === LF;
    if (cell.isOpen || (!isEnd && bytes[at] !== separator)) isBroken = true;
    if (isBroken) at = lineEnd(bytes, at);
    if (isEnd || isBroken) break;
    at++;
  }
  const ending = at >= bytes.length ? null : bytes[at] === LF ? 'lf' : bytes[at + 1] === LF ? 'crlf' : 'cr';
  return { row: { start, end: at, cells, ending, isBroken }, next: at + (ending === 'crlf' ? 2 : 1) };
}

interface Cell {
  readonly content: Uint8Array;
  readonly end: number;
  readonly isOpen: boolean;
}

function plainCell(bytes: Uint8Array, start: number, separator: number): Cell {
  let end = start;
  while (end < bytes.length && bytes[end] !== separator && bytes[end] !== CR && bytes[end] !== LF) end++;
  return { content: bytes.subarray(start, end), end, isOpen: false };
}

function quotedCell(bytes: Uint8Array, start: number): Cell {
  let doubled = false;
  let at = start + 1;
  for (; at < bytes.length; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) break;
    doubled = true;
    at++;
  }
  const raw = bytes.subarray(start + 1, Math.min(at, bytes.length));
  // Of two quotes the second is content.
  const content = doubled ? raw.filter((byte, index) => byte !== QUOTE || isSecond(raw, index)) : raw;
  return { content, end: Math.min(at + 1, bytes.length), isOpen: at >= bytes.length };
}

/** Whether a quote is the second of a pair: an odd number of quotes stands before it. */
function isSecond(raw: Uint8Array, index: number): boolean {
  let before = 0;
  while (raw[index - before - 1] === QUOTE) before++;
  return before % 2 === 1;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== CR && bytes[at] !== LF) at++;
  return at;
}
