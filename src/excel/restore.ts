/** How does the workbook become what it was? From a journal that is plain data, so that the next run can do it if this one cannot. */
import { MOST_ROWS } from '../sheet/limits';
import {
  addName,
  forgetSettings,
  isStaging,
  JOURNAL_SETTING,
  knownNames,
  LEFTOVERS_NAME,
  markOf,
  readJournal,
  RECORD_SETTING,
  ROWS_NAME,
  writeRecord,
  type Before,
  type Journal,
  type KeptFilter,
} from './ours';
import { NEVER, Requests } from './requests';
import { renameHeaders } from './swap';

/** Ends what a run began: back to what was, or tidied up if everything stood already. */
export async function recover(context: Excel.RequestContext): Promise<void> {
  const journal = await readJournal(context);
  if (journal?.phase === 'done') return tidy(context, journal);
  if (journal !== null) await restore(context, journal);
  await removeStaging(context);
}

async function removeStaging(context: Excel.RequestContext): Promise<void> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const staging = worksheets.items.filter(({ name }) => isStaging(name));
  for (const sheet of staging) sheet.delete();
  await context.sync();
}

async function restore(context: Excel.RequestContext, journal: Journal): Promise<void> {
  if (journal.phase === 'swap') {
    for (const before of journal.before) await restoreSheet(context, before);
    await dropFresh(context, journal);
    await dropCharts(context, journal.charts);
    await restoreNames(context, journal);
    if (journal.record !== null) writeRecord(context, journal.record);
    else await forgetSettings(context, [RECORD_SETTING]);
  }
  for (const before of journal.before) if (before.table !== null) applyFilters(context, before.table.name, before.table.filters);
  await context.sync();
  await dropNames(
    context,
    journal.before.map((_, index) => ROWS_NAME(index)),
  );
  await forgetSettings(context, [JOURNAL_SETTING]);
  await context.sync();
}

function applyFilters(context: Excel.RequestContext, name: string, filters: readonly KeptFilter[]): void {
  const table = context.workbook.tables.getItem(name);
  for (const { header, criteria } of filters) table.columns.getItem(header).filter.apply(criteria);
}

async function restoreSheet(context: Excel.RequestContext, before: Before): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(before.sheetId);
  await takeOutRows(context, sheet, before);
  if (before.newTable !== null) await dropTable(context, before.newTable);
  if (before.table !== null) await restoreTable(context, before.table, before.addedColumns);
  restoreCells(context, sheet, before);
  restorePage(sheet, before);
  await context.sync();
}

/** The name below tells how many rows were put in. */
async function takeOutRows(context: Excel.RequestContext, sheet: Excel.Worksheet, { inserted }: Before): Promise<void> {
  if (inserted === null) return;
  const range = context.workbook.names.getItem(inserted.name).getRange();
  range.load('rowIndex');
  await context.sync();
  const count = range.rowIndex - inserted.namedRow;
  range.untrack();
  if (count > 0) sheet.getRange(`${inserted.row + 1}:${inserted.row + count}`).delete('Up');
}

async function dropTable(context: Excel.RequestContext, name: string): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (!table.isNullObject) table.convertToRange();
}

async function restoreTable(context: Excel.RequestContext, { name, address, headers }: NonNullable<Before['table']>, added: readonly number[]): Promise<void> {
  const table = context.workbook.tables.getItem(name);
  table.clearFilters();
  table.columns.load('count');
  await context.sync();
  const present = added.slice(0, Math.max(0, table.columns.count - headers.length));
  for (const column of [...present].reverse()) table.columns.getItemAt(column).delete();
  table.resize(address);
  const row = table.getHeaderRowRange();
  row.load('values');
  await context.sync();
  if (headers.some((text, index) => text !== String(row.values[0]![index]))) renameHeaders(row, headers);
  row.untrack();
}

/** Whole columns of looks: the conditional formats reach to the last row. */
function restoreCells(context: Excel.RequestContext, sheet: Excel.Worksheet, { backup, rows, columns }: Before): void {
  const kept = context.workbook.worksheets.getItem(backup);
  const looks = (of: Excel.Worksheet): Excel.Range => of.getRangeByIndexes(0, 0, MOST_ROWS, columns);
  sheet.getRangeByIndexes(0, 0, rows, columns).copyFrom(kept.getRangeByIndexes(0, 0, rows, columns), 'Formulas');
  looks(sheet).conditionalFormats.clearAll();
  looks(sheet).copyFrom(looks(kept), 'Formats');
}

