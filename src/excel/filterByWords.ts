/** How does a table show only the rows that bear one of some words? */
import type { WriteNote } from '../engine/workbookPort';
import { readFilters } from './filters';
import { findTable, readRange } from './texts';
import { inFront } from './waiting';

/** Words are joined in one cell; a filter takes whole cells: those that hold one of the words. */
const SEPARATOR = /、|, /;

/** By this column alone: what the pane has counted is what the sheet shows. */
export async function filterByWords(context: Excel.RequestContext, name: string, header: string, words: readonly string[]): Promise<WriteNote[]> {
  const found = await findTable(context, name);
  const place = found?.headers.indexOf(header) ?? -1;
  if (found === null || place < 0) return [];
  const cells = new Set<string>();
  await readRange({ ...found, column: found.column + place, columns: 1 }, ([text = '']) => {
    if (words.includes(text) || text.split(SEPARATOR).some((word) => words.includes(word))) cells.add(text);
    return true;
  });
  const table = context.workbook.tables.getItem(name);
  const { filters, unknownFilters } = await readFilters(context, table);
  const others = [...filters.map((filter) => filter.header), ...unknownFilters].filter((one) => one !== header);
  if (others.length > 0) await inFront(context, () => table.clearFilters());
  table.columns.getItem(header).filter.applyValuesFilter(cells.size === 0 ? [...words] : [...cells]);
  found.sheet.load('name');
  await context.sync();
  return others.length === 0 ? [] : [{ code: 'otherFiltersCleared', sheet: found.sheet.name, columns: others }];
}
