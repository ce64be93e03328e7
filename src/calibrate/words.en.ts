/** What a calibration found, in English. */
import { NOTICE_KINDS, type NoticeKind } from '../file/layout';
import type { Difference, Evidence } from './proposal';
import type { CalibrationWords } from './words';
import { number } from '../words/number';

const share = ({ matched, of }: Evidence, what: string): string => `${number(matched)} of ${number(of)} ${what}`;
const records = (evidence: Evidence): string => share(evidence, 'records');

const NOTICES: Record<NoticeKind, string> = { preliminary: 'preliminary', confirmed: 'confirmed', preliminaryCancelled: 'preliminary cancelled' };
const PLACES = { header: 'header', data: 'data', barcode: 'barcode', trailer: 'trailer', end: 'end' } as const;
const kindName = (kind: string): string => NOTICES[NOTICE_KINDS.find((name) => name === kind) ?? 'preliminary'];

const COUNTED: Readonly<Record<string, string>> = {
  allRecords: 'all records',
  dataRecords: 'data records',
  withoutEnd: 'records without the end record',
  withoutHeaderAndEnd: 'records without header and end',
};

const bytes = (count: number): string => (count === 1 ? '1 byte' : `${number(count)} bytes`);

function difference({ place, names, shift, here, there }: Difference, title: (name: string) => string): string {
  const items = `${PLACES[place]}: ${names.map(title).join(', ')}`;
  if (here === null) return `${items} not found.`;
  if (there === null) return `${items} added.`;
  const moved = shift === 0 ? '' : `${bytes(Math.abs(shift))} ${shift > 0 ? 'later' : 'earlier'}`;
  const size = here === there ? '' : `${bytes(here)} instead of ${number(there)}`;
  return `${items} ${[moved, size].filter((part) => part !== '').join(', ')}.`;
}

