/**
 * What does a record look like? A layout is data (a JSON file); this page says which data is a layout, and where its fields lie.
 *
 * Lengths and offsets are bytes. Source of the rules: docs/format.md, "A layout".
 */

import { asciiBytes } from './bytes';
import { NOTICE_KINDS, type NoticeKind } from './noticeKinds';

export const FIELD_KINDS = [
  'constant',
  'date',
  'optionalDate',
  'optionalTime',
  'shortDate',
  'code',
  'count',
  'yen',
  'noticeKind',
  'barcode',
  'checkDigit',
  'text',
  'filler',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export { NOTICE_KINDS, type NoticeKind };

export const RECORD_NAMES = ['header', 'data', 'trailer', 'end'] as const;
export type RecordName = (typeof RECORD_NAMES)[number];

/** The first byte of each record. */
export const RECORD_TYPE: Record<RecordName, string> = { header: '1', data: '2', trailer: '8', end: '9' };

export const CHARSETS = ['shift_jis', 'utf-8', 'ascii'] as const;
export type Charset = (typeof CHARSETS)[number];

export const RECORD_COUNT_INCLUDES = ['allRecords', 'dataRecords', 'unknown'] as const;
export type RecordCountIncludes = (typeof RECORD_COUNT_INCLUDES)[number];

/** Kinds of notice that clear nothing by themselves: taken back is a confirmed payment; ignored ones are listed and left out. */
export const OTHER_KINDS = ['takesBack', 'ignored'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

export const SEPARATORS = [',', ';', '\t'] as const;

/** A file of comma-separated rows; each field is a column, in their order. */
export interface CsvForm {
  readonly separator: (typeof SEPARATORS)[number];
  /** Rows of headings before the first record. */
  readonly headingRows: number;
}

/** Where a CSV field stands when not in a column of its own: nowhere in the file, or in the column of the field before it. */
export const COLUMN_PLACES = ['none', 'joined'] as const;
export type ColumnPlace = (typeof COLUMN_PLACES)[number];

export interface Field {
  readonly name: string;
  /** The official Japanese title. */
  readonly title: string;
  /** Bytes. */
  readonly length: number;
  readonly kind: FieldKind;
  /** What a constant holds. */
  readonly value?: string;
  /** What a shortDate holds when there is no date. */
  readonly none?: string;
  /** In CSV files, where it is not a column of its own. */
  readonly column?: ColumnPlace;
  /** Of a count or yen: all spaces mean 0. */
  readonly blank?: 'zero';
}

export interface LayoutData {
  readonly id: string;
  readonly title: string;
  /** Whether the agent has confirmed the widths. */
  readonly verified: boolean;
  readonly source: string;
  readonly recordLength: number;
  readonly charset: Charset;
  readonly records: Readonly<Record<RecordName, readonly Field[]>>;
  readonly barcode: readonly Field[];
  readonly noticeKinds: Readonly<Record<string, NoticeKind>>;
  readonly recordCountIncludes: RecordCountIncludes;
  /** Records that the agent's files do not have; their lists are empty or not there. */
  readonly lacks?: readonly RecordName[];
  readonly csv?: CsvForm;
  /** The barcode holds no fiscal year: slips are found by number alone. */
  readonly withoutFiscalYear?: true;
  /** Codes of the notice kind beside those of `noticeKinds`. */
  readonly otherKinds?: Readonly<Record<string, OtherKind>>;
}

/** A field with its place. */
export interface PlacedField extends Omit<Field, 'blank'> {
  /** Bytes from the start of the record; for a part of the barcode too. */
  readonly offset: number;
  /** '' where there is none: every placed field has the same shape, which the readers of a million records feel. */
  readonly value: string;
  readonly none: string;
  /** Whether all spaces mean 0. */
  readonly blankIsZero: boolean;
  /** The parts of a barcode field; empty for the others. */
  readonly parts: readonly PlacedField[];
}

/** The trailer's items, in the order in which they are shown. */
export const TRAILER_ITEMS = NOTICE_KINDS.flatMap((kind) => [
  { name: `${kind}Count`, kind, measure: 'count' as const },
  { name: `${kind}Amount`, kind, measure: 'amount' as const },
]);

/** A layout that was found sound, with every field placed. */
export interface Layout extends LayoutData {
  readonly placed: Readonly<Record<RecordName, readonly PlacedField[]>>;
  /** The codes of `noticeKinds` with their kinds, as a list. */
  readonly noticeKindCodes: readonly { readonly code: string; readonly bytes: Uint8Array; readonly kind: NoticeKind }[];
  readonly otherKindCodes: readonly { readonly code: string; readonly bytes: Uint8Array; readonly kind: OtherKind }[];
  readonly noticeKind: PlacedField;
  readonly paidDate: PlacedField;
  readonly barcodeField: PlacedField;
  /** The data record's fields that can be wrong, and the parts that can be wrong in a barcode of digits. */
  readonly judgedFields: readonly PlacedField[];
  readonly judgedParts: readonly PlacedField[];
  /** null: slips are found by number alone. */
  readonly fiscalYear: PlacedField | null;
  readonly slipNumber: PlacedField;
  readonly amount: PlacedField;
  /** An amount beside the barcode, which must be the barcode's. */
  readonly amountBeside: PlacedField | null;
  readonly checkDigit: PlacedField;
}

/** What a property must be; a list: one of these. */
export type LayoutNeed = 'object' | 'text' | 'positiveInteger' | 'fields' | readonly string[];

/** Why a JSON value is no layout. `at` is the record, field or property that is wrong. */
export type LayoutProblem =
  | { readonly code: 'notALayout'; readonly at: string; readonly needs: LayoutNeed }
  | { readonly code: 'lengthSum'; readonly at: string; readonly expected: number; readonly actual: number }
  | { readonly code: 'unknownKind'; readonly at: string; readonly actual: string }
  | { readonly code: 'charset'; readonly actual: string }
  | { readonly code: 'recordType'; readonly at: RecordName; readonly expected: string; readonly actual: string }
  | { readonly code: 'notExactlyOne'; readonly at: string; readonly actual: number }
  | { readonly code: 'missingPart'; readonly at: string }
  | { readonly code: 'noticeKind'; readonly at: string; readonly actual: string }
  | { readonly code: 'valueLength'; readonly at: string; readonly expected: number; readonly actual: number }
  | { readonly code: 'repeatedName'; readonly at: string }
  | { readonly code: 'builtInChanged'; readonly at: string }
  | { readonly code: 'tooLong'; readonly at: string; readonly limit: number; readonly actual: number };

const BARCODE_LENGTH = 44;
/** Digits of a count or an amount: all are exact in a double. */
export const MOST_DIGITS = 15;
const LONGEST_RECORD = 10_000;
const FIXED_LENGTHS: Partial<Record<FieldKind, number>> = {
  date: 8,
  optionalDate: 8,
  optionalTime: 4,
  shortDate: 6,
  barcode: BARCODE_LENGTH,
  checkDigit: 1,
};

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPositiveInteger = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value > 0;
const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Reads a parsed JSON value as a layout; throws nothing: the first problem found is the answer. */
export function readLayout(json: unknown): { layout: Layout } | { problem: LayoutProblem } {
  const problem = shapeProblem(json) ?? ruleProblem(json as unknown as LayoutData);
  return problem === null ? { layout: place(json as unknown as LayoutData) } : { problem };
}

/** Whether two layouts say the same, whatever the order of their properties. */
export function sameLayout(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, index) => sameLayout(item, b[index]));
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return keys.length === Object.keys(b).length && keys.every((key) => key in b && sameLayout(a[key], b[key]));
  }
  return a === b;
}

