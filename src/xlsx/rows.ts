/** What do the rows of a sheet's XML say? Made a few at a time, so that a million of them are never all alive at once. */
import { wrappedLines } from '../sheet/cellText';
import { heightOfLines } from '../sheet/dress';
import { CellTooLong } from '../sheet/limits';
import { cellAt, columnLetters } from '../sheet/references';
import { isFormula, occupiedRows, TABLE_FIRST_ROW, TABLE_HEADER_ROW, type Cell, type Column, type PlacedCell, type Sheet, type Table } from '../sheet/workbook';
import { cellXml, type CellShell } from './cellXml';

/** Characters of XML that are handed on together. */
const CHUNK = 1 << 18;

/** The cells that the library wrote, by address: with their style, without a value but for the table's header. */
export function writtenCells(sheetXml: string): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const [xml, address] of sheetXml.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)) written.set(address!, xml);
  return written;
}

/** How many rows of the table have been handed on. */
export interface Progress {
  rows: number;
}

/** The content of `<sheetData>`, in pieces. */
export function* sheetRows(sheet: Sheet, written: ReadonlyMap<string, string>, progress: Progress): Generator<string> {
  yield placedRows(sheet, written);
  if (sheet.table !== null) yield* tableRows(sheet.name, sheet.table, written, progress);
}

function placedRows({ name, cells, rowHeights }: Sheet, written: ReadonlyMap<string, string>): string {
  const rows = new Map<number, PlacedCell[]>();
  for (const row of rowHeights.keys()) rows.set(row, []);
  for (const placed of cells) {
    const known = rows.get(placed.row);
    if (known === undefined) rows.set(placed.row, [placed]);
    else known.push(placed);
  }
  let xml = '';
  for (const [row, placed] of [...rows].sort(([a], [b]) => a - b)) {
    const height = rowHeights.get(row);
    xml += `<row r="${row + 1}"${height === undefined ? '' : ` ht="${height}" customHeight="1"`}>`;
    for (const { column, cell } of placed.sort((a, b) => a.column - b.column)) xml += placedXml(name, row, column, cell, written);
    xml += '</row>';
  }
  return xml;
}

/** The table's header stays as the library wrote it: Excel compares it with the table's own names. */
function placedXml(sheet: string, row: number, column: number, cell: Cell, written: ReadonlyMap<string, string>): string {
  const address = cellAt(row, column);
  const xml = written.get(address)!;
  if (row === TABLE_HEADER_ROW && xml.includes('t="s"')) return xml;
  return cellXml(shellOf(xml, column), row + 1, cell, (characters) => refuse(sheet, row + 1, address, characters));
}

function shellOf(written: string, column: number): CellShell {
  const style = / s="\d+"/.exec(written)?.[0] ?? '';
  return { before: `<c r="${columnLetters(column)}`, after: `"${style}` };
}

function refuse(sheet: string, row: number, column: string, characters: number): never {
  throw new CellTooLong(sheet, row, column, characters);
}

function* tableRows(sheet: string, table: Table, written: ReadonlyMap<string, string>, progress: Progress): Generator<string> {
  const { columns, rowCount } = table;
  const shells = columns.map((_, index) => shellOf(written.get(cellAt(TABLE_FIRST_ROW, index))!, index));
  const heights = new LineCounts(columns);
  let xml = '';
  for (let row = 0; row < occupiedRows(table); row++) {
    const number = TABLE_FIRST_ROW + row + 1;
    let cells = '';
    let lines = 1;
    for (let index = 0; index < columns.length; index++) {
      const column = columns[index]!;
      const cell = row < rowCount ? column.cell(row) : null;
      if (column.wrap) lines = Math.max(lines, heights.of(index, cell));
      cells += cellXml(shells[index]!, number, cell, (characters) => refuse(sheet, number, column.header, characters));
    }
    xml += lines === 1 ? `<row r="${number}">${cells}</row>` : `<row r="${number}" ht="${heightOfLines(lines)}">${cells}</row>`;
    if (xml.length < CHUNK) continue;
    yield xml;
    progress.rows = row + 1;
    xml = '';
  }
  yield xml;
}

/** Lines of wrapped texts; few texts repeat in many rows. */
class LineCounts {
  private readonly known: readonly Map<string, number>[];

  constructor(private readonly columns: readonly Column[]) {
    this.known = columns.map(() => new Map());
  }

  of(index: number, cell: Cell): number {
    const text = isFormula(cell) ? cell.value : cell;
    if (typeof text !== 'string') return 1;
    const known = this.known[index]!;
    let lines = known.get(text);
    if (lines === undefined) {
      lines = wrappedLines(text, roomIn(this.columns[index]!));
      if (known.size < MOST_KNOWN) known.set(text, lines);
    }
    return lines;
  }
}
const MOST_KNOWN = 1000;

/** An indent takes about a character and a half. */
const roomIn = ({ width, indented }: Column): number => (indented === true ? width - 1.5 : width);
