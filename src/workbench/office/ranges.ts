/** What can be asked of, and done to, a rectangle of cells? */
import {
  COLUMNS,
  ROWS,
  addressText,
  areaAt,
  bounding,
  cellCount,
  intersection,
  isWholeColumns,
  isWholeRows,
  lastColumn,
  lastRow,
  wholeColumns,
  wholeRows,
  type Area,
} from '../model/address';
import { clearWithin } from '../model/conditional';
import { copyArea, type CopyType } from '../model/copies';
import { insertDeleteConflict, invalidArgument, notFound, notModelled } from '../model/errors';
import type { DataChange } from '../model/events';
import type { Sheet } from '../model/sheet';
import { ownerOf } from '../model/workbook';
import { sortRows } from '../model/sortRows';
import { shiftCells } from '../model/structure';
import { cellText } from '../model/text';
import { CellRange, rangeInWorkbook, rangeOn, type CellsTarget } from './cellsTarget';
import { dataChanged } from './changes';
import { cellwise, flag, isLeftOut, list, number, oneOf, optional, record, text, whole } from './given';
import { CONTENTS, FORMULAS, NUMBER_FORMAT, cellValues, hidden, typeOf } from './rangeContents';
import { applyFormat, formatOf, rangeFormat, setColumnWidth, setRowHeight } from './rangeFormat';
import { Handle, named, officeClass, type OfficeClass, type Method, type Scalar } from './spec';

/** A range in an argument, or its address. */
export function rangeArgument(sheet: Sheet, value: unknown): CellRange {
  return range.targetOf(value) ?? rangeInWorkbook(sheet, text(value));
}

function onSheet(sheet: Sheet, value: unknown): Area {
  const given = rangeArgument(sheet, value);
  if (given.sheet !== sheet) throw invalidArgument('cells of another sheet');
  return given.area;
}

const spanning = (get: (target: CellRange) => number): Scalar<CellRange> => ({ since: '1.10', get });

/** A method that gives another range of the same sheet. */
const other = (place: (area: Area, given: readonly unknown[], sheet: Sheet) => Area, since?: Method<CellRange>['since']): Method<CellRange> => ({
  ...(since === undefined ? {} : { since }),
  call: ({ sheet, area }, given) => range.of(rangeOn(sheet, place(area, given, sheet))),
});

const within = (index: unknown, count: number): number => {
  const at = whole(index);
  if (at < 0 || at >= count) throw invalidArgument(`${at} of ${count}`);
  return at;
};

/** Whole columns are cut to where the sheet's contents end, and asked again. */
const usedWithin = ({ sheet, area }: CellRange, valuesOnly: unknown): Area | null => sheet.usedArea(optional(valuesOnly, flag, false), area);

/** An empty range answers with its first cell. @assumption used-range */
const USED: Method<CellRange> = {
  call: (target, [valuesOnly]) => range.of(rangeOn(target.sheet, usedWithin(target, valuesOnly) ?? areaAt(target.area.row, target.area.column))),
};

const INTERSECTION = ({ sheet, area }: CellRange, given: unknown): Area | null => {
  const found = rangeArgument(sheet, given);
  return found.sheet === sheet ? intersection(area, found.area) : null;
};

/** All cells around that are joined by filled cells, also over corners. @assumption surrounding-region */
function regionAround(area: Area, sheet: Sheet): Area {
  for (let region = area; ;) {
    const wider = bounding(region, sheet.cells.used(grown(region)) ?? region);
    if (wider.rows === region.rows && wider.columns === region.columns) return region;
    region = wider;
  }
}

function grown(area: Area): Area {
  const row = Math.max(0, area.row - 1);
  const column = Math.max(0, area.column - 1);
  return areaAt(row, column, Math.min(ROWS - 1, lastRow(area) + 1) - row + 1, Math.min(COLUMNS - 1, lastColumn(area) + 1) - column + 1);
}

const CLEAR = oneOf(['All', 'Formats', 'Contents', 'Hyperlinks', 'RemoveHyperlinks', 'ResetContents'] as const);

export function clearCells(target: CellsTarget, given: unknown): void {
  const what = optional(given, CLEAR, 'All');
  const { sheet } = target;
  if (what !== 'All' && what !== 'Formats' && what !== 'Contents') throw notModelled(`clear(${what})`);
  for (const area of target.areas()) {
    if (what !== 'Formats') clearContents(sheet, area);
    if (what !== 'Contents') clearLooks(sheet, area);
    dataChanged(sheet, area);
  }
}

