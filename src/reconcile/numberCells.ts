/** Which digits stand in a column of slip numbers? */
import { areDigits } from '../file/fields';
import { readDigits, trimmed } from './cells';
import { copyText, type LedgerTable } from './table';

/** Longer cells hold no slip number of any layout. */
const LONGEST_NUMBER = 64;

export class NumberCells {
  /** The digits read last. */
  readonly digits = new Uint8Array(LONGEST_NUMBER);

  constructor(
    private readonly table: LedgerTable,
    private readonly column: number,
  ) {}

  /** Reads a row's number into `digits`; answers how many they are, 0 where the cell holds anything else. */
  read(row: number): number {
    const length = this.table.copyCell(row, this.column, this.digits);
    if (length > 0 && areDigits(this.digits, 0, length)) return length;
    if (length >= 0) return 0;
    const digits = readDigits(trimmed(this.table.cell(row, this.column)));
    return digits === null ? 0 : Math.max(0, copyText(digits, this.digits));
  }
}