function restorePage(sheet: Excel.Worksheet, { name, tabColour, header, printArea, widths }: Before): void {
  const page = sheet.pageLayout.headersFooters.defaultForAllPages;
  sheet.name = name;
  sheet.tabColor = tabColour;
  page.leftHeader = header.left;
  page.centerHeader = header.centre;
  page.rightHeader = header.right;
  if (printArea !== null) sheet.pageLayout.setPrintArea(printArea);
  for (const [column, width] of widths.entries()) {
    const { format } = sheet.getRangeByIndexes(0, column, 1, 1).getEntireColumn();
    if (width === null) format.useStandardWidth = true;
    else format.columnWidth = width;
  }
}

/** Names first: none shall ever point to a sheet that is gone. */
async function dropFresh(context: Excel.RequestContext, { fresh }: Journal): Promise<void> {
  await dropNames(
    context,
    fresh.map(({ key }) => markOf(key)),
  );
  const sheets = fresh.map(({ sheetId }) => context.workbook.worksheets.getItemOrNullObject(sheetId));
  for (const sheet of sheets) sheet.load('name');
  await context.sync();
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  await context.sync();
}

async function dropNames(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  for (const item of await knownNames(context, names)) item.delete();
  await context.sync();
}

async function dropCharts(context: Excel.RequestContext, charts: Journal['charts']): Promise<void> {
  const found = charts.map(({ sheetId, name }) => context.workbook.worksheets.getItem(sheetId).charts.getItemOrNullObject(name));
  for (const chart of found) chart.load('name');
  await context.sync();
  for (const chart of found) if (!chart.isNullObject) chart.delete();
  await context.sync();
}

async function restoreNames(context: Excel.RequestContext, { leftovers }: Journal): Promise<void> {
  const [known] = await knownNames(context, [LEFTOVERS_NAME]);
  known?.delete();
  if (leftovers !== null) addName(context, LEFTOVERS_NAME, leftovers);
  await context.sync();
}

/** Nothing here can make the result wrong: what is not tidied now is tidied by the next run. */
export async function tidy(context: Excel.RequestContext, { tidy: tidying, before }: Journal): Promise<void> {
  const requests = new Requests(context, NEVER);
  await dropCharts(context, tidying.charts);
  await dropColumns(context, tidying.columns);
  await removeStaging(context);
  await fitRows(requests, tidying.wrapped);
  await keepFilters(context, tidying);
  await dropNames(
    context,
    before.map((_, index) => ROWS_NAME(index)),
  );
  bringToFront(context, tidying.active);
  await forgetSettings(context, [JOURNAL_SETTING]);
  await context.sync();
}

function bringToFront(context: Excel.RequestContext, sheetId: string | null): void {
  if (sheetId === null) return;
  const sheet = context.workbook.worksheets.getItem(sheetId);
  sheet.visibility = 'Visible';
  sheet.activate();
}

/** From the right: none moves before its turn. */
async function dropColumns(context: Excel.RequestContext, columns: Journal['tidy']['columns']): Promise<void> {
  const found = columns.map(({ table, header }) => context.workbook.tables.getItem(table).columns.getItemOrNullObject(header));
  for (const column of found) column.load('name');
  await context.sync();
  for (const column of found.reverse()) if (!column.isNullObject) column.delete();
  await context.sync();
}

async function fitRows(requests: Requests, tables: readonly string[]): Promise<void> {
  for (const name of tables) {
    await requests.room(500);
    requests.context.workbook.tables.getItem(name).getDataBodyRange().format.autofitRows();
  }
  await requests.send();
}

async function keepFilters(context: Excel.RequestContext, { filters }: Journal['tidy']): Promise<void> {
  for (const { table: name, filters: kept } of filters) {
    const { columns } = context.workbook.tables.getItem(name);
    columns.load('items/name');
    await context.sync();
    for (const { header, criteria } of kept) columns.items.find((column) => column.name === header)?.filter.apply(criteria);
    await context.sync();
  }
}