/** A header that is emptied gets its usual name. */
function clearContents(sheet: Sheet, area: Area): void {
  sheet.mayEdit(area);
  sheet.cells.clear(area);
  for (const table of sheet.tablesIn(area)) ownerOf(sheet).followHeaders(table);
}

/** Conditional formats go with the other looks where they lie within. @assumption clear-formats */
function clearLooks(sheet: Sheet, area: Area): void {
  sheet.mayDo('allowFormatCells');
  sheet.setStyle(area, sheet.workbook.usualStyle);
  clearWithin(sheet, area);
}

const INSERT = oneOf(['Down', 'Right'] as const);
const DELETE = oneOf(['Up', 'Left'] as const);

const CHANGES: Readonly<Record<'row' | 'column', readonly [DataChange, DataChange]>> = {
  row: ['RowInserted', 'RowDeleted'],
  column: ['ColumnInserted', 'ColumnDeleted'],
};

function shiftRange({ sheet, area }: CellRange, axis: 'row' | 'column', isInsert: boolean): void {
  const isWhole = axis === 'row' ? isWholeRows(area) : isWholeColumns(area);
  if (!isWhole && (isWholeRows(area) || isWholeColumns(area))) throw insertDeleteConflict('whole rows move down, whole columns to the right');
  shiftCells({ sheet, area, axis, isInsert });
  dataChanged(sheet, area, isWhole ? (CHANGES[axis][isInsert ? 0 : 1] as DataChange) : isInsert ? 'CellInserted' : 'CellDeleted');
}

const COPY = oneOf(['All', 'Formulas', 'Values', 'Formats', 'Link'] as const);

const COPY_FROM: Method<CellRange> = {
  since: '1.9',
  call: ({ sheet, area }, [source, kind, skipBlanks, transpose]) => {
    const type = optional(kind, COPY, 'All');
    if (type === 'Link' || skipBlanks === true || transpose === true) throw notModelled('copyFrom with links, skipped blanks or transposed');
    if (source instanceof Handle && range.targetOf(source) === undefined) throw notModelled('copyFrom with several areas');
    const from = rangeArgument(sheet, source);
    dataChanged(sheet, copyArea(from.sheet, from.area, sheet, area, type satisfies CopyType));
  },
};

const PROPERTIES: Readonly<Record<string, Method<CellRange>>> = {
  GetCellProperties: {
    since: '1.9',
    call: ({ sheet, area }, [asked]) =>
      Array.from({ length: area.rows }, (_, row) =>
        Array.from({ length: area.columns }, (__, column) => cellProperties(new CellRange(sheet, areaAt(area.row + row, area.column + column)), asked)),
      ),
  },
  SetCellProperties: {
    since: '1.9',
    call: ({ sheet, area }, [given]) => {
      const at = cellwise(given, area.rows, area.columns, record);
      for (let row = 0; row < area.rows; row++) {
        for (let column = 0; column < area.columns; column++)
          setProperties(new CellRange(sheet, areaAt(area.row + row, area.column + column)), at(row, column));
      }
    },
  },
  SetColumnProperties: {
    since: '1.9',
    call: ({ sheet, area }, [given]) =>
      eachLine(given, area.columns, (index, line) => setProperties(new CellRange(sheet, wholeColumns(area.column + index, 1)), line)),
  },
  SetRowProperties: {
    since: '1.9',
    call: ({ sheet, area }, [given]) => eachLine(given, area.rows, (index, line) => setProperties(new CellRange(sheet, wholeRows(area.row + index, 1)), line)),
  },
};

function eachLine(given: unknown, count: number, apply: (index: number, line: Readonly<Record<string, unknown>>) => void): void {
  const lines = list(given);
  if (lines.length !== count) throw invalidArgument(`${lines.length} entries for ${count}`);
  for (const [index, line] of lines.entries()) if (!isLeftOut(line)) apply(index, record(line));
}

function cellProperties(target: CellRange, asked: unknown): Readonly<Record<string, unknown>> {
  const { address, format, ...unknown } = record(asked);
  const [other] = Object.keys(unknown);
  if (other !== undefined) throw notModelled(`${other} in a list of properties`);
  return {
    ...(address === true ? { address: addressText(target.sheet.name, target.area) } : {}),
    ...(format === undefined ? {} : { format: formatOf(target, format) }),
  };
}

