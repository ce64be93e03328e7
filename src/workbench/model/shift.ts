/** Where do areas stand after cells were inserted or deleted? */
import { movedCorners, type Relocation } from '../formula/relocation';
import { COLUMNS, ROWS, isWholeColumns, isWholeRows, type Area } from './address';
import type { Sheet } from './sheet';

export type Axis = 'row' | 'column';
export interface Span {
  readonly start: number;
  readonly count: number;
}

export const along = (area: Area, axis: Axis): Span => (axis === 'row' ? { start: area.row, count: area.rows } : { start: area.column, count: area.columns });
export const across = (area: Area, axis: Axis): Span => along(area, axis === 'row' ? 'column' : 'row');
export const withSpan = (area: Area, axis: Axis, { start, count }: Span): Area =>
  axis === 'row' ? { ...area, row: start, rows: count } : { ...area, column: start, columns: count };
export const lengthOf = (axis: Axis): number => (axis === 'row' ? ROWS : COLUMNS);
export const isWhole = (area: Area, axis: Axis): boolean => (axis === 'row' ? isWholeRows(area) : isWholeColumns(area));

/** Cells that move to make room, or to fill a gap. */
export interface Shift {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly axis: Axis;
  readonly isInsert: boolean;
}

/** Where an area stands after the shift; null: all of its cells are gone. Areas that lie only partly in the way stay. @assumption insert-delete */
export function relocated({ area, axis, isInsert }: Shift, moved: Area): Area | null {
  const band = across(area, axis);
  const own = across(moved, axis);
  const length = lengthOf(axis);
  const isWholeLine = along(moved, axis).count === length;
  if (isWholeLine || own.start < band.start || own.start + own.count > band.start + band.count) return moved;
  const { start: at, count } = along(area, axis);
  const span = along(moved, axis);
  const next = isInsert ? afterInsert(span, at, count, length) : afterDelete(span, at, count);
  return next === null ? null : withSpan(moved, axis, next);
}

function afterInsert({ start, count }: Span, at: number, added: number, length: number): Span {
  if (at <= start) return { start: start + added, count };
  return at < start + count ? { start, count: Math.min(count + added, length - start) } : { start, count };
}

export function afterDelete({ start, count }: Span, at: number, removed: number): Span | null {
  const end = start + count;
  const before = Math.max(0, Math.min(at, end) - start);
  const after = Math.max(0, end - Math.max(start, at + removed));
  if (before + after === 0) return null;
  return { start: before > 0 ? start : Math.max(at, start - removed), count: before + after };
}

/** The same, for the references in formulas. */
export const formulaRelocation =
  (shift: Shift): Relocation =>
  (from, to) =>
    movedCorners(from, to, (area) => relocated(shift, area));
