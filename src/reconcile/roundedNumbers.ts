/** Has a spreadsheet rounded the numbers of a column? It keeps 15 digits and writes zeros for the others. */
import { allAre } from '../file/bytes';

const ZERO = 0x30;
const DIGITS_KEPT = 15;
const FEWEST = 2;

export class RoundedNumbers {
  /** Numbers longer than 15 digits, leading zeros apart; and those of them that are zero from the 16th digit on. */
  private long = 0;
  rounded = 0;

  /** Takes the ASCII digits of a number. */
  add(digits: Uint8Array, length: number): void {
    let at = 0;
    while (at < length && digits[at] === ZERO) at++;
    if (length - at <= DIGITS_KEPT) return;
    this.long++;
    if (allAre(digits, at + DIGITS_KEPT, length - at - DIGITS_KEPT, ZERO)) this.rounded++;
  }

  areRounded(): boolean {
    return this.rounded >= FEWEST && this.rounded * 2 > this.long;
  }
}