function shapeProblem(json: unknown): LayoutProblem | null {
  const needs = (at: string, what: LayoutNeed): LayoutProblem => ({ code: 'notALayout', at, needs: what });
  if (!isObject(json)) return needs('', 'object');
  for (const key of ['id', 'title', 'source']) if (typeof json[key] !== 'string' || json[key] === '') return needs(key, 'text');
  if (typeof json.verified !== 'boolean') return needs('verified', ['true', 'false']);
  if (!isPositiveInteger(json.recordLength)) return needs('recordLength', 'positiveInteger');
  if (typeof json.charset !== 'string') return needs('charset', CHARSETS);
  if (!isObject(json.records)) return needs('records', 'object');
  for (const key of Object.keys(json.records)) if (!(RECORD_NAMES as readonly string[]).includes(key)) return needs(`records.${key}`, RECORD_NAMES);
  const lacking = lacksProblem(json);
  if (lacking !== null) return lacking;
  for (const name of RECORD_NAMES) {
    if (lacksRecord(json as Pick<LayoutData, 'lacks'>, name)) continue;
    const problem = fieldsProblem(json.records[name], `records.${name}`);
    if (problem !== null) return problem;
  }
  const problem = fieldsProblem(json.barcode, 'barcode');
  if (problem !== null) return problem;
  if (!isObject(json.noticeKinds) || Object.keys(json.noticeKinds).length === 0) return needs('noticeKinds', 'object');
  if (!(RECORD_COUNT_INCLUDES as readonly unknown[]).includes(json.recordCountIncludes)) return needs('recordCountIncludes', RECORD_COUNT_INCLUDES);
  return null;
}

