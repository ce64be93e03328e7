/** A workbook of the workbench with the sheets that the add-in would write, put there directly. */
import {
  isFormula,
  NUMBER_FORMATS,
  occupiedRows,
  TABLE_FIRST_ROW,
  TABLE_HEADER_ROW,
  type Cell,
  type NumberFormat,
  type Sheet as Planned,
  type Value,
  type Workbook as Plan,
} from '../../../src/sheet/workbook';
import { areaAt } from '../../../src/workbench/model/address';
import type { Sheet } from '../../../src/workbench/model/sheet';
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
  const workbook = new Workbook('Book1.xlsx', 'temporary');
  const formulas: FilledFormula[] = [];
  for (const planned of plan.sheets) fill(workbook.addSheet(planned.name), planned, formulas);
  workbook.deleteSheet(workbook.sheetNamed('temporary')!);
  workbook.touch();
  return { workbook, formulas };
}

function fill(sheet: Sheet, { name, cells, table }: Planned, formulas: FilledFormula[]): void {
  const put = (row: number, column: number, cell: Cell, format: NumberFormat = 'general'): void => {
    sheet.changeStyle(areaAt(row, column), { numberFormat: NUMBER_FORMATS[format] });
    if (isFormula(cell)) {
      sheet.cells.setFormula(row, column, cell.formula);
      formulas.push({ sheet: name, row, column, formula: cell.formula, value: cell.value });
    } else sheet.cells.setValue(row, column, cell === null || cell === '' ? undefined : cell);
  };
  for (const { row, column, cell, style } of cells) put(row, column, cell, style.format);
  if (table === null) return;
  for (let row = 0; row < table.rowCount; row++) {
    for (const [column, { format, cell }] of table.columns.entries()) put(TABLE_FIRST_ROW + row, column, cell(row), format);
  }
  renameTable(addTable(sheet, areaAt(TABLE_HEADER_ROW, 0, occupiedRows(table) + 1, table.columns.length), true), table.name);
}
