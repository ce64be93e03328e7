/** What can be asked of, and done to, the columns of a table and their filters? */
import { areaAt, type Area } from '../model/address';
import { notFound, notModelled } from '../model/errors';
import { filterCriteria, type FilterCriteria } from '../model/filter';
import type { Table } from '../model/sheet';
import { addColumn, deleteColumn, filteredTable, setFilter } from '../model/tables';
import { CellRange, rangeOn } from './cellsTarget';
import { dataChanged } from './changes';
import { wireCriteria } from './criteria';
import { input, isLeftOut, list, oneOf, optional, record, text, whole } from './given';
import { writeCells } from './rangeContents';
import { range } from './ranges';
import { Handle, officeClass, type OfficeClass, collection, type Method } from './spec';
import { atEnd, there } from './tableTarget';

interface ColumnTarget {
  readonly table: Table;
  readonly index: number;
}

const columnArea = ({ table: { sheet }, index }: ColumnTarget, rows: Area | null): Handle => {
  if (rows === null) throw notFound('the table has no such row');
  return range.of(rangeOn(sheet, areaAt(rows.row, rows.column + index, rows.rows, 1)));
};

const columnRange = ({ table: { sheet, area }, index }: ColumnTarget): CellRange => new CellRange(sheet, areaAt(area.row, area.column + index, area.rows, 1));

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
