/** What does the clerk hand on of the check? Versions and results; no name of a workbook, nothing of anybody. */
import type { TrialName, TrialResult } from '../../engine/trials';
import type { TrialsWords } from './words';

export type Ends = ReadonlyMap<TrialName, TrialResult>;

/** What was found instead; empty where nothing can be said. */
export function factOf(result: TrialResult, { found }: TrialsWords): string {
  switch (result.result) {
    case 'passed':
      return result.found;
    case 'failed':
      return found(result.expected, result.found);
    case 'refused':
      return result.detail;
    case 'untried':
      return '';
  }
}

export function counts(ends: Ends): { readonly passed: number; readonly failed: number; readonly untried: number } {
  const results = [...ends.values()].map(({ result }) => result);
  const passed = results.filter((result) => result === 'passed').length;
  const untried = results.filter((result) => result === 'untried').length;
  return { passed, failed: results.length - passed - untried, untried };
}

export function reportOf(head: readonly string[], ends: Ends, words: TrialsWords): string {
  const { passed, failed, untried } = counts(ends);
  const lines = [...ends].map(([name, result]) =>
    [words.marks[result.result], words.trials[name].title, factOf(result, words)].filter((text) => text !== '').join('  '),
  );
  return [...head, words.summary(passed, failed, untried), '', ...lines].join('\n');
}
