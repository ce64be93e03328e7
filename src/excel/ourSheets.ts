/** Which sheets, names and tables of the workbook are ours? */
import { keyOfMark, LEFTOVERS_NAME } from './ours';

/** Which of our sheets are there, by key. */
export interface OurSheets {
  readonly byKey: ReadonlyMap<string, Excel.Worksheet>;
  readonly all: readonly Excel.Worksheet[];
  readonly names: readonly Excel.NamedItem[];
  readonly tables: readonly Excel.Table[];
}

export async function findOurs(context: Excel.RequestContext): Promise<OurSheets> {
  const { worksheets, names, tables } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  names.load('items/name,items/formula');
  tables.load('items/id,items/name');
  await context.sync();
  const marked = names.items.flatMap((item) => {
    const key = keyOfMark(item.name);
    return key === null ? [] : [{ key, range: item.getRangeOrNullObject() }];
  });
  for (const { range } of marked) range.load('address,worksheet/id');
  await context.sync();
  const byKey = new Map<string, Excel.Worksheet>();
  for (const { key, range } of marked) {
    const sheet = range.isNullObject ? undefined : worksheets.items.find(({ id }) => id === range.worksheet.id);
    if (sheet !== undefined) byKey.set(key, sheet);
    if (!range.isNullObject) range.untrack();
  }
  return { byKey, all: worksheets.items, names: names.items, tables: tables.items };
}

/** What belonged to slips that have gone: `'消込一覧'!$C$12:$M$14`, and the sheet's part of it. */
export interface Leftovers {
  readonly formula: string;
  readonly row: number;
  readonly rows: number;
}

export async function readLeftovers(context: Excel.RequestContext, { names }: Pick<OurSheets, 'names'>): Promise<Leftovers | null> {
  const item = names.find(({ name }) => name === LEFTOVERS_NAME);
  if (item === undefined) return null;
  const range = item.getRangeOrNullObject();
  range.load('rowIndex,rowCount');
  await context.sync();
  if (range.isNullObject) return null;
  range.untrack();
  return { formula: item.formula as string, row: range.rowIndex, rows: range.rowCount };
}
