/** What does the workbook hold already, before any file is chosen? */
import { Button } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { Parts } from '../parts';
import { FOCUS } from '../state/focus';
import { heldIn } from '../state/readiness';

export function Held(): ReactElement {
  const { state, words, ask, time } = usePane();
  const { files, details } = heldIn(state);
  const lastRun = state.workbook?.lastRun ?? null;
  return (
    <section>
      <h2>{words.settlementData}</h2>
      {files > 0 && (
        <div className="held">
          <p className="secondary">{words.alreadyIn}</p>
          <p>
            <Parts of={[words.files(files), words.details(details)]} />
          </p>
          {lastRun !== null && <p className="secondary">{words.lastRun(time(lastRun.runAt), lastRun.verdict)}</p>}
        </div>
      )}
      <Button id={FOCUS.addFiles} icon={<Add16Regular />} onClick={ask.files}>
        {words.addFiles}
      </Button>
    </section>
  );
}
