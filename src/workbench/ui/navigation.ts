/** Where does a key lead from a cell? */
import { areaAt, bounding, COLUMNS, lastColumn, lastRow, ROWS, WHOLE_SHEET, type Area } from '../model/address';
import type { Sheet } from '../model/sheet';
import type { Lines } from './lines';

export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface Key {
  readonly key: string;
  readonly shift: boolean;
  readonly control: boolean;
}

export interface Surroundings {
  readonly sheet: Sheet;
  readonly rows: Lines;
  readonly columns: Lines;
  /** Rows that fit on the screen. */
  readonly page: number;
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** null: the key does not move. */
export function moved(from: Spot, { key, shift, control }: Key, around: Surroundings): Spot | null {
  const step = STEPS[key];
  if (step !== undefined) return control ? edge(from, step, around.sheet) : stepped(from, step, around);
  switch (key) {
    case 'Enter':
      return stepped(from, [shift ? -1 : 1, 0], around);
    case 'Tab':
      return stepped(from, [0, shift ? -1 : 1], around);
    case 'PageDown':
      return stepped(from, [around.page, 0], around);
    case 'PageUp':
      return stepped(from, [-around.page, 0], around);
    case 'Home':
      return control ? first(around) : { row: from.row, column: around.columns.at(Math.min(around.columns.frozen, around.columns.count - 1)) };
    case 'End':
      return control ? last(around.sheet) : null;
    default:
      return null;
  }
}

/** Over lines that can be seen only. */
function stepped(from: Spot, [rowStep, columnStep]: readonly [number, number], { rows, columns }: Surroundings): Spot {
  const row = rowStep === 0 ? from.row : rows.at(rows.indexOf(from.row) + rowStep);
  const column = columnStep === 0 ? from.column : columns.at(columns.indexOf(from.column) + columnStep);
  return { row: Math.max(0, row), column: Math.max(0, column) };
}

/** The first cell below and right of what is frozen. */
const first = ({ rows, columns }: Surroundings): Spot => ({ row: rows.at(rows.frozen), column: columns.at(columns.frozen) });

function last(sheet: Sheet): Spot {
  const used = sheet.cells.used(WHOLE_SHEET) ?? areaAt(0, 0);
  return { row: lastRow(used), column: lastColumn(used) };
}

/** To the end of filled cells, or over empty ones to the next filled. */
function edge({ row, column }: Spot, [rowStep, columnStep]: readonly [number, number], sheet: Sheet): Spot {
  const isIn = (spot: Spot): boolean => spot.row >= 0 && spot.row < limit.row && spot.column >= 0 && spot.column < limit.column;
  const next = (spot: Spot): Spot => ({ row: spot.row + rowStep, column: spot.column + columnStep });
  const isFilled = (spot: Spot): boolean => !sheet.cells.isBlank(spot.row, spot.column);
  const used = sheet.cells.used(WHOLE_SHEET);
  const limit = { row: Math.max(row, used === null ? 0 : lastRow(used)) + 1, column: Math.max(column, used === null ? 0 : lastColumn(used)) + 1 };
  let spot = next({ row, column });
  if (!isIn(spot)) return { row, column };
  const isRun = isFilled({ row, column }) && isFilled(spot);
  while (isIn(next(spot)) && (isRun ? isFilled(next(spot)) : !isFilled(spot))) spot = next(spot);
  return { row: Math.min(spot.row, ROWS - 1), column: Math.min(spot.column, COLUMNS - 1) };
}

/** The area between where a selection started and where it is now. */
export const spanned = (anchor: Spot, spot: Spot): Area => bounding(areaAt(anchor.row, anchor.column), areaAt(spot.row, spot.column));
