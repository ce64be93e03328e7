/** Which days are business days? The national holidays by the rules of the law, for 2007 to 2050. (CONTRACT 5c) */
export const CALENDAR_END = '2050-12-31';
/** Where the product's data begin. The rules below are those since 2007; no case has a date between the two. */
export const CALENDAR_START = '1970-01-01';

/** YYYYMMDD as YYYY-MM-DD, or null when it is not on the calendar. */
export function day(digits: string): string | null {
  if (!/^\d{8}$/.test(digits) || digits.startsWith('0000')) return null;
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : null;
}

export const plus = (from: string, days: number): string => new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
const weekday = (at: string): number => new Date(at).getUTCDay();
/** The nth Monday of a month. */
const monday = (month: string, nth: number): string => plus(`${month}-01`, ((8 - weekday(`${month}-01`)) % 7) + 7 * (nth - 1));
/** The equinox by the almanac's rule of thumb; the Cabinet announces the day itself a year ahead. */
const equinox = (year: number, base: number): number => Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

function lawful(year: number): Set<string> {
  const olympic = { 2020: ['07-23', '07-24', '08-10'], 2021: ['07-22', '07-23', '08-08'] }[year];
  const emperor = year === 2019 ? ['05-01', '10-22'] : [year < 2019 ? '12-23' : '02-23'];
  const equinoxes = [`03-${equinox(year, 20.8431)}`, `09-${equinox(year, 23.2488)}`];
  const days = ['01-01', '02-11', '04-29', '05-03', '05-04', '05-05', '11-03', '11-23', ...equinoxes, ...emperor, ...(olympic ?? [])];
  if (year >= 2016 && !olympic) days.push('08-11');
  const mondays = [monday(`${year}-01`, 2), monday(`${year}-09`, 3), ...(olympic ? [] : [monday(`${year}-07`, 3), monday(`${year}-10`, 2)])];
  return new Set([...days.map((date) => `${year}-${date}`), ...mondays]);
}

const years = new Map<string, Set<string>>();
export function isHoliday(at: string): boolean {
  const law = years.get(at.slice(0, 4)) ?? lawful(Number(at.slice(0, 4)));
  years.set(at.slice(0, 4), law);
  if (law.has(at) || (law.has(plus(at, -1)) && law.has(plus(at, 1)))) return true;
  // The first free day after a holiday on a Sunday is its substitute.
  for (let before = plus(at, -1); law.has(before); before = plus(before, -1)) if (weekday(before) === 0) return true;
  return false;
}
const businessDays = new Map<string, boolean>();
export function isBusinessDay(at: string): boolean {
  const works = businessDays.get(at) ?? (weekday(at) % 6 !== 0 && at.slice(5) < '12-29' && at.slice(5) > '01-03' && !isHoliday(at));
  businessDays.set(at, works);
  return works;
}

/** The nth business day after (step 1) or before (step -1) a day; null beyond the calendar. */
export function nthBusinessDay(from: string, nth: number, step = 1): string | null {
  let at = from;
  for (let left = nth; left > 0 && at >= CALENDAR_START && at <= CALENDAR_END; left -= isBusinessDay(at) ? 1 : 0) at = plus(at, step);
  return at > CALENDAR_END || from < CALENDAR_START ? null : at;
}
