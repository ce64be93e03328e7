/**
 * Which of our tables are not what we wrote: turned into cells, called otherwise, gone, without a column of ours? Told by the sheet's mark, by the headers and
 * by what we remember. Repaired only when the clerk asks for it, and never by leaving a row out.
 */
import type { TableFault } from '../engine/workbookPort';
import { headersEn } from '../sheet/headers.en';
import { headersJa } from '../sheet/headers.ja';
import { TABLE_STYLE } from '../sheet/dress';
import { columnLetters } from '../sheet/references';
import { TABLE_FIRST_ROW, TABLE_HEADER_ROW, TABLE_NAMES, type TableName } from '../sheet/workbook';
import type { WorkbookRecord } from './ours';
import { findOurs, readLeftovers, type OurSheets } from './ourSheets';

/** A run makes the others anew from what these say. */
const SOURCES: readonly TableName[] = [TABLE_NAMES.history, TABLE_NAMES.originals];
/** Without a record: so many headers of ours in the header's row are no accident. */
const ENOUGH = 3;
const WIDEST = 200;

interface Standing {
  readonly key: TableName;
  readonly sheet: Excel.Worksheet;
  readonly tables: readonly { readonly name: string; readonly headers: readonly string[] }[];
  /** The cells of the row in which our headers stand. */
  readonly headerCells: readonly string[];
  readonly known: readonly string[];
}

export async function tableFaults(context: Excel.RequestContext, ours: OurSheets, record: WorkbookRecord | null): Promise<TableFault[]> {
  return (await standingTables(context, ours, record)).flatMap((one) => faultOf(one) ?? []);
}

async function standingTables(context: Excel.RequestContext, { byKey }: OurSheets, record: WorkbookRecord | null): Promise<Standing[]> {
  const marked = Object.values(TABLE_NAMES).flatMap((key) => {
    const sheet = byKey.get(key);
    if (sheet === undefined) return [];
    const cells = sheet.getRangeByIndexes(TABLE_HEADER_ROW, 0, 1, WIDEST);
    cells.load('values');
    sheet.tables.load('items/name,items/showHeaders');
    return [{ key, sheet, cells }];
  });
  await context.sync();
  for (const { sheet } of marked) for (const table of sheet.tables.items) table.columns.load('items/name');
  await context.sync();
  return marked.map(({ key, sheet, cells }) => {
    const headerCells = (cells.values[0] as unknown[]).map(String);
    cells.untrack();
    const tables = sheet.tables.items.map(({ name, columns }) => ({ name, headers: columns.items.map((column) => column.name) }));
    return { key, sheet, tables, headerCells, known: record?.sheets[key]?.columns.map(({ header }) => header) ?? [] };
  });
}

function faultOf({ key, sheet: { name: sheet }, tables, headerCells, known }: Standing): TableFault | null {
  const own = tables.find(({ name }) => name === key);
  if (own !== undefined) {
    const missing = SOURCES.includes(key) ? known.filter((header) => !own.headers.includes(header)) : [];
    return missing.length === 0 ? null : { table: key, sheet, fault: 'columnsLost', columns: missing, isMendable: false };
  }
  const renamed = tables.find(({ headers }) => areOurs(key, headers, known));
  if (renamed !== undefined) return { table: key, sheet, fault: 'renamed', as: renamed.name, isMendable: true };
  if (tables.length === 0 && areOurs(key, headerCells, known)) return { table: key, sheet, fault: 'converted', isMendable: true };
  // A run makes these anew; 取込履歴 and what was imported are nowhere else.
  return SOURCES.includes(key) ? { table: key, sheet, fault: 'gone', isMendable: false } : null;
}

function areOurs(key: TableName, found: readonly string[], known: readonly string[]): boolean {
  if (known.length > 0) return known.every((header) => found.includes(header));
  const words = new Set([headersJa, headersEn].flatMap((headers) => Object.values(ownHeaders(headers, key))));
  return found.filter((text) => words.has(text)).length >= ENOUGH;
}

function ownHeaders(headers: typeof headersJa, key: TableName): Readonly<Record<string, string>> {
  if (key === TABLE_NAMES.history) return headers.history;
  if (key === TABLE_NAMES.originals) return headers.originals;
  return headers.reconciliation;
}

/** Makes tables again of what can be mended; answers what cannot. The claim is the caller's. */
export async function mend(context: Excel.RequestContext, record: WorkbookRecord | null): Promise<TableFault[]> {
  const ours = await findOurs(context);
  const standing = await standingTables(context, ours, record);
  for (const one of standing) {
    const fault = faultOf(one);
    if (fault?.fault === 'renamed') one.sheet.tables.getItem(fault.as).name = one.key;
    if (fault?.fault === 'converted') await tableAgain(context, one, ours);
  }
  await context.sync();
  return tableFaults(context, await findOurs(context), record);
}

async function tableAgain(context: Excel.RequestContext, { key, sheet, headerCells }: Standing, ours: OurSheets): Promise<void> {
  const width = headerCells.findIndex((text) => text === '');
  const columns = width < 0 ? headerCells.length : width;
  const rows = await rowsOf(context, sheet, columns, key === TABLE_NAMES.reconciliation ? await readLeftovers(context, ours) : null);
  const table = sheet.tables.add(`A${TABLE_HEADER_ROW + 1}:${columnLetters(columns - 1)}${TABLE_FIRST_ROW + Math.max(1, rows)}`, true);
  table.name = key;
  table.style = TABLE_STYLE.name;
  table.showBandedRows = TABLE_STYLE.hasBands;
}

/** To the first row without anything: what the clerk wrote further down is his. A source has no row without anything, and ends with its last one. */
async function rowsOf(context: Excel.RequestContext, sheet: Excel.Worksheet, columns: number, leftovers: { readonly row: number } | null): Promise<number> {
  const used = sheet.getUsedRange(true);
  used.load('rowIndex,rowCount');
  await context.sync();
  const end = Math.min(used.rowIndex + used.rowCount, leftovers?.row ?? Infinity);
  used.untrack();
  const AT_ONCE = Math.max(1, Math.floor(20_000 / columns));
  let rows = 0;
  for (let from = TABLE_FIRST_ROW; from < end; from += AT_ONCE) {
    const part = sheet.getRangeByIndexes(from, 0, Math.min(AT_ONCE, end - from), columns);
    part.load('values');
    await context.sync();
    const values = part.values as unknown[][];
    part.untrack();
    const blank = values.findIndex((row) => row.every((value) => value === ''));
    rows += blank < 0 ? values.length : blank;
    if (blank >= 0) break;
  }
  return rows;
}
