/** What does a person do in the grid, and what does the workbook answer? The same rules hold as for an add-in. */
import type { ExcelHost } from '../host/excelHost';
import { areaAt, cellCount, intersection, lastColumn, lastRow, WHOLE_SHEET, type Area } from '../model/address';
import { enter } from '../model/entry';
import { OfficeError } from '../model/errors';
import type { FilterCriteria } from '../model/filter';
import type { Sheet } from '../model/sheet';
import type { Table } from '../model/sheet';
import { filteredTable, setFilter, sortTable } from '../model/tables';
import { cellText } from '../model/text';
import { CellError, NotCalculated } from '../model/values';
import type { Workbook } from '../model/workbook';
import { rangeInWorkbook } from '../office/cellsTarget';
import { dataChanged } from '../office/changes';

/** Excel's code where the workbook refused; null: done. */
export type Refusal = string | null;

function act(host: ExcelHost, change: (workbook: Workbook) => void): Refusal {
  return host.asPerson((workbook) => {
    try {
      change(workbook);
      return null;
    } catch (problem) {
      if (problem instanceof OfficeError) return problem.code;
      throw problem;
    }
  });
}

export const select = (host: ExcelHost, sheet: Sheet, area: Area): Refusal => act(host, (workbook) => workbook.select(sheet, area));
export const activate = (host: ExcelHost, sheet: Sheet): Refusal => act(host, (workbook) => workbook.activate(sheet));

export function type(host: ExcelHost, sheet: Sheet, row: number, column: number, text: string): Refusal {
  return act(host, () => {
    const before = plainValue(sheet, row, column);
    enter(sheet, areaAt(row, column), () => text);
    dataChanged(sheet, areaAt(row, column), 'RangeEdited', { before, after: plainValue(sheet, row, column) });
  });
}

function plainValue(sheet: Sheet, row: number, column: number): unknown {
  const shown = sheet.shown(row, column);
  return shown instanceof CellError ? shown.code : shown instanceof NotCalculated ? undefined : (shown ?? '');
}

export function empty(host: ExcelHost, sheet: Sheet, area: Area): Refusal {
  return act(host, () => {
    const filled = intersection(area, sheet.cells.used(WHOLE_SHEET) ?? areaAt(0, 0));
    if (filled === null) return;
    const before = cellCount(filled) === 1 ? { before: plainValue(sheet, filled.row, filled.column), after: '' } : {};
    enter(sheet, filled, () => '');
    dataChanged(sheet, filled, 'RangeEdited', before);
  });
}

/** Rows end with a line, cells with a tab, as Excel puts them on the clipboard. */
export function paste(host: ExcelHost, sheet: Sheet, row: number, column: number, text: string): Refusal {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  const area = areaAt(row, column, lines.length, Math.max(...lines.map(({ length }) => length)));
  return act(host, () => {
    enter(sheet, area, (line, cell) => lines[line]?.[cell] ?? null);
    dataChanged(sheet, area);
  });
}

const MOST_COPIED = 100_000;

/** null: too many cells. */
export function copied(sheet: Sheet, area: Area): string | null {
  const used = intersection(area, areaAt(0, 0, sheet.rowsInUse(), area.column + area.columns)) ?? areaAt(area.row, area.column);
  if (cellCount(used) > MOST_COPIED) return null;
  const rows = Array.from({ length: used.rows }, (_, row) =>
    Array.from({ length: used.columns }, (__, column) => cellText(sheet, used.row + row, used.column + column)).join('\t'),
  );
  return rows.join('\n');
}

export function filter(host: ExcelHost, table: Table, column: number, criteria: FilterCriteria | null): Refusal {
  return act(host, (workbook) => {
    setFilter(filteredTable(table), column, criteria);
    workbook.touch();
  });
}

export function sort(host: ExcelHost, table: Table, column: number, ascending: boolean): Refusal {
  return act(host, () => {
    sortTable(table, [{ key: column, ascending }], false);
    dataChanged(table.sheet, table.bodyArea());
  });
}

export function addSheet(host: ExcelHost): Refusal {
  return act(host, (workbook) => {
    workbook.activate(workbook.addSheet(null));
    workbook.touch();
  });
}

export function renameSheet(host: ExcelHost, sheet: Sheet, name: string): Refusal {
  return act(host, (workbook) => {
    workbook.renameSheet(sheet, name);
    workbook.touch();
  });
}

/** To an address, a name or a table; false: there is none. */
export function goTo(host: ExcelHost, text: string): boolean {
  try {
    const { sheet, area } = rangeInWorkbook(host.workbook.active, text.trim());
    return select(host, sheet, area) === null;
  } catch (problem) {
    if (problem instanceof OfficeError) return false;
    throw problem;
  }
}

/** What is in the selection, for the line below the grid. */
export interface Tally {
  readonly count: number;
  readonly numbers: number;
  readonly sum: number;
}

const MOST_TALLIED = 200_000;

export function tallied(sheet: Sheet, area: Area): Tally | null {
  const used = sheet.cells.used(area);
  if (used === null || cellCount(used) > MOST_TALLIED) return null;
  const tally = { count: 0, numbers: 0, sum: 0 };
  for (let row = used.row; row <= lastRow(used); row++) {
    if (sheet.geometry.height(row) === 0) continue;
    for (let column = used.column; column <= lastColumn(used); column++) add(tally, sheet, row, column);
  }
  return tally;
}

function add(tally: { count: number; numbers: number; sum: number }, sheet: Sheet, row: number, column: number): void {
  if (sheet.cells.isBlank(row, column)) return;
  const shown = sheet.shown(row, column);
  tally.count++;
  if (typeof shown !== 'number') return;
  tally.numbers++;
  tally.sum += shown;
}

/** What a person sees and types in a cell: the formula, else the value as it would be typed. */
export function typedForm(sheet: Sheet, row: number, column: number): string {
  const formula = sheet.cells.formula(row, column);
  if (formula !== undefined) return `=${formula.text}`;
  const value = sheet.cells.value(row, column);
  if (value === undefined) return '';
  if (value instanceof CellError) return value.code;
  if (typeof value === 'number' && /[ymdhsg]/i.test(sheet.styleAt(row, column).numberFormat.replace(/"[^"]*"|\[[^\]]*\]|General/gi, '')))
    return cellText(sheet, row, column);
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
