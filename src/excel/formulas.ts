/** How are formulas written? After all tables stand, because they name each other's columns. */
import { NUMBER_FORMATS, type PlacedCell, isFormula } from '../sheet/workbook';
import type { ColumnPlan } from '../sheet/plan';
import { everywhere, utf8Bytes, type Requests } from './requests';

/** The formulas of a table, without `=`: by column of the plan, then by row. */
export type TableFormulas = readonly ReadonlyMap<number, string>[];

/** A stretch of a column is written at once, with nothing where no formula is; further apart than this, it is two. */
const WIDEST_GAP = 50;
const MOST_BYTES = 500_000;
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

/** Null leaves a cell as it is. In a column of texts a formula would become a text: there the format comes afterwards. */
export async function writeTableFormulas(
  requests: Requests,
  sheet: Excel.Worksheet,
  {
    formulas,
    columns,
    at,
    firstRow,
  }: { readonly formulas: TableFormulas; readonly columns: readonly ColumnPlan[]; readonly at: readonly number[]; readonly firstRow: number },
): Promise<void> {
  for (const [index, ofColumn] of formulas.entries()) {
    for (const { row, formulas: stretch, bytes } of stretchesOf(ofColumn)) {
      const isText = columns[index]!.format === 'text';
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
