/** From which day does this workbook count its days? Where it counts from 1904, every day that we write would be four years late (Microsoft's KB 175753). */
import { stagingName } from './ours';
import { inFront } from './waiting';

/** 2026-04-01, counted from 1900, and how much less it is counted from 1904. */
const A_DAY = 46_113;
const LESS = 1462;

/** Nothing that the clerk sees has changed. */
export class CountsFrom1904 extends Error {
  override readonly name = 'CountsFrom1904';
}

/** On a hidden sheet of ours: no member of Office.js tells, a formula does. */
export async function refuse1904(sheet: Excel.Worksheet): Promise<void> {
  const cell = sheet.getRangeByIndexes(0, 0, 1, 1);
  cell.formulas = [['=DATE(2026,4,1)']];
  cell.load('values');
  await sheet.context.sync();
  const day: unknown = cell.values[0]![0];
  cell.clear('All');
  cell.untrack();
  if (day === A_DAY - LESS) throw new CountsFrom1904();
}

/** With a hidden sheet for this question alone. */
export async function countsFrom1904(context: Excel.RequestContext, owner: string): Promise<boolean> {
  let sheet = context.workbook.worksheets.getItemOrNullObject(stagingName('new', 0, owner));
  await inFront(context, () => {
    sheet = context.workbook.worksheets.add(stagingName('new', 0, owner));
    sheet.visibility = 'Hidden';
  });
  try {
    await refuse1904(sheet);
    return false;
  } catch (problem) {
    if (problem instanceof CountsFrom1904) return true;
    throw problem;
  } finally {
    await inFront(context, () => sheet.delete());
  }
}
