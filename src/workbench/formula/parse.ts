/** What does a formula say, as a tree? @borgar/fx reads it; what is calculated here is taken from its tree, what is not is said so. */
import { parse, parseStructRef, type AstExpression } from '@borgar/fx';
import { isErrorCode, type ErrorCode } from '../model/values';
import { FormulaError, FormulaNotRead, cellsIn, tokensOf, type Corner } from './words';

const OPERATORS = ['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>', '<=', '>='] as const;
export type Operator = (typeof OPERATORS)[number];

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
  /** From left to right: `1-2-3`. */
  | { readonly kind: 'chain'; readonly first: Node; readonly rest: readonly { readonly operator: Operator; readonly operand: Node }[] }
  | { readonly kind: 'call'; readonly name: string; readonly parts: readonly Node[] }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] };

/** Throws FormulaError where Excel would refuse the formula, FormulaNotRead where only this workbook does not read it. */
export function parseFormula(formula: string): Node {
  return nodeOf(treeOf(formula));
}

/** Whether Excel takes it, read here or not. */
export function isFormula(formula: string): boolean {
  try {
    parseFormula(formula);
    return true;
  } catch (problem) {
    if (problem instanceof FormulaError || problem instanceof FormulaNotRead) return problem instanceof FormulaNotRead;
    throw problem;
  }
}

function treeOf(formula: string): AstExpression {
  const tokens = tokensOf(formula);
  const unknown = tokens.find(({ type }) => type === 'unknown');
  // A name that fx does not know, or two parts of tables side by side.
  if (unknown !== undefined && /^[\p{L}_\\]/u.test(unknown.value)) throw new FormulaNotRead(`not read here: ${unknown.value}`);
  if (tokens[0]?.type === 'fx_prefix') throw new FormulaError('unexpected =');
  try {
    return parse(tokens);
  } catch (problem) {
    throw new FormulaError(problem instanceof Error ? problem.message : String(problem));
  }
}

type Branch<Type extends AstExpression['type']> = Extract<AstExpression, { type: Type }>;

function nodeOf(tree: AstExpression | null): Node {
  if (tree === null) return { kind: 'missing' };
  switch (tree.type) {
    case 'Literal':
      return literal(tree.value);
    case 'ErrorLiteral':
      return errorOf(tree.value);
    case 'ReferenceIdentifier':
      return reference(tree);
    case 'UnaryExpression':
      return unary(tree);
    case 'BinaryExpression':
      return chain(tree);
    case 'CallExpression':
      return call(tree);
    case 'ArrayExpression':
      return { kind: 'array', rows: tree.elements.map((row) => row.map(nodeOf)) };
    default:
      throw new FormulaNotRead(tree.type === 'LetExpression' ? 'LET is not calculated here' : 'LAMBDA is not calculated here');
  }
}

function literal(value: string | number | boolean): Node {
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'string' ? { kind: 'text', value } : { kind: 'boolean', value };
}

function errorOf(text: string): Node {
  const code = text.slice(text.lastIndexOf('#'));
  if (!isErrorCode(code)) throw new FormulaNotRead(`${code} is not calculated here`);
  return { kind: 'error', code };
}

function reference({ kind, value }: Branch<'ReferenceIdentifier'>): Node {
  if (kind === 'table') return { kind: 'table', ...tableParts(value) };
  if (kind !== 'name') return cellsIn(value);
  if (value.includes('!')) throw new FormulaNotRead(`a name of a sheet: ${value}`);
  return { kind: 'name', name: value };
}

function unary({ operator, arguments: [operand] }: Branch<'UnaryExpression'>): Node {
  switch (operator) {
    case '-':
      return { kind: 'negative', operand: nodeOf(operand ?? null) };
    case '%':
      return { kind: 'percent', operand: nodeOf(operand ?? null) };
    case '#':
      throw new FormulaNotRead('spilled cells are not calculated here');
    default:
      return nodeOf(operand ?? null);
  }
}

/** However long it is, it takes no more of the stack than its deepest part. */
function chain(tree: Branch<'BinaryExpression'>): Node {
  const rest: { operator: Operator; operand: Node }[] = [];
  let first: AstExpression | null = tree;
  while (first?.type === 'BinaryExpression') {
    rest.push({ operator: operatorOf(first), operand: nodeOf(first.arguments[1] ?? null) });
    first = first.arguments[0] ?? null;
  }
  return { kind: 'chain', first: nodeOf(first), rest: rest.reverse() };
}

/** `:`, a blank and a comma make cells of cells. */
function operatorOf({ operator }: Branch<'BinaryExpression'>): Operator {
  const known = OPERATORS.find((one) => one === operator);
  if (known === undefined) throw new FormulaNotRead('cells that are made of others are not calculated here');
  return known;
}

function call({ callee, arguments: parts }: Branch<'CallExpression'>): Node {
  if (callee.type !== 'Identifier') throw new FormulaNotRead('a function without a name of its own');
  return { kind: 'call', name: callee.name.toUpperCase(), parts: parts.map(nodeOf) };
}

const PARTS: Readonly<Record<string, TablePart>> = { data: 'data', headers: 'headers', totals: 'totals', all: 'all', 'this row': 'row' };

function tableParts(text: string): Omit<Extract<Node, { kind: 'table' }>, 'kind'> {
  const { table = '', columns = [], sections = [], context = [] } = parseStructRef(text) ?? {};
  const [section = 'data', ...others] = sections;
  const part = PARTS[section];
  const [first, last = first] = columns;
  if (part === undefined || others.length > 0 || context.length > 0) throw new FormulaNotRead(`not read here: ${text}`);
  return { table: table === '' ? null : table, part, columns: first === undefined || last === undefined ? null : [first, last] };
}
