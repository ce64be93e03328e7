/**
 * How does 他の収納, the clerk's own table, come into the workbook, and how do rows get into and out of it? Only when the clerk asks: no run writes it
 * (docs/decisions/0015-other-receipts.md).
 */
import { OtherAtWork, type ReceiptsProblem, type WriteNote } from '../engine/workbookPort';
import { cellDress, columnDress, TABLE_STYLE } from '../sheet/dress';
import { HEADER_STYLE } from '../sheet/frame';
import { RECEIPTS_TABLE_COLUMNS, rowOfReceipt, type ReceiptCells, type ReceiptLine, type ReceiptsSheet } from '../sheet/otherReceipts';
import { RECEIPTS_TABLE } from '../sheet/receiptsName';
import { NUMBER_FORMATS, TABLE_FIRST_ROW, TABLE_HEADER_ROW } from '../sheet/workbook';
import type { Claims } from './claim';
import { countsFrom1904 } from './dateSystem';
import { inputOf } from './input';
import { applyDress } from './looks';
import { freeze, setUpPage, setWidths } from './page';
import { detailOf, everywhere, inExcel } from './requests';
import { takeOver } from './restore';
import { workbookIsProtected } from './standing';
import { findTable, readTexts, type PlacedTable } from './texts';

/** Cells below the header that have their formats before anybody types: a number of 20 digits that is pasted stays a text. */
const ROWS_READY = 2000;
const ROWS_AT_ONCE = 1000;

export interface Receiving {
  readonly claims: Claims;
  readonly onNotes: (notes: readonly WriteNote[]) => void;
  readonly words: ReceiptsSheet;
}

/** Makes the table where it is not there; null: all rows stand. */
export const addReceipts = (receiving: Receiving, lines: readonly ReceiptLine[]): Promise<ReceiptsProblem | null> =>
  claimed(receiving, async (context) => {
    const found = await findTable(context, RECEIPTS_TABLE);
    const table = found ?? (await create(context, receiving.words));
    if ('code' in table) return table;
    const problem = await protection(context, table);
    if (problem !== null || lines.length === 0) return problem;
    const lost = RECEIPTS_TABLE_COLUMNS.filter(({ key, header }) => !table.headers.includes(header) && lines.some((line) => line[key] !== ''));
    if (lost.length > 0) return { code: 'columnsLost', columns: lost.map(({ header }) => header) };
    const hasDays = lines.some(({ receivedDate }) => typeof receivedDate === 'number');
    if (hasDays && !(await workbookIsProtected(context)) && (await countsFrom1904(context, receiving.claims.owner))) return { code: 'countsFrom1904' };
    let at = await usedRows(context, table);
    for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
      const some = lines.slice(from, from + ROWS_AT_ONCE);
      await append(context, table, some, at);
      at += some.length;
    }
    return null;
  });

/** Takes out the row that holds this receipt. */
export const removeReceipt = (receiving: Receiving, cells: ReceiptCells): Promise<ReceiptsProblem | null> =>
  claimed(receiving, async (context) => {
    const table = await findTable(context, RECEIPTS_TABLE);
    if (table === null) return { code: 'rowGone' };
    const problem = await protection(context, table);
    if (problem !== null) return problem;
    const row = rowOfReceipt(await readTexts(context, RECEIPTS_TABLE), cells);
    if (row < 0) return { code: 'rowGone' };
    // A table keeps one row.
    if (table.rows === 1) lineOf(table, 0).clear('Contents');
    else context.workbook.tables.getItem(RECEIPTS_TABLE).rows.getItemAt(row).delete();
    await context.sync();
    return null;
  });

async function claimed(
  { claims, onNotes }: Receiving,
  act: (context: Excel.RequestContext) => Promise<ReceiptsProblem | null>,
): Promise<ReceiptsProblem | null> {
  try {
    return await inExcel(async (context) => {
      onNotes(await takeOver(context, claims, 'record', ''));
      try {
        return await act(context);
      } finally {
        await claims.release(context);
      }
    });
  } catch (failure) {
    if (failure instanceof OtherAtWork) throw failure;
    return { code: 'failed', detail: detailOf(failure) };
  }
}

