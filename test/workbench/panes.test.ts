/**
 * @jest-environment jsdom
 */
/** Do two panes work on one workbook, and does only that one go silent which was closed? */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { Pane } from './support/panes';
import { officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => {
  host.open(new Workbook());
  host.clearLog();
});

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Three requests down a column, with pauses between. */
const write = (column: number): Promise<void> =>
  Excel.run(async (context) => {
    for (const row of [0, 1, 2]) {
      context.workbook.worksheets.getActiveWorksheet().getCell(row, column).values = [[row]];
      await context.sync();
      await pause(5);
    }
  });

const filled = (): number[] => [0, 1].map((column) => [0, 1, 2].filter((row) => host.workbook.active.shown(row, column) !== undefined).length);

async function ends(run: Promise<void>): Promise<boolean> {
  return Promise.race([run.then(() => true), pause(150).then(() => false)]);
}

test('both write at once', async () => {
  const [one, other] = [new Pane(), new Pane()];
  await Promise.all([one.inside(() => write(0)), other.inside(() => write(1))]);
  expect(filled()).toEqual([3, 3]);
});

test.each([
  ['lost', 1],
  ['unanswered', 2],
] as const)('one is closed in the middle, its last request %s; the other goes on', async (last, rows) => {
  const [one, other] = [new Pane(), new Pane()];
  one.closeAfter(1, last);
  const [gone, stays] = await Promise.all([ends(one.inside(() => write(0))), ends(other.inside(() => write(1)))]);
  expect([gone, stays]).toEqual([false, true]);
  expect([one.isOpen, other.isOpen]).toEqual([false, true]);
  expect(filled()).toEqual([rows, 3]);
});

test('what is done outside of any pane is not stopped by one that is closed', async () => {
  const one = new Pane();
  one.close();
  expect(await ends(one.inside(() => write(0)))).toBe(false);
  await write(1);
  expect(filled()).toEqual([0, 3]);
});
