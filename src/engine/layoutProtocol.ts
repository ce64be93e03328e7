/** What do the layout bench and the worker say to each other? Plain data. */
import type { ConfirmedItem } from '../calibrate/confirmed';
import type { Calibration, Nearest } from '../calibrate/proposal';
import type { RecordChars } from '../calibrate/recordChars';
import type { FindingCode, FindingValue } from '../check/finding';
import type { FieldKind, LayoutData, LayoutProblem, RecordName } from '../file/layout';
import type { PickedFile, PickedLedger } from './picked';

export interface StudyRequest {
  /** Files of one layout. */
  readonly files: readonly PickedFile[];
  readonly ledger: PickedLedger | null;
  readonly title: string;
  readonly confirmed: readonly ConfirmedItem[];
  /** Where a person has told it. */
  readonly recordLength: number | null;
}

export interface ShownRecord {
  readonly file: string;
  /** 1-based. */
  readonly record: number;
  readonly chars: RecordChars;
}

/** What the files tell of their layout, and their first records. */
export interface LayoutStudy {
  readonly calibration: Calibration;
  readonly shown: Readonly<Record<RecordName, { readonly count: number; readonly records: readonly ShownRecord[] }>>;
}

export interface ProofRequest {
  readonly files: readonly PickedFile[];
  readonly layout: LayoutData;
}

export interface Share {
  readonly matched: number;
  readonly of: number;
}

/** What does not fit in the same way, once. No digit of a number, no name. */
export interface LayoutFault {
  readonly code: FindingCode;
  readonly title: string | null;
  readonly kind: FieldKind | 'digits' | null;
  /** Bytes of the record, from 1. */
  readonly from: number | null;
  readonly to: number | null;
  readonly expected: FindingValue;
  /** Up to three different contents, masked; sums of totals are not. */
  readonly found: readonly string[];
  readonly count: number;
  /** The first records, 1-based. */
  readonly places: readonly { readonly file: string; readonly record: number | null }[];
}

/** How well the files fit a layout; `problem`: it is none. */
export type LayoutProof =
  | { readonly problem: LayoutProblem }
  | {
      readonly problem: null;
      readonly records: Share;
      readonly checkDigits: Share;
      readonly totals: Share;
      /** Totals that nobody compared. */
      readonly unchecked: number;
      /** The gravest first. */
      readonly faults: readonly LayoutFault[];
      readonly nearest: Nearest | null;
    };

export interface LayoutBench {
  study(request: StudyRequest): Promise<LayoutStudy>;
  prove(request: ProofRequest): Promise<LayoutProof>;
}
