/**
 * The main flow: settlement files and a ledger in, what happened to each slip out.
 *
 * Pure: bytes and texts in, plain data out; no clock, no file system, no screen.
 */
import { CHECKS } from './check';
import { isComplete, type JudgedFile } from './check/complete';
import { candidatesOf, chooseLayouts, type LayoutFit } from './check/detectLayout';
import { finding, sortFindings, type Finding, type Report } from './check/finding';
import { uncheckedOf } from './check/totals';
import type { Day } from './file/calendar';
import { foreignKind, type ForeignKind } from './file/foreign';
import { NOTICE_KINDS, type Layout } from './file/layout';
import { WARD_LAYOUT } from './file/layouts';
import { allocateNotices, readNotices, UNKNOWN_KIND, type Notices } from './file/notices';
import { cutFile, readFrame, type SettlementFile, type SourceFile } from './file/settlementFile';
import type { TextCodec } from './file/text';
import { fileDaysOf, type FileDays } from './reconcile/fileDays';
import { FISCAL_YEAR_DIGITS, findColumns, readLedger, tellsReceipts, type Ledger } from './reconcile/ledger';
import { matchSlips } from './reconcile/match';
import { findReceiptColumns, readReceipts, type ReceiptRows } from './reconcile/receiptRows';
import { joinReceipts, type Receipts } from './reconcile/receipts';
import { USUAL_GRACE } from './reconcile/grace';
import { judgeReminders, type OtherChannels } from './reconcile/reminders';
import { judgeSlips, type Slips } from './reconcile/slips';
import type { LedgerRefusal, LedgerTable } from './reconcile/table';
import { reportUnrelatedLedger } from './reconcile/unrelatedLedger';
import { Billers } from './slip/billers';
import { allocatePayments, type Payments } from './slip/payments';
import { findNoticedSlips, type YearOfNumber } from './slip/slipNotices';
import type { NumberWidths } from './slip/slipNumbers';

/** A file, and the only layout that it may be read with where that is known already. */
export interface FileToRead extends SourceFile {
  readonly layout?: Layout;
}

export interface SettleInput {
  /** In the order given; names are unique. */
  readonly files: readonly FileToRead[];
  /** null: without a ledger nobody can know the unpaid. */
  readonly ledger: LedgerTable | null;
  /** 他の収納: lists of receipts of other channels, in the order given; absent: none. */
  readonly receipts?: readonly LedgerTable[];
  /** Absent: nobody has told anything. */
  readonly terms?: RunTerms;
  /** The layouts to try, or the only one to use. */
  readonly layouts: readonly Layout[];
  readonly asOf: Day;
  readonly codec: TextCodec;
  /** Told as each stage begins, with how much of it there is to do. */
  readonly onStage?: (stage: Stage, amount: number) => void;
}

export const STAGES = ['cut', 'check', 'ledger', 'match', 'slips'] as const;
export type Stage = (typeof STAGES)[number];

/** What the office tells about days, channels and reminders. */
export interface RunTerms {
  /** Days on which no file was made. */
  readonly noFileOn: ReadonlySet<Day>;
  /** The agent makes no file for a day without notices. */
  readonly emptyDaysNotSent: boolean;
  /** The ledger holds no slip that may be paid elsewhere, or leaves the paid ones out. */
  readonly noOtherChannels: boolean;
  /** 猶予: business days between the due date and a reminder. */
  readonly grace: number;
}

export const USUAL_TERMS: RunTerms = { noFileOn: new Set(), emptyDaysNotSent: false, noOtherChannels: false, grace: USUAL_GRACE };

/** A file of the run. */
export interface RunFile extends JudgedFile {
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  /** How well the layout fits the first records. */
  readonly fit: LayoutFit | null;
}

export interface Settlement {
  readonly asOf: Day;
  /** First and last created date of the groups; null when no group has one. */
  readonly dataFrom: Day | null;
  readonly dataThrough: Day | null;
  /** The latest paid date of a notice that is not held back, not after its header's created date; null when there is none. */
  readonly paidThrough: Day | null;
  /** false: 未納 cannot be trusted. It cannot notice a missing day: `days` names them. */
  readonly complete: boolean;
  readonly terms: RunTerms;
  readonly days: FileDays;
  readonly otherChannels: OtherChannels;
  readonly files: readonly RunFile[];
  /** The files that were read; `Notices.file` is an index into them. */
  readonly settlements: readonly SettlementFile[];
  readonly findings: readonly Finding[];
  readonly notices: Notices;
  readonly payments: Payments;
  readonly ledger: Ledger | null;
  readonly receipts: Receipts;
  readonly billers: Billers;
  readonly slips: Slips;
}

