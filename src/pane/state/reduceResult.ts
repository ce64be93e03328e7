/** What becomes of 結果 when the clerk goes down to a list, a slip or the findings, and back? */
import type { Action } from './actions';
import { FOCUS } from './focus';
import type { FocusWish, State } from './state';

export const focusOn = ({ focus }: State, id: string): FocusWish => ({ id, serial: (focus?.serial ?? 0) + 1 });

type ResultAction = Extract<
  Action,
  { type: 'findingsOpened' | 'listOpened' | 'searched' | 'slipOpened' | 'slipRead' | 'slipPicked' | 'slipFound' | 'nothingFound' | 'restored' | 'wentBack' }
>;

export function reduceResult(state: State, action: ResultAction): State {
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
    case 'restored':
      return { ...state, restored: action.result };
    // The focus stays in the search, where the next scan goes.
    case 'slipFound':
      return { ...state, resultView: { view: 'slip', list: null, total: 0, life: action.life } };
    case 'nothingFound':
      return { ...state, resultView: { view: 'summary' } };
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
      if (resultView.list === null) return { ...state, resultView: { view: 'summary' }, focus: focusOn(state, FOCUS.search) };
      return { ...state, resultView: { view: 'list', ...resultView.list }, focus: focusOn(state, FOCUS.slipRow) };
  }
}