async function protection(context: Excel.RequestContext, { sheet }: PlacedTable): Promise<ReceiptsProblem | null> {
  sheet.load('name');
  sheet.protection.load('protected');
  await context.sync();
  return sheet.protection.protected ? { code: 'sheetProtected', sheet: sheet.name } : null;
}

/** An empty table has one blank row in Excel. */
async function usedRows(context: Excel.RequestContext, table: PlacedTable): Promise<number> {
  if (table.rows !== 1) return table.rows;
  const [, only = []] = await readTexts(context, RECEIPTS_TABLE);
  return only.every((text) => text === '') ? 0 : 1;
}

async function append(context: Excel.RequestContext, table: PlacedTable, lines: readonly ReceiptLine[], at: number): Promise<void> {
  const added = at + lines.length - Math.max(at, table.rows);
  context.application.suspendApiCalculationUntilNextSync();
  if (added > 0) {
    const blank = Array.from({ length: added }, () => table.headers.map(() => ''));
    context.workbook.tables.getItem(RECEIPTS_TABLE).rows.add(undefined, blank);
  }
  for (const { key, header, format } of RECEIPTS_TABLE_COLUMNS) {
    const place = table.headers.indexOf(header);
    if (place < 0) continue;
    const cells = table.sheet.getRangeByIndexes(table.row + at, table.column + place, lines.length, 1);
    // Texts keep their form only in cells that have the text format already.
    cells.numberFormat = everywhere(NUMBER_FORMATS[format]);
    cells.values = lines.map((line) => [inputOf(line[key], format)]);
    cells.untrack();
  }
  await context.sync();
}

const lineOf = ({ sheet, row, column, headers }: PlacedTable, index: number): Excel.Range => sheet.getRangeByIndexes(row + index, column, 1, headers.length);

async function create(context: Excel.RequestContext, words: ReceiptsSheet): Promise<PlacedTable | ReceiptsProblem> {
  if (await workbookIsProtected(context)) return { code: 'workbookProtected' };
  const { worksheets, names } = context.workbook;
  const standing = worksheets.getItemOrNullObject(words.name);
  const name = names.getItemOrNullObject(RECEIPTS_TABLE);
  standing.load('name');
  name.load('name');
  await context.sync();
  if (!standing.isNullObject) return { code: 'nameTaken', sheet: standing.name };
  if (!name.isNullObject) return { code: 'nameTaken', sheet: RECEIPTS_TABLE };
  const columns = RECEIPTS_TABLE_COLUMNS.length;
  const sheet = worksheets.add(words.name);
  const at = (row: number, column: number, rows: number, width: number): Excel.Range => sheet.getRangeByIndexes(row, column, rows, width);
  at(0, 0, 1, 1).values = [[words.name]];
  at(0, 0, 1, 1).format.font.size = TITLE_SIZE;
  at(0, 0, 1, 1).format.font.bold = true;
  at(1, 0, 1, 1).values = [[words.note]];
  for (const [column, { key, header, width, format }] of RECEIPTS_TABLE_COLUMNS.entries()) {
    applyDress(sheet, { row: TABLE_FIRST_ROW, column, rows: 1, columns: 1 }, columnDress({ key, header, width, format, printed: true, wrap: false }));
    at(TABLE_FIRST_ROW, column, ROWS_READY, 1).numberFormat = everywhere(NUMBER_FORMATS[format]);
  }
  at(TABLE_HEADER_ROW, 0, 1, columns).values = [RECEIPTS_TABLE_COLUMNS.map(({ header }) => header)];
  applyDress(sheet, { row: TABLE_HEADER_ROW, column: 0, rows: 1, columns }, cellDress(HEADER_STYLE));
  const table = sheet.tables.add(at(TABLE_HEADER_ROW, 0, 2, columns), true);
  table.name = RECEIPTS_TABLE;
  table.style = TABLE_STYLE.name;
  table.showBandedRows = TABLE_STYLE.hasBands;
  setWidths(
    sheet,
    RECEIPTS_TABLE_COLUMNS.map(({ width }) => width),
  );
  freeze(sheet, { rows: TABLE_FIRST_ROW, columns: 0 });
  setUpPage(sheet, { columns, pages: 'asNeeded', repeatedRows: TABLE_FIRST_ROW, header: { left: '', centre: '', right: '' } });
  await context.sync();
  return (await findTable(context, RECEIPTS_TABLE))!;
}
const TITLE_SIZE = 14;
