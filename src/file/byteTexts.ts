/** Which short byte runs (times, store codes, a ledger's cells) are the same? Small ids compare and look up faster than texts. */

const NONE = -1;

/** A table from byte runs to ids, in order of first sight. */
export class ByteTexts {
  count = 0;
  private bytes = new Uint8Array(1024);
  private used = 0;
  /** Where each id's bytes begin; the next id's begin where they end. */
  private starts = new Int32Array(64);
  private hashes = new Int32Array(64);
  private slots = new Int32Array(256).fill(NONE);

  /** The id of these bytes; `likely` is the id that they probably have, -1 for no guess. */
  idOf(bytes: Uint8Array, at: number, length: number, likely = NONE): number {
    if (likely !== NONE && this.holds(likely, bytes, at, length)) return likely;
    let hash = length;
    let i = at;
    const end = at + length;
    for (; i + 4 <= end; i += 4) {
      const four = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      hash = Math.imul(hash ^ four, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash ^= hash >>> 13;
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let id = this.slots[slot]!; id !== NONE; id = this.slots[slot]!) {
      if (this.hashes[id] === hash && this.holds(id, bytes, at, length)) return id;
      slot = (slot + 1) & mask;
    }
    return this.add(hash, slot, bytes, at, length);
  }

  /** The bytes of an id. */
  bytesOf(id: number): Uint8Array {
    return this.bytes.subarray(this.starts[id], this.starts[id + 1]);
  }

  private holds(id: number, bytes: Uint8Array, at: number, length: number): boolean {
    const start = this.starts[id]!;
    if (this.starts[id + 1]! - start !== length) return false;
    for (let i = 0; i < length; i++) if (this.bytes[start + i] !== bytes[at + i]) return false;
    return true;
  }

  private add(hash: number, slot: number, bytes: Uint8Array, at: number, length: number): number {
    const id = this.count++;
    while (this.used + length > this.bytes.length) this.bytes = grown(this.bytes, new Uint8Array(this.bytes.length * 2));
    this.bytes.set(bytes.subarray(at, at + length), this.used);
    this.used += length;
    if (id + 2 > this.starts.length) this.starts = grown(this.starts, new Int32Array(this.starts.length * 2));
    if (id + 1 > this.hashes.length) this.hashes = grown(this.hashes, new Int32Array(this.hashes.length * 2));
    this.starts[id + 1] = this.used;
    this.hashes[id] = hash;
    if (this.count * 2 > this.slots.length) this.rehash();
    else this.slots[slot] = id;
    return id;
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(NONE);
    const mask = this.slots.length - 1;
    for (let id = 0; id < this.count; id++) {
      let slot = this.hashes[id]! & mask;
      while (this.slots[slot] !== NONE) slot = (slot + 1) & mask;
      this.slots[slot] = id;
    }
  }
}

function grown<T extends Uint8Array | Int32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}
