/** Which words does the view of the day need beside those of the pane? Fetched with it. */
import type { ChangeKind } from '../../reconcile/changeKinds';

export interface ChangeWords {
  readonly kinds: Readonly<Record<ChangeKind, string>>;
  readonly intakeNow: string;
  readonly intakeLast: (runAt: string) => string;
  readonly intakeAbout: (files: number, details: number) => string;
  /** The first names, and how many files there are besides. */
  readonly fileNames: (names: readonly string[], more: number) => string;
  readonly title: (since: string | null) => string;
  readonly none: string;
  readonly gone: (count: number) => string;
  readonly moreGone: (count: number) => string;
}
