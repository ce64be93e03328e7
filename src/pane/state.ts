/** What does the pane show now, and what may happen to it? A pure reducer; whatever acts on the world is in controller.ts. */
import type { Day } from '../file/calendar';
import type { LayoutProblem } from '../file/layout';
import type { SlipFlag, SlipState } from '../reconcile/slips';
import type { InspectedFile, Inspection, PickedFile, PickedLedger, Progress, RunRefusal, RunView, SlipQuery, SlipView } from '../engine/protocol';
import { PRACTICE } from './environment';
import type { WorkbookState, WriteProblem, WriteProgress } from '../engine/workbookPort';
import type { Settings } from './settings';
import { stageOf, type StageName } from './stages';

export const TABS = ['import', 'result', 'history'] as const;
export type Tab = (typeof TABS)[number];
/** finance: the page of exports, which makes the copy for finance at once. */
export type Page = 'export' | 'finance' | 'deletion' | 'settings' | 'usage' | 'about';

/** What a list of slips holds. */
export type SlipFilter = { readonly of: 'state'; readonly state: SlipState } | { readonly of: 'flag'; readonly flag: SlipFlag };

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
  | { readonly of: 'own'; readonly title: string; readonly json: Readonly<Record<string, unknown>> };

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
  readonly layout: LayoutChoice;
  readonly asOf: Day | null;
  readonly inspection: Inspection | null;
  readonly isInspecting: boolean;
  readonly running: Running | null;
  readonly result: RunView | null;
  readonly resultView: ResultView;
  readonly failure: Failure | null;
  readonly wasStopped: boolean;
  readonly settings: Settings;
  readonly said: Said | null;
  readonly focus: FocusWish | null;
}

export type Action =
  | { readonly type: 'workbookRead'; readonly workbook: WorkbookState }
  | { readonly type: 'tabChosen'; readonly tab: Tab }
  | { readonly type: 'pageOpened'; readonly page: Page; readonly from?: string }
  | { readonly type: 'pageClosed' }
  | { readonly type: 'picked'; readonly files: readonly PickedFile[]; readonly ledger: PickedLedger | null; readonly asOf?: Day }
  | { readonly type: 'fileRemoved'; readonly index: number }
  | { readonly type: 'ledgerRemoved' }
  | { readonly type: 'layoutChosen'; readonly layout: LayoutChoice }
  | { readonly type: 'asOfChosen'; readonly asOf: Day | null }
  | { readonly type: 'inspecting' }
  | { readonly type: 'inspected'; readonly inspection: Inspection }
  | { readonly type: 'runStarted'; readonly bytes: number; readonly deletes?: boolean; readonly ofHeld?: boolean }
  | { readonly type: 'progressShown' }
  | { readonly type: 'progressed'; readonly progress: Progress }
  | { readonly type: 'writing'; readonly progress: WriteProgress }
  | { readonly type: 'stopping' }
  | { readonly type: 'runStopped' }
  | { readonly type: 'runEnded'; readonly result: RunView; readonly workbook: WorkbookState | null }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'failureClosed' }
  | { readonly type: 'findingsOpened' }
  | { readonly type: 'listOpened'; readonly filter: SlipFilter }
  | { readonly type: 'searched'; readonly search: string }
  | { readonly type: 'slipOpened'; readonly list: OpenList | null; readonly total: number }
  | { readonly type: 'slipRead'; readonly life: SlipView }
  | { readonly type: 'slipPicked'; readonly life: SlipView }
  | { readonly type: 'wentBack' }
  | { readonly type: 'settingsChanged'; readonly settings: Settings }
  | { readonly type: 'said'; readonly text: string; readonly manner: Said['manner'] };

/** Ids of elements that the focus goes to. */
export const FOCUS = {
  heading: 'view-heading',
  /** The one important button. */
  deed: 'main-deed',
  menu: 'pane-menu',
  addFiles: 'add-files',
  chooseLedger: 'choose-ledger',
  findings: 'open-findings',
  export: 'open-export',
  finance: 'open-finance',
  slipRow: 'slip-row-active',
  file: (index: number): string => `file-${index}`,
  filter: (filter: SlipFilter): string => `open-${filter.of === 'state' ? filter.state : filter.flag}`,
} as const;

export function initialState(today: Day, settings: Settings): State {
  return {
    workbook: null,
    tab: 'import',
    page: null,
    opener: FOCUS.menu,
    files: [],
    ledger: null,
    layout: { of: 'automatic' },
    asOf: today,
    inspection: null,
    isInspecting: false,
    running: null,
    result: null,
    resultView: { view: 'summary' },
    failure: null,
    wasStopped: false,
    settings,
    said: null,
    focus: null,
  };
}

