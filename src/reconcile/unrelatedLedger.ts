/** Does the ledger belong to the files? Where most of the slips that they tell of are not in it, its list of the unpaid names people who have paid. */
import { finding, type Report } from '../check/finding';
import type { Billers } from '../slip/billers';
import type { Ledger } from './ledger';
import { NOT_IN_LEDGER } from './match';
import { areUnrelated } from './receipts';
import type { Slips } from './slips';

/** Judged for each biller by its own; slips with a payment or a held notice. */
export function reportUnrelatedLedger(slips: Slips, { table }: Ledger, billers: Billers, report: Report): void {
  const told = new Int32Array(billers.count);
  const missing = new Int32Array(billers.count);
  for (let slip = 0; slip < slips.count; slip++) {
    if (slips.noticeStart[slip] === slips.noticeStart[slip + 1]) continue;
    const biller = slips.biller[slip]!;
    told[biller]!++;
    if (slips.ledgerEntry[slip] === NOT_IN_LEDGER) missing[biller]!++;
  }
  const ranks = billers.ranks(true);
  for (const biller of [...told.keys()].sort((a, b) => ranks[a]! - ranks[b]!)) {
    if (!areUnrelated(told[biller]!, missing[biller]!)) continue;
    report(finding('ledgerUnrelated', { file: table.name, expected: told[biller]!, actual: missing[biller]! }, { biller: billers.codeOf(biller) }));
  }
}
