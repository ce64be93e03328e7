/**
 * Which notices tell of the same payment, and what became of it?
 *
 * The life cycle: 速報 (preliminary), then 確報 (confirmed) or 速報取消 (cancelled). Source: docs/format.md, "The life of a payment".
 */
import { finding, type RecordPlace, type Report, type SlipName } from '../check/finding';
import { totalsAgree } from '../check/totals';
import { NOTICE_KINDS } from '../file/layout';
import { CANCELLED, CONFIRMED, NO_TEXT, PRELIMINARY, TAKES_BACK, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { HELD, Identities, RealNotices, type NoticeColumns } from './identities';
import { NO_NOTICE, paymentState, type Payments } from './payments';
import type { SlipNumbers } from './slipNumbers';
import { gathered } from './stableSort';
import { WaitingPayments } from './waitingPayments';

/** A time that a head office has blanked. */
const BLANK_TIME = '0000';

/** The slips whose payments are read: their numbers and notices, as in MatchedSlips. */
export interface SlipsWithNotices {
  readonly numbers: SlipNumbers;
  readonly noticeStart: Int32Array;
  readonly noticesBySlip: Int32Array;
}

/** No payment, no notice. */
const NONE = -1;
const KINDS = NOTICE_KINDS.length;
/** Where the search for a payment without a notice of a kind stands: preliminary; confirmed, not cancelled before cancelled; the same turned round. */
const CURSORS = { preliminary: 0, confirmed: 1, confirmedLast: 2, cancelled: 3, cancelledLast: 4 } as const;
const CURSOR_COUNT = 5;

/**
 * Reads payments out of notices, slip by slip; one instance for a run.
 *
 * A place is an index in `noticesBySlip`; an index counts a slip's notices from 0. What is kept of each index lies in columns that all slips share.
 */
export class PaymentReader {
  /** Whether a payment of the slip read last contradicts itself or stands by the agent's totals, and whether one of its notices is held back. */
  needsReview = false;
  hasHeld = false;
  private readonly columns: NoticeColumns;
  /** The payments' column of each notice kind, by kind - 1. */
  private readonly paymentColumns: readonly Int32Array[];
  private readonly blankTime: number;
  private readonly identities: Identities;
  /** The slip that is being read, its first place and its first payment. */
  private slip = 0;
  private start = 0;
  private from = 0;
  private room = 0;
  /** By identity: its first and last payment, how far each search has come, the first notice of each kind, and whether a preliminary one was dropped. */
  private firstPayment = new Int32Array(0);
  private lastPayment = new Int32Array(0);
  private cursors = new Int32Array(0);
  private firstNotice = new Int32Array(0);
  private dropped = new Uint8Array(0);
  private hasDropped = false;
  /** By payment, counted from the slip's first: the next one of its identity, its identity, its likely identity. */
  private nextPayment = new Int32Array(0);
  private identityOf = new Int32Array(0);
  private likelyOf = new Int32Array(0);
  /** By likely identity, in the second pass: the payments that wait, and which one of each kind was opened first. */
  private readonly waiting: WaitingPayments;
  private firstOfKind = new Int32Array(0);
  private real: RealNotices | null = null;
  private realBlanks: RealNotices | null = null;
  /** The number of each file's first group. */
  private readonly firstGroup: Int32Array;

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
    this.columns = {
      kind: gathered(clearing, noticesBySlip, new Uint8Array(length)),
      paidTime: gathered(notices.paidTime, noticesBySlip, new Float64Array(length)),
      paidDate: gathered(notices.paidDate, noticesBySlip, new Int32Array(length)),
      storeCode: gathered(notices.storeCode, noticesBySlip, new Float64Array(length)),
      barcode: gathered(notices.barcode, noticesBySlip, new Int32Array(length)),
    };
    this.identities = new Identities(this.columns);
    this.waiting = new WaitingPayments(payments, notices.texts);
    this.blankTime = notices.texts.keyOfText(BLANK_TIME);
    const { preliminary, confirmed, cancelled } = payments;
    this.paymentColumns = NOTICE_KINDS.map((kind) => ({ preliminary, confirmed, preliminaryCancelled: cancelled })[kind]);
    this.firstGroup = new Int32Array(files.length);
    for (let file = 1; file < files.length; file++) this.firstGroup[file] = this.firstGroup[file - 1]! + files[file - 1]!.groups.length;
  }

  /** Appends the payments of one slip from its notices, in the order in which they are taken. */
  readSlip(slip: number): void {
    const { payments, identities } = this;
    const { kind } = this.columns;
    this.slip = slip;
    this.start = this.slips.noticeStart[slip]!;
    this.from = payments.count;
    this.needsReview = false;
    this.hasHeld = false;
    const count = this.slips.noticeStart[slip + 1]! - this.start;
    if (count === 0) return;
    identities.read(this.start, this.start + count);
    this.clear(count);
    let blanks = 0;
    for (let index = 0; index < count; index++) {
      if (kind[this.start + index] === HELD) this.hasHeld = true;
      else if (this.isBlank(index)) blanks++;
      else this.take(index);
    }
    if (blanks > 0) this.takeBlanks(count);
    for (let payment = this.from; payment < payments.count; payment++) this.judge(payment);
  }

  private clear(count: number): void {
    this.hasDropped = false;
    this.real = null;
    this.realBlanks = null;
    if (count > this.room) {
      this.room = count * 2;
      const column = (each = 1): Int32Array<ArrayBuffer> => new Int32Array(this.room * each);
      this.firstPayment = column();
      this.lastPayment = column();
      this.cursors = column(CURSOR_COUNT);
      this.firstNotice = column(KINDS);
      this.dropped = new Uint8Array(this.room);
      this.nextPayment = column();
      this.identityOf = column();
      this.likelyOf = column();
      this.firstOfKind = column(KINDS);
    }
    this.firstPayment.fill(NONE, 0, count);
    this.cursors.fill(NONE, 0, count * CURSOR_COUNT);
    this.firstNotice.fill(NONE, 0, count * KINDS);
    this.dropped.fill(0, 0, count);
  }

  /** First pass: a preliminary notice, or one with a time of its own. */
  private take(index: number): void {
    const kind = this.columns.kind[this.start + index]!;
    const identity = this.identities.identity[index]!;
    const seen = identity * KINDS + kind - 1;
    const first = this.firstNotice[seen]!;
    if (first === NONE) this.firstNotice[seen] = index;
    else {
      const real = (this.real ??= this.realNotices(this.identities.identity));
      if (!this.reportDuplicate(index, this.noticeOf(first), real.isReal(index))) {
        if (kind === PRELIMINARY) this.drop(identity);
        return;
      }
    }
    const payment = this.paymentFor(kind, identity);
    if (payment !== NONE) {
      this.paymentColumns[kind - 1]![payment] = this.noticeOf(index);
      return;
    }
    if (first !== NONE) this.needsReview = true;
    const opened = this.open(index);
    const last = this.lastPayment[identity]!;
    if (this.firstPayment[identity] === NONE) this.firstPayment[identity] = opened;
    else this.nextPayment[last - this.from] = opened;
    this.lastPayment[identity] = opened;
  }

  private drop(identity: number): void {
    this.dropped[identity] = 1;
    this.hasDropped = true;
  }

  /** Reports a second notice of one kind; answers whether it is real. */
  private reportDuplicate(index: number, first: number, isReal: boolean): boolean {
    const kind = NOTICE_KINDS[this.columns.kind[this.start + index]! - 1]!;
    this.report(finding('duplicateNotice', this.recordOf(this.noticeOf(index)), { kind, first: this.recordOf(first), isReal }));
    return isReal;
  }

  /** The first payment of an identity without a notice of this kind, or NONE: for a confirmation one that is not cancelled, for a cancellation one not confirmed, before others. */
  private paymentFor(kind: number, identity: number): number {
    const { preliminary, confirmed, cancelled } = this.payments;
    switch (kind) {
      case PRELIMINARY:
        return this.firstWithout(identity, CURSORS.preliminary, preliminary, preliminary);
      case CONFIRMED: {
        const plain = this.firstWithout(identity, CURSORS.confirmed, confirmed, cancelled);
        return plain === NONE ? this.firstWithout(identity, CURSORS.confirmedLast, confirmed, confirmed) : plain;
      }
      default: {
        const plain = this.firstWithout(identity, CURSORS.cancelled, cancelled, confirmed);
        return plain === NONE ? this.firstWithout(identity, CURSORS.cancelledLast, cancelled, cancelled) : plain;
      }
    }
  }

  /** Payments only ever gain notices, so that a search goes on where the one before it has ended. */
  private firstWithout(identity: number, cursor: number, column: Int32Array, other: Int32Array): number {
    const at = identity * CURSOR_COUNT + cursor;
    let passed = this.cursors[at]!;
    let payment = passed === NONE ? this.firstPayment[identity]! : this.nextPayment[passed - this.from]!;
    while (payment !== NONE && (column[payment] !== NO_NOTICE || other[payment] !== NO_NOTICE)) {
      passed = payment;
      payment = this.nextPayment[payment - this.from]!;
    }
    this.cursors[at] = passed;
    return payment;
  }

  /** Second pass: confirmed or cancelled notices whose time the head office has blanked. */
  private takeBlanks(count: number): void {
    const { payments, likelyOf } = this;
    this.waiting.clear(count, this.from);
    this.firstOfKind.fill(NONE, 0, count * KINDS);
    for (let payment = this.from; payment < payments.count; payment++) {
      const likely = likelyOf[payment - this.from]!;
      if (paymentState(payments, payment) === 'preliminary') this.waiting.add(likely, payment);
      for (let kind = 1; kind <= KINDS; kind++) if (this.paymentColumns[kind - 1]![payment] !== NO_NOTICE) this.noteKind(likely, kind, payment);
    }
    for (const kind of [CONFIRMED, CANCELLED]) {
      for (let index = 0; index < count; index++) {
        if (this.columns.kind[this.start + index] === kind && this.isBlank(index)) this.takeBlank(index, kind);
      }
    }
  }

  private noteKind(likely: number, kind: number, payment: number): void {
    const at = likely * KINDS + kind - 1;
    const first = this.firstOfKind[at]!;
    if (first === NONE || payment < first) this.firstOfKind[at] = payment;
  }

  private takeBlank(index: number, kind: number): void {
    const likely = this.identities.likely[index]!;
    const column = this.paymentColumns[kind - 1]!;
    const known = this.firstOfKind[likely * KINDS + kind - 1]!;
    const waiting = this.waiting.count(likely);
    if (waiting > 0) {
      const chosen = this.waiting.takeEarliest(likely);
      column[chosen] = this.noticeOf(index);
      this.noteKind(likely, kind, chosen);
      if (waiting > 1 || known !== NONE) this.reportAmbiguous(index, chosen, waiting);
      return;
    }
    if (known !== NONE) {
      const real = (this.realBlanks ??= this.realNotices(this.identities.likely));
      if (!this.reportDuplicate(index, column[known]!, real.isReal(index))) return;
      this.needsReview = true;
      this.open(index);
      return;
    }
    const other = this.firstOfKind[likely * KINDS + (kind === CONFIRMED ? CANCELLED : CONFIRMED) - 1]!;
    if (other === NONE) this.noteKind(likely, kind, this.open(index));
    else {
      column[other] = this.noticeOf(index);
      this.noteKind(likely, kind, other);
    }
  }

  private reportAmbiguous(index: number, chosen: number, waiting: number): void {
    const { payments } = this;
    payments.ambiguous[chosen] = 1;
    const kind = NOTICE_KINDS[this.columns.kind[this.start + index]! - 1]!;
    const detail = { kind, waiting, chosen: this.recordOf(payments.preliminary[chosen]!), ...this.slipName() };
    this.report(finding('ambiguousPairing', this.recordOf(this.noticeOf(index)), detail));
  }

  /** A payment of its own. */
  private open(index: number): number {
    const { payments, columns } = this;
    const place = this.start + index;
    const payment = payments.count++;
    payments.barcode[payment] = columns.barcode[place]!;
    payments.paidTime[payment] = columns.paidTime[place]!;
    payments.paidDate[payment] = columns.paidDate[place]!;
    payments.storeCode[payment] = columns.storeCode[place]!;
    this.paymentColumns[columns.kind[place]! - 1]![payment] = this.slips.noticesBySlip[place]!;
    this.nextPayment[payment - this.from] = NONE;
    this.identityOf[payment - this.from] = this.identities.identity[index]!;
    this.likelyOf[payment - this.from] = this.identities.likely[index]!;
    return payment;
  }

  /** Whether a payment contradicts itself. */
  private judge(payment: number): void {
    const { payments } = this;
    const cancelled = payments.cancelled[payment]!;
    if (payments.ambiguous[payment] === 1) this.needsReview = true;
    if (cancelled === NO_NOTICE) return;
    const isConfirmed = payments.confirmed[payment] !== NO_NOTICE;
    if (isConfirmed && this.notices.otherKind[cancelled] === TAKES_BACK) {
      this.needsReview = true;
      payments.takenBack[payment] = 1;
      this.report(finding('confirmedTakenBack', this.recordOf(cancelled), this.slipName()));
      return;
    }
    // Scanned again within the minute, or sent again? Nobody can tell.
    if (this.hasDropped && !isConfirmed && this.dropped[this.identityOf[payment - this.from]!] === 1) this.needsReview = true;
    if (!isConfirmed && payments.preliminary[payment] !== NO_NOTICE) return;
    this.needsReview = true;
    const code = isConfirmed ? 'confirmedAndCancelled' : 'cancellationWithoutPreliminary';
    this.report(finding(code, this.recordOf(cancelled), this.slipName()));
  }

  private isBlank(index: number): boolean {
    const place = this.start + index;
    const time = this.columns.paidTime[place];
    return (time === NO_TEXT || time === this.blankTime) && this.columns.kind[place] !== PRELIMINARY;
  }

  private realNotices(identity: Int32Array): RealNotices {
    const { count } = this.identities;
    return new RealNotices(this.columns.kind.subarray(this.start, this.start + count), identity, count, (index) => this.agreeingGroup(index));
  }

  /** The number of a notice's group when the totals of its kind agree there, else null. */
  private agreeingGroup(index: number): number | null {
    const { notices, files } = this;
    const notice = this.noticeOf(index);
    const file = notices.file[notice]!;
    const group = notices.group[notice]!;
    const kind = NOTICE_KINDS[this.columns.kind[this.start + index]! - 1]!;
    return totalsAgree(files[file]!, group, kind) ? this.firstGroup[file]! + group : null;
  }

  private noticeOf(index: number): number {
    return this.slips.noticesBySlip[this.start + index]!;
  }

  private slipName(): SlipName {
    return this.slips.numbers.nameOf(this.slip);
  }

  private recordOf(notice: number): RecordPlace {
    return { file: this.files[this.notices.file[notice]!]!.name, record: this.notices.record[notice]! + 1 };
  }
}
