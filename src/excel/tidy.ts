/** What is left to do once everything stands? Nothing here can make the result wrong: what is not done now is done by the next run. */
import type { WriteNote } from '../engine/workbookPort';
import type { Claims } from './claim';
import { forgetSettings, JOURNAL_SETTING, ROWS_NAME, setNames, type Journal } from './ours';
import { dropCharts, removeStaging } from './remnants';
import { NEVER, Requests } from './requests';
import { fitRows, showRows } from './rows';
import { sortAgain } from './sorting';
import { setViews } from './views';
import { inFront } from './waiting';

export async function tidy(context: Excel.RequestContext, { tidy: tidying, before }: Journal, claims: Claims): Promise<WriteNote[]> {
  const requests = new Requests(context, NEVER, claims);
  await dropCharts(context, tidying.charts);
  await dropColumns(context, tidying.columns);
  await removeStaging(context);
  const rowsShown = await showRows(context, tidying.stood ?? []);
  const unsorted = await sortAgain(context, tidying.sorts ?? []);
  await fitRows(requests, tidying.wrapped);
  await keepFilters(context, tidying);
  const notes = [...rowsShown, ...unsorted, ...(await setViews(context, tidying.views ?? []))];
  await bringToFront(context, tidying.active);
  await setNames(context, Object.fromEntries(before.map((_, index) => [ROWS_NAME(index), null])));
  await forgetSettings(context, [JOURNAL_SETTING]);
  await context.sync();
  return notes;
}

async function bringToFront(context: Excel.RequestContext, sheetId: string | null): Promise<void> {
  if (sheetId === null) return;
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
  sheet.load('visibility');
  await context.sync();
  if (sheet.isNullObject) return;
  await inFront(context, () => {
    if (sheet.visibility !== 'Visible') sheet.visibility = 'Visible';
    sheet.activate();
  });
}

/** From the right: none moves before its turn. */
async function dropColumns(context: Excel.RequestContext, columns: Journal['tidy']['columns']): Promise<void> {
  const found = columns.map(({ table, header }) => context.workbook.tables.getItemOrNullObject(table).columns.getItemOrNullObject(header));
  for (const column of found) column.load('name');
  await context.sync();
  for (const column of found.reverse()) if (!column.isNullObject) column.delete();
  await context.sync();
}

async function keepFilters(context: Excel.RequestContext, { filters }: Journal['tidy']): Promise<void> {
  for (const { table: name, filters: kept } of filters) {
    if (kept.length === 0) continue;
    const table = context.workbook.tables.getItemOrNullObject(name);
    table.columns.load('items/name');
    await context.sync();
    if (table.isNullObject) continue;
    for (const { header, criteria } of kept) table.columns.items.find((column) => column.name === header)?.filter.apply(criteria);
    await context.sync();
  }
}
