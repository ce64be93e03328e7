/** What is the one important thing to do now? The button keeps its place in the page, so that the focus stays on it when a run ends. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane, type Pane } from './context';
import { asksForLayout, canRun, isRerun, readable } from './state/readiness';
import { FOCUS } from './state/focus';

interface Deed {
  readonly label: string;
  readonly isPrimary: boolean;
  readonly isOff?: boolean;
  readonly onClick: () => void;
  readonly beside?: ReactElement;
}

export function Footer(): ReactElement | null {
  const deed = deedOf(usePane());
  if (deed === null) return null;
  return (
    <footer className="foot">
      <Button
        id={FOCUS.deed}
        className="deed"
        appearance={deed.isPrimary ? 'primary' : 'secondary'}
        disabledFocusable={deed.isOff === true}
        onClick={() => {
          if (deed.isOff !== true) deed.onClick();
        }}
      >
        {deed.label}
      </Button>
      {deed.beside}
    </footer>
  );
}

function deedOf(pane: Pane): Deed | null {
  const { state } = pane;
  if (state.page !== null || state.tab === 'history') return null;
  return state.tab === 'import' ? importDeed(pane) : resultDeed(pane);
}

/** The morning after: new files come first, the same ones once more beside them. */
function morningDeed({ state, words, acts, ask }: Pane): Deed {
  const beside = (
    <Button disabledFocusable={!canRun(state)} onClick={() => void acts.running.run()}>
      {words.rerun}
    </Button>
  );
  return { label: words.addFiles, isPrimary: true, onClick: ask.files, beside };
}

function importDeed(pane: Pane): Deed {
  const { state, words, acts, ask } = pane;
  const { running, files, ledger } = state;
  if (running !== null)
    return { label: running.isStopping ? words.stopping : words.stop, isPrimary: false, isOff: running.isStopping, onClick: () => acts.running.stop() };
  const isAgain = isRerun(state);
  if (files.length === 0 && !isAgain) return { label: words.chooseFiles, isPrimary: true, onClick: ask.files };
  if (asksForLayout(state))
    return { label: words.studyLayout, isPrimary: true, onClick: () => pane.dispatch({ type: 'pageOpened', page: 'bench', from: FOCUS.deed }) };
  if (isAgain && ledger === null) return morningDeed(pane);
  const label = isAgain ? words.runAgain : state.isInspecting ? words.inspecting : readable(state) === 0 ? words.nothingToRead : words.run(readable(state));
  return { label, isPrimary: true, isOff: !canRun(state), onClick: () => void acts.running.run() };
}

function resultDeed(pane: Pane): Deed {
  const { state, words, acts, dispatch } = pane;
  const { result, resultView } = state;
  if (resultView.view === 'slip') {
    const { life } = resultView;
    return { label: words.showOnSheet, isPrimary: false, isOff: life === null, onClick: () => void (life && acts.showing.showSlip(life)) };
  }
  if (result === null)
    return state.files.length === 0 && state.ledger === null && canRun(state)
      ? morningDeed(pane)
      : { label: words.goToImport, isPrimary: true, onClick: () => dispatch({ type: 'tabChosen', tab: 'import' }) };
  const checks = { label: words.openChecks, isPrimary: true, onClick: () => void acts.showing.openSheet('checks') };
  switch (resultView.view) {
    case 'summary': {
      const beside = (
        <Button
          id={FOCUS.export}
          disabledFocusable={state.running !== null}
          onClick={() => dispatch({ type: 'pageOpened', page: 'export', from: FOCUS.export })}
        >
          {words.pages.export}
        </Button>
      );
      return result.verdict.kind === 'agrees'
        ? { label: words.openReconciliation, isPrimary: true, onClick: () => void acts.showing.openSheet('reconciliation'), beside }
        : { ...checks, beside };
    }
    case 'findings':
      return checks;
    case 'list':
      return { label: words.filterSheet, isPrimary: false, onClick: () => void acts.showing.filterSheet(resultView.filter) };
  }
}
