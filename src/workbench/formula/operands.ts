/** What do the parts of a formula give, and how is one kind of value read as another? */
import { areaAt, cellCount, type Area } from '../model/address';
import { CellError, NotCalculated, cellError, type CellValue, type Content, type ErrorCode } from '../model/values';
import { generalText } from '../format/general';
import { typedNumber } from '../format/typed';
import type { FormulaSheet, Place } from './cells';
import type { Node } from './parse';

export type Matrix = readonly (readonly Content[])[];

/** Cells that a formula points to; their values are read when they are needed. */
export class Cells {
  constructor(
    readonly sheet: FormulaSheet,
    readonly area: Area,
  ) {}

  value(row: number, column: number): Content {
    return readable(this.sheet.shown(this.area.row + row, this.area.column + column));
  }

  /** One column of it, quickly where it holds no formulas. */
  columnValues(column: number, rows: number): (row: number) => Content {
    const { sheet, area } = this;
    const values = sheet.plainColumn(areaAt(area.row, area.column + column, rows));
    return values === null ? (row) => this.value(row, column) : (row) => values[area.row + row];
  }

  /** Without the blank end of whole columns. */
  clipped(): Cells {
    const { row, column, rows, columns } = this.area;
    if (cellCount(this.area) < 100_000) return this;
    return new Cells(this.sheet, areaAt(row, column, Math.max(1, Math.min(rows, this.sheet.rowsInUse() - row)), columns));
  }
}

export type Operand = Content | Matrix | Cells;

/** A calculation under way. */
export interface Evaluating {
  readonly place: Place;
  of(node: Node): Operand;
}

/** A function of a worksheet; it decides itself which of its arguments it calculates. */
export type Apply = (evaluation: Evaluating, parts: readonly Node[]) => Operand;

/** Ends a calculation: this workbook does not know how to go on. */
export class Unknown extends Error {}
/** Ends a calculation with an error value. */
export class Failed extends Error {
  constructor(readonly error: CellError) {
    super(error.code);
  }
}

export function fail(code: ErrorCode): never {
  throw new Failed(cellError(code));
}

function readable(shown: Content | NotCalculated): Content {
  if (shown instanceof NotCalculated) throw new Unknown(shown.reason);
  return shown;
}

export const isMatrix = (operand: Operand): operand is Matrix => Array.isArray(operand);

export function matrixOf(operand: Operand): Matrix {
  if (isMatrix(operand)) return operand;
  if (!(operand instanceof Cells)) return [[operand]];
  const cells = operand.clipped();
  const { rows, columns } = cells.area;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cells.value(row, column)));
}

/** One value; several cells would spill over their neighbours, which is not modelled. */
export function single(operand: Operand): Content {
  if (operand instanceof Cells) {
    if (cellCount(operand.area) === 1) return operand.value(0, 0);
    throw new Unknown('several values for one cell');
  }
  if (!isMatrix(operand)) return operand;
  if (operand.length === 1 && operand[0]?.length === 1) return operand[0][0];
  throw new Unknown('several values for one cell');
}

export function numberOf(value: Content): number {
  if (typeof value === 'number') return value;
  if (value === undefined) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) throw new Failed(value);
  return typedNumber(value) ?? fail('#VALUE!');
}

export function textOf(value: Content): string {
  if (typeof value === 'string') return value;
  if (value === undefined) return '';
  if (typeof value === 'number') return generalText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  throw new Failed(value);
}

export function truthOf(value: Content): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  if (value instanceof CellError) throw new Failed(value);
  if (/^true$/i.test(value)) return true;
  return /^false$/i.test(value) ? false : fail('#VALUE!');
}

/** Applies a function of single values to each cell of its arguments. */
export function lifted(operands: readonly Operand[], apply: (values: readonly Content[]) => Content): Operand {
  const isSeveral = (operand: Operand): boolean => isMatrix(operand) || (operand instanceof Cells && cellCount(operand.area) > 1);
  const safe = (values: readonly Content[]): Content => {
    try {
      return apply(values);
    } catch (problem) {
      if (problem instanceof Failed) return problem.error;
      throw problem;
    }
  };
  if (!operands.some(isSeveral)) return safe(operands.map(single));
  const matrices = operands.map(matrixOf);
  const rows = Math.max(...matrices.map((matrix) => matrix.length));
  const columns = Math.max(...matrices.map((matrix) => matrix[0]?.length ?? 0));
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => safe(matrices.map((matrix) => broadcast(matrix, row, column)))),
  );
}

/** One row or one column stands for all of them. */
function broadcast(matrix: Matrix, row: number, column: number): Content {
  const cells = matrix[matrix.length === 1 ? 0 : row];
  if (cells === undefined) return cellError('#N/A');
  const at = cells.length === 1 ? 0 : column;
  return at < cells.length ? cells[at] : cellError('#N/A');
}

/** Numbers before texts before truth values; capitals do not matter. @assumption text-comparison */
export function compared(left: Content, right: Content): number {
  const [a, b] = [filled(left, right), filled(right, left)];
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === 'string') return comparedTexts(a, b as string);
  return Number(a) - Number(b);
}

export function comparedTexts(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left === right ? 0 : left < right ? -1 : 1;
}

const rank = (value: CellValue): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** A blank cell is like the emptiest value of the other's kind. */
function filled(value: Content, other: Content): CellValue {
  if (value instanceof CellError) throw new Failed(value);
  if (value !== undefined) return value;
  return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
}

export const finite = (value: number): Content => (Number.isFinite(value) ? value : cellError('#NUM!'));
