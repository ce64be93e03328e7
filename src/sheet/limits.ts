/** What does not fit into a workbook? Two typed errors; nothing is ever cut off in silence. */
import { TABLE_FIRST_ROW, type Table } from './workbook';

/** Of a sheet. */
export const MOST_ROWS = 1_048_576;
export const MOST_COLUMNS = 16_384;
/** Rows of a sheet below the table's header. */
export const MOST_TABLE_ROWS = MOST_ROWS - TABLE_FIRST_ROW;
export const LONGEST_TEXT = 32_767;

/** A sheet needs more rows than Excel has, or than fit into one file. */
export class WorkbookTooLarge extends Error {
  override readonly name = 'WorkbookTooLarge';

  constructor(
    readonly sheet: string,
    readonly rows: number,
    readonly limit: number = MOST_TABLE_ROWS,
  ) {
    super(`${sheet}: ${rows} rows, at most ${limit}`);
  }
}

/** A text is longer than a cell can hold; `row` is the sheet's, 1-based. */
export class CellTooLong extends Error {
  override readonly name = 'CellTooLong';

  constructor(
    readonly sheet: string,
    readonly row: number,
    readonly column: string,
    readonly characters: number,
    readonly limit: number = LONGEST_TEXT,
  ) {
    super(`${sheet} row ${row}, ${column}: ${characters} characters, at most ${limit}`);
  }
}

export function refuseTooLarge(sheet: string, { rowCount }: Table): void {
  if (rowCount > MOST_TABLE_ROWS) throw new WorkbookTooLarge(sheet, rowCount);
}
