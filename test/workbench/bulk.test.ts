/**
 * @jest-environment jsdom
 */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf({ keepsRequests: true });
});
beforeEach(() => {
  host.open(new Workbook());
  host.clearLog();
});

test('more than 1,500 cells are sent by Office.js in slices, and arrive whole', async () => {
  const values = Array.from({ length: 1000 }, (_, row) => [row, `r${row}`, row % 2 === 0]);
  await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange('B3:D1002');
    range.values = values;
    range.load('values');
    await context.sync();
    expect(range.values).toEqual(values);
  });
  const [{ body }] = host.log as [(typeof host.log)[number]];
  expect(body!.Actions.filter(({ Name }) => Name === 'Values')).toHaveLength(2);
});

test('a list of the wrong size is refused although it is sliced', async () => {
  const error = await officeErrorOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange('A1:C1001').values = Array.from({ length: 1000 }, () => [1, 2, 3]);
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

test('100,000 rows of twelve columns are written in chunks, each under a megabyte', async () => {
  const ROWS = 100_000;
  const CHUNK = 5000;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:L1').values = [Array.from({ length: 12 }, (_, column) => `列${column + 1}`)];
    sheet.getRange(`A2:A${ROWS + 1}`).numberFormat = '@' as unknown as string[][];
    await context.sync();
    for (let start = 0; start < ROWS; start += CHUNK) {
      context.application.suspendApiCalculationUntilNextSync();
      const range = sheet.getRangeByIndexes(start + 1, 0, CHUNK, 12).untrack();
      range.values = Array.from({ length: CHUNK }, (_, row) => [
        String(start + row).padStart(17, '0'),
        ...Array.from({ length: 11 }, (__, column) => (start + row) * column),
      ]);
      await context.sync();
    }
    const table = sheet.tables.add(`A1:L${ROWS + 1}`, true);
    table.name = '収納明細';
    sheet.getRange('N1').formulas = [['=SUM(収納明細[列3])']];
    const sum = sheet.getRange('N1').load('values');
    const last = sheet.getRange(`A${ROWS + 1}`).load('values, text');
    await context.sync();
    expect(sum.values).toEqual([[(ROWS * (ROWS - 1)) / 2]]);
    expect(last.text).toEqual([['00000000000099999']]);
  });
  expect(host.heldReferences).toBeLessThan(10);
  expect(Math.max(...host.log.map(({ bytes }) => bytes))).toBeLessThan(1024 * 1024);
}, 60_000);
