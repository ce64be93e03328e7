/** Where did Excel do otherwise than asked? Said above every view until it is closed. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { MessageBlock } from '../messageBlock';
import { noticesEn } from './words.en';
import { noticesJa } from './words.ja';

export function Notices(): ReactElement {
  const { state, words, environment, dispatch, acts } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? noticesEn : noticesJa;
  const close = { label: words.close, onClick: () => dispatch({ type: 'notesClosed' }) };
  const faults = state.workbook?.faults ?? [];
  const atWork = state.workbook?.atWork ?? null;
  return (
    <div role="status">
      {atWork !== null && <MessageBlock intent="info" message={own.atWork(atWork)} />}
      {faults.length > 0 && state.failure === null && (
        <MessageBlock
          intent="warning"
          message={words.failure({ code: 'write', problem: { code: 'tablesBroken', faults } })}
          actions={faults.some(({ isMendable }) => isMendable) ? [{ label: words.mend, onClick: () => void acts.running.mend() }] : []}
        />
      )}
      {state.notes.map((note, place) => (
        <MessageBlock key={place} intent="warning" message={own.note(note)} {...(place === 0 ? { close } : {})} />
      ))}
    </div>
  );
}
