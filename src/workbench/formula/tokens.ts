/** Which words is a formula made of? Spaces stay, so that a formula can be put together again with some of its words changed. */
import { COLUMNS, ROWS, columnOf } from '../model/address';

export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** `'Sheet 1'!$A$1:B2`; whole columns and rows have their outermost corners. */
export interface CellsWord {
  readonly kind: 'cells';
  readonly text: string;
  readonly sheet: string | null;
  readonly from: Corner;
  readonly to: Corner;
  readonly shape: 'cell' | 'range' | 'columns' | 'rows';
}

/** `Table[[#This Row],[Column]]`; no table name: the table around the formula's own cell. */
export interface TableWord {
  readonly kind: 'table';
  readonly text: string;
  readonly table: string | null;
  /** What stands between the outer brackets. */
  readonly inner: string;
}

export interface PlainWord {
  readonly kind: 'number' | 'text' | 'error' | 'name' | 'call' | 'operator' | 'open' | 'close' | 'comma' | 'brace' | 'space';
  readonly text: string;
}

export type Word = CellsWord | TableWord | PlainWord;

/** A formula that Excel would not take. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
}

/** A formula that Excel may well take, but that is not read here: several sheets at once, names of a sheet, cells that two ranges share. */
export class FormulaNotRead extends Error {
  override readonly name = 'FormulaNotRead';
}

const SHEET = String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?`;
const NOT_A_NAME = String.raw`(?![\p{L}\p{N}_.(\[])`;
const CELL = String.raw`(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})`;
const CELLS = new RegExp(`${SHEET}${CELL}(?::${CELL})?${NOT_A_NAME}`, 'uy');
const COLUMN_RUN = new RegExp(String.raw`${SHEET}(\$?)([A-Za-z]{1,3}):(\$?)([A-Za-z]{1,3})${NOT_A_NAME}`, 'uy');
const ROW_RUN = new RegExp(String.raw`${SHEET}(\$?)(\d{1,7}):(\$?)(\d{1,7})${NOT_A_NAME}`, 'uy');
const NAME = /[\p{L}_\\][\p{L}\p{N}_.\\?・]*/uy;
const PLAIN: readonly (readonly [PlainWord['kind'], RegExp])[] = [
  ['space', /\s+/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[Ee][+-]?\d+)?/y],
  ['text', /"(?:[^"]|"")*"/y],
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|NAME\?|NUM!|N\/A)/y],
  ['operator', /<>|<=|>=|[-+*/^&=<>%:@]/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['comma', /,/y],
  ['brace', /[{};]/y],
];

export function wordsOf(formula: string): Word[] {
  const words: Word[] = [];
  for (let at = 0; at < formula.length;) {
    const word = cellsAt(formula, at) ?? goneAt(formula, at) ?? tableAt(formula, at) ?? nameAt(formula, at) ?? plainAt(formula, at);
    words.push(word);
    at += word.text.length;
  }
  return words;
}

function matched(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

function plainAt(formula: string, at: number): PlainWord {
  for (const [kind, pattern] of PLAIN) {
    const match = matched(pattern, formula, at);
    if (match !== null) return { kind, text: match[0] };
  }
  const rest = formula.slice(at, at + 10);
  if (/^[!|']/.test(rest)) throw new FormulaNotRead(`not read here: ${rest}`);
  throw new FormulaError(`unexpected ${rest}`);
}

/** Cells that are gone; those of another sheet still name it. */
const GONE = new RegExp(`${SHEET}#REF!`, 'uy');

function goneAt(formula: string, at: number): PlainWord | null {
  const match = matched(GONE, formula, at);
  return match === null ? null : { kind: 'error', text: match[0] };
}

/** The sheet that a word like `'2027年度'!#REF!` still names. */
export function sheetOfGone(text: string): string | null {
  const match = matched(GONE, text, 0);
  return match === null ? null : sheetOf(match);
}

function nameAt(formula: string, at: number): PlainWord | null {
  const match = matched(NAME, formula, at);
  if (match === null) return null;
  return { kind: formula[at + match[0].length] === '(' ? 'call' : 'name', text: match[0] };
}

const sheetOf = (match: RegExpExecArray): string | null => match[1]?.replaceAll("''", "'") ?? match[2] ?? null;
const corner = (column: string, row: string, columnMark: string, rowMark: string): Corner => ({
  row: Number(row) - 1,
  column: columnOf(column),
  rowFixed: rowMark === '$',
  columnFixed: columnMark === '$',
});
const onSheet = ({ row, column }: Corner): boolean => row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;

function cellsAt(formula: string, at: number): CellsWord | null {
  return rangeAt(formula, at) ?? columnsAt(formula, at) ?? rowsAt(formula, at);
}

function rangeAt(formula: string, at: number): CellsWord | null {
  const match = matched(CELLS, formula, at);
  if (match === null) return null;
  const [text, , , columnMark = '', column = '', rowMark = '', row = '', otherColumnMark, otherColumn, otherRowMark, otherRow] = match;
  const from = corner(column, row, columnMark, rowMark);
  const to = otherColumn === undefined || otherRow === undefined ? from : corner(otherColumn, otherRow, otherColumnMark ?? '', otherRowMark ?? '');
  if (!onSheet(from) || !onSheet(to)) return null;
  return { kind: 'cells', text, sheet: sheetOf(match), from, to, shape: otherColumn === undefined ? 'cell' : 'range' };
}

function columnsAt(formula: string, at: number): CellsWord | null {
  const match = matched(COLUMN_RUN, formula, at);
  if (match === null) return null;
  const [text, , , mark = '', column = '', otherMark = '', other = ''] = match;
  const from = corner(column, '1', mark, '$');
  const to = corner(other, String(ROWS), otherMark, '$');
  return onSheet(from) && onSheet(to) ? { kind: 'cells', text, sheet: sheetOf(match), from, to, shape: 'columns' } : null;
}

function rowsAt(formula: string, at: number): CellsWord | null {
  const match = matched(ROW_RUN, formula, at);
  if (match === null) return null;
  const [text, , , mark = '', row = '', otherMark = '', other = ''] = match;
  const from: Corner = { row: Number(row) - 1, column: 0, rowFixed: mark === '$', columnFixed: true };
  const to: Corner = { row: Number(other) - 1, column: COLUMNS - 1, rowFixed: otherMark === '$', columnFixed: true };
  return onSheet(from) && onSheet(to) ? { kind: 'cells', text, sheet: sheetOf(match), from, to, shape: 'rows' } : null;
}

function tableAt(formula: string, at: number): TableWord | null {
  const name = matched(NAME, formula, at)?.[0] ?? '';
  const open = at + name.length;
  if (formula[open] !== '[') return null;
  let depth = 0;
  for (let end = open; end < formula.length; end++) {
    const char = formula[end];
    if (char === "'") end++;
    else if (char === '[') depth++;
    else if (char === ']' && --depth === 0) {
      return { kind: 'table', text: formula.slice(at, end + 1), table: name === '' ? null : name, inner: formula.slice(open + 1, end) };
    }
  }
  throw new FormulaError('a bracket is not closed');
}
