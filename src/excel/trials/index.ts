/** Does this Excel do what the add-in relies on? Each trial ends with what was found; nothing is tried that is known to have crashed an Excel. */
import { EXCEL_TRIALS, passed, type ExcelTrial, type TellTrial, type TrialResult } from '../../engine/trials';
import { detailOf } from '../requests';
import { makeBench, removeBench, type Bench, type Trial } from './bench';
import { BOOK_TRIALS, KEPT_TRIALS } from './book';
import { CELL_TRIALS } from './cells';
import { LOAD_TRIALS } from './load';
import { LOOK_TRIALS, SHEET_TRIALS } from './looks';
import { FILTER_TRIALS, TABLE_TRIALS } from './tables';

const ON_BENCH: readonly Trial[] = [...KEPT_TRIALS, ...CELL_TRIALS, ...TABLE_TRIALS, ...LOOK_TRIALS, ...FILTER_TRIALS, ...SHEET_TRIALS, ...LOAD_TRIALS];
const NO_BENCH: Bench = { front: '', hidden: '', before: '' };

/** `signal` stops it between two trials; the sheets are taken away in any case. */
export async function tryExcel(tell: TellTrial, signal: AbortSignal): Promise<void> {
  const told = new Set<ExcelTrial>();
  const end = (name: ExcelTrial, result: TrialResult): void => {
    told.add(name);
    tell(name, result);
  };
  for (const { name, run } of BOOK_TRIALS) end(name, await resultOf(() => run(NO_BENCH)));
  const made: Bench[] = [];
  end(
    'sheets',
    await resultOf(async () => {
      made.push(await makeBench());
      return passed('');
    }),
  );
  for (const bench of made) await onBench(bench, end, signal);
  for (const name of EXCEL_TRIALS) if (!told.has(name)) end(name, { result: 'untried' });
}

async function onBench(bench: Bench, end: (name: ExcelTrial, result: TrialResult) => void, signal: AbortSignal): Promise<void> {
  for (const { name, run } of ON_BENCH) {
    if (signal.aborted) break;
    end(name, await resultOf(() => run(bench)));
  }
  end(
    'tidying',
    await resultOf(async () => {
      const left = await patiently(() => removeBench(bench));
      return left.length === 0 ? passed('') : { result: 'failed', expected: '', found: left.join(', ') };
    }),
  );
}

const TIMES = 5;
const PAUSE = 1000;

/** What was made is taken away even where the clerk looks at another workbook for a while. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let time = 1; time < TIMES; time++) {
    try {
      return await act();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
  return act();
}

async function resultOf(run: () => Promise<TrialResult>): Promise<TrialResult> {
  try {
    return await run();
  } catch (error) {
    return { result: 'refused', detail: detailOf(error) };
  }
}
