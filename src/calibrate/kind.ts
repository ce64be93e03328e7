/** Which few bytes of the data record say what kind of notice it is? */
import { numberAt } from '../file/bytes';
import { AMOUNT } from './barcode';
import type { DateColumn } from './dates';
import type { Pairs } from './pairs';
import { mostOf, SPACE, type Profile } from './profile';
import type { Gathered, Rows } from './rows';
import { spotsOf } from './spots';
import type { Taken } from './taken';

const LONGEST_CODE = 3;
const MOST_CODES = 8;
/** Bad records whose code is none; more are another item. */
const MOST_STRAYS = 2;
/** Groups whose trailers are looked at while columns compete. */
const TRAILERS_TRIED = 60;
const MOST_ODD = 5;

export interface KindColumn {
  readonly offset: number;
  readonly length: number;
  /** The codes as they stand, in order of first sight, and the code of each row. */
  readonly codes: readonly string[];
  readonly codeOf: Uint8Array;
  /** Pairs of a payment with different codes. */
  readonly different: number;
  readonly pairs: number;
  /** Whether the code tells if the transfer date is set; null without such a date. */
  readonly tellsTransfer: boolean | null;
  /** For each code: notices in pairs of different codes, and whether one of its figures stands in the trailers. */
  readonly paired: readonly number[];
  readonly isDeclared: readonly boolean[];
  /** Of the counts and sums of each code, those that stand in the trailers. */
  readonly totalsFound: number;
  readonly totals: number;
  readonly score: number;
}

export interface KindSources {
  readonly gathered: Gathered;
  readonly profile: Profile;
  readonly taken: Taken;
  /** Notices of one barcode, one paid date and time. */
  readonly pairs: Pairs;
  readonly transfer: DateColumn | null;
  /** Yen of each row. */
  readonly amounts: Int32Array;
}

/** The columns that could be the notice kind, the best first. */
export function kindColumns(sources: KindSources): KindColumn[] {
  const { gathered, profile, taken } = sources;
  const rows = gathered.rows.data;
  const varies = (column: number): boolean => profile.constant(column) < 0;
  const found: KindColumn[] = [];
  for (let offset = 1; offset < rows.width; offset++) {
    for (let length = 1; length <= LONGEST_CODE; length++) {
      if (!taken.isFree(offset, length) || profile.distinct(offset + length - 1) > MOST_CODES || !profile.isCode(offset + length - 1)) break;
      if (!varies(offset) || !varies(offset + length - 1)) continue;
      found.push(...(kindColumn(sources, offset, length) ?? []));
    }
  }
  return found.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || a.length - b.length || a.offset - b.offset);
}

/** What these bytes are as a notice kind, as a list of one; null when they hold too many codes. */
function kindColumn(sources: KindSources, offset: number, length: number): [KindColumn] | null {
  const read = readCodes(sources.gathered.rows.data, offset, length);
  return read === null ? null : [judge(sources, { offset, length, ...read })];
}

/** A code with the letters and digits around it that hardly ever change, when together they are no longer than a code. */
export function withNeighbours(column: KindColumn, sources: KindSources): KindColumn {
  const { profile, taken } = sources;
  const belongs = (at: number): boolean =>
    taken.isFree(at) && profile.isCode(at) && profile.of(at, SPACE) === 0 && profile.most(at) >= profile.count - MOST_STRAYS;
  let from = column.offset;
  let to = column.offset + column.length;
  while (belongs(from - 1)) from--;
  while (to < profile.width && belongs(to)) to++;
  if (to - from > LONGEST_CODE || to - from === column.length) return column;
  return kindColumn(sources, from, to - from)?.[0] ?? column;
}

export function amountsOf({ bytes, width, count }: Rows, barcodeAt: number): Int32Array {
  return Int32Array.from({ length: count }, (_, row) => Math.max(0, numberAt(bytes, row * width + barcodeAt + AMOUNT.offset, AMOUNT.length)));
}

function readCodes({ bytes, width, count }: Rows, offset: number, length: number): { codes: string[]; codeOf: Uint8Array } | null {
  const idOf = new Map<number, number>();
  const codes: string[] = [];
  const codeOf = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const at = row * width + offset;
    let key = 0;
    for (let i = 0; i < length; i++) key = key * 256 + bytes[at + i]!;
    let id = idOf.get(key);
    if (id === undefined) {
      if (codes.length === MOST_CODES) return null;
      id = codes.length;
      idOf.set(key, id);
      codes.push(String.fromCharCode(...bytes.subarray(at, at + length)));
    }
    codeOf[row] = id;
  }
  return { codes, codeOf };
}

