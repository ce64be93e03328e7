/** What has become of a slip since the run before, in English; the sheet and the pane say the same. */
import type { ChangeKind } from '../reconcile/changeKinds';

export const changesEn: Readonly<Record<ChangeKind, string>> = {
  paidAfterReminder: 'Reminded yet paid',
  changedAfterDeed: 'Changed after it was dealt with',
  cancelled: 'Now cancelled',
  paidTwice: 'Now paid twice',
  amountDiffers: 'Amount differs now',
  needsReview: 'Now to be reviewed',
  noticeHeld: 'Notice held now',
  notInLedger: 'Not in the ledger now',
  openAgain: 'Unpaid again',
  newlyPaid: 'Newly paid',
  confirmed: 'Preliminary to confirmed',
  preliminary: 'Now preliminary only',
  paidElsewhere: 'Now paid elsewhere',
  partlyPaid: 'Now partly paid',
  notOwed: 'Nothing owed any more',
  listed: 'New slip',
  other: 'Another change',
};
