/** Which words does the product need in each language? words and terms of each language say them; a missing one does not compile. */
import type { Finding, FindingCode, FindingOf } from '../check/finding';
import type { UncheckedReason } from '../check/totals';
import type { Trust, Verdict, VerdictKind } from '../verdict';
import type { LayoutProblem, NoticeKind } from '../file/layout';
import type { LedgerRefusal } from '../reconcile/table';
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { Stage } from '../settle';
import { visibleIn } from './visible';

export type Language = 'ja' | 'en';

export interface FindingWords {
  readonly title: string;
  /** Where it is. */
  readonly place: string;
  /** Both values with their difference, and what to do. */
  readonly sentence: string;
}

export type FindingTable = { readonly [C in FindingCode]: (finding: FindingOf<C>) => FindingWords };

/** Why a file given as a ledger is no CSV; `record` is the 1-based CSV row. */
export type CsvProblem =
  | { readonly code: 'utf16' }
  | { readonly code: 'spreadsheet' }
  | { readonly code: 'quotes'; readonly record: number }
  | { readonly code: 'empty' }
  | { readonly code: 'tooManyColumns'; readonly columns: number; readonly limit: number };

/** All but the findings, which are half of the whole: the pane gets theirs as texts from its worker. */
export interface Terms {
  readonly states: Record<SlipState, string>;
  readonly flags: Record<SlipFlag, string>;
  /** 二重納付 while fewer than two payments are confirmed: no refund yet. */
  readonly perhapsPaidTwice: string;
  readonly noticeKinds: Record<NoticeKind, string>;
  readonly verdicts: Record<VerdictKind, string>;
  /** The verdict in one sentence. */
  readonly verdict: (verdict: Verdict) => string;
  /** How far 未納 can be trusted, in one or two sentences. */
  readonly trust: (trust: Trust) => string;
  /** The same in one line of a sheet: nothing is left out, years that are the same are. */
  readonly trustLine: (trust: Trust) => string;
  readonly uncheckedReasons: Record<UncheckedReason, string>;
  /** The seven totals by item name. */
  readonly totals: Readonly<Record<string, string>>;
  readonly stages: Record<Stage, string>;
  readonly layoutProblem: (problem: LayoutProblem) => string;
  readonly ledgerRefusal: (refusal: LedgerRefusal) => string;
  readonly csvProblem: (problem: CsvProblem) => string;
  readonly unverified: string;
  /** Between a place and its sentence. */
  readonly afterPlace: string;
  readonly number: (value: number) => string;
  readonly yen: (amount: number) => string;
}

export interface Words extends Terms {
  readonly findings: FindingTable;
}

/** The finding in words: its place, both values with their difference, and what to do. */
export function messageOf(finding: Finding, { findings, afterPlace }: Pick<Words, 'findings' | 'afterPlace'>): string {
  const { place, sentence } = findingWords(finding, findings);
  return place === '' ? sentence : `${place}${afterPlace}${sentence}`;
}

/** Title, place and sentence of a finding; what others wrote in it is shown, never obeyed. */
export function findingWords<C extends FindingCode>(finding: FindingOf<C>, table: FindingTable): FindingWords {
  return table[finding.code](visibleIn(finding));
}
