/**
 * @jest-environment jsdom
 */
/** Does a run end right, or end with the sheets as before, in an Excel that behaves as others have met it? Each mood alone, then all together. */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { onWait } from '../../src/excel/waiting';
import type { ExcelWait, WriteEnd } from '../../src/engine/workbookPort';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { clerksBook, FIRST, MORE, usedBook } from './books';
import { clerk, now, open, QUICK, startExcel, write } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(240_000);

/** What the clerk is told to do, once each time. */
async function told(act: () => Promise<unknown>): Promise<(ExcelWait | null)[]> {
  const waits: (ExcelWait | null)[] = [];
  const stop = onWait((wait) => void (waits.at(-1) !== wait && waits.push(wait)));
  await act();
  stop();
  return waits;
}

const both = [
  ['the first run', clerksBook, FIRST],
  ['a second run', usedBook, MORE],
] as const;

describe.each(both)('%s', (_name, prepare, plan) => {
  let before: WorkbookSnapshot;
  let after: WorkbookSnapshot;
  let requests: number;
  beforeAll(async () => {
    before = await prepare();
    const host = open(before);
    expect(await write(plan)).toBeNull();
    after = now();
    requests = host.requestCount;
  });

  test('names that crash an older Excel are neither made from cells nor deleted', async () => {
    open(before).moods.oldNames = true;
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(after);
  });

  test('hidden sheets that do not freeze fail nothing', async () => {
    open(before).moods.freezingHiddenFails = true;
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(after);
  });

  test('the width of one page is set once the sheet is in front', async () => {
    open(before).moods.fitToWidthIgnored = 'behind';
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(after);
  });

  test('another workbook in front, from any request on: the run waits for the clerk, and ends', async () => {
    for (let request = 1; request <= requests; request += 9) {
      const host = open(before);
      host.beforeRequest(request, () => (host.moods.otherWorkbookInFront = 3));
      let end: WriteEnd = null;
      const waits = await told(async () => (end = await write(plan)));
      const stayed = host.moods.otherWorkbookInFront === 3;
      expect({ request, end, workbook: now() }).toEqual({ request, end: null, workbook: after });
      if (!stayed) expect({ request, waits }).toEqual({ request, waits: ['book', null] });
    }
  });

  test('another workbook in front on the way back, too: the sheets are as before', async () => {
    for (const request of [14, 22]) {
      const host = open(before);
      host.failNext({ request, when: 'before', code: 'InternalServerError' });
      host.beforeRequest(request + 1, () => (host.moods.otherWorkbookInFront = 3));
      expect({ request, end: (await write(plan))?.code, workbook: now() }).toEqual({ request, end: 'writeFailed', workbook: before });
    }
  });

  test('a clerk who does not come back may stop; what was begun is taken back when he does', async () => {
    const host = open(before);
    const stop = new AbortController();
    host.beforeRequest(12, () => (host.moods.otherWorkbookInFront = Infinity));
    const quiet = onWait((wait) => {
      if (wait !== 'book') return;
      stop.abort();
      setTimeout(() => (host.moods.otherWorkbookInFront = 0), 1500);
    });
    expect(await write(plan, stop.signal)).toEqual({ code: 'stopped' });
    quiet();
    expect(now()).toEqual(before);
  });

  test('all of them at once', async () => {
    const host = open(before);
    Object.assign(host.moods, { calculatedColumns: true, oldNames: true, freezingHiddenFails: true, fitToWidthIgnored: 'behind' });
    host.beforeRequest(20, () => (host.moods.otherWorkbookInFront = 2));
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(after);
  });
});

test('an Excel that never fits to the width: the run ends, and it is told', async () => {
  open().moods.fitToWidthIgnored = 'always';
  expect(await write(FIRST)).toEqual({ code: 'written', notes: [{ code: 'notFitted', sheets: ['消込一覧', '集計'] }] });
});

test('an Excel that freezes nothing: the run ends, and it is told', async () => {
  const host = open();
  const freezes = /freeze/i;
  host.onChange(() => undefined);
  const execute = host.execute.bind(host);
  jest.spyOn(host, 'execute').mockImplementation((text, flags) => {
    if (!freezes.test(text) || !/Freeze(?:At|Rows|Columns)/.test(text)) return execute(text, flags);
    const error = { Code: 'GeneralException', Message: '', Location: '', ActionIndex: 0, HttpStatusCode: 500 };
    return Promise.resolve({ status: 0, body: JSON.stringify({ Results: [], Error: error }) });
  });
  expect(await write(FIRST)).toEqual({ code: 'written', notes: [{ code: 'notFrozen', sheets: ['消込一覧', '集計'] }] });
  jest.restoreAllMocks();
});

describe('a cell that is being edited', () => {
  test.each([
    ['a run', () => write(FIRST)],
    ['reading', () => excelWorkbook(QUICK).state()],
  ])('%s says what it waits for', async (_name, act) => {
    open().moods.cellEditing = 3500;
    expect(await told(act)).toEqual(['cell', null]);
  });

  test('an export that is written down says so, too', async () => {
    open();
    expect(await write(FIRST)).toBeNull();
    open.current().moods.cellEditing = 3500;
    expect(await told(() => excelWorkbook(QUICK).remarks())).toEqual(['cell', null]);
  });
});

test('a workbook of the clerk’s that is only looked at stays as it is', async () => {
  const before = await clerksBook();
  open(before);
  await excelWorkbook(QUICK).state();
  await clerk(() => undefined);
  expect(now()).toEqual(before);
});
