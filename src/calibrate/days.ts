/** Which day of the header is the created date, and which day of the data record is what: paid, booked, transferred? */
import { daysBetween, type Day } from '../file/calendar';
import type { DateColumn } from './dates';
import type { Pairs } from './pairs';
import { mostOf } from './profile';
import type { Gathered } from './rows';

export interface CreatedFound {
  readonly column: DateColumn;
  /** Data records whose days (those that every record has) are not after it. */
  readonly notBefore: number;
  readonly of: number;
  /** The other days of the header that are possible. */
  readonly others: readonly DateColumn[];
}

const MOST_LAG = 400;

/** The created date is not before any day that every data record has, and the nearest to them. */
export function findCreated({ groups, groupOf }: Gathered, header: readonly DateColumn[], data: readonly DateColumn[]): CreatedFound | null {
  const everywhere = header.filter(({ dates, of }) => dates >= mostOf(of));
  if (everywhere.length === 0) return null;
  const always = data.filter(({ dates, of }) => dates >= mostOf(of));
  const judged = everywhere.map((column) => {
    let notBefore = 0;
    let lag = 0;
    for (let row = 0; row < groupOf.length; row++) {
      const headerRow = groups[groupOf[row]!]!.header;
      const created = headerRow < 0 ? 0 : column.days[headerRow]!;
      const last = always.reduce((latest, { days }) => (days[row]! <= created && days[row]! > latest ? days[row]! : latest), 0);
      if (created === 0 || last === 0) continue;
      const days = daysBetween(last, created);
      lag += Math.min(days, MOST_LAG);
      if (days <= MOST_LAG) notBefore++;
    }
    return { column, notBefore, lag };
  });
  judged.sort((a, b) => b.notBefore - a.notBefore || a.lag - b.lag || b.column.distinct - a.column.distinct || a.column.offset - b.column.offset);
  const [best] = judged;
  const least = mostOf(best!.notBefore);
  return {
    column: best!.column,
    notBefore: best!.notBefore,
    of: groupOf.length,
    others: judged.slice(1).flatMap(({ column, notBefore }) => (notBefore >= least ? [column] : [])),
  };
}

/** The created date of each group; 0 when unknown. */
export const createdDates = ({ groups }: Gathered, created: CreatedFound | null): Day[] =>
  groups.map(({ header }) => (created === null || header < 0 ? 0 : created.column.days[header]!));

export interface PaidFound {
  readonly column: DateColumn;
  /** Pairs of one barcode with the same day. */
  readonly samePairs: number;
  readonly pairs: number;
  readonly notAfterCreated: number;
  readonly ofCreated: number;
  /** Other days that the numbers allow as well. */
  readonly others: readonly DateColumn[];
}

/** The paid date is in every record, the same in all notices of a payment, and not after any other day or the created date. */
export function findPaid(gathered: Gathered, columns: readonly DateColumn[], pairs: Pairs, createdOf: readonly Day[]): PaidFound | null {
  const { groupOf } = gathered;
  const always = columns.filter(({ dates, of }) => dates >= mostOf(of));
  if (always.length === 0) return null;
  const manyDays = new Set(createdOf.filter((day) => day > 0)).size > 1;
  const judged = always.map((column) => {
    const { days } = column;
    let same = 0;
    for (let pair = 0; pair < pairs.earlier.length; pair++) if (days[pairs.earlier[pair]!] === days[pairs.later[pair]!]) same++;
    let notAfterCreated = 0;
    let ofCreated = 0;
    let earliest = 0;
    for (let row = 0; row < days.length; row++) {
      const created = createdOf[groupOf[row]!]!;
      if (created > 0) ofCreated++;
      if (created > 0 && days[row]! > 0 && days[row]! <= created) notAfterCreated++;
      if (always.every((other) => other.days[row] === 0 || days[row]! <= other.days[row]!)) earliest++;
    }
    const share = (part: number, of: number): number => (of === 0 ? 1 : part / of);
    const score =
      3 * share(notAfterCreated, ofCreated) +
      2 * share(same, pairs.earlier.length) +
      share(earliest, days.length) -
      (manyDays && column.distinct === 1 ? 3 : 0);
    return { column, samePairs: same, pairs: pairs.earlier.length, notAfterCreated, ofCreated, score };
  });
  judged.sort((a, b) => b.score - a.score || a.column.offset - b.column.offset);
  const [best, ...rest] = judged;
  const others = rest.filter(({ score }) => score > best!.score - NEARLY).map(({ column }) => column);
  return { ...best!, others };
}

/** A score so near to the best one decides nothing. */
const NEARLY = 0.05;

export interface OtherDay {
  readonly column: DateColumn;
  readonly name: 'transferDate' | 'accountingDate' | 'otherDate';
  /** Records that bear the name out. */
  readonly matched: number;
  readonly of: number;
  readonly isAfterCreated: boolean;
}

/** Days after the payment, on average, from which a day is taken for the transfer. */
const LATE = 7;

/** The days besides the paid date: the transfer lies after the created date, the booking between paid and created date. */
export function nameOtherDays({ groupOf }: Gathered, columns: readonly DateColumn[], paid: DateColumn, createdOf: readonly Day[]): OtherDay[] {
  const judged = columns
    .filter((column) => column !== paid)
    .map((column) => {
      let after = 0;
      let between = 0;
      let of = 0;
      let lag = 0;
      for (let row = 0; row < groupOf.length; row++) {
        const day = column.days[row]!;
        if (day === 0) continue;
        of++;
        if (paid.days[row]! > 0) lag += daysBetween(paid.days[row]!, day);
        const created = createdOf[groupOf[row]!]!;
        if (day > (created || paid.days[row]!)) after++;
        else if (day >= paid.days[row]!) between++;
      }
      return { column, after, between, of, lag: of === 0 ? 0 : lag / of };
    });
  const best = judged
    .filter(({ after, of }) => after >= mostOf(of))
    .sort((a, b) => blanksFirst(a.column, b.column) || a.column.offset - b.column.offset)[0]?.column;
  // A file made weeks later brings transfers that lie before its day: then the late day that only some records have.
  const late = judged.filter(({ column, lag }) => column.blanks > 0 && lag >= LATE).sort((a, b) => b.lag - a.lag)[0]?.column;
  const transfer = best ?? late;
  const accounting = judged
    .filter((day) => day.column !== transfer && day.between >= mostOf(day.of))
    .sort((a, b) => b.of - a.of || a.column.offset - b.column.offset)[0]?.column;
  return judged.map(({ column, after, between, of }) => {
    if (column === transfer) return { column, name: 'transferDate', matched: column === best ? after : of, of, isAfterCreated: column === best };
    if (column === accounting) return { column, name: 'accountingDate', matched: between, of, isAfterCreated: false };
    return { column, name: 'otherDate', matched: of, of, isAfterCreated: false };
  });
}

/** A transfer is blank on 速報, so the column with blanks is the likelier one. */
const blanksFirst = (a: DateColumn, b: DateColumn): number => (b.blanks > 0 ? 1 : 0) - (a.blanks > 0 ? 1 : 0);
