/** How does a cell's style become settings of a range? Equal neighbours are set together. */
import { NUMBER_FORMATS, type CellStyle, type Look, type PlacedCell } from '../sheet/workbook';
import type { ColumnPlan } from '../sheet/plan';
import { everywhere } from './requests';

const GRID = '#CCCCCC';
export const colour = (hex: string): string => `#${hex}`;

const OUTER = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const;

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

export function applyStyle(sheet: Excel.Worksheet, block: Block, { look, format = 'general', size, align, wrap = false, lines = false }: CellStyle): void {
  const range = rangeOf(sheet, block);
  range.numberFormat = everywhere(NUMBER_FORMATS[format]);
  range.format.verticalAlignment = 'Center';
  if (wrap) range.format.wrapText = true;
  if (align !== undefined) range.format.horizontalAlignment = horizontal(align);
  if (size !== undefined) range.format.font.size = size;
  if (look !== undefined) applyLook(range, look);
  if (look?.dashedBorder === true) drawBorders(range, block, 'Dash', colour(look.text));
  else if (lines) drawBorders(range, block, 'Continuous', GRID);
  range.untrack();
}

export function applyColumnStyle(sheet: Excel.Worksheet, block: Block, { format, align, wrap, indented }: ColumnPlan): void {
  const range = rangeOf(sheet, block);
  range.numberFormat = everywhere(NUMBER_FORMATS[format]);
  range.format.verticalAlignment = 'Center';
  range.format.wrapText = wrap;
  range.format.horizontalAlignment = indented === true ? 'Left' : align === undefined ? 'General' : horizontal(align);
  if (indented === true) range.format.indentLevel = 1;
  drawBorders(range, block, 'Continuous', GRID);
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
  for (const side of [...OUTER, 'InsideHorizontal', 'InsideVertical'] as const) range.format.borders.getItem(side).style = 'None';
}

const horizontal = (align: 'left' | 'center' | 'right'): 'Left' | 'Center' | 'Right' => (align === 'left' ? 'Left' : align === 'center' ? 'Center' : 'Right');

function applyLook(range: Excel.Range, { fill, text, bold, strike, underline }: Look): void {
  const { font } = range.format;
  if (fill !== null) range.format.fill.color = colour(fill);
  font.color = colour(text);
  if (bold === true) font.bold = true;
  if (strike === true) font.strikethrough = true;
  if (underline !== undefined) font.underline = underline === 'double' ? 'Double' : 'Single';
}

function drawBorders(range: Excel.Range, { rows, columns }: Block, style: 'Dash' | 'Continuous', ink: string): void {
  const sides = [...OUTER, ...(rows > 1 ? (['InsideHorizontal'] as const) : []), ...(columns > 1 ? (['InsideVertical'] as const) : [])];
  for (const side of sides) {
    const border = range.format.borders.getItem(side);
    border.style = style;
    border.color = ink;
  }
}

export interface StyledBlock extends Block {
  readonly style: CellStyle;
}

/** Cells of one style in a row become one block, and equal blocks below each other too. */
export function styledBlocks(cells: readonly PlacedCell[]): StyledBlock[] {
  const runs: (StyledBlock & { rows: number; columns: number; key: string })[] = [];
  for (const { row, column, style } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const key = JSON.stringify(style);
    const last = runs.at(-1);
    if (last?.key === key && last.row === row && last.column + last.columns === column) last.columns++;
    else runs.push({ row, column, rows: 1, columns: 1, style, key });
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
  return blocks;
}
