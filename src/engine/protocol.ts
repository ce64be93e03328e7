/** What do the pane and its worker say to each other? Plain data only: everything here survives `postMessage`. */
import type { FindingCode, Severity } from '../check/finding';
import type { ComparedTotal } from '../check/totals';
import type { Day } from '../file/calendar';
import type { NoticeKind } from '../file/layout';
import type { Payable } from '../reconcile/payable';
import type { ReminderReason } from '../reconcile/reminders';
import type { ChangeKind } from '../reconcile/changeKinds';
import type { NamedSlip } from '../reconcile/changes';
import type { ReceiptUse } from '../reconcile/receipts';
import type { Disposition } from '../reconcile/dispositions';
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { PaymentState } from '../slip/payments';
import type { RowSource, WorkbookPlan } from '../sheet/plan';
import type { ReceiptCells } from '../sheet/otherReceipts';
import type { DispositionCells } from '../sheet/dispositionCells';
import type { SlipRemark } from '../sheet/records';
import type { DressChoice } from '../sheet/dressed';
import type { ToldRecord } from '../sheet/source';
import type { Stage } from '../settle';
import type { Trust, Verdict } from '../verdict';
import type { CsvProblem, Language } from '../words';
import type { Exportable, ExportedFile, ExportProblem, ExportProgress, ExportRequest } from './exportProtocol';
import type { Deletable, DeletionPreview } from '../export/deletable';
import type { Deleted } from '../export/deletion';
import type { LayoutBench } from './layoutProtocol';
import type { PickedFile, PickedLedger } from './picked';
import type { RecordView } from './recordProtocol';
import type { BarcodeView, Searched } from './searchProtocol';
import type { LedgerUnfit } from './ledgerFit';
import type { ToldTerms } from './terms';
import type { LedgerRefusal } from '../reconcile/table';

export type { PickedFile, PickedLedger };

/** A built-in layout's id, a user's layout (parsed JSON), or null: found by itself. */
export type PickedLayout = string | Readonly<Record<string, unknown>> | null;

/** What was found in a picked file before anything runs. */
export interface InspectedFile {
  /** As it will be called on the sheets. */
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** alreadyImported: the same bytes are in the workbook; chosenTwice: they were picked before. */
  readonly standing: 'ok' | 'alreadyImported' | 'chosenTwice' | 'emptyFile' | 'ebcdicFile' | 'notASettlementFile';
  /** What it is when it is no settlement data, and what to do, in both languages; absent: nothing of the kind. */
  readonly foreign?: Readonly<Record<Language, string>>;
  readonly layout: { readonly id: string; readonly title: string; readonly verified: boolean; readonly misfits: number; readonly records: number } | null;
  readonly createdDates: readonly Day[];
  /** Data records. */
  readonly details: number;
}

export type InspectedLedger =
  | { readonly standing: 'ok'; readonly name: string; readonly rows: number; readonly billed: number; readonly charset: 'utf-8' | 'shift_jis' | 'workbook' }
  | { readonly standing: 'refused'; readonly name: string; readonly refusal: LedgerRefusal }
  /** It can be read, and a run with it would name people wrongly. */
  | { readonly standing: 'unfit'; readonly name: string; readonly unfit: LedgerUnfit }
  | { readonly standing: 'unreadable'; readonly name: string; readonly problem: CsvProblem };

export interface Inspection {
  readonly files: readonly InspectedFile[];
  readonly ledger: InspectedLedger | null;
}

export interface InspectRequest {
  readonly files: readonly PickedFile[];
  readonly ledger: PickedLedger | null;
  /** For the files; those that the workbook holds keep the layout that they were read with. */
  readonly layout: PickedLayout;
  /** SHA-256 of the files that the workbook holds already. */
  readonly imported: readonly string[];
  /** Every file that 取込履歴 names. */
  readonly known: readonly { readonly name: string; readonly sha256: string }[];
}

/** What the workbook holds from earlier runs: its own tables as shown, header first. New files add to it. */
export interface EarlierRecords {
  /** 取込原本 */
  readonly originals: readonly (readonly string[])[];
  /** 取込履歴 */
  readonly history: readonly (readonly string[])[];
  /** 消込一覧, the columns of STANDING_COLUMNS; absent: nothing is compared. */
  readonly slips?: readonly (readonly string[])[];
  /** SHA-256 of files whose import is undone by this run: they are left out. */
  readonly undone: readonly string[];
}

