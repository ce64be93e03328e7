/** Which worksheet functions does this workbook calculate? Those of the add-in's sheets, and what a clerk is likely to add. */
import { cellCount } from '../model/address';
import { CellError, cellError, dateOf, serialOf, type Content } from '../model/values';
import { formatted } from '../format/numberFormat';
import { typedNumber } from '../format/typed';
import { average, countIfs, countNumbers, counted, extreme, numbersOf, sameSize, subtotal, sumIf, sumIfs, sumProduct, total, valuesOf } from './aggregates';
import { wildcard, type Test } from './criteria';
import {
  Cells,
  Failed,
  Unknown,
  compared,
  fail,
  finite,
  isMatrix,
  lifted,
  matrixOf,
  numberOf,
  single,
  textOf,
  truthOf,
  type Apply,
  type Evaluating,
  type Operand,
} from './operands';
import type { Node } from './parse';

/** All arguments at once. */
const eager =
  (apply: (operands: readonly Operand[]) => Operand, least = 0, most = 255): Apply =>
  (evaluation, parts) => {
    if (parts.length < least || parts.length > most) fail('#VALUE!');
    return apply(parts.map((part) => evaluation.of(part)));
  };

/** A function of single values, applied to each cell of its arguments. */
const each = (apply: (...values: Content[]) => Content, least = 1, most = least): Apply =>
  eager((operands) => lifted(operands, (values) => apply(...values)), least, most);

/** A function of single values that counts days from where the workbook does. */
const eachDay = (apply: (daysLate: number, ...values: Content[]) => Content, count: number): Apply => {
  return (evaluation, parts) => each((...values) => apply(evaluation.place.sheet.daysLate, ...values), count)(evaluation, parts);
};

const choose: Apply = (evaluation, [condition, whenTrue, whenFalse]) => {
  if (condition === undefined) fail('#VALUE!');
  const tested = evaluation.of(condition);
  const branch = (part: Node | undefined, otherwise: boolean): Operand => (part === undefined ? otherwise : (evaluation.of(part) ?? 0));
  if (tested instanceof Cells ? cellCount(tested.area) > 1 : isMatrix(tested)) {
    return lifted([tested, branch(whenTrue, true), branch(whenFalse, false)], ([test, yes, no]) => (truthOf(test) ? yes : no));
  }
  return truthOf(single(tested)) ? branch(whenTrue, true) : branch(whenFalse, false);
};

/** The first argument unless it is such an error. */
const unless =
  (isCaught: (error: CellError) => boolean): Apply =>
  (evaluation, [part, otherwise]) => {
    if (part === undefined || otherwise === undefined) fail('#VALUE!');
    const value = orError(() => single(evaluation.of(part)));
    return value instanceof CellError && isCaught(value) ? evaluation.of(otherwise) : (value ?? 0);
  };

function orError(calculate: () => Content): Content {
  try {
    return calculate();
  } catch (problem) {
    if (problem instanceof Failed) return problem.error;
    throw problem;
  }
}

const isKind =
  (test: Test): Apply =>
  (evaluation, [part]) => {
    if (part === undefined) fail('#VALUE!');
    let operand: Operand;
    try {
      operand = evaluation.of(part);
    } catch (problem) {
      if (!(problem instanceof Failed)) throw problem;
      operand = problem.error;
    }
    return lifted([operand], ([value]) => test(value));
  };

function truths(operands: readonly Operand[]): boolean[] {
  const found: boolean[] = [];
  for (const { value, isCell } of valuesOf(operands)) {
    if (value === undefined || (isCell && typeof value === 'string')) continue;
    found.push(truthOf(value));
  }
  return found.length === 0 ? fail('#VALUE!') : found;
}

function found(index: number): number {
  return index < 0 ? fail('#VALUE!') : index + 1;
}

function searched(needle: string, hay: string, from: number): number {
  for (let at = from; at <= hay.length; at++) {
    const length = matchedLength(needle, hay.slice(at));
    if (length >= 0) return at;
  }
  return -1;
}

function matchedLength(needle: string, rest: string): number {
  const pattern = new RegExp(wildcard(needle).source.replace(/\$$/, ''), 'i');
  return pattern.exec(rest)?.[0].length ?? -1;
}

/** Away from zero at the half, as decimal digits stand and not as binary ones. */
function rounded(value: number, digits: number, round: (value: number) => number): number {
  const scaled = Math.abs(value) * 10 ** digits;
  return (Math.sign(value) * round(Number(scaled.toPrecision(15)))) / 10 ** digits;
}

const dayPart =
  (part: (date: Date) => number): ((daysLate: number, value: Content) => Content) =>
  (daysLate, value) => {
    const serial = numberOf(value);
    return serial < 0 ? cellError('#NUM!') : part(dateOf(serial + daysLate));
  };

