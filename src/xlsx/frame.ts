/**
 * What is around the cells? Styles, tables, conditional formats, charts, page set-up: all that the .xlsx library writes. The only user of it.
 *
 * Cells are given to the library without their values: it keeps an object a cell and cannot hold more than about 20 million of them, reads "#N/A" as an
 * error, and knows no ignored errors. rows.ts fills the values in.
 */
import type { NamedRange, PageSetup } from 'hucre';
import { writeXlsx, type Cell, type ColumnDef, type ConditionalRule, type TableDefinition, type WriteSheet } from 'hucre/xlsx';
import { conditionsOf, type ConditionArea } from '../sheet/conditions';
import { cellDress, columnDress, columnPixels, DIGIT_PIXELS, FONT, PAGE, TABLE_STYLE } from '../sheet/dress';
import { cellText } from '../sheet/cellText';
import { endOfSheet, headerText, printedEnd, titleRowsOf } from '../sheet/page';
import { cellAt } from '../sheet/references';
import { TABLE_FIRST_ROW, TABLE_HEADER_ROW, type Print, type Sheet, type Workbook } from '../sheet/workbook';
import { sheetChart } from './charts';
import { conditionStyle, styleOf } from './styles';
import { escapedText } from './cellXml';

/** In inches, as the file says lengths. */
const inches = (millimetres: number): number => millimetres / 25.4;
const CREATOR = 'Keshikomi';

export function writeFrame({ title, writtenAt, sheets, activeSheet }: Workbook): Promise<Uint8Array> {
  const written = writtenInUtc(writtenAt);
  return writeXlsx({
    sheets: sheets.map(frameOf),
    namedRanges: sheets.flatMap(printNames),
    defaultFont: FONT,
    activeSheet,
    properties: { title: cellText(title), creator: CREATOR, created: written, modified: written },
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
    columns: columnWidths.map((width): ColumnDef => ({ width: columnPixels(width) / DIGIT_PIXELS })),
    freezePane: { rows: frozen.rows, ...(frozen.columns > 0 ? { columns: frozen.columns } : {}) },
    ...(tabColour === null ? {} : { view: { tabColor: { rgb: tabColour } } }),
    ...(table === null ? {} : { tables: [tableDefinition(sheet, table)] }),
    conditionalRules: conditionalRules(sheet),
    charts: charts.map(sheetChart),
    pageSetup: pageSetup(print),
    headerFooter: { oddHeader: pageHeader(print), oddFooter: `&C${PAGE.footer}` },
  };
}

/** The cells outside the table, and one row of the table, empty but for their styles; the table's header with its texts. */
function styledCells({ cells, table }: Sheet): Map<string, Partial<Cell>> {
  const styled = new Map<string, Partial<Cell>>();
  for (const { row, column, style } of cells) styled.set(`${row},${column}`, { style: styleOf(cellDress(style)) });
  for (const [index, column] of (table?.columns ?? []).entries()) {
    const header = styled.get(`${TABLE_HEADER_ROW},${index}`)!;
    styled.set(`${TABLE_HEADER_ROW},${index}`, { ...header, value: escapedText(column.header) });
    styled.set(`${TABLE_FIRST_ROW},${index}`, { style: styleOf(columnDress(column)) });
  }
  return styled;
}

function tableDefinition(sheet: Sheet, table: NonNullable<Sheet['table']>): TableDefinition {
  return {
    name: table.name,
    range: `A${TABLE_HEADER_ROW + 1}:${cellAt(endOfSheet(sheet) - 1, table.columns.length - 1)}`,
    columns: table.columns.map(({ header }) => ({ name: escapedText(header) })),
    style: TABLE_STYLE.name,
    showRowStripes: TABLE_STYLE.hasBands,
  };
}

/** Exclusive, in the order of the highlights: LibreOffice applies the first that holds, Excel would merge them. */
const conditionalRules = ({ highlights }: Sheet): ConditionalRule[] =>
  conditionsOf(highlights).map(({ areas, formula, look }, index) => ({
    type: 'expression',
    priority: index + 1,
    range: areas.map(rangeOf).join(' '),
    formula,
    stopIfTrue: true,
    style: conditionStyle(look),
  }));

const rangeOf = ({ firstRow, lastRow, firstColumn, columns }: ConditionArea): string =>
  `${cellAt(firstRow, firstColumn)}:${cellAt(lastRow, firstColumn + columns - 1)}`;

function pageSetup({ pages }: Print): PageSetup {
  const [sides, topAndBottom, header] = [inches(PAGE.sides), inches(PAGE.topAndBottom), inches(PAGE.header)];
  return {
    paperSize: PAPERS[PAGE.paper],
    orientation: PAGE.isLandscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: PAGE.pagesWide,
    fitToHeight: pages === 'one' ? 1 : 0,
    horizontalCentered: PAGE.isCentred,
    margins: { left: sides, right: sides, top: topAndBottom, bottom: topAndBottom, header, footer: header },
  };
}
const PAPERS = { A4: 'a4' } as const;

const pageHeader = ({ header: { left, centre, right } }: Print): string => `&L${headerText(left)}&C${headerText(centre)}&R${headerText(right)}`;

function printNames(sheet: Sheet): NamedRange[] {
  const { name, print } = sheet;
  const quoted = `'${name.replaceAll("'", "''")}'`;
  const { letters, row } = printedEnd(sheet);
  const area = { name: '_xlnm.Print_Area', range: `${quoted}!$A$1:$${letters}$${row}`, scope: name };
  const titles = titleRowsOf(print);
  return titles === null ? [area] : [area, { name: '_xlnm.Print_Titles', range: `${quoted}!${titles}`, scope: name }];
}
