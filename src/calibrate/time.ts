/** Which four bytes are a time of day that all notices of a payment share? */
import { allAre, numberAt } from '../file/bytes';
import type { Pairs } from './pairs';
import { mostOf, SPACE, type Profile } from './profile';
import type { Rows } from './rows';
import type { Taken } from './taken';

const TIME_LENGTH = 4;
/** A code that happens to read as a time has few hours and few values. */
const LEAST_HOURS = 4;
const LEAST_VALUES = 8;

export interface TimeFound {
  readonly offset: number;
  /** Times, and records that hold spaces or 0000. */
  readonly times: number;
  readonly blanks: number;
  readonly of: number;
  readonly distinct: number;
  /** Pairs of a payment with the same time, or one blank. */
  readonly same: number;
  readonly pairs: number;
  readonly others: readonly number[];
}

/** `pairs`: notices of one barcode and one paid date. */
export function findTime(rows: Rows, profile: Profile, taken: Taken, pairs: Pairs): TimeFound | null {
  const found: Omit<TimeFound, 'others'>[] = [];
  for (let offset = 1; offset + TIME_LENGTH <= rows.width; offset++) {
    if (!taken.isFree(offset, TIME_LENGTH) || !couldBe(profile, offset)) continue;
    const column = readTimes(rows, offset, pairs);
    if (column !== null) found.push(column);
  }
  found.sort((a, b) => b.distinct - a.distinct || a.offset - b.offset);
  const [best, ...rest] = found;
  if (best === undefined) return null;
  return { ...best, others: rest.filter(({ distinct }) => distinct * 2 > best.distinct).map(({ offset }) => offset) };
}

const ZERO = 0x30;
const TWO = 0x32;
const FIVE = 0x35;

function couldBe(profile: Profile, offset: number): boolean {
  const least = mostOf(profile.count);
  const blank = (column: number): number => profile.of(column, SPACE);
  if (profile.between(offset, ZERO, TWO) + blank(offset) < least) return false;
  if (profile.between(offset + 2, ZERO, FIVE) + blank(offset + 2) < least) return false;
  return profile.digits(offset + 1) + blank(offset + 1) >= least && profile.digits(offset + 3) + blank(offset + 3) >= least;
}

export const isBlankTime = (bytes: Uint8Array, at: number): boolean => timeAt(bytes, at) === 0;

/** The time as a number; 0 for none or 0000, -1 for no time. */
function timeAt(bytes: Uint8Array, at: number): number {
  const hour = numberAt(bytes, at, 2);
  const minute = numberAt(bytes, at + 2, 2);
  if (hour >= 0 && hour < 24 && minute >= 0 && minute < 60) return hour * 100 + minute;
  return allAre(bytes, at, TIME_LENGTH, SPACE) ? 0 : -1;
}

function readTimes({ bytes, width, count }: Rows, offset: number, pairs: Pairs): Omit<TimeFound, 'others'> | null {
  const values = new Set<number>();
  const hours = new Set<number>();
  let times = 0;
  let blanks = 0;
  for (let row = 0; row < count; row++) {
    const time = timeAt(bytes, row * width + offset);
    if (time === 0) blanks++;
    if (time <= 0) continue;
    times++;
    values.add(time);
    hours.add(Math.trunc(time / 100));
  }
  if (times + blanks < mostOf(count) || hours.size < LEAST_HOURS || values.size < LEAST_VALUES) return null;
  let same = 0;
  let of = 0;
  for (let pair = 0; pair < pairs.earlier.length; pair++) {
    const a = timeAt(bytes, pairs.earlier[pair]! * width + offset);
    const b = timeAt(bytes, pairs.later[pair]! * width + offset);
    of++;
    if (a === b || a === 0 || b === 0) same++;
  }
  if (of > 0 && same * 4 < of * 3) return null;
  return { offset, times, blanks, of: count, distinct: values.size, same, pairs: of };
}
