/** When is a formula calculated, and for how long does its value hold? When somebody looks at it, until anything changes. */
import type { FormulaSheet } from '../formula/cells';
import { calculated } from '../formula/evaluate';
import { WHOLE_SHEET } from './address';
import type { Cells, FormulaCell } from './cells';
import { NotCalculated, type Shown } from './values';

/** A chain of formulas longer than this is not followed. */
const DEEPEST = 400;

/** What a sheet gives to be calculated. */
type Calculated = FormulaSheet & { readonly cells: Cells };

/** Values are always current: neither manual calculation nor its suspension leaves an old value behind, unless old values are kept. @assumption calculation */
export class Calculation {
  /** A formula keeps the value that it had when it was written, or calculated last on demand. */
  keepsOldValues = false;
  private readonly under = new Set<FormulaCell>();

  constructor(private readonly workbook: { readonly revision: number; readonly sheets: readonly Calculated[] }) {}

  value(sheet: FormulaSheet, row: number, column: number, formula: FormulaCell): Shown {
    if (formula.revision === this.workbook.revision || (this.keepsOldValues && formula.revision >= 0)) return formula.value;
    return this.calculate(sheet, row, column, formula);
  }

  /** Those that have no value yet get one now. */
  settle(): void {
    for (const { sheet, row, column, formula } of this.all()) this.value(sheet, row, column, formula);
  }

  recalculate(): void {
    const all = [...this.all()];
    for (const { formula } of all) formula.revision = -1;
    for (const { sheet, row, column, formula } of all) this.value(sheet, row, column, formula);
  }

  private *all(): Generator<{ readonly sheet: FormulaSheet; readonly row: number; readonly column: number; readonly formula: FormulaCell }> {
    for (const sheet of this.workbook.sheets) for (const one of sheet.cells.formulasIn(WHOLE_SHEET)) yield { sheet, ...one };
  }

  private calculate(sheet: FormulaSheet, row: number, column: number, formula: FormulaCell): Shown {
    if (this.under.has(formula)) return new NotCalculated('a circle of formulas');
    if (this.under.size >= DEEPEST) return new NotCalculated('too long a chain of formulas');
    this.under.add(formula);
    try {
      formula.value = calculated(formula.text, { sheet, row, column });
      formula.revision = this.workbook.revision;
    } finally {
      this.under.delete(formula);
    }
    return formula.value;
  }
}
