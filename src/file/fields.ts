/**
 * What may each kind of field hold?
 *
 * Source: docs/format.md, "Kinds of field".
 */
import { allAre, numberAt } from './bytes';
import { isDay, type Day } from './calendar';
import type { Charset, PlacedField } from './layout';
import { NOT_A_CHARACTER, type TextCodec } from './text';

const SPACE = 0x20;
const ZERO = 0x30;
/** A shortDate is a day of 20YY. */
const FIRST_SHORT_YEAR = 20_00_00_00;

/** What a byte can be part of, by its value: DIGIT, CODE (letters, digits, space) and PRINTABLE bits. */
const DIGIT = 1;
const CODE = 2;
const PRINTABLE = 4;
const CLASS_OF = Uint8Array.from({ length: 256 }, (_, byte) => {
  const char = String.fromCharCode(byte);
  return (/[0-9]/.test(char) ? DIGIT : 0) | (/[0-9A-Za-z ]/.test(char) ? CODE : 0) | (/[ -~]/.test(char) ? PRINTABLE : 0);
});

function areAll(bytes: Uint8Array, at: number, length: number, byteClass: number): boolean {
  for (let i = at; i < at + length; i++) if ((CLASS_OF[bytes[i]!]! & byteClass) === 0) return false;
  return true;
}

/** Whether these bytes are all ASCII digits. */
export const areDigits = (bytes: Uint8Array, at: number, length: number): boolean => areAll(bytes, at, length, DIGIT);

const isBlank = (bytes: Uint8Array, at: number, length: number): boolean => allAre(bytes, at, length, SPACE);

function isDate(bytes: Uint8Array, at: number): boolean {
  const number = numberAt(bytes, at, 8);
  return number >= 0 && isDay(number);
}

function isTime(bytes: Uint8Array, at: number): boolean {
  const hour = numberAt(bytes, at, 2);
  const minute = numberAt(bytes, at + 2, 2);
  return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59;
}

function isText(bytes: Uint8Array, at: number, text: string): boolean {
  for (let i = 0; i < text.length; i++) if (bytes[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

const isNone = (bytes: Uint8Array, at: number, field: PlacedField): boolean => field.none !== '' && isText(bytes, at, field.none);

function shortDay(bytes: Uint8Array, at: number): Day | null {
  const number = numberAt(bytes, at, 6);
  return number >= 0 && isDay(FIRST_SHORT_YEAR + number) ? FIRST_SHORT_YEAR + number : null;
}

/** Whether a field holds what its kind may hold; `recordStart` in bytes. A noticeKind needs its layout, a barcode its parts. */
export function fieldFits(field: PlacedField, bytes: Uint8Array, recordStart: number, charset: Charset, codec: TextCodec): boolean {
  const at = recordStart + field.offset;
  const { length } = field;
  switch (field.kind) {
    case 'filler':
      return true;
    case 'code':
      return areAll(bytes, at, length, CODE);
    case 'count':
    case 'yen':
      return areAll(bytes, at, length, DIGIT) || (field.blankIsZero && isBlank(bytes, at, length));
    case 'checkDigit':
      return areAll(bytes, at, length, DIGIT);
    case 'optionalDate':
      return isDate(bytes, at) || isBlank(bytes, at, length) || allAre(bytes, at, length, ZERO);
    case 'date':
      return isDate(bytes, at);
    case 'optionalTime':
      return isTime(bytes, at) || isBlank(bytes, at, length);
    case 'shortDate':
      return isNone(bytes, at, field) || shortDay(bytes, at) !== null;
    case 'constant':
      return isText(bytes, at, field.value);
    case 'text':
      return textFits(bytes, at, length, charset, codec);
    case 'noticeKind':
    case 'barcode':
      throw new Error(`a ${field.kind} is judged by its layout`);
  }
}

function textFits(bytes: Uint8Array, at: number, length: number, charset: Charset, codec: TextCodec): boolean {
  return areAll(bytes, at, length, PRINTABLE) || !codec.decode(bytes.subarray(at, at + length), charset).includes(NOT_A_CHARACTER);
}

/** The day in a date, optionalDate or shortDate field; 0 when it holds none, or no day of the calendar. */
export function dayIn(field: PlacedField, bytes: Uint8Array, recordStart: number): Day {
  const at = recordStart + field.offset;
  if (field.kind === 'shortDate') return isNone(bytes, at, field) ? 0 : (shortDay(bytes, at) ?? 0);
  if (field.kind !== 'date' && field.kind !== 'optionalDate') return 0;
  const number = numberAt(bytes, at, 8);
  return number >= 0 && isDay(number) ? number : 0;
}

/** The number in a field of digits, or -1 when one of its bytes is no digit; all spaces are 0 where the layout says so. */
export function numberIn(field: PlacedField, bytes: Uint8Array, recordStart: number): number {
  const at = recordStart + field.offset;
  return field.blankIsZero && isBlank(bytes, at, field.length) ? 0 : numberAt(bytes, at, field.length);
}
