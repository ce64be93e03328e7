/**
 * Which sheets are ours, and what do we remember of them?
 *
 * Each of our sheets has a hidden workbook name that points to its cell A1: it survives renaming and moving, a copy of the sheet does not take it along, and
 * it is gone with the sheet. What the last run wrote (columns, highlights, charts) stands in a workbook setting, and so does the journal of a run under way.
 */
import { columnLetters } from '../sheet/references';
import type { Highlight, Outcome } from '../sheet/workbook';
import type { SheetPlan } from '../sheet/plan';
import type { KeptSort } from './sorting';
import type { View } from './views';

export const ROWS_NAME = (index: number): string => `_keshikomi_below_${index + 1}`;
const MARK = '_keshikomi.';
/** Points to the rows below 消込一覧 whose slips have gone. */
export const LEFTOVERS_NAME = '_keshikomi_leftovers';
const RECORD = 'keshikomi.record';
const JOURNAL = 'keshikomi.journal';
/** Who writes now (claim.ts). */
export const CLAIM_SETTING = 'keshikomi.work';
/** Hidden sheets that exist only while we write. */
const STAGING = '_keshikomi_';
/** `owner`: two panes that begin at once do not take each other's. */
export const stagingName = (use: 'new' | 'old', index: number, owner: string): string => `${STAGING}${use}_${index + 1}_${owner}`;
export const isStaging = (name: string, owner = ''): boolean => /^_keshikomi_(?:new|old)_\d+(?:_[0-9a-f]+)?$/.test(name) && name.endsWith(owner);

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
  /** Tables that were there; absent in journals of earlier versions, as are the orders of their rows. */
  readonly stood?: readonly string[];
  readonly sorts?: readonly KeptSort[];
  /** Tables with wrapped texts. */
  readonly wrapped: readonly string[];
  /** New sheets; absent in journals of earlier versions. */
  readonly views?: readonly View[];
  /** The sheet that comes to the front. */
  readonly active: string | null;
}

const settingOf = (context: Excel.RequestContext, key: string): Excel.Setting => context.workbook.settings.getItemOrNullObject(key);

export interface KeptSetting {
  /** null: there is none, or it is damaged. */
  readonly value: unknown;
  /** Somebody or something has changed it: it is no JSON any more. */
  readonly isDamaged: boolean;
}

export async function readSettings(context: Excel.RequestContext, keys: readonly string[]): Promise<KeptSetting[]> {
  const settings = keys.map((key) => settingOf(context, key));
  for (const setting of settings) setting.load('value');
  await context.sync();
  return settings.map((setting) => (setting.isNullObject ? { value: null, isDamaged: false } : parsed(setting.value)));
}

function parsed(text: unknown): KeptSetting {
  try {
    return { value: JSON.parse(String(text)) as unknown, isDamaged: false };
  } catch {
    return { value: null, isDamaged: true };
  }
}

/** As it was kept; whoever reads it checks it. */
export const readSetting = async (context: Excel.RequestContext, key: string): Promise<unknown> => (await readSettings(context, [key]))[0]!.value;

/** As text: Excel's own conversion of objects knows too much about dates. */
export const writeSetting = (context: Excel.RequestContext, key: string, value: unknown): void => {
  context.workbook.settings.add(key, JSON.stringify(value));
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isSheetRecord = (value: unknown): boolean =>
  isObject(value) && [value.columns, value.highlights, value.charts].every(isList) && typeof value.rows === 'number' && typeof value.width === 'number';

const isRecord = (value: unknown): value is WorkbookRecord =>
  isObject(value) && value.version === 1 && typeof value.run === 'number' && isObject(value.sheets) && Object.values(value.sheets).every(isSheetRecord);

const isJournal = (value: unknown): value is Journal =>
  isObject(value) &&
  ['backup', 'swap', 'done'].includes(String(value.phase)) &&
  [value.before, value.fresh, value.charts].every((list) => isList(list) && list.every(isObject)) &&
  isObject(value.tidy) &&
  [value.tidy.charts, value.tidy.columns, value.tidy.filters, value.tidy.wrapped].every(isList);

/** What we remember; damaged, it is forgotten, and said. */
export async function readMemory(context: Excel.RequestContext): Promise<{ readonly record: WorkbookRecord | null; readonly isDamaged: boolean }> {
  const [{ value, isDamaged }] = (await readSettings(context, [RECORD])) as [KeptSetting];
  return isRecord(value) ? { record: value, isDamaged: false } : { record: null, isDamaged: isDamaged || value !== null };
}

export const readRecord = async (context: Excel.RequestContext): Promise<WorkbookRecord | null> => (await readMemory(context)).record;

export async function readJournal(context: Excel.RequestContext): Promise<Journal | 'damaged' | null> {
  const [{ value, isDamaged }] = (await readSettings(context, [JOURNAL])) as [KeptSetting];
  if (isJournal(value)) return value;
  return isDamaged || value !== null ? 'damaged' : null;
}

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

/** What a name of ours means while it means nothing: deleting names takes older Excels down (office-js #2983). */
const NOTHING = '=0';

/**
 * `formulas`: what each name means; null: nothing. A name that is there is changed, others are made from a text: Excel 2021 crashed over ranges (#2078).
 * What is there is asked for now, and all is set by what is answered.
 */
export async function settingNames(context: Excel.RequestContext, formulas: Readonly<Record<string, string | null>>): Promise<() => void> {
  const wanted = Object.entries(formulas).map(([name, formula]) => ({ name, formula, item: context.workbook.names.getItemOrNullObject(name) }));
  for (const { item } of wanted) item.load('formula');
  await context.sync();
  return () => {
    for (const { name, formula, item } of wanted) {
      if (!item.isNullObject) item.formula = formula ?? NOTHING;
      else if (formula !== null) context.workbook.names.add(name, formula).visible = false;
    }
  };
}

/** Goes with the next request. */
export const setNames = async (context: Excel.RequestContext, formulas: Readonly<Record<string, string | null>>): Promise<void> =>
  (await settingNames(context, formulas))();

/** Names that nobody could take for a cell. */
const PLAIN_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;

export const cellsOf = (sheet: string, { row, column, rows = 1 }: { readonly row: number; readonly column: number; readonly rows?: number }): string => {
  const letters = columnLetters(column);
  const place = `$${letters}$${row + 1}`;
  const quoted = PLAIN_NAME.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`;
  return `=${quoted}!${rows === 1 ? place : `${place}:$${letters}$${row + rows}`}`;
};

/** The key of the sheet that the plan called so; null: none. */
export async function keyOfSheet(context: Excel.RequestContext, name: string): Promise<string | null> {
  const record = await readRecord(context);
  return Object.entries(record?.sheets ?? {}).find(([, sheet]) => sheet.name === name)?.[0] ?? null;
}
