/** How does a number read without a format of its own? */

const MOST_DIGITS = 15;
const LARGEST_PLAIN = 1e15;
const SMALLEST_PLAIN = 1e-9;
/** A cell shows no more characters of a number than these. */
const CELL_WIDTH = 11;
const SMALLEST_IN_CELL = 1e-4;

const exponent = (text: string): string => text.replace(/e([+-])(\d)$/, 'e$10$2').replace('e', 'E');
const withoutZeros = (text: string): string => text.replace(/(\.\d*?)0+(?=$|e)/, '$1').replace(/\.(?=$|e)/, '');

/** As text that is joined to another: fifteen digits. */
export function generalText(value: number): string {
  const shown = Number(value.toPrecision(MOST_DIGITS));
  const size = Math.abs(shown);
  if (size !== 0 && (size >= LARGEST_PLAIN || size < SMALLEST_PLAIN)) return exponent(withoutZeros(shown.toExponential(MOST_DIGITS - 1)));
  return plain(shown);
}

function plain(value: number): string {
  const text = String(value);
  return text.includes('e') ? withoutZeros(value.toFixed(20)) : text;
}

/** In a cell: rounded to what fits, or as a power of ten. */
export function generalInCell(value: number): string {
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 10 ** CELL_WIDTH || size < SMALLEST_IN_CELL) return exponent(withoutZeros(value.toExponential(5)));
  const whole = Math.floor(size).toString().length;
  return withoutZeros(value.toFixed(Math.max(0, CELL_WIDTH - 1 - whole)));
}