export const calibrationEn: CalibrationWords = {
  places: PLACES,
  kinds: {
    constant: 'constant',
    date: 'date',
    optionalDate: 'date or blank',
    optionalTime: 'time or blank',
    shortDate: 'date YYMMDD',
    code: 'code',
    count: 'count',
    yen: 'yen',
    noticeKind: 'notice kind',
    barcode: 'barcode',
    checkDigit: 'check digit',
    text: 'text',
    filler: 'filler',
  },
  certainties: { certain: 'certain', likely: 'likely', weak: 'check', none: '-' },
  noticeKinds: NOTICES,
  evidence: {
    recordType: (e) => `first byte of ${number(e.of)} records`,
    identifier: (e) => `${records(e)}: 91`,
    checkDigit: (e) => `${records(e)}: a valid check digit`,
    dueDate: (e) => `${records(e)}: on the calendar`,
    noDueDate: (e) => `${number(e.matched)} without a due date (${e.about ?? ''})`,
    stampZero: (e) => `${records(e)}: 0`,
    withinLimit: (e) => `${records(e)}: at most 300,000 yen`,
    calendar: (e) => `${records(e)}: on the calendar, or blank`,
    sameForOnePayment: (e) => `${share(e, 'pairs of notices of a payment')}: the same`,
    notAfterCreated: (e) => `${records(e)}: not after the created date`,
    afterCreated: (e) => `${records(e)}: after the created date`,
    setOnConfirmed: (e) => `${e.about ?? ''}: ${records(e)} have a transfer date`,
    blankOnPreliminary: (e) => `${e.about ?? ''}: ${records(e)} have no transfer date`,
    timeOfDay: (e) => `${records(e)}: a time of day, or blank`,
    timeBlank: (e) => `${number(e.matched)} blank or 0000`,
    fewValues: (e) => `${number(e.matched)} values in ${number(e.of)} records (${e.about ?? ''})`,
    differsInPayment: (e) => `${share(e, 'pairs of notices of a payment')}: different`,
    tellsTransfer: () => 'each value tells whether there is a transfer date',
    kindOf: (e) => {
      const [code = '', kind = ''] = (e.about ?? '').split(' ');
      return `${code} is ${kindName(kind)} (${records(e)})`;
    },
    followsPreliminary: (e) => `${e.about ?? ''}: ${share(e, 'pairs')} come in a later file than the preliminary notice`,
    inLedger: (e) => `${share(e, 'numbers')} stand in the ledger`,
    yearInLedger: (e) => `${records(e)}: the ledger's fiscal year`,
    amountInLedger: (e) => `${records(e)}: the ledger's amount`,
    reissueInLedger: (e) => `${records(e)}: the ledger's reissue number`,
    billerInLedger: (e) => `${records(e)}: the ledger's biller code`,
    billerInHeader: (e) => `${records(e)}: digits of the barcode that stand in the header too`,
    variesBetweenGroups: (e) => `${share(e, 'files')}: differs between the groups of the file`,
    fiscalYearOfDue: (e) => `${records(e)}: fits the due date`,
    runsThrough: (e) => `digits that vary in ${number(e.of)} different barcodes (no ledger to confirm them)`,
    distinctValues: (e) => `${number(e.matched)} values in ${number(e.of)} records`,
    totalEquals: (e, title) =>
      e.about !== undefined && title(e.about) !== e.about
        ? `${share(e, 'trailers')}: equals what the records add up to`
        : `${share(e, 'counts and sums')} stand in the trailers`,
    totalAlwaysZero: (e) => `${share(e, 'trailers')}: 0, as there are no records; not to be told from other zeros`,
    countsAllRecords: (e) => `${share(e, 'files')}: the number of all records`,
    countsDataRecords: (e) => `${share(e, 'files')}: the number of data records`,
    countsOtherwise: (e) => `${share(e, 'files')}: the number of ${COUNTED[e.about ?? ''] ?? ''}`,
    alwaysThis: (e) => `always "${e.about ?? ''}"`,
    alwaysBlank: () => 'always blank',
    standard: () => 'the place that the standard barcode gives it',
    notUnderstood: () => 'not understood; kept and not read',
  },
  questions: {
    recordLength: () => 'The length of a record is not known. Is this a settlement file?',
    dataRecords: () => 'There is no data record. Give a file with notices.',
    barcode: () => 'No 44 digits that begin with 91 and have a valid check digit stand at one place of the data records.',
    noticeKind: () => 'The place of the notice kind is not known. Give files of several days with preliminary and confirmed notices.',
    kindMeaning: ({ about }) =>
      `Which of the codes ${about} is preliminary, confirmed or cancelled cannot be decided. Give files of more days, or ask the agent.`,
    kindNotSeen: ({ about }) => `No notice is ${kindName(about)}, so its code is not known. Ask the agent.`,
    strayCode: ({ about }) =>
      `Very few notices have the code ${about}, and neither a payment nor a total knows them. It was left out, so such notices are held back.`,
    paidDate: ({ about }) =>
      about === ''
        ? 'The place of the paid date is not known.'
        : `Other dates could be the paid date too (from byte ${about}). Check the agent's list of items.`,
    fiscalYear: () => 'The place of the fiscal year in the barcode is not known. How are slip numbers made up?',
    noFiscalYear: () =>
      'No digits of the barcode are the ledger’s fiscal year. Slips are found by number alone; where two years have the same number, the notice is held back.',
    slipNumber: () => 'The place of the slip number in the barcode is not known. Give a ledger that holds the slips of the files.',
    slipNumberWithoutLedger: ({ about }) =>
      `The slip number was taken to be digits ${about} of the barcode. Without a ledger nobody can tell whether its neighbours belong to it.`,
    billerCode: ({ about }) =>
      `The place of the biller code is not known${about === '' ? '' : ` (it may be among bytes ${about} of the header)`}. A ledger with the column 収納機関コード would tell.`,
    createdDate: () => 'No created date was found in the header. The days that the data covers stay unknown.',
    trailerItem: ({ about }, title) => `The trailer does not hold ${title(about)}. This total will stay unchecked.`,
    trailerZero: ({ about }, title) => `${title(about)} is 0 in all trailers, so its place is not sure. Check the agent's list of items.`,
    recordCount: () => 'The end record does not hold the number of records. It will stay unchecked.',
    noLedger: () => 'Without a ledger the slip numbers were not compared with anything. Give one with --ledger.',
  },
  difference,
  between: '; ',
  recordLengthDiffers: (here, there) => `A record has ${bytes(here)} instead of ${number(there)}.`,
  alternative: (position, length, title) => `${bytes(length)} from byte ${number(position)} could be ${title}`,
};
