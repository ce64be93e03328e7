/** Which runs, exports and deletions does 取込履歴 tell of, newest first? */
import type { WorkbookState } from '../../engine/workbookPort';
import type { HistoryDeed, HistoryEntry } from '../../sheet/held';

/** What is known of a run; counts are null where the workbook tells only its files. */
export interface ShownRun extends Omit<HistoryEntry, 'verdict' | 'errors' | 'warnings'> {
  readonly verdict: string | null;
  readonly findings: { readonly errors: number; readonly warnings: number } | null;
  /** Only files whose records still stand in the workbook can be taken out. */
  readonly canBeUndone: boolean;
}

export type HistoryItem = { readonly of: 'run'; readonly run: ShownRun } | { readonly of: 'deed'; readonly deed: HistoryDeed };

/** Of one minute, a deed comes after the run that it follows. */
export function historyItems(workbook: WorkbookState): HistoryItem[] {
  const items: HistoryItem[] = [
    ...[...(workbook.deeds ?? [])].reverse().map((deed): HistoryItem => ({ of: 'deed', deed })),
    ...shownRuns(workbook).map((run): HistoryItem => ({ of: 'run', run })),
  ];
  const runAtOf = (item: HistoryItem): string => (item.of === 'run' ? item.run.runAt : item.deed.runAt);
  return items.sort((a, b) => (runAtOf(a) < runAtOf(b) ? 1 : runAtOf(a) > runAtOf(b) ? -1 : 0));
}

export function shownRuns({ history, imported, lastRun }: WorkbookState): ShownRun[] {
  const standing = new Set(imported.map(({ sha256 }) => sha256));
  if (history !== undefined)
    return history
      .map(({ errors, warnings, ...run }): ShownRun => {
        const stands = run.files.some(({ sha256 }) => standing.has(sha256));
        return { ...run, findings: { errors, warnings }, canBeUndone: !run.isUndone && stands };
      })
      .reverse();
  const byTime = new Map<string, ShownRun>();
  for (const { name, sha256, runAt, details } of imported) {
    const run = byTime.get(runAt);
    byTime.set(runAt, {
      runAt,
      verdict: lastRun?.runAt === runAt ? lastRun.verdict : null,
      findings: null,
      details: (run?.details ?? 0) + details,
      files: [...(run?.files ?? []), { name, sha256 }],
      isUndone: false,
      canBeUndone: true,
    });
  }
  return [...byTime.values()].reverse();
}
