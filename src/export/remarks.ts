/** Which 備考 and 処理 stand beside which slip in a workbook of chosen sheets? What the clerk has written in 消込一覧; the copy for finance never has it. */
import { DISPOSITION_COLUMNS } from '../sheet/dispositionCells';
import type { SlipRemark } from '../sheet/records';
import type { ReconciliationColumn } from '../sheet/words';
import { TABLE_NAMES, valueOf, type Table, type Value, type Workbook } from '../sheet/workbook';

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
    const columns = sheet.table.columns.map((column) => {
      const written = WRITTEN.get(column.key);
      return written === undefined ? column : { ...column, cell: (row: number) => (byRow.has(row) ? written(byRow.get(row)!) : null) };
    });
    return { ...sheet, table: { ...sheet.table, columns } };
  });
  return { workbook: { ...workbook, sheets }, left };
}

/** The clerk's columns, by their keys. */
const WRITTEN: ReadonlyMap<string, (remark: SlipRemark) => Value> = new Map([
  ['remarks' satisfies ReconciliationColumn, ({ text }: SlipRemark) => text || null],
  ...DISPOSITION_COLUMNS.map((column) => [column, (remark: SlipRemark) => remark[column] ?? null] as const),
]);
const KEYS: readonly ReconciliationColumn[] = ['biller', 'fiscalYear', 'slipNumber'];
const keyOf = (parts: readonly string[]): string => parts.join('\u0000');

function remarksByRow({ columns, rowCount }: Table, remarks: readonly SlipRemark[]): Map<number, SlipRemark> {
  const byKey = new Map(remarks.map((remark) => [keyOf([remark.biller, remark.fiscalYear, remark.slipNumber]), remark]));
  const keys = KEYS.map((key) => columns.find((column) => column.key === key)!);
  const byRow = new Map<number, SlipRemark>();
  for (let row = 0; row < rowCount && byRow.size < byKey.size; row++) {
    const remark = byKey.get(keyOf(keys.map(({ cell }) => String(valueOf(cell(row)) ?? ''))));
    if (remark !== undefined) byRow.set(row, remark);
  }
  return byRow;
}
