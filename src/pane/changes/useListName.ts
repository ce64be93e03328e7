/** What is a list of slips called? By its state or flag, or by what has become of its slips. */
import type { RunView } from '../../engine/protocol';
import { usePane } from '../context';
import { markLabel } from '../marks';
import { markOf } from '../result/flagCounts';
import type { SlipFilter } from '../state/state';
import { changeWordsIn } from './spoken';
import type { ChangeWords } from './words';

export function useChangeWords(): ChangeWords {
  const { state, environment } = usePane();
  return changeWordsIn(state.settings.language ?? environment.language);
}

/** null: no list; its place is 結果. */
export function useListName(filter: SlipFilter | null, result: RunView): string {
  const { words } = usePane();
  const { kinds } = useChangeWords();
  if (filter === null) return words.tabs.result;
  if (filter.of === 'change') return kinds[filter.change];
  return markLabel(markOf(filter, result)!, words.product);
}
