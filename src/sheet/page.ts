/** Which part of a sheet is printed, what repeats on each page, and what stands above it? */
import { cellText } from './cellText';
import { columnLetters } from './references';
import { occupiedRows, TABLE_FIRST_ROW, type Print, type Sheet, type Table } from './workbook';

/** A sheet, or what is known of it before its rows are asked for. */
export type Printed = Pick<Sheet, 'cells' | 'charts' | 'print'> & { readonly table: Pick<Table, 'rowCount'> | null };

/** The row after the last one of the sheet. */
export function endOfSheet({ table, cells, charts }: Omit<Printed, 'print'>): number {
  if (table !== null) return TABLE_FIRST_ROW + occupiedRows(table);
  return Math.max(1, ...cells.map(({ row }) => row + 1), ...charts.map(({ to }) => to.row));
}

/** The last cell of what is printed from A1 on: its column's letters, its row. */
export const printedEnd = (sheet: Printed): { readonly letters: string; readonly row: number } => ({
  letters: columnLetters(sheet.print.columns - 1),
  row: endOfSheet(sheet),
});

/** `$1:$4`, or null. */
export const titleRowsOf = ({ repeatedFrom = 0, repeatedRows }: Print): string | null =>
  repeatedRows === 0 ? null : `$${repeatedFrom + 1}:$${repeatedFrom + repeatedRows}`;

/** Excel reads `&` in a page header as the beginning of a code; what no file can hold is made visible, as in cells. */
export const headerText = (text: string): string => cellText(text).replaceAll('&', '&&');
