/** Which words do the sheets need in each language? words.ja.ts and words.en.ts say them; a missing one does not compile. */
import type { Colours } from './dressed';
import type { VerdictKind } from '../verdict';
import type { Day } from '../file/calendar';
import type { DispositionFault, DispositionKind } from '../reconcile/dispositions';
import type { ChangeKind } from '../reconcile/changeKinds';
import type { Dates, DayText } from '../words/days';
import type { DispositionColumn } from './dispositionCells';
import type { MarkedColumn, MarkedWord } from './highlights';

export type SheetKey = 'reconciliation' | 'details' | 'checks' | 'summary' | 'history' | 'ledger' | 'originals';

export type ReconciliationColumn =
  | MarkedColumn
  | 'fiscalYear'
  | 'fee'
  | 'billedAmount'
  | 'otherAmount'
  | 'remarks'
  | DispositionColumn
  | 'change'
  | 'toCheck'
  | 'confirmedAmount'
  | 'overpaidAmount'
  | 'biller'
  | 'section'
  | 'payerNumber'
  | 'payerName'
  | 'noticeFiles';

export type DetailsColumn =
  | 'file'
  | 'record'
  | 'kind'
  | 'paidDate'
  | 'paidTime'
  | 'fiscalYear'
  | 'slipNumber'
  | 'reissueNumber'
  | 'paymentDueDate'
  | 'amount'
  | 'storeCode'
  | 'chainCode'
  | 'transferDate'
  | 'accountingDate'
  | 'findings'
  | 'use'
  | 'state'
  | 'makerCode'
  | 'revenueStamp'
  | 'checkDigit'
  | 'barcode'
  | 'fileNumber'
  | 'group';

export type ChecksColumn =
  'judgement' | 'subject' | 'file' | 'record' | 'item' | 'expected' | 'actual' | 'difference' | 'explanation' | 'code' | 'fileNumber' | 'group';

export type HistoryColumn =
  | 'runAt'
  | 'operation'
  | 'file'
  | 'createdDate'
  | 'layout'
  | 'details'
  | 'preliminary'
  | 'confirmed'
  | 'preliminaryCancelled'
  | 'confirmedAmount'
  | 'judgement'
  | 'errors'
  | 'warnings'
  | 'asOf'
  | 'version'
  | 'sha256'
  | 'deleted';

export type OriginalsColumn = 'file' | 'sha256' | 'size' | 'layout' | 'seal' | 'part' | 'content' | 'presentSha256' | 'beforeDeletion';

/** What a row of 取込履歴 tells of: a file came in, it was taken out again, the same files were reconciled anew, or a file was deleted wholly or in part. */
export type Operation = 'imported' | 'undone' | 'again' | 'deleted' | 'partlyDeleted' | ToldOperation;
/** What a person has told: no file was made on these days, or one was after all. */
export type ToldOperation = 'noFile' | 'fileExpected' | 'layoutChecked';

/** What became of a notice: it counts for its slip, it repeats one that counts, or it is held back. */
export type NoticeUse = 'counts' | 'repeats' | 'held' | 'takenBack' | 'ignored';

/** What a person should look at; offers, never decisions. */
export type ToCheck =
  | 'needsReview'
  | 'noticeHeld'
  | 'perhapsPaidTwice'
  | 'notInLedger'
  | 'ledgerBehind'
  | 'paidOnOldSlip'
  | 'remindable'
  | 'partlyPaid'
  | 'overdue'
  | 'paidLate'
  | 'preliminary'
  | 'cancelled'
  | 'notYetDue'
  /** The due date has passed, but the data does not reach it. */
  | 'dataNotYetThere';

export interface SummaryWords {
  readonly byState: string;
  readonly byFee: string;
  readonly bySection: string;
  readonly byTransferDate: string;
  readonly byChain: string;
  readonly legend: string;
  readonly count: string;
  readonly share: string;
  readonly billed: string;
  readonly paid: string;
  readonly overpaid: string;
  readonly confirmedCount: string;
  readonly confirmedAmount: string;
  readonly expectedMoney: string;
  readonly feeHeader: string;
  readonly sectionHeader: string;
  readonly transferDateHeader: string;
  readonly chainHeader: string;
  readonly stateHeader: string;
  readonly wordHeader: string;
  readonly whereHeader: string;
  readonly meaningHeader: string;
  readonly total: string;
  /** A fee, section or chain that has no name. */
  readonly unnamed: string;
  /** The groups beyond the rows of a table. */
  readonly others: (groups: number) => string;
  readonly earlierThan: (day: Day) => string;
  readonly noTransferDate: string;
  /** Confirmed notices that are held: not among the money to expect. */
  readonly heldMoney: string;
  readonly unknownWithoutLedger: string;
  readonly cannotJudge: (words: string) => string;
  readonly noFeesWithoutLedger: string;
  readonly noConfirmed: string;
  readonly noNotices: string;
  readonly noFees: string;
  readonly noSections: string;
  readonly noSlips: string;
  readonly meanings: Record<MarkedWord, string>;
  readonly feeChart: string;
  readonly feeChartText: (fees: readonly string[]) => string;
  readonly moneyChart: string;
  readonly moneyChartText: (from: Day, to: Day, days: number) => string;
}

