/** Which code is 速報, which 確報, which 速報取消? By the life of the payments. */
import { daysBetween, type Day } from '../file/calendar';
import { NOTICE_KINDS, type NoticeKind } from '../file/layout';
import type { DateColumn } from './dates';
import type { KindColumn } from './kind';
import type { Pairs } from './pairs';
import type { Evidence } from './proposal';
import type { Gathered } from './rows';

export interface MeaningSources {
  readonly gathered: Gathered;
  readonly createdOf: readonly Day[];
  readonly paid: DateColumn;
  readonly transfer: DateColumn | null;
  /** Notices of one payment. */
  readonly pairs: Pairs;
}

export interface Meaning {
  readonly kinds: Readonly<Record<string, NoticeKind>>;
  readonly evidence: readonly Evidence[];
  /** Whether the next best reading is clearly worse. */
  readonly isClear: boolean;
}

/** What is known of a code. */
interface CodeFacts {
  readonly code: string;
  readonly count: number;
  /** Records with a transfer date. */
  readonly transferred: number;
  /** Mean days from the paid to the created date. */
  readonly lag: number;
}

/** null: more codes than kinds, or a single one. */
export function meaningOf(column: KindColumn, sources: MeaningSources): Meaning | null {
  const { codes, codeOf } = column;
  if (codes.length > NOTICE_KINDS.length || codes.length < 2) return null;
  const facts = codes.map((code, index) => factsOf(code, index, codeOf, sources));
  const { groupOf } = sources.gathered;
  const follows = countPairs(codes.length, codeOf, sources.pairs, (a, b) => groupOf[a] !== groupOf[b]);
  const together = countPairs(codes.length, codeOf, sources.pairs, (a, b) => groupOf[a] === groupOf[b]);
  const readings = assignments(codes.length).map((kinds) => ({ kinds, score: scoreOf(kinds, facts, follows, together, sources.transfer) }));
  readings.sort((a, b) => b.score - a.score);
  const [best, second] = readings;
  return {
    kinds: Object.fromEntries(codes.map((code, index) => [code, best!.kinds[index]!])),
    evidence: codes.flatMap((_, index) => evidenceOf(index, best!.kinds, facts, follows, sources.transfer)),
    isClear: second === undefined || best!.score - second.score >= CLEAR,
  };
}

const CLEAR = 0.5;

function factsOf(code: string, index: number, codeOf: Uint8Array, { gathered, createdOf, paid, transfer }: MeaningSources): CodeFacts {
  let count = 0;
  let transferred = 0;
  let lag = 0;
  let dated = 0;
  for (let row = 0; row < codeOf.length; row++) {
    if (codeOf[row] !== index) continue;
    count++;
    if (transfer !== null && transfer.days[row]! > 0) transferred++;
    const created = createdOf[gathered.groupOf[row]!]!;
    if (created === 0 || paid.days[row] === 0) continue;
    lag += daysBetween(paid.days[row]!, created);
    dated++;
  }
  return { code, count, transferred, lag: dated === 0 ? 0 : lag / dated };
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
  kinds: readonly NoticeKind[],
  facts: readonly CodeFacts[],
  follows: readonly (readonly number[])[],
  together: readonly (readonly number[])[],
  transfer: DateColumn | null,
): number {
  const all = facts.reduce((sum, { count }) => sum + count, 0);
  let score = 0;
  let pairs = 0;
  let fitting = 0;
  let pairsTogether = 0;
  let undone = 0;
  for (const [a, kindA] of kinds.entries()) {
    const fact = facts[a]!;
    if (transfer !== null && transfer.blanks > 0) {
      const share = fact.transferred / fact.count;
      score += 2 * (kindA === 'confirmed' ? share : 1 - share);
    }
    if (kindA === 'preliminaryCancelled') score += 1 - 3 * (fact.count / all);
    else score += (kindA === 'confirmed') === fact.lag >= LONG_LAG ? 0.5 : -0.5;
    for (const [b, kindB] of kinds.entries()) {
      if (a === b) continue;
      pairs += follows[a]![b]!;
      if (kindA === 'preliminary') fitting += follows[a]![b]!;
      if (kindB === 'preliminary') fitting -= follows[a]![b]!;
      pairsTogether += together[a]![b]!;
      // In one file a payment is scanned and undone; it is settled in a later one.
      if (kindA !== 'confirmed' && kindB !== 'confirmed') undone += together[a]![b]!;
      if (kindA === 'confirmed' && kindB !== 'confirmed') score += Math.max(-2, Math.min(2, (fact.lag - facts[b]!.lag) / 2));
    }
  }
  if (pairs > 0) score += 3 * (fitting / pairs);
  if (pairsTogether > 0) score += 2 * (undone / pairsTogether);
  // Every file that brings cancellations brings preliminary notices; a file of one day may lack confirmed ones.
  if (!kinds.includes('preliminary')) score -= 1;
  if (!kinds.includes('confirmed')) score -= 0.5;
  return score;
}

function evidenceOf(
  index: number,
  kinds: readonly NoticeKind[],
  facts: readonly CodeFacts[],
  follows: readonly (readonly number[])[],
  transfer: DateColumn | null,
): Evidence[] {
  const { code, count, transferred } = facts[index]!;
  const kind = kinds[index]!;
  const all = facts.reduce((sum, fact) => sum + fact.count, 0);
  const about = `${code} ${kind}`;
  const evidence: Evidence[] = [{ code: 'kindOf', about, matched: count, of: all }];
  if (transfer !== null && kind === 'confirmed') evidence.push({ code: 'setOnConfirmed', about: code, matched: transferred, of: count });
  if (transfer !== null && kind !== 'confirmed') evidence.push({ code: 'blankOnPreliminary', about: code, matched: count - transferred, of: count });
  const preliminary = kinds.indexOf('preliminary');
  if (kind !== 'preliminary' && preliminary >= 0) {
    const after = follows[preliminary]![index]!;
    const before = follows[index]![preliminary]!;
    if (after + before > 0) evidence.push({ code: 'followsPreliminary', about: code, matched: after, of: after + before });
  }
  return evidence;
}
