/** 取込履歴: which files were read, when, and with what result? Newest last; nothing is ever changed, only added. */
import type { Finding } from '../check/finding';
import { verdictOf } from '../verdict';
import type { Day } from '../file/calendar';
import type { Group } from '../file/settlementFile';
import type { RunFile } from '../settle';
import { tableSheet } from './frame';
import { judgementHighlights } from './highlights';
import { dateTimeCell, dayCell, layoutTitle, type Source } from './source';
import { TABLE_NAMES, type Cell, type Column, type NumberFormat, type Sheet } from './workbook';
import type { HistoryColumn } from './words';

/** One file of one run; null where the file could not be read. */
export interface HistoryRow {
  readonly runAt: string;
  readonly operation: string;
  readonly file: string;
  readonly createdDates: readonly Day[];
  readonly layout: string | null;
  readonly details: number | null;
  readonly preliminary: number | null;
  readonly confirmed: number | null;
  readonly preliminaryCancelled: number | null;
  readonly confirmedAmount: number | null;
  readonly judgement: string;
  readonly errors: number;
  readonly warnings: number;
  readonly asOf: Day;
  readonly version: string;
  readonly sha256: string;
}

const CENTRED: readonly HistoryColumn[] = ['runAt', 'operation', 'createdDate', 'judgement', 'asOf', 'version'];
/** 実行日時 to ファイル. */
const FROZEN_COLUMNS = 3;

export function historySheet(source: Source): Sheet {
  const { sheetWords, history = [], exports = [] } = source;
  const rows = [...history, ...historyRows(source), ...exports];
  const column = (key: HistoryColumn, width: number, format: NumberFormat, cell: (row: HistoryRow) => Cell): Column => ({
    key,
    header: sheetWords.history[key],
    width,
    format,
    printed: key !== 'sha256',
    wrap: key === 'file' || key === 'layout' || key === 'createdDate',
    ...(CENTRED.includes(key) ? { align: 'center' } : {}),
    cell: (row) => cell(rows[row]!),
  });
  const columns = [
    column('runAt', 17, 'dateTime', (row) => dateTimeCell(row.runAt)),
    column('operation', 8, 'text', (row) => row.operation),
    column('file', 18, 'text', (row) => row.file),
    column('createdDate', 11, 'date', (row) => createdCell(row.createdDates, source)),
    column('layout', 20, 'text', (row) => row.layout),
    column('details', 9, 'count', (row) => row.details),
    column('preliminary', 8, 'count', (row) => row.preliminary),
    column('confirmed', 8, 'count', (row) => row.confirmed),
    column('preliminaryCancelled', 9, 'count', (row) => row.preliminaryCancelled),
    column('confirmedAmount', 15, 'yen', (row) => row.confirmedAmount),
    column('judgement', 8, 'text', (row) => row.judgement),
    column('errors', 7, 'count', (row) => row.errors),
    column('warnings', 7, 'count', (row) => row.warnings),
    column('asOf', 11, 'date', (row) => dayCell(row.asOf)),
    column('version', 8, 'text', (row) => row.version),
    column('sha256', 66, 'text', (row) => row.sha256),
  ];
  const place = columns.findIndex(({ key }) => key === 'judgement');
  return tableSheet(source, {
    key: 'history',
    table: { name: TABLE_NAMES.history, columns, rowCount: rows.length },
    frozenColumns: FROZEN_COLUMNS,
    highlights: judgementHighlights(place, source.words.verdicts),
  });
}

function createdCell(days: readonly Day[], { sheetWords }: Source): Cell {
  return days.length > 1 ? days.map(sheetWords.day).join(sheetWords.listSeparator) : dayCell(days[0] ?? null);
}

/** What this run adds: a row for each file. */
export function historyRows(source: Omit<Source, 'verdict' | 'uses'>): HistoryRow[] {
  const { files, findings } = source.settlement;
  const byFile = new Map<string | null, Finding[]>(files.map(({ name }) => [name, []]));
  for (const finding of findings) byFile.get(finding.file)?.push(finding);
  return files.map((file) => historyRow(source, file, byFile.get(file.name)!));
}

function historyRow(
  { settlement, words, sheetWords, runAt, version }: Omit<Source, 'verdict' | 'uses'>,
  file: RunFile,
  findings: readonly Finding[],
): HistoryRow {
  const { name, sha256, settlement: read } = file;
  const groups = read?.groups ?? [];
  const verdict = verdictOf([file], findings, 0, 0);
  const sum = (numberOf: (group: Group) => number): number | null => (read === null ? null : groups.reduce((total, group) => total + numberOf(group), 0));
  return {
    runAt,
    operation: sheetWords.imported,
    file: name,
    createdDates: [...new Set(groups.flatMap(({ createdDate }) => createdDate ?? []))],
    layout: read === null ? null : layoutTitle(read.layout, words),
    details: read === null ? null : read.grammar.noticeCount,
    preliminary: sum(({ totals }) => totals.preliminary.count.counted),
    confirmed: sum(({ totals }) => totals.confirmed.count.counted),
    preliminaryCancelled: sum(({ totals }) => totals.preliminaryCancelled.count.counted),
    confirmedAmount: sum(({ totals }) => totals.confirmed.amount.counted),
    judgement: words.verdicts[verdict.kind],
    errors: verdict.errors,
    warnings: verdict.warnings,
    asOf: settlement.asOf,
    version,
    sha256,
  };
}
