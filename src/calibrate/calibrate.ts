/**
 * Which layout do these files have? The files are their own witnesses: check digits, the calendar, computed totals, the ledger's numbers.
 *
 * Every record is used. What the files do not tell is left open and asked for: docs/decisions/0013-calibration.md.
 */
import { BARCODE_LENGTH } from '../file/barcode';
import type { LayoutData } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import type { LedgerTable } from '../reconcile/table';
import { findBarcode } from './barcode';
import { barcodeItems } from './barcodeItems';
import { readData } from './dataRecord';
import { endItems, trailerItems } from './frameItems';
import { headerItems } from './headerItems';
import { dataItems } from './dataItems';
import { stillOpen, withConfirmed, type ConfirmedItem } from './confirmed';
import { fieldOf, filled, itemOf } from './items';
import type { Span } from './freeDigits';
import { ledgerKeys } from './ledgerKeys';
import { nearestOf } from './nearest';
import { Profile } from './profile';
import type { Calibration, Evidence, Item, Question } from './proposal';
import { findRecordLength } from './recordLength';
import { gather, type Gathered } from './rows';

export interface CalibrationInput {
  /** Files of one layout, in any order. */
  readonly files: readonly Uint8Array[];
  readonly ledger: LedgerTable | null;
  /** What the proposed layout shall be called. */
  readonly id: string;
  readonly title: string;
  /** Items that a person has confirmed: they stay where they are. */
  readonly confirmed?: readonly ConfirmedItem[];
  /** Where a person knows it. */
  readonly recordLength?: number | null;
}

export function calibrate({ files, ledger, id, title, confirmed = [], recordLength = null }: CalibrationInput): Calibration {
  const length = recordLength === null ? findRecordLength(files) : { length: recordLength };
  if (length === null) return nothing({ code: 'recordLength', blocks: true, about: '' });
  const gathered = gather(files, length.length);
  const { rows } = gathered;
  if (rows.data.count === 0) return nothing({ code: 'dataRecords', blocks: true, about: '' }, gathered, length.length);
  const profile = new Profile(rows.data);
  const barcode = findBarcode(rows.data, profile);
  if (barcode === null) return nothing({ code: 'barcode', blocks: true, about: '' }, gathered, length.length);

  const questions: Question[] = [];
  const ask = (code: Question['code'], blocks: boolean, about = ''): void => {
    questions.push({ code, blocks, about });
  };
  const keys = ledger === null ? null : ledgerKeys(ledger);
  if (keys === null) ask('noLedger', false);
  const data = readData(gathered, profile, barcode);
  const inBarcode = barcodeItems(gathered, profile, barcode, data, keys, ask);
  const inData = dataItems(gathered, profile, barcode, data, ask);
  const rest = inBarcode.rest.map((span) => ({ ...span, offset: span.offset + barcode.offset }));
  const inHeader = headerItems({ gathered, data, rest, ledger: keys, ask });
  const inTrailer = trailerItems(gathered, data, ask);
  const inEnd = endItems(gathered, ask);
  const proposed = [
    ...inHeader.items,
    ...inData,
    ...withBiller(gathered, profile, barcode.offset, inBarcode.items, inHeader.inBarcode),
    ...inTrailer,
    ...inEnd.items,
  ];
  const items = confirmed.length === 0 ? proposed : withConfirmed(proposed, confirmed, gathered, barcode.offset);
  const open = stillOpen(questions, confirmed);
  const { noticeKinds, recordCountIncludes } = { noticeKinds: data.meaning?.kinds ?? {}, recordCountIncludes: inEnd.includes };
  const withoutYear = inBarcode.free.year === null ? { withoutFiscalYear: true as const } : {};
  const about = { id, title, ...withoutYear, source: sourceOf(files.length, rows.data.count), recordLength: length.length, noticeKinds, recordCountIncludes };
  return {
    recordLength: length.length,
    lineEndings: gathered.lineEndings,
    records: recordsOf(gathered),
    items,
    noticeKinds,
    kindEvidence: data.meaning?.evidence ?? [],
    recordCountIncludes,
    questions: open,
    nearest: nearestOf(items, length.length, BUILT_IN_LAYOUTS),
    // What a person has confirmed may be no sound layout; what is proposed alone always is.
    layout: open.some(({ blocks }) => blocks) ? null : layoutOf(about, items, confirmed.length > 0),
  };
}

/** The barcode's items with those digits named that stand in the header as the biller's code. */
function withBiller(gathered: Gathered, profile: Profile, start: number, items: readonly Item[], biller: Span | null): readonly Item[] {
  if (biller === null || items.some(({ name }) => name === 'billerCode')) return items;
  const rows = gathered.rows.data;
  const evidence: Evidence[] = [{ code: 'billerInHeader', matched: rows.count, of: rows.count }];
  const named = itemOf('barcode', rows, { name: 'billerCode', offset: biller.offset - start, length: biller.length, kind: 'code', evidence }, start);
  const after = named.offset + named.length;
  const others = items.flatMap((item): Item[] => {
    if (item.kind === 'filler') return [];
    // Digits before a number that turned out to be the biller's are none of the number's.
    if (item.name !== 'slipNumber' || after <= item.offset || named.offset >= item.offset + item.length) return [item];
    return [{ ...item, ...itemOf('barcode', rows, { ...item, offset: after, length: item.offset + item.length - after }, start) }];
  });
  return filled('barcode', rows, profile, [...others, named], start, start + BARCODE_LENGTH);
}

const sourceOf = (files: number, data: number): string =>
  `Proposed from ${files} file(s) with ${data} data records by matching their own figures; the agent has not confirmed it.`;

const recordsOf = ({ all, fitting, rows, groups }: Gathered): Calibration['records'] => ({ all, fitting, data: rows.data.count, groups: groups.length });

function nothing(question: Question, gathered: Gathered | null = null, recordLength: number | null = null): Calibration {
  return {
    recordLength,
    lineEndings: gathered?.lineEndings ?? [],
    records: gathered === null ? { all: 0, fitting: 0, data: 0, groups: 0 } : recordsOf(gathered),
    items: [],
    noticeKinds: {},
    kindEvidence: [],
    recordCountIncludes: 'unknown',
    questions: [question],
    nearest: null,
    layout: null,
  };
}

type About = Pick<LayoutData, 'id' | 'title' | 'source' | 'recordLength' | 'noticeKinds' | 'recordCountIncludes' | 'withoutFiscalYear'>;

/** The items as a layout, which the product's own reader must accept. */
function layoutOf(about: About, items: readonly Item[], mayBeRefused: boolean): LayoutData | null {
  const at = (place: Item['place']): LayoutData['barcode'] => items.filter((item) => item.place === place).map(fieldOf);
  const layout: LayoutData = {
    ...about,
    verified: false,
    charset: 'shift_jis',
    records: { header: at('header'), data: at('data'), trailer: at('trailer'), end: at('end') },
    barcode: at('barcode'),
  };
  const read = readUserLayout(layout);
  if (!('problem' in read)) return layout;
  if (mayBeRefused) return null;
  throw new Error(`a proposed layout is refused: ${JSON.stringify(read.problem)}`);
}
