/** Which words do the exports need in each language? words.ja.ts and words.en.ts say them; a missing one does not compile. */
import type { Trust } from '../verdict';
import type { CsvColumn, TemplateProblem } from './csvTemplate';
import type { FileDeletion } from './deletion';

export type ExportKind = 'book' | 'finance' | 'slips' | 'csv' | 'unpaid';

/** What 取込履歴 calls an export. */
export type Operation = 'book' | 'finance' | 'csv';

/** What became of a day's money. */
export type DayFate = 'agrees' | 'differs' | 'missing';

export interface FinanceWords {
  readonly workbookTitle: string;
  /** The sheet on which finance holds the bank's statement against the expected money. */
  readonly deposits: string;
  readonly depositsNote: string;
  /** What held notices are, and what it means when the bank credits them. */
  readonly heldNote: string;
  readonly depositColumns: Record<DepositColumn, string>;
  readonly judgements: Record<DayFate, string>;
  /** Around the number of rows without an amount. */
  readonly notEntered: readonly [before: string, after: string];
  readonly total: string;
  readonly noDate: string;
  readonly nothingExpected: string;
  /** 集計: what the money is told by, and the day, code or name itself. */
  readonly breakdown: string;
  readonly breakdownName: string;
  /** 納付書番号 by its last four, or the row of 消込一覧. */
  readonly slipLastFour: string;
  readonly slipRow: string;
  /** Row 3 of 収納明細: what was left out. */
  readonly leftOut: string;
  /** Figures that are no formulas, because the rows they count stay with the section. */
  readonly asOfExport: string;
  /** Stands for a slip number that is not shown. */
  readonly numberLeftOut: string;
}

export interface SignatureWords {
  readonly title: string;
  readonly columns: readonly [role: string, section: string, name: string, date: string, seal: string];
  readonly roles: readonly [made: string, checked: string, approved: string];
}

export interface ChosenSheetsWords {
  /** What the list holds is named by `shownOnly`. */
  readonly filtered: (only: string, shown: number, all: number) => string;
  /** States and section, for a note and the printed page header. */
  readonly shownOnly: (states: readonly string[] | null, section: string | null) => string;
  readonly figures: string;
}

export interface DeletionWords {
  readonly title: string;
  /** Row 2 and the page header: what the verdict is about. */
  readonly afterwards: {
    readonly line: (verdict: string) => string;
    readonly noFiles: string;
    readonly short: (verdict: string) => string;
    readonly shortNoFiles: string;
  };
  readonly about: string;
  readonly what: string;
  readonly fiscalYear: (year: string) => string;
  readonly chosenFiles: (files: number) => string;
  readonly when: string;
  readonly by: string;
  readonly reason: string;
  readonly version: string;
  readonly verdictBefore: string;
  readonly counts: string;
  readonly countColumns: readonly [what: string, before: string, deleted: string, kept: string, undecided: string];
  readonly slips: string;
  readonly details: string;
  readonly ledgerRows: string;
  readonly files: string;
  readonly fileColumns: readonly [file: string, fate: string, deleted: string, kept: string, undecided: string, sha256: string];
  readonly fates: Record<FileDeletion['fate'], string>;
  readonly noFiles: string;
  readonly ledger: string;
  readonly ledgerColumns: readonly [name: string, fate: string, deleted: string, kept: string, undecided: string, sha256: string];
  readonly unknownSha256: string;
  readonly totals: string;
  readonly totalsColumns: readonly [file: string, item: string, declared: string, counted: string, difference: string, verdict: string];
  readonly groupItem: (group: number, kind: string, measure: 'count' | 'amount') => string;
  readonly separator: string;
  readonly remainingKinds: string;
  readonly states: string;
  readonly slipMeasures: Record<'count' | 'billed' | 'paid', string>;
  readonly stateColumns: readonly [state: string, before: string, deleted: string, changed: string, kept: string];
  readonly changedNote: string;
  readonly kindColumns: readonly [kind: string, countDeleted: string, amountDeleted: string, countKept: string, amountKept: string];
  readonly total: string;
  readonly partly: string;
  readonly undecidedNote: string;
  /** 他の収納 is the clerk's own table. */
  readonly receiptsNote: string;
  readonly copiesNote: string;
}

export type DepositColumn = 'transferDate' | 'count' | 'expected' | 'heldCount' | 'held' | 'credited' | 'difference' | 'judgement' | 'note';

export interface CsvWords {
  readonly columns: Record<CsvColumn, string>;
  readonly period: (from: string, through: string) => string;
  readonly noPeriod: string;
  /** Of all that many days the first. */
  readonly missingDays: (first: readonly string[], count: number) => string;
  readonly otherChannels: Record<Trust['otherChannels'], string>;
  /** How far 未納 can be trusted, in every row. */
  readonly completeness: Record<'complete' | 'incomplete' | 'noLedger', string>;
  readonly templateProblem: (problem: TemplateProblem) => string;
  readonly misfits: (misfits: CsvMisfits) => string;
}

export interface CsvMisfits {
  readonly charset: string;
  /** Cells. */
  readonly count: number;
  /** `slip` is null for a header. */
  readonly first: readonly {
    readonly slip: { readonly fiscalYear: string; readonly slipNumber: string } | null;
    readonly column: string;
    readonly characters: readonly string[];
  }[];
}

/** What does not fit into a workbook. */
export interface LimitWords {
  readonly tooLarge: (of: { readonly sheet: string; readonly rows: number; readonly limit: number }) => string;
  readonly cellTooLong: (of: {
    readonly sheet: string;
    readonly row: number;
    readonly column: string;
    readonly characters: number;
    readonly limit: number;
  }) => string;
}

export interface ExportWords {
  readonly limits: LimitWords;
  readonly fileNames: Record<ExportKind, string>;
  /** In the name of a file whose totals do not agree. */
  readonly mismatch: string;
  readonly operations: Record<Operation, string>;
  /** 操作 until the clerk has said that the file is saved. */
  readonly unconfirmed: (operation: string) => string;
  readonly finance: FinanceWords;
  readonly csv: CsvWords;
  readonly chosenSheets: ChosenSheetsWords;
  readonly deletion: DeletionWords;
  readonly signatures: SignatureWords;
}
