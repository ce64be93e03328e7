/** Where do the records of each type stand, all files one under another? */
import { cut, type LineEnding } from '../file/cut';
import { parseOrder, STANDING } from '../file/grammar';
import { RECORD_NAMES, RECORD_TYPE, type RecordName } from '../file/layout';

/** Records of one type, one after another in one array: a column is read by a constant step. */
export interface Rows {
  readonly count: number;
  /** Bytes of a record. */
  readonly width: number;
  readonly bytes: Uint8Array;
}

/** A header, its data records and its trailer, by their rows; -1 for none. */
export interface GroupRows {
  readonly file: number;
  readonly header: number;
  readonly trailer: number;
}

export interface Gathered {
  readonly rows: Readonly<Record<RecordName, Rows>>;
  readonly groups: readonly GroupRows[];
  /** The group of each data row. */
  readonly groupOf: Int32Array;
  /** The file of each end row, and how many records and data records each file has. */
  readonly fileOfEnd: readonly number[];
  readonly recordsOf: readonly number[];
  readonly dataOf: readonly number[];
  readonly lineEndings: readonly LineEnding[];
  readonly all: number;
  /** Records of the right length and a known type. */
  readonly fitting: number;
}

/** Reads all files with one record length. */
export function gather(files: readonly Uint8Array[], width: number): Gathered {
  const parsed = files.map((bytes) => {
    const spans = cut(bytes, width);
    return { bytes, spans, order: parseOrder(bytes, spans, width) };
  });
  const counts: Record<RecordName, number> = { header: 0, data: 0, trailer: 0, end: 0 };
  const nameOf = new Map(RECORD_NAMES.map((name) => [RECORD_TYPE[name].charCodeAt(0), name]));
  for (const { order } of parsed) {
    for (let record = 0; record < order.types.length; record++) {
      if (order.standings[record] === STANDING.read) counts[nameOf.get(order.types[record]!)!]++;
    }
  }
  const rowsOf = (name: RecordName): Rows => ({ count: counts[name], width, bytes: new Uint8Array(counts[name] * width) });
  const rows = { header: rowsOf('header'), data: rowsOf('data'), trailer: rowsOf('trailer'), end: rowsOf('end') };
  const next: Record<RecordName, number> = { header: 0, data: 0, trailer: 0, end: 0 };
  const groupOf = new Int32Array(counts.data);
  const groups: GroupRows[] = [];
  const fileOfEnd: number[] = [];
  for (const [file, { bytes, spans, order }] of parsed.entries()) {
    const firstGroup = groups.length;
    const rowOf = new Map<number, number>();
    for (let record = 0; record < order.types.length; record++) {
      if (order.standings[record] !== STANDING.read) continue;
      const name = nameOf.get(order.types[record]!)!;
      const row = next[name]++;
      const start = spans.starts[record]!;
      rows[name].bytes.set(bytes.subarray(start, start + width), row * width);
      if (name === 'data') groupOf[row] = firstGroup + order.groupOf[record]!;
      else if (name === 'end') fileOfEnd.push(file);
      else rowOf.set(record, row);
    }
    for (const { header, trailer } of order.groups) groups.push({ file, header: rowOf.get(header) ?? -1, trailer: rowOf.get(trailer) ?? -1 });
  }
  const fitting = counts.header + counts.data + counts.trailer + counts.end;
  return {
    rows,
    groups,
    groupOf,
    fileOfEnd,
    recordsOf: parsed.map(({ spans }) => spans.count),
    dataOf: parsed.map(({ order }) => order.dataCount),
    lineEndings: parsed.map(({ spans }) => spans.lineEnding),
    all: parsed.reduce((sum, { spans }) => sum + spans.count, 0),
    fitting,
  };
}
