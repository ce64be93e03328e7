/** Where does each column of the plan stand in a table that is there already? Columns keep their place, so that the clerk's formulas keep pointing to them. */
import type { ColumnRecord } from './ours';

export interface Placement {
  /** The table's column of each column of the plan, while old columns are still there. */
  readonly at: readonly number[];
  /** While old columns are still there. */
  readonly width: number;
  /** Columns to put in, from the left, each as it is when those before it are in. */
  readonly added: readonly number[];
  /** Columns that the plan does not have any more, by their place. */
  readonly obsolete: readonly number[];
  /** Columns that the clerk put in, by their place before. */
  readonly own: readonly number[];
  /** The place of each column that was there. */
  readonly moved: readonly number[];
}

export const freshPlacement = (columns: number): Placement => {
  const at = Array.from({ length: columns }, (_, index) => index);
  return { at, width: columns, added: [], obsolete: [], own: [], moved: [] };
};

const OWN = Symbol('own');

/** `headers` are those that stand there now, `before` what the last run wrote, `after` what this one writes. */
export function placementOf(headers: readonly string[], before: readonly ColumnRecord[], after: readonly ColumnRecord[]): Placement {
  const keys = keysOf(headers, before, after);
  const kept = keptColumns(keys, after);
  const at: number[] = [];
  const added: number[] = [];
  const moved: number[] = [];
  let next = 0;
  let place = 0;
  const passOld = (end: number): void => {
    while (next < end) moved[next++] = place++;
  };
  for (const index of after.keys()) {
    const old = kept.get(index);
    if (old === undefined) added.push(place);
    else passOld(old);
    at.push(place);
    if (old === undefined) place++;
    else passOld(old + 1);
  }
  passOld(headers.length);
  const used = new Set(kept.values());
  const others = [...headers.keys()].filter((index) => !used.has(index));
  return {
    at,
    width: place,
    added,
    obsolete: others.filter((index) => keys[index] !== OWN).map((index) => moved[index]!),
    own: others.filter((index) => keys[index] === OWN),
    moved,
  };
}

/** By header; a table of which nothing is remembered is one that we wrote in another way: its headers are the plan's. */
function keysOf(headers: readonly string[], before: readonly ColumnRecord[], after: readonly ColumnRecord[]): (string | typeof OWN)[] {
  const known = before.length > 0 ? before : after;
  const byHeader = new Map(known.map(({ key, header }) => [header, key]));
  return headers.map((header) => byHeader.get(header) ?? OWN);
}

/** The old place of each column that stays; the order of both is kept. */
function keptColumns(keys: readonly (string | typeof OWN)[], after: readonly ColumnRecord[]): Map<number, number> {
  const lengths = Array.from({ length: keys.length + 1 }, () => new Int32Array(after.length + 1));
  for (let old = keys.length - 1; old >= 0; old--) {
    for (let index = after.length - 1; index >= 0; index--) {
      const skipped = Math.max(lengths[old + 1]![index]!, lengths[old]![index + 1]!);
      lengths[old]![index] = keys[old] === after[index]!.key ? Math.max(skipped, lengths[old + 1]![index + 1]! + 1) : skipped;
    }
  }
  const kept = new Map<number, number>();
  let [old, index] = [0, 0];
  while (old < keys.length && index < after.length) {
    if (keys[old] === after[index]!.key && lengths[old]![index] === lengths[old + 1]![index + 1]! + 1) kept.set(index++, old++);
    else if (lengths[old + 1]![index]! >= lengths[old]![index + 1]!) old++;
    else index++;
  }
  return kept;
}

/** Where a column stands once the old ones have gone; rows below a table do not move with its columns. */
export const placeAfter = ({ obsolete }: Placement, place: number): number => place - obsolete.filter((gone) => gone < place).length;

/** So many columns of the plan, with what the clerk has put in between: columns that nobody has planned push none of ours off the page. */
export function columnsThrough(placement: Placement, columns: number): number {
  const last = placement.at[columns - 1];
  return last === undefined ? columns : placeAfter(placement, last) + 1;
}

/** Columns of the plan that stand side by side in the table, too. */
export function runsOf(at: readonly number[]): { from: number; to: number; count: number }[] {
  const runs: { from: number; to: number; count: number }[] = [];
  for (const [index, place] of at.entries()) {
    const last = runs.at(-1);
    if (last !== undefined && last.to + last.count === place) last.count++;
    else runs.push({ from: index, to: place, count: 1 });
  }
  return runs;
}
