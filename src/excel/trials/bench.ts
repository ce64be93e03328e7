/** Where is tried? On two sheets of its own, one in front and one hidden, that are taken away again. */
import { nameKey } from '../../sheet/nameKey';
import type { ExcelTrial, TrialResult } from '../../engine/trials';
import { inExcel } from '../requests';

export interface Bench {
  readonly front: string;
  readonly hidden: string;
  /** The sheet that was in front before. */
  readonly before: string;
}

export interface Trial {
  readonly name: ExcelTrial;
  readonly run: (bench: Bench) => Promise<TrialResult>;
}

/** Free names: what a trial that was broken off has left is the clerk's to delete. */
const TITLE = 'Keshikomi確認';

function freeNames(names: readonly string[]): readonly [string, string] {
  const taken = names.map(nameKey);
  const free: string[] = [];
  for (let number = 1; free.length < 2; number++) if (!taken.includes(nameKey(`${TITLE}${number}`))) free.push(`${TITLE}${number}`);
  return free as [string, string];
}

export const makeBench = (): Promise<Bench> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    const before = worksheets.getActiveWorksheet().load('id');
    await context.sync();
    const [front, hidden] = freeNames(worksheets.items.map(({ name }) => name));
    worksheets.add(hidden).visibility = 'Hidden';
    worksheets.add(front).activate();
    await context.sync();
    return { front, hidden, before: before.id };
  });

/** Answers which of the sheets are still there. May be done again where it failed. */
export const removeBench = ({ front, hidden, before }: Bench): Promise<readonly string[]> =>
  inExcel(async (context) => {
    const { worksheets } = context.workbook;
    const first = worksheets.getItemOrNullObject(before);
    const own = [front, hidden].map((name) => worksheets.getItemOrNullObject(name));
    await context.sync();
    if (!first.isNullObject) first.activate();
    for (const sheet of own) if (!sheet.isNullObject) sheet.delete();
    worksheets.load('items/name');
    await context.sync();
    return worksheets.items.map(({ name }) => name).filter((name) => name === front || name === hidden);
  });

export const onSheet = <T>(name: string, act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  inExcel((context) => act(context.workbook.worksheets.getItem(name), context));