function matchPosition(wanted: Content, values: readonly Content[], mode: number): number {
  if (mode === 0) {
    const test = typeof wanted === 'string' && /[*?~]/.test(wanted) ? wildcard(wanted) : null;
    return values.findIndex((value) => (test !== null ? typeof value === 'string' && test.test(value) : isSame(value, wanted)));
  }
  let last = -1;
  for (const [index, value] of values.entries()) {
    if (value === undefined || typeof value !== typeof wanted) continue;
    if (mode > 0 ? compared(value, wanted) <= 0 : compared(value, wanted) >= 0) last = index;
    else break;
  }
  return last;
}

const isSame = (value: Content, wanted: Content): boolean => value !== undefined && typeof value === typeof wanted && compared(value, wanted) === 0;

function lookup(operands: readonly Operand[]): Content {
  const [wanted, area, column, nearly] = operands;
  const matrix = matrixOf(area);
  const at = numberOf(single(column)) - 1;
  const row = matchPosition(
    single(wanted),
    matrix.map((cells) => cells[0]),
    nearly === undefined || truthOf(single(nearly)) ? 1 : 0,
  );
  if (row < 0) return cellError('#N/A');
  return at < (matrix[0]?.length ?? 0) ? matrix[row]?.[at] : cellError('#REF!');
}

function indexed(operands: readonly Operand[]): Operand {
  const [area, rowPart, columnPart] = operands;
  const matrix = matrixOf(area);
  const first = numberOf(single(rowPart));
  const isRow = matrix.length === 1 && columnPart === undefined;
  const [row, column] = isRow ? [1, first] : [first, columnPart === undefined ? 1 : numberOf(single(columnPart))];
  if (row === 0 || column === 0) throw new Unknown('INDEX of a whole row or column');
  const cells = matrix[row - 1];
  return cells === undefined || column > cells.length ? cellError('#REF!') : cells[column - 1];
}

const now = ({ place }: Evaluating): number => {
  const date = new Date();
  const serial = serialOf(date.getFullYear(), date.getMonth() + 1, date.getDate()) ?? 0;
  return serial - place.sheet.daysLate + (date.getHours() * 3600 + date.getMinutes() * 60 + date.getSeconds()) / 86_400;
};

const placeOf =
  (own: (evaluation: Evaluating) => number, of: (cells: Cells) => number): Apply =>
  (evaluation, [part]) => {
    if (part === undefined) return own(evaluation);
    const operand = evaluation.of(part);
    return operand instanceof Cells ? of(operand) : fail('#VALUE!');
  };

const substitute = (text: Content, before: Content, after: Content, which?: Content): Content => {
  const parts = textOf(text).split(textOf(before));
  if (textOf(before) === '') return textOf(text);
  if (which === undefined) return parts.join(textOf(after));
  const at = numberOf(which);
  return parts.length <= at ? textOf(text) : `${parts.slice(0, at).join(textOf(before))}${textOf(after)}${parts.slice(at).join(textOf(before))}`;
};

