/** What can be asked of, and done to, tables? */
import { areaAt, type Area } from '../model/address';
import { invalidArgument, invalidReference, notFound, notModelled } from '../model/errors';
import { filterCriteria, type FilterCriteria } from '../model/filter';
import type { Sheet } from '../model/sheet';
import {
  addColumn,
  addRows,
  addTable,
  applyFilters,
  clearFilters,
  convertToRange,
  deleteColumn,
  deleteRowsAt,
  deleteTable,
  filteredTable,
  renameTable,
  resizeTable,
  setFilter,
  sortTable,
} from '../model/tables';
import type { TableSettings } from '../model/table';
import type { Table } from '../model/sheet';
import type { Workbook } from '../model/workbook';
import { autoFilter } from './autoFilter';
import { CellRange, rangeInWorkbook, rangeOn } from './cellsTarget';
import { wireCriteria } from './criteria';
import { dataChanged } from './changes';
import { flag, input, isLeftOut, list, oneOf, optional, record, text, whole } from './given';
import { range, rangeArgument, sortKeys, writeCells } from './ranges';
import { Handle, named, officeClass, type OfficeClass, collection, type Method, type Scalar } from './spec';

/** A table that is gone answers nothing any more. */
function there(target: Table): Table {
  if (!target.sheet.tables.includes(target)) throw invalidReference(`the table ${target.name} was deleted`);
  return target;
}

const rangeOf = (target: Table, area: Area | null): Handle => {
  if (area === null) throw notFound('the table has no such row');
  return range.of(rangeOn(target.sheet, area));
};

function setting<Key extends keyof TableSettings>(key: Key, read: (value: unknown) => TableSettings[Key], since?: Scalar<Table>['since']): Scalar<Table> {
  return {
    ...(since === undefined ? {} : { since }),
    get: (target) => target[key],
    set: (target, value) => {
      target.sheet.mayDo(null);
      (target as TableSettings)[key] = read(value);
    },
  };
}

/** A header that is shown again needs its row back. */
const SHOW_HEADERS: Scalar<Table> = {
  get: ({ showHeaders }) => showHeaders,
  set: (target, value) => {
    if (flag(value) !== target.showHeaders) throw notModelled('changing Table.showHeaders');
  },
};

const SHOW_TOTALS: Scalar<Table> = {
  get: ({ showTotals }) => showTotals,
  set: (_, value) => {
    if (flag(value)) throw notModelled('Table.showTotals');
  },
};

export const table: OfficeClass<Table> = officeClass({
  name: 'Table',
  identity: ({ id }) => ({ Id: id }),
  eventTarget: ({ id }) => id,
  events: {
    DataChanged: { since: '1.7', type: 101, kinds: ['dataChanged'] },
    SelectionChanged: { since: '1.7', type: 100, kinds: ['selectionChanged'] },
  },
  scalars: {
    Id: { get: ({ id }) => id },
    Name: { get: ({ name }) => name, set: (target, value) => renameTable(there(target), value) },
    ShowHeaders: SHOW_HEADERS,
    ShowTotals: SHOW_TOTALS,
    Style: setting('style', text),
    ShowBandedRows: setting('showBandedRows', flag, '1.3'),
    ShowBandedColumns: setting('showBandedColumns', flag, '1.3'),
    ShowFilterButton: setting('showFilterButton', flag, '1.3'),
    HighlightFirstColumn: setting('highlightFirstColumn', flag, '1.3'),
    HighlightLastColumn: setting('highlightLastColumn', flag, '1.3'),
  },
  navigations: {
    Columns: { get: (target) => tableColumns.of(there(target)) },
    Rows: { get: (target) => tableRows.of(there(target)) },
    Sort: { since: '1.2', get: (target) => tableSort.of(there(target)) },
    Worksheet: { since: '1.2', get: ({ sheet }) => named<Sheet>('Worksheet', sheet) },
    AutoFilter: { since: '1.9', get: (target) => autoFilter.of(filteredTable(there(target))) },
  },
  methods: {
    GetRange: { call: (target) => rangeOf(target, there(target).area) },
    GetDataBodyRange: { call: (target) => rangeOf(target, there(target).bodyArea()) },
    GetHeaderRowRange: { call: (target) => rangeOf(target, there(target).headerArea()) },
    GetTotalRowRange: { call: (target) => rangeOf(target, there(target).totalsArea()) },
    ConvertToRange: { since: '1.2', call: (target) => rangeOf(target, convertToRange(there(target))) },
    ClearFilters: { since: '1.2', call: (target) => clearFilters(filteredTable(there(target))) },
    ReapplyFilters: { since: '1.2', call: (target) => applyFilters(filteredTable(there(target))) },
    Resize: {
      since: '1.13',
      call: (target, [given]) => {
        const asked = range.targetOf(given) ?? rangeInWorkbook(target.sheet, text(given));
        if (asked.sheet !== target.sheet) throw invalidArgument('cells of another sheet');
        resizeTable(there(target), asked.area);
      },
    },
    Delete: {
      call: (target) => {
        const { sheet, area } = there(target);
        deleteTable(target);
        dataChanged(sheet, area);
      },
    },
  },
});

