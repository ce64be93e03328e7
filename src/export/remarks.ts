/** Which 備考 stands beside which slip in a workbook of chosen sheets? What the clerk has written in 消込一覧; the copy for finance never has it. */
import type { SlipRemark } from '../sheet/records';
import type { ReconciliationColumn } from '../sheet/words';
import { TABLE_NAMES, valueOf, type Table, type Workbook } from '../sheet/workbook';

export interface Remarked {
  readonly workbook: Workbook;
  /** How many remarks are of slips that 消込一覧 does not list. */
  readonly left: number;
}

export function withRemarks(workbook: Workbook, remarks: readonly SlipRemark[]): Remarked {
  let left = remarks.length;
  const sheets = workbook.sheets.map((sheet) => {
    if (sheet.table?.name !== TABLE_NAMES.reconciliation) return sheet;
    const byRow = remarksByRow(sheet.table, remarks);
    left -= byRow.size;
    const columns = sheet.table.columns.map((column) => (column.key === REMARKS ? { ...column, cell: (row: number) => byRow.get(row) ?? null } : column));
    return { ...sheet, table: { ...sheet.table, columns } };
  });
  return { workbook: { ...workbook, sheets }, left };
}

const REMARKS: ReconciliationColumn = 'remarks';
const KEYS: readonly ReconciliationColumn[] = ['biller', 'fiscalYear', 'slipNumber'];
const keyOf = (parts: readonly string[]): string => parts.join('\u0000');

function remarksByRow({ columns, rowCount }: Table, remarks: readonly SlipRemark[]): Map<number, string> {
  const byKey = new Map(remarks.map(({ biller, fiscalYear, slipNumber, text }) => [keyOf([biller, fiscalYear, slipNumber]), text]));
  const keys = KEYS.map((key) => columns.find((column) => column.key === key)!);
  const byRow = new Map<number, string>();
  for (let row = 0; row < rowCount && byRow.size < byKey.size; row++) {
    const text = byKey.get(keyOf(keys.map(({ cell }) => String(valueOf(cell(row)) ?? ''))));
    if (text !== undefined) byRow.set(row, text);
  }
  return byRow;
}
