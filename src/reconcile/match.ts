/**
 * Which notices and which ledger row are the same slip?
 *
 * Both sides are sorted by year and number and walked side by side, so that each is read once whatever their size.
 */
import { finding, type Report } from '../check/finding';
import { NO_BILLER, type Billers } from '../slip/billers';
import type { NoticedSlips } from '../slip/slipNotices';
import { SlipNumbers } from '../slip/slipNumbers';
import type { Ledger } from './ledger';
import { recordOfRow } from './table';

/** The ledger lacks the slip. */
export const NOT_IN_LEDGER = -1;

/** The slips of both sides as columns, by fiscal year, slip number, biller (null first). */
export interface MatchedSlips {
  readonly count: number;
  readonly numbers: SlipNumbers;
  /** The id of each slip's biller. */
  readonly biller: Int32Array;
  /** Notices of slip s, held ones too: `noticesBySlip[noticeStart[s]]` to `noticesBySlip[noticeStart[s + 1]]` (exclusive). */
  readonly noticeStart: Int32Array;
  readonly noticesBySlip: Int32Array;
  /** The ledger's entry that counts, or NOT_IN_LEDGER. */
  readonly ledgerEntry: Int32Array;
  /** The slip of each entry of the ledger, of rows that list a slip again, too. */
  readonly slipOfEntry: Int32Array;
  /** 1: the biller of a ledger row with this number could not be told, or the ledger lists the slip twice. */
  readonly needsReview: Uint8Array;
  /** 1: the biller of a ledger row with this number could not be told. */
  readonly ambiguous: Uint8Array;
}

/** Matches; reports billerAmbiguous and ledgerDuplicate. `billers` knows those of the files, and gets those of the ledger. */
export function matchSlips(noticed: NoticedSlips, ledger: Ledger | null, billers: Billers, report: Report): MatchedSlips {
  const ledgerBiller = new Int32Array(ledger?.count ?? 0);
  for (let entry = 0; entry < ledgerBiller.length; entry++) ledgerBiller[entry] = billers.idOf(ledger!.billerCode[entry]!);
  return new Matcher(noticed, ledger, ledgerBiller, billers, report).match();
}

class Matcher {
  private readonly onlyBiller: number;
  private readonly ledgerOrder: Int32Array;
  /** The ledger's years and numbers in that order. */
  private readonly ledgerNumbers: SlipNumbers;
  private readonly nullFirst: Int32Array;
  private readonly nullLast: Int32Array;

  private count = 0;
  private readonly numbers: SlipNumbers;
  private readonly biller: Int32Array;
  private readonly noticeStart: Int32Array;
  private readonly noticesBySlip: Int32Array;
  private noticeCount = 0;
  private readonly ledgerEntry: Int32Array;
  private readonly slipOfEntry: Int32Array;
  private readonly needsReview: Uint8Array;
  private readonly ambiguous: Uint8Array;

  constructor(
    private readonly noticed: NoticedSlips,
    private readonly ledger: Ledger | null,
    private readonly ledgerBiller: Int32Array,
    private readonly billers: Billers,
    private readonly report: Report,
  ) {
    const entries = ledger?.count ?? 0;
    const inOrder = new Int32Array(entries);
    for (let entry = 0; entry < entries; entry++) inOrder[entry] = entry;
    const sorted = (ledger?.numbers ?? new SlipNumbers(noticed.numbers.widths, 0)).sorted(inOrder);
    this.ledgerOrder = sorted.rows;
    this.ledgerNumbers = sorted.numbers;
    this.onlyBiller = billers.only();
    this.nullFirst = billers.ranks(false);
    this.nullLast = billers.ranks(true);
    const most = noticed.notice.length + entries;
    this.numbers = new SlipNumbers(noticed.numbers.widths, most);
    this.biller = new Int32Array(most);
    this.noticeStart = new Int32Array(most + 1);
    this.noticesBySlip = new Int32Array(noticed.notice.length);
    this.ledgerEntry = new Int32Array(most);
    this.slipOfEntry = new Int32Array(entries);
    this.needsReview = new Uint8Array(most);
    this.ambiguous = new Uint8Array(most);
  }

  match(): MatchedSlips {
    const { noticed, ledgerOrder, ledgerNumbers } = this;
    const noticeCount = noticed.notice.length;
    let notice = 0;
    let entry = 0;
    while (notice < noticeCount || entry < ledgerOrder.length) {
      const noticeFrom = notice;
      const entryFrom = entry;
      const side = this.firstSide(notice, entry);
      if (side <= 0) {
        do notice++;
        while (notice < noticeCount && noticed.numbers.compare(notice, noticed.numbers, noticeFrom) === 0);
      }
      if (side >= 0) {
        do entry++;
        while (entry < ledgerOrder.length && ledgerNumbers.compare(entry, ledgerNumbers, entryFrom) === 0);
      }
      this.takeNumber(noticeFrom, notice, entryFrom, entry);
    }
    const { count, numbers, biller, noticeStart, noticesBySlip, ledgerEntry, slipOfEntry, needsReview, ambiguous } = this;
    return { count, numbers, biller, noticeStart, noticesBySlip, ledgerEntry, slipOfEntry, needsReview, ambiguous };
  }

  /** Below 0: the next number is only in the notices; above 0: only in the ledger; 0: in both. */
  private firstSide(notice: number, entry: number): number {
    if (notice === this.noticed.notice.length) return 1;
    if (entry === this.ledgerOrder.length) return -1;
    return this.noticed.numbers.compare(notice, this.ledgerNumbers, entry);
  }

