/** Where does a trailer declare what its records add up to? Computed counts and sums are looked for in its digits. */
import { MOST_DIGITS, TRAILER_ITEMS, type NoticeKind } from '../file/layout';
import type { Profile } from './profile';
import type { Rows } from './rows';
import { spotsOf, type Spot } from './spots';

/** What one trailer item would hold in each trailer; -1 where a trailer closes no group. */
export interface Figure {
  readonly name: string;
  readonly kind: NoticeKind;
  readonly measure: 'count' | 'amount';
  readonly numbers: readonly number[];
}

export interface TotalFound {
  readonly figure: Figure;
  readonly offset: number;
  readonly length: number;
  readonly matched: number;
  readonly telling: number;
  readonly of: number;
  /** Where else the same numbers stand. */
  readonly others: readonly { readonly offset: number; readonly length: number }[];
}

export interface TotalsFound {
  readonly found: readonly TotalFound[];
  /** Items with a number that no trailer holds. */
  readonly missing: readonly Figure[];
}

/** A number of fewer digits stands anywhere by chance. */
const LEAST_WIDTH: Record<Figure['measure'], number> = { count: 3, amount: 5 };
/** Zeros before a number beyond this are as well a filler's; no office has more notices or yen. */
const MOST_WIDTH: Record<Figure['measure'], number> = { count: 8, amount: 12 };
/** Arrangements that are compared; beyond that the first found stays. */
const MOST_TRIED = 20_000;

/** Figures of kinds that the files do not bring are 0. */
export function figuresOf(
  byKind: Readonly<Partial<Record<NoticeKind, { readonly count: readonly number[]; readonly amount: readonly number[] }>>>,
  zeros: readonly number[],
): Figure[] {
  return TRAILER_ITEMS.map(({ name, kind, measure }) => ({ name, kind, measure, numbers: byKind[kind]?.[measure] ?? zeros }));
}

export function findTotals(trailers: Rows, profile: Profile, figures: readonly Figure[]): TotalsFound {
  const isZero = (figure: Figure): boolean => figure.numbers.every((number) => number <= 0);
  const wanted = figures.filter((figure) => !isZero(figure)).map((figure) => ({ figure, spots: usableSpots(trailers, figure) }));
  const placed = arrange(wanted);
  const bounded = withStarts(placed);
  const zeros = placeZeros(trailers, profile, bounded, figures.filter(isZero));
  const found = [...bounded, ...zeros].sort((a, b) => a.offset - b.offset);
  return { found, missing: figures.filter((figure) => !found.some((total) => total.figure === figure)) };
}

function usableSpots(trailers: Rows, figure: Figure): Spot[] {
  return spotsOf(trailers, figure.numbers).filter(({ most, telling }) => most >= LEAST_WIDTH[figure.measure] && telling > 0);
}

interface Wanted {
  readonly figure: Figure;
  readonly spots: readonly Spot[];
}
interface Placed {
  readonly figure: Figure;
  readonly spot: Spot;
  readonly spots: readonly Spot[];
}

/** The arrangement that explains most numbers other than 0; of equal ones that which keeps each count near its amount. */
function arrange(wanted: readonly Wanted[]): Placed[] {
  const inOrder = [...wanted].sort((a, b) => a.spots.length - b.spots.length);
  const mostOf = inOrder.map(({ spots }) => spots.reduce((most, { telling }) => Math.max(most, telling), 0));
  /** What the figures from here on can explain at most. */
  const ahead = mostOf.map((_, index) => mostOf.slice(index).reduce((a, b) => a + b, 0));
  let best: readonly Placed[] = [];
  let bestTold = -1;
  let bestCost = Infinity;
  let tried = 0;
  const visit = (index: number, placed: readonly Placed[], told: number): void => {
    if (tried > MOST_TRIED || told + (ahead[index] ?? 0) < bestTold) return;
    if (index === inOrder.length) {
      tried++;
      const cost = costOf(placed);
      if (told > bestTold || cost < bestCost) {
        best = placed;
        bestTold = told;
        bestCost = cost;
      }
      return;
    }
    const { figure, spots } = inOrder[index]!;
    for (const spot of spots) {
      if (placed.every((other) => !overlap(spot, other.spot))) visit(index + 1, [...placed, { figure, spot, spots }], told + spot.telling);
    }
    visit(index + 1, placed, told);
  };
  visit(0, [], 0);
  return [...best].sort((a, b) => a.spot.end - b.spot.end);
}

const overlap = (a: Spot, b: Spot): boolean => a.end - a.least < b.end && b.end - b.least < a.end;

