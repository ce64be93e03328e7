/** Which words does the check of this Excel need beside those of the pane? Fetched with its page. */
import type { SeenTrial, TrialName, TrialResult } from '../../engine/trials';

export interface TrialsWords {
  readonly intro: readonly string[];
  readonly start: string;
  readonly again: string;
  readonly stop: string;
  readonly trying: (done: number, of: number) => string;
  /** 合, 否, 未 */
  readonly marks: Record<TrialResult['result'], string>;
  readonly summary: (passed: number, failed: number, untried: number) => string;
  readonly stillToDo: string;
  readonly results: string;
  /** What was tried, and what it means where it is 否. */
  readonly trials: Record<TrialName, { readonly title: string; readonly otherwise: string }>;
  readonly found: (expected: string, found: string) => string;
  readonly seen: Record<SeenTrial, { readonly act: string; readonly question: string; readonly yes: string; readonly no: string }>;
  readonly cancelled: string;
  readonly copy: string;
}
