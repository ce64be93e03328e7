/** What does a formula say, as a tree? */
import { isErrorCode, type ErrorCode } from '../model/values';
import { FormulaError, FormulaNotRead, wordsOf, type Corner, type Word } from './tokens';

export type Operator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

/** Which cells of a table: its rows, its header, all of it, or the row of the formula's own cell. */
export type TablePart = 'data' | 'headers' | 'totals' | 'all' | 'row';

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly code: ErrorCode }
  /** An argument that was left out. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'cells'; readonly sheet: string | null; readonly from: Corner; readonly to: Corner }
  | { readonly kind: 'table'; readonly table: string | null; readonly part: TablePart; readonly columns: readonly [string, string] | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negative' | 'percent'; readonly operand: Node }
  | { readonly kind: 'binary'; readonly operator: Operator; readonly left: Node; readonly right: Node }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Node[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] };

/** From the loosest to the tightest. */
const LEVELS: readonly (readonly Operator[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

/** Throws FormulaError where Excel would refuse the formula, FormulaNotRead where only this parser does. */
export function parseFormula(formula: string): Node {
  const parser = new Parser(wordsOf(formula).filter(({ kind }) => kind !== 'space'));
  const node = parser.expression(0);
  parser.end();
  return node;
}

class Parser {
  private at = 0;

  constructor(private readonly words: readonly Word[]) {}

  end(): void {
    const rest = this.words[this.at];
    if (rest === undefined) return;
    const isReference = (word: Word | undefined): boolean => word?.kind === 'cells' || word?.kind === 'table' || word?.kind === 'name';
    if (isReference(rest) && isReference(this.words[this.at - 1])) throw new FormulaNotRead('cells that two ranges share');
    if (rest.text === ':') throw new FormulaNotRead('a range between calculated cells');
    throw new FormulaError(`unexpected ${rest.text}`);
  }

  expression(level: number): Node {
    const operators = LEVELS[level];
    if (operators === undefined) return this.prefixed();
    let left = this.expression(level + 1);
    for (;;) {
      const word = this.words[this.at];
      if (word?.kind !== 'operator' || !(operators as readonly string[]).includes(word.text)) return left;
      this.at++;
      left = { kind: 'binary', operator: word.text as Operator, left, right: this.expression(level + 1) };
    }
  }

  /** A sign binds tighter than any operator: -2^2 is 4. */
  private prefixed(): Node {
    if (this.takes('operator', '-')) return { kind: 'negative', operand: this.prefixed() };
    if (this.takes('operator', '+')) return this.prefixed();
    if (this.takes('operator', '@')) return this.prefixed();
    let node = this.operand();
    while (this.takes('operator', '%')) node = { kind: 'percent', operand: node };
    return node;
  }

  private operand(): Node {
    const word = this.words[this.at++];
    if (word === undefined) throw new FormulaError('the formula ends too early');
    switch (word.kind) {
      case 'number':
        return { kind: 'number', value: Number(word.text) };
      case 'text':
        return { kind: 'text', value: word.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return this.errorValue(word);
      case 'cells':
        return { kind: 'cells', sheet: word.sheet, from: word.from, to: word.to };
      case 'table':
        return { kind: 'table', table: word.table, ...tableParts(word.inner) };
      case 'name':
        return /^(?:true|false)$/i.test(word.text) ? { kind: 'boolean', value: word.text.toLowerCase() === 'true' } : { kind: 'name', name: word.text };
      case 'call':
        return this.call(word.text.toUpperCase());
      case 'open':
        return this.inParentheses();
      case 'brace':
        return word.text === '{' ? this.array() : this.unexpected(word);
      default:
        return this.unexpected(word);
    }
  }

  private errorValue(word: Word): Node {
    const code = word.text.slice(word.text.lastIndexOf('#'));
    return isErrorCode(code) ? { kind: 'error', code } : this.unexpected(word);
  }

  private unexpected(word: Word): never {
    throw new FormulaError(`unexpected ${word.text}`);
  }

  private inParentheses(): Node {
    const node = this.expression(0);
    if (!this.takes('close', ')')) throw new FormulaError('a parenthesis is not closed');
    return node;
  }

  private call(name: string): Node {
    this.at++;
    const parts: Node[] = [];
    if (this.takes('close', ')')) return { kind: 'call', name, parts };
    for (;;) {
      const kind = this.words[this.at]?.kind;
      parts.push(kind === 'comma' || kind === 'close' ? { kind: 'missing' } : this.expression(0));
      if (this.takes('close', ')')) return { kind: 'call', name, parts };
      if (!this.takes('comma', ',')) throw new FormulaError(`the arguments of ${name} do not end`);
    }
  }

  private array(): Node {
    const rows: Node[][] = [[]];
    for (;;) {
      (rows.at(-1) as Node[]).push(this.expression(0));
      if (this.takes('brace', '}')) return { kind: 'array', rows };
      if (this.takes('brace', ';')) rows.push([]);
      else if (!this.takes('comma', ',')) throw new FormulaError('an array does not end');
    }
  }

  private takes(kind: Word['kind'], text: string): boolean {
    const word = this.words[this.at];
    if (word?.kind !== kind || word.text !== text) return false;
    this.at++;
    return true;
  }
}

const PARTS: Readonly<Record<string, TablePart>> = { '#data': 'data', '#headers': 'headers', '#totals': 'totals', '#all': 'all', '#this row': 'row' };

export const unescapedColumn = (text: string): string => text.replace(/'(.)/gs, '$1');

/** `Column`, `@Column`, `#All`, `[#This Row],[Column]`, `[First]:[Last]`. */
export function tableParts(inner: string): { readonly part: TablePart; readonly columns: readonly [string, string] | null } {
  const text = inner.trim();
  if (text.startsWith('@')) return { part: 'row', columns: columnsIn(text.slice(1)) };
  if (!text.startsWith('['))
    return PARTS[text.toLowerCase()] === undefined ? { part: 'data', columns: columnsIn(text) } : { part: partOf(text), columns: null };
  const items = [...text.matchAll(/\[((?:'.|[^'[\]])*)\]/gs)].map((match) => match[1] ?? '');
  const part = items.find((item) => item.startsWith('#'));
  const columns = items.filter((item) => !item.startsWith('#')).map(unescapedColumn);
  const [first, last = first] = columns;
  return { part: part === undefined ? 'data' : partOf(part), columns: first === undefined || last === undefined ? null : [first, last] };
}

function partOf(item: string): TablePart {
  const part = PARTS[item.toLowerCase()];
  if (part === undefined) throw new FormulaError(`unknown part of a table: ${item}`);
  return part;
}

function columnsIn(text: string): readonly [string, string] | null {
  if (text === '') return null;
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  const name = unescapedColumn(bare);
  return [name, name];
}
