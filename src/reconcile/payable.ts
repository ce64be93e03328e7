/** What is open of a slip, and may it still be paid with the paper in hand? */
import type { Day } from '../file/calendar';
import type { Ledger } from './ledger';
import { NOT_IN_LEDGER } from './match';
import { hasFlag, stateOf, type Slips } from './slips';

/** What the barcode of a printed slip says. */
export interface Paper {
  /** 0: none. */
  readonly dueDate: Day;
  readonly reissueNumber: number | null;
  readonly amount: number;
}

/** In the order in which they are asked; the first that holds. */
export type Payable =
  /** 保留 or 要確認: somebody must look first. */
  | 'unclear'
  | 'paid'
  /** Only told by a shop so far. */
  | 'preliminary'
  | 'notOwed'
  | 'notInLedger'
  /** Something was paid elsewhere: the paper asks for too much. */
  | 'partly'
  /** There is a newer paper of the same slip. */
  | 'reissued'
  | 'otherAmount'
  | 'expired'
  /** Nobody knows until when. */
  | 'noDueDate'
  | 'yes';

/** Billed and not paid by any channel; null where the bill is not known. */
export function openAmount(slips: Slips, slip: number): number | null {
  const billed = slips.billedAmount[slip]!;
  return billed < 0 ? null : Math.max(0, billed - slips.paidAmount[slip]! - slips.otherAmount[slip]!);
}

/** `paper`: null: no barcode was read, the ledger's due date is all that is known. */
export function payableWith(slips: Slips, ledger: Ledger | null, slip: number, paper: Paper | null, asOf: Day): Payable {
  if (hasFlag(slips, slip, 'noticeHeld') || hasFlag(slips, slip, 'needsReview')) return 'unclear';
  const state = stateOf(slips, slip);
  if (state === 'paid' || state === 'paidElsewhere') return 'paid';
  if (state === 'preliminary' || state === 'notOwed') return state;
  if (slips.ledgerEntry[slip] === NOT_IN_LEDGER || ledger === null) return 'notInLedger';
  if (slips.otherAmount[slip]! > 0) return 'partly';
  const due = paper === null ? slips.dueDate[slip]! : paper.dueDate;
  if (paper !== null && paper.reissueNumber !== null && paper.reissueNumber < slips.reissueNumber[slip]!) return 'reissued';
  if (paper !== null && slips.billedAmount[slip]! >= 0 && paper.amount !== slips.billedAmount[slip]!) return 'otherAmount';
  if (due === 0) return paper === null ? 'noDueDate' : 'yes';
  return due < asOf ? 'expired' : 'yes';
}
