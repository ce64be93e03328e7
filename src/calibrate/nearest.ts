/** Which built-in layout is nearest, and where have its items moved? */
import type { Layout, RecordName } from '../file/layout';
import type { Difference, Item, Nearest, Place } from './proposal';

interface Spot {
  readonly place: Place;
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

export type Placed = Pick<Item, 'place' | 'name' | 'offset' | 'length' | 'kind'>;

export function nearestOf(items: readonly Placed[], recordLength: number, builtIn: readonly Layout[]): Nearest | null {
  const here = items.filter(({ kind }) => kind !== 'filler');
  const compared = builtIn.map((layout) => compare(here, recordLength, layout));
  return compared.reduce<Nearest | null>((best, one) => (best === null || weight(one) > weight(best) ? one : best), null);
}

/** Items that stand where they stood count most; of equal ones the layout with fewer differences is nearer. */
const weight = ({ sameItems, differences }: Nearest): number => sameItems - differences.length / 100;

function compare(here: readonly Placed[], recordLength: number, layout: Layout): Nearest {
  const there = spotsOf(layout);
  const moved: (Spot & { shift: number; here: number | null; there: number | null })[] = [];
  let sameItems = 0;
  for (const spot of there) {
    const own = here.find((item) => item.place === spot.place && item.name === spot.name);
    if (own === undefined) moved.push({ ...spot, shift: 0, here: null, there: spot.length });
    else if (own.offset === spot.offset && own.length === spot.length) sameItems++;
    else moved.push({ ...spot, shift: own.offset - spot.offset, here: own.length, there: spot.length });
  }
  for (const item of here) {
    if (!there.some((spot) => spot.place === item.place && spot.name === item.name)) moved.push({ ...item, shift: 0, here: item.length, there: null });
  }
  return {
    id: layout.id,
    title: layout.title,
    recordLength: recordLength === layout.recordLength ? null : { here: recordLength, there: layout.recordLength },
    sameItems,
    differences: together(moved),
  };
}

function spotsOf(layout: Layout): Spot[] {
  const records = Object.entries(layout.placed) as [RecordName, Layout['placed'][RecordName]][];
  const inRecords = records.flatMap(([place, fields]) =>
    fields.filter(({ kind }) => kind !== 'filler').map(({ name, offset, length }) => ({ place, name, offset, length })),
  );
  const { parts, offset: start } = layout.barcodeField;
  return [...inRecords, ...parts.map(({ name, offset, length }) => ({ place: 'barcode' as const, name, offset: offset - start, length }))];
}

/** Neighbours that have moved by the same number of bytes and kept their length are one difference. */
function together(moved: readonly (Spot & { shift: number; here: number | null; there: number | null })[]): Difference[] {
  const differences: (Difference & { names: string[] })[] = [];
  for (const { place, name, shift, here, there } of moved) {
    const last = differences[differences.length - 1];
    const isMove = shift !== 0 && here === there;
    if (isMove && last !== undefined && last.place === place && last.shift === shift && last.here === last.there) last.names.push(name);
    else differences.push({ place, names: [name], shift, here, there });
  }
  return differences;
}
