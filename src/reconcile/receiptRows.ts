/**
 * What was paid elsewhere, as a list of receipts 他の収納 says?
 *
 * A row needs year, number, day and amount; one that lacks any of them is a finding and is not used. Source: docs/format.md, "Receipts of other channels".
 */
import { finding, type FindingValue, type LedgerNeed, type Report } from '../check/finding';
import { asciiBytes } from '../file/bytes';
import { SlipNumbers, type NumberWidths } from '../slip/slipNumbers';
import { readAmount, readDay, readFiscalYear, trimmed } from './cells';
import { LEDGER_COLUMNS, methodOf } from './ledger';
import { NumberCells } from './numberCells';
import { RoundedNumbers } from './roundedNumbers';
import { columnsNamed, isBlankRow, readings, recordOfRow, type LedgerRefusal, type LedgerTable } from './table';

export const RECEIPT_COLUMNS = {
  fiscalYear: LEDGER_COLUMNS.fiscalYear,
  slipNumber: LEDGER_COLUMNS.slipNumber,
  receivedDate: LEDGER_COLUMNS.receivedDate,
  receivedAmount: LEDGER_COLUMNS.receivedAmount,
  billerCode: LEDGER_COLUMNS.billerCode,
  receivedBy: LEDGER_COLUMNS.receivedBy,
} as const;
export type ReceiptColumn = keyof typeof RECEIPT_COLUMNS;
const REQUIRED: readonly ReceiptColumn[] = ['fiscalYear', 'slipNumber', 'receivedDate', 'receivedAmount'];

/** The rows of one list that are used, as columns. */
export interface ReceiptRows {
  readonly table: LedgerTable;
  readonly count: number;
  readonly row: Int32Array;
  readonly numbers: SlipNumbers;
  readonly billerCode: readonly (string | null)[];
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** A METHOD. */
  readonly method: Uint8Array;
  /** Rows that cannot be used. */
  readonly refused: number;
}

export const findReceiptColumns = (header: readonly string[]): { readonly columnOf: Record<ReceiptColumn, number> } | { readonly refusal: LedgerRefusal } =>
  columnsNamed(header, RECEIPT_COLUMNS, REQUIRED);

export function readReceipts(table: LedgerTable, widths: NumberWidths, report: Report): { rows: ReceiptRows } | { refusal: LedgerRefusal } {
  const found = findReceiptColumns(table.header);
  if ('refusal' in found) return found;
  const { columnOf } = found;
  const years = readings(table, columnOf.fiscalYear, readFiscalYear);
  const days = readings(table, columnOf.receivedDate, readDay);
  const amounts = readings(table, columnOf.receivedAmount, readAmount);
  const billers = readings(table, columnOf.billerCode, (text) => (text === '' ? null : text));
  const methods = readings(table, columnOf.receivedBy, methodOf);
  const yearBytes = years.values.map((year) => (year === null ? null : asciiBytes(year)));

  const { rowCount } = table;
  const row = new Int32Array(rowCount);
  const numbers = new SlipNumbers(widths, rowCount);
  const cells = new NumberCells(table, columnOf.slipNumber);
  const billerCode = new Array<string | null>(rowCount).fill(null);
  const day = new Int32Array(rowCount);
  const amount = new Float64Array(rowCount);
  const method = new Uint8Array(rowCount);
  const rounded = new RoundedNumbers();
  let count = 0;
  let refused = 0;

  for (let r = 0; r < rowCount; r++) {
    if (isBlankRow(table, r)) continue;
    const refuse = (field: string | null, needs: LedgerNeed, actual: FindingValue, expected: FindingValue = null): void =>
      report(finding('receiptRow', { file: table.name, record: recordOfRow(table, r), field, expected, actual }, { needs }));
    const moved = table.moved.get(r);
    if (moved !== undefined) {
      refuse(null, 'noMoreCells', moved, table.header.length);
      refused++;
      continue;
    }
    const year = yearBytes[years.ids[r]!]!;
    const length = cells.read(r);
    const receivedOn = days.values[days.ids[r]!]!;
    const yen = amounts.values[amounts.ids[r]!]!;
    const refuseCell = (column: ReceiptColumn, needs: LedgerNeed): void => refuse(RECEIPT_COLUMNS[column], needs, trimmed(table.cell(r, columnOf[column])));
    if (year === null) refuseCell('fiscalYear', 'fiscalYear');
    if (length === 0) refuseCell('slipNumber', 'slipNumber');
    else if (length > widths.number) refuseCell('slipNumber', 'slipNumberWidth');
    if (receivedOn === null) refuseCell('receivedDate', 'date');
    if (yen === null) refuseCell('receivedAmount', 'amount');
    else if (yen === 0) refuseCell('receivedAmount', 'moreThanZero');
    if (year === null || length === 0 || length > widths.number || receivedOn === null || yen === null || yen === 0) {
      refused++;
      continue;
    }
    rounded.add(cells.digits, length);
    const entry = count++;
    row[entry] = r;
    numbers.set(entry, year, 0, year.length, cells.digits, 0, length);
    billerCode[entry] = billers.values[billers.ids[r]!]!;
    day[entry] = receivedOn;
    amount[entry] = yen;
    method[entry] = methods.values[methods.ids[r]!]!;
  }
  if (count + refused === 0) return { refusal: { code: 'noDataRow', columns: table.header.map(trimmed) } };
  if (rounded.areRounded()) {
    report(finding('ledgerRounded', { file: table.name, field: RECEIPT_COLUMNS.slipNumber }, { count: rounded.rounded, isLedger: false }));
  }
  return { rows: { table, count, row, numbers, billerCode, day, amount, method, refused } };
}
