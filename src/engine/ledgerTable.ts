/** Which table is the ledger that was picked, wherever it came from? */
import { codec } from '../charset';
import { readCsv, type CsvCharset } from '../csv';
import { textTable, type LedgerTable } from '../reconcile/table';
import { readLedgerSheet } from '../sheet/ledger';
import type { CsvProblem } from '../words';
import { withMatchedHeaders } from './matched';
import type { PickedLedger } from './protocol';

export type ReadLedger = { readonly table: LedgerTable; readonly charset: CsvCharset | 'workbook' } | { readonly problem: CsvProblem };

export function tableOf(ledger: PickedLedger): ReadLedger {
  const read = foundTable(ledger);
  return 'problem' in read ? read : { ...read, table: withMatchedHeaders(read.table, ledger.headers) };
}

/** As it was found, before the clerk matched its columns. */
export function foundTable(ledger: PickedLedger): ReadLedger {
  if (ledger.kind === 'csv') return readCsv(ledger.name, ledger.bytes, codec);
  const table = ledger.kind === 'held' ? readLedgerSheet(ledger.name, ledger.rows) : textTable(ledger.name, ledger.rows, true);
  return table === null ? { problem: { code: 'empty' } } : { table, charset: 'workbook' };
}
