/** What does one barcode say, part by part, when it is read by itself? */
import { checkDigitOf } from './sought';
import { asciiBytes } from './bytes';
import type { Day } from './calendar';
import { dayIn, fieldFits, numberIn } from './fields';
import { barcodePart, type Layout } from './layout';
import type { TextCodec } from './text';

export interface BarcodeReading {
  readonly digits: string;
  readonly parts: readonly BarcodePart[];
  /** null: not in the layout. */
  readonly makerCode: string | null;
  readonly billerCode: string | null;
  readonly fiscalYear: string | null;
  readonly slipNumber: string;
  readonly reissueNumber: number | null;
  /** 0: none, or not in the layout. */
  readonly dueDate: Day;
  readonly amount: number;
  readonly rightCheckDigit: string;
}

export interface BarcodePart {
  readonly name: string;
  readonly title: string;
  /** 1-based place of its first digit among the 44. */
  readonly place: number;
  readonly digits: string;
  /** false: not what may stand there. */
  readonly fits: boolean;
}

/** `digits`: 44. */
export function readBarcode(digits: string, layout: Layout, codec: TextCodec): BarcodeReading {
  const bytes = asciiBytes(digits);
  const start = -layout.barcodeField.offset;
  const rightCheckDigit = checkDigitOf(digits);
  const text = (offset: number, length: number): string => digits.slice(start + offset, start + offset + length);
  const textOf = (name: string): string | null => {
    const part = barcodePart(layout, name);
    return part === null ? null : text(part.offset, part.length);
  };
  const due = barcodePart(layout, 'paymentDueDate');
  const reissue = barcodePart(layout, 'reissueNumber');
  return {
    digits,
    parts: layout.barcodeField.parts.map((part) => ({
      name: part.name,
      title: part.title,
      place: start + part.offset + 1,
      digits: text(part.offset, part.length),
      fits: part.kind === 'checkDigit' ? text(part.offset, 1) === rightCheckDigit : fieldFits(part, bytes, start, layout.charset, codec),
    })),
    makerCode: textOf('makerCode'),
    billerCode: textOf('billerCode'),
    fiscalYear: textOf('fiscalYear'),
    slipNumber: textOf('slipNumber')!,
    reissueNumber: reissue === null ? null : numberIn(reissue, bytes, start),
    dueDate: due === null ? 0 : dayIn(due, bytes, start),
    amount: numberIn(layout.amount, bytes, start),
    rightCheckDigit,
  };
}
