/** In which order did the clerk stand the rows of a table, and how do they stand so again? By the columns' headers: columns come and go. */
import type { WriteNote } from '../engine/workbookPort';
import { TABLE_NAMES } from '../sheet/workbook';

/** What a table was sorted by; the first counts most. */
export interface KeptSort {
  readonly table: string;
  readonly sheet: string;
  readonly matchCase: boolean;
  readonly fields: readonly KeptSortField[];
}

export interface KeptSortField extends Pick<Excel.SortField, 'sortOn' | 'ascending' | 'color' | 'dataOption'> {
  readonly header: string;
}

/** The order of these tells what came first. */
const IN_ORDER: readonly string[] = [TABLE_NAMES.history, TABLE_NAMES.originals];
const USUAL = 'Value';
const BY_COLOUR: readonly unknown[] = ['CellColor', 'FontColor'];

/** `sort.fields` of the table has been loaded. An icon belongs to a conditional format of hers: by icons nothing is sorted again. */
export function sortFieldsOf({ name, sort }: Excel.Table, headers: readonly string[]): readonly KeptSortField[] {
  if (IN_ORDER.includes(name)) return [];
  return sort.fields.flatMap(({ key, sortOn = USUAL, ascending = true, color, dataOption = 'Normal' }) => {
    const header = headers[key];
    const isByColour = BY_COLOUR.includes(sortOn);
    if (header === undefined || (sortOn !== USUAL && !isByColour)) return [];
    return [{ header, sortOn, ascending, dataOption, ...(isByColour && color !== undefined ? { color } : {}) }];
  });
}

/** Once all columns stand. What is not sorted again is told: nothing else of the result depends on it. */
export async function sortAgain(context: Excel.RequestContext, sorts: readonly KeptSort[]): Promise<WriteNote[]> {
  const unsorted: string[] = [];
  for (const { table: name, sheet, matchCase, fields } of sorts) {
    const table = context.workbook.tables.getItemOrNullObject(name);
    table.columns.load('items/name');
    await context.sync();
    if (table.isNullObject) continue;
    const keys = new Map(table.columns.items.map((column, index) => [column.name, index]));
    const wanted = fields.flatMap(({ header, ...field }) => (keys.has(header) ? [{ ...field, key: keys.get(header)! }] : []));
    if (wanted.length === 0) continue;
    const isSorted = await tried(context, () => table.sort.apply(wanted, matchCase));
    if (!isSorted) unsorted.push(sheet);
  }
  return unsorted.length === 0 ? [] : [{ code: 'notSorted', sheets: unsorted }];
}

const TIMES = 2;

async function tried(context: Excel.RequestContext, act: () => void): Promise<boolean> {
  for (let time = 0; time < TIMES; time++) {
    try {
      act();
      await context.sync();
      return true;
    } catch (problem) {
      if (!(problem instanceof OfficeExtension.Error)) throw problem;
    }
  }
  return false;
}
