/** What does the add-in need of the workbook that it stands in? src/excel gives it, the pane asks for it, and tests put their own in its place. */
import type { HistoryRow, SlipRemark } from '../sheet/records';
import type { Held } from '../sheet/held';
import type { LedgerOutcome } from '../sheet/workbook';
import type { TellTrial } from './trials';
import type { RowSource, SheetPlan, WorkbookPlan } from '../sheet/plan';

export interface ExcelSupport {
  readonly isSupported: boolean;
  /** `1.13` */
  readonly needs: string;
  /** The highest ExcelApi set that this Excel has, e.g. `1.7`. */
  readonly has: string;
}

/** What the workbook around the pane is now. */
export interface WorkbookState extends Held {
  /** The ledger that stands in 納付書台帳. */
  readonly ledger?: LedgerOutcome | null;
  readonly sheetNames?: readonly string[];
  /** Tables that are not the add-in's, for use as a ledger. */
  readonly otherTables: readonly { readonly name: string; readonly sheet: string; readonly header: readonly string[] }[];
}

/** waitForCell: Excel takes no request until the clerk ends editing a cell. */
export type WriteStep = 'prepare' | 'waitForCell' | 'write' | 'finish' | 'restore';
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
  | { readonly code: 'stopped' }
  | { readonly code: 'writeFailed'; readonly sheet: string; readonly rows: number; readonly of: number; readonly detail: string }
  | { readonly code: 'rollbackFailed'; readonly sheet: string; readonly detail: string };

/** What is otherwise than planned in a workbook that was written. */
export interface WriteNote {
  readonly code: 'formulasAsValues';
  readonly sheet: string;
  readonly columns: readonly string[];
}

/** null: all was written as planned. */
export type WriteEnd = WriteProblem | { readonly code: 'written'; readonly notes: readonly WriteNote[] } | null;

/** Why an export could not be written down in 取込履歴; nothing has changed. noHistory: the table is not there, or not as we wrote it. */
export type RecordProblem =
  | { readonly code: 'sheetProtected'; readonly sheets: readonly string[] }
  | { readonly code: 'noHistory' }
  | { readonly code: 'recordFailed'; readonly detail: string };

/** The workbook around the pane: the only thing that talks to Excel. */
export interface WorkbookPort {
  support(): ExcelSupport;
  state(): Promise<WorkbookState>;
  /** All or nothing. `signal` stops it at any moment. */
  write(plan: WorkbookPlan, rows: RowSource, onProgress: (progress: WriteProgress) => void, signal: AbortSignal): Promise<WriteEnd>;
  /** The texts of a table as shown, header first; of a table of ours only the columns that we wrote. Without it: no rows. */
  readTable(name: string): Promise<readonly (readonly string[])[]>;
  /** 備考 of 消込一覧 and of the rows below it, as they stand now; null: the table, or a column that tells which is whose, is not there. */
  remarks(): Promise<readonly SlipRemark[] | null>;
  /** Activates a sheet, and in its table the row whose columns hold these texts; answers whether the sheet is there. */
  show(sheet: SheetPlan['name'], row: Readonly<Record<string, string | number>> | null): Promise<boolean>;
  /** Filters a table by the words of one column. */
  filter(table: string, column: string, words: readonly string[]): Promise<void>;
  /** Writes a row at the end of 取込履歴: all of it, or nothing. */
  record(row: HistoryRow): Promise<RecordProblem | null>;
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
  /** Told with the texts of the selected row of 消込一覧 (by header), or null when another place is selected; answers how to stop. */
  onSlipSelected(tell: (row: Readonly<Record<string, string>> | null) => void): Promise<() => void>;
}
