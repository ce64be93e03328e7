/**
 * What year and number do notices and ledger rows carry?
 *
 * A fiscal year and a slip number are digits, read as one number padded to the widest of the run, so that leading zeros make no
 * difference. It is kept in limbs of 15 digits, each exact in a double: 17 and more digits never lose one.
 */

import type { SlipName } from '../check/finding';
import { stableSort } from './stableSort';

const ZERO = 0x30;
const LIMB_DIGITS = 15;

/** How wide years and numbers are, in digits: the widest layout of the run. */
export interface NumberWidths {
  readonly year: number;
  readonly number: number;
}

/** Years and numbers as columns, one entry a row. */
export class SlipNumbers {
  /** The most significant limb first. */
  readonly limbs: readonly Float64Array[];

  constructor(
    readonly widths: NumberWidths,
    readonly count: number,
    limbs: readonly Float64Array[] | null = null,
  ) {
    this.limbs = limbs ?? Array.from({ length: Math.ceil((widths.year + widths.number) / LIMB_DIGITS) }, () => new Float64Array(count));
  }

  /** Sets a row from the ASCII digits of a year and a number at these offsets. */
  set(row: number, yearBytes: Uint8Array, yearAt: number, yearLength: number, bytes: Uint8Array, numberAt: number, numberLength: number): void {
    // From the right: limbs full of the number's digits, the limb where the number ends and the year begins, the year's rest.
    let limb = this.limbs.length - 1;
    let to = numberLength;
    let room = this.widths.number;
    for (; room >= LIMB_DIGITS; room -= LIMB_DIGITS) {
      const from = Math.max(0, to - LIMB_DIGITS);
      this.limbs[limb--]![row] = digitsAt(bytes, numberAt + from, to - from);
      to = from;
    }
    let value = digitsAt(bytes, numberAt, to);
    let power = 10 ** room;
    let yearTo = yearLength;
    for (; limb >= 0; limb--) {
      const from = Math.max(0, yearTo - (LIMB_DIGITS - room));
      this.limbs[limb]![row] = value + digitsAt(yearBytes, yearAt + from, yearTo - from) * power;
      yearTo = from;
      value = 0;
      power = 1;
      room = 0;
    }
  }

  /** Copies a row of another column of the same widths. */
  copy(row: number, from: SlipNumbers, fromRow: number): void {
    for (let limb = 0; limb < this.limbs.length; limb++) this.limbs[limb]![row] = from.limbs[limb]![fromRow]!;
  }

  /** These rows by year and number, those of one number in the order given; and the numbers in that order. */
  sorted(rows: Int32Array): { readonly rows: Int32Array; readonly numbers: SlipNumbers } {
    const sorted = stableSort(rows, this.limbs);
    return { rows: sorted.rows, numbers: new SlipNumbers(this.widths, rows.length, sorted.columns) };
  }

  /** Below 0 when this row's year and number come before the other's, 0 when they are the same. */
  compare(row: number, other: SlipNumbers, otherRow: number): number {
    for (let limb = 0; limb < this.limbs.length; limb++) {
      const difference = this.limbs[limb]![row]! - other.limbs[limb]![otherRow]!;
      if (difference !== 0) return difference;
    }
    return 0;
  }

  /** 年度, padded. */
  yearOf(row: number): string {
    return this.digitsOf(row).slice(0, this.widths.year);
  }

  /** 納付書番号, padded. */
  numberOf(row: number): string {
    return this.digitsOf(row).slice(this.widths.year);
  }

  nameOf(row: number): SlipName {
    return { fiscalYear: this.yearOf(row), slipNumber: this.numberOf(row) };
  }

  private digitsOf(row: number): string {
    const text = this.limbs.map((limb) => String(limb[row]!).padStart(LIMB_DIGITS, '0')).join('');
    return text.slice(text.length - this.widths.year - this.widths.number);
  }
}

/** The number that these ASCII digits write. */
function digitsAt(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let i = at; i < at + length; i++) value = value * 10 + bytes[i]! - ZERO;
  return value;
}
