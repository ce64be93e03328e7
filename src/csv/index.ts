/** What cells does a CSV file hold? The only importer of the CSV library. */
import Papa from 'papaparse';
import type { TextCodec } from '../file/text';
import { NOT_A_CHARACTER } from '../file/text';
import type { LedgerTable } from '../reconcile/ledger';
import type { CsvProblem } from '../words';

export type CsvCharset = 'utf-8' | 'shift_jis';

const CHUNK_CHARACTERS = 1 << 20;

/** Reads a ledger's CSV: UTF-8 with or without BOM, else CP932. Every cell is its text. */
export function readCsv(name: string, bytes: Uint8Array, codec: TextCodec): { table: LedgerTable; charset: CsvCharset } | { problem: CsvProblem } {
  if (startsWith(bytes, [0x50, 0x4b])) return { problem: { code: 'spreadsheet' } };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || bytes.includes(0)) return { problem: { code: 'utf16' } };
  const content = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? bytes.subarray(3) : bytes;
  const unicode = codec.decode(content, 'utf-8');
  const charset: CsvCharset = unicode.includes(NOT_A_CHARACTER) ? 'shift_jis' : 'utf-8';
  const text = charset === 'utf-8' ? unicode : codec.decode(content, charset);

  const rows = new Rows();
  const badQuotes = readRows(text, (cells) => rows.add(cells));
  if (badQuotes !== null) return { problem: { code: 'quotes', record: badQuotes } };
  const table = rows.toTable(name, !text.includes(NOT_A_CHARACTER));
  return table === null ? { problem: { code: 'empty' } } : { table, charset };
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/**
 * Gives each row to `take`, in chunks so that a large ledger's cells need not all be alive at once. Answers the 1-based row
 * whose quotes are broken, or null.
 */
function readRows(text: string, take: (cells: readonly string[]) => void): number | null {
  const { content, newline } = oneNewline(text);
  let at = 0;
  let rows = 0;
  let size = CHUNK_CHARACTERS;
  while (at < content.length) {
    const isLast = at + size >= content.length;
    const parser = new Papa.Parser({ delimiter: ',', newline });
    const { data, errors, meta } = parser.parse(content.slice(at, at + size), 0, !isLast) as Papa.ParseResult<string[]>;
    const quotes = errors.find((error) => error.type === 'Quotes');
    if (quotes !== undefined) return rows + (quotes.row ?? 0) + 1;
    for (const cells of data) take(cells);
    rows += data.length;
    if (isLast) break;
    if (meta.cursor === 0) size *= 2;
    at += meta.cursor;
  }
  return null;
}

/** The parser splits rows at one kind of line end: a file that mixes them gets LF throughout. */
function oneNewline(text: string): { content: string; newline: '\n' | '\r\n' } {
  if (!text.includes('\r')) return { content: text, newline: '\n' };
  const mixed = /\r(?!\n)/.test(text) || /(?<!\r)\n/.test(text);
  return mixed ? { content: text.replace(/\r\n?/g, '\n'), newline: '\n' } : { content: text, newline: '\r\n' };
}

/** A row's cells go into columns; texts that repeat are kept once. */
class Rows {
  private header: readonly string[] | null = null;
  private headerRecord = 0;
  private columns: string[][] = [];
  private pools: Map<string, string>[] = [];
  private rowCount = 0;
  private readonly surplus = new Map<number, string>();

  add(cells: readonly string[]): void {
    if (this.header === null) {
      this.headerRecord++;
      if (cells.every((cell) => cell.trim() === '')) return;
      this.header = cells;
      this.columns = cells.map(() => []);
      this.pools = cells.map(() => new Map());
      return;
    }
    for (let c = 0; c < this.columns.length; c++) this.columns[c]!.push(this.pooled(c, cells[c] ?? ''));
    if (cells.length > this.columns.length) {
      const rest = cells.slice(this.columns.length).join(',');
      if (/[^,\s　]/.test(rest)) this.surplus.set(this.rowCount, rest);
    }
    this.rowCount++;
  }

  toTable(name: string, intact: boolean): LedgerTable | null {
    if (this.header === null) return null;
    const { header, headerRecord, columns, rowCount, surplus } = this;
    return { name, header, headerRecord, columns, rowCount, intact, surplus };
  }

  private pooled(column: number, text: string): string {
    const pool = this.pools[column]!;
    const known = pool.get(text);
    if (known !== undefined) return known;
    if (pool.size < MOST_POOLED) pool.set(text, text);
    return text;
  }
}

const MOST_POOLED = 4096;
