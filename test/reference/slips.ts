/** What is the state of a slip, which flags does it carry, and may it be reminded of? (CONTRACT 4 and 5c) */
import { CALENDAR_END, CALENDAR_START, isBusinessDay, nthBusinessDay, plus } from './calendar';
import type { Group } from './file';
import { Payment, grouped, isCancelled } from './payments';
import type { LedgerRow, Receipt } from './tables';

/** Everything known of one slip; `doubt` is needsReview for a reason that is not one of its own payments'. */
type Slip = Readonly<{ biller: string | null; year: string; number: string; payments: Payment[]; receipts: Receipt[] }>;
export type Known = Slip & { row: LedgerRow | null; held: boolean; doubt: boolean };
/** What is the same for all slips of a run; `elsewhere`: does its number have a payment, a held notice or a receipt under another biller? */
export type Circumstances = Readonly<{ asOf: string; grace: number; emptyDaysNotSent: boolean; hasLedger: boolean; complete: boolean; otherChannels: string }> &
  Readonly<{ days: ReturnType<typeof daysOf>; elsewhere: (slip: Known) => boolean }>;

export const bare = (code: string): string => (/^\d+$/.test(code) ? code.replace(/^0+(?=\d)/, '') : code);
export const byCode = (a: string | null, b: string | null): number => (a === b ? 0 : a === null ? 1 : b === null || a < b ? -1 : 1);
const sorted = (days: readonly (string | null)[]): string[] => days.filter((one) => one !== null).sort();
export const least = (days: readonly (string | null)[]): string | null => sorted(days)[0] ?? null;
export const greatest = (days: readonly (string | null)[]): string | null => sorted(days).at(-1) ?? null;
export const sum = (items: readonly { readonly amount: number }[]): number => items.reduce((total, { amount }) => total + amount, 0);
export const effective = (slip: Known): Payment[] => slip.payments.filter((payment) => !isCancelled(payment));

/** Which days of which biller came, and which did not? */
export function daysOf(groups: readonly Group[], asOf: string, noFileOn: readonly string[]) {
  const dated = groups.flatMap(({ billerCode: code, createdDate: date }) => (code === null || date === null ? [] : [{ biller: bare(code), date }]));
  const billers = [...grouped(dated, ({ biller }) => biller)].map(([biller, own]) => {
    const created = new Set(own.map(({ date }) => date));
    const [from, through] = [least([...created])!, greatest([...created])!];
    const days: string[] = [];
    const known = from >= asOf || from >= CALENDAR_START;
    for (let at = from; known && (at < asOf || (at <= through && at <= CALENDAR_END)); at = plus(at, 1)) days.push(at);
    const atRest = days.filter((at) => at <= through && !isBusinessDay(at));
    const worked = atRest.filter((at) => created.has(at)).length;
    const everyDay = through <= CALENDAR_END && worked >= 2 && worked * 2 >= atRest.length;
    const missing = days.filter((at) => at < asOf && (everyDay || isBusinessDay(at)) && !created.has(at) && !noFileOn.includes(at));
    return { biller, from, through, missing, known };
  });
  const anyone = { from: greatest(billers.map(({ from }) => from))!, through: least(billers.map(({ through }) => through))! };
  const known = asOf <= CALENDAR_END && billers.every((one) => one.known);
  const missing = known ? billers.filter((one) => one.missing.length > 0).sort((a, b) => byCode(a.biller, b.biller)) : null;
  return { missing, reach: (of: string | null) => (of === null && billers.length > 0 ? anyone : billers.find(({ biller }) => biller === of)) };
}

export function judge(slip: Known, { asOf, grace, emptyDaysNotSent, hasLedger, complete, otherChannels, days, elsewhere }: Circumstances) {
  const { row, payments, receipts, held } = slip;
  const billed = row?.billed ?? null;
  const standing = effective(slip).map(({ first }) => first);
  const confirmed = payments.filter((payment) => payment.confirmed !== null).map(({ first }) => first);
  const [e, o] = [sum(standing), sum(receipts)];
  const due = row ? row.due : greatest(payments.map(({ first }) => first.due));
  /** 1: paid with a newer slip than the ledger's; -1: with an older one. */
  const against = ({ reissue }: { reissue: number | null }): number => (row === null || reissue === null ? 0 : Math.sign(reissue - row.reissue));
  const isLate = (date: string | null, limit: string | null): boolean => date !== null && limit !== null && date > limit;

  const open = payments.length > 0 ? 'cancelled' : 'unpaid';
  const unpaid = standing.length > 0 ? 'preliminary' : billed === 0 ? 'notOwed' : open;
  const state = confirmed.length > 0 ? 'paid' : o > 0 && o >= (billed ?? 0) ? 'paidElsewhere' : unpaid;
  const owed = state === 'unpaid' || state === 'cancelled';

  const reach = days.reach(slip.biller);
  const nothing = row !== null && payments.length === 0 && receipts.length === 0;
  const needsReview = slip.doubt || row?.bad === true || payments.some(({ review }) => review) || (nothing && elsewhere(slip));
  const overdue = owed && isLate(asOf, due) && reach !== undefined && isLate(reach.through, due) && !held && !elsewhere(slip);
  const from = !owed || due === null ? null : grace === 0 ? plus(due, 1) : nthBusinessDay(due, grace);
  const remindFrom = from === null || from > CALENDAR_END ? null : from;
  const seenWhole = (): boolean => {
    const start = row!.issued === null ? plus(due!, -14) : nthBusinessDay(row!.issued, 1);
    if (start === null || reach!.from > start || reach!.through < remindFrom! || days.missing === null) return false;
    const recent = nthBusinessDay(asOf, 5, -1)!;
    return emptyDaysNotSent || !days.missing.some(({ biller, missing }) => (slip.biller ?? biller) === biller && missing.some((at) => at < recent));
  };
  const ripe = overdue && remindFrom !== null && remindFrom <= asOf && !needsReview && o === 0;
  const asked = ripe && row !== null && !payments.some(({ first }) => against(first) > 0);
  const reissues = [...(row ? [row.reissue] : []), ...payments.flatMap(({ first }) => first.reissue ?? [])];
  const flags = {
    reissued: reissues.some((reissue) => reissue > 0),
    paidTwice: standing.length >= 2 || (standing.length === 1 && o > 0 && (billed === null || e + o > billed)),
    amountDiffers: billed !== null && ((standing.some(({ amount }) => amount !== billed) && !(o > 0 && e + o === billed)) || o > billed),
    partlyPaid: billed !== null && o > 0 && e + o < billed,
    paidLate: standing.some((one) => isLate(one.paidDate, against(one) > 0 ? one.due : due)) || receipts.some(({ date }) => isLate(date, row?.due ?? null)),
    overdue,
    remindable: asked && complete && otherChannels !== 'unknown' && seenWhole(),
    paidOnOldSlip: standing.some((one) => against(one) < 0),
    ledgerBehind: standing.some((one) => against(one) > 0),
    notInLedger: hasLedger && row === null,
    noticeHeld: held,
    needsReview,
  };
  const raised = Object.entries(flags).flatMap(([flag, on]) => (on ? [flag] : []));
  return {
    state,
    flags: raised.sort(),
    reissueNumber: reissues.length === 0 ? null : Math.max(...reissues),
    billedAmount: billed,
    paidAmount: e,
    confirmedAmount: sum(confirmed),
    paidDate: least(standing.map(({ paidDate }) => paidDate)),
    dueDate: due,
    otherAmount: o,
    otherDate: least(receipts.map(({ date }) => date)),
    remindFrom,
  };
}
