/** docs/format.md, "Days of files": which days are business days, by two witnesses: the package's dates, and the law's own rules. */
import { holidaysByYear } from '../../scripts/holidays';
import { businessDayAfter, businessDayBefore, CALENDAR_FROM, CALENDAR_THROUGH, isBusinessDay, isHoliday, restDaysBetween } from '../../src/file/businessDays';
import { dayNumber, dayOf, dayOfNumber, type Day } from '../../src/file/calendar';
import holidays from '../../src/file/holidays.json';

const FIRST = 2020;
const LAST = 2050;

test('the dates are those of the package; npm run holidays writes them', () => {
  expect(holidays).toEqual(holidaysByYear());
  expect([CALENDAR_FROM, CALENDAR_THROUGH]).toEqual([19700101, 20501231]);
});

/** 国民の祝日に関する法律, articles 2 and 3, and the two Olympic years. Equinoxes by the astronomers' formula of 1980 to 2099. */
function holidaysByLaw(year: number): Set<Day> {
  const day = (month: number, date: number): Day => dayOf(year, month, date)!;
  const weekday = (of: Day): number => (dayNumber(of) + 3) % 7;
  const monday = (month: number, nth: number): Day => day(month, 1 + ((7 - weekday(day(month, 1))) % 7) + 7 * (nth - 1));
  const equinox = (start: number): number => Math.floor(start + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));
  const moved: Record<number, readonly (readonly [number, number])[]> = {
    2020: [
      [7, 23],
      [7, 24],
      [8, 10],
    ],
    2021: [
      [7, 22],
      [7, 23],
      [8, 8],
    ],
  };
  const marine = moved[year] ?? [[7, monday(7, 3) % 100] as const, [10, monday(10, 2) % 100] as const, [8, 11] as const];
  const named = [
    day(1, 1),
    monday(1, 2),
    day(2, 11),
    day(2, 23),
    day(3, equinox(20.8431)),
    day(4, 29),
    day(5, 3),
    day(5, 4),
    day(5, 5),
    ...marine.map(([month, date]) => day(month, date)),
    monday(9, 3),
    day(9, equinox(23.2488)),
    day(11, 3),
    day(11, 23),
  ];
  const all = new Set(named);
  for (const holiday of named) {
    if (weekday(holiday) !== 6) continue;
    let substitute = dayOfNumber(dayNumber(holiday) + 1);
    while (named.includes(substitute)) substitute = dayOfNumber(dayNumber(substitute) + 1);
    all.add(substitute);
  }
  for (const holiday of named) {
    const [between, next] = [1, 2].map((days) => dayOfNumber(dayNumber(holiday) + days)) as [Day, Day];
    if (named.includes(next) && !all.has(between)) all.add(between);
  }
  return all;
}

test(`the law's rules give the same holidays from ${FIRST} to ${LAST}`, () => {
  for (let year = FIRST; year <= LAST; year++) {
    const byLaw = [...holidaysByLaw(year)].sort((a, b) => a - b);
    const ours: Day[] = [];
    for (let number = dayNumber(dayOf(year, 1, 1)!); number <= dayNumber(dayOf(year, 12, 31)!); number++) {
      if (isHoliday(dayOfNumber(number))) ours.push(dayOfNumber(number));
    }
    expect({ year, days: ours }).toEqual({ year, days: byLaw });
  }
});

test.each<[string, Day, boolean]>([
  ['a Friday', 20270430, true],
  ['a Saturday', 20270501, false],
  ['a Sunday', 20270502, false],
  ['みどりの日', 20270504, false],
  ['a substitute holiday', 20270322, false],
  ['a Monday', 20270510, true],
  ['the last day of work of a year', 20271228, true],
  ['12-29', 20271229, false],
  ['12-31', 20271231, false],
  ['01-03', 20280103, false],
  ['01-04', 20280104, true],
  ['a day before the calendar', 19691231, false],
  ['a day beyond it', 20510105, false],
])('%s (%p) is a business day: %p', (_, day, works) => {
  expect(isBusinessDay(day)).toBe(works);
});

test('the nth business day after and before a day, whether or not that is one', () => {
  expect([businessDayAfter(20270430, 1), businessDayAfter(20270501, 1), businessDayAfter(20270430, 10)]).toEqual([20270506, 20270506, 20270519]);
  expect([businessDayBefore(20270510, 1), businessDayBefore(20270506, 1), businessDayBefore(20270510, 5)]).toEqual([20270507, 20270430, 20270427]);
});

test('nothing is guessed beyond the calendar', () => {
  expect([businessDayAfter(20501228, 1), businessDayAfter(20501227, 1), businessDayAfter(20510101, 1), businessDayAfter(19690401, 1)]).toEqual([
    null,
    20501228,
    null,
    null,
  ]);
  expect([businessDayBefore(19700105, 1), businessDayBefore(20510105, 1)]).toEqual([null, null]);
});

test('the days of rest between two days, both included', () => {
  expect([restDaysBetween(20270430, 20270430), restDaysBetween(20270501, 20270502), restDaysBetween(20270426, 20270509)]).toEqual([0, 2, 8]);
});

test('a day and its number turn into each other', () => {
  for (const day of [19700101, 20000229, 20270331, 20271231, 20280229, 20280301, 20501231, 19000301, 10101]) expect(dayOfNumber(dayNumber(day))).toBe(day);
});
