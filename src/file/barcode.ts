/**
 * What is the check digit of a payment barcode? (GS1-128 for payment collection, 44 digits)
 *
 * Source: docs/format.md, "The barcode". A passing digit does not prove a sane slip.
 */

export const BARCODE_LENGTH = 44;
/** 300,000 yen: a slip above it carries no barcode. */
export const AMOUNT_LIMIT = 300_000;

/** The weight of a digit, by its 0-based place. */
export const weightAt = (place: number): number => (place % 2 === 0 ? 3 : 1);

/** The check digit of the barcode at `at` (weights 3, 1, 3, 1, … over its first 43 digits), or -1 when the 44 are not all ASCII digits. */
export function checkDigitOfDigits(bytes: Uint8Array, at: number): number {
  let odd = 0;
  let even = 0;
  for (let i = at; i < at + BARCODE_LENGTH; i += 2) {
    const first = bytes[i]! - 0x30;
    const second = bytes[i + 1]! - 0x30;
    if (first < 0 || first > 9 || second < 0 || second > 9) return -1;
    odd += first;
    even += second;
  }
  even -= bytes[at + BARCODE_LENGTH - 1]! - 0x30;
  return (10 - ((odd * 3 + even) % 10)) % 10;
}
