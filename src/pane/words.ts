/** Which words does the pane need in each language? words.ja.ts and words.en.ts say them; a missing one does not compile. */
import type { Day } from '../file/calendar';
import type { Era } from '../file/eras';
import type { NoticeKind } from '../file/layout';
import type { LedgerColumn } from '../reconcile/ledger';
import type { Trust } from '../verdict';
import type { Terms } from '../words';
import type { Dates } from '../words/days';
import type { LedgerUnfit } from '../engine/ledgerFit';
import type { AmountKind, InspectedFile, InspectedLedger, RunView } from '../engine/protocol';
import type { ExcelWait } from '../engine/workbookPort';
import type { Failure, Page, Tab } from './state/state';
import type { StageName } from './state/stages';

export interface Message {
  readonly title: string;
  readonly body: string;
}

type OkLedger = Extract<InspectedLedger, { standing: 'ok' }>;

export interface PaneWords {
  /** The words of the whole product. */
  readonly product: Terms;
  readonly productName: string;
  readonly tabs: Record<Tab, string>;
  readonly screens: string;
  readonly menu: string;
  readonly pages: Record<Page, string>;
  readonly back: string;
  readonly close: string;
  readonly notKnown: string;
  readonly minus: (text: string) => string;
  /** Between short facts in one line. */
  readonly between: string;
  readonly count: (value: number) => string;
  readonly countUnit: string;
  readonly yenUnit: string;
  readonly files: (value: number) => string;
  readonly details: (value: number) => string;

  readonly firstTitle: string;
  readonly steps: readonly string[];
  readonly staysHere: string;
  readonly practice: string;
  readonly practiceNote: string;
  readonly chooseFiles: string;
  readonly addFiles: string;
  readonly dropHere: string;
  readonly settlementData: string;
  readonly ledger: string;
  readonly inspecting: string;
  readonly removeFile: (name: string) => string;
  readonly removeLedger: (name: string) => string;
  readonly fileList: string;
  readonly fileAbout: (file: InspectedFile, day: (value: Day) => string) => readonly string[];
  readonly unverified: string;
  readonly unverifiedNote: string;
  /** What is wrong, and what to do about it. */
  readonly standings: Record<Exclude<InspectedFile['standing'], 'ok'>, string>;
  /** Of a file that cannot be read, beside others that can. */
  readonly goesIntoResult: string;
  readonly badlyRead: (layout: string, misfits: number) => string;
  readonly chooseLayout: string;
  readonly studyLayout: string;
  readonly noLedger: string;
  readonly chooseLedger: string;
  readonly chooseTable: string;
  readonly replaceLedger: string;
  readonly heldLedger: (slips: number) => string;
  readonly tableChoice: (name: string, sheet: string) => string;
  readonly ledgerAbout: (ledger: OkLedger) => string;
  readonly ledgerRefused: string;
  /** What is wrong with it, and how to get another one. */
  readonly ledgerUnfit: (unfit: LedgerUnfit) => string;
  readonly chooseLedgerAgain: string;
  readonly matchColumns: string;
  readonly matchNote: string;
  readonly noColumn: string;
  readonly required: string;
  readonly useMatch: string;
  readonly chosenForTwo: (column: string) => string;
  readonly ledgerColumns: Record<LedgerColumn, string>;
  readonly asOf: string;
  readonly asOfNote: string;
  readonly asOfMissing: string;
  readonly asOfOther: (today: string) => string;
  readonly useToday: string;
  readonly together: (files: number, details: number) => string;
  readonly alreadyIn: string;
  readonly lastRun: (runAt: string, verdict: string) => string;
  readonly run: (files: number) => string;
  readonly runAgain: string;
  readonly rerun: string;
  readonly nothingToRead: string;
  readonly practiceMixed: string;
  readonly chosenSaid: (all: number, readable: number, loaded: number) => string;
  readonly removedSaid: (name: string) => string;

  readonly running: string;
  readonly deleting: string;
  readonly progress: string;
  readonly elapsed: (seconds: number) => string;
  readonly stages: Record<StageName, string>;
  readonly stageNow: Record<StageName, string>;
  readonly stageSaid: (stage: StageName, number: number, of: number) => string;
  readonly stageAmount: (stage: StageName, amount: number, bytes: number) => string;
  readonly writing: (sheet: string, rows: number, of: number) => string;
  readonly restoring: string;
  readonly waits: Record<ExcelWait, Message>;
  readonly stayInFront: string;
  readonly mend: string;
  readonly mended: string;
  readonly stopNote: string;
  readonly stopNoteWriting: string;
  readonly stop: string;
  readonly stopping: string;
  readonly startedSaid: string;
  readonly endedSaid: (result: RunView) => string;

  readonly failure: (failure: Failure) => Message;
  readonly openHistory: string;
  readonly runOnceMore: string;
  readonly chooseAgain: string;
  readonly copyDetails: string;
  readonly copied: string;
  readonly notCopied: string;
  readonly stopped: (holdsChoice: boolean) => Message;
  readonly crash: Message;
  readonly reload: string;
  readonly oldExcel: (needs: string, has: string) => Message;
  readonly oldBrowser: (lacks: string) => Message;

