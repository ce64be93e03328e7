/** What does the terminal say of days of files, other receipts, reminders and changes? */
import type { Change, SlipStanding } from '../reconcile/changes';
import { receiptCounts } from '../reconcile/judgeReceipts';
import { hasFlag } from '../reconcile/slips';
import type { Settlement } from '../settle';
import type { Words } from '../words';
import { textTable } from './textTable';
import type { CommandWords } from './words';

/** More are counted, not shown. */
const BILLERS_SHOWN = 20;
const DAYS_SHOWN = 10;
const CHANGES_SHOWN = 20;

/** Each biller's reach, and the days of which no file is there. */
export function dayLines({ days, billers }: Settlement, command: CommandWords): string[] {
  if (days.billers.length === 0) return [command.noFileDays];
  const rows = days.billers
    .slice(0, BILLERS_SHOWN)
    .map(({ biller, first, last, groups, missing }) => [
      billers.codeOf(biller)!,
      `${command.day(first)} - ${command.day(last)}`,
      command.daysWithFile(groups.size),
      days.isKnown ? command.missingDays(missing.length, missing.slice(0, DAYS_SHOWN)) : command.missingUnknown,
    ]);
  const more = days.billers.length - BILLERS_SHOWN;
  return [...textTable(rows, [false, false, true]), ...(more > 0 ? [command.moreBillers(more)] : [])];
}

export function receiptLines({ receipts, slips, otherChannels }: Settlement, words: Words, command: CommandWords): string[] {
  if (otherChannels !== 'given') return [command.otherChannels[otherChannels]];
  const { used, ownChannel, duplicate, unclear, refused } = receiptCounts(receipts);
  const amount = slips.otherAmount.reduce((sum, yen) => sum + yen, 0);
  const others = command.receiptsNotUsed.flatMap(([key, label]) => {
    const count = { ownChannel, duplicate, unclear, refused }[key];
    return count === 0 ? [] : [[label, command.records(count), '']];
  });
  return textTable([[command.receiptsUsed, command.records(used), words.yen(amount)], ...others], [false, true, true]);
}

export function reminderLine({ slips, terms, otherChannels, complete, ledger }: Settlement, words: Words, command: CommandWords): string {
  let count = 0;
  let amount = 0;
  for (let slip = 0; slip < slips.count; slip++) {
    if (!hasFlag(slips, slip, 'remindable')) continue;
    count++;
    amount += Math.max(0, slips.billedAmount[slip]!);
  }
  const reason = ledger === null ? 'noLedger' : !complete ? 'incomplete' : otherChannels === 'unknown' ? 'otherChannels' : null;
  return command.remindable({ count, amount: words.yen(amount), grace: terms.grace, reason });
}

export function changeLines(changes: readonly Change[], words: Words, command: CommandWords): string[] {
  if (changes.length === 0) return [command.noChanges];
  const standing = (one: SlipStanding | null): string => {
    if (one === null) return command.noSlip;
    const flags = one.flags.map((flag) => words.flags[flag]).join('・');
    return `${words.states[one.state]} ${words.yen(one.paidAmount + one.otherAmount)}${flags === '' ? '' : `（${flags}）`}`;
  };
  const rows = changes
    .slice(0, CHANGES_SHOWN)
    .map(({ billerCode, fiscalYear, slipNumber, before, after }) => [
      billerCode ?? '—',
      `${fiscalYear}-${slipNumber}`,
      `${standing(before)} → ${standing(after)}`,
    ]);
  const more = changes.length - CHANGES_SHOWN;
  return [...textTable(rows), ...(more > 0 ? [command.more(more)] : [])];
}
