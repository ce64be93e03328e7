/** What of the clerk's own looks will the run not keep? */
import type { ReactElement } from 'react';
import { usePane } from '../context';
import { Caution } from '../notes';
import { noticesEn } from './words.en';
import { noticesJa } from './words.ja';

export function ColoursLost({ sheets }: { readonly sheets: readonly string[] }): ReactElement {
  const { state, environment } = usePane();
  const own = (state.settings.language ?? environment.language) === 'en' ? noticesEn : noticesJa;
  return <Caution>{own.coloursLost(sheets)}</Caution>;
}
