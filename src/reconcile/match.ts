/**
 * Which notices and which ledger row are the same slip?
 *
 * Both sides are sorted by year and number and walked side by side, so that each is read once whatever their size.
 */
import { finding, type Report } from '../check/finding';
import { NO_BILLER, type Billers } from '../slip/billers';
import type { NoticedSlips } from '../slip/slipNotices';
import { SlipNumbers } from '../slip/slipNumbers';
import { recordOfRow, type Ledger } from './ledger';

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
  /** 1: the biller of a ledger row with this number could not be told. */
  readonly billerAmbiguous: Uint8Array;
}

/** Matches; reports billerAmbiguous and ledgerDuplicate. `onlyBiller` is the run's only biller, or NO_BILLER. */
export function matchSlips(noticed: NoticedSlips, ledger: Ledger | null, billers: Billers, onlyBiller: number, report: Report): MatchedSlips {
  return new Matcher(noticed, ledger, billers, onlyBiller, report).match();
}

class Matcher {
  private readonly ledgerBiller: Int32Array;
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
  private readonly billerAmbiguous: Uint8Array;

  constructor(
    private readonly noticed: NoticedSlips,
    private readonly ledger: Ledger | null,
    private readonly billers: Billers,
    private readonly onlyBiller: number,
    private readonly report: Report,
  ) {
    const entries = ledger?.count ?? 0;
    this.ledgerBiller = new Int32Array(entries);
    const inOrder = new Int32Array(entries);
    for (let entry = 0; entry < entries; entry++) {
      inOrder[entry] = entry;
      this.ledgerBiller[entry] = billers.idOf(ledger!.billerCode[entry]!);
    }
    const sorted = (ledger?.numbers ?? new SlipNumbers(noticed.numbers.widths, 0)).sorted(inOrder);
    this.ledgerOrder = sorted.rows;
    this.ledgerNumbers = sorted.numbers;
    this.nullFirst = billers.ranks(false);
    this.nullLast = billers.ranks(true);
    const most = noticed.notice.length + entries;
    this.numbers = new SlipNumbers(noticed.numbers.widths, most);
    this.biller = new Int32Array(most);
    this.noticeStart = new Int32Array(most + 1);
    this.noticesBySlip = new Int32Array(noticed.notice.length);
    this.ledgerEntry = new Int32Array(most);
    this.billerAmbiguous = new Uint8Array(most);
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
    const { count, numbers, biller, noticeStart, noticesBySlip, ledgerEntry, billerAmbiguous } = this;
    return { count, numbers, biller, noticeStart, noticesBySlip, ledgerEntry, billerAmbiguous };
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
    const noticedBillers = [...new Set(noticed.biller.subarray(noticeFrom, noticeTo))];
    noticedBillers.sort((a, b) => this.nullLast[a]! - this.nullLast[b]!);
    const entryOf = new Map<number, number>();
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
      const first = entryOf.get(biller);
      if (first === undefined) {
        entryOf.set(biller, entry);
        continue;
      }
      const detail = { ...ledger!.numbers.nameOf(entry), firstRecord: recordOfRow(ledger!.table, ledger!.row[first]!) };
      this.report(finding('ledgerDuplicate', this.placeOf(entry), detail));
    }
    const billers = [...new Set([...noticedBillers, ...entryOf.keys()])].sort((a, b) => this.nullFirst[a]! - this.nullFirst[b]!);
    for (const biller of billers) this.addSlip(noticeFrom, noticeTo, biller, entryOf.get(biller) ?? NOT_IN_LEDGER, isAmbiguous);
  }

  private hasOneBiller(from: number, to: number): boolean {
    const { biller } = this.noticed;
    for (let place = from + 1; place < to; place++) if (biller[place] !== biller[from]) return false;
    return true;
  }

  /** A slip of this biller, with its notices among those at `from` to `to` of `noticed`. */
  private addSlip(from: number, to: number, biller: number, entry: number, isAmbiguous: boolean): void {
    const { noticed } = this;
    const slip = this.count++;
    for (let place = from; place < to; place++) {
      if (noticed.biller[place] === biller) this.noticesBySlip[this.noticeCount++] = noticed.notice[place]!;
    }
    if (to > from) this.numbers.copy(slip, noticed.numbers, from);
    else this.numbers.copy(slip, this.ledger!.numbers, entry);
    this.biller[slip] = biller;
    this.noticeStart[slip + 1] = this.noticeCount;
    this.ledgerEntry[slip] = entry;
    this.billerAmbiguous[slip] = isAmbiguous ? 1 : 0;
  }

  private reportAmbiguous(entry: number, candidates: readonly number[]): void {
    const codes = candidates.map((id) => this.billers.codeOf(id));
    const detail = { ...this.ledger!.numbers.nameOf(entry), billers: codes, chosen: codes[0]! };
    this.report(finding('billerAmbiguous', this.placeOf(entry), detail));
  }

  private placeOf(entry: number): { file: string; record: number } {
    return { file: this.ledger!.table.name, record: recordOfRow(this.ledger!.table, this.ledger!.row[entry]!) };
  }
}
