/** What does the workbook hold already? 取込履歴 says which files, and how the last run ended. */
import { TABLE_NAMES } from '../sheet/workbook';
import { sheetEn } from '../sheet/words.en';
import { sheetJa } from '../sheet/words.ja';
import type { HistoryColumn } from '../sheet/words';
import type { ImportedFile, WorkbookState } from '../pane/ports';
import { readRecord, type ColumnRecord } from './ours';
import { findOurs } from './standing';
import { findTable, readRange } from './texts';
import { GRAVEST_FIRST } from './words';

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);

/** 2027/05/10 14:32 */
export function runAtOf(value: unknown): string {
  if (typeof value !== 'number') return String(value ?? '');
  const date = new Date(Math.round((EPOCH + value * DAY) / 60_000) * 60_000).toISOString();
  return `${date.slice(0, 10).replaceAll('-', '/')} ${date.slice(11, 16)}`;
}

interface HistoryEntry {
  readonly runAt: string;
  readonly operation: string;
  readonly file: string;
  readonly details: number | null;
  readonly judgement: string;
  readonly sha256: string;
}

const COLUMNS = ['runAt', 'operation', 'file', 'details', 'judgement', 'sha256'] as const satisfies readonly HistoryColumn[];

export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const record = await readRecord(context);
  const ours = await findOurs(context);
  const isOurs = ours.byKey.has(TABLE_NAMES.history);
  const entries = isOurs ? await readHistory(context, record?.sheets[TABLE_NAMES.history]?.columns ?? []) : [];
  return { imported: importedFiles(entries), lastRun: lastRun(entries), otherTables: await otherTables(context, ours.byKey) };
}

async function readHistory(context: Excel.RequestContext, known: readonly ColumnRecord[]): Promise<HistoryEntry[]> {
  const table = await findTable(context, TABLE_NAMES.history);
  if (table === null) return [];
  const places = Object.fromEntries(COLUMNS.map((key) => [key, placeOf(table.headers, key, known)])) as Record<(typeof COLUMNS)[number], number>;
  const entries: HistoryEntry[] = [];
  await readRange({ ...table, columns: table.headers.length }, (texts, values) => {
    const text = (key: (typeof COLUMNS)[number]): string => texts[places[key]] ?? '';
    const details = values[places.details];
    const entry = { operation: text('operation'), file: text('file'), judgement: text('judgement'), sha256: text('sha256') };
    entries.push({ ...entry, runAt: runAtOf(values[places.runAt]), details: typeof details === 'number' ? details : null });
    return true;
  });
  return entries.filter(({ file }) => file !== '');
}

/** By the header that we wrote, in whatever language. */
function placeOf(headers: readonly string[], key: HistoryColumn, known: readonly ColumnRecord[]): number {
  const names = [known.find((column) => column.key === key)?.header, sheetJa.history[key], sheetEn.history[key]];
  return headers.findIndex((header) => names.includes(header));
}

/** The last word on a file counts: an import that was undone is none. A file that could not be read has no records. */
function importedFiles(entries: readonly HistoryEntry[]): ImportedFile[] {
  const last = new Map<string, HistoryEntry>();
  for (const entry of entries) if (entry.details !== null) last.set(entry.sha256, entry);
  const isImport = ({ operation }: HistoryEntry): boolean => operation === sheetJa.imported || operation === sheetEn.imported;
  return [...last.values()].filter(isImport).map(({ file: name, sha256, runAt, details }) => ({ name, sha256, runAt, details: details ?? 0 }));
}

function lastRun(entries: readonly HistoryEntry[]): WorkbookState['lastRun'] {
  const last = entries.at(-1);
  if (last === undefined) return null;
  const words = entries.filter(({ runAt }) => runAt === last.runAt).map(({ judgement }) => judgement);
  const gravest = GRAVEST_FIRST.find((word) => words.includes(word));
  return { runAt: last.runAt, verdict: gravest ?? last.judgement };
}

async function otherTables(context: Excel.RequestContext, ours: ReadonlyMap<string, Excel.Worksheet>): Promise<WorkbookState['otherTables']> {
  const { tables } = context.workbook;
  tables.load('items/name,items/showHeaders');
  await context.sync();
  const others = tables.items.filter(({ name, showHeaders }) => showHeaders && !ours.has(name));
  for (const table of others) {
    table.columns.load('items/name');
    table.worksheet.load('name');
  }
  await context.sync();
  return others.map(({ name, worksheet, columns }) => ({ name, sheet: worksheet.name, header: columns.items.map((column) => column.name) }));
}
