/** What does the workbook hold already? 取込履歴 says which files, and how each import ended; our record how the last run did. */
import type { TableFault, WorkbookState } from '../engine/workbookPort';
import { heldBy } from '../sheet/held';
import { readHistory } from '../sheet/history';
import { RECEIPT_NUMBER, RECEIPTS_TABLE } from '../sheet/receiptsName';
import { TABLE_NAMES } from '../sheet/workbook';
import { readRecord, type WorkbookRecord } from './ours';
import { findOurs, type OurSheets } from './ourSheets';
import { findTable, readRange, readTexts } from './texts';

export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const record = await readRecord(context);
  const ours = await findOurs(context);
  const { byKey, all } = ours;
  const rows = byKey.has(TABLE_NAMES.history) ? readHistory(await readTexts(context, TABLE_NAMES.history)) : [];
  const outcome = record?.outcome;
  return {
    ...heldBy(rows, outcome === undefined ? null : { runAt: record!.runAt, verdict: outcome.verdict }),
    faults: await faultsOf(context, ours, record),
    ...(await paintedOf(context, ours, record)),
    sheetNames: all.map(({ name }) => name),
    ledger: byKey.has(TABLE_NAMES.ledger) ? (outcome?.ledger ?? null) : null,
    receipts: await receiptsOf(context),
    otherTables: await otherTables(context, byKey),
  };
}

/** Fetched where there are sheets of ours, or should be. */
async function faultsOf(context: Excel.RequestContext, ours: OurSheets, record: WorkbookRecord | null): Promise<TableFault[]> {
  return record === null && ours.byKey.size === 0 ? [] : (await import('./faults')).tableFaults(context, ours, record);
}

async function paintedOf(context: Excel.RequestContext, ours: OurSheets, record: WorkbookRecord | null): Promise<Pick<WorkbookState, 'painted'>> {
  const painted = ours.byKey.size === 0 ? [] : await (await import('./losses')).paintedSheets(context, ours, record);
  return painted.length === 0 ? {} : { painted };
}

/** null: there is no table 他の収納. */
async function receiptsOf(context: Excel.RequestContext): Promise<NonNullable<WorkbookState['receipts']> | null> {
  const table = await findTable(context, RECEIPTS_TABLE);
  if (table === null) return null;
  const place = table.headers.indexOf(RECEIPT_NUMBER);
  let rows = 0;
  if (place >= 0) await readRange({ ...table, column: table.column + place, columns: 1 }, ([text = '']) => text.trim() === '' || ++rows > 0);
  return { rows, headerRow: table.row };
}

async function otherTables(context: Excel.RequestContext, ours: ReadonlyMap<string, Excel.Worksheet>): Promise<WorkbookState['otherTables']> {
  const { tables } = context.workbook;
  tables.load('items/name,items/showHeaders');
  await context.sync();
  const others = tables.items.filter(({ name, showHeaders }) => showHeaders && name !== RECEIPTS_TABLE && !ours.has(name));
  for (const table of others) {
    table.columns.load('items/name');
    table.worksheet.load('name');
  }
  await context.sync();
  return others.map(({ name, worksheet, columns }) => ({ name, sheet: worksheet.name, header: columns.items.map((column) => column.name) }));
}
