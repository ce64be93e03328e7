/** 取込履歴: which files were read, when, and with what result? Newest last; nothing is ever changed, only added. */
import type { Finding } from '../check/finding';
import { excelSerialOf, type Day } from '../file/calendar';
import { STANDING } from '../file/grammar';
import type { Group, SettlementFile } from '../file/settlementFile';
import { readDay } from '../reconcile/cells';
import type { RunFile } from '../settle';
import { verdictOf } from '../verdict';
import { tableSheet } from './frame';
import { judgementHighlights } from './highlights';
import { isWord, readBack, readCount, type TextRows } from './readBack';
import type { HistoryRow } from './records';
import { dateTimeCell, dayCell, layoutTitle, type Source } from './source';
import { TABLE_NAMES, type Column, type NumberFormat, type Sheet, type Value } from './workbook';
import type { HistoryColumn, Operation, SheetWords } from './words';

const COLUMNS: Readonly<Record<HistoryColumn, { readonly width: number; readonly format: NumberFormat }>> = {
  runAt: { width: 20, format: 'dateTime' },
  operation: { width: 9, format: 'text' },
  file: { width: 18, format: 'text' },
  createdDate: { width: 11, format: 'date' },
  layout: { width: 20, format: 'text' },
  details: { width: 9, format: 'count' },
  preliminary: { width: 8, format: 'count' },
  confirmed: { width: 8, format: 'count' },
  preliminaryCancelled: { width: 9, format: 'count' },
  confirmedAmount: { width: 15, format: 'yen' },
  judgement: { width: 8, format: 'text' },
  errors: { width: 7, format: 'count' },
  warnings: { width: 7, format: 'count' },
  asOf: { width: 11, format: 'date' },
  version: { width: 8, format: 'text' },
  sha256: { width: 66, format: 'text' },
  deleted: { width: 18, format: 'text' },
};
const KEYS = Object.keys(COLUMNS) as HistoryColumn[];
export const historyFormat = (key: HistoryColumn): NumberFormat => COLUMNS[key].format;
const CENTRED: readonly HistoryColumn[] = ['runAt', 'operation', 'createdDate', 'judgement', 'asOf', 'version'];
/** 実行日時 to ファイル. */
const FROZEN_COLUMNS = 3;

export function historySheet(source: Source): Sheet {
  const rows = source.history ?? [...(source.earlier?.history ?? []), ...historyRows(source), ...(source.exports ?? [])];
  const columns = KEYS.map((key): Column => ({
    key,
    header: source.sheetWords.history[key],
    ...COLUMNS[key],
    printed: key !== 'sha256' && key !== 'deleted',
    wrap: key === 'file' || key === 'layout' || key === 'createdDate',
    ...(CENTRED.includes(key) ? { align: 'center' } : {}),
    cell: (row) => rows[row]![key],
  }));
  return tableSheet(source, {
    key: 'history',
    table: { name: TABLE_NAMES.history, columns, rowCount: rows.length },
    frozenColumns: FROZEN_COLUMNS,
    highlights: judgementHighlights(KEYS.indexOf('judgement'), source.words.verdicts),
  });
}

/** What this run adds: a row for each file that came in, was taken out or was deleted; one row where none of it happened. */
export function historyRows(source: Source): HistoryRow[] {
  const { settlement, earlier } = source;
  const undone = (earlier?.undone ?? []).map((sha256) => undoneRow(source, sha256));
  const imported = importedRows(
    source,
    settlement.files.filter(({ sha256 }) => earlier?.imported.has(sha256) !== true),
  );
  const rows = [...undone, ...deletedRows(source), ...imported];
  const ran = rows.length > 0 || earlier === undefined ? rows : [runRow(source, 'again')];
  return [...toldRows(source), ...ran];
}

/** The file's place names the days. */
function toldRows(source: Source): HistoryRow[] {
  const { sheetWords, earlier } = source;
  return (earlier?.told ?? []).map(({ operation, days, by, about }) => ({
    ...runRow(source, operation),
    file: sheetWords.toldBy([...(about === undefined ? [] : [about]), ...days.map(sheetWords.day)].join(sheetWords.listSeparator), by),
  }));
}

