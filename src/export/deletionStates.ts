/** How many slips, billed and paid, does a deletion take from each state, and how many stay? The totals outlive the slips. */
import { SLIP_STATES, stateOf, type SlipState } from '../reconcile/slips';
import { ofEachState } from '../reconcile/overview';
import { figuresOf, slipCount, type Figures } from '../sheet/figures';
import type { Grid, GridCell } from '../sheet/grid';
import type { Source } from '../sheet/source';
import { slipsOf } from './deletable';
import type { Deletion } from './deletion';
import type { DeletionWords } from './words';

type SlipMeasure = keyof DeletionWords['slipMeasures'];
type SlipTotals = Readonly<Record<SlipState, Record<SlipMeasure, number>>>;
const SLIP_MEASURES: readonly SlipMeasure[] = ['count', 'billed', 'paid'];

interface StateTotals {
  readonly before: SlipTotals;
  /** Of slips that went, in the state that they had. */
  readonly deleted: SlipTotals;
  readonly after: SlipTotals;
}

export function slipTotals(before: Source, after: Source, { what }: Deletion): StateTotals {
  const { slips } = before.settlement;
  const deleted = ofEachState(noSlips);
  for (const [slip, flag] of slipsOf(before.settlement, what).isGone.entries()) {
    if (flag === 0) continue;
    const sum = deleted[stateOf(slips, slip)];
    sum.count++;
    sum.billed += Math.max(0, slips.billedAmount[slip]!);
    sum.paid += slips.paidAmount[slip]!;
  }
  return { before: totalsOf(figuresOf(before)), deleted, after: totalsOf(figuresOf(after)) };
}

const noSlips = (): Record<SlipMeasure, number> => ({ count: 0, billed: 0, paid: 0 });

function totalsOf({ byState }: Figures): SlipTotals {
  return ofEachState((state) => ({ count: slipCount(byState[state]), billed: byState[state].billed, paid: byState[state].paid }));
}

/** One below the other, each with its header. Slips that stay may have lost notices: what that changed has a column, so that each row adds up. */
export function stateTables(grid: Grid, top: number, { before, deleted, after }: StateTotals, { words: product }: Source, words: DeletionWords): number {
  grid.title(top, 0, words.states);
  let row = top + 1;
  let isChanged = false;
  for (const measure of SLIP_MEASURES) {
    const format = measure === 'count' ? 'count' : 'yen';
    const line = (label: string, states: readonly SlipState[]): GridCell[] => {
      const sum = (totals: SlipTotals): number => states.reduce((total, state) => total + totals[state][measure], 0);
      const [all, gone, kept] = [sum(before), sum(deleted), sum(after)];
      const changed = kept - (all - gone);
      if (changed !== 0) isChanged = true;
      return [
        { cell: [label, words.slipMeasures[measure]].join(words.separator) },
        { cell: all, format },
        { cell: gone, format },
        { cell: changed, format: 'difference' },
        { cell: kept, format },
      ];
    };
    grid.header(row++, 0, words.stateColumns);
    for (const state of SLIP_STATES) grid.row(row++, 0, line(product.states[state], [state]));
    grid.total(row++, 0, line(words.total, SLIP_STATES));
  }
  if (isChanged) grid.note(row++, 0, words.changedNote);
  return row;
}
