/** Which numbers did the office issue? The ledger's, as a table to look digits up in. */
import { readAmount, readDay, readFiscalYear } from '../reconcile/cells';
import { findColumns, type LedgerColumn } from '../reconcile/ledger';
import type { LedgerTable } from '../reconcile/table';

export interface LedgerSlip {
  readonly year: string;
  readonly biller: string;
  /** Yen, yyyymmdd and 再発行区分; -1 where the cell says none. */
  readonly amount: number;
  readonly dueDate: number;
  readonly reissue: number;
}

export interface LedgerKeys {
  /** By number without leading zeros. */
  readonly slips: ReadonlyMap<string, readonly LedgerSlip[]>;
  /** Digits of a number as written, when all have as many and one begins with 0; else 0. */
  readonly width: number;
  readonly billers: ReadonlySet<string>;
}

export const withoutZeros = (digits: string): string => digits.replace(/^0+(?=.)/, '');

/** null when the ledger's columns cannot be read. */
export function ledgerKeys(table: LedgerTable): LedgerKeys | null {
  const found = findColumns(table.header);
  if ('refusal' in found) return null;
  const { columnOf } = found;
  const text = (row: number, column: LedgerColumn): string => (columnOf[column] < 0 ? '' : table.cell(row, columnOf[column]).normalize('NFKC').trim());
  const slips = new Map<string, LedgerSlip[]>();
  const billers = new Set<string>();
  const widths = new Set<number>();
  let isPadded = false;
  for (let row = 0; row < table.rowCount; row++) {
    const number = text(row, 'slipNumber');
    const year = readFiscalYear(text(row, 'fiscalYear'));
    if (!/^\d+$/.test(number) || year === null) continue;
    widths.add(number.length);
    if (number.startsWith('0')) isPadded = true;
    const biller = text(row, 'billerCode');
    if (biller !== '') billers.add(biller);
    const reissue = text(row, 'reissueNumber');
    const slip: LedgerSlip = {
      year,
      biller,
      amount: readAmount(text(row, 'billedAmount')) ?? -1,
      dueDate: readDay(text(row, 'dueDate')) ?? -1,
      reissue: columnOf.reissueNumber >= 0 && /^\d{0,9}$/.test(reissue) ? Number(reissue) : -1,
    };
    const key = withoutZeros(number);
    const same = slips.get(key);
    if (same === undefined) slips.set(key, [slip]);
    else same.push(slip);
  }
  return { slips, width: isPadded && widths.size === 1 ? [...widths][0]! : 0, billers };
}
