/** Who made, checked and approved it, and when, with room for a seal? The block at the foot of what finance and archives keep. */
import type { Grid, GridCell } from '../sheet/grid';
import type { Look } from '../sheet/workbook';
import type { SignatureWords } from './words';

/** Points. */
const SEAL_HEIGHT = 52;
/** Finance fills it in on the screen, whatever it prints: its colour stays. */
const INPUT: Look = { fill: 'FFF9D6', text: '000000', keptOnPaper: true };

/** A cell to be filled in. */
export const input = (format: GridCell['format'] = 'general'): GridCell => ({ cell: null, look: INPUT, format });

/** In the first five columns from `top` on; answers the row after it. */
export function signatures(grid: Grid, top: number, { title, columns, roles }: SignatureWords, heights: Map<number, number>): number {
  grid.title(top, 0, title);
  grid.header(top + 1, 0, columns);
  for (const [index, text] of roles.entries()) {
    const row = top + 2 + index;
    heights.set(row, SEAL_HEIGHT);
    grid.row(row, 0, [{ cell: text, align: 'center' }, input(), input(), input('date'), { cell: null }]);
  }
  return top + 2 + roles.length;
}
