/** The product's terms in English, and all sentences but those of the findings. Terms: docs/glossary.md. */
import { isoOf, type Day } from '../file/calendar';
import type { LayoutNeed, LayoutProblem, NoticeKind } from '../file/layout';
import { dayText, type Dates, type DayText } from './days';
import type { Trust } from '../verdict';
import type { Terms } from '.';
import { ofVisible } from './visible';
import { number } from './number';

const yen = (value: number): string => `${number(value)} yen`;
export const many = (value: number, one: string): string => `${number(value)} ${one}${value === 1 ? '' : 's'}`;
const NOTICE_KINDS: Record<NoticeKind, string> = { preliminary: 'Preliminary', confirmed: 'Confirmed', preliminaryCancelled: 'Preliminary-cancelled' };
const TOTALS: Readonly<Record<string, string>> = {
  preliminaryCount: 'Preliminary count',
  preliminaryAmount: 'Preliminary amount',
  confirmedCount: 'Confirmed count',
  confirmedAmount: 'Confirmed amount',
  preliminaryCancelledCount: 'Preliminary-cancelled count',
  preliminaryCancelledAmount: 'Preliminary-cancelled amount',
  recordCount: 'Record count',
};
export const LEDGER_COLUMNS: Readonly<Record<string, string>> = {
  年度: 'fiscal year',
  納付書番号: 'slip number',
  納期限: 'due date',
  請求金額: 'billed amount',
  収納機関コード: 'biller code',
  再発行区分: 'reissue number',
  費目: 'fee',
  所管課: 'section',
  納付義務者番号: 'payer number',
  氏名: 'payer name',
  発行日: 'issue date',
  収納日: 'date received',
  収納額: 'amount received',
  収納方法: 'method',
};

const LAYOUT_NEEDS: Record<Extract<LayoutNeed, string>, string> = {
  object: 'an object',
  text: 'text',
  positiveInteger: 'a positive integer',
  fields: 'a list of fields',
};

function layoutProblem(problem: LayoutProblem): string {
  switch (problem.code) {
    case 'notALayout':
      return `${problem.at === '' ? 'The file' : problem.at}: expected ${typeof problem.needs === 'string' ? LAYOUT_NEEDS[problem.needs] : problem.needs.join(', ')}.`;
    case 'lengthSum': {
      const difference = problem.actual - problem.expected;
      const rule = problem.at === 'barcode' ? 'of the barcode' : 'of recordLength';
      return `The lengths of ${problem.at} add up to ${number(problem.actual)}, ${number(Math.abs(difference))} ${difference > 0 ? 'more' : 'less'} than the ${number(problem.expected)} ${rule}.`;
    }
    case 'unknownKind':
      return `${problem.at}: the kind "${problem.actual}" cannot be used here.`;
    case 'charset':
      return `The charset "${problem.actual}" cannot be used: expected shift_jis, utf-8 or ascii.`;
    case 'recordType':
      return `The first field of ${problem.at}: expected a constant that starts with "${problem.expected}", found "${problem.actual}".`;
    case 'notExactlyOne':
      return `data: expected exactly 1 ${problem.at}, found ${problem.actual}.`;
    case 'missingPart':
      return `barcode: ${problem.at} is missing.`;
    case 'noticeKind':
      return `noticeKinds "${problem.at}": expected preliminary, confirmed or preliminaryCancelled, found "${problem.actual}".`;
    case 'valueLength':
      return `${problem.at}: expected a length of ${problem.expected}, found ${problem.actual} (printable ASCII only).`;
    case 'repeatedName':
      return `The name ${problem.at} occurs twice.`;
    case 'builtInChanged':
      return `The id "${problem.at}" belongs to a built-in layout of another content. Choose another id.`;
    case 'tooLong':
      return `${problem.at}: expected at most ${number(problem.limit)}, found ${number(problem.actual)}.`;
  }
}

const NO_LEDGER = 'Without a ledger the unpaid are unknown.';

