/** How does a formula name a table's column? Structured references, in the form that is kept in files. */
import type { TableName } from './workbook';

const ESCAPED = /['#[\]]/g;
/** Besides letters, kana and kanji, these need a second pair of brackets. */
const PLAIN_NAME = /^[\p{L}\p{N}_・ー（）]+$/u;

const escaped = (header: string): string => header.replace(ESCAPED, (char) => `'${char}`);

/** All cells of a column. */
export const columnOf = (table: TableName, header: string): string => (PLAIN_NAME.test(header) ? `${table}[${header}]` : `${table}[[${escaped(header)}]]`);

/** The column's cell in the formula's own row. */
export const inThisRow = (table: TableName, header: string): string => `${table}[[#This Row],[${escaped(header)}]]`;

export const textLiteral = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A, B, …, Z, AA, …: the letters of a 0-based column. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(0x41 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** `$B$5`, from 0-based places. */
export const fixedCell = (row: number, column: number): string => `$${columnLetters(column)}$${row + 1}`;
export const cellAt = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
