/** Which short texts (times, store codes) are the same? As numbers: they compare faster than texts and need no table. */
import { asciiBytes, shown } from './bytes';
import { ByteTexts } from './byteTexts';

/** Seven ASCII bytes and their count fill 52 bits: a double holds them exactly. */
const MOST_PACKED = 7;
const BASE = 0x80;

/** Packs up to seven ASCII bytes into a number; the rare others get a number below 0 from a table. */
export class ShortTexts {
  private readonly others = new ByteTexts();

  /** A number that is the same just when the bytes are. */
  keyOf(bytes: Uint8Array, at: number, length: number): number {
    if (length > MOST_PACKED) return -1 - this.others.idOf(bytes, at, length);
    let key = length;
    for (let i = at; i < at + length; i++) {
      const byte = bytes[i]!;
      if (byte >= BASE) return -1 - this.others.idOf(bytes, at, length);
      key = key * BASE + byte;
    }
    return key;
  }

  /** The key of an ASCII text. */
  keyOfText(text: string): number {
    return this.keyOf(asciiBytes(text), 0, text.length);
  }

  /** The text as `shown` shows it. */
  textOf(key: number): string {
    if (key < 0) return shown(this.others.bytesOf(-1 - key));
    const bytes: number[] = [];
    let rest = key;
    while (rest >= BASE) {
      const higher = Math.floor(rest / BASE);
      bytes.unshift(rest - higher * BASE);
      rest = higher;
    }
    return shown(Uint8Array.from(bytes));
  }
}
