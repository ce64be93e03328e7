/**
 * Which known layout do the bytes of each file fit best?
 *
 * Each layout is tried on the first 1,000 records; what counts is only whether headers and data records fit: a layout must never win by what it does not
 * look at. Files that fit several layouts follow those that fit one. Source: docs/format.md, "Which layout".
 */
import type { Cut } from '../file/cut';
import { STANDING, type Grammar } from '../file/grammar';
import { comparableTotals, type Layout } from '../file/layout';
import { cutFile, type CutFile, type SourceFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import { countMisfits } from './fields';

const RECORDS_TRIED = 1000;

export interface LayoutFit {
  readonly layout: Layout;
  /** Findings that headers and data records do not fit, among `records`. */
  readonly misfits: number;
  /** Records that were tried. */
  readonly records: number;
}

/** The layouts that a file may be read with: one where the bytes decide. */
export interface Candidates {
  readonly fits: readonly LayoutFit[];
  /** Whether the bytes alone have decided. */
  readonly isPlain: boolean;
}

/** The layouts that fit a file best; all of them where it has no data record to judge by. */
export function candidatesOf(source: SourceFile, layouts: readonly Layout[], codec: TextCodec): Candidates {
  const cuts = new Map<string, { readonly cut: Cut; readonly grammar: Grammar }>();
  let hasData = false;
  const hasFixed = layouts.some(({ csv }) => csv === undefined);
  const fits = layouts.flatMap((layout) => {
    // CSV layouts, and those that lack records, are cut in their own way.
    const way = layout.csv === undefined && layout.lacks === undefined ? String(layout.recordLength) : layout.id;
    const known = cuts.get(way);
    const file = known === undefined ? cutFile(source, layout, RECORDS_TRIED) : { ...source, ...known, layout };
    if (known === undefined) cuts.set(way, file);
    // Of a file that is none of its rows, a CSV layout says one thing a row and a fixed one many: it does not compete.
    if (hasFixed && layout.csv !== undefined && !hasItsRows(file)) return [];
    if (file.grammar.dataCount > 0) hasData = true;
    // Trailers and end records decide nothing: layouts differ in how much of them they look at.
    const misfits = countMisfits(file, codec) + count(file.grammar.standings, STANDING.wrongLength) + count(file.grammar.standings, STANDING.unknownType);
    return [{ layout, misfits, records: file.cut.count }];
  });
  const fewest = fits.reduce((least, { misfits }) => Math.min(least, misfits), Infinity);
  const best = hasData ? fits.filter(({ misfits }) => misfits === fewest) : fits;
  return { fits: best, isPlain: hasData && best.length === 1 };
}

const count = (standings: Uint8Array, standing: number): number => standings.reduce((sum, one) => sum + (one === standing ? 1 : 0), 0);

/** Whether most rows have the cells that a CSV layout asks for. */
export function hasItsRows({ grammar: { standings } }: Pick<CutFile, 'grammar'>): boolean {
  const others = standings.reduce((sum, standing) => sum + (standing === STANDING.wrongLength || standing === STANDING.unknownType ? 1 : 0), 0);
  return standings.length > 0 && others * 2 < standings.length;
}

/** Of each file's candidates the one that most of the plainly decided files took; then the one that checks more totals; then the first. */
export function chooseLayouts(files: readonly Candidates[]): LayoutFit[] {
  const votes = new Map<string, number>();
  for (const { fits, isPlain } of files) if (isPlain) votes.set(fits[0]!.layout.id, (votes.get(fits[0]!.layout.id) ?? 0) + 1);
  const votesFor = ({ layout }: LayoutFit): number => votes.get(layout.id) ?? 0;
  const isBetter = (a: LayoutFit, b: LayoutFit): boolean => {
    const difference = votesFor(a) - votesFor(b) || comparableTotals(a.layout) - comparableTotals(b.layout);
    return difference > 0;
  };
  return files.map(({ fits }) => fits.reduce((best, fit) => (isBetter(fit, best) ? fit : best)));
}
