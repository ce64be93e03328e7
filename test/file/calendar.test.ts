/** Which days exist and how far apart they are, compared with the engine's own calendar (which no code of the product uses). */
import { dayNumber, dayOf, dayOfIso, daysBetween, dayOfExcelSerial, excelSerialOf, isDay, isoOf, isOnCalendar } from '../../src/file/calendar';

/** Every day from 1899 to 2105 as year, month, day. */
const DAYS: readonly (readonly [number, number, number])[] = Array.from({ length: (2105 - 1899 + 1) * 366 }, (_, index) => {
  const date = new Date(Date.UTC(1899, 0, 1 + index));
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()] as const;
});
const FIRST = DAYS[0]!;

test('days follow one another as on the calendar', () => {
  const first = dayOf(...FIRST)!;
  const wrong = DAYS.filter(([year, month, date], index) => {
    const day = dayOf(year, month, date);
    return day !== year * 10000 + month * 100 + date || daysBetween(first, day) !== index || !isDay(day);
  });
  expect(wrong).toEqual([]);
});

test('no other month and date is a day', () => {
  const real = new Set(DAYS.map(([year, month, date]) => year * 10000 + month * 100 + date));
  const wrong: number[] = [];
  for (const year of [1899, 1900, 2000, 2019, 2024, 2026, 2027, 2028, 2100]) {
    for (let monthDay = 0; monthDay < 10000; monthDay++) {
      const number = year * 10000 + monthDay;
      const isReal = real.has(number);
      if (isDay(number) !== isReal || isOnCalendar(year, Math.trunc(monthDay / 100), monthDay % 100) !== isReal) wrong.push(number);
    }
  }
  expect(wrong).toEqual([]);
});

test.each([
  [2000, true],
  [1900, false],
  [2100, false],
  [2400, true],
  [2028, true],
  [2027, false],
])('29 February %p: %p', (year, exists) => {
  expect(isOnCalendar(year, 2, 29)).toBe(exists);
  expect(isDay(year * 10000 + 229)).toBe(exists);
});

test('years are 1 to 9999', () => {
  expect([dayOf(0, 1, 1), dayOf(1, 1, 1), dayOf(9999, 12, 31), dayOf(10000, 1, 1)]).toEqual([null, 10101, 99991231, null]);
  expect([isDay(101), isDay(10101), isDay(99991231)]).toEqual([false, true, true]);
});

test('days are counted from 1970-01-01', () => {
  expect([dayNumber(19700101), dayNumber(19691231), dayNumber(20270510)]).toEqual([0, -1, Date.UTC(2027, 4, 10) / 86_400_000]);
});

test('days between two are negative when the second is earlier', () => {
  expect(daysBetween(20270406, 20270405)).toBe(-1);
  expect(daysBetween(20260405, 20270510)).toBe(400);
});

test('a day is written and read as ISO', () => {
  expect(isoOf(20270430)).toBe('2027-04-30');
  expect(isoOf(10101)).toBe('0001-01-01');
  expect(dayOfIso('2027-04-30')).toBe(20270430);
});

test.each(['2027-02-29', '2027-4-30', '2027/04/30', '20270430', ' 2027-04-30', '2027-04-30 ', '２０２７-04-30', ''])('%j is no ISO day', (text) => {
  expect(dayOfIso(text)).toBeNull();
});

test("Excel's serials: 1900-03-01 is 61, and before it Excel counts a day that never was", () => {
  expect([excelSerialOf(19000301), excelSerialOf(19000228), excelSerialOf(20270510)]).toEqual([61, null, 46517]);
});

test('every serial from 1900-03-01 on is the day that it was made of', () => {
  for (let serial = 61, day: number; (day = dayOfExcelSerial(serial)) < 21050101; serial++) expect([excelSerialOf(day), isDay(day)]).toEqual([serial, true]);
});
