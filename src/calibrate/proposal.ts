/** What does a calibration answer? Items with their evidence in numbers, what stays open, and the layout that follows. */
import type { LineEnding } from '../file/cut';
import type { FieldKind, LayoutData, RecordName } from '../file/layout';

/** Where an item stands: a record, or the 44 digits of the barcode. */
export type Place = RecordName | 'barcode';

/**
 * How sure a proposal is. `certain`: no chance could make these numbers. `likely`: they speak for it and nothing against it.
 * `weak`: they do not contradict it. `none`: nothing is known of these bytes; they are kept and not read.
 */
export type Certainty = 'certain' | 'likely' | 'weak' | 'none';

/** What a number of records (trailers, ledger numbers …) shows: `matched` of `of`. */
export interface Evidence {
  readonly code: EvidenceCode;
  readonly matched: number;
  readonly of: number;
  /** What the evidence is about, where the code alone does not say: a value, a kind, a number. */
  readonly about?: string;
}

export const EVIDENCE_CODES = [
  'recordType',
  'identifier',
  'checkDigit',
  'dueDate',
  'noDueDate',
  'stampZero',
  'withinLimit',
  'calendar',
  'sameForOnePayment',
  'notAfterCreated',
  'afterCreated',
  'setOnConfirmed',
  'blankOnPreliminary',
  'timeOfDay',
  'timeBlank',
  'fewValues',
  'differsInPayment',
  'tellsTransfer',
  'kindOf',
  'followsPreliminary',
  'inLedger',
  'yearInLedger',
  'amountInLedger',
  'reissueInLedger',
  'billerInLedger',
  'billerInHeader',
  'variesBetweenGroups',
  'fiscalYearOfDue',
  'runsThrough',
  'distinctValues',
  'totalEquals',
  'totalAlwaysZero',
  'countsAllRecords',
  'countsDataRecords',
  'countsOtherwise',
  'alwaysThis',
  'alwaysBlank',
  'standard',
  'notUnderstood',
] as const;
export type EvidenceCode = (typeof EVIDENCE_CODES)[number];

/** Other bytes, or another meaning, that the numbers allow too. */
export interface Alternative {
  readonly offset: number;
  readonly length: number;
  /** What these bytes would be then. */
  readonly name: string;
  readonly matched: number;
  readonly of: number;
}

export interface Item {
  readonly place: Place;
  readonly name: string;
  /** Bytes from the start of the record; in the barcode from its first digit. */
  readonly offset: number;
  readonly length: number;
  readonly kind: FieldKind;
  readonly value?: string;
  readonly none?: string;
  readonly certainty: Certainty;
  readonly evidence: readonly Evidence[];
  readonly alternatives: readonly Alternative[];
  /** The first different contents, as they stand in the files. */
  readonly samples: readonly string[];
}

export const QUESTIONS = [
  'recordLength',
  'dataRecords',
  'barcode',
  'noticeKind',
  'kindMeaning',
  'kindNotSeen',
  'strayCode',
  'paidDate',
  'fiscalYear',
  'noFiscalYear',
  'slipNumber',
  'slipNumberWithoutLedger',
  'billerCode',
  'createdDate',
  'trailerItem',
  'trailerZero',
  'recordCount',
  'noLedger',
] as const;
export type QuestionCode = (typeof QUESTIONS)[number];

/** What the files do not tell. One that blocks must be answered before the layout can be used. */
export interface Question {
  readonly code: QuestionCode;
  readonly blocks: boolean;
  /** The item, code or bytes that are meant. */
  readonly about: string;
}

/** How the proposal differs from the built-in layout that is nearest to it. */
export interface Difference {
  readonly place: Place;
  /** The items in their order; several when they have moved together. */
  readonly names: readonly string[];
  /** Bytes by which they stand later (negative: earlier) than in the built-in layout; 0 when only the length differs. */
  readonly shift: number;
  /** Length here and there; null where one of the two has no such item. */
  readonly here: number | null;
  readonly there: number | null;
}

export interface Nearest {
  readonly id: string;
  readonly title: string;
  /** Record lengths when they differ. */
  readonly recordLength: { readonly here: number; readonly there: number } | null;
  readonly sameItems: number;
  readonly differences: readonly Difference[];
}

export interface Calibration {
  readonly recordLength: number | null;
  readonly lineEndings: readonly LineEnding[];
  readonly records: { readonly all: number; readonly fitting: number; readonly data: number; readonly groups: number };
  /** By place and offset; they fill every record. */
  readonly items: readonly Item[];
  readonly noticeKinds: Readonly<LayoutData['noticeKinds']>;
  /** How the meanings of the codes were found. */
  readonly kindEvidence: readonly Evidence[];
  readonly recordCountIncludes: LayoutData['recordCountIncludes'];
  readonly questions: readonly Question[];
  readonly nearest: Nearest | null;
  /** null while a question blocks. */
  readonly layout: LayoutData | null;
}
