/** How does a cell's style become settings of a range? Equal neighbours are set together. */
import { cellDress, type Border, type Dress } from '../sheet/dress';
import { NUMBER_FORMATS, type Look, type PlacedCell } from '../sheet/workbook';
import { everywhere } from './requests';

export const colour = (hex: string): string => `#${hex}`;

export const OUTER_SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;
export const LINE_STYLES = { thin: 'Continuous', dashed: 'Dash' } as const;

/** A rectangle of cells, 0-based. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export const rangeOf = (sheet: Excel.Worksheet, { row, column, rows, columns }: Block): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);

/** Bytes of the request that sets one style. */
export const STYLE_BYTES = 5000;

export function applyDress(sheet: Excel.Worksheet, block: Block, { numberFormat, size, look, align, isIndented, wraps, border }: Dress): void {
  const range = rangeOf(sheet, block);
  range.numberFormat = everywhere(numberFormat);
  range.format.verticalAlignment = 'Center';
  range.format.wrapText = wraps;
  range.format.horizontalAlignment = ALIGNMENTS[align ?? 'general'];
  if (isIndented) range.format.indentLevel = 1;
  if (size !== null) range.format.font.size = size;
  if (look !== null) applyLook(range, look);
  if (border !== null) drawBorders(range, block, border);
  range.untrack();
}

/** What the clerk painted by hand belonged to rows that stand elsewhere now. */
export function unpaint(range: Excel.Range): void {
  range.format.fill.clear();
  Object.assign(range.format.font, PLAIN_FONT);
}
const PLAIN_FONT = { color: '#000000', bold: false, italic: false, strikethrough: false, underline: 'None' } as const;

/** Cells that are no longer part of a table. */
export function plain(range: Excel.Range): void {
  range.clear('Contents');
  unpaint(range);
  range.numberFormat = everywhere(NUMBER_FORMATS.general);
  range.format.wrapText = false;
  for (const side of [...OUTER_SIDES, 'InsideHorizontal', 'InsideVertical'] as const) range.format.borders.getItem(side).style = 'None';
}

const ALIGNMENTS = { general: 'General', left: 'Left', center: 'Center', right: 'Right' } as const;

function applyLook(range: Excel.Range, { fill, text, bold, strike, underline }: Look): void {
  const { font } = range.format;
  if (fill !== null) range.format.fill.color = colour(fill);
  font.color = colour(text);
  if (bold === true) font.bold = true;
  if (strike === true) font.strikethrough = true;
  if (underline !== undefined) font.underline = underline === 'double' ? 'Double' : 'Single';
}

function drawBorders(range: Excel.Range, { rows, columns }: Block, { style, colour: ink }: Border): void {
  const sides = [...OUTER_SIDES, ...(rows > 1 ? (['InsideHorizontal'] as const) : []), ...(columns > 1 ? (['InsideVertical'] as const) : [])];
  for (const side of sides) {
    const border = range.format.borders.getItem(side);
    border.style = LINE_STYLES[style];
    border.color = colour(ink);
  }
}

export interface DressedBlock extends Block {
  readonly dress: Dress;
}

/** Cells of one dress in a row become one block, and equal blocks below each other too. */
export const dressedBlocks = (cells: readonly PlacedCell[]): DressedBlock[] =>
  mergedBlocks(
    cells.map(({ row, column, style }) => {
      const dress = cellDress(style);
      return { row, column, value: dress, key: JSON.stringify(dress) };
    }),
  ).map(({ value: dress, ...block }) => ({ ...block, dress }));

interface KeyedCell<T> {
  readonly row: number;
  readonly column: number;
  readonly value: T;
  readonly key: string;
}

export function mergedBlocks<T>(cells: readonly KeyedCell<T>[]): (Block & { readonly value: T })[] {
  const runs: (Block & { rows: number; columns: number; key: string; value: T })[] = [];
  for (const { row, column, value, key } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    if (last?.key === key && last.row === row && last.column + last.columns === column) last.columns++;
    else runs.push({ row, column, rows: 1, columns: 1, value, key });
  }
  const blocks: typeof runs = [];
  const open = new Map<string, (typeof runs)[number]>();
  for (const run of runs) {
    const place = `${run.column},${run.columns},${run.key}`;
    const above = open.get(place);
    if (above !== undefined && above.row + above.rows === run.row) above.rows++;
    else {
      blocks.push(run);
      open.set(place, run);
    }
  }
  return blocks.map(({ row, column, rows, columns, value }) => ({ row, column, rows, columns, value }));
}
