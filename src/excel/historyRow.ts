/** How is an export written down in 取込履歴 without a run? One row at the end of its table: all of it stands, or the table is as it was. */
import { historyFormat } from '../sheet/history';
import type { HistoryRow } from '../sheet/records';
import { TABLE_NAMES } from '../sheet/workbook';
import type { HistoryColumn } from '../sheet/words';
import { OtherAtWork, type RecordProblem, type WriteNote } from '../engine/workbookPort';
import { inputOf } from './input';
import { readRecord } from './ours';
import { detailOf, inExcel } from './requests';
import type { Claims } from './claim';
import { takeOver } from './restore';
import { withoutSheet } from './standing';
import { findTable, readRange, type PlacedTable } from './texts';

/** What a request that failed may have left. */
interface Place {
  /** Rows of the table before; null: nothing was asked of Excel yet. */
  before: number | null;
}

/** null: it is written down. */
export async function recordInHistory(row: HistoryRow, claims: Claims, onNotes: (notes: readonly WriteNote[]) => void): Promise<RecordProblem | null> {
  const place: Place = { before: null };
  try {
    return await inExcel((context) => claimed(context, { claims, onNotes }, () => append(context, row, place)));
  } catch (failure) {
    if (failure instanceof OtherAtWork) return { code: 'otherPane', work: failure.atWork.work, since: failure.atWork.since };
    const { before } = place;
    if (before === null) {
      // A claim that cannot be given back ends by itself.
      await inExcel((context) => claims.release(context)).catch(() => undefined);
      return { code: 'recordFailed', detail: detailOf(failure) };
    }
    // If only the answer was lost, the row stands.
    const stands = await inExcel((context) => claimed(context, { claims, onNotes }, () => settled(context, row, before))).catch(() => false);
    return stands ? null : { code: 'recordFailed', detail: detailOf(failure) };
  }
}

interface Claiming {
  readonly claims: Claims;
  readonly onNotes: (notes: readonly WriteNote[]) => void;
}

async function claimed<T>(context: Excel.RequestContext, { claims, onNotes }: Claiming, act: () => Promise<T>): Promise<T> {
  onNotes(await takeOver(context, claims, 'record', ''));
  const end = await act();
  await claims.release(context);
  return end;
}

async function append(context: Excel.RequestContext, row: HistoryRow, place: Place): Promise<RecordProblem | null> {
  const table = await findTable(context, TABLE_NAMES.history);
  const cells = table === null ? null : await cellsIn(context, table, row);
  if (table === null || cells === null) return { code: 'noHistory' };
  const { sheet } = table;
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject();
  sheet.load('name');
  sheet.protection.load('protected');
  printArea.load('address');
  await context.sync();
  if (sheet.protection.protected) return { code: 'sheetProtected', sheets: [sheet.name] };
  place.before = table.rows;
  context.application.suspendApiCalculationUntilNextSync();
  context.workbook.tables.getItem(TABLE_NAMES.history).rows.add(undefined, [table.headers.map(() => '')]);
  const added = lineOf(table, table.rows);
  // Texts keep their form only in cells that have the text format already.
  added.copyFrom(lineOf(table, table.rows - 1), 'Formats');
  added.values = [cells];
  if (!printArea.isNullObject) extend(sheet, withoutSheet(printArea.address), table);
  await context.sync();
  added.untrack();
  return null;
}

const lineOf = ({ sheet, row, column, headers }: PlacedTable, index: number): Excel.Range => sheet.getRangeByIndexes(row + index, column, 1, headers.length);

/** null: columns of ours are missing. Cells of columns that the clerk has put in stay as they are. */
async function cellsIn(context: Excel.RequestContext, { headers }: PlacedTable, row: HistoryRow): Promise<(string | number | null)[] | null> {
  const columns = (await readRecord(context))?.sheets[TABLE_NAMES.history]?.columns ?? [];
  if (columns.length === 0 || columns.some(({ header }) => !headers.includes(header))) return null;
  const keyOf = new Map(columns.map(({ key, header }) => [header, key as HistoryColumn]));
  return headers.map((header) => {
    const key = keyOf.get(header);
    return key === undefined ? null : inputOf(row[key], historyFormat(key));
  });
}

/** What was printed to the end of the table is printed to its new end. */
function extend(sheet: Excel.Worksheet, address: string, { row, rows }: PlacedTable): void {
  const parts = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(address);
  if (parts !== null && Number(parts[4]) === row + rows) sheet.pageLayout.setPrintArea(`${parts[1]}${parts[2]}:${parts[3]}${row + rows + 1}`);
}

/** Whether the row stands; a line that was added and is not it is taken out. */
async function settled(context: Excel.RequestContext, row: HistoryRow, before: number): Promise<boolean> {
  const table = await findTable(context, TABLE_NAMES.history);
  const cells = table === null ? null : await cellsIn(context, table, row);
  if (table === null || cells === null || table.rows !== before + 1) return false;
  const line = lineOf(table, before);
  line.load('values');
  await context.sync();
  const stands = cells.every((cell, index) => cell === null || String(line.values[0]![index] ?? '') === plainText(cell));
  if (!stands) context.workbook.tables.getItem(TABLE_NAMES.history).rows.getItemAt(before).delete();
  await context.sync();
  return stands;
}

/** The apostrophe is not part of the text. */
const plainText = (input: string | number): string => (typeof input === 'string' && input.startsWith("'") ? input.slice(1) : String(input));

/** The last row that says so; null: it is done, or there is no such row any more. */
export async function rewordInHistory(row: HistoryRow, operation: string, claiming: Claiming): Promise<RecordProblem | null> {
  try {
    return await inExcel((context) => claimed(context, claiming, () => reword(context, row, operation)));
  } catch (failure) {
    if (failure instanceof OtherAtWork) return { code: 'otherPane', work: failure.atWork.work, since: failure.atWork.since };
    return { code: 'recordFailed', detail: detailOf(failure) };
  }
}

const KNOWN_BY = ['runAt', 'operation', 'file'] as const satisfies readonly HistoryColumn[];

async function reword(context: Excel.RequestContext, row: HistoryRow, operation: string): Promise<RecordProblem | null> {
  const table = await findTable(context, TABLE_NAMES.history);
  const columns = (await readRecord(context))?.sheets[TABLE_NAMES.history]?.columns ?? [];
  const places = KNOWN_BY.map((key) => table?.headers.indexOf(columns.find((column) => column.key === key)?.header ?? '') ?? -1);
  if (table === null || places.includes(-1)) return { code: 'noHistory' };
  let found: number | null = null;
  await readRange({ ...table, columns: table.headers.length }, (_, values, index) => {
    if (KNOWN_BY.every((key, place) => values[places[place]!] === row[key])) found = index;
    return true;
  });
  if (found === null) return null;
  const cell = table.sheet.getRangeByIndexes(table.row + found, table.column + places[1]!, 1, 1);
  cell.values = [[inputOf(operation, historyFormat('operation'))]];
  await context.sync();
  cell.untrack();
  return null;
}
