/** What do the 21 digits say that the barcode leaves to the office: year, slip number, biller? */
import { BARCODE_LENGTH } from '../file/barcode';
import { AMOUNT, FREE, REISSUE } from './barcode';
import { withoutZeros, type LedgerKeys, type LedgerSlip } from './ledgerKeys';
import type { Rows } from './rows';

export const YEAR_LENGTH = 4;
const DISTINCT_TRIED = 400;

/** Digits from the first of the barcode. */
export interface Span {
  readonly offset: number;
  readonly length: number;
}

export interface PartFound extends Span {
  readonly matched: number;
  readonly of: number;
  readonly others: readonly (Span & { readonly matched: number })[];
}

export interface FreeFound {
  readonly number: PartFound | null;
  readonly year: PartFound | null;
  readonly biller: PartFound | null;
  /** Different slips whose amount, and whose reissue digit, is the ledger's. */
  readonly amounts: { readonly matched: number; readonly of: number } | null;
  readonly reissues: { readonly matched: number; readonly of: number } | null;
  readonly byLedger: boolean;
}

/** The different barcodes as texts. */
export function distinctBarcodes({ bytes, width, count }: Rows, barcodeAt: number): string[] {
  const seen = new Set<string>();
  for (let row = 0; row < count; row++) {
    const at = row * width + barcodeAt;
    let text = '';
    for (let i = 0; i < BARCODE_LENGTH; i++) text += String.fromCharCode(bytes[at + i]!);
    if (/^\d+$/.test(text)) seen.add(text);
  }
  return [...seen];
}

const spanOf = (barcode: string, { offset, length }: Span): string => barcode.slice(offset, offset + length);

/** By the ledger's numbers: the window whose digits are numbers that the office issued, with their amounts. */
export function freeDigitsByLedger(barcodes: readonly string[], ledger: LedgerKeys): FreeFound {
  const some = barcodes.length <= DISTINCT_TRIED ? barcodes : barcodes.filter((_, index) => index % Math.ceil(barcodes.length / DISTINCT_TRIED) === 0);
  const windows: Span[] = [];
  for (let offset = FREE.offset; offset < FREE.offset + FREE.length; offset++) {
    for (let length = 1; offset + length <= FREE.offset + FREE.length; length++) windows.push({ offset, length });
  }
  const tried = windows.map((span) => ({ span, ...judge(some, span, ledger) })).filter(({ hits }) => hits * 2 > some.length);
  const best = Math.max(0, ...tried.map(({ score }) => score));
  const good = tried.filter(({ score }) => score >= best * 0.95).map(({ span }) => ({ span, ...judge(barcodes, span, ledger) }));
  const top = Math.max(0, ...good.map(({ score }) => score));
  const equal = good.filter(({ score }) => score === top);
  if (equal.length === 0) return { number: null, year: null, biller: null, amounts: null, reissues: null, byLedger: true };
  // All these windows hold the same numbers but for leading zeros, so the ledger's slips are looked up once.
  const slips = barcodes.map((barcode) => ledger.slips.get(withoutZeros(spanOf(barcode, equal[0]!.span))) ?? NO_SLIPS);
  const numbers = equal.map(({ span }) => span);
  const year = yearByLedger(barcodes, numbers, slips);
  const clear = equal.filter(({ span }) => year === null || !overlaps(span, year));
  const chosen = clear.reduce((a, b) => (prefers(b.span, a.span, ledger.width) ? b : a));
  const { span, hits } = chosen;
  const number = { ...span, matched: hits, of: barcodes.length, others: others(good, span) };
  const ofYear =
    year === null ? slips : slips.map((found, index) => (found.length < 2 ? found : found.filter((slip) => slip.year === spanOf(barcodes[index]!, year))));
  return {
    number,
    year,
    biller: billerByLedger(barcodes, [span, ...(year === null ? [] : [year])], ofYear, ledger.billers),
    byLedger: true,
    ...agreement(barcodes, ofYear),
  };
}

const NO_SLIPS: readonly LedgerSlip[] = [];

const overlaps = (a: Span, b: Span): boolean => a.offset < b.offset + b.length && b.offset < a.offset + a.length;

/** Windows that end elsewhere are other readings; those that end there differ by leading zeros only. */
const others = (good: readonly { readonly span: Span; readonly hits: number }[], chosen: Span): PartFound['others'] =>
  good
    .filter(({ span }) => span.offset + span.length !== chosen.offset + chosen.length)
    .slice(0, 3)
    .map(({ span, hits }) => ({ ...span, matched: hits }));

/** As wide as the ledger writes its numbers; else with all zeros before it. */
function prefers(a: Span, b: Span, width: number): boolean {
  if (width > 0 && (a.length === width) !== (b.length === width)) return a.length === width;
  return a.length > b.length;
}

function judge(barcodes: readonly string[], span: Span, { slips }: LedgerKeys): { hits: number; score: number } {
  let hits = 0;
  let amounts = 0;
  const numbers = new Set<string>();
  for (const barcode of barcodes) {
    const number = withoutZeros(spanOf(barcode, span));
    const found = slips.get(number);
    if (found === undefined) continue;
    hits++;
    numbers.add(number);
    const amount = Number(spanOf(barcode, AMOUNT));
    if (found.some((slip) => slip.amount === amount)) amounts++;
  }
  return { hits, score: hits + amounts + numbers.size };
}

