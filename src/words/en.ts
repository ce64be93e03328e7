/** What each finding says to an auditor or engineer, in English. Terms: docs/glossary.md. */
import type { FindingCode, FindingOf, LedgerNeed, SlipName } from '../check/finding';
import { isoOf } from '../file/calendar';
import type { Filler, Lookalike } from '../file/cut';
import type { FieldKind, RecordName } from '../file/layout';
import { foreignEn } from './foreign.en';
import { dayText, type Dates, type DayText } from './days';
import { LEDGER_COLUMNS, many, termsEn, termsEnIn } from './terms.en';
import type { FindingTable, FindingWords, Words } from '.';

const { number, yen, noticeKinds: NOTICE_KINDS, totals: TOTALS } = termsEn;

const numberOf = ({ fiscalYear, slipNumber }: SlipName): string => `${slipNumber} of ${fiscalYear}`;
const slip = (name: SlipName): string => `slip ${numberOf(name)}`;
const either = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join('') : `${choices.slice(0, -1).join(', ')} or ${choices[choices.length - 1]!}`;
/** A layout's name in words: `paidDate` is "paid date". */
const spaced = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const lower = (label: string): string => label.toLowerCase();

const RECORDS: Record<RecordName, string> = { header: 'a header', data: 'a data record', trailer: 'a trailer', end: 'an end record' };
const ASK_AGENT = 'Check with the agent.';
const CHECK_STUB = "Check the slip's stub.";
const FILLERS: Record<Filler, string> = { nines: 'the digit 9', blanks: 'spaces', zeros: 'the value 0 (NUL)' };
const FIX_LEDGER = 'Correct the ledger and choose it again.';
const FIX_RECEIPTS = 'Correct the list and choose it again.';
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
const receiptPlace = ({ file, record }: Pick<Any, 'file' | 'record'>, what = ''): string =>
  `${file ?? ''}${record === null ? '' : ` row ${record}`}${what === '' ? '' : ` (${what})`}`;
/** A row with more cells than the header. */
const movedSentence = ({ expected, actual }: Pick<Any, 'expected' | 'actual'>): string =>
  `Expected ${many(Number(expected), 'cell')} as in the header, found ${actual} (${Number(actual) - Number(expected)} more): a comma without quotes or the like has moved them.`;
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
  notAfterDue: 'a date not after the due date',
  moreThanZero: 'an amount above 0 yen',
  noMoreCells: 'as many cells as the header',
};

function fieldSentence({ expected, actual, detail }: FindingOf<'fieldValue'>): string {
  const needs = expected === null ? NEEDS[detail.kind] : `"${expected}"`;
  const result = detail.record !== 'data' ? 'The value was not used.' : detail.held ? HELD_BACK : 'This alone does not hold the notice back.';
  return `Expected ${needs}, found "${actual}". ${result} ${ASK_AGENT}`;
}

