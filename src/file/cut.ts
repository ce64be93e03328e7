/**
 * Where does each record begin and end?
 *
 * Bytes are cut before any of them is read as a character. Source: docs/format.md, "Cutting".
 */
import { allAre } from './bytes';
import { RECORD_TYPE } from './layout';

const LF = 0x0a;
const CR = 0x0d;
const COMMA = 0x2c;
const END_OF_FILE_MARK = 0x1a;
const END = RECORD_TYPE.end.charCodeAt(0);

const isLineEnd = (byte: number): boolean => byte === LF || byte === CR || byte === END_OF_FILE_MARK;

export type LineEnding = 'crlf' | 'lf' | 'cr' | 'none' | 'mixed';

export interface Cut {
  readonly lineEnding: LineEnding;
  /** How many records. */
  readonly count: number;
  /** Byte offset and byte length of each record. */
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  /** What fills the file up after the end record: no record. */
  readonly tail?: Tail;
}

export interface Tail {
  readonly filler: Filler;
  /** Bytes, line ends among them aside. */
  readonly length: number;
}
const FILLERS = { nines: 0x39, blanks: 0x20, zeros: 0x00 } as const;
export type Filler = keyof typeof FILLERS;

/** Texts that are no settlement file but have no mark at their start. */
export type Lookalike = 'csv' | 'utf16';

const LOOKALIKE_PROBE = 4096;

/** What kind of text a file is that is no settlement file; null when nothing tells. */
export function lookalike(bytes: Uint8Array): Lookalike | null {
  const start = bytes.subarray(0, LOOKALIKE_PROBE);
  const zeros = start.filter((byte) => byte === 0).length;
  const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  // Of two bytes of a Latin letter one is 0: always the same one. Other files have zeros in both places.
  if (zeros * 4 > start.length && (odd * 10 > zeros * 9 || odd * 10 < zeros)) return 'utf16';
  const firstLine = start.subarray(0, start.findIndex((byte) => byte === LF || byte === CR) + 1);
  return firstLine.includes(COMMA) ? 'csv' : null;
}

const RECORD_TYPE_BYTES = new Set(Object.values(RECORD_TYPE).map((type) => type.charCodeAt(0)));
export const isRecordTypeByte = (byte: number): boolean => RECORD_TYPE_BYTES.has(byte);

/** Cuts a file into records; with `limit`, no more than the first so many. */
export function cut(bytes: Uint8Array, recordLength: number, limit = Infinity): Cut {
  const whole = cutTo(bytes, contentEnd(bytes), recordLength, limit);
  const end = fillerStart(bytes, whole, recordLength);
  if (end === null || whole.count >= limit) return whole;
  const rest = bytes.subarray(end).filter((byte) => !isLineEnd(byte));
  return { ...cutTo(bytes, end, recordLength, limit), tail: { filler: fillerOf(rest, 0, rest.length)!, length: rest.length } };
}

function cutTo(bytes: Uint8Array, end: number, recordLength: number, limit: number): Cut {
  if (isWholeBlocks(bytes, end, recordLength)) {
    const spans = new Spans(Math.min(end / recordLength, limit));
    spans.addBlocks(0, end, recordLength, limit);
    return spans.toCut('none');
  }
  return cutLines(bytes, end, recordLength, limit);
}

/** The offset at which the closing run of line ends and 1A begins. */
function contentEnd(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && isLineEnd(bytes[end - 1]!)) end--;
  return end;
}

/** Where the end record ends, if all records after it are of one filler byte; null where none stands after it, or anything else. */
function fillerStart(bytes: Uint8Array, { starts, lengths, count }: Cut, recordLength: number): number | null {
  const filler = count === 0 ? null : fillerOf(bytes, starts[count - 1]!, lengths[count - 1]!);
  if (filler === null) return null;
  let first = count - 1;
  while (first > 0 && fillerOf(bytes, starts[first - 1]!, lengths[first - 1]!) === filler) first--;
  const isEnd = (record: number): boolean => bytes[starts[record]!] === END && lengths[record] === recordLength;
  const end = first > 0 && isEnd(first - 1) ? first - 1 : first;
  // A single byte may be a record that was cut off.
  const isAByte = end === count - 2 && lengths[count - 1] === 1;
  return end < count - 1 && isEnd(end) && !isAByte ? starts[end]! + recordLength : null;
}

