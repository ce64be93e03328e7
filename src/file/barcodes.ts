/**
 * What do the digits of a barcode say besides the slip number?
 *
 * Many slips share them (same amount, same due date), so each distinct run of digits is read once for a whole file of a million.
 */
import type { Day } from './calendar';
import { BARCODE_LENGTH, weightAt } from './barcode';
import { asciiBytes } from './bytes';
import { ByteTexts } from './byteTexts';
import { DigitRuns, MOST_DIGITS_OF_A_RUN, NEW_RUN, NOT_DIGITS } from './digitRuns';
import { areDigits, dayIn, fieldFits, numberIn } from './fields';
import { barcodePart, type Layout, type PlacedField } from './layout';
import type { TextCodec } from './text';

const ZERO = 0x30;
const REVENUE_STAMP = 'revenueStamp';

/** Parts that are the same in all sound barcodes of a slip whose other parts agree: its year and number, constants, the check digit. */
const isGivenBySlip = (layout: Layout, part: PlacedField): boolean =>
  part === layout.fiscalYear || part === layout.slipNumber || part.kind === 'checkDigit' || (part.kind === 'constant' && part.name !== REVENUE_STAMP);

const offsetsOf = (parts: readonly PlacedField[]): Int32Array =>
  Int32Array.from(parts.flatMap(({ offset, length }) => Array.from({ length }, (_, i) => offset + i)));

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
  /** 印紙, -1 when unreadable or not in the layout. */
  readonly revenueStamp: number[] = [];
  /** Whether the run's parts are digits and hold what they may. */
  private readonly isSound: boolean[] = [];
  /** The run's share in the sum that the check digit completes. */
  private readonly weighted: number[] = [];
  /** By where the parts stand: two layouts may cut the same digits elsewhere. */
  private readonly known = new Map<string, Known>();

  /** A reader of the barcodes of one layout: from the bytes and the start of a record to an id. */
  readerOf(layout: Layout, codec: TextCodec): (bytes: Uint8Array, recordStart: number) => number {
    const telling = layout.barcodeField.parts.filter((part) => !isGivenBySlip(layout, part));
    const offsets = offsetsOf(telling);
    const { runs, texts, idsOfTexts } = this.knownOf(
      JSON.stringify(telling.map((part) => ({ ...part, title: '', offset: part.offset - layout.barcodeField.offset }))),
    );
    const add = (bytes: Uint8Array, recordStart: number): number => this.add(layout, telling, codec, bytes, recordStart);
    const scratch = new Uint8Array(offsets.length);
    const isShort = offsets.length <= MOST_DIGITS_OF_A_RUN;
    return (bytes, recordStart) => {
      const run = isShort ? runs.find(bytes, recordStart, offsets) : NOT_DIGITS;
      if (run >= 0) return run;
      if (run === NEW_RUN) return runs.add(add(bytes, recordStart));
      for (let i = 0; i < offsets.length; i++) scratch[i] = bytes[recordStart + offsets[i]!]!;
      const text = texts.idOf(scratch, 0, scratch.length);
      if (text === idsOfTexts.length) idsOfTexts.push(add(bytes, recordStart));
      return idsOfTexts[text]!;
    };
  }

  private knownOf(places: string): Known {
    const known = this.known.get(places) ?? { runs: new DigitRuns(), texts: new ByteTexts(), idsOfTexts: [] };
    this.known.set(places, known);
    return known;
  }

  /** A judge of whole barcodes of one layout whose id is known: true only when nothing is wrong with them. */
  soundnessOf(layout: Layout): (id: number, bytes: Uint8Array, recordStart: number) => boolean {
    const { parts, offset } = layout.barcodeField;
    const given = parts.filter((part) => isGivenBySlip(layout, part) && part.kind !== 'checkDigit');
    const constants = given.filter(({ kind }) => kind === 'constant');
    const numbers = given.filter(({ kind }) => kind !== 'constant');
    const last = offset + BARCODE_LENGTH - 1;
    if (layout.checkDigit.offset !== last || numbers.some((part) => layout.judgedParts.includes(part))) return () => false;
    const constantsAt = offsetsOf(constants);
    const constantBytes = asciiBytes(constants.map(({ value }) => value).join(''));
    if (!areDigits(constantBytes, 0, constantBytes.length)) return () => false;
    const constantSum = constantsAt.reduce((sum, at, i) => sum + weightAt(at - offset) * (constantBytes[i]! - ZERO), 0);
    const digitsAt = offsetsOf(numbers);
    const weights = digitsAt.map((at) => weightAt(at - offset));
    const { isSound, weighted } = this;
    return (id, bytes, recordStart) => {
      if (!isSound[id]!) return false;
      for (let i = 0; i < constantsAt.length; i++) if (bytes[recordStart + constantsAt[i]!] !== constantBytes[i]) return false;
      let sum = constantSum + weighted[id]!;
      for (let i = 0; i < digitsAt.length; i++) {
        const digit = bytes[recordStart + digitsAt[i]!]! - ZERO;
        if (digit < 0 || digit > 9) return false;
        sum += digit * weights[i]!;
      }
      const checkDigit = bytes[recordStart + last]! - ZERO;
      return checkDigit >= 0 && checkDigit <= 9 && (sum + checkDigit) % 10 === 0;
    };
  }

  /** Reads what a barcode says; answers its new id. */
  private add(layout: Layout, telling: readonly PlacedField[], codec: TextCodec, bytes: Uint8Array, recordStart: number): number {
    const number = (part: PlacedField | null): number => (part === null ? -1 : numberIn(part, bytes, recordStart));
    const dueDate = barcodePart(layout, 'paymentDueDate');
    this.reissueNumber.push(number(barcodePart(layout, 'reissueNumber')));
    this.revenueStamp.push(number(barcodePart(layout, REVENUE_STAMP)));
    this.dueDate.push(dueDate === null ? 0 : dayIn(dueDate, bytes, recordStart));
    const fits = (part: PlacedField): boolean => !layout.judgedParts.includes(part) || fieldFits(part, bytes, recordStart, layout.charset, codec);
    this.isSound.push(telling.every((part) => areDigits(bytes, recordStart + part.offset, part.length) && fits(part)));
    this.weighted.push(offsetsOf(telling).reduce((sum, at) => sum + weightAt(at - layout.barcodeField.offset) * (bytes[recordStart + at]! - ZERO), 0));
    return this.amount.push(number(layout.amount)) - 1;
  }
}