/** By these a table is known and read again, in whatever language it was written. */
export interface SheetHeaders {
  readonly reconciliation: Record<ReconciliationColumn, string>;
  readonly history: Record<HistoryColumn, string>;
  readonly originals: Record<OriginalsColumn, string>;
  readonly operations: Record<Operation, string>;
  /** Whether a file's totals agreed before records were deleted from it. */
  readonly beforeDeletion: Record<'agreed' | 'differed', string>;
  /** 処理, as the list of the column offers them. */
  readonly dispositions: Record<DispositionKind, string>;
  /** Row number of the ledger's CSV. */
  readonly ledgerRow: string;
  /** Texts of a row beyond the last column that has a header. */
  readonly ledgerSurplus: string;
}

export interface SheetWords extends SheetHeaders {
  /** What has become of a slip since the run before. */
  readonly changes: Readonly<Record<ChangeKind, string>>;
  readonly workbookTitle: string;
  readonly sheets: Record<SheetKey, string>;
  readonly details: Record<DetailsColumn, string>;
  readonly checks: Record<ChecksColumn, string>;
  readonly summary: SummaryWords;
  /** Between the words of a list in one cell. */
  readonly listSeparator: string;
  /** Between the two things to check. */
  readonly phraseSeparator: string;
  readonly sentenceSeparator: string;
  /** In which form days are written: in these words, and by the number formats of cells. */
  readonly dates: Dates;
  readonly day: DayText;
  /** The verdict in a few words, for the printed page header. */
  readonly shortVerdict: (verdict: { readonly kind: VerdictKind; readonly mismatches: number; readonly errors: number; readonly unchecked: number }) => string;
  readonly asOf: (day: Day) => string;
  /** 基準日, 実行日時, 台帳, レイアウト in one line. */
  readonly facts: (facts: {
    readonly asOf: Day;
    readonly runAt: string;
    readonly ledger: { readonly name: string; readonly slips: number } | null;
    readonly layouts: readonly string[];
  }) => string;
  /** By 配色: which cells show why a flag stands. */
  readonly legendNote: Record<Colours, string>;
  /** Of the rows of 消込一覧 or 収納明細: how many are shown, of how many; and 請求額 and 納付額 of those shown, where the table has them. */
  readonly shownRows: <Figure>(shown: Figure, all: Figure, billedAndPaid: readonly Figure[]) => readonly (string | Figure)[];
  /** Whose slips they are, for the printed page header. */
  readonly titleOf: (title: string, sections: readonly string[]) => string;
  readonly toCheck: Record<ToCheck, string>;
  /** A fault of 処理: what it is called, and what is wrong with what to do. */
  readonly dispositionFaults: Record<
    DispositionFault['code'],
    { readonly title: string; readonly sentence: (expected: number, actual: number | string) => string }
  >;
  /** Of which slip. */
  readonly ofSlip: (year: string, number: string) => string;
  readonly checkOverpayment: (overpaid: number | null) => string;
  readonly checkDifference: (difference: number | null) => string;
  readonly moreFiles: (files: number) => string;
  readonly uses: Record<NoticeUse, string>;
  /** 消去の対象: a fiscal year with its digits, or files without any digit: a later run reads it. */
  readonly deletedYear: (year: string) => string;
  readonly deletedFiles: string;
  /** What 取込原本 is, and that nobody should edit it. */
  readonly originalsNote: string;
  readonly ledgerColumn: (position: number) => string;
  readonly columnsLeftOut: (headers: readonly string[]) => string;
  /** Who has told it, behind what was told. */
  readonly toldBy: (what: string, by: string | null) => string;
  readonly comparison: string;
  readonly fileDays: {
    readonly subject: string;
    /** 判定 of a biller of which a day is missing: no finding of a file, and counted with none. */
    readonly missingDay: string;
    readonly biller: (code: string) => string;
    readonly allThere: (from: Day, through: Day) => string;
    /** All of them, and what to do. */
    readonly missing: (days: readonly Day[], emptyDaysNotSent: boolean) => string;
    /** Days of which a person has said that no file was made. */
    readonly told: (days: readonly Day[]) => string;
    readonly unknown: string;
  };
  readonly agreement: (group: { readonly number: number; readonly createdDate: Day | null; readonly biller: string | null }) => string;
  readonly recordCountMade: (parts: {
    readonly details: number;
    readonly headers: number;
    readonly trailers: number;
    readonly ends: number;
    /** Deleted from the kept file. */
    readonly deleted: number;
    /** Wrong length, unknown first byte, after the end record. */
    readonly unread: number;
  }) => string;
  readonly severities: Record<'error' | 'warning', string>;
  /** Stands for a value that would show personal data. */
  readonly personal: string;
}
