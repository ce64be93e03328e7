/** Which filters of columns cannot be read? office-js #3030: an internal error ever after; #465: a crash. */
import type { Sheet } from '../../model/sheet';
import { lastRow, type Area } from '../../model/address';
import { cellText } from '../../model/text';
import type { Behaviour, Touch } from '../moods';
import { Crash, internalError } from './errors';

/** A filtered part of a sheet: of a table, or of one of its columns. */
interface Asked {
  readonly sheet: Sheet;
  readonly rows: Area;
  /** Those that are filtered, from the first of `rows` on. */
  readonly columns: readonly number[];
}

export const unreadableFilters: Behaviour = (touch, polite, { filterCriteriaFail }) => {
  const asked = askedOf(touch);
  const isCrash = filterCriteriaFail === 'crashes';
  if (asked === null || !asked.columns.some((column) => isUnreadable(asked, column, isCrash))) return polite();
  throw isCrash ? new Crash(touch.member) : internalError();
};

interface TableColumnTarget {
  readonly table: { readonly sheet: Sheet; readonly filters: ReadonlyMap<number, unknown>; bodyArea(): Area };
  readonly index: number;
}
interface FilteredTarget {
  readonly sheet: Sheet;
  readonly rows: Area;
  readonly criteria: ReadonlyMap<number, unknown>;
}

function askedOf({ member, kind, target }: Touch): Asked | null {
  if (kind !== 'get') return null;
  if (member === 'Filter.Criteria') {
    const { table, index } = target as TableColumnTarget;
    return { sheet: table.sheet, rows: table.bodyArea(), columns: table.filters.has(index) ? [index] : [] };
  }
  if (member !== 'AutoFilter.Criteria' || !isFiltered(target)) return null;
  return { sheet: target.sheet, rows: target.rows, columns: [...target.criteria.keys()] };
}

const isFiltered = (target: unknown): target is FilteredTarget => typeof target === 'object' && target !== null && 'criteria' in target;

const isOfDates = (format: string): boolean => /[ymdge]/i.test(format.replace(/General|"[^"]*"/gi, ''));

/** Blanks crash; they throw, and so do dates. */
function isUnreadable({ sheet, rows }: Asked, index: number, onlyBlanks: boolean): boolean {
  const column = rows.column + index;
  for (let row = rows.row; row <= lastRow(rows); row++) {
    if (cellText(sheet, row, column) === '' || (!onlyBlanks && isOfDates(sheet.styleAt(row, column).numberFormat))) return true;
  }
  return false;
}
