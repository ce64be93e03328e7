/** What can a cell hold, and what does a formula that nobody calculated give? */

export const ERROR_CODES = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export class CellError {
  constructor(readonly code: ErrorCode) {}
}

export const cellError = (code: ErrorCode): CellError => new CellError(code);

/** A formula of which this workbook does not know the value; it must never be taken for one. */
export class NotCalculated {
  constructor(readonly reason: string) {}
}

export type CellValue = string | number | boolean | CellError;
/** undefined is a blank cell. */
export type Content = CellValue | undefined;
export type Shown = Content | NotCalculated;

export const isErrorCode = (text: string): text is ErrorCode => (ERROR_CODES as readonly string[]).includes(text);

/** Days since the last day of 1899, as Excel counts them: it believes in 29 February 1900. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** So many days later begins the count in a workbook with the 1904 date system. */
export const DAYS_BEFORE_1904 = 1462;

/** null: no such day, or before 1900-03-01, which no settlement has. */
export function serialOf(year: number, month: number, day: number): number | null {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  const serial = Math.round((time - EPOCH) / DAY);
  return serial > 60 ? serial : null;
}

export const dateOf = (serial: number): Date => new Date(EPOCH + Math.floor(serial) * DAY);
