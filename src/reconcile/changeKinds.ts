/**
 * What does a change mean to the clerk? One kind for the new state, one for each warning that has come; the gravest first.
 *
 * A slip that the office has dealt with already (督促済, 還付済, 充当済) comes before all others when it changes.
 */
import type { Change, SlipStanding } from './changes';
import type { SlipFlag, SlipState } from './slips';

export const CHANGE_KINDS = [
  'paidAfterReminder',
  'changedAfterDeed',
  'cancelled',
  'paidTwice',
  'amountDiffers',
  'needsReview',
  'noticeHeld',
  'notInLedger',
  'openAgain',
  'newlyPaid',
  'confirmed',
  'preliminary',
  'paidElsewhere',
  'partlyPaid',
  'notOwed',
  'listed',
  'other',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What the clerk has noted of a slip, as far as a change makes it questionable. */
export type Deed = 'reminded' | 'refunded' | 'offset';

type Warning = Extract<SlipFlag, ChangeKind>;
const WARNINGS: readonly Warning[] = ['paidTwice', 'amountDiffers', 'needsReview', 'noticeHeld', 'notInLedger', 'partlyPaid'];

/** In the order of CHANGE_KINDS; none for a slip that is listed no more. */
export function kindsOf({ before, after }: Pick<Change, 'before' | 'after'>, deed: Deed | null): ChangeKind[] {
  if (after === null) return [];
  const kinds = new Set<ChangeKind>();
  const state = kindOfState(before?.state ?? null, after.state);
  if (state !== null) kinds.add(state);
  for (const flag of WARNINGS) if (after.flags.includes(flag) && !(before?.flags.includes(flag) ?? false)) kinds.add(flag);
  if (kinds.size === 0) kinds.add('other');
  if (deed !== null) kinds.add(deed === 'reminded' && isMoneyThere(after) && !isMoneyThere(before) ? 'paidAfterReminder' : 'changedAfterDeed');
  return CHANGE_KINDS.filter((kind) => kinds.has(kind));
}

const isMoneyThere = (standing: SlipStanding | null): boolean => standing !== null && standing.paidAmount + standing.otherAmount > 0;

function kindOfState(before: SlipState | null, after: SlipState): ChangeKind | null {
  if (before === after) return null;
  switch (after) {
    case 'paid':
      return before === 'preliminary' ? 'confirmed' : 'newlyPaid';
    case 'unpaid':
      return before === null ? 'listed' : 'openAgain';
    case 'notOwed':
      return before === null ? 'listed' : 'notOwed';
    case 'cancelled':
    case 'preliminary':
    case 'paidElsewhere':
      return after;
  }
}
