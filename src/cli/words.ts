/** Which words does the command alone need? */
import type { Calibration } from '../calibrate/proposal';
import type { Finding } from '../check/finding';
import type { Day } from '../file/calendar';
import type { ReceiptUse } from '../reconcile/receipts';
import type { OtherChannels } from '../reconcile/reminders';

/** Why a run cannot start or finish; each is one sentence on stderr and exit code 2. */
export type EdgeProblem =
  | ({ readonly code: 'usage' } & UsageProblem)
  | { readonly code: 'cannotOpen'; readonly path: string; readonly reason: FileReason }
  | { readonly code: 'cannotWrite'; readonly path: string; readonly reason: FileReason }
  | { readonly code: 'layoutNotJson'; readonly path: string }
  | { readonly code: 'layoutRefused'; readonly path: string; readonly sentence: string }
  | { readonly code: 'ledgerRefused'; readonly path: string; readonly sentence: string }
  | { readonly code: 'receiptsRefused'; readonly path: string; readonly sentence: string }
  | { readonly code: 'sinceRefused'; readonly path: string; readonly at: string }
  | { readonly code: 'templateNotJson'; readonly path: string }
  | { readonly code: 'templateRefused'; readonly path: string; readonly sentence: string }
  | { readonly code: 'csvPersonal'; readonly template: string; readonly columns: readonly string[] }
  | { readonly code: 'csvMisfits'; readonly path: string; readonly sentence: string }
  | {
      readonly code: 'passwordRefused';
      readonly path: string;
      readonly reason: 'empty' | 'emptyLine' | 'tooLong' | 'notUtf8';
      readonly characters: number;
      readonly limit: number;
    }
  /** `sentence`: where, how much, and how much would fit. */
  | { readonly code: 'cellTooLong' | 'tooLarge'; readonly sentence: string };

export type UsageReason =
  | 'noFile'
  | 'unknownOption'
  | 'missingValue'
  | 'unexpectedValue'
  | 'repeated'
  | 'asOf'
  | 'noFileOn'
  | 'grace'
  | 'lang'
  | 'financeSlips'
  | 'csvCharset'
  | 'dates'
  | 'print'
  | 'csvStates'
  | 'needsOption'
  | 'needsWorkbook'
  | 'keepColumns'
  | 'outName'
  | 'outIsInput'
  | 'outTwice';
export interface UsageProblem {
  readonly reason: UsageReason;
  readonly value: string;
  /** The option that asks for the file, its name's ending, and the other option that asks for it too. */
  readonly option?: string;
  readonly ending?: string;
  readonly other?: string;
}
export type FileReason = 'missing' | 'isFolder' | 'forbidden' | 'tooLarge' | 'noSpace' | 'noFolder' | 'nameTooLong' | 'closed' | 'busy' | 'other';

export interface CommandWords {
  /** What nobody foresaw, with what it was and where. */
  readonly unexpected: (trace: string) => string;
  /** Standard output takes no more; `written`: the files that stand all the same. */
  readonly cannotPrint: (reason: FileReason, written: readonly string[]) => string;
  readonly help: string;
  readonly layoutHelp: string;
  /** What a proposed layout is called. */
  readonly layoutTitle: string;
  readonly layoutNotWritten: (path: string) => string;
  readonly layoutReport: {
    /** Position, length, item, kind, certainty, evidence. */
    readonly headings: readonly string[];
    readonly frame: (calibration: Calibration) => string;
    readonly questions: (blocking: number, all: number) => string;
    readonly nearest: (title: string, sameItems: number, differences: number) => string;
  };
  readonly problem: (problem: EdgeProblem) => string;
  /** The layout that was taken and how well it fits the first records. */
  readonly layout: (taken: { readonly title: string; readonly verified: boolean; readonly misfits: number; readonly records: number }) => string;
  readonly notRead: string;
  readonly headings: {
    readonly files: readonly string[];
    readonly totals: string;
    readonly totalColumns: readonly string[];
    readonly states: (slips: number, hasLedger: boolean) => string;
    readonly flags: string;
    readonly days: string;
    readonly receipts: string;
    readonly reminders: string;
    readonly changes: (count: number) => string;
    readonly findings: (errors: number, warnings: number) => string;
  };
  readonly noSlips: string;
  readonly unknownUnpaid: string;
  readonly noFlags: string;
  readonly unjudged: string;
  readonly noFindings: string;
  readonly noFileDays: string;
  readonly daysWithFile: (count: number) => string;
  readonly missingDays: (count: number, first: readonly Day[]) => string;
  readonly missingUnknown: string;
  readonly moreBillers: (count: number) => string;
  readonly otherChannels: Record<Exclude<OtherChannels, 'given'>, string>;
  readonly receiptsUsed: string;
  /** Labels, in the order in which they are told. */
  readonly receiptsNotUsed: readonly (readonly [Exclude<ReceiptUse, 'used'> | 'refused', string])[];
  readonly remindable: (about: {
    readonly count: number;
    readonly amount: string;
    readonly grace: number;
    /** Why nobody at all may be reminded. */
    readonly reason: 'noLedger' | 'incomplete' | 'otherChannels' | null;
  }) => string;
  readonly noChanges: string;
  readonly noSlip: string;
  readonly severity: Record<Finding['severity'], string>;
  readonly records: (count: number) => string;
  /** Some of those that were counted. */
  readonly ofThem: (label: string, count: number) => string;
  readonly slips: (count: number) => string;
  readonly more: (count: number) => string;
  readonly asOf: (asOf: Day, ledger: string | null) => string;
  readonly written: (path: string) => string;
  /** Said beside every exported file whose totals do not agree. */
  readonly exportedMismatch: (verdict: string) => string;
  /** `trust`: how far 未納 can be trusted. */
  readonly csvLacksTrust: (path: string, columns: readonly string[], trust: string) => string;
  readonly csvHasNoSlips: (path: string, trust: string) => string;
  readonly notRecorded: string;
  readonly encrypting: (path: string) => string;
  readonly progress: (stage: string, amount: number) => string;
  readonly day: (day: Day) => string;
  readonly difference: (value: number) => string;
}
