/** What does the workbook hold already? 取込履歴 says which files, and how each import ended; our record how the last run did. */
import { detailsDeleted, isDeletion, isOfRun, isOperation, readHistory, standingImports, type HistoryRow } from '../sheet/history';
import { TABLE_NAMES } from '../sheet/workbook';
import type { HistoryEntry, WorkbookState } from '../pane/ports';
import { readRecord, type WorkbookRecord } from './ours';
import { findOurs } from './standing';
import { readTexts } from './texts';
import { GRAVEST_FIRST } from './words';

const DAY = 86_400_000;
const SECOND = 1000;
const EPOCH = Date.UTC(1899, 11, 30);

/** 2027/05/10 14:32:07: to the second, which tells runs of one minute apart. */
export function runAtOf(value: unknown): string {
  if (typeof value !== 'number') return String(value ?? '');
  const date = new Date(Math.round((EPOCH + value * DAY) / SECOND) * SECOND).toISOString();
  return `${date.slice(0, 10).replaceAll('-', '/')} ${date.slice(11, 19)}`;
}

export async function readState(context: Excel.RequestContext): Promise<WorkbookState> {
  const record = await readRecord(context);
  const { byKey, all } = await findOurs(context);
  const rows = byKey.has(TABLE_NAMES.history) ? readHistory(await readTexts(context, TABLE_NAMES.history)) : [];
  const standing = standingImports(rows);
  return {
    history: entriesOf(rows, standing),
    deeds: rows
      .filter((row) => isDeletion(row) || !isOfRun(row))
      .map(({ runAt, operation, file }) => ({ runAt: runAtOf(runAt), operation: String(operation ?? ''), file: String(file ?? '') })),
    imported: [...standing].map(([sha256, { file, runAt, details }]) => ({
      name: String(file ?? ''),
      sha256,
      runAt: runAtOf(runAt),
      details: count(details) - detailsDeleted(rows, sha256),
    })),
    deleted: deletedFiles(rows),
    sheetNames: all.map(({ name }) => name),
    lastRun: lastRun(rows.filter(isOfRun), record),
    ledger: byKey.has(TABLE_NAMES.ledger) ? (record?.outcome?.ledger ?? null) : null,
    otherTables: await otherTables(context, byKey),
  };
}

/** Each with the last time that something of it was deleted. */
function deletedFiles(rows: readonly HistoryRow[]): NonNullable<WorkbookState['deleted']> {
  const times = new Map<string, string>();
  for (const row of rows) {
    if (typeof row.sha256 !== 'string') continue;
    if (isOperation(row, 'deleted') || isOperation(row, 'partlyDeleted')) times.set(row.sha256, runAtOf(row.runAt));
  }
  return [...times].map(([sha256, runAt]) => ({ sha256, runAt }));
}

const count = (value: HistoryRow['details']): number => (typeof value === 'number' ? value : 0);

const gravest = (words: readonly string[]): string => GRAVEST_FIRST.find((word) => words.includes(word)) ?? words.at(-1) ?? '';

/** One for each run that imported files. */
function entriesOf(rows: readonly HistoryRow[], standing: ReadonlyMap<string, HistoryRow>): HistoryEntry[] {
  const undone = new Set(rows.filter((row) => isOperation(row, 'undone')).map(({ sha256 }) => sha256));
  const deleted = new Set(rows.filter((row) => isOperation(row, 'deleted')).map(({ sha256 }) => sha256));
  const byTime = new Map<string, HistoryRow[]>();
  for (const row of rows) {
    if (!isOperation(row, 'imported')) continue;
    const runAt = runAtOf(row.runAt);
    byTime.set(runAt, [...(byTime.get(runAt) ?? []), row]);
  }
  const stands = (imports: readonly HistoryRow[]): boolean => imports.some((row) => standing.get(String(row.sha256)) === row);
  return [...byTime].map(([runAt, imports]) => ({
    runAt,
    verdict: gravest(imports.map(({ judgement }) => String(judgement ?? ''))),
    errors: imports.reduce((sum, { errors }) => sum + count(errors), 0),
    warnings: imports.reduce((sum, { warnings }) => sum + count(warnings), 0),
    details: imports.reduce((sum, { details }) => sum + count(details), 0),
    files: imports.map(({ file, sha256 }) => ({ name: String(file ?? ''), sha256: String(sha256 ?? '') })),
    isUndone: imports.some(({ sha256 }) => undone.has(sha256)) && !stands(imports),
    isDeleted: imports.some(({ sha256 }) => deleted.has(sha256)) && !stands(imports),
  }));
}

/** Judged is the whole run: its own files may agree where those of earlier runs do not. */
function lastRun(rows: readonly HistoryRow[], record: WorkbookRecord | null): WorkbookState['lastRun'] {
  const last = rows.at(-1);
  if (last === undefined) return null;
  const runAt = runAtOf(last.runAt);
  const judged = rows.filter((row) => runAtOf(row.runAt) === runAt).map(({ judgement }) => String(judgement ?? ''));
  // Records of earlier versions have no seconds.
  return { runAt, verdict: record !== null && runAt.startsWith(record.runAt) && record.outcome !== undefined ? record.outcome.verdict : gravest(judged) };
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
