/** Which slip is meant at the counter, and what is told where it is not clear? Of the run that stands. */
import type { NearSlips, SearchAnswer } from './protocol';
import { codec } from '../charset';
import { readBarcode, type BarcodeReading } from '../file/barcodeReading';
import { shown } from '../file/bytes';
import { barcodePart, type Layout } from '../file/layout';
import { BUILT_IN_LAYOUTS } from '../file/layouts';
import { isSound, readSought, soundNeighbours, swapsThatMend } from '../file/sought';
import type { Paper } from '../reconcile/payable';
import { SlipSearch, type FoundSlips } from '../reconcile/slipSearch';
import type { Settlement } from '../settle';
import type { Source } from '../sheet/source';
import type { BarcodeView, Searched } from './searchProtocol';
import { slipRow, slipView } from './slipViews';

const MOST_ROWS = 50;
/** Among more nobody could choose. */
const MOST_NEAR = 5;

export class SlipFinder {
  private readonly search: SlipSearch;
  private readonly layouts: readonly Layout[];
  private makers: ReadonlySet<string> | null = null;

  constructor(private readonly source: Source) {
    const { slips, ledger, billers, settlements } = source.settlement;
    this.search = new SlipSearch(slips, ledger, billers, source.withNames);
    const read = [...new Map(settlements.map(({ layout }) => [layout.id, layout])).values()];
    this.layouts = read.length > 0 ? read : BUILT_IN_LAYOUTS.slice(0, 1);
  }

  find(typed: string): SearchAnswer {
    const sought = readSought(typed);
    const searched = this.searched();
    switch (sought.of) {
      case 'nothing':
        return { searched, found: 'empty' };
      case 'barcode':
        return { searched, ...this.ofBarcode(sought.digits) };
      case 'cutBarcode':
        return { searched, found: 'cutBarcode', digits: sought.digits, near: this.near(sought.digits) };
      case 'digits': {
        const found = this.search.byDigits(sought.digits);
        return { searched, ...this.ofSlips(found) };
      }
      case 'text':
        return { searched, ...this.ofSlips(this.search.byText(sought.text)) };
    }
  }

  private searched(): Searched {
    const { slips, ledger, dataFrom, dataThrough } = this.source.settlement;
    return { slips: slips.count, ledger: ledger?.table.name ?? null, dataFrom, dataThrough, payers: this.search.hasPayers };
  }

  /** One exact match is the answer, as is the only match of a part. */
  private ofSlips({ exact, partial }: FoundSlips): Answer {
    const all = [...exact, ...partial];
    if (all.length === 0) return { found: 'none' };
    if (exact.length === 1 || all.length === 1) return { found: 'slip', life: slipView(this.source, all[0]!) };
    return { found: 'slips', total: all.length, exact: exact.length, rows: this.rows(all.slice(0, MOST_ROWS)) };
  }

  /** Only a sound barcode that is surely ours opens a slip by itself: another office's slip may bear the same number. */
  private ofBarcode(digits: string): Answer {
    const readings = this.layouts.map((layout) => readBarcode(digits, layout, codec));
    const meant = readings.map((reading) => ({ reading, slips: this.search.byBarcode(reading) }));
    const { reading, slips } = meant.find((one) => one.slips.length > 0) ?? meant[0]!;
    const isOurMaker = this.isOurMaker(reading);
    const isForeign = isOurMaker === false && !slips.some((slip) => this.saysTheSame(reading, slip));
    if (!isSound(digits) || isForeign || slips.length === 0) {
      const near = isSound(digits) ? this.nearOf(slips) : this.near(digits);
      return { found: 'barcode', barcode: barcodeView(reading, isOurMaker), near };
    }
    if (slips.length > 1) return { found: 'slips', total: slips.length, exact: slips.length, rows: this.rows(slips) };
    return { found: 'slip', life: slipView(this.source, slips[0]!, paperOf(reading)) };
  }

  /** A new maker's code of ours is in no notice yet. */
  private saysTheSame({ amount, dueDate }: BarcodeReading, slip: number): boolean {
    const { billedAmount, dueDate: due } = this.source.settlement.slips;
    return billedAmount[slip] === amount && due[slip] === dueDate;
  }

  /** Slips whose barcode is one slip of the finger away. */
  private near(digits: string): NearSlips {
    const { slips } = this.source.settlement;
    const found = new Set<number>();
    for (const sound of soundNeighbours(digits)) {
      for (const layout of this.layouts) {
        const reading = readBarcode(sound, layout, codec);
        if (this.isOurMaker(reading) === false) continue;
        for (const slip of this.search.byBarcode(reading)) {
          const billed = slips.billedAmount[slip]!;
          if (billed < 0 || billed === reading.amount) found.add(slip);
        }
      }
    }
    return this.nearOf([...found]);
  }

  private nearOf(slips: readonly number[]): NearSlips {
    return { total: slips.length, rows: slips.length > MOST_NEAR ? [] : this.rows(slips) };
  }

  private rows(slips: readonly number[]): ReturnType<typeof slipRow>[] {
    return slips.map((slip) => slipRow(this.source.settlement, slip));
  }

  private isOurMaker({ makerCode }: BarcodeReading): boolean | null {
    if (makerCode === null) return null;
    this.makers ??= makersOf(this.source.settlement);
    return this.makers.size === 0 ? null : this.makers.has(makerCode);
  }
}

type Answer = Readonly<Record<never, never>> & DistributiveOmit<SearchAnswer, 'searched'>;
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Makers' codes in the barcodes of all notices that are not held back. */
function makersOf({ notices, settlements }: Settlement): Set<string> {
  const makers = new Set<string>();
  const parts = settlements.map(({ layout }) => barcodePart(layout, 'makerCode'));
  for (let notice = 0; notice < notices.count; notice++) {
    const part = parts[notices.file[notice]!] ?? null;
    if (part === null || notices.held[notice] === 1) continue;
    const { bytes, cut } = settlements[notices.file[notice]!]!;
    makers.add(shown(bytes, cut.starts[notices.record[notice]!]! + part.offset, part.length));
  }
  return makers;
}

const paperOf = ({ dueDate, reissueNumber, amount }: BarcodeReading): Paper => ({ dueDate, reissueNumber, amount });

function barcodeView(reading: BarcodeReading, isOurMaker: boolean | null): BarcodeView {
  const { digits, dueDate, ...rest } = reading;
  const sound = isSound(digits);
  return { ...rest, digits, isOurMaker, dueDate: dueDate === 0 ? null : dueDate, isSound: sound, swaps: sound ? [] : swapsThatMend(digits) };
}
