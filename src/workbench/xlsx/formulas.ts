/** How does a formula read in a file? There `[@Column]` has its table's name, and later functions are marked as such. */
import { columnLetters } from '../../sheet/references';
import { FormulaError, FormulaNotRead, wordsOf, type TableWord } from '../formula/words';

/** Functions that came after the file format. */
const LATER = new Set(
  'CONCAT DAYS FILTER FILTERXML FORMULATEXT IFNA IFS ISFORMULA LET LAMBDA MAXIFS MINIFS NUMBERVALUE RANDARRAY SEQUENCE SHEET SHEETS SORT SORTBY SWITCH TEXTJOIN UNICHAR UNICODE UNIQUE XLOOKUP XMATCH XOR'.split(
    ' ',
  ),
);
const IN_SHEETS_ONLY = new Set(['FILTER', 'SORT']);

export function fileFormula(formula: string, ownTable: string | null): string {
  try {
    return wordsOf(formula)
      .map((word) => (word.kind === 'table' ? tableWord(word, ownTable) : word.kind === 'call' ? callWord(word.text) : word.text))
      .join('');
  } catch (problem) {
    if (problem instanceof FormulaNotRead || problem instanceof FormulaError) return formula;
    throw problem;
  }
}

function callWord(text: string): string {
  const name = /^[\w.]+/.exec(text)?.[0].toUpperCase() ?? '';
  if (!LATER.has(name)) return text;
  return `_xlfn.${IN_SHEETS_ONLY.has(name) ? '_xlws.' : ''}${text}`;
}

function tableWord({ text, table }: TableWord, ownTable: string | null): string {
  const name = table ?? ownTable;
  if (name === null) return text;
  const inner = text.slice((table?.length ?? 0) + 1, -1);
  if (!inner.startsWith('@')) return `${name}[${inner}]`;
  const column = inner.slice(1);
  if (column === '') return `${name}[#This Row]`;
  return `${name}[[#This Row],${column.startsWith('[') ? column : `[${column}]`}]`;
}

/** The marks of later functions are the file's own business. */
export const typedFormula = (formula: string): string => formula.replace(/_xlfn\.(?:_xlws\.)?/g, '');

/** `$A$1:$C$4` behind a sheet's name. */
export const fixedArea = (row: number, column: number, rows: number, columns: number): string =>
  `$${columnLetters(column)}$${row + 1}:$${columnLetters(column + columns - 1)}$${row + rows}`;
