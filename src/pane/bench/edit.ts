/** What does an act of the clerk make of the draft? An act that cannot be done leaves everything as it is and says why. */
import type { Calibration, Place } from '../../calibrate/proposal';
import type { TableItem } from '../../calibrate/itemTable';
import type { Field, NoticeKind } from '../../file/layout';
import { draftOf, fillerOf, sumOf, totalOf, type Draft, type DraftItem } from './draft';

export type Edit =
  | { readonly type: 'proposed'; readonly calibration: Calibration; readonly recordLength: number }
  /** The end of the item, and the beginning of the next one. */
  | { readonly type: 'boundaryMoved'; readonly place: Place; readonly key: number; readonly by: number }
  /** The whole item between its neighbours. */
  | { readonly type: 'itemMoved'; readonly place: Place; readonly key: number; readonly by: number }
  /** Later items move along. */
  | { readonly type: 'resized'; readonly place: Place; readonly key: number; readonly length: number }
  /** Before the item `key`; `shifts`: later items move along, else it takes the bytes of that item. */
  | { readonly type: 'inserted'; readonly place: Place; readonly key: number; readonly length: number; readonly shifts: boolean }
  | { readonly type: 'named'; readonly place: Place; readonly key: number; readonly field: Omit<Field, 'length'> }
  | { readonly type: 'confirmed'; readonly place: Place; readonly key: number; readonly confirmed: boolean }
  | { readonly type: 'pasted'; readonly place: Place; readonly items: readonly TableItem[] }
  | { readonly type: 'codeMeant'; readonly code: string; readonly kind: NoticeKind | null };

/** Why nothing was done. */
export type Refusal = 'confirmedStays' | 'noRoom';

export interface Bench {
  readonly draft: Draft;
  /** What `undo` brings back, the latest last. */
  readonly past: readonly Draft[];
  readonly refusal: Refusal | null;
}

const MOST_PAST = 50;

export function edit(bench: Bench, act: Edit | { readonly type: 'undone' }): Bench {
  if (act.type === 'undone') {
    const draft = bench.past.at(-1);
    return draft === undefined ? bench : { draft, past: bench.past.slice(0, -1), refusal: null };
  }
  const changed = changedBy(bench.draft, act);
  if (typeof changed === 'string') return { ...bench, refusal: changed };
  return { draft: changed, past: [...bench.past, bench.draft].slice(-MOST_PAST), refusal: null };
}

function changedBy(draft: Draft, act: Edit): Draft | Refusal {
  if (act.type === 'proposed') return draftOf(act.calibration, act.recordLength, draft);
  if (act.type === 'codeMeant') return { ...draft, noticeKinds: { ...draft.noticeKinds, [act.code]: act.kind } };
  if (act.type === 'pasted') return pasted(draft, act.place, act.items);
  const items = draft.places[act.place];
  const index = items.findIndex(({ key }) => key === act.key);
  if (index < 0) return draft;
  switch (act.type) {
    case 'named':
      return named(draft, act.place, index, act.field);
    case 'confirmed':
      return withItems(draft, act.place, replaced(items, index, { confirmed: act.confirmed }));
    case 'boundaryMoved':
      return boundaryMoved(draft, act.place, index, act.by);
    case 'itemMoved':
      return itemMoved(draft, act.place, index, act.by);
    case 'resized':
      return resized(draft, act.place, index, act.length);
    case 'inserted':
      return inserted(draft, act);
  }
}

const withItems = (draft: Draft, place: Place, items: readonly DraftItem[]): Draft => ({ ...draft, places: { ...draft.places, [place]: items } });
const replaced = (items: readonly DraftItem[], index: number, change: Partial<DraftItem>): DraftItem[] =>
  items.map((item, at) => (at === index ? { ...item, ...change } : item));
/** An item that somebody has moved has no evidence any more. */
const UNPROVED = { certainty: 'none', evidence: [] } as const;

/** Only what nothing is known of may vanish. */
const leastOf = ({ kind }: DraftItem): number => (kind === 'filler' ? 0 : 1);

function boundaryMoved(draft: Draft, place: Place, index: number, by: number): Draft | Refusal {
  const items = draft.places[place];
  const [item, next] = [items[index]!, items[index + 1]];
  if (next === undefined || isFirstByte(place, index)) return 'noRoom';
  if (item.confirmed || next.confirmed) return 'confirmedStays';
  const [length, rest] = [item.length + by, next.length - by];
  if (length < leastOf(item) || rest < leastOf(next)) return 'noRoom';
  const moved = items.map((one, at) => (at === index ? { ...one, ...UNPROVED, length } : at === index + 1 ? { ...one, ...UNPROVED, length: rest } : one));
  return withItems(
    draft,
    place,
    moved.filter((one) => one.length > 0),
  );
}

