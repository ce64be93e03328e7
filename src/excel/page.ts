/** How wide are columns, what stays in sight, and how is a sheet printed? */
import { columnLetters } from '../sheet/references';
import type { Print } from '../sheet/workbook';
import type { SheetPlan } from '../sheet/plan';

/** 游ゴシック 11 at 96 dpi: a digit is 8 pixels, a column adds 5; the file format's own padding is 0.71 of a digit. */
const DIGIT = 8;
const SIDES = 5;
const POINTS_A_PIXEL = 0.75;
export const pointsOf = (characters: number): number => Math.round(characters * DIGIT + SIDES) * POINTS_A_PIXEL;

const POINTS_A_MILLIMETRE = 72 / 25.4;
const SIDE_MARGIN = 10 * POINTS_A_MILLIMETRE;
const TOP_MARGIN = 15 * POINTS_A_MILLIMETRE;
const HEADER_MARGIN = 7 * POINTS_A_MILLIMETRE;

export const PAGE_BYTES = 12_000;

export function setWidths(sheet: Excel.Worksheet, widths: readonly number[]): void {
  for (const [column, width] of widths.entries()) sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn().format.columnWidth = pointsOf(width);
}

export function setHeights(sheet: Excel.Worksheet, heights: SheetPlan['rowHeights']): void {
  for (const [row, height] of heights) sheet.getRangeByIndexes(row, 0, 1, 1).getEntireRow().format.rowHeight = height;
}

export function freeze(sheet: Excel.Worksheet, { rows, columns }: SheetPlan['frozen']): void {
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** What stays as the clerk sets it afterwards. */
export function setUpPage(sheet: Excel.Worksheet, { pages, repeatedFrom = 0, repeatedRows }: Print): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = 'A4';
  pageLayout.orientation = 'Landscape';
  pageLayout.centerHorizontally = true;
  pageLayout.leftMargin = SIDE_MARGIN;
  pageLayout.rightMargin = SIDE_MARGIN;
  pageLayout.topMargin = TOP_MARGIN;
  pageLayout.bottomMargin = TOP_MARGIN;
  pageLayout.headerMargin = HEADER_MARGIN;
  pageLayout.footerMargin = HEADER_MARGIN;
  pageLayout.zoom = pages === 'one' ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  if (repeatedRows > 0) pageLayout.setPrintTitleRows(`$${repeatedFrom + 1}:$${repeatedFrom + repeatedRows}`);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
}

const headerText = (text: string): string => text.replaceAll('&', '&&');

/** What each run sets anew: the verdict in the page header, and how far the rows reach; null: the clerk has taken the print area away. */
export function setPrinted(sheet: Excel.Worksheet, { header, columns }: Print, rows: number | null): void {
  const { pageLayout } = sheet;
  const page = pageLayout.headersFooters.defaultForAllPages;
  page.leftHeader = headerText(header.left);
  page.centerHeader = headerText(header.centre);
  page.rightHeader = headerText(header.right);
  if (rows !== null) pageLayout.setPrintArea(`A1:${columnLetters(columns - 1)}${rows}`);
}
