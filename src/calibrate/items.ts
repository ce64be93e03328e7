/** How do found items fill a whole record? What nothing is known of is kept as filler. */
import { shown } from '../file/bytes';
import type { Field } from '../file/layout';
import { WARD_LAYOUT } from '../file/layouts';
import { SPACE, type Profile } from './profile';
import type { Certainty, Evidence, Item, Place } from './proposal';
import type { Rows } from './rows';

const MOST_SAMPLES = 3;
/** Rows among which different samples are looked for. */
const SAMPLED = 1000;

/** The first different contents of some bytes. */
export function samplesOf({ bytes, width, count }: Rows, offset: number, length: number): string[] {
  const seen = new Set<string>();
  for (let row = 0; row < Math.min(count, SAMPLED) && seen.size < MOST_SAMPLES; row++) seen.add(shown(bytes, row * width + offset, length));
  return [...seen];
}

export type ItemStart = Pick<Item, 'name' | 'offset' | 'length' | 'kind'> & Partial<Omit<Item, 'place' | 'samples'>>;

/** An item with its samples; `base` is where the place begins in the record. */
export function itemOf(place: Place, rows: Rows, start: ItemStart, base = 0): Item {
  return { certainty: 'likely', evidence: [], alternatives: [], ...start, place, samples: samplesOf(rows, base + start.offset, start.length) };
}

/** The items with fillers between them. `from` and `to` bound the place in the record. */
export function filled(place: Place, rows: Rows, profile: Profile, items: readonly Item[], from: number, to: number): Item[] {
  const whole: Item[] = [];
  let at = from;
  for (const item of [...items].sort((a, b) => a.offset - b.offset)) {
    whole.push(...fillers(place, rows, profile, at, from + item.offset, from), item);
    at = from + item.offset + item.length;
  }
  whole.push(...fillers(place, rows, profile, at, to, from));
  return whole;
}

function fillers(place: Place, rows: Rows, profile: Profile, from: number, to: number, base: number): Item[] {
  const found: Item[] = [];
  for (let start = from; start < to;) {
    const stuff = stuffOf(profile, start);
    let end = start + 1;
    while (end < to && stuffOf(profile, end) === stuff) end++;
    found.push(
      itemOf(place, rows, { name: 'filler', offset: start - base, length: end - start, kind: 'filler', ...knownOf(rows, stuff, start, end - start) }, base),
    );
    start = end;
  }
  return found;
}

type Stuff = 'blank' | 'constant' | 'varying';

function stuffOf(profile: Profile, column: number): Stuff {
  const byte = profile.constant(column);
  return byte === SPACE ? 'blank' : byte >= 0 || profile.count === 0 ? 'constant' : 'varying';
}

function knownOf(rows: Rows, stuff: Stuff, offset: number, length: number): { readonly certainty: Certainty; readonly evidence: readonly Evidence[] } {
  const all = { matched: rows.count, of: rows.count };
  if (stuff === 'blank') return { certainty: 'likely', evidence: [{ code: 'alwaysBlank', ...all }] };
  if (stuff === 'constant' && rows.count > 0)
    return { certainty: 'none', evidence: [{ code: 'alwaysThis', about: shown(rows.bytes, offset, length), ...all }] };
  return { certainty: 'none', evidence: [{ code: 'notUnderstood', ...all }] };
}

/** The official titles, by item name; the ward's document gives them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ...Object.values(WARD_LAYOUT.records)
    .flat()
    .concat(WARD_LAYOUT.barcode)
    .map(({ name, title }) => [name, title] as const),
  ['billerCode', '収納機関コード'],
  ['filler', '予備'],
]);
const UNKNOWN = '未確認';

export function titleOf({ name, kind, certainty }: Pick<Item, 'name' | 'kind' | 'certainty'>): string {
  if (kind === 'filler') return certainty === 'none' ? UNKNOWN : TITLES.get('filler')!;
  return TITLES.get(name) ?? UNKNOWN;
}

/** The item as a layout writes it. */
export function fieldOf(item: Item): Field {
  const { name, length, kind, value, none } = item;
  return { name, title: titleOf(item), length, kind, ...(value === undefined ? {} : { value }), ...(none === undefined ? {} : { none }) };
}
