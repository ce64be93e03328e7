/** Which bytes of a record are spoken for already? */

export class Taken {
  private readonly bytes: Uint8Array;

  constructor(readonly width: number) {
    this.bytes = new Uint8Array(width);
  }

  take(offset: number, length: number): void {
    this.bytes.fill(1, offset, offset + length);
  }

  isFree(offset: number, length = 1): boolean {
    if (offset + length > this.width) return false;
    for (let at = offset; at < offset + length; at++) if (this.bytes[at] === 1) return false;
    return true;
  }

  /** The stretches of bytes that are free. */
  gaps(): { readonly offset: number; readonly length: number }[] {
    const gaps: { offset: number; length: number }[] = [];
    for (let at = 0; at < this.width; at++) {
      if (this.bytes[at] === 1) continue;
      const last = gaps[gaps.length - 1];
      if (last !== undefined && last.offset + last.length === at) last.length++;
      else gaps.push({ offset: at, length: 1 });
    }
    return gaps;
  }
}
