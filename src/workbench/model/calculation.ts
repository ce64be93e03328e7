/** When is a formula calculated, and for how long does its value hold? When somebody looks at it, until anything changes. */
import type { FormulaSheet } from '../formula/cells';
import { calculated } from '../formula/evaluate';
import type { FormulaCell } from './cells';
import { NotCalculated, type Shown } from './values';

/** A chain of formulas longer than this is not followed. */
const DEEPEST = 400;

/** Values are always current: neither manual calculation nor its suspension leaves an old value behind. @assumption calculation */
export class Calculation {
  private readonly under = new Set<FormulaCell>();

  constructor(private readonly workbook: { readonly revision: number }) {}

  value(sheet: FormulaSheet, row: number, column: number, formula: FormulaCell): Shown {
    if (formula.revision === this.workbook.revision) return formula.value;
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
