/** What would the pane read back from a workbook that a run had been written into? */
import type { EngineCore } from '../../src/engine/engineCore';
import type { EarlierRecords } from '../../src/engine/protocol';
import { cellText } from '../../src/sheet/cellText';
import type { TablePlan } from '../../src/sheet/plan';
import { NUMBER_FORMATS, valueOf, type Cell } from '../../src/sheet/workbook';
import { shownText } from '../../src/workbench/model/text';

/** Header first, as shown. */
export function textsOf({ columns }: TablePlan, rows: readonly (readonly Cell[])[]): string[][] {
  const texts = rows.map((cells) =>
    cells.map((cell, place) => {
      const value = valueOf(cell);
      return typeof value === 'string' ? cellText(value) : value === null ? '' : shownText(value, NUMBER_FORMATS[columns[place]!.format], undefined);
    }),
  );
  return [columns.map(({ header }) => header), ...texts];
}

export function heldBy(core: EngineCore, undone: readonly string[] = []): EarlierRecords {
  const textsIn = (name: string): string[][] => {
    const { sheets } = core.workbook();
    const index = sheets.findIndex(({ table }) => table?.name === name);
    const table = sheets[index]!.table!;
    return textsOf(table, core.rows(index, 0, table.rowCount));
  };
  return { originals: textsIn('取込原本'), history: textsIn('取込履歴'), slips: textsIn('消込一覧'), undone };
}
