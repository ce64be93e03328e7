/** How does a table come into being, grow, shrink, get filtered and sorted? */
import { ROWS, areaAt, bounding, holds, intersection, isOnSheet, lastColumn, lastRow, overlaps, type Area } from './address';
import { enter, type Input } from './entry';
import { accessDenied, alreadyExists, invalidArgument, invalidOperation } from './errors';
import { passing, type FilterCriteria, type FilteredCell } from './filter';
import { sortRows } from './sortRows';
import type { Sheet, Table } from './sheet';
import type { SortKey } from './sort';
import { shiftCells } from './structure';
import { TableOn, checkedName, checkedResize, usualHeader } from './table';
import { shownText } from './text';
import { ownerOf } from './workbook';

/** A table may not lie on another one, nor on a filter of the sheet. @assumption table-overlap */
function checkFree(sheet: Sheet, area: Area, except?: Table): void {
  const other = sheet.tables.find((table) => table !== except && overlaps(table.area, area));
  if (other !== undefined) throw invalidArgument(`a table can't overlap the table ${other.name}`);
  if (sheet.filter !== null && overlaps(sheet.filter.area, area)) throw invalidOperation('a table over a filter of the sheet');
}

export function addTable(sheet: Sheet, asked: Area, hasHeaders: boolean): Table {
  sheet.mayDo(null);
  let area = clipped(sheet, asked);
  checkFree(sheet, area);
  if (!hasHeaders) area = withHeaderRow(sheet, area);
  else if (area.rows === 1) area = areaAt(area.row, area.column, 2, area.columns);
  checkFree(sheet, area);
  const workbook = ownerOf(sheet);
  const table = new TableOn(sheet, workbook.nextId(), workbook.freeTableName(), area);
  sheet.tables.push(table);
  table.settleHeaders();
  workbook.emit({ kind: 'tableAdded', sheet, table });
  return table;
}

/** Whole columns end where the sheet's contents end. */
function clipped(sheet: Sheet, area: Area): Area {
  return area.rows < ROWS ? area : areaAt(area.row, area.column, Math.max(2, sheet.rowsInUse()), area.columns);
}

/** The cells below make room for the header. */
function withHeaderRow(sheet: Sheet, area: Area): Area {
  const header = areaAt(area.row, area.column, 1, area.columns);
  shiftCells({ sheet, area: header, axis: 'row', isInsert: true });
  for (let index = 0; index < area.columns; index++) sheet.cells.setValue(area.row, area.column + index, usualHeader(index));
  return areaAt(area.row, area.column, area.rows + 1, area.columns);
}

export function renameTable(table: Table, wanted: unknown): void {
  table.sheet.mayDo(null);
  const name = checkedName(wanted);
  const workbook = ownerOf(table.sheet);
  const other = workbook.tableNamed(name);
  if ((other !== undefined && other !== table) || workbook.named(name) !== undefined) throw alreadyExists(`the name ${name}`);
  workbook.renameTableInFormulas(table.name, name);
  table.name = name;
}

/** Its cells are emptied, contents and looks; nothing moves. @assumption table-delete */
export function deleteTable(table: Table): void {
  const { sheet, area } = table;
  sheet.mayDo(null);
  removeTable(table);
  sheet.cells.clear(area);
  sheet.setStyle(area, sheet.workbook.usualStyle);
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => format.areas.some((one) => intersection(one, area) === null));
}

/** Contents and looks stay. @assumption table-to-range */
export function convertToRange(table: Table): Area {
  table.sheet.mayDo(null);
  removeTable(table);
  return table.area;
}

function removeTable(table: Table): void {
  const { sheet } = table;
  showAllRows(sheet, table.bodyArea());
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  ownerOf(sheet).emit({ kind: 'tableDeleted', sheet, table });
}

