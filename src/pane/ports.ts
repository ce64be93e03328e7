/** What does the pane need from the world outside it? Its tests put their own in these places. */
import type { HistoryRow } from '../sheet/history';
import type { SlipRemark } from '../sheet/reconciliation';
import type { LedgerOutcome } from '../sheet/workbook';
import type { RowSource, SheetPlan, WorkbookPlan } from './engine/protocol';

export interface ExcelSupport {
  readonly isSupported: boolean;
  /** `1.13` */
  readonly needs: string;
  /** The highest ExcelApi set that this Excel has, e.g. `1.7`. */
  readonly has: string;
}

/** A file that the workbook holds, from 取込履歴. */
export interface ImportedFile {
  readonly name: string;
  readonly sha256: string;
  readonly runAt: string;
  readonly details: number;
}

/** What 取込履歴 tells of besides runs: a file was exported, data was deleted. */
export interface HistoryDeed {
  readonly runAt: string;
  /** The word of 操作. */
  readonly operation: string;
  readonly file: string;
}

/** An import in 取込履歴: one entry for all files of one 実行日時. */
export interface HistoryEntry {
  readonly runAt: string;
  /** The judgement as it stands in 判定, the worst of its files. */
  readonly verdict: string;
  readonly errors: number;
  readonly warnings: number;
  readonly details: number;
  readonly files: readonly { readonly name: string; readonly sha256: string }[];
  readonly isUndone: boolean;
  /** All of its files were deleted. */
  readonly isDeleted?: boolean;
}

export interface WorkbookState {
  /** Oldest first; absent: only what `imported` and `lastRun` tell is known. */
  readonly history?: readonly HistoryEntry[];
  /** Oldest first. */
  readonly deeds?: readonly HistoryDeed[];
  /** The ledger that stands in 納付書台帳. */
  readonly ledger?: LedgerOutcome | null;
  /** Files that the workbook holds. */
  readonly imported: readonly ImportedFile[];
  readonly lastRun: { readonly runAt: string; readonly verdict: string } | null;
  /** Files of which something was deleted, with the last time. */
  readonly deleted?: readonly { readonly sha256: string; readonly runAt: string }[];
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

/** Why an export could not be written down in 取込履歴; nothing has changed. noHistory: the table is not there, or not as we wrote it. */
export type RecordProblem =
  | { readonly code: 'sheetProtected'; readonly sheets: readonly string[] }
  | { readonly code: 'noHistory' }
  | { readonly code: 'recordFailed'; readonly detail: string };

/** The workbook around the pane: the only thing that talks to Excel. */
export interface WorkbookPort {
  support(): ExcelSupport;
  state(): Promise<WorkbookState>;
  /** All or nothing. `signal` stops it at any moment. Answers null when all was written. */
  write(plan: WorkbookPlan, rows: RowSource, onProgress: (progress: WriteProgress) => void, signal: AbortSignal): Promise<WriteProblem | null>;
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
  /** Told with the texts of the selected row of 消込一覧 (by header), or null when another place is selected; answers how to stop. */
  onSlipSelected(tell: (row: Readonly<Record<string, string>> | null) => void): Promise<() => void>;
}
