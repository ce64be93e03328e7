/** What do a list of slips and one slip's life show? */
import type { Day } from '../file/calendar';
import { shown } from '../file/bytes';
import { dayIn } from '../file/fields';
import { fieldNamed, NOTICE_KINDS } from '../file/layout';
import { NO_TEXT, UNKNOWN_KIND } from '../file/notices';
import { openAmount, payableWith, type Paper } from '../reconcile/payable';
import { flagsOf, hasFlag, stateOf } from '../reconcile/slips';
import { NO_NOTICE, paymentState } from '../slip/payments';
import type { Settlement } from '../settle';
import { isPerhapsPaidTwice, overpaidOf } from '../reconcile/overview';
import { known, type Source } from '../sheet/source';
import { ledgerText, toCheckOf } from '../sheet/reconciliation';
import { receiptViews } from './receiptViews';
import type { NoticeView, PaymentView, SlipPage, SlipQuery, SlipRow, SlipView } from './protocol';

const dayOrNull = (day: Day): Day | null => (day === 0 ? null : day);
const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');

export function slipPage({ settlement, changes }: Pick<Source, 'settlement' | 'changes'>, { state, flag, change, search, from, count }: SlipQuery): SlipPage {
  const { slips, ledger } = settlement;
  const amountKind = ledger === null ? 'paid' : flag === 'paidTwice' ? 'overpaid' : 'billed';
  const amountOf = {
    paid: (slip: number) => slips.paidAmount[slip]!,
    billed: (slip: number) => slips.billedAmount[slip]!,
    overpaid: (slip: number) => overpaidOf(slips, slip) ?? 0,
  }[amountKind];
  const wanted = search === undefined || search === '' ? null : withoutZeros(search);
  const rows: SlipRow[] = [];
  let total = 0;
  let amount = 0;
  for (let slip = 0; slip < slips.count; slip++) {
    if (state !== undefined && stateOf(slips, slip) !== state) continue;
    if (flag !== undefined && !hasFlag(slips, slip, flag)) continue;
    if (change !== undefined && changes?.get(slip)?.includes(change) !== true) continue;
    if (wanted !== null && !withoutZeros(slips.numbers.numberOf(slip)).includes(wanted)) continue;
    if (total >= from && rows.length < count) rows.push(slipRow(settlement, slip));
    total++;
    amount += Math.max(0, amountOf(slip));
  }
  return { total, amount, amountKind, rows };
}

export function slipRow({ slips, billers }: Settlement, slip: number): SlipRow {
  return {
    slip,
    fiscalYear: slips.numbers.yearOf(slip),
    slipNumber: slips.numbers.numberOf(slip),
    billerCode: billers.codeOf(slips.biller[slip]!),
    state: stateOf(slips, slip),
    flags: flagsOf(slips, slip),
    isPerhapsPaidTwice: isPerhapsPaidTwice(slips, slip),
    billedAmount: known(slips.billedAmount[slip]!),
    paidAmount: slips.paidAmount[slip]!,
    overpaidAmount: overpaidOf(slips, slip),
    dueDate: dayOrNull(slips.dueDate[slip]!),
    paidDate: dayOrNull(slips.paidDate[slip]!),
  };
}

/** `paper`: the printed slip in hand, where its barcode was read. */
export function slipView(source: Source, slip: number, paper: Paper | null = null): SlipView {
  const { settlement } = source;
  const { slips, ledger, notices } = settlement;
  const entry = slips.ledgerEntry[slip]!;
  const places = slips.noticesBySlip.subarray(slips.noticeStart[slip], slips.noticeStart[slip + 1]);
  const payments: PaymentView[] = [];
  for (let payment = slips.paymentStart[slip]!; payment < slips.paymentStart[slip + 1]!; payment++) payments.push(paymentView(settlement, payment));
  return {
    ...slipRow(settlement, slip),
    confirmedAmount: slips.confirmedAmount[slip]!,
    reissueNumber: known(slips.reissueNumber[slip]!),
    ledgerReissueNumber: ledger === null || entry < 0 ? null : ledger.reissueNumber[entry]!,
    fee: ledgerText(settlement, slip, 'fee'),
    section: ledgerText(settlement, slip, 'section'),
    toCheck: toCheckOf(source, slip),
    payments: payments.sort(byTime),
    receipts: receiptViews(settlement, slip),
    counter: {
      open: openAmount(slips, slip),
      payable: payableWith(slips, ledger, slip, paper, settlement.asOf),
      paper: paper && { ...paper, dueDate: dayOrNull(paper.dueDate) },
      through: settlement.dataThrough,
    },
    dispositions: source.dispositions?.bySlip.get(slip) ?? [],
    heldNotices: [...places].filter((notice) => notices.held[notice] === 1).map((notice) => noticeView(settlement, notice)),
  };
}

/** As they were made; what has no day or time comes last. */
function byTime(a: PaymentView, b: PaymentView): number {
  const key = ({ paidDate, paidTime }: PaymentView): string => `${paidDate ?? NO_DAY} ${paidTime ?? NO_TIME}`;
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0;
}
const NO_DAY = '99999999';
const NO_TIME = '9999';

function paymentView(settlement: Settlement, payment: number): PaymentView {
  const { payments, notices } = settlement;
  const told = [payments.preliminary[payment]!, payments.confirmed[payment]!, payments.cancelled[payment]!].filter((notice) => notice !== NO_NOTICE);
  const text = (key: number): string | null => (key === NO_TEXT ? null : notices.texts.textOf(key));
  const money = payments.confirmed[payment]!;
  return {
    state: paymentState(payments, payment),
    paidDate: dayOrNull(payments.paidDate[payment]!),
    paidTime: text(payments.paidTime[payment]!),
    amount: notices.barcodes.amount[payments.barcode[payment]!]!,
    storeCode: text(payments.storeCode[payment]!),
    chainCode: chainCodeOf(settlement, told[0]!),
    transferDate: money === NO_NOTICE ? null : dayOrNull(transferDateOf(settlement, money)),
    notices: told.map((notice) => noticeView(settlement, notice)),
  };
}

function transferDateOf({ settlements, notices }: Settlement, notice: number): Day {
  const { layout, bytes, cut } = settlements[notices.file[notice]!]!;
  const field = fieldNamed(layout, 'data', 'transferDate');
  return field === null ? 0 : dayIn(field, bytes, cut.starts[notices.record[notice]!]!);
}

function chainCodeOf({ settlements, notices }: Settlement, notice: number): string | null {
  const { layout, bytes, cut } = settlements[notices.file[notice]!]!;
  const field = fieldNamed(layout, 'data', 'chainCode');
  return field === null ? null : shown(bytes, cut.starts[notices.record[notice]!]! + field.offset, field.length).trim() || null;
}

function noticeView({ settlements, notices }: Settlement, notice: number): NoticeView {
  const kind = notices.kind[notice]!;
  return { kind: kind === UNKNOWN_KIND ? null : NOTICE_KINDS[kind - 1]!, file: settlements[notices.file[notice]!]!.name, record: notices.record[notice]! + 1 };
}
