/** What went wrong at the last attempt, and what can the clerk do about it? */
import type { ReactElement } from 'react';
import { usePane, type Pane } from '../context';
import { MessageBlock, type MessageBlockProps } from '../messageBlock';
import { canRun } from '../state/readiness';
import type { Failure } from '../state/state';

export function FailureBar(): ReactElement | null {
  const pane = usePane();
  const { state, words, dispatch } = pane;
  const close = { label: words.close, onClick: () => dispatch({ type: 'failureClosed' }) };
  const { failure } = state;
  if (failure !== null)
    return (
      <MessageBlock
        message={words.failure(failure)}
        actions={actionsFor(failure, pane)}
        close={close}
        {...(isOfMachine(failure) ? { details: { text: detailsOf(failure, pane) } } : {})}
      />
    );
  return state.wasStopped ? <MessageBlock intent="info" message={words.stopped(state.files.length > 0)} close={close} /> : null;
}

/** The IT department may have to help. */
const isOfMachine = (failure: Failure): boolean =>
  failure.code === 'write' ? failure.problem.code === 'writeFailed' || failure.problem.code === 'rollbackFailed' : 'detail' in failure;

function actionsFor(failure: Failure, pane: Pane): NonNullable<MessageBlockProps['actions']> {
  const { state, words, acts, ask, dispatch } = pane;
  const history = { label: words.openHistory, onClick: () => dispatch({ type: 'tabChosen', tab: 'history' }) };
  // An import is undone, and a deletion chosen, from 履歴.
  const again =
    canRun(state) && (failure.code !== 'write' || failure.ofHeld !== true) ? { label: words.runOnceMore, onClick: () => void acts.running.run() } : history;
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
      return [];
    case 'sheetGone':
      return canRun(state) ? [again] : [];
    case 'manyLedgers':
      return [{ label: words.chooseLedgerAgain, onClick: ask.ledger }];
    case 'write':
      if (failure.problem.code === 'tablesBroken')
        return failure.problem.faults.some(({ isMendable }) => isMendable) ? [{ label: words.mend, onClick: () => void acts.running.mend() }] : [];
      return failure.problem.code === 'rollbackFailed' ? [] : [again];
  }
}

/** Code, versions and place; no personal data, nothing of a file's content. */
export function detailsOf(failure: Failure, { words, environment, support }: Pick<Pane, 'words' | 'environment' | 'support'>): string {
  const place =
    failure.code !== 'write'
      ? 'detail' in failure
        ? [failure.detail]
        : []
      : [
          failure.problem.code,
          ...Object.entries(failure.problem).flatMap(([key, value]) =>
            key === 'code' ? [] : [`${key}: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`],
          ),
        ];
  return [`${words.productName} ${environment.version}`, `ExcelApi ${support.has}`, environment.now(), failure.code, ...place].join('\n');
}
