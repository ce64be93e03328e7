/** What becomes of conditional formats whose cells are cleared? */
import { without, type Area } from './address';
import type { Sheet } from './sheet';

/** What reaches out of the cells stays there. */
export function clearWithin(sheet: Sheet, gone: Area): void {
  sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
    format.areas = format.areas.flatMap((area) => without(area, gone));
    return format.areas.length > 0;
  });
}
