/** How wide and high is a part of a sheet? In points, as Office.js counts; 96 pixels are 72 points. */
import { textWidth, wrappedLines } from '../../sheet/cellText';
import { COLUMNS, ROWS, areaAt, isWholeColumns, lastColumn, lastRow, type Area } from './address';
import { Runs } from './runs';
import type { Sheet } from './sheet';
import { cellText } from './text';

export const POINTS_A_PIXEL = 0.75;
/** The width of a digit of 游ゴシック 11 at 96 dpi, and what a column adds at its sides. @assumption column-widths */
const DIGIT = 8;
const SIDES = 5;
const USUAL_CHARACTERS = 8.38;
/** Of an empty row of 游ゴシック 11. */
export const USUAL_HEIGHT = 18.75;

/** From the characters of Excel's own column width, as .xlsx files and people count, to points. */
export const pointsOfCharacters = (characters: number): number => Math.round(characters * DIGIT + SIDES) * POINTS_A_PIXEL;
export const charactersOfPoints = (points: number): number => Math.max(0, (points / POINTS_A_PIXEL - SIDES) / DIGIT);
export const USUAL_WIDTH = pointsOfCharacters(USUAL_CHARACTERS);
const WIDEST = pointsOfCharacters(255);
const HIGHEST = 409.5;

/** Widths, heights and what is hidden. */
export class Geometry {
  /** null: the usual width. */
  readonly widths = new Runs<number | null>(COLUMNS, null);
  readonly heights = new Runs<number | null>(ROWS, null);
  /** What wrapped texts need, in rows whose height was never set. */
  readonly fittedHeights = new Runs<number | null>(ROWS, null);
  readonly hiddenColumns = new Runs<boolean>(COLUMNS, false);
  readonly hiddenRows = new Runs<boolean>(ROWS, false);
  /** Rows that a filter leaves out. */
  readonly filteredRows = new Runs<boolean>(ROWS, false);
  usualWidth = USUAL_WIDTH;

  width(column: number): number {
    return this.hiddenColumns.at(column) ? 0 : (this.widths.at(column) ?? this.usualWidth);
  }

  height(row: number): number {
    return this.hiddenRows.at(row) || this.filteredRows.at(row) ? 0 : this.ownHeight(row);
  }

  /** Of a row that is to be seen. */
  ownHeight(row: number): number {
    return this.heights.at(row) ?? this.fittedHeights.at(row) ?? USUAL_HEIGHT;
  }

  /** From the left edge of the sheet. */
  left(column: number): number {
    let sum = 0;
    for (let index = 0; index < column; index++) sum += this.width(index);
    return sum;
  }

  top(row: number): number {
    let sum = 0;
    for (const { start, count, value } of this.heights.runs(0, row)) {
      for (const fitted of this.fittedHeights.runs(start, count)) sum += (value ?? fitted.value ?? USUAL_HEIGHT) * this.seen(fitted.start, fitted.count);
    }
    return sum;
  }

  /** How many of the rows are neither hidden nor filtered out. */
  private seen(start: number, count: number): number {
    let seen = 0;
    for (const hidden of this.hiddenRows.runs(start, count)) {
      if (hidden.value) continue;
      for (const filtered of this.filteredRows.runs(hidden.start, hidden.count)) if (!filtered.value) seen += filtered.count;
    }
    return seen;
  }

  setWidth(area: Area, points: number): void {
    this.widths.set(area.column, area.columns, Math.min(points, WIDEST));
  }

  setHeight(area: Area, points: number): void {
    this.heights.set(area.row, area.rows, Math.min(points, HIGHEST));
  }

  copy(): Geometry {
    const copied = new Geometry();
    copied.usualWidth = this.usualWidth;
    Object.assign(copied, {
      widths: this.widths.copy(),
      heights: this.heights.copy(),
      fittedHeights: this.fittedHeights.copy(),
      hiddenColumns: this.hiddenColumns.copy(),
      hiddenRows: this.hiddenRows.copy(),
      filteredRows: this.filteredRows.copy(),
    });
    return copied;
  }
}

const FILTER_BUTTON = 2;
const USUAL_SIZE = 11;

/** As wide as the widest text of the area; wrapped texts do not count. @assumption autofit */
export function autofitColumns(sheet: Sheet, area: Area): void {
  const used = sheet.usedArea(false, isWholeColumns(area) ? areaAt(0, area.column, ROWS, area.columns) : area);
  for (let column = area.column; used !== null && column <= lastColumn(area); column++) {
    let widest = 0;
    for (let row = used.row; row <= lastRow(used); row++) {
      if (sheet.cells.isBlank(row, column) || sheet.styleAt(row, column).wrapText) continue;
      const button = sheet.tableAt(row, column)?.isHeaderCell(row, column) === true ? FILTER_BUTTON : 0;
      widest = Math.max(widest, (textWidth(cellText(sheet, row, column)) + button) * (sheet.styleAt(row, column).fontSize / USUAL_SIZE));
    }
    if (widest > 0) sheet.geometry.setWidth(areaAt(0, column, ROWS), pointsOfCharacters(widest + 1));
  }
}

/** As high as the wrapped text with the most lines; a row without one takes the usual height. @assumption autofit */
export function autofitRows(sheet: Sheet, area: Area): void {
  const used = sheet.usedArea(false, areaAt(area.row, 0, area.rows, COLUMNS));
  for (let row = area.row; used !== null && row <= Math.min(lastRow(area), lastRow(used)); row++) {
    const columns = Array.from({ length: used.columns }, (_, index) => used.column + index);
    sheet.geometry.heights.set(row, 1, neededHeight(sheet, row, columns) ?? USUAL_HEIGHT);
  }
}

/** Rows whose height was never set grow with wrapped texts when these are written. @assumption row-autofit */
export function fitWrappedRows(sheet: Sheet, area: Area): void {
  const columns = sheet.styledColumns().filter((column) => [...(sheet.styleRuns(column)?.runs(area.row, area.rows) ?? [])].some(({ value }) => value.wrapText));
  const rows = Math.min(area.rows, sheet.rowsInUse() - area.row);
  if (columns.length === 0 || rows <= 0) return;
  sheet.geometry.fittedHeights.setEach(
    area.row,
    Array.from({ length: rows }, (_, index) => neededHeight(sheet, area.row + index, columns)),
  );
}

/** null: the usual height is enough. */
function neededHeight(sheet: Sheet, row: number, columns: readonly number[]): number | null {
  let height = USUAL_HEIGHT;
  for (const column of columns) {
    if (sheet.cells.isBlank(row, column)) continue;
    const { wrapText, fontSize } = sheet.styleAt(row, column);
    const lines = wrapText ? wrappedLines(cellText(sheet, row, column), charactersOfPoints(sheet.geometry.width(column))) : 1;
    height = Math.max(height, lines * USUAL_HEIGHT * Math.max(1, fontSize / USUAL_SIZE));
  }
  return height === USUAL_HEIGHT ? null : Math.min(height, HIGHEST);
}
