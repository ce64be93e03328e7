/** Which bytes of the data record are the store, and which the chain? Codes that all notices of a payment share. */
import { ByteTexts } from '../file/byteTexts';
import { samePairs, type Pairs } from './pairs';
import { SPACE, type Profile } from './profile';
import type { Rows } from './rows';
import type { Taken } from './taken';

/** A chain is one of a few; more different codes than this are stores. */
const MOST_CHAINS = 20;
const SHORTEST_CODE = 3;
const LONGEST_STORE = 12;

export interface CodeFound {
  readonly name: 'storeCode' | 'chainCode' | 'otherCode';
  readonly offset: number;
  readonly length: number;
  readonly distinct: number;
  readonly of: number;
  readonly same: number;
  readonly pairs: number;
}

/** `pairs`: notices of one payment. */
export function findPlaces(rows: Rows, profile: Profile, taken: Taken, pairs: Pairs): CodeFound[] {
  const found = taken
    .gaps()
    .flatMap((gap) => stretches(rows, profile, gap, pairs))
    .flatMap((stretch) => splitAtChain(rows, profile, stretch))
    .map((code) => ({ ...code, distinct: distinctIn(rows, code.offset, code.length), of: rows.count }))
    .filter(({ distinct }) => distinct > 1)
    .map((code) => ({ ...code, same: samePairs(pairs, rows, code.offset, code.length), pairs: pairs.earlier.length }));
  const store = found
    .filter(({ length }) => length >= SHORTEST_CODE)
    .reduce<(typeof found)[number] | null>((a, b) => (a === null || b.distinct > a.distinct ? b : a), null);
  const others = found.filter((code) => code !== store && code.length >= SHORTEST_CODE && code.distinct <= MOST_CHAINS);
  const chain = others.reduce<(typeof found)[number] | null>((a, b) => (a === null || b.distinct > a.distinct ? b : a), null);
  // Without a second code, few different values are as well a chain's as a store's.
  const onlyChain = store !== null && chain === null && store.distinct <= MOST_CHAINS / 2;
  return found.map((code) => ({
    ...code,
    name: code === store && !onlyChain ? 'storeCode' : code === chain || (code === store && onlyChain) ? 'chainCode' : 'otherCode',
  }));
}

interface Stretch {
  readonly offset: number;
  readonly length: number;
}

/** The stretches of a gap that hold codes which agree within a payment. */
function stretches(rows: Rows, profile: Profile, gap: Stretch, pairs: Pairs): Stretch[] {
  const found: { offset: number; length: number }[] = [];
  let open: { offset: number; length: number } | null = null;
  for (let column = gap.offset; column < gap.offset + gap.length; column++) {
    const isIn = profile.isCode(column) && profile.constant(column) !== SPACE && agrees(rows, profile, column, pairs);
    if (!isIn) open = null;
    else if (open !== null) open.length++;
    else found.push((open = { offset: column, length: 1 }));
  }
  return found.filter(({ offset, length }) => rangeOf(offset, length).some((column) => profile.constant(column) < 0));
}

const rangeOf = (offset: number, length: number): number[] => Array.from({ length }, (_, i) => offset + i);

function agrees(rows: Rows, profile: Profile, column: number, pairs: Pairs): boolean {
  if (profile.constant(column) >= 0 || pairs.earlier.length === 0) return true;
  return samePairs(pairs, rows, column, 1) >= pairs.earlier.length * 0.8;
}

function distinctIn({ bytes, width, count }: Rows, offset: number, length: number): number {
  const texts = new ByteTexts();
  for (let row = 0; row < count; row++) texts.idOf(bytes, row * width + offset, length);
  return texts.count;
}

/** A stretch of a store and a chain side by side, cut where the few values of the chain begin or end. */
function splitAtChain(rows: Rows, profile: Profile, { offset, length }: Stretch): Stretch[] {
  const whole = distinctIn(rows, offset, length);
  if (length < 2 * SHORTEST_CODE || whole <= MOST_CHAINS) return [{ offset, length }];
  const few = (from: number, to: number): number => distinctIn(rows, from, to - from);
  const isFew = (from: number, to: number, distinct: number): boolean =>
    distinct > 1 &&
    distinct <= MOST_CHAINS &&
    distinct * 3 <= rows.count &&
    rangeOf(from, to - from).filter((column) => profile.constant(column) < 0).length > 1;
  const end = offset + length;
  let best: { cut: number; size: number } | null = null;
  for (let cut = offset + SHORTEST_CODE; cut <= end - SHORTEST_CODE; cut++) {
    const right = few(cut, end);
    const left = few(offset, cut);
    const isRight = isFew(cut, end, right) && left > right;
    const isLeft = isFew(offset, cut, left) && right > left;
    const size = isRight ? end - cut : isLeft ? cut - offset : 0;
    if (size > 0 && (best === null || size > best.size)) best = { cut, size };
  }
  if (best === null) return length > LONGEST_STORE ? trimmed(profile, { offset, length }) : [{ offset, length }];
  return [
    { offset, length: best.cut - offset },
    { offset: best.cut, length: end - best.cut },
  ];
}

/** Without the constant bytes at its start that no store code is long enough for. */
function trimmed(profile: Profile, { offset, length }: Stretch): Stretch[] {
  let from = offset;
  while (from < offset + length - LONGEST_STORE && profile.constant(from) >= 0) from++;
  return [{ offset: from, length: offset + length - from }];
}
