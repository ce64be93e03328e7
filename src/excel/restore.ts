/** How does the workbook become what it was? From a journal that is plain data, so that the next run can do it if this one cannot. */
import { OtherAtWork, type AtWork, type WriteNote } from '../engine/workbookPort';
import { MOST_ROWS } from '../sheet/limits';
import type { Claims } from './claim';
import {
  forgetSettings,
  JOURNAL_SETTING,
  LEFTOVERS_NAME,
  markOf,
  readJournal,
  RECORD_SETTING,
  ROWS_NAME,
  setNames,
  writeRecord,
  type Before,
  type Journal,
  type KeptFilter,
} from './ours';
import { dropCharts, dropEmptyRow, keepBackups, removeStaging } from './remnants';
import { renameHeaders } from './tableHeaders';
import { tidy } from './tidy';
import { inFront } from './waiting';

/** Claims the workbook, and ends what an abandoned run began. Throws OtherAtWork where another pane is alive. */
export async function takeOver(context: Excel.RequestContext, claims: Claims, work: AtWork['work'], since: string): Promise<WriteNote[]> {
  const was = await claims.take(context, work, since);
  const journal = await readJournal(context);
  if (journal === 'damaged') return [{ code: 'journalDamaged', kept: await dropJournal(context) }];
  if (journal === null) {
    await removeStaging(context);
    if (was?.work === 'record') await dropEmptyRow(context);
    return was === null || was.work === 'record' || was.work === 'recovery' ? [] : [{ code: 'interrupted', atWork: was, end: 'untouched', lost: [], kept: [] }];
  }
  const atWork = was ?? { work: 'run', since: '' };
  if (journal.phase === 'done') {
    const notes = await tidy(context, journal, claims);
    return was === null ? notes : [...notes, { code: 'interrupted', atWork, end: 'written', lost: [], kept: [] }];
  }
  return [{ code: 'interrupted', atWork, end: 'restored', ...(await restoreAtAnyRate(context, journal, claims)) }];
}

/** Ends what our own run began: back to what was, or tidied up if everything stood already. */
export async function recover(context: Excel.RequestContext, claims: Claims): Promise<WriteNote[]> {
  const journal = await readJournal(context);
  if (journal === 'damaged') throw new Error('the journal is damaged');
  if (journal?.phase === 'done') return tidy(context, journal, claims);
  if (journal !== null) await restore(context, journal, claims, false);
  await removeStaging(context);
  return [];
}

interface Losses {
  /** Sheets that could not be restored. */
  readonly lost: readonly string[];
  /** Sheets that hold what stood there. */
  readonly kept: readonly string[];
}

async function dropJournal(context: Excel.RequestContext): Promise<readonly string[]> {
  const kept = await keepBackups(context, null);
  await removeStaging(context);
  await forgetSettings(context, [JOURNAL_SETTING]);
  await context.sync();
  return kept;
}

const TRIES = 2;

/** A workbook may not be locked for good: what cannot be restored is kept beside, and told. */
async function restoreAtAnyRate(context: Excel.RequestContext, journal: Journal, claims: Claims): Promise<Losses> {
  for (let attempt = 0; ; attempt++) {
    try {
      const losses = await restore(context, journal, claims, attempt >= TRIES);
      await removeStaging(context);
      return losses;
    } catch (problem) {
      if (attempt >= TRIES || problem instanceof OtherAtWork) throw problem;
    }
  }
}

async function restore(context: Excel.RequestContext, journal: Journal, claims: Claims, givesUp: boolean): Promise<Losses> {
  const [lost, failed]: [string[], Before[]] = [[], []];
  if (journal.phase === 'swap') {
    for (const before of journal.before) {
      const end = await restoreSheet(context, before).catch((problem: unknown) => {
        if (!givesUp) throw problem;
        failed.push(before);
        return 'lost' as const;
      });
      if (end === 'lost') lost.push(before.name);
      await claims.keep(context);
    }
    await dropFresh(context, journal);
    await dropCharts(context, journal.charts);
    await setNames(context, { [LEFTOVERS_NAME]: journal.leftovers });
    if (journal.record !== null) writeRecord(context, journal.record);
    else await forgetSettings(context, [RECORD_SETTING]);
    await context.sync();
  }
  for (const before of journal.before)
    if (before.table !== null && !lost.includes(before.name)) await applyFilters(context, before.table.name, before.table.filters);
  const kept = failed.length === 0 ? [] : await keepBackups(context, failed);
  await setNames(context, Object.fromEntries(journal.before.map((_, index) => [ROWS_NAME(index), null])));
  await forgetSettings(context, [JOURNAL_SETTING]);
  await context.sync();
  return { lost, kept };
}

async function applyFilters(context: Excel.RequestContext, name: string, filters: readonly KeptFilter[]): Promise<void> {
  if (filters.length === 0) return;
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.columns.load('items/name');
  await context.sync();
  if (table.isNullObject) return;
  for (const { header, criteria } of filters) table.columns.items.find((column) => column.name === header)?.filter.apply(criteria);
  await context.sync();
}

/** lost: the sheet is gone, or what was kept of it. */
async function restoreSheet(context: Excel.RequestContext, before: Before): Promise<'restored' | 'lost'> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(before.sheetId);
  const backup = context.workbook.worksheets.getItemOrNullObject(before.backup);
  sheet.load('name');
  backup.load('name');
  await context.sync();
  if (sheet.isNullObject) return 'lost';
  await takeOutRows(context, sheet, before);
  if (before.newTable !== null) await dropTable(context, before.newTable);
  const isTableGone = before.table !== null && !(await restoreTable(context, before.table, before.addedColumns));
  if (!backup.isNullObject) restoreCells(sheet, backup, before);
  restorePage(sheet, before);
  await context.sync();
  if (isTableGone && !backup.isNullObject) await makeTableAgain(context, sheet, before.table!);
  return backup.isNullObject ? 'lost' : 'restored';
}

/** The name below tells how many rows were put in. */
async function takeOutRows(context: Excel.RequestContext, sheet: Excel.Worksheet, { inserted }: Before): Promise<void> {
  if (inserted === null) return;
  const name = context.workbook.names.getItemOrNullObject(inserted.name);
  const range = name.getRangeOrNullObject();
  range.load('rowIndex');
  await context.sync();
  if (name.isNullObject || range.isNullObject) return;
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

/** Answers whether the table is there. */
async function restoreTable(
  context: Excel.RequestContext,
  { name, address, headers }: NonNullable<Before['table']>,
  added: readonly number[],
): Promise<boolean> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return false;
  await inFront(context, () => table.clearFilters());
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
  return true;
}

async function makeTableAgain(context: Excel.RequestContext, sheet: Excel.Worksheet, { name, address }: NonNullable<Before['table']>): Promise<void> {
  const table = sheet.tables.add(address, true);
  table.name = name;
  await context.sync();
}

/** Whole columns of looks: the conditional formats reach to the last row. */
function restoreCells(sheet: Excel.Worksheet, kept: Excel.Worksheet, { rows, columns }: Before): void {
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
  await setNames(context, Object.fromEntries(fresh.map(({ key }) => [markOf(key), null])));
  await inFront(context, async () => {
    const sheets = fresh.map(({ sheetId }) => context.workbook.worksheets.getItemOrNullObject(sheetId));
    for (const sheet of sheets) sheet.load('name');
    await context.sync();
    for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  });
}
