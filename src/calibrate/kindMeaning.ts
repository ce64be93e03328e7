/** Which code is 速報, which 確報, which 速報取消? By the life of the payments. */
import { daysBetween, type Day } from '../file/calendar';
import { NOTICE_KINDS, type NoticeKind } from '../file/layout';
import type { DateColumn } from './dates';
import type { KindColumn } from './kind';
import type { Pairs } from './pairs';
import type { Evidence } from './proposal';
import type { Gathered } from './rows';
import { isBlankTime } from './time';

export interface MeaningSources {
  readonly gathered: Gathered;
  readonly createdOf: readonly Day[];
  readonly paid: DateColumn;
  /** The transfer date, or another day that only some records have. */
  readonly transfer: DateColumn | null;
  readonly accounting: DateColumn | null;
  /** Where the time of day stands; head offices may blank it. */
  readonly timeAt: number | null;
  /** Notices of one payment. */
  readonly pairs: Pairs;
}

export interface Meaning {
  readonly kinds: Readonly<Record<string, NoticeKind>>;
  readonly evidence: readonly Evidence[];
  /** Whether the next best reading is clearly worse. */
  readonly isClear: boolean;
  /** Codes of so few records, in no payment and no total, that they may be slips of the pen. */
  readonly unknown: readonly string[];
}

/** What is known of a code. */
interface CodeFacts {
  readonly code: string;
  readonly count: number;
  /** Records with a transfer date. */
  readonly transferred: number;
  /** Mean days from the paid to the created date; in files of few days, to the day on which it was booked. */
  readonly lag: number;
  /** Records without a time. */
  readonly timeless: number;
}

/** null: more codes than kinds, or a single one. */
export function meaningOf(column: KindColumn, sources: MeaningSources): Meaning | null {
  const { codeOf } = column;
  const facts = column.codes.map((code, index) => factsOf(code, index, codeOf, sources));
  const known = knownCodes(column, facts);
  if (known === null || known.length < 2) return null;
  const readings = readingsOf(known, facts, codeOf, sources);
  // A rare code that would have to be a cancelled payment with a transfer date is a bad record, not a kind.
  const odd = readings[0]!.kinds.find(({ kind, facts: of }) => kind === 'preliminaryCancelled' && of.transferred * 2 > of.count);
  const kept = odd === undefined || known.length < 3 ? known : known.filter((index) => index !== odd.code);
  const [best, second] = kept === known ? readings : readingsOf(kept, facts, codeOf, sources);
  return {
    kinds: Object.fromEntries(best!.kinds.map(({ code, kind }) => [column.codes[code]!, kind])),
    evidence: best!.kinds.flatMap((one) => evidenceOf(one, best!.kinds, codeOf.length, best!.follows, sources.transfer)),
    isClear: second === undefined || best!.score - second.score >= CLEAR,
    unknown: column.codes.filter((_, index) => !kept.includes(index)),
  };
}

/** Every reading of the known codes, the likeliest first. */
function readingsOf(known: readonly number[], facts: readonly CodeFacts[], codeOf: Uint8Array, sources: MeaningSources): Reading[] {
  const { groupOf } = sources.gathered;
  const follows = countPairs(facts.length, codeOf, sources.pairs, (a, b) => groupOf[a] !== groupOf[b]);
  const together = countPairs(facts.length, codeOf, sources.pairs, (a, b) => groupOf[a] === groupOf[b]);
  const hasManyDays = new Set(sources.createdOf).size >= FEW_DAYS;
  const readings = assignments(known.length).map((kinds): Reading => {
    const reading = known.map((code, index) => ({ code, kind: kinds[index]!, facts: facts[code]! }));
    return { kinds: reading, follows, score: scoreOf(reading, follows, together, hasManyDays, sources.transfer) };
  });
  return readings.sort((a, b) => b.score - a.score);
}

interface Reading {
  readonly follows: readonly (readonly number[])[];
  readonly kinds: readonly KindOfCode[];
  readonly score: number;
}
interface KindOfCode {
  /** Index of the code in its column. */
  readonly code: number;
  readonly kind: NoticeKind;
  readonly facts: CodeFacts;
}

/** Without the strays; of more codes than there are kinds the rarest are strays too. null: too many codes. */
function knownCodes(column: KindColumn, facts: readonly CodeFacts[]): readonly number[] | null {
  const isFew = (index: number): boolean => facts[index]!.count <= Math.max(FEW, column.codeOf.length * FEW_SHARE);
  const known = column.codes.map((_, index) => index).filter((index) => !isFew(index) || column.paired[index]! > 0 || column.isDeclared[index]);
  const byWeight = [...known].sort((a, b) => facts[b]!.count - facts[a]!.count || Number(column.isDeclared[b]) - Number(column.isDeclared[a]));
  if (byWeight.slice(NOTICE_KINDS.length).some((index) => facts[index]!.count > Math.max(FEW, column.codeOf.length * SOME_SHARE))) return null;
  const kept = byWeight.slice(0, NOTICE_KINDS.length);
  return known.filter((index) => kept.includes(index));
}

const FEW = 2;
const FEW_SHARE = 0.02;
const SOME_SHARE = 0.05;

const CLEAR = 0.5;
/** With fewer created dates a file holds whole lives of payments. */
const FEW_DAYS = 3;

