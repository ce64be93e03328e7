/** Which items do the 44 digits have: the standard's, and the office's own in the 21 free ones? */
import { numberAt } from '../file/bytes';
import { AMOUNT, DUE, FREE, MAKER, REISSUE, STAMP, type BarcodeFound } from './barcode';
import type { DataFound } from './dataRecord';
import type { Ask } from './dataItems';
import { distinctBarcodes, freeDigitsAlone, freeDigitsByLedger, type FreeFound, type PartFound, type Span } from './freeDigits';
import { filled, itemOf } from './items';
import type { LedgerKeys } from './ledgerKeys';
import type { Profile } from './profile';
import type { Certainty, Evidence, EvidenceCode, Item } from './proposal';
import type { Gathered } from './rows';

export interface BarcodeItems {
  readonly items: readonly Item[];
  readonly free: FreeFound;
  /** Free digits among which the biller may be, as offsets in the barcode: those that nothing is known of, and constant ones before the number. */
  readonly rest: readonly Span[];
}

export function barcodeItems(gathered: Gathered, profile: Profile, barcode: BarcodeFound, data: DataFound, ledger: LedgerKeys | null, ask: Ask): BarcodeItems {
  const rows = gathered.rows.data;
  const barcodes = distinctBarcodes(rows, barcode.offset);
  const byLedger = ledger === null ? null : freeDigitsByLedger(barcodes, ledger);
  const free = byLedger ?? freeDigitsAlone(barcodes, fiscalYears(barcode, data, barcodes));
  if (free.number === null) ask('slipNumber', true);
  else if (!free.byLedger) ask('slipNumberWithoutLedger', false, `${free.number.offset + 1}-${free.number.offset + free.number.length}`);
  if (free.year === null) ask(free.byLedger ? 'noFiscalYear' : 'fiscalYear', !free.byLedger);
  const item = (start: Parameters<typeof itemOf>[2]): Item => itemOf('barcode', rows, start, barcode.offset);
  const of = barcode.matched;
  const standard = (name: string, span: Span, kind: Item['kind'], evidence: Evidence, more: Partial<Item> = {}): Item =>
    item({ name, ...span, kind, certainty: 'certain', evidence: [{ code: 'standard', matched: 0, of: 0 }, evidence], ...more });
  const due: Evidence[] = [
    { code: 'standard', matched: 0, of: 0 },
    { code: 'dueDate', matched: barcode.due, of },
    { code: 'noDueDate', about: barcode.none, matched: barcode.noDue, of },
  ];
  const amount: Evidence[] = [
    { code: 'standard', matched: 0, of: 0 },
    { code: 'withinLimit', matched: barcode.withinLimit, of },
  ];
  if (free.amounts !== null) amount.push({ code: 'amountInLedger', ...free.amounts });
  const items = [
    standard('applicationIdentifier', { offset: 0, length: 2 }, 'constant', { code: 'identifier', matched: of, of: barcode.of }, { value: '91' }),
    item({ name: 'makerCode', ...MAKER, kind: 'code', certainty: 'certain', evidence: [{ code: 'standard', matched: 0, of: 0 }] }),
    item({ name: 'reissueNumber', ...REISSUE, kind: 'count', ...reissueOf(free) }),
    item({ name: 'paymentDueDate', ...DUE, kind: 'shortDate', none: barcode.none, certainty: 'certain', evidence: due }),
    standard('revenueStamp', STAMP, 'code', { code: 'stampZero', matched: barcode.stampZero, of }),
    item({ name: 'amount', ...AMOUNT, kind: 'yen', certainty: 'certain', evidence: amount }),
    standard('checkDigit', { offset: 43, length: 1 }, 'checkDigit', { code: 'checkDigit', matched: of, of: barcode.of }),
    ...parts(free, item),
  ];
  const known = filled('barcode', rows, profile, items, barcode.offset, barcode.offset + 44);
  const rest = known.filter(({ kind, offset }) => kind === 'filler' && offset >= FREE.offset && offset < FREE.offset + FREE.length);
  return {
    items: known,
    free,
    rest: rest
      .map(({ offset, length }) => withConstants({ offset, length }, free, profile, barcode.offset, ledger))
      .concat(alone(free, profile, barcode.offset, ledger)),
  };
}

