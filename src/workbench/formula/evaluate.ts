/** What does a formula give in a cell? What this workbook cannot calculate is said to be so, never guessed. */
import { bounding, areaAt, type Area } from '../model/address';
import { CellError, NotCalculated, cellError, type Content, type Shown } from '../model/values';
import type { FormulaTable, Place } from './cells';
import { FUNCTIONS } from './functions';
import { Cells, Failed, Unknown, compared, fail, finite, lifted, numberOf, single, textOf, truthOf, type Evaluating, type Operand } from './operands';
import { parseFormula, type Node, type Operator } from './parse';
import { FormulaError, FormulaNotRead, type Corner } from './words';

const parsed = new Map<string, Node | Error>();
const MOST_PARSED = 20_000;
const DEEPEST_NAMES = 64;

function treeOf(formula: string): Node {
  let tree = parsed.get(formula);
  if (tree === undefined) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(formula, (tree = parsedOrError(formula)));
  }
  if (tree instanceof Error) throw new Unknown(tree.message);
  return tree;
}

function parsedOrError(formula: string): Node | Error {
  try {
    return parseFormula(formula);
  } catch (problem) {
    if (problem instanceof FormulaError || problem instanceof FormulaNotRead) return problem;
    throw problem;
  }
}

/** The value of a cell with that formula: a reference to a blank cell gives 0. */
export function calculated(formula: string, place: Place): Shown {
  return ended(() => single(new Evaluation(place).of(treeOf(formula))) ?? 0);
}

/** Whether a condition holds; an error is no. */
export function holdsTrue(formula: string, place: Place): boolean | NotCalculated {
  const result = ended(() => truthOf(single(new Evaluation(place).of(treeOf(formula)))));
  return result instanceof NotCalculated ? result : result === true;
}

/** The cells that a reference names; null where it names none. */
export function cellsNamed(formula: string, place: Place): Cells | null {
  try {
    const operand = new Evaluation(place).of(treeOf(formula));
    return operand instanceof Cells ? operand : null;
  } catch (problem) {
    if (problem instanceof Failed || problem instanceof Unknown) return null;
    throw problem;
  }
}

function ended(calculate: () => Content): Shown {
  try {
    return calculate();
  } catch (problem) {
    if (problem instanceof Failed) return problem.error;
    if (problem instanceof Unknown) return new NotCalculated(problem.message);
    throw problem;
  }
}

class Evaluation implements Evaluating {
  private namesWithin = 0;

  constructor(readonly place: Place) {}

  of(node: Node): Operand {
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'boolean':
        return node.value;
      case 'error':
        return cellError(node.code);
      case 'missing':
        return undefined;
      case 'cells':
        return this.cells(node.sheet, node.from, node.to);
      case 'table':
        return this.tableCells(node);
      case 'name':
        return this.named(node.name);
      case 'negative':
        return lifted([this.of(node.operand)], ([value]) => -numberOf(value));
      case 'percent':
        return lifted([this.of(node.operand)], ([value]) => numberOf(value) / 100);
      case 'chain':
        return node.rest.reduce<Operand>(
          (left, { operator, operand }) => lifted([left, this.of(operand)], ([one, other]) => combined(operator, one, other)),
          this.of(node.first),
        );
      case 'array':
        return node.rows.map((row) => row.map((cell) => single(this.of(cell))));
      case 'call':
        return this.call(node.name, node.parts);
    }
  }

  private call(name: string, parts: readonly Node[]): Operand {
    const apply = FUNCTIONS[name.replace(/^_XLFN\./, '')];
    if (apply === undefined) throw new Unknown(`${name} is not calculated here`);
    return apply(this, parts);
  }

  private cells(sheetName: string | null, from: Corner, to: Corner): Cells {
    const sheet = sheetName === null ? this.place.sheet : this.place.sheet.workbook.sheetNamed(sheetName);
    if (sheet === undefined) fail('#REF!');
    return new Cells(sheet, bounding(this.cornerCell(from), this.cornerCell(to)));
  }

  /** What runs over the edge of the sheet comes in on its other side; this workbook does not follow it there. */
  private cornerCell({ row, column, rowFixed, columnFixed }: Corner): Area {
    const { rows, columns } = this.place.moved ?? { rows: 0, columns: 0 };
    const cell = areaAt(row + (rowFixed ? 0 : rows), column + (columnFixed ? 0 : columns));
    if (cell.row < 0 || cell.column < 0) throw new Unknown('a reference over the edge of the sheet');
    return cell;
  }

  private tableCells({ table: name, part, columns }: Extract<Node, { kind: 'table' }>): Cells {
    const { sheet, row, column } = this.place;
    const table = name === null ? sheet.tableAt(row, column) : sheet.workbook.tableNamed(name);
    if (table === undefined) fail('#REF!');
    const rows = this.tableRows(table, part);
    if (columns === null) return new Cells(table.sheet, rows);
    const [first, last] = columns.map((header) => table.columnNamed(header));
    if (first === undefined || last === undefined) fail('#REF!');
    return new Cells(table.sheet, areaAt(rows.row, table.area.column + Math.min(first, last), rows.rows, Math.abs(last - first) + 1));
  }

  private tableRows(table: FormulaTable, part: Extract<Node, { kind: 'table' }>['part']): Area {
    const { row, sheet } = this.place;
    const { moved } = this.place;
    if (part === 'all') return table.area;
    if (part === 'headers') return table.headerArea() ?? fail('#REF!');
    if (part === 'totals') return table.totalsArea() ?? fail('#REF!');
    const body = table.bodyArea();
    if (part === 'data') return body;
    const ownRow = row + (moved?.rows ?? 0);
    if (sheet !== table.sheet || ownRow < body.row || ownRow >= body.row + body.rows) fail('#VALUE!');
    return areaAt(ownRow, body.column, 1, body.columns);
  }

  /** A name may stand for a formula with names. */
  private within(formula: string): Operand {
    if (++this.namesWithin > DEEPEST_NAMES) throw new Unknown('a circle of names');
    const operand = this.of(treeOf(formula));
    this.namesWithin--;
    return operand;
  }

  private named(name: string): Operand {
    const item = this.place.sheet.named(name) ?? this.place.sheet.workbook.named(name);
    const table = this.place.sheet.workbook.tableNamed(name);
    if (item !== undefined) return this.within(item.formula);
    return table === undefined ? cellError('#NAME?') : new Cells(table.sheet, table.bodyArea());
  }
}

function combined(operator: Operator, left: Content, right: Content): Content {
  for (const value of [left, right]) if (value instanceof CellError) return value;
  switch (operator) {
    case '&':
      return textOf(left) + textOf(right);
    case '=':
      return compared(left, right) === 0;
    case '<>':
      return compared(left, right) !== 0;
    case '<':
      return compared(left, right) < 0;
    case '>':
      return compared(left, right) > 0;
    case '<=':
      return compared(left, right) <= 0;
    case '>=':
      return compared(left, right) >= 0;
    default:
      return arithmetic(operator, numberOf(left), numberOf(right));
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: number, right: number): Content {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return right === 0 ? cellError('#DIV/0!') : left / right;
    case '^':
      return finite(left ** right);
  }
}
