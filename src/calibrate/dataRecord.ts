/** What do the data records tell of their own items? Days, time, kind, places, in the order in which one helps the next. */
import { BARCODE_LENGTH } from '../file/barcode';
import type { Day } from '../file/calendar';
import type { BarcodeFound } from './barcode';
import { dateColumns, DATE_LENGTH, type Years } from './dates';
import { createdDates, findCreated, findPaid, nameOtherDays, type CreatedFound, type OtherDay, type PaidFound } from './days';
import { amountsOf, kindColumns, type KindColumn } from './kind';
import { meaningOf, type Meaning } from './kindMeaning';
import { pairsOf, pairsWhere, rowsInTime } from './pairs';
import { findPlaces, type CodeFound } from './places';
import { Profile, SPACE } from './profile';
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
const LONGEST_CODE = 3;

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
  const time = findTime(rows, profile, taken, sameDay);
  if (time !== null) taken.take(time.offset, TIME_LENGTH);
  const timeOf = (row: number): string => (time === null ? '' : textOf(rows.bytes, row * rows.width + time.offset));
  const ofPayment = pairsWhere(sameDay, (a, b) => {
    const [before, after] = [timeOf(a), timeOf(b)];
    return before === after || isBlankTime(before) || isBlankTime(after);
  });
  const otherDays = paid === null ? [] : nameOtherDays(gathered, dates, paid.column, createdOf);
  const transfer = otherDays.find(({ name }) => name === 'transferDate')?.column ?? null;
  const amounts = amountsOf(rows, barcode.offset);
  const [found, ...otherKinds] = kindColumns({ gathered, profile, taken, pairs: ofPayment, transfer, amounts });
  const kind = found === undefined ? null : withNeighbours(found, profile, taken);
  if (kind !== null) taken.take(kind.offset, kind.length);
  const meaning = kind === null || paid === null ? null : meaningOf(kind, { gathered, createdOf, paid: paid.column, transfer, pairs: ofPayment });
  const places = findPlaces(rows, profile, taken, ofPayment);
  return { created, createdOf, paid, otherDays, time, kind, otherKinds, meaning, places, amounts };
}

const textOf = (bytes: Uint8Array, at: number): string => String.fromCharCode(...bytes.subarray(at, at + TIME_LENGTH));
const isBlankTime = (text: string): boolean => text.trim() === '' || text === '0000';

/** A code with the constant letters and digits around it, when together they are no longer than a code. */
function withNeighbours(column: KindColumn, profile: Profile, taken: Taken): KindColumn {
  const isConstantCode = (at: number): boolean => taken.isFree(at) && profile.constant(at) > SPACE && profile.isCode(at);
  let from = column.offset;
  let to = column.offset + column.length;
  while (isConstantCode(from - 1)) from--;
  while (to < profile.width && isConstantCode(to)) to++;
  if (to - from > LONGEST_CODE) return column;
  const text = (start: number, end: number): string => Array.from({ length: end - start }, (_, i) => String.fromCharCode(profile.constant(start + i))).join('');
  const [before, after] = [text(from, column.offset), text(column.offset + column.length, to)];
  return { ...column, offset: from, length: to - from, codes: column.codes.map((code) => before + code + after) };
}
