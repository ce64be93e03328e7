/** What can be asked of, and done to, several rectangles of cells at once? */
import { addressText, cellCount, isWholeColumns, isWholeRows, type Area } from '../model/address';
import { notFound } from '../model/errors';
import type { Sheet } from '../model/sheet';
import { areasAt, rangeOn, type CellAreas, type CellsTarget } from './cellsTarget';
import { text } from './given';
import { rangeFormat } from './rangeFormat';
import { clearCells, range } from './ranges';
import { collection, named, officeClass, type OfficeClass } from './spec';

const areas = collection<CellAreas>(
  (target) => target.areas().map((area) => range.of(rangeOn(target.sheet, area))),
  () => null,
  (index) => notFound(`the area ${String(index)}`),
);

const rangeCollection: OfficeClass<CellAreas> = officeClass({
  name: 'RangeCollection',
  methods: { GetCount: areas.getCount(), GetItemAt: areas.getItemAt },
  items: areas.items,
});

const allAreas = (target: CellAreas, text: (area: Area) => boolean): boolean => target.areas().every(text);
const addressesOf = (target: CellAreas): string =>
  target
    .areas()
    .map((area) => addressText(target.sheet.name, area))
    .join(',');

export const rangeAreas: OfficeClass<CellAreas> = officeClass({
  name: 'RangeAreas',
  isTracked: true,
  scalars: {
    Address: { get: addressesOf },
    AddressLocal: { get: addressesOf },
    AreaCount: { get: (target) => target.areas().length },
    CellCount: { get: (target) => target.areas().reduce((sum, area) => sum + cellCount(area), 0) },
    IsEntireColumn: { get: (target) => allAreas(target, isWholeColumns) },
    IsEntireRow: { get: (target) => allAreas(target, isWholeRows) },
  },
  navigations: {
    Areas: { get: (target) => rangeCollection.of(target) },
    Format: { get: (target) => rangeFormat.of(target) },
    Worksheet: { get: ({ sheet }) => named<Sheet>('Worksheet', sheet) },
    ConditionalFormats: { get: (target) => named<CellsTarget>('ConditionalFormatCollection', target) },
  },
  methods: {
    Clear: { call: (target, [what]) => clearCells(target, what) },
    Calculate: { call: () => null },
  },
});

/** One or several areas in an argument: a proxy of either class, or an address. */
export function cellsArgument(sheet: Sheet, value: unknown): CellsTarget {
  return range.targetOf(value) ?? rangeAreas.targetOf(value) ?? areasAt(sheet, text(value));
}