/** Whether the agent's files do not have such a record. */
export const lacksRecord = ({ lacks = [] }: Pick<LayoutData, 'lacks'>, name: RecordName): boolean => lacks.includes(name);

const MAY_LACK: readonly RecordName[] = ['header', 'trailer', 'end'];

/** The properties that only some layouts have. */
function lacksProblem(json: Json): LayoutProblem | null {
  const needs = (at: string, what: LayoutNeed): LayoutProblem => ({ code: 'notALayout', at, needs: what });
  const { lacks, csv, otherKinds } = json;
  if (lacks !== undefined) {
    if (!Array.isArray(lacks) || !lacks.every((name) => (MAY_LACK as readonly unknown[]).includes(name))) return needs('lacks', MAY_LACK);
    const listed = (lacks as RecordName[]).find((name) => ((json.records as Json)[name] as readonly unknown[] | undefined)?.length);
    if (listed !== undefined) return { code: 'repeatedName', at: `lacks.${listed}` };
  }
  if (csv !== undefined) {
    if (!isObject(csv)) return needs('csv', 'object');
    if (!(SEPARATORS as readonly unknown[]).includes(csv.separator)) return needs('csv.separator', SEPARATORS);
    if (csv.headingRows !== 0 && !isPositiveInteger(csv.headingRows)) return needs('csv.headingRows', 'positiveInteger');
  }
  if (json.withoutFiscalYear !== undefined && json.withoutFiscalYear !== true) return needs('withoutFiscalYear', ['true']);
  if (otherKinds === undefined) return null;
  if (!isObject(otherKinds)) return needs('otherKinds', 'object');
  for (const [key, kind] of Object.entries(otherKinds)) if (!(OTHER_KINDS as readonly unknown[]).includes(kind)) return needs(`otherKinds.${key}`, OTHER_KINDS);
  return null;
}

function fieldsProblem(fields: unknown, at: string): LayoutProblem | null {
  const needs = (where: string, what: LayoutNeed): LayoutProblem => ({ code: 'notALayout', at: where, needs: what });
  if (!Array.isArray(fields) || fields.length === 0) return needs(at, 'fields');
  for (const [index, field] of (fields as unknown[]).entries()) {
    const here = `${at}[${index}]`;
    if (!isObject(field)) return needs(here, 'object');
    if (typeof field.name !== 'string' || field.name === '') return needs(`${here}.name`, 'text');
    if (typeof field.title !== 'string') return needs(`${here}.title`, 'text');
    if (!isPositiveInteger(field.length)) return needs(`${here}.length`, 'positiveInteger');
    if (typeof field.kind !== 'string') return needs(`${here}.kind`, FIELD_KINDS);
    if (field.kind === 'constant' && typeof field.value !== 'string') return needs(`${here}.value`, 'text');
    if (field.none !== undefined && typeof field.none !== 'string') return needs(`${here}.none`, 'text');
    if (field.column !== undefined && !(COLUMN_PLACES as readonly unknown[]).includes(field.column)) return needs(`${here}.column`, COLUMN_PLACES);
    if (field.blank !== undefined && (field.blank !== 'zero' || (field.kind !== 'count' && field.kind !== 'yen'))) return needs(`${here}.blank`, ['zero']);
  }
  return null;
}