type Read = Pick<KindColumn, 'offset' | 'length' | 'codes' | 'codeOf'>;

function judge({ gathered, pairs, transfer, amounts }: KindSources, read: Read): KindColumn {
  const { codes, codeOf } = read;
  let different = 0;
  const paired = codes.map(() => 0);
  for (let pair = 0; pair < pairs.earlier.length; pair++) {
    const [a, b] = [codeOf[pairs.earlier[pair]!]!, codeOf[pairs.later[pair]!]!];
    if (a === b) continue;
    different++;
    paired[a]!++;
    paired[b]!++;
  }
  const exceptions = transfer === null || transfer.blanks === 0 ? null : codes.map((_, code) => exceptionsOf(codeOf, code, transfer));
  const tellsTransfer = exceptions === null ? null : exceptions.every(({ count, of }) => of - count >= mostOf(of));
  // A few exceptions may be a rare code that a wider column tells apart.
  const odd = (exceptions ?? []).reduce((sum, { count }) => sum + count, 0);
  const { totals, totalsFound, isDeclared } = totalsOf(gathered, read, amounts);
  const pairScore = pairs.earlier.length === 0 ? 0 : 4 * (different / pairs.earlier.length) - 2;
  const transferScore = tellsTransfer === null ? 0 : tellsTransfer ? 1.5 : -1.5;
  const score = pairScore + transferScore + totalsFound - 0.1 * (codes.length - 2) - 0.2 * Math.min(odd, MOST_ODD);
  return { ...read, different, pairs: pairs.earlier.length, tellsTransfer, paired, isDeclared, totalsFound, totals, score };
}

/** Records of a code that have a transfer date where the others of it have none, or the reverse. */
function exceptionsOf(codeOf: Uint8Array, code: number, { days }: DateColumn): { readonly count: number; readonly of: number } {
  let set = 0;
  let of = 0;
  for (let row = 0; row < codeOf.length; row++) {
    if (codeOf[row] !== code) continue;
    of++;
    if (days[row]! > 0) set++;
  }
  return { count: Math.min(set, of - set), of };
}

/** Counts and sums by code and trailer row; -1 in trailers that belong to no group. */
export function figuresByCode(gathered: Gathered, { codes, codeOf }: Read, amounts: Int32Array): { count: number[]; amount: number[] }[] {
  const trailers = gathered.rows.trailer.count;
  const figures = codes.map(() => ({ count: new Array<number>(trailers).fill(-1), amount: new Array<number>(trailers).fill(-1) }));
  for (const { trailer } of gathered.groups) {
    if (trailer < 0) continue;
    for (const { count, amount } of figures) {
      count[trailer] = 0;
      amount[trailer] = 0;
    }
  }
  for (let row = 0; row < codeOf.length; row++) {
    const { trailer } = gathered.groups[gathered.groupOf[row]!]!;
    if (trailer < 0) continue;
    const { count, amount } = figures[codeOf[row]!]!;
    count[trailer]!++;
    amount[trailer]! += amounts[row]!;
  }
  return figures;
}

function totalsOf(gathered: Gathered, read: Read, amounts: Int32Array): Pick<KindColumn, 'totals' | 'totalsFound' | 'isDeclared'> {
  const { trailer } = gathered.rows;
  const count = Math.min(trailer.count, TRAILERS_TRIED);
  const some: Rows = { ...trailer, count };
  let totals = 0;
  let totalsFound = 0;
  const isDeclared = read.codes.map(() => false);
  for (const [code, figures] of figuresByCode(gathered, read, amounts).entries()) {
    for (const numbers of [figures.count.slice(0, count), figures.amount.slice(0, count)]) {
      if (!numbers.some((number) => number > 0)) continue;
      totals++;
      if (!spotsOf(some, numbers).some(({ most, telling }) => most >= 3 && telling > 0)) continue;
      totalsFound++;
      isDeclared[code] = true;
    }
  }
  return { totals, totalsFound, isDeclared };
}
