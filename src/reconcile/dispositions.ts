/**
 * 処理: what has the office done about a slip, and does it agree with what was paid too much?
 *
 * A cell may hold several, one after the other with 、 or a line break between: 督促済、還付済 with their days and amounts in the same order.
 * docs/decisions/0017-dispositions.md says why.
 */
import { dayOfExcelSerial, excelSerialOf, type Day } from '../file/calendar';
import type { Billers } from '../slip/billers';
import { readAmount, readDay } from './cells';
import { overpaidOf } from './overview';
import type { Slips } from './slips';

export const DISPOSITION_KINDS = ['reminded', 'refunded', 'offset', 'inquiring', 'noAction'] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

type Written = string | number | null;

/** What the clerk has written beside a slip. */
export interface WrittenDisposition {
  readonly biller: string;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly disposition?: Written;
  /** A serial of Excel, or a text. */
  readonly dispositionDate?: Written;
  /** Yen. */
  readonly dispositionAmount?: Written;
}

export interface Disposition {
  /** null: a word of the office's own. */
  readonly kind: DispositionKind | null;
  readonly text: string;
  readonly day: Day | null;
  /** Yen. */
  readonly amount: number | null;
}

export type DispositionFault = { readonly slip: number } & (
  | { readonly code: 'refundedTwice'; readonly expected: number; readonly actual: number }
  /** Yen. */
  | { readonly code: 'refundTooMuch' | 'refundWithoutOverpayment'; readonly expected: number; readonly actual: number }
  | { readonly code: 'dispositionDate' | 'dispositionAmount'; readonly expected: null; readonly actual: string }
);

export interface Dispositions {
  readonly bySlip: ReadonlyMap<number, readonly Disposition[]>;
  readonly faults: readonly DispositionFault[];
}

export const NO_DISPOSITIONS: Dispositions = { bySlip: new Map(), faults: [] };

export function dispositionsOf(
  written: readonly WrittenDisposition[],
  { slips, billers }: { readonly slips: Slips; readonly billers: Billers },
  kindOf: (text: string) => DispositionKind | null,
): Dispositions {
  const byKey = new Map(written.filter(isWritten).map((one) => [keyOf(one.biller, one.fiscalYear, one.slipNumber), one]));
  if (byKey.size === 0) return NO_DISPOSITIONS;
  const bySlip = new Map<number, readonly Disposition[]>();
  const faults: DispositionFault[] = [];
  for (let slip = 0; slip < slips.count; slip++) {
    const biller = billers.codeOf(slips.biller[slip]!) ?? '';
    const one = byKey.get(keyOf(biller, slips.numbers.yearOf(slip), slips.numbers.numberOf(slip)));
    if (one === undefined) continue;
    const entries = entriesOf(one, kindOf, (code, actual) => faults.push({ slip, code, expected: null, actual }));
    bySlip.set(slip, entries);
    faults.push(...refundFaults(slip, entries, overpaidOf(slips, slip) ?? 0));
  }
  return { bySlip, faults };
}

/** Excel's calendar counts 1900-02-29, which never was. */
const FIRST_SERIAL = 61;

const isWritten = ({ disposition, dispositionDate, dispositionAmount }: WrittenDisposition): boolean =>
  [disposition, dispositionDate, dispositionAmount].some((value) => partsOf(value).length > 0);

const bare = (digits: string): string => digits.trim().replace(/^0+(?=\d)/, '');
const keyOf = (biller: string, year: string, number: string): string => [biller, year, number].map(bare).join(' ');

/** Stands where one of several has no day or no amount. */
const NONE = '－';

const partsOf = (value: Written | undefined): string[] =>
  String(value ?? '')
    .split(/[、\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function entriesOf(
  { disposition, dispositionDate, dispositionAmount }: WrittenDisposition,
  kindOf: (text: string) => DispositionKind | null,
  unreadable: (code: 'dispositionDate' | 'dispositionAmount', actual: string) => void,
): Disposition[] {
  const texts = partsOf(disposition);
  const days =
    typeof dispositionDate === 'number' ? [dayOfSerial(dispositionDate)] : partsOf(dispositionDate).map((part) => (part === NONE ? undefined : readDay(part)));
  const amounts =
    typeof dispositionAmount === 'number' ? [dispositionAmount] : partsOf(dispositionAmount).map((part) => (part === NONE ? undefined : readAmount(part)));
  if (days.includes(null)) unreadable('dispositionDate', String(dispositionDate));
  if (amounts.some((amount) => amount === null || (amount !== undefined && !(Number.isSafeInteger(amount) && amount >= 0))))
    unreadable('dispositionAmount', String(dispositionAmount));
  return Array.from({ length: Math.max(texts.length, days.length, amounts.length) }, (_, index) => {
    const text = texts[index] ?? '';
    return { kind: kindOf(text), text, day: days[index] ?? null, amount: amounts[index] ?? null };
  });
}

const dayOfSerial = (serial: number): Day | null => (serial < FIRST_SERIAL ? null : dayOfExcelSerial(Math.floor(serial)));

/** null: a cell cannot be read, and writing it anew would lose what stands there. */
export function readDispositions(written: WrittenDisposition, kindOf: (text: string) => DispositionKind | null): readonly Disposition[] | null {
  let isReadable = true;
  const entries = entriesOf(written, kindOf, () => (isReadable = false));
  return isReadable ? entries : null;
}

/** The cells that say so; an empty text empties a cell. */
export function dispositionCells(entries: readonly Disposition[]): Record<'disposition' | 'dispositionDate' | 'dispositionAmount', string | number> {
  const [first] = entries;
  if (first === undefined) return { disposition: '', dispositionDate: '', dispositionAmount: '' };
  if (entries.length === 1)
    return { disposition: first.text, dispositionDate: first.day === null ? '' : (excelSerialOf(first.day) ?? ''), dispositionAmount: first.amount ?? '' };
  const joined = (parts: readonly (string | null)[]): string => (parts.every((part) => part === null) ? '' : parts.map((part) => part ?? NONE).join('、'));
  return {
    disposition: joined(entries.map(({ text }) => text || null)),
    dispositionDate: joined(entries.map(({ day }) => (day === null ? null : String(day).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1/$2/$3')))),
    dispositionAmount: joined(entries.map(({ amount }) => (amount === null ? null : String(amount)))),
  };
}

/** 還付済 and 充当済 give back what was paid too much, once, and no more than that. */
function refundFaults(slip: number, entries: readonly Disposition[], overpaid: number): DispositionFault[] {
  const refunds = entries.filter(({ kind }) => kind === 'refunded' || kind === 'offset');
  if (refunds.length === 0) return [];
  const yen = refunds.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const faults: DispositionFault[] = [];
  if (refunds.length > 1) faults.push({ slip, code: 'refundedTwice', expected: 1, actual: refunds.length });
  if (overpaid === 0) faults.push({ slip, code: 'refundWithoutOverpayment', expected: 0, actual: yen });
  else if (yen > overpaid) faults.push({ slip, code: 'refundTooMuch', expected: overpaid, actual: yen });
  return faults;
}
