/** Which biller codes are the same office? Codes of digits are compared without leading zeros and shown as first seen. */

/** The id of no biller. */
export const NO_BILLER = 0;

/** Codes of one office have one key. */
export const billerKey = (code: string): string => (/^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, '') : code);

export class Billers {
  /** Ids by code as written, and by code without leading zeros. */
  private readonly seen = new Map<string, number>();
  private readonly ids = new Map<string, number>();
  private readonly codes: (string | null)[] = [null];
  /** The codes without leading zeros, by which they are ordered. */
  private readonly keys: string[] = [''];

  /** The id of a code; `null` and the empty code are no biller. */
  idOf(code: string | null): number {
    if (code === null || code === '') return NO_BILLER;
    const seen = this.seen.get(code);
    if (seen !== undefined) return seen;
    const key = billerKey(code);
    let id = this.ids.get(key);
    if (id === undefined) {
      id = this.codes.length;
      this.ids.set(key, id);
      this.codes.push(code);
      this.keys.push(key);
    }
    this.seen.set(code, id);
    return id;
  }

  /** The code as first seen; null for no biller. */
  codeOf(id: number): string | null {
    return this.codes[id]!;
  }

  /** The only biller known so far, or NO_BILLER when there is none or more than one. */
  only(): number {
    return this.codes.length === 2 ? 1 : NO_BILLER;
  }

  /** How many ids there are, that of no biller among them. */
  get count(): number {
    return this.codes.length;
  }

  /** The place of each id when billers are sorted by code, `nullLast` or first. */
  ranks(nullLast: boolean): Int32Array {
    const ids = this.codes.map((_, id) => id).slice(1);
    ids.sort((a, b) => (this.keys[a]! < this.keys[b]! ? -1 : 1));
    const ranks = new Int32Array(this.codes.length);
    for (const [place, id] of ids.entries()) ranks[id] = place + 1;
    ranks[NO_BILLER] = nullLast ? this.codes.length : 0;
    return ranks;
  }
}
