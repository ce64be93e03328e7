/** Which sentences does 使い方 need in each language? */
import type { SlipFlag, SlipState } from '../../reconcile/slips';

export interface UsageWords {
  readonly usage: readonly { readonly title: string; readonly sentences: readonly string[] }[];
  readonly statesLegend: string;
  readonly stateMeanings: Record<SlipState, string>;
  readonly flagMeanings: Record<SlipFlag, string>;
}