/** The constant digits that begin the number and may not be its own: zeros that the ledger does not write; without a ledger, all. */
function constantsBefore({ number, byLedger }: FreeFound, profile: Profile, start: number, ledger: LedgerKeys | null): number {
  if (number === null || (ledger !== null && ledger.width > 0)) return 0;
  const isForeign = (digit: number): boolean => (byLedger ? digit === ZERO : digit >= 0);
  let length = 0;
  while (length < number.length && isForeign(profile.constant(start + number.offset + length))) length++;
  return length;
}

const ZERO = 0x30;

/** Unknown digits with the doubtful ones of the number that follows them. */
function withConstants(span: Span, free: FreeFound, profile: Profile, start: number, ledger: LedgerKeys | null): Span {
  const isBefore = free.number !== null && span.offset + span.length === free.number.offset;
  return isBefore ? { ...span, length: span.length + constantsBefore(free, profile, start, ledger) } : span;
}

/** Without a ledger the doubtful digits may be the biller's alone. */
function alone(free: FreeFound, profile: Profile, start: number, ledger: LedgerKeys | null): Span[] {
  if (free.number === null || free.byLedger) return [];
  return [{ offset: free.number.offset, length: constantsBefore(free, profile, start, ledger) }];
}

function reissueOf({ reissues }: FreeFound): { readonly certainty: Certainty; readonly evidence: readonly Evidence[] } {
  const standard: Evidence = { code: 'standard', matched: 0, of: 0 };
  if (reissues === null) return { certainty: 'likely', evidence: [standard] };
  return { certainty: reissues.matched * 2 > reissues.of ? 'certain' : 'weak', evidence: [standard, { code: 'reissueInLedger', ...reissues }] };
}

function parts({ number, year, biller, byLedger }: FreeFound, item: (start: Parameters<typeof itemOf>[2]) => Item): Item[] {
  const part = (name: string, found: PartFound | null, code: EvidenceCode, certainty: Certainty): Item[] => {
    if (found === null) return [];
    const { offset, length, matched, of, others } = found;
    const alternatives = others.map((other) => ({ offset: other.offset, length: other.length, name, matched: other.matched, of }));
    return [item({ name, offset, length, kind: 'code', certainty, evidence: [{ code, matched, of }], alternatives })];
  };
  return [
    ...part('slipNumber', number, byLedger ? 'inLedger' : 'runsThrough', byLedger ? 'certain' : 'weak'),
    ...part('fiscalYear', year, byLedger ? 'yearInLedger' : 'fiscalYearOfDue', year !== null && year.others.length === 0 ? 'certain' : 'likely'),
    ...part('billerCode', biller, 'billerInLedger', 'certain'),
  ];
}

const FIRST_SHORT_YEAR = 2000;
const APRIL = 4;

/** The fiscal years that each barcode may be of: that of its due date and the one before it, else those of the paid dates. */
function fiscalYears(barcode: BarcodeFound, { paid }: DataFound, barcodes: readonly string[]): string[][] {
  const fiscal = (year: number, month: number): number => (month < APRIL ? year - 1 : year);
  const paidYears = new Set<string>();
  for (const day of paid?.column.days ?? []) if (day > 0) paidYears.add(String(fiscal(Math.trunc(day / 10000), Math.trunc(day / 100) % 100)));
  return barcodes.map((text) => {
    const digits = Uint8Array.from(text, (char) => char.charCodeAt(0));
    if (text.slice(DUE.offset, DUE.offset + DUE.length) === barcode.none) return [...paidYears];
    const year = fiscal(FIRST_SHORT_YEAR + numberAt(digits, DUE.offset, 2), numberAt(digits, DUE.offset + 2, 2));
    return [String(year), String(year - 1)];
  });
}
