/** Which findings stand in the list, and which are folded behind the first of their kind? */
import type { FindingView } from '../../engine/protocol';

export type FindingItem =
  | { readonly of: 'finding'; readonly finding: FindingView; readonly index: number }
  /** Stands for the rest of a run of findings with one code. */
  | { readonly of: 'fold'; readonly first: number; readonly hidden: number; readonly isOpen: boolean };

/** Shorter runs are shown as they are. */
const SHORTEST_FOLD = 3;

/** Errors first; runs of one code fold, except for those whose first index is in `open`. */
export function findingItems(findings: readonly FindingView[], open: ReadonlySet<number>): FindingItem[] {
  const sorted = [...findings.filter(({ severity }) => severity === 'error'), ...findings.filter(({ severity }) => severity === 'warning')];
  const items: FindingItem[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to]!.code === sorted[from]!.code) to++;
    const item = (index: number): FindingItem => ({ of: 'finding', finding: sorted[index]!, index });
    const folds = to - from > SHORTEST_FOLD;
    const isOpen = folds && open.has(from);
    items.push(item(from));
    if (folds) items.push({ of: 'fold', first: from, hidden: to - from - 1, isOpen });
    if (!folds || isOpen) for (let index = from + 1; index < to; index++) items.push(item(index));
    from = to;
  }
  return items;
}
