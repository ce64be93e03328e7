/**
 * Which notices of a slip may tell of the same payment, and how many of one kind are real?
 *
 * Notices of one payment agree in barcode, paid date, store and time: its identity; a head office may blank the time: then in all but the time.
 * Source: docs/format.md, "Repetition or reality".
 */
import { NOTICE_KINDS } from '../file/layout';

const KINDS = NOTICE_KINDS.length;
/** Few notices are compared one by one; beyond this many a map finds them. */
const FEW = 12;

/** What notices say, in the order in which they are taken, slip after slip. A place is an index in these columns. */
export interface NoticeColumns {
  /** 1 to 3 as in `Notices.kind`; HELD is passed over. */
  readonly kind: Uint8Array;
  readonly barcode: Int32Array;
  readonly paidDate: Int32Array;
  readonly storeCode: Float64Array;
  readonly paidTime: Float64Array;
}

/** A held notice's kind: it is passed over. */
export const HELD = 0;

/**
 * The identities of one slip's notices, as small numbers: that of the first notice that has it, counted from the slip's first.
 * `likely` is the same with the time aside.
 */
export class Identities {
  count = 0;
  identity = new Int32Array(FEW);
  likely = new Int32Array(FEW);
  private from = 0;

  constructor(private readonly columns: NoticeColumns) {}

  /** Tells apart the notices at `from` to `to` (exclusive). */
  read(from: number, to: number): void {
    this.from = from;
    this.count = to - from;
    if (this.count > this.identity.length) {
      this.identity = new Int32Array(this.count * 2);
      this.likely = new Int32Array(this.count * 2);
    }
    if (this.count <= FEW) this.compareAll();
    else this.lookUp();
  }

  private compareAll(): void {
    const { identity, likely, from, count } = this;
    const { kind, barcode, paidDate, storeCode, paidTime } = this.columns;
    for (let index = 0; index < count; index++) {
      const place = from + index;
      identity[index] = index;
      likely[index] = index;
      if (kind[place] === HELD) continue;
      let isAlone = true;
      for (let other = 0; other < index; other++) {
        const first = from + other;
        if (kind[first] === HELD || barcode[first] !== barcode[place] || paidDate[first] !== paidDate[place] || storeCode[first] !== storeCode[place]) continue;
        if (isAlone) likely[index] = likely[other]!;
        isAlone = false;
        if (paidTime[first] !== paidTime[place]) continue;
        identity[index] = identity[other]!;
        break;
      }
    }
  }

  private lookUp(): void {
    const { kind, barcode, paidDate, storeCode, paidTime } = this.columns;
    const known = new Map<string, number>();
    const firstOf = (key: string, index: number): number => {
      const first = known.get(key);
      if (first === undefined) known.set(key, index);
      return first ?? index;
    };
    for (let index = 0; index < this.count; index++) {
      const place = this.from + index;
      const isHeld = kind[place] === HELD;
      const likely = `${barcode[place]} ${paidDate[place]} ${storeCode[place]}`;
      this.likely[index] = isHeld ? index : firstOf(likely, index);
      this.identity[index] = isHeld ? index : firstOf(`${likely} ${paidTime[place]}`, index);
    }
  }
}

/**
 * Of one kind as many notices of an identity are real as the greatest number that stands in one group whose totals of that kind agree, at least one.
 * The first ones are the real ones.
 */
export class RealNotices {
  /** Which of its kind and identity each notice is, from 1 on. */
  private readonly rank: Int32Array;
  private readonly real: Int32Array;

  /** `groupOf` tells the group of a notice that agrees, or null. */
  constructor(
    private readonly kind: Uint8Array,
    private readonly identity: Int32Array,
    count: number,
    groupOf: (index: number) => number | null,
  ) {
    this.rank = new Int32Array(count);
    this.real = new Int32Array(count * KINDS);
    const total = new Int32Array(count * KINDS);
    const run = new Int32Array(count * KINDS);
    const runGroup = new Int32Array(count * KINDS).fill(-1);
    for (let index = 0; index < count; index++) {
      if (kind[index] === HELD) continue;
      const of = this.keyOf(index);
      total[of]!++;
      this.rank[index] = total[of]!;
      this.real[of] = Math.max(1, this.real[of]!);
      const group = groupOf(index);
      if (group === null) continue;
      run[of] = runGroup[of] === group ? run[of]! + 1 : 1;
      runGroup[of] = group;
      this.real[of] = Math.max(run[of]!, this.real[of]!);
    }
  }

  isReal(index: number): boolean {
    return this.rank[index]! <= this.real[this.keyOf(index)]!;
  }

  private keyOf(index: number): number {
    return this.identity[index]! * KINDS + this.kind[index]! - 1;
  }
}
