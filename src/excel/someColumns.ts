/** What do some columns of a long table of ours hold? Only they are asked for: a list of slips may have 100,000 rows. */
import { findTable } from './texts';

const CELLS_A_READ = 40_000;

/** Header first; a column that is not there is left out. Values as they are: none of these columns is a day. */
export async function readSomeColumns(context: Excel.RequestContext, name: string, wanted: readonly string[]): Promise<readonly (readonly string[])[]> {
  const table = await findTable(context, name);
  if (table === null) return [];
  const headers = table.headers.filter((header) => wanted.includes(header));
  const places = headers.map((header) => table.column + table.headers.indexOf(header));
  const rows: (readonly string[])[] = [headers];
  const atOnce = Math.max(1, Math.floor(CELLS_A_READ / Math.max(1, places.length)));
  for (let from = 0; from < table.rows; from += atOnce) {
    const count = Math.min(atOnce, table.rows - from);
    const ranges = places.map((place) => table.sheet.getRangeByIndexes(table.row + from, place, count, 1));
    for (const range of ranges) range.load('values');
    await context.sync();
    for (let row = 0; row < count; row++) rows.push(ranges.map(({ values }) => String((values[row] as unknown[])[0] ?? '')));
    for (const range of ranges) range.untrack();
  }
  return rows;
}
