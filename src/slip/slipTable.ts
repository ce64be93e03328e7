/** Which slips does the run know? A slip is a biller, a fiscal year and a slip number. */
import type { SlipKeys } from './slipKeys';

const NONE = -1;

/** Slips in order of first sight; several billers may share a year and number. */
export class SlipTable {
  count = 0;
  /** For each slip: its key (year and number), its biller, the next slip of the same key or -1. */
  key: Int32Array;
  biller: Int32Array;
  private next: Int32Array;
  /** For each key: its first slip or -1. */
  private first: Int32Array;

  constructor(
    readonly keys: SlipKeys,
    expected: number,
  ) {
    const capacity = Math.max(16, expected);
    this.key = new Int32Array(capacity);
    this.biller = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.first = new Int32Array(capacity).fill(NONE);
  }

  /** The slip of a key and biller; a new one at first sight. */
  slipOf(key: number, biller: number): number {
    while (key >= this.first.length) this.first = grown(this.first);
    let last = NONE;
    for (let slip = this.first[key]!; slip !== NONE; slip = this.next[slip]!) {
      if (this.biller[slip] === biller) return slip;
      last = slip;
    }
    const slip = this.count++;
    if (slip === this.key.length) {
      this.key = grown(this.key);
      this.biller = grown(this.biller);
      this.next = grown(this.next);
    }
    this.key[slip] = key;
    this.biller[slip] = biller;
    this.next[slip] = NONE;
    if (last === NONE) this.first[key] = slip;
    else this.next[last] = slip;
    return slip;
  }

  /** The slips of a key, in order of first sight. */
  slipsOf(key: number): number[] {
    const slips: number[] = [];
    if (key >= this.first.length) return slips;
    for (let slip = this.first[key]!; slip !== NONE; slip = this.next[slip]!) slips.push(slip);
    return slips;
  }

  /** Whether no other biller shares the slip's year and number. */
  isAlone(slip: number): boolean {
    return this.first[this.key[slip]!] === slip && this.next[slip] === NONE;
  }
}

function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(array.length * 2).fill(NONE);
  larger.set(array);
  return larger;
}
