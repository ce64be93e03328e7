/** What do the cells of a table say, as a person reads them? */
import { cellAt } from '../sheet/references';
import { trueText } from '../sheet/trueText';
import { TABLE_NAMES } from '../sheet/workbook';
import { inFront } from './waiting';

/** Excel refuses answers over 5 MB. */
const CELLS_A_READ = 20_000;
/** A row of 取込原本 has 30,000 characters, and comes as text and as value. */
const LONG_ROWS_A_READ = 40;
const TOO_NARROW = /^#+$/;

/** A column that is too narrow shows only `###`. */
function shown(text: unknown, value: unknown): string {
  const asShown = String(text ?? '');
  return typeof value === 'string' || TOO_NARROW.test(asShown) ? String(value) : asShown;
}

/** Row after row of a range, a few at a time; stops when `take` says so. */
export async function readRange(
  range: {
    readonly sheet: Excel.Worksheet;
    readonly row: number;
    readonly column: number;
    readonly rows: number;
    readonly columns: number;
    readonly atOnce?: number;
    /** Days and numbers as they are, however the cells show them. */
    readonly asMeant?: boolean;
  },
  take: (texts: readonly string[], values: readonly unknown[], row: number) => boolean,
): Promise<void> {
  const { sheet, row, column, rows, columns, atOnce = Math.max(1, Math.floor(CELLS_A_READ / columns)), asMeant = false } = range;
  for (let from = 0; from < rows; from += atOnce) {
    const part = sheet.getRangeByIndexes(row + from, column, Math.min(atOnce, rows - from), columns);
    part.load(asMeant ? 'text,values,numberFormat' : 'text,values');
    await sheet.context.sync();
    const { text, values } = part;
    const formats = asMeant ? (part.numberFormat as unknown[][]) : null;
    part.untrack();
    for (const [index, ofRow] of values.entries()) {
      const said = (value: unknown, place: number): string => shown(text[index]![place], value);
      const texts = ofRow.map((value: unknown, place) => (formats === null ? said(value, place) : trueText(said(value, place), value, formats[index]![place])));
      if (!take(texts, ofRow, from + index)) return;
    }
  }
}

export interface PlacedTable {
  readonly sheet: Excel.Worksheet;
  readonly headers: readonly string[];
  /** Of the first row below the header. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
}

/** null: there is no such table. */
export async function findTable(context: Excel.RequestContext, name: string): Promise<PlacedTable | null> {
  const table = context.workbook.tables.getItemOrNullObject(name);
  table.load('name,showHeaders');
  await context.sync();
  if (table.isNullObject) return null;
  const body = table.getDataBodyRange();
  body.load('rowIndex,columnIndex,rowCount');
  table.columns.load('items/name');
  await context.sync();
  const { rowIndex: row, columnIndex: column, rowCount: rows } = body;
  body.untrack();
  return { sheet: table.worksheet, headers: table.columns.items.map((one) => one.name), row, column, rows };
}

const OURS: readonly string[] = Object.values(TABLE_NAMES);

/** Header first; `ours`: only the columns with these headers. A table of the clerk's says its days and numbers as they are. */
export async function readTexts(context: Excel.RequestContext, name: string, ours: readonly string[] | null = null): Promise<readonly (readonly string[])[]> {
  const table = await findTable(context, name);
  if (table === null) return [];
  const places = [...table.headers.keys()].filter((place) => ours === null || ours.includes(table.headers[place]!));
  const rows: (readonly string[])[] = [];
  // What tells nothing is no row of 取込履歴: earlier versions could leave one.
  const isRow = (texts: readonly string[]): boolean => name !== TABLE_NAMES.history || texts.some((text) => text !== '');
  const take = (texts: readonly string[]): boolean => !isRow(texts) || rows.push(places.map((place) => texts[place]!)) > 0;
  take(table.headers);
  const atOnce = name === TABLE_NAMES.originals ? { atOnce: LONG_ROWS_A_READ } : {};
  await readRange({ ...table, columns: table.headers.length, asMeant: !OURS.includes(name), ...atOnce }, take);
  return rows;
}

const same = (wanted: string | number, text: string, value: unknown): boolean => wanted === value || String(wanted) === text;

/** Brings a sheet to the front, and in its table the row whose columns hold these. */
export async function showRow(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  tableName: string | null,
  wanted: Readonly<Record<string, string | number>> | null,
): Promise<void> {
  sheet.load('visibility');
  await context.sync();
  await inFront(context, () => {
    if (sheet.visibility !== 'Visible') sheet.visibility = 'Visible';
    sheet.activate();
  });
  const table = wanted === null || tableName === null ? null : await findTable(context, tableName);
  if (table === null || wanted === null) return;
  const found = await findRow(table, Object.entries(wanted));
  if (found === null) return;
  const range = sheet.getRange(cellAt(table.row + found, table.column)).getResizedRange(0, table.headers.length - 1);
  range.load('rowHidden,height');
  await context.sync();
  // A filter hides it: the clerk asked to see it.
  if (range.rowHidden || range.height === 0) await inFront(context, () => context.workbook.tables.getItem(tableName!).clearFilters());
  await inFront(context, () => range.select());
  range.untrack();
}

async function findRow(table: PlacedTable, wanted: readonly (readonly [string, string | number])[]): Promise<number | null> {
  const places = wanted.map(([header]) => table.headers.indexOf(header));
  if (places.length === 0 || places.includes(-1)) return null;
  const [first, last] = [Math.min(...places), Math.max(...places)];
  let found: number | null = null;
  await readRange({ ...table, column: table.column + first, columns: last - first + 1 }, (texts, values, row) => {
    const isFound = wanted.every(([, one], index) => same(one, texts[places[index]! - first]!, values[places[index]! - first]));
    if (isFound) found = row;
    return !isFound;
  });
  return found;
}
