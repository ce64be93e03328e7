/** What cells does a CSV file hold? */
import { NOT_A_CHARACTER, type TextCodec } from '../file/text';
import type { LedgerTable } from '../reconcile/table';
import type { CsvProblem } from '../words';
import { quotedTable } from './quoted';
import { plainTable } from './plain';

export type CsvCharset = 'utf-8' | 'shift_jis';

const QUOTE = 0x22;
const END_OF_FILE_MARK = 0x1a;

/** Reads the CSV of a ledger or of receipts: UTF-8 with or without BOM, else CP932. Every cell is its text. */
export function readCsv(name: string, bytes: Uint8Array, codec: TextCodec): { table: LedgerTable; charset: CsvCharset } | { problem: CsvProblem } {
  if (startsWith(bytes, [0x50, 0x4b])) return { problem: { code: 'spreadsheet' } };
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || bytes.includes(0)) return { problem: { code: 'utf16' } };
  const isMarkedUtf8 = startsWith(bytes, [0xef, 0xbb, 0xbf]);
  const content = bytes.subarray(isMarkedUtf8 ? 3 : 0, endOfText(bytes));
  const isUtf8 = codec.isUtf8(content);
  const charset: CsvCharset = isUtf8 || isMarkedUtf8 ? 'utf-8' : 'shift_jis';
  const intact = isUtf8 || !codec.decode(content, charset).includes(NOT_A_CHARACTER);
  const decode = (cell: Uint8Array): string => codec.decode(cell, charset);
  const read = content.includes(QUOTE) ? quotedTable(name, decode(content), intact) : plainTable(name, content, decode, intact);
  return 'problem' in read ? read : { table: read, charset };
}

/** Where the text ends: host systems close a file with 1A. */
function endOfText(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === END_OF_FILE_MARK) end--;
  return end;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
