/** Where in a record do these numbers stand, whatever the width of the item? */
import { MOST_DIGITS } from '../file/layout';
import type { Rows } from './rows';

const ZERO = 0x30;

/** An item's last byte is at `end - 1`; it has `least` to `most` digits, as far as the numbers tell. */
export interface Spot {
  readonly end: number;
  readonly least: number;
  readonly most: number;
  /** Rows that hold their number there, and those of them where it is not 0. */
  readonly matched: number;
  readonly telling: number;
  readonly of: number;
}

/** All places at which the rows hold their numbers; `missing` marks a row without one. Few rows may differ. */
export function spotsOf(rows: Rows, numbers: readonly number[], missing = -1): Spot[] {
  const of = numbers.filter((number) => number !== missing).length;
  const mayDiffer = Math.floor(of / 4);
  const spots: Spot[] = [];
  for (let end = 2; end <= rows.width; end++) {
    const spot = spotAt(rows, numbers, missing, end, mayDiffer);
    if (spot !== null) spots.push({ ...spot, of });
  }
  return spots;
}

function spotAt({ bytes, width }: Rows, numbers: readonly number[], missing: number, end: number, mayDiffer: number): Omit<Spot, 'of'> | null {
  let least = 1;
  let most = Math.min(MOST_DIGITS, end - 1);
  let matched = 0;
  let telling = 0;
  let different = 0;
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row]!;
    if (number === missing) continue;
    let shortest = 0;
    let longest = 0;
    let value = 0;
    let power = 1;
    for (let length = 1; length <= most; length++) {
      const digit = bytes[row * width + end - length]! - ZERO;
      if (digit < 0 || digit > 9) break;
      value += digit * power;
      power *= 10;
      if (value > number) break;
      if (value !== number) continue;
      longest = length;
      if (shortest === 0) shortest = length;
    }
    if (longest === 0 || longest < least || shortest > most) {
      if (++different > mayDiffer) return null;
      continue;
    }
    least = Math.max(least, shortest);
    most = Math.min(most, longest);
    matched++;
    if (number > 0) telling++;
  }
  // A total that does not agree is not to hide the item; but those that do must be many more.
  return matched === 0 || different * 3 > telling ? null : { end, least, most, matched, telling };
}
