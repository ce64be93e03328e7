/** Which bytes does each column of the records hold, and how often? */
import type { Rows } from './rows';

const VALUES = 256;
const ZERO = 0x30;
const NINE = 0x39;
export const SPACE = 0x20;

/** Counts of every byte in every column. */
export class Profile {
  readonly count: number;
  readonly width: number;
  private readonly counts: Int32Array;

  constructor({ count, width, bytes }: Rows) {
    this.count = count;
    this.width = width;
    this.counts = new Int32Array(width * VALUES);
    let at = 0;
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < width; column++) this.counts[column * VALUES + bytes[at++]!]!++;
    }
  }

  /** How many records hold this byte there. */
  of(column: number, byte: number): number {
    return this.counts[column * VALUES + byte]!;
  }

  /** How many records hold a byte from `from` to `to` there. */
  between(column: number, from: number, to: number): number {
    let sum = 0;
    for (let byte = from; byte <= to; byte++) sum += this.of(column, byte);
    return sum;
  }

  digits(column: number): number {
    return this.between(column, ZERO, NINE);
  }

  distinct(column: number): number {
    let distinct = 0;
    for (let byte = 0; byte < VALUES; byte++) if (this.of(column, byte) > 0) distinct++;
    return distinct;
  }

  /** The byte that all records hold there, or -1. */
  constant(column: number): number {
    for (let byte = 0; byte < VALUES; byte++) if (this.of(column, byte) > 0) return this.of(column, byte) === this.count ? byte : -1;
    return -1;
  }

  /** How many records hold the most frequent byte there. */
  most(column: number): number {
    let most = 0;
    for (let byte = 0; byte < VALUES; byte++) most = Math.max(most, this.of(column, byte));
    return most;
  }

  /** Whether all records hold a letter, a digit or a space there. */
  isCode(column: number): boolean {
    return this.digits(column) + this.of(column, SPACE) + this.between(column, 0x41, 0x5a) + this.between(column, 0x61, 0x7a) === this.count;
  }
}

/** The part of records that must agree: a file may hold a few bad ones. */
const MOST = 0.92;

/** How many of so many records must agree before a column is taken for something; one odd record of a few is let pass. */
export const mostOf = (count: number): number => Math.max(1, Math.min(Math.ceil(count * MOST), count < 8 ? count : count - 1));
