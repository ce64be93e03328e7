/** Is the pane told what is selected, and how much does this Excel take at once, and how fast? */
import { compared, passed, type TrialResult } from '../../engine/trials';
import { inExcel, removeHandler } from '../requests';
import { onSheet, type Trial } from './bench';

/** Milliseconds. */
const PATIENCE = 2000;

const selection: Trial = {
  name: 'selection',
  run: async ({ front }) => {
    let tell: (address: string) => void = () => undefined;
    const told = new Promise<string>((resolve) => (tell = resolve));
    const handler = await onSheet(front, async (sheet, context) => {
      const added = sheet.onSelectionChanged.add((event) => Promise.resolve(tell(event.address)));
      await context.sync();
      return added;
    });
    try {
      await onSheet(front, async (sheet, context) => {
        sheet.getRange('C3').select();
        await context.sync();
      });
      const nothing = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE));
      return compared('C3', await Promise.race([told, nothing]));
    } finally {
      await removeHandler(handler);
    }
  },
};

const KILOBYTE = 'A'.repeat(1000);

/** As large as the largest request of a run. */
const requestSize: Trial = {
  name: 'requestSize',
  run: ({ hidden }) =>
    onSheet(hidden, async (sheet, context) => {
      sheet.getRangeByIndexes(0, 0, 1000, 1).values = Array.from({ length: 1000 }, () => [KILOBYTE]);
      await context.sync();
      const last = sheet.getRangeByIndexes(999, 0, 1, 1).load('values');
      await context.sync();
      return String(last.values[0]![0]).length === 1000
        ? passed('1 MB')
        : { result: 'failed', expected: '1000', found: String(last.values[0]![0]).slice(0, 20) };
    }),
};

const ROWS = 10_000;
const COLUMNS = 10;
/** A day's rows must not take longer. */
const LONGEST = 30_000;

const tenThousandRows: Trial = {
  name: 'tenThousandRows',
  run: async ({ hidden }): Promise<TrialResult> => {
    const start = performance.now();
    for (let from = 0; from < ROWS; from += ROWS / 4) {
      await inExcel(async (context) => {
        context.application.suspendApiCalculationUntilNextSync();
        const range = context.workbook.worksheets.getItem(hidden).getRangeByIndexes(from, 1, ROWS / 4, COLUMNS);
        range.values = Array.from({ length: ROWS / 4 }, (_, row) => Array.from({ length: COLUMNS }, (__, column) => (from + row) * COLUMNS + column));
        await context.sync();
      });
    }
    const found = `${Math.round(performance.now() - start)} ms`;
    return performance.now() - start <= LONGEST ? passed(found) : { result: 'failed', expected: `${LONGEST} ms`, found };
  },
};

export const LOAD_TRIALS: readonly Trial[] = [selection, requestSize, tenThousandRows];
