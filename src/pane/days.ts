/** How is a day written for the clerk: 2027/04/30, or R9.4.30 by choice? */
import { dayOf, type Day } from '../file/calendar';
import type { DateDisplay } from './settings';

/** First days of the eras, newest first; older days keep their western form. */
const ERAS: readonly (readonly [Day, string])[] = [
  [20190501, 'R'],
  [19890108, 'H'],
  [19260101, 'S'],
];

const parts = (day: Day): [number, number, number] => [Math.trunc(day / 10000), Math.trunc(day / 100) % 100, day % 100];
const two = (value: number): string => String(value).padStart(2, '0');

export function dayText(day: Day, display: DateDisplay): string {
  const [year, month, date] = parts(day);
  const era = ERAS.find(([from]) => day >= from);
  if (display === 'western' || era === undefined) return `${year}/${two(month)}/${two(date)}`;
  return `${era[1]}${year - Math.trunc(era[0] / 10000) + 1}.${month}.${date}`;
}

/** A sentence of our own words, its western days written as the clerk wants them. */
export function withDays(sentence: string, display: DateDisplay): string {
  if (display === 'western') return sentence;
  return sentence.replace(/(\d{4})\/(\d{2})\/(\d{2})/g, (_, year: string, month: string, date: string) => dayText(Number(year + month + date), display));
}

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
