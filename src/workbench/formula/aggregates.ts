/** How do SUM, COUNT, SUMIFS and their like take many cells together? */
import { areaAt } from '../model/address';
import { CellError, cellError, type Content } from '../model/values';
import { typedNumber } from '../format/typed';
import { cellsMeeting } from './conditions';
import type { Test } from './criteria';
import { Cells, Failed, Unknown, fail, isMatrix, matrixOf, numberOf, single, type Apply, type Operand } from './operands';

export function* valuesOf(operands: readonly Operand[]): Generator<{ readonly value: Content; readonly isCell: boolean }> {
  for (const operand of operands) {
    if (operand instanceof Cells) yield* cellValues(operand.clipped());
    else if (isMatrix(operand)) for (const row of operand) for (const value of row) yield { value, isCell: true };
    else yield { value: operand, isCell: false };
  }
}

function* cellValues(cells: Cells): Generator<{ readonly value: Content; readonly isCell: boolean }> {
  const { rows, columns } = cells.area;
  for (let column = 0; column < columns; column++) for (let row = 0; row < rows; row++) yield { value: cells.value(row, column), isCell: true };
}

/** Texts and truth values count only where they were typed into the formula. */
export function* numbersOf(operands: readonly Operand[]): Generator<number> {
  for (const { value, isCell } of valuesOf(operands)) {
    if (value instanceof CellError) throw new Failed(value);
    if (typeof value === 'number') yield value;
    else if (!isCell && value !== undefined) yield numberOf(value);
  }
}

export function total(numbers: Iterable<number>): number {
  let sum = 0;
  for (const number of numbers) sum += number;
  return sum;
}

export const average = (numbers: readonly number[]): Content => (numbers.length === 0 ? cellError('#DIV/0!') : total(numbers) / numbers.length);
export const extreme = (numbers: readonly number[], pick: (a: number, b: number) => number): number =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => pick(a, b));

export function countIfs(conditions: readonly Operand[]): number {
  let count = 0;
  for (const isMet of cellsMeeting(conditions).mask) count += isMet;
  return count;
}

export function sumIfs(amounts: Operand, conditions: readonly Operand[]): number {
  if (!(amounts instanceof Cells)) fail('#VALUE!');
  const { mask, rows, columns } = cellsMeeting(conditions);
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const values = amounts.columnValues(column, rows);
    for (let row = 0; row < rows; row++) {
      if (mask[row * columns + column] === 0) continue;
      const amount = values(row);
      if (amount instanceof CellError) throw new Failed(amount);
      if (typeof amount === 'number') sum += amount;
    }
  }
  return sum;
}

export function sameSize(amounts: Operand, conditions: readonly Operand[]): readonly Operand[] {
  const [range] = conditions;
  if (!(amounts instanceof Cells) || !(range instanceof Cells)) fail('#VALUE!');
  if (amounts.area.rows !== range.area.rows || amounts.area.columns !== range.area.columns) fail('#VALUE!');
  return conditions;
}

export function sumIf(operands: readonly Operand[]): number {
  const [range, criterion, amounts = range] = operands;
  if (!(range instanceof Cells) || !(amounts instanceof Cells)) fail('#VALUE!');
  const { row, column } = amounts.area;
  return sumIfs(new Cells(amounts.sheet, areaAt(row, column, range.area.rows, range.area.columns)), [range, criterion]);
}

export function sumProduct(operands: readonly Operand[]): Content {
  const matrices = operands.map(matrixOf);
  const [first] = matrices;
  if (first === undefined) fail('#VALUE!');
  const columns = first[0]?.length ?? 0;
  if (matrices.some((matrix) => matrix.length !== first.length || matrix[0]?.length !== columns)) fail('#VALUE!');
  let sum = 0;
  for (let row = 0; row < first.length; row++) {
    for (let column = 0; column < columns; column++) sum += matrices.reduce((product, matrix) => product * factor(matrix[row]?.[column]), 1);
  }
  return sum;
}

/** Texts, truth values and blanks count as 0. */
function factor(value: Content): number {
  if (value instanceof CellError) throw new Failed(value);
  return typeof value === 'number' ? value : 0;
}

const SUBTOTALS: Readonly<Record<number, string>> = { 1: 'AVERAGE', 2: 'COUNT', 3: 'COUNTA', 4: 'MAX', 5: 'MIN', 9: 'SUM' };

/** Rows that a filter hides are left out, and from 101 on those that were hidden by hand; other subtotals too. */
export const subtotal: Apply = (evaluation, parts) => {
  const [kind, ...ranges] = parts.map((part) => evaluation.of(part));
  const code = numberOf(single(kind));
  const name = SUBTOTALS[code % 100];
  if (name === undefined) throw new Unknown(`SUBTOTAL ${code} is not calculated here`);
  const visible = ranges.map((range) => (range instanceof Cells ? visibleValues(range.clipped(), code > 100) : fail('#VALUE!')));
  return aggregate(name, [visible]);
};

function visibleValues({ sheet, area }: Cells, alsoHidden: boolean): Content[] {
  const values: Content[] = [];
  const cells = new Cells(sheet, area);
  for (let row = 0; row < area.rows; row++) {
    const at = area.row + row;
    if (sheet.isFilteredOut(at) || (alsoHidden && sheet.isHiddenRow(at))) continue;
    for (let column = 0; column < area.columns; column++) {
      if (/\bSUBTOTAL\(/i.test(sheet.formulaText(at, area.column + column) ?? '')) continue;
      values.push(cells.value(row, column));
    }
  }
  return values;
}

function aggregate(name: string, matrices: readonly (readonly Content[][])[]): Content {
  const operands = matrices.map((matrix): Operand => matrix);
  if (name === 'COUNTA') return counted(operands, (value) => value !== undefined);
  if (name === 'COUNT') return counted(operands, (value) => typeof value === 'number');
  const numbers = [...numbersOf(operands)];
  if (name === 'AVERAGE') return average(numbers);
  return name === 'SUM' ? total(numbers) : extreme(numbers, name === 'MAX' ? Math.max : Math.min);
}

export function counted(operands: readonly Operand[], test: Test): number {
  let count = 0;
  for (const { value } of valuesOf(operands)) if (test(value)) count++;
  return count;
}

const isNumberLike = (value: Content): boolean =>
  typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && typedNumber(value) !== null);

/** COUNT takes numbers from cells, and what reads as a number where it was typed into the formula. */
export function countNumbers(operands: readonly Operand[]): number {
  let count = 0;
  for (const { value, isCell } of valuesOf(operands)) if (isCell ? typeof value === 'number' : isNumberLike(value)) count++;
  return count;
}
