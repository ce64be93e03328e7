/** 納付書台帳: what did the ledger say when it was loaded? Every cell as its text, of the columns that are known to name nobody. */
import { nameKey } from './nameKey';
import { NOT_A_CHARACTER } from '../file/text';
import { LEDGER_COLUMNS, PERSONAL_COLUMNS } from '../reconcile/ledger';
import { recordOfRow, textTable, type LedgerTable } from '../reconcile/table';
import { cellText, textWidth, widthForTexts } from './cellText';
import { tableSheet } from './frame';
import { isWord, readCount, type TextRows } from './readBack';
import type { Source } from './source';
import { TABLE_NAMES, type Column, type Sheet } from './workbook';

const FROZEN_COLUMNS = 1;
const ROWS_MEASURED = 200;
const NARROWEST = 8;
/** Room for the filter button. */
const BUTTON = 2;

export function ledgerSheet(source: Source, table: LedgerTable): Sheet {
  const rows = rowsWithText(table);
  const columns = writtenColumns(source, table);
  const leftOut = columnsLeftOut(source, table);
  return tableSheet(source, {
    key: 'ledger',
    table: { name: TABLE_NAMES.ledger, columns: tableColumns(source, table, rows, columns), rowCount: rows.length },
    frozenColumns: FROZEN_COLUMNS,
    legend: leftOut.length === 0 ? [] : [{ row: 2, column: 0, cell: source.sheetWords.columnsLeftOut(leftOut), style: { size: 10 } }],
  });
}

const columnsOf = (table: LedgerTable): LedgerTableColumn[] => table.header.map((header, index) => ({ name: header.trim(), index }));
const writtenColumns = ({ withNames, keptColumns = [] }: Source, table: LedgerTable): LedgerTableColumn[] =>
  columnsOf(table).filter(({ name }) => withNames || NAMING_NOBODY.has(name) || (keptColumns.includes(name) && !PERSONAL_COLUMNS.includes(name)));

/** Headers of what was not written, in this run or in the one that loaded the ledger. */
export function columnsLeftOut(source: Source, table: LedgerTable): string[] {
  const written = writtenColumns(source, table).map(({ name }) => name);
  const all = [...(source.earlier?.ledgerLeftOut ?? []), ...columnsOf(table).map(({ name }) => name)];
  return [...new Set(all.filter((name) => !written.includes(name)))];
}

interface LedgerTableColumn {
  readonly name: string;
  readonly index: number;
}

/** What other columns hold only the office knows: it names those that may stand. A list of headers that tell of a person would never be whole. */
const NAMING_NOBODY: ReadonlySet<string> = new Set(Object.values(LEDGER_COLUMNS).filter((name) => !PERSONAL_COLUMNS.includes(name)));

/** Blank lines are no rows. */
function rowsWithText(table: LedgerTable): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.moved.has(row) || table.header.some((_, column) => table.cell(row, column).trim() !== '')) rows.push(row);
  }
  return Int32Array.from(rows);
}

function tableColumns(source: Source, table: LedgerTable, rows: Int32Array, kept: readonly LedgerTableColumn[]): Column[] {
  const { sheetWords } = source;
  const headers = new Set<string>();
  const rowNumber: Column = {
    key: 'row',
    header: uniqueHeader(sheetWords.ledgerRow, headers),
    width: NARROWEST,
    format: 'count',
    printed: true,
    wrap: false,
    align: 'center',
    cell: (row) => recordOfRow(table, rows[row]!),
  };
  return [
    rowNumber,
    ...(table.moved.size === 0 ? [] : [surplusColumn(source, table, rows, headers)]),
    ...kept.map(({ name, index }): Column => {
      const header = uniqueHeader(cellText(name.replace(/\s+/g, ' ').slice(0, LONGEST_HEADER)) || sheetWords.ledgerColumn(index + 1), headers);
      return {
        key: `column${index}`,
        header,
        width: widthOf(table, index, rows, header),
        format: 'text',
        printed: true,
        wrap: true,
        cell: (row) => table.cell(rows[row]!, index) || null,
      };
    }),
  ];
}

/** How many cells a moved row has: what they hold nobody knows, and it may tell of a person. */
function surplusColumn({ sheetWords }: Source, table: LedgerTable, rows: Int32Array, headers: Set<string>): Column {
  return {
    key: 'surplus',
    header: uniqueHeader(sheetWords.ledgerSurplus, headers),
    width: SURPLUS_WIDTH,
    format: 'count',
    printed: true,
    wrap: false,
    align: 'center',
    cell: (row) => table.moved.get(rows[row]!) ?? null,
  };
}
const SURPLUS_WIDTH = 20;

/** Excel's limit is 255; room is left for a number. */
const LONGEST_HEADER = 240;

function uniqueHeader(name: string, taken: Set<string>): string {
  let header = name;
  for (let number = 2; taken.has(nameKey(header)); number++) header = `${name} ${number}`;
  taken.add(nameKey(header));
  return header;
}

/** As wide as the first rows need. */
function widthOf(table: LedgerTable, column: number, rows: Int32Array, header: string): number {
  const room = Math.ceil(textWidth(header)) + BUTTON;
  const texts = Array.from(rows.subarray(0, ROWS_MEASURED), (row) => table.cell(row, column));
  return widthForTexts(Math.max(NARROWEST, room), texts);
}

/** Record numbers of a ledger that is larger than this are not its own. */
const FARTHEST_RECORD = 4_000_000;

/**
 * The ledger as the sheet shows it, with the record numbers of the file that it came from: findings point to the same rows. A row that somebody has put in
 * or moved gets the number after the one above it. null: there is no text at all.
 */
export function readLedgerSheet(name: string, texts: TextRows): LedgerTable | null {
  const [header = [], ...below] = texts;
  const hasNumbers = isWord(header[0], ({ ledgerRow }) => ledgerRow);
  const hasSurplus = hasNumbers && isWord(header[1], ({ ledgerSurplus }) => ledgerSurplus);
  const first = hasSurplus ? 2 : hasNumbers ? 1 : 0;
  const rows: (readonly string[])[] = [header.slice(first)];
  const moved = new Map<number, number>();
  let intact = true;
  for (const cells of below) {
    const own = cells.slice(first);
    const surplus = hasSurplus ? cells[1]! : '';
    if (surplus === '' && own.every((cell) => cell === '')) continue;
    if (own.some((cell) => cell.includes(NOT_A_CHARACTER))) intact = false;
    const record = hasNumbers ? readCount(cells[0]!) : null;
    while (record !== null && record <= FARTHEST_RECORD && rows.length < record - 1) rows.push(NO_CELLS);
    // A workbook of an earlier version holds a text there.
    if (surplus !== '') moved.set(rows.length - 1, readCount(surplus) ?? own.length + 1);
    rows.push(own);
  }
  return textTable(name, rows, intact, moved);
}
const NO_CELLS: readonly string[] = [];
