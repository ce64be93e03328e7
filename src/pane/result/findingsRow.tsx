/** How many complaints are there? The last row of the summary, the door to them. */
import { ChevronRight16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';
import { FOCUS } from '../state/focus';

export function FindingsRow({ result }: { readonly result: RunView }): ReactElement {
  const { words, dispatch } = usePane();
  const { errors, warnings } = result.verdict;
  const counts = words.findingCounts(errors, warnings);
  return (
    <button type="button" className="row findings-row" id={FOCUS.findings} onClick={() => dispatch({ type: 'findingsOpened' })}>
      <span className="row-name">{words.findingsTitle}</span> <span className="number">{counts}</span>
      <ChevronRight16Regular aria-hidden="true" />
      <span className="hidden">{` ${words.openFindings}`}</span>
    </button>
  );
}
