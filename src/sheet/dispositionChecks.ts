/** 検査 of 処理: what has the office done about a slip that does not go with what was paid? */
import type { DispositionFault, DispositionKind } from '../reconcile/dispositions';
import { DISPOSITION_KINDS } from '../reconcile/dispositions';
import { isWord } from './readBack';
import type { Source } from './source';

/** A word of 処理, in whatever language the sheet was written; null: the office's own. */
export const dispositionKindOf = (text: string): DispositionKind | null =>
  DISPOSITION_KINDS.find((kind) => isWord(text, ({ dispositions }) => dispositions[kind])) ?? null;

export interface DispositionTold {
  readonly title: string;
  /** Which slip. */
  readonly slip: string;
  readonly sentence: string;
}

export function toldDisposition(
  { settlement, sheetWords }: Pick<Source, 'settlement' | 'sheetWords'>,
  { slip, code, expected, actual }: DispositionFault,
): DispositionTold {
  const { numbers } = settlement.slips;
  const { title, sentence } = sheetWords.dispositionFaults[code];
  return { title, slip: sheetWords.ofSlip(numbers.yearOf(slip), numbers.numberOf(slip)), sentence: sentence(expected ?? 0, actual) };
}