/** Whether receipts of other channels are known. */
const OTHER_CHANNELS: Record<Trust['otherChannels'], string> = {
  given: 'Receipts of counters, banks and direct debit are in.',
  none: 'There are no receipts of other channels, as the office says.',
  unknown: 'Receipts of counters, banks and direct debit are not in.',
};

/** Without the year where it is the other's. */
function dayWithin(day: DayText, value: Day, other: Day): string {
  const year = /^[^.-]+[.-]/.exec(day(other))?.[0] ?? '';
  return day(value).startsWith(year) ? day(value).slice(year.length) : day(value);
}

const DAYS_NAMED = 3;
function missingLine(day: DayText, { missingDays: days, from }: Trust): string {
  if (days === null) return 'Missing days unknown.';
  if (days.length === 0 || from === null) return '';
  const more = days.length - DAYS_NAMED;
  const named = days.slice(0, DAYS_NAMED).map((value) => dayWithin(day, value, from));
  return `No file ${named.join(', ')}${more > 0 ? ` + ${number(more)}` : ''}.`;
}
function missingDays(day: DayText, { missingDays: days, emptyDaysNotSent }: Trust): string {
  if (days === null) return 'Missing days cannot be told: the calendar does not reach so far.';
  if (days.length === 0) return 'No day is missing.';
  const more = days.length - DAYS_NAMED;
  const named = `${days.slice(0, DAYS_NAMED).map(day).join(', ')}${more > 0 ? ` and ${many(more, 'more day')}` : ''}`;
  return emptyDaysNotSent ? `There is no file of ${named} (none is made for a day without notices).` : `The file of ${named} is missing.`;
}