  /** All slips of one year and number: some notices (places in `noticed`) and some ledger rows (places in `ledgerOrder`). */
  private takeNumber(noticeFrom: number, noticeTo: number, entryFrom: number, entryTo: number): void {
    const { noticed, ledgerOrder } = this;
    const isPlain = this.hasOneBiller(noticeFrom, noticeTo) && entryTo - entryFrom <= 1;
    if (isPlain && entryTo === entryFrom) return this.addSlip(noticeFrom, noticeTo, noticed.biller[noticeFrom]!, NOT_IN_LEDGER, false);
    if (isPlain) {
      const entry = ledgerOrder[entryFrom]!;
      const noticedBiller = noticeTo > noticeFrom ? noticed.biller[noticeFrom]! : this.onlyBiller;
      const ledgerBiller = this.ledgerBiller[entry]!;
      const biller = ledgerBiller === NO_BILLER ? noticedBiller : ledgerBiller;
      if (noticeTo === noticeFrom || biller === noticedBiller) return this.addSlip(noticeFrom, noticeTo, biller, entry, false);
    }
    this.takeSharedNumber(noticeFrom, noticeTo, entryFrom, entryTo);
  }

  /** The same for a number that several billers share or the ledger lists more than once. */
  private takeSharedNumber(noticeFrom: number, noticeTo: number, entryFrom: number, entryTo: number): void {
    const { noticed, ledger, ledgerOrder } = this;
    const placesOf = new Map<number, number[]>();
    for (let place = noticeFrom; place < noticeTo; place++) {
      const places = placesOf.get(noticed.biller[place]!);
      if (places === undefined) placesOf.set(noticed.biller[place]!, [place]);
      else places.push(place);
    }
    const noticedBillers = [...placesOf.keys()].sort((a, b) => this.nullLast[a]! - this.nullLast[b]!);
    const entriesOf = new Map<number, number[]>();
    let isAmbiguous = false;
    for (let place = entryFrom; place < entryTo; place++) {
      const entry = ledgerOrder[place]!;
      let biller = this.ledgerBiller[entry]!;
      if (biller === NO_BILLER) {
        biller = noticedBillers.length === 0 ? this.onlyBiller : noticedBillers[0]!;
        if (noticedBillers.length > 1) {
          isAmbiguous = true;
          this.reportAmbiguous(entry, noticedBillers);
        }
      }
      const entries = entriesOf.get(biller);
      if (entries === undefined) {
        entriesOf.set(biller, [entry]);
        continue;
      }
      const detail = { ...ledger!.numbers.nameOf(entry), firstRecord: recordOfRow(ledger!.table, ledger!.row[entries[0]!]!) };
      entries.push(entry);
      this.report(finding('ledgerDuplicate', this.placeOf(entry), detail));
    }
    const billers = [...new Set([...noticedBillers, ...entriesOf.keys()])].sort((a, b) => this.nullFirst[a]! - this.nullFirst[b]!);
    for (const biller of billers) this.addSharing(placesOf.get(biller) ?? [], biller, entriesOf.get(biller) ?? [], isAmbiguous);
  }

  /** A slip of a number that others share: its notices' places, and its rows in the ledger, of which the first counts. */
  private addSharing(places: readonly number[], biller: number, entries: readonly number[], isAmbiguous: boolean): void {
    const [entry = NOT_IN_LEDGER] = entries;
    for (const place of places) this.noticesBySlip[this.noticeCount++] = this.noticed.notice[place]!;
    for (const again of entries) this.slipOfEntry[again] = this.count;
    if (isAmbiguous) this.ambiguous[this.count] = 1;
    this.close(places[0] ?? null, biller, entry, isAmbiguous || entries.length > 1);
  }

  private hasOneBiller(from: number, to: number): boolean {
    const { biller } = this.noticed;
    for (let place = from + 1; place < to; place++) if (biller[place] !== biller[from]) return false;
    return true;
  }

  /** The only slip of its number, with the notices at `from` to `to` of `noticed`. */
  private addSlip(from: number, to: number, biller: number, entry: number, needsReview: boolean): void {
    for (let place = from; place < to; place++) this.noticesBySlip[this.noticeCount++] = this.noticed.notice[place]!;
    if (entry !== NOT_IN_LEDGER) this.slipOfEntry[entry] = this.count;
    this.close(to > from ? from : null, biller, entry, needsReview);
  }

  /** Notes what is known of a slip whose notices are there already; `place`: one of them. */
  private close(place: number | null, biller: number, entry: number, needsReview: boolean): void {
    const slip = this.count++;
    if (place !== null) this.numbers.copy(slip, this.noticed.numbers, place);
    else this.numbers.copy(slip, this.ledger!.numbers, entry);
    this.biller[slip] = biller;
    this.noticeStart[slip + 1] = this.noticeCount;
    this.ledgerEntry[slip] = entry;
    this.needsReview[slip] = needsReview ? 1 : 0;
  }

  private reportAmbiguous(entry: number, candidates: readonly number[]): void {
    const codes = candidates.map((id) => this.billers.codeOf(id));
    const detail = { ...this.ledger!.numbers.nameOf(entry), billers: codes, chosen: codes[0]!, isLedger: true };
    this.report(finding('billerAmbiguous', this.placeOf(entry), detail));
  }

  private placeOf(entry: number): { file: string; record: number } {
    return { file: this.ledger!.table.name, record: recordOfRow(this.ledger!.table, this.ledger!.row[entry]!) };
  }
}
