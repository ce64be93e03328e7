/** What does the calculator know of a workbook? What its cells show, and what formulas call its sheets, tables and names. */
import type { Area } from '../model/address';
import type { Content, Shown } from '../model/values';

export interface FormulaSheet {
  readonly workbook: FormulaWorkbook;
  /** Of the day that dates are counted from. */
  readonly daysLate: number;
  shown(row: number, column: number): Shown;
  /** Without `=`; undefined where none stands. */
  formulaText(row: number, column: number): string | undefined;
  /** The contents of one column by row, where no formula stands in that part of it; null where one does. */
  plainColumn(area: Area): readonly Content[] | null;
  rowsInUse(): number;
  isFilteredOut(row: number): boolean;
  isHiddenRow(row: number): boolean;
  tableAt(row: number, column: number): FormulaTable | undefined;
  named(name: string): FormulaName | undefined;
}

export interface FormulaWorkbook {
  /** Grows with every change. */
  readonly revision: number;
  sheetNamed(name: string): FormulaSheet | undefined;
  tableNamed(name: string): FormulaTable | undefined;
  named(name: string): FormulaName | undefined;
}

export interface FormulaTable {
  readonly sheet: FormulaSheet;
  readonly area: Area;
  headerArea(): Area | null;
  bodyArea(): Area;
  totalsArea(): Area | null;
  columnNamed(name: string): number | undefined;
}

export interface FormulaName {
  readonly formula: string;
}

/** Where a formula stands; a conditional format is read as if it had been moved by so many rows and columns. */
export interface Place {
  readonly sheet: FormulaSheet;
  readonly row: number;
  readonly column: number;
  readonly moved?: { readonly rows: number; readonly columns: number };
}
