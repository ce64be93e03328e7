/** What do the pane and its worker say to each other about files that leave the office? Plain data only. */
import type { DressChoice } from '../sheet/dressed';
import type { HistoryRow, SlipRemark } from '../sheet/records';
import type { CsvTemplate } from '../export/csvTemplate';
import type { SlipMask } from '../export/masking';
import type { ExportKind } from '../export/words';
import type { SlipState } from '../reconcile/slips';
import type { TextRows } from '../sheet/readBack';

/** What can be chosen of what stands. */
export interface Exportable {
  /** Names of the sheets that a reader sees, in their order. */
  readonly sheets: readonly string[];
  /** 所管課 of the ledger, each once. */
  readonly sections: readonly string[];
  readonly isMismatch: boolean;
  /** Data are missing, so that nobody can say for certain what is unpaid. */
  readonly isIncomplete: boolean;
}

export interface BookContent {
  readonly kind: 'book';
  readonly sheets: readonly string[];
  /** null: slips of every state. */
  readonly states: readonly SlipState[] | null;
  /** null: slips of every section. */
  readonly section: string | null;
  readonly withNames: boolean;
}
export interface FinanceContent {
  readonly kind: 'finance';
  readonly mask: SlipMask;
}
export interface CsvContent {
  readonly kind: Extract<ExportKind, 'slips' | 'unpaid' | 'csv'>;
  readonly template: CsvTemplate;
  readonly withNames: boolean;
}

/** What the clerk has chosen. */
export type ExportContent = BookContent | FinanceContent | CsvContent;

/** What the workbook says now and the last run does not know. */
export interface HeldNow {
  /** null: 消込一覧, or a column of it that tells which 備考 is whose, is not there. */
  readonly remarks: readonly SlipRemark[] | null;
  /** 取込履歴 as shown, header first. */
  readonly history: TextRows;
}
/** Of the workbook itself only a workbook of its sheets is told: the copy for finance never sees 備考. */
export type BookToMake = BookContent & { readonly held: HeldNow };

export interface ExportRequest {
  readonly content: BookToMake | FinanceContent | CsvContent;
  readonly dress: DressChoice;
  /** Of an .xlsx; null: none. It is kept nowhere. */
  readonly password: string | null;
  /** 2027/05/10 14:32, the office's own time: when the export is made. */
  readonly now: string;
}

export interface ExportProgress {
  readonly step: 'make' | 'encrypt';
  /** 0 to 1. */
  readonly share: number;
}

/** Why no file was made. */
export type ExportProblem =
  /** 消込一覧 would leave without 備考. */
  | { readonly code: 'noRemarks' }
  /** `sentence`: what does not fit, where the first places are, and by how much. */
  | { readonly code: 'misfits' | 'tooLarge' | 'cellTooLong'; readonly sentence: string };

export interface ExportedFile {
  readonly fileName: string;
  /** Of its content, as a browser names it. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** How it is written down in 取込履歴; SHA-256 is that of the bytes, 操作 says that nobody has confirmed yet that it is saved. */
  readonly row: HistoryRow;
  /** 操作 once the clerk has said that the file is saved. */
  readonly confirmed: string;
  /** Sheets that came along because chosen ones count their rows. */
  readonly added: readonly string[];
  /** 備考 of slips that 消込一覧 does not list: it stayed behind. */
  readonly remarksLeft: number;
}
