/** A workbook of the workbench with the sheets that the add-in would write, put there directly: cells, looks, tables, conditional formats, charts. */
import {
  isFormula,
  occupiedRows,
  TABLE_FIRST_ROW,
  TABLE_HEADER_ROW,
  type Cell,
  type Look,
  type Sheet as Planned,
  type Value,
  type Workbook as Plan,
} from '../../../src/sheet/workbook';
import { conditionsOf, type Condition } from '../../../src/sheet/conditions';
import { cellDress, columnDress, conditionBorder, type Border as DressBorder, type Dress } from '../../../src/sheet/dress';
import { areaAt, type Area } from '../../../src/workbench/model/address';
import { fitWrappedRows } from '../../../src/workbench/model/fitting';
import { pointsOfCharacters } from '../../../src/workbench/model/geometry';
import { plainConditionalStyle, type Chart } from '../../../src/workbench/model/records';
import type { Sheet } from '../../../src/workbench/model/sheet';
import type { Border, CellStyle, Horizontal } from '../../../src/workbench/model/style';
import { addTable, renameTable } from '../../../src/workbench/model/tables';
import { Workbook } from '../../../src/workbench/model/workbook';

export interface FilledFormula {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: Value;
}

export function filledWith(plan: Plan): { readonly workbook: Workbook; readonly formulas: readonly FilledFormula[] } {
  const workbook = new Workbook('消込結果.xlsx', 'temporary');
  const formulas: FilledFormula[] = [];
  for (const planned of plan.sheets) fill(workbook.addSheet(planned.name), planned, formulas);
  workbook.activate(workbook.sheetNamed(plan.sheets[plan.activeSheet]!.name)!);
  workbook.deleteSheet(workbook.sheetNamed('temporary')!);
  workbook.touch();
  return { workbook, formulas };
}

const color = (hex: string): string => `#${hex.toUpperCase()}`;
const line = (style: Border['style'], hex: string): Border => ({ style, weight: 'Thin', color: color(hex) });
const box = (border: Border): Pick<CellStyle, 'top' | 'bottom' | 'left' | 'right'> => ({ top: border, bottom: border, left: border, right: border });
const boxOf = ({ style, colour }: DressBorder): ReturnType<typeof box> => box(line(style === 'dashed' ? 'Dash' : 'Continuous', colour));
const ALIGNS: Readonly<Record<string, Horizontal>> = { left: 'Left', center: 'Center', right: 'Right' };

const lookOf = ({ fill: fillColor, text, bold = false, strike = false, underline }: Look): Partial<CellStyle> => ({
  fontColor: color(text),
  bold,
  strikethrough: strike,
  underline: underline === 'double' ? 'Double' : underline === 'single' ? 'Single' : 'None',
  ...(fillColor === null ? {} : { fillColor: color(fillColor) }),
});

const styleOf = ({ numberFormat, size, look, align, isIndented, wraps, border }: Dress): Partial<CellStyle> => ({
  numberFormat,
  wrapText: wraps,
  indent: isIndented ? 1 : 0,
  ...(look === null ? {} : lookOf(look)),
  ...(size === null ? {} : { fontSize: size }),
  ...(align === null ? {} : { horizontal: ALIGNS[align]! }),
  ...(border === null ? {} : boxOf(border)),
});

function fill(sheet: Sheet, planned: Planned, formulas: FilledFormula[]): void {
  const { name, cells, table, columnWidths, rowHeights, frozen, tabColour } = planned;
  const put = (row: number, column: number, cell: Cell): void => {
    if (isFormula(cell)) {
      sheet.cells.setFormula(row, column, cell.formula);
      formulas.push({ sheet: name, row, column, formula: cell.formula, value: cell.value });
    } else sheet.cells.setValue(row, column, cell === null || cell === '' ? undefined : cell);
  };
  for (const { row, column, cell, style } of cells) {
    sheet.changeStyle(areaAt(row, column), styleOf(cellDress(style)));
    put(row, column, cell);
  }
  for (const [column, width] of columnWidths.entries()) sheet.geometry.setWidth(areaAt(0, column), pointsOfCharacters(width));
  for (const [row, height] of rowHeights) sheet.geometry.setHeight(areaAt(row, 0), height);
  sheet.frozen = { ...frozen };
  if (tabColour !== null) sheet.tabColor = color(tabColour);
  for (const chart of planned.charts) sheet.charts.push(chartOf(sheet, chart));
  if (table === null) return;
  const rows = occupiedRows(table);
  for (const [column, { cell, ...format }] of table.columns.entries()) {
    sheet.changeStyle(areaAt(TABLE_FIRST_ROW, column, rows), styleOf(columnDress(format)));
    for (let row = 0; row < table.rowCount; row++) put(TABLE_FIRST_ROW + row, column, cell(row));
  }
  const added = addTable(sheet, areaAt(TABLE_HEADER_ROW, 0, rows + 1, table.columns.length), true);
  renameTable(added, table.name);
  added.showBandedRows = false;
  fitWrappedRows(sheet, added.area);
  for (const condition of conditionsOf(planned.highlights)) addCondition(sheet, condition);
}

function addCondition(sheet: Sheet, { areas, formula, look }: Condition): void {
  const { fillColor = null, fontColor = null, bold, strikethrough, underline } = lookOf(look);
  const border = conditionBorder(look);
  sheet.conditionalFormats.push({
    id: sheet.workbook.nextId(),
    areas: areas.map(({ firstRow, lastRow, firstColumn, columns }): Area => areaAt(firstRow, firstColumn, lastRow - firstRow + 1, columns)),
    formula,
    stopIfTrue: true,
    style: {
      ...plainConditionalStyle(),
      fillColor,
      fontColor,
      bold: bold === true ? true : null,
      strikethrough: strikethrough === true ? true : null,
      underline: underline === undefined || underline === 'None' ? null : underline,
      ...(border === null ? {} : boxOf(border)),
    },
  });
}

function chartOf(sheet: Sheet, { look, title, categories, series, from, to }: Planned['charts'][number]): Chart {
  const { geometry } = sheet;
  const source = ({ row, column, count }: { readonly row: number; readonly column: number; readonly count: number }): { sheet: string; area: Area } => ({
    sheet: sheet.name,
    area: areaAt(row, column, count),
  });
  const [left, top] = [geometry.left(from.column), geometry.top(from.row)];
  return {
    id: sheet.workbook.nextId(),
    name: title,
    type: look.shape === 'shareBars' ? 'BarStacked100' : 'ColumnClustered',
    title,
    left,
    top,
    width: geometry.left(to.column) - left,
    height: geometry.top(to.row) - top,
    set: new Map(),
    series: series.map(({ name, values, ink, labelInk }) => ({
      name,
      values: source(values),
      categories: source(categories),
      fillColor: color(ink),
      set: new Map([['dataLabels/format/font/color', color(labelInk)]]),
    })),
  };
}
