/** What does the add-in need of the workbook that it stands in? src/excel gives it, the pane asks for it, and tests put their own in its place. */
import type { HistoryRow, SlipRemark } from '../sheet/records';
import type { Held } from '../sheet/held';
import type { LedgerOutcome } from '../sheet/workbook';
import type { TellTrial } from './trials';
import type { ReceiptCells, ReceiptLine, ReceiptsSheet } from '../sheet/otherReceipts';
import type { RowSource, SheetPlan, WorkbookPlan } from '../sheet/plan';

export interface ExcelSupport {
  readonly isSupported: boolean;
  /** `1.13` */
  readonly needs: string;
  /** The highest ExcelApi set that this Excel has, e.g. `1.7`. */
  readonly has: string;
  /** What the browser that shows the pane has not: an old macOS has no `CompressionStream`, and nothing can be kept or opened without it. */
  readonly lacks?: 'CompressionStream';
}

/** What the workbook around the pane is now. */
export interface WorkbookState extends Held {
  /** Another pane writes now: nothing can be written, and what is read may be of either side. */
  readonly atWork?: AtWork | null;
  readonly faults?: readonly TableFault[];
  /** What is to be told since the last time. */
  readonly notes?: readonly WriteNote[];
  /** The ledger that stands in 納付書台帳. */
  readonly ledger?: LedgerOutcome | null;
  readonly sheetNames?: readonly string[];
  /** Sheets whose colours by hand the next run will not keep; absent: none. */
  readonly painted?: readonly string[];
  /** 他の収納: rows with anything in their number, and the sheet's 1-based row of its header; null or absent: there is no such table. */
  readonly receipts?: { readonly rows: number; readonly headerRow: number } | null;
  /** Tables that are not the add-in's, for use as a ledger. */
  readonly otherTables: readonly { readonly name: string; readonly sheet: string; readonly header: readonly string[] }[];
}

/** cell: Excel takes no request until the clerk ends editing a cell; book: it does some things only once this workbook is in front again. */
export type ExcelWait = 'cell' | 'book';

/** What a pane does in the workbook. */
export interface AtWork {
  readonly work: 'run' | 'deletion' | 'record' | 'recovery';
  /** When it began, by the clock of that pane: 2027/05/10 14:32:07, or empty. */
  readonly since: string;
}

/** A table of ours that is not what we wrote; told before anything is written. */
export type TableFault = {
  readonly table: string;
  readonly sheet: string;
  /** Whether `mend` can make it again without losing a row. */
  readonly isMendable: boolean;
} & (
  | { readonly fault: 'converted' | 'gone' }
  | { readonly fault: 'renamed'; readonly as: string }
  | { readonly fault: 'columnsLost'; readonly columns: readonly string[] }
);

/** Nothing was read or written, because another pane writes. */
export class OtherAtWork extends Error {
  override readonly name = 'OtherAtWork';
  constructor(readonly atWork: AtWork) {
    super(`${atWork.work} since ${atWork.since}`);
  }
}

export type WriteStep = 'prepare' | 'write' | 'finish' | 'restore';
export interface WriteProgress {
  readonly step: WriteStep;
  readonly sheet: string;
  readonly rows: number;
  readonly of: number;
}

/** Why the workbook could not be written; the workbook is as it was, except for rollbackFailed. */
export type WriteProblem =
  | { readonly code: 'sheetProtected'; readonly sheets: readonly string[] }
  | { readonly code: 'workbookProtected' }
  | { readonly code: 'readOnly' }
  | { readonly code: 'nameTaken'; readonly sheet: string }
  /** Nobody could say any more which slip the clerk's 備考 is of. */
  | { readonly code: 'columnsRenamed'; readonly sheet: string; readonly columns: readonly string[] }
  /** Every day that we write would be four years late. */
  | { readonly code: 'countsFrom1904' }
  | { readonly code: 'stopped' }
  /** Nothing has changed. */
  | { readonly code: 'tablesBroken'; readonly faults: readonly TableFault[] }
  /** Nothing has changed. */
  | ({ readonly code: 'otherPane' } & AtWork)
  /** Excel answers no more, and it may all be written. */
  | { readonly code: 'endUnknown'; readonly detail: string }
  | {
      readonly code: 'writeFailed';
      readonly sheet: string;
      readonly rows: number;
      readonly of: number;
      readonly detail: string;
      readonly perhaps?: PerhapsBecause;
    }
  | { readonly code: 'rollbackFailed'; readonly sheet: string; readonly detail: string; readonly perhaps?: PerhapsBecause };

/** Excel does not say so: it refuses any change while the clerk has selected several sheets (office-js #2266). */
export type PerhapsBecause = 'sheetsGrouped';

/** What the search after a deletion has found. */
export interface Remains {
  /** How many were searched. */
  readonly sheets: number;
  readonly areCommentsSearched: boolean;
  /** A sheet's name, `names` or `comments`; the first cells, and how many there are. */
  readonly places: readonly { readonly place: string; readonly cells: readonly string[]; readonly count: number }[];
}

