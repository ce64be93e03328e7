/**
 * Which notices tell of the same payment, and what became of it?
 *
 * The life cycle: 速報 (preliminary), then 確報 (confirmed) or 速報取消 (cancelled). Source: docs/format.md, "The life of a payment".
 */
import { finding, type RecordPlace, type Report } from '../check/finding';
import { fieldNamed, NOTICE_KINDS, type PlacedField } from '../file/layout';
import { CANCELLED, CONFIRMED, isBlankTime, isNoTime, PRELIMINARY, type Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { shown } from '../file/bytes';

/** No notice of that kind. */
export const NO_NOTICE = -1;

export type PaymentState = 'confirmed' | 'cancelled' | 'preliminary';

/** Columns; the payments of one slip stand together. */
export interface Payments {
  count: number;
  /** The notice whose barcode, date, time and store are the payment's. */
  readonly first: Int32Array;
  /** The notice of each kind, or NO_NOTICE. */
  readonly preliminary: Int32Array;
  readonly confirmed: Int32Array;
  readonly cancelled: Int32Array;
  /** 1: a notice joined it although another payment could have been meant. */
  readonly ambiguous: Uint8Array;
}

export function allocatePayments(most: number): Payments {
  const column = (): Int32Array => new Int32Array(most).fill(NO_NOTICE);
  return { count: 0, first: column(), preliminary: column(), confirmed: column(), cancelled: column(), ambiguous: new Uint8Array(most) };
}

export function paymentState(payments: Payments, payment: number): PaymentState {
  if (payments.confirmed[payment] !== NO_NOTICE) return 'confirmed';
  return payments.cancelled[payment] !== NO_NOTICE ? 'cancelled' : 'preliminary';
}

/** Not cancelled. */
export const isEffective = (payments: Payments, payment: number): boolean => paymentState(payments, payment) !== 'cancelled';

/** Reads payments out of notices; one instance for a run. */
export class PaymentReader {
  private readonly timeFields: (PlacedField | null)[];
  private readonly storeFields: (PlacedField | null)[];
  /** The column of each kind, by kind - 1. */
  private readonly columns: readonly Int32Array[];

  constructor(
    private readonly files: readonly SettlementFile[],
    private readonly notices: Notices,
    private readonly payments: Payments,
    private readonly report: Report,
  ) {
    this.timeFields = files.map((file) => fieldNamed(file.layout, 'data', 'paidTime'));
    this.storeFields = files.map((file) => fieldNamed(file.layout, 'data', 'storeCode'));
    this.columns = NOTICE_KINDS.map(
      (kind) => ({ preliminary: payments.preliminary, confirmed: payments.confirmed, preliminaryCancelled: payments.cancelled })[kind],
    );
  }

  /**
   * Appends the payments of one slip. `slipNotices` are its notices in the order in which they are taken, less those held
   * back. Says whether the slip needs a person's look.
   */
  readSlip(slipNotices: Int32Array, slipNumber: () => string): boolean {
    const { payments } = this;
    const from = payments.count;
    const found = new PaymentIndex(this, payments.first);
    const blanks: number[] = [];
    for (const notice of slipNotices) {
      if (this.isBlank(notice)) blanks.push(notice);
      else this.take(notice, found);
    }
    for (const kind of [CONFIRMED, CANCELLED]) {
      for (const notice of blanks) if (this.notices.kind[notice] === kind) this.takeBlank(notice, found, slipNumber);
    }
    let needsReview = false;
    for (let payment = from; payment < payments.count; payment++) {
      if (this.contradicts(payment, slipNumber)) needsReview = true;
    }
    return needsReview;
  }

  /** First pass: a notice with a time of its own, or a preliminary one. */
  private take(notice: number, found: PaymentIndex): void {
    const payment = found.likelyOf(notice).find((candidate) => this.timeOf(this.payments.first[candidate]!) === this.timeOf(notice));
    if (payment === undefined) found.add(this.open(notice), notice);
    else this.join(notice, payment);
  }

  /** Second pass: a confirmed or cancelled notice whose time the head office has blanked. */
  private takeBlank(notice: number, found: PaymentIndex, slipNumber: () => string): void {
    const { payments } = this;
    const kind = this.notices.kind[notice]!;
    const likely = found.likelyOf(notice);
    const waiting = likely.filter((payment) => paymentState(payments, payment) === 'preliminary');
    if (waiting.length > 0) {
      const chosen = this.earliest(waiting);
      this.join(notice, chosen);
      if (waiting.length > 1) {
        payments.ambiguous[chosen] = 1;
        const chosenPlace = this.placeOf(payments.preliminary[chosen]!);
        const detail = { kind: NOTICE_KINDS[kind - 1]!, waiting: waiting.length, chosen: chosenPlace, slipNumber: slipNumber() };
        this.report(finding('ambiguousPairing', this.placeOf(notice), detail));
      }
      return;
    }
    const column = this.columnOf(kind);
    const known = likely.find((payment) => column[payment] !== NO_NOTICE);
    if (known !== undefined) return this.join(notice, known);
    const confirmed = kind === CANCELLED ? likely.filter((payment) => payments.confirmed[payment] !== NO_NOTICE) : [];
    if (confirmed.length > 0) this.join(notice, this.earliest(confirmed));
    else found.add(this.open(notice), notice);
  }

  /** A payment of its own. */
  private open(notice: number): number {
    const payment = this.payments.count++;
    this.payments.first[payment] = notice;
    this.columnOf(this.notices.kind[notice]!)[payment] = notice;
    return payment;
  }

  private join(notice: number, payment: number): void {
    const kind = this.notices.kind[notice]!;
    const column = this.columnOf(kind);
    const known = column[payment]!;
    if (known === NO_NOTICE) column[payment] = notice;
    else this.report(finding('duplicateNotice', this.placeOf(notice), { kind: NOTICE_KINDS[kind - 1]!, first: this.placeOf(known) }));
  }

  /** The payment with the earliest time; none comes last. */
  private earliest(payments: readonly number[]): number {
    const time = (payment: number): string => this.timeOf(this.payments.first[payment]!) ?? '￿';
    return payments.reduce((best, payment) => (time(payment) < time(best) ? payment : best));
  }

  private contradicts(payment: number, slipNumber: () => string): boolean {
    const { payments } = this;
    const cancelled = payments.cancelled[payment]!;
    if (cancelled !== NO_NOTICE) {
      const place = this.placeOf(cancelled);
      if (payments.confirmed[payment] !== NO_NOTICE) {
        this.report(finding('confirmedAndCancelled', place, { slipNumber: slipNumber() }));
        return true;
      }
      if (payments.preliminary[payment] === NO_NOTICE) {
        this.report(finding('cancellationWithoutPreliminary', place, { slipNumber: slipNumber() }));
        return true;
      }
    }
    return payments.ambiguous[payment] === 1;
  }

  private columnOf(kind: number): Int32Array {
    return this.columns[kind - 1]!;
  }

  private isBlank(notice: number): boolean {
    if (this.notices.kind[notice] === PRELIMINARY) return false;
    const file = this.notices.file[notice]!;
    return isBlankTime(this.timeFields[file]!, this.files[file]!.bytes, this.startOf(notice));
  }

  /** The time as written; null for none. */
  timeOf(notice: number): string | null {
    const file = this.notices.file[notice]!;
    const { bytes } = this.files[file]!;
    const field = this.timeFields[file]!;
    const start = this.startOf(notice);
    return field === null || isNoTime(field, bytes, start) ? null : shown(bytes, start + field.offset, field.length);
  }

  /** Whether two notices of one slip agree in barcode, paid date and store: all of a payment's identity but the time. */
  isLikely(a: number, b: number): boolean {
    const { notices } = this;
    if (notices.paidDate[a] !== notices.paidDate[b] || notices.amount[a] !== notices.amount[b]) return false;
    const fileA = this.files[notices.file[a]!]!;
    const fileB = this.files[notices.file[b]!]!;
    return (
      sameBytes(fileA, this.startOf(a), fileA.layout.barcodeField, fileB, this.startOf(b), fileB.layout.barcodeField) &&
      sameBytes(fileA, this.startOf(a), this.storeFields[notices.file[a]!]!, fileB, this.startOf(b), this.storeFields[notices.file[b]!]!)
    );
  }

  /** A text that is equal for two notices just when `isLikely` holds. */
  likelyKey(notice: number): string {
    const file = this.files[this.notices.file[notice]!]!;
    const text = (field: PlacedField | null): string => (field === null ? '' : shown(file.bytes, this.startOf(notice) + field.offset, field.length));
    return `${this.notices.paidDate[notice]!} ${text(file.layout.barcodeField)} ${text(this.storeFields[this.notices.file[notice]!]!)}`;
  }

  private startOf(notice: number): number {
    return this.files[this.notices.file[notice]!]!.cut.starts[this.notices.record[notice]!]!;
  }

  private placeOf(notice: number): RecordPlace {
    return { file: this.files[this.notices.file[notice]!]!.name, record: this.notices.record[notice]! + 1 };
  }
}

function sameBytes(
  fileA: SettlementFile,
  startA: number,
  fieldA: PlacedField | null,
  fileB: SettlementFile,
  startB: number,
  fieldB: PlacedField | null,
): boolean {
  if (fieldA === null || fieldB === null) return fieldA === fieldB;
  if (fieldA.length !== fieldB.length) return false;
  const atA = startA + fieldA.offset;
  const atB = startB + fieldB.offset;
  for (let i = 0; i < fieldA.length; i++) if (fileA.bytes[atA + i] !== fileB.bytes[atB + i]) return false;
  return true;
}

/** Few payments are compared one by one; from this many on a map finds them. */
const MAP_FROM = 12;

/** The payments of one slip that a notice may belong to. */
class PaymentIndex {
  private readonly list: number[] = [];
  private map: Map<string, number[]> | null = null;

  constructor(
    private readonly reader: PaymentReader,
    /** `Payments.first`. */
    private readonly first: Int32Array,
  ) {}

  likelyOf(notice: number): readonly number[] {
    if (this.map !== null) return this.map.get(this.reader.likelyKey(notice)) ?? [];
    return this.list.filter((payment) => this.reader.isLikely(this.first[payment]!, notice));
  }

  add(payment: number, notice: number): void {
    this.list.push(payment);
    if (this.map !== null) this.put(payment, notice);
    else if (this.list.length === MAP_FROM) {
      this.map = new Map();
      for (const known of this.list) this.put(known, this.first[known]!);
    }
  }

  private put(payment: number, notice: number): void {
    const key = this.reader.likelyKey(notice);
    const known = this.map!.get(key);
    if (known === undefined) this.map!.set(key, [payment]);
    else known.push(payment);
  }
}
