/**
 * What was typed, or sent by a scanner, into the search?
 *
 * A scanner sends what it is set to: `]C1` before the digits, FNC1 as GS, `(91)` with brackets, blanks; on a keyboard of another country other signs.
 * Whatever is no letter and no digit says nothing in a number.
 */
import { BARCODE_LENGTH, checkDigitOfDigits } from './barcode';
import { asciiBytes } from './bytes';

export type Sought =
  | { readonly of: 'nothing' }
  /** 44 digits. */
  | { readonly of: 'barcode'; readonly digits: string }
  /** As many digits as only a barcode has, and not 44. */
  | { readonly of: 'cutBarcode'; readonly digits: string }
  | { readonly of: 'digits'; readonly digits: string }
  /** Comparable with `comparable` texts. */
  | { readonly of: 'text'; readonly text: string };

/** The application identifier of a payment barcode; some scanners leave it out. */
const IDENTIFIER = '91';
/** A scan behind what stood in the box before begins anew; `[C1` is what a Japanese keyboard makes of a scanner set to an English one. */
const BEFORE_SCAN = /^.*[\][][Cc]1/s;
const SAYS_NOTHING = /[\p{P}\p{S}\p{Z}\p{C}ー]/gu;
/** A digit lost or doubled. */
const NEARLY_A_BARCODE = BARCODE_LENGTH - 1;

export function readSought(typed: string): Sought {
  const text = typed.normalize('NFKC').replace(BEFORE_SCAN, '');
  const digits = text.replace(SAYS_NOTHING, '');
  if (digits === '') return { of: 'nothing' };
  if (!/^[0-9]+$/.test(digits)) return { of: 'text', text: comparable(text) };
  if (digits.length === BARCODE_LENGTH) return { of: 'barcode', digits };
  if (digits.length === BARCODE_LENGTH - IDENTIFIER.length && isSound(IDENTIFIER + digits)) return { of: 'barcode', digits: IDENTIFIER + digits };
  // A scan replaces what stood in the box.
  const last = digits.slice(-BARCODE_LENGTH);
  if (digits.length > BARCODE_LENGTH + 1 && isSound(last)) return { of: 'barcode', digits: last };
  return { of: digits.length >= NEARLY_A_BARCODE ? 'cutBarcode' : 'digits', digits };
}

/** A name or number of a payer without blanks, in one width and case. */
export const comparable = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** Begins as a payment barcode does, and its check digit is right. */
export const isSound = (digits: string): boolean => digits.startsWith(IDENTIFIER) && checkDigitOf(digits) === digits.slice(-1);

/** The right check digit of 44 digits. */
export const checkDigitOf = (digits: string): string => String(checkDigitOfDigits(asciiBytes(digits), 0));

/** 1-based places at which two neighbouring digits, each put in the other's place, make the check digit right. */
export function swapsThatMend(digits: string): number[] {
  const places: number[] = [];
  for (let at = 0; at + 1 < digits.length; at++) if (digits[at] !== digits[at + 1] && isSound(swapped(digits, at))) places.push(at + 1);
  return places;
}

const swapped = (digits: string, at: number): string => digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2);

/** The sound barcodes that these digits may have been: one digit lost or doubled, one misread, or two neighbours swapped. */
export function soundNeighbours(digits: string): string[] {
  return [...new Set(oneStepFrom(digits))].filter(isSound);
}

function oneStepFrom(digits: string): string[] {
  const places = [...digits].map((_, at) => at);
  const without = (at: number, count: number, put: string): string => digits.slice(0, at) + put + digits.slice(at + count);
  if (digits.length === BARCODE_LENGTH + 1) return places.map((at) => without(at, 1, ''));
  if (digits.length === BARCODE_LENGTH - 1) return [...places, digits.length].flatMap((at) => TEN.map((digit) => without(at, 0, digit)));
  if (digits.length !== BARCODE_LENGTH) return [];
  return [...places.flatMap((at) => TEN.map((digit) => without(at, 1, digit))), ...places.slice(0, -1).map((at) => swapped(digits, at))];
}
const TEN = [...'0123456789'];
