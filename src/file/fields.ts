/**
 * What may each kind of field hold?
 *
 * Source: docs/format.md, "Kinds of field".
 */
import { allAre, isDigitByte, numberAt } from './bytes';
import { dayOf, isOnCalendar, type Day } from './calendar';
import type { Charset, FieldKind, PlacedField } from './layout';
import { NOT_A_CHARACTER, type TextCodec } from './text';

const SPACE = 0x20;
const ZERO = 0x30;

type Fits = (bytes: Uint8Array, at: number, field: PlacedField) => boolean;

const isBlank = (bytes: Uint8Array, at: number, length: number): boolean => allAre(bytes, at, length, SPACE);

function isDate(bytes: Uint8Array, at: number): boolean {
  return isOnCalendar(numberAt(bytes, at, 4), numberAt(bytes, at + 4, 2), numberAt(bytes, at + 6, 2));
}

function isDigits(bytes: Uint8Array, at: number, { length }: PlacedField): boolean {
  for (let i = at; i < at + length; i++) if (!isDigitByte(bytes[i]!)) return false;
  return true;
}

function isText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function isCode(bytes: Uint8Array, at: number, { length }: PlacedField): boolean {
  for (let i = at; i < at + length; i++) {
    const byte = bytes[i]!;
    const letter = byte | 0x20;
    if (!isDigitByte(byte) && byte !== SPACE && !(letter >= 0x61 && letter <= 0x7a)) return false;
  }
  return true;
}

/** Kinds whose bytes can be judged by themselves; noticeKind and text need their layout, a barcode its parts. */
const FITS: Record<Exclude<FieldKind, 'noticeKind' | 'barcode' | 'text'>, Fits> = {
  constant: (bytes, at, field) => isText(bytes, at, field.value!),
  date: isDate,
  optionalDate: (bytes, at, { length }) => isBlank(bytes, at, length) || allAre(bytes, at, length, ZERO) || isDate(bytes, at),
  optionalTime: (bytes, at, { length }) => {
    if (isBlank(bytes, at, length)) return true;
    const hour = numberAt(bytes, at, 2);
    const minute = numberAt(bytes, at + 2, 2);
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
  },
  shortDate: (bytes, at, field) => isNone(bytes, at, field) || shortDay(bytes, at) !== null,
  code: isCode,
  count: isDigits,
  yen: isDigits,
  checkDigit: isDigits,
  filler: () => true,
};

const isNone = (bytes: Uint8Array, at: number, field: PlacedField): boolean => field.none !== undefined && isText(bytes, at, field.none);

function shortDay(bytes: Uint8Array, at: number): Day | null {
  const year = numberAt(bytes, at, 2);
  return year < 0 ? null : dayOf(2000 + year, numberAt(bytes, at + 2, 2), numberAt(bytes, at + 4, 2));
}

/** Whether a field of these kinds holds what it may hold; `recordStart` in bytes. */
export function fieldFits(field: PlacedField, bytes: Uint8Array, recordStart: number, charset: Charset, codec: TextCodec): boolean {
  const at = recordStart + field.offset;
  if (field.kind === 'text') return textFits(bytes, at, field.length, charset, codec);
  if (field.kind === 'noticeKind' || field.kind === 'barcode') throw new Error(`a ${field.kind} is judged by its layout`);
  return FITS[field.kind](bytes, at, field);
}

function textFits(bytes: Uint8Array, at: number, length: number, charset: Charset, codec: TextCodec): boolean {
  if (isPrintable(bytes, at, length)) return true;
  return !codec.decode(bytes.subarray(at, at + length), charset).includes(NOT_A_CHARACTER);
}

function isPrintable(bytes: Uint8Array, at: number, length: number): boolean {
  for (let i = at; i < at + length; i++) if (bytes[i]! < 0x20 || bytes[i]! > 0x7e) return false;
  return true;
}

/** The day in a date, optionalDate or shortDate field; 0 when it holds none, or no day of the calendar. */
export function dayIn(field: PlacedField, bytes: Uint8Array, recordStart: number): Day {
  const at = recordStart + field.offset;
  if (field.kind === 'shortDate') return isNone(bytes, at, field) ? 0 : (shortDay(bytes, at) ?? 0);
  return isDate(bytes, at) ? numberAt(bytes, at, 8) : 0;
}

/** The number in a field of digits, or -1 when one of its bytes is no digit. */
export const numberIn = (field: PlacedField, bytes: Uint8Array, recordStart: number): number => numberAt(bytes, recordStart + field.offset, field.length);