  readonly showSelected: string;
  readonly noneSelected: string;
  readonly noResult: string;
  readonly noResultYet: (runAt: string, verdict: string) => string;
  readonly goToImport: string;
  readonly verdictCounts: (details: number, errors: number, warnings: number) => string;
  readonly findingsLink: (count: number) => string;
  readonly totalsTitle: string;
  readonly totalsHead: { readonly kind: string; readonly count: string; readonly amount: string; readonly judgement: string };
  readonly kinds: Record<NoticeKind, string>;
  readonly recordCount: string;
  readonly agrees: string;
  readonly differs: string;
  readonly unchecked: string;
  readonly declared: string;
  readonly counted: string;
  readonly difference: string;
  readonly differenceSentence: (difference: number, measure: 'count' | 'amount') => string;
  readonly differingPlace: (file: string | null, group: number | null) => string;
  readonly moreDiffering: (count: number) => string;
  readonly uncheckedItems: (count: number) => string;
  readonly nothingRead: string;
  readonly layoutUnverified: (layout: string) => string;
  readonly statesTitle: string;
  readonly statesAbout: (slips: number, amount: number, kind: 'billed' | 'paid') => string;
  readonly amountKinds: Record<AmountKind, string>;
  /** After the name of a row that leads to its list. */
  readonly openList: string;
  readonly flagsTitle: string;
  readonly flagsNote: string;
  readonly noFlags: string;
  readonly someOfThemPerhaps: (count: number) => string;
  readonly cannotJudge: string;
  readonly findingsTitle: string;
  readonly findingCounts: (errors: number, warnings: number) => string;
  readonly openFindings: string;
  readonly runFacts: (asOf: string, ledger: string | null, runAt: string) => readonly string[];
  readonly openReconciliation: string;
  readonly openChecks: string;

  readonly severities: Record<'error' | 'warning', string>;
  readonly noFindings: string;
  readonly sameContent: (count: number) => string;
  readonly foldSame: string;
  readonly openCheckRow: string;

  readonly search: string;
  readonly noMatch: string;
  readonly noSlipInList: string;
  readonly clearSearch: string;
  readonly filterSheet: string;
  readonly listAbout: (count: number, amount: number, kind: AmountKind) => string;
  readonly found: (count: number) => string;
  readonly due: (day: string) => string;
  readonly noDue: string;
  readonly paidOn: (day: string) => string;
  readonly loading: string;

  /** 処理 of a slip. */
  readonly handled: string;
  /** What 処理 says that does not go with what was paid. */
  readonly dispositionFaults: (faults: number) => string;
  readonly showAll: (count: number) => string;
  /** Days of which no file came: how many, and the way to the calendar. */
  readonly missingDaysTitle: (days: number) => string;
  readonly missingDaysBody: (days: readonly string[], more: number) => string;
  readonly openCalendar: string;
  /** How other channels are known: asked once. */
  readonly channelsQuestion: string;
  readonly channelsWhy: string;
  readonly channelsNone: string;
  readonly channelsSome: string;
  readonly channelsHint: string;
  readonly grace: string;
  readonly graceNote: string;
  readonly emptyDays: string;
  readonly emptyDaysNote: string;
  readonly businessDays: string;
  /** How far 未納 can be trusted. */
  readonly trust: (trust: Trust, dates: Dates) => string;
  /** 2027/05/10 in Japanese, 2027-05-10 in English. */
  readonly westernDay: (day: Day) => string;
  readonly eraYear: (era: Era, year: number) => string;
  readonly fiscalYear: (year: string) => string;
  readonly biller: (code: string) => string;
  readonly placeInList: (place: number, total: number) => string;
  readonly previous: string;
  readonly next: string;
  readonly slipSaid: (year: string, number: string, marks: readonly string[]) => string;
  readonly toCheck: string;
  readonly facts: Record<'billed' | 'paid' | 'received' | 'difference' | 'due' | 'reissue' | 'section' | 'fee', string>;
  readonly reissue: (number: number, ledgerNumber: number | null) => string;
  readonly payments: (count: number) => string;
  readonly noPayments: string;
  readonly payment: (number: number) => string;
  readonly cancelledPayment: string;
  readonly noDate: string;
  readonly noticeAt: (kind: NoticeKind | null, file: string, record: number) => string;
  readonly transferDate: (day: string) => string;
  readonly store: (code: string) => string;
  readonly heldNotices: string;
  readonly showOnSheet: string;

  readonly historyEmpty: string;
  readonly historyFiles: (first: string, more: number) => string;
  readonly undo: string;
  readonly undoTitle: string;
  readonly undoBody: (name: string, details: number) => string;
  readonly undoYes: string;
  readonly undoNo: string;
  readonly undone: string;
  readonly deleted: string;
  /** Of a file that is picked again. */
  readonly deletedBefore: (runAt: string) => string;

  readonly layout: string;
  readonly automatic: string;
  readonly addLayout: string;
  readonly addedLayout: (title: string) => string;
  readonly dates: string;
  readonly datesNote: string;
  readonly names: string;
  readonly namesNote: string;
  readonly keptColumns: string;
  readonly keptColumnsNote: string;
  /** The workbook does not keep these columns. */
  readonly namesMissing: (columns: readonly string[]) => string;
  readonly colours: string;
  readonly coloursStandard: string;
  readonly coloursPrint: string;
  readonly nextRun: string;
  readonly language: string;
  readonly languageOfExcel: string;
  readonly reset: string;
  readonly resetDone: string;
  readonly about: readonly string[];
  readonly versionLine: (version: string) => string;
}
