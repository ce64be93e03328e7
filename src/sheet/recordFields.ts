/** What does one field of a data record show in a cell? A good value in its type, none as empty, anything else as its raw text. */
import { allAre, shown } from '../file/bytes';
import { excelSerialOf } from '../file/calendar';
import { dayIn, fieldFits, numberIn } from '../file/fields';
import type { FieldKind, PlacedField } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import { NOT_A_CHARACTER, type TextCodec } from '../file/text';
import { MINUTES_OF_DAY } from './source';
import type { NumberFormat, Value } from './workbook';

const SPACE = 0x20;

export type Reader = (field: PlacedField, file: SettlementFile, start: number, codec: TextCodec) => Value;

const raw: Reader = (field, file, start) => shown(file.bytes, start + field.offset, field.length);

/** A code as text, zeros and all; only spaces is none. */
export const codeCell: Reader = (field, file, start, codec) => {
  const at = start + field.offset;
  if (allAre(file.bytes, at, field.length, SPACE)) return null;
  if (field.kind !== 'text') return shown(file.bytes, at, field.length);
  const text = codec.decode(file.bytes.subarray(at, at + field.length), file.layout.charset);
  return text.includes(NOT_A_CHARACTER) ? shown(file.bytes, at, field.length) : text;
};

const dateCell: Reader = (field, file, start, codec) => {
  const day = dayIn(field, file.bytes, start);
  if (day !== 0) return excelSerialOf(day) ?? raw(field, file, start, codec);
  const isNone = field.kind !== 'date' && fieldFits(field, file.bytes, start, file.layout.charset, codec);
  return isNone ? null : raw(field, file, start, codec);
};

const timeCell: Reader = (field, file, start, codec) => {
  if (!fieldFits(field, file.bytes, start, file.layout.charset, codec)) return raw(field, file, start, codec);
  if (allAre(file.bytes, start + field.offset, field.length, SPACE)) return null;
  const hoursAndMinutes = numberIn(field, file.bytes, start);
  return (Math.trunc(hoursAndMinutes / 100) * 60 + (hoursAndMinutes % 100)) / MINUTES_OF_DAY;
};

/** A number whatever the field's kind, as the core reads it. */
export const numberCell: Reader = (field, file, start, codec) => {
  const number = numberIn(field, file.bytes, start);
  return number < 0 ? raw(field, file, start, codec) : number;
};

const READERS: Partial<Record<FieldKind, Reader>> = {
  date: dateCell,
  optionalDate: dateCell,
  shortDate: dateCell,
  optionalTime: timeCell,
  count: numberCell,
  yen: numberCell,
};

/** The field in the type of its kind. */
export const fieldCell: Reader = (field, file, start, codec) => (READERS[field.kind] ?? codeCell)(field, file, start, codec);

const FORMATS: Partial<Record<FieldKind, NumberFormat>> = {
  date: 'date',
  optionalDate: 'date',
  shortDate: 'date',
  optionalTime: 'time',
  count: 'count',
  yen: 'yen',
};
export const formatOf = ({ kind }: PlacedField): NumberFormat => FORMATS[kind] ?? 'text';

/** Half-width characters that a column of the field needs: raw text of a bad value may take twice the bytes. */
export const widthOf = ({ kind, length, title }: PlacedField): number =>
  Math.min(WIDEST, Math.max(FORMATS[kind] === 'date' ? 11 : length + 2, Math.min(12, title.length * 2), 7));
const WIDEST = 46;
