/**
 * Which sheets are ours, and what do we remember of them?
 *
 * Each of our sheets has a hidden workbook name that points to its cell A1: it survives renaming and moving, a copy of the sheet does not take it along, and
 * it is gone with the sheet. What the last run wrote (columns, highlights, charts) stands in a workbook setting, and so does the journal of a run under way.
 */
import type { Highlight, Outcome } from '../sheet/workbook';
import type { SheetPlan } from '../sheet/plan';

export const ROWS_NAME = (index: number): string => `_keshikomi_below_${index + 1}`;
const MARK = '_keshikomi.';
/** Points to the rows below 消込一覧 whose slips have gone. */
export const LEFTOVERS_NAME = '_keshikomi_leftovers';
const RECORD = 'keshikomi.record';
const JOURNAL = 'keshikomi.journal';
/** Hidden sheets that exist only while we write. */
const STAGING = '_keshikomi_';
export const stagingName = (use: 'new' | 'old', index: number): string => `${STAGING}${use}_${index + 1}`;
export const isStaging = (name: string): boolean => /^_keshikomi_(?:new|old)_\d+$/.test(name);

/** A sheet with a table goes by the table's name, a page by its own key or its number: none changes with the language. */
export function keysOf(sheets: readonly SheetPlan[]): string[] {
  let pages = 0;
  return sheets.map(({ table, key }) => table?.name ?? key ?? `page${++pages}`);
}

export const markOf = (key: string): string => `${MARK}${key}`;
export const keyOfMark = (name: string): string | null => (name.startsWith(MARK) ? name.slice(MARK.length) : null);

export interface ColumnRecord {
  readonly key: string;
  readonly header: string;
}

export interface SheetRecord {
  /** As the plan called it. */
  readonly name: string;
  readonly columns: readonly ColumnRecord[];
  readonly highlights: readonly Highlight[];
  /** Of a sheet without a table: how many rows and columns are ours. */
  readonly rows: number;
  readonly width: number;
  readonly charts: readonly string[];
}

export interface WorkbookRecord {
  readonly version: 1;
  readonly run: number;
  readonly runAt: string;
  readonly sheets: Readonly<Record<string, SheetRecord>>;
  readonly outcome?: Outcome;
}

/** A column filter, by the column's header. */
export interface KeptFilter {
  readonly header: string;
  readonly criteria: Excel.FilterCriteria;
}

/** What a sheet was like before, as far as its cells do not say it: those stand in the backup sheet. */
export interface Before {
  readonly sheetId: string;
  readonly backup: string;
  readonly name: string;
  readonly tabColour: string;
  readonly visibility: string;
  readonly header: { readonly left: string; readonly centre: string; readonly right: string };
  /** Without the sheet's name; null: none. */
  readonly printArea: string | null;
  /** Points; null: the usual width. Empty where the run changes none. */
  readonly widths: readonly (number | null)[];
  readonly rows: number;
  readonly columns: number;
  readonly table: { readonly name: string; readonly address: string; readonly headers: readonly string[]; readonly filters: readonly KeptFilter[] } | null;
  /** Called so once the run has made a table where the clerk had taken ours away; else null. */
  readonly newTable: string | null;
  /** Rows that the run puts in below what was ours: a hidden name at the first cell below tells how many are in. */
  readonly inserted: { readonly row: number; readonly name: string; readonly namedRow: number } | null;
  /** Table columns that the run puts in, from the left. */
  readonly addedColumns: readonly number[];
}

/** What a run under way must take back if it cannot go on, even if the pane is gone by then. */
export interface Journal {
  /** backup: filters may be cleared; swap: contents may differ; done: all is written, only the tidying is left. */
  readonly phase: 'backup' | 'swap' | 'done';
  readonly before: readonly Before[];
  /** Sheets that did not exist. */
  readonly fresh: readonly { readonly key: string; readonly sheetId: string }[];
  /** Charts that the run puts on sheets that were there. */
  readonly charts: readonly { readonly sheetId: string; readonly name: string }[];
  readonly record: WorkbookRecord | null;
  readonly leftovers: string | null;
  readonly tidy: Tidying;
}

/** What is only done once everything stands. */
export interface Tidying {
  readonly charts: readonly { readonly sheetId: string; readonly name: string }[];
  readonly columns: readonly { readonly table: string; readonly header: string }[];
  readonly filters: readonly { readonly table: string; readonly filters: readonly KeptFilter[] }[];
  /** Tables with wrapped texts. */
  readonly wrapped: readonly string[];
  /** The sheet that comes to the front. */
  readonly active: string | null;
}

const settingOf = (context: Excel.RequestContext, key: string): Excel.Setting => context.workbook.settings.getItemOrNullObject(key);

export async function readSetting<T>(context: Excel.RequestContext, key: string): Promise<T | null> {
  const setting = settingOf(context, key);
  setting.load('value');
  await context.sync();
  return setting.isNullObject ? null : (JSON.parse(setting.value as string) as T);
}

/** As text: Excel's own conversion of objects knows too much about dates. */
export const writeSetting = (context: Excel.RequestContext, key: string, value: unknown): void => {
  context.workbook.settings.add(key, JSON.stringify(value));
};

export const readRecord = (context: Excel.RequestContext): Promise<WorkbookRecord | null> => readSetting<WorkbookRecord>(context, RECORD);
export const readJournal = (context: Excel.RequestContext): Promise<Journal | null> => readSetting<Journal>(context, JOURNAL);
export const writeJournal = (context: Excel.RequestContext, journal: Journal): void => writeSetting(context, JOURNAL, journal);
export const writeRecord = (context: Excel.RequestContext, record: WorkbookRecord): void => writeSetting(context, RECORD, record);

export const RECORD_SETTING = RECORD;
export const JOURNAL_SETTING = JOURNAL;

/** Deletes of these settings what is there. */
export async function forgetSettings(context: Excel.RequestContext, keys: readonly string[]): Promise<void> {
  const settings = keys.map((key) => settingOf(context, key));
  for (const setting of settings) setting.load('key');
  await context.sync();
  for (const setting of settings) if (!setting.isNullObject) setting.delete();
}

/** Which of these names are there. */
export async function knownNames(context: Excel.RequestContext, names: readonly string[]): Promise<Excel.NamedItem[]> {
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  for (const item of items) item.load('name');
  await context.sync();
  return items.filter((item) => !item.isNullObject);
}

export function addName(context: Excel.RequestContext, name: string, range: Excel.Range | string): void {
  context.workbook.names.add(name, range).visible = false;
}

/** The key of the sheet that the plan called so; null: none. */
export async function keyOfSheet(context: Excel.RequestContext, name: string): Promise<string | null> {
  const record = await readRecord(context);
  return Object.entries(record?.sheets ?? {}).find(([, sheet]) => sheet.name === name)?.[0] ?? null;
}
