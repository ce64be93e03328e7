/** Every sentence that an auditor or engineer reads, in English. Terms: docs/glossary.md. */
import type { FindingCode, FindingOf, LedgerNeed } from './check/finding';
import { isoOf } from './file/calendar';
import type { Lookalike } from './file/cut';
import type { FieldKind, LayoutProblem, NoticeKind, RecordName } from './file/layout';
import type { FindingTable, FindingWords, Words } from './words';

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const yen = (value: number): string => `${number(value)} yen`;
const many = (value: number, one: string): string => `${number(value)} ${one}${value === 1 ? '' : 's'}`;
const slip = (padded: string): string => padded.replace(/^0+(?=\d)/, '');
const either = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]!}`;
/** A layout's name in words: `paidDate` is "paid date". */
const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const lower = (label: string): string => label.toLowerCase();

const RECORDS: Record<RecordName, string> = { header: 'a header', data: 'a data record', trailer: 'a trailer', end: 'an end record' };
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
const ASK_AGENT = 'Check with the agent.';
const CHECK_STUB = "Check the slip's stub.";
const FIX_LEDGER = 'Correct the ledger and choose it again.';
const CHOOSE_ORIGINAL = 'Choose the file as it came from the agent.';
const LOOKALIKE: Record<Lookalike, string> = {
  csv: `The file is CSV text. ${CHOOSE_ORIGINAL}`,
  utf16: `The file is UTF-16 text. ${CHOOSE_ORIGINAL}`,
};
const HELD_BACK = 'The notice was held back: it clears nothing.';
const CUT_OFF = 'Check whether the file was cut off.';
const JOINED = 'Check whether files were joined.';

type Any = FindingOf<FindingCode>;
const place = ({ file, record }: Pick<Any, 'file' | 'record'>, what = ''): string =>
  `${file ?? ''}${record === null ? '' : ` record ${record}`}${what === '' ? '' : ` (${what})`}`;
const ledgerPlace = ({ record }: Pick<Any, 'record'>, what = ''): string =>
  `ledger${record === null ? '' : ` row ${record}`}${what === '' ? '' : ` (${what})`}`;
const words = (title: string, where: string, sentence: string): FindingWords => ({ title, place: where, sentence });

const NEEDS: Record<FieldKind | 'digits', string> = {
  constant: 'its fixed value',
  date: 'a date of the calendar (8 digits)',
  optionalDate: 'a date of the calendar (8 digits), spaces or zeros',
  optionalTime: 'a time from 0000 to 2359, or spaces',
  shortDate: 'a date of the calendar (6 digits) or the value for none',
  code: 'ASCII letters, digits and spaces',
  count: 'ASCII digits',
  yen: 'ASCII digits',
  noticeKind: 'a known notice kind',
  barcode: '44 ASCII digits',
  checkDigit: 'an ASCII digit',
  text: "characters of the layout's charset",
  filler: 'any value',
  digits: 'ASCII digits',
};

/** The ledger's columns keep their own names; this is what they mean. */
const LEDGER_COLUMNS: Readonly<Record<string, string>> = {
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
};
function ledgerColumn(name: string | null): string {
  if (name === null) return 'no header';
  const meaning = LEDGER_COLUMNS[name];
  return meaning === undefined ? name : `${name}, ${meaning}`;
}

const LEDGER_NEEDS: Record<LedgerNeed, string> = {
  fiscalYear: 'a fiscal year (2027, R9, 令和9年度)',
  slipNumber: 'ASCII digits',
  slipNumberWidth: "ASCII digits, no more than the layout's width",
  date: 'a date (2027-04-30, R9.4.30)',
  amount: 'an amount in yen',
  reissueNumber: 'ASCII digits or nothing',
  text: 'readable characters',
  noMoreCells: 'nothing',
};

function fieldSentence({ expected, actual, detail }: FindingOf<'fieldValue'>): string {
  const needs = expected === null ? NEEDS[detail.kind] : `"${expected}"`;
  const result = detail.record !== 'data' ? 'The value was not used.' : detail.held ? HELD_BACK : 'This alone does not hold the notice back.';
  return `Expected ${needs}, found "${actual}". ${result} ${ASK_AGENT}`;
}

function ledgerRowResult(needs: LedgerNeed, rowUsed: boolean): string {
  if (!rowUsed) return 'The row was not used.';
  return needs === 'noMoreCells' ? 'What stands right of the header was not used.' : 'The cell counts as empty.';
}

const findings: FindingTable = {
  emptyFile: (f) => words('Empty file', place(f), `There is no record (${many(f.detail.size, 'byte')}). Obtain the file again and choose that copy.`),
  ebcdicFile: (f) =>
    words('EBCDIC file', place(f), 'Expected Shift_JIS digits (30 to 39), found EBCDIC digits (F0 to F9). The file was not read. Ask the agent for Shift_JIS.'),
  notASettlementFile: (f) => {
    const { start } = f.detail;
    const what =
      start === 'PK'
        ? 'It starts with PK, like an Excel or compressed file.'
        : start === '0xefbb'
          ? 'It starts with the UTF-8 mark EF BB BF, like a CSV or text file.'
          : `It starts with the UTF-16 mark ${start.slice(2).toUpperCase()}.`;
    return words('Not a settlement file', place(f), `${what} The file was not read. Choose the file exactly as the agent sent it.`);
  },
  recordLength: (f) => {
    const difference = Number(f.actual) - Number(f.expected);
    const amount = `${many(Math.abs(difference), 'byte')} too ${difference > 0 ? 'long' : 'short'}`;
    return words(
      'Record of a wrong length',
      place(f),
      `Expected ${many(Number(f.expected), 'byte')}, found ${number(Number(f.actual))} (${amount}). The record was skipped. ${f.detail.looksLike === null ? 'Check that this is the original file, neither edited nor converted.' : LOOKALIKE[f.detail.looksLike]}`,
    );
  },
  recordType: (f) =>
    words(
      'Unknown record type',
      place(f),
      `Expected 1, 2, 8 or 9 as the first byte, found "${f.actual}". The record was skipped. ${f.detail.looksLike === null ? ASK_AGENT : LOOKALIKE[f.detail.looksLike]}`,
    ),
  recordOrder: (f) => {
    const { came, expectedRecords } = f.detail;
    const sentence =
      f.record === null
        ? `The end record is missing. ${CUT_OFF}`
        : expectedRecords.length === 0
          ? `It stands after the end record and was not read. ${JOINED}`
          : `Expected ${either(expectedRecords.map((name) => RECORDS[name]))}, found ${came === null ? 'an unknown record' : RECORDS[came]}. ${CUT_OFF}`;
    return words('Record out of order', place(f), sentence);
  },
  mixedLineEndings: (f) =>
    words(
      'Mixed line ends',
      place(f),
      'There is more than one kind of line end, or a line holds several records. Reading went on. Check whether the file was edited.',
    ),
  fieldValue: (f) => words('Wrong value of a field', place(f, spaced(f.field ?? f.detail.title)), fieldSentence(f)),
  noticeKind: (f) =>
    words(
      'Unknown notice kind',
      place(f, 'notice kind'),
      `Expected ${either(f.detail.known)}, found "${f.actual}". The notice was held back and is in no total. ${ASK_AGENT}`,
    ),
  barcodeIdentifier: (f) =>
    words('Wrong application identifier', place(f, 'application identifier'), `Expected ${f.expected}, found "${f.actual}". ${HELD_BACK} ${CHECK_STUB}`),
  barcodeCheckDigit: (f) =>
    words(
      'Wrong check digit',
      place(f, 'check digit'),
      `Computed ${f.expected}, found ${f.actual} in the file. ${HELD_BACK} Check the number on the slip's stub.`,
    ),
  revenueStamp: (f) =>
    words(
      'Revenue stamp flag set',
      place(f, 'revenue stamp'),
      `Expected ${f.expected}, found ${f.actual}. Public money needs no revenue stamp. Check with the maker of the slip.`,
    ),
  amountLimit: (f) => {
    const over = Number(f.actual) - Number(f.expected);
    return words(
      'Amount above the limit',
      place(f, 'amount'),
      `${yen(Number(f.actual))} is ${yen(over)} above the limit of ${yen(Number(f.expected))}, and no barcode may be printed above it. Check the slip.`,
    );
  },
  zeroAmount: (f) => words('Payment of 0 yen', place(f, 'amount'), `The amount is 0 yen. ${CHECK_STUB}`),
  paidDateImplausible: (f) => {
    const { paidDate, createdDate, days } = f.detail;
    const gap = `${many(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'}`;
    const limit = days > 0 ? '' : ', more than 400 days';
    return words(
      'Implausible paid date',
      place(f, 'paid date'),
      `Paid date ${isoOf(paidDate)} is ${gap} the file's created date ${isoOf(createdDate)}${limit}. ${ASK_AGENT}`,
    );
  },
  totalMismatch: (f) => {
    const { title, measure } = f.detail;
    const difference = Number(f.actual) - Number(f.expected);
    const unit = measure === 'amount' ? yen : (value: number): string => many(value, 'record');
    const less = measure === 'amount' ? 'less' : 'fewer';
    return words(
      `${TOTALS[f.field ?? ''] ?? title} does not agree`,
      place(f, 'trailer'),
      `Declared ${unit(Number(f.expected))}, counted ${unit(Number(f.actual))}: ${unit(Math.abs(difference))} ${difference > 0 ? 'more' : less} than declared. Do not settle the receipts. ${ASK_AGENT}`,
    );
  },
  recordCountMismatch: (f) => {
    const difference = Number(f.actual) - Number(f.expected);
    return words(
      'Record count does not agree',
      place(f, 'end record'),
      `Declared ${many(Number(f.expected), 'record')}, counted ${many(Number(f.actual), 'record')}: ${many(Math.abs(difference), 'record')} ${difference > 0 ? 'more' : 'fewer'} than declared. ${difference > 0 ? JOINED : CUT_OFF}`,
    );
  },
  duplicateNotice: (f) => {
    const { kind, first } = f.detail;
    return words(
      'Duplicate notice',
      place(f),
      `The ${lower(NOTICE_KINDS[kind])} notice of this payment is also in ${place(first)}. It counts once for the slip and twice in the totals. If this goes on, check with the agent.`,
    );
  },
  ambiguousPairing: (f) => {
    const { kind, waiting, chosen, slipNumber } = f.detail;
    return words(
      'Ambiguous pairing',
      place(f),
      `${many(waiting, 'preliminary notice')} fit this ${lower(NOTICE_KINDS[kind])} notice, which has no time. It was paired with the one of the earliest paid time (${place(chosen)}). Check the payments of slip ${slip(slipNumber)}.`,
    );
  },
  cancellationWithoutPreliminary: (f) =>
    words(
      'Cancellation without a preliminary notice',
      place(f),
      `No preliminary notice belongs to this cancellation of slip ${slip(f.detail.slipNumber)}. Check that the files of the days before are complete.`,
    ),
  confirmedAndCancelled: (f) =>
    words(
      'Confirmed and cancelled',
      place(f),
      `The same payment of slip ${slip(f.detail.slipNumber)} is both confirmed and cancelled. The money wins: it counts as paid. Check with the agent whether the money came.`,
    ),
  fileAlreadyImported: (f) =>
    words(
      'File already imported',
      place(f),
      `The bytes are the same as in ${f.detail.sameAs}. The file was not read again. Check whether another file was meant.`,
    ),
  layoutDiffers: (f) => {
    const { first, other } = f.detail;
    return words(
      'Different layouts',
      'this run',
      `${first.file} was read as "${first.layoutTitle}", ${other.file} as "${other.layoutTitle}". Check whether both come from the same agent.`,
    );
  },
  billerAmbiguous: (f) => {
    const { slipNumber, billers, chosen } = f.detail;
    const name = (code: string | null): string => code ?? '(unknown)';
    return words(
      'Biller cannot be told',
      ledgerPlace(f),
      `Slip ${slip(slipNumber)} exists under the billers ${billers.map(name).join(' and ')}. The row was given to ${name(chosen)}. Add the column 収納機関コード (biller code) to the ledger.`,
    );
  },
  ledgerRow: (f) => {
    const { needs, rowUsed } = f.detail;
    const rounded = /^\d+(\.\d+)?E\+\d+$/i.test(String(f.actual).trim()) ? ` "${f.actual}" is how Excel shows a rounded number.` : '';
    return words(
      'Wrong cell in the ledger',
      ledgerPlace(f, ledgerColumn(f.field)),
      `Expected ${LEDGER_NEEDS[needs]}, found "${f.actual}". ${ledgerRowResult(needs, rowUsed)}${rounded} ${FIX_LEDGER}`,
    );
  },
  ledgerDuplicate: (f) =>
    words(
      'Slip twice in the ledger',
      ledgerPlace(f),
      `Slip ${slip(f.detail.slipNumber)} is already in row ${f.detail.firstRecord}. Row ${f.detail.firstRecord} was used. ${FIX_LEDGER}`,
    ),
  ledgerRounded: (f) =>
    words(
      'Rounded numbers in the ledger',
      ledgerPlace(f, ledgerColumn('納付書番号')),
      `All ${many(f.detail.count, 'slip number')} of more than 15 digits are zero from the 16th digit on. A spreadsheet that saves them keeps only 15 digits. Export the ledger again from its own system.`,
    ),
};

