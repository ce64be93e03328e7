/** What was the last run of this workbook made with, that the next one should find again: a layout, a 基準日 other than today's, what the office has told? */
import { readTold, type ToldTerms } from '../engine/terms';
import { isDay, type Day } from '../file/calendar';
import type { LayoutProblem } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import type { LayoutChoice } from './state/state';

export interface Choices {
  readonly layout: LayoutChoice;
  /** null: the day of the run. */
  readonly asOf: Day | null;
  readonly terms: ToldTerms;
}

/** A workbook comes from anywhere: what cannot be understood is told (a layout) or as at the beginning. */
export function readChoices(kept: unknown): Choices & { readonly problem: LayoutProblem | null } {
  const { layout, asOf, terms } = recordOf(kept);
  return { ...readLayout(recordOf(layout)), asOf: typeof asOf === 'number' && isDay(asOf) ? asOf : null, terms: readTold(terms) };
}

function readLayout({ of, id, json }: Readonly<Record<string, unknown>>): { readonly layout: LayoutChoice; readonly problem: LayoutProblem | null } {
  const automatic: LayoutChoice = { of: 'automatic' };
  if (of === 'builtIn' && BUILT_IN_LAYOUTS.some((layout) => layout.id === id)) return { layout: { of, id: id as string }, problem: null };
  if (of !== 'own') return { layout: automatic, problem: null };
  const own = recordOf(json);
  const read = readUserLayout(own);
  return 'problem' in read ? { layout: automatic, problem: read.problem } : { layout: { of, title: read.layout.title, json: own }, problem: null };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
