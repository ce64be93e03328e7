/** 検査 of the days: for each biller, is there a file of every day on which one is expected? */
import { isBusinessDay } from '../file/businessDays';
import type { Day } from '../file/calendar';
import type { BillerDays } from '../reconcile/fileDays';
import type { Source } from './source';

export interface DayCheck {
  readonly code: string;
  /** null: nobody can tell, the calendar does not reach so far. */
  readonly days: BillerDays | null;
}

export function dayChecks({ settlement: { days, billers } }: Source): DayCheck[] {
  return days.billers.map((about) => ({ code: billers.codeOf(about.biller)!, days: days.isKnown ? about : null }));
}

/** A missing day holds reminders back, unless the agent makes no file for an empty day. */
export function dayCheckEnd({ days }: DayCheck, { settlement }: Source): 'missing' | 'unchecked' | 'agrees' {
  if (days === null) return 'unchecked';
  if (days.missing.length === 0) return 'agrees';
  return settlement.terms.emptyDaysNotSent ? 'unchecked' : 'missing';
}

/** Days before the as-of date on which a file was expected and came. */
export const receivedDays = ({ groups, everyDay }: BillerDays, asOf: Day): number =>
  [...groups.keys()].filter((day) => day < asOf && (everyDay || isBusinessDay(day))).length;

export function dayCheckText({ days }: DayCheck, { settlement, sheetWords }: Source): string {
  const { fileDays } = sheetWords;
  if (days === null) return fileDays.unknown;
  const { asOf, terms } = settlement;
  const told = [...terms.noFileOn].filter((day) => day >= days.first && day < asOf && !days.groups.has(day)).sort((a, b) => a - b);
  const found = days.missing.length === 0 ? fileDays.allThere(days.first, asOf) : fileDays.missing(days.missing, terms.emptyDaysNotSent);
  return told.length === 0 ? found : `${found}${sheetWords.sentenceSeparator}${fileDays.told(told)}`;
}
