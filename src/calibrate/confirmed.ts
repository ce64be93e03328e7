/** How do items that the clerk has confirmed stand against a new proposal? They stay where they are; the proposal fills what is left. */
import { BARCODE_LENGTH } from '../file/barcode';
import { filled, itemOf } from './items';
import { Profile } from './profile';
import type { Item, Question } from './proposal';
import type { Gathered, Rows } from './rows';

export type ConfirmedItem = Pick<Item, 'place' | 'name' | 'offset' | 'length' | 'kind' | 'value' | 'none'>;

const ends = ({ offset, length }: Pick<Item, 'offset' | 'length'>): number => offset + length;
const overlap = (a: Pick<Item, 'offset' | 'length'>, b: Pick<Item, 'offset' | 'length'>): boolean => a.offset < ends(b) && b.offset < ends(a);

/** `barcodeAt`: where the barcode begins in the data record. */
export function withConfirmed(items: readonly Item[], confirmed: readonly ConfirmedItem[], gathered: Gathered, barcodeAt: number): Item[] {
  const places = [...new Set([...items.map(({ place }) => place), ...confirmed.map(({ place }) => place)])];
  return places.flatMap((place) => {
    const own = confirmed.filter((item) => item.place === place);
    const proposed = items.filter((item) => item.place === place);
    if (own.length === 0) return proposed;
    const rows: Rows = gathered.rows[place === 'barcode' ? 'data' : place];
    const base = place === 'barcode' ? barcodeAt : 0;
    const kept = proposed.filter(
      (item) => item.kind !== 'filler' && !own.some((one) => overlap(item, one) || (item.name === one.name && one.kind !== 'filler')),
    );
    const fixed = own.map((item) => itemOf(place, rows, { ...item, certainty: 'certain' }, base));
    return filled(place, rows, new Profile(rows), [...kept, ...fixed], base, base + (place === 'barcode' ? BARCODE_LENGTH : rows.width));
  });
}

/** Questions that a confirmed item answers. */
const ANSWERED: Partial<Record<Question['code'], string>> = {
  noticeKind: 'noticeKind',
  paidDate: 'paidDate',
  fiscalYear: 'fiscalYear',
  noFiscalYear: 'fiscalYear',
  slipNumber: 'slipNumber',
  slipNumberWithoutLedger: 'slipNumber',
  billerCode: 'billerCode',
  createdDate: 'createdDate',
  recordCount: 'recordCount',
};

export function stillOpen(questions: readonly Question[], confirmed: readonly ConfirmedItem[]): Question[] {
  const names = new Set(confirmed.map(({ name }) => name));
  return questions.filter(({ code, about }) => !names.has(ANSWERED[code] ?? (code === 'trailerItem' || code === 'trailerZero' ? about : '')));
}
