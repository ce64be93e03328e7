/**
 * On which days were files made for each biller, and which days are missing?
 *
 * Source: docs/format.md, "Days of files".
 */
import { CALENDAR_THROUGH, isBusinessDay, isInCalendar, restDaysBetween } from '../file/businessDays';
import { dayNumber, dayOfNumber, type Day } from '../file/calendar';
import type { SettlementFile } from '../file/settlementFile';
import { NO_BILLER, type Billers } from '../slip/billers';

/** The first and the last day on which files were made. */
export interface Reach {
  readonly first: Day;
  readonly last: Day;
}

export interface BillerDays extends Reach {
  /** The id of the biller. */
  readonly biller: number;
  /** How many groups were made on each day. */
  readonly groups: ReadonlyMap<Day, number>;
  /** Files come on days of rest, too. */
  readonly everyDay: boolean;
  /** Expected days before the as-of date without a file; empty where the calendar does not reach so far. */
  readonly missing: readonly Day[];
}

export interface FileDays {
  /** In the order of the billers' codes; billers without a created date are not there. */
  readonly billers: readonly BillerDays[];
  /** false: the as-of date, or a first created date, lies beyond the calendar, and no missing day can be told. */
  readonly isKnown: boolean;
  /** The reach of each biller by id, that of no biller too; null where there is none. */
  readonly reach: readonly (Reach | null)[];
}

export function fileDaysOf(files: readonly SettlementFile[], billers: Billers, asOf: Day, noFileOn: ReadonlySet<Day>): FileDays {
  const groupsOf = new Map<number, Map<Day, number>>();
  for (const { groups } of files) {
    for (const { billerCode, createdDate } of groups) {
      const biller = billers.idOf(billerCode);
      if (biller === NO_BILLER || createdDate === null) continue;
      const days = groupsOf.get(biller) ?? new Map<Day, number>();
      groupsOf.set(biller, days.set(createdDate, (days.get(createdDate) ?? 0) + 1));
    }
  }
  const ranks = billers.ranks(false);
  const reached = [...groupsOf].sort(([a], [b]) => ranks[a]! - ranks[b]!).map(([biller, groups]) => ({ biller, groups, ...reachOf(groups.keys()) }));
  const isKnown = asOf <= CALENDAR_THROUGH && reached.every(({ first }) => first >= asOf || isInCalendar(first));
  const all = reached.map((about) => {
    const everyDay = comesEveryDay(about);
    return { ...about, everyDay, missing: isKnown ? missingDays(about, everyDay, asOf, noFileOn) : [] };
  });
  const reach = new Array<Reach | null>(billers.count).fill(null);
  for (const { biller, first, last } of all) reach[biller] = { first, last };
  if (all.length > 0)
    reach[NO_BILLER] = {
      first: all.reduce((latest, { first }) => Math.max(latest, first), 0),
      last: all.reduce((earliest, { last }) => Math.min(earliest, last), Infinity),
    };
  return { billers: all, isKnown, reach };
}

function reachOf(days: Iterable<Day>): Reach {
  let first = Infinity;
  let last = 0;
  for (const day of days) {
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return { first, last };
}

const FEWEST_REST_DAYS = 2;

/** Whether files were made on at least two, and at least half, of the days of rest within reach. */
function comesEveryDay({ groups, first, last }: Pick<BillerDays, 'groups' | 'first' | 'last'>): boolean {
  if (!isInCalendar(first) || !isInCalendar(last)) return false;
  const rest = [...groups.keys()].filter((day) => !isBusinessDay(day)).length;
  return rest >= FEWEST_REST_DAYS && rest * 2 >= restDaysBetween(first, last);
}

function missingDays({ groups, first }: Pick<BillerDays, 'groups' | 'first'>, everyDay: boolean, asOf: Day, noFileOn: ReadonlySet<Day>): Day[] {
  const missing: Day[] = [];
  const end = dayNumber(asOf);
  for (let number = dayNumber(first); number < end; number++) {
    const day = dayOfNumber(number);
    if ((everyDay || isBusinessDay(day)) && !groups.has(day) && !noFileOn.has(day)) missing.push(day);
  }
  return missing;
}