/** A table that cannot be used: the ledger, or a list of receipts (then its index). */
export interface Refused {
  readonly refusal: LedgerRefusal;
  readonly receipts: number | null;
}

/** Reconciles; the ledger or a list of receipts may be refused, everything else ends in a settlement. */
export function settle(input: SettleInput): Settlement | Refused {
  const { terms = USUAL_TERMS, receipts: lists = [] } = input;
  const refused = refusedByHeader(input.ledger, lists);
  if (refused !== null) return refused;
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

  stage('ledger', (input.ledger?.rowCount ?? 0) + lists.reduce((sum, { rowCount }) => sum + rowCount, 0));
  const widths = widthsOf(settlements);
  const read = input.ledger === null ? null : readLedger(input.ledger, widths, report);
  if (read !== null && 'refusal' in read) return { ...read, receipts: null };
  const ledger = read?.ledger ?? null;
  const rows: ReceiptRows[] = [];
  for (const [index, list] of lists.entries()) {
    const readList = readReceipts(list, widths, report);
    if ('refusal' in readList) return { ...readList, receipts: index };
    rows.push(readList.rows);
  }

  stage('match', notices.count);
  const billers = new Billers();
  const noticed = findNoticedSlips(notices, settlements, billers, widths, yearsByNumber(settlements, ledger), report);
  const { matched, receipts } = joinReceipts(matchSlips(noticed, ledger, billers, report), ledger, rows, billers, report);

  stage('slips', matched.count);
  const payments = allocatePayments(notices.count);
  const days = fileDaysOf(settlements, billers, input.asOf, terms.noFileOn);
  const slips = judgeSlips(matched, { files: settlements, notices, payments, ledger, receipts, asOf: input.asOf, days, report });
  if (ledger !== null) reportUnrelatedLedger(slips, ledger, billers, report);
  const complete = isComplete(files, notices.held.includes(1), findings);
  const otherChannels = (ledger !== null && tellsReceipts(ledger)) || rows.length > 0 ? 'given' : terms.noOtherChannels ? 'none' : 'unknown';
  judgeReminders(slips, ledger, { ...terms, asOf: input.asOf, complete, otherChannels, days });
  const names = [...input.files, ...(input.ledger === null ? [] : [input.ledger]), ...lists].map(({ name }) => name);
  return {
    asOf: input.asOf,
    ...periodOf(settlements),
    paidThrough: paidThroughOf(notices, settlements),
    complete,
    terms,
    days,
    otherChannels,
    files,
    settlements,
    findings: sortFindings(findings, names),
    notices,
    payments,
    ledger,
    receipts,
    billers,
    slips,
  };
}

/** Whether a header alone refuses a table, before any work is done. */
function refusedByHeader(ledger: LedgerTable | null, lists: readonly LedgerTable[]): Refused | null {
  if (ledger !== null) {
    const columns = findColumns(ledger.header);
    if ('refusal' in columns) return { ...columns, receipts: null };
  }
  for (const [index, { header }] of lists.entries()) {
    const columns = findReceiptColumns(header);
    if ('refusal' in columns) return { ...columns, receipts: index };
  }
  return null;
}

function periodOf(files: readonly SettlementFile[]): Pick<Settlement, 'dataFrom' | 'dataThrough'> {
  const created = files.flatMap((file) => file.groups.flatMap((group) => group.createdDate ?? []));
  if (created.length === 0) return { dataFrom: null, dataThrough: null };
  return { dataFrom: created.reduce((a, b) => Math.min(a, b)), dataThrough: created.reduce((a, b) => Math.max(a, b)) };
}

function paidThroughOf(notices: Notices, files: readonly SettlementFile[]): Day | null {
  let latest = 0;
  for (let notice = 0; notice < notices.count; notice++) {
    const paid = notices.paidDate[notice]!;
    if (paid <= latest || notices.held[notice] === 1) continue;
    const { createdDate } = files[notices.file[notice]!]!.groups[notices.group[notice]!]!;
    if (createdDate === null || paid <= createdDate) latest = paid;
  }
  return latest === 0 ? null : latest;
}

