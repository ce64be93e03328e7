/**
 * @jest-environment jsdom
 */
import { noFaults } from '../../src/workbench/host/faults';
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => {
  host.open(new Workbook());
  Object.assign(host.faults, noFaults());
  host.clearLog();
});

/** Three requests: A1 to A3. */
const threeRequests = (): Promise<void> =>
  Excel.run(async (context) => {
    for (const row of [0, 1, 2]) {
      context.workbook.worksheets.getActiveWorksheet().getCell(row, 0).values = [[row + 1]];
      await context.sync();
    }
  });

const column = (): unknown[] => [0, 1, 2].map((row) => host.workbook.active.shown(row, 0));

test('without faults everything is written, and the log tells how', async () => {
  await threeRequests();
  expect(column()).toEqual([1, 2, 3]);
  expect(host.requestCount).toBe(3);
  expect(host.log.every(({ bytes, responseBytes, error }) => bytes > 100 && responseBytes > 20 && error === null)).toBe(true);
});

test.each([
  [1, 'before', [undefined, undefined, undefined]],
  [2, 'before', [1, undefined, undefined]],
  [3, 'before', [1, 2, undefined]],
  [2, 'after', [1, 2, undefined]],
  [3, 'after', [1, 2, 3]],
] as const)('request %d fails %s it is carried out', async (request, when, expected) => {
  host.failNext({ request, when });
  const error = await officeErrorOf(threeRequests());
  expect(error.code).toBe('GeneralException');
  expect(column()).toEqual(expected);
});

test('a request stops in the middle of its actions', async () => {
  host.failNext({ request: 1, when: 'halfway', code: 'RequestAborted' });
  const error = await officeErrorOf(
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      for (const row of [0, 1, 2]) sheet.getCell(row, 0).values = [[row]];
      await context.sync();
    }),
  );
  expect(error.code).toBe('RequestAborted');
  expect(column()).toEqual([0, undefined, undefined]);
});

test('one request fails, or all from there on', async () => {
  host.failNext({ request: 1, when: 'before' });
  await officeErrorOf(threeRequests());
  await threeRequests();
  expect(column()).toEqual([1, 2, 3]);
  host.failNext({ request: 1, when: 'before', andAllAfter: true });
  await officeErrorOf(threeRequests());
  await officeErrorOf(threeRequests());
  host.failNext(null);
  await threeRequests();
});

test('a request over five megabytes is refused as Excel on the web does', async () => {
  host.faults.requestLimit = 5 * 1024 * 1024;
  const write = (rows: number): Promise<void> =>
    Excel.run(async (context) => {
      const values = Array.from({ length: rows }, () => ['納'.repeat(1000)]);
      context.workbook.worksheets.getActiveWorksheet().getRangeByIndexes(0, 0, rows, 1).values = values;
      await context.sync();
    });
  await write(1000);
  const error = await officeErrorOf(write(1800));
  expect(error.code).toBe('RequestPayloadSizeLimitExceeded');
});

test('an answer that is too large is refused', async () => {
  host.faults.responseLimit = 1000;
  const error = await officeErrorOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:Z100').load('values');
      await context.sync();
    }),
  );
  expect(error.code).toBe('ResponsePayloadSizeLimitExceeded');
});

test('a slow host answers late, and in order', async () => {
  host.faults.delay = { perRequest: 30, perMegabyte: 0 };
  const start = performance.now();
  await Promise.all([threeRequests(), threeRequests()]);
  expect(performance.now() - start).toBeGreaterThan(170);
});

test('a workbook that can only be viewed is read, not written', async () => {
  host.faults.viewOnly = true;
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('A1').load('values');
    await context.sync();
    expect(range.values).toEqual([['']]);
  });
  expect((await officeErrorOf(threeRequests())).code).toBe('AccessDenied');
});

describe('while a cell is being edited', () => {
  afterEach(() => {
    host.editing = false;
  });

  test('a request that was not sent to wait is refused', async () => {
    host.editing = true;
    expect((await officeErrorOf(threeRequests())).code).toBe('InvalidOperationInCellEditMode');
  });

  test('one that was sent to wait waits', async () => {
    host.editing = true;
    let isDone = false;
    const run = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
      await context.sync();
      isDone = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isDone).toBe(false);
    host.editing = false;
    await run;
    expect(column()[0]).toBe(1);
  });
});

test('calls of the older API that are not modelled end with an error', async () => {
  const result = await new Promise<Office.AsyncResult<unknown>>((resolve) => Office.context.document.getSelectedDataAsync(Office.CoercionType.Text, resolve));
  expect(result.status).toBe('failed');
  expect(host.unanswered).toContain(64);
});