const focusOn = ({ focus }: State, id: string): FocusWish => ({ id, serial: (focus?.serial ?? 0) + 1 });

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'workbookRead':
      return { ...state, workbook: action.workbook, tab: state.workbook === null && action.workbook.lastRun !== null ? 'result' : state.tab };
    case 'tabChosen':
      return { ...state, tab: action.tab, page: null };
    case 'pageOpened':
      return { ...state, page: action.page, opener: action.from ?? FOCUS.menu, focus: focusOn(state, FOCUS.heading) };
    case 'pageClosed':
      return { ...state, page: null, focus: focusOn(state, state.opener) };
    case 'picked':
      return {
        ...state,
        ...anew,
        files: [...state.files, ...action.files],
        ledger: action.ledger ?? state.ledger,
        asOf: action.asOf ?? state.asOf,
      };
    case 'fileRemoved':
      return withoutFile(state, action.index);
    case 'ledgerRemoved':
      return {
        ...state,
        ...anew,
        ledger: null,
        inspection: state.inspection && { ...state.inspection, ledger: null },
        focus: focusOn(state, FOCUS.chooseLedger),
      };
    case 'layoutChosen':
      return { ...state, layout: action.layout, failure: null };
    case 'asOfChosen':
      return { ...state, asOf: action.asOf };
    case 'inspecting':
      return { ...state, isInspecting: true };
    case 'inspected':
      return { ...state, isInspecting: false, inspection: action.inspection };
    case 'runStarted':
      return {
        ...state,
        ...anew,
        tab: 'import',
        page: null,
        running: {
          stage: 'read',
          amounts: {},
          bytes: action.bytes,
          deletes: action.deletes === true,
          reads: action.ofHeld === true ? { files: [], ledger: null } : { files: state.files, ledger: state.ledger },
          write: null,
          isStopping: false,
          isShown: false,
        },
        // Whatever was pressed may be gone by now: a dialog, a page, the bar that told a failure.
        focus: focusOn(state, FOCUS.deed),
      };
    case 'progressShown':
    case 'progressed':
    case 'writing':
    case 'stopping':
      return state.running === null ? state : { ...state, running: reduceRunning(state.running, action) };
    case 'runStopped':
      return { ...state, running: null, wasStopped: true };
    case 'runEnded':
      return {
        ...state,
        running: null,
        ...unread(state),
        inspection: null,
        result: action.result,
        workbook: action.workbook,
        tab: 'result',
        resultView: { view: 'summary' },
      };
    case 'failed':
      return { ...state, running: null, isInspecting: false, failure: action.failure, tab: 'import', page: null };
    case 'failureClosed':
      return { ...state, failure: null, wasStopped: false };
    case 'said':
      return { ...state, said: { text: action.text, manner: action.manner, serial: (state.said?.serial ?? 0) + 1 } };
    case 'settingsChanged':
      return { ...state, settings: action.settings };
    default:
      return reduceResult(state, action);
  }
}

/** Any new choice takes back what was said about the last attempt. */
const anew = { failure: null, wasStopped: false } as const;

/** What was picked and not read by the run. */
function unread({ files, ledger, running }: State): Pick<State, 'files' | 'ledger'> {
  const reads = running?.reads ?? { files: [], ledger: null };
  return { files: files.filter((file) => !reads.files.includes(file)), ledger: ledger === reads.ledger ? null : ledger };
}

function withoutFile(state: State, index: number): State {
  const without = <T>(all: readonly T[]): T[] => all.filter((_, place) => place !== index);
  const files = without(state.files);
  const inspection = state.inspection && { ...state.inspection, files: without(state.inspection.files) };
  const next = files.length === 0 ? FOCUS.addFiles : FOCUS.file(Math.min(index, files.length - 1));
  return { ...state, ...anew, files, inspection, focus: focusOn(state, next) };
}

type RunningAction = Extract<Action, { type: 'progressShown' | 'progressed' | 'writing' | 'stopping' }>;

function reduceRunning(running: Running, action: RunningAction): Running {
  switch (action.type) {
    case 'progressShown':
      return { ...running, isShown: true };
    case 'progressed': {
      const stage = stageOf(action.progress);
      const amount = Math.max(running.amounts[stage] ?? 0, action.progress.amount);
      return { ...running, stage, amounts: { ...running.amounts, [stage]: amount } };
    }
    case 'writing':
      return { ...running, stage: 'write', write: action.progress };
    case 'stopping':
      return { ...running, isStopping: true };
  }
}

