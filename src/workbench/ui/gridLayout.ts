/** Which cells of a row are drawn, and how far may their texts run over empty neighbours? */
import { textWidth } from '../../sheet/cellText';
import type { Sheet } from '../model/sheet';
import { cellLook, type CellLook } from './cellLook';
import type { Lines } from './lines';

export interface DrawnCell {
  readonly column: number;
  readonly left: number;
  readonly width: number;
  readonly look: CellLook;
  /** The width of the text where it runs over its cell; to the left for right-aligned texts. */
  readonly textWidth: number | null;
}

/** As far as texts are followed over the edge of the screen. */
const FARTHEST = 40;
const PIXELS_A_HALF_CHARACTER = 7.6;
const PADDING = 8;

/** Columns by index; their left edges, from the first one. */
export class ColumnPlaces {
  private readonly lefts: Float64Array;

  constructor(readonly columns: Lines) {
    this.lefts = new Float64Array(columns.count + 1);
    for (let index = 0; index < columns.count; index++) this.lefts[index + 1] = (this.lefts[index] ?? 0) + columns.size(index);
  }

  left(index: number): number {
    return this.lefts[index] ?? 0;
  }

  width(index: number): number {
    return this.left(index + 1) - this.left(index);
  }

  get total(): number {
    return this.left(this.columns.count);
  }

  get frozenWidth(): number {
    return this.left(this.columns.frozen);
  }
}

/** Columns between which texts may run: `first` to `end`, which is not included. */
export interface Limits {
  readonly first: number;
  readonly end: number;
}

/** The cells from `from` to `to` (indexes, `to` not included). */
export function drawnCells(sheet: Sheet, row: number, places: ColumnPlaces, from: number, to: number, limits: Limits): DrawnCell[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => drawn(sheet, row, places, from + index, limits));
}

/** Cells outside, whose texts reach in. */
export function reachingCells(sheet: Sheet, row: number, places: ColumnPlaces, from: number, to: number, limits: Limits): DrawnCell[] {
  const before = beyond(sheet, row, places, from - 1, -1, Math.max(limits.first, from - FARTHEST));
  const after = beyond(sheet, row, places, to, 1, Math.min(limits.end - 1, to + FARTHEST));
  return [...before, ...after].map((index) => drawn(sheet, row, places, index, limits)).filter(({ textWidth: width }) => width !== null);
}

/** The first filled cell outside, if there only empty ones lie between. */
function beyond(sheet: Sheet, row: number, { columns }: ColumnPlaces, start: number, step: 1 | -1, end: number): number[] {
  for (let index = start; step > 0 ? index <= end : index >= end; index += step) {
    if (sheet.cells.isBlank(row, columns.at(index))) continue;
    return typeof sheet.shown(row, columns.at(index)) === 'string' ? [index] : [];
  }
  return [];
}

function drawn(sheet: Sheet, row: number, places: ColumnPlaces, index: number, limits: Limits): DrawnCell {
  const column = places.columns.at(index);
  const look = cellLook(sheet, row, column);
  const width = places.width(index);
  return { column, left: places.left(index), width, look, textWidth: overrun(sheet, row, places, index, look, limits) };
}

function overrun(sheet: Sheet, row: number, places: ColumnPlaces, index: number, look: CellLook, limits: Limits): number | null {
  const { style, text, align, isText, notCalculated } = look;
  if (!isText || notCalculated !== null || style.wrapText || align === 'center' || text === '') return null;
  const wanted = textWidth(text) * PIXELS_A_HALF_CHARACTER * (style.fontSize / 11) + PADDING;
  let width = places.width(index);
  if (wanted <= width) return null;
  const step = align === 'right' ? -1 : 1;
  for (let next = index + step; next >= limits.first && next < limits.end && width < wanted; next += step) {
    if (!sheet.cells.isBlank(row, places.columns.at(next))) break;
    width += places.width(next);
  }
  return width > places.width(index) ? Math.min(width, wanted) : null;
}
