/** How many rows does a filter leave, and what do they come to? A live line above the table, so that a printed part of a list says that it is one. */
import { columnOf, textLiteral } from './references';
import { isFormula, valueOf, type Cell, type Table } from './workbook';
import type { WorkbookOptions } from './source';

/** Keys of columns. */
export interface ShownColumns {
  /** Never empty. */
  readonly counted: string;
  readonly sums: readonly string[];
}

/** SUBTOTAL of the rows that are shown. */
const COUNT = 103;
const SUM = 109;

export function shownRowsCell(table: Table, { counted, sums }: ShownColumns, { words, sheetWords }: Pick<WorkbookOptions, 'words' | 'sheetWords'>): Cell {
  const cells = (key: string): string => columnOf(table.name, table.columns.find((column) => column.key === key)!.header);
  const parts = sheetWords.shownRows<Cell>(
    { formula: `SUBTOTAL(${COUNT},${cells(counted)})`, value: table.rowCount },
    { formula: `COUNTA(${cells(counted)})`, value: table.rowCount },
    sums.map((key) => ({ formula: `SUBTOTAL(${SUM},${cells(key)})`, value: sumOf(table, key) })),
  );
  return {
    formula: parts.map((part) => (isFormula(part) ? `TEXT(${part.formula},"#,##0")` : textLiteral(String(part)))).join('&'),
    value: parts.map((part) => (isFormula(part) ? words.number(Number(part.value)) : String(part))).join(''),
  };
}

function sumOf({ columns, rowCount }: Table, key: string): number {
  const { cell } = columns.find((column) => column.key === key)!;
  let sum = 0;
  for (let row = 0; row < rowCount; row++) sum += Number(valueOf(cell(row)));
  return sum;
}
