/**
 * Which slips were paid elsewhere? The receipts of other channels 他の収納, from the ledger's own columns and from lists, beside the slips of files and ledger.
 *
 * Source: docs/format.md, "Receipts of other channels".
 */
import { finding, type RecordPlace, type Report, type SlipName } from '../check/finding';
import { NO_BILLER, type Billers } from '../slip/billers';
import { SlipNumbers } from '../slip/slipNumbers';
import { METHOD, type Ledger } from './ledger';
import { NOT_IN_LEDGER, type MatchedSlips } from './match';
import type { ReceiptRows } from './receiptRows';
import { recordOfRow } from './table';

/** What became of a receipt: it counts, it tells of the files' own channel, it repeats another, or it may be the payment that the files tell of. */
export const RECEIPT_USES = ['used', 'ownChannel', 'duplicate', 'unclear'] as const;
export type ReceiptUse = (typeof RECEIPT_USES)[number];

/** A receipt whose slip nobody else knows of. */
export const NO_SLIP = -1;
/** In `Receipts.list`: the ledger's own columns. */
export const FROM_LEDGER = -1;

/** Columns, one entry a receipt: those of the ledger in its order, then those of the lists as given. */
export interface Receipts {
  readonly count: number;
  /** The index of the list, or FROM_LEDGER; and the 1-based row. */
  readonly list: Int16Array;
  readonly record: Int32Array;
  /** Its slip, or NO_SLIP. */
  readonly slip: Int32Array;
  /** yyyymmdd, 0 for none. */
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** A METHOD. */
  readonly method: Uint8Array;
  /** An index in RECEIPT_USES. */
  readonly use: Uint8Array;
  /** Receipts of slip s: `bySlip[start[s]]` to `bySlip[start[s + 1]]` (exclusive), in their order. */
  readonly start: Int32Array;
  readonly bySlip: Int32Array;
  /** Rows of lists that cannot be used. */
  readonly refused: number;
  readonly lists: readonly ReceiptRows[];
  /** Year and number of a receipt from a list. */
  nameOf(receipt: number): SlipName;
}

export interface JoinedReceipts {
  readonly matched: MatchedSlips;
  readonly receipts: Receipts;
}

/** A slip that only receipts tell of. */
interface NewSlip {
  /** A row that names it, in `rows` of all lists together. */
  readonly row: number;
  readonly biller: number;
  /** false: only receipts of the files' own channel name it. */
  isShown: boolean;
  /** A row of its number could belong to several billers. */
  needsReview: boolean;
}

/** Finds the slip of each receipt, adds the slips that only receipts tell of; reports billerAmbiguous and ledgerUnrelated of lists. */
export function joinReceipts(matched: MatchedSlips, ledger: Ledger | null, lists: readonly ReceiptRows[], billers: Billers, report: Report): JoinedReceipts {
  return new Joiner(matched, ledger, lists, billers, report).join();
}

class Joiner {
  /** All rows of all lists: list, place in it, number, biller. */
  private readonly rowCount: number;
  private readonly list: Int16Array;
  private readonly place: Int32Array;
  private readonly numbers: SlipNumbers;
  private readonly biller: Int32Array;
  /** The slip of each row in `matched`, or `newSlip` of its index in `added`. */
  private readonly slipOfRow: Int32Array;
  private readonly added: NewSlip[] = [];
  private readonly onlyBiller: number;
  private readonly nullFirst: Int32Array;
  private readonly nullLast: Int32Array;

  constructor(
    private readonly matched: MatchedSlips,
    private readonly ledger: Ledger | null,
    private readonly lists: readonly ReceiptRows[],
    private readonly billers: Billers,
    private readonly report: Report,
  ) {
    this.rowCount = lists.reduce((sum, { count }) => sum + count, 0);
    this.list = new Int16Array(this.rowCount);
    this.place = new Int32Array(this.rowCount);
    this.numbers = new SlipNumbers(matched.numbers.widths, this.rowCount);
    this.biller = new Int32Array(this.rowCount);
    this.slipOfRow = new Int32Array(this.rowCount);
    this.onlyBiller = billers.only();
    let row = 0;
    for (const [index, rows] of lists.entries()) {
      for (let place = 0; place < rows.count; place++, row++) {
        this.list[row] = index;
        this.place[row] = place;
        this.numbers.copy(row, rows.numbers, place);
        this.biller[row] = billers.idOf(rows.billerCode[place]!);
      }
    }
    this.nullFirst = billers.ranks(false);
    this.nullLast = billers.ranks(true);
  }

