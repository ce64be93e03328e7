/** Which rows or columns can be seen, and where do they stand? Hidden and filtered ones are left out. */
import { COLUMNS, ROWS, WHOLE_SHEET, lastColumn, lastRow } from '../model/address';
import type { Geometry } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { pixels } from './cellLook';

/** Empty rows and columns that are offered beyond the contents. */
const ROOM = 60;
const LEAST_COLUMNS = 26;
const COLUMN_ROOM = 6;

/** Places on the screen, by index, of rows or columns of the sheet. */
export interface Lines {
  readonly count: number;
  /** Of these lines, how many are frozen. */
  readonly frozen: number;
  at(index: number): number;
  /** The index of a line; of a hidden one that of the next line to be seen. */
  indexOf(line: number): number;
  size(index: number): number;
}

class Seen implements Lines {
  constructor(
    private readonly lines: Int32Array,
    readonly frozen: number,
    private readonly sizeOf: (line: number) => number,
  ) {}

  get count(): number {
    return this.lines.length;
  }

  at(index: number): number {
    return this.lines[Math.max(0, Math.min(index, this.lines.length - 1))] ?? 0;
  }

  indexOf(line: number): number {
    let low = 0;
    let high = this.lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) < line) low = middle + 1;
      else high = middle;
    }
    return Math.min(low, this.lines.length - 1);
  }

  size(index: number): number {
    return this.sizeOf(this.at(index));
  }
}

function seen(count: number, isHidden: (line: number) => boolean): Int32Array {
  const lines = new Int32Array(count);
  let length = 0;
  for (let line = 0; line < count; line++) if (!isHidden(line)) lines[length++] = line;
  return lines.slice(0, length);
}

/** Marks every line of the runs that are true. */
function marks(geometry: Geometry, kind: 'hiddenRows' | 'filteredRows', count: number): Uint8Array {
  const marked = new Uint8Array(count);
  for (const { start, count: length, value } of geometry[kind].runs(0, count)) if (value) marked.fill(1, start, start + length);
  return marked;
}

export function rowLines(sheet: Sheet, selectedRow: number): Lines {
  const used = sheet.usedArea(false);
  const end = Math.max(used === null ? 0 : lastRow(used) + 1, sheet.frozen.rows, selectedRow + 1);
  const count = Math.min(ROWS, end + ROOM);
  const hidden = marks(sheet.geometry, 'hiddenRows', count);
  const filtered = marks(sheet.geometry, 'filteredRows', count);
  const lines = seen(count, (row) => hidden[row] === 1 || filtered[row] === 1);
  const frozen = lines.findIndex((row) => row >= sheet.frozen.rows);
  return new Seen(lines, frozen < 0 ? lines.length : frozen, (row) => pixels(sheet.geometry.height(row)));
}

export function columnLines(sheet: Sheet, selectedColumn: number): Lines {
  const used = sheet.cells.used(WHOLE_SHEET);
  const end = Math.max(used === null ? 0 : lastColumn(used) + 1, sheet.frozen.columns, selectedColumn + 1);
  const count = Math.min(COLUMNS, Math.max(LEAST_COLUMNS, end + COLUMN_ROOM));
  const lines = seen(count, (column) => sheet.geometry.hiddenColumns.at(column));
  const frozen = lines.findIndex((column) => column >= sheet.frozen.columns);
  return new Seen(lines, frozen < 0 ? lines.length : frozen, (column) => pixels(sheet.geometry.width(column)));
}
