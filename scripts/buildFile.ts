/** How is a settlement file of invented values made? Through the product's own encoder; used for samples, tests and the benchmark. */
import { codec } from '../src/charset';
import { concatenated, encodeRecord, leafFields, withCheckDigit, type FieldContent } from '../src/file/encode';
import { asciiBytes } from '../src/file/bytes';
import { TRAILER_ITEMS, type Layout, type NoticeKind, type PlacedField, type RecordName } from '../src/file/layout';
import { WARD_LAYOUT } from '../src/file/layouts';

/** Field contents by layout name; what is not given is blank, or what its kind demands. */
export type Contents = Readonly<Record<string, string>>;

export interface NoticeInput {
  readonly kind: NoticeKind;
  /** YYYYMMDD. */
  readonly paidDate: string;
  /** HHMM; blank when not given. */
  readonly paidTime?: string;
  readonly fiscalYear?: string;
  readonly slipNumber: string;
  readonly reissueNumber?: number;
  /** YYMMDD. */
  readonly paymentDueDate?: string;
  readonly amount: number;
  readonly storeCode?: string;
  /** Any other field by its layout name; wins over what is computed. */
  readonly also?: Contents;
}

export interface GroupInput {
  /** YYYYMMDD. */
  readonly createdDate: string;
  readonly billerCode?: string;
  readonly notices: readonly NoticeInput[];
  readonly header?: Contents;
  /** Trailer items that shall not be what the notices add up to. */
  readonly trailer?: Contents;
}

export interface FileInput {
  readonly groups: readonly GroupInput[];
  readonly layout?: Layout;
  readonly end?: Contents;
  /** '' for none. */
  readonly lineEnd?: string;
}

/** The bytes of one record. */
export function buildRecord(layout: Layout, record: RecordName, contents: Contents): Uint8Array {
  const values = leafFields(layout, record).map((field): FieldContent => contents[field.name] ?? blank(field));
  return encodeRecord(layout, { record, values }, codec);
}

function blank(field: PlacedField): string {
  if (field.kind === 'constant') return field.value;
  if (field.kind === 'shortDate' && field.none !== '') return field.none;
  const isNumber = field.kind === 'count' || field.kind === 'yen' || field.kind === 'checkDigit';
  return (isNumber ? '0' : ' ').repeat(field.length);
}

/** The bytes of one data record, with a right check digit unless `also` says otherwise. */
export function buildNotice(notice: NoticeInput, layout = WARD_LAYOUT): Uint8Array {
  const { kind, paidDate, paidTime, fiscalYear = '2027', slipNumber, reissueNumber = 0, paymentDueDate, amount, storeCode = '0001234', also = {} } = notice;
  const number = (name: string, value: string): string => value.padStart(partOf(layout, name)?.length ?? value.length, '0');
  const contents: Record<string, string> = {
    noticeKind: layout.noticeKindCodes.find((code) => code.kind === kind)!.code,
    paidDate,
    ...(paidTime === undefined ? {} : { paidTime }),
    makerCode: '912345',
    fiscalYear,
    slipNumber: number('slipNumber', slipNumber),
    reissueNumber: number('reissueNumber', String(reissueNumber)),
    ...(paymentDueDate === undefined ? {} : { paymentDueDate }),
    revenueStamp: '0',
    amount: number('amount', String(amount)),
    storeCode: storeCode.padStart(7, '0'),
    chainCode: '003711'.slice(0, layout.placed.data.find(({ name }) => name === 'chainCode')?.length),
    ...also,
  };
  const digits = layout.barcodeField.parts.map((part) => contents[part.name] ?? blank(part)).join('');
  return buildRecord(layout, 'data', { ...contents, checkDigit: also.checkDigit ?? withCheckDigit(digits.slice(0, -1)).slice(-1) });
}

const partOf = (layout: Layout, name: string): PlacedField | undefined => layout.barcodeField.parts.find((part) => part.name === name);

/** The records of a file, one by one. */
export function buildRecords({ groups, layout = WARD_LAYOUT, end = {} }: FileInput): Uint8Array[] {
  const records = groups.flatMap((group) => {
    const header = buildRecord(layout, 'header', {
      createdDate: group.createdDate,
      agentCode: codeOf(layout, 'agentCode', '058020'),
      billerCode: group.billerCode ?? '13104',
      usage: '1',
      ...group.header,
    });
    const totals = Object.fromEntries(TRAILER_ITEMS.map(({ name, kind, measure }) => [name, total(layout, name, group.notices, kind, measure)]));
    return [header, ...group.notices.map((notice) => buildNotice(notice, layout)), buildRecord(layout, 'trailer', { ...totals, ...group.trailer })];
  });
  const width = layout.placed.end.find(({ name }) => name === 'recordCount')?.length ?? 0;
  return [...records, buildRecord(layout, 'end', { recordCount: String(records.length + 1).padStart(width, '0'), ...end })];
}

const codeOf = (layout: Layout, name: string, code: string): string => code.slice(0, layout.placed.header.find((field) => field.name === name)?.length ?? 0);

function total(layout: Layout, name: string, notices: readonly NoticeInput[], kind: NoticeKind, measure: 'count' | 'amount'): string {
  const counted = notices.filter((notice) => notice.kind === kind);
  const value = measure === 'count' ? counted.length : counted.reduce((sum, { amount }) => sum + amount, 0);
  return String(value).padStart(layout.placed.trailer.find((field) => field.name === name)?.length ?? 0, '0');
}

/** The bytes of a whole file, every record followed by the line end. */
export function buildFile(input: FileInput): Uint8Array {
  const lineEnd = asciiBytes(input.lineEnd ?? '\r\n');
  return concatenated(buildRecords(input).flatMap((record) => [record, lineEnd]));
}
