/** What does the workbook keep of its runs, whoever draws it or reads it back? */
import type { DispositionCells } from './dispositionCells';
import type { Value } from './workbook';
import type { HistoryColumn } from './words';

/** A row of 取込履歴; figures are null where the file could not be read, or where the row tells of no figures. */
export type HistoryRow = Readonly<Record<HistoryColumn, Value>>;

/** What a later run has to know of an imported file, as the rows of 取込原本 say it. */
export interface Original {
  readonly file: string;
  readonly sha256: string;
  readonly size: number;
  /** Records were deleted from it: the SHA-256 of the bytes that are left, and whether its totals agreed before. */
  readonly deletion?: { readonly presentSha256: string; readonly agreed: boolean };
  /** The layout that it was read with: a built-in one's id, or a user's own as JSON. */
  readonly layout: string;
  /** Proves that all above is as it was written. */
  readonly seal: string;
  readonly parts: readonly string[];
}

/** Rows of one SHA-256; `null` where they are not the parts 1 to n. */
export type FoundOriginal = Original | { readonly file: string; readonly sha256: string; readonly parts: null };

/** What the clerk has written beside a slip: 備考, and what was done. */
export interface SlipRemark extends Partial<DispositionCells> {
  readonly biller: string;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  /** 備考 */
  readonly text: string;
}
