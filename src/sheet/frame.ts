/** What do all sheets have in common? Title and facts in row 1, verdict and trust in row 2, a legend in row 3, the print set-up. */
import { trustOf } from '../verdict';
import { textWidth } from './cellText';
import { refuseTooLarge } from './limits';
import { toldRunAt } from './runAt';
import { shownRowsCell, type ShownColumns } from './shownRows';
import type { Source } from './source';
import { layoutTitle, VERDICT_LOOKS } from './source';
import { TABLE_HEADER_ROW, type CellStyle, type Column, type Highlight, type PlacedCell, type Print, type Sheet, type Table } from './workbook';
import type { SheetKey } from './words';

const SHOWN_ROW = 2;
const TITLE_SIZE = 14;
const LINE_SIZE = 10;
/** Of a line that would not fit; and what widths are counted in. */
const SMALL_SIZE = 8;
const USUAL_SIZE = 11;
const TITLE_HEIGHT = 26;
const LINE_HEIGHT = 20;
const HEADER_HEIGHT = 38;

export const HEADER_STYLE: CellStyle = { look: { fill: 'E6E6E6', text: '1A1A1A', bold: true }, align: 'center', wrap: true, lines: true };

/** Rows 1 and 2, over so many printed columns. */
export function heading(source: Source, title: string, printedColumns: number): PlacedCell[] {
  const { verdict } = source;
  const look = VERDICT_LOOKS[verdict.kind];
  const line = headingLine(source);
  const cells: PlacedCell[] = [
    { row: 0, column: 0, cell: title, style: { size: TITLE_SIZE, look: { fill: null, text: '1A1A1A', bold: true } } },
    { row: 0, column: printedColumns - 1, cell: factsOf(source), style: { size: LINE_SIZE, align: 'right' } },
    { row: 1, column: 0, cell: line, style: { size: textWidth(line) * LINE_SIZE > HEADING_WIDTH * USUAL_SIZE ? SMALL_SIZE : LINE_SIZE, look } },
  ];
  for (let column = 1; column < printedColumns; column++) cells.push({ row: 1, column, cell: null, style: { size: LINE_SIZE, look } });
  return cells;
}

/** The verdict, and how far 未納 can be trusted, in one line. */
function headingLine({ settlement, words, sheetWords, verdict }: Source): string {
  return `${words.verdict(verdict)}${sheetWords.sentenceSeparator}${words.trustLine(trustOf(settlement))}`;
}

/** The same in whole sentences. */
export function verdictLine({ settlement, words, sheetWords, verdict }: Source): string {
  return `${words.verdict(verdict)}${sheetWords.sentenceSeparator}${words.trust(trustOf(settlement))}`;
}

function factsOf({ settlement, words, sheetWords, runAt }: Source): string {
  const { asOf, ledger, settlements } = settlement;
  const layouts = [...new Set(settlements.map(({ layout }) => layoutTitle(layout, words)))];
  return sheetWords.facts({
    asOf,
    runAt: toldRunAt(runAt, sheetWords.day),
    layouts,
    ledger: ledger === null ? null : { name: ledger.table.name, slips: ledger.count },
  });
}

export function printSetUp(source: Source, title: string, print: Omit<Print, 'header'>): Print {
  const { sheetWords, verdict, settlement } = source;
  const short = sheetWords.shortVerdict({ ...verdict, unchecked: verdict.uncheckedItems.length });
  return { ...print, header: { left: sheetWords.titleOf(title, source.sections), centre: short, right: sheetWords.asOf(settlement.asOf) } };
}

export const HEADING_HEIGHTS: readonly (readonly [number, number])[] = [
  [0, TITLE_HEIGHT],
  [1, LINE_HEIGHT],
  [2, LINE_HEIGHT],
];

/** What rows 1 and 2 need, in characters. */
const HEADING_WIDTH = 156;
const FILLER_WIDTH = 12;

/** A narrow table is printed with empty columns beside it, so that the heading is not cut off, nor the letters blown up. */
function withRoomForHeading(columns: readonly Column[]): number[] {
  const widths = columns.map(({ width }) => width);
  if (columns.some(({ printed }) => !printed)) return widths;
  for (let sum = widths.reduce((a, b) => a + b, 0); sum < HEADING_WIDTH; sum += FILLER_WIDTH) widths.push(FILLER_WIDTH);
  return widths;
}

export interface TableSheet {
  readonly key: SheetKey;
  readonly table: Table;
  readonly frozenColumns: number;
  readonly highlights?: readonly Highlight[];
  /** Of row 3, at its right end. */
  readonly shown?: ShownColumns;
  /** Row 3. */
  readonly legend?: readonly PlacedCell[];
  readonly tabColour?: string;
}

const BESIDE_WORD = 2;
/** Japanese breaks anywhere, Latin words do not. */
const longestWord = (header: string): number => Math.max(0, ...(header.match(/[\u0021-\u024f]+/g) ?? []).map(({ length }) => length));

/** A sheet that holds one table below the heading. Throws WorkbookTooLarge. */
export function tableSheet(source: Source, { key, table: given, frozenColumns, highlights = [], legend = [], shown, tabColour }: TableSheet): Sheet {
  const table = { ...given, columns: given.columns.map((column) => ({ ...column, width: Math.max(column.width, longestWord(column.header) + BESIDE_WORD) })) };
  const name = source.sheetWords.sheets[key];
  refuseTooLarge(name, table);
  const widths = withRoomForHeading(table.columns);
  const printed = widths.length > table.columns.length ? widths.length : table.columns.filter((column) => column.printed).length;
  const live =
    shown === undefined
      ? []
      : [{ row: SHOWN_ROW, column: printed - 1, cell: shownRowsCell(table, shown, source), style: { size: LINE_SIZE, align: 'right' } } as const];
  const headers = table.columns.map((column, index): PlacedCell => ({ row: TABLE_HEADER_ROW, column: index, cell: column.header, style: HEADER_STYLE }));
  return {
    name,
    tabColour: tabColour ?? null,
    cells: [...heading(source, name, printed), ...legend, ...live, ...headers],
    table,
    columnWidths: widths,
    rowHeights: new Map([...HEADING_HEIGHTS, [TABLE_HEADER_ROW, HEADER_HEIGHT]]),
    frozen: { rows: TABLE_HEADER_ROW + 1, columns: frozenColumns },
    highlights,
    charts: [],
    print: printSetUp(source, name, { columns: printed, pages: 'asNeeded', repeatedRows: TABLE_HEADER_ROW + 1 }),
  };
}
