/** Which text does a cell show, whatever the width of its column? */
import { TOO_NARROW, formatted } from '../format/numberFormat';
import type { Cells } from './cells';
import type { CellStyle } from './style';
import { NotCalculated, type Shown } from './values';

/** A formula that nobody calculated shows itself. */
export function shownText(value: Shown, numberFormat: string, formula: string | undefined, daysLate = 0): string {
  if (value instanceof NotCalculated) return `=${formula ?? ''}`;
  return formatted(value, numberFormat, daysLate).text;
}

/** Cells with what stands in them, and how it looks. */
export interface Written {
  readonly cells: Cells;
  /** Of the day that its dates are counted from. */
  readonly daysLate: number;
  /** Names that differ only in width are one. */
  readonly foldsWidth: boolean;
  shown(row: number, column: number): Shown;
  styleAt(row: number, column: number): CellStyle;
}

export function cellText(sheet: Written, row: number, column: number): string {
  return shownText(sheet.shown(row, column), sheet.styleAt(row, column).numberFormat, sheet.cells.formula(row, column)?.text, sheet.daysLate);
}

export const isTooNarrow = (text: string): boolean => text === TOO_NARROW;
