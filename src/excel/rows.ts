/** How high are the rows of our tables, and which are seen, whatever the clerk has hidden? */
import type { WriteNote } from '../engine/workbookPort';
import type { Requests } from './requests';

/** A hidden column has no width: its wrapped texts would make rows 409.5 points high. It is shown while the rows are fitted. */
export async function fitRows(requests: Requests, names: readonly string[]): Promise<void> {
  const { context } = requests;
  for (const body of await bodiesOf(context, names)) {
    const hidden = body.range.columnHidden === false ? [] : await hiddenColumns(context, body);
    await requests.room(500 + hidden.length * 500);
    for (const column of hidden) column.columnHidden = false;
    body.range.format.autofitRows();
    for (const column of hidden) column.columnHidden = true;
  }
  await requests.send();
}

/** Rows that the clerk has hidden hold other slips now: one of them would be out of sight. Where filters hide rows again this was done already. */
export async function showRows(context: Excel.RequestContext, names: readonly string[]): Promise<WriteNote[]> {
  const bodies = (await bodiesOf(context, names)).filter(({ range, isFiltered }) => range.rowHidden !== false && !isFiltered);
  if (bodies.length === 0) return [];
  for (const { range, sheet } of bodies) {
    range.rowHidden = false;
    sheet.load('name');
  }
  await context.sync();
  return [{ code: 'rowsShown', sheets: bodies.map(({ sheet }) => sheet.name) }];
}

interface Body {
  readonly range: Excel.Range;
  readonly sheet: Excel.Worksheet;
  readonly isFiltered: boolean;
}

async function bodiesOf(context: Excel.RequestContext, names: readonly string[]): Promise<Body[]> {
  const tables = names.map((name) => context.workbook.tables.getItemOrNullObject(name));
  for (const table of tables) table.load('name');
  await context.sync();
  const found = tables.filter(({ isNullObject }) => !isNullObject).map((table) => ({ table, range: table.getDataBodyRange() }));
  for (const { table, range } of found) {
    range.load('columnCount,columnHidden,rowHidden');
    table.autoFilter.load('isDataFiltered');
  }
  await context.sync();
  return found.map(({ table, range }) => ({ range, sheet: table.worksheet, isFiltered: table.autoFilter.isDataFiltered }));
}

async function hiddenColumns(context: Excel.RequestContext, { range }: Body): Promise<Excel.Range[]> {
  const columns = Array.from({ length: range.columnCount }, (_, index) => range.getColumn(index));
  for (const column of columns) column.load('columnHidden');
  await context.sync();
  return columns.filter(({ columnHidden }) => columnHidden);
}
