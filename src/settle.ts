/**
 * The main flow: settlement files and a ledger in, what happened to each slip out.
 *
 * Pure: bytes and texts in, plain data out; no clock, no file system, no screen.
 */
import { checkBarcodeWarnings } from './check/barcodeWarnings';
import { fitLayout, fitLayouts, type LayoutFit } from './check/detectLayout';
import { checkFields } from './check/fields';
import { finding, sortFindings, type Finding, type Report } from './check/finding';
import { checkOrder } from './check/order';
import { checkPaidDate } from './check/paidDate';
import { checkRecordForm } from './check/recordForm';
import { checkRecordCount, checkTotals, uncheckedOf, type Unchecked } from './check/totals';
import { shown } from './file/bytes';
import type { Day } from './file/calendar';
import { unreadableKind } from './file/cut';
import { STANDING } from './file/grammar';
import { fieldNamed, NOTICE_KINDS, type Layout } from './file/layout';
import { WARD_LAYOUT } from './file/layouts';
import { allocateNotices, readNotices, UNKNOWN_KIND, type Notices } from './file/notices';
import { cutFile, readFrame, type SettlementFile, type SourceFile } from './file/settlementFile';
import type { TextCodec } from './file/text';
import { findColumns, readLedger, type Ledger, type LedgerRefusal, type LedgerTable } from './reconcile/ledger';
import { judgeSlips, matchLedger, type SlipNotices, type Slips } from './reconcile/slips';
import { Billers } from './slip/billers';
import { assignSlips, NO_SLIP, orderNotices, registerHeaderBillers } from './slip/noticeOrder';
import { allocatePayments, PaymentReader, type Payments } from './slip/payments';
import { SlipKeys } from './slip/slipKeys';
import { SlipTable } from './slip/slipTable';

export interface SettleInput {
  /** In the order given; names are unique. */
  readonly files: readonly SourceFile[];
  /** null: without a ledger nobody can know the unpaid. */
  readonly ledger: LedgerTable | null;
  /** The layouts to try, or the only one to use. */
  readonly layouts: readonly Layout[];
  readonly asOf: Day;
  readonly codec: TextCodec;
  /** Told as each stage begins, with how much of it there is to do. */
  readonly onStage?: (stage: Stage, amount: number) => void;
}

export const STAGES = ['cut', 'check', 'ledger', 'payments', 'slips'] as const;
export type Stage = (typeof STAGES)[number];

/** A file of the run; `settlement` is null for the kinds that are not read. */
export interface RunFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly settlement: SettlementFile | null;
  readonly unchecked: readonly Unchecked[];
  /** How well the layout fits the first records. */
  readonly fit: LayoutFit | null;
}

export interface Settlement {
  readonly asOf: Day;
  /** First and last created date of the groups; null when no group has one. */
  readonly dataFrom: Day | null;
  readonly dataThrough: Day | null;
  /** false: 未納 cannot be trusted. It cannot notice a missing day. */
  readonly complete: boolean;
  readonly files: readonly RunFile[];
  /** The files that were read; `Notices.file` is an index into them. */
  readonly settlements: readonly SettlementFile[];
  readonly findings: readonly Finding[];
  readonly notices: Notices;
  readonly payments: Payments;
  readonly slipNotices: SlipNotices;
  readonly ledger: Ledger | null;
  readonly billers: Billers;
  readonly slips: Slips;
}

