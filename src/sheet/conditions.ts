/** Which cells does a program colour by itself, and when? The highlights of a sheet as conditional formats. */
import { MOST_ROWS } from './limits';
import { columnLetters, textLiteral } from './references';
import { TABLE_FIRST_ROW, type Highlight, type Look } from './workbook';

/** Columns side by side, 0-based, and the rows from `firstRow` to `lastRow`. */
export interface ConditionArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly columns: number;
}

export interface Condition {
  readonly areas: readonly ConditionArea[];
  /** Without `=`, as read in the areas' first row. */
  readonly formula: string;
  readonly look: Look;
}

/** The sheet's column of a column of the description. */
export type PlaceOf = (column: number) => number;
const AS_DESCRIBED: PlaceOf = (column) => column;

/** A table's rows to the end of the sheet: more of them need no change. */
const TABLE_ROWS = { first: TABLE_FIRST_ROW, last: MOST_ROWS - 1 };

/** In the order in which they win: the first that holds, and no other is looked at. */
export const conditionsOf = (highlights: readonly Highlight[], placeOf = AS_DESCRIBED): Condition[] =>
  highlights.map(({ columns, when, look, rows = TABLE_ROWS }) => ({
    areas: neighbours(columns.map(placeOf)).map(({ from, count }) => ({ firstRow: rows.first, lastRow: rows.last, firstColumn: from, columns: count })),
    formula: formulaOf(when, rows.first, placeOf),
    look,
  }));

function formulaOf({ column, test, word }: Highlight['when'], firstRow: number, placeOf: PlaceOf): string {
  const tested = `$${columnLetters(placeOf(column))}${firstRow + 1}`;
  return test === 'is' ? `${tested}=${textLiteral(word)}` : `ISNUMBER(FIND(${textLiteral(word)},${tested}))`;
}

/** Columns that stand side by side. */
export function neighbours(columns: readonly number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.count === column) last.count++;
    else runs.push({ from: column, count: 1 });
  }
  return runs;
}
