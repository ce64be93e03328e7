/** Which days does the calendar of files show for a biller, week by week, and what is known of each? */
import type { BillerDaysView } from '../../engine/protocol';
import { isBusinessDay } from '../../file/businessDays';
import { dayNumber, dayOf, dayOfNumber, type Day } from '../../file/calendar';

/** missing: a file is expected and not there; told: a person has said that there is none; open: it may still come, or lies outside. */
export type DayStanding = 'received' | 'missing' | 'told' | 'rest' | 'open';

export interface CalendarDay {
  readonly day: Day;
  readonly standing: DayStanding;
  readonly files: number;
}

export interface Month {
  /** 202704 */
  readonly month: number;
  /** Of seven days from Sunday on; null: outside the month. */
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
}

const DAYS_OF_WEEK = 7;
/** 1970-01-01 was a Thursday; Sunday is 0. */
const THURSDAY = 4;
const weekday = (day: Day): number => (((dayNumber(day) + THURSDAY) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
const monthOf = (day: Day): number => Math.floor(day / 100);

/** From the month of the as-of date (or of the last file, if that is later) back to that of the first file. */
export function monthsOf(biller: BillerDaysView, asOf: Day, noFileOn: readonly Day[]): Month[] {
  const files = new Map(biller.received.map(({ day, files: count }) => [day, count]));
  const missing = new Set(biller.missing);
  const told = new Set(noFileOn);
  const standingOf = (day: Day): DayStanding => {
    if (files.has(day)) return 'received';
    if (missing.has(day)) return 'missing';
    if (day < biller.first || day >= asOf) return isBusinessDay(day) ? 'open' : 'rest';
    return told.has(day) ? 'told' : 'rest';
  };
  const months: Month[] = [];
  for (let month = monthOf(Math.max(asOf, biller.last)); month >= monthOf(biller.first); month = before(month)) {
    const days: (CalendarDay | null)[] = new Array<null>(weekday(month * 100 + 1)).fill(null);
    for (let day: Day | null = dayOf(Math.floor(month / 100), month % 100, 1); day !== null && monthOf(day) === month; day = dayOfNumber(dayNumber(day) + 1))
      days.push({ day, standing: standingOf(day), files: files.get(day) ?? 0 });
    while (days.length % DAYS_OF_WEEK !== 0) days.push(null);
    months.push({ month, weeks: Array.from({ length: days.length / DAYS_OF_WEEK }, (_, week) => days.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK)) });
  }
  return months;
}

const before = (month: number): number => (month % 100 === 1 ? month - 100 + 11 : month - 1);