/** The filler that all these bytes are. */
function fillerOf(bytes: Uint8Array, at: number, length: number): Filler | null {
  const found = (Object.keys(FILLERS) as Filler[]).find((filler) => FILLERS[filler] === bytes[at]);
  return found !== undefined && allAre(bytes, at, length, FILLERS[found]) ? found : null;
}

function isWholeBlocks(bytes: Uint8Array, end: number, recordLength: number): boolean {
  if (end % recordLength !== 0) return false;
  for (let at = 0; at < end; at += recordLength) if (!isRecordTypeByte(bytes[at]!)) return false;
  return true;
}

/** How the lines of a file end, as bits: a file may have several. */
const LF_ENDS = 1;
const CRLF_ENDS = 2;
const CR_ENDS = 4;
const LINE_ENDING_OF: Readonly<Record<number, LineEnding>> = { 0: 'none', [LF_ENDS]: 'lf', [CRLF_ENDS]: 'crlf', [CR_ENDS]: 'cr' };

function cutLines(bytes: Uint8Array, end: number, recordLength: number, limit: number): Cut {
  const spans = new Spans(Math.min(Math.ceil(end / recordLength), limit));
  let kinds = 0;
  let joined = false;
  let start = 0;
  let at = 0;
  let nextLf = -1;
  let nextCr = -1;
  while (start < end && spans.count < limit) {
    if (nextLf < at) nextLf = indexOf(bytes, LF, at, end);
    if (nextCr < at) nextCr = indexOf(bytes, CR, at, end);
    at = Math.min(nextLf, nextCr);
    const length = at - start;
    if (at === end && kinds === 0) {
      spans.addBlocks(start, end, recordLength, limit);
      break;
    }
    if (length > recordLength && length % recordLength === 0) {
      joined = true;
      spans.addBlocks(start, at, recordLength, limit);
    } else if (length > 0) {
      spans.add(start, length);
    }
    if (at < end) {
      const kind = bytes[at] === LF ? LF_ENDS : bytes[at + 1] === LF ? CRLF_ENDS : CR_ENDS;
      kinds |= kind;
      at += kind === CRLF_ENDS ? 2 : 1;
    }
    start = at;
  }
  return spans.toCut(joined ? 'mixed' : (LINE_ENDING_OF[kinds] ?? 'mixed'));
}

/** The next such byte from `at` on, or `end`. The engine's own search is several times faster than a loop. */
function indexOf(bytes: Uint8Array, byte: number, at: number, end: number): number {
  const found = bytes.indexOf(byte, at);
  return found < 0 || found > end ? end : found;
}

/** Offsets and lengths, growing. */
class Spans {
  count = 0;
  private starts: Uint32Array;
  private lengths: Uint32Array;

  constructor(expected: number) {
    this.starts = new Uint32Array(expected);
    this.lengths = new Uint32Array(expected);
  }

  add(start: number, length: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.lengths[this.count] = length;
    this.count++;
  }

  /** Blocks of the record's length; what is left at the end is one shorter record. */
  addBlocks(start: number, end: number, recordLength: number, limit: number): void {
    for (let at = start; at < end && this.count < limit; at += recordLength) this.add(at, Math.min(recordLength, end - at));
  }

  toCut(lineEnding: LineEnding): Cut {
    return { lineEnding, count: this.count, starts: this.starts.subarray(0, this.count), lengths: this.lengths.subarray(0, this.count) };
  }

  private grow(): void {
    const size = this.starts.length * 2 + 16;
    for (const name of ['starts', 'lengths'] as const) {
      const larger = new Uint32Array(size);
      larger.set(this[name]);
      this[name] = larger;
    }
  }
}
