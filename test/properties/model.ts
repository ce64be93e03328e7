/**
 * What should the answer be? The rules of docs/format.md from "The life of a payment" to "The ledger", read naively: objects and
 * lists, every question asked of everything. Slow and plain, so that it can be compared with the page sentence by sentence.
 */
import type { FileInput, NoticeInput } from '../../scripts/buildFile';
import type { FindingCode } from '../../src/check/finding';
import { isoOf } from '../../src/file/calendar';
import { barcodePart, fieldNamed, type Layout, type NoticeKind } from '../../src/file/layout';
import type { SlipFlag, SlipState } from '../../src/reconcile/slips';
import type { LedgerInput, LedgerRow } from './arbitrary';

export interface ModelFile {
  readonly name: string;
  readonly sha256: string;
  readonly input: FileInput;
}
export interface ModelSlip {
  readonly billerCode: string | null;
  readonly fiscalYear: string;
  readonly slipNumber: string;
  readonly state: SlipState;
  readonly flags: readonly SlipFlag[];
  readonly reissueNumber: number | null;
  readonly billedAmount: number | null;
  readonly paidAmount: number;
  readonly confirmedAmount: number;
  readonly paidDate: string | null;
  readonly dueDate: string | null;
  readonly otherAmount: number;
  readonly otherDate: string | null;
}
export interface ModelAnswer {
  readonly slips: readonly ModelSlip[];
  /** Code, file and record of what the life of payments and the ledger's slips give rise to. */
  readonly findings: readonly (readonly [FindingCode, string, number])[];
}

interface Notice {
  readonly file: string;
  readonly sha256: string;
  readonly record: number;
  readonly createdDate: number;
  /** Its group in the file. */
  readonly group: number;
  /** Whether the group's totals of its kind can be compared and agree. */
  readonly isCompared: boolean;
  readonly kind: NoticeKind;
  readonly isHeld: boolean;
  readonly biller: string | null;
  readonly barcodeBiller: string | null;
  readonly year: string;
  readonly number: string;
  /** What the 44 digits say besides year and number. */
  readonly barcode: string;
  readonly reissueNumber: number;
  /** yyyymmdd, 0 for none. */
  readonly dueDate: number;
  readonly amount: number;
  readonly paidDate: number;
  readonly paidTime: string;
  readonly storeCode: string;
}
interface Payment {
  readonly first: Notice;
  readonly notices: Map<NoticeKind, Notice>;
  isAmbiguous: boolean;
}
interface Row extends LedgerRow {
  readonly record: number;
  readonly biller: string | null;
}

const withoutZeros = (digits: string): string => digits.replace(/^0+(?=\d)/, '');
const UNKNOWN_DAY = Infinity;

export const LIFE_CODES: readonly FindingCode[] = [
  'duplicateNotice',
  'ambiguousPairing',
  'cancellationWithoutPreliminary',
  'confirmedAndCancelled',
  'billerAmbiguous',
  'ledgerDuplicate',
];

