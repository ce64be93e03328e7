/** Which payments do the notices tell of? (CONTRACT 3) */
import { Found, Group, Notice, found } from './file';
import { Kind } from './layout';

/** A notice whose biller is known as far as it can be. */
export interface Told extends Notice {
  readonly biller: string | null;
}
export interface Payment {
  readonly first: Told;
  preliminary: Told | null;
  confirmed: Told | null;
  preliminaryCancelled: Told | null;
  review: boolean;
}
export type PaymentFound = Found & { readonly sha256: string };

export const isCancelled = (payment: Payment): boolean => payment.confirmed === null && payment.preliminaryCancelled !== null;
/** The trailer declares this kind, and is right. */
function agrees({ totals }: Group, kind: Kind): boolean {
  const { count, amount } = totals[kind];
  return count.declared === count.counted && amount.declared === amount.counted;
}

/** Which notices of an identity are real: the first so many as one group with right totals holds, at least one. */
function realOnes(notices: readonly Told[], identity: (notice: Told) => string): Set<Told> {
  const alike = new Map<string, Told[]>();
  for (const notice of notices) {
    const key = `${notice.kind} ${identity(notice)}`;
    alike.set(key, [...(alike.get(key) ?? []), notice]);
  }
  const real = new Set<Told>();
  for (const same of alike.values()) {
    const groups = new Set(same.map(({ group }) => group).filter((group) => agrees(group, same[0]!.kind!)));
    const most = Math.max(1, ...[...groups].map((group) => same.filter((notice) => notice.group === group).length));
    for (const notice of same.slice(0, most)) real.add(notice);
  }
  return real;
}

/** The notices come in order, without those held back. */
export function payments(notices: readonly Told[]): { payments: Payment[]; found: PaymentFound[] } {
  const all: Payment[] = [];
  const list: PaymentFound[] = [];
  const report = (code: string, { sha256, record }: Told) => list.push({ ...found(code, record), sha256 });
  const timeless = ({ biller, barcode, paidDate, store }: Told): string => JSON.stringify([biller, barcode, paidDate, store]);
  const identity = (notice: Told): string => JSON.stringify([timeless(notice), notice.time]);
  const isBlank = ({ kind, time }: Told): boolean => kind !== 'preliminary' && (time.trim() === '' || time === '0000');
  const open = (notice: Told, review: boolean): void => {
    all.push({ first: notice, preliminary: null, confirmed: null, preliminaryCancelled: null, review, [notice.kind!]: notice });
  };
  const join = (payment: Payment, notice: Told): void => void (payment[notice.kind!] = notice);

  const timed = notices.filter((notice) => !isBlank(notice));
  const real = realOnes(timed, identity);
  const seen = new Set<string>();
  for (const notice of timed) {
    const key = `${notice.kind} ${identity(notice)}`;
    if (seen.has(key)) report('duplicateNotice', notice);
    seen.add(key);
    if (!real.has(notice)) continue;
    const same = all.filter(({ first }) => identity(first) === identity(notice));
    const free = same.filter((payment) => payment[notice.kind!] === null);
    const other = notice.kind === 'confirmed' ? 'preliminaryCancelled' : notice.kind === 'preliminaryCancelled' ? 'confirmed' : null;
    const joined = free.find((payment) => other === null || payment[other] === null) ?? free[0];
    if (joined) join(joined, notice);
    else open(notice, same.length > 0);
  }

  const realTimeless = realOnes(notices, timeless);
  const blank = notices.filter(isBlank);
  for (const notice of [...blank.filter(({ kind }) => kind === 'confirmed'), ...blank.filter(({ kind }) => kind === 'preliminaryCancelled')]) {
    const kind = notice.kind!;
    const other = kind === 'confirmed' ? 'preliminaryCancelled' : 'confirmed';
    const near = all.filter(({ first }) => timeless(first) === timeless(notice));
    const waiting = near.filter((payment) => payment.preliminary !== null && payment.confirmed === null && payment.preliminaryCancelled === null);
    const stood = near.some((payment) => payment[kind] !== null);
    const crossed = near.find((payment) => payment[other] !== null);
    if (waiting.length > 0) {
      const time = ({ preliminary }: Payment): string => (/^\d{4}$/.test(preliminary!.time) ? preliminary!.time : 'none');
      const earliest = waiting.reduce((best, payment) => (time(payment) < time(best) ? payment : best));
      join(earliest, notice);
      if (waiting.length > 1 || stood) {
        report('ambiguousPairing', notice);
        earliest.review = true;
      }
    } else if (stood) {
      report('duplicateNotice', notice);
      if (realTimeless.has(notice)) open(notice, true);
    } else if (crossed) join(crossed, notice);
    else open(notice, false);
  }

  for (const notice of timed) {
    if (notice.kind !== 'preliminary' || real.has(notice)) continue;
    for (const payment of all) if (identity(payment.first) === identity(notice) && isCancelled(payment)) payment.review = true;
  }
  for (const payment of all) {
    const { preliminary, confirmed, preliminaryCancelled } = payment;
    if (preliminaryCancelled === null || (confirmed === null && preliminary !== null)) continue;
    report(confirmed ? 'confirmedAndCancelled' : 'cancellationWithoutPreliminary', preliminaryCancelled);
    payment.review = true;
  }
  return { payments: all, found: list };
}
