/**
 * What do the data records say? As columns over the bytes, one entry for each data record that is read.
 *
 * A million objects would cost a second and 400 MB more than these arrays do (docs/decisions/0002-columns.md).
 */
import { allAre, numberAt } from './bytes';
import { dayIn, numberIn } from './fields';
import { STANDING } from './grammar';
import { fieldNamed, NOTICE_KINDS, RECORD_TYPE, type Layout, type NoticeKind, type PlacedField } from './layout';
import type { CutFile } from './settlementFile';

/** 0 in `Notices.kind`: a kind that the layout does not know; the known ones are 1 to 3 in the order of NOTICE_KINDS. */
export const UNKNOWN_KIND = 0;
export const kindNumber = (kind: NoticeKind): number => NOTICE_KINDS.indexOf(kind) + 1;
export const PRELIMINARY = kindNumber('preliminary');
export const CONFIRMED = kindNumber('confirmed');
export const CANCELLED = kindNumber('preliminaryCancelled');

/** Columns; each array has one entry a notice. */
export interface Notices {
  readonly count: number;
  /** Index of the file in the run. */
  readonly file: Int32Array;
  /** 0-based record of that file. */
  readonly record: Int32Array;
  /** Index of the group in its file. */
  readonly group: Int32Array;
  readonly kind: Uint8Array;
  /** yyyymmdd, 0 when there is none to be read. */
  readonly paidDate: Int32Array;
  /** 支払い期限日 of the barcode, yyyymmdd, 0 for none. */
  readonly barcodeDueDate: Int32Array;
  /** Yen (an integer; up to 15 digits are exact in a double), -1 when unreadable. */
  readonly amount: Float64Array;
  /** 再発行区分, 0 where the layout has none, -1 when unreadable. */
  readonly reissueNumber: Float64Array;
  /** 1: an error in kind, paid date or barcode holds the notice back; it clears nothing. */
  readonly held: Uint8Array;
}

export function allocateNotices(count: number): Notices {
  return {
    count,
    file: new Int32Array(count),
    record: new Int32Array(count),
    group: new Int32Array(count),
    kind: new Uint8Array(count),
    paidDate: new Int32Array(count),
    barcodeDueDate: new Int32Array(count),
    amount: new Float64Array(count),
    reissueNumber: new Float64Array(count),
    held: new Uint8Array(count),
  };
}

/** Reads the notices of a file into the columns from `first` on; the file's own index is `fileIndex`. */
export function readNotices(notices: Notices, file: CutFile, fileIndex: number, first: number): void {
  const { bytes, layout } = file;
  const { starts } = file.cut;
  const { standings, types, groupOf } = file.grammar;
  const dueDate = fieldNamed(layout, 'data', 'paymentDueDate');
  const reissueNumber = fieldNamed(layout, 'data', 'reissueNumber');
  const dataType = RECORD_TYPE.data.charCodeAt(0);
  let notice = first;
  for (let record = 0; record < types.length; record++) {
    if (types[record] !== dataType || standings[record] !== STANDING.read) continue;
    const start = starts[record]!;
    notices.file[notice] = fileIndex;
    notices.record[notice] = record;
    notices.group[notice] = groupOf[record]!;
    notices.kind[notice] = noticeKindAt(layout, bytes, start);
    notices.paidDate[notice] = dayIn(layout.paidDate, bytes, start);
    notices.amount[notice] = numberIn(layout.amount, bytes, start);
    notices.barcodeDueDate[notice] = dueDate === null ? 0 : dayIn(dueDate, bytes, start);
    notices.reissueNumber[notice] = reissueNumber === null ? 0 : numberIn(reissueNumber, bytes, start);
    notice++;
  }
}

/** The number of the notice kind that a data record names, or UNKNOWN_KIND. */
export function noticeKindAt(layout: Layout, bytes: Uint8Array, recordStart: number): number {
  const at = recordStart + layout.noticeKind.offset;
  for (const [code, kind] of layout.noticeKindCodes) {
    let same = true;
    for (let i = 0; i < code.length && same; i++) same = bytes[at + i] === code.charCodeAt(i);
    if (same) return kindNumber(kind);
  }
  return UNKNOWN_KIND;
}

const SPACE = 0x20;
const ZERO = 0x30;

/** Whether a time is none or 0000: head offices blank it. */
export function isBlankTime(field: PlacedField | null, bytes: Uint8Array, recordStart: number): boolean {
  if (field === null) return true;
  const at = recordStart + field.offset;
  return isNoTime(field, bytes, recordStart) || (field.length === 4 && allAre(bytes, at, 4, ZERO));
}

/** Whether the time field is missing from the layout, or all spaces. */
export function isNoTime(field: PlacedField | null, bytes: Uint8Array, recordStart: number): boolean {
  return field === null || allAre(bytes, recordStart + field.offset, field.length, SPACE);
}

/** Whether year and number of the notice's barcode are all digits, so that its slip is known. */
export function hasSlipKey(layout: Layout, bytes: Uint8Array, recordStart: number): boolean {
  const { fiscalYear, slipNumber } = layout;
  return isDigits(bytes, recordStart + fiscalYear.offset, fiscalYear.length) && isDigits(bytes, recordStart + slipNumber.offset, slipNumber.length);
}

const isDigits = (bytes: Uint8Array, at: number, length: number): boolean => numberAt(bytes, at, length) >= 0;