export function modelAnswer(files: readonly ModelFile[], layout: Layout, ledger: LedgerInput | null, asOf: number): ModelAnswer {
  const findings: [FindingCode, string, number][] = [];
  const notices = files.flatMap((file) => noticesOf(file, layout)).sort(inOrder);
  const lastOf = new Map<string, number>();
  for (const file of files) {
    for (const [index, biller] of headerBillers(file, layout).entries()) {
      if (biller !== null) lastOf.set(biller, Math.max(lastOf.get(biller) ?? 0, Number(file.input.groups[index]!.createdDate)));
    }
  }
  const lastDay = (biller: string | null): number | null =>
    biller === null ? (lastOf.size === 0 ? null : Math.min(...lastOf.values())) : (lastOf.get(biller) ?? null);
  const ledgerBillers = (ledger?.rows ?? []).map(({ billerCode }) => (ledger!.hasBillers && billerCode !== '' ? withoutZeros(billerCode) : null));
  const billers = new Set(
    [...files.flatMap((file) => headerBillers(file, layout)), ...notices.map(({ barcodeBiller }) => barcodeBiller), ...ledgerBillers].filter(
      (biller) => biller !== null,
    ),
  );
  const onlyBiller = billers.size === 1 ? [...billers][0]! : null;

  const ambiguousNumbers = new Set<string>();
  const rowOf = new Map<string, Row>();
  const doubled = new Set<string>();
  for (const [index, row] of (ledger?.rows ?? []).entries()) {
    const record = index + 2;
    const carrying = [...new Set(notices.filter((notice) => numberOf(notice) === numberOfRow(row)).map(({ biller }) => biller))].sort(nullLast);
    let biller = ledger!.hasBillers && row.billerCode !== '' ? withoutZeros(row.billerCode) : null;
    if (biller === null) {
      biller = carrying.length === 0 ? onlyBiller : carrying[0]!;
      if (carrying.length > 1) {
        ambiguousNumbers.add(numberOfRow(row));
        findings.push(['billerAmbiguous', 'ledger.csv', record]);
      }
    }
    const slip = JSON.stringify([biller, numberOfRow(row)]);
    if (rowOf.has(slip)) {
      findings.push(['ledgerDuplicate', 'ledger.csv', record]);
      doubled.add(slip);
    } else rowOf.set(slip, { ...row, record, biller });
  }

  const keys = new Set([...notices.map((notice) => JSON.stringify([notice.biller, numberOf(notice)])), ...rowOf.keys()]);
  const noticesOfSlip = (key: string): Notice[] => notices.filter((notice) => JSON.stringify([notice.biller, numberOf(notice)]) === key);
  const slips = [...keys].map((key) => {
    const [biller, number] = JSON.parse(key) as [string | null, string];
    const own = noticesOfSlip(key);
    const { payments, isDoubtful } = paymentsOf(
      own.filter(({ isHeld }) => !isHeld),
      findings,
    );
    const elsewhere = notices.filter((notice) => numberOf(notice) === number && notice.biller !== biller);
    return slipOf({
      biller,
      number,
      payments,
      elsewhere,
      own,
      row: rowOf.get(key) ?? null,
      hasLedger: ledger !== null,
      asOf,
      lastDay: lastDay(biller),
      needsReview: isDoubtful || ambiguousNumbers.has(number) || doubled.has(key),
    });
  });
  return { slips, findings };
}

const numberOf = ({ year, number }: Notice): string => `${year} ${number}`;
const numberOfRow = ({ fiscalYear, slipNumber }: LedgerRow): string => `${fiscalYear} ${withoutZeros(slipNumber)}`;
const compare = <T>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const nullLast = (a: string | null, b: string | null): number => (a === null ? 1 : b === null ? -1 : compare(a, b));
const inOrder = (a: Notice, b: Notice): number => compare(a.createdDate, b.createdDate) || compare(a.sha256, b.sha256) || a.record - b.record;

function headerBillers({ input }: ModelFile, layout: Layout): (string | null)[] {
  if (fieldNamed(layout, 'header', 'billerCode') === null) return [];
  return input.groups.map(({ billerCode }) => (billerCode === undefined || billerCode.trim() === '' ? null : withoutZeros(billerCode.trim())));
}

function noticesOf(file: ModelFile, layout: Layout): Notice[] {
  const billers = headerBillers(file, layout);
  const notices: Notice[] = [];
  let record = 0;
  for (const [index, group] of file.input.groups.entries()) {
    record++;
    for (const notice of group.notices) {
      record++;
      const createdDate = fieldNamed(layout, 'header', 'createdDate') === null ? UNKNOWN_DAY : Number(group.createdDate);
      const isMiscounted = group.notices.some(({ kind, also = {} }) => kind === notice.kind && 'noticeKind' in also);
      const isCompared = !isMiscounted && ['Count', 'Amount'].every((item) => fieldNamed(layout, 'trailer', `${notice.kind}${item}`) !== null);
      const place = { file: file.name, sha256: file.sha256, record, createdDate, group: index, isCompared };
      notices.push(noticeOf(notice, { ...place, headerBiller: billers[index] ?? null, layout }));
    }
    record++;
  }
  return notices;
}

interface NoticePlace extends Pick<Notice, 'file' | 'sha256' | 'record' | 'createdDate' | 'group' | 'isCompared'> {
  readonly headerBiller: string | null;
  readonly layout: Layout;
}

function noticeOf(notice: NoticeInput, { headerBiller, layout, ...place }: NoticePlace): Notice {
  const {
    kind,
    paidDate,
    paidTime = '    ',
    fiscalYear = '2027',
    slipNumber,
    reissueNumber = 0,
    paymentDueDate = '999999',
    amount,
    storeCode = '',
    also = {},
  } = notice;
  const barcodeBiller = barcodePart(layout, 'billerCode') === null ? null : also['billerCode']!;
  return {
    ...place,
    kind,
    isHeld: ['noticeKind', 'paidDate', 'checkDigit', 'applicationIdentifier'].some((name) => name in also),
    biller: headerBiller ?? (barcodeBiller === null ? null : withoutZeros(barcodeBiller)),
    barcodeBiller: barcodeBiller === null ? null : withoutZeros(barcodeBiller),
    year: fiscalYear,
    number: withoutZeros(slipNumber),
    barcode: JSON.stringify([barcodeBiller, reissueNumber, paymentDueDate, amount]),
    reissueNumber,
    dueDate: paymentDueDate === '999999' ? 0 : Number(`20${paymentDueDate}`),
    amount,
    paidDate: Number(paidDate),
    paidTime,
    storeCode,
  };
}

