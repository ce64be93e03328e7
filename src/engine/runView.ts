/** What does the result view show at first sight? */
import { comparedTotals } from '../check/totals';
import type { SettlementFile } from '../file/settlementFile';
import { flagTotals, overviewOf, stateTotals } from '../reconcile/overview';
import type { Settlement } from '../settle';
import { trustOf, verdictOfRun } from '../verdict';
import { toldDisposition } from '../sheet/dispositionChecks';
import type { WorkbookOptions } from '../sheet/source';
import { findingWords } from '../words';
import type { BillerDaysView, RunView, TotalView } from './protocol';

export function runView(settlement: Settlement, { words, sheetWords, dispositions }: Said, runAt: string): RunView {
  const { asOf, dataFrom, dataThrough, complete, ledger, findings, slips } = settlement;
  const verdict = verdictOfRun(settlement);
  const overview = overviewOf(slips);
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
    states: stateTotals(overview, ledger !== null),
    flags: flagTotals(overview),
    findings: findings.map((finding) => {
      const { code, severity, file, record } = finding;
      return { code, severity, file, record, ...findingWords(finding, words.findings) };
    }),
    dispositionFaults: (dispositions?.faults ?? []).map((fault) => {
      const { title, slip, sentence } = toldDisposition({ settlement, sheetWords }, fault);
      return { slip: fault.slip, title, place: slip, sentence };
    }),
  };
}

type Said = Pick<WorkbookOptions, 'words' | 'sheetWords' | 'dispositions'>;

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

const totalViews = (file: SettlementFile): TotalView[] => comparedTotals(file).map((total) => ({ file: file.name, ...total }));
