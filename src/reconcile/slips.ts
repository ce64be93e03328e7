/**
 * Does what was received agree with what was issued, slip by slip?
 *
 * Every slip of either side is in exactly one state and carries any number of flags. Source: docs/format.md, "The slip".
 */
import type { Report } from '../check/finding';
import type { Day } from '../file/calendar';
import type { Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { PaymentReader } from '../slip/paymentReader';
import { isEffective, NO_NOTICE, type Payments } from '../slip/payments';
import type { FileDays } from './fileDays';
import { judgeReceipts, USED } from './judgeReceipts';
import type { Ledger } from './ledger';
import { NOT_IN_LEDGER, type MatchedSlips } from './match';
import type { Receipts } from './receipts';

/** 収納済, 他で収納済, 速報のみ, 請求なし, 取消, 未納; the first that holds. */
export const SLIP_STATES = ['paid', 'paidElsewhere', 'preliminary', 'notOwed', 'cancelled', 'unpaid'] as const;
export type SlipState = (typeof SLIP_STATES)[number];

/** In the order in which they are listed wherever a person reads them. */
export const SLIP_FLAGS = [
  'needsReview',
  'noticeHeld',
  'paidTwice',
  'amountDiffers',
  'partlyPaid',
  'notInLedger',
  'ledgerBehind',
  'paidOnOldSlip',
  'remindable',
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
  /** What receipts of other channels add up to, how many they are, and the earliest day of them. */
  readonly otherAmount: Float64Array;
  readonly otherCount: Int32Array;
  readonly otherDate: Int32Array;
  /** From when on a reminder may go. */
  readonly remindFrom: Int32Array;
}

export const hasFlag = (slips: Slips, slip: number, flag: SlipFlag): boolean => (slips.flags[slip]! & BIT[flag]) !== 0;
export const flagsOf = (slips: Slips, slip: number): SlipFlag[] => SLIP_FLAGS.filter((flag) => hasFlag(slips, slip, flag));
/** An unpaid or cancelled slip: nothing was paid, as far as is known. */
export const isOpen = ({ state }: Pick<Slips, 'state'>, slip: number): boolean => state[slip]! >= CANCELLED;
export const setFlag = (slips: Slips, slip: number, flag: SlipFlag): void => {
  slips.flags[slip]! |= BIT[flag];
};
export const stateOf = (slips: Slips, slip: number): SlipState => SLIP_STATES[slips.state[slip]!]!;

const [PAID, PAID_ELSEWHERE, PRELIMINARY, NOT_OWED, CANCELLED, UNPAID] = [0, 1, 2, 3, 4, 5];

export interface Judgement {
  readonly files: readonly SettlementFile[];
  readonly notices: Notices;
  readonly payments: Payments;
  readonly ledger: Ledger | null;
  readonly receipts: Receipts;
  readonly asOf: Day;
  readonly days: FileDays;
  readonly report: Report;
}

/** Reads the payments of all slips, judges receipts, then states, flags (督促可 apart) and amounts. */
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
    otherAmount: new Float64Array(count),
    otherCount: new Int32Array(count),
    otherDate: new Int32Array(count),
    remindFrom: new Int32Array(count),
  };
  const held = new Uint8Array(count);
  readPayments(slips, judgement, held);
  judgeReceipts(slips, judgement);
  for (let slip = 0; slip < count; slip++) judgeSlip(slips, slip, judgement, held);
  judgeNumbers(slips, judgement, held);
  return slips;
}

function readPayments(slips: Slips, { files, notices, payments, report }: Judgement, held: Uint8Array): void {
  const reader = new PaymentReader(files, notices, payments, slips, report);
  for (let slip = 0; slip < slips.count; slip++) {
    reader.readSlip(slip);
    if (reader.needsReview) slips.needsReview[slip] = 1;
    if (reader.hasHeld) held[slip] = 1;
    slips.paymentStart[slip + 1] = payments.count;
    for (let payment = slips.paymentStart[slip]!; payment < payments.count; payment++) if (isEffective(payments, payment)) slips.effectiveCount[slip]!++;
  }
}