/** Reconciles; the ledger may be refused, everything else ends in a settlement. */
export function settle(input: SettleInput): Settlement | { readonly refusal: LedgerRefusal } {
  if (input.ledger !== null) {
    const columns = findColumns(input.ledger.header);
    if ('refusal' in columns) return columns;
  }
  const findings: Finding[] = [];
  const report: Report = (made) => findings.push(made);
  const stage = (name: Stage, amount: number): void => input.onStage?.(name, amount);

  stage('cut', input.files.length);
  const files = openFiles(input, report);
  const settlements = files.flatMap((file) => file.settlement ?? []);
  stage(
    'check',
    settlements.reduce((sum, file) => sum + file.cut.count, 0),
  );
  const notices = readAndCheck(settlements, input.codec, report);

  stage('payments', notices.count);
  const widest = (width: (layout: Layout) => number): number =>
    Math.max(...(settlements.length > 0 ? settlements : [{ layout: WARD_LAYOUT }]).map(({ layout }) => width(layout)));
  const numberWidth = widest((layout) => layout.slipNumber.length);
  const keys = new SlipKeys(
    Math.max(
      4,
      widest((layout) => layout.fiscalYear.length),
    ),
    numberWidth,
    notices.count,
  );
  const table = new SlipTable(keys, notices.count);
  const billers = new Billers();
  registerHeaderBillers(settlements, billers);
  const order = orderNotices(notices, settlements);
  const slipOf = assignSlips(notices, settlements, order, billers, table);
  const onlyBiller = billers.only();
  const payments = allocatePayments(notices.count);
  const slipNotices = readPayments(settlements, notices, order, slipOf, table, payments, report);

  stage('ledger', input.ledger?.rowCount ?? 0);
  const read = input.ledger === null ? null : readLedger(input.ledger, numberWidth, report);
  if (read !== null && 'refusal' in read) return read;
  const ledger = read?.ledger ?? null;
  const match = matchLedger(ledger, table, billers, onlyBiller, report);

  stage('slips', table.count);
  const createdDates = settlements.flatMap((file) => file.groups.flatMap((group) => group.createdDate ?? []));
  const dataFrom = createdDates.length === 0 ? null : createdDates.reduce((a, b) => Math.min(a, b));
  const dataThrough = createdDates.length === 0 ? null : createdDates.reduce((a, b) => Math.max(a, b));
  const slips = judgeSlips(table, billers, { notices, payments, slipNotices, ledger, match, asOf: input.asOf, dataThrough });
  const names = [...input.files.map((file) => file.name), ...(input.ledger === null ? [] : [input.ledger.name])];
  return {
    asOf: input.asOf,
    dataFrom,
    dataThrough,
    complete: isComplete(files, notices, ledger, findings),
    files,
    settlements,
    findings: sortFindings(findings, names),
    notices,
    payments,
    slipNotices,
    ledger,
    billers,
    slips,
  };
}

/** Cuts each file with the layout that fits it best; files given twice are left out. */
function openFiles({ files, layouts, codec }: SettleInput, report: Report): RunFile[] {
  const firstOf = new Map<string, string>();
  const opened: RunFile[] = [];
  for (const source of files) {
    const sameAs = firstOf.get(source.sha256);
    if (sameAs !== undefined) {
      report(finding('fileAlreadyImported', { file: source.name }, { sameAs }));
      continue;
    }
    firstOf.set(source.sha256, source.name);
    opened.push(openFile(source, layouts, codec, report));
  }
  reportMixedLayouts(opened, report);
  return opened;
}

function openFile(source: SourceFile, layouts: readonly Layout[], codec: TextCodec, report: Report): RunFile {
  const about = { name: source.name, sha256: source.sha256, size: source.bytes.length };
  const unreadable = unreadableKind(source.bytes);
  if (unreadable !== null) {
    if (unreadable === 'ebcdicFile') report(finding(unreadable, { file: source.name }, {}));
    else report(finding(unreadable, { file: source.name }, { start: shown(source.bytes, 0, 2) }));
    return { ...about, settlement: null, unchecked: [], fit: null };
  }
  const fit = layouts.length === 1 ? fitLayout(source, layouts[0]!, codec) : fitLayouts(source, layouts, codec)[0]!;
  const settlement = readFrame(cutFile(source, fit.layout), codec);
  if (settlement.cut.count === 0) report(finding('emptyFile', { file: source.name }, { size: source.bytes.length }));
  return { ...about, settlement, unchecked: settlement.cut.count === 0 ? [] : uncheckedOf(settlement), fit };
}

function reportMixedLayouts(files: readonly RunFile[], report: Report): void {
  const read = files.flatMap((file) => file.settlement ?? []);
  const other = read.find((file) => file.layout.id !== read[0]!.layout.id);
  if (other === undefined) return;
  const about = (file: SettlementFile): { file: string; layoutTitle: string } => ({ file: file.name, layoutTitle: file.layout.title });
  report(finding('layoutDiffers', { file: null }, { first: about(read[0]!), other: about(other) }));
}

