/**
 * What do the digits of a barcode say besides the slip number?
 *
 * Many slips share them (same amount, same due date), so each distinct run of digits is read once for a whole file of a million.
 */
import type { Day } from './calendar';
import { ByteTexts } from './byteTexts';
import { dayIn, numberIn } from './fields';
import { barcodePart, type Layout, type PlacedField } from './layout';

/** Parts that are the same in all sound barcodes of a slip whose other parts agree: its year and number, constants, the check digit. */
const isGivenBySlip = (layout: Layout, part: PlacedField): boolean =>
  part === layout.fiscalYear || part === layout.slipNumber || part.kind === 'constant' || part.kind === 'checkDigit';

/** One entry for each distinct run of the digits that the slip does not tell; with the slip, an id stands for all 44 of a sound barcode. */
export class Barcodes {
  /** Yen (an integer), -1 when unreadable. */
  readonly amount: number[] = [];
  /** 再発行区分, -1 when unreadable or not in the layout. */
  readonly reissueNumber: number[] = [];
  /** 支払い期限日, yyyymmdd, 0 for none. */
  readonly dueDate: Day[] = [];
  private readonly texts = new ByteTexts();

  /** A reader of the barcodes of one layout: from the bytes and the start of a record to an id. */
  readerOf(layout: Layout): (bytes: Uint8Array, recordStart: number) => number {
    const dueDate = barcodePart(layout, 'paymentDueDate');
    const reissueNumber = barcodePart(layout, 'reissueNumber');
    const telling = layout.barcodeField.parts.filter((part) => !isGivenBySlip(layout, part));
    const offsets = Int32Array.from(telling.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => offset + i)));
    // Two layouts may cut the same digits elsewhere: which digits these are is part of the text.
    const prefix = Uint8Array.from(telling.flatMap(({ offset, length }) => [offset - layout.barcodeField.offset, length]));
    const text = new Uint8Array(prefix.length + offsets.length);
    text.set(prefix);
    return (bytes, recordStart) => {
      for (let i = 0; i < offsets.length; i++) text[prefix.length + i] = bytes[recordStart + offsets[i]!]!;
      const id = this.texts.idOf(text, 0, text.length);
      if (id === this.amount.length) this.add(layout.amount, reissueNumber, dueDate, bytes, recordStart);
      return id;
    };
  }

  private add(amount: PlacedField, reissueNumber: PlacedField | null, dueDate: PlacedField | null, bytes: Uint8Array, recordStart: number): void {
    this.amount.push(numberIn(amount, bytes, recordStart));
    this.reissueNumber.push(reissueNumber === null ? -1 : numberIn(reissueNumber, bytes, recordStart));
    this.dueDate.push(dueDate === null ? 0 : dayIn(dueDate, bytes, recordStart));
  }
}
