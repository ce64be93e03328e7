/** How is a day written for the clerk: 2027/04/30, or R9.4.30 by choice? */
import { dayOf, type Day } from '../file/calendar';
import type { DateDisplay } from './settings';
import type { PaneWords } from './words';

/** First days of the eras, newest first; older days keep their western form. */
const ERAS: readonly (readonly [Day, string])[] = [
  [20190501, 'R'],
  [19890108, 'H'],
  [19260101, 'S'],
];

const parts = (day: Day): [number, number, number] => [Math.trunc(day / 10000), Math.trunc(day / 100) % 100, day % 100];
const eraOf = (day: Day): readonly [Day, string] | undefined => ERAS.find(([from]) => day >= from);
const yearIn = ([from]: readonly [Day, string], year: number): number => year - Math.trunc(from / 10000) + 1;

/** `R9.4.30`; null before all eras. */
export function eraDay(day: Day): string | null {
  const [year, month, date] = parts(day);
  const era = eraOf(day);
  return era === undefined ? null : `${era[1]}${yearIn(era, year)}.${month}.${date}`;
}

type DayWords = Pick<PaneWords, 'westernDay' | 'eraYear'>;

export const dayText = (day: Day, display: DateDisplay, words: DayWords): string => (display === 'japanese' ? eraDay(day) : null) ?? words.westernDay(day);

/** A fiscal year begins in April and lies in the era of its summer: 2019 is 令和元年度. */
export function yearText(fiscalYear: string, display: DateDisplay, words: DayWords): string {
  const year = Number(fiscalYear);
  const era = display === 'japanese' ? eraOf(year * 10000 + 701) : undefined;
  return era === undefined ? fiscalYear : words.eraYear(era[1], yearIn(era, year));
}

const WITH_SLASHES = /(\d{4})\/(\d{2})\/(\d{2})/g;
const WITH_ANY_SIGN = /(\d{4})[/-](\d{2})[/-](\d{2})/g;

const withDays = (text: string, days: RegExp, write: (day: Day) => string | null): string =>
  text.replace(days, (found, year: string, month: string, date: string) => write(Number(year + month + date)) ?? found);

/** A sentence that names no file, or a time: its days as the clerk wants them. */
export const sentenceWithDays = (sentence: string, write: (day: Day) => string): string => withDays(sentence, WITH_ANY_SIGN, write);

/** Days with slashes in their era; no name of a file has slashes. */
export const withEraDays = (text: string): string => withDays(text, WITH_SLASHES, eraDay);

/** `1405` as `14:05`; what is no time stays as it was written. */
export const timeText = (time: string): string => (/^\d{4}$/.test(time) ? `${time.slice(0, 2)}:${time.slice(2)}` : time);

const ERA_LETTERS: Readonly<Record<string, string>> = { 令和: 'R', 平成: 'H', 昭和: 'S' };

/** The day that a clerk typed: 2027/5/10, 2027-05-10, 20270510, R9.5.10, 令和9年5月10日; null when it is none. */
export function typedDay(text: string): Day | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/令和|平成|昭和/, (era) => ERA_LETTERS[era]!)
    .replace(/元年/, '1年');
  const match = /^([RHS]?)(\d{1,4})[/.\-年](\d{1,2})[/.\-月](\d{1,2})日?$/i.exec(plain) ?? /^()(\d{4})(\d{2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [, letter, year, month, day] = match as unknown as [string, string, string, string, string];
  if (letter === '') return year.length === 4 ? dayOf(Number(year), Number(month), Number(day)) : null;
  const first = ERAS.find(([, era]) => era === letter.toUpperCase())![0];
  return dayOf(Math.trunc(first / 10000) + Number(year) - 1, Number(month), Number(day));
}
