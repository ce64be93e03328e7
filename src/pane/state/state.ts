/** What does the pane show now? */
import type { Day } from '../../file/calendar';
import type { LayoutProblem } from '../../file/layout';
import type { ChangeKind } from '../../reconcile/changeKinds';
import type { SlipFlag, SlipState } from '../../reconcile/slips';
import type { Inspection, PickedFile, PickedLedger, RunRefusal, RunView, SlipQuery, SlipView } from '../../engine/protocol';
import type { ExcelWait, WorkbookState, WriteNote, WriteProblem, WriteProgress } from '../../engine/workbookPort';
import type { ToldTerms } from '../../engine/terms';
import type { ToldRecord } from '../../sheet/source';
import type { Settings } from '../settings';
import type { StageName } from './stages';

export const TABS = ['import', 'result', 'history'] as const;
export type Tab = (typeof TABS)[number];
/** finance: the page of exports, which makes the copy for finance at once. */
export type Page = 'export' | 'finance' | 'deletion' | 'reminders' | 'calendar' | 'settings' | 'bench' | 'usage' | 'trials' | 'about';

/** What a list of slips holds. */
export type SlipFilter =
  | { readonly of: 'state'; readonly state: SlipState }
  | { readonly of: 'flag'; readonly flag: SlipFlag }
  /** What has become of them since the run before. */
  | { readonly of: 'change'; readonly change: ChangeKind };

/** An open list: its filter, what is searched for, and the row that has the focus. */
export interface OpenList {
  readonly filter: SlipFilter;
  readonly search: string;
  readonly active: number;
}

/** One slip; `list` is what previous and next walk, null when it was picked on the sheet. */
export interface OpenSlip {
  readonly list: OpenList | null;
  readonly total: number;
  readonly life: SlipView | null;
}

export type ResultView =
  { readonly view: 'summary' } | { readonly view: 'findings' } | ({ readonly view: 'list' } & OpenList) | ({ readonly view: 'slip' } & OpenSlip);

export type LayoutChoice =
  | { readonly of: 'automatic' }
  | { readonly of: 'builtIn'; readonly id: string }
  | {
      readonly of: 'own';
      readonly title: string;
      readonly json: Readonly<Record<string, unknown>>;
      /** What a person has said of it and 取込履歴 does not yet say. */
      readonly told?: ToldRecord;
    };

export type Failure =
  | { readonly code: 'fileUnreadable'; readonly name: string }
  | { readonly code: 'layoutRefused'; readonly problem: LayoutProblem }
  | { readonly code: 'layoutNotJson'; readonly name: string }
  | { readonly code: 'tooLarge'; readonly detail: string }
  | { readonly code: 'engineFailed'; readonly detail: string }
  | { readonly code: 'run'; readonly refusal: RunRefusal }
  /** The sheet that was to be shown is no longer there. */
  | { readonly code: 'sheetGone'; readonly sheet: string }
  /** Several ledgers were given at once. */
  | { readonly code: 'manyLedgers'; readonly used: string; readonly left: readonly string[] }
  /** ofHeld: an import was to be taken out, or data deleted. */
  | { readonly code: 'write'; readonly problem: Exclude<WriteProblem, { readonly code: 'stopped' }>; readonly ofHeld?: boolean };

export interface Running {
  readonly stage: StageName;
  /** How much each stage that has begun has to do. */
  readonly amounts: Readonly<Partial<Record<StageName, number>>>;
  /** Of what was picked; 0: the run reads only what the workbook holds. */
  readonly bytes: number;
  readonly deletes: boolean;
  /** What it reads of what was picked: whatever is picked meanwhile waits. */
  readonly reads: Pick<State, 'files' | 'ledger'>;
  readonly write: WriteProgress | null;
  readonly isStopping: boolean;
  /** Short work shows no progress. */
  readonly isShown: boolean;
}

/** Something to say to who does not see; `serial` tells two equal texts apart. */
export interface Said {
  readonly text: string;
  readonly manner: 'polite' | 'alert';
  readonly serial: number;
}

/** Where the focus should go after this change: the id of an element. */
export interface FocusWish {
  readonly id: string;
  readonly serial: number;
}

export interface State {
  /** null until it was read. */
  readonly workbook: WorkbookState | null;
  readonly tab: Tab;
  readonly page: Page | null;
  /** The id of what opened the page. */
  readonly opener: string;
  readonly files: readonly PickedFile[];
  readonly ledger: PickedLedger | null;
  /** Lists of receipts among what was chosen, on their way into 他の収納. */
  readonly receipts: readonly PickedLedger[];
  readonly layout: LayoutChoice;
  readonly asOf: Day | null;
  /** What the office has told about days, channels and reminders. */
  readonly terms: ToldTerms;
  readonly inspection: Inspection | null;
  readonly isInspecting: boolean;
  readonly running: Running | null;
  readonly result: RunView | null;
  /** What stands in the workbook, read without a run; null: it was not, or a run has ended since. */
  readonly restored: RunView | null;
  readonly resultView: ResultView;
  readonly failure: Failure | null;
  readonly wasStopped: boolean;
  /** What is otherwise than planned in the sheets. */
  readonly notes: readonly WriteNote[];
  /** What Excel waits for. */
  readonly waits: ExcelWait | null;
  readonly settings: Settings;
  readonly said: Said | null;
  readonly focus: FocusWish | null;
}

/** The part of a question to the engine that a list stands for. */
export function queryOf({ filter, search }: Pick<OpenList, 'filter' | 'search'>): Omit<SlipQuery, 'from' | 'count'> {
  const { of: _of, ...wanted } = filter;
  return { ...wanted, ...(search === '' ? {} : { search }) };
}
