/** What became of each notice: does it count for its slip, repeat one that counts, or is it held back, taken back, or left out? */
import { IGNORED } from '../file/notices';
import type { Settlement } from '../settle';
import { NO_NOTICE } from '../slip/payments';
import type { NoticeUse } from './words';

export const NOTICE_USES: readonly NoticeUse[] = ['counts', 'repeats', 'held', 'takenBack', 'ignored'];
export const COUNTS = NOTICE_USES.indexOf('counts');
const REPEATS = NOTICE_USES.indexOf('repeats');
export const HELD = NOTICE_USES.indexOf('held');
const TAKEN_BACK = NOTICE_USES.indexOf('takenBack');
const LEFT_OUT = NOTICE_USES.indexOf('ignored');

/** An index into NOTICE_USES for each notice. */
export function noticeUses({ notices, payments }: Settlement): Uint8Array {
  const uses = new Uint8Array(notices.count).fill(REPEATS);
  for (const column of [payments.preliminary, payments.confirmed, payments.cancelled]) {
    for (let payment = 0; payment < payments.count; payment++) {
      const notice = column[payment]!;
      if (notice !== NO_NOTICE) uses[notice] = COUNTS;
    }
  }
  // A confirmation that was taken back brings no money.
  for (let payment = 0; payment < payments.count; payment++) if (payments.takenBack[payment] === 1) uses[payments.confirmed[payment]!] = TAKEN_BACK;
  for (let notice = 0; notice < notices.count; notice++) {
    if (notices.held[notice] === 1) uses[notice] = HELD;
    else if (notices.otherKind[notice] === IGNORED) uses[notice] = LEFT_OUT;
  }
  return uses;
}

/** The slip of each notice, or -1: its year or number is unreadable. */
export function slipOfNotices({ notices, slips }: Settlement): Int32Array {
  const slipOf = new Int32Array(notices.count).fill(-1);
  for (let slip = 0; slip < slips.count; slip++) {
    for (let i = slips.noticeStart[slip]!; i < slips.noticeStart[slip + 1]!; i++) slipOf[slips.noticesBySlip[i]!] = slip;
  }
  return slipOf;
}