function judgeSlip(slips: Slips, slip: number, judgement: Judgement, held: Uint8Array): void {
  const { payments, ledger } = judgement;
  const { barcodes } = judgement.notices;
  const entry = slips.ledgerEntry[slip]!;
  const inLedger = ledger !== null && entry !== NOT_IN_LEDGER;
  const billed = inLedger ? ledger.billedAmount[entry]! : UNKNOWN;
  const ledgerReissue = inLedger ? ledger.reissueNumber[entry]! : UNKNOWN;
  const from = slips.paymentStart[slip]!;
  const to = slips.paymentStart[slip + 1]!;

  let due = inLedger ? ledger.dueDate[entry]! : 0;
  if (!inLedger) for (let payment = from; payment < to; payment++) due = Math.max(due, barcodes.dueDate[payments.barcode[payment]!]!);

  let flags = 0;
  let reissue = ledgerReissue;
  let paid = 0;
  let confirmed = 0;
  let confirmedCount = 0;
  let paidDate = 0;
  let differs = false;
  for (let payment = from; payment < to; payment++) {
    const barcode = payments.barcode[payment]!;
    const paymentReissue = barcodes.reissueNumber[barcode]!;
    if (paymentReissue > reissue) reissue = paymentReissue;
    if (!isEffective(payments, payment)) continue;
    const amount = barcodes.amount[barcode]!;
    const date = payments.paidDate[payment]!;
    paid += amount;
    if (payments.confirmed[payment] !== NO_NOTICE) {
      confirmedCount++;
      confirmed += amount;
    }
    if (date !== 0 && (paidDate === 0 || date < paidDate)) paidDate = date;
    if (amount !== billed) differs = true;
    if (inLedger && paymentReissue >= 0 && paymentReissue < ledgerReissue) flags |= BIT.paidOnOldSlip;
    if (inLedger && paymentReissue > ledgerReissue) flags |= BIT.ledgerBehind;
    const lastDay = inLedger && paymentReissue > ledgerReissue ? barcodes.dueDate[barcode]! : due;
    if (lastDay !== 0 && date > lastDay) flags |= BIT.paidLate;
  }

  const effective = slips.effectiveCount[slip]!;
  const other = slips.otherAmount[slip]!;
  const isBilled = billed !== UNKNOWN;
  if (reissue > 0) flags |= BIT.reissued;
  if (effective >= 2 || (effective === 1 && other > 0 && (!isBilled || paid + other > billed))) flags |= BIT.paidTwice;
  if (isBilled && ((differs && (other === 0 || paid + other !== billed)) || other > billed)) flags |= BIT.amountDiffers;
  if (isBilled && other > 0 && paid + other < billed) flags |= BIT.partlyPaid;
  if (inLedger && due !== 0 && hasReceiptAfter(judgement.receipts, slip, due)) flags |= BIT.paidLate;
  if (ledger !== null && !inLedger) flags |= BIT.notInLedger;
  if (held[slip] === 1) flags |= BIT.noticeHeld;
  if (slips.needsReview[slip] === 1 || (inLedger && ledger.bad[entry] === 1)) flags |= BIT.needsReview;

  slips.state[slip] = stateFrom(confirmedCount, effective, to - from, billed, other);
  slips.flags[slip] = flags;
  slips.reissueNumber[slip] = reissue;
  slips.billedAmount[slip] = billed;
  slips.paidAmount[slip] = paid;
  slips.confirmedAmount[slip] = confirmed;
  slips.confirmedCount[slip] = confirmedCount;
  slips.paidDate[slip] = paidDate;
  slips.dueDate[slip] = due;
}

const UNKNOWN = -1;

function stateFrom(confirmedCount: number, effective: number, payments: number, billed: number, other: number): number {
  if (confirmedCount > 0) return PAID;
  if (other > 0 && other >= billed) return PAID_ELSEWHERE;
  if (effective > 0) return PRELIMINARY;
  if (billed === 0) return NOT_OWED;
  return payments > 0 ? CANCELLED : UNPAID;
}

function hasReceiptAfter({ start, bySlip, use, day }: Receipts, slip: number, due: Day): boolean {
  for (let place = start[slip]!; place < start[slip + 1]!; place++) {
    const receipt = bySlip[place]!;
    if (use[receipt] === USED && day[receipt]! > due) return true;
  }
  return false;
}

/** What is said of a slip by others of the same year and number under other billers: they stand side by side. */
function judgeNumbers(slips: Slips, { ledger, asOf, days }: Judgement, held: Uint8Array): void {
  const isKnownOf = (slip: number): boolean => slips.paymentStart[slip + 1]! > slips.paymentStart[slip]! || slips.otherCount[slip]! > 0;
  for (let from = 0; from < slips.count;) {
    let to = from + 1;
    while (to < slips.count && slips.numbers.compare(to, slips.numbers, from) === 0) to++;
    let known = 0;
    for (let slip = from; slip < to; slip++) if (isKnownOf(slip) || held[slip] === 1) known++;
    for (let slip = from; slip < to; slip++) {
      const isKnown = isKnownOf(slip);
      const others = known - (isKnown || held[slip] === 1 ? 1 : 0);
      if (ledger !== null && slips.ledgerEntry[slip] !== NOT_IN_LEDGER && !isKnown && others > 0) slips.flags[slip]! |= BIT.needsReview;
      const due = slips.dueDate[slip]!;
      const reach = days.reach[slips.biller[slip]!] ?? null;
      if (isOpen(slips, slip) && due !== 0 && due < asOf && reach !== null && due < reach.last && held[slip] === 0 && others === 0) {
        slips.flags[slip]! |= BIT.overdue;
      }
    }
    from = to;
  }
}