  join(): JoinedReceipts {
    const { rows, numbers } = this.numbers.sorted(Int32Array.from({ length: this.rowCount }, (_, row) => row));
    let slip = 0;
    for (let from = 0; from < rows.length;) {
      let to = from + 1;
      while (to < rows.length && numbers.compare(to, numbers, from) === 0) to++;
      while (slip < this.matched.count && this.matched.numbers.compare(slip, numbers, from) < 0) slip++;
      let end = slip;
      while (end < this.matched.count && this.matched.numbers.compare(end, numbers, from) === 0) end++;
      this.joinNumber(rows.subarray(from, to), slip, end);
      from = to;
      slip = end;
    }
    this.reportUnrelated();
    const { matched, placeOfOld, placeOfNew } = this.withAdded();
    return { matched, receipts: this.receipts(matched, placeOfOld, placeOfNew) };
  }

  /** The rows of one year and number, and the slips `from` to `to` (exclusive) of files and ledger that carry it. */
  private joinNumber(rows: Int32Array, from: number, to: number): void {
    const slipOf = new Map<number, number>();
    for (let slip = from; slip < to; slip++) slipOf.set(this.matched.biller[slip]!, slip);
    const candidates = [...slipOf.keys()].sort((a, b) => this.nullLast[a]! - this.nullLast[b]!);
    const chosen = candidates[0] ?? this.onlyBiller;
    const firstAdded = this.added.length;
    let isAmbiguous = this.matched.ambiguous.subarray(from, to).includes(1);
    for (const row of rows) {
      let biller = this.biller[row]!;
      if (biller === NO_BILLER) {
        biller = chosen;
        if (candidates.length > 1) {
          isAmbiguous = true;
          this.reportAmbiguous(row, candidates);
        }
      }
      const isShown = this.rowsOf(row).method[this.place[row]!] !== METHOD.own;
      const known = slipOf.get(biller);
      if (known === undefined) {
        const slip = newSlip(this.added.length);
        slipOf.set(biller, slip);
        this.slipOfRow[row] = slip;
        this.added.push({ row, biller, isShown, needsReview: false });
      } else {
        this.slipOfRow[row] = known;
        if (known < 0 && isShown) this.added[newSlip(known)]!.isShown = true;
      }
    }
    if (!isAmbiguous) return;
    this.matched.needsReview.fill(1, from, to);
    for (let index = firstAdded; index < this.added.length; index++) this.added[index]!.needsReview = true;
  }

  private rowsOf(row: number): ReceiptRows {
    return this.lists[this.list[row]!]!;
  }

  private placeOf(row: number): RecordPlace {
    const { table, row: rowOf } = this.rowsOf(row);
    return { file: table.name, record: recordOfRow(table, rowOf[this.place[row]!]!) };
  }

  private reportAmbiguous(row: number, candidates: readonly number[]): void {
    const codes = candidates.map((id) => this.billers.codeOf(id));
    const detail = { ...this.numbers.nameOf(row), billers: codes, chosen: codes[0]!, isLedger: false };
    this.report(finding('billerAmbiguous', this.placeOf(row), detail));
  }

  /** The slips of files and ledger with those that receipts have added, in their order; and where each of both stands now. */
  private withAdded(): { readonly matched: MatchedSlips; readonly placeOfOld: Int32Array | null; readonly placeOfNew: Int32Array } {
    const { matched: old, added, numbers } = this;
    const placeOfNew = new Int32Array(added.length).fill(NO_SLIP);
    const shown = [...added.keys()].filter((index) => added[index]!.isShown);
    if (shown.length === 0) return { matched: old, placeOfOld: null, placeOfNew };
    const rank = (biller: number): number => this.nullFirst[biller]!;
    shown.sort((a, b) => numbers.compare(added[a]!.row, numbers, added[b]!.row) || rank(added[a]!.biller) - rank(added[b]!.biller));
    const count = old.count + shown.length;
    const placeOfOld = new Int32Array(old.count);
    const matched = {
      count,
      numbers: new SlipNumbers(old.numbers.widths, count),
      biller: new Int32Array(count),
      noticeStart: new Int32Array(count + 1),
      noticesBySlip: old.noticesBySlip,
      ledgerEntry: new Int32Array(count),
      slipOfEntry: old.slipOfEntry,
      needsReview: new Uint8Array(count),
      ambiguous: new Uint8Array(count),
    };
    let next = 0;
    let from = 0;
    for (let slip = 0; slip < count; slip++) {
      const index = shown[next];
      const isNew = index !== undefined && (from === old.count || this.standsBefore(added[index]!, from));
      if (isNew) {
        const { row, biller, needsReview } = added[index]!;
        placeOfNew[index] = slip;
        matched.numbers.copy(slip, numbers, row);
        matched.biller[slip] = biller;
        matched.noticeStart[slip + 1] = matched.noticeStart[slip]!;
        matched.ledgerEntry[slip] = NOT_IN_LEDGER;
        matched.needsReview[slip] = needsReview ? 1 : 0;
        next++;
      } else {
        placeOfOld[from] = slip;
        matched.numbers.copy(slip, old.numbers, from);
        matched.biller[slip] = old.biller[from]!;
        matched.noticeStart[slip + 1] = old.noticeStart[from + 1]!;
        matched.ledgerEntry[slip] = old.ledgerEntry[from]!;
        matched.needsReview[slip] = old.needsReview[from]!;
        matched.ambiguous[slip] = old.ambiguous[from]!;
        from++;
      }
    }
    return { matched: { ...matched, slipOfEntry: old.slipOfEntry.map((slip) => placeOfOld[slip]!) }, placeOfOld, placeOfNew };
  }