type ResultAction = Extract<Action, { type: 'findingsOpened' | 'listOpened' | 'searched' | 'slipOpened' | 'slipRead' | 'slipPicked' | 'wentBack' }>;

function reduceResult(state: State, action: ResultAction): State {
  const { resultView } = state;
  const heading = focusOn(state, FOCUS.heading);
  switch (action.type) {
    case 'findingsOpened':
      return { ...state, tab: 'result', resultView: { view: 'findings' }, focus: heading };
    case 'listOpened':
      return { ...state, resultView: { view: 'list', filter: action.filter, search: '', active: 0 }, focus: heading };
    case 'searched':
      return resultView.view === 'list' ? { ...state, resultView: { ...resultView, search: action.search, active: 0 } } : state;
    case 'slipOpened': {
      const walks = resultView.view === 'slip';
      const life = walks ? resultView.life : null;
      return { ...state, resultView: { view: 'slip', list: action.list, total: action.total, life }, focus: walks ? state.focus : heading };
    }
    case 'slipRead':
      return resultView.view === 'slip' ? { ...state, resultView: { ...resultView, life: action.life } } : state;
    case 'slipPicked':
      return resultView.view === 'slip' ? { ...state, resultView: { ...resultView, list: null, total: 0, life: action.life } } : state;
    case 'wentBack':
      return wentBack(state);
  }
}

/** One level up, with the focus on the row that led down. */
function wentBack(state: State): State {
  const { resultView } = state;
  switch (resultView.view) {
    case 'summary':
      return state;
    case 'findings':
      return { ...state, resultView: { view: 'summary' }, focus: focusOn(state, FOCUS.findings) };
    case 'list':
      return { ...state, resultView: { view: 'summary' }, focus: focusOn(state, FOCUS.filter(resultView.filter)) };
    case 'slip':
      if (resultView.list === null) return { ...state, resultView: { view: 'summary' } };
      return { ...state, resultView: { view: 'list', ...resultView.list }, focus: focusOn(state, FOCUS.slipRow) };
  }
}

/** The part of a question to the engine that a list stands for. */
export function queryOf({ filter, search }: Pick<OpenList, 'filter' | 'search'>): Omit<SlipQuery, 'from' | 'count'> {
  return { ...(filter.of === 'state' ? { state: filter.state } : { flag: filter.flag }), ...(search === '' ? {} : { search }) };
}

/** Files that a run would read. */
export const readable = ({ inspection }: Pick<State, 'inspection'>): number => inspection?.files.filter(({ standing }) => standing === 'ok').length ?? 0;

/** The same bytes are read already. */
export const isLeftOut = ({ standing }: InspectedFile): boolean => standing === 'alreadyImported' || standing === 'chosenTwice';

/** What the workbook holds from earlier runs. */
export function heldIn({ workbook }: Pick<State, 'workbook'>): { readonly files: number; readonly details: number } {
  const imported = workbook?.imported ?? [];
  return { files: imported.length, details: imported.reduce((sum, { details }) => sum + details, 0) };
}

const isPractice = (name: string): boolean => name.startsWith(PRACTICE);

/** What is chosen and what it would be reconciled with: practice data together with real data would be judged as one. */
export function mixesPractice({ files, ledger, workbook }: Pick<State, 'files' | 'ledger' | 'workbook'>): boolean {
  if (files.length === 0 && ledger === null) return false;
  const usedLedger = ledger ?? workbook?.ledger ?? null;
  const names = [...files, ...(workbook?.imported ?? []), ...(usedLedger === null ? [] : [usedLedger])].map(({ name }) => name);
  return names.some(isPractice) && !names.every(isPractice);
}

/** Only what the workbook holds is reconciled once more: nothing is chosen, or a ledger beside files that it holds already. */
export function isRerun({ files, ledger, inspection, workbook }: Pick<State, 'files' | 'ledger' | 'inspection' | 'workbook'>): boolean {
  if (heldIn({ workbook }).files === 0) return false;
  return files.length === 0 || (ledger !== null && inspection !== null && inspection.files.every(({ standing }) => standing === 'alreadyImported'));
}

/** Whether the run button may be pressed. */
export function canRun(state: State): boolean {
  const { inspection, isInspecting, asOf, running, ledger } = state;
  if (running !== null || isInspecting || asOf === null || mixesPractice(state)) return false;
  if (ledger !== null && inspection?.ledger?.standing !== 'ok') return false;
  return readable(state) > 0 || isRerun(state);
}
