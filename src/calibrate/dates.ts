/** Which eight bytes of a record are a day in every record, or in some and blank in the others? */
import { allAre, numberAt } from '../file/bytes';
import { isDay, type Day } from '../file/calendar';
import { mostOf, SPACE, type Profile } from './profile';
import type { Rows } from './rows';
import type { Taken } from './taken';

export const DATE_LENGTH = 8;
const ZERO = 0x30;
const TWO = 0x32;

export interface DateColumn {
  readonly offset: number;
  /** The day in each record; 0 for none. */
  readonly days: Int32Array;
  readonly dates: number;
  /** Records that hold only spaces, or only zeros. */
  readonly blanks: number;
  readonly of: number;
  /** Distinct days. */
  readonly distinct: number;
}

/** The years in which days are looked for. */
export interface Years {
  readonly first: number;
  readonly last: number;
}

/** All columns of dates that do not overlap; where two would, the one with more dates. */
export function dateColumns(rows: Rows, profile: Profile, taken: Taken, years: Years): DateColumn[] {
  const found: DateColumn[] = [];
  for (let offset = 1; offset + DATE_LENGTH <= rows.width; offset++) {
    if (!taken.isFree(offset, DATE_LENGTH) || !couldBe(profile, offset)) continue;
    const column = readColumn(rows, offset, years);
    if (column.dates > 0 && column.dates + column.blanks >= mostOf(rows.count)) found.push(column);
  }
  found.sort((a, b) => b.dates + b.blanks - (a.dates + a.blanks) || b.dates - a.dates || b.distinct - a.distinct || a.offset - b.offset);
  const kept: DateColumn[] = [];
  for (const column of found) if (kept.every(({ offset }) => Math.abs(offset - column.offset) >= DATE_LENGTH)) kept.push(column);
  return kept.sort((a, b) => a.offset - b.offset);
}

function couldBe(profile: Profile, offset: number): boolean {
  const least = mostOf(profile.count);
  if (profile.of(offset, TWO) === 0 || profile.of(offset, TWO) + profile.of(offset, ZERO) + profile.of(offset, SPACE) < least) return false;
  for (let column = offset + 1; column < offset + DATE_LENGTH; column++) if (profile.digits(column) + profile.of(column, SPACE) < least) return false;
  return true;
}

function readColumn({ bytes, width, count }: Rows, offset: number, years: Years): DateColumn {
  const days = new Int32Array(count);
  const seen = new Set<Day>();
  let dates = 0;
  let blanks = 0;
  for (let row = 0; row < count; row++) {
    const at = row * width + offset;
    const number = numberAt(bytes, at, DATE_LENGTH);
    if (number > 0 && isDay(number) && number >= years.first * 10000 && number < (years.last + 1) * 10000) {
      days[row] = number;
      dates++;
      seen.add(number);
    } else if (allAre(bytes, at, DATE_LENGTH, SPACE) || allAre(bytes, at, DATE_LENGTH, ZERO)) blanks++;
  }
  return { offset, days, dates, blanks, of: count, distinct: seen.size };
}
