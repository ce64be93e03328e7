/** Which layouts may files have, by what the clerk picked? */
import type { Layout } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import type { PickedLayout } from './protocol';

/** A layout that inspection had refused was run all the same. */
export class RunRefused extends Error {
  override readonly name = 'RunRefused';
}

export function layoutsOf(layout: PickedLayout): readonly Layout[] {
  if (layout === null) return BUILT_IN_LAYOUTS;
  if (typeof layout === 'string') return BUILT_IN_LAYOUTS.filter(({ id }) => id === layout);
  const read = readUserLayout(layout);
  if ('problem' in read) throw new RunRefused(read.problem.code);
  return [read.layout];
}
