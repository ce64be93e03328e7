/** Which runs of digits are the same? As three integers of 9 digits: hashed and compared without looking at the bytes again. */

const PART = 9;
/** Three parts of 9 digits, each a 32-bit integer. */
export const MOST_DIGITS_OF_A_RUN = 3 * PART;

const EMPTY = -1;
/** What `find` answers instead of an id. */
export const NEW_RUN = -1;
export const NOT_DIGITS = -2;

/** A table from runs of digits to ids that the caller gives. */
export class DigitRuns {
  private count = 0;
  private ids = new Int32Array(256).fill(EMPTY);
  /** Three parts a slot. */
  private parts = new Int32Array(3 * 256);
  /** The run that was looked for last, and its free slot. */
  private first = 0;
  private second = 0;
  private third = 0;
  private slot = 0;

  /** The id of the digits at these offsets, NEW_RUN or NOT_DIGITS. */
  find(bytes: Uint8Array, start: number, offsets: Int32Array): number {
    this.first = digitsAt(bytes, start, offsets, 0);
    this.second = digitsAt(bytes, start, offsets, PART);
    this.third = digitsAt(bytes, start, offsets, 2 * PART);
    if ((this.first | this.second | this.third) < 0) return NOT_DIGITS;
    return this.seek(this.first, this.second, this.third);
  }

  /** Gives an id to the run that `find` has just not found. */
  add(id: number): number {
    this.count++;
    if (this.count * 2 > this.ids.length) this.grow();
    const { first, second, third } = this;
    this.seek(first, second, third);
    this.put(id, first, second, third);
    return id;
  }

  private seek(first: number, second: number, third: number): number {
    const { ids, parts } = this;
    const mask = ids.length - 1;
    let slot = hashOf(first, second, third) & mask;
    while (ids[slot] !== EMPTY) {
      const at = slot * 3;
      if (parts[at] === first && parts[at + 1] === second && parts[at + 2] === third) return ids[slot]!;
      slot = (slot + 1) & mask;
    }
    this.slot = slot;
    return NEW_RUN;
  }

  private put(id: number, first: number, second: number, third: number): void {
    this.ids[this.slot] = id;
    this.parts[this.slot * 3] = first;
    this.parts[this.slot * 3 + 1] = second;
    this.parts[this.slot * 3 + 2] = third;
  }

  private grow(): void {
    const { ids, parts } = this;
    this.ids = new Int32Array(ids.length * 2).fill(EMPTY);
    this.parts = new Int32Array(parts.length * 2);
    for (let slot = 0; slot < ids.length; slot++) {
      if (ids[slot] === EMPTY) continue;
      const [first, second, third] = [parts[slot * 3]!, parts[slot * 3 + 1]!, parts[slot * 3 + 2]!];
      this.seek(first, second, third);
      this.put(ids[slot]!, first, second, third);
    }
  }
}

/** The number that up to 9 digits from offset `from` on write, or -1 when one of them is no digit. */
function digitsAt(bytes: Uint8Array, start: number, offsets: Int32Array, from: number): number {
  const to = Math.min(from + PART, offsets.length);
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[start + offsets[i]!]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = (value * 10 + digit) | 0;
  }
  return value;
}

function hashOf(first: number, second: number, third: number): number {
  let hash = Math.imul(first ^ (first >>> 15), 0x9e3779b1);
  hash = Math.imul(hash ^ second ^ (hash >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ third ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
