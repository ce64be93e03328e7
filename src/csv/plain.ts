/**
 * What cells does a CSV without any quote hold? Its rows end at line ends and its cells at commas, and nothing else.
 *
 * The bytes are indexed, not copied: half a million rows as texts would cost a second and 300 MB (docs/performance.md). CP932 and
 * UTF-8 never use the bytes of a comma or a line end inside a character.
 */
import { ByteTexts } from '../file/byteTexts';
import { copyText, LongRows, type LedgerTable } from '../reconcile/table';
import type { CsvProblem } from '../words';
import { refusedWidth } from './width';

const COMMA = 0x2c;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const NOT_ASCII = 0x80;

type Decode = (cell: Uint8Array) => string;

export function plainTable(name: string, bytes: Uint8Array, decode: Decode, intact: boolean): LedgerTable | { problem: CsvProblem } {
  const reader = new RowReader(bytes);
  let headerRecord = 1;
  let end = reader.endOfRow(0);
  let start = 0;
  while (start < bytes.length && isBlank(decode(bytes.subarray(start, end)))) {
    start = reader.afterRow(end);
    end = reader.endOfRow(start);
    headerRecord++;
  }
  if (start >= bytes.length) return { problem: { code: 'empty' } };
  const header = decode(bytes.subarray(start, end)).split(',');
  const tooWide = refusedWidth(header.length);
  if (tooWide !== null) return { problem: tooWide };
  return new PlainTable(name, header, headerRecord, bytes, reader.afterRow(end), decode, intact);
}

class RowReader {
  constructor(private readonly bytes: Uint8Array) {}

  endOfRow(start: number): number {
    let at = start;
    while (at < this.bytes.length && this.bytes[at] !== LF && this.bytes[at] !== CR) at++;
    return at;
  }

  afterRow(end: number): number {
    return end + (this.bytes[end] === CR && this.bytes[end + 1] === LF ? 2 : 1);
  }
}

/** Whether cells joined by commas are all empty. */
const isBlank = (cells: string): boolean => cells.split(',').every((cell) => cell.trim() === '');

const isBlankByte = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

class PlainTable implements LedgerTable {
  readonly rowCount: number;
  readonly moved: ReadonlyMap<number, number>;
  /** Where each cell of each row begins, and where the one after the last would begin. */
  private readonly starts: Uint32Array;
  private readonly stride: number;

  constructor(
    readonly name: string,
    readonly header: readonly string[],
    readonly headerRecord: number,
    private readonly bytes: Uint8Array,
    from: number,
    private readonly decode: Decode,
    readonly intact: boolean,
  ) {
    this.stride = header.length + 1;
    const firstRow = new RowReader(bytes).endOfRow(from) - from;
    const likelyRows = Math.ceil((bytes.length - from) / Math.max(firstRow, this.stride)) + 1;
    let starts = new Uint32Array(likelyRows * this.stride);
    const long = new LongRows(header.length);
    let row = 0;
    let at = from;
    while (at < bytes.length) {
      if ((row + 1) * this.stride > starts.length) {
        const larger = new Uint32Array(starts.length * 2);
        larger.set(starts);
        starts = larger;
      }
      at = this.indexRow(starts, row, at, long);
      row++;
    }
    this.starts = starts;
    this.rowCount = row;
    this.moved = long.moved(row, (index) => this.isBlankRow(index));
  }

  cell(row: number, column: number): string {
    const at = row * this.stride + column;
    return this.textAt(this.starts[at]!, this.starts[at + 1]! - 1);
  }

  copyCell(row: number, column: number, into: Uint8Array): number {
    const { bytes } = this;
    const at = row * this.stride + column;
    let from = this.starts[at]!;
    let to = this.starts[at + 1]! - 1;
    while (from < to && isBlankByte(bytes[from]!)) from++;
    while (from < to && isBlankByte(bytes[to - 1]!)) to--;
    if (to - from > into.length) return -1;
    for (let i = from; i < to; i++) {
      if (bytes[i]! >= 0x80) return copyText(this.cell(row, column), into);
      into[i - from] = bytes[i]!;
    }
    return Math.max(0, to - from);
  }

  dictionary(column: number): { ids: Int32Array; texts: readonly string[] } {
    const known = new ByteTexts();
    const ids = new Int32Array(this.rowCount);
    let id = -1;
    for (let row = 0; row < this.rowCount; row++) {
      const at = row * this.stride + column;
      const start = this.starts[at]!;
      // A cell often says what the one above it says.
      id = known.idOf(this.bytes, start, Math.max(0, this.starts[at + 1]! - 1 - start), id);
      ids[row] = id;
    }
    return { ids, texts: Array.from({ length: known.count }, (_, id) => this.decode(known.bytesOf(id))) };
  }

  /** Notes where the row's cells begin; answers where the next row begins. */
  private indexRow(starts: Uint32Array, row: number, from: number, long: LongRows): number {
    const { bytes, stride } = this;
    const first = row * stride;
    starts[first] = from;
    let cells = 1;
    let at = from;
    for (; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte > COMMA) continue;
      if (byte === LF || byte === CR) break;
      if (byte !== COMMA) continue;
      if (cells < stride) starts[first + cells] = at + 1;
      cells++;
    }
    for (let cell = cells; cell < stride; cell++) starts[first + cell] = at + 1;
    if (cells >= stride) long.add(row, cells, !isBlank(this.textAt(starts[first + stride - 1]!, at)));
    return at + (bytes[at] === CR && bytes[at + 1] === LF ? 2 : 1);
  }

  private isBlankRow(row: number): boolean {
    const { bytes } = this;
    const start = this.starts[row * this.stride]!;
    const first = bytes[start]!;
    if (first > SPACE && first < NOT_ASCII && first !== COMMA) return false;
    return isBlank(this.textAt(start, new RowReader(bytes).endOfRow(start)));
  }

  private textAt(from: number, to: number): string {
    const { bytes } = this;
    for (let i = from; i < to; i++) if (bytes[i]! >= 0x80) return this.decode(bytes.subarray(from, to));
    let text = '';
    let at = from;
    for (; at + 8 <= to; at += 8) {
      text += String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!, bytes[at + 4]!, bytes[at + 5]!, bytes[at + 6]!, bytes[at + 7]!);
    }
    for (; at < to; at++) text += String.fromCharCode(bytes[at]!);
    return text;
  }
}