interface ColumnTarget {
  readonly table: Table;
  readonly index: number;
}

const columnArea = ({ table: { sheet }, index }: ColumnTarget, rows: Area | null): Handle => {
  if (rows === null) throw notFound('the table has no such row');
  return range.of(rangeOn(sheet, areaAt(rows.row, rows.column + index, rows.rows, 1)));
};

const columnRange = ({ table: { sheet, area }, index }: ColumnTarget): CellRange => new CellRange(sheet, areaAt(area.row, area.column + index, area.rows, 1));

export const tableColumn: OfficeClass<ColumnTarget> = officeClass({
  name: 'TableColumn',
  /** The first column is 1, whatever is inserted before it later. @assumption table-column-ids */
  identity: ({ index }) => ({ Id: index + 1 }),
  scalars: {
    Id: { get: ({ index }) => index + 1 },
    Index: { get: ({ index }) => index },
    Name: {
      get: (target) => target.table.columnNames()[target.index],
      set: ({ table: owner, index }, value) => {
        const header = owner.headerArea();
        if (header === null) throw notModelled('naming a column of a table without headers');
        writeCells(owner.sheet, areaAt(header.row, header.column + index), text(value));
      },
    },
    Values: {
      get: (target) => range.spec.scalars?.Values?.get(columnRange(target)),
      set: (target, value) => range.spec.scalars?.Values?.set?.(columnRange(target), value),
    },
  },
  navigations: { Filter: { since: '1.2', get: (target) => filter.of(target) } },
  methods: {
    GetRange: { call: (target) => columnArea(target, target.table.area) },
    GetDataBodyRange: { call: (target) => columnArea(target, target.table.bodyArea()) },
    GetHeaderRowRange: { call: (target) => columnArea(target, target.table.headerArea()) },
    GetTotalRowRange: { call: (target) => columnArea(target, target.table.totalsArea()) },
    Delete: {
      call: ({ table: owner, index }) => {
        deleteColumn(there(owner), index);
        dataChanged(owner.sheet, owner.area, 'ColumnDeleted');
      },
    },
  },
});

function columnBy(owner: Table, key: unknown): Handle | null {
  const index = typeof key === 'number' ? key - 1 : (owner.columnNamed(String(key)) ?? -1);
  return index >= 0 && index < owner.area.columns ? tableColumn.of({ table: owner, index }) : null;
}

const columns = collection<Table>(
  (owner) => owner.columnNames().map((_, index) => tableColumn.of({ table: owner, index })),
  columnBy,
  (key) => notFound(`the column ${String(key)}`),
);

export const tableColumns: OfficeClass<Table> = officeClass({
  name: 'TableColumnCollection',
  items: columns.items,
  at: columns.at,
  scalars: { Count: columns.count },
  methods: {
    GetCount: columns.getCount('1.4'),
    GetItem: columns.getItem,
    GetItemAt: columns.getItemAt,
    GetItemOrNullObject: columns.getItemOrNull('1.4'),
    Add: {
      call: (owner, [index, values, name]) => {
        const cells = isLeftOut(values) ? null : list(values).map((value) => input(Array.isArray(value) ? value[0] : value));
        const at = addColumn(there(owner), atEnd(index), optional(name, text, null), cells);
        dataChanged(owner.sheet, owner.area, 'ColumnInserted');
        return tableColumn.of({ table: owner, index: at });
      },
    },
  },
});

