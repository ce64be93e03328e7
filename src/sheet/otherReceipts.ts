/**
 * What is 他の収納, the clerk's own table of the workbook, made of, and when do two of its rows tell of the same receipt?
 *
 * The clerk types and pastes into it; runs read it and never write it (docs/decisions/0015-other-receipts.md).
 */
import { readAmount, readDay, readDigits, readFiscalYear, trimmed } from '../reconcile/cells';
import { RECEIPT_COLUMNS, type ReceiptColumn } from '../reconcile/receiptRows';
import type { LedgerTable } from '../reconcile/table';
import type { NumberFormat } from './workbook';

/** Where a receipt comes from: a remark of the clerk's, or the list that it was taken from. */
export const RECEIPT_NOTE = '備考';

/** A day is its Excel serial, an amount its yen; what cannot be read stays the text that it is. */
export interface ReceiptLine extends Readonly<Record<Exclude<ReceiptColumn, 'receivedDate' | 'receivedAmount'>, string>> {
  readonly receivedDate: string | number;
  readonly receivedAmount: string | number;
  readonly note: string;
}

/** The texts of a receipt's cells: a row that is to be taken back is looked for by them. */
export type ReceiptCells = Readonly<Record<ReceiptColumn, string>>;

export const RECEIPTS_TABLE_COLUMNS: readonly {
  readonly key: keyof ReceiptLine;
  readonly header: string;
  readonly format: NumberFormat;
  readonly width: number;
}[] = [
  { key: 'fiscalYear', header: RECEIPT_COLUMNS.fiscalYear, format: 'text', width: 10 },
  { key: 'slipNumber', header: RECEIPT_COLUMNS.slipNumber, format: 'text', width: 24 },
  { key: 'receivedDate', header: RECEIPT_COLUMNS.receivedDate, format: 'date', width: 13 },
  { key: 'receivedAmount', header: RECEIPT_COLUMNS.receivedAmount, format: 'yen', width: 13 },
  { key: 'receivedBy', header: RECEIPT_COLUMNS.receivedBy, format: 'text', width: 16 },
  { key: 'note', header: RECEIPT_NOTE, format: 'text', width: 32 },
  { key: 'billerCode', header: RECEIPT_COLUMNS.billerCode, format: 'text', width: 16 },
];

/** How the sheet is called and what it says above the table, in the clerk's language. */
export interface ReceiptsSheet {
  readonly name: string;
  readonly note: string;
}

/** Without outer blanks; a column that is not there says nothing. */
export const textAt = (table: LedgerTable, row: number, column: number): string => (column < 0 ? '' : trimmed(table.cell(row, column)));

/** The same for two rows that tell of the same receipt, however its cells are written. */
export function keyOfReceipt(text: (column: ReceiptColumn) => string): string {
  const [year, number, day, amount] = [text('fiscalYear'), text('slipNumber'), text('receivedDate'), text('receivedAmount')];
  const same = [
    readFiscalYear(year) ?? year,
    (readDigits(number) ?? number).replace(/^0+(?=\d)/, ''),
    readDay(day) ?? day,
    readAmount(amount) ?? amount,
    text('receivedBy'),
    text('billerCode'),
  ];
  return JSON.stringify(same.map(String));
}

export const receiptCells = (table: LedgerTable, row: number, columnOf: Readonly<Record<ReceiptColumn, number>>): ReceiptCells =>
  Object.fromEntries(Object.entries(columnOf).map(([column, place]) => [column, textAt(table, row, place)])) as Record<ReceiptColumn, string>;

/** The last row of the table, below its header, that holds this receipt; -1: none does. */
export function rowOfReceipt([header = [], ...rows]: Texts, cells: ReceiptCells): number {
  const wanted = keyOfReceipt((column) => cells[column]);
  const columns = Object.keys(RECEIPT_COLUMNS) as ReceiptColumn[];
  const place = Object.fromEntries(columns.map((column) => [column, header.indexOf(RECEIPT_COLUMNS[column])])) as Record<ReceiptColumn, number>;
  return rows.map((row) => keyOfReceipt((column) => trimmed(row[place[column]] ?? ''))).lastIndexOf(wanted);
}

type Texts = readonly (readonly string[])[];
