/** What does a sheet of a snapshot look like, in the terms in which two ways of writing it can be compared? */
import { endOfSheet } from '../../src/sheet/page';
import type { Sheet } from '../../src/sheet/workbook';
import { lastColumn, lastRow } from '../../src/workbench/model/address';
import {
  CellsOfSnapshot,
  geometryOf,
  type ChartSnapshot,
  type LineSnapshot,
  type SheetSnapshot,
  type WorkbookSnapshot,
} from '../../src/workbench/model/snapshot';

/** Everything but the cells' contents; `plan` says how far the sheet reaches and which heights are its own. */
export function dressIn(workbook: WorkbookSnapshot, plan: Sheet): Record<string, unknown> {
  const sheet = workbook.sheets.find(({ name }) => name === plan.name)!;
  return {
    name: sheet.name,
    visibility: sheet.visibility,
    tabColor: sheet.tabColor,
    frozen: sheet.frozen,
    styles: stylesIn(workbook, sheet, plan),
    columnWidths: plan.columnWidths.map((_, column) => valueAt(sheet.columnWidths, column)),
    rowHeights: [...plan.rowHeights.keys()].map((row) => valueAt(sheet.rowHeights, row)),
    conditions: conditionsIn(sheet),
    charts: sheet.charts.map((chart) => chartIn(sheet, chart)),
    tables: sheet.tables,
    pageLayout: { ...sheet.pageLayout, ...inWholePoints(sheet.pageLayout) },
  };
}

const valueAt = <T>(lines: readonly LineSnapshot<T>[], at: number): T | null =>
  lines.find(({ start, count }) => at >= start && at < start + count)?.value ?? null;

/** Font, fill, borders, alignment and number format of each cell down to the last row of the sheet. */
function stylesIn(workbook: WorkbookSnapshot, sheet: SheetSnapshot, plan: Sheet): Record<string, unknown> {
  const cells = new CellsOfSnapshot(workbook, sheet);
  const columns = Math.max(plan.columnWidths.length, plan.print.columns, ...sheet.looks.map((look) => lastColumn(look) + 1));
  const rows = Math.max(endOfSheet(plan), ...sheet.looks.map((look) => lastRow(look) + 1));
  const styles: Record<string, unknown> = {};
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) styles[`${row},${column}`] = cells.style(row, column);
  return styles;
}

/** Excel keeps a format for each stretch of columns, the file one for all: the rules cell by cell, in their order. */
const conditionsIn = ({ conditionalFormats }: SheetSnapshot): unknown[] =>
  conditionalFormats.flatMap(({ areas, formula, stopIfTrue, style }) => areas.map((area) => ({ area, formula, stopIfTrue, style })));

/** By the cells that it stands between: how high a row of wrapped texts is, each program decides. Its name is for the writer of a later run. */
function chartIn(sheet: SheetSnapshot, { type, title, left, top, width, height, series, set }: ChartSnapshot): unknown {
  const geometry = geometryOf(sheet);
  const column = (at: number): number => nearest(at, (line) => geometry.left(line));
  const row = (at: number): number => nearest(at, (line) => geometry.top(line));
  return { type, title, from: [row(top), column(left)], to: [row(top + height), column(left + width)], series, set };
}

const SLACK = 1;
function nearest(at: number, edge: (line: number) => number): number {
  let line = 0;
  while (edge(line) < at - SLACK) line++;
  return line;
}

type Margins = Record<'leftMargin' | 'rightMargin' | 'topMargin' | 'bottomMargin' | 'headerMargin' | 'footerMargin', number>;
const MARGINS = ['leftMargin', 'rightMargin', 'topMargin', 'bottomMargin', 'headerMargin', 'footerMargin'] as const satisfies readonly (keyof Margins)[];

/** The file keeps inches: of points, a millionth may be lost. */
const inWholePoints = (layout: Margins): Partial<Margins> => Object.fromEntries(MARGINS.map((margin) => [margin, Number(layout[margin].toFixed(6))]));
