/** What may a field hold, and which layouts are refused? A byte is one character here. (CONTRACT 2 and 9) */
import { decode, encode } from 'iconv-lite';
import { day } from './calendar';

export interface Field {
  readonly name: string;
  readonly length: number;
  readonly kind: string;
  readonly value?: string;
  readonly none?: string;
}
export type Kind = 'preliminary' | 'confirmed' | 'preliminaryCancelled';
export const KINDS: readonly Kind[] = ['preliminary', 'confirmed', 'preliminaryCancelled'];
export type RecordName = 'header' | 'data' | 'trailer' | 'end';
export interface Layout {
  readonly id: string;
  readonly recordLength: number;
  readonly charset: string;
  readonly records: Readonly<Record<RecordName, readonly Field[]>>;
  readonly barcode: readonly Field[];
  readonly noticeKinds: Readonly<Record<string, Kind>>;
  readonly recordCountIncludes: string;
}

/** What stopped the run: exit 2. */
export class Refused extends Error {}

export const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** A field's raw text for people: itself when every byte is 20-7E, else hexadecimal. */
export const shown = (text: string): string => (/^[\x20-\x7e]*$/.test(text) ? text : `0x${Buffer.from(text, 'latin1').toString('hex')}`);

/** The fields of a record by name. */
export function cut(fields: readonly Field[], text: string): Map<string, string> {
  const parts = new Map<string, string>();
  let at = 0;
  for (const { name, length } of fields) parts.set(name, text.slice(at, (at += length)));
  return parts;
}

/** The day that a field of any date kind holds, or null. */
export const dayOf = (text: string | undefined): string | null => (text === undefined ? null : day(text.length === 6 ? `20${text}` : text));

/** The characters of a charset: what it can write again exactly as it was read. */
function isText(charset: string, text: string): boolean {
  const bytes = Buffer.from(text, 'latin1');
  if (charset === 'ascii') return /^[\x00-\x7f]*$/.test(text);
  const name = charset === 'shift_jis' ? 'cp932' : 'utf8';
  const read = decode(bytes, name, { stripBOM: false });
  return !read.includes('\ufffd') || (name === 'utf8' && encode(read, name).equals(bytes));
}

export function fits({ kind, value, none }: Field, text: string, layout: Layout): boolean {
  switch (kind) {
    case 'constant':
      return text === value;
    case 'date':
      return dayOf(text) !== null;
    case 'optionalDate':
      return dayOf(text) !== null || /^( *|0*)$/.test(text);
    case 'optionalTime':
      return /^(([01]\d|2[0-3])[0-5]\d| *)$/.test(text);
    case 'shortDate':
      return text === none || dayOf(text) !== null;
    case 'code':
      return /^[A-Za-z0-9 ]*$/.test(text);
    case 'count':
    case 'yen':
    case 'checkDigit':
      return isDigits(text);
    case 'noticeKind':
      return Object.hasOwn(layout.noticeKinds, text);
    case 'text':
      return isText(layout.charset, text);
    default:
      return true; // filler; a barcode is judged part by part
  }
}

export function checkDigit(barcode: string): string {
  const sum = [...barcode.slice(0, 43)].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

const FIELD_KINDS = 'constant date optionalDate optionalTime shortDate code count yen noticeKind barcode checkDigit text filler'.split(' ');
const TYPES: Readonly<Record<RecordName, string>> = { header: '1', data: '2', trailer: '8', end: '9' };
const total = (fields: readonly Field[]): number => fields.reduce((sum, { length }) => sum + length, 0);

export function refuseLayout(layout: Layout, builtIn: readonly Layout[]): void {
  const refuse = (why: string): never => {
    throw new Refused(`layout ${layout.id}: ${why}`);
  };
  if (layout.recordLength > 10_000) refuse('recordLength');
  if (!['shift_jis', 'utf-8', 'ascii'].includes(layout.charset)) refuse('charset');
  if (total(layout.barcode) !== 44) refuse('barcode length');
  for (const [name, type] of Object.entries(TYPES)) {
    const fields = layout.records[name as RecordName];
    if (total(fields) !== layout.recordLength) refuse(`${name} length`);
    if (fields[0]?.kind !== 'constant' || fields[0].value !== type) refuse(`${name} type`);
  }
  for (const fields of [...Object.values(layout.records), layout.barcode]) {
    const names = fields.filter(({ kind }) => kind !== 'filler').map(({ name }) => name);
    if (new Set(names).size < names.length) refuse('repeated name');
    for (const { kind, length, value } of fields) {
      if (!FIELD_KINDS.includes(kind)) refuse('kind');
      if (kind === 'constant' && value?.length !== length) refuse('constant');
      if ((kind === 'count' || kind === 'yen') && length > 15) refuse('digits');
      if (kind === 'noticeKind' && Object.keys(layout.noticeKinds).some((key) => key.length !== length)) refuse('key');
    }
  }
  const once = (what: (field: Field) => boolean): boolean => layout.records.data.filter(what).length === 1;
  if (!once(({ kind }) => kind === 'noticeKind') || !once(({ name }) => name === 'paidDate') || !once(({ kind }) => kind === 'barcode')) refuse('data');
  const parts = layout.barcode.map(({ name }) => name);
  if (!['fiscalYear', 'slipNumber', 'amount', 'checkDigit'].every((name) => parts.includes(name))) refuse('barcode');
  if (!Object.values(layout.noticeKinds).every((kind) => KINDS.includes(kind))) refuse('noticeKinds');
  const same = builtIn.find(({ id }) => id === layout.id);
  if (same && JSON.stringify(same) !== JSON.stringify(layout)) refuse('built-in id');
}