const termsWith = (day: DayText): Terms => ({
  states: {
    paid: 'Paid',
    paidElsewhere: 'Paid elsewhere',
    preliminary: 'Preliminary only',
    notOwed: 'Nothing billed',
    cancelled: 'Cancelled',
    unpaid: 'Unpaid',
  },
  flags: {
    needsReview: 'Needs review',
    noticeHeld: 'Notice held back',
    paidTwice: 'Paid twice',
    amountDiffers: 'Amount differs',
    partlyPaid: 'Partly paid',
    notInLedger: 'Not in ledger',
    ledgerBehind: 'Ledger behind',
    paidOnOldSlip: 'Paid on old slip',
    remindable: 'May be reminded',
    overdue: 'Overdue',
    paidLate: 'Paid late',
    reissued: 'Reissued',
  },
  perhapsPaidTwice: 'Perhaps paid twice',
  noticeKinds: NOTICE_KINDS,
  verdicts: { mismatch: 'Differs', error: 'Errors', unchecked: 'Not checked', agrees: 'Agrees' },
  verdict: ({ kind, mismatches, errors, uncheckedItems, comparedItems, details, held }) => {
    switch (kind) {
      case 'mismatch':
        return `Totals do not agree (${many(mismatches, 'place')}). Do not settle receipts on this result.`;
      case 'error':
        return `There ${errors === 1 ? 'is' : 'are'} ${many(errors, 'error')}. ${held > 0 ? `${many(held, 'notice')} ${held === 1 ? 'is' : 'are'} held back.` : 'See the findings.'}`;
      case 'unchecked':
        if (uncheckedItems.length === 0) return 'There is no settlement data. No total was compared.';
        return `Some totals were not checked (${many(uncheckedItems.length, 'item')}). ${comparedItems > 0 ? `The other ${comparedItems === 1 ? 'item agrees' : `${comparedItems} items agree`}.` : 'Agreement has not been shown.'}`;
      case 'agrees':
        return `All totals agree.${details === 0 ? ' There are no data records.' : ''}`;
    }
  },
  trust: (trust) => {
    const { hasFiles, complete, hasLedger, from, through } = trust;
    if (!hasFiles) return hasLedger ? 'Without settlement data the unpaid are not certain.' : NO_LEDGER;
    const period =
      from === null || through === null
        ? 'The period of the data is unknown.'
        : `The data was created ${from === through ? `on ${day(from)}` : `from ${day(from)} to ${day(through)}`}${trust.paidThrough === null ? '' : ` (payments until ${day(trust.paidThrough)})`}.`;
    if (!hasLedger) return `${period} ${NO_LEDGER}`;
    return [
      period,
      missingDays(day, trust),
      ...(complete ? [] : ['The data is incomplete, so the unpaid are not certain.']),
      OTHER_CHANNELS[trust.otherChannels],
    ].join(' ');
  },
  trustLine: (trust) => {
    const { hasFiles, complete, hasLedger, from, through, paidThrough } = trust;
    if (!hasFiles) return hasLedger ? 'Without settlement data the unpaid are not certain.' : NO_LEDGER;
    const until = from === null || through === null || from === through ? '' : ` to ${dayWithin(day, through, from)}`;
    const period =
      from === null ? 'Data of unknown days.' : `Data ${day(from)}${until}${paidThrough === null ? '' : `, payments to ${dayWithin(day, paidThrough, from)}`}.`;
    if (!hasLedger) return `${period} ${NO_LEDGER}`;
    const missing = missingLine(day, trust);
    const doubt = complete ? [] : ['Incomplete: the unpaid are not certain.'];
    return [period, ...(missing === '' ? [] : [missing]), ...doubt, OTHER_CHANNELS[trust.otherChannels]].join(' ');
  },
  uncheckedReasons: {
    layoutHasNoItem: "The layout has no such total. Compare with the agent's statement.",
    trailerMissing: 'The record with the total is missing or cannot be read. Check with the agent.',
    notDigits: "The file's value is not a number. Check with the agent.",
    unknownCounting: 'It is unknown which records the count includes. Check with the agent.',
    partlyDeleted: "Some of the details were deleted, so they cannot be compared with the file's totals. See the deletion report.",
  },
  totals: TOTALS,
  stages: {
    cut: 'Cutting records',
    check: 'Checking',
    ledger: 'Reading the ledger',
    match: 'Matching with the ledger',
    slips: 'Judging slips',
  },
  layoutProblem: ofVisible(layoutProblem),
  ledgerRefusal: ofVisible((refusal) => {
    const seen = `Columns seen: ${refusal.columns.map((name) => name || '(empty)').join(', ')}.`;
    switch (refusal.code) {
      case 'noHeader':
        return `No header was found: row 1 must name ${refusal.required.map((name) => `${name} (${LEDGER_COLUMNS[name] ?? name})`).join(', ')}. ${seen}`;
      case 'columnsMissing':
        return `${refusal.missing.length === 1 ? 'Column' : 'Columns'} not found: ${refusal.missing.map((name) => `${name} (${LEDGER_COLUMNS[name] ?? name})`).join(', ')}. ${seen} Check the names in the header.`;
      case 'columnDoubled':
        return `The column ${refusal.doubled} (${LEDGER_COLUMNS[refusal.doubled] ?? refusal.doubled}) occurs twice. ${seen} Rename one of them.`;
      case 'noDataRow':
        return `There is no row below the header. ${seen}`;
    }
  }),
  csvProblem: (problem) => {
    switch (problem.code) {
      case 'utf16':
        return 'The ledger is UTF-16. Save it as a CSV in UTF-8 or Shift_JIS.';
      case 'spreadsheet':
        return 'The ledger is an Excel workbook. Save it as a CSV in UTF-8 or Shift_JIS and choose that file.';
      case 'quotes':
        return `Row ${problem.record} of the ledger has a quotation mark (") too many or too few. Correct that row.`;
      case 'empty':
        return 'The ledger is empty. It needs a header and rows.';
      case 'tooManyColumns':
        return `The header has ${number(problem.columns)} columns, ${number(problem.columns - problem.limit)} more than the limit of ${number(problem.limit)}. Remove columns that nobody needs.`;
    }
  },
  afterPlace: ': ',
  unverified: 'not verified',
  number,
  yen,
});

export const termsEnIn = (dates: Dates): Terms => termsWith(dayText(dates, isoOf));
export const termsEn = termsEnIn('western');
