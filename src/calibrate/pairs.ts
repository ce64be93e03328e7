/** Which data records speak of the same barcode, one after another in time? */
import { BARCODE_LENGTH } from '../file/barcode';
import { ByteTexts } from '../file/byteTexts';
import type { Day } from '../file/calendar';
import type { Gathered, Rows } from './rows';

/** `earlier[i]` and `later[i]` are rows with the same 44 digits, next to each other in time. */
export interface Pairs {
  readonly earlier: readonly number[];
  readonly later: readonly number[];
}

/** Rows by their group's created date, then as given. */
export function rowsInTime({ groups, groupOf }: Gathered, createdOf: readonly Day[]): Int32Array {
  const order = groups.map((_, group) => group).sort((a, b) => (createdOf[a] ?? 0) - (createdOf[b] ?? 0) || a - b);
  const rank = new Int32Array(groups.length);
  for (const [place, group] of order.entries()) rank[group] = place;
  const startOf = new Int32Array(groups.length + 1);
  for (const group of groupOf) startOf[rank[group]! + 1]!++;
  for (let place = 0; place < groups.length; place++) startOf[place + 1]! += startOf[place]!;
  const inTime = new Int32Array(groupOf.length);
  for (let row = 0; row < groupOf.length; row++) inTime[startOf[rank[groupOf[row]!]!]!++] = row;
  return inTime;
}

export function pairsOf(rows: Rows, barcodeAt: number, inTime: Int32Array): Pairs {
  const texts = new ByteTexts();
  const last: number[] = [];
  const earlier: number[] = [];
  const later: number[] = [];
  for (const row of inTime) {
    const id = texts.idOf(rows.bytes, row * rows.width + barcodeAt, BARCODE_LENGTH);
    if (id < last.length) {
      earlier.push(last[id]!);
      later.push(row);
    }
    last[id] = row;
  }
  return { earlier, later };
}

/** The pairs of barcodes that have at most one notice of each kind: nobody paid such a slip twice. */
export function pairsOfSinglePayments({ earlier, later }: Pairs, kindOf: Uint8Array): Pairs {
  // Rows of one barcode are a chain: the later row of a pair is the earlier one of the next.
  const kindsBefore = new Map<number, number>();
  const firstOf = new Map<number, number>();
  const repeated = new Set<number>();
  for (let pair = 0; pair < earlier.length; pair++) {
    const [a, b] = [earlier[pair]!, later[pair]!];
    const first = firstOf.get(a) ?? a;
    const kinds = (kindsBefore.get(a) ?? 0) | (1 << kindOf[a]!);
    if ((kinds & (1 << kindOf[b]!)) !== 0) repeated.add(first);
    firstOf.set(b, first);
    kindsBefore.set(b, kinds);
  }
  return pairsWhere({ earlier, later }, (a) => !repeated.has(firstOf.get(a) ?? a));
}

/** Those pairs for which this holds. */
export function pairsWhere({ earlier, later }: Pairs, holds: (earlier: number, later: number) => boolean): Pairs {
  const kept = earlier.map((_, pair) => pair).filter((pair) => holds(earlier[pair]!, later[pair]!));
  return { earlier: kept.map((pair) => earlier[pair]!), later: kept.map((pair) => later[pair]!) };
}

/** Of how many pairs both rows hold the same bytes there. */
export function samePairs({ earlier, later }: Pairs, { bytes, width }: Rows, offset: number, length: number): number {
  let same = 0;
  for (let pair = 0; pair < earlier.length; pair++) {
    const a = earlier[pair]! * width + offset;
    const b = later[pair]! * width + offset;
    let i = 0;
    while (i < length && bytes[a + i] === bytes[b + i]) i++;
    if (i === length) same++;
  }
  return same;
}
