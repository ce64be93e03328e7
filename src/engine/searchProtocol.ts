/** What does the search at the counter tell beside slips: a barcode part by part, and where it searched? Plain data. */
import type { BarcodePart } from '../file/barcodeReading';
import type { Day } from '../file/calendar';

export interface BarcodeView {
  readonly digits: string;
  readonly parts: readonly BarcodePart[];
  readonly billerCode: string | null;
  readonly makerCode: string | null;
  /** Whether notices of the workbook carry this maker's code; null: there are none, or the layout has no such part. */
  readonly isOurMaker: boolean | null;
  readonly fiscalYear: string | null;
  readonly slipNumber: string;
  readonly reissueNumber: number | null;
  readonly dueDate: Day | null;
  readonly amount: number;
  readonly isSound: boolean;
  readonly rightCheckDigit: string;
  /** 1-based places of pairs of neighbours that, swapped, make the check digit right. */
  readonly swaps: readonly number[];
}

/** Where was searched. */
export interface Searched {
  readonly slips: number;
  /** The ledger's name; null: without a ledger. */
  readonly ledger: string | null;
  readonly dataFrom: Day | null;
  readonly dataThrough: Day | null;
  /** Whether names or numbers of payers could be found. */
  readonly payers: boolean;
}