const findingsWith = (day: DayText): FindingTable => ({
  emptyFile: (f) => words('Empty file', place(f), `There is no record (${many(f.detail.size, 'byte')}). Obtain the file again and choose that copy.`),
  ebcdicFile: (f) =>
    words('EBCDIC file', place(f), 'Expected Shift_JIS digits (30 to 39), found EBCDIC digits (F0 to F9). The file was not read. Ask the agent for Shift_JIS.'),
  notASettlementFile: (f) => words('Not a settlement file', place(f), foreignEn[f.detail.kind]),
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
  fillerAfterEnd: (f) =>
    words(
      'Filler at the end of the file',
      place(f),
      `After the end record there are ${many(f.detail.length, 'byte')} of ${FILLERS[f.detail.filler]} and nothing else. They were not used. Ask the agent only if it is not so every time.`,
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
      `Paid date ${day(paidDate)} is ${gap} the file's created date ${day(createdDate)}${limit}. ${ASK_AGENT}`,
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
    const { kind, first, isReal } = f.detail;
    return words(
      'Duplicate notice',
      place(f),
      `The ${lower(NOTICE_KINDS[kind])} notice of this payment is also in ${place(first)}. ${isReal ? "The file's totals count both and agree, so it was taken as a payment of its own." : 'It counts once for the slip and twice in the totals.'} If this goes on, check with the agent.`,
    );
  },
  ambiguousPairing: (f) => {
    const { kind, waiting, chosen } = f.detail;
    return words(
      'Ambiguous pairing',
      place(f),
      `${many(waiting, 'preliminary notice')} fit this ${lower(NOTICE_KINDS[kind])} notice, which has no time. It was paired with the one of the earliest paid time (${place(chosen)}). Check the payments of ${slip(f.detail)}.`,
    );
  },
  cancellationWithoutPreliminary: (f) =>
    words(
      'Cancellation without a preliminary notice',
      place(f),
      `No preliminary notice belongs to this cancellation of ${slip(f.detail)}. Check that the files of the days before are complete.`,
    ),
  confirmedAndCancelled: (f) =>
    words(
      'Confirmed and cancelled',
      place(f),
      `The same payment of ${slip(f.detail)} is both confirmed and cancelled. The money wins: it counts as paid. Check with the agent whether the money came.`,
    ),
  confirmedTakenBack: (f) =>
    words(
      'Confirmation taken back',
      place(f),
      `The confirmed payment of ${slip(f.detail)} was taken back. It counts as not paid. Check with the agent whether the money came.`,
    ),
  noticeIgnored: (f) =>
    words('Notice left out', place(f), 'The layout says that notices of this kind are to be ignored. It clears nothing. Check that this is right.'),
  yearAmbiguous: (f) =>
    words(
      'Fiscal year not known',
      place(f, 'slip number'),
      `The barcode holds no fiscal year, and the ledger has a slip of number ${f.actual} in ${f.detail.years.join(' and ')}. The notice is held back. Give a ledger of one year, or check the slip.`,
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
    const { billers, chosen, isLedger } = f.detail;
    const name = (code: string | null): string => code ?? '(unknown)';
    return words(
      'Biller cannot be told',
      isLedger ? ledgerPlace(f) : receiptPlace(f),
      `Slip ${numberOf(f.detail)} exists under the billers ${billers.map(name).join(' and ')}. The row was given to ${name(chosen)}. Add the column 収納機関コード (biller code) to the ${isLedger ? 'ledger' : 'list'}.`,
    );
  },
  ledgerRow: (f) => {
    const { needs, rowUsed, digits } = f.detail;
    if (needs === 'noMoreCells') {
      const result = rowUsed ? 'Nothing but its year and number was used.' : 'The row was not used.';
      return words('Moved row in the ledger', ledgerPlace(f), `${movedSentence(f)} ${result} ${FIX_LEDGER}`);
    }
    const wide = digits === null ? '' : ` (${digits.actual} digits, ${digits.actual - digits.most} more than the layout's ${digits.most})`;
    const rounded = /^\d+(\.\d+)?E\+\d+$/i.test(String(f.actual).trim()) ? ` "${f.actual}" is how Excel shows a rounded number.` : '';
    return words(
      'Wrong cell in the ledger',
      ledgerPlace(f, ledgerColumn(f.field)),
      `Expected ${LEDGER_NEEDS[needs]}, found "${f.actual}"${wide}. ${rowUsed ? 'The cell counts as empty.' : 'The row was not used.'}${rounded} ${FIX_LEDGER}`,
    );
  },
  ledgerDuplicate: (f) =>
    words(
      'Slip twice in the ledger',
      ledgerPlace(f),
      `Slip ${numberOf(f.detail)} is already in row ${f.detail.firstRecord}. Row ${f.detail.firstRecord} was used. ${FIX_LEDGER}`,
    ),
  ledgerRounded: (f) =>
    words(
      'Rounded numbers in the ledger',
      ledgerPlace(f, ledgerColumn('納付書番号')),
      `${many(f.detail.count, 'slip number')} of more than 15 digits ${f.detail.count === 1 ? 'is' : 'are'} zero from the 16th digit on. A spreadsheet that saves them keeps only 15 digits. Export the ${f.detail.isLedger ? 'ledger' : 'list'} again from its own system.`,
    ),
  ledgerUnrelated: (f) => {
    const { biller } = f.detail;
    const [slips, missing] = [Number(f.expected), Number(f.actual)];
    const told = biller === undefined ? 'that the list of receipts names' : `that the files tell of${biller === null ? '' : ` for biller ${biller}`}`;
    return words(
      'Another ledger',
      biller === undefined ? receiptPlace(f) : ledgerPlace(f),
      `Of ${many(slips, 'slip')} ${told}, the ledger has ${many(slips - missing, 'slip')} and lacks ${number(missing)}. It is the ledger of another section, year or numbering: its unpaid slips cannot be used. Choose the right ledger.`,
    );
  },
  receiptRow: (f) => {
    const { needs } = f.detail;
    if (needs === 'noMoreCells') return words('Moved row of receipts', receiptPlace(f), `${movedSentence(f)} The row was not used. ${FIX_RECEIPTS}`);
    return words(
      'Wrong cell of a receipt',
      receiptPlace(f, ledgerColumn(f.field)),
      `Expected ${LEDGER_NEEDS[needs]}, found "${f.actual}". The row was not used. ${FIX_RECEIPTS}`,
    );
  },
  receiptDuplicate: (f) =>
    words(
      'Receipt twice',
      receiptPlace(f),
      `A receipt of slip ${numberOf(f.detail)} of the same day and amount is also in ${receiptPlace(f.detail.first)}. It counts once. If both are payments, check day and amount.`,
    ),
  receiptUnclear: (f) =>
    words(
      'Receipt without a method',
      ledgerPlace(f, ledgerColumn('収納方法')),
      `The files tell of a payment of slip ${numberOf(f.detail)} too, and nobody can tell whether the ledger's receipt is the same one. The receipt was not counted. Check the method in the ledger.`,
    ),
  receiptWithoutNotice: (f) =>
    words(
      'Shop payment without a notice',
      receiptPlace(f, ledgerColumn('収納方法')),
      `Slip ${numberOf(f.detail)} is said to be paid at a shop or by e-money, but the files hold no notice of it. The receipt was not counted. Check for missing files, and check with the agent.`,
    ),
});

export const enIn = (dates: Dates): Words => ({ ...termsEnIn(dates), findings: findingsWith(dayText(dates, isoOf)) });
export const en = enIn('western');