  private standsBefore({ row, biller }: NewSlip, slip: number): boolean {
    const order = this.numbers.compare(row, this.matched.numbers, slip);
    return order < 0 || (order === 0 && this.nullFirst[biller]! < this.nullFirst[this.matched.biller[slip]!]!);
  }

  /** Of each list's distinct slips, at least four, more than half not in the ledger: not the same office, year or numbering. */
  private reportUnrelated(): void {
    const { ledger, matched } = this;
    if (ledger === null) return;
    const slips = this.lists.map(() => new Set<number>());
    for (let row = 0; row < this.rowCount; row++) slips[this.list[row]!]!.add(this.slipOfRow[row]!);
    for (const [index, { table }] of this.lists.entries()) {
      const all = slips[index]!;
      let missing = 0;
      for (const slip of all) if (slip < 0 || matched.ledgerEntry[slip] === NOT_IN_LEDGER) missing++;
      if (areUnrelated(all.size, missing)) this.report(finding('ledgerUnrelated', { file: table.name, expected: all.size, actual: missing }, {}));
    }
  }

  private receipts(matched: MatchedSlips, placeOfOld: Int32Array | null, placeOfNew: Int32Array): Receipts {
    const { ledger, lists, rowCount } = this;
    const own = ledger === null ? [] : entriesWithReceipt(ledger);
    const count = own.length + rowCount;
    const receipts = {
      count,
      list: new Int16Array(count).fill(FROM_LEDGER),
      record: new Int32Array(count),
      slip: new Int32Array(count),
      day: new Int32Array(count),
      amount: new Float64Array(count),
      method: new Uint8Array(count),
      use: new Uint8Array(count),
      refused: lists.reduce((sum, { refused }) => sum + refused, 0),
      lists,
      nameOf: (receipt: number): SlipName => this.numbers.nameOf(receipt - own.length),
    };
    for (const [receipt, entry] of own.entries()) {
      receipts.record[receipt] = recordOfRow(ledger!.table, ledger!.row[entry]!);
      receipts.slip[receipt] = matched.slipOfEntry[entry]!;
      receipts.day[receipt] = ledger!.receivedDate[entry]!;
      receipts.amount[receipt] = ledger!.receivedAmount[entry]!;
      receipts.method[receipt] = ledger!.method[entry]!;
    }
    for (let row = 0; row < rowCount; row++) {
      const receipt = own.length + row;
      const rows = this.rowsOf(row);
      const place = this.place[row]!;
      const slip = this.slipOfRow[row]!;
      receipts.list[receipt] = this.list[row]!;
      receipts.record[receipt] = recordOfRow(rows.table, rows.row[place]!);
      receipts.slip[receipt] = slip < 0 ? placeOfNew[newSlip(slip)]! : (placeOfOld?.[slip] ?? slip);
      receipts.day[receipt] = rows.day[place]!;
      receipts.amount[receipt] = rows.amount[place]!;
      receipts.method[receipt] = rows.method[place]!;
    }
    return { ...receipts, ...bySlip(receipts.slip, matched.count) };
  }
}

/** The index of a new slip as a number below 0, and back. */
const newSlip = (index: number): number => -1 - index;

const FEWEST_TO_DOUBT = 4;

/** Whether so few of these slips are in the ledger that it must be another one. */
export const areUnrelated = (slips: number, missing: number): boolean => slips >= FEWEST_TO_DOUBT && missing * 2 > slips;

function entriesWithReceipt({ count, receivedAmount }: Ledger): number[] {
  const entries: number[] = [];
  for (let entry = 0; entry < count; entry++) if (receivedAmount[entry]! > 0) entries.push(entry);
  return entries;
}

/** Receipts by their slips; those of one slip keep their order. */
function bySlip(slip: Int32Array, slips: number): Pick<Receipts, 'start' | 'bySlip'> {
  const start = new Int32Array(slips + 1);
  for (const of of slip) if (of !== NO_SLIP) start[of + 1]!++;
  for (let of = 0; of < slips; of++) start[of + 1]! += start[of]!;
  const next = start.slice();
  const places = new Int32Array(start[slips]!);
  for (const [receipt, of] of slip.entries()) if (of !== NO_SLIP) places[next[of]!++] = receipt;
  return { start, bySlip: places };
}
