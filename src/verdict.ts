/**
 * Is the run true to itself? Four verdicts, the worst that holds; never judged on sums over files, where +1 and -1 would cancel.
 */
import type { Finding } from './check/finding';
import type { Day } from './file/calendar';
import type { RunFile, Settlement } from './settle';

export const VERDICTS = ['mismatch', 'error', 'unchecked', 'agrees'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

export interface Verdict {
  /** 不一致, エラーあり, 未検査あり, 一致. */
  readonly kind: VerdictKind;
  /** Totals and record counts that differ. */
  readonly mismatches: number;
  readonly errors: number;
  readonly warnings: number;
  /** Items of the seven (six totals and the record count) that were not compared in some file. */
  readonly uncheckedItems: readonly string[];
  /** Items of the seven that were compared in every file. */
  readonly comparedItems: number;
  /** Data records that were read. */
  readonly details: number;
  /** Notices held back. */
  readonly held: number;
}

const ALL_ITEMS = 7;
const MISMATCH_CODES: ReadonlySet<Finding['code']> = new Set(['totalMismatch', 'recordCountMismatch'] as const);

/** There was no file: what nobody compared does not agree. */
export const comparedNothing = ({ kind, uncheckedItems }: Pick<Verdict, 'kind' | 'uncheckedItems'>): boolean =>
  kind === 'unchecked' && uncheckedItems.length === 0;

export function verdictOf(files: readonly RunFile[], findings: readonly Finding[], details: number, held: number): Verdict {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const mismatches = findings.filter(({ code }) => MISMATCH_CODES.has(code)).length;
  const uncheckedItems = [...new Set(files.flatMap(({ unchecked }) => unchecked.map(({ item }) => item)))];
  const isUnchecked = uncheckedItems.length > 0 || files.length === 0;
  const kind: VerdictKind = mismatches > 0 ? 'mismatch' : errors > 0 ? 'error' : isUnchecked ? 'unchecked' : 'agrees';
  const comparedItems = files.length === 0 ? 0 : ALL_ITEMS - uncheckedItems.length;
  return { kind, mismatches, errors, warnings: findings.length - errors, uncheckedItems, comparedItems, details, held };
}

/** Of the whole run. */
export function verdictOfRun({ files, findings, notices }: Settlement): Verdict {
  return verdictOf(
    files,
    findings,
    notices.count,
    notices.held.reduce((sum, held) => sum + held, 0),
  );
}

/** How far 未納 can be trusted. */
export interface Trust {
  readonly hasFiles: boolean;
  readonly complete: boolean;
  readonly hasLedger: boolean;
  readonly from: Day | null;
  readonly through: Day | null;
  readonly paidThrough: Day | null;
  /** Of any biller, each once, in their order; null: nobody can tell. */
  readonly missingDays: readonly Day[] | null;
  readonly emptyDaysNotSent: boolean;
  readonly otherChannels: Settlement['otherChannels'];
}

export const trustOf = ({ files, complete, ledger, dataFrom, dataThrough, paidThrough, days, terms, otherChannels }: Settlement): Trust => ({
  hasFiles: files.length > 0,
  complete,
  hasLedger: ledger !== null,
  from: dataFrom,
  through: dataThrough,
  paidThrough,
  missingDays: days.isKnown ? [...new Set(days.billers.flatMap(({ missing }) => missing))].sort((a, b) => a - b) : null,
  emptyDaysNotSent: terms.emptyDaysNotSent,
  otherChannels,
});