function setProperties(target: CellRange, given: Readonly<Record<string, unknown>>): void {
  const { format, columnHidden, rowHidden, ...unknown } = given;
  const [other] = Object.keys(unknown);
  if (other !== undefined) throw notModelled(`${other} in a list of properties`);
  const lines = { sheet: target.sheet, areas: target.areas() };
  if (columnHidden !== undefined) hidden('hiddenColumns').set?.(target, columnHidden);
  if (rowHidden !== undefined) hidden('hiddenRows').set?.(target, rowHidden);
  if (format === undefined) return;
  const { columnWidth, rowHeight, ...looks } = record(format);
  if (columnWidth !== undefined) setColumnWidth(lines, number(columnWidth));
  if (rowHeight !== undefined) setRowHeight(lines, number(rowHeight));
  applyFormat(target, looks);
}

export const range: OfficeClass<CellRange> = officeClass({
  name: 'Range',
  isTracked: true,
  scalars: {
    Address: { get: ({ sheet, area }) => addressText(sheet.name, area) },
    AddressLocal: { get: ({ sheet, area }) => addressText(sheet.name, area) },
    CellCount: { get: ({ area }) => (cellCount(area) > 2 ** 31 - 1 ? -1 : cellCount(area)) },
    RowIndex: { get: ({ area }) => area.row },
    ColumnIndex: { get: ({ area }) => area.column },
    RowCount: { get: ({ area }) => area.rows },
    ColumnCount: { get: ({ area }) => area.columns },
    Values: CONTENTS,
    Formulas: FORMULAS,
    FormulasLocal: FORMULAS,
    NumberFormat: NUMBER_FORMAT,
    NumberFormatLocal: { ...NUMBER_FORMAT, since: '1.7' },
    Text: { get: (target) => cellValues(target, cellText) },
    ValueTypes: { get: (target) => cellValues(target, typeOf) },
    RowHidden: hidden('hiddenRows'),
    ColumnHidden: hidden('hiddenColumns'),
    Hidden: { since: '1.2', get: (target) => (hidden('hiddenRows').get(target) === true || hidden('hiddenColumns').get(target) === true ? true : false) },
    IsEntireColumn: { since: '1.7', get: ({ area }) => isWholeColumns(area) },
    IsEntireRow: { since: '1.7', get: ({ area }) => isWholeRows(area) },
    Left: spanning(({ sheet, area }) => sheet.geometry.left(area.column)),
    Top: spanning(({ sheet, area }) => sheet.geometry.top(area.row)),
    Width: spanning(({ sheet, area }) => sheet.geometry.left(area.column + area.columns) - sheet.geometry.left(area.column)),
    Height: spanning(({ sheet, area }) => sheet.geometry.top(area.row + area.rows) - sheet.geometry.top(area.row)),
    HasSpill: { since: '1.12', get: () => false },
  },
  navigations: {
    Format: { get: (target) => rangeFormat.of(target) },
    Worksheet: { get: ({ sheet }) => named<Sheet>('Worksheet', sheet) },
    Sort: { since: '1.2', get: (target) => rangeSort.of(target) },
    ConditionalFormats: { since: '1.6', get: (target) => named<CellsTarget>('ConditionalFormatCollection', target) },
  },
  methods: {
    GetCell: other((area, [row, column]) => areaAt(area.row + whole(row), area.column + whole(column))),
    GetRow: other((area, [row]) => areaAt(area.row + within(row, area.rows), area.column, 1, area.columns)),
    GetColumn: other((area, [column]) => areaAt(area.row, area.column + within(column, area.columns), area.rows, 1)),
    GetLastCell: other((area) => areaAt(lastRow(area), lastColumn(area))),
    GetLastRow: other((area) => areaAt(lastRow(area), area.column, 1, area.columns)),
    GetLastColumn: other((area) => areaAt(area.row, lastColumn(area), area.rows, 1)),
    GetEntireRow: other((area) => wholeRows(area.row, area.rows)),
    GetEntireColumn: other((area) => wholeColumns(area.column, area.columns)),
    GetOffsetRange: other((area, [rows, columns]) => ({ ...area, row: area.row + whole(rows), column: area.column + whole(columns) })),
    GetResizedRange: other((area, [rows, columns]) => ({ ...area, rows: area.rows + whole(rows), columns: area.columns + whole(columns) }), '1.3'),
    GetAbsoluteResizedRange: other((area, [rows, columns]) => ({ ...area, rows: whole(rows), columns: whole(columns) }), '1.7'),
    GetBoundingRect: other((area, [given], sheet) => bounding(area, onSheet(sheet, given))),
    GetRowsAbove: other((area, [count]) => beside(area, 'row', -optional(count, whole, 1)), '1.3'),
    GetRowsBelow: other((area, [count]) => beside(area, 'row', optional(count, whole, 1)), '1.3'),
    GetColumnsBefore: other((area, [count]) => beside(area, 'column', -optional(count, whole, 1)), '1.3'),
    GetColumnsAfter: other((area, [count]) => beside(area, 'column', optional(count, whole, 1)), '1.3'),
    GetSurroundingRegion: other((area, _, sheet) => regionAround(area, sheet), '1.7'),
    GetIntersection: {
      call: (target, [given]) => {
        const common = INTERSECTION(target, given);
        if (common === null) throw notFound('the ranges have no cell in common');
        return range.of(rangeOn(target.sheet, common));
      },
    },
    GetIntersectionOrNullObject: { since: '1.4', call: (target, [given]) => found(target.sheet, INTERSECTION(target, given)) },
    GetUsedRange: USED,
    GetUsedRangeOrNullObject: { since: '1.4', call: (target, [valuesOnly]) => found(target.sheet, usedWithin(target, valuesOnly)) },
    GetTables: { since: '1.9', call: (target) => named<CellRange>('TableScopedCollection', target) },
    Select: { call: ({ sheet, area }) => ownerOf(sheet).select(sheet, area) },
    Clear: { call: (target, [what]) => clearCells(target, what) },
    Insert: {
      call: (target, [shift]) => {
        const { sheet, area } = target;
        shiftRange(target, INSERT(shift) === 'Down' ? 'row' : 'column', true);
        return range.of(rangeOn(sheet, area));
      },
    },
    Delete: { call: (target, [shift]) => shiftRange(target, DELETE(shift) === 'Up' ? 'row' : 'column', false) },
    CopyFrom: COPY_FROM,
    Calculate: { since: '1.6', call: () => null },
    ...PROPERTIES,
    _ValidateArraySize: {
      since: '1.3',
      call: ({ area }, [rows, columns]) => {
        if (rows !== area.rows || columns !== area.columns)
          throw invalidArgument("the number of rows or columns in the input array doesn't match the size or dimensions of the range");
        return null;
      },
    },
  },
});

