/** What can be asked of, and done to, worksheets? */
import { areaAt, lastColumn, lastRow, WHOLE_SHEET, type Area } from '../model/address';
import { copySheet } from '../model/copies';
import { invalidArgument, invalidReference, notFound, notModelled } from '../model/errors';
import { USUAL_HEIGHT } from '../model/geometry';
import type { Sheet, Visibility } from '../model/sheet';
import { ownerOf, type Workbook } from '../model/workbook';
import { sheetAutoFilter } from './autoFilter';
import { CellRange, areasAt, rangeAt, rangeOn } from './cellsTarget';
import { charts } from './charts';
import { customSheetProperties } from './properties';
import { color, flag, number, oneOf, optional, text, whole } from './given';
import { names } from './names';
import { pageLayout } from './pageLayout';
import { sheetProtection } from './protection';
import { rangeAreas } from './rangeAreas';
import { range, rangeArgument } from './ranges';
import { Handle, officeClass, type OfficeClass, collection, type EventSpec, type Method, type Scalar } from './spec';
import { tableCollection } from './tables';

function there(sheet: Sheet): Sheet {
  if (!sheet.workbook.sheets.includes(sheet)) throw invalidReference(`the sheet ${sheet.name} was deleted`);
  return sheet;
}

const VISIBILITY = oneOf<Visibility>(['Visible', 'Hidden', 'VeryHidden']);

const shown = (key: 'showGridlines' | 'showHeadings'): Scalar<Sheet> => ({
  since: '1.8',
  get: (sheet) => sheet[key],
  set: (sheet, value) => {
    sheet[key] = flag(value);
  },
});

const used = (sheet: Sheet, valuesOnly: unknown): Area | null => there(sheet).usedArea(optional(valuesOnly, flag, false));

/** The next or previous sheet. */
function neighbour(sheet: Sheet, step: 1 | -1, visibleOnly: unknown): Sheet | undefined {
  const { sheets } = there(sheet).workbook;
  const candidates = optional(visibleOnly, flag, false) ? sheets.filter((other) => other === sheet || other.visibility === 'Visible') : sheets;
  return candidates[candidates.indexOf(sheet) + step];
}

const beside = (step: 1 | -1): Method<Sheet> => ({
  since: '1.5',
  call: (sheet, [visibleOnly]) => {
    const found = neighbour(sheet, step, visibleOnly);
    if (found === undefined) throw notFound('no sheet beside');
    return worksheet.of(found);
  },
});

const besideOrNull = (step: 1 | -1): Method<Sheet> => ({ since: '1.5', call: (sheet, [visibleOnly]) => worksheet.orNull(neighbour(sheet, step, visibleOnly)) });

const byId: Method<Sheet> = { call: (sheet, [id]) => sheets.getItem.call(ownerOf(sheet), [id]) };

const POSITIONS = oneOf(['None', 'Before', 'After', 'Beginning', 'End'] as const);

function copyPosition(sheet: Sheet, type: unknown, relativeTo: unknown): number {
  const { sheets: all } = sheet.workbook;
  const position = optional(type, POSITIONS, 'None');
  if (position === 'Beginning') return 0;
  if (position === 'End') return all.length;
  if (position === 'None') return all.indexOf(sheet) + 1;
  const other = worksheet.targetOf(relativeTo);
  if (other === undefined) throw invalidArgument('relativeTo');
  return all.indexOf(other) + (position === 'After' ? 1 : 0);
}

export const SHEET_EVENTS: Readonly<Record<string, EventSpec>> = {
  DataChanged: { since: '1.7', type: 10, kinds: ['dataChanged'] },
  SelectionChanged: { since: '1.7', type: 14, kinds: ['selectionChanged'] },
  Activated: { since: '1.7', type: 11, kinds: ['activated'] },
  Deactivated: { since: '1.7', type: 12, kinds: ['deactivated'] },
  RowSorted: { since: '1.10', type: 19, kinds: ['rowSorted'] },
  ProtectionChanged: { since: '1.14', type: 24, kinds: ['protectionChanged'] },
};

