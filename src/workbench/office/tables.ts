/** What can be asked of, and done to, tables? */
import type { Area } from '../model/address';
import { invalidArgument, notFound, notModelled } from '../model/errors';
import { alike } from '../model/alike';
import type { Sheet, Table } from '../model/sheet';
import type { TableSettings } from '../model/table';
import { addTable, applyFilters, clearFilters, convertToRange, deleteTable, filteredTable, renameTable, resizeTable, sortTable } from '../model/tables';
import type { Workbook } from '../model/workbook';
import { autoFilter } from './autoFilter';
import { CellRange, rangeInWorkbook, rangeOn } from './cellsTarget';
import { dataChanged } from './changes';
import { flag, optional, text } from './given';
import { range, rangeArgument, sortKeys } from './ranges';
import { Handle, named, officeClass, type OfficeClass, collection, type Scalar } from './spec';
import { tableColumns } from './tableColumns';
import { tableRows } from './tableRows';
import { there } from './tableTarget';

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

/** Tables of a workbook, of a sheet, or those that a range touches. */
type TablesOwner = Workbook | Sheet;

const tablesOf = (owner: TablesOwner): readonly Table[] => (typeof owner.tables === 'function' ? owner.tables() : owner.tables);
const byKey = (tables: readonly Table[], key: unknown): Table | undefined =>
  tables.find(({ id }) => id === key) ?? tables.find(({ name, sheet }) => alike(name, String(key), sheet.foldsWidth));

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