/** Left out, null or -1: at the end. */
const atEnd = (index: unknown): number | null => (isLeftOut(index) || index === -1 ? null : whole(index));

interface RowTarget {
  readonly table: Table;
  readonly index: number;
}

const rowArea = ({ table: owner, index }: RowTarget): Area => {
  const body = there(owner).bodyArea();
  if (index >= body.rows) throw notFound(`row ${index}`);
  return areaAt(body.row + index, body.column, 1, body.columns);
};

export const tableRow: OfficeClass<RowTarget> = officeClass({
  name: 'TableRow',
  scalars: {
    Index: { get: ({ index }) => index },
    Values: {
      get: (target) => range.spec.scalars?.Values?.get(new CellRange(target.table.sheet, rowArea(target))),
      set: (target, value) => writeCells(target.table.sheet, rowArea(target), value),
    },
  },
  methods: {
    GetRange: { call: (target) => range.of(new CellRange(target.table.sheet, rowArea(target))) },
    Delete: { call: ({ table: owner, index }) => removeRows(owner, index, 1) },
  },
});

function removeRows(owner: Table, index: number, count: number): void {
  const body = there(owner).bodyArea();
  deleteRowsAt(owner, index, count);
  dataChanged(owner.sheet, areaAt(body.row + index, body.column, count, body.columns), 'RowDeleted');
}

const rows = collection<Table>(
  (owner) => Array.from({ length: owner.bodyArea().rows }, (_, index) => tableRow.of({ table: owner, index })),
  () => null,
  (index) => notFound(`row ${String(index)}`),
);

/** One row as a list, or several; a single value fills a table of one column. */
function rowValues(given: unknown, width: number): ReturnType<typeof input>[][] {
  if (isLeftOut(given)) return [Array.from({ length: width }, () => null)];
  if (!Array.isArray(given)) return [[input(given)]];
  return Array.isArray(given[0]) ? (given as unknown[][]).map((row) => list(row).map(input)) : [(given as unknown[]).map(input)];
}

const ADD_ROWS: Method<Table> = {
  call: (owner, [index, values, alwaysInsert]) => {
    if (alwaysInsert === false) throw notModelled('rows.add that overwrites cells below the table');
    const given = rowValues(values, owner.area.columns);
    const at = addRows(there(owner), atEnd(index), given);
    const body = owner.bodyArea();
    dataChanged(owner.sheet, areaAt(body.row + at, body.column, given.length, body.columns), 'RowInserted');
    return tableRow.of({ table: owner, index: at });
  },
};

export const tableRows: OfficeClass<Table> = officeClass({
  name: 'TableRowCollection',
  items: rows.items,
  scalars: { Count: { get: (owner) => owner.bodyArea().rows } },
  methods: {
    GetCount: { since: '1.4', call: (owner) => owner.bodyArea().rows },
    GetItemAt: {
      call: (owner, [index]) => {
        const at = whole(index);
        if (at < 0 || at >= owner.bodyArea().rows) throw notFound(`row ${at}`);
        return tableRow.of({ table: owner, index: at });
      },
    },
    Add: ADD_ROWS,
  },
});

const tableSort: OfficeClass<Table> = officeClass({
  name: 'TableSort',
  scalars: {
    Fields: {
      get: ({ sorted }) =>
        (sorted?.keys ?? []).map(({ key, ascending }) => ({ key, ascending, sortOn: 'Value', dataOption: 'Normal', color: '', icon: null, subField: '' })),
    },
    MatchCase: { get: ({ sorted }) => sorted?.matchCase ?? false },
  },
  methods: {
    Apply: {
      call: (owner, [fields, matchCase]) => {
        sortTable(owner, sortKeys(fields), optional(matchCase, flag, false));
        dataChanged(owner.sheet, owner.bodyArea());
      },
    },
    Reapply: { call: (owner) => void (owner.sorted !== null && sortTable(owner, owner.sorted.keys, owner.sorted.matchCase)) },
    /** The rows stay as they stand. */
    Clear: { call: (owner) => void (owner.sorted = null) },
  },
});

const OPERATOR = oneOf(['And', 'Or'] as const);

const setColumnFilter = ({ table: owner, index }: ColumnTarget, criteria: FilterCriteria | null): void =>
  setFilter(filteredTable(there(owner)), index, criteria);

