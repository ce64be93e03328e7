/** How does an address like `'2027年度'!$A$1:C4` name cells? Rows and columns are 0-based everywhere else. */
import { MOST_COLUMNS, MOST_ROWS } from '../../sheet/limits';
import { columnLetters } from '../../sheet/references';

export const ROWS = MOST_ROWS;
export const COLUMNS = MOST_COLUMNS;

/** A rectangle of cells on one sheet. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface Address {
  /** null: the sheet that the asker stands on. */
  readonly sheet: string | null;
  readonly area: Area;
}

export const areaAt = (row: number, column: number, rows = 1, columns = 1): Area => ({ row, column, rows, columns });
export const WHOLE_SHEET = areaAt(0, 0, ROWS, COLUMNS);

export const isWholeColumns = (area: Area): boolean => area.row === 0 && area.rows === ROWS;
export const isWholeRows = (area: Area): boolean => area.column === 0 && area.columns === COLUMNS;
export const wholeRows = (row: number, rows: number): Area => areaAt(row, 0, rows, COLUMNS);
export const wholeColumns = (column: number, columns: number): Area => areaAt(0, column, ROWS, columns);
export const lastRow = (area: Area): number => area.row + area.rows - 1;
export const lastColumn = (area: Area): number => area.column + area.columns - 1;
export const cellCount = (area: Area): number => area.rows * area.columns;

export const sameArea = (a: Area, b: Area): boolean => a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;

export const holds = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rows = Math.min(a.row + a.rows, b.row + b.rows) - row;
  const columns = Math.min(a.column + a.columns, b.column + b.columns) - column;
  return rows > 0 && columns > 0 ? areaAt(row, column, rows, columns) : null;
}

export const overlaps = (a: Area, b: Area): boolean => intersection(a, b) !== null;

export function contains(outer: Area, inner: Area): boolean {
  const common = intersection(outer, inner);
  return common !== null && sameArea(common, inner);
}

/** What is left of an area when another is cut out. */
export function without(area: Area, hole: Area): Area[] {
  const common = intersection(area, hole);
  if (common === null) return [area];
  const rest = [
    areaAt(area.row, area.column, common.row - area.row, area.columns),
    areaAt(lastRow(common) + 1, area.column, lastRow(area) - lastRow(common), area.columns),
    areaAt(common.row, area.column, common.rows, common.column - area.column),
    areaAt(common.row, lastColumn(common) + 1, common.rows, lastColumn(area) - lastColumn(common)),
  ];
  return rest.filter(({ rows, columns }) => rows > 0 && columns > 0);
}

export function bounding(a: Area, b: Area): Area {
  const row = Math.min(a.row, b.row);
  const column = Math.min(a.column, b.column);
  return areaAt(row, column, Math.max(lastRow(a), lastRow(b)) - row + 1, Math.max(lastColumn(a), lastColumn(b)) - column + 1);
}

export const isOnSheet = ({ row, column, rows, columns }: Area): boolean =>
  row >= 0 && column >= 0 && rows > 0 && columns > 0 && row + rows <= ROWS && column + columns <= COLUMNS;

const cornerText = (row: number, column: number, mark: string): string => `${mark}${columnLetters(column)}${mark}${row + 1}`;

/** `A1`, `A1:C4`, `A:C` or `1:4`; with `$` when fixed. */
export function areaText(area: Area, fixed = false): string {
  const mark = fixed ? '$' : '';
  if (isWholeColumns(area)) return `${mark}${columnLetters(area.column)}:${mark}${columnLetters(lastColumn(area))}`;
  if (isWholeRows(area)) return `${mark}${area.row + 1}:${mark}${lastRow(area) + 1}`;
  const start = cornerText(area.row, area.column, mark);
  return cellCount(area) === 1 ? start : `${start}:${cornerText(lastRow(area), lastColumn(area), mark)}`;
}

const PLAIN_SHEET_NAME = /^[\p{L}_][\p{L}\p{N}_.]*$/u;
const LIKE_A_CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/;

/** A sheet's name as it stands before `!`. */
export const quotedSheet = (name: string): string => (PLAIN_SHEET_NAME.test(name) && !LIKE_A_CELL.test(name) ? name : `'${name.replaceAll("'", "''")}'`);

export const addressText = (sheet: string, area: Area): string => `${quotedSheet(sheet)}!${areaText(area)}`;

export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}

const CELLS = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const COLUMN_RUN = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const ROW_RUN = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

function span(row: number, column: number, otherRow: number, otherColumn: number): Area | null {
  const area = bounding(areaAt(row, column), areaAt(otherRow, otherColumn));
  return isOnSheet(area) ? area : null;
}

/** null: not an address of cells. */
export function parseArea(text: string): Area | null {
  const cells = CELLS.exec(text);
  if (cells !== null) {
    const [, letters = '', row = '', otherLetters = letters, otherRow = row] = cells;
    return span(Number(row) - 1, columnOf(letters), Number(otherRow) - 1, columnOf(otherLetters));
  }
  const columns = COLUMN_RUN.exec(text);
  if (columns !== null) return span(0, columnOf(columns[1] ?? ''), ROWS - 1, columnOf(columns[2] ?? ''));
  const rows = ROW_RUN.exec(text);
  return rows === null ? null : span(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, COLUMNS - 1);
}

const WITH_SHEET = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.+)$/s;

/** With or without a sheet before it. */
export function parseAddress(text: string): Address | null {
  const match = WITH_SHEET.exec(text.trim());
  const area = parseArea(match === null ? text.trim() : (match[3] ?? ''));
  if (area === null) return null;
  return { sheet: match === null ? null : (match[1]?.replaceAll("''", "'") ?? match[2] ?? null), area };
}
