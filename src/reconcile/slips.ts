/**
 * Does what was received agree with what was issued, slip by slip?
 *
 * Every slip of either side is in exactly one state and carries any number of flags. Source: docs/format.md, "The slip".
 */
import type { Report } from '../check/finding';
import type { Day } from '../file/calendar';
import type { Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { isEffective, NO_NOTICE, PaymentReader, type Payments } from '../slip/payments';
import type { Ledger } from './ledger';
import { NOT_IN_LEDGER, type MatchedSlips } from './match';

/** 収納済, 速報のみ, 取消, 未納; the first that holds. */
export const SLIP_STATES = ['paid', 'preliminary', 'cancelled', 'unpaid'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

/** In the order in which they are listed wherever a person reads them. */
export const SLIP_FLAGS = [
  'needsReview',
  'noticeHeld',
  'paidTwice',
  'amountDiffers',
  'notInLedger',
  'ledgerBehind',
  'paidOnOldSlip',
  'overdue',
  'paidLate',
  'reissued',
] as const;
export type SlipFlag = (typeof SLIP_FLAGS)[number];

const BIT = Object.fromEntries(SLIP_FLAGS.map((flag, index) => [flag, 1 << index])) as Record<SlipFlag, number>;

/** Columns, one entry a slip. Yen are integers; -1 is unknown. Days are yyyymmdd; 0 is none. */
export interface Slips extends MatchedSlips {
  /** Payments of slip s: `paymentStart[s]` to `paymentStart[s + 1]` (exclusive). */
  readonly paymentStart: Int32Array;
  /** Index in SLIP_STATES. */
  readonly state: Uint8Array;
  readonly flags: Uint16Array;
  readonly reissueNumber: Float64Array;
  readonly billedAmount: Float64Array;
  readonly paidAmount: Float64Array;
  readonly confirmedAmount: Float64Array;
  readonly effectiveCount: Int32Array;
  readonly confirmedCount: Int32Array;
  readonly paidDate: Int32Array;
  readonly dueDate: Int32Array;
}

export const hasFlag = (slips: Slips, slip: number, flag: SlipFlag): boolean => (slips.flags[slip]! & BIT[flag]) !== 0;
export const flagsOf = (slips: Slips, slip: number): SlipFlag[] => SLIP_FLAGS.filter((flag) => hasFlag(slips, slip, flag));
export const stateOf = (slips: Slips, slip: number): SlipState => SLIP_STATES[slips.state[slip]!]!;

export interface Judgement {
  readonly files: readonly SettlementFile[];
  readonly notices: Notices;
  readonly payments: Payments;
  readonly ledger: Ledger | null;
  readonly asOf: Day;
  /** The last created date, or null. */
  readonly dataThrough: Day | null;
  readonly report: Report;
}

/** Reads the payments of all slips, then judges states, flags and amounts. */
export function judgeSlips(matched: MatchedSlips, judgement: Judgement): Slips {
  const { count } = matched;
  const slips: Slips = {
    ...matched,
    paymentStart: new Int32Array(count + 1),
    state: new Uint8Array(count),
    flags: new Uint16Array(count),
    reissueNumber: new Float64Array(count),
    billedAmount: new Float64Array(count),
    paidAmount: new Float64Array(count),
    confirmedAmount: new Float64Array(count),
    effectiveCount: new Int32Array(count),
    confirmedCount: new Int32Array(count),
    paidDate: new Int32Array(count),
    dueDate: new Int32Array(count),
  };
  const contradicts = new Uint8Array(count);
  const held = new Uint8Array(count);
  readPayments(slips, judgement, contradicts, held);
  for (let slip = 0; slip < count; slip++) judgeSlip(slips, slip, judgement, contradicts, held);
  return slips;
}

function readPayments(slips: Slips, { files, notices, payments, report }: Judgement, contradicts: Uint8Array, held: Uint8Array): void {
  const reader = new PaymentReader(files, notices, payments, slips, report);
  for (let slip = 0; slip < slips.count; slip++) {
    reader.readSlip(slip);
    if (reader.needsReview) contradicts[slip] = 1;
    if (reader.hasHeld) held[slip] = 1;
    slips.paymentStart[slip + 1] = payments.count;
  }
}

function judgeSlip(slips: Slips, slip: number, judgement: Judgement, contradicts: Uint8Array, held: Uint8Array): void {
  const { payments, ledger, asOf, dataThrough } = judgement;
  const { barcodes } = judgement.notices;
  const entry = slips.ledgerEntry[slip]!;
  const inLedger = ledger !== null && entry !== NOT_IN_LEDGER;
  const billed = inLedger ? ledger.billedAmount[entry]! : -1;
  const ledgerReissue = inLedger ? ledger.reissueNumber[entry]! : -1;
  const from = slips.paymentStart[slip]!;
  const to = slips.paymentStart[slip + 1]!;

  let due = inLedger ? ledger.dueDate[entry]! : 0;
  if (!inLedger) for (let payment = from; payment < to; payment++) due = Math.max(due, barcodes.dueDate[payments.barcode[payment]!]!);

  let flags = 0;
  let reissue = ledgerReissue;
  let paid = 0;
  let confirmed = 0;
  let effectiveCount = 0;
  let confirmedCount = 0;
  let paidDate = 0;
  for (let payment = from; payment < to; payment++) {
    const barcode = payments.barcode[payment]!;
    const paymentReissue = barcodes.reissueNumber[barcode]!;
    if (paymentReissue > reissue) reissue = paymentReissue;
    if (!isEffective(payments, payment)) continue;
    const amount = barcodes.amount[barcode]!;
    const date = payments.paidDate[payment]!;
    effectiveCount++;
    paid += amount;
    if (payments.confirmed[payment] !== NO_NOTICE) {
      confirmedCount++;
      confirmed += amount;
    }
    if (date !== 0 && (paidDate === 0 || date < paidDate)) paidDate = date;
    if (billed >= 0 && amount !== billed) flags |= BIT.amountDiffers;
    if (inLedger && paymentReissue >= 0 && paymentReissue < ledgerReissue) flags |= BIT.paidOnOldSlip;
    if (inLedger && paymentReissue > ledgerReissue) flags |= BIT.ledgerBehind;
    const lastDay = inLedger && paymentReissue > ledgerReissue ? barcodes.dueDate[barcode]! : due;
    if (lastDay !== 0 && date > lastDay) flags |= BIT.paidLate;
  }

  const state = confirmedCount > 0 ? PAID : effectiveCount > 0 ? PRELIMINARY : to > from ? CANCELLED : UNPAID;
  const isOpen = state === UNPAID || state === CANCELLED;
  const shares = sharesNumber(slips, slip);
  if (reissue > 0) flags |= BIT.reissued;
  if (effectiveCount >= 2) flags |= BIT.paidTwice;
  if (ledger !== null && !inLedger) flags |= BIT.notInLedger;
  if (held[slip] === 1) flags |= BIT.noticeHeld;
  if (isOpen && due !== 0 && dataThrough !== null && due < asOf && due < dataThrough && held[slip] === 0) {
    if (!shares || !otherSlips(slips, slip).some((other) => hasPayments(slips, other) || held[other] === 1)) flags |= BIT.overdue;
  }
  if (contradicts[slip] === 1 || slips.billerAmbiguous[slip] === 1 || (inLedger && ledger.bad[entry] === 1)) flags |= BIT.needsReview;
  if (inLedger && to === from && shares && otherSlips(slips, slip).some((other) => hasPayments(slips, other))) flags |= BIT.needsReview;

  slips.state[slip] = state;
  slips.flags[slip] = flags;
  slips.reissueNumber[slip] = reissue;
  slips.billedAmount[slip] = billed;
  slips.paidAmount[slip] = paid;
  slips.confirmedAmount[slip] = confirmed;
  slips.effectiveCount[slip] = effectiveCount;
  slips.confirmedCount[slip] = confirmedCount;
  slips.paidDate[slip] = paidDate;
  slips.dueDate[slip] = due;
}

const [PAID, PRELIMINARY, CANCELLED, UNPAID] = [0, 1, 2, 3];

const hasPayments = (slips: Slips, slip: number): boolean => slips.paymentStart[slip + 1]! > slips.paymentStart[slip]!;

const sameNumber = (slips: Slips, a: number, b: number): boolean => slips.numbers.compare(a, slips.numbers, b) === 0;

/** Whether another biller has a slip of the same year and number: they stand side by side. */
function sharesNumber(slips: Slips, slip: number): boolean {
  return (slip > 0 && sameNumber(slips, slip, slip - 1)) || (slip + 1 < slips.count && sameNumber(slips, slip, slip + 1));
}

/** The slips of other billers with the same year and number. */
function otherSlips(slips: Slips, slip: number): number[] {
  const others: number[] = [];
  for (let other = slip - 1; other >= 0 && sameNumber(slips, slip, other); other--) others.push(other);
  for (let other = slip + 1; other < slips.count && sameNumber(slips, slip, other); other++) others.push(other);
  return others;
}
