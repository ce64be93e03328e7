/** Which preliminary payments wait for a notice whose time was blanked, and which of them is the earliest? */
import { NO_TEXT } from '../file/notices';
import type { ShortTexts } from '../file/shortTexts';
import type { Payments } from './payments';

const NONE = -1;
/** Sorts after every time that a record can hold. */
const AFTER_ALL_TIMES = '\uffff';

/** Of one slip at a time; by likely identity. */
export class WaitingPayments {
  private from = 0;
  /** By likely identity: how many wait, and the last of them. */
  private counts = new Int32Array(0);
  private last = new Int32Array(0);
  /** By payment, counted from the slip's first: the one before it of the same likely identity. */
  private before = new Int32Array(0);
  /** Sorted when the first is asked for of several. */
  private readonly byTime = new Map<number, { readonly payments: readonly number[]; next: number }>();

  constructor(
    private readonly payments: Payments,
    private readonly texts: ShortTexts,
  ) {}

  /** The slip's payments begin at `from`; it has so many notices. */
  clear(notices: number, from: number): void {
    this.from = from;
    this.byTime.clear();
    if (notices > this.counts.length) {
      this.counts = new Int32Array(notices * 2);
      this.last = new Int32Array(notices * 2);
      this.before = new Int32Array(notices * 2);
    }
    this.counts.fill(0, 0, notices);
  }

  add(likely: number, payment: number): void {
    this.before[payment - this.from] = this.counts[likely] === 0 ? NONE : this.last[likely]!;
    this.last[likely] = payment;
    this.counts[likely]!++;
  }

  count(likely: number): number {
    return this.counts[likely]!;
  }

  /** That with the earliest time; none comes last, of equal ones the first opened. */
  takeEarliest(likely: number): number {
    const isOnly = this.counts[likely] === 1 && !this.byTime.has(likely);
    this.counts[likely]!--;
    if (isOnly) return this.last[likely]!;
    const sorted = this.byTime.get(likely) ?? this.sorted(likely);
    return sorted.payments[sorted.next++]!;
  }

  private sorted(likely: number): { readonly payments: readonly number[]; next: number } {
    const waiting: { readonly payment: number; readonly time: string }[] = [];
    for (let payment = this.last[likely]!; payment !== NONE; payment = this.before[payment - this.from]!) {
      waiting.push({ payment, time: this.timeOf(payment) });
    }
    waiting.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : a.payment - b.payment));
    const sorted = { payments: waiting.map(({ payment }) => payment), next: 0 };
    this.byTime.set(likely, sorted);
    return sorted;
  }

  private timeOf(payment: number): string {
    const key = this.payments.paidTime[payment]!;
    return key === NO_TEXT ? AFTER_ALL_TIMES : this.texts.textOf(key);
  }
}
