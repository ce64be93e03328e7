/** Does this Excel do what the add-in relies on? What is tried, and how a trial ends, as plain data. */

/** In Excel itself, on two sheets that are made for it; in this order. */
export const EXCEL_TRIALS = [
  'requirements',
  'calculation',
  'sheets',
  'settings',
  'names',
  'texts',
  'longTexts',
  'dateSystem',
  'dates',
  'stagedColumn',
  'emptyColumn',
  'conditionalFormats',
  'rulesThroughSheet',
  'filter',
  'filterOfDates',
  'freezing',
  'freezingHidden',
  'fitToWidth',
  'fitBehind',
  'selection',
  'requestSize',
  'tenThousandRows',
  'tidying',
] as const;
export type ExcelTrial = (typeof EXCEL_TRIALS)[number];

/** In the browser that shows the pane. */
export const PANE_TRIALS = ['language', 'theme', 'worker', 'compression'] as const;
export type PaneTrial = (typeof PANE_TRIALS)[number];

/** Only the clerk sees how they end. */
export const SEEN_TRIALS = ['newWorkbook', 'savedFile'] as const;
export type SeenTrial = (typeof SEEN_TRIALS)[number];

export type TrialName = ExcelTrial | PaneTrial | SeenTrial;

export type TrialResult =
  | { readonly result: 'passed'; readonly found: string }
  | { readonly result: 'failed'; readonly expected: string; readonly found: string }
  /** Excel refused it. */
  | { readonly result: 'refused'; readonly detail: string }
  /** What it stands on was not there, or it was stopped before. */
  | { readonly result: 'untried' };

/** Of the file that is opened and saved (trialFile.ts). */
export const TRIAL_FILE = 'keshikomi-trial.xlsx';

export type TellTrial = (name: TrialName, result: TrialResult) => void;

export const passed = (found: string): TrialResult => ({ result: 'passed', found });

/** Whatever can be written as JSON. */
export function compared(expected: unknown, found: unknown): TrialResult {
  const [wanted, got] = [JSON.stringify(expected), JSON.stringify(found)];
  return wanted === got ? passed(got) : { result: 'failed', expected: wanted, found: got };
}
