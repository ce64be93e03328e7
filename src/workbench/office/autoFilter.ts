/** What can be asked of the filter of a table or of a sheet? */
import { addressText } from '../model/address';
import { invalidOperation, notFound } from '../model/errors';
import { filterCriteria } from '../model/filter';
import type { Sheet } from '../model/sheet';
import { applyFilters, clearFilters, setFilter, showAllRows, type Filtered } from '../model/tables';
import { areaAt, lastColumn, overlaps, type Area } from '../model/address';
import { rangeOn } from './cellsTarget';
import { wireCriteria } from './criteria';
import { isLeftOut, whole } from './given';
import { range, rangeArgument } from './ranges';
import { officeClass, type OfficeClass, type ClassSpec, type Handle } from './spec';

const withHeader = ({ rows }: Filtered): Area => ({ ...rows, row: rows.row - 1, rows: rows.rows + 1 });

const criteriaOf = ({ rows, criteria }: Filtered): unknown[] => Array.from({ length: rows.columns }, (_, column) => wireCriteria(criteria.get(column)));

function members<T>(filteredOf: (target: T) => Filtered | null): Required<Pick<ClassSpec<T>, 'scalars' | 'methods'>> {
  const there = (target: T): Filtered => {
    const filtered = filteredOf(target);
    if (filtered === null) throw notFound('there is no filter');
    return filtered;
  };
  const place = (target: T): Handle | null => {
    const filtered = filteredOf(target);
    return filtered === null ? null : range.of(rangeOn(filtered.sheet, withHeader(filtered)));
  };
  return {
    scalars: {
      Enabled: { get: (target) => filteredOf(target) !== null },
      IsDataFiltered: { get: (target) => (filteredOf(target)?.criteria.size ?? 0) > 0 },
      Criteria: {
        get: (target) => {
          const filtered = filteredOf(target);
          return filtered === null ? [] : criteriaOf(filtered);
        },
      },
    },
    methods: {
      ClearColumnCriteria: { since: '1.14', call: (target, [column]) => setFilter(there(target), whole(column), null) },
      ClearCriteria: { call: (target) => clearFilters(there(target)) },
      Reapply: { call: (target) => applyFilters(there(target)) },
      GetRange: {
        call: (target) => {
          there(target);
          return place(target);
        },
      },
      GetRangeOrNullObject: { call: place },
    },
  };
}

const ofTable = members<Filtered>((filtered) => filtered);

/** A table's filter: where it is, is settled. */
export const autoFilter: OfficeClass<Filtered> = officeClass({
  name: 'AutoFilter',
  scalars: ofTable.scalars,
  methods: {
    ...ofTable.methods,
    Apply: {
      call: (filtered, [place, column, criteria]) => {
        const given = rangeArgument(filtered.sheet, place);
        if (given.sheet !== filtered.sheet || !overlaps(given.area, withHeader(filtered))) throw invalidOperation('the filter of a table stays on its table');
        if (!isLeftOut(column) && !isLeftOut(criteria)) setFilter(filtered, whole(column), filterCriteria(criteria));
      },
    },
  },
});

export function filteredSheet(sheet: Sheet): Filtered | null {
  const { filter } = sheet;
  if (filter === null) return null;
  const { row, column, rows, columns } = filter.area;
  return { sheet, rows: areaAt(row + 1, column, rows - 1, columns), criteria: filter.criteria };
}

/** One filter a sheet, and none over a table. @assumption one-filter-a-sheet */
function filterSheet(sheet: Sheet, place: unknown, column: unknown, criteria: unknown): void {
  const { area } = rangeArgument(sheet, place);
  sheet.mayDo('allowAutoFilter');
  if (sheet.tables.some((table) => overlaps(table.area, area))) throw invalidOperation(`a filter over a table at ${addressText(sheet.name, area)}`);
  const used = area.rows > 1 && lastColumn(area) >= area.column ? area : areaAt(area.row, area.column, Math.max(2, sheet.rowsInUse() - area.row), area.columns);
  if (sheet.filter === null || JSON.stringify(sheet.filter.area) !== JSON.stringify(used)) {
    const before = filteredSheet(sheet);
    if (before !== null) showAllRows(sheet, before.rows);
    sheet.filter = { area: used, criteria: new Map() };
  }
  const filtered = filteredSheet(sheet);
  if (filtered !== null && !isLeftOut(column) && !isLeftOut(criteria)) setFilter(filtered, whole(column), filterCriteria(criteria));
}

const ofSheet = members<Sheet>(filteredSheet);

export const sheetAutoFilter: OfficeClass<Sheet> = officeClass({
  name: 'AutoFilter',
  scalars: ofSheet.scalars,
  methods: {
    ...ofSheet.methods,
    Apply: { call: (sheet, [place, column, criteria]) => filterSheet(sheet, place, column, criteria) },
    Remove: {
      call: (sheet) => {
        const filtered = filteredSheet(sheet);
        if (filtered !== null) showAllRows(sheet, filtered.rows);
        sheet.filter = null;
      },
    },
  },
});
