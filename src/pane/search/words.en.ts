/** What does the search at the counter say in English? */
import type { CounterView, SearchAnswer, SlipView } from '../../engine/protocol';
import type { BarcodeView } from '../../engine/searchProtocol';
import type { Day } from '../../file/calendar';
import { timeText } from '../days';
import type { SearchWords } from './words';

const number = (value: number): string => value.toLocaleString('en-US');
const yen = (value: number): string => `${number(value)} yen`;
const slipsOf = (value: number): string => (value === 1 ? '1 slip' : `${number(value)} slips`);
const digitsOf = (value: number): string => (value === 1 ? '1 digit' : `${number(value)} digits`);
const BARCODE_DIGITS = 44;

export const searchEn: SearchWords = {
  title: 'Find a slip',
  placeholder: 'Number, barcode, name',
  find: 'Find',
  reading: 'Reading the sheets of the workbook…',
  said: (answer) => SAID[answer.found](answer as never),
  more: (slips) => `${slipsOf(slips)} more. Enter more of the number.`,
  searched: ({ slips, ledger, dataFrom, dataThrough, payers }, day) =>
    [
      `Searched: ${slipsOf(slips)} of all states (${ledger === null ? 'no ledger' : `ledger “${ledger}”`}${
        dataFrom === null || dataThrough === null ? '' : `, settlement data of ${day(dataFrom)} to ${day(dataThrough)}`
      }). `,
      payers ? 'Parts of numbers, names and payer numbers, too.' : 'Names and payer numbers are not in this workbook, so they were not searched.',
    ].join(''),
  barcodeAbout: (barcode, day, year) => [
    ...problemsOf(barcode),
    `${whose(barcode)}${barcode.fiscalYear === null ? '' : `fiscal year ${year(barcode.fiscalYear)}, `}slip number ${barcode.slipNumber}, ${yen(barcode.amount)}, due ${
      barcode.dueDate === null ? 'on no date' : day(barcode.dueDate)
    }${barcode.reissueNumber === null ? '' : `, reissue number ${barcode.reissueNumber}`}.`,
  ],
  parts: 'What the barcode holds',
  places: 'Digits',
  part: 'Item',
  digits: 'Value',
  place: (first, length) => (length === 1 ? String(first) : `${first}–${first + length - 1}`),
  wrong: 'wrong',
  sameNumber: 'Slips of the same year and number (this may be another office’s)',
  mayBe: 'If one digit was misread, it may be one of these. Compare them with the number on paper',
  tooManyNear: (slips) => `There are ${number(slips)}, and nobody can tell which. Please scan again.`,
  cutBody: (digits) =>
    digits.length < BARCODE_DIGITS
      ? `${digitsOf(BARCODE_DIGITS - digits.length)} missing. ${digits.startsWith('91') ? 'It begins with 91 as it should: a digit is missing in the middle or at the end.' : 'The 91 at its beginning or a digit in the middle is missing.'} Scan again, or enter the slip number.`
      : `${digitsOf(digits.length - BARCODE_DIGITS)} too many. See whether it was scanned twice, and scan again.`,
  atCounter: 'At the counter',
  answer: (life, day) => [...paidSentences(life, day), ...openSentences(life, day)],
};

const SAID: { readonly [K in SearchAnswer['found']]: (answer: Extract<SearchAnswer, { found: K }>) => string } = {
  empty: () => 'Enter a number, a barcode or a name.',
  slip: ({ life }) => `${life.slipNumber.replace(/^0+(?=\d)/, '')}: ${STATES[life.state]} ${PAYABLE[life.counter.payable]}`,
  slips: ({ total, exact }) => (exact > 0 ? `${slipsOf(total)} (${number(exact)} exactly)` : slipsOf(total)),
  barcode: ({ barcode: { isSound, isOurMaker } }) =>
    !isSound ? 'The barcode is wrong' : isOurMaker === false ? 'The barcode seems to be another office’s' : 'No slip has this barcode',
  cutBarcode: ({ digits }) => `A barcode has ${BARCODE_DIGITS} digits, these were ${number(digits.length)}`,
  none: () => 'Nothing was found',
};

