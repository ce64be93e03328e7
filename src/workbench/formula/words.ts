/** Which words is a formula made of? All of its text, so that it can be put together again with some of its words changed. */
import { parseA1Ref, tokenize, type RangeA1, type Token } from '@borgar/fx';
import { COLUMNS, ROWS } from '../model/address';

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
}

/** Cells that are gone; those of another sheet still name it. */
export interface GoneWord {
  readonly kind: 'gone';
  readonly text: string;
  readonly sheet: string | null;
}

export interface PlainWord {
  readonly kind: 'call' | 'plain';
  readonly text: string;
}

export type Word = CellsWord | TableWord | GoneWord | PlainWord;

/** A formula that Excel would not take. */
export class FormulaError extends Error {
  override readonly name = 'FormulaError';
}

/** A formula that Excel takes, but that is not read here: several sheets at once, another workbook, names of a sheet. */
export class FormulaNotRead extends Error {
  override readonly name = 'FormulaNotRead';
}

/** Excel's own limits; without them a formula could be as deep as the stack is not. */
const LONGEST_FORMULA = 8192;
const DEEPEST = 64;

/** As @borgar/fx reads them; `'x'!#REF!`, which it takes apart, is one word. */
export function tokensOf(formula: string): Token[] {
  if (formula.length > LONGEST_FORMULA) throw new FormulaError(`${formula.length} characters of at most ${LONGEST_FORMULA}`);
  const tokens: Token[] = [];
  for (const token of tokenize(formula, { withLocation: false, mergeRefs: true })) {
    const [before, mark] = tokens.slice(-2);
    const isGone = token.value === '#REF!' && mark?.value === '!' && before?.type.startsWith('context') === true;
    if (isGone) tokens.splice(-2, 2, { ...token, value: `${before.value}!${token.value}` });
    else tokens.push(token);
  }
  checkDepth(tokens);
  return tokens;
}

function checkDepth(tokens: readonly Token[]): void {
  let depth = 0;
  let signs = 0;
  for (const { type, value } of tokens) {
    if (value === '(') depth++;
    if (value === ')') depth--;
    signs = type === 'operator' && /^[-+@%#]$/.test(value) ? signs + 1 : 0;
    if (Math.max(depth, signs) > DEEPEST) throw new FormulaError(`more than ${DEEPEST} levels`);
  }
}

export const wordsOf = (formula: string): Word[] => tokensOf(formula).map(wordOf);

function wordOf({ type, value: text }: Token): Word {
  switch (type) {
    case 'range':
    case 'range_beam':
      return cellsIn(text);
    case 'range_ternary':
      throw new FormulaNotRead(`not read here: ${text}`);
    case 'structured':
      return { kind: 'table', text, table: text.startsWith('[') ? null : text.slice(0, text.indexOf('[')) };
    case 'error':
      return text.endsWith('#REF!') ? { kind: 'gone', text, sheet: sheetOfGone(text) } : { kind: 'plain', text };
    case 'range_named':
      if (text.includes('!')) throw new FormulaNotRead(`a name of a sheet: ${text}`);
      return { kind: 'plain', text };
    default:
      return { kind: type === 'func' ? 'call' : 'plain', text };
  }
}

function sheetOfGone(text: string): string | null {
  const name = text.slice(0, -'!#REF!'.length);
  if (!text.includes('!#')) return null;
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** `Sheet1:Sheet3!A1` and `[1]Sheet1!A1` are of several sheets, or of another workbook. */
export function cellsIn(text: string): CellsWord {
  const reference = parseA1Ref(text, { allowNamed: false });
  if (reference === undefined || !('range' in reference)) throw new FormulaError(`unexpected ${text}`);
  const { context, range } = reference;
  const [sheet = null, ...others] = context as readonly string[];
  if (others.length > 0 || sheet?.includes(':') === true || range.trim !== undefined) throw new FormulaNotRead(`not read here: ${text}`);
  return { kind: 'cells', text, sheet, ...cornersOf(range), shape: shapeOf(range, text) };
}

function cornersOf({ top, left, bottom, right, $top, $left, $bottom, $right }: RangeA1): Pick<CellsWord, 'from' | 'to'> {
  const isColumns = top === null;
  const isRows = left === null;
  return {
    from: { row: top ?? 0, column: left ?? 0, rowFixed: isColumns || $top === true, columnFixed: isRows || $left === true },
    to: { row: bottom ?? ROWS - 1, column: right ?? COLUMNS - 1, rowFixed: isColumns || $bottom === true, columnFixed: isRows || $right === true },
  };
}

function shapeOf({ top, left }: RangeA1, text: string): CellsWord['shape'] {
  if (top === null) return 'columns';
  if (left === null) return 'rows';
  return text.slice(text.lastIndexOf('!') + 1).includes(':') ? 'range' : 'cell';
}
