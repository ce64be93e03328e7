/** Which slip has the clerk selected in 消込一覧? */
import { TABLE_NAMES } from '../sheet/workbook';
import { inExcel, removeHandler } from './requests';
import { findTable, readRange } from './texts';

type Tell = (row: Readonly<Record<string, string>> | null) => void;

/** While one answer is on its way, only the last of the later ones is asked for. */
export async function watchSlips(tell: Tell): Promise<() => Promise<void>> {
  let isAsking = false;
  let isDue = false;
  let isOver = false;
  const ask = async (): Promise<void> => {
    if (isAsking) {
      isDue = true;
      return;
    }
    isAsking = true;
    do {
      isDue = false;
      const row = await selectedSlip().catch(() => null);
      if (!isOver) tell(row);
    } while (isDue && !isOver);
    isAsking = false;
  };
  const handler = await inExcel(async (context) => {
    const added = context.workbook.worksheets.onSelectionChanged.add(ask);
    await context.sync();
    return added;
  });
  return async () => {
    isOver = true;
    await removeHandler(handler);
  };
}

export const selectedSlip = (): Promise<Record<string, string> | null> =>
  inExcel(async (context) => {
    const selected = context.workbook.getSelectedRange();
    selected.load('rowIndex');
    selected.worksheet.load('id');
    const table = await findTable(context, TABLE_NAMES.reconciliation);
    if (table === null) return null;
    table.sheet.load('id');
    await context.sync();
    const row = selected.rowIndex - table.row;
    if (table.sheet.id !== selected.worksheet.id || row < 0 || row >= table.rows) return null;
    let found: Record<string, string> | null = null;
    await readRange({ ...table, row: table.row + row, rows: 1, columns: table.headers.length }, (texts) => {
      found = Object.fromEntries(table.headers.map((header, index) => [header, texts[index]!]));
      return false;
    });
    return found;
  });
