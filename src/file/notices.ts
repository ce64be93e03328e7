/**
 * What do the data records say? As columns over the bytes, one entry for each data record that is read.
 *
 * A million objects would cost a second and 400 MB more than these arrays do (docs/decisions/0002-columns.md).
 */
import { allAre } from './bytes';
import { areDigits, dayIn } from './fields';
import { STANDING } from './grammar';
import { Barcodes } from './barcodes';
import { fieldNamed, RECORD_TYPE, type Layout, type NoticeKind } from './layout';
import { ShortTexts } from './shortTexts';
import type { CutFile } from './settlementFile';
import type { TextCodec } from './text';

const SPACE = 0x20;

/** 0 in `Notices.kind`: a kind that the layout does not know; the known ones are 1 to 3 in the order of NOTICE_KINDS. */
export const UNKNOWN_KIND = 0;
const NUMBER_OF_KIND: Record<NoticeKind, number> = { preliminary: 1, confirmed: 2, preliminaryCancelled: 3 };
export const kindNumber = (kind: NoticeKind): number => NUMBER_OF_KIND[kind];
export const PRELIMINARY = kindNumber('preliminary');
export const CONFIRMED = kindNumber('confirmed');
export const CANCELLED = kindNumber('preliminaryCancelled');

/** What `noticeKindAt` answers for the codes of `otherKinds`. */
export const TAKES_BACK = 4;
export const IGNORED = 5;

/** The key of no text: no text has no bytes. */
export const NO_TEXT = 0;

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
  /** 収納時間 and 収納店舗コード as written: keys of `texts`; NO_TEXT where the layout has no such field or a time is all spaces. */
  readonly paidTime: Float64Array;
  readonly storeCode: Float64Array;
  readonly texts: ShortTexts;
  /** The barcode without the slip number: an id in `barcodes`, which tells its amount, reissue number and due date. */
  readonly barcode: Int32Array;
  readonly barcodes: Barcodes;
  /** TAKES_BACK where a notice takes a confirmed payment back (its kind is then CANCELLED), IGNORED where it is to be left out (UNKNOWN_KIND); else 0. */
  readonly otherKind: Uint8Array;
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
    paidTime: new Float64Array(count),
    storeCode: new Float64Array(count),
    texts: new ShortTexts(),
    barcode: new Int32Array(count),
    barcodes: new Barcodes(),
    otherKind: new Uint8Array(count),
    held: new Uint8Array(count),
  };
}

/** Reads the notices of a file into the columns from `first` on; the file's own index is `fileIndex`. */
export function readNotices(notices: Notices, file: CutFile, fileIndex: number, first: number, codec: TextCodec): void {
  const { bytes, layout } = file;
  const { starts } = file.cut;
  const { standings, types, groupOf } = file.grammar;
  const paidTime = fieldNamed(layout, 'data', 'paidTime');
  const storeCode = fieldNamed(layout, 'data', 'storeCode');
  const barcodeAt = notices.barcodes.readerOf(layout, codec);
  const dataType = RECORD_TYPE.data.charCodeAt(0);
  let notice = first;
  for (let record = 0; record < types.length; record++) {
    if (types[record] !== dataType || standings[record] !== STANDING.read) continue;
    const start = starts[record]!;
    notices.file[notice] = fileIndex;
    notices.record[notice] = record;
    notices.group[notice] = groupOf[record]!;
    const kind = noticeKindAt(layout, bytes, start);
    notices.kind[notice] = kind;
    if (kind >= TAKES_BACK) {
      notices.otherKind[notice] = kind;
      notices.kind[notice] = kind === TAKES_BACK ? CANCELLED : UNKNOWN_KIND;
    }
    notices.paidDate[notice] = dayIn(layout.paidDate, bytes, start);
    if (paidTime !== null && !allAre(bytes, start + paidTime.offset, paidTime.length, SPACE)) {
      notices.paidTime[notice] = notices.texts.keyOf(bytes, start + paidTime.offset, paidTime.length);
    }
    if (storeCode !== null) notices.storeCode[notice] = notices.texts.keyOf(bytes, start + storeCode.offset, storeCode.length);
    notices.barcode[notice] = barcodeAt(bytes, start);
    notice++;
  }
}

/** The number of the notice kind that a data record names, TAKES_BACK or IGNORED, or UNKNOWN_KIND. */
export function noticeKindAt({ noticeKind, noticeKindCodes, otherKindCodes }: Layout, bytes: Uint8Array, recordStart: number): number {
  const at = recordStart + noticeKind.offset;
  for (const { bytes: code, kind } of noticeKindCodes) if (holds(bytes, at, code)) return kindNumber(kind);
  for (const { bytes: code, kind } of otherKindCodes) if (holds(bytes, at, code)) return kind === 'takesBack' ? TAKES_BACK : IGNORED;
  return UNKNOWN_KIND;
}

function holds(bytes: Uint8Array, at: number, code: Uint8Array): boolean {
  let i = code.length - 1;
  while (i >= 0 && bytes[at + i] === code[i]) i--;
  return i < 0;
}

/** Whether year and number of the notice's barcode are all digits, so that its slip is known. */
export function hasSlipKey(layout: Layout, bytes: Uint8Array, recordStart: number): boolean {
  const { fiscalYear, slipNumber } = layout;
  const hasYear = fiscalYear === null || areDigits(bytes, recordStart + fiscalYear.offset, fiscalYear.length);
  return hasYear && areDigits(bytes, recordStart + slipNumber.offset, slipNumber.length);
}
