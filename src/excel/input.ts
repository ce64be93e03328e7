/** What is handed to Excel so that a cell holds exactly this? A text stays a text, whatever it looks like. */
import { cellText } from '../sheet/cellText';
import { LONGEST_TEXT, CellTooLong } from '../sheet/limits';
import { valueOf, type Cell, type NumberFormat } from '../sheet/workbook';

export type Input = string | number;

/**
 * In cells of the text format Excel keeps every text as it is; elsewhere an apostrophe before it keeps it from being read as a formula, a number, a date,
 * a truth value or an error. The apostrophe is not part of the text. A formula's place has its value until all tables stand (formulas.ts): in a column of a table
 * that is empty, Excel takes the first formula for the formula of the whole column.
 */
export function inputOf(cell: Cell, format: NumberFormat): Input {
  const value = valueOf(cell);
  if (value === null) return '';
  if (typeof value === 'number') return value;
  const text = cellText(value);
  if (text === '') return '';
  return format === 'text' ? text : `'${text}`;
}

export function refuseTooLong(sheet: string, row: number, column: string, cell: Cell): void {
  if (typeof cell === 'string' && cell.length > LONGEST_TEXT) throw new CellTooLong(sheet, row + 1, column, cell.length);
}
