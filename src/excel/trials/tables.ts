/** Do formulas in a column of a table stay as they were written, and do filters leave the rows that they should? */
import { compared } from '../../engine/trials';
import { NUMBER_FORMATS } from '../../sheet/workbook';
import { everywhere } from '../requests';
import { onSheet, type Trial } from './bench';

/** Three formulas that have nothing in common, and a cell between them without one. */
const FORMULAS = ['=1+1', '=2*3', '', '=10-1'];
const VALUES = [2, 6, '', 9];

/** A table of its own for each trial, side by side. */
function tableAt(sheet: Excel.Worksheet, column: number, rows: readonly (readonly (string | number)[])[]): Excel.Table {
  const range = sheet.getRangeByIndexes(20, column, rows.length, rows[0]!.length);
  range.values = rows.map((row) => [...row]);
  return sheet.tables.add(range, true);
}

/** `staged`: the column holds the values before the formulas come, as in a run. */
const column = (name: 'stagedColumn' | 'emptyColumn', at: number): Trial => ({
  name,
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const staged = name === 'stagedColumn' ? VALUES : ['', '', '', ''];
      const table = tableAt(sheet, at, [['鍵', '式'], ...staged.map((value, row) => [row + 1, value])]);
      await context.sync();
      const cells = table.columns.getItemAt(1).getDataBodyRange();
      cells.formulas = FORMULAS.map((formula) => [formula === '' ? (null as unknown as string) : formula]);
      cells.load('formulas');
      await context.sync();
      return compared(FORMULAS, cells.formulas.flat());
    }),
});

/** Nothing is read of a column with blanks: that has crashed Excel (office-js #465). */
const filter = (name: 'filter' | 'filterOfDates', at: number, cells: readonly (string | number)[], shown: string): Trial => ({
  name,
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const table = tableAt(sheet, at, [['鍵', '値'], ...cells.map((cell, row) => [row + 1, cell])]);
      const { filter: own } = table.columns.getItemAt(1);
      const body = table.getDataBodyRange();
      if (name === 'filterOfDates') table.columns.getItemAt(1).getDataBodyRange().numberFormat = everywhere(NUMBER_FORMATS.date);
      await context.sync();
      own.applyValuesFilter([shown]);
      await context.sync();
      const rows = cells.map((_, row) => body.getRow(row).load('rowHidden'));
      own.load('criteria');
      await context.sync();
      const found = { on: own.criteria.filterOn, hidden: rows.map(({ rowHidden }) => rowHidden) };
      table.clearFilters();
      await context.sync();
      return compared({ on: 'Values', hidden: [false, true, false] }, found);
    }),
});

export const TABLE_TRIALS: readonly Trial[] = [column('stagedColumn', 0), column('emptyColumn', 3)];
export const FILTER_TRIALS: readonly Trial[] = [
  filter('filter', 6, ['未納', '消込', '未納'], '未納'),
  filter('filterOfDates', 9, [46_113, 46_114, 46_113], '2026/04/01'),
];
