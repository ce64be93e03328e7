/** Where are the contents of a sheet's cells? In one list a column; formulas beside the values. */
import { areaAt, bounding, lastColumn, lastRow, type Area } from './address';
import type { Content, Shown } from './values';

/** A formula as it was typed, without `=`, and what it gave when it was last asked. */
export interface FormulaCell {
  readonly text: string;
  /** The state of the workbook for which `value` holds. */
  revision: number;
  value: Shown;
}

interface Column {
  readonly values: Content[];
  readonly formulas: Map<number, FormulaCell>;
}

export class Cells {
  private readonly columns = new Map<number, Column>();

  value(row: number, column: number): Content {
    return this.columns.get(column)?.values[row];
  }

  formula(row: number, column: number): FormulaCell | undefined {
    return this.columns.get(column)?.formulas.get(row);
  }

  setValue(row: number, column: number, value: Content): void {
    const cells = value === undefined ? this.columns.get(column) : this.made(column);
    if (cells === undefined) return;
    cells.formulas.delete(row);
    if (value === undefined) clearPlace(cells.values, row);
    else cells.values[row] = value;
  }

  setFormula(row: number, column: number, text: string): void {
    const cells = this.made(column);
    clearPlace(cells.values, row);
    cells.formulas.set(row, { text, revision: -1, value: undefined });
  }

  clear(area: Area): void {
    for (const [column, { values, formulas }] of this.within(area)) {
      const end = Math.min(lastRow(area) + 1, values.length);
      if (end === values.length) values.length = Math.min(values.length, area.row);
      else for (let row = area.row; row < end; row++) values[row] = undefined;
      for (const row of formulas.keys()) if (row >= area.row && row <= lastRow(area)) formulas.delete(row);
      if (values.length === 0 && formulas.size === 0) this.columns.delete(column);
    }
  }

  /** Column after column, from the top. */
  *formulasIn(area: Area): Generator<{ readonly row: number; readonly column: number; readonly formula: FormulaCell }> {
    for (const [column, { formulas }] of this.within(area)) {
      for (const row of [...formulas.keys()].sort((a, b) => a - b)) {
        if (row >= area.row && row <= lastRow(area)) yield { row, column, formula: formulas.get(row) as FormulaCell };
      }
    }
  }

  /** The contents of a column by row, where no formula stands in that part of it. */
  plainColumn(area: Area): readonly Content[] | null {
    const column = this.columns.get(area.column);
    if (column === undefined) return [];
    for (const row of column.formulas.keys()) if (row >= area.row && row <= lastRow(area)) return null;
    return column.values;
  }

  isBlank(row: number, column: number): boolean {
    const cells = this.columns.get(column);
    return cells === undefined || (cells.values[row] === undefined && !cells.formulas.has(row));
  }

  /** The smallest area around all that is not blank within another. */
  used(within: Area): Area | null {
    let found: Area | null = null;
    for (const [column, { values, formulas }] of this.within(within)) {
      const rows = [firstFilled(values, within.row), lastFilled(values, lastRow(within)), ...formulaEnds(formulas, within)].filter(
        (row) => row >= within.row && row <= lastRow(within),
      );
      if (rows.length === 0) continue;
      const top = Math.min(...rows);
      const area = areaAt(top, column, Math.max(...rows) - top + 1);
      found = found === null ? area : bounding(found, area);
    }
    return found;
  }

  /** Contents of a row band, taken out so that they can be put elsewhere. */
  taken(area: Area): PlacedContent[] {
    const taken: PlacedContent[] = [];
    for (const [column, { values, formulas }] of this.within(area)) {
      const end = Math.min(lastRow(area) + 1, values.length);
      for (let row = area.row; row < end; row++) {
        const value = values[row];
        if (value !== undefined) taken.push({ row, column, value, formula: null });
      }
      for (const [row, { text }] of formulas) if (row >= area.row && row <= lastRow(area)) taken.push({ row, column, value: undefined, formula: text });
    }
    this.clear(area);
    return taken;
  }

  put(contents: Iterable<PlacedContent>, rows: number, columns: number): void {
    for (const { row, column, value, formula } of contents) {
      if (formula === null) this.setValue(row + rows, column + columns, value);
      else this.setFormula(row + rows, column + columns, formula);
    }
  }

  copyOf(area: Area): PlacedContent[] {
    const taken = this.taken(area);
    this.put(taken, 0, 0);
    return taken;
  }

  private made(column: number): Column {
    let cells = this.columns.get(column);
    if (cells === undefined) this.columns.set(column, (cells = { values: [], formulas: new Map() }));
    return cells;
  }

  private within(area: Area): [number, Column][] {
    return [...this.columns].filter(([column]) => column >= area.column && column <= lastColumn(area)).sort(([a], [b]) => a - b);
  }
}

export interface PlacedContent {
  readonly row: number;
  readonly column: number;
  readonly value: Content;
  readonly formula: string | null;
}

/** The list ends with its last content, so that its length says where the column ends. */
function clearPlace(values: Content[], row: number): void {
  if (row >= values.length) return;
  values[row] = undefined;
  if (row < values.length - 1) return;
  let length = row;
  while (length > 0 && values[length - 1] === undefined) length--;
  values.length = length;
}

function firstFilled(values: readonly Content[], from: number): number {
  for (let row = from; row < values.length; row++) if (values[row] !== undefined) return row;
  return -1;
}

function lastFilled(values: readonly Content[], to: number): number {
  for (let row = Math.min(to, values.length - 1); row >= 0; row--) if (values[row] !== undefined) return row;
  return -1;
}

function formulaEnds(formulas: ReadonlyMap<number, unknown>, within: Area): number[] {
  let top = -1;
  let bottom = -1;
  for (const row of formulas.keys()) {
    if (row < within.row || row > lastRow(within)) continue;
    if (top < 0 || row < top) top = row;
    if (row > bottom) bottom = row;
  }
  return [top, bottom];
}
