/**
 * Which notices tell of the same payment, and what became of it?
 *
 * The life cycle: 速報 (preliminary), then 確報 (confirmed) or 速報取消 (cancelled). Source: docs/format.md, "The life of a payment".
 */
import { finding, type RecordPlace, type Report, type SlipName } from '../check/finding';
import { NOTICE_KINDS } from '../file/layout';
import { CANCELLED, CONFIRMED, NO_TEXT, PRELIMINARY, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import type { SlipNumbers } from './slipNumbers';
import { gathered } from './stableSort';

/** No notice of that kind. */
export const NO_NOTICE = -1;

export type PaymentState = 'confirmed' | 'cancelled' | 'preliminary';

/** Columns; the payments of one slip stand together. */
export interface Payments {
  count: number;
  /** The notice of each kind, or NO_NOTICE. */
  readonly preliminary: Int32Array;
  readonly confirmed: Int32Array;
  readonly cancelled: Int32Array;
  /** What all notices of the payment say: barcode (id in `Notices.barcodes`), date, time (NO_TEXT for none) and store. */
  readonly barcode: Int32Array;
  readonly paidDate: Int32Array;
  readonly paidTime: Float64Array;
  readonly storeCode: Float64Array;
  /** 1: a notice joined it although another payment could have been meant. */
  readonly ambiguous: Uint8Array;
}

export function allocatePayments(most: number): Payments {
  const column = (): Int32Array => new Int32Array(most);
  const noNotices = (): Int32Array => column().fill(NO_NOTICE);
  return {
    count: 0,
    preliminary: noNotices(),
    confirmed: noNotices(),
    cancelled: noNotices(),
    barcode: column(),
    paidDate: column(),
    paidTime: new Float64Array(most),
    storeCode: new Float64Array(most),
    ambiguous: new Uint8Array(most),
  };
}

export function paymentState(payments: Payments, payment: number): PaymentState {
  if (payments.confirmed[payment] !== NO_NOTICE) return 'confirmed';
  return payments.cancelled[payment] !== NO_NOTICE ? 'cancelled' : 'preliminary';
}

/** Not cancelled. */
export const isEffective = (payments: Payments, payment: number): boolean => paymentState(payments, payment) !== 'cancelled';

/** A time that a head office has blanked. */
const BLANK_TIME = '0000';
/** Few payments of a slip are compared one by one; beyond this many a map finds them. */
const FEW = 12;

/** The slips whose payments are read: their numbers and notices, as in MatchedSlips. */
export interface SlipsWithNotices {
  readonly numbers: SlipNumbers;
  readonly noticeStart: Int32Array;
  readonly noticesBySlip: Int32Array;
}

/** A held notice's kind in `PaymentReader`: it is passed over. */
const HELD = 0;

/** Reads payments out of notices, slip by slip; one instance for a run. A place is an index in `noticesBySlip`. */
export class PaymentReader {
  /** Whether a payment of the slip read last contradicts itself, and whether one of its notices is held back. */
  needsReview = false;
  hasHeld = false;
  /** What notices say, in the order of `noticesBySlip`. */
  private readonly kind: Uint8Array;
  private readonly paidTime: Float64Array;
  private readonly paidDate: Int32Array;
  private readonly storeCode: Float64Array;
  private readonly barcode: Int32Array;
  /** The payments' column of each notice kind, by kind - 1. */
  private readonly columns: readonly Int32Array[];
  private readonly blankTime: number;
  /** The slip that is being read, and its first payment. */
  private slip = 0;
  private from = 0;
  /** Payments of a slip that has many, by all of their identity but the time. */
  private many: Map<string, number[]> | null = null;

  constructor(
    private readonly files: readonly SettlementFile[],
    private readonly notices: Notices,
    private readonly payments: Payments,
    private readonly slips: SlipsWithNotices,
    private readonly report: Report,
  ) {
    const { noticesBySlip } = slips;
    const { length } = noticesBySlip;
    const clearing = notices.kind.slice();
    for (let notice = 0; notice < notices.count; notice++) if (notices.held[notice] === 1) clearing[notice] = HELD;
    this.kind = gathered(clearing, noticesBySlip, new Uint8Array(length));
    this.paidTime = gathered(notices.paidTime, noticesBySlip, new Float64Array(length));
    this.paidDate = gathered(notices.paidDate, noticesBySlip, new Int32Array(length));
    this.storeCode = gathered(notices.storeCode, noticesBySlip, new Float64Array(length));
    this.barcode = gathered(notices.barcode, noticesBySlip, new Int32Array(length));
    this.blankTime = notices.texts.keyOfText(BLANK_TIME);
    const { preliminary, confirmed, cancelled } = payments;
    this.columns = NOTICE_KINDS.map((kind) => ({ preliminary, confirmed, preliminaryCancelled: cancelled })[kind]);
  }

  /** Appends the payments of one slip from its notices, in the order in which they are taken. */
  readSlip(slip: number): void {
    const { payments, kind } = this;
    const start = this.slips.noticeStart[slip]!;
    const end = this.slips.noticeStart[slip + 1]!;
    this.slip = slip;
    this.from = payments.count;
    this.many = null;
    this.needsReview = false;
    this.hasHeld = false;
    let blanks = 0;
    for (let place = start; place < end; place++) {
      if (kind[place] === HELD) this.hasHeld = true;
      else if (this.isBlank(place)) blanks++;
      else this.take(place);
    }
    if (blanks > 0) {
      this.takeBlanks(start, end, CONFIRMED);
      this.takeBlanks(start, end, CANCELLED);
    }
    for (let payment = this.from; payment < payments.count; payment++) this.judge(payment);
  }

  /** First pass: a preliminary notice, or one with a time of its own. */
  private take(place: number): void {
    const payment =
      this.many === null ? this.findOneByOne(place) : this.likelyOf(place).find((candidate) => this.payments.paidTime[candidate] === this.paidTime[place]);
    if (payment === undefined) this.open(place);
    else this.join(place, payment);
  }

  private findOneByOne(place: number): number | undefined {
    const { payments } = this;
    for (let payment = this.from; payment < payments.count; payment++) {
      if (payments.paidTime[payment] === this.paidTime[place] && this.isLikely(payment, place)) return payment;
    }
    return undefined;
  }

  /** Second pass: confirmed or cancelled notices whose time the head office has blanked. */
  private takeBlanks(start: number, end: number, kind: number): void {
    for (let place = start; place < end; place++) if (this.kind[place] === kind && this.isBlank(place)) this.takeBlank(place, kind);
  }

  private takeBlank(place: number, kind: number): void {
    const { payments } = this;
    const likely = this.likelyOf(place);
    const waiting = likely.filter((payment) => paymentState(payments, payment) === 'preliminary');
    if (waiting.length > 0) {
      const chosen = this.earliest(waiting);
      this.join(place, chosen);
      if (waiting.length > 1) this.reportAmbiguous(place, chosen, waiting.length);
      return;
    }
    const column = this.columns[kind - 1]!;
    const known = likely.find((payment) => column[payment] !== NO_NOTICE);
    if (known !== undefined) return this.join(place, known);
    const confirmed = kind === CANCELLED ? likely.filter((payment) => payments.confirmed[payment] !== NO_NOTICE) : [];
    if (confirmed.length > 0) this.join(place, this.earliest(confirmed));
    else this.open(place);
  }

  private reportAmbiguous(place: number, chosen: number, waiting: number): void {
    const { payments } = this;
    payments.ambiguous[chosen] = 1;
    const kind = NOTICE_KINDS[this.kind[place]! - 1]!;
    const detail = { kind, waiting, chosen: this.recordOf(payments.preliminary[chosen]!), ...this.slipName() };
    this.report(finding('ambiguousPairing', this.recordOf(this.slips.noticesBySlip[place]!), detail));
  }

  /** A payment of its own. */
  private open(place: number): void {
    const { payments } = this;
    const payment = payments.count++;
    payments.barcode[payment] = this.barcode[place]!;
    payments.paidTime[payment] = this.paidTime[place]!;
    payments.paidDate[payment] = this.paidDate[place]!;
    payments.storeCode[payment] = this.storeCode[place]!;
    this.columns[this.kind[place]! - 1]![payment] = this.slips.noticesBySlip[place]!;
    if (this.many !== null) this.remember(payment);
    else if (payment - this.from === FEW) {
      this.many = new Map();
      for (let known = this.from; known <= payment; known++) this.remember(known);
    }
  }

  private join(place: number, payment: number): void {
    const kind = this.kind[place]!;
    const column = this.columns[kind - 1]!;
    const notice = this.slips.noticesBySlip[place]!;
    const known = column[payment]!;
    if (known === NO_NOTICE) column[payment] = notice;
    else this.report(finding('duplicateNotice', this.recordOf(notice), { kind: NOTICE_KINDS[kind - 1]!, first: this.recordOf(known) }));
  }

  /** The payment with the earliest time; none comes last. */
  private earliest(payments: readonly number[]): number {
    const time = (payment: number): string => {
      const key = this.payments.paidTime[payment]!;
      return key === NO_TEXT ? AFTER_ALL_TIMES : this.notices.texts.textOf(key);
    };
    return payments.reduce((best, payment) => (time(payment) < time(best) ? payment : best));
  }

  /** Whether a payment contradicts itself. */
  private judge(payment: number): void {
    const { payments } = this;
    const cancelled = payments.cancelled[payment]!;
    if (payments.ambiguous[payment] === 1) this.needsReview = true;
    if (cancelled === NO_NOTICE) return;
    const isConfirmed = payments.confirmed[payment] !== NO_NOTICE;
    if (!isConfirmed && payments.preliminary[payment] !== NO_NOTICE) return;
    this.needsReview = true;
    const code = isConfirmed ? 'confirmedAndCancelled' : 'cancellationWithoutPreliminary';
    this.report(finding(code, this.recordOf(cancelled), this.slipName()));
  }

  private isBlank(place: number): boolean {
    const time = this.paidTime[place];
    return (time === NO_TEXT || time === this.blankTime) && this.kind[place] !== PRELIMINARY;
  }

  /** Payments of the slip that agree with the notice in all but the time. */
  private likelyOf(place: number): readonly number[] {
    if (this.many !== null) return this.many.get(likelyKey(this.paidDate[place]!, this.storeCode[place]!, this.barcode[place]!)) ?? [];
    const likely: number[] = [];
    for (let payment = this.from; payment < this.payments.count; payment++) if (this.isLikely(payment, place)) likely.push(payment);
    return likely;
  }

  /** Whether a notice agrees with a payment of its slip in barcode, paid date and store: in all of its identity but the time. */
  private isLikely(payment: number, place: number): boolean {
    const { payments } = this;
    return (
      payments.barcode[payment] === this.barcode[place] &&
      payments.paidDate[payment] === this.paidDate[place] &&
      payments.storeCode[payment] === this.storeCode[place]
    );
  }

  private remember(payment: number): void {
    const { payments } = this;
    const key = likelyKey(payments.paidDate[payment]!, payments.storeCode[payment]!, payments.barcode[payment]!);
    const known = this.many!.get(key);
    if (known === undefined) this.many!.set(key, [payment]);
    else known.push(payment);
  }

  private slipName(): SlipName {
    return this.slips.numbers.nameOf(this.slip);
  }

  private recordOf(notice: number): RecordPlace {
    return { file: this.files[this.notices.file[notice]!]!.name, record: this.notices.record[notice]! + 1 };
  }
}

/** Sorts after every time that a record can hold. */
const AFTER_ALL_TIMES = '\uffff';

const likelyKey = (paidDate: number, storeCode: number, barcode: number): string => `${paidDate} ${storeCode} ${barcode}`;
