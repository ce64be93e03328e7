/** What can go wrong between an add-in and Excel, on request? Nothing does unless it is switched on. */

export const FIVE_MEGABYTES = 5 * 1024 * 1024;

/**
 * Where a request fails: before anything was done, in the middle of its actions, or after all of them, when only the answer is lost.
 */
export type FailureMoment = 'before' | 'halfway' | 'after';

export interface Failure {
  /** 1: the next request. What Office.js sends to clean up behind itself does not count. */
  readonly request: number;
  readonly when: FailureMoment;
  /** Excel's own code; GeneralException when left out. */
  readonly code?: string;
  /** Only that one request, unless all that follow are to fail too. */
  readonly andAllAfter?: boolean;
}

export interface Delay {
  readonly perRequest: number;
  readonly perMegabyte: number;
}

export interface Faults {
  /** Bytes of a request; Excel on the web takes five megabytes. */
  requestLimit: number | null;
  responseLimit: number | null;
  failure: Failure | null;
  /** Milliseconds. */
  delay: Delay | null;
  /** The workbook can be looked at only. */
  viewOnly: boolean;
}

export const noFaults = (): Faults => ({ requestLimit: null, responseLimit: null, failure: null, delay: null, viewOnly: false });
