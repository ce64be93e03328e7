/** Which days are business days? The national holidays by the rules of the law, for 2007 to 2050. (CONTRACT 5c) */
export const CALENDAR_END = '2050-12-31';

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
function monday(month: string, nth: number): string {
  const first = `${month}-01`;
  return plus(first, ((8 - weekday(first)) % 7) + 7 * (nth - 1));
}

/** The equinox as the almanac's rule of thumb gives it; the Cabinet announces the day itself a year ahead. */
const equinox = (year: number, base: number): number => Math.floor(base + 0.242194 * (year - 1980) - Math.floor((year - 1980) / 4));

function lawful(year: number): string[] {
  const fixed = ['01-01', '02-11', `03-${equinox(year, 20.8431)}`, '04-29', '05-03', '05-04', '05-05', `09-${equinox(year, 23.2488)}`, '11-03', '11-23'];
  if (year >= 2020) fixed.push('02-23');
  if (year <= 2018) fixed.push('12-23');
  if (year === 2019) fixed.push('05-01', '10-22');
  if (year === 2020) fixed.push('07-23', '07-24', '08-10');
  if (year === 2021) fixed.push('07-22', '07-23', '08-08');
  const olympic = year === 2020 || year === 2021;
  if (year >= 2016 && !olympic) fixed.push('08-11');
  const moved = [monday(`${year}-01`, 2), monday(`${year}-09`, 3), ...(olympic ? [] : [monday(`${year}-07`, 3), monday(`${year}-10`, 2)])];
  return [...fixed.map((at) => `${year}-${at}`), ...moved];
}

const known = new Map<number, Set<string>>();

export function holidays(year: number): Set<string> {
  const seen = known.get(year);
  if (seen) return seen;
  const law = new Set(lawful(year));
  const all = new Set(law);
  for (const at of law) {
    if (!law.has(plus(at, 1)) && law.has(plus(at, 2))) all.add(plus(at, 1));
    if (weekday(at) !== 0) continue;
    let substitute = plus(at, 1);
    while (law.has(substitute)) substitute = plus(substitute, 1);
    all.add(substitute);
  }
  known.set(year, all);
  return all;
}

export function isBusinessDay(at: string): boolean {
  const date = at.slice(5);
  const atRest = date >= '12-29' || date <= '01-03';
  return weekday(at) % 6 !== 0 && !atRest && !holidays(Number(at.slice(0, 4))).has(at);
}

/** The nth business day after (step 1) or before (step -1) a day; null beyond the calendar. */
export function nthBusinessDay(from: string, nth: number, step = 1): string | null {
  let at = from;
  for (let left = nth; left > 0;) {
    at = plus(at, step);
    if (at > CALENDAR_END) return null;
    if (isBusinessDay(at)) left -= 1;
  }
  return at;
}
