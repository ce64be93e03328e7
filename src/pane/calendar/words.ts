/** Which words does the calendar of files need beside those of the pane? Fetched with its page. */
import type { DayStanding } from './months';

export interface CalendarWords {
  readonly intro: string;
  readonly emptyDaysNotSent: string;
  readonly biller: string;
  readonly lastCreated: string;
  readonly paidThrough: string;
  readonly asOf: string;
  readonly noResult: string;
  readonly noDays: string;
  readonly unknown: string;
  readonly month: (year: number, month: number) => string;
  readonly weekdays: readonly string[];
  /** In the square of a day. */
  readonly marks: Record<DayStanding, string>;
  readonly files: (count: number) => string;
  readonly meanings: Record<Exclude<DayStanding, 'open'>, string>;
  readonly legend: string;
  /** Of a square that can be chosen. */
  readonly choose: (day: string, standing: 'missing' | 'told') => string;
  readonly chosen: (days: readonly string[]) => string;
  readonly by: string;
  readonly noFile: string;
  readonly takeBack: string;
  readonly afterwards: string;
}