function ruleProblem(layout: LayoutData): LayoutProblem | null {
  if (layout.recordLength > LONGEST_RECORD) return { code: 'tooLong', at: 'recordLength', limit: LONGEST_RECORD, actual: layout.recordLength };
  if (!(CHARSETS as readonly string[]).includes(layout.charset)) return { code: 'charset', actual: layout.charset };
  for (const [key, kind] of Object.entries(layout.noticeKinds)) {
    if (!(NOTICE_KINDS as readonly string[]).includes(kind)) return { code: 'noticeKind', at: key, actual: String(kind) };
  }
  for (const name of RECORD_NAMES) {
    if (lacksRecord(layout, name)) continue;
    const fields = layout.records[name];
    const problem = fieldListProblem(fields, name, layout.recordLength, ['checkDigit']);
    if (problem !== null) return problem;
    const first = fields[0]!;
    const type = first.kind === 'constant' ? first.value!.slice(0, 1) : first.kind;
    if (type !== RECORD_TYPE[name]) return { code: 'recordType', at: name, expected: RECORD_TYPE[name], actual: type };
  }
  const data = layout.records.data;
  const exactlyOne: readonly [string, number][] = [
    ['noticeKind', data.filter((field) => field.kind === 'noticeKind').length],
    ['paidDate', data.filter((field) => field.name === 'paidDate').length],
    ['barcode', data.filter((field) => field.kind === 'barcode').length],
  ];
  for (const [at, actual] of exactlyOne) if (actual !== 1) return { code: 'notExactlyOne', at, actual };
  for (const name of RECORD_NAMES) {
    if (name === 'data' || lacksRecord(layout, name)) continue;
    const stray = layout.records[name].find((field) => field.kind === 'noticeKind' || field.kind === 'barcode');
    if (stray !== undefined) return { code: 'unknownKind', at: `${name}.${stray.name}`, actual: stray.kind };
  }
  const noticeKindLength = data.find((field) => field.kind === 'noticeKind')!.length;
  const otherKinds = Object.keys(layout.otherKinds ?? {});
  const twice = otherKinds.find((key) => key in layout.noticeKinds);
  if (twice !== undefined) return { code: 'repeatedName', at: `otherKinds.${twice}` };
  for (const key of [...Object.keys(layout.noticeKinds), ...otherKinds]) {
    if (key.length !== noticeKindLength || !isPrintableAscii(key))
      return { code: 'valueLength', at: `noticeKinds.${key}`, expected: noticeKindLength, actual: key.length };
  }
  const problem = fieldListProblem(layout.barcode, 'barcode', BARCODE_LENGTH, ['noticeKind', 'barcode']);
  if (problem !== null) return problem;
  const isWithoutYear = layout.withoutFiscalYear === true;
  if (isWithoutYear && layout.barcode.some(({ name }) => name === 'fiscalYear')) return { code: 'repeatedName', at: 'withoutFiscalYear' };
  for (const part of [...(isWithoutYear ? [] : ['fiscalYear']), 'slipNumber', 'amount', 'checkDigit']) {
    if (!layout.barcode.some(({ name, kind }) => name === part && (name !== 'checkDigit' || kind === 'checkDigit'))) return { code: 'missingPart', at: part };
  }
  return null;
}

