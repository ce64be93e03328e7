/** How far can 未納 be trusted? The line goes wherever unpaid slips are listed. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import type { RunView } from '../../engine/protocol';
import { Caution } from '../notes';

export function Trust({ result }: { readonly result: RunView }): ReactElement {
  const { state, words } = usePane();
  const sentence = words.trust(result.trust, state.settings.dates);
  return result.complete && result.ledger !== null ? <p className="secondary trust">{sentence}</p> : <Caution>{sentence}</Caution>;
}
