/**
 * Which receipts of other channels count for their slips?
 *
 * Judged in this order: of the files' own channel, perhaps the payment that the files tell of, a repetition. Source: docs/format.md, "Receipts of other channels".
 */
import { finding, type RecordPlace, type Report } from '../check/finding';
import { METHOD, LEDGER_COLUMNS, type Ledger } from './ledger';
import { NOT_IN_LEDGER, type MatchedSlips } from './match';
import { FROM_LEDGER, NO_SLIP, RECEIPT_USES, type Receipts } from './receipts';

export const USED = RECEIPT_USES.indexOf('used');
const OWN_CHANNEL = RECEIPT_USES.indexOf('ownChannel');
const DUPLICATE = RECEIPT_USES.indexOf('duplicate');
const UNCLEAR = RECEIPT_USES.indexOf('unclear');

/** The slips, as far as receipts concern them. */
interface ReceivingSlips extends MatchedSlips {
  readonly effectiveCount: Int32Array;
  readonly otherAmount: Float64Array;
  readonly otherCount: Int32Array;
  readonly otherDate: Int32Array;
}

interface Judged {
  readonly ledger: Ledger | null;
  readonly receipts: Receipts;
  readonly report: Report;
}

/** Judges all receipts; sums those that count into the slips, whose payments are read already. */
export function judgeReceipts(slips: ReceivingSlips, { ledger, receipts, report }: Judged): void {
  if (receipts.count === 0) return;
  const { start, bySlip, slip: slipOf, list, method, day, amount, use } = receipts;
  const field = LEDGER_COLUMNS.receivedBy;
  const placeOf = (receipt: number): RecordPlace => ({
    file: list[receipt] === FROM_LEDGER ? ledger!.table.name : receipts.lists[list[receipt]!]!.table.name,
    record: receipts.record[receipt]!,
  });

  for (let slip = 0; slip < slips.count; slip++) {
    const from = start[slip]!;
    const to = start[slip + 1]!;
    if (from === to) continue;
    const isPaid = slips.effectiveCount[slip]! > 0;
    const seen = to - from > 1 ? new Map<string, number>() : null;
    let repeated = false;
    for (let place = from; place < to; place++) {
      const receipt = bySlip[place]!;
      if (method[receipt] === METHOD.own) {
        use[receipt] = OWN_CHANNEL;
        if (isPaid) continue;
        slips.needsReview[slip] = 1;
        report(finding('receiptWithoutNotice', { ...placeOf(receipt), field }, slips.numbers.nameOf(slip)));
        continue;
      }
      if (list[receipt] === FROM_LEDGER && method[receipt] === METHOD.none && isPaid) {
        use[receipt] = UNCLEAR;
        slips.needsReview[slip] = 1;
        report(finding('receiptUnclear', { ...placeOf(receipt), field }, slips.numbers.nameOf(slip)));
        continue;
      }
      const key = `${day[receipt]} ${amount[receipt]}`;
      const first = seen?.get(key);
      if (first !== undefined) {
        use[receipt] = DUPLICATE;
        repeated = true;
        report(finding('receiptDuplicate', placeOf(receipt), { ...slips.numbers.nameOf(slip), first: placeOf(first) }));
        continue;
      }
      seen?.set(key, receipt);
      count(slips, slip, day[receipt]!, amount[receipt]!);
    }
    const entry = slips.ledgerEntry[slip]!;
    if (repeated && entry !== NOT_IN_LEDGER && slips.otherAmount[slip]! < ledger!.billedAmount[entry]!) slips.needsReview[slip] = 1;
  }

  // Nobody else knows of these slips: they get no row.
  for (let receipt = 0; receipt < receipts.count; receipt++) {
    if (slipOf[receipt] !== NO_SLIP) continue;
    use[receipt] = OWN_CHANNEL;
    report(finding('receiptWithoutNotice', { ...placeOf(receipt), field }, receipts.nameOf(receipt)));
  }
}

function count(slips: ReceivingSlips, slip: number, day: number, amount: number): void {
  slips.otherAmount[slip]! += amount;
  slips.otherCount[slip]!++;
  if (day !== 0 && (slips.otherDate[slip] === 0 || day < slips.otherDate[slip]!)) slips.otherDate[slip] = day;
}

/** How many receipts have come to each use, and how many rows were refused. */
export function receiptCounts({ use, refused }: Pick<Receipts, 'use' | 'refused'>): Record<(typeof RECEIPT_USES)[number] | 'refused', number> {
  const counts = [0, 0, 0, 0];
  for (const index of use) counts[index]!++;
  return { used: counts[USED]!, ownChannel: counts[OWN_CHANNEL]!, duplicate: counts[DUPLICATE]!, unclear: counts[UNCLEAR]!, refused };
}
