/** How has the clerk painted the cells of a table, and how are they painted again where their slips stand now? Fills and fonts; lines stay with their cells. */
import { mergedBlocks, rangeOf, STYLE_BYTES, type Block } from './looks';
import type { Requests } from './requests';

export interface Paint {
  readonly fill: string;
  readonly ink: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strikethrough: boolean;
  readonly underline: Excel.RangeFont['underline'];
}

/** A cell without a fill says that it is white (office-js #4900, #6218): what she painted white counts as not painted. */
const NO_FILL = '#FFFFFF';
const NO_INK = '#000000';

export const ASKED = 'fill/color,font/color,font/bold,font/italic,font/strikethrough,font/underline'
  .split(',')
  .map((one) => `format/${one}`)
  .join(',');
const ASKED_OF_CELLS = { format: { fill: { color: true }, font: { color: true, bold: true, italic: true, strikethrough: true, underline: true } } } as const;

/** What is asked for at once: ranges that may be of one look, and cells, of each 130 characters. */
const RANGES_AT_ONCE = 300;
const CELLS_AT_ONCE = 15_000;
const ROWS_A_BLOCK = 500;

type Format = Pick<Excel.CellPropertiesFormat, 'fill' | 'font'>;
export type Painted = Paint | null;

/** By column as given, then by row; null: as it is by itself. What is of one look is asked as one: Excel says null where the cells of a range differ. */
export async function readPaints(sheet: Excel.Worksheet, columns: readonly number[], { row, rows }: Pick<Block, 'row' | 'rows'>): Promise<Painted[][]> {
  const known = new Map<string, Painted>();
  const paints = columns.map(() => Array.from({ length: rows }, (): Painted => null));
  const fill = (column: number, from: number, count: number, format: Format): void => void paints[column]!.fill(paintOf(format, known), from, from + count);
  let open = columns.map((_, column): Part => ({ column, from: 0, count: rows }));
  const rangeFor = ({ column, from, count }: Part): Excel.Range => sheet.getRangeByIndexes(row + from, columns[column]!, count, 1);
  for (const size of [rows, ROWS_A_BLOCK]) {
    const mixed: Part[] = [];
    for (const some of chunks(cutInto(open, size), RANGES_AT_ONCE)) {
      const ranges = some.map(rangeFor);
      for (const range of ranges) range.load(ASKED);
      await sheet.context.sync();
      for (const [index, { format }] of ranges.entries()) {
        const part = some[index]!;
        if (isOfOneLook(format)) fill(part.column, part.from, part.count, format);
        else mixed.push(part);
      }
      for (const range of ranges) range.untrack();
    }
    open = mixed;
  }
  for (const some of chunks(open, CELLS_AT_ONCE / ROWS_A_BLOCK)) {
    const ranges = some.map(rangeFor);
    const cells = ranges.map((range) => range.getCellProperties(ASKED_OF_CELLS));
    await sheet.context.sync();
    for (const [index, { column, from }] of some.entries())
      for (const [place, [cell]] of cells[index]!.value.entries()) fill(column, from + place, 1, cell?.format ?? {});
    for (const range of ranges) range.untrack();
  }
  return paints;
}

/** Rows of a column, counted from the first. */
interface Part {
  readonly column: number;
  readonly from: number;
  readonly count: number;
}

const cutInto = (parts: readonly Part[], size: number): Part[] =>
  parts.flatMap(({ column, from, count }) =>
    Array.from({ length: Math.ceil(count / size) }, (_, index) => ({ column, from: from + index * size, count: Math.min(size, count - index * size) })),
  );

function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

const isOfOneLook = ({ fill, font }: Excel.RangeFormat): boolean =>
  [fill.color, font.color, font.bold, font.italic, font.strikethrough, font.underline].every((value: unknown) => value !== null && value !== '');

/** An ink that all cells have is the workbook's own, not the clerk's. */
export const isUnpainted = (format: Excel.RangeFormat): boolean => isOfOneLook(format) && format.fill.color.toUpperCase() === NO_FILL;

/** Equal paints are one object. */
function paintOf({ fill, font }: Format, known: Map<string, Painted>): Painted {
  const paint: Paint = {
    fill: (fill?.color ?? NO_FILL).toUpperCase(),
    ink: (font?.color ?? NO_INK).toUpperCase(),
    bold: font?.bold === true,
    italic: font?.italic === true,
    strikethrough: font?.strikethrough === true,
    underline: font?.underline ?? 'None',
  };
  const key = keyOf(paint);
  const found = known.get(key);
  if (found !== undefined) return found;
  const isPlain = key === PLAIN;
  known.set(key, isPlain ? null : paint);
  return isPlain ? null : paint;
}

const keyOf = ({ fill, ink, bold, italic, strikethrough, underline }: Paint): string => [fill, ink, bold, italic, strikethrough, underline].join();
const PLAIN = keyOf({ fill: NO_FILL, ink: NO_INK, bold: false, italic: false, strikethrough: false, underline: 'None' });

export interface PaintedCell {
  readonly row: number;
  readonly column: number;
  readonly paint: Paint;
}

/** Of cells that are plain now. */
export async function paintCells(requests: Requests, sheet: Excel.Worksheet, cells: readonly PaintedCell[]): Promise<void> {
  for (const { value: paint, ...block } of mergedBlocks(cells.map(({ row, column, paint: value }) => ({ row, column, value, key: keyOf(value) })))) {
    await requests.room(STYLE_BYTES);
    const range = rangeOf(sheet, block);
    const { fill, ink, bold, italic, strikethrough, underline } = paint;
    if (fill !== NO_FILL) range.format.fill.color = fill;
    Object.assign(range.format.font, { color: ink, bold, italic, strikethrough, underline });
    range.untrack();
  }
}