/** A year beside the number: digits that every window of the number needs are none of the year's. */
function yearByLedger(barcodes: readonly string[], numbers: readonly Span[], slips: readonly (readonly LedgerSlip[])[]): PartFound | null {
  const found: (Span & { matched: number; of: number })[] = [];
  for (let offset = FREE.offset; offset + YEAR_LENGTH <= FREE.offset + FREE.length; offset++) {
    const span = { offset, length: YEAR_LENGTH };
    if (numbers.every((number) => overlaps(number, span))) continue;
    let matched = 0;
    let of = 0;
    for (const [index, barcode] of barcodes.entries()) {
      const found = slips[index]!;
      if (found.length === 0) continue;
      of++;
      const digits = spanOf(barcode, span);
      if (found.some(({ year }) => year === digits)) matched++;
    }
    if (matched * 10 > of * 9) found.push({ ...span, matched, of });
  }
  found.sort((a, b) => b.matched - a.matched || distance(a, numbers[0]!) - distance(b, numbers[0]!));
  const [best, ...rest] = found;
  return best === undefined ? null : { ...best, others: rest };
}

const distance = (a: Span, b: Span): number => Math.abs(a.offset + a.length - b.offset);

function billerByLedger(
  barcodes: readonly string[],
  taken: readonly Span[],
  slips: readonly (readonly LedgerSlip[])[],
  billers: ReadonlySet<string>,
): PartFound | null {
  const lengths = new Set([...billers].map((code) => code.length));
  const found: (Span & { matched: number; of: number })[] = [];
  for (const length of lengths) {
    for (let offset = FREE.offset; offset + length <= FREE.offset + FREE.length; offset++) {
      const span = { offset, length };
      if (taken.some((other) => overlaps(span, other))) continue;
      let matched = 0;
      let of = 0;
      for (const [index, barcode] of barcodes.entries()) {
        if (slips[index]!.length === 0) continue;
        of++;
        if (slips[index]!.some(({ biller }) => biller === spanOf(barcode, span))) matched++;
      }
      if (of > 0 && matched * 10 > of * 9) found.push({ ...span, matched, of });
    }
  }
  const [best, ...rest] = found.sort((a, b) => b.length - a.length);
  return best === undefined ? null : { ...best, others: rest };
}

function agreement(barcodes: readonly string[], slips: readonly (readonly LedgerSlip[])[]): Pick<FreeFound, 'amounts' | 'reissues'> {
  let of = 0;
  let amounts = 0;
  let ofReissues = 0;
  let reissues = 0;
  for (const [index, barcode] of barcodes.entries()) {
    const found = slips[index]!;
    if (found.length === 0) continue;
    of++;
    if (found.some(({ amount }) => amount === Number(spanOf(barcode, AMOUNT)))) amounts++;
    if (!found.some(({ reissue }) => reissue >= 0)) continue;
    ofReissues++;
    if (found.some(({ reissue }) => reissue === Number(spanOf(barcode, REISSUE)))) reissues++;
  }
  return { amounts: { matched: amounts, of }, reissues: ofReissues === 0 ? null : { matched: reissues, of: ofReissues } };
}

/** Without a ledger: a year that fits the due date, and the digits that run through. */
export function freeDigitsAlone(barcodes: readonly string[], fiscalYears: readonly (readonly string[])[]): FreeFound {
  const empty: FreeFound = { number: null, year: null, biller: null, amounts: null, reissues: null, byLedger: false };
  const varying = Array.from({ length: FREE.length }, (_, i) => FREE.offset + i).filter((at) => barcodes.some((barcode) => barcode[at] !== barcodes[0]![at]));
  if (varying.length === 0) return empty;
  const year = yearAlone(barcodes, fiscalYears);
  const outside = varying.filter((at) => year === null || at < year.offset || at >= year.offset + year.length);
  if (outside.length === 0) return { ...empty, year };
  const last = outside[outside.length - 1]!;
  const yearEnd = year === null ? FREE.offset : year.offset + year.length;
  // All digits before those that vary, as far as the year or the beginning: whether they belong to the number nobody can tell.
  let from = outside[0]!;
  while (from > FREE.offset && from !== yearEnd) from--;
  const isSplit = year !== null && outside[0]! < year.offset && last >= yearEnd;
  if (isSplit) return { ...empty, year };
  const number: PartFound = { offset: from, length: last + 1 - from, matched: barcodes.length, of: barcodes.length, others: [] };
  return { ...empty, year, number };
}

function yearAlone(barcodes: readonly string[], fiscalYears: readonly (readonly string[])[]): PartFound | null {
  const found: (Span & { matched: number })[] = [];
  for (let offset = FREE.offset; offset + YEAR_LENGTH <= FREE.offset + FREE.length; offset++) {
    let matched = 0;
    for (const [index, barcode] of barcodes.entries()) if (fiscalYears[index]!.includes(barcode.slice(offset, offset + YEAR_LENGTH))) matched++;
    if (matched * 10 > barcodes.length * 9) found.push({ offset, length: YEAR_LENGTH, matched });
  }
  const [best, ...rest] = found.sort((a, b) => b.matched - a.matched);
  return best === undefined ? null : { ...best, of: barcodes.length, others: rest };
}
