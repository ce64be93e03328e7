/** Which texts of what is deleted may stand nowhere in the workbook any more? Numbers of slips and persons of the ledger that nothing else has. */
import type { LedgerColumn } from '../reconcile/ledger';
import type { Settlement } from '../settle';
import { slipsOf } from './deletable';
import type { Deleted } from './deletion';

const PERSONS: readonly LedgerColumn[] = ['payerNumber', 'payerName'];

export function erasedTexts(before: Settlement, after: Settlement, what: Deleted): string[] {
  const { slips } = before;
  const { isGone } = slipsOf(before, what);
  const gone = new Set<string>();
  for (let slip = 0; slip < slips.count; slip++) if (isGone[slip] === 1) gone.add(slips.numbers.numberOf(slip));
  for (const column of PERSONS) for (const text of textsOf(before, column)) gone.add(text);
  for (let slip = 0; slip < after.slips.count; slip++) gone.delete(after.slips.numbers.numberOf(slip));
  for (const column of PERSONS) for (const text of textsOf(after, column)) gone.delete(text);
  gone.delete('');
  return [...gone];
}

function textsOf({ ledger }: Settlement, column: LedgerColumn): string[] {
  const place = ledger?.columnOf[column] ?? -1;
  return ledger === null || place < 0 ? [] : ledger.table.dictionary(place).texts.map((text) => text.trim());
}
