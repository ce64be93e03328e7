/** Where did Excel do otherwise than asked? Said above every view until it is closed. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { MessageBlock } from '../messageBlock';
import { noticesEn } from './words.en';
import { noticesJa } from './words.ja';

export function Notices(): ReactElement {
  const { state, words, environment, dispatch } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? noticesEn : noticesJa;
  const close = { label: words.close, onClick: () => dispatch({ type: 'notesClosed' }) };
  const atWork = state.workbook?.atWork ?? null;
  return (
    <div role="status">
      {atWork !== null && <MessageBlock intent="info" message={own.atWork(atWork)} />}
      {state.notes.map((note, place) => (
        <MessageBlock key={place} intent="warning" message={own.note(note)} {...(place === 0 ? { close } : {})} />
      ))}
    </div>
  );
}
