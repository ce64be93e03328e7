/** How long is a record? By its line ends; without any, by the lengths at which every block starts with a record type in its order. */
import { isRecordTypeByte } from '../file/cut';
import { BARCODE_LENGTH, checkDigitOfDigits } from '../file/barcode';

const LF = 0x0a;
const CR = 0x0d;
const END_OF_FILE_MARK = 0x1a;
const SHORTEST = BARCODE_LENGTH + 1;
const LONGEST = 10_000;
/** Bytes in which barcodes are looked for where no length divides the file. */
const PROBE = 1_000_000;

/** The length, and how many records speak for it; null when nothing does. */
export interface LengthFound {
  readonly length: number;
  readonly matched: number;
  readonly of: number;
}

export function findRecordLength(files: readonly Uint8Array[]): LengthFound | null {
  const bodies = files.map(withoutTail).filter((body) => body.length > 0);
  if (bodies.length === 0) return null;
  const byLines = lengthOfLines(bodies);
  return byLines ?? lengthOfBlocks(bodies) ?? lengthBetweenBarcodes(bodies);
}

function withoutTail(bytes: Uint8Array): Uint8Array {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === LF || bytes[end - 1] === CR || bytes[end - 1] === END_OF_FILE_MARK)) end--;
  return bytes.subarray(0, end);
}

/** The most frequent length of a line, when more than half of all lines have it. */
function lengthOfLines(bodies: readonly Uint8Array[]): LengthFound | null {
  const lines = new Map<number, number>();
  let all = 0;
  for (const body of bodies) {
    let start = 0;
    for (let at = 0; at <= body.length; at++) {
      if (at < body.length && body[at] !== LF && body[at] !== CR) continue;
      if (at > start) {
        lines.set(at - start, (lines.get(at - start) ?? 0) + 1);
        all++;
      }
      start = at + 1;
    }
  }
  const best = [...lines].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as [number, number]);
  return best[0] >= SHORTEST && best[0] <= LONGEST && best[1] * 2 > all && all > bodies.length ? { length: best[0], matched: best[1], of: all } : null;
}

const HEADER = 0x31;
const DATA = 0x32;
const TRAILER = 0x38;
const END = 0x39;

/** The shortest length that divides all files into blocks in the order of the grammar. */
function lengthOfBlocks(bodies: readonly Uint8Array[]): LengthFound | null {
  const size = bodies.reduce((least, body) => Math.min(least, body.length), Infinity);
  for (let length = SHORTEST; length <= Math.min(LONGEST, size); length++) {
    if (bodies.every((body) => body.length % length === 0 && isInOrder(body, length))) {
      const blocks = bodies.reduce((sum, body) => sum + body.length / length, 0);
      return { length, matched: blocks, of: blocks };
    }
  }
  return null;
}

function isInOrder(body: Uint8Array, length: number): boolean {
  let before = TRAILER;
  for (let at = 0; at < body.length; at += length) {
    const type = body[at]!;
    if (!isRecordTypeByte(type)) return false;
    const fits = type === HEADER || type === END ? before === TRAILER : before === HEADER || before === DATA;
    if (!fits) return false;
    before = type;
  }
  return before === END;
}

/** The most frequent distance between two barcodes with a right check digit. */
function lengthBetweenBarcodes(bodies: readonly Uint8Array[]): LengthFound | null {
  const distances = new Map<number, number>();
  let all = 0;
  for (const body of bodies) {
    let before = -1;
    const end = Math.min(body.length, PROBE) - BARCODE_LENGTH;
    for (let at = 0; at <= end; at++) {
      if (!isBarcode(body, at)) continue;
      if (before >= 0) {
        distances.set(at - before, (distances.get(at - before) ?? 0) + 1);
        all++;
      }
      before = at;
      at += BARCODE_LENGTH - 1;
    }
  }
  const best = [...distances].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0] as [number, number]);
  return best[0] >= SHORTEST && best[0] <= LONGEST && best[1] * 2 > all ? { length: best[0], matched: best[1], of: all } : null;
}

/** Whether 91, 42 more digits and a right check digit stand there. */
export function isBarcode(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === 0x39 && bytes[at + 1] === 0x31 && checkDigitOfDigits(bytes, at) === bytes[at + BARCODE_LENGTH - 1]! - 0x30;
}
