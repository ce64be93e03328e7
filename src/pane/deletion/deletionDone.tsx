/** What was deleted, and what has the office still to do? */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { DeletionDone as Done } from '../../engine/protocol';
import { MessageBlock } from '../messageBlock';
import { Caution } from '../notes';
import { isPartial } from './partial';
import { AmountsOf } from './preview';
import { useDeletionWords } from './useDeletionWords';

export function DeletionDone({ done, onAnother }: { readonly done: Done; readonly onAnother: () => void }): ReactElement {
  const { acts, state } = usePane();
  const own = useDeletionWords();
  return (
    <>
      {isPartial(state) ? <MessageBlock message={own.notWhole} /> : <p>{own.done(done.what, done)}</p>}
      <MessageBlock intent="warning" message={own.saveNow} />
      <Caution>{own.olderVersions}</Caution>
      <Button className="proceed" appearance="primary" onClick={() => void acts.showing.openReport(done.reportSheet)}>
        {own.openReport(done.reportSheet)}
      </Button>
      <AmountsOf title={own.amountsDone} preview={done} />
      <Button size="small" onClick={onAnother}>
        {own.another}
      </Button>
    </>
  );
}
