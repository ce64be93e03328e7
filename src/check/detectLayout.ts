/**
 * Which known layout do the bytes fit best?
 *
 * Each layout is tried on the first 1,000 records; what counts is only whether the bytes fit. Ties: the layout that checks
 * more totals, then the order given.
 */
import { comparableTotals, type Layout } from '../file/layout';
import { cutFile, type SourceFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import { checkFields } from './fields';
import { checkRecordForm } from './recordForm';

const RECORDS_TRIED = 1000;

export interface LayoutFit {
  readonly layout: Layout;
  /** Findings that the bytes do not fit, among `records`. */
  readonly misfits: number;
  /** Records that were tried. */
  readonly records: number;
}

/** The layout that fits best. Those that win ties are tried first, so that one without misfits needs no rival. */
export function bestFit(source: SourceFile, layouts: readonly Layout[], codec: TextCodec): LayoutFit {
  const [first, ...others] = [...layouts].sort((a, b) => comparableTotals(b) - comparableTotals(a));
  let best = fitLayout(source, first!, codec);
  for (const layout of others) {
    if (best.misfits === 0) break;
    const fit = fitLayout(source, layout, codec);
    if (fit.misfits < best.misfits) best = fit;
  }
  return best;
}

function fitLayout(source: SourceFile, layout: Layout, codec: TextCodec): LayoutFit {
  const file = cutFile(source, layout, RECORDS_TRIED);
  let misfits = 0;
  const count = (): void => {
    misfits++;
  };
  checkRecordForm(file, count);
  checkFields(file, codec, count, () => undefined, null);
  return { layout, misfits, records: file.cut.count };
}
