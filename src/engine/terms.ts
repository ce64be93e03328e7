/** What has the office told about days, channels and reminders, as the workbook keeps it from one run to the next? */
import { isDay, type Day } from '../file/calendar';
import { LONGEST_GRACE, USUAL_GRACE } from '../reconcile/grace';
import type { RunTerms } from '../settle';

export interface ToldTerms {
  /** Days on which no file was made, in order. */
  readonly noFileOn: readonly Day[];
  /** The agent makes no file for a day without notices. */
  readonly emptyDaysNotSent: boolean;
  /** true: the ledger holds no slip that may be paid elsewhere; null: nobody has said yet; false: it does, and receipts that are not given are not known. */
  readonly noOtherChannels: boolean | null;
  /** 猶予, in business days. */
  readonly grace: number;
}

export const USUAL_TOLD: ToldTerms = { noFileOn: [], emptyDaysNotSent: false, noOtherChannels: null, grace: USUAL_GRACE };

export const termsOf = ({ noFileOn, emptyDaysNotSent, noOtherChannels, grace }: ToldTerms): RunTerms => ({
  noFileOn: new Set(noFileOn),
  emptyDaysNotSent,
  noOtherChannels: noOtherChannels === true,
  grace,
});

/** A workbook comes from anywhere: what cannot be understood is as at the beginning. */
export function readTold(kept: unknown): ToldTerms {
  if (typeof kept !== 'object' || kept === null) return USUAL_TOLD;
  const { noFileOn, emptyDaysNotSent, noOtherChannels, grace } = kept as Readonly<Record<string, unknown>>;
  return {
    noFileOn: Array.isArray(noFileOn) ? inOrder(noFileOn.filter((day): day is Day => typeof day === 'number' && isDay(day))) : [],
    emptyDaysNotSent: emptyDaysNotSent === true,
    noOtherChannels: typeof noOtherChannels === 'boolean' ? noOtherChannels : null,
    grace: isGrace(grace) ? grace : USUAL_TOLD.grace,
  };
}

export const isGrace = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LONGEST_GRACE;

/** Each day once, in order. */
export const inOrder = (days: Iterable<Day>): Day[] => [...new Set(days)].sort((a, b) => a - b);
