/**
 * On which days does an office work? Monday to Friday, no national holiday, not 12-29 to 01-03.
 *
 * Only within the calendar of holidays (holidays.json, written by `npm run holidays`): beyond it nothing is guessed.
 */
import { dayNumber, dayOf, dayOfNumber, type Day } from './calendar';
import holidays from './holidays.json';

const FIRST_YEAR = Math.min(...Object.keys(holidays).map(Number));
const LAST_YEAR = Math.max(...Object.keys(holidays).map(Number));
export const CALENDAR_FROM: Day = dayOf(FIRST_YEAR, 1, 1)!;
export const CALENDAR_THROUGH: Day = dayOf(LAST_YEAR, 12, 31)!;

export const isInCalendar = (day: Day): boolean => day >= CALENDAR_FROM && day <= CALENDAR_THROUGH;

const FIRST = dayNumber(CALENDAR_FROM);
const COUNT = dayNumber(CALENDAR_THROUGH) - FIRST + 1;
const DAYS_OF_WEEK = 7;
/** 1970-01-01 was a Thursday; Monday is 0. */
const THURSDAY = 3;
const SATURDAY = 5;
const NEW_YEAR_FROM = 1229;
const NEW_YEAR_THROUGH = 103;

/** National holidays, substitute holidays among them, as `dayNumber`. */
const HOLIDAYS: ReadonlySet<number> = new Set(
  Object.entries(holidays).flatMap(([year, days]) => days.split(' ').map((monthDay) => dayNumber(Number(year) * 10000 + Number(monthDay)))),
);

/** Whether it is a national holiday; false beyond the calendar. */
export const isHoliday = (day: Day): boolean => HOLIDAYS.has(dayNumber(day));

function works(number: number): boolean {
  const weekday = (((number + THURSDAY) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  if (weekday >= SATURDAY || HOLIDAYS.has(number)) return false;
  const monthDay = dayOfNumber(number) % 10000;
  return monthDay < NEW_YEAR_FROM && monthDay > NEW_YEAR_THROUGH;
}

/** For each day of the calendar, the business days before it; and all business days. */
const { BEFORE, BUSINESS_DAYS } = ((): { BEFORE: Int32Array; BUSINESS_DAYS: Int32Array } => {
  const before = new Int32Array(COUNT + 1);
  const days: number[] = [];
  for (let index = 0; index < COUNT; index++) {
    before[index] = days.length;
    if (works(FIRST + index)) days.push(dayOfNumber(FIRST + index));
  }
  before[COUNT] = days.length;
  return { BEFORE: before, BUSINESS_DAYS: Int32Array.from(days) };
})();

const indexOf = (day: Day): number => dayNumber(day) - FIRST;

/** Within the calendar only. */
export function isBusinessDay(day: Day): boolean {
  const index = indexOf(day);
  return isInCalendar(day) && BEFORE[index + 1]! > BEFORE[index]!;
}

/** The nth business day after a day, n from 1 on; null beyond the calendar. */
export function businessDayAfter(day: Day, n: number): Day | null {
  return isInCalendar(day) ? (BUSINESS_DAYS[BEFORE[indexOf(day) + 1]! + n - 1] ?? null) : null;
}

/** The nth business day before a day, n from 1 on; null beyond the calendar. */
export function businessDayBefore(day: Day, n: number): Day | null {
  return isInCalendar(day) ? (BUSINESS_DAYS[BEFORE[indexOf(day)]! - n] ?? null) : null;
}

/** The days from one to another, both included, that are no business days; both within the calendar. */
export function restDaysBetween(from: Day, through: Day): number {
  const first = indexOf(from);
  const last = indexOf(through);
  return last - first + 1 - (BEFORE[last + 1]! - BEFORE[first]!);
}
