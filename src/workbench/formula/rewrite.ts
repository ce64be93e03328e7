/** How does a formula change when cells move, or when a sheet, a table or a column gets another name? */
import { columnLetters } from '../../sheet/references';
import { COLUMNS, ROWS, quotedSheet } from '../model/address';
import { notModelled } from '../model/errors';
import type { Relocation } from './relocation';
import { FormulaError, FormulaNotRead, wordsOf, type CellsWord, type Corner, type TableWord, type Word } from './words';

/** A formula that cannot be read here cannot follow its cells: that is refused rather than left wrong. */
function rewritten(
  formula: string,
  cells: (word: CellsWord) => string,
  table: (word: TableWord) => string = ({ text }) => text,
  gone: (text: string, sheet: string | null) => string = (text) => text,
): string {
  return readWords(formula)
    .map((word) => {
      if (word.kind === 'cells') return cells(word);
      if (word.kind === 'table') return table(word);
      return word.kind === 'gone' ? gone(word.text, word.sheet) : word.text;
    })
    .join('');
}

const unchanged = ({ text }: Word): string => text;
const isSheet = (name: string | null, wanted: string): boolean => name?.toLowerCase() === wanted.toLowerCase();

function readWords(formula: string): Word[] {
  try {
    return wordsOf(formula);
  } catch (problem) {
    if (problem instanceof FormulaNotRead || problem instanceof FormulaError) throw notModelled(`moving the formula =${formula}`);
    throw problem;
  }
}

const cornerText = ({ row, column, rowFixed, columnFixed }: Corner): string =>
  `${columnFixed ? '$' : ''}${columnLetters(column)}${rowFixed ? '$' : ''}${row + 1}`;

/** null: those cells are gone. */
function cellsText(word: CellsWord, from: Corner | null, to: Corner | null, sheet = word.sheet): string {
  const before = sheet === null ? '' : `${quotedSheet(sheet)}!`;
  if (from === null || to === null || !isThere(from) || !isThere(to)) return `${before}#REF!`;
  if (word.shape === 'columns')
    return `${before}${word.from.columnFixed ? '$' : ''}${columnLetters(from.column)}:${word.to.columnFixed ? '$' : ''}${columnLetters(to.column)}`;
  if (word.shape === 'rows') return `${before}${word.from.rowFixed ? '$' : ''}${from.row + 1}:${word.to.rowFixed ? '$' : ''}${to.row + 1}`;
  return word.shape === 'cell' ? before + cornerText(from) : `${before}${cornerText(from)}:${cornerText(to)}`;
}

const isThere = ({ row, column }: Corner): boolean => row >= 0 && row < ROWS && column >= 0 && column < COLUMNS;

/** Cells of one sheet were inserted or deleted; the formula stands on `ownSheet`. */
export function relocatedFormula(formula: string, ownSheet: string, changedSheet: string, relocation: Relocation): string {
  const isChanged = (sheet: string | null): boolean => (sheet ?? ownSheet).toLowerCase() === changedSheet.toLowerCase();
  return rewritten(formula, (word) => {
    if (!isChanged(word.sheet)) return word.text;
    const place = relocation(word.from, word.to);
    return cellsText(word, place?.[0] ?? null, place?.[1] ?? null);
  });
}

export function withRenamedSheet(formula: string, before: string, after: string): string {
  return rewritten(
    formula,
    (word) => (isSheet(word.sheet, before) ? cellsText(word, word.from, word.to, after) : word.text),
    unchanged,
    (text, sheet) => (isSheet(sheet, before) ? `${quotedSheet(after)}!#REF!` : text),
  );
}

/** Formulas of the deleted sheet itself went with it. */
export function withoutSheet(formula: string, deleted: string): string {
  return rewritten(
    formula,
    (word) => (isSheet(word.sheet, deleted) ? '#REF!' : word.text),
    unchanged,
    (text, sheet) => (isSheet(sheet, deleted) ? '#REF!' : text),
  );
}

/** With its brackets. */
const innerOf = ({ text, table }: TableWord): string => text.slice(table?.length ?? 0);

export function withRenamedTable(formula: string, before: string, after: string): string {
  return rewritten(formula, unchanged, (word) => (word.table?.toLowerCase() === before.toLowerCase() ? after + innerOf(word) : word.text));
}

const escapedColumn = (name: string): string => name.replace(/['#[\]@]/g, (char) => `'${char}`);

/** Other names need a second pair of brackets. */
const PLAIN_COLUMN = /^[\p{L}\p{N}_・（）]+$/u;

/** `isOwn`: a reference without a table's name means this table. */
export function withRenamedColumn(formula: string, table: string, isOwn: boolean, before: string, after: string): string {
  const escapedBefore = escapedColumn(before).toLowerCase();
  const bare = PLAIN_COLUMN.test(after) ? after : `[${escapedColumn(after)}]`;
  const isMeant = (word: TableWord): boolean => (word.table === null ? isOwn : word.table.toLowerCase() === table.toLowerCase());
  const inner = (text: string): string =>
    text.includes('[')
      ? text.replace(/\[((?:'.|[^'[\]])*)\]/gs, (item, name: string) => (name.toLowerCase() === escapedBefore ? `[${escapedColumn(after)}]` : item))
      : text.replace(/^(@?)(.*)$/s, (all, row: string, name: string) => (name.toLowerCase() === escapedBefore ? row + bare : all));
  return rewritten(formula, unchanged, (word) => (isMeant(word) ? `${word.table ?? ''}[${inner(innerOf(word).slice(1, -1))}]` : word.text));
}