const found = (sheet: Sheet, area: Area | null): Handle | null => (area === null ? null : range.of(rangeOn(sheet, area)));

/** So many rows or columns next to an area; a negative count goes up or to the left. */
function beside(area: Area, axis: 'row' | 'column', count: number): Area {
  if (count === 0) throw invalidArgument('0 rows or columns');
  const size = Math.abs(count);
  if (axis === 'row') return { ...area, row: count > 0 ? area.row + area.rows : area.row - size, rows: size };
  return { ...area, column: count > 0 ? area.column + area.columns : area.column - size, columns: size };
}

/** Only by values; colours and icons are not modelled. */
export function sortKeys(given: unknown): { readonly key: number; readonly ascending: boolean }[] {
  return list(given).map((field) => {
    const { key, sortOn, ascending } = record(field);
    if (!isLeftOut(sortOn) && sortOn !== 'Value') throw notModelled(`sorting on ${String(sortOn)}`);
    return { key: whole(key), ascending: optional(ascending, flag, true) };
  });
}

const rangeSort: OfficeClass<CellRange> = officeClass({
  name: 'RangeSort',
  methods: {
    Apply: {
      call: ({ sheet, area }, [fields, matchCase, hasHeaders, orientation]) => {
        if (!isLeftOut(orientation) && orientation !== 'Rows') throw notModelled('sorting columns');
        const skipped = optional(hasHeaders, flag, false) ? 1 : 0;
        const rows = areaAt(area.row + skipped, area.column, area.rows - skipped, area.columns);
        sortRows(sheet, rows, sortKeys(fields), optional(matchCase, flag, false));
        dataChanged(sheet, rows);
      },
    },
  },
});
