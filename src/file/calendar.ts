/**
 * Which days exist, and how far apart are they?
 *
 * A day is the number yyyymmdd (20270430), so that it sorts, compares and prints without a `Date` and its time zone.
 */
export type Day = number;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** Excel's serial of 1970-01-01 in its 1900 date system. */
const EXCEL_SERIAL_OF_1970 = 25569;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Whether year, month and day (1-based) name a day of the Gregorian calendar, years 1 to 9999. */
export function isOnCalendar(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= (month === 2 && isLeap(year) ? 29 : DAYS_IN_MONTH[month - 1]!);
}

/** 1 for each mmdd that every year has, 2 for the leap day. */
const IS_MONTH_DAY = Uint8Array.from({ length: 10000 }, (_, monthDay) => {
  const month = Math.trunc(monthDay / 100);
  const day = monthDay % 100;
  if (!isOnCalendar(2000, month, day)) return 0;
  return isOnCalendar(2001, month, day) ? 1 : 2;
});

/** Whether a number of at most 8 digits is a day yyyymmdd: `isOnCalendar` by a look into a table. */
export function isDay(number: number): boolean {
  const year = (number / 10000) | 0;
  const kind = IS_MONTH_DAY[number - year * 10000]!;
  return year > 0 && (kind === 1 || (kind === 2 && isLeap(year)));
}

/** The day as yyyymmdd, or null when there is no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  return isOnCalendar(year, month, day) ? year * 10000 + month * 100 + day : null;
}

/** `2027-04-30`. */
export function isoOf(day: Day): string {
  const digits = String(day).padStart(8, '0');
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
}

/** The day an ISO text (`2027-04-30`, nothing else) names, or null. */
export function dayOfIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whole days from 1970-01-01 (days-from-civil: years counted from March, so that the leap day comes last). */
export function dayNumber(day: Day): number {
  const month = Math.trunc(day / 100) % 100;
  const year = Math.trunc(day / 10000) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.trunc((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + (day % 100) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfEra = yearOfEra * 365 + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The day that is so many days from 1970-01-01: `dayNumber` turned round. */
export function dayOfNumber(number: number): Day {
  const sinceEra = number + 719468;
  const era = Math.floor(sinceEra / 146097);
  const dayOfEra = sinceEra - era * 146097;
  const yearOfEra = Math.trunc((dayOfEra - Math.trunc(dayOfEra / 1460) + Math.trunc(dayOfEra / 36524) - Math.trunc(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const shifted = Math.trunc((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return year * 10000 + month * 100 + dayOfYear - Math.trunc((153 * shifted + 2) / 5) + 1;
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** Excel's serial number of a day, or null before 1900-03-01, where Excel counts a day that never was. */
export function excelSerialOf(day: Day): number | null {
  return day < 19000301 ? null : dayNumber(day) + EXCEL_SERIAL_OF_1970;
}

/** The day that a serial number of Excel (1900-03-01 or later, without its time) stands for: the way back, days to civil. */
export function dayOfExcelSerial(serial: number): Day {
  const days = serial - EXCEL_SERIAL_OF_1970 + 719468;
  const era = Math.floor(days / 146097);
  const dayOfEra = days - era * 146097;
  const yearOfEra = Math.trunc((dayOfEra - Math.trunc(dayOfEra / 1460) + Math.trunc(dayOfEra / 36524) - Math.trunc(dayOfEra / 146096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.trunc(yearOfEra / 4) - Math.trunc(yearOfEra / 100));
  const fromMarch = Math.trunc((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return year * 10000 + month * 100 + dayOfYear - Math.trunc((153 * fromMarch + 2) / 5) + 1;
}
