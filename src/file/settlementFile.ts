/** What is a settlement file once it is cut, and what do its headers and trailers say? */
import { shown } from './bytes';
import type { Day } from './calendar';
import { csvRecords, type GivenRows } from './csvRecords';
import { cut, type Cut } from './cut';
import { dayIn, fieldFits, numberIn } from './fields';
import { parseOrder, STANDING, type Grammar, type GroupSpan } from './grammar';
import { fieldNamed, lacksRecord, MOST_DIGITS, TRAILER_ITEMS, type Layout, type NoticeKind, type PlacedField, type RecordName } from './layout';
import type { TextCodec } from './text';

/** A file as it came: nothing here has been read yet. */
export interface SourceFile {
  /** Base name, or the path where two base names are equal. */
  readonly name: string;
  /** Lower-case hex of the bytes' SHA-256. */
  readonly sha256: string;
  readonly bytes: Uint8Array;
  /** Absent: the bytes are as they came. Else data records were deleted from them later; `sha256` stays that of the bytes as they came. */
  readonly deletion?: PartialDeletion;
}

/** Data records that were deleted are blanks after their first byte, so that all others keep their place and number. */
export interface PartialDeletion {
  /** Whether all totals agreed, or could not be compared, while the records were there. */
  readonly agreed: boolean;
}

/** A file cut with a layout; nothing in its fields has been judged. */
export interface CutFile extends SourceFile {
  readonly layout: Layout;
  readonly cut: Cut;
  readonly grammar: Grammar;
  /** Of a CSV file: the bytes as they came, whose rows `bytes` lays out as records. */
  readonly given?: GivenRows;
}

export interface Total {
  /** What the records of the group add up to: records or yen. */
  counted: number;
  /** What the trailer says; null when it is missing, unreadable or not in the layout. */
  readonly declared: number | null;
}
export type Totals = Readonly<Record<NoticeKind, { readonly count: Total; readonly amount: Total }>>;

export interface Group extends GroupSpan {
  /** ファイル作成日, yyyymmdd; null when unknown. */
  readonly createdDate: Day | null;
  /** 代行会社コード, 収納機関コード, 利用区分, without outer spaces; null when unknown. */
  readonly agentCode: string | null;
  readonly billerCode: string | null;
  readonly usage: string | null;
  readonly totals: Totals;
}

export interface SettlementFile extends CutFile {
  readonly groups: readonly Group[];
  /** レコード総件数 of the first end record; null when missing, unreadable or not in the layout. */
  readonly declaredRecordCount: number | null;
}

export function cutFile(source: SourceFile, layout: Layout, limit = Infinity): CutFile {
  const { csv, recordLength, lacks = [] } = layout;
  const mayBeDeleted = source.deletion !== undefined;
  if (csv === undefined) {
    const spans = cut(source.bytes, recordLength, limit);
    return { ...source, layout, cut: spans, grammar: parseOrder(source.bytes, spans, recordLength, { mayBeDeleted, lacks }) };
  }
  const { bytes, cut: spans, given } = csvRecords(source.bytes, layout, csv, limit);
  return { ...source, bytes, layout, given, cut: spans, grammar: parseOrder(bytes, spans, recordLength, { mayBeDeleted, lacks, headings: csv.headingRows }) };
}

/** The bytes of a file as they came. */
export const givenBytes = ({ bytes, given }: Pick<CutFile, 'bytes' | 'given'>): Uint8Array => given?.bytes ?? bytes;

/** Reads what headers, trailers and the end record say; the counted totals are still 0. */
export function readFrame(file: CutFile, codec: TextCodec): SettlementFile {
  const groups = file.grammar.groups.map((span, index): Group => {
    const code = (name: string): string | null => codeIn(file, 'header', span.header, name, codec);
    const total = (name: string): Total => ({ counted: 0, declared: declaredIn(file, 'trailer', span.trailer, name) });
    const totals = {} as Record<NoticeKind, Totals[NoticeKind]>;
    for (const { kind } of TRAILER_ITEMS) totals[kind] = { count: total(`${kind}Count`), amount: total(`${kind}Amount`) };
    return {
      ...span,
      createdDate: createdDateOf(file, index),
      agentCode: code('agentCode'),
      billerCode: code('billerCode'),
      usage: code('usage'),
      totals,
    };
  });
  return { ...file, groups, declaredRecordCount: declaredIn(file, 'end', file.grammar.end, 'recordCount') };
}

/** The header's; where the files have no header, the latest that the group's data records name. */
function createdDateOf(file: CutFile, group: number): Day | null {
  const { header } = file.grammar.groups[group]!;
  if (!lacksRecord(file.layout, 'header')) return readable(file, 'header', header, 'createdDate', (field, start) => dayIn(field, file.bytes, start)) || null;
  const field = fieldNamed(file.layout, 'data', 'createdDate');
  if (field === null) return null;
  const { standings, groupOf } = file.grammar;
  let latest = 0;
  for (let record = 0; record < standings.length; record++) {
    if (standings[record] === STANDING.read && groupOf[record] === group) latest = Math.max(latest, dayIn(field, file.bytes, file.cut.starts[record]!));
  }
  return latest || null;
}

/** The declared number of an item, or null. */
function declaredIn(file: CutFile, record: RecordName, index: number, name: string): number | null {
  const number = readable(file, record, index, name, (field, start) => (field.length > MOST_DIGITS ? -1 : numberIn(field, file.bytes, start)));
  return number === null || number < 0 ? null : number;
}

function codeIn(file: CutFile, record: RecordName, index: number, name: string, codec: TextCodec): string | null {
  const { bytes, layout } = file;
  const text = readable(file, record, index, name, (field, start) => {
    if (!fieldFits(field, bytes, start, layout.charset, codec)) return '';
    if (field.kind === 'text') return codec.decode(bytes.subarray(start + field.offset, start + field.offset + field.length), layout.charset);
    return shown(bytes, start + field.offset, field.length);
  });
  return text?.trim() || null;
}

/** Reads a field of a record that is there and is read; else null. */
function readable<T>(file: CutFile, record: RecordName, index: number, name: string, read: (field: PlacedField, recordStart: number) => T): T | null {
  if (index < 0 || file.grammar.standings[index] !== STANDING.read) return null;
  const field = fieldNamed(file.layout, record, name);
  return field === null ? null : read(field, file.cut.starts[index]!);
}
