/** 督促: which slips may be reminded of, and what holds back those that are past their due date? */
import { hasFlag, isOpen } from '../reconcile/slips';
import { reminderReasons } from '../reconcile/reminders';
import type { Source } from '../sheet/source';
import type { ReminderRow, RemindersView } from './protocol';
import { slipRow } from './slipViews';

export function remindersView(source: Source): RemindersView {
  const { settlement, dispositions } = source;
  const { slips, ledger, asOf, complete, otherChannels, terms, days } = settlement;
  const reasonsOf = reminderReasons(slips, ledger, { ...terms, asOf, complete, otherChannels, days });
  const remindable: ReminderRow[] = [];
  const heldBack: ReminderRow[] = [];
  for (let slip = 0; slip < slips.count; slip++) {
    const due = slips.dueDate[slip]!;
    if (ledger === null || !isOpen(slips, slip) || due === 0 || due >= asOf) continue;
    const remindFrom = slips.remindFrom[slip]! || null;
    const handled = dispositions?.bySlip.get(slip) ?? [];
    const row = {
      ...slipRow(settlement, slip),
      remindFrom,
      handled: handled.map(({ text }) => text),
      isReminded: handled.some(({ kind }) => kind === 'reminded'),
    };
    if (hasFlag(slips, slip, 'remindable')) remindable.push({ ...row, reasons: [] });
    else heldBack.push({ ...row, reasons: [...reasonsOf(slip)] });
  }
  return { remindable, heldBack };
}
