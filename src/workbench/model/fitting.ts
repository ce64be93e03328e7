/** How wide and high do columns and rows have to be for what stands in them? */
import { textWidth, wrappedLines } from '../../sheet/cellText';
import { COLUMNS, ROWS, areaAt, isWholeColumns, lastColumn, lastRow, type Area } from './address';
import { HIGHEST, USUAL_HEIGHT, charactersOfPoints, pointsOfCharacters, type Geometry } from './geometry';
import type { Runs } from './runs';
import type { CellStyle } from './style';
import { cellText, type Written } from './text';

/** A sheet, as far as its lines depend on its cells. */
interface Fitted extends Written {
  readonly geometry: Geometry;
  styledColumns(): readonly number[];
  styleRuns(column: number): Runs<CellStyle> | undefined;
  rowsInUse(): number;
  usedArea(valuesOnly: boolean, within: Area): Area | null;
  tableAt(row: number, column: number): { isHeaderCell(row: number, column: number): boolean } | undefined;
}

const FILTER_BUTTON = 2;
const USUAL_SIZE = 11;

/** As wide as the widest text of the area; wrapped texts do not count. @assumption autofit */
export function autofitColumns(sheet: Fitted, area: Area): void {
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
export function autofitRows(sheet: Fitted, area: Area): void {
  const used = sheet.usedArea(false, areaAt(area.row, 0, area.rows, COLUMNS));
  for (let row = area.row; used !== null && row <= Math.min(lastRow(area), lastRow(used)); row++) {
    const columns = Array.from({ length: used.columns }, (_, index) => used.column + index);
    sheet.geometry.heights.set(row, 1, neededHeight(sheet, row, columns) ?? USUAL_HEIGHT);
  }
}

/** Rows whose height was never set grow with wrapped texts when these are written. @assumption row-autofit */
export function fitWrappedRows(sheet: Fitted, area: Area): void {
  const columns = sheet.styledColumns().filter((column) => [...(sheet.styleRuns(column)?.runs(area.row, area.rows) ?? [])].some(({ value }) => value.wrapText));
  const rows = Math.min(area.rows, sheet.rowsInUse() - area.row);
  if (columns.length === 0 || rows <= 0) return;
  sheet.geometry.fittedHeights.setEach(
    area.row,
    Array.from({ length: rows }, (_, index) => neededHeight(sheet, area.row + index, columns)),
  );
}

/** null: the usual height is enough. */
function neededHeight(sheet: Fitted, row: number, columns: readonly number[]): number | null {
  let height = USUAL_HEIGHT;
  for (const column of columns) {
    if (sheet.cells.isBlank(row, column)) continue;
    const { wrapText, fontSize } = sheet.styleAt(row, column);
    const lines = wrapText ? wrappedLines(cellText(sheet, row, column), charactersOfPoints(sheet.geometry.width(column))) : 1;
    height = Math.max(height, lines * USUAL_HEIGHT * Math.max(1, fontSize / USUAL_SIZE));
  }
  return height === USUAL_HEIGHT ? null : Math.min(height, HIGHEST);
}
