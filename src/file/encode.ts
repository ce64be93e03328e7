/**
 * How is a record written? The exact inverse of reading, from the same layouts: encode(decode(bytes)) is the same bytes.
 *
 * Nothing is cut, padded or replaced: contents that do not fit their field are an EncodeError.
 */
import { asciiBytes } from './bytes';
import { checkDigitOfDigits } from './barcode';
import { STANDING, type Grammar } from './grammar';
import { RECORD_NAMES, RECORD_TYPE, type Layout, type PlacedField, type RecordName } from './layout';
import type { CutFile } from './settlementFile';
import type { TextCodec } from './text';

/** A field's characters, or its bytes where they are no characters of the charset. */
export type FieldContent = string | Uint8Array;

/** A record as field contents in layout order (the barcode as its parts), or as it stands when it was not read. */
export type RecordContent = { readonly record: RecordName; readonly values: readonly FieldContent[] } | { readonly raw: Uint8Array };

export interface FileContent {
  /** Bytes before the first record (empty lines). */
  readonly lead: Uint8Array;
  /** Each record with the bytes that follow it: its line end, empty lines, the file's tail. */
  readonly records: readonly (RecordContent & { readonly ending: Uint8Array })[];
}

/** Contents that a field cannot hold: a programmer's mistake, or a sample that no file could show. */
export class EncodeError extends Error {
  constructor(
    readonly field: string,
    readonly expectedBytes: number,
    readonly actualBytes: number | null,
  ) {
    super(actualBytes === null ? `${field}: a character is not in the charset` : `${field}: ${actualBytes} bytes do not fill ${expectedBytes}`);
  }
}

/** The fields that hold characters: a barcode stands as its parts. */
export function leafFields(layout: Layout, record: RecordName): readonly PlacedField[] {
  return layout.placed[record].flatMap((field) => (field.kind === 'barcode' ? field.parts : [field]));
}

export function decodeFile(file: CutFile, codec: TextCodec): FileContent {
  const { bytes, layout, cut } = file;
  const records = Array.from(cut.starts, (start, index) => {
    const end = start + cut.lengths[index]!;
    const next = index + 1 < cut.count ? cut.starts[index + 1]! : bytes.length;
    return { ...decodeRecord(layout, bytes.subarray(start, end), nameOf(file.grammar, index), codec), ending: bytes.subarray(end, next) };
  });
  return { lead: bytes.subarray(0, cut.count === 0 ? bytes.length : cut.starts[0]), records };
}

function nameOf(grammar: Grammar, record: number): RecordName | null {
  const standing = grammar.standings[record];
  if (standing !== STANDING.read && standing !== STANDING.afterEnd) return null;
  return RECORD_NAMES.find((name) => RECORD_TYPE[name].charCodeAt(0) === grammar.types[record]) ?? null;
}

export function decodeRecord(layout: Layout, bytes: Uint8Array, record: RecordName | null, codec: TextCodec): RecordContent {
  if (record === null || bytes.length !== layout.recordLength) return { raw: bytes };
  const values = leafFields(layout, record).map((field): FieldContent => {
    const content = bytes.subarray(field.offset, field.offset + field.length);
    const text = codec.decode(content, layout.charset);
    const back = codec.encode(text, layout.charset);
    return back !== null && sameBytes(back, content) ? text : content;
  });
  return { record, values };
}

export function encodeFile(layout: Layout, { lead, records }: FileContent, codec: TextCodec): Uint8Array {
  return concatenated([lead, ...records.flatMap((content) => [encodeRecord(layout, content, codec), content.ending])]);
}

/** The record's bytes. A record of the wrong number of values, or a value of the wrong length, is an EncodeError. */
export function encodeRecord(layout: Layout, content: RecordContent, codec: TextCodec): Uint8Array {
  if ('raw' in content) return content.raw;
  const fields = leafFields(layout, content.record);
  if (fields.length !== content.values.length) throw new EncodeError(content.record, fields.length, content.values.length);
  return concatenated(
    content.values.map((value, index) => {
      const field = fields[index]!;
      const bytes = typeof value === 'string' ? codec.encode(value, layout.charset) : value;
      if (bytes === null || bytes.length !== field.length) throw new EncodeError(`${content.record}.${field.name}`, field.length, bytes?.length ?? null);
      return bytes;
    }),
  );
}

/** The 44 digits of these 43 and their check digit. */
export function withCheckDigit(digits43: string): string {
  return digits43 + String(checkDigitOfDigits(asciiBytes(`${digits43}0`), 0));
}

/** The parts one after another. */
export function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);
