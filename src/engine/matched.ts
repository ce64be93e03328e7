/** What is a ledger called column by column, once the clerk has said which is which? */
import { LEDGER_COLUMNS } from '../reconcile/ledger';
import type { LedgerTable } from '../reconcile/table';

const OUR_NAMES: readonly string[] = Object.values(LEDGER_COLUMNS);
/** Of a column that has one of our names, and that the clerk did not choose for it. */
const NOT_CHOSEN = '（使わない列）';

/** `headers`: found -> the ledger's own. The sheet 納付書台帳 gets these names, so that the next run finds them by itself. */
export function withMatchedHeaders(table: LedgerTable, headers: Readonly<Record<string, string>> | undefined): LedgerTable {
  if (headers === undefined) return table;
  const header = table.header.map((text) => {
    const found = text.trim();
    return headers[found] ?? (OUR_NAMES.includes(found) ? `${found}${NOT_CHOSEN}` : text);
  });
  return {
    name: table.name,
    header,
    headerRecord: table.headerRecord,
    rowCount: table.rowCount,
    intact: table.intact,
    moved: table.moved,
    cell: (row, column) => table.cell(row, column),
    copyCell: (row, column, into) => table.copyCell(row, column, into),
    dictionary: (column) => table.dictionary(column),
  };
}
