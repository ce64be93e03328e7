/** Which layouts does the product bring? In the order in which ties are broken. */
import { readLayout, sameLayout, type Layout, type LayoutProblem } from '../layout';
import dsk from './dsk.json';
import mizuho from './mizuho.json';
import muf from './muf.json';
import ward from './ward.json';

const BUILT_IN_DATA: readonly unknown[] = [ward, mizuho, muf, dsk];

function soundLayout(json: unknown): Layout {
  const read = readLayout(json);
  if ('problem' in read) throw new Error(`a built-in layout is refused: ${JSON.stringify(read.problem)}`);
  return read.layout;
}

export const BUILT_IN_LAYOUTS: readonly Layout[] = BUILT_IN_DATA.map(soundLayout);

/** 区収納データ: its widths hold where no file was read. */
export const WARD_LAYOUT: Layout = BUILT_IN_LAYOUTS[0]!;

/** Reads a layout that a user gives; one with a built-in's id must be that built-in. */
export function readUserLayout(json: unknown): { layout: Layout } | { problem: LayoutProblem } {
  const read = readLayout(json);
  if ('problem' in read) return read;
  const builtIn = BUILT_IN_LAYOUTS.findIndex((layout) => layout.id === read.layout.id);
  if (builtIn >= 0 && !sameLayout(json, BUILT_IN_DATA[builtIn])) return { problem: { code: 'builtInChanged', at: read.layout.id } };
  return read;
}