function fieldListProblem(fields: readonly Field[], at: string, total: number, strayKinds: readonly FieldKind[]): LayoutProblem | null {
  const names = new Set<string>();
  let sum = 0;
  for (const field of fields) {
    const here = `${at}.${field.name}`;
    if (!(FIELD_KINDS as readonly string[]).includes(field.kind) || strayKinds.includes(field.kind))
      return { code: 'unknownKind', at: here, actual: field.kind };
    if (field.kind !== 'filler') {
      if (names.has(field.name)) return { code: 'repeatedName', at: here };
      names.add(field.name);
    }
    const fixed = FIXED_LENGTHS[field.kind];
    if (fixed !== undefined && field.length !== fixed) return { code: 'valueLength', at: here, expected: fixed, actual: field.length };
    for (const value of [field.kind === 'constant' ? field.value : undefined, field.kind === 'shortDate' ? field.none : undefined]) {
      if (value !== undefined && (value.length !== field.length || !isPrintableAscii(value)))
        return { code: 'valueLength', at: here, expected: field.length, actual: value.length };
    }
    if ((field.kind === 'count' || field.kind === 'yen') && field.length > MOST_DIGITS)
      return { code: 'tooLong', at: here, limit: MOST_DIGITS, actual: field.length };
    sum += field.length;
  }
  return sum === total ? null : { code: 'lengthSum', at, expected: total, actual: sum };
}

/** Kinds that any digits satisfy. */
const SOUND_WHEN_DIGITS: readonly FieldKind[] = ['code', 'count', 'yen', 'text', 'filler'];

function place(layout: LayoutData): Layout {
  const placeFields = (fields: readonly Field[], start: number): PlacedField[] => {
    let offset = start;
    return fields.map((field) => {
      const { name, title, length, kind, value = '', none = '', column, blank } = field;
      const at = { offset, blankIsZero: blank === 'zero', ...(column === undefined ? {} : { column }) };
      const placed = { name, title, length, kind, value, none, ...at, parts: kind === 'barcode' ? placeFields(layout.barcode, offset) : [] };
      offset += field.length;
      return placed;
    });
  };
  const placed = {
    header: placeFields(lacksRecord(layout, 'header') ? [] : layout.records.header, 0),
    data: placeFields(layout.records.data, 0),
    trailer: placeFields(lacksRecord(layout, 'trailer') ? [] : layout.records.trailer, 0),
    end: placeFields(lacksRecord(layout, 'end') ? [] : layout.records.end, 0),
  };
  const barcodeField = placed.data.find((field) => field.kind === 'barcode')!;
  const part = (name: string): PlacedField => barcodeField.parts.find((field) => field.name === name)!;
  return {
    ...layout,
    placed,
    noticeKindCodes: Object.entries(layout.noticeKinds).map(([code, kind]) => ({ code, bytes: asciiBytes(code), kind })),
    otherKindCodes: Object.entries(layout.otherKinds ?? {}).map(([code, kind]) => ({ code, bytes: asciiBytes(code), kind })),
    noticeKind: placed.data.find((field) => field.kind === 'noticeKind')!,
    paidDate: placed.data.find((field) => field.name === 'paidDate')!,
    barcodeField,
    judgedFields: placed.data.filter((field) => field.kind !== 'filler'),
    judgedParts: barcodeField.parts.filter((field) => !SOUND_WHEN_DIGITS.includes(field.kind)),
    fiscalYear: layout.withoutFiscalYear === true ? null : part('fiscalYear'),
    slipNumber: part('slipNumber'),
    amount: part('amount'),
    amountBeside: placed.data.find(({ name, kind }) => name === 'amountBeside' && kind === 'yen') ?? null,
    checkDigit: part('checkDigit'),
  };
}

/** The field of that name in a record, or null when the layout lacks it. */
export function fieldNamed(layout: Layout, record: RecordName, name: string): PlacedField | null {
  return layout.placed[record].find((field) => field.name === name) ?? null;
}

/** The part of that name in the barcode, or null when the layout lacks it. */
export function barcodePart(layout: Layout, name: string): PlacedField | null {
  return layout.barcodeField.parts.find((field) => field.name === name) ?? null;
}

/** How many of the seven totals (six trailer items and the record count) a layout lets us compare. */
export function comparableTotals(layout: Layout): number {
  const items = TRAILER_ITEMS.filter((item) => fieldNamed(layout, 'trailer', item.name) !== null).length;
  return items + (layout.recordCountIncludes !== 'unknown' && fieldNamed(layout, 'end', 'recordCount') !== null ? 1 : 0);
}
