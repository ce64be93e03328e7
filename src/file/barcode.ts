/**
 * What is the check digit of a payment barcode? (GS1-128 for payment collection, 44 digits)
 *
 * Source: docs/format.md, "The barcode". A passing digit does not prove a sane slip.
 */

export const BARCODE_LENGTH = 44;
/** 300,000 yen: a slip above it carries no barcode. */
export const AMOUNT_LIMIT = 300_000;

/** The check digit of the 43 digits at `at`: weights 3, 1, 3, 1, … from the left. All 43 must be ASCII digits. */
export function checkDigitOf(bytes: Uint8Array, at: number): number {
  let sum = 0;
  for (let i = 0; i < BARCODE_LENGTH - 1; i++) sum += (bytes[at + i]! - 0x30) * (i % 2 === 0 ? 3 : 1);
  return (10 - (sum % 10)) % 10;
}

/** Whether all 44 are ASCII digits. */
export function isAllDigits(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + BARCODE_LENGTH; i++) if (bytes[i]! < 0x30 || bytes[i]! > 0x39) return false;
  return true;
}