export function resizeTable(table: Table, asked: Area): void {
  table.sheet.mayDo(null);
  const area = checkedResize(table, asked);
  checkFree(table.sheet, area, table);
  showAllRows(table.sheet, table.bodyArea());
  table.area = area;
  ownerOf(table.sheet).followHeaders(table);
  refilter(table);
}

/** null: at the end. Cells below the table move down; a conditional format of the last row grows with it. @assumption table-growth */
export function addRows(table: Table, index: number | null, rows: readonly (readonly Input[])[]): number {
  const { sheet } = table;
  const body = table.bodyArea();
  const at = index ?? body.rows;
  if (!Number.isInteger(at) || at < 0 || at > body.rows) throw invalidArgument(`row ${at} of ${body.rows}`);
  if (rows.length === 0 || rows.some((row) => row.length !== table.area.columns)) throw invalidArgument('the values do not fit the columns of the table');
  sheet.mayDo(null);
  const placed = areaAt(body.row + at, body.column, rows.length, body.columns);
  if (!isOnSheet(placed)) throw invalidArgument('the sheet ends');
  makeRoom(table, placed, at === body.rows);
  enter(sheet, placed, (row, column) => rows[row]?.[column] ?? null);
  return at;
}

function makeRoom(table: Table, placed: Area, isAtEnd: boolean): void {
  const { sheet } = table;
  const before = table.bodyArea();
  const below = areaAt(placed.row, placed.column, ROWS - placed.row, placed.columns);
  const isFree =
    table.totalsArea() === null && sheet.cells.used(below) === null && !sheet.tables.some((other) => other !== table && overlaps(other.area, below));
  if (!isAtEnd || !isFree) shiftCells({ sheet, area: placed, axis: 'row', isInsert: true });
  if (!isAtEnd) return;
  if (isFree) likeAbove(sheet, placed);
  table.area = bounding(
    table.area,
    table.totalsArea() === null ? placed : areaAt(table.area.row, table.area.column, before.rows + placed.rows + 2, placed.columns),
  );
  growFormats(sheet, before, placed);
}

function likeAbove(sheet: Sheet, placed: Area): void {
  for (let column = placed.column; column <= lastColumn(placed); column++) {
    sheet.setStyle(areaAt(placed.row, column, placed.rows), sheet.styleAt(placed.row - 1, column));
  }
}

function growFormats(sheet: Sheet, body: Area, added: Area): void {
  for (const format of sheet.conditionalFormats) {
    format.areas = format.areas.map((area) =>
      lastRow(area) === lastRow(body) && area.column >= body.column && lastColumn(area) <= lastColumn(body) ? { ...area, rows: area.rows + added.rows } : area,
    );
  }
}

/** A table keeps at least one row: the last one is only emptied. @assumption table-last-row */
export function deleteRowsAt(table: Table, index: number, count: number): void {
  const { sheet } = table;
  const body = table.bodyArea();
  if (!Number.isInteger(index) || index < 0 || count < 1 || index + count > body.rows)
    throw invalidArgument(`rows ${index} to ${index + count} of ${body.rows}`);
  sheet.mayDo(null);
  const isAll = count === body.rows;
  if (isAll) sheet.cells.clear(areaAt(body.row, body.column, 1, body.columns));
  const gone = areaAt(body.row + index + (isAll ? 1 : 0), body.column, count - (isAll ? 1 : 0), body.columns);
  if (gone.rows > 0) shiftCells({ sheet, area: gone, axis: 'row', isInsert: false });
}

