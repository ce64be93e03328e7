/** Where do the corners of a reference go when its cells go somewhere? */
import { areaAt, bounding, lastColumn, lastRow, type Area } from '../model/address';
import type { Corner } from './words';

/** Where the corners of what stood at these places stand now; null: all of it is gone. */
export type Relocation = (from: Corner, to: Corner) => readonly [Corner, Corner] | null;

export function movedCorners(from: Corner, to: Corner, moved: (area: Area) => Area | null): readonly [Corner, Corner] | null {
  const area = moved(bounding(areaAt(from.row, from.column), areaAt(to.row, to.column)));
  if (area === null) return null;
  return [
    { ...from, row: area.row, column: area.column },
    { ...to, row: lastRow(area), column: lastColumn(area) },
  ];
}
