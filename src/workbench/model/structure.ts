/** What moves when cells are inserted or deleted? Contents, looks, tables, conditional formats, names, and the formulas that point to them. */
import { COLUMNS, contains, overlaps, type Area } from './address';
import { insertDeleteConflict } from './errors';
import type { Runs } from './runs';
import type { Table } from './sheet';
import { across, afterDelete, along, isWhole, lengthOf, relocated, withSpan, type Shift } from './shift';
import { ownerOf } from './workbook';

export function shiftCells(shift: Shift): void {
  checkProtection(shift);
  checkTables(shift);
  if (shift.isInsert) checkRoom(shift);
  moveContents(shift);
  moveLooks(shift);
  moveLines(shift);
  moveTables(shift);
  moveAreas(shift);
  ownerOf(shift.sheet).relocate(shift);
}

function checkProtection({ sheet, area, axis, isInsert }: Shift): void {
  if (!isWhole(area, axis)) return sheet.mayEdit(area);
  const line = axis === 'row' ? 'Rows' : 'Columns';
  sheet.mayDo(isInsert ? `allowInsert${line}` : `allowDelete${line}`);
}

/** A table moves or grows as a whole, or Excel refuses. */
function checkTables(shift: Shift): void {
  const { sheet, area, axis, isInsert } = shift;
  const moving = withSpan(area, axis, { start: along(area, axis).start, count: lengthOf(axis) - along(area, axis).start });
  for (const table of sheet.tables) {
    if (!overlaps(table.area, moving) || (!isInsert && contains(area, table.area))) continue;
    const band = across(area, axis);
    const own = across(table.area, axis);
    if (own.start < band.start || own.start + own.count > band.start + band.count) throw insertDeleteConflict(`the table ${table.name}`);
    if (axis === 'row') checkHeader(shift, table);
  }
}

function checkHeader({ area, isInsert }: Shift, table: Table): void {
  const header = table.headerArea();
  if (isInsert) return;
  if (header !== null && overlaps(header, area)) throw insertDeleteConflict(`the header of the table ${table.name}`);
  const left = afterDelete({ start: table.bodyArea().row, count: table.bodyArea().rows }, area.row, area.rows);
  if (left === null) throw insertDeleteConflict(`all rows of the table ${table.name}`);
}

function checkRoom({ sheet, area, axis }: Shift): void {
  const { count } = along(area, axis);
  const edge = withSpan(area, axis, { start: lengthOf(axis) - count, count });
  if (sheet.cells.used(edge) !== null) throw insertDeleteConflict('cells would be pushed off the sheet');
}

function moveContents({ sheet, area, axis, isInsert }: Shift): void {
  const { start, count } = along(area, axis);
  const from = isInsert ? start : start + count;
  const by = isInsert ? count : -count;
  if (!isInsert) sheet.cells.clear(area);
  const taken = sheet.cells.taken(withSpan(area, axis, { start: from, count: lengthOf(axis) - from }));
  sheet.cells.put(taken, axis === 'row' ? by : 0, axis === 'row' ? 0 : by);
}

/** Inserted rows look like the row above them. */
function moveLooks({ sheet, area, axis, isInsert }: Shift): void {
  const { start, count } = along(area, axis);
  if (axis === 'row') return sheet.changeRowsOfStyles(area, (runs) => shiftRuns(runs, start, count, isInsert));
  const from = isInsert ? start : start + count;
  sheet.moveStyles({ ...area, column: from, columns: COLUMNS - from }, isInsert ? count : -count);
}

function shiftRuns<T>(runs: Runs<T>, at: number, count: number, isInsert: boolean, inserted?: T): void {
  if (!isInsert) runs.remove(at, count);
  else if (inserted === undefined) runs.insert(at, count);
  else runs.insert(at, count, inserted);
}

function moveLines({ sheet: { geometry }, area, axis, isInsert }: Shift): void {
  if (!isWhole(area, axis)) return;
  const { start, count } = along(area, axis);
  if (axis === 'column') {
    shiftRuns(geometry.widths, start, count, isInsert);
    shiftRuns(geometry.hiddenColumns, start, count, isInsert, false);
    return;
  }
  shiftRuns(geometry.heights, start, count, isInsert, null);
  shiftRuns(geometry.fittedHeights, start, count, isInsert, null);
  shiftRuns(geometry.hiddenRows, start, count, isInsert, false);
  shiftRuns(geometry.filteredRows, start, count, isInsert, false);
}

function moveTables(shift: Shift): void {
  const { sheet } = shift;
  for (const table of [...sheet.tables]) {
    const area = relocated(shift, table.area);
    if (area === null) sheet.tables.splice(sheet.tables.indexOf(table), 1);
    else moveTable(shift, table, area);
  }
}

function moveTable({ area: shifted, isInsert }: Shift, table: Table, area: Area): void {
  const [before, after] = [table.area.columns, area.columns];
  const at = Math.max(0, shifted.column - table.area.column);
  table.area = area;
  if (after === before) return;
  table.spliceNames(
    at,
    isInsert ? 0 : before - after,
    Array.from({ length: Math.max(0, after - before) }, () => ''),
  );
  ownerOf(table.sheet).followHeaders(table);
}

function moveAreas(shift: Shift): void {
  const { sheet } = shift;
  const moved = (area: Area | null): Area | null => (area === null ? null : relocated(shift, area));
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
    format.areas = format.areas.flatMap((area) => moved(area) ?? []);
    return format.areas.length > 0;
  });
  const { pageLayout } = sheet;
  pageLayout.printArea = pageLayout.printArea.flatMap((area) => moved(area) ?? []);
  pageLayout.printTitleRows = moved(pageLayout.printTitleRows);
  pageLayout.printTitleColumns = moved(pageLayout.printTitleColumns);
  if (sheet.filter === null) return;
  const filtered = moved(sheet.filter.area);
  sheet.filter = filtered === null ? null : { area: filtered, criteria: sheet.filter.criteria };
}