export const worksheet: OfficeClass<Sheet> = officeClass({
  name: 'Worksheet',
  identity: ({ id }) => ({ Id: id }),
  eventTarget: ({ id }) => id,
  events: SHEET_EVENTS,
  scalars: {
    Id: { get: ({ id }) => id },
    Name: { get: ({ name }) => name, set: (sheet, value) => ownerOf(there(sheet)).renameSheet(sheet, text(value)) },
    Position: { get: (sheet) => sheet.workbook.sheets.indexOf(sheet), set: (sheet, value) => ownerOf(there(sheet)).moveSheet(sheet, whole(value)) },
    Visibility: { get: ({ visibility }) => visibility, set: (sheet, value) => ownerOf(there(sheet)).setVisibility(sheet, VISIBILITY(value)) },
    TabColor: {
      since: '1.7',
      get: ({ tabColor }) => tabColor,
      set: (sheet, value) => {
        ownerOf(sheet).mayChangeStructure();
        sheet.tabColor = value === '' ? '' : color(value);
      },
    },
    ShowGridlines: shown('showGridlines'),
    ShowHeadings: shown('showHeadings'),
    /** So Office.js calls them when it sets them. */
    Gridlines: shown('showGridlines'),
    Headings: shown('showHeadings'),
    /** In characters, as Excel shows it; here points, as all widths of Office.js. */
    StandardWidth: {
      since: '1.7',
      get: ({ geometry }) => geometry.usualWidth,
      set: (sheet, value) => {
        sheet.mayDo('allowFormatColumns');
        sheet.geometry.usualWidth = number(value);
      },
    },
    StandardHeight: { since: '1.7', get: () => USUAL_HEIGHT },
  },
  navigations: {
    AutoFilter: { since: '1.9', get: (sheet) => sheetAutoFilter.of(sheet) },
    Charts: { get: (sheet) => charts.of(sheet) },
    CustomProperties: { since: '1.12', get: (sheet) => customSheetProperties.of(sheet) },
    FreezePanes: { since: '1.7', get: (sheet) => freezePanes.of(sheet) },
    Names: { since: '1.4', get: (sheet) => names.of(sheet) },
    PageLayout: { since: '1.9', get: (sheet) => pageLayout.of(sheet) },
    Protection: { since: '1.2', get: (sheet) => sheetProtection.of(sheet) },
    Tables: { get: (sheet) => tableCollection.of(sheet) },
  },
  methods: {
    Activate: { call: (sheet) => ownerOf(there(sheet)).activate(sheet) },
    Calculate: { since: '1.6', call: () => null },
    Delete: { call: (sheet) => ownerOf(there(sheet)).deleteSheet(sheet) },
    GetCell: { call: (sheet, [row, column]) => range.of(rangeOn(there(sheet), areaAt(whole(row), whole(column)))) },
    GetRange: { call: (sheet, [address]) => range.of(optional(address, (given) => rangeAt(there(sheet), text(given)), new CellRange(sheet, WHOLE_SHEET))) },
    GetRangeByIndexes: {
      since: '1.7',
      call: (sheet, [row, column, rows, columns]) => range.of(rangeOn(there(sheet), areaAt(whole(row), whole(column), whole(rows), whole(columns)))),
    },
    GetRanges: { since: '1.9', call: (sheet, [address]) => rangeAreas.of(areasAt(there(sheet), optional(address, text, 'A:XFD'))) },
    /** A sheet without contents answers with A1. */
    GetUsedRange: { call: (sheet, [valuesOnly]) => range.of(new CellRange(sheet, used(sheet, valuesOnly) ?? areaAt(0, 0))) },
    GetUsedRangeOrNullObject: {
      since: '1.4',
      call: (sheet, [valuesOnly]) => {
        const area = used(sheet, valuesOnly);
        return area === null ? null : range.of(new CellRange(sheet, area));
      },
    },
    GetNext: beside(1),
    GetNextOrNullObject: besideOrNull(1),
    GetPrevious: beside(-1),
    GetPreviousOrNullObject: besideOrNull(-1),
    Copy: { since: '1.7', call: (sheet, [type, relativeTo]) => worksheet.of(copySheet(there(sheet), copyPosition(sheet, type, relativeTo))) },
    _GetSheetById: byId,
    _GetAnotherWorksheetById: byId,
  },
});

