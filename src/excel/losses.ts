/** Which of the clerk's colours will the next run not keep? Those in our columns of other sheets than 消込一覧: nothing tells where such a row will stand. */
import { TABLE_NAMES } from '../sheet/workbook';
import type { WorkbookRecord } from './ours';
import { ASKED, isUnpainted } from './paints';
import type { OurSheets } from './ourSheets';

/** Names of sheets. */
export async function paintedSheets(context: Excel.RequestContext, { byKey }: OurSheets, record: WorkbookRecord | null): Promise<string[]> {
  const others = [...byKey].filter(([key, { visibility }]) => key !== TABLE_NAMES.reconciliation && visibility === 'Visible');
  const tables = others.map(([key, sheet]) => ({ sheet, table: sheet.tables.getItemOrNullObject(key), ours: record?.sheets[key]?.columns ?? [] }));
  for (const { table } of tables) table.columns.load('items/name');
  await context.sync();
  const asked = tables.map(({ sheet, table, ours }) => {
    const columns = table.isNullObject ? [] : table.columns.items.filter(({ name }) => ours.some(({ header }) => header === name));
    const ranges = columns.map((column) => column.getDataBodyRange());
    for (const range of ranges) range.load(ASKED);
    return { sheet, ranges };
  });
  await context.sync();
  const painted = asked.filter(({ ranges }) => ranges.some(({ format }) => !isUnpainted(format)));
  for (const { ranges } of asked) for (const range of ranges) range.untrack();
  return painted.map(({ sheet }) => sheet.name);
}
