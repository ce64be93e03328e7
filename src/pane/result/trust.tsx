/** How far can 未納 be trusted? The line goes wherever unpaid slips are listed. */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { sentenceWithDays } from '../days';
import type { RunView } from '../../engine/protocol';
import { Caution } from '../notes';

export function Trust({ result }: { readonly result: RunView }): ReactElement {
  const { day } = usePane();
  const sentence = sentenceWithDays(result.trustSentence, day);
  return result.complete && result.ledger !== null ? <p className="secondary trust">{sentence}</p> : <Caution>{sentence}</Caution>;
}
