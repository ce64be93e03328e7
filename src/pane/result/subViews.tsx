/** Which view has opened from the summary of a result? The three are fetched together. */
import type { ReactElement } from 'react';
import type { RunView } from '../../engine/protocol';
import type { State } from '../state/state';
import { FindingsView } from './findingsView';
import { SlipLife } from './slipLife';
import { SlipListView } from './slipListView';

export interface SubViewsProps {
  readonly open: Exclude<State['resultView'], { readonly view: 'summary' }>;
  readonly result: RunView;
}

export function SubViews({ open, result }: SubViewsProps): ReactElement {
  switch (open.view) {
    case 'findings':
      return <FindingsView result={result} />;
    case 'list':
      return <SlipListView list={open} result={result} />;
    case 'slip':
      return <SlipLife open={open} result={result} />;
  }
}
