/** Every word on the sheets, in English. Terms: docs/glossary.md. */
import { isoOf } from '../file/calendar';
import type { Day } from '../file/calendar';
import { dayText, type Dates, type DayText } from '../words/days';
import { changesEn } from '../words/changes.en';
import { headersEn } from './headers.en';
import type { SheetWords } from './words';
import { number } from '../words/number';

const counted = (value: number | string): string => (typeof value === 'number' ? number(value) : value);

const signed = (value: number): string => (value < 0 ? `-${number(-value)}` : value > 0 ? `+${number(value)}` : '0');
const many = (value: number, one: string): string => `${number(value)} ${one}${value === 1 ? '' : 's'}`;

const LONGEST_NAME = 32;
const shortened = (name: string): string => (name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 13)}…${name.slice(-12)}`);
/** Of a page header, which may have 255 characters in all. */
const SECTIONS_NAMED = 2;

/** Of columns in one cell: a ledger may have thousands. */
const COLUMNS_NAMED = 31;
/** Of days in one cell. */
const DAYS_NAMED = 31;
const listed = (days: readonly Day[], day: DayText): string =>
  `${days.slice(0, DAYS_NAMED).map(day).join(', ')}${days.length > DAYS_NAMED ? ` and ${number(days.length - DAYS_NAMED)} more` : ''}`;

const sheetWith = (dates: Dates, day: DayText): SheetWords => ({
  ...headersEn,
  changes: changesEn,
  dates,
  workbookTitle: 'Convenience-store receipts, reconciled',
  sheets: {
    reconciliation: 'Reconciliation',
    details: 'Details',
    checks: 'Checks',
    summary: 'Summary',
    history: 'Import log',
    ledger: 'Ledger',
    originals: 'Originals',
  },
  details: {
    file: 'File',
    record: 'Record',
    kind: 'Kind',
    paidDate: 'Paid on',
    paidTime: 'Paid at',
    fiscalYear: 'Year',
    slipNumber: 'Slip number',
    reissueNumber: 'Reissue',
    paymentDueDate: 'Payment due date',
    amount: 'Amount (yen)',
    storeCode: 'Store',
    chainCode: 'Chain',
    transferDate: 'Transfer date',
    accountingDate: 'Accounting date',
    findings: 'Findings',
    use: 'Use',
    state: 'State of the slip',
    makerCode: 'Maker',
    revenueStamp: 'Stamp',
    checkDigit: 'Check digit',
    barcode: 'Barcode',
    fileNumber: 'File number',
    group: 'Group',
  },
  checks: {
    judgement: 'Judgement',
    subject: 'Subject',
    file: 'File',
    record: 'Record',
    item: 'Item',
    expected: 'Expected',
    actual: 'Actual',
    difference: 'Difference',
    explanation: 'Explanation and what to do',
    code: 'Code',
    fileNumber: 'File number',
    group: 'Group',
  },
  summary: {
    byState: 'Slips by state',
    byFee: 'Slips by fee',
    bySection: 'Slips by section',
    byTransferDate: 'Money to expect by transfer date (confirmed)',
    byChain: 'Receipts by chain (confirmed)',
    legend: 'Slips by flag (overpaid: confirmed part), and what the colours mean',
    count: 'Count',
    share: 'Share',
    billed: 'Billed (yen)',
    paid: 'Paid (yen)',
    overpaid: 'Overpaid (yen)',
    confirmedCount: 'Count',
    confirmedAmount: 'Confirmed (yen)',
    expectedMoney: 'To expect (yen)',
    feeHeader: 'Fee',
    sectionHeader: 'Section',
    transferDateHeader: 'Transfer date',
    chainHeader: 'Chain code',
    stateHeader: 'State',
    wordHeader: 'State or flag',
    whereHeader: 'Coloured column',
    meaningHeader: 'Meaning',
    total: 'Total',
    unnamed: '(blank)',
    others: (groups) => `${number(groups)} others`,
    earlierThan: (first) => `before ${day(first)}`,
    noTransferDate: 'no date',
    heldMoney: 'held besides',
    unknownWithoutLedger: 'Without a ledger the unpaid are unknown.',
    cannotJudge: (words) => `Cannot be judged: ${words}`,
    noFeesWithoutLedger: 'Without a ledger fees and sections are unknown.',
    noConfirmed: 'No confirmed notice clears a slip: no money to expect.',
    noNotices: 'No confirmed notice clears a slip.',
    noFees: 'The ledger has no column 費目 (fee).',
    noSections: 'The ledger has no column 所管課 (section).',
    noSlips: 'There are no slips.',
    meanings: {
      paid: 'a confirmed payment',
      paidElsewhere: 'received in full by another channel',
      preliminary: 'preliminary notices only',
      notOwed: 'nothing billed, nothing paid',
      cancelled: 'paid, undone, not paid since',
      unpaid: 'in the ledger, no payment',
      needsReview: 'notices or ledger row contradict',
      noticeHeld: 'a faulty notice was held back',
      paidTwice: 'paid twice, confirmed twice',
      perhapsPaidTwice: 'paid twice, not yet confirmed twice',
      amountDiffers: 'a payment is not the billed amount',
      partlyPaid: 'received less than the billed amount',
      remindable: 'all conditions of a reminder are met',
      notInLedger: 'paid, but not in the ledger',
      ledgerBehind: 'paid with a newer slip than listed',
      paidOnOldSlip: 'paid with the replaced slip',
      overdue: 'due date passed, not paid',
      paidLate: 'paid after the due date',
      reissued: 'the slip was reissued',
    },
    feeChart: 'State of the slips by fee (count)',
    feeChartText: (fees) =>
      `Stacked bars: for each fee the count of slips that are paid, paid elsewhere, preliminary, not owed, cancelled and unpaid. Fees: ${fees.join(', ')}. The values stand in the table on the left.`,
    moneyChart: 'Money to expect by transfer date (confirmed)',
    moneyChartText: (from, to, days) =>
      `Columns: the yen to expect on each of ${many(days, 'transfer date')} from ${day(from)} to ${day(to)}. The values stand in the table on the left.`,
  },
  listSeparator: ', ',
  phraseSeparator: '; ',
  sentenceSeparator: ' ',
  day,
  shortVerdict: ({ kind, mismatches, errors, unchecked }) => {
    switch (kind) {
      case 'mismatch':
        return `Totals differ (${many(mismatches, 'place')}): do not settle`;
      case 'error':
        return `Errors (${number(errors)})`;
      case 'unchecked':
        return unchecked === 0 ? 'No settlement data' : `Totals not checked (${many(unchecked, 'item')})`;
      case 'agrees':
        return 'Totals agree';
    }
  },
  asOf: (value) => `As of ${day(value)}`,
  facts: ({ asOf, runAt, ledger, layouts }) =>
    [
      `as of ${day(asOf)}`,
      `run ${runAt}`,
      ledger === null ? 'no ledger' : `ledger ${shortened(ledger.name)} (${many(ledger.slips, 'slip')})`,
      ...(layouts.length === 0
        ? []
        : [`layout ${layouts.length > 2 ? `${layouts.slice(0, 2).join(', ')} and ${layouts.length - 2} more` : layouts.join(', ')}`]),
    ].join('; '),
  shownRows: (shown, all, [billed, paid]) => [
    'Shown ',
    shown,
    ' of ',
    all,
    ...(billed === undefined || paid === undefined ? [] : [', billed ', billed, ' yen, paid ', paid, ' yen']),
  ],
  titleOf: (title, sections) => {
    const more = sections.length - SECTIONS_NAMED;
    return sections.length === 0 ? title : `${title} (${sections.slice(0, SECTIONS_NAMED).map(shortened).join(', ')}${more > 0 ? ` and ${more} more` : ''})`;
  },
  legendNote: {
    standard: 'A coloured cell is the reason of a flag (legend: Summary)',
    print: 'A cell in other type is the reason of a flag (legend: Summary)',
  },
  toCheck: {
    needsReview: 'see the findings on Checks',
    noticeHeld: 'see the finding of the notice held back (no reminder yet)',
    perhapsPaidTwice: 'wait for confirmation (no refund yet)',
    notInLedger: "check year and number, or another section's slip",
    ledgerBehind: 'update the ledger',
    paidOnOldSlip: 'check for a payment of both the old and the new slip',
    remindable: 'may be reminded',
    partlyPaid: 'check the rest (no reminder yet)',
    overdue: 'check whether to remind (payment may have crossed)',
    paidLate: 'check whether a late charge applies',
    preliminary: 'wait for confirmation (no reminder yet)',
    cancelled: 'check whether it counts as unpaid and whether to contact the payer',
    notYetDue: 'wait for payment',
    dataNotYetThere: 'wait for data beyond the due date',
  },
  checkOverpayment: (overpaid) => (overpaid === null ? 'check refund or offset' : `check refund or offset of ${number(overpaid)} yen overpaid`),
  checkDifference: (difference) =>
    difference === null ? 'check slip and billed amount' : `difference ${signed(difference)} yen: check slip and billed amount`,
  moreFiles: (files) => `${many(files, 'more file')}`,
  uses: { counts: 'used', repeats: 'repeated', held: 'held back', takenBack: 'taken back', ignored: 'left out' },
  deletedYear: (year) => `Fiscal year ${year}`,
  deletedFiles: 'Chosen files',
  originalsNote: 'The imported settlement files themselves, compressed, so that the next run can read them again. Do not edit.',
  ledgerColumn: (position) => `Column ${position}`,
  columnsLeftOut: (headers) => {
    const more = headers.length - COLUMNS_NAMED;
    return `Columns that may tell of a person are left out: ${headers.slice(0, COLUMNS_NAMED).map(shortened).join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`;
  },
  toldBy: (what, by) => (by === null ? what : `${what} (told by ${by})`),
  comparison: "Comparison with the file's totals",
  dispositionFaults: {
    refundedTwice: {
      title: 'Refunded or offset twice',
      sentence: (_, actual) =>
        `It is refunded or offset ${counted(actual)} times, where once is expected. Look at the record of payments and correct what is wrong.`,
    },
    refundTooMuch: {
      title: 'Refunded or offset more than was overpaid',
      sentence: (overpaid, actual) =>
        `${counted(actual)} yen were handled, and ${number(overpaid)} yen were overpaid. Look at the record of payments and correct what is wrong.`,
    },
    refundWithoutOverpayment: {
      title: 'Refunded or offset without an overpayment',
      sentence: () => 'It is refunded or offset, and nothing is overpaid now. Look for payments that were cancelled, and at the record of payments.',
    },
    dispositionDate: { title: 'Day of handling not readable', sentence: (_, actual) => `"${actual}" is no day. Write it like 2027/5/31.` },
    dispositionAmount: { title: 'Handled amount not readable', sentence: (_, actual) => `"${actual}" is no amount. Write it like 3000.` },
  },
  ofSlip: (year, slip) => `year ${year}, slip ${slip}`,
  fileDays: {
    subject: 'Days with a file',
    missingDay: 'Missing',
    biller: (code) => `biller ${code}`,
    allThere: (from, through) => `No day is missing from ${day(from)} to the day before ${day(through)}.`,
    missing: (days, emptyDaysNotSent) =>
      emptyDaysNotSent
        ? `There is no file of ${listed(days, day)}. Nothing was checked: no file is made for a day without notices, as was set.`
        : `There is no file of ${listed(days, day)}. Ask the agent and import it, or note in "Calendar of files" that none was made.`,
    told: (days) => `Days noted to have no file: ${days.map(day).join(', ')}.`,
    unknown: 'The dates lie beyond the calendar of holidays, so that nobody can tell which days are missing.',
  },
  agreement: ({ number: group, createdDate, biller }) => {
    const about = [...(createdDate === null ? [] : [`created ${day(createdDate)}`]), ...(biller === null ? [] : [`biller ${biller}`])];
    return `group ${group}${about.length === 0 ? '' : ` (${about.join(', ')})`}`;
  },
  recordCountMade: ({ details, headers, trailers, ends, deleted, unread }) =>
    [
      many(details, 'detail'),
      ...(headers === 0 ? [] : [many(headers, 'header')]),
      ...(trailers === 0 ? [] : [many(trailers, 'trailer')]),
      ...(ends === 0 ? [] : [many(ends, 'end record')]),
      ...(deleted === 0 ? [] : [`${many(deleted, 'detail')} deleted`]),
      ...(unread === 0 ? [] : [`${number(unread)} not read`]),
    ].join(' + '),
  severities: { error: 'Error', warning: 'Warning' },
  personal: '(personal data, not shown)',
});

export const sheetEnIn = (dates: Dates): SheetWords => sheetWith(dates, dayText(dates, isoOf));
export const sheetEn = sheetEnIn('western');
