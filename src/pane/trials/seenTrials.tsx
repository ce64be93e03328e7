/** How do the trials end whose end only the clerk can see? */
import { Button } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { SEEN_TRIALS, passed, type SeenTrial, type TrialResult } from '../../engine/trials';
import { usePane } from '../context';
import type { Ends } from './report';
import type { TrialsWords } from './words';

interface SeenProps {
  readonly ends: Ends;
  readonly own: TrialsWords;
  readonly end: (name: SeenTrial, result: TrialResult) => void;
}

export function SeenTrials(props: SeenProps): ReactElement | null {
  const open = SEEN_TRIALS.filter((name) => !props.ends.has(name));
  if (open.length === 0) return null;
  return (
    <section>
      <p>{props.own.stillToDo}</p>
      {open.map((name) => (
        <Seen key={name} name={name} {...props} />
      ))}
    </section>
  );
}

type Standing = 'ready' | 'asked' | 'cancelled';

function Seen({ name, own, end }: SeenProps & { readonly name: SeenTrial }): ReactElement {
  const { acts } = usePane();
  const [standing, setStanding] = useState<Standing>('ready');
  const { act, question, yes, no } = own.seen[name];
  const refuse = (detail: string): void => end(name, { result: 'refused', detail });
  const open = async (): Promise<void> => {
    const refusal = await acts.trying.openNew();
    if (refusal === null) setStanding('asked');
    else refuse(refusal);
  };
  const save = async (): Promise<void> => {
    const saving = await acts.trying.save();
    if (saving === 'saved') end(name, passed('showSaveFilePicker'));
    else setStanding(saving === 'cancelled' ? 'cancelled' : 'asked');
  };
  if (standing === 'asked')
    return (
      <div className="trial-question" role="group" aria-label={question}>
        <p>{question}</p>
        <Button onClick={() => end(name, passed(''))}>{yes}</Button>
        <Button onClick={() => end(name, { result: 'failed', expected: yes, found: no })}>{no}</Button>
      </div>
    );
  return (
    <div className="trial-question">
      {standing === 'cancelled' && <p>{own.cancelled}</p>}
      <Button onClick={() => void (name === 'newWorkbook' ? open() : save()).catch((error: unknown) => refuse(String(error)))}>{act}</Button>
    </div>
  );
}