/** The first byte of a record says which record it is. */
const isFirstByte = (place: Place, index: number): boolean => place !== 'barcode' && index === 0;

function itemMoved(draft: Draft, place: Place, index: number, by: number): Draft | Refusal {
  const items = draft.places[place];
  if (items[index]!.confirmed) return 'confirmedStays';
  if (isFirstByte(place, index)) return 'noRoom';
  const giver = items[by < 0 ? index - 1 : index + 1];
  const size = Math.abs(by);
  if (giver === undefined || giver.kind !== 'filler' || giver.confirmed || giver.length < size) return giver?.confirmed === true ? 'confirmedStays' : 'noRoom';
  const taker = items[by < 0 ? index + 1 : index - 1];
  const grows = taker !== undefined && taker.kind === 'filler' && !taker.confirmed;
  const changed = items.flatMap((item): DraftItem[] => {
    if (item === giver) return item.length === size ? [] : [{ ...item, length: item.length - size }];
    if (item === taker && grows) return [{ ...item, length: item.length + size }];
    if (item !== items[index]) return [item];
    const moved = { ...item, ...UNPROVED };
    if (grows) return [moved];
    return by < 0 ? [moved, fillerOf(draft.nextKey, size)] : [fillerOf(draft.nextKey, size), moved];
  });
  return { ...withItems(draft, place, changed), nextKey: draft.nextKey + 1 };
}

function resized(draft: Draft, place: Place, index: number, length: number): Draft | Refusal {
  const items = draft.places[place];
  if (items[index]!.confirmed) return 'confirmedStays';
  if (length < 1 || isFirstByte(place, index)) return 'noRoom';
  return withItems(draft, place, fitted(replaced(items, index, { ...UNPROVED, length }), totalOf(draft, place), items[index]!.key));
}

function inserted(draft: Draft, { place, key, length, shifts }: Extract<Edit, { type: 'inserted' }>): Draft | Refusal {
  const items = draft.places[place];
  const index = items.findIndex((item) => item.key === key);
  if (length < 1 || isFirstByte(place, index)) return 'noRoom';
  const before = items[index]!;
  const fresh = fillerOf(draft.nextKey, length);
  const made = (changed: readonly DraftItem[]): Draft => ({ ...withItems(draft, place, changed), nextKey: draft.nextKey + 1 });
  if (shifts) return made(fitted([...items.slice(0, index), fresh, ...items.slice(index)], totalOf(draft, place), fresh.key));
  if (before.confirmed) return 'confirmedStays';
  if (before.length - length < leastOf(before)) return 'noRoom';
  const rest = before.length === length ? [] : [{ ...before, ...UNPROVED, length: before.length - length }];
  return made([...items.slice(0, index), fresh, ...rest, ...items.slice(index + 1)]);
}

/** What is too much or too little is taken from, or given to, the rest at the end, of which nothing is known. */
function fitted(items: readonly DraftItem[], total: number, changed: number): DraftItem[] {
  const last = items.at(-1);
  if (last === undefined || last.kind !== 'filler' || last.confirmed || last.key === changed) return [...items];
  const length = last.length + total - sumOf(items);
  return length <= 0 ? items.slice(0, -1) : [...items.slice(0, -1), { ...last, length }];
}

/** Each name stands once in a record: the item that had it before is unknown then. */
function named(draft: Draft, place: Place, index: number, field: Omit<Field, 'length'>): Draft | Refusal {
  const items = draft.places[place];
  if (isFirstByte(place, index)) return 'noRoom';
  const changed = items.map((item, at): DraftItem => {
    if (at === index) return { ...field, key: item.key, length: item.length, confirmed: false, ...UNPROVED };
    return field.kind !== 'filler' && item.name === field.name ? { ...fillerOf(item.key, item.length) } : item;
  });
  return withItems(draft, place, changed);
}

/** The agent's own table counts more than a proposal; evidence stays where an item stands as before. */
function pasted(draft: Draft, place: Place, items: readonly TableItem[]): Draft {
  const standing = draft.places[place];
  let nextKey = draft.nextKey;
  let offset = 0;
  const made = items.map(({ isOwn, ...field }): DraftItem => {
    const at = offset;
    offset += field.length;
    let start = 0;
    const same = standing.find((item) => {
      const here = start;
      start += item.length;
      return here === at && item.length === field.length && item.name === field.name;
    });
    const { certainty, evidence } = same ?? { certainty: 'none' as const, evidence: [] };
    return { ...field, key: nextKey++, confirmed: field.kind !== 'filler' || isOwn, certainty, evidence };
  });
  return { ...withItems(draft, place, made), nextKey };
}
