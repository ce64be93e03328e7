/** What is spoken to who does not see? One place speaks, once for each thing said. */
import type { ReactElement } from 'react';
import { usePane } from './context';

export function Announcer(): ReactElement {
  const { said } = usePane().state;
  const text = (manner: 'polite' | 'alert'): ReactElement | null => (said?.manner === manner ? <span key={said.serial}>{said.text}</span> : null);
  return (
    <>
      <div className="hidden" aria-live="polite" data-announcer="polite">
        {text('polite')}
      </div>
      <div className="hidden" role="alert" data-announcer="alert">
        {text('alert')}
      </div>
    </>
  );
}