/** 処理 of a slip as it shall be; an empty text empties a cell. */
export type SlipMark = Pick<SlipRemark, 'biller' | 'fiscalYear' | 'slipNumber'> & DispositionCells;

export interface RunRequest extends Omit<InspectRequest, 'imported' | 'known'> {
  /** Absent: the workbook holds nothing yet. */
  readonly earlier?: EarlierRecords;
  readonly asOf: Day;
  readonly lang: Language;
  readonly withNames: boolean;
  /** Columns of the ledger that the office says name nobody; absent: none but the ledger's own. */
  readonly keptColumns?: readonly string[];
  /** 日付 and 配色 of what is written. */
  readonly dress: DressChoice;
  /** 2027/05/10 14:32:07, the office's own time. */
  readonly runAt: string;
  readonly version: string;
  /** What the office has told about days, channels and reminders; absent: nothing. */
  readonly terms?: ToldTerms;
  /** What a person tells with this run: 取込履歴 keeps it. */
  readonly told?: readonly ToldRecord[];
  /** 他の収納: lists of receipts of other channels, in this order; absent: none. */
  readonly receipts?: readonly PickedLedger[];
  /** What the clerk has written beside slips of 消込一覧; absent: nothing. */
  readonly remarks?: readonly SlipRemark[];
  /** 処理 that this run writes: the cells of these slips from now on. */
  readonly marks?: readonly SlipMark[];
  /** Present: what the workbook holds is deleted from it; no file comes in. */
  readonly deletion?: DeletionOrder;
}

/** What the clerk has confirmed; names and reason stand on the report alone. */
export interface DeletionOrder {
  readonly what: Deleted;
  /** What was shown before: a workbook that would lose anything else is left alone. */
  readonly shown: DeletionPreview;
  readonly by: string | null;
  readonly reason: string | null;
  /** Names that the report's sheet cannot have. */
  readonly sheetNames: readonly string[];
}

/** What was deleted, and where it is reported. */
export interface DeletionDone extends DeletionPreview {
  readonly what: Deleted;
  readonly reportSheet: string;
}

/** Why nothing was reconciled. */
export type RunRefusal =
  /** Files of 取込原本 that are gone, or not what was imported. */
  | { readonly code: 'originalsChanged'; readonly files: readonly string[] }
  /** The workbook is not what it was when the clerk looked at what would go. */
  | { readonly code: 'deletionChanged' }
  | { readonly code: 'ledgerRefused' | 'receiptsRefused'; readonly name: string; readonly refusal: LedgerRefusal }
  | { readonly code: 'ledgerUnreadable' | 'receiptsUnreadable'; readonly name: string; readonly problem: CsvProblem };

export interface Progress {
  readonly stage: Stage | 'read';
  /** How much the stage has to do: files, records or rows. */
  readonly amount: number;
}

export interface TotalView extends ComparedTotal {
  readonly file: string;
}

export interface FindingView {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: string | null;
  readonly record: number | null;
  readonly title: string;
  readonly place: string;
  readonly sentence: string;
}

export interface DispositionFaultView {
  /** Index in the settlement. */
  readonly slip: number;
  readonly title: string;
  /** Which slip that is. */
  readonly place: string;
  readonly sentence: string;
}

/** On which days files came for a biller, and on which not. */
export interface BillerDaysView {
  readonly billerCode: string;
  readonly first: Day;
  readonly last: Day;
  /** Files come on days of rest, too. */
  readonly everyDay: boolean;
  readonly received: readonly { readonly day: Day; readonly files: number }[];
  readonly missing: readonly Day[];
}

/** What has come in. */
export interface IntakeView {
  /** Of the run that took it in. */
  readonly runAt: string;
  /** It was this run. */
  readonly isNow: boolean;
  readonly files: readonly string[];
  readonly details: number;
  readonly kinds: readonly { readonly kind: NoticeKind; readonly count: number; readonly amount: number }[];
}

/** What has changed since the run before. */
export interface ChangesView {
  /** When that was; null: nobody noted it. */
  readonly since: string | null;
  /** The gravest first. */
  readonly counts: readonly { readonly kind: ChangeKind; readonly count: number }[];
  /** Slips that are listed no more: how many, and the first of them. */
  readonly goneCount: number;
  readonly gone: readonly NamedSlip[];
}

