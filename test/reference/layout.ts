/** What may a field hold, and which layouts are refused? A byte is one character here. (CONTRACT 2 and 9) */
import { decode } from 'iconv-lite';
import { day } from './calendar';

export type Field = Readonly<{ name: string; length: number; kind: string; value?: string; none?: string }>;
export const KINDS = ['preliminary', 'confirmed', 'preliminaryCancelled'] as const;
export type Kind = (typeof KINDS)[number];
export const ITEMS = KINDS.flatMap((kind) => [`${kind}Count`, `${kind}Amount`]);
const TYPES = { header: '1', data: '2', trailer: '8', end: '9' };
export type RecordName = keyof typeof TYPES;
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

const FIELD_KINDS = /^(constant|date|optionalDate|optionalTime|shortDate|code|count|yen|noticeKind|barcode|checkDigit|text|filler)$/;
export function refuseLayout(layout: Layout, builtIn: readonly Layout[]): void {
  const { id, recordLength, charset, records, barcode, noticeKinds } = layout;
  const total = (fields: readonly Field[]): number => fields.reduce((sum, { length }) => sum + length, 0);
  const lists = Object.values(records);
  const all = [...lists.flat(), ...barcode];
  const once = (what: (field: Field) => boolean): boolean => records.data.filter(what).length === 1;
  const repeats = (fields: readonly Field[]): boolean =>
    fields.some(({ name, kind }, at) => kind !== 'filler' && fields.findIndex((one) => one.name === name) < at);
  const faults: Readonly<Record<string, boolean>> = {
    'lengths that do not add up': total(barcode) !== 44 || lists.some((fields) => total(fields) !== recordLength),
    'an unknown kind': all.some(({ kind }) => !FIELD_KINDS.test(kind)),
    'another charset': !['shift_jis', 'utf-8', 'ascii'].includes(charset),
    'another record type': Object.entries(TYPES).some(([name, type]) => records[name as RecordName][0]?.value !== type),
    'not one notice kind or barcode': !once(({ kind }) => kind === 'noticeKind') || !once(({ kind }) => kind === 'barcode'),
    'not one paid date': !once(({ name }) => name === 'paidDate'),
    'a barcode without a part': ['fiscalYear', 'slipNumber', 'amount', 'checkDigit'].some((part) => !barcode.some(({ name }) => name === part)),
    'another notice kind': Object.values(noticeKinds).some((kind) => !KINDS.includes(kind)),
    'a constant of another length': all.some(({ kind, value, length }) => kind === 'constant' && value?.length !== length),
    'a key of another length': all.some(({ kind, length }) => kind === 'noticeKind' && Object.keys(noticeKinds).some((key) => key.length !== length)),
    'a repeated name': [...lists, barcode].some(repeats),
    "a built-in layout's id": builtIn.some((one) => one.id === id && JSON.stringify(one) !== JSON.stringify(layout)),
    'over 15 digits': all.some(({ kind, length }) => (kind === 'count' || kind === 'yen') && length > 15),
    'over 10,000 bytes': recordLength > 10_000,
  };
  for (const [fault, is] of Object.entries(faults)) if (is) throw new Refused(`layout ${id}: ${fault}`);
}