function layoutProblem(problem: LayoutProblem): string {
  switch (problem.code) {
    case 'notALayout':
      return `${problem.at === '' ? 'The file' : problem.at}: expected ${problem.needs}.`;
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

export const en: Words = {
  findings,
  states: { paid: 'Paid', preliminary: 'Preliminary only', cancelled: 'Cancelled', unpaid: 'Unpaid' },
  flags: {
    needsReview: 'Needs review',
    noticeHeld: 'Notice held back',
    paidTwice: 'Paid twice',
    amountDiffers: 'Amount differs',
    notInLedger: 'Not in ledger',
    ledgerBehind: 'Ledger behind',
    paidOnOldSlip: 'Paid on old slip',
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
        return `Some totals were not checked (${many(uncheckedItems.length, 'item')}). ${comparedItems > 0 ? `The other ${comparedItems === 1 ? 'item agrees' : `${comparedItems} items agree`}.` : 'Agreement has not been shown.'}`;
      case 'agrees':
        return `All totals agree.${details === 0 ? ' There are no data records.' : ''}`;
    }
  },
  trust: ({ complete, hasLedger, from, through }) => {
    const period =
      from === null || through === null
        ? 'The period of the data is unknown.'
        : `The data was created ${from === through ? `on ${isoOf(from)}` : `from ${isoOf(from)} to ${isoOf(through)}`}.`;
    if (!hasLedger) return `${period} Without a ledger the unpaid are unknown.`;
    return `${period} ${complete ? 'A missing file of a day in between cannot be noticed.' : 'The data is incomplete, so the unpaid are not certain.'}`;
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
  layoutProblem,
  ledgerRefusal: (refusal) => {
    const seen = `Columns seen: ${refusal.columns.map((name) => name || '(empty)').join(', ')}.`;
    switch (refusal.code) {
      case 'noHeader':
        return `No header was found: row 1 must name 年度 (fiscal year), 納付書番号 (slip number), 納期限 (due date) and 請求金額 (billed amount). ${seen}`;
      case 'columnsMissing':
        return `${refusal.missing.length === 1 ? 'Column' : 'Columns'} not found: ${refusal.missing.map((name) => `${name} (${LEDGER_COLUMNS[name] ?? name})`).join(', ')}. ${seen} Check the names in the header.`;
      case 'columnDoubled':
        return `The column ${refusal.doubled} (${LEDGER_COLUMNS[refusal.doubled] ?? refusal.doubled}) occurs twice. ${seen} Rename one of them.`;
      case 'noDataRow':
        return `There is no row below the header. ${seen}`;
    }
  },
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
    }
  },
  afterPlace: ': ',
  unverified: 'not verified',
  number,
  yen,
};
