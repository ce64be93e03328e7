/** What may a field hold? A byte is one character here. Which layouts are refused, the fuzzer knows: it spoils them itself. (CONTRACT 2 and 9) */
import { decode } from 'iconv-lite';
import { day } from './calendar';

export type Field = Readonly<{ name: string; length: number; kind: string; value?: string; none?: string }>;
export const KINDS = ['preliminary', 'confirmed', 'preliminaryCancelled'] as const;
export type Kind = (typeof KINDS)[number];
export const ITEMS = KINDS.flatMap((kind) => [`${kind}Count`, `${kind}Amount`]);
export type RecordName = 'header' | 'data' | 'trailer' | 'end';
type Records = Readonly<Record<RecordName, readonly Field[]>>;
type Layers = Readonly<{ records: Records; barcode: readonly Field[]; noticeKinds: Readonly<Record<string, Kind>> }>;
export type Layout = Layers & Readonly<{ id: string; recordLength: number; charset: string; recordCountIncludes: string }>;

/** What stopped the run: exit 2. */
export class Refused extends Error {}

export const isDigits = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text);
/** A field's raw text for people: itself when every byte is 20-7E, else hexadecimal. */
export const shown = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `0x${Buffer.from(text, 'latin1').toString('hex')}`);
/** The day that a field of any date kind holds, or null. */
export const dayOf = (text: string | undefined): string | null => (text === undefined ? null : day(text.length === 6 ? `20${text}` : text));
/** The fields of a record by name. */
export function cut(fields: readonly Field[], text: string): Map<string, string> {
  let at = 0;
  return new Map(fields.map(({ name, length }) => [name, text.slice(at, (at += length))]));
}

function isText(charset: string, text: string): boolean {
  if (charset === 'ascii') return /^[\x00-\x7f]*$/.test(text);
  return !decode(Buffer.from(text, 'latin1'), charset === 'shift_jis' ? 'cp932' : 'utf8').includes('\ufffd');
}

export function fits({ kind, value, none }: Field, text: string, layout: Layout): boolean {
  if (kind === 'constant') return text === value;
  if (kind === 'date') return dayOf(text) !== null;
  if (kind === 'optionalDate') return dayOf(text) !== null || /^( *|0*)$/.test(text);
  if (kind === 'optionalTime') return /^(([01]\d|2[0-3])[0-5]\d| *)$/.test(text);
  if (kind === 'shortDate') return text === none || dayOf(text) !== null;
  if (kind === 'code') return /^[A-Za-z0-9 ]*$/.test(text);
  if (kind === 'count' || kind === 'yen') return isDigits(text);
  if (kind === 'noticeKind') return Object.hasOwn(layout.noticeKinds, text);
  return kind !== 'text' || isText(layout.charset, text); // filler holds anything; a barcode is judged part by part
}

export function checkDigit(barcode: string): string {
  const sum = [...barcode.slice(0, 43)].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}
