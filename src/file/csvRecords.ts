/**
 * How does a CSV file become records? Each row is laid out as its layout's fields say, in bytes of their lengths, so that all else reads it like any record.
 *
 * Nothing is repaired: a cell that is longer than its field, or a row with another number of cells, becomes a record of a wrong length. Source: docs/format.md, "CSV files".
 */
import { allAre } from './bytes';
import { csvRows, type CsvRow } from './csvRows';
import type { Cut, LineEnding } from './cut';
import { areDigits } from './fields';
import { RECORD_NAMES, RECORD_TYPE, type CsvForm, type Layout, type PlacedField, type RecordName } from './layout';

/** The file as it came, and where each record's row stands in it. */
export interface GivenRows {
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
}

export interface CsvRecords {
  readonly bytes: Uint8Array;
  readonly cut: Cut;
  readonly given: GivenRows;
}

const SPACE = 0x20;
const ZERO = 0x30;

/** The records of a CSV file; with `limit`, no more than the first so many. */
export function csvRecords(bytes: Uint8Array, layout: Layout, csv: CsvForm, limit = Infinity): CsvRecords {
  const rows = csvRows(bytes, csv.separator.charCodeAt(0), limit);
  const records = rows.map((row, index) => (index < csv.headingRows ? headingOf(row, layout) : recordOf(row, layout, bytes)));
  const starts = new Uint32Array(rows.length);
  const lengths = Uint32Array.from(records, ({ length }) => length);
  for (let record = 1; record < rows.length; record++) starts[record] = starts[record - 1]! + lengths[record - 1]!;
  const laidOut = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  for (const [record, content] of records.entries()) laidOut.set(content, starts[record]);
  const given = { bytes, starts: Uint32Array.from(rows, ({ start }) => start), lengths: Uint32Array.from(rows, ({ start, end }) => end - start) };
  return { bytes: laidOut, given, cut: { lineEnding: endingOf(rows), count: rows.length, starts, lengths } };
}

function endingOf(rows: readonly CsvRow[]): LineEnding {
  const endings = new Set(rows.flatMap(({ ending }) => ending ?? []));
  if (endings.size > 1) return 'mixed';
  return [...endings][0] ?? 'none';
}

const hasColumn = (field: PlacedField): boolean => field.column === undefined;
const columnsOf = (fields: readonly PlacedField[]): number => fields.filter(hasColumn).length;

/** A heading is laid out as blanks; one of another number of cells speaks against the layout. */
function headingOf({ cells, isBroken }: CsvRow, { placed, recordLength }: Layout): Uint8Array {
  const isHeading = !isBroken && cells.length === columnsOf(placed.data);
  return new Uint8Array(isHeading ? recordLength : 1).fill(SPACE);
}

function recordOf(row: CsvRow, layout: Layout, bytes: Uint8Array): Uint8Array {
  const { recordLength } = layout;
  if (allAre(bytes, row.start, row.end - row.start, SPACE)) return deleted(recordLength);
  const name = nameOf(row, layout);
  const fields = layout.placed[name];
  if (row.isBroken || row.cells.length !== columnsOf(fields)) return misfit(row, name, recordLength, bytes);
  const record = new Uint8Array(recordLength).fill(SPACE);
  let cell = -1;
  let used = 0;
  for (const field of fields) {
    if (field.column === 'none') {
      for (let i = 0; i < field.value.length; i++) record[field.offset + i] = field.value.charCodeAt(i);
      continue;
    }
    if (hasColumn(field)) {
      if (cell >= 0 && used < row.cells[cell]!.length) return misfit(row, name, recordLength, bytes);
      cell++;
      used = 0;
    }
    const content = row.cells[cell]!.subarray(used, used + field.length);
    used += content.length;
    record.set(content, field.offset + padding(field, content, record));
  }
  return used < row.cells[cell]!.length ? misfit(row, name, recordLength, bytes) : record;
}

/** Numbers are written without leading zeros, and 0 for no date: zeros stand before them. Answers how many. */
function padding({ kind, length, offset }: PlacedField, content: Uint8Array, record: Uint8Array): number {
  const missing = length - content.length;
  if (missing === 0 || content.length === 0 || !areDigits(content, 0, content.length)) return 0;
  const isNoDate = kind === 'optionalDate' && allAre(content, 0, content.length, ZERO);
  if (kind !== 'count' && kind !== 'yen' && !isNoDate) return 0;
  record.fill(ZERO, offset, offset + missing);
  return missing;
}

/** The record that the first cell names; data where the files have no other. */
function nameOf({ cells }: CsvRow, { placed }: Layout): RecordName {
  const first = cells[0]?.[0];
  return RECORD_NAMES.find((name) => placed[name].length > 0 && placed[name][0]!.column !== 'none' && RECORD_TYPE[name].charCodeAt(0) === first) ?? 'data';
}

/** A row that fits no record: its bytes behind the record's type, never as long as a record. */
function misfit({ start, end }: CsvRow, name: RecordName, recordLength: number, bytes: Uint8Array): Uint8Array {
  const length = end - start + 1 === recordLength ? recordLength + 1 : end - start + 1;
  const record = new Uint8Array(length).fill(SPACE);
  record[0] = RECORD_TYPE[name].charCodeAt(0);
  record.set(bytes.subarray(start, end), 1);
  return record;
}

/** A row of blanks is a data record that was deleted. */
function deleted(recordLength: number): Uint8Array {
  const record = new Uint8Array(recordLength).fill(SPACE);
  record[0] = RECORD_TYPE.data.charCodeAt(0);
  return record;
}

const QUOTE = 0x22;

/** The row that is read back as this record: cells without the spaces that fill their fields, quoted where they must be. */
export function csvRowOf(record: Uint8Array, name: RecordName, layout: Layout, csv: CsvForm): Uint8Array {
  const separator = csv.separator.charCodeAt(0);
  const row: number[] = [];
  let cell: number[] = [];
  let isFirst = true;
  const close = (): void => {
    if (!isFirst) row.push(separator);
    isFirst = false;
    const mustQuote = cell.some((byte) => byte === separator || byte === QUOTE || byte === 0x0d || byte === 0x0a);
    row.push(...(mustQuote ? [QUOTE, ...cell.flatMap((byte) => (byte === QUOTE ? [QUOTE, QUOTE] : [byte])), QUOTE] : cell));
    cell = [];
  };
  const fields = layout.placed[name].filter(({ column }) => column !== 'none');
  for (const [index, field] of fields.entries()) {
    let end = field.offset + field.length;
    const goesOn = fields[index + 1]?.column === 'joined';
    while (!goesOn && end > field.offset && record[end - 1] === SPACE) end--;
    cell.push(...record.subarray(field.offset, end));
    if (!goesOn) close();
  }
  return Uint8Array.from(row);
}
