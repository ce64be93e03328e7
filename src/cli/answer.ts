/** What does `--json` answer? The object of docs/format.md, "The answer"; its shape is a promise to other programs. */
import type { Finding } from '../check/finding';
import { recordCountComparison } from '../check/totals';
import { isoOf, type Day } from '../file/calendar';
import { NOTICE_KINDS, type NoticeKind } from '../file/layout';
import type { Change } from '../reconcile/changes';
import { receiptCounts } from '../reconcile/judgeReceipts';
import { flagsOf, stateOf } from '../reconcile/slips';
import type { RunFile, Settlement } from '../settle';
import { messageOf } from '../words';
import type { Words } from '../words';

const iso = (day: Day | null): string | null => (day === null || day === 0 ? null : isoOf(day));
/** -1 stands for unknown in the columns. */
const known = (value: number): number | null => (value < 0 ? null : value);

/** More findings than this are counted, not listed: nobody reads them, and a text has an end. */
const MOST_LISTED = 100_000;

/** `changes`: since an earlier answer; null where none is asked about. */
export function answerOf(settlement: Settlement, words: Words, changes: readonly Change[] | null = null): object {
  const { asOf, dataFrom, dataThrough, paidThrough, complete, terms, otherChannels, receipts, files, findings } = settlement;
  return {
    asOf: iso(asOf),
    dataFrom: iso(dataFrom),
    dataThrough: iso(dataThrough),
    paidThrough: iso(paidThrough),
    complete,
    grace: terms.grace,
    otherChannels,
    missingDays: missingDaysAnswer(settlement),
    receipts: receiptCounts(receipts),
    changes,
    files: files.map(fileAnswer),
    findings: findings.slice(0, MOST_LISTED).map((finding) => findingAnswer(finding, words)),
    ...(findings.length > MOST_LISTED ? { findingsTotal: findings.length } : {}),
    slips: slipAnswers(settlement),
  };
}

function missingDaysAnswer({ days, billers }: Settlement): object[] | null {
  if (!days.isKnown) return null;
  return days.billers
    .filter(({ missing }) => missing.length > 0)
    .map(({ biller, missing }) => ({ billerCode: billers.codeOf(biller), days: missing.map(iso) }));
}

function fileAnswer({ name, sha256, settlement, unchecked }: RunFile): object {
  return {
    name,
    sha256,
    layout: settlement?.layout.id ?? null,
    lineEnding: settlement?.cut.lineEnding ?? null,
    recordCount: {
      counted: settlement?.cut.count ?? null,
      declared: settlement === null || recordCountComparison(settlement) !== null ? null : settlement.declaredRecordCount,
    },
    groups: (settlement?.groups ?? []).map(({ createdDate, agentCode, billerCode, usage, totals }) => ({
      createdDate: iso(createdDate),
      agentCode,
      billerCode,
      usage,
      totals: Object.fromEntries(NOTICE_KINDS.map((kind: NoticeKind) => [kind, totals[kind]])),
    })),
    unchecked,
  };
}

function findingAnswer(finding: Finding, words: Words): object {
  const { code, severity, file, record, field, expected, actual } = finding;
  return { code, severity, file, record, field, expected, actual, message: messageOf(finding, words) };
}

function slipAnswers({ slips, billers }: Settlement): object[] {
  return Array.from({ length: slips.count }, (_, slip) => ({
    billerCode: billers.codeOf(slips.biller[slip]!),
    fiscalYear: slips.numbers.yearOf(slip),
    slipNumber: slips.numbers.numberOf(slip),
    state: stateOf(slips, slip),
    flags: flagsOf(slips, slip).sort(),
    reissueNumber: known(slips.reissueNumber[slip]!),
    billedAmount: known(slips.billedAmount[slip]!),
    paidAmount: slips.paidAmount[slip]!,
    confirmedAmount: slips.confirmedAmount[slip]!,
    paidDate: iso(slips.paidDate[slip]!),
    dueDate: iso(slips.dueDate[slip]!),
    otherAmount: slips.otherAmount[slip]!,
    otherDate: iso(slips.otherDate[slip]!),
    remindFrom: iso(slips.remindFrom[slip]!),
  }));
}