/** All that the result view shows at first sight. */
export interface RunView {
  readonly asOf: Day;
  readonly runAt: string;
  readonly verdict: Verdict;
  readonly verdictSentence: string;
  readonly trustSentence: string;
  readonly trust: Trust;
  readonly days: readonly BillerDaysView[];
  readonly dataFrom: Day | null;
  readonly dataThrough: Day | null;
  readonly complete: boolean;
  readonly ledger: { readonly name: string; readonly slips: number; readonly billed: number } | null;
  readonly files: readonly { readonly name: string; readonly layoutTitle: string; readonly verified: boolean; readonly details: number }[];
  readonly totals: readonly TotalView[];
  readonly slipCount: number;
  /** Billed amounts where there is a ledger, else paid ones. */
  readonly amountKind: 'billed' | 'paid';
  readonly states: readonly { readonly state: SlipState; readonly count: number; readonly amount: number }[];
  /** `perhaps`: how many of 二重納付 are 二重納付の疑い. */
  readonly flags: readonly { readonly flag: SlipFlag; readonly count: number; readonly perhaps?: number }[];
  readonly findings: readonly FindingView[];
  /** What 処理 says that does not go with what was paid. */
  readonly dispositionFaults: readonly DispositionFaultView[];
  /** null or absent: nothing has come in. */
  readonly intake?: IntakeView | null;
  /** null or absent: there was nothing to compare with. */
  readonly changes?: ChangesView | null;
  readonly deletion?: DeletionDone;
}

export interface SlipQuery {
  readonly state?: SlipState;
  readonly flag?: SlipFlag;
  readonly change?: ChangeKind;
  /** Part of a slip number, with or without leading zeros. */
  readonly search?: string;
  readonly from: number;
  readonly count: number;
}

export interface SlipRow {
  /** Index in the settlement. */
  readonly slip: number;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly billerCode: string | null;
  readonly state: SlipState;
  readonly flags: readonly SlipFlag[];
  /** 二重納付の疑い instead of 二重納付. */
  readonly isPerhapsPaidTwice: boolean;
  readonly billedAmount: number | null;
  readonly paidAmount: number;
  /** null: no bill is known. */
  readonly overpaidAmount: number | null;
  readonly dueDate: Day | null;
  readonly paidDate: Day | null;
}

/** What yen are: bills where there is a ledger, else what was paid; of slips that were paid twice what is too much. */
export type AmountKind = 'billed' | 'paid' | 'overpaid';

/** A slip whose money is open and whose due date has passed. */
export interface ReminderRow extends SlipRow {
  /** 督促可能日; null beyond the calendar. */
  readonly remindFrom: Day | null;
  /** What holds a reminder back, the gravest first; empty: 督促可. */
  readonly reasons: readonly ReminderReason[];
  /** 処理, in the order written. */
  readonly handled: readonly string[];
  /** 督促済 is one of them. */
  readonly isReminded: boolean;
}
export interface RemindersView {
  readonly remindable: readonly ReminderRow[];
  readonly heldBack: readonly ReminderRow[];
}

export interface SlipPage {
  readonly total: number;
  /** Of all that meet the query. */
  readonly amount: number;
  readonly amountKind: AmountKind;
  readonly rows: readonly SlipRow[];
}

export interface NoticeView {
  readonly kind: NoticeKind | null;
  readonly file: string;
  /** 1-based. */
  readonly record: number;
}

export interface PaymentView {
  readonly state: PaymentState;
  readonly paidDate: Day | null;
  /** HHMM as written, or null. */
  readonly paidTime: string | null;
  readonly amount: number;
  readonly storeCode: string | null;
  /** 小売業企業コード */
  readonly chainCode: string | null;
  readonly transferDate: Day | null;
  readonly notices: readonly NoticeView[];
}

/** A receipt of another channel. */
export interface ReceiptView {
  readonly day: Day | null;
  readonly amount: number;
  /** 収納方法 as written. */
  readonly method: string;
  readonly use: ReceiptUse;
  /** Where it stands. */
  readonly file: string;
  /** 1-based. */
  readonly record: number;
  /** The texts of its row in 他の収納; null: it stands in the ledger or in another list. */
  readonly own: ReceiptCells | null;
}