/** Cuts each file with the layout that fits it best; files given twice are left out. */
function openFiles({ files, layouts, codec }: SettleInput, report: Report): RunFile[] {
  const firstOf = new Map<string, string>();
  const once: FileToRead[] = [];
  for (const source of files) {
    const sameAs = firstOf.get(source.sha256);
    if (sameAs !== undefined) {
      report(finding('fileAlreadyImported', { file: source.name }, { sameAs }));
      continue;
    }
    firstOf.set(source.sha256, source.name);
    once.push(source);
  }
  const foreign = new Map(once.map((source) => [source, foreignKind(source.bytes, codec)]));
  const readable = once.filter((source) => foreign.get(source) === null);
  const fits = chooseLayouts(readable.map((source) => candidatesOf(source, source.layout === undefined ? layouts : [source.layout], codec)));
  const fitOf = new Map(readable.map((source, index) => [source, fits[index]!]));
  const opened = once.map((source) => openFile(source, fitOf.get(source) ?? foreign.get(source)!, codec, report));
  reportMixedLayouts(opened, report);
  return opened;
}

/** `fit`: the layout to read it with, or what it is when it is no settlement data. */
function openFile(source: SourceFile, fit: LayoutFit | ForeignKind, codec: TextCodec, report: Report): RunFile {
  const about = { name: source.name, sha256: source.sha256, size: source.bytes.length };
  if (typeof fit === 'string') {
    report(fit === 'ebcdic' ? finding('ebcdicFile', { file: source.name }, {}) : finding('notASettlementFile', { file: source.name }, { kind: fit }));
    return { ...about, settlement: null, unchecked: [], fit: null };
  }
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
    readNotices(notices, file, index, from, codec);
    if (file.cut.count === 0) continue;
    addUp(file, notices, from, to);
    let next = from;
    const hold = (record: number): void => {
      while (notices.record[next] !== record) next++;
      notices.held[next] = 1;
    };
    for (const check of CHECKS) check({ file, codec, notices, from, to }, report, hold);
    from = to;
  }
  return notices;
}

/** A record counts when its kind is known, held back or not; its amount when the digits are digits. */
function addUp(file: SettlementFile, notices: Notices, from: number, to: number): void {
  for (let notice = from; notice < to; notice++) {
    const kind = notices.kind[notice]!;
    if (kind === UNKNOWN_KIND || notices.otherKind[notice] !== 0) continue;
    const { count, amount } = file.groups[notices.group[notice]!]!.totals[NOTICE_KINDS[kind - 1]!];
    count.counted++;
    const yen = notices.barcodes.amount[notices.barcode[notice]!]!;
    if (yen >= 0) amount.counted += yen;
  }
}

/** For layouts without a fiscal year: the years in which the ledger has a number. */
function yearsByNumber(files: readonly SettlementFile[], ledger: Ledger | null): YearOfNumber {
  if (ledger === null || files.every(({ layout }) => layout.fiscalYear !== null)) return () => null;
  const years = new Map<string, Set<string>>();
  for (let row = 0; row < ledger.count; row++) {
    const number = ledger.numbers.numberOf(row).replace(/^0+/, '');
    const known = years.get(number) ?? new Set();
    years.set(number, known.add(ledger.numbers.yearOf(row)));
  }
  return (number) => {
    const [year, ...others] = [...(years.get(number) ?? [])].sort();
    if (year === undefined) return null;
    return others.length === 0 ? { year } : { years: [year, ...others] };
  };
}

/** Numbers are as wide as in the widest layout of the run; the ward's when nothing was read. */
function widthsOf(files: readonly SettlementFile[]): NumberWidths {
  const layouts = files.length === 0 ? [WARD_LAYOUT] : files.map(({ layout }) => layout);
  const widest = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);
  return {
    year: Math.max(FISCAL_YEAR_DIGITS, widest(layouts.map(({ fiscalYear }) => fiscalYear?.length ?? 0))),
    number: widest(layouts.map(({ slipNumber }) => slipNumber.length)),
  };
}