export function addColumn(table: Table, index: number | null, name: string | null, values: readonly Input[] | null): number {
  const { sheet, area } = table;
  const at = index ?? area.columns;
  if (!Number.isInteger(at) || at < 0 || at > area.columns) throw invalidArgument(`column ${at} of ${area.columns}`);
  if (values !== null && values.length !== area.rows) throw invalidArgument('the values do not fit the rows of the table');
  sheet.mayDo(null);
  const placed = areaAt(area.row, area.column + at, area.rows, 1);
  shiftCells({ sheet, area: placed, axis: 'column', isInsert: true });
  if (at === area.columns) {
    table.area = { ...area, columns: area.columns + 1 };
    table.spliceNames(at, 0, ['']);
  }
  if (values !== null) enter(sheet, placed, (row) => values[row] ?? null);
  if (name !== null) enter(sheet, areaAt(placed.row, placed.column), () => name);
  ownerOf(sheet).followHeaders(table);
  moveFilters(table, (column) => (column < at ? column : column + 1));
  return at;
}

export function deleteColumn(table: Table, index: number): void {
  const { sheet, area } = table;
  if (area.columns === 1) throw invalidOperation('the last column of a table');
  sheet.mayDo(null);
  shiftCells({ sheet, area: areaAt(area.row, area.column + index, area.rows, 1), axis: 'column', isInsert: false });
  table.filters.delete(index);
  moveFilters(table, (column) => (column > index ? column - 1 : column));
  refilter(table);
}

function moveFilters(table: Table, moved: (column: number) => number): void {
  const filters = [...table.filters].map(([column, criteria]) => [moved(column), criteria] as const);
  table.filters.clear();
  for (const [column, criteria] of filters) table.filters.set(column, criteria);
}

/** What has filters: a table, or the filter of a sheet. */
export interface Filtered {
  readonly sheet: Sheet;
  readonly rows: Area;
  readonly criteria: Map<number, FilterCriteria>;
}

export const filteredTable = (table: Table): Filtered => ({ sheet: table.sheet, rows: table.bodyArea(), criteria: table.filters });

/** A filter hides rows when it is applied, not when cells change later. @assumption filter-moment */
export function applyFilters({ sheet, rows, criteria }: Filtered): void {
  const passes = Array.from({ length: rows.rows }, () => true);
  for (const [column, filter] of criteria) {
    const cells = Array.from({ length: rows.rows }, (_, row) => filteredCell(sheet, rows.row + row, rows.column + column));
    for (const [row, isPassing] of passing(filter, cells).entries()) if (!isPassing) passes[row] = false;
  }
  sheet.geometry.filteredRows.setEach(
    rows.row,
    passes.map((isPassing) => !isPassing),
  );
}

function filteredCell(sheet: Sheet, row: number, column: number): FilteredCell {
  const value = sheet.shown(row, column);
  return { value, text: shownText(value, sheet.styleAt(row, column).numberFormat, sheet.cells.formula(row, column)?.text, sheet.daysLate) };
}

export function setFilter(filtered: Filtered, column: number, criteria: FilterCriteria | null): void {
  const { sheet } = filtered;
  if (sheet.protection !== null && !sheet.protection.options.allowAutoFilter) throw accessDenied(`the sheet ${sheet.name} is protected`);
  if (column < 0 || column >= filtered.rows.columns) throw invalidArgument(`column ${column}`);
  if (criteria === null) filtered.criteria.delete(column);
  else filtered.criteria.set(column, criteria);
  applyFilters(filtered);
}

export function clearFilters(filtered: Filtered): void {
  filtered.sheet.mayDo('allowAutoFilter');
  filtered.criteria.clear();
  applyFilters(filtered);
}

export function refilter(table: Table): void {
  if (table.filters.size > 0) applyFilters(filteredTable(table));
}

export function showAllRows(sheet: Sheet, rows: Area): void {
  sheet.geometry.filteredRows.set(rows.row, rows.rows, false);
}

/** All rows are sorted, hidden ones too, and the filter is applied again. @assumption sort-filtered */
export function sortTable(table: Table, keys: readonly SortKey[], matchCase: boolean): void {
  sortRows(table.sheet, table.bodyArea(), keys, matchCase);
  table.sorted = { keys, matchCase };
  refilter(table);
}

export const isTableCell = (table: Table, row: number, column: number): boolean => holds(table.area, row, column);
