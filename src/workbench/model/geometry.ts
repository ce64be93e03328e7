/** How wide and high is a part of a sheet? In points, as Office.js counts; 96 pixels are 72 points. */
import { COLUMNS, ROWS, type Area } from './address';
import { Runs } from './runs';

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
export const HIGHEST = 409.5;

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
