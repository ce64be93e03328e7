/**
 * Which slips may be reminded of, and from when on? 督促可
 *
 * A letter to somebody who has paid is the worst that can happen: whatever could hide a payment holds a reminder back. Source: docs/format.md, "Reminders".
 */
import { businessDayAfter, businessDayBefore, isInCalendar } from '../file/businessDays';
import { dayNumber, dayOfNumber, type Day } from '../file/calendar';
import { NO_BILLER } from '../slip/billers';
import type { FileDays } from './fileDays';
import type { Ledger } from './ledger';
import { NOT_IN_LEDGER } from './match';
import { hasFlag, isOpen, setFlag, type Slips } from './slips';

/** Files of the last days may still come. */
const DAYS_STILL_COMING = 5;
/** A slip without 発行日 is taken to have gone out so long before it was due. */
const DAYS_FROM_ISSUE_TO_DUE = 14;

/** How other channels are known. */
export type OtherChannels = 'given' | 'none' | 'unknown';

export interface ReminderTerms {
  readonly asOf: Day;
  readonly grace: number;
  readonly complete: boolean;
  readonly otherChannels: OtherChannels;
  /** The agent makes no file for a day without notices: a missing day holds nothing back. */
  readonly emptyDaysNotSent: boolean;
  readonly days: FileDays;
}

/** The day from which on a reminder may go; null beyond the calendar. */
export function remindFromOf(due: Day, grace: number): Day | null {
  if (grace > 0) return businessDayAfter(due, grace);
  const next = dayOfNumber(dayNumber(due) + 1);
  return isInCalendar(next) ? next : null;
}

/** Why no reminder may go to a slip whose money is open; the gravest first. */
export const REMINDER_REASONS = [
  'incomplete',
  'channelsUnknown',
  'notInLedger',
  'noDueDate',
  'beyondCalendar',
  'needsReview',
  'noticeHeld',
  'otherReceipts',
  'reissued',
  'notOverdue',
  'grace',
  'dataNotThere',
  'missingDay',
  'filesBeginLater',
] as const;
export type ReminderReason = (typeof REMINDER_REASONS)[number];

/** Sets 督促可能日 and 督促可. */
export function judgeReminders(slips: Slips, ledger: Ledger | null, terms: ReminderTerms): void {
  const reasonsOf = reminderReasons(slips, ledger, terms);
  const fromOf = remembered((due) => remindFromOf(due, terms.grace) ?? 0);
  const mayRemind = terms.complete && terms.otherChannels !== 'unknown' && ledger !== null;
  for (let slip = 0; slip < slips.count; slip++) {
    const due = slips.dueDate[slip]!;
    if (!isOpen(slips, slip) || due === 0) continue;
    slips.remindFrom[slip] = fromOf(due);
    if (mayRemind && reasonsOf(slip).next().done === true) setFlag(slips, slip, 'remindable');
  }
}

/** What holds a reminder back, slip by slip; none: it may go. For slips whose money is open. */
export function reminderReasons(slips: Slips, ledger: Ledger | null, terms: ReminderTerms): (slip: number) => Generator<ReminderReason, void> {
  const { asOf, grace, complete, otherChannels } = terms;
  const fromOf = remembered((due) => remindFromOf(due, grace) ?? 0);
  const begunBy = remembered((issued) => businessDayAfter(issued, 1) ?? 0);
  const isHeldBack = missingDayHoldsBack(terms);
  return function* (slip) {
    if (!complete) yield 'incomplete';
    if (otherChannels === 'unknown') yield 'channelsUnknown';
    const entry = slips.ledgerEntry[slip]!;
    if (ledger === null || entry === NOT_IN_LEDGER) return yield 'notInLedger';
    const due = slips.dueDate[slip]!;
    if (due === 0) return yield 'noDueDate';
    const from = fromOf(due);
    if (from === 0) return yield 'beyondCalendar';
    if (hasFlag(slips, slip, 'needsReview')) yield 'needsReview';
    if (hasFlag(slips, slip, 'noticeHeld')) yield 'noticeHeld';
    if (slips.otherCount[slip]! > 0) yield 'otherReceipts';
    if (slips.reissueNumber[slip]! > ledger.reissueNumber[entry]!) yield 'reissued';
    if (!hasFlag(slips, slip, 'overdue')) yield 'notOverdue';
    if (from > asOf) return yield 'grace';
    const biller = slips.biller[slip]!;
    const reach = terms.days.reach[biller] ?? null;
    if (reach === null || reach.last < from) return yield 'dataNotThere';
    if (isHeldBack(biller)) yield 'missingDay';
    const issued = ledger.issuedDate[entry]!;
    if (reach.first > (issued === 0 ? twoWeeksBefore(due) : begunBy(issued))) yield 'filesBeginLater';
  };
}

const twoWeeksBefore = (due: Day): Day => dayOfNumber(dayNumber(due) - DAYS_FROM_ISSUE_TO_DUE);

/** Whether a day is missing for a biller (for no biller: for any) in whose file a late payer may be. */
function missingDayHoldsBack({ asOf, emptyDaysNotSent, days }: ReminderTerms): (biller: number) => boolean {
  if (!days.isKnown) return () => true;
  if (emptyDaysNotSent) return () => false;
  const stillComing = businessDayBefore(asOf, DAYS_STILL_COMING);
  if (stillComing === null) return () => true;
  const holding = new Set(days.billers.filter(({ missing }) => missing.some((day) => day < stillComing)).map(({ biller }) => biller));
  return (biller) => (biller === NO_BILLER ? holding.size > 0 : holding.has(biller));
}

/** A function of days, each asked once. */
function remembered(of: (day: Day) => Day): (day: Day) => Day {
  const known = new Map<Day, Day>();
  return (day) => {
    let answer = known.get(day);
    if (answer === undefined) known.set(day, (answer = of(day)));
    return answer;
  };
}