export const FUNCTIONS: Readonly<Record<string, Apply>> = {
  SUM: eager((operands) => total(numbersOf(operands))),
  AVERAGE: eager((operands) => average([...numbersOf(operands)])),
  MIN: eager((operands) => extreme([...numbersOf(operands)], Math.min)),
  MAX: eager((operands) => extreme([...numbersOf(operands)], Math.max)),
  COUNT: eager(countNumbers),
  COUNTA: eager((operands) => counted(operands, (value) => value !== undefined)),
  COUNTBLANK: eager((operands) => counted(operands, (value) => value === undefined || value === ''), 1, 1),
  COUNTIF: eager(countIfs, 2, 2),
  COUNTIFS: eager(countIfs, 2),
  SUMIF: eager(sumIf, 2, 3),
  SUMIFS: eager(([amounts, ...conditions]) => sumIfs(amounts, sameSize(amounts, conditions)), 3),
  SUMPRODUCT: eager(sumProduct, 1),
  SUBTOTAL: subtotal,
  ABS: each((value) => Math.abs(numberOf(value))),
  INT: each((value) => Math.floor(numberOf(value))),
  MOD: each((value, by) => (numberOf(by) === 0 ? cellError('#DIV/0!') : numberOf(value) - numberOf(by) * Math.floor(numberOf(value) / numberOf(by))), 2),
  ROUND: each((value, digits) => rounded(numberOf(value), numberOf(digits), Math.round), 2),
  ROUNDUP: each((value, digits) => rounded(numberOf(value), numberOf(digits), Math.ceil), 2),
  ROUNDDOWN: each((value, digits) => rounded(numberOf(value), numberOf(digits), Math.floor), 2),
  SQRT: each((value) => finite(Math.sqrt(numberOf(value)))),
  IF: choose,
  IFERROR: unless(() => true),
  IFNA: unless(({ code }) => code === '#N/A'),
  AND: eager((operands) => truths(operands).every(Boolean), 1),
  OR: eager((operands) => truths(operands).some(Boolean), 1),
  NOT: each((value) => !truthOf(value)),
  TRUE: eager(() => true, 0, 0),
  FALSE: eager(() => false, 0, 0),
  NA: eager(() => cellError('#N/A'), 0, 0),
  ISBLANK: isKind((value) => value === undefined),
  ISERROR: isKind((value) => value instanceof CellError),
  ISNA: isKind((value) => value instanceof CellError && value.code === '#N/A'),
  ISNUMBER: isKind((value) => typeof value === 'number'),
  ISTEXT: isKind((value) => typeof value === 'string'),
  EXACT: each((left, right) => textOf(left) === textOf(right), 2),
  FIND: each((needle, hay, from) => found(textOf(hay).indexOf(textOf(needle), from === undefined ? 0 : numberOf(from) - 1)), 2, 3),
  SEARCH: each((needle, hay, from) => found(searched(textOf(needle), textOf(hay), from === undefined ? 0 : numberOf(from) - 1)), 2, 3),
  LEN: each((value) => textOf(value).length),
  LEFT: each((value, count) => textOf(value).slice(0, count === undefined ? 1 : numberOf(count)), 1, 2),
  RIGHT: each((value, count) => textOf(value).slice(Math.max(0, textOf(value).length - (count === undefined ? 1 : numberOf(count)))), 1, 2),
  MID: each((value, from, count) => textOf(value).slice(numberOf(from) - 1, numberOf(from) - 1 + numberOf(count)), 3),
  TRIM: each((value) =>
    textOf(value)
      .replace(/^ +| +$/g, '')
      .replace(/ {2,}/g, ' '),
  ),
  UPPER: each((value) => textOf(value).toUpperCase()),
  LOWER: each((value) => textOf(value).toLowerCase()),
  SUBSTITUTE: each(substitute, 3, 4),
  CONCATENATE: each((...values) => values.map(textOf).join(''), 1, 255),
  CONCAT: eager((operands) => [...valuesOf(operands)].map(({ value }) => textOf(value)).join(''), 1),
  TEXT: eachDay((daysLate, value, format) => formatted(typeof value === 'string' ? (typedNumber(value) ?? value) : value, textOf(format), daysLate).text, 2),
  VALUE: each(numberOf),
  N: each((value) => (typeof value === 'number' || value instanceof CellError ? value : value === true ? 1 : 0)),
  T: each((value) => (typeof value === 'string' || value instanceof CellError ? value : '')),
  DATE: eachDay((daysLate, year, month, day) => dateSerial(numberOf(year), numberOf(month), numberOf(day), daysLate), 3),
  YEAR: eachDay(
    dayPart((date) => date.getUTCFullYear()),
    1,
  ),
  MONTH: eachDay(
    dayPart((date) => date.getUTCMonth() + 1),
    1,
  ),
  DAY: eachDay(
    dayPart((date) => date.getUTCDate()),
    1,
  ),
  TODAY: (evaluation) => Math.floor(now(evaluation)),
  NOW: now,
  ROW: placeOf(
    ({ place }) => place.row + (place.moved?.rows ?? 0) + 1,
    ({ area }) => area.row + 1,
  ),
  COLUMN: placeOf(
    ({ place }) => place.column + (place.moved?.columns ?? 0) + 1,
    ({ area }) => area.column + 1,
  ),
  ROWS: eager(([operand]) => (operand instanceof Cells ? operand.area.rows : matrixOf(operand).length), 1, 1),
  COLUMNS: eager(([operand]) => (operand instanceof Cells ? operand.area.columns : (matrixOf(operand)[0]?.length ?? 0)), 1, 1),
  INDEX: eager(indexed, 2, 3),
  MATCH: eager(
    ([wanted, area, mode]) => {
      const position = matchPosition(single(wanted), matrixOf(area).flat(), mode === undefined ? 1 : numberOf(single(mode)));
      return position < 0 ? cellError('#N/A') : position + 1;
    },
    2,
    3,
  ),
  VLOOKUP: eager(lookup, 3, 4),
};

/** Months and days beyond their end run on. */
function dateSerial(year: number, month: number, day: number, daysLate: number): Content {
  const date = new Date(Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day));
  const serial = serialOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return serial === null || serial < daysLate ? cellError('#NUM!') : serial - daysLate;
}
