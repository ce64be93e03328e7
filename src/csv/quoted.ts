/** What cells does a CSV with quotes hold? The only importer of the CSV library. */
import Papa from 'papaparse';
import { textTable, type LedgerTable } from '../reconcile/table';
import type { CsvProblem } from '../words';
import { refusedWidth } from './width';

export function quotedTable(name: string, text: string, intact: boolean): LedgerTable | { problem: CsvProblem } {
  const { content, newline } = oneNewline(text);
  const { data, errors } = new Papa.Parser({ delimiter: ',', newline }).parse(content, 0, false) as Papa.ParseResult<string[]>;
  const quotes = errors.find((error) => error.type === 'Quotes');
  if (quotes !== undefined) return { problem: { code: 'quotes', record: (quotes.row ?? 0) + 1 } };
  const table = textTable(name, data, intact);
  if (table === null) return { problem: { code: 'empty' } };
  const tooWide = refusedWidth(table.header.length);
  return tooWide === null ? table : { problem: tooWide };
}

/** The parser splits rows at one kind of line end: a file that mixes them gets LF throughout. */
function oneNewline(text: string): { content: string; newline: '\n' | '\r\n' } {
  if (!text.includes('\r')) return { content: text, newline: '\n' };
  const mixed = /\r(?!\n)/.test(text) || /(?<!\r)\n/.test(text);
  return mixed ? { content: text.replace(/\r\n?/g, '\n'), newline: '\n' } : { content: text, newline: '\r\n' };
}