const find = (workbook: Workbook, key: unknown): Handle | null =>
  worksheet.orNull(workbook.sheets.find(({ id }) => id === key) ?? (typeof key === 'string' ? workbook.sheetNamed(key) : undefined));

const sheets = collection<Workbook>(
  (workbook) => workbook.sheets.map((sheet) => worksheet.of(sheet)),
  find,
  (key) => notFound(`the sheet ${String(key)}`),
);

const visible = (workbook: Workbook, visibleOnly: unknown): readonly Sheet[] =>
  optional(visibleOnly, flag, false) ? workbook.sheets.filter(({ visibility }) => visibility === 'Visible') : workbook.sheets;

export const worksheets: OfficeClass<Workbook> = officeClass({
  name: 'WorksheetCollection',
  items: sheets.items,
  at: sheets.at,
  eventTarget: () => 'Workbook',
  events: {
    ...SHEET_EVENTS,
    DataChanged: { since: '1.9', type: 10, kinds: ['dataChanged'] },
    SelectionChanged: { since: '1.9', type: 14, kinds: ['selectionChanged'] },
    Added: { since: '1.7', type: 13, kinds: ['added'] },
    Deleted: { since: '1.7', type: 15, kinds: ['deleted'] },
    NameChanged: { since: '1.17', type: 25, kinds: ['nameChanged'] },
    VisibilityChanged: { since: '1.17', type: 26, kinds: ['visibilityChanged'] },
    Moved: { since: '1.17', type: 27, kinds: ['moved'] },
  },
  methods: {
    Add: { call: (workbook, [name]) => worksheet.of(workbook.addSheet(optional(name, text, null))) },
    GetActiveWorksheet: { call: ({ active }) => worksheet.of(active) },
    GetCount: { since: '1.4', call: (workbook, [visibleOnly]) => visible(workbook, visibleOnly).length },
    GetFirst: { since: '1.5', call: (workbook, [visibleOnly]) => worksheet.orNull(visible(workbook, visibleOnly)[0]) },
    GetLast: { since: '1.5', call: (workbook, [visibleOnly]) => worksheet.orNull(visible(workbook, visibleOnly).at(-1)) },
    GetItem: sheets.getItem,
    GetItemOrNullObject: sheets.getItemOrNull('1.4'),
  },
});

function freeze(sheet: Sheet, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw invalidArgument('a negative count');
  sheet.frozen = { rows, columns };
}

const frozenArea = ({ frozen: { rows, columns } }: Sheet): Area | null => {
  if (rows === 0 && columns === 0) return null;
  return areaAt(0, 0, rows === 0 ? WHOLE_SHEET.rows : rows, columns === 0 ? WHOLE_SHEET.columns : columns);
};

/** Only what starts at A1 can be frozen. @assumption freeze-panes */
const freezePanes: OfficeClass<Sheet> = officeClass({
  name: 'WorksheetFreezePanes',
  methods: {
    FreezeRows: { call: (sheet, [count]) => freeze(sheet, optional(count, whole, 1), 0) },
    FreezeColumns: { call: (sheet, [count]) => freeze(sheet, 0, optional(count, whole, 1)) },
    FreezeAt: {
      call: (sheet, [given]) => {
        const { area } = rangeArgument(sheet, given);
        if (area.row !== 0 || area.column !== 0) throw notModelled('freezing cells that do not start at A1');
        freeze(sheet, area.rows === WHOLE_SHEET.rows ? 0 : lastRow(area) + 1, area.columns === WHOLE_SHEET.columns ? 0 : lastColumn(area) + 1);
      },
    },
    Unfreeze: { call: (sheet) => freeze(sheet, 0, 0) },
    GetLocation: {
      call: (sheet) => {
        const area = frozenArea(sheet);
        if (area === null) throw notFound('nothing is frozen');
        return range.of(rangeOn(sheet, area));
      },
    },
    GetLocationOrNullObject: {
      call: (sheet) => {
        const area = frozenArea(sheet);
        return area === null ? null : range.of(rangeOn(sheet, area));
      },
    },
  },
});
