/**
 * How are formulas written? After all tables stand, because they name each other's columns, and over the values that they have: Excel takes a formula in an
 * empty column of a table for the formula of the whole column, also when an add-in writes it (office-js #2093). What stands there is read back.
 */
import { NUMBER_FORMATS, type PlacedCell, isFormula } from '../sheet/workbook';
import type { ColumnPlan } from '../sheet/plan';
import { everywhere, utf8Bytes, type Requests } from './requests';

/** The formulas of a table, without `=`: by column of the plan, then by row. */
export type TableFormulas = readonly ReadonlyMap<number, string>[];

/** A stretch of a column is written at once, with nothing where no formula is; further apart than this, it is two. */
const WIDEST_GAP = 50;
const MOST_BYTES = 500_000;
const CELLS_A_READ = 20_000;
const AN_ACTION = 600;

interface Stretch {
  readonly row: number;
  readonly formulas: (string | null)[];
  bytes: number;
}

function stretchesOf(formulas: ReadonlyMap<number, string>): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [row, formula] of [...formulas].sort(([a], [b]) => a - b)) {
    const bytes = utf8Bytes(formula) + 8;
    const last = stretches.at(-1);
    const gap = last === undefined ? 0 : row - last.row - last.formulas.length;
    if (last === undefined || gap > WIDEST_GAP || last.bytes + bytes > MOST_BYTES) {
      stretches.push({ row, formulas: [`=${formula}`], bytes });
      continue;
    }
    for (let index = 0; index < gap; index++) last.formulas.push(null);
    last.formulas.push(`=${formula}`);
    last.bytes += bytes + gap * 8;
  }
  return stretches;
}

/** Where the formulas of a table's columns stand on the sheet. */
export interface FormulaPlace {
  readonly formulas: TableFormulas;
  /** The sheet's column of each. */
  readonly at: readonly number[];
  readonly firstRow: number;
}

/** Null leaves a cell as it is. In a column of texts a formula would become a text: there the format comes afterwards. */
export async function writeTableFormulas(
  requests: Requests,
  sheet: Excel.Worksheet,
  { formulas, at, firstRow }: FormulaPlace,
  columns: readonly Pick<ColumnPlan, 'format'>[],
): Promise<void> {
  for (const [index, ofColumn] of formulas.entries()) {
    for (const { row, formulas: stretch, bytes } of stretchesOf(ofColumn)) {
      const isText = columns[index]?.format === 'text';
      await requests.room(AN_ACTION + bytes + (isText ? stretch.length * 14 : 0));
      const range = sheet.getRangeByIndexes(firstRow + row, at[index]!, stretch.length, 1);
      if (isText) range.numberFormat = stretch.map((formula) => [formula === null ? null : NUMBER_FORMATS.general]);
      range.formulas = stretch.map((formula) => [formula]);
      if (isText) range.numberFormat = everywhere(NUMBER_FORMATS.text);
      range.untrack();
    }
  }
}

export async function writePlacedFormulas(requests: Requests, sheet: Excel.Worksheet, cells: readonly PlacedCell[]): Promise<void> {
  for (const { row, column, cell, style } of cells) {
    if (!isFormula(cell)) continue;
    await requests.room(AN_ACTION + utf8Bytes(cell.formula));
    const range = sheet.getRangeByIndexes(row, column, 1, 1);
    if (style.format === 'text') range.numberFormat = everywhere(NUMBER_FORMATS.general);
    range.formulas = [[`=${cell.formula}`]];
    if (style.format === 'text') range.numberFormat = everywhere(NUMBER_FORMATS.text);
    range.untrack();
  }
}

/** The columns, by their place in the plan, in which other cells hold formulas than those that were written, or one formula has become another. */
export async function strayFormulas(
  requests: Requests,
  sheet: Excel.Worksheet,
  { formulas, at, firstRow, rows }: FormulaPlace & { readonly rows: number },
): Promise<number[]> {
  const strays: number[] = [];
  for (const [index, ofColumn] of formulas.entries()) {
    if (ofColumn.size === 0) continue;
    const found = await formulasIn(requests, sheet, { row: firstRow, column: at[index]!, rows });
    if (!areOurs(found, ofColumn)) strays.push(index);
  }
  return strays;
}

/** null: no formula; a text that looks like one is none. */
async function formulasIn(
  requests: Requests,
  sheet: Excel.Worksheet,
  { row, column, rows }: { readonly row: number; readonly column: number; readonly rows: number },
): Promise<(string | null)[]> {
  const found: (string | null)[] = [];
  for (let from = 0; from < rows; from += CELLS_A_READ) {
    const part = sheet.getRangeByIndexes(row + from, column, Math.min(CELLS_A_READ, rows - from), 1);
    part.load('formulas,values');
    await requests.send();
    const values = part.values as unknown[][];
    for (const [index, [formula]] of (part.formulas as unknown[][]).entries())
      found.push(typeof formula === 'string' && formula.startsWith('=') && formula !== values[index]![0] ? formula : null);
    part.untrack();
  }
  return found;
}

/** Excel may write a formula in its own way: two that were different must be so still, and two that were the same, the same. */
function areOurs(found: readonly (string | null)[], written: ReadonlyMap<number, string>): boolean {
  const [seenAs, writtenAs] = [new Map<string, string>(), new Map<string, string>()];
  for (const [row, text] of found.entries()) {
    const formula = written.get(row);
    if ((formula === undefined) !== (text === null)) return false;
    if (formula === undefined || text === null) continue;
    if ((seenAs.get(formula) ?? text) !== text || (writtenAs.get(text) ?? formula) !== formula) return false;
    seenAs.set(formula, text);
    writtenAs.set(text, formula);
  }
  return true;
}
