/**
 * What can a check complain about?
 *
 * A finding is plain data: no words. Words live in words.ja.ts and words.en.ts, one entry for each code.
 */
import type { Day } from '../file/calendar';
import type { Lookalike, Tail } from '../file/cut';
import type { ForeignKind } from '../file/foreign';
import type { FieldKind, NoticeKind, RecordName } from '../file/layout';

export type Severity = 'error' | 'warning';
export type FindingValue = string | number | null;

/** A place in another file that a finding points to; `record` is 1-based. */
/** 年度 and 納付書番号, padded as the sheets show them. */
export interface SlipName {
  readonly fiscalYear: string;
  readonly slipNumber: string;
}
export interface RecordPlace {
  readonly file: string;
  readonly record: number;
}

/** What each finding knows beyond its place and its two values. */
export interface FindingDetails {
  emptyFile: { readonly size: number };
  ebcdicFile: Nothing;
  notASettlementFile: { readonly kind: Exclude<ForeignKind, 'ebcdic'> };
  recordLength: { readonly looksLike: Lookalike | null };
  recordType: { readonly looksLike: Lookalike | null };
  recordOrder: { readonly came: RecordName | null; readonly expectedRecords: readonly RecordName[] };
  mixedLineEndings: Nothing;
  fillerAfterEnd: Tail;
  fieldValue: FieldDetail & { readonly kind: FieldKind | 'digits' };
  noticeKind: { readonly known: readonly string[] };
  barcodeIdentifier: Nothing;
  barcodeCheckDigit: Nothing;
  revenueStamp: Nothing;
  amountLimit: Nothing;
  zeroAmount: Nothing;
  paidDateImplausible: { readonly paidDate: Day; readonly createdDate: Day; readonly days: number };
  totalMismatch: { readonly title: string; readonly measure: 'count' | 'amount' };
  recordCountMismatch: Nothing;
  /** `isReal`: the agent's own totals say that both stand. */
  duplicateNotice: { readonly kind: NoticeKind; readonly first: RecordPlace; readonly isReal: boolean };
  ambiguousPairing: { readonly kind: NoticeKind; readonly waiting: number; readonly chosen: RecordPlace } & SlipName;
  cancellationWithoutPreliminary: SlipName;
  confirmedAndCancelled: SlipName;
  confirmedTakenBack: SlipName;
  noticeIgnored: Nothing;
  yearAmbiguous: { readonly years: readonly string[] };
  fileAlreadyImported: { readonly sameAs: string };
  layoutDiffers: { readonly first: FileLayout; readonly other: FileLayout };
  billerAmbiguous: SlipName & { readonly billers: readonly (string | null)[]; readonly chosen: string | null; readonly isLedger: boolean };
  ledgerRow: {
    readonly needs: LedgerNeed;
    readonly rowUsed: boolean;
    /** Of a slip number that is too wide. */ readonly digits: { readonly most: number; readonly actual: number } | null;
  };
  ledgerDuplicate: SlipName & { readonly firstRecord: number };
  ledgerRounded: { readonly count: number; readonly isLedger: boolean };
  /** The biller whose slips are meant; absent: those of a list of receipts. */
  ledgerUnrelated: { readonly biller?: string | null };
  receiptRow: { readonly needs: LedgerNeed };
  receiptDuplicate: SlipName & { readonly first: RecordPlace };
  receiptUnclear: SlipName;
  receiptWithoutNotice: SlipName;
}

export type Nothing = Readonly<Record<never, never>>;
export interface FieldDetail {
  readonly title: string;
  readonly record: RecordName;
  /** Whether the notice was held back because of it. */
  readonly held: boolean;
}
export interface FileLayout {
  readonly file: string;
  readonly layoutTitle: string;
}
/** What a cell of a ledger or of a list of receipts should have held. */
export type LedgerNeed =
  'fiscalYear' | 'slipNumber' | 'slipNumberWidth' | 'date' | 'notAfterDue' | 'amount' | 'moreThanZero' | 'reissueNumber' | 'text' | 'noMoreCells';

export type FindingCode = keyof FindingDetails;

export interface FindingOf<C extends FindingCode> {
  readonly code: C;
  readonly severity: Severity;
  /** The file's name in the answer; null when it concerns the whole run. */
  readonly file: string | null;
  /** 1-based; every record or CSV row counts; null when no single one is meant. */
  readonly record: number | null;
  /** The innermost layout name, or the ledger's column. */
  readonly field: string | null;
  readonly expected: FindingValue;
  readonly actual: FindingValue;
  readonly detail: FindingDetails[C];
}

export type Finding = { [C in FindingCode]: FindingOf<C> }[FindingCode];

export const SEVERITY: Record<FindingCode, Severity> = {
  emptyFile: 'error',
  ebcdicFile: 'error',
  notASettlementFile: 'error',
  recordLength: 'error',
  recordType: 'error',
  recordOrder: 'error',
  mixedLineEndings: 'warning',
  fillerAfterEnd: 'warning',
  fieldValue: 'error',
  noticeKind: 'error',
  barcodeIdentifier: 'error',
  barcodeCheckDigit: 'error',
  revenueStamp: 'warning',
  amountLimit: 'warning',
  zeroAmount: 'warning',
  paidDateImplausible: 'warning',
  totalMismatch: 'error',
  recordCountMismatch: 'error',
  duplicateNotice: 'warning',
  ambiguousPairing: 'warning',
  cancellationWithoutPreliminary: 'warning',
  confirmedAndCancelled: 'error',
  confirmedTakenBack: 'warning',
  noticeIgnored: 'warning',
  yearAmbiguous: 'error',
  fileAlreadyImported: 'warning',
  layoutDiffers: 'warning',
  billerAmbiguous: 'error',
  ledgerRow: 'error',
  ledgerDuplicate: 'error',
  ledgerRounded: 'error',
  ledgerUnrelated: 'error',
  receiptRow: 'error',
  receiptDuplicate: 'warning',
  receiptUnclear: 'warning',
  receiptWithoutNotice: 'warning',
};

export const FINDING_CODES = Object.keys(SEVERITY) as readonly FindingCode[];

export interface FindingPlace {
  readonly file: string | null;
  readonly record?: number | null;
  readonly field?: string | null;
  readonly expected?: FindingValue;
  readonly actual?: FindingValue;
}

/** Takes findings as they are made. */
export type Report = (finding: Finding) => void;

/** A finding of this code; what the place does not name is null. */
export function finding<C extends FindingCode>(code: C, place: FindingPlace, detail: FindingDetails[C]): Finding {
  const { file, record = null, field = null, expected = null, actual = null } = place;
  const made: FindingOf<C> = { code, severity: SEVERITY[code], file, record, field, expected, actual, detail };
  return made as Finding;
}

const LAST = Number.MAX_SAFE_INTEGER;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Sorts findings by file (in the given order: files, ledger, receipts), record (null last), code, field; keeps the order of equals. */
export function sortFindings(findings: readonly Finding[], files: readonly string[]): Finding[] {
  const rank = new Map<string | null, number>();
  for (const [index, file] of files.entries()) if (!rank.has(file)) rank.set(file, index);
  const fileRank = (file: string | null): number => rank.get(file) ?? files.length;
  return [...findings].sort(
    (a, b) =>
      fileRank(a.file) - fileRank(b.file) ||
      (a.record ?? LAST) - (b.record ?? LAST) ||
      compareText(a.code, b.code) ||
      compareText(a.field ?? '', b.field ?? ''),
  );
}
