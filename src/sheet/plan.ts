/** What does a writer get of a workbook before it asks for rows? Plain data, without the functions that make the cells. */
import type { Cell, Column, Sheet, Table, Workbook } from './workbook';

export type ColumnPlan = Omit<Column, 'cell'>;
export interface TablePlan extends Omit<Table, 'columns'> {
  readonly columns: readonly ColumnPlan[];
}
export interface SheetPlan extends Omit<Sheet, 'table'> {
  readonly table: TablePlan | null;
}
export interface WorkbookPlan extends Omit<Workbook, 'sheets'> {
  readonly sheets: readonly SheetPlan[];
}

/** Gives rows of a sheet's table, from row `from` (0-based) on: at least one while there are any, at most `count`. */
export type RowSource = (sheet: number, from: number, count: number) => Promise<readonly (readonly Cell[])[]>;

/** Of the texts in one answer: a row of 取込原本 alone has 30,000. */
const MOST_CHARACTERS = 1_000_000;

export function planOf(book: Workbook): WorkbookPlan {
  const sheets = book.sheets.map(({ table, ...sheet }): SheetPlan => {
    if (table === null) return { ...sheet, table };
    const columns = table.columns.map(({ cell: _cell, ...column }): ColumnPlan => column);
    return { ...sheet, table: { ...table, columns } };
  });
  return { ...book, sheets };
}

/** Fewer than `count` where there are no more, or where their texts are long. */
export function rowsOf(book: Workbook, sheet: number, from: number, count: number): Cell[][] {
  const table = book.sheets[sheet]?.table;
  if (table === null || table === undefined) return [];
  const last = Math.min(table.rowCount, from + count);
  const rows: Cell[][] = [];
  for (let row = from, characters = 0; row < last && characters < MOST_CHARACTERS; row++) {
    const cells = table.columns.map((column) => column.cell(row));
    for (const cell of cells) if (typeof cell === 'string') characters += cell.length;
    rows.push(cells);
  }
  return rows;
}
