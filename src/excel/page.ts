/** How wide are columns, what stays in sight, and how is a sheet printed? */
import { columnPixels, PAGE } from '../sheet/dress';
import { headerText, printedEnd, titleRowsOf } from '../sheet/page';
import type { Print } from '../sheet/workbook';
import type { SheetPlan } from '../sheet/plan';

const POINTS_A_PIXEL = 0.75;
export const pointsOf = (characters: number): number => columnPixels(characters) * POINTS_A_PIXEL;

const POINTS_A_MILLIMETRE = 72 / 25.4;
const points = (millimetres: number): number => millimetres * POINTS_A_MILLIMETRE;

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

/** One page wide. */
export function fit(sheet: Excel.Worksheet, pages: Print['pages']): void {
  sheet.pageLayout.zoom = { horizontalFitToPages: PAGE.pagesWide, ...(pages === 'one' ? { verticalFitToPages: 1 } : {}) };
}

/** What stays as the clerk sets it afterwards. */
export function setUpPage(sheet: Excel.Worksheet, print: Print): void {
  const { pageLayout } = sheet;
  pageLayout.paperSize = PAGE.paper;
  pageLayout.orientation = PAGE.isLandscape ? 'Landscape' : 'Portrait';
  pageLayout.centerHorizontally = PAGE.isCentred;
  pageLayout.leftMargin = points(PAGE.sides);
  pageLayout.rightMargin = points(PAGE.sides);
  pageLayout.topMargin = points(PAGE.topAndBottom);
  pageLayout.bottomMargin = points(PAGE.topAndBottom);
  pageLayout.headerMargin = points(PAGE.header);
  pageLayout.footerMargin = points(PAGE.header);
  fit(sheet, print.pages);
  const titleRows = titleRowsOf(print);
  if (titleRows !== null) pageLayout.setPrintTitleRows(titleRows);
  pageLayout.headersFooters.defaultForAllPages.centerFooter = PAGE.footer;
}

/** What each run sets anew: the verdict in the page header, and how far rows and `columns` reach, unless the clerk has taken the print area away. */
export function setPrinted(sheet: Excel.Worksheet, plan: SheetPlan, columns: number, hasArea: boolean): void {
  const { header } = plan.print;
  const { pageLayout } = sheet;
  const page = pageLayout.headersFooters.defaultForAllPages;
  page.leftHeader = headerText(header.left);
  page.centerHeader = headerText(header.centre);
  page.rightHeader = headerText(header.right);
  if (!hasArea) return;
  const { letters, row } = printedEnd({ ...plan, print: { ...plan.print, columns } });
  pageLayout.setPrintArea(`A1:${letters}${row}`);
}
