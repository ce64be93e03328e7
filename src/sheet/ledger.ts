/** 納付書台帳: what did the ledger say when it was loaded? Every cell as its text, less the columns that name a person. */
import { PERSONAL_COLUMNS, recordOfRow, type LedgerTable } from '../reconcile/ledger';
import { cellText, textWidth } from './cellText';
import { tableSheet } from './frame';
import type { Source } from './source';
import { TABLE_NAMES, type Column, type Sheet } from './workbook';

const FROZEN_COLUMNS = 1;
const ROWS_MEASURED = 200;
const NARROWEST = 8;
const WIDEST = 30;
/** Room for the filter button. */
const BUTTON = 2;

export function ledgerSheet(source: Source, table: LedgerTable): Sheet {
  const rows = rowsWithText(table);
  return tableSheet(source, {
    key: 'ledger',
    table: { name: TABLE_NAMES.ledger, columns: columnsOf(source, table, rows), rowCount: rows.length },
    frozenColumns: FROZEN_COLUMNS,
  });
}

/** Blank lines are no rows. */
function rowsWithText(table: LedgerTable): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) if (table.header.some((_, column) => table.cell(row, column).trim() !== '')) rows.push(row);
  return Int32Array.from(rows);
}

function columnsOf({ sheetWords, withNames }: Source, table: LedgerTable, rows: Int32Array): Column[] {
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
  const kept = table.header.map((name, index) => ({ name: name.trim(), index })).filter(({ name }) => withNames || !PERSONAL_COLUMNS.includes(name));
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
  let width = textWidth(header) + BUTTON;
  for (const row of rows.subarray(0, ROWS_MEASURED)) width = Math.max(width, textWidth(table.cell(row, column)) + 1);
  return Math.min(WIDEST, Math.max(NARROWEST, width));
}
