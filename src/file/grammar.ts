/**
 * What place does each record fill in `File = (Header Data* Trailer)+ End`, and where does the file break that order?
 *
 * Reading goes on after a break as if the missing record were there. Source: docs/format.md, "Order of records".
 */
import { allAre } from './bytes';
import { RECORD_TYPE, type RecordName } from './layout';
import type { Cut } from './cut';

export const STANDING = {
  /** Read like any record. */
  read: 0,
  /** Not read: its length is not the layout's. */
  wrongLength: 1,
  /** Not read: its first byte names no record. */
  unknownType: 2,
  /** Not read: it stands after the end record. */
  afterEnd: 3,
  /** Not read: a data record of a partly deleted file that holds nothing any more. */
  deleted: 4,
  /** Not read: a row of headings in a CSV file. */
  heading: 5,
} as const;
export type Standing = (typeof STANDING)[keyof typeof STANDING];

/** Indexes of records are 0-based here; -1 is none. */
export interface GroupSpan {
  header: number;
  trailer: number;
}

export interface OrderBreak {
  /** The record that should not come here; null where the file ends without an end record. */
  readonly record: number | null;
  readonly came: RecordName | null;
  /** What could have come here; empty after the end record. */
  readonly expected: readonly RecordName[];
}

export interface Grammar {
  /** The first byte of each record. */
  readonly types: Uint8Array;
  readonly standings: Uint8Array;
  /** The group that each record belongs to, or -1. */
  readonly groupOf: Int32Array;
  readonly groups: readonly GroupSpan[];
  /** The first end record, or -1. */
  readonly end: number;
  /** Data records that are read. */
  readonly noticeCount: number;
  /** Groups that have lost data records: what they declare can no longer be counted. */
  readonly lessened: ReadonlySet<number>;
  /** Data records by their first byte, whatever their standing. */
  readonly dataCount: number;
  readonly breaks: readonly OrderBreak[];
}

/** What stands where a data record was deleted. */
export const BLANK = 0x20;
const DATA = RECORD_TYPE.data.charCodeAt(0);
const NAME_OF_TYPE = new Map(Object.entries(RECORD_TYPE).map(([name, type]) => [type.charCodeAt(0), name as RecordName]));

/** What may be otherwise in some files. */
export interface OrderOptions {
  /** Blank data records are no fault. */
  readonly mayBeDeleted?: boolean;
  /** Records that the layout does not have. */
  readonly lacks?: readonly RecordName[];
  /** Rows of headings at the beginning. */
  readonly headings?: number;
}

export function parseOrder(bytes: Uint8Array, cut: Cut, recordLength: number, { mayBeDeleted = false, lacks = [], headings = 0 }: OrderOptions = {}): Grammar {
  const { count, starts, lengths } = cut;
  const types = new Uint8Array(count);
  const standings = new Uint8Array(count);
  const groupOf = new Int32Array(count).fill(-1);
  const groups: GroupSpan[] = [];
  const breaks: OrderBreak[] = [];
  const lessened = new Set<number>();
  const after = lacks.length === 0 ? USUAL_ORDER : orderWithout(lacks);
  let expected = after.start;
  let group = -1;
  let end = -1;
  let noticeCount = 0;
  let dataCount = 0;
  const isDeleted = (record: number): boolean => mayBeDeleted && allAre(bytes, starts[record]! + 1, recordLength - 1, BLANK);

  for (let record = 0; record < count; record++) {
    const type = bytes[starts[record]!]!;
    types[record] = type;
    if (record < headings && lengths[record] === recordLength) {
      standings[record] = STANDING.heading;
      continue;
    }
    if (type === DATA && group >= 0 && end < 0 && lengths[record] === recordLength) {
      groupOf[record] = group;
      if (isDeleted(record)) {
        standings[record] = STANDING.deleted;
        lessened.add(group);
        dataCount++;
        continue;
      }
      noticeCount++;
      dataCount++;
      continue;
    }
    const named = NAME_OF_TYPE.get(type);
    const name = named !== undefined && lacks.includes(named) ? undefined : named;
    if (name === 'data') dataCount++;
    if (end >= 0) {
      standings[record] = STANDING.afterEnd;
      breaks.push({ record, came: name ?? null, expected: [] });
      continue;
    }
    if (lengths[record] !== recordLength) standings[record] = STANDING.wrongLength;
    else if (name === undefined) standings[record] = STANDING.unknownType;
    if (name === undefined) continue;

    if (!expected.includes(name)) breaks.push({ record, came: name, expected });
    if (name === 'header' || (name === 'data' && group < 0)) {
      group = groups.length;
      groups.push({ header: name === 'header' ? record : -1, trailer: -1 });
    }
    groupOf[record] = group;
    if (name === 'data') {
      if (standings[record] === STANDING.read && isDeleted(record)) {
        standings[record] = STANDING.deleted;
        lessened.add(group);
      } else if (standings[record] === STANDING.read) noticeCount++;
      expected = after.inGroup;
    } else if (name === 'header') {
      expected = after.inGroup;
    } else if (name === 'trailer') {
      if (group >= 0) groups[group]!.trailer = record;
      group = -1;
      expected = after.trailer;
    } else {
      end = record;
      group = -1;
    }
  }
  if (end < 0 && !lacks.includes('end')) breaks.push({ record: null, came: null, expected: ['end'] });
  return { types, standings, groupOf, groups, end, noticeCount, lessened, dataCount, breaks };
}

/** What may come at the start, within a group and after a trailer. */
interface Order {
  readonly start: readonly RecordName[];
  readonly inGroup: readonly RecordName[];
  readonly trailer: readonly RecordName[];
}

const USUAL_ORDER: Order = { start: ['header'], inGroup: ['data', 'trailer'], trailer: ['header', 'end'] };

/** Where records are lacking, what would come after them may come in their place. */
function orderWithout(lacks: readonly RecordName[]): Order {
  const has = (name: RecordName): boolean => !lacks.includes(name);
  const opening: readonly RecordName[] = has('header') ? ['header'] : ['data'];
  const closing: readonly RecordName[] = has('end') ? ['end'] : [];
  const inGroup: readonly RecordName[] = has('trailer') ? ['data', 'trailer'] : has('header') ? ['data', 'header', ...closing] : ['data', ...closing];
  return { start: has('header') ? opening : inGroup, inGroup, trailer: [...opening, ...closing] };
}