/** What is otherwise than planned in a workbook that was written. */
export type WriteNote =
  /** Excel makes other formulas of those that were written: the columns hold values. */
  | { readonly code: 'formulasAsValues'; readonly sheet: string; readonly columns: readonly string[] }
  /** filtersCleared: Excel does not tell what they were. otherFiltersCleared: the sheet shows what the pane has counted. */
  | { readonly code: 'filtersCleared' | 'otherFiltersCleared'; readonly sheet: string; readonly columns: readonly string[] }
  /** Excel did not keep the headers in sight, would not print on the width of one page, or did not sort the rows as the clerk had; or rows that the clerk had hidden are seen again. */
  | { readonly code: 'notFrozen' | 'notFitted' | 'notSorted' | 'rowsShown'; readonly sheets: readonly string[] }
  /** All is calculated; what the clerk changes later shows only when she has it calculated. */
  | { readonly code: 'manualCalculation' }
  /** All is written; hidden sheets of ours are still there. */
  | { readonly code: 'tidyingLeft' }
  /** A pane was gone in the middle. `lost`: sheets that could not be restored. `kept`: sheets with what stood there before. */
  | {
      readonly code: 'interrupted';
      readonly atWork: AtWork;
      readonly end: 'untouched' | 'restored' | 'written';
      readonly lost: readonly string[];
      readonly kept: readonly string[];
    }
  /** Nobody can say any more what an interrupted run had changed. */
  | { readonly code: 'journalDamaged'; readonly kept: readonly string[] }
  /** After a deletion: what was deleted from our sheets stands elsewhere still. */
  | ({ readonly code: 'remains' } & Remains)
  /** What was remembered of the last run is unreadable. */
  | { readonly code: 'recordDamaged' };

/** null: all was written as planned. */
export type WriteEnd = WriteProblem | { readonly code: 'written'; readonly notes: readonly WriteNote[] } | null;

/** Why an export could not be written down in 取込履歴; nothing has changed. noHistory: the table is not there, or not as we wrote it. */
export type RecordProblem =
  | { readonly code: 'sheetProtected'; readonly sheets: readonly string[] }
  | { readonly code: 'noHistory' }
  | ({ readonly code: 'otherPane' } & AtWork)
  | { readonly code: 'recordFailed'; readonly detail: string };

/** Why 他の収納 was not changed. */
export type ReceiptsProblem =
  | { readonly code: 'sheetProtected' | 'nameTaken'; readonly sheet: string }
  | { readonly code: 'workbookProtected' | 'countsFrom1904' }
  /** Headers that the table has lost: nobody could say which cell is which. */
  | { readonly code: 'columnsLost'; readonly columns: readonly string[] }
  /** The row that was to be taken back does not stand there any more. */
  | { readonly code: 'rowGone' }
  | { readonly code: 'failed'; readonly detail: string };

/** The workbook around the pane: the only thing that talks to Excel. */
export interface WorkbookPort {
  support(): ExcelSupport;
  /** Tells what Excel waits for, null when it goes on; answers how to stop. */
  onWait(tell: (wait: ExcelWait | null) => void): () => void;
  state(): Promise<WorkbookState>;
  /** All or nothing. `signal` stops it at any moment. */
  write(plan: WorkbookPlan, rows: RowSource, onProgress: (progress: WriteProgress) => void, signal: AbortSignal): Promise<WriteEnd>;
  /** Rejects with OtherAtWork while another pane writes. The texts of a table as shown, header first; of a table of ours only the columns that we wrote, or those of these keys. Without it: no rows. */
  readTable(name: string, keys?: readonly string[]): Promise<readonly (readonly string[])[]>;
  /** 備考 of 消込一覧 and of the rows below it, as they stand now; null: the table, or a column that tells which is whose, is not there. */
  remarks(): Promise<readonly SlipRemark[] | null>;
  /** Activates a sheet, and in its table the row whose columns hold these texts; answers whether the sheet is there. */
  show(sheet: SheetPlan['name'], row: Readonly<Record<string, string | number>> | null): Promise<boolean>;
  /** Filters a table by the words of one column alone; answers what is to be told. */
  filter(table: string, column: string, words: readonly string[]): Promise<readonly WriteNote[]>;
  /** Writes a row at the end of 取込履歴: all of it, or nothing. */
  record(row: HistoryRow): Promise<RecordProblem | null>;
  /** The row of 取込履歴 that was recorded so gets another 操作; without it, nothing. */
  reword(row: HistoryRow, operation: string): Promise<RecordProblem | null>;
  /** Puts rows at the end of 他の収納, which is made where it is not there: without rows, only that. */
  addReceipts(lines: readonly ReceiptLine[], words: ReceiptsSheet): Promise<ReceiptsProblem | null>;
  /** Takes the row of this receipt out of 他の収納. */
  removeReceipt(cells: ReceiptCells, words: ReceiptsSheet): Promise<ReceiptsProblem | null>;
  /** Brings 他の収納 to the front; answers whether it is there. */
  showReceipts(): Promise<boolean>;
  /** Makes tables of ours again, as the clerk asked; answers what is still broken, or why it could not. */
  mend(): Promise<readonly TableFault[] | WriteProblem>;
  /** Opens an .xlsx as a new workbook beside this one; answers why not, or null. */
  openNew(bytes: Uint8Array): Promise<string | null>;
  /** The CSV templates that this workbook keeps, as they were kept. */
  csvTemplates(): Promise<readonly unknown[]>;
  keepCsvTemplates(templates: readonly unknown[]): Promise<void>;
  /** What the last run of this workbook was made with (choices.ts), as it was kept; null: nothing of its own. */
  choices(): Promise<unknown>;
  keepChoices(choices: unknown): Promise<void>;
  /** Tries what the add-in relies on, on two sheets of its own; `signal` stops it between two trials. */
  tryExcel(tell: TellTrial, signal: AbortSignal): Promise<void>;
  /** The texts of the selected row of 消込一覧, by header; null: another place is selected. */
  selectedSlip(): Promise<Readonly<Record<string, string>> | null>;
  /** Told with the texts of the selected row of 消込一覧 (by header), or null when another place is selected; answers how to stop. */
  onSlipSelected(tell: (row: Readonly<Record<string, string>> | null) => void): Promise<() => void>;
}
