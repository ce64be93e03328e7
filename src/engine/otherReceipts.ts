/** Which rows does a chosen list of receipts add to 他の収納, the clerk's own table? */
import { excelSerialOf } from '../file/calendar';
import { readAmount, readDay, trimmed } from '../reconcile/cells';
import { LEDGER_COLUMNS } from '../reconcile/ledger';
import { findReceiptColumns, type ReceiptColumn } from '../reconcile/receiptRows';
import { holdsDataRow, isBlankRow, textTable, type LedgerRefusal, type LedgerTable } from '../reconcile/table';
import { keyOfReceipt, textAt, type ReceiptLine } from '../sheet/otherReceipts';
import { RECEIPTS_TABLE } from '../sheet/receiptsName';
import type { CsvProblem } from '../words';
import { foundTable, tableOf } from './ledgerTable';
import type { PickedLedger } from './protocol';

type Texts = readonly (readonly string[])[];

export type ReceiptsRead =
  | { readonly code: 'read'; readonly lines: readonly ReceiptLine[]; readonly standing: number }
  | { readonly code: 'refused'; readonly refusal: LedgerRefusal }
  | { readonly code: 'unreadable'; readonly problem: CsvProblem };

/** The rows of a list that the table does not hold yet; `standing` counts the others. What cannot be read is added as it is: the run names it. */
export function receiptsToAdd(list: PickedLedger, held: Texts): ReceiptsRead {
  const read = tableOf(list);
  if ('problem' in read) return { code: 'unreadable', problem: read.problem };
  const found = findReceiptColumns(read.table.header);
  if ('refusal' in found) return { code: 'refused', refusal: { ...found.refusal, columns: foundHeaders(list) } };
  if (!holdsDataRow(read.table)) return { code: 'refused', refusal: { code: 'noDataRow', columns: foundHeaders(list) } };
  const times = timesHeld(held);
  const lines: ReceiptLine[] = [];
  let standing = 0;
  for (let row = 0; row < read.table.rowCount; row++) {
    if (isBlankRow(read.table, row)) continue;
    const text = (column: ReceiptColumn): string => textAt(read.table, row, found.columnOf[column]);
    const moved = read.table.moved.get(row);
    const key = keyOfReceipt(text);
    const left = times.get(key) ?? 0;
    if (left > 0 && moved === undefined) {
      times.set(key, left - 1);
      standing++;
    } else lines.push(moved === undefined ? lineOf(text, list.name) : movedLine(list.name, row, read.table));
  }
  return { code: 'read', lines, standing };
}

/** Nobody knows which of its cells is which: it says where it comes from, and nothing that could be taken for a receipt. */
const movedLine = (name: string, row: number, table: LedgerTable): ReceiptLine => ({
  ...EMPTY,
  note: `${name} ${table.headerRecord + 1 + row}: ${table.header.map((_, column) => trimmed(table.cell(row, column))).join(', ')}`,
});
const EMPTY: ReceiptLine = { fiscalYear: '', slipNumber: '', receivedDate: '', receivedAmount: '', receivedBy: '', note: '', billerCode: '' };

/** Whether a table that was chosen without a word is a list of receipts: it has their columns, and bills nothing. */
export function isReceiptsList(list: PickedLedger): boolean {
  const found = foundTable(list);
  if ('problem' in found) return false;
  const header = found.table.header.map(trimmed);
  return !header.includes(LEDGER_COLUMNS.billedAmount) && !('refusal' in findReceiptColumns(header));
}

/** How often each receipt stands in the table. */
function timesHeld(held: Texts): Map<string, number> {
  const times = new Map<string, number>();
  const table = textTable(RECEIPTS_TABLE, held, true);
  const found = table === null ? null : findReceiptColumns(table.header);
  if (table === null || found === null || 'refusal' in found) return times;
  for (let row = 0; row < table.rowCount; row++) {
    if (isBlankRow(table, row)) continue;
    const key = keyOfReceipt((column) => textAt(table, row, found.columnOf[column]));
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}

function lineOf(text: (column: ReceiptColumn) => string, note: string): ReceiptLine {
  const day = readDay(text('receivedDate'));
  return {
    fiscalYear: text('fiscalYear'),
    slipNumber: text('slipNumber'),
    receivedDate: (day === null ? null : excelSerialOf(day)) ?? text('receivedDate'),
    receivedAmount: readAmount(text('receivedAmount')) ?? text('receivedAmount'),
    receivedBy: text('receivedBy'),
    note,
    billerCode: text('billerCode'),
  };
}

function foundHeaders(list: PickedLedger): string[] {
  const found = foundTable(list);
  return 'problem' in found ? [] : found.table.header.map(trimmed);
}
