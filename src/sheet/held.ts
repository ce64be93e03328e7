/** What does a workbook hold, by its own 取込履歴: which files, what became of each import, how the last run ended? */
import type { HistoryRow } from './records';
import { dayOfExcelSerial } from '../file/calendar';
import { detailsDeleted, isDeletion, isOfRun, isOperation, standingImports } from './history';
import { MINUTES_OF_DAY } from './source';
import type { Value } from './workbook';

/** A file that the workbook holds, from 取込履歴. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly runAt: string;
  readonly details: number;
}

/** What 取込履歴 tells of besides runs: a file was exported, data was deleted. */
export interface HistoryDeed {
  readonly runAt: string;
  /** The word of 操作. */
  readonly operation: string;
  readonly file: string;
}

/** An import in 取込履歴: one entry for all files of one 実行日時. */
export interface HistoryEntry {
  readonly runAt: string;
  /** The judgement as it stands in 判定, the worst of its files. */
  readonly verdict: string;
  readonly errors: number;
  readonly warnings: number;
  readonly details: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly isUndone: boolean;
  /** All of its files were deleted. */
  readonly isDeleted?: boolean;
}

export interface Held {
  /** Oldest first; absent: only what `imported` and `lastRun` tell is known. */
  readonly history?: readonly HistoryEntry[];
  /** Oldest first. */
  readonly deeds?: readonly HistoryDeed[];
  /** Files that the workbook holds. */
  readonly imported: readonly ImportedFile[];
  readonly lastRun: { readonly runAt: string; readonly verdict: string } | null;
  /** Files of which something was deleted, with the last time. */
  readonly deleted?: readonly { readonly sha256: string; readonly runAt: string }[];
}

/** The words of 判定, in both languages; a test holds them to the words that the sheets use. */
export const GRAVEST_FIRST = ['不一致', 'Differs', 'エラー', 'Errors', '未検査', 'Not checked', '一致', 'Agrees'] as const;

/** `noted`: what was kept beside the sheets when they were last written. */
export function heldBy(rows: readonly HistoryRow[], noted: { readonly runAt: string; readonly verdict: string } | null): Held {
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
    lastRun: lastRun(rows.filter(isOfRun), noted),
  };
}

const SECONDS_OF_DAY = MINUTES_OF_DAY * 60;
const two = (number: number): string => String(number).padStart(2, '0');

/** 2027/05/10 14:32:07: to the second, which tells runs of one minute apart. */
function runAtOf(value: Value): string {
  if (typeof value !== 'number') return String(value ?? '');
  const seconds = Math.round(value * SECONDS_OF_DAY);
  const day = String(dayOfExcelSerial(Math.floor(seconds / SECONDS_OF_DAY))).padStart(8, '0');
  const [hour, minute, second] = [Math.floor((seconds % SECONDS_OF_DAY) / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two);
  return `${day.slice(0, 4)}/${day.slice(4, 6)}/${day.slice(6)} ${hour}:${minute}:${second}`;
}

/** Each with the last time that something of it was deleted. */
function deletedFiles(rows: readonly HistoryRow[]): NonNullable<Held['deleted']> {
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
function lastRun(rows: readonly HistoryRow[], noted: Held['lastRun']): Held['lastRun'] {
  const last = rows.at(-1);
  if (last === undefined) return null;
  const runAt = runAtOf(last.runAt);
  const judged = rows.filter((row) => runAtOf(row.runAt) === runAt).map(({ judgement }) => String(judgement ?? ''));
  // Records of earlier versions have no seconds.
  return { runAt, verdict: noted !== null && runAt.startsWith(noted.runAt) ? noted.verdict : gravest(judged) };
}
