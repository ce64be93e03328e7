/** Which receipts of other channels does one slip's page show? */
import { LEDGER_COLUMNS } from '../reconcile/ledger';
import { FROM_LEDGER, RECEIPT_USES } from '../reconcile/receipts';
import { findReceiptColumns } from '../reconcile/receiptRows';
import type { LedgerTable } from '../reconcile/table';
import { receiptCells } from '../sheet/otherReceipts';
import { RECEIPTS_TABLE } from '../sheet/receiptsName';
import type { Settlement } from '../settle';
import type { ReceiptView } from './protocol';

export function receiptViews({ receipts, ledger }: Settlement, slip: number): ReceiptView[] {
  return [...receipts.bySlip.subarray(receipts.start[slip], receipts.start[slip + 1])].map((receipt): ReceiptView => {
    const list = receipts.list[receipt]!;
    const table = list === FROM_LEDGER ? ledger!.table : receipts.lists[list]!.table;
    const record = receipts.record[receipt]!;
    const day = receipts.day[receipt]!;
    return {
      day: day === 0 ? null : day,
      amount: receipts.amount[receipt]!,
      method: methodIn(table, record),
      use: RECEIPT_USES[receipts.use[receipt]!]!,
      file: table.name,
      record,
      own: list === FROM_LEDGER || table.name !== RECEIPTS_TABLE ? null : cellsIn(table, record),
    };
  });
}

const rowOf = ({ headerRecord }: LedgerTable, record: number): number => record - headerRecord - 1;

function methodIn(table: LedgerTable, record: number): string {
  const column = table.header.findIndex((text) => text.trim() === LEDGER_COLUMNS.receivedBy);
  return column < 0 ? '' : table.cell(rowOf(table, record), column).trim();
}

function cellsIn(table: LedgerTable, record: number): ReceiptView['own'] {
  const found = findReceiptColumns(table.header);
  return 'refusal' in found ? null : receiptCells(table, rowOf(table, record), found.columnOf);
}
