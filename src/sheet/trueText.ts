/** What does a cell of the clerk's mean, however narrow its column is and however it shows its number? */
import { dayOfExcelSerial } from '../file/calendar';

/** Sections in brackets, quoted and escaped characters, and fillers are no codes. */
const NO_CODES = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;
const EXPONENT = /E[+-]/gi;
const CLOCK = /[hs]/i;
/** 1.00E+16 */
const ROUNDED = /\dE[+-]\d/i;
/** Excel's calendar counts 1900-02-29, which never was. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

export function isDateFormat(format: string): boolean {
  const [codes = ''] = format
    .replace(NO_CODES, '')
    .replace(EXPONENT, '')
    .replace(/General|G\/標準/gi, '')
    .split(';');
  return /[ydgeb]/i.test(codes) || (/m/i.test(codes) && !CLOCK.test(codes));
}

/** `shown`: what the cell shows, or its value where it shows only `###`. A day is yyyy/mm/dd; a number of many digits is never 1.00E+16. */
export function trueText(shown: string, value: unknown, format: unknown): string {
  if (typeof value !== 'number') return shown;
  const isDay = value >= FIRST_SERIAL && value < LAST_SERIAL + 1 && isDateFormat(String(format));
  if (isDay) return String(dayOfExcelSerial(Math.floor(value))).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1/$2/$3');
  return ROUNDED.test(shown) ? plainNumber(value) : shown;
}

const DIGITS_KEPT = 15;

/** Digits without an exponent; Excel keeps 15 of them, and the others are zeros. */
function plainNumber(value: number): string {
  if (!Number.isInteger(value) || value < 10 ** DIGITS_KEPT) return String(value);
  const [digits = '', exponent = ''] = value.toExponential(DIGITS_KEPT - 1).split('e+');
  return digits.replace('.', '').padEnd(Number(exponent) + 1, '0');
}
