/** Which runs of digits are the same? As two numbers of 15 digits: hashed and compared without looking at the bytes again. */

const HALF = 15;
/** Two doubles of 15 digits each are exact. */
export const MOST_DIGITS_OF_A_RUN = 2 * HALF;

const EMPTY = -1;
/** What `find` answers instead of an id. */
export const NEW_RUN = -1;
export const NOT_DIGITS = -2;
const LOW_BITS = 0x40000000;

/** A table from runs of digits to ids that the caller gives. */
export class DigitRuns {
  private count = 0;
  private ids = new Int32Array(256).fill(EMPTY);
  private high = new Float64Array(256);
  private low = new Float64Array(256);
  /** The run that was looked for last, and its free slot. */
  private wantedHigh = 0;
  private wantedLow = 0;
  private slot = 0;

  /** The id of the digits at these offsets, NEW_RUN or NOT_DIGITS. */
  find(bytes: Uint8Array, start: number, offsets: Int32Array): number {
    let high = 0;
    let low = 0;
    const middle = Math.min(HALF, offsets.length);
    for (let i = 0; i < middle; i++) {
      const digit = bytes[start + offsets[i]!]! - 0x30;
      if (digit < 0 || digit > 9) return NOT_DIGITS;
      high = high * 10 + digit;
    }
    for (let i = middle; i < offsets.length; i++) {
      const digit = bytes[start + offsets[i]!]! - 0x30;
      if (digit < 0 || digit > 9) return NOT_DIGITS;
      low = low * 10 + digit;
    }
    this.wantedHigh = high;
    this.wantedLow = low;
    return this.seek(high, low);
  }

  /** Gives an id to the run that `find` has just not found. */
  add(id: number): number {
    this.count++;
    if (this.count * 2 > this.ids.length) this.grow();
    this.seek(this.wantedHigh, this.wantedLow);
    this.put(id, this.wantedHigh, this.wantedLow);
    return id;
  }

  private seek(high: number, low: number): number {
    const mask = this.ids.length - 1;
    let slot = hashOf(high, low) & mask;
    while (this.ids[slot] !== EMPTY) {
      if (this.low[slot] === low && this.high[slot] === high) return this.ids[slot]!;
      slot = (slot + 1) & mask;
    }
    this.slot = slot;
    return NEW_RUN;
  }

  private put(id: number, high: number, low: number): void {
    this.ids[this.slot] = id;
    this.high[this.slot] = high;
    this.low[this.slot] = low;
  }

  private grow(): void {
    const { ids, high, low } = this;
    const size = ids.length * 2;
    this.ids = new Int32Array(size).fill(EMPTY);
    this.high = new Float64Array(size);
    this.low = new Float64Array(size);
    for (let slot = 0; slot < ids.length; slot++) {
      if (ids[slot] === EMPTY) continue;
      this.seek(high[slot]!, low[slot]!);
      this.put(ids[slot]!, high[slot]!, low[slot]!);
    }
  }
}

function hashOf(high: number, low: number): number {
  const highPart = Math.floor(high / LOW_BITS);
  const lowPart = Math.floor(low / LOW_BITS);
  let hash = Math.imul((high - highPart * LOW_BITS) ^ Math.imul(highPart, 0x85ebca6b), 0x9e3779b1);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ (low - lowPart * LOW_BITS) ^ Math.imul(lowPart, 0xc2b2ae35), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
