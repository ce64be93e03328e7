/** 納付書台帳: what did the ledger say when it was loaded? Every cell as its text, less the columns that tell of a person. */
import { PERSONAL_COLUMNS, recordOfRow, type LedgerTable } from '../reconcile/ledger';
import { cellText, textWidth, widthForTexts } from './cellText';
import { tableSheet } from './frame';
import type { Source } from './source';
import { TABLE_NAMES, type Column, type Sheet } from './workbook';

const FROZEN_COLUMNS = 1;
const ROWS_MEASURED = 200;
const NARROWEST = 8;
/** Room for the filter button. */
const BUTTON = 2;

export function ledgerSheet(source: Source, table: LedgerTable): Sheet {
  const rows = rowsWithText(table);
  const columns = table.header.map((header, index) => ({ name: header.trim(), index }));
  const leftOut = source.withNames ? [] : columns.filter(({ name }) => tellsOfPerson(name));
  return tableSheet(source, {
    key: 'ledger',
    table: {
      name: TABLE_NAMES.ledger,
      columns: tableColumns(
        source,
        table,
        rows,
        columns.filter((column) => !leftOut.includes(column)),
      ),
      rowCount: rows.length,
    },
    frozenColumns: FROZEN_COLUMNS,
    legend: leftOut.length === 0 ? [] : [{ row: 2, column: 0, cell: source.sheetWords.columnsLeftOut(leftOut.map(({ name }) => name)), style: { size: 10 } }],
  });
}

interface LedgerTableColumn {
  readonly name: string;
  readonly index: number;
}

/** Besides 氏名 and 納付義務者番号, what a ledger may carry along. */
const PERSONAL = /氏名|名前|宛名|カナ|住所|電話|郵便|メール|生年月日|口座|個人番号|マイナンバー/;
const tellsOfPerson = (name: string): boolean => PERSONAL_COLUMNS.includes(name) || PERSONAL.test(name.normalize('NFKC'));

/** Blank lines are no rows. */
function rowsWithText(table: LedgerTable): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (table.header.some((_, column) => table.cell(row, column).trim() !== '')) rows.push(row);
  return Int32Array.from(rows);
}

function tableColumns({ sheetWords }: Source, table: LedgerTable, rows: Int32Array, kept: readonly LedgerTableColumn[]): Column[] {
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

/** Excel's limit is 255; room is left for a number. */
const LONGEST_HEADER = 240;

function uniqueHeader(name: string, taken: Set<string>): string {
  let header = name;
  for (let number = 2; taken.has(header.toLowerCase()); number++) header = `${name} ${number}`;
  taken.add(header.toLowerCase());
  return header;
}

/** As wide as the first rows need. */
function widthOf(table: LedgerTable, column: number, rows: Int32Array, header: string): number {
  const room = Math.ceil(textWidth(header)) + BUTTON;
  const texts = Array.from(rows.subarray(0, ROWS_MEASURED), (row) => table.cell(row, column));
  return widthForTexts(Math.max(NARROWEST, room), texts);
}
