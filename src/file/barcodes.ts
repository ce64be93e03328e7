/**
 * What do the digits of a barcode say besides the slip number?
 *
 * Many slips share them (same amount, same due date), so each distinct run of digits is read once for a whole file of a million.
 */
import type { Day } from './calendar';
import { ByteTexts } from './byteTexts';
import { DigitRuns, MOST_DIGITS_OF_A_RUN, NEW_RUN, NOT_DIGITS } from './digitRuns';
import { dayIn, numberIn } from './fields';
import { barcodePart, type Layout, type PlacedField } from './layout';

/** Parts that are the same in all sound barcodes of a slip whose other parts agree: its year and number, constants, the check digit. */
const isGivenBySlip = (layout: Layout, part: PlacedField): boolean =>
  part === layout.fiscalYear || part === layout.slipNumber || part.kind === 'constant' || part.kind === 'checkDigit';

/** What one layout's barcodes were found to say: by their digits, or by their bytes where one is no digit. */
interface Known {
  readonly runs: DigitRuns;
  readonly texts: ByteTexts;
  readonly idsOfTexts: number[];
}

/** One entry for each distinct run of the digits that the slip does not tell; with the slip, an id stands for all 44 of a sound barcode. */
export class Barcodes {
  /** Yen (an integer), -1 when unreadable. */
  readonly amount: number[] = [];
  /** 再発行区分, -1 when unreadable or not in the layout. */
  readonly reissueNumber: number[] = [];
  /** 支払い期限日, yyyymmdd, 0 for none. */
  readonly dueDate: Day[] = [];
  /** By where the parts stand: two layouts may cut the same digits elsewhere. */
  private readonly known = new Map<string, Known>();

  /** A reader of the barcodes of one layout: from the bytes and the start of a record to an id. */
  readerOf(layout: Layout): (bytes: Uint8Array, recordStart: number) => number {
    const telling = layout.barcodeField.parts.filter((part) => !isGivenBySlip(layout, part));
    const offsets = Int32Array.from(telling.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => offset + i)));
    const { runs, texts, idsOfTexts } = this.knownOf(
      JSON.stringify(telling.map(({ offset, length, name }) => [offset - layout.barcodeField.offset, length, name])),
    );
    const scratch = new Uint8Array(offsets.length);
    const isShort = offsets.length <= MOST_DIGITS_OF_A_RUN;
    return (bytes, recordStart) => {
      const run = isShort ? runs.find(bytes, recordStart, offsets) : NOT_DIGITS;
      if (run >= 0) return run;
      if (run === NEW_RUN) return runs.add(this.add(layout, bytes, recordStart));
      for (let i = 0; i < offsets.length; i++) scratch[i] = bytes[recordStart + offsets[i]!]!;
      const text = texts.idOf(scratch, 0, scratch.length);
      if (text === idsOfTexts.length) idsOfTexts.push(this.add(layout, bytes, recordStart));
      return idsOfTexts[text]!;
    };
  }

  private knownOf(places: string): Known {
    const known = this.known.get(places) ?? { runs: new DigitRuns(), texts: new ByteTexts(), idsOfTexts: [] };
    this.known.set(places, known);
    return known;
  }

  /** Reads what a barcode says; answers its new id. */
  private add(layout: Layout, bytes: Uint8Array, recordStart: number): number {
    const dueDate = barcodePart(layout, 'paymentDueDate');
    const reissueNumber = barcodePart(layout, 'reissueNumber');
    this.reissueNumber.push(reissueNumber === null ? -1 : numberIn(reissueNumber, bytes, recordStart));
    this.dueDate.push(dueDate === null ? 0 : dayIn(dueDate, bytes, recordStart));
    return this.amount.push(numberIn(layout.amount, bytes, recordStart)) - 1;
  }
}
