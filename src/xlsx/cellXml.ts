/** How is a cell written in a sheet's XML? Text is always text: neither a formula, nor an error, nor an escape. */
import { cellText } from '../sheet/cellText';
import { LONGEST_TEXT } from '../sheet/limits';
import { isFormula, type Cell } from '../sheet/workbook';

/** The opening of a cell up to its row number, and what follows it: `<c r="A` … `" s="3"`. */
export interface CellShell {
  readonly before: string;
  readonly after: string;
}

/** Text as a cell keeps it: `_x0041_` in data would be read as an escape of `A`. */
export const escapedText = (text: string): string => cellText(text).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** `tooLong` is told how many characters a text has that no cell can hold; it must throw. */
export function cellXml({ before, after }: CellShell, row: number, cell: Cell, tooLong: (characters: number) => never): string {
  if (cell === null || cell === '') return `${before}${row}${after}/>`;
  if (typeof cell === 'number') return `${before}${row}${after}><v>${finite(cell)}</v></c>`;
  if (isFormula(cell)) return formulaXml(`${before}${row}${after}`, cell.formula, cell.value);
  if (cell.length > LONGEST_TEXT) tooLong(cell.length);
  return `${before}${row}${after} t="inlineStr"><is>${textXml(cell)}</is></c>`;
}

function formulaXml(opening: string, formula: string, value: string | number | null): string {
  const f = `<f>${xmlText(formula)}</f>`;
  if (typeof value === 'number') return `${opening}>${f}<v>${finite(value)}</v></c>`;
  return `${opening} t="str">${f}<v>${xmlText(escapedText(value ?? ''))}</v></c>`;
}

function finite(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`a cell cannot hold ${value}`);
  return String(value);
}

const OUTER_SPACE = /^\s|\s$|\n/;

function textXml(text: string): string {
  const escaped = escapedText(text);
  return OUTER_SPACE.test(escaped) ? `<t xml:space="preserve">${xmlText(escaped)}</t>` : `<t>${xmlText(escaped)}</t>`;
}

const MARKUP = /[&<>]/;
const xmlText = (text: string): string => (MARKUP.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : text);
