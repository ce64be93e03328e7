/** How are the rows of an area put into another order? Contents and looks go together. */
import { movedFormula } from '../../formula/moved';
import { lastColumn, type Area } from './address';
import type { PlacedContent } from './cells';
import { invalidArgument } from './errors';
import { fitWrappedRows } from './fitting';
import type { Sheet } from './sheet';
import { sortedRows, type SortKey } from './sort';
import { ownerOf } from './workbook';

/** Formulas follow their rows as if they were copied there. @assumption sort-formulas */
export function sortRows(sheet: Sheet, area: Area, keys: readonly SortKey[], matchCase: boolean): void {
  if (keys.length === 0 || keys.some(({ key }) => key < 0 || key >= area.columns)) throw invalidArgument('the columns to sort by');
  if (sheet.protection !== null) {
    sheet.mayDo('allowSort');
    sheet.mayEdit(area);
  }
  const order = sortedRows(area.rows, keys, matchCase, (row, key) => sheet.shown(area.row + row, area.column + key));
  const placeOf = new Map(order.map((from, to) => [area.row + from, area.row + to]));
  const moved = sheet.cells.taken(area).map((content): PlacedContent => {
    const row = placeOf.get(content.row) ?? content.row;
    return { ...content, row, formula: content.formula === null ? null : movedFormula(content.formula, row - content.row, 0) };
  });
  sheet.cells.put(moved, 0, 0);
  for (let column = area.column; column <= lastColumn(area); column++) {
    const runs = sheet.styleRuns(column);
    runs?.setEach(
      area.row,
      order.map((from) => runs.at(area.row + from)),
    );
  }
  fitWrappedRows(sheet, area);
  ownerOf(sheet).emit({ kind: 'rowSorted', sheet, area });
}
