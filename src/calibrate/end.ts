/** What does the end record count, and where? */
import type { RecordCountIncludes } from '../file/layout';
import type { Gathered } from './rows';
import { spotsOf, type Spot } from './spots';

export interface RecordCountFound {
  readonly offset: number;
  readonly length: number;
  readonly includes: RecordCountIncludes;
  /** What is counted, where the layout cannot say it: records without the end, without header and end, groups. */
  readonly counts: string;
  readonly matched: number;
  readonly of: number;
}

const LEAST_WIDTH = 3;
/** Zeros before the count beyond this are as well a filler's. */
const USUAL_WIDTH = 10;

export function findRecordCount({ rows, fileOfEnd, recordsOf, dataOf }: Gathered): RecordCountFound | null {
  const readings: readonly { readonly includes: RecordCountIncludes; readonly counts: string; readonly of: (file: number) => number }[] = [
    { includes: 'allRecords', counts: 'allRecords', of: (file) => recordsOf[file]! },
    { includes: 'dataRecords', counts: 'dataRecords', of: (file) => dataOf[file]! },
    { includes: 'unknown', counts: 'withoutEnd', of: (file) => recordsOf[file]! - 1 },
    { includes: 'unknown', counts: 'withoutHeaderAndEnd', of: (file) => recordsOf[file]! - 2 },
  ];
  for (const { includes, counts, of } of readings) {
    const numbers = fileOfEnd.map(of);
    const best = spotsOf(rows.end, numbers)
      .filter(({ most, telling }) => most >= LEAST_WIDTH && telling > 0)
      .reduce<Spot | null>((a, b) => (a === null || b.most > a.most ? b : a), null);
    if (best === null) continue;
    const length = Math.max(best.least, Math.min(best.most, best.end - 1 <= USUAL_WIDTH ? best.end - 1 : USUAL_WIDTH));
    return { offset: best.end - length, length, includes, counts, matched: best.matched, of: best.of };
  }
  return null;
}
