/** Under which name is a flag counted? 二重納付 of which none is certain yet is 二重納付の疑い. */
import type { MarkedWord } from '../../sheet/highlights';
import type { RunView } from '../../engine/protocol';
import type { SlipFilter } from '../state/state';

export interface CountedFlag {
  readonly mark: MarkedWord;
  readonly count: number;
  /** Of a mark that is certain for others: how many are not. */
  readonly perhaps: number;
}

export function countedFlag({ flag, count, perhaps = 0 }: RunView['flags'][number]): CountedFlag {
  return perhaps === count ? { mark: 'perhapsPaidTwice', count, perhaps: 0 } : { mark: flag, count, perhaps };
}

/** The mark of a list's slips; null: they have changed, and each has a mark of its own. */
export function markOf(filter: SlipFilter, { flags }: Pick<RunView, 'flags'>): MarkedWord | null {
  if (filter.of === 'change') return null;
  if (filter.of === 'state') return filter.state;
  const counted = flags.find(({ flag }) => flag === filter.flag);
  return counted === undefined ? filter.flag : countedFlag(counted).mark;
}
