/** What does the result view show at first sight? */
import { countedRecords, recordCountComparison, trailerComparison } from '../check/totals';
import { TRAILER_ITEMS } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { flagsOf, SLIP_FLAGS, SLIP_STATES, stateOf, type SlipFlag, type SlipState } from '../reconcile/slips';
import type { Settlement } from '../settle';
import { isPerhapsPaidTwice } from '../sheet/source';
import { trustOf, verdictOfRun } from '../verdict';
import { findingWords, type Words } from '../words';
import type { BillerDaysView, RunView, TotalView } from './protocol';

export function runView(settlement: Settlement, words: Words, runAt: string): RunView {
  const { asOf, dataFrom, dataThrough, complete, ledger, findings, slips } = settlement;
  const verdict = verdictOfRun(settlement);
  return {
    asOf,
    runAt,
    verdict,
    verdictSentence: words.verdict(verdict),
    trustSentence: words.trust(trustOf(settlement)),
    trust: trustOf(settlement),
    days: dayViews(settlement),
    dataFrom,
    dataThrough,
    complete,
    ledger:
      ledger === null
        ? null
        : {
            name: ledger.table.name,
            slips: ledger.count,
            billed: ledger.billedAmount.subarray(0, ledger.count).reduce((sum, yen) => sum + Math.max(0, yen), 0),
          },
    files: fileViews(settlement),
    totals: settlement.settlements.filter((file) => file.cut.count > 0).flatMap(totalViews),
    slipCount: slips.count,
    amountKind: ledger === null ? 'paid' : 'billed',
    states: stateViews(settlement),
    flags: flagViews(settlement),
    findings: findings.map((finding) => {
      const { code, severity, file, record } = finding;
      return { code, severity, file, record, ...findingWords(finding, words.findings) };
    }),
  };
}

const dayViews = ({ days, billers }: Settlement): BillerDaysView[] =>
  days.billers.map(({ biller, first, last, everyDay, groups, missing }) => ({
    billerCode: billers.codeOf(biller)!,
    first,
    last,
    everyDay,
    received: [...groups].map(([day, files]) => ({ day, files })),
    missing,
  }));

function fileViews({ settlements, notices }: Settlement): RunView['files'] {
  const details = new Int32Array(settlements.length);
  for (const file of notices.file) details[file]!++;
  return settlements.map(({ name, layout }, index) => ({ name, layoutTitle: layout.title, verified: layout.verified, details: details[index]! }));
}

function totalViews(file: SettlementFile): TotalView[] {
  const groups = file.groups.flatMap((group, index) =>
    TRAILER_ITEMS.map(({ name, kind, measure }, item): TotalView => {
      const { counted, declared } = group.totals[kind][measure];
      return {
        file: file.name,
        group: index + 1,
        item: name,
        kind,
        measure,
        declared,
        counted,
        comparison: trailerComparison(file, index, TRAILER_ITEMS[item]!),
      };
    }),
  );
  const comparison = recordCountComparison(file);
  const declared = comparison === null ? file.declaredRecordCount : null;
  return [...groups, { file: file.name, group: null, item: 'recordCount', kind: null, measure: 'count', declared, counted: countedRecords(file), comparison }];
}

function stateViews({ slips, ledger }: Settlement): RunView['states'] {
  const amounts = ledger === null ? slips.paidAmount : slips.billedAmount;
  const views = new Map<SlipState, { state: SlipState; count: number; amount: number }>();
  for (const state of [...SLIP_STATES].reverse()) views.set(state, { state, count: 0, amount: 0 });
  for (let slip = 0; slip < slips.count; slip++) {
    const view = views.get(stateOf(slips, slip))!;
    view.count++;
    view.amount += Math.max(0, amounts[slip]!);
  }
  return [...views.values()];
}

function flagViews({ slips }: Settlement): RunView['flags'] {
  const counts = new Map<SlipFlag, number>();
  let perhaps = 0;
  for (let slip = 0; slip < slips.count; slip++) {
    for (const flag of flagsOf(slips, slip)) counts.set(flag, (counts.get(flag) ?? 0) + 1);
    if (isPerhapsPaidTwice({ slips }, slip)) perhaps++;
  }
  return SLIP_FLAGS.filter((flag) => counts.has(flag)).map((flag) => ({
    flag,
    count: counts.get(flag)!,
    ...(flag === 'paidTwice' && perhaps > 0 ? { perhaps } : {}),
  }));
}
