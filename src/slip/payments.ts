/** What is known of each payment, and how does it stand? */

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
  /** 1: it was confirmed, and a later notice takes that back. */
  readonly takenBack: Uint8Array;
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
    takenBack: new Uint8Array(most),
    ambiguous: new Uint8Array(most),
  };
}

export function paymentState(payments: Payments, payment: number): PaymentState {
  if (payments.confirmed[payment] !== NO_NOTICE && payments.takenBack[payment] === 0) return 'confirmed';
  return payments.cancelled[payment] !== NO_NOTICE ? 'cancelled' : 'preliminary';
}

/** Not cancelled. */
export const isEffective = (payments: Payments, payment: number): boolean => paymentState(payments, payment) !== 'cancelled';
