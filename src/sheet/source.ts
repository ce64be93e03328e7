/** What are all sheets made from? The settlement, the words, and the few facts that every sheet repeats. */
import { verdictOfRun, type Verdict } from '../verdict';
import { excelSerialOf, type Day } from '../file/calendar';
import type { TextCodec } from '../file/text';
import { readDay } from '../reconcile/cells';
import type { Dispositions } from '../reconcile/dispositions';
import type { ChangeKind } from '../reconcile/changeKinds';
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { Settlement } from '../settle';
import type { Words } from '../words';
import { widthForTexts } from './cellText';
import type { Colours } from './dressed';
import type { MarkedWord } from './highlights';
import { noticeUses } from './noticeUse';
import type { DispositionCells } from './dispositionCells';
import type { HistoryRow, Original } from './records';
import type { Look, Value } from './workbook';
import type { SheetWords, ToldOperation } from './words';

export interface WorkbookOptions {
  readonly words: Words;
  readonly sheetWords: SheetWords;
  /** 配色; 日付 is in the words. */
  readonly colours: Colours;
  readonly codec: TextCodec;
  /** false: of the ledger's columns only those stand that are known to name nobody. */
  readonly withNames: boolean;
  /** Columns of the ledger that the office says name nobody; absent: none but the ledger's own. */
  readonly keptColumns?: readonly string[];
  /** 2027/05/10 14:32:07, the office's own time; seconds tell runs of one minute apart, and may be missing. */
  readonly runAt: string;
  /** Of this program. */
  readonly version: string;
  /** Of the ledger's file, as it was imported; null: a table of the workbook, or nobody noted it. */
  readonly ledgerSha256?: string | null;
  /** Absent: the workbook holds nothing yet. */
  readonly earlier?: Earlier;
  /** What the clerk has written beside slips; absent: nothing. */
  readonly dispositions?: Dispositions;
  /** 処理 of the slips that this run marks; all other cells of the clerk's are carried over as they stand. */
  readonly marked?: ReadonlyMap<number, DispositionCells>;
  /** What has become of slips since the run before; absent: nothing is known of it. */
  readonly changes?: SlipChanges;
  /** The files of the run, packed; absent: the workbook does not keep them. */
  readonly originals?: readonly Original[];
  /** What this run wrote besides the workbook. */
  readonly exports?: readonly HistoryRow[];
  /** 取込履歴 as the workbook has it now; absent: that of earlier runs, and what this run adds. */
  readonly history?: readonly HistoryRow[];
}

/** By slip; a slip without an entry has not changed. */
export type SlipChanges = ReadonlyMap<number, readonly ChangeKind[]>;

/** What the workbook holds from earlier runs. */
export interface Earlier {
  /** Oldest first. */
  readonly history: readonly HistoryRow[];
  /** SHA-256 of the files that are not new in this run. */
  readonly imported: ReadonlySet<string>;
  /** SHA-256 of the files that this run has taken out. */
  readonly undone: readonly string[];
  /** Present: this run deletes. */
  readonly deleted?: DeletedRecords;
  /** What a person has told with this run. */
  readonly told?: readonly ToldRecord[];
  /** Headers of the ledger's columns that were not written. */
  readonly ledgerLeftOut: readonly string[];
}

export interface ToldRecord {
  readonly operation: ToldOperation;
  readonly days: readonly Day[];
  /** Who has told it; null: nobody gave a name. */
  readonly by: string | null;
  /** What it is about besides days. */
  readonly about?: string;
}

export interface DeletedRecords {
  /** null: chosen files. */
  readonly fiscalYear: string | null;
  /** Empty: only rows of the ledger. */
  readonly files: readonly { readonly sha256: string; readonly details: number; readonly isWhole: boolean }[];
}

export interface Source extends WorkbookOptions {
  readonly settlement: Settlement;
  readonly verdict: Verdict;
  /** What became of each notice: an index into NOTICE_USES. */
  readonly uses: Uint8Array;
  /** 所管課 that the ledger names, as its rows do. */
  readonly sections: readonly string[];
}

export function sourceOf(settlement: Settlement, options: WorkbookOptions): Source {
  return { ...options, settlement, verdict: verdictOfRun(settlement), uses: noticeUses(settlement), sections: sectionsOf(settlement) };
}

function sectionsOf({ ledger }: Settlement): string[] {
  if (ledger === null || ledger.columnOf.section < 0) return [];
  const names = new Set<string>();
  for (const row of ledger.row) names.add(ledger.table.cell(row, ledger.columnOf.section).trim());
  names.delete('');
  return [...names];
}

/** A state, a flag, or 二重納付の疑い, as it is written in a cell. */
export function markedWord({ words }: Pick<Source, 'words'>, mark: MarkedWord): string {
  if (mark === 'perhapsPaidTwice') return words.perhapsPaidTwice;
  return mark in words.states ? words.states[mark as SlipState] : words.flags[mark as SlipFlag];
}

/** Names of files stand in one line where that is possible. */
export function fileWidth({ files, ledger }: Settlement): number {
  return widthForTexts(16, [...files.map(({ name }) => name), ...(ledger === null ? [] : [ledger.table.name])]);
}

/** A width in which the greatest amount is never shown as ####. */
export function yenWidth(usual: number, amounts: Iterable<number>): number {
  let widest = 0;
  for (const amount of amounts) widest = Math.max(widest, Math.abs(amount));
  const digits = String(widest).length;
  return Math.max(usual, digits + Math.floor((digits - 1) / 3) + 2);
}

/** Columns of the core keep -1 for unknown. */
export const known = (value: number): number | null => (value < 0 ? null : value);

/** A day as its serial; none is an empty cell, a day before Excel's calendar its text. */
export const dayCell = (day: Day | null): Value => (day === null || day === 0 ? null : (excelSerialOf(day) ?? String(day)));

/** `2027/05/10 14:32:07`, `2027/05/10 14:32` or, as 和暦 shows it, `R9.5.10 14:32:07` as its serial, or as the text that it is. */
export function dateTimeCell(text: string): Value {
  const match = /^(\S+) (\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text);
  if (match === null) return text;
  const date = readDay(match[1]!);
  const [hour, minute, second] = match.slice(2).map((part = '0') => Number(part)) as [number, number, number];
  const serial = date === null ? null : excelSerialOf(date);
  if (serial === null || hour > 23 || minute > 59 || second > 59) return text;
  return serial + ((hour * 60 + minute) * 60 + second) / (MINUTES_OF_DAY * 60);
}
export const MINUTES_OF_DAY = 1440;

/** A layout's title, marked while its widths are not confirmed. */
export function layoutTitle({ title, verified }: { readonly title: string; readonly verified: boolean }, { unverified }: Words): string {
  return verified || title.includes(unverified) ? title : `${title}（${unverified}）`;
}

export const VERDICT_LOOKS: Record<Verdict['kind'], Look> = {
  mismatch: { fill: 'FDEEEE', text: '850000', bold: true },
  error: { fill: 'FDEEEE', text: '850000', bold: true },
  unchecked: { fill: 'FBF5E0', text: '604B00', bold: true },
  agrees: { fill: 'E6F5EC', text: '0C472A', bold: true },
};
