/** What do the bytes of an item say, as a clerk reads it? */
import { textOf, type RecordChars } from '../../calibrate/recordChars';
import { isDay } from '../../file/calendar';
import type { NoticeKind } from '../../file/layout';
import type { Draft, DraftItem } from './draft';
import type { Place } from '../../calibrate/proposal';
import { offsetOf } from './draft';

export interface Speaking {
  readonly day: (day: number) => string;
  readonly yen: (amount: number) => string;
  readonly noticeKinds: Record<NoticeKind, string>;
}

/** Where the bytes of a place begin in its record. */
export function baseOf(draft: Draft, place: Place): number {
  if (place !== 'barcode') return 0;
  const barcode = draft.places.data.find(({ kind }) => kind === 'barcode');
  return barcode === undefined ? 0 : offsetOf(draft.places.data, barcode.key);
}

export const recordOf = (place: Place): Exclude<Place, 'barcode'> => (place === 'barcode' ? 'data' : place);

/** The raw text where it is not what its kind may hold. */
export function decoded(item: DraftItem, chars: RecordChars, at: number, draft: Pick<Draft, 'noticeKinds'>, words: Speaking): string {
  const raw = textOf(chars, at, item.length);
  const isNumber = /^\d+$/.test(raw);
  switch (item.kind) {
    case 'date':
    case 'optionalDate':
      return isNumber && isDay(Number(raw)) ? words.day(Number(raw)) : raw;
    case 'shortDate':
      return isNumber && isDay(20_00_00_00 + Number(raw)) ? words.day(20_00_00_00 + Number(raw)) : raw;
    case 'optionalTime':
      return /^\d{4}$/.test(raw) ? `${raw.slice(0, 2)}:${raw.slice(2)}` : raw;
    case 'yen':
      return isNumber && raw.length <= 15 ? words.yen(Number(raw)) : raw;
    case 'count':
      return isNumber && raw.length <= 15 ? String(Number(raw)) : raw;
    case 'noticeKind': {
      const kind = draft.noticeKinds[raw];
      return kind === undefined || kind === null ? raw : `${raw} ${words.noticeKinds[kind]}`;
    }
    default:
      return raw;
  }
}

const MOST_SAMPLES = 3;

/** The first different contents. */
export function samples(records: readonly { readonly chars: RecordChars }[], at: number, length: number, most = MOST_SAMPLES): string[] {
  const seen = new Set<string>();
  for (const { chars } of records) {
    if (seen.size >= most) break;
    seen.add(textOf(chars, at, length));
  }
  return [...seen];
}