/** Of a row that tells of no file's records. */
export const NO_FIGURES = {
  createdDate: null,
  layout: null,
  details: null,
  preliminary: null,
  confirmed: null,
  preliminaryCancelled: null,
  confirmedAmount: null,
  deleted: null,
};

/** Judged is the whole run: such a row has no file of its own. */
function runRow({ settlement, words, sheetWords, runAt, version, verdict }: Source, operation: Operation): HistoryRow {
  return {
    runAt: dateTimeCell(runAt),
    operation: sheetWords.operations[operation],
    file: null,
    ...NO_FIGURES,
    judgement: words.verdicts[verdict.kind],
    errors: verdict.errors,
    warnings: verdict.warnings,
    asOf: dayCell(settlement.asOf),
    version,
    sha256: null,
  };
}

/** Names a file as its import named it, and how many of its details went; its money stays with that row alone. */
function deletedRows(source: Source): HistoryRow[] {
  const { earlier, sheetWords } = source;
  if (earlier?.deleted === undefined) return [];
  const { fiscalYear, files } = earlier.deleted;
  const deleted = fiscalYear === null ? sheetWords.deletedFiles : sheetWords.deletedYear(fiscalYear);
  if (files.length === 0) return [{ ...runRow(source, 'deleted'), deleted }];
  return files.map(({ sha256, details, isWhole }) => {
    const { file = null, createdDate = null, layout = null } = lastImport(earlier.history, sha256) ?? {};
    return { ...runRow(source, isWhole ? 'deleted' : 'partlyDeleted'), file, createdDate, layout, details, sha256, deleted };
  });
}

/** Names what was taken out as its import named it; the money stays with that row alone. */
function undoneRow(source: Source, sha256: string): HistoryRow {
  const { file = null, createdDate = null, layout = null, details = null } = lastImport(source.earlier!.history, sha256) ?? {};
  return { ...runRow(source, 'undone'), file, createdDate, layout, details, sha256 };
}

function importedRows(source: Source, files: readonly RunFile[]): HistoryRow[] {
  const byFile = new Map<string | null, Finding[]>(files.map(({ name }) => [name, []]));
  for (const finding of source.settlement.findings) byFile.get(finding.file)?.push(finding);
  return files.map((file) => importedRow(source, file, byFile.get(file.name)!));
}

function importedRow({ settlement, words, sheetWords, runAt, version }: Source, file: RunFile, findings: readonly Finding[]): HistoryRow {
  const { name, sha256, settlement: read } = file;
  const holds = holdsRecords(file);
  const groups = read?.groups ?? [];
  const verdict = verdictOf([file], findings, 0, 0);
  const sum = (numberOf: (group: Group) => number): number | null => (holds ? groups.reduce((total, group) => total + numberOf(group), 0) : null);
  return {
    runAt: dateTimeCell(runAt),
    operation: sheetWords.operations.imported,
    file: name,
    createdDate: createdCell([...new Set(groups.flatMap(({ createdDate }) => createdDate ?? []))], sheetWords),
    layout: read === null ? null : layoutTitle(read.layout, words),
    details: holds ? file.settlement.grammar.noticeCount : null,
    preliminary: sum(({ totals }) => totals.preliminary.count.counted),
    confirmed: sum(({ totals }) => totals.confirmed.count.counted),
    preliminaryCancelled: sum(({ totals }) => totals.preliminaryCancelled.count.counted),
    confirmedAmount: sum(({ totals }) => totals.confirmed.amount.counted),
    judgement: words.verdicts[verdict.kind],
    errors: verdict.errors,
    warnings: verdict.warnings,
    asOf: dayCell(settlement.asOf),
    version,
    sha256,
    deleted: null,
  };
}

/** Whether a file is settlement data: an empty one is, one of which no record could be read is not. */
export function holdsRecords(file: RunFile): file is RunFile & { readonly settlement: SettlementFile } {
  const { settlement } = file;
  return settlement !== null && (settlement.cut.count === 0 || settlement.grammar.standings.includes(STANDING.read));
}