/** One slip's life. */
export interface SlipView extends SlipRow {
  readonly confirmedAmount: number;
  readonly reissueNumber: number | null;
  readonly ledgerReissueNumber: number | null;
  readonly fee: string | null;
  readonly section: string | null;
  /** 確認事項: sentences, gravest first. */
  readonly toCheck: readonly string[];
  readonly payments: readonly PaymentView[];
  readonly receipts: readonly ReceiptView[];
  /** 処理, in the order written. */
  readonly dispositions: readonly Disposition[];
  readonly heldNotices: readonly NoticeView[];
  readonly counter: CounterView;
}

/** What somebody at the counter asks of a slip. */
export interface CounterView {
  /** Billed and not paid; null: the bill is not known. */
  readonly open: number | null;
  readonly payable: Payable;
  /** What the barcode in hand says; null: none was read. */
  readonly paper: { readonly dueDate: Day | null; readonly reissueNumber: number | null; readonly amount: number } | null;
  /** The last day of data: what was paid later nobody knows. */
  readonly through: Day | null;
}

/** Slips that may be meant by a barcode that is not sound or not whole. */
export interface NearSlips {
  readonly total: number;
  readonly rows: readonly SlipRow[];
}

export type SearchAnswer = { readonly searched: Searched } & (
  | { readonly found: 'empty' }
  /** One slip alone is meant. */
  | { readonly found: 'slip'; readonly life: SlipView }
  /** The exact ones first. */
  | { readonly found: 'slips'; readonly total: number; readonly exact: number; readonly rows: readonly SlipRow[] }
  /** A whole barcode, and no slip of ours for sure. */
  | { readonly found: 'barcode'; readonly barcode: BarcodeView; readonly near: NearSlips }
  /** Digits of a barcode, and not 44. */
  | { readonly found: 'cutBarcode'; readonly digits: string; readonly near: NearSlips }
  | { readonly found: 'none' }
);

export interface Restored {
  readonly view: RunView;
  readonly plan: WorkbookPlan;
}

/** Rejects with the signal's reason as soon as it is aborted, whatever the worker still does. */
export type Export = (
  request: ExportRequest,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
) => Promise<ExportedFile | { readonly problem: ExportProblem }>;

/** The worker, seen from the pane. Every call may reject with an `EngineStopped` after `stop()`. */
export interface Engine extends LayoutBench {
  inspect(request: InspectRequest): Promise<Inspection>;
  /** Whether each CSV is of the agent, and no table of the office's. */
  areOfAgent(files: readonly PickedFile[], layout: PickedLayout): Promise<readonly boolean[]>;
  /** The run is pending until `stand` or `discard` says what became of it. */
  run(request: RunRequest, onProgress: (progress: Progress) => void): Promise<RunView | { readonly refusal: RunRefusal }>;
  /** What the workbook holds and could lose; `previewDeletion` then answers for what was read here. */
  surveyDeletion(request: RunRequest): Promise<Deletable | { readonly refusal: RunRefusal }>;
  previewDeletion(what: Deleted): Promise<DeletionPreview>;
  slips(query: SlipQuery): Promise<SlipPage>;
  slip(slip: number): Promise<SlipView>;
  /** Reads what stands in the workbook, as if it had just been written: nothing is. */
  restore(request: RunRequest): Promise<Restored | { readonly refusal: RunRefusal }>;
  /** What is meant by what was typed or scanned. */
  find(typed: string): Promise<SearchAnswer>;
  /** The record of that file as it came; null: it cannot be shown item by item. */
  record(file: string, record: number): Promise<RecordView | null>;
  reminders(): Promise<RemindersView>;
  /** The sheets of the run that is pending, and their rows. */
  workbook(): Promise<WorkbookPlan>;
  rows: RowSource;
  /** The pending run was written: slips and exports are of it from now on. */
  stand(): void;
  /** The pending run was not written: what stood before stands. */
  discard(): void;
  /** What can be chosen of what stands. */
  exportable(): Promise<Exportable>;
  export: Export;
  /** A small workbook of nobody's, to try this Excel with. */
  trialFile(): Promise<Uint8Array>;
  /** Ends at once whatever is being looked into or reconciled. What stands is not touched. */
  stop(): void;
}
