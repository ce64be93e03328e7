/** How many slips are in each state and bear each flag, and for how much? Added up once, for the command, the pane and the sheets. */
import { flagsOf, hasFlag, SLIP_FLAGS, SLIP_STATES, stateOf, type SlipFlag, type Slips, type SlipState } from './slips';

/** 二重納付の疑い stands for 二重納付 while fewer than two payments are sure: no refund yet. */
export type ShownFlag = SlipFlag | 'perhapsPaidTwice';

export const isPerhapsPaidTwice = (slips: Slips, slip: number): boolean =>
  hasFlag(slips, slip, 'paidTwice') && slips.confirmedCount[slip]! + slips.otherCount[slip]! < 2;

export const shownFlags = (slips: Slips, slip: number): ShownFlag[] =>
  flagsOf(slips, slip).map((flag) => (flag === 'paidTwice' && isPerhapsPaidTwice(slips, slip) ? 'perhapsPaidTwice' : flag));

/** What confirmed payments and receipts of other channels exceed the bill by; null when no bill is known. */
export function overpaidOf({ billedAmount, confirmedAmount, otherAmount }: Slips, slip: number): number | null {
  const billed = billedAmount[slip]!;
  return billed < 0 ? null : Math.max(0, confirmedAmount[slip]! + otherAmount[slip]! - billed);
}

/** One of something for each state. */
export const ofEachState = <T>(make: (state: SlipState) => T): Record<SlipState, T> =>
  Object.fromEntries(SLIP_STATES.map((state) => [state, make(state)])) as Record<SlipState, T>;

export interface StateSum {
  readonly count: number;
  /** Known bills only. */
  readonly billed: number;
  readonly paid: number;
  /** Receipts of other channels. */
  readonly other: number;
}

export interface Overview {
  readonly states: Readonly<Record<SlipState, StateSum>>;
  readonly flags: ReadonlyMap<ShownFlag, { readonly count: number; readonly overpaid: number }>;
}

export function overviewOf(slips: Slips): Overview {
  const states = ofEachState(() => ({ count: 0, billed: 0, paid: 0, other: 0 }));
  const flags = new Map<ShownFlag, { count: number; overpaid: number }>();
  for (let slip = 0; slip < slips.count; slip++) {
    const sum = states[stateOf(slips, slip)];
    sum.count++;
    sum.billed += Math.max(0, slips.billedAmount[slip]!);
    sum.paid += slips.paidAmount[slip]!;
    sum.other += slips.otherAmount[slip]!;
    if (slips.flags[slip] === 0) continue;
    for (const flag of shownFlags(slips, slip)) {
      const known = flags.get(flag) ?? { count: 0, overpaid: 0 };
      known.count++;
      known.overpaid += overpaidOf(slips, slip) ?? 0;
      flags.set(flag, known);
    }
  }
  return { states, flags };
}

/** From the unpaid to the paid, by what is told of a state: its bills where there is a ledger, else what was paid. */
export function stateTotals({ states }: Overview, hasLedger: boolean): { readonly state: SlipState; readonly count: number; readonly amount: number }[] {
  return [...SLIP_STATES].reverse().map((state) => {
    const { count, billed, paid } = states[state];
    return { state, count, amount: hasLedger ? billed : paid };
  });
}

/** Flags that a slip bears, in their order; `perhaps`: how many of 二重納付 are 二重納付の疑い. */
export function flagTotals({ flags }: Overview): { readonly flag: SlipFlag; readonly count: number; readonly perhaps?: number }[] {
  const countOf = (flag: ShownFlag): number => flags.get(flag)?.count ?? 0;
  return SLIP_FLAGS.flatMap((flag) => {
    const perhaps = flag === 'paidTwice' ? countOf('perhapsPaidTwice') : 0;
    const count = countOf(flag) + perhaps;
    return count === 0 ? [] : { flag, count, ...(perhaps > 0 ? { perhaps } : {}) };
  });
}
