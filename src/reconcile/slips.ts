/**
 * Does what was received agree with what was issued, slip by slip?
 *
 * Every slip of either side is in exactly one state and carries any number of flags. Source: docs/format.md, "The slip".
 */
import { finding, type Report } from '../check/finding';
import type { Day } from '../file/calendar';
import type { Notices } from '../file/notices';
import { NO_BILLER, type Billers } from '../slip/billers';
import { isEffective, paymentState, type Payments } from '../slip/payments';
import type { SlipTable } from '../slip/slipTable';
import { recordOfRow, type Ledger } from './ledger';

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

/** What the notices say of each slip, before the ledger is looked at. */
export interface SlipNotices {
  /** Payments of slip s: `paymentStart[s]` to `paymentStart[s + 1]` (exclusive). */
  readonly paymentStart: Int32Array;
  /** Notices of slip s, held ones too: `noticeStart[s]` to `noticeStart[s + 1]` of `noticesBySlip`. */
  readonly noticeStart: Int32Array;
  readonly noticesBySlip: Int32Array;
  /** 1: a payment of the slip contradicts itself. */
  readonly review: Uint8Array;
  /** 1: a notice of the slip is held back. */
  readonly held: Uint8Array;
}

/** Columns, one entry a slip. Yen are integers; -1 is unknown. Days are yyyymmdd; 0 is none. */
export interface Slips {
  readonly table: SlipTable;
  readonly count: number;
  /** Slips by fiscal year, slip number, biller (null first). */
  readonly order: Int32Array;
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
  /** The ledger's slip that counts, or -1. */
  readonly ledgerSlip: Int32Array;
}

export const hasFlag = (slips: Slips, slip: number, flag: SlipFlag): boolean => (slips.flags[slip]! & BIT[flag]) !== 0;
export const flagsOf = (slips: Slips, slip: number): SlipFlag[] => SLIP_FLAGS.filter((flag) => hasFlag(slips, slip, flag));
export const stateOf = (slips: Slips, slip: number): SlipState => SLIP_STATES[slips.state[slip]!]!;

/** Which ledger row is which slip. */
export interface LedgerMatch {
  /** The ledger's slip of each slip, or -1. */
  readonly ledgerSlip: Int32Array;
  /** Keys whose biller could not be told. */
  readonly ambiguousKeys: ReadonlySet<number>;
}

/** Finds the slip of each ledger row; slips that no notice knew are made. */
export function matchLedger(ledger: Ledger | null, slips: SlipTable, billers: Billers, onlyBiller: number, report: Report): LedgerMatch {
  const ambiguousKeys = new Set<number>();
  if (ledger === null) return { ledgerSlip: new Int32Array(slips.count).fill(-1), ambiguousKeys };
  const noticed = slips.count;
  const slipOfRow = new Int32Array(ledger.count);
  const codeRank = billers.ranks(true);
  for (let entry = 0; entry < ledger.count; entry++) {
    const key = slips.keys.idOfText(ledger.year[entry]!, ledger.number[entry]!);
    let biller = billers.idOf(ledger.billerCode[entry]!);
    if (biller === NO_BILLER) {
      const candidates = slips
        .slipsOf(key)
        .filter((slip) => slip < noticed)
        .map((slip) => slips.biller[slip]!)
        .sort((a, b) => codeRank[a]! - codeRank[b]!);
      biller = candidates[0] ?? onlyBiller;
      if (candidates.length > 1) {
        ambiguousKeys.add(key);
        const detail = { slipNumber: slips.keys.numberOf(key), billers: candidates.map((id) => billers.codeOf(id)), chosen: billers.codeOf(biller) };
        report(finding('billerAmbiguous', { file: ledger.table.name, record: recordOfRow(ledger.table, ledger.row[entry]!) }, detail));
      }
    }
    slipOfRow[entry] = slips.slipOf(key, biller);
  }
  const ledgerSlip = new Int32Array(slips.count).fill(-1);
  for (let entry = 0; entry < ledger.count; entry++) {
    const slip = slipOfRow[entry]!;
    const first = ledgerSlip[slip]!;
    if (first < 0) {
      ledgerSlip[slip] = entry;
      continue;
    }
    const record = recordOfRow(ledger.table, ledger.row[entry]!);
    const detail = { slipNumber: slips.keys.numberOf(slips.key[slip]!), firstRecord: recordOfRow(ledger.table, ledger.row[first]!) };
    report(finding('ledgerDuplicate', { file: ledger.table.name, record }, detail));
  }
  return { ledgerSlip, ambiguousKeys };
}

export interface Judgement {
  readonly notices: Notices;
  readonly payments: Payments;
  readonly slipNotices: SlipNotices;
  readonly ledger: Ledger | null;
  readonly match: LedgerMatch;
  readonly asOf: Day;
  /** The last created date, or null. */
  readonly dataThrough: Day | null;
}

