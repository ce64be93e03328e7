/** What went wrong at the last attempt, and what can the clerk do about it? */
import type { ReactElement } from 'react';
import { usePane, type Pane } from '../context';
import { MessageBlock, type MessageBlockProps } from '../messageBlock';
import { canRun, type Failure } from '../state';

export function FailureBar(): ReactElement | null {
  const pane = usePane();
  const { state, words, dispatch } = pane;
  const close = { label: words.close, onClick: () => dispatch({ type: 'failureClosed' }) };
  if (state.failure !== null) return <MessageBlock message={words.failure(state.failure)} actions={actionsFor(state.failure, pane)} close={close} />;
  return state.wasStopped ? <MessageBlock intent="info" message={words.stopped} close={close} /> : null;
}

function actionsFor(failure: Failure, pane: Pane): NonNullable<MessageBlockProps['actions']> {
  const { state, words, controller, ask, dispatch } = pane;
  const history = { label: words.openHistory, onClick: () => dispatch({ type: 'tabChosen', tab: 'history' }) };
  // An import is undone, and a deletion chosen, from 履歴.
  const again = canRun(state) ? { label: words.runOnceMore, onClick: () => void controller.run() } : history;
  const copy = { label: words.copyDetails, onClick: () => void controller.copy(detailsOf(failure, pane)) };
  switch (failure.code) {
    case 'fileUnreadable':
      return [{ label: words.chooseAgain, onClick: ask.files }];
    case 'layoutRefused':
    case 'layoutNotJson':
      return [{ label: words.chooseAgain, onClick: ask.layout }];
    case 'run':
      return failure.refusal.code === 'originalsChanged' || failure.refusal.code === 'deletionChanged'
        ? [history]
        : [{ label: words.chooseLedgerAgain, onClick: ask.ledger }];
    case 'tooLarge':
    case 'engineFailed':
      return [copy];
    case 'write':
      switch (failure.problem.code) {
        case 'writeFailed':
          return [again, copy];
        case 'rollbackFailed':
          return [copy];
        default:
          return [again];
      }
  }
}

/** Code, versions and place; no personal data, nothing of a file's content. */
export function detailsOf(failure: Failure, { words, environment, support }: Pick<Pane, 'words' | 'environment' | 'support'>): string {
  const place =
    failure.code !== 'write'
      ? 'detail' in failure
        ? [failure.detail]
        : []
      : [failure.problem.code, ...Object.entries(failure.problem).flatMap(([key, value]) => (key === 'code' ? [] : [`${key}: ${String(value)}`]))];
  return [`${words.productName} ${environment.version}`, `ExcelApi ${support.has}`, environment.now(), failure.code, ...place].join('\n');
}