/** Reads the notices of all files into columns, adds up the groups, and makes every check of a file against itself. */
function readAndCheck(files: readonly SettlementFile[], codec: TextCodec, report: Report): Notices {
  const notices = allocateNotices(files.reduce((sum, file) => sum + file.grammar.noticeCount, 0));
  let from = 0;
  for (const [index, file] of files.entries()) {
    const to = from + file.grammar.noticeCount;
    readNotices(notices, file, index, from);
    if (file.cut.count === 0) continue;
    checkRecordForm(file, report);
    checkOrder(file, report);
    let next = from;
    checkFields(file, codec, report, (record) => {
      while (notices.record[next] !== record) next++;
      notices.held[next] = 1;
    });
    addUp(file, notices, from, to);
    checkBarcodeWarnings(file, notices, from, to, report);
    checkPaidDate(file, notices, from, to, report);
    checkTotals(file, report);
    checkRecordCount(file, report);
    from = to;
  }
  return notices;
}

/** A record counts when its kind is known, held back or not; its amount when the digits are digits. */
function addUp(file: SettlementFile, notices: Notices, from: number, to: number): void {
  for (let notice = from; notice < to; notice++) {
    const kind = notices.kind[notice]!;
    if (kind === UNKNOWN_KIND) continue;
    const { count, amount } = file.groups[notices.group[notice]!]!.totals[NOTICE_KINDS[kind - 1]!];
    count.counted++;
    const yen = notices.amount[notice]!;
    if (yen >= 0) amount.counted += yen;
  }
}

function readPayments(
  files: readonly SettlementFile[],
  notices: Notices,
  order: Int32Array,
  slipOf: Int32Array,
  table: SlipTable,
  payments: Payments,
  report: Report,
): SlipNotices {
  const slipCount = table.count;
  const noticeStart = new Int32Array(slipCount + 1);
  for (const slip of slipOf) if (slip !== NO_SLIP) noticeStart[slip + 1]!++;
  for (let slip = 0; slip < slipCount; slip++) noticeStart[slip + 1]! += noticeStart[slip]!;
  const noticesBySlip = new Int32Array(noticeStart[slipCount]!);
  const next = noticeStart.slice();
  for (const notice of order) {
    const slip = slipOf[notice]!;
    if (slip !== NO_SLIP) noticesBySlip[next[slip]!++] = notice;
  }

  const paymentStart = new Int32Array(slipCount + 1);
  const review = new Uint8Array(slipCount);
  const held = new Uint8Array(slipCount);
  const reader = new PaymentReader(files, notices, payments, report);
  for (let slip = 0; slip < slipCount; slip++) {
    const all = noticesBySlip.subarray(noticeStart[slip], noticeStart[slip + 1]);
    const clearing = all.filter((notice) => notices.held[notice] === 0);
    if (clearing.length < all.length) held[slip] = 1;
    if (reader.readSlip(clearing, () => table.keys.numberOf(table.key[slip]!))) review[slip] = 1;
    paymentStart[slip + 1] = payments.count;
  }
  return { paymentStart, noticeStart, noticesBySlip, review, held };
}

const INCOMPLETE_CODES: ReadonlySet<Finding['code']> = new Set(['emptyFile', 'recordOrder', 'totalMismatch', 'recordCountMismatch'] as const);

function isComplete(files: readonly RunFile[], notices: Notices, ledger: Ledger | null, findings: readonly Finding[]): boolean {
  for (const { settlement, unchecked } of files) {
    if (settlement === null) return false;
    const { standings } = settlement.grammar;
    if (standings.includes(STANDING.wrongLength) || standings.includes(STANDING.unknownType)) return false;
    if (unchecked.some(({ reason }) => reason === 'trailerMissing' || reason === 'notDigits')) return false;
    const declaresCount = fieldNamed(settlement.layout, 'end', 'recordCount') !== null;
    if (declaresCount && settlement.declaredRecordCount === null) return false;
  }
  if (notices.held.includes(1)) return false;
  if (ledger !== null && ledger.unusedRows > 0) return false;
  return !findings.some(({ code }) => INCOMPLETE_CODES.has(code));
}