/** Bytes between counts and their amounts, and numbers with little room before them. */
function costOf(placed: readonly Placed[]): number {
  let cost = 0;
  for (const { figure, spot } of placed) {
    cost -= Math.min(spot.most, LEAST_WIDTH[figure.measure] + 3);
    const partner = placed.find((other) => other.figure.kind === figure.kind && other.figure.measure !== figure.measure);
    if (partner !== undefined && figure.measure === 'count') cost += Math.abs(partner.spot.end - spot.end) / 100;
  }
  return cost;
}

/** Each item begins where the one before it ends at the latest; items of one measure are as wide as the narrowest of them. */
function withStarts(placed: readonly Placed[]): TotalFound[] {
  const room = placed.map(({ figure, spot }, index) =>
    Math.min(spot.most, Math.max(spot.least, MOST_WIDTH[figure.measure]), spot.end - (index === 0 ? 1 : placed[index - 1]!.spot.end)),
  );
  const narrowest = (measure: Figure['measure']): number =>
    placed.reduce((least, { figure }, index) => (figure.measure === measure ? Math.min(least, room[index]!) : least), MOST_DIGITS);
  const widest = (measure: Figure['measure']): number =>
    placed.reduce((most, { figure, spot }) => (figure.measure === measure ? Math.max(most, spot.least) : most), LEAST_WIDTH[measure]);
  return placed.map(({ figure, spot, spots }, index) => {
    const length = Math.min(room[index]!, Math.max(narrowest(figure.measure), widest(figure.measure)));
    return {
      figure,
      offset: spot.end - length,
      length,
      matched: spot.matched,
      telling: spot.telling,
      of: spot.of,
      others: spots
        .filter((other) => other !== spot)
        .map((other) => ({ offset: other.end - Math.min(length, other.most), length: Math.min(length, other.most) })),
    };
  });
}

const ZERO = 0x30;

/** Figures that are 0 in all trailers fit any zeros; they are put where as many zeros stand as the other items are wide. */
function placeZeros(trailers: Rows, profile: Profile, found: readonly TotalFound[], figures: readonly Figure[]): TotalFound[] {
  const widthOf = (measure: Figure['measure']): number => found.find(({ figure }) => figure.measure === measure)?.length ?? 0;
  const count = widthOf('count');
  const amount = widthOf('amount');
  if (figures.length === 0 || count === 0 || amount === 0) return [];
  const isTaken = (column: number): boolean => found.some(({ offset, length }) => column >= offset && column < offset + length);
  const runs: { offset: number; length: number }[] = [];
  for (let column = 1; column < trailers.width; column++) {
    if (isTaken(column) || profile.constant(column) !== ZERO) continue;
    const last = runs[runs.length - 1];
    if (last !== undefined && last.offset + last.length === column) last.length++;
    else runs.push({ offset: column, length: 1 });
  }
  const placed: TotalFound[] = [];
  const put = (figure: Figure, run: { offset: number; length: number }, length: number): void => {
    placed.push({ figure, offset: run.offset, length, matched: trailers.count, telling: 0, of: trailers.count, others: [] });
    run.offset += length;
    run.length -= length;
  };
  const countFirst = isCountFirst(found);
  for (const kind of new Set(figures.map((figure) => figure.kind))) {
    const own = figures.filter((figure) => figure.kind === kind).sort((a) => ((a.measure === 'count') === countFirst ? -1 : 1));
    const both = own.length === 2 ? runForBoth(runs, count, amount) : undefined;
    const narrowed = both === undefined ? amount : Math.min(amount, both.length - count);
    for (const figure of own) {
      const length = figure.measure === 'count' ? count : narrowed;
      const run = both ?? runs.find((zeros) => zeros.length === length) ?? runs.find((zeros) => zeros.length > length);
      if (run !== undefined) put(figure, run, length);
    }
  }
  return placed;
}

/** Zeros for a count and an amount side by side; an amount may be narrower than others when no other zeros are wide enough for it. */
function runForBoth<T extends { readonly length: number }>(runs: readonly T[], count: number, amount: number): T | undefined {
  const exact = runs.find(({ length }) => length === count + amount) ?? runs.find(({ length }) => length > count + amount);
  if (exact !== undefined || runs.some(({ length }) => length === amount)) return exact;
  return runs.find(({ length }) => length >= count + LEAST_WIDTH.amount);
}

function isCountFirst(found: readonly TotalFound[]): boolean {
  const offsetOf = (kind: NoticeKind, measure: Figure['measure']): number | undefined =>
    found.find(({ figure }) => figure.kind === kind && figure.measure === measure)?.offset;
  const pairs = found.flatMap(({ figure }) => {
    const count = offsetOf(figure.kind, 'count');
    const amount = offsetOf(figure.kind, 'amount');
    return count === undefined || amount === undefined ? [] : [count < amount];
  });
  return pairs.length === 0 || pairs.filter((first) => first).length * 2 >= pairs.length;
}
