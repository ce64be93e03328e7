/**
 * What becomes of a formula that is written into a column of a table? Excel makes a calculated column of it, also for writes through the API
 * (office-js #1916, #2093, #5909, #6745): where the column was empty, or held one formula throughout, every cell of it gets the lowest of those written.
 */
import { movedFormula } from '../../../formula/moved';
import { areaAt, lastRow, type Area } from '../../model/address';
import type { FormulaCell } from '../../model/cells';
import type { Sheet } from '../../model/sheet';
import type { Table } from '../../model/sheet';
import { CellRange } from '../../office/cellsTarget';
import type { Behaviour } from '../moods';

const WRITES = new Set(['Range.Values', 'Range.Formulas', 'Range.FormulasLocal', 'TableColumn.Values', 'TableRow.Values', 'TableRowCollection.Add']);

interface ColumnBefore {
  readonly table: Table;
  /** Of the sheet. */
  readonly column: number;
  readonly formulas: ReadonlySet<FormulaCell>;
}

export const calculatedColumns: Behaviour = ({ workbook, member, kind, target }, polite) => {
  if (member === 'TableColumnCollection.Add' && kind === 'call') return addedColumn(target as Table, polite);
  if (kind === 'get' || !WRITES.has(member)) return polite();
  const tables = target instanceof CellRange ? target.sheet.tablesIn(target.area) : workbook.tables();
  const before = tables.flatMap(fillable);
  const result = polite();
  for (const column of before) fill(column);
  return result;
};

function addedColumn(table: Table, polite: () => unknown): unknown {
  const names = table.columnNames();
  const result = polite();
  const at = table.columnNames().findIndex((name, index) => name !== names[index]);
  fill({ table, column: table.area.column + at, formulas: new Set() });
  return result;
}

/** The columns without a content of their own. */
function fillable(table: Table): ColumnBefore[] {
  const body = table.bodyArea();
  return Array.from({ length: body.columns }, (_, index) => body.column + index).flatMap((column) => {
    const cells = areaAt(body.row, column, body.rows);
    const formulas = [...table.sheet.cells.formulasIn(cells)];
    const isBlank = table.sheet.cells.used(cells) === null;
    return isBlank || isOneFormula(formulas, body.rows) ? [{ table, column, formulas: new Set(formulas.map(({ formula }) => formula)) }] : [];
  });
}

type Placed = ReturnType<Sheet['cells']['formulasIn']> extends Generator<infer Cell> ? Cell : never;

function isOneFormula(formulas: readonly Placed[], rows: number): boolean {
  const [first] = formulas;
  if (first === undefined || formulas.length !== rows) return false;
  return formulas.every(({ row, formula }) => formula.text === movedFormula(first.formula.text, row - first.row, 0));
}

/** Only where nothing but formulas was written. */
function fill({ table, column, formulas }: ColumnBefore): void {
  const { sheet } = table;
  const cells = columnOf(table, column);
  const written = [...sheet.cells.formulasIn(cells)].filter(({ formula }) => !formulas.has(formula));
  const last = written.at(-1);
  if (last === undefined || holdsValues(sheet, cells)) return;
  for (let row = cells.row; row <= lastRow(cells); row++) sheet.cells.setFormula(row, column, movedFormula(last.formula.text, row - last.row, 0));
  sheet.workbook.touch();
}

const columnOf = (table: Table, column: number): Area => {
  const { row, rows } = table.bodyArea();
  return areaAt(row, column, rows);
};

function holdsValues({ cells }: Sheet, { row: top, column, rows }: Area): boolean {
  for (let row = top; row < top + rows; row++) if (cells.value(row, column) !== undefined) return true;
  return false;
}