/** States, flags and amounts of all slips. */
export function judgeSlips(table: SlipTable, billers: Billers, judgement: Judgement): Slips {
  const { count } = table;
  const slips: Slips = {
    table,
    count,
    order: orderSlips(table, billers),
    state: new Uint8Array(count),
    flags: new Uint16Array(count),
    reissueNumber: new Float64Array(count),
    billedAmount: new Float64Array(count).fill(-1),
    paidAmount: new Float64Array(count),
    confirmedAmount: new Float64Array(count),
    effectiveCount: new Int32Array(count),
    confirmedCount: new Int32Array(count),
    paidDate: new Int32Array(count),
    dueDate: new Int32Array(count),
    ledgerSlip: judgement.match.ledgerSlip,
  };
  for (let slip = 0; slip < count; slip++) judgeSlip(slips, slip, judgement);
  return slips;
}

function judgeSlip(slips: Slips, slip: number, { notices, payments, slipNotices, ledger, match, asOf, dataThrough }: Judgement): void {
  const entry = slips.ledgerSlip[slip]!;
  const inLedger = ledger !== null && entry >= 0;
  const billed = inLedger ? ledger.billedAmount[entry]! : -1;
  const ledgerReissue = inLedger ? ledger.reissueNumber[entry]! : 0;
  const { from, to } = paymentsOf(slipNotices, slip);

  let due = inLedger ? ledger.dueDate[entry]! : 0;
  if (!inLedger) for (let payment = from; payment < to; payment++) due = Math.max(due, notices.barcodeDueDate[payments.first[payment]!]!);

  let flags = 0;
  let reissue = ledgerReissue;
  let paid = 0;
  let confirmed = 0;
  let effectiveCount = 0;
  let confirmedCount = 0;
  let paidDate = 0;
  for (let payment = from; payment < to; payment++) {
    const notice = payments.first[payment]!;
    const noticeReissue = notices.reissueNumber[notice]!;
    reissue = Math.max(reissue, noticeReissue);
    if (!isEffective(payments, payment)) continue;
    const amount = notices.amount[notice]!;
    const date = notices.paidDate[notice]!;
    effectiveCount++;
    paid += amount;
    if (paymentState(payments, payment) === 'confirmed') {
      confirmedCount++;
      confirmed += amount;
    }
    if (date !== 0 && (paidDate === 0 || date < paidDate)) paidDate = date;
    if (billed >= 0 && amount !== billed) flags |= BIT.amountDiffers;
    if (inLedger && noticeReissue < ledgerReissue) flags |= BIT.paidOnOldSlip;
    if (inLedger && noticeReissue > ledgerReissue) flags |= BIT.ledgerBehind;
    const lastDay = inLedger && noticeReissue > ledgerReissue ? notices.barcodeDueDate[notice]! : due;
    if (lastDay !== 0 && date > lastDay) flags |= BIT.paidLate;
  }

  const state: SlipState = confirmedCount > 0 ? 'paid' : effectiveCount > 0 ? 'preliminary' : to > from ? 'cancelled' : 'unpaid';
  const open = state === 'unpaid' || state === 'cancelled';
  const held = slipNotices.held[slip] === 1;
  const elsewhere = slips.table.isAlone(slip) ? NOWHERE : knownElsewhere(slips.table, slipNotices, slip);
  if (reissue > 0) flags |= BIT.reissued;
  if (effectiveCount >= 2) flags |= BIT.paidTwice;
  if (ledger !== null && !inLedger) flags |= BIT.notInLedger;
  if (held) flags |= BIT.noticeHeld;
  if (open && due !== 0 && dataThrough !== null && due < asOf && due < dataThrough && !held && !elsewhere.payment && !elsewhere.held) flags |= BIT.overdue;
  if (
    slipNotices.review[slip] === 1 ||
    match.ambiguousKeys.has(slips.table.key[slip]!) ||
    (inLedger && (ledger.bad[entry] === 1 || (to === from && elsewhere.payment)))
  ) {
    flags |= BIT.needsReview;
  }

  slips.state[slip] = SLIP_STATES.indexOf(state);
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

const NOWHERE = { payment: false, held: false };

/** Whether the slip's year and number have payments or held notices under another biller. */
function knownElsewhere(table: SlipTable, slipNotices: SlipNotices, slip: number): { payment: boolean; held: boolean } {
  const others = table.slipsOf(table.key[slip]!).filter((other) => other !== slip);
  return {
    payment: others.some((other) => paymentsOf(slipNotices, other).to > paymentsOf(slipNotices, other).from),
    held: others.some((other) => slipNotices.held[other] === 1),
  };
}

/** The payments of a slip; none for one that only the ledger knows. */
export function paymentsOf(slipNotices: SlipNotices, slip: number): { from: number; to: number } {
  if (slip + 1 >= slipNotices.paymentStart.length) return { from: 0, to: 0 };
  return { from: slipNotices.paymentStart[slip]!, to: slipNotices.paymentStart[slip + 1]! };
}

function orderSlips(table: SlipTable, billers: Billers): Int32Array {
  const order = new Int32Array(table.count);
  for (let slip = 0; slip < table.count; slip++) order[slip] = slip;
  const rank = billers.ranks(false);
  return order.sort((a, b) => table.keys.compare(table.key[a]!, table.key[b]!) || rank[table.biller[a]!]! - rank[table.biller[b]!]!);
}
