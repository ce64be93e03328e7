/** What do the data records tell of their own items? Days, time, kind, places, in the order in which one helps the next. */
import { BARCODE_LENGTH } from '../file/barcode';
import type { Day } from '../file/calendar';
import type { BarcodeFound } from './barcode';
import { dateColumns, DATE_LENGTH, type DateColumn, type Years } from './dates';
import { createdDates, findCreated, findPaid, nameOtherDays, type CreatedFound, type OtherDay, type PaidFound } from './days';
import { amountsOf, kindColumns, withNeighbours, type KindColumn } from './kind';
import { meaningOf, type Meaning } from './kindMeaning';
import { pairsOf, pairsOfSinglePayments, pairsWhere, rowsInTime } from './pairs';
import { findPlaces, type CodeFound } from './places';
import { Profile } from './profile';
import type { Gathered } from './rows';
import { Taken } from './taken';
import { findTime, type TimeFound } from './time';

export interface DataFound {
  readonly created: CreatedFound | null;
  readonly createdOf: readonly Day[];
  readonly paid: PaidFound | null;
  readonly otherDays: readonly OtherDay[];
  readonly time: TimeFound | null;
  /** The notice kind with its constant neighbours. */
  readonly kind: KindColumn | null;
  readonly otherKinds: readonly KindColumn[];
  readonly meaning: Meaning | null;
  readonly places: readonly CodeFound[];
  /** Yen of each row. */
  readonly amounts: Int32Array;
}

/** Years around the due dates in which a paid or created date may lie. */
const YEARS_AROUND = 2;
const ANY_YEAR: Years = { first: 2000, last: 2099 };
const TIME_LENGTH = 4;

export function readData(gathered: Gathered, profile: Profile, barcode: BarcodeFound): DataFound {
  const rows = gathered.rows.data;
  const years = barcode.firstYear === 0 ? ANY_YEAR : { first: barcode.firstYear - YEARS_AROUND, last: barcode.lastYear + YEARS_AROUND };
  const taken = new Taken(rows.width);
  taken.take(0, 1);
  taken.take(barcode.offset, BARCODE_LENGTH);
  const header = gathered.rows.header;
  const headerTaken = new Taken(header.width);
  headerTaken.take(0, 1);
  const headerDates = header.count === 0 ? [] : dateColumns(header, new Profile(header), headerTaken, years);
  const dates = dateColumns(rows, profile, taken, years);
  const created = findCreated(gathered, headerDates, dates);
  const createdOf = createdDates(gathered, created);
  const pairs = pairsOf(rows, barcode.offset, rowsInTime(gathered, createdOf));
  const paid = findPaid(gathered, dates, pairs, createdOf);
  for (const { offset } of dates) taken.take(offset, DATE_LENGTH);
  const sameDay = paid === null ? pairs : pairsWhere(pairs, (a, b) => paid.column.days[a] === paid.column.days[b]);
  const otherDays = paid === null ? [] : nameOtherDays(gathered, dates, paid.column, createdOf);
  const named = (name: OtherDay['name']): DateColumn | null => otherDays.find((day) => day.name === name)?.column ?? null;
  const transfer = named('transferDate') ?? otherDays.find(({ column }) => column.blanks > 0)?.column ?? null;
  const amounts = amountsOf(rows, barcode.offset);
  const kindSources = { gathered, profile, taken, pairs: sameDay, transfer, amounts };
  const [found, ...otherKinds] = kindColumns(kindSources);
  const kind = found === undefined ? null : withNeighbours(found, kindSources);
  if (kind !== null) taken.take(kind.offset, kind.length);
  const ofPayment = kind === null ? sameDay : pairsOfSinglePayments(sameDay, kind.codeOf);
  const time = findTime(rows, profile, taken, ofPayment);
  if (time !== null) taken.take(time.offset, TIME_LENGTH);
  const meaning =
    kind === null || paid === null
      ? null
      : meaningOf(kind, {
          gathered,
          createdOf,
          paid: paid.column,
          transfer,
          accounting: named('accountingDate'),
          timeAt: time?.offset ?? null,
          pairs: ofPayment,
        });
  const places = findPlaces(rows, profile, taken, ofPayment);
  return { created, createdOf, paid, otherDays, time, kind, otherKinds, meaning, places, amounts };
}
