/** Which text does a cell show, whatever the width of its column? */
import { TOO_NARROW, formatted } from '../format/numberFormat';
import type { Sheet } from './sheet';
import { NotCalculated, type Shown } from './values';

/** A formula that nobody calculated shows itself. */
export function shownText(value: Shown, numberFormat: string, formula: string | undefined): string {
  if (value instanceof NotCalculated) return `=${formula ?? ''}`;
  return formatted(value, numberFormat).text;
}

export function cellText(sheet: Sheet, row: number, column: number): string {
  return shownText(sheet.shown(row, column), sheet.styleAt(row, column).numberFormat, sheet.cells.formula(row, column)?.text);
}

export const isTooNarrow = (text: string): boolean => text === TOO_NARROW;
