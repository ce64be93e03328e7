/** In which era is a day, and which of its years is it? The only table of eras: years that the clerk reads and types, and the number formats of the stand-in. */
import { dayOf, type Day } from './calendar';

export interface Era {
  readonly letter: string;
  /** 令和 */
  readonly name: string;
  /** Its first day. */
  readonly from: Day;
}

/** Newest first. */
export const ERAS: readonly Era[] = [
  { letter: 'R', name: '令和', from: 20190501 },
  { letter: 'H', name: '平成', from: 19890108 },
  { letter: 'S', name: '昭和', from: 19261225 },
  { letter: 'T', name: '大正', from: 19120730 },
  { letter: 'M', name: '明治', from: 18680125 },
];

const yearOf = (day: Day): number => Math.trunc(day / 10000);

export interface EraYear {
  readonly era: Era;
  /** 1 is 元年. */
  readonly year: number;
}

/** null before 明治. */
export function eraYearOf(day: Day): EraYear | null {
  const era = ERAS.find(({ from }) => day >= from);
  return era === undefined ? null : { era, year: yearOf(day) - yearOf(era.from) + 1 };
}

/** The common year of an era's year, whether or not the era lasted so long. */
export const commonYear = ({ from }: Era, year: number): number => yearOf(from) + year - 1;

/** By its letter, capitals aside, or its name. */
export const eraCalled = (called: string): Era | null => ERAS.find(({ letter, name }) => letter === called.toUpperCase() || name === called) ?? null;

/** The day of an era's year, or null: 令和9年4月30日 is one, 令和9年2月30日 is not. */
export const eraDate = (era: Era, year: number, month: number, day: number): Day | null => dayOf(commonYear(era, year), month, day);

/** `R9.4.30`; null before all eras. */
export function eraDay(day: Day): string | null {
  const found = eraYearOf(day);
  return found === null ? null : `${found.era.letter}${found.year}.${Math.trunc(day / 100) % 100}.${day % 100}`;
}
