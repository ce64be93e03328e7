/** Where in the data record does the barcode stand? */
import { AMOUNT_LIMIT, BARCODE_LENGTH } from '../file/barcode';
import { allAre, numberAt } from '../file/bytes';
import { isDay } from '../file/calendar';
import type { Profile } from './profile';
import { isBarcode } from './recordLength';
import type { Rows } from './rows';

/** Places within the 44 digits that the standard fixes (docs/format.md, "The barcode"). */
export const MAKER = { offset: 2, length: 6 } as const;
export const FREE = { offset: 8, length: 21 } as const;
export const REISSUE = { offset: 29, length: 1 } as const;
export const DUE = { offset: 30, length: 6 } as const;
export const STAMP = { offset: 36, length: 1 } as const;
export const AMOUNT = { offset: 37, length: 6 } as const;

const NINE = 0x39;
const ZERO = 0x30;
const FIRST_SHORT_YEAR = 20_00_00_00;

export interface BarcodeFound {
  readonly offset: number;
  /** Records with a right check digit there. */
  readonly matched: number;
  readonly of: number;
  /** Of these: a due date of the calendar; no due date, and what stands for it; stamp 0; an amount within the limit. */
  readonly due: number;
  readonly noDue: number;
  readonly none: string;
  readonly stampZero: number;
  readonly withinLimit: number;
  /** The earliest and the latest due year; 0 when no barcode has one. */
  readonly firstYear: number;
  readonly lastYear: number;
  readonly alternatives: readonly { readonly offset: number; readonly matched: number }[];
}

/** The offset at which most data records hold a barcode; null when none is held by more than half. */
export function findBarcode(rows: Rows, profile: Profile): BarcodeFound | null {
  const found: { offset: number; matched: number }[] = [];
  for (let offset = 1; offset + BARCODE_LENGTH <= rows.width; offset++) {
    if (profile.of(offset, NINE) * 2 <= rows.count || profile.digits(offset + BARCODE_LENGTH - 1) * 2 <= rows.count) continue;
    let matched = 0;
    for (let row = 0; row < rows.count; row++) if (isBarcode(rows.bytes, row * rows.width + offset)) matched++;
    if (matched * 2 > rows.count) found.push({ offset, matched });
  }
  if (found.length === 0) return null;
  const best = found.reduce((a, b) => (b.matched > a.matched ? b : a));
  return { ...best, of: rows.count, ...partsOf(rows, best.offset), alternatives: found.filter((other) => other !== best) };
}

type Parts = Pick<BarcodeFound, 'due' | 'noDue' | 'none' | 'stampZero' | 'withinLimit' | 'firstYear' | 'lastYear'>;

function partsOf({ bytes, width, count }: Rows, offset: number): Parts {
  let due = 0;
  let nines = 0;
  let zeros = 0;
  let stampZero = 0;
  let withinLimit = 0;
  let firstYear = 0;
  let lastYear = 0;
  for (let row = 0; row < count; row++) {
    const at = row * width + offset;
    if (!isBarcode(bytes, at)) continue;
    const day = FIRST_SHORT_YEAR + numberAt(bytes, at + DUE.offset, DUE.length);
    if (isDay(day)) {
      due++;
      const year = Math.trunc(day / 10000);
      if (firstYear === 0 || year < firstYear) firstYear = year;
      if (year > lastYear) lastYear = year;
    } else if (allAre(bytes, at + DUE.offset, DUE.length, NINE)) nines++;
    else if (allAre(bytes, at + DUE.offset, DUE.length, ZERO)) zeros++;
    if (bytes[at + STAMP.offset] === ZERO) stampZero++;
    if (numberAt(bytes, at + AMOUNT.offset, AMOUNT.length) <= AMOUNT_LIMIT) withinLimit++;
  }
  const isZero = zeros > nines;
  return { due, noDue: isZero ? zeros : nines, none: (isZero ? '0' : '9').repeat(DUE.length), stampZero, withinLimit, firstYear, lastYear };
}
