/** 個人情報の消去: what the workbook holds, what would go, and what went? */
import { Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState, type ReactElement } from 'react';
import type { Deletable } from '../../export/deletable';
import { usePane } from '../context';
import type { RunRefusal } from '../../engine/protocol';
import { MessageBlock } from '../messageBlock';
import { SubView } from '../subView';
import { DeletionChoice } from './deletionChoice';
import { isPartial } from './partial';
import { DeletionDone } from './deletionDone';
import { STYLES } from './styles';
import { useDeletionWords } from './useDeletionWords';

export function DeletionView(): ReactElement {
  const { state, words, dispatch } = usePane();
  const own = useDeletionWords();
  const [isAnother, setAnother] = useState(false);
  const done = isAnother ? undefined : state.result?.deletion;
  return (
    <SubView
      back={words.back}
      onBack={() => dispatch({ type: 'pageClosed' })}
      title={done === undefined || isPartial(state) ? words.pages.deletion : own.doneTitle}
    >
      <style>{STYLES}</style>
      <div className="deletion">{done === undefined ? <Survey /> : <DeletionDone done={done} onAnother={() => setAnother(true)} />}</div>
    </SubView>
  );
}

type Found =
  | { readonly standing: 'looking' | 'failed' }
  | { readonly standing: 'refused'; readonly refusal: RunRefusal }
  | { readonly standing: 'found'; readonly deletable: Deletable };

function Survey(): ReactElement {
  const { acts } = usePane();
  const own = useDeletionWords();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Found>({ standing: 'looking' });
  useEffect(() => {
    let isWanted = true;
    setFound({ standing: 'looking' });
    const tell = (next: Found): void => {
      if (isWanted) setFound(next);
    };
    acts.deleting.survey().then(
      (answer) => tell('refusal' in answer ? { standing: 'refused', refusal: answer.refusal } : { standing: 'found', deletable: answer }),
      () => tell({ standing: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [acts, attempt]);
  const again = (
    <Button size="small" onClick={() => setAttempt(attempt + 1)}>
      {own.again}
    </Button>
  );
  switch (found.standing) {
    case 'looking':
      return <Spinner size="tiny" labelPosition="after" label={own.looking} />;
    case 'failed':
      return (
        <>
          <MessageBlock message={own.failed} />
          {again}
        </>
      );
    case 'refused':
      return (
        <>
          <MessageBlock message={own.refusal(found.refusal)} />
          {again}
        </>
      );
    case 'found':
      return found.deletable.files.length + found.deletable.years.length === 0 ? (
        <p className="empty">{own.nothing}</p>
      ) : (
        <DeletionChoice deletable={found.deletable} />
      );
  }
}
