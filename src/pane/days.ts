/** How are years and times written for the clerk, and which day has he typed? */
import { dayOf, type Day } from '../file/calendar';
import { eraCalled, eraDate, eraYearOf } from '../file/eras';
import type { Dates } from '../words/days';
import type { PaneWords } from './words';

/** A fiscal year begins in April and lies in the era of its summer: 2019 is 令和元年度. */
export function yearText(fiscalYear: string, display: Dates, words: Pick<PaneWords, 'eraYear'>): string {
  const found = display === 'japanese' ? eraYearOf(Number(fiscalYear) * 10000 + 701) : null;
  return found === null ? fiscalYear : words.eraYear(found.era, found.year);
}

/** `1405` as `14:05`; what is no time stays as it was written. */
export const timeText = (time: string): string => (/^\d{4}$/.test(time) ? `${time.slice(0, 2)}:${time.slice(2)}` : time);

/** The day that a clerk typed: 2027/5/10, 2027-05-10, 20270510, R9.5.10, 令和9年5月10日; null when it is none. */
export function typedDay(text: string): Day | null {
  const plain = text.normalize('NFKC').trim().replace(/元年/, '1年');
  const match = /^(\D*)(\d{1,4})[/.\-年](\d{1,2})[/.\-月](\d{1,2})日?$/.exec(plain) ?? /^()(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [, called, year, month, day] = match as unknown as [string, string, string, string, string];
  if (called === '') return year.length === 4 ? dayOf(Number(year), Number(month), Number(day)) : null;
  const era = eraCalled(called);
  return era === null ? null : eraDate(era, Number(year), Number(month), Number(day));
}
