/** What becomes of what is typed or written into cells? */
import { typed } from '../format/typed';
import { parseFormula } from '../formula/parse';
import { FormulaError, FormulaNotRead } from '../formula/words';
import { lastColumn, type Area } from './address';
import { invalidArgument } from './errors';
import { fitWrappedRows } from './fitting';
import type { Sheet } from './sheet';
import { ownerOf } from './workbook';

export type Input = string | number | boolean | null;

const LONGEST_TEXT = 32_767;
/** Of a formula that is refused. */
const SHOWN = 200;

export const isInput = (value: unknown): value is Input =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/**
 * Into each cell of an area what `inputAt` says; null leaves a cell alone, an empty text empties it.
 * A text format that was set before keeps any text as it is. @assumption text-format-first
 */
export function enter(sheet: Sheet, area: Area, inputAt: (row: number, column: number) => Input): void {
  sheet.mayEdit(area);
  for (let column = area.column; column <= lastColumn(area); column++) {
    const runs = [...(sheet.styleRuns(column)?.runs(area.row, area.rows) ?? [{ start: area.row, count: area.rows, value: null }])];
    for (const { start, count, value: style } of runs) {
      const format = style?.numberFormat ?? 'General';
      for (let row = start; row < start + count; row++) enterCell(sheet, row, column, inputAt(row - area.row, column - area.column), format);
    }
  }
  settleHeaders(sheet, area);
  fitWrappedRows(sheet, area);
}

function enterCell(sheet: Sheet, row: number, column: number, input: Input, format: string): void {
  if (input === null) return;
  if (typeof input !== 'string') return enterNumber(sheet, row, column, input);
  if (input === '') return sheet.cells.setValue(row, column, undefined);
  if (input.length > LONGEST_TEXT) throw invalidArgument(`a text of ${input.length} characters`);
  if (format === '@') return sheet.cells.setValue(row, column, input);
  if (input.startsWith('=') && input.length > 1) return enterFormula(sheet, row, column, input.slice(1));
  if (input.startsWith("'")) return sheet.cells.setValue(row, column, input.slice(1));
  const { value, format: own } = typed(input, sheet.daysLate);
  sheet.cells.setValue(row, column, value);
  if (own !== null && format === 'General') sheet.changeStyle({ row, column, rows: 1, columns: 1 }, { numberFormat: own });
}

function enterNumber(sheet: Sheet, row: number, column: number, value: number | boolean): void {
  if (typeof value === 'number' && !Number.isFinite(value)) throw invalidArgument(String(value));
  sheet.cells.setValue(row, column, value);
}

function enterFormula(sheet: Sheet, row: number, column: number, formula: string): void {
  checkedFormula(formula);
  sheet.cells.setFormula(row, column, formula);
}

/** Excel refuses what it cannot read. @assumption formula-syntax */
export function checkedFormula(formula: string): string {
  try {
    parseFormula(formula);
  } catch (problem) {
    if (problem instanceof FormulaError) throw invalidArgument(`the formula =${formula.slice(0, SHOWN)}: ${problem.message}`);
    if (!(problem instanceof FormulaNotRead)) throw problem;
  }
  return formula;
}

/** A header that was overwritten is made a proper name again, and formulas follow it. */
function settleHeaders(sheet: Sheet, area: Area): void {
  for (const table of sheet.tablesIn(area)) {
    const header = table.headerArea();
    if (header !== null && header.row >= area.row && header.row < area.row + area.rows) ownerOf(sheet).followHeaders(table);
  }
}