const STATES: Record<SlipView['state'], string> = {
  paid: 'Paid.',
  paidElsewhere: 'Paid through another channel.',
  preliminary: 'A shop has told of a payment (not confirmed yet).',
  notOwed: 'Nothing is billed.',
  cancelled: 'Its payment was undone.',
  unpaid: 'No payment is known.',
};

const PAYABLE: Record<CounterView['payable'], string> = {
  unclear: 'There is something to check. Say whether it may be paid only after checking.',
  paid: 'Tell the payer not to pay again.',
  preliminary: 'It was most likely paid in a shop: tell the payer not to pay again.',
  notOwed: 'Nothing has to be paid.',
  notInLedger: 'It is not in the ledger: nobody can say whether it may be paid.',
  partly: 'A part was paid through another channel: the amount on this slip is no longer right.',
  reissued: 'A newer slip was issued. Use the newer one, not this one.',
  otherAmount: 'The barcode’s amount is not what the ledger bills. Do not use this slip; check it.',
  expired: 'It is past due and cannot be paid with this slip any more. It has to be issued again.',
  noDueDate: 'Its due date is not known, so nobody can say whether it may still be paid with this slip.',
  yes: 'It may still be paid with this slip.',
};

function paidSentences({ state, payments, receipts }: SlipView, day: (day: Day) => string): string[] {
  const told = payments
    .filter((payment) => payment.state !== 'cancelled')
    .map(({ paidDate, paidTime, amount, chainCode, storeCode }) => {
      const where = [...(chainCode === null ? [] : [`chain ${chainCode}`]), ...(storeCode === null ? [] : [`store ${storeCode}`])].join(', ');
      return `${yen(amount)} on ${paidDate === null ? 'an unknown day' : day(paidDate)}${paidTime === null ? '' : ` ${timeText(paidTime)}`}${where === '' ? '' : ` (${where})`}.`;
    });
  const elsewhere = receipts
    .filter(({ use }) => use === 'used')
    .map(
      ({ day: on, amount, method }) => `${yen(amount)} on ${on === null ? 'an unknown day' : day(on)} (another channel${method === '' ? '' : `: ${method}`}).`,
    );
  return [STATES[state], ...told, ...elsewhere];
}

function openSentences({ counter: { open, payable, paper, through }, dueDate, state }: SlipView, day: (day: Day) => string): string[] {
  const isOpen = state === 'unpaid' || state === 'cancelled';
  const due = paper === null ? dueDate : paper.dueDate;
  const until =
    payable === 'yes' || payable === 'expired'
      ? ` (${paper === null ? 'due date of the ledger' : 'due date of the barcode'}: ${due === null ? 'none' : day(due)})`
      : '';
  return [
    open === null ? 'The bill is not known, so what is open is not known.' : open === 0 ? 'Nothing is open.' : `${yen(open)} are open.`,
    `${PAYABLE[payable]}${until}`,
    ...(isOpen && through !== null ? [`By the data through ${day(through)}; what was paid later is not known yet.`] : []),
  ];
}

const whose = ({ billerCode, makerCode, isOurMaker }: BarcodeView): string =>
  [
    ...(billerCode === null ? [] : [`biller ${billerCode}, `]),
    ...(makerCode === null ? [] : [`maker ${makerCode} (${OUR_MAKER[String(isOurMaker) as 'true' | 'false' | 'null']}), `]),
  ].join('');
const OUR_MAKER = { true: 'as in notices of this workbook', false: 'in no notice of this workbook', null: 'no notices to compare with' };

function problemsOf({ digits, isSound, rightCheckDigit, swaps }: BarcodeView): string[] {
  if (isSound) return ['The check digit is right.'];
  const told = digits.slice(-1);
  return [
    ...(digits.startsWith('91') ? [] : [`It should begin with 91 and begins with ${digits.slice(0, 2)}.`]),
    ...(told === rightCheckDigit
      ? []
      : [
          `The check digit should be ${rightCheckDigit} and is ${told}.`,
          swaps.length === 0
            ? 'No two neighbours in each other’s place explain it. A digit may have been misread.'
            : `Neighbours that may be in each other’s place: ${swaps.map((place) => `digits ${place} and ${place + 1} (${digits.slice(place - 1, place + 1)}→${digits[place]!}${digits[place - 1]!})`).join(', ')}.`,
        ]),
  ];
}