function factsOf(code: string, index: number, codeOf: Uint8Array, { gathered, createdOf, paid, transfer, accounting, timeAt }: MeaningSources): CodeFacts {
  const { bytes, width } = gathered.rows.data;
  const isBooked = accounting !== null && new Set(createdOf).size < FEW_DAYS;
  let count = 0;
  let transferred = 0;
  let lag = 0;
  let dated = 0;
  let timeless = 0;
  for (let row = 0; row < codeOf.length; row++) {
    if (codeOf[row] !== index) continue;
    count++;
    if (timeAt !== null && isBlankTime(bytes, row * width + timeAt)) timeless++;
    if (transfer !== null && transfer.days[row]! > 0) transferred++;
    const known = isBooked ? accounting.days[row]! : createdOf[gathered.groupOf[row]!]!;
    if (known === 0 || paid.days[row] === 0) continue;
    lag += daysBetween(paid.days[row]!, known);
    dated++;
  }
  return { code, count, transferred, timeless, lag: dated === 0 ? 0 : lag / dated };
}

/** `[a][b]`: payments in which a notice of code b comes next after one of code a; those pairs for which this holds. */
function countPairs(codes: number, codeOf: Uint8Array, { earlier, later }: Pairs, holds: (earlier: number, later: number) => boolean): number[][] {
  const counts = Array.from({ length: codes }, () => new Array<number>(codes).fill(0));
  for (let pair = 0; pair < earlier.length; pair++) {
    if (holds(earlier[pair]!, later[pair]!)) counts[codeOf[earlier[pair]!]!]![codeOf[later[pair]!]!]!++;
  }
  return counts;
}

/** Every way to give so many codes different kinds. */
function assignments(codes: number): NoticeKind[][] {
  if (codes === 0) return [[]];
  return assignments(codes - 1).flatMap((before) => NOTICE_KINDS.filter((kind) => !before.includes(kind)).map((kind) => [...before, kind]));
}

/** 速報 and 速報取消 come on the days after the payment, 確報 later. */
const LONG_LAG = 2.5;

function scoreOf(
  kinds: readonly KindOfCode[],
  follows: readonly (readonly number[])[],
  together: readonly (readonly number[])[],
  hasManyDays: boolean,
  transfer: DateColumn | null,
): number {
  const all = kinds.reduce((sum, { facts }) => sum + facts.count, 0);
  let score = 0;
  let pairs = 0;
  let fitting = 0;
  let pairsTogether = 0;
  let undone = 0;
  let withoutPreliminary = 0;
  for (const a of kinds) {
    if (transfer !== null && transfer.blanks > 0) {
      const share = a.facts.transferred / a.facts.count;
      score += 2 * (a.kind === 'confirmed' ? share : 1 - share);
    }
    if (a.kind === 'preliminaryCancelled') score += 1 - 3 * (a.facts.count / all);
    else score += (a.kind === 'confirmed') === a.facts.lag >= LONG_LAG ? 0.5 : -0.5;
    // A till knows the time; only head offices blank it.
    if (a.kind === 'preliminary' && kinds.some(({ facts }) => facts.timeless > 0)) score += a.facts.timeless === 0 ? 0.7 : -0.7;
    for (const b of kinds) {
      if (a === b) continue;
      const following = follows[a.code]![b.code]!;
      pairs += following;
      if (a.kind === 'preliminary') fitting += following;
      if (b.kind === 'preliminary') fitting -= following;
      pairsTogether += together[a.code]![b.code]!;
      // A payment is settled or undone: its two notices are of 速報 and one of the others.
      if (a.kind !== 'preliminary' && b.kind !== 'preliminary') withoutPreliminary += following + together[a.code]![b.code]!;
      // In one file a payment is scanned and undone; it is settled in a later one.
      if (a.kind !== 'confirmed' && b.kind !== 'confirmed') undone += together[a.code]![b.code]!;
      if (a.kind === 'confirmed' && b.kind !== 'confirmed') score += Math.max(-2, Math.min(2, (a.facts.lag - b.facts.lag) / 2));
    }
  }
  if (pairs > 0) score += 3 * (fitting / pairs);
  if (pairsTogether > 0 && hasManyDays) score += 2 * (undone / pairsTogether);
  if (pairs + pairsTogether > 0) score -= 3 * (withoutPreliminary / (pairs + pairsTogether));
  // Every file that brings cancellations brings preliminary notices; a file of one day may lack confirmed ones.
  if (!kinds.some(({ kind }) => kind === 'preliminary')) score -= 1;
  if (!kinds.some(({ kind }) => kind === 'confirmed')) score -= 0.5;
  return score;
}

function evidenceOf(
  { code: index, kind, facts }: KindOfCode,
  kinds: readonly KindOfCode[],
  all: number,
  follows: readonly (readonly number[])[],
  transfer: DateColumn | null,
): Evidence[] {
  const { code, count, transferred } = facts;
  const evidence: Evidence[] = [{ code: 'kindOf', about: `${code} ${kind}`, matched: count, of: all }];
  if (transfer !== null && kind === 'confirmed') evidence.push({ code: 'setOnConfirmed', about: code, matched: transferred, of: count });
  if (transfer !== null && kind !== 'confirmed') evidence.push({ code: 'blankOnPreliminary', about: code, matched: count - transferred, of: count });
  const preliminary = kinds.find((other) => other.kind === 'preliminary');
  if (kind !== 'preliminary' && preliminary !== undefined) {
    const after = follows[preliminary.code]![index]!;
    const before = follows[index]![preliminary.code]!;
    if (after + before > 0) evidence.push({ code: 'followsPreliminary', about: code, matched: after, of: after + before });
  }
  return evidence;
}
