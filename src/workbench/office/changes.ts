/** How does the workbook learn that an add-in changed something? */
import type { Area } from '../model/address';
import type { DataChange } from '../model/events';
import type { Sheet } from '../model/sheet';
import { ownerOf } from '../model/workbook';

export function dataChanged(
  sheet: Sheet,
  area: Area,
  change: DataChange = 'RangeEdited',
  details: { readonly before?: unknown; readonly after?: unknown } = {},
): void {
  sheet.workbook.touch();
  ownerOf(sheet).emit({ kind: 'dataChanged', sheet, area, change, ...details });
}
