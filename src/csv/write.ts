/**
 * How are rows written as CSV that a fee system reads exactly and that stays inert in a spreadsheet?
 *
 * docs/exports.md, "CSV", says what a reader must know; docs/decisions/0006-inert-csv.md why.
 */
import type { Charset } from '../file/layout';
import type { TextCodec } from '../file/text';

export type CsvCell = string | number | null;

export interface CsvTable {
  /** null: no header row. */
  readonly headers: readonly string[] | null;
  readonly rowCount: number;
  row(index: number): readonly CsvCell[];
}

const LINE_END = '\r\n';
const BOM = '\uFEFF';
/** Rows that are encoded together. */
const BLOCK = 2000;

/** A text that a spreadsheet would read as a formula, or that could be taken for one so marked. */
const FORMULA_LIKE = /^'*[\s\u3000]*[=+\-@＝＋－＠\t\r\n]/;
const QUOTED = /[",;\t\r\n]|^\s|\s$/;

/** One apostrophe before a text that would begin a formula; taking off one where a formula would follow gives the text back. Numbers are numbers. */
export const inert = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/** Characters that have one code in JIS and two in Unicode: CP932 maps its code to the other one. */
const OTHER_CODE_POINT: ReadonlyMap<string, string> = new Map(['〜～', '−－', '—―', '‖∥', '¢￠', '£￡', '¬￢'].map(([own, other]) => [own!, other!]));

/** The text in the code points that the charset writes. */
const spelled = (text: string, charset: Charset): string =>
  charset === 'shift_jis' ? text.replace(/[〜−—‖¢£¬]/g, (char) => OTHER_CODE_POINT.get(char)!) : text;

function fieldOf(cell: CsvCell, charset: Charset): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = inert(spelled(cell, charset));
  return QUOTED.test(text) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text;
}

const lineOf = (cells: readonly CsvCell[], charset: Charset): string => cells.map((cell) => fieldOf(cell, charset)).join(',') + LINE_END;

function* blocksOf({ headers, rowCount, row }: CsvTable, charset: Charset): Generator<{ readonly text: string; readonly from: number; readonly to: number }> {
  if (headers !== null) yield { text: lineOf(headers, charset), from: HEADER, to: 0 };
  for (let from = 0; from < rowCount; from += BLOCK) {
    const to = Math.min(rowCount, from + BLOCK);
    let text = '';
    for (let index = from; index < to; index++) text += lineOf(row(index), charset);
    yield { text, from, to };
  }
}

/** The row of a header that cannot be written. */
export const HEADER = -1;

export interface Misfit {
  /** Index of the row, or HEADER. */
  readonly row: number;
  readonly column: number;
  /** The characters that the charset lacks, each once. */
  readonly characters: readonly string[];
}

export interface Misfits {
  /** Cells that hold such characters. */
  readonly count: number;
  readonly first: readonly Misfit[];
}

/** Which cells hold characters that the charset lacks? null: none. Asked before anything is written. */
export function misfitsIn(table: CsvTable, charset: Charset, codec: TextCodec, shown: number): Misfits | null {
  let count = 0;
  const first: Misfit[] = [];
  for (const { text, from, to } of blocksOf(table, charset)) {
    if (codec.encode(text, charset) !== null) continue;
    for (let row = from; row < to; row++) {
      for (const [column, cell] of (row === HEADER ? table.headers! : table.row(row)).entries()) {
        const text = typeof cell === 'string' ? spelled(cell, charset) : '';
        if (codec.encode(text, charset) !== null) continue;
        count++;
        if (first.length < shown) first.push({ row, column, characters: [...new Set(text)].filter((char) => codec.encode(char, charset) === null) });
      }
    }
  }
  return count === 0 ? null : { count, first };
}

/** The file in pieces, never all of it at once; UTF-8 begins with its mark, without which Excel takes it for CP932. */
export function* csvPieces(table: CsvTable, charset: Charset, codec: TextCodec): Generator<Uint8Array> {
  if (charset === 'utf-8') yield new TextEncoder().encode(BOM);
  for (const { text } of blocksOf(table, charset)) {
    const bytes = codec.encode(text, charset);
    if (bytes === null) throw new Error('the characters were not checked before');
    yield bytes;
  }
}
