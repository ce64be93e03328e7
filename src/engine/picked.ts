/** What does a clerk pick: a settlement file, a ledger? */

/** A file as the clerk picked it. */
export interface PickedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A ledger: a CSV file, a table of the clerk's in the workbook, or 納付書台帳 as an earlier run wrote it (tables: texts as shown, header first). */
export type PickedLedger = {
  readonly name: string;
  /** Where its columns are named otherwise: found header -> the ledger's own, as the clerk matched them by hand. */
  readonly headers?: Readonly<Record<string, string>>;
} & (
  | { readonly kind: 'csv'; readonly bytes: Uint8Array }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | {
      readonly kind: 'held';
      readonly sha256: string | null;
      readonly rows: readonly (readonly string[])[];
      /** Headers of its columns that were not written because they may tell of a person. */
      readonly leftOut: readonly string[];
    }
);
