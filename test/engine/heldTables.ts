/** What would the pane read back from a workbook that the engine's last run had been written into? */
import type { EngineCore } from '../../src/engine/engineCore';
import type { EarlierRecords } from '../../src/engine/protocol';
import { cellText } from '../../src/sheet/cellText';
import { NUMBER_FORMATS, valueOf } from '../../src/sheet/workbook';
import { shownText } from '../../src/workbench/model/text';

export function heldBy(core: EngineCore, undone: readonly string[] = []): EarlierRecords {
  const textsOf = (name: string): string[][] => {
    const { sheets } = core.workbook();
    const index = sheets.findIndex(({ table }) => table?.name === name);
    const { columns, rowCount } = sheets[index]!.table!;
    const rows = core.rows(index, 0, rowCount).map((cells) =>
      cells.map((cell, place) => {
        const value = valueOf(cell);
        return typeof value === 'string' ? cellText(value) : value === null ? '' : shownText(value, NUMBER_FORMATS[columns[place]!.format], undefined);
      }),
    );
    return [columns.map(({ header }) => header), ...rows];
  };
  return { originals: textsOf('取込原本'), history: textsOf('取込履歴'), undone };
}