const counted =
  (filterOn: 'TopItems' | 'BottomItems'): Method<ColumnTarget>['call'] =>
  (target, [count]) =>
    setColumnFilter(target, { filterOn, criterion1: String(whole(count)) });

const filter: OfficeClass<ColumnTarget> = officeClass({
  name: 'Filter',
  scalars: { Criteria: { get: ({ table: owner, index }) => wireCriteria(owner.filters.get(index)) } },
  methods: {
    Apply: { call: (target, [criteria]) => setColumnFilter(target, filterCriteria(record(criteria))) },
    ApplyValuesFilter: { call: (target, [values]) => setColumnFilter(target, filterCriteria({ filterOn: 'Values', values })) },
    ApplyCustomFilter: {
      call: (target, [criterion1, criterion2, operator]) =>
        setColumnFilter(
          target,
          filterCriteria({ filterOn: 'Custom', criterion1, ...(isLeftOut(criterion2) ? {} : { criterion2 }), operator: optional(operator, OPERATOR, 'And') }),
        ),
    },
    ApplyTopItemsFilter: { call: counted('TopItems') },
    ApplyBottomItemsFilter: { call: counted('BottomItems') },
    Clear: { call: (target) => setColumnFilter(target, null) },
  },
});

/** Tables of a workbook, of a sheet, or those that a range touches. */
type TablesOwner = Workbook | Sheet;

const tablesOf = (owner: TablesOwner): readonly Table[] => (typeof owner.tables === 'function' ? owner.tables() : owner.tables);
const byKey = (tables: readonly Table[], key: unknown): Table | undefined =>
  tables.find(({ id }) => id === key) ?? tables.find(({ name }) => name.toLowerCase() === String(key).toLowerCase());

const tables = collection<TablesOwner>(
  (owner) => tablesOf(owner).map((one) => table.of(one)),
  (owner, key) => table.orNull(byKey(tablesOf(owner), key)),
  (key) => notFound(`the table ${String(key)}`),
);

const activeSheet = (owner: TablesOwner): Sheet => ('workbook' in owner ? owner : owner.active);

/** A workbook's tables are added where the address says, else on the active sheet. */
function add(owner: TablesOwner, address: unknown, hasHeaders: unknown): Handle {
  const sheet = activeSheet(owner);
  const place = rangeArgument(sheet, address);
  if ('workbook' in owner && place.sheet !== owner) throw invalidArgument('cells of another sheet');
  const added = addTable(place.sheet, place.area, flag(hasHeaders));
  dataChanged(place.sheet, added.headerArea() ?? added.area);
  return table.of(added);
}

export const tableCollection: OfficeClass<TablesOwner> = officeClass({
  name: 'TableCollection',
  items: tables.items,
  at: tables.at,
  eventTarget: (owner) => ('workbook' in owner ? owner.id : 'Workbook'),
  events: {
    DataChanged: { since: '1.7', type: 101, kinds: ['dataChanged'] },
    Added: { since: '1.9', type: 102, kinds: ['tableAdded'] },
    Deleted: { since: '1.9', type: 103, kinds: ['tableDeleted'] },
  },
  scalars: { Count: tables.count },
  methods: {
    Add: { call: (owner, [address, hasHeaders]) => add(owner, address, hasHeaders) },
    GetCount: tables.getCount('1.4'),
    GetItem: tables.getItem,
    GetItemAt: tables.getItemAt,
    GetItemOrNullObject: tables.getItemOrNull('1.4'),
  },
});

const touching = collection<CellRange>(
  ({ sheet, area }) => sheet.tablesIn(area).map((one) => table.of(one)),
  ({ sheet, area }, key) => table.orNull(byKey(sheet.tablesIn(area), key)),
  (key) => notFound(`the table ${String(key)}`),
);

export const tableScopedCollection: OfficeClass<CellRange> = officeClass({
  name: 'TableScopedCollection',
  items: touching.items,
  at: touching.at,
  methods: {
    GetCount: touching.getCount(),
    GetFirst: { call: (target) => touching.getItemAt.call(target, [0]) },
    GetItem: touching.getItem,
    GetItemOrNullObject: touching.getItemOrNull('1.14'),
  },
});
