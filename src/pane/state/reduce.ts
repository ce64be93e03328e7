/** What becomes of what the pane shows when something happens? Pure; whatever acts on the world is in acts/. */
import type { Action } from './actions';
import { FOCUS } from './focus';
import { focusOn, reduceResult } from './reduceResult';
import { stageOf } from './stages';
import type { Running, State } from './state';

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'workbookRead':
      return {
        ...state,
        workbook: action.workbook,
        notes: [...state.notes, ...(action.workbook.notes ?? [])],
        tab: state.workbook === null && action.workbook.lastRun !== null ? 'result' : state.tab,
      };
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
        tab: 'import',
        page: null,
        files: [...state.files, ...action.files],
        ledger: action.ledger ?? state.ledger,
        receipts: [...state.receipts, ...(action.receipts ?? [])],
        asOf: action.asOf ?? state.asOf,
      };
    case 'receiptsTaken':
      return { ...state, receipts: [] };
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
    case 'termsTold':
      return { ...state, terms: action.terms };
    case 'inspecting':
      return { ...state, isInspecting: true };
    case 'inspected':
      return { ...state, isInspecting: false, inspection: action.inspection };
    case 'runStarted':
      return {
        ...state,
        ...anew,
        notes: [],
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
        restored: null,
        workbook: action.workbook,
        notes: [...(action.notes ?? []), ...(action.workbook?.notes ?? [])],
        tab: 'result',
        resultView: { view: 'summary' },
      };
    case 'failed':
      return { ...state, running: null, isInspecting: false, failure: action.failure, tab: 'import', page: null };
    case 'excelWaits':
      return { ...state, waits: action.waits };
    case 'noted':
      return { ...state, notes: action.notes };
    case 'notesClosed':
      return { ...state, notes: [] };
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
