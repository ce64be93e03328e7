/**
 * What is around the cells? Styles, tables, conditional formats, charts, page set-up: all that the .xlsx library writes. The only user of it.
 *
 * Cells are given to the library without their values: it keeps an object a cell and cannot hold more than about 20 million of them, reads "#N/A" as an
 * error, and knows no ignored errors. rows.ts fills the values in.
 */
import type { NamedRange, PageSetup } from 'hucre';
import { writeXlsx, type Cell, type ColumnDef, type ConditionalRule, type TableDefinition, type WriteSheet } from 'hucre/xlsx';
import { cellAt, columnLetters, textLiteral } from '../sheet/references';
import { occupiedRows, TABLE_FIRST_ROW, TABLE_HEADER_ROW, type Highlight, type Print, type Sheet, type Table, type Workbook } from '../sheet/workbook';
import { sheetChart } from './charts';
import { columnStyle, FONT, highlightStyle, placedStyle } from './styles';
import { escapedText } from './cellXml';

/** Excel adds this to the characters of a column. */
const COLUMN_PADDING = 0.71;
const MILLIMETRE = 1 / 25.4;
const SIDE_MARGIN = 10 * MILLIMETRE;
const TOP_MARGIN = 15 * MILLIMETRE;
const HEADER_MARGIN = 7 * MILLIMETRE;
const CREATOR = 'Keshikomi';

export function writeFrame({ title, writtenAt, sheets, activeSheet }: Workbook): Promise<Uint8Array> {
  const written = writtenInUtc(writtenAt);
  return writeXlsx({
    sheets: sheets.map(frameOf),
    namedRanges: sheets.flatMap(printNames),
    defaultFont: FONT,
    activeSheet,
    properties: { title, creator: CREATOR, created: written, modified: written },
  });
}

const JAPAN_AHEAD_OF_UTC = 9 * 60 * 60 * 1000;
/** Where the time of writing cannot be read, one that is always the same: the same input gives the same bytes. */
const NO_TIME = Date.UTC(2000, 0, 1);

function writtenInUtc(text: string): Date {
  const match = /^(\d{4})\/(\d{2})\/(\d{2}) (\d{2}):(\d{2})(?::\d{2})?$/.exec(text);
  if (match === null) return new Date(NO_TIME);
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  return new Date(Date.UTC(year, month - 1, day, hour, minute) - JAPAN_AHEAD_OF_UTC);
}

function frameOf(sheet: Sheet): WriteSheet {
  const { name, hidden = false, table, columnWidths, frozen, charts, tabColour, print } = sheet;
  return {
    name,
    ...(hidden ? { hidden } : {}),
    rows: [],
    cells: styledCells(sheet),
    columns: columnWidths.map((width): ColumnDef => ({ width: width + COLUMN_PADDING })),
    freezePane: { rows: frozen.rows, ...(frozen.columns > 0 ? { columns: frozen.columns } : {}) },
    ...(tabColour === null ? {} : { view: { tabColor: { rgb: tabColour } } }),
    ...(table === null ? {} : { tables: [tableDefinition(table)] }),
    conditionalRules: conditionalRules(sheet),
    charts: charts.map(sheetChart),
    pageSetup: pageSetup(print),
    headerFooter: { oddHeader: pageHeader(print), oddFooter: '&C&P/&N' },
  };
}

/** The cells outside the table, and one row of the table, empty but for their styles; the table's header with its texts. */
function styledCells({ cells, table }: Sheet): Map<string, Partial<Cell>> {
  const styled = new Map<string, Partial<Cell>>();
  for (const { row, column, style } of cells) styled.set(`${row},${column}`, { style: placedStyle(style) });
  for (const [index, column] of (table?.columns ?? []).entries()) {
    const header = styled.get(`${TABLE_HEADER_ROW},${index}`)!;
    styled.set(`${TABLE_HEADER_ROW},${index}`, { ...header, value: escapedText(column.header) });
    styled.set(`${TABLE_FIRST_ROW},${index}`, { style: columnStyle(column) });
  }
  return styled;
}

const lastRowOf = (table: Table): number => TABLE_FIRST_ROW + occupiedRows(table) - 1;

function tableDefinition(table: Table): TableDefinition {
  return {
    name: table.name,
    range: `A${TABLE_HEADER_ROW + 1}:${cellAt(lastRowOf(table), table.columns.length - 1)}`,
    columns: table.columns.map(({ header }) => ({ name: escapedText(header) })),
    style: 'TableStyleLight1',
    showRowStripes: false,
  };
}

/** Exclusive, in the order of the highlights: LibreOffice applies the first that holds, Excel would merge them. */
function conditionalRules({ highlights, table }: Sheet): ConditionalRule[] {
  return highlights.map(({ columns, when, look, rows = tableRowsOf(table!) }, index) => ({
    type: 'expression',
    priority: index + 1,
    range: columns
      .map(columnLetters)
      .map((letters) => `${letters}${rows.first + 1}:${letters}${rows.last + 1}`)
      .join(' '),
    formula: condition(when, rows.first + 1),
    stopIfTrue: true,
    style: highlightStyle(look),
  }));
}

const tableRowsOf = (table: Table): { first: number; last: number } => ({ first: TABLE_FIRST_ROW, last: lastRowOf(table) });

function condition({ column, test, word }: Highlight['when'], firstRow: number): string {
  const tested = `$${columnLetters(column)}${firstRow}`;
  return test === 'is' ? `${tested}=${textLiteral(word)}` : `ISNUMBER(FIND(${textLiteral(word)},${tested}))`;
}

function pageSetup({ pages }: Print): PageSetup {
  return {
    paperSize: 'a4',
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: pages === 'one' ? 1 : 0,
    horizontalCentered: true,
    margins: { left: SIDE_MARGIN, right: SIDE_MARGIN, top: TOP_MARGIN, bottom: TOP_MARGIN, header: HEADER_MARGIN, footer: HEADER_MARGIN },
  };
}

function pageHeader({ header: { left, centre, right } }: Print): string {
  const text = (part: string): string => part.replaceAll('&', '&&');
  return `&L${text(left)}&C${text(centre)}&R${text(right)}`;
}

function printNames({ name, table, cells, charts, print }: Sheet): NamedRange[] {
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const lastRow = table === null ? Math.max(...cells.map(({ row }) => row + 1), ...charts.map(({ to }) => to.row)) : lastRowOf(table) + 1;
  const area = { name: '_xlnm.Print_Area', range: `${quoted}!$A$1:$${columnLetters(print.columns - 1)}$${lastRow}`, scope: name };
  const { repeatedFrom = 0, repeatedRows } = print;
  const titles = { name: '_xlnm.Print_Titles', range: `${quoted}!$${repeatedFrom + 1}:$${repeatedFrom + repeatedRows}`, scope: name };
  return repeatedRows === 0 ? [area] : [area, titles];
}
