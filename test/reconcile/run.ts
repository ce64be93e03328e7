/** What does the product answer to these files and this ledger? The short way from invented values to an answer. */
import { createHash } from 'node:crypto';
import { buildFile, type FileInput, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import type { FindingCode, FindingValue, Severity } from '../../src/check/finding';
import { answerOf } from '../../src/cli/answer';
import { readCsv } from '../../src/csv';
import { dayOfIso } from '../../src/file/calendar';
import type { Layout } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import type { SourceFile } from '../../src/file/settlementFile';
import type { LedgerTable } from '../../src/reconcile/table';
import type { SlipFlag, SlipState } from '../../src/reconcile/slips';
import type { Change } from '../../src/reconcile/changes';
import type { ReceiptUse } from '../../src/reconcile/receipts';
import type { OtherChannels } from '../../src/reconcile/reminders';
import { settle, USUAL_TERMS, type RunTerms, type Settlement } from '../../src/settle';
import type { Language } from '../../src/words';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';

export interface Given {
  /** Files by what they hold or by their bytes; they are called 1.dat, 2.dat … */
  readonly files: readonly (FileInput | Uint8Array)[];
  /** The ledger's CSV, called ledger.csv. */
  readonly ledger?: string | Uint8Array;
  /** Lists of receipts, called receipts1.csv, receipts2.csv … */
  readonly receipts?: readonly string[];
  readonly terms?: Partial<RunTerms>;
  readonly layouts?: readonly Layout[];
  /** 2027-05-10 where nothing else is said. */
  readonly asOf?: string;
}

/** The object that `--json` answers. */
export interface Answer {
  readonly asOf: string;
  readonly dataFrom: string | null;
  readonly dataThrough: string | null;
  readonly paidThrough: string | null;
  readonly complete: boolean;
  readonly grace: number;
  readonly otherChannels: OtherChannels;
  readonly missingDays: readonly { readonly billerCode: string; readonly days: readonly string[] }[] | null;
  readonly receipts: Readonly<Record<ReceiptUse | 'refused', number>>;
  readonly changes: readonly Change[] | null;
  readonly files: readonly AnsweredFile[];
  readonly findings: readonly AnsweredFinding[];
  readonly slips: readonly AnsweredSlip[];
}
export interface AnsweredFile {
  readonly name: string;
  readonly sha256: string;
  readonly layout: string | null;
  readonly lineEnding: string | null;
  readonly recordCount: { readonly counted: number | null; readonly declared: number | null };
  readonly groups: readonly AnsweredGroup[];
  readonly unchecked: readonly { readonly item: string; readonly reason: string }[];
}
interface AnsweredTotal {
  readonly counted: number;
  readonly declared: number | null;
}
export interface AnsweredGroup {
  readonly createdDate: string | null;
  readonly agentCode: string | null;
  readonly billerCode: string | null;
  readonly usage: string | null;
  readonly totals: Readonly<Record<'preliminary' | 'confirmed' | 'preliminaryCancelled', { readonly count: AnsweredTotal; readonly amount: AnsweredTotal }>>;
}
export interface AnsweredFinding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly file: string | null;
  readonly record: number | null;
  readonly field: string | null;
  readonly expected: FindingValue;
  readonly actual: FindingValue;
  readonly message: string;
}
export interface AnsweredSlip {
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
  readonly remindFrom: string | null;
}

export function sourceOf(name: string, bytes: Uint8Array): SourceFile {
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

export const utf8 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf8'));

export function tableOf(csv: string | Uint8Array, name = 'ledger.csv'): LedgerTable {
  const read = readCsv(name, typeof csv === 'string' ? utf8(csv) : csv, codec);
  if ('problem' in read) throw new Error(`the ledger is refused: ${ja.csvProblem(read.problem)}`);
  return read.table;
}

/** Settles; a refused ledger throws, for here it would be the test's own mistake. */
export function settled({ files, ledger, receipts = [], terms = {}, layouts = BUILT_IN_LAYOUTS, asOf = '2027-05-10' }: Given): Settlement {
  const sources = files.map((file, index) => sourceOf(`${index + 1}.dat`, file instanceof Uint8Array ? file : buildFile(file)));
  const table = ledger === undefined ? null : tableOf(ledger);
  const settlement = settle({
    files: sources,
    ledger: table,
    receipts: receipts.map((csv, index) => tableOf(csv, `receipts${index + 1}.csv`)),
    terms: { ...USUAL_TERMS, ...terms },
    layouts,
    asOf: dayOfIso(asOf)!,
    codec,
  });
  if ('refusal' in settlement) throw new Error(`the ledger is refused: ${ja.ledgerRefusal(settlement.refusal)}`);
  return settlement;
}

export function answerIn(settlement: Settlement, language: Language = 'ja'): Answer {
  return JSON.parse(JSON.stringify(answerOf(settlement, { ja, en }[language]))) as Answer;
}

export const answered = (given: Given): Answer => answerIn(settled(given));

/** A finding as one line: its code and where it is. */
export const placed = ({ code, file, record, field }: AnsweredFinding): string => [code, file, record, field].filter((part) => part !== null).join(' ');

/** A file of one group, made on this day (YYYYMMDD). */
export const day = (createdDate: string, ...notices: NoticeInput[]): FileInput => ({ groups: [{ createdDate, notices }] });

/** A notice of slip 1 of 2027, 3,000 yen due on 2027/04/30, paid on 2027/04/05 at 12:07, unless said otherwise. */
const noticeOf =
  (kind: NoticeInput['kind']) =>
  (more: Partial<NoticeInput> = {}): NoticeInput => ({
    kind,
    paidDate: '20270405',
    paidTime: '1207',
    slipNumber: '1',
    paymentDueDate: '270430',
    amount: 3000,
    ...more,
  });
export const preliminary = noticeOf('preliminary');
export const confirmed = noticeOf('confirmed');
export const cancelled = noticeOf('preliminaryCancelled');
export const BLANK = { paidTime: '    ' };

/** A ledger of these rows under the required columns (and others): `2027,1,2027-04-30,3000`. */
export const ledgerOf = (rows: readonly string[], header = '年度,納付書番号,納期限,請求金額'): string => [header, ...rows, ''].join('\n');
