/** Which words does the deletion need beside those of the pane? Fetched with its view. */
import type { DeletionPreview } from '../../export/deletable';
import type { Deleted, FileDeletion } from '../../export/deletion';
import type { RunRefusal } from '../../engine/protocol';
import type { Message } from '../words';

export interface DeletionViewWords {
  readonly intro: string;
  /** What was deleted stands elsewhere in the workbook. */
  readonly notWhole: Message;
  readonly looking: string;
  readonly failed: Message;
  readonly again: string;
  readonly refusal: (refusal: RunRefusal) => Message;
  readonly nothing: string;
  readonly by: string;
  readonly byYear: string;
  readonly byFiles: string;
  readonly years: string;
  readonly files: string;
  readonly year: (fiscalYear: string) => string;
  readonly yearHolds: (slips: number, details: number, ledgerRows: number) => string;
  readonly choose: Record<'fiscalYear' | 'files', string>;
  readonly amounts: string;
  readonly amountsDone: string;
  readonly amountsHead: { readonly what: string; readonly deleted: string; readonly kept: string };
  readonly slips: string;
  readonly details: string;
  readonly ledgerRows: string;
  readonly fates: Record<FileDeletion['fate'], string>;
  /** Beside the figures: what goes with them. */
  readonly goesToo: readonly string[];
  readonly stays: readonly string[];
  readonly goes: string;
  readonly staysTitle: string;
  readonly partly: string;
  readonly undecided: (count: number) => string;
  readonly losingNotices: (count: number) => string;
  readonly otherTables: (names: readonly string[]) => string;
  readonly who: string;
  readonly whoNote: string;
  readonly reason: string;
  readonly proceed: string;
  readonly confirmTitle: (what: Deleted) => string;
  readonly confirmBody: (preview: DeletionPreview) => string;
  readonly confirmWarning: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly doneTitle: string;
  readonly done: (what: Deleted, preview: DeletionPreview) => string;
  readonly saveNow: Message;
  readonly olderVersions: string;
  readonly openReport: (sheet: string) => string;
  readonly another: string;
}
