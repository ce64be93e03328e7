/** Which payments do the notices tell of? (CONTRACT 3) */
import { Found, Notice, found } from './file';
import { Kind } from './layout';

/** A notice whose biller is known as far as it can be, and the file that it stands in. */
export type Told = Notice & Readonly<{ biller: string | null; sha256: string }>;
export type Payment = Record<Kind, Told | null> & { readonly first: Told; review: boolean };

export const isCancelled = (payment: Payment): boolean => payment.confirmed === null && payment.preliminaryCancelled !== null;

export function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** The real ones among the notices of an identity: the first so many as one group with right totals holds, at least one. */
function realOnes(notices: readonly Told[], identity: (notice: Told) => string): Set<Told> {
  const alike = [...grouped(notices, (notice) => `${notice.kind} ${identity(notice)}`).values()];
  const first = alike.flatMap((same) => {
    const most = [...grouped(same, ({ group }) => group)].map(([{ totals }, own]) => {
      const { count, amount } = totals[own[0]!.kind!];
      return count.declared === count.counted && amount.declared === amount.counted ? own.length : 1;
    });
    return same.slice(0, Math.max(...most));
  });
  return new Set(first);
}

/** The notices come in order, without those held back. */
export function payments(notices: readonly Told[]) {
  const all: Payment[] = [];
  const list: (Found & { sha256: string })[] = [];
  const report = (code: string, { sha256, record }: Told) => list.push({ ...found(code, record), sha256 });
  const timeless = ({ biller, barcode, paidDate, store }: Told): string => `${biller}|${barcode}|${paidDate}|${store}`;
  const identity = (notice: Told): string => `${timeless(notice)}|${notice.time}`;
  const isBlank = ({ kind, time }: Told): boolean => kind !== 'preliminary' && /^( *|0000)$/.test(time);
  const open = (first: Told, review: boolean): void =>
    void all.push({ first, review, preliminary: null, confirmed: null, preliminaryCancelled: null, [first.kind!]: first });
  const opposite = ({ kind }: Told) => (({ preliminary: null, confirmed: 'preliminaryCancelled', preliminaryCancelled: 'confirmed' }) as const)[kind!];

  const timed = notices.filter((notice) => !isBlank(notice));
  const real = realOnes(timed, identity);
  for (const same of grouped(timed, (notice) => `${notice.kind} ${identity(notice)}`).values())
    for (const later of same.slice(1)) report('duplicateNotice', later);
  for (const notice of timed.filter((one) => real.has(one))) {
    const same = all.filter(({ first }) => identity(first) === identity(notice));
    const free = same.filter((payment) => payment[notice.kind!] === null);
    const other = opposite(notice);
    const joined = free.find((payment) => other === null || payment[other] === null) ?? free[0];
    if (joined) joined[notice.kind!] = notice;
    else open(notice, same.length > 0);
  }

  const realTimeless = realOnes(notices, timeless);
  const blank = (kind: Kind): Told[] => notices.filter((notice) => notice.kind === kind && isBlank(notice));
  for (const notice of [...blank('confirmed'), ...blank('preliminaryCancelled')]) {
    const near = all.filter(({ first }) => timeless(first) === timeless(notice));
    const waiting = near.filter((payment) => payment.preliminary !== null && payment.confirmed === null && payment.preliminaryCancelled === null);
    const stood = near.some((payment) => payment[notice.kind!] !== null);
    const crossed = near.find((payment) => payment[opposite(notice)!] !== null);
    if (waiting.length > 0) {
      const time = ({ preliminary }: Payment): string => (/^\d{4}$/.test(preliminary!.time) ? preliminary!.time : 'none');
      const earliest = waiting.reduce((best, payment) => (time(payment) < time(best) ? payment : best));
      earliest[notice.kind!] = notice;
      if (waiting.length === 1 && !stood) continue;
      report('ambiguousPairing', notice);
      earliest.review = true;
    } else if (stood) {
      report('duplicateNotice', notice);
      if (realTimeless.has(notice)) open(notice, true);
    } else if (crossed) crossed[notice.kind!] = notice;
    else open(notice, false);
  }

  for (const dropped of timed.filter((one) => one.kind === 'preliminary' && !real.has(one)))
    for (const payment of all) if (identity(payment.first) === identity(dropped) && isCancelled(payment)) payment.review = true;
  for (const payment of all) {
    const { preliminary, confirmed, preliminaryCancelled } = payment;
    if (preliminaryCancelled === null || (confirmed === null && preliminary !== null)) continue;
    report(confirmed ? 'confirmedAndCancelled' : 'cancellationWithoutPreliminary', preliminaryCancelled);
    payment.review = true;
  }
  return { payments: all, found: list };
}