function createdCell(days: readonly Day[], { day, listSeparator }: SheetWords): Value {
  return days.length > 1 ? days.map(day).join(listSeparator) : dayCell(days[0] ?? null);
}

/** The rows as they stand in the workbook; a cell that somebody has changed into something else stays what it says now. */
export function readHistory(rows: TextRows): HistoryRow[] {
  return readBack(rows, ({ history }) => history).map((texts) => {
    const cells = KEYS.map((key) => [key, texts[key] === '' ? null : READERS[COLUMNS[key].format](texts[key])] as const);
    return Object.fromEntries(cells) as Record<HistoryColumn, Value>;
  });
}

/** A column that is too narrow shows only its number. */
const serial = (text: string): number | null => (/^\d{1,5}(?:\.\d+)?$/.test(text) ? Number(text) : null);
const asText = (text: string): Value => text;
const asCount = (text: string): Value => readCount(text) ?? text;

const asDateTime = (text: string): Value => serial(text) ?? dateTimeCell(text);
const asDate = (text: string): Value => excelSerialOf(readDay(text) ?? 0) ?? serial(text) ?? text;

const READERS: Readonly<Record<NumberFormat, (text: string) => Value>> = {
  general: asText,
  text: asText,
  count: asCount,
  yen: asCount,
  difference: asText,
  date: asDate,
  eraDate: asDate,
  dateTime: asDateTime,
  eraDateTime: asDateTime,
  time: asText,
  share: asText,
};

export const isOperation = ({ operation }: HistoryRow, wanted: Operation): boolean =>
  typeof operation === 'string' && isWord(operation, ({ operations }) => operations[wanted]);

/** Whether a row tells of a run: files came in, went, were deleted or reconciled anew. Others tell of exports. */
export const isOfRun = (row: HistoryRow): boolean => isDeletion(row) || isOperation(row, 'imported') || isOperation(row, 'undone') || isOperation(row, 'again');
export const isDeletion = (row: HistoryRow): boolean => isOperation(row, 'deleted') || isOperation(row, 'partlyDeleted');

/** The files that the workbook holds, each with the row of its import: the last word on a file counts. One that could not be read has no records. */
export function standingImports(rows: readonly HistoryRow[]): Map<string, HistoryRow> {
  const standing = new Map<string, HistoryRow>();
  for (const row of rows) {
    if (typeof row.sha256 !== 'string') continue;
    if (isOperation(row, 'undone') || isOperation(row, 'deleted')) standing.delete(row.sha256);
    else if (isOperation(row, 'imported') && row.details !== null) {
      standing.delete(row.sha256);
      standing.set(row.sha256, row);
    }
  }
  return standing;
}

const lastImport = (rows: readonly HistoryRow[], sha256: string): HistoryRow | undefined =>
  rows.filter((row) => row.sha256 === sha256 && isOperation(row, 'imported')).at(-1);

/** Details that were deleted from a file since it came in. */
export function detailsDeleted(rows: readonly HistoryRow[], sha256: string): number {
  const since = rows.slice(rows.indexOf(lastImport(rows, sha256)!) + 1);
  return since.reduce((sum, row) => sum + (row.sha256 === sha256 && isOperation(row, 'partlyDeleted') && typeof row.details === 'number' ? row.details : 0), 0);
}

/** Years of which notices were deleted that are not `back`, by SHA-256; null stands for chosen files: nobody knows their slips any more. */
export function deletedYears(rows: readonly HistoryRow[], back: ReadonlySet<string>): Set<string | null> {
  const byFile = new Map<string, Set<string | null>>();
  for (const row of rows) {
    const { sha256 } = row;
    if (typeof sha256 !== 'string' || back.has(sha256)) continue;
    if (isOperation(row, 'imported') || isOperation(row, 'undone')) byFile.delete(sha256);
    else if (isOperation(row, 'deleted') || isOperation(row, 'partlyDeleted')) {
      const year = /\d+/.exec(String(row.deleted ?? ''))?.[0] ?? null;
      byFile.set(sha256, (byFile.get(sha256) ?? new Set()).add(year));
    }
  }
  return new Set([...byFile.values()].flatMap((years) => [...years]));
}