const isBlank = ({ kind, paidTime }: Notice): boolean => kind !== 'preliminary' && (paidTime === '    ' || paidTime === '0000');
const has = (payment: Payment, kind: NoticeKind): boolean => payment.notices.has(kind);
/** The same payment but for the time. */
const isLike = ({ first }: Payment, notice: Notice): boolean =>
  first.barcode === notice.barcode && first.paidDate === notice.paidDate && first.storeCode === notice.storeCode;
const waits = (payment: Payment): boolean => has(payment, 'preliminary') && !has(payment, 'confirmed') && !has(payment, 'preliminaryCancelled');
const earliest = (payments: readonly Payment[]): Payment =>
  [...payments].sort((a, b) => compare(a.first.paidTime.trim() || '~', b.first.paidTime.trim() || '~'))[0]!;

/** Of each kind as many notices of an identity are real as the greatest number in one group whose totals agree, at least one: the first ones. */
function isReal(notice: Notice, notices: readonly Notice[], isSame: (a: Notice, b: Notice) => boolean): boolean {
  const alike = notices.filter((other) => other.kind === notice.kind && isSame(other, notice));
  const inGroup = ({ file, group }: Notice): number => alike.filter((other) => other.file === file && other.group === group && other.isCompared).length;
  return alike.indexOf(notice) < Math.max(1, ...alike.map(inGroup));
}
const isLikely = (a: Notice, b: Notice): boolean => a.barcode === b.barcode && a.paidDate === b.paidDate && a.storeCode === b.storeCode;
const isSame = (a: Notice, b: Notice): boolean => isLikely(a, b) && a.paidTime === b.paidTime;

function paymentsOf(notices: readonly Notice[], findings: [FindingCode, string, number][]): { payments: Payment[]; isDoubtful: boolean } {
  const payments: Payment[] = [];
  const dropped: Notice[] = [];
  let isDoubtful = false;
  const report = (code: FindingCode, { file, record }: Notice): unknown => findings.push([code, file, record]);
  const open = (notice: Notice): unknown => payments.push({ first: notice, notices: new Map([[notice.kind, notice]]), isAmbiguous: false });
  const join = (notice: Notice, payment: Payment): unknown => payment.notices.set(notice.kind, notice);
  const opposite: Partial<Record<NoticeKind, NoticeKind>> = { confirmed: 'preliminaryCancelled', preliminaryCancelled: 'confirmed' };

  const timed = notices.filter((notice) => !isBlank(notice));
  for (const [index, notice] of timed.entries()) {
    const isSecond = timed.slice(0, index).some((other) => other.kind === notice.kind && isSame(other, notice));
    if (isSecond) report('duplicateNotice', notice);
    if (!isReal(notice, timed, isSame)) {
      dropped.push(notice);
      continue;
    }
    const open3 = payments.filter((payment) => isSame(payment.first, notice) && !has(payment, notice.kind));
    const other = opposite[notice.kind];
    const chosen = (other === undefined ? undefined : open3.find((payment) => !has(payment, other))) ?? open3[0];
    if (chosen !== undefined) join(notice, chosen);
    else {
      open(notice);
      if (isSecond) isDoubtful = true;
    }
  }
  for (const kind of ['confirmed', 'preliminaryCancelled'] as const) {
    for (const notice of notices.filter((one) => isBlank(one) && one.kind === kind)) {
      const candidates = payments.filter((payment) => isLike(payment, notice));
      const waiting = candidates.filter(waits);
      const known = candidates.some((payment) => has(payment, kind));
      const other = candidates.find((payment) => has(payment, opposite[kind]!));
      if (waiting.length > 0) {
        const chosen = earliest(waiting);
        join(notice, chosen);
        if (waiting.length > 1 || known) {
          chosen.isAmbiguous = true;
          report('ambiguousPairing', notice);
        }
      } else if (known) {
        report('duplicateNotice', notice);
        if (isReal(notice, notices, isLikely)) {
          open(notice);
          isDoubtful = true;
        }
      } else if (other !== undefined) join(notice, other);
      else open(notice);
    }
  }
  for (const payment of payments) {
    const cancellation = payment.notices.get('preliminaryCancelled');
    if (cancellation === undefined) continue;
    if (has(payment, 'confirmed')) report('confirmedAndCancelled', cancellation);
    else if (!has(payment, 'preliminary')) report('cancellationWithoutPreliminary', cancellation);
    const isAgain = dropped.some((notice) => notice.kind === 'preliminary' && isSame(notice, payment.first));
    if (!has(payment, 'confirmed') && isAgain) isDoubtful = true;
  }
  return { payments, isDoubtful };
}

