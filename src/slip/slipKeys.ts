/**
 * Which notices and ledger rows speak of the same year and number?
 *
 * Years and numbers are kept as digits padded to the widest of the run, so that leading zeros make no difference and 17 or
 * more digits stay exact.
 */

const ZERO = 0x30;
const NONE = -1;

/** A table from year and number to a small id, in order of first sight. */
export class SlipKeys {
  count = 0;
  private readonly width: number;
  private digits: Uint8Array;
  private slots: Int32Array;
  private hashes: Int32Array;
  private readonly key: Uint8Array;

  /** Widths in digits. */
  constructor(
    private readonly yearWidth: number,
    private readonly numberWidth: number,
    expected: number,
  ) {
    this.width = yearWidth + numberWidth;
    this.key = new Uint8Array(this.width);
    const capacity = Math.max(16, expected);
    this.digits = new Uint8Array(capacity * this.width);
    this.hashes = new Int32Array(capacity);
    this.slots = new Int32Array(slotsFor(capacity)).fill(NONE);
  }

  /** The id of the year and number whose ASCII digits stand at these offsets; a new one at first sight. */
  idOf(bytes: Uint8Array, yearAt: number, yearLength: number, numberAt: number, numberLength: number): number {
    this.key.fill(ZERO);
    this.put(bytes, yearAt, yearLength, this.yearWidth);
    this.put(bytes, numberAt, numberLength, this.width);
    return this.find();
  }

  /** The id of a year and number written as digits. */
  idOfText(year: string, number: string): number {
    this.key.fill(ZERO);
    for (let i = 0; i < year.length; i++) this.key[this.yearWidth - year.length + i] = year.charCodeAt(i);
    for (let i = 0; i < number.length; i++) this.key[this.width - number.length + i] = number.charCodeAt(i);
    return this.find();
  }

  yearOf(id: number): string {
    return this.textOf(id * this.width, this.yearWidth);
  }

  numberOf(id: number): string {
    return this.textOf(id * this.width + this.yearWidth, this.numberWidth);
  }

  /** Below 0 when a's year and number come before b's. */
  compare(a: number, b: number): number {
    const atA = a * this.width;
    const atB = b * this.width;
    for (let i = 0; i < this.width; i++) {
      const difference = this.digits[atA + i]! - this.digits[atB + i]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private put(bytes: Uint8Array, at: number, length: number, end: number): void {
    for (let i = 0; i < length; i++) this.key[end - length + i] = bytes[at + i]!;
  }

  private find(): number {
    const hash = this.hash();
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const id = this.slots[slot]!;
      if (id === NONE) break;
      if (this.hashes[id] === hash && this.holds(id)) return id;
      slot = (slot + 1) & mask;
    }
    const id = this.count++;
    if (id === this.hashes.length) this.grow();
    this.digits.set(this.key, id * this.width);
    this.hashes[id] = hash;
    if (this.count * 2 > this.slots.length) this.rehash();
    else this.slots[slot] = id;
    return id;
  }

  private hash(): number {
    let hash = 0x811c9dc5;
    for (let i = 0; i < this.width; i++) hash = Math.imul(hash ^ this.key[i]!, 0x01000193);
    return hash ^ (hash >>> 15);
  }

  private holds(id: number): boolean {
    const at = id * this.width;
    for (let i = 0; i < this.width; i++) if (this.digits[at + i] !== this.key[i]) return false;
    return true;
  }

  private grow(): void {
    const capacity = this.hashes.length * 2;
    const digits = new Uint8Array(capacity * this.width);
    digits.set(this.digits);
    this.digits = digits;
    const hashes = new Int32Array(capacity);
    hashes.set(this.hashes);
    this.hashes = hashes;
  }

  private rehash(): void {
    this.slots = new Int32Array(slotsFor(this.hashes.length)).fill(NONE);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.slots[slot] !== NONE) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }

  private textOf(at: number, length: number): string {
    let text = '';
    for (let i = at; i < at + length; i++) text += String.fromCharCode(this.digits[i]!);
    return text;
  }
}

/** A power of two with room for twice as many. */
const slotsFor = (capacity: number): number => 2 ** Math.ceil(Math.log2(capacity * 2 + 2));
