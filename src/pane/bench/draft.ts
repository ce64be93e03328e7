/** What is the layout that the clerk is making? Items that follow each other without gaps, as in a layout. */
import type { ConfirmedItem } from '../../calibrate/confirmed';
import { titleOf } from '../../calibrate/items';
import { isRecord, PLACES } from '../../calibrate/knownItems';
import type { Calibration, Certainty, Evidence, Item, Place } from '../../calibrate/proposal';
import { BARCODE_LENGTH } from '../../file/barcode';
import { RECORD_TYPE, type Field, type LayoutData, type NoticeKind, type RecordCountIncludes } from '../../file/layout';

export interface DraftItem extends Field {
  /** Stays with the item, whatever becomes of its place. */
  readonly key: number;
  /** A person has said that it is right. */
  readonly confirmed: boolean;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
}

export interface Draft {
  readonly recordLength: number;
  readonly places: Readonly<Record<Place, readonly DraftItem[]>>;
  /** null: nobody has said what it means. */
  readonly noticeKinds: Readonly<Record<string, NoticeKind | null>>;
  readonly recordCountIncludes: RecordCountIncludes;
  readonly nextKey: number;
}

export const totalOf = ({ recordLength }: Pick<Draft, 'recordLength'>, place: Place): number => (place === 'barcode' ? BARCODE_LENGTH : recordLength);
export const sumOf = (items: readonly Field[]): number => items.reduce((sum, { length }) => sum + length, 0);

/** Bytes before the item. */
export const offsetOf = (items: readonly DraftItem[], key: number): number =>
  sumOf(
    items.slice(
      0,
      items.findIndex((item) => item.key === key),
    ),
  );

const NOTHING_KNOWN = { certainty: 'none', evidence: [] } as const;

/** An item that nothing is known of. */
export const fillerOf = (key: number, length: number, title = '未確認'): DraftItem => ({
  key,
  name: 'filler',
  title,
  length,
  kind: 'filler',
  confirmed: false,
  ...NOTHING_KNOWN,
});

/** What was proposed; items that the clerk has confirmed keep their titles and keys. */
export function draftOf(calibration: Calibration, recordLength: number, before: Draft | null = null): Draft {
  let nextKey = before?.nextKey ?? 1;
  const places = Object.fromEntries(
    PLACES.map((place): [Place, readonly DraftItem[]] => {
      const proposed = calibration.items.filter((item) => item.place === place);
      const standing = before?.places[place] ?? [];
      if (proposed.length === 0) return [place, standing.length > 0 ? standing : emptyPlace(place, recordLength, () => nextKey++)];
      const asBefore = (item: Item): DraftItem | undefined =>
        standing.find((one) => one.confirmed && one.name === item.name && one.length === item.length && offsetOf(standing, one.key) === item.offset);
      return [
        place,
        proposed.map((item) => ({
          ...(asBefore(item) ?? { key: nextKey++, ...fieldsOf(item), confirmed: false }),
          certainty: item.certainty,
          evidence: item.evidence,
        })),
      ];
    }),
  ) as Record<Place, readonly DraftItem[]>;
  return {
    recordLength,
    places,
    noticeKinds: { ...calibration.noticeKinds, ...meant(before) },
    recordCountIncludes: calibration.recordCountIncludes === 'unknown' ? (before?.recordCountIncludes ?? 'unknown') : calibration.recordCountIncludes,
    nextKey,
  };
}

function fieldsOf(item: Item): Field {
  const { name, length, kind, value, none } = item;
  return { name, title: titleOf(item), length, kind, ...(value === undefined ? {} : { value }), ...(none === undefined ? {} : { none }) };
}

const meant = (draft: Draft | null): Record<string, NoticeKind | null> =>
  Object.fromEntries(Object.entries(draft?.noticeKinds ?? {}).filter(([, kind]) => kind !== null));

/** A record of which nothing was found: its first byte, and the rest. */
function emptyPlace(place: Place, recordLength: number, key: () => number): DraftItem[] {
  if (!isRecord(place)) return [fillerOf(key(), BARCODE_LENGTH)];
  return [recordTypeItem(key(), RECORD_TYPE[place]), fillerOf(key(), recordLength - 1)];
}

export const recordTypeItem = (key: number, value: string): DraftItem => ({
  key,
  name: 'recordType',
  title: 'レコード区分',
  length: 1,
  kind: 'constant',
  value,
  confirmed: false,
  ...NOTHING_KNOWN,
});

/** What a new proposal must leave where it is. */
export function confirmedIn({ places }: Draft): ConfirmedItem[] {
  return PLACES.flatMap((place) =>
    places[place]
      .filter((item) => item.confirmed)
      .map(({ key, name, length, kind, value, none }) => ({
        place,
        name,
        length,
        kind,
        offset: offsetOf(places[place], key),
        ...(value === undefined ? {} : { value }),
        ...(none === undefined ? {} : { none }),
      })),
  );
}

export type About = Pick<LayoutData, 'id' | 'title' | 'verified' | 'source'>;

/** As a layout file says it; whether it is sound is for the product's own reader to say. */
export function layoutOf({ recordLength, places, noticeKinds, recordCountIncludes }: Draft, about: About): LayoutData {
  const fields = (place: Place): Field[] => places[place].map(fieldOf);
  // Codes of another width were those of other bytes.
  const width = places.data.find(({ kind }) => kind === 'noticeKind')?.length;
  return {
    ...about,
    recordLength,
    charset: 'shift_jis',
    records: { header: fields('header'), data: fields('data'), trailer: fields('trailer'), end: fields('end') },
    barcode: fields('barcode'),
    noticeKinds: Object.fromEntries(Object.entries(noticeKinds).flatMap(([code, kind]) => (kind === null || code.length !== width ? [] : [[code, kind]]))),
    recordCountIncludes,
    ...(places.barcode.some(({ name }) => name === 'fiscalYear') ? {} : { withoutFiscalYear: true as const }),
  };
}

const fieldOf = ({ name, title, length, kind, value, none, blank }: DraftItem): Field => ({
  name,
  title,
  length,
  kind,
  ...(value === undefined ? {} : { value }),
  ...(none === undefined ? {} : { none }),
  ...(blank === undefined ? {} : { blank }),
});

/** A layout that stands already, to be changed. */
export function draftOfLayout(layout: LayoutData): Draft {
  let nextKey = 1;
  const items = (fields: readonly Field[]): DraftItem[] =>
    fields.map((field) => ({ ...field, key: nextKey++, confirmed: false, certainty: 'likely', evidence: [] }));
  const { header, data, trailer, end } = layout.records;
  const places = { header: items(header), data: items(data), barcode: items(layout.barcode), trailer: items(trailer), end: items(end) };
  return { recordLength: layout.recordLength, places, noticeKinds: layout.noticeKinds, recordCountIncludes: layout.recordCountIncludes, nextKey };
}
