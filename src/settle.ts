/**
 * The main flow: settlement files and a ledger in, what happened to each slip out.
 *
 * Pure: bytes and texts in, plain data out; no clock, no file system, no screen.
 */
import { checkBarcodeWarnings } from './check/barcodeWarnings';
import { bestFit, type LayoutFit } from './check/detectLayout';
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
import { FISCAL_YEAR_DIGITS, findColumns, readLedger, type Ledger, type LedgerRefusal, type LedgerTable } from './reconcile/ledger';
import { matchSlips } from './reconcile/match';
import { judgeSlips, type Slips } from './reconcile/slips';
import { Billers } from './slip/billers';
import { allocatePayments, type Payments } from './slip/payments';
import { findNoticedSlips } from './slip/slipNotices';
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
  /** The layouts to try, or the only one to use. */
  readonly layouts: readonly Layout[];
  readonly asOf: Day;
  readonly codec: TextCodec;
  /** Told as each stage begins, with how much of it there is to do. */
  readonly onStage?: (stage: Stage, amount: number) => void;
}

export const STAGES = ['cut', 'check', 'ledger', 'match', 'slips'] as const;
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

  stage('ledger', input.ledger?.rowCount ?? 0);
  const widths = widthsOf(settlements);
  const read = input.ledger === null ? null : readLedger(input.ledger, widths, report);
  if (read !== null && 'refusal' in read) return read;
  const ledger = read?.ledger ?? null;

  stage('match', notices.count);
  const billers = new Billers();
  const noticed = findNoticedSlips(notices, settlements, billers, widths);
  const matched = matchSlips(noticed, ledger, billers, billers.only(), report);

  stage('slips', matched.count);
  const createdDates = settlements.flatMap((file) => file.groups.flatMap((group) => group.createdDate ?? []));
  const dataFrom = createdDates.length === 0 ? null : createdDates.reduce((a, b) => Math.min(a, b));
  const dataThrough = createdDates.length === 0 ? null : createdDates.reduce((a, b) => Math.max(a, b));
  const payments = allocatePayments(notices.count);
  const slips = judgeSlips(matched, { files: settlements, notices, payments, ledger, asOf: input.asOf, dataThrough, report });
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
    opened.push(openFile(source, source.layout === undefined ? layouts : [source.layout], codec, report));
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
  const fit = bestFit(source, layouts, codec);
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
    checkRecordForm(file, report);
    checkOrder(file, report);
    let next = from;
    const hold = (record: number): void => {
      while (notices.record[next] !== record) next++;
      notices.held[next] = 1;
    };
    checkFields(file, codec, report, hold, { notices, from });
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
    const yen = notices.barcodes.amount[notices.barcode[notice]!]!;
    if (yen >= 0) amount.counted += yen;
  }
}

/** Numbers are as wide as in the widest layout of the run; the ward's when nothing was read. */
function widthsOf(files: readonly SettlementFile[]): NumberWidths {
  const layouts = files.length === 0 ? [WARD_LAYOUT] : files.map(({ layout }) => layout);
  const widest = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);
  return {
    year: Math.max(FISCAL_YEAR_DIGITS, widest(layouts.map(({ fiscalYear }) => fiscalYear.length))),
    number: widest(layouts.map(({ slipNumber }) => slipNumber.length)),
  };
}

const INCOMPLETE_CODES: ReadonlySet<Finding['code']> = new Set(['emptyFile', 'recordOrder', 'totalMismatch', 'recordCountMismatch'] as const);

function isComplete(files: readonly RunFile[], notices: Notices, ledger: Ledger | null, findings: readonly Finding[]): boolean {
  if (files.length === 0) return false;
  for (const { settlement, unchecked } of files) {
    if (settlement === null) return false;
    if (settlement.deletion?.agreed === false) return false;
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
