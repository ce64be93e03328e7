/** What is a settlement file once it is cut, and what do its headers and trailers say? */
import { numberAt, shown } from './bytes';
import type { Day } from './calendar';
import { cut, type Cut } from './cut';
import { dayIn, fieldFits } from './fields';
import { parseOrder, STANDING, type Grammar, type GroupSpan } from './grammar';
import { fieldNamed, MOST_DIGITS, TRAILER_ITEMS, type Layout, type NoticeKind, type PlacedField, type RecordName } from './layout';
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
  const spans = cut(source.bytes, layout.recordLength, limit);
  return { ...source, layout, cut: spans, grammar: parseOrder(source.bytes, spans, layout.recordLength, source.deletion !== undefined) };
}

/** Reads what headers, trailers and the end record say; the counted totals are still 0. */
export function readFrame(file: CutFile, codec: TextCodec): SettlementFile {
  const groups = file.grammar.groups.map((span): Group => {
    const code = (name: string): string | null => codeIn(file, 'header', span.header, name, codec);
    const total = (name: string): Total => ({ counted: 0, declared: declaredIn(file, 'trailer', span.trailer, name) });
    const totals = {} as Record<NoticeKind, Totals[NoticeKind]>;
    for (const { kind } of TRAILER_ITEMS) totals[kind] = { count: total(`${kind}Count`), amount: total(`${kind}Amount`) };
    return {
      ...span,
      createdDate: readable(file, 'header', span.header, 'createdDate', (field, start) => dayIn(field, file.bytes, start)) || null,
      agentCode: code('agentCode'),
      billerCode: code('billerCode'),
      usage: code('usage'),
      totals,
    };
  });
  return { ...file, groups, declaredRecordCount: declaredIn(file, 'end', file.grammar.end, 'recordCount') };
}

/** The declared number of an item, or null. */
function declaredIn(file: CutFile, record: RecordName, index: number, name: string): number | null {
  const number = readable(file, record, index, name, (field, start) =>
    field.length > MOST_DIGITS ? -1 : numberAt(file.bytes, start + field.offset, field.length),
  );
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
