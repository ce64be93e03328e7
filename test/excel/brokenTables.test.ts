/**
 * @jest-environment jsdom
 */
/** Does a run say which of our tables are not what we wrote, before it writes anything, and does nothing get lost when they are made again? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { golden, openPane } from './desk';
import { clerk, now, open, QUICK, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(240_000);

const SECOND_DAY = '2027/04/08 09:00';
const week = (day: string): ReturnType<typeof golden> => golden('week', `202704${day}.dat`);
const TABLES = ['消込一覧', '収納明細', '検査', '取込履歴', '納付書台帳', '取込原本'] as const;

let first: WorkbookSnapshot;
let after: WorkbookSnapshot;

beforeAll(async () => {
  open();
  expect(await (await openPane('2027/04/07 09:00')).run(week('08'), golden('week', 'ledger.csv'))).toBeNull();
  await clerk(({ workbook }) => void (workbook.worksheets.getItem('消込一覧').getRange('N6').values = [['電話済み']]));
  first = now();
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  after = now();
});

const contents = ({ sheets }: WorkbookSnapshot): unknown =>
  sheets.map(({ name, values, tables, formulas }) => ({
    name,
    values,
    formulas,
    tables: tables.map((table) => ({ ...table, id: '', sorted: null, filters: [] })),
  }));

describe.each(TABLES)('%s', (table) => {
  test.each([
    ['converted', (book: Excel.Workbook) => void book.tables.getItem(table).convertToRange()],
    ['renamed', (book: Excel.Workbook) => void (book.tables.getItem(table).name = '別の名前')],
  ])('%s: told before anything is written, made again with every row, and the next run is as always', async (fault, spoil) => {
    open(first);
    await clerk(({ workbook }) => spoil(workbook));
    const spoilt = now();
    const desk = await openPane(SECOND_DAY);
    expect(desk.state().workbook!.faults).toMatchObject([{ table, sheet: table, fault, isMendable: true }]);
    expect(await desk.run(week('09'))).toMatchObject({ code: 'write', problem: { code: 'tablesBroken', faults: [{ table, fault }] } });
    expect(now()).toEqual(spoilt);
    await desk.acts.running.mend();
    expect(desk.state().failure).toBeNull();
    expect(desk.state().workbook!.faults).toEqual([]);
    expect(contents(now())).toMatchObject([...(contents(first) as object[])].map((sheet) => ({ ...sheet, formulas: expect.anything() as unknown })));
    expect(await desk.run()).toBeNull();
    expect(contents(now())).toEqual(contents(after));
  });
});

test('取込履歴 without one of its columns: nothing is written over it', async () => {
  open(first);
  await clerk(({ workbook }) => void (workbook.worksheets.getItem('取込履歴').getRange('P4').values = [['指紋']]));
  const spoilt = now();
  const desk = await openPane(SECOND_DAY);
  expect(await desk.run(week('09'))).toMatchObject({
    problem: { code: 'tablesBroken', faults: [{ fault: 'columnsLost', columns: ['SHA-256'], isMendable: false }] },
  });
  expect(now()).toEqual(spoilt);
});

test('取込履歴 is deleted: nothing is written; without its sheet the workbook begins anew', async () => {
  open(first);
  await clerk(({ workbook }) => workbook.tables.getItem('取込履歴').delete());
  expect((await excelWorkbook(QUICK).state()).faults).toEqual([{ table: '取込履歴', sheet: '取込履歴', fault: 'gone', isMendable: false }]);
});

test('消込一覧 is deleted: the run makes it again, under its own headers', async () => {
  open(first);
  await clerk(({ workbook }) => workbook.tables.getItem('消込一覧').delete());
  const desk = await openPane(SECOND_DAY);
  expect(await desk.run(week('09'))).toBeNull();
  const table = (snapshot: WorkbookSnapshot): unknown => snapshot.sheets.find(({ name }) => name === '消込一覧')!.tables[0]!.columns;
  expect(table(now())).toEqual(table(after));
});
