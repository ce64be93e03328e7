/** How many cells a second does our workbook take, and how many the bare library for as many plain cells? Prints JSON. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { settle } from '../../src/settle';
import { buildWorkbook } from '../../src/sheet';
import { sheetJa } from '../../src/sheet/words.ja';
import { valueOf, type Sheet } from '../../src/sheet/workbook';
import { ja } from '../../src/words/ja';
import { writeWorkbook } from '../../src/xlsx';
import { LEDGER, SETTLEMENT } from './makeFiles';

export interface WorkbookMeasurement {
  readonly cells: number;
  /** Milliseconds. */
  readonly ours: number;
  readonly bare: number;
}

const folder = process.argv[2]!;
const ledger = readCsv(LEDGER, readFileSync(join(folder, LEDGER)), codec);
if ('problem' in ledger) throw new Error('the benchmark cannot read its ledger');
const files = [{ name: SETTLEMENT, sha256: '0'.repeat(64), bytes: readFileSync(join(folder, SETTLEMENT)) }];
const settlement = settle({ files, ledger: ledger.table, layouts: BUILT_IN_LAYOUTS, asOf: 20270510, codec });
if ('refusal' in settlement) throw new Error('the benchmark cannot settle');

const start = performance.now();
const workbook = buildWorkbook(settlement, {
  words: ja,
  sheetWords: sheetJa,
  codec,
  withNames: false,
  colours: 'standard',
  runAt: '2027/05/10 14:32',
  version: '0',
});
await writeWorkbook(workbook);
const ours = performance.now() - start;

const rowsOf = ({ table }: Sheet): (string | number | null)[][] =>
  table === null ? [] : Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => valueOf(column.cell(row))));
const sheets = workbook.sheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
const cells = sheets.reduce((sum, { rows }) => sum + rows.reduce((count, row) => count + row.length, 0), 0);
const bareStart = performance.now();
await writeXlsx({ sheets });
const bare = performance.now() - bareStart;

const measurement: WorkbookMeasurement = { cells, ours, bare };
process.stdout.write(JSON.stringify(measurement));
