/** What of ours is only there while we write, and how does it go, or stay for the clerk? */
import { nameKey } from '../sheet/nameKey';
import { TABLE_NAMES } from '../sheet/workbook';
import { isStaging, type Before, type Journal } from './ours';
import { inFront } from './waiting';
import { keptCopy } from './words';

/** Hidden sheets of ours, all of them or one pane's. */
export async function removeStaging(context: Excel.RequestContext, owner = ''): Promise<void> {
  await inFront(context, async () => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    for (const sheet of worksheets.items) if (isStaging(sheet.name, owner)) sheet.delete();
  });
}

/** A pane that was gone while it wrote an export down may have left a row without words. */
export async function dropEmptyRow(context: Excel.RequestContext): Promise<void> {
  const table = context.workbook.tables.getItemOrNullObject(TABLE_NAMES.history);
  const last = table.getDataBodyRange().getLastRow();
  table.rows.load('count');
  last.load('values');
  await context.sync();
  if (table.isNullObject || table.rows.count < 2 || (last.values[0] as unknown[]).some((value) => value !== '')) return;
  table.rows.getItemAt(table.rows.count - 1).delete();
  await context.sync();
}

export async function dropCharts(context: Excel.RequestContext, charts: Journal['charts']): Promise<void> {
  const found = charts.map(({ sheetId, name }) => context.workbook.worksheets.getItemOrNullObject(sheetId).charts.getItemOrNullObject(name));
  for (const chart of found) chart.load('name');
  await context.sync();
  for (const chart of found) if (!chart.isNullObject) chart.delete();
  await context.sync();
}

/** What stood on sheets before, where it cannot be put back, becomes sheets that the clerk sees; null: all of it. Answers their names. */
export async function keepBackups(context: Excel.RequestContext, of: readonly Before[] | null): Promise<string[]> {
  const { worksheets } = context.workbook;
  worksheets.load('items/name');
  await context.sync();
  const taken = new Set(worksheets.items.map(({ name }) => nameKey(name)));
  const kept: string[] = [];
  for (const sheet of worksheets.items) {
    const before = of?.find(({ backup }) => backup === sheet.name);
    if (of === null ? !isBackup(sheet.name) : before === undefined) continue;
    const name = keptCopy(before?.name ?? null, taken);
    taken.add(nameKey(name));
    sheet.name = name;
    sheet.visibility = 'Visible';
    kept.push(name);
  }
  await context.sync();
  return kept;
}

const isBackup = (name: string): boolean => isStaging(name) && name.startsWith('_keshikomi_old_');