interface SlipInput {
  readonly biller: string | null;
  /** Year and number. */
  readonly number: string;
  readonly payments: readonly Payment[];
  /** Its notices, and those with its year and number under other billers; held ones too. */
  readonly own: readonly Notice[];
  readonly elsewhere: readonly Notice[];
  readonly row: Row | null;
  readonly hasLedger: boolean;
  readonly needsReview: boolean;
  readonly asOf: number;
  readonly lastDay: number | null;
}

function slipOf({ biller, number, payments, own, elsewhere, row, hasLedger, needsReview, asOf, lastDay }: SlipInput): ModelSlip {
  const [fiscalYear, slipNumber] = number.split(' ') as [string, string];
  const isConfirmed = (payment: Payment): boolean => has(payment, 'confirmed');
  const effective = payments.filter((payment) => isConfirmed(payment) || !has(payment, 'preliminaryCancelled'));
  const isFree = row !== null && row.billedAmount === 0;
  const state: SlipState = payments.some(isConfirmed)
    ? 'paid'
    : effective.length > 0
      ? 'preliminary'
      : isFree
        ? 'notOwed'
        : payments.length > 0
          ? 'cancelled'
          : 'unpaid';
  const ledgerReissue = row === null ? null : Number(row.reissueNumber);
  const reissues = [...payments.map(({ first }) => first.reissueNumber), ...(ledgerReissue === null ? [] : [ledgerReissue])];
  const due = row === null ? Math.max(0, ...payments.map(({ first }) => first.dueDate)) : row.isBad ? 0 : row.dueDate;
  const isNewer = ({ first }: Payment): boolean => ledgerReissue !== null && first.reissueNumber > ledgerReissue;
  const isLate = (payment: Payment): boolean => {
    const last = isNewer(payment) ? payment.first.dueDate : due;
    return last !== 0 && payment.first.paidDate > last;
  };
  const sum = (some: readonly Payment[]): number => some.reduce((total, { first }) => total + first.amount, 0);
  const paidDates = effective.map(({ first }) => first.paidDate);
  const isHeld = own.some((notice) => notice.isHeld);
  const contradicts = payments.some(
    (payment) => payment.isAmbiguous || (has(payment, 'preliminaryCancelled') && (isConfirmed(payment) || !has(payment, 'preliminary'))),
  );
  const holds: Record<SlipFlag, boolean> = {
    reissued: reissues.some((reissue) => reissue > 0),
    paidTwice: effective.length >= 2,
    amountDiffers: row !== null && effective.some(({ first }) => first.amount !== row.billedAmount),
    paidLate: effective.some(isLate),
    overdue: (state === 'unpaid' || state === 'cancelled') && due !== 0 && due < asOf && lastDay !== null && due < lastDay && !isHeld && elsewhere.length === 0,
    paidOnOldSlip: effective.some(({ first }) => ledgerReissue !== null && first.reissueNumber < ledgerReissue),
    ledgerBehind: effective.some(isNewer),
    notInLedger: hasLedger && row === null,
    noticeHeld: isHeld,
    needsReview: contradicts || needsReview || row?.isBad === true || (row !== null && payments.length === 0 && elsewhere.length > 0),
    partlyPaid: false,
    remindable: false,
  };
  return {
    billerCode: biller,
    fiscalYear,
    slipNumber,
    state,
    flags: (Object.keys(holds) as SlipFlag[]).filter((flag) => holds[flag]).sort(),
    reissueNumber: reissues.length === 0 ? null : Math.max(...reissues),
    billedAmount: row?.billedAmount ?? null,
    paidAmount: sum(effective),
    confirmedAmount: sum(payments.filter(isConfirmed)),
    paidDate: paidDates.length === 0 ? null : isoOf(Math.min(...paidDates)),
    dueDate: due === 0 ? null : isoOf(due),
    otherAmount: 0,
    otherDate: null,
  };
}
