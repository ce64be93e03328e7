/**
 * What has changed since an earlier answer? Slips whose state, amounts or flags are not the same, or that one of both lacks.
 *
 * 期限超過 and 督促可 come with the days alone and are no change. Source: docs/format.md, "Changes".
 */
import { billerKey, type Billers } from '../slip/billers';
import { flagsOf, stateOf, type SlipFlag, type Slips, type SlipState } from './slips';

export interface SlipStanding {
  readonly state: SlipState;
  readonly paidAmount: number;
  readonly otherAmount: number;
  /** In alphabetical order. */
  readonly flags: readonly SlipFlag[];
}

/** A slip as an answer names it. */
export interface NamedSlip {
  readonly billerCode: string | null;
  readonly fiscalYear: string;
  readonly slipNumber: string;
}
export type EarlierSlip = NamedSlip & SlipStanding;

export interface Change extends NamedSlip {
  readonly before: SlipStanding | null;
  readonly after: SlipStanding | null;
}

const COME_WITH_DAYS: readonly SlipFlag[] = ['overdue', 'remindable'];

/** In slip order. */
export function changesSince(earlier: readonly EarlierSlip[], slips: Slips, billers: Billers): Change[] {
  const before = new Map(earlier.map((slip) => [slipKey(slip), slip]));
  const changes: Change[] = [];
  for (let slip = 0; slip < slips.count; slip++) {
    const named = { billerCode: billers.codeOf(slips.biller[slip]!), ...slips.numbers.nameOf(slip) };
    const key = slipKey(named);
    const old = before.get(key);
    before.delete(key);
    const after = standingOf(slips, slip);
    if (old === undefined || !areSame(old, after)) changes.push({ ...named, before: old === undefined ? null : standingIn(old), after });
  }
  const gone = [...before.values()].map((old): Change => ({
    billerCode: old.billerCode,
    fiscalYear: old.fiscalYear,
    slipNumber: old.slipNumber,
    before: standingIn(old),
    after: null,
  }));
  return gone.length === 0 ? changes : [...changes, ...gone].sort(compareSlips);
}

export function standingOf(slips: Slips, slip: number): SlipStanding {
  return {
    state: stateOf(slips, slip),
    paidAmount: slips.paidAmount[slip]!,
    otherAmount: slips.otherAmount[slip]!,
    flags: flagsOf(slips, slip).sort(),
  };
}

const standingIn = ({ state, paidAmount, otherAmount, flags }: SlipStanding): SlipStanding => ({ state, paidAmount, otherAmount, flags: [...flags].sort() });

const lasting = (flags: readonly SlipFlag[]): string =>
  flags
    .filter((flag) => !COME_WITH_DAYS.includes(flag))
    .sort()
    .join(' ');

const areSame = (a: SlipStanding, b: SlipStanding): boolean =>
  a.state === b.state && a.paidAmount === b.paidAmount && a.otherAmount === b.otherAmount && lasting(a.flags) === lasting(b.flags);

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

/** Slips are the same by biller code, and year and number without leading zeros. */
export const slipKey = ({ billerCode, fiscalYear, slipNumber }: NamedSlip): string =>
  JSON.stringify([billerCode === null ? null : billerKey(billerCode), withoutZeros(fiscalYear), withoutZeros(slipNumber)]);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function compareNumbers(a: string, b: string): number {
  const [left, right] = [withoutZeros(a), withoutZeros(b)];
  return left.length - right.length || compareTexts(left, right);
}

/** By fiscal year, slip number, biller (null first). */
function compareSlips(a: NamedSlip, b: NamedSlip): number {
  const billerRank = ({ billerCode }: NamedSlip): string => (billerCode === null ? '' : ` ${billerKey(billerCode)}`);
  return compareNumbers(a.fiscalYear, b.fiscalYear) || compareNumbers(a.slipNumber, b.slipNumber) || compareTexts(billerRank(a), billerRank(b));
}
