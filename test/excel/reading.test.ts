/**
 * @jest-environment jsdom
 */
/** What does the pane learn from the workbook, and how does it lead the clerk to a row? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { GRAVEST_FIRST } from '../../src/sheet/held';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { goldenRun, workbookOf } from '../sheet/runs';
import { usedBook } from './books';
import { clerk, now, open, QUICK, startExcel, write } from './excel';

beforeAll(() => startExcel());

const excel = excelWorkbook(QUICK);

test('an empty workbook holds nothing of ours', async () => {
  open();
  expect(await excel.state()).toEqual({
    atWork: null,
    faults: [],
    notes: [],
    receipts: null,
    history: [],
    deeds: [],
    imported: [],
    lastRun: null,
    ledger: null,
    otherTables: [],
    deleted: [],
    sheetNames: ['Sheet1'],
  });
});

test('the verdicts are called as on the sheets', () => {
  const verdicts = (['mismatch', 'error', 'unchecked', 'agrees'] as const).flatMap((verdict) => [ja.verdicts[verdict], en.verdicts[verdict]]);
  expect(GRAVEST_FIRST).toEqual(verdicts);
});

test('the Excel at hand', () => {
  expect(excel.support()).toEqual({ isSupported: true, needs: '1.13', has: expect.stringMatching(/^1\.1[5-9]$/) as unknown });
});

describe('after a run', () => {
  beforeAll(async () => {
    open();
    await clerk(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B2').values = [
        ['番号', '金額'],
        ["'001", 1200],
      ];
      sheet.getRange('B2').numberFormat = [['#,##0']];
      sheet.tables.add('A1:B2', true).name = '名簿';
    });
    expect(await write(workbookOf(goldenRun('week')))).toBeNull();
  });

  test('imported files, the last run, and tables that are not ours', async () => {
    const { imported, lastRun, otherTables } = await excel.state();
    expect(imported).toHaveLength(goldenRun('week').files.length);
    expect(imported[0]).toEqual({
      name: '20270406.dat',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      runAt: '2027/05/10 14:32:00',
      details: expect.any(Number) as unknown,
    });
    expect(lastRun).toEqual({ runAt: '2027/05/10 14:32:00', verdict: '一致' });
    expect(otherTables).toEqual([{ name: '名簿', sheet: 'Sheet1', header: ['番号', '金額'] }]);
  });

  test('a table as its texts, header first', async () => {
    expect(await excel.readTable('名簿')).toEqual([
      ['番号', '金額'],
      ['001', '1,200'],
    ]);
    expect(await excel.readTable('ない')).toEqual([]);
    const rows = await excel.readTable('消込一覧');
    expect(rows[0]!.slice(0, 4)).toEqual(['状態', '注意', '年度', '納付書番号']);
    expect(rows).toHaveLength(goldenRun('week').slips.count + 1);
  });

  test('a row is shown and selected, and a filter that hides it is taken off', async () => {
    const rows = await excel.readTable('消込一覧');
    const [, , year, slip] = rows[8]!;
    await excel.filter('消込一覧', '状態', ['ない']);
    await excel.show('消込一覧', { 年度: year!, 納付書番号: slip! });
    const { activeSheet, sheets, selection } = now();
    expect(sheets[activeSheet]!.name).toBe('消込一覧');
    expect(selection).toMatchObject({ row: 11, column: 0 });
    await excel.show('検査', { レコード: 999_999 });
    expect(now().sheets[now().activeSheet]!.name).toBe('検査');
  });

  test('a filter finds words that are joined with others', async () => {
    await excel.filter('消込一覧', '注意', ['再発行']);
    const rows = (await excel.readTable('消込一覧')).slice(1);
    const hidden = now()
      .sheets.find(({ name }) => name === '消込一覧')!
      .filteredRows.reduce((sum, { count }) => sum + count, 0);
    expect(rows.length - hidden).toBe(rows.filter((row) => row[1]!.split('、').includes('再発行')).length);
    expect(rows.length - hidden).toBeGreaterThan(0);
  });

  test('the slip that the clerk selects is told', async () => {
    const told: unknown[] = [];
    const stop = await excel.onSlipSelected((row) => told.push(row));
    const host = open.current();
    const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 100));
    host.asPerson((workbook) => workbook.select(workbook.sheetNamed('消込一覧')!, { row: 5, column: 2, rows: 1, columns: 1 }));
    await settled();
    const rows = await excel.readTable('消込一覧');
    expect(told.at(-1)).toEqual(Object.fromEntries(rows[0]!.map((header, index) => [header, rows[2]![index]])));
    host.asPerson((workbook) => workbook.select(workbook.sheetNamed('Sheet1')!, { row: 5, column: 2, rows: 1, columns: 1 }));
    await settled();
    expect(told.at(-1)).toBeNull();
    stop();
    await settled();
    const count = told.length;
    host.asPerson((workbook) => workbook.select(workbook.sheetNamed('消込一覧')!, { row: 6, column: 2, rows: 1, columns: 1 }));
    await settled();
    expect(told).toHaveLength(count);
  });
});

test('an Excel that does not tell of the selection is asked for it', async () => {
  open(await usedBook());
  const told: unknown[] = [];
  const host = open.current();
  host.moods.selectionSilent = true;
  const stop = await excel.onSlipSelected((row) => told.push(row));
  host.asPerson((workbook) => workbook.select(workbook.sheetNamed('消込一覧')!, { row: 5, column: 2, rows: 1, columns: 1 }));
  expect(await excel.selectedSlip()).toMatchObject({ 年度: '2027', 納付書番号: '00000000000000002' });
  host.asPerson((workbook) => workbook.select(workbook.sheetNamed('Sheet1')!, { row: 5, column: 2, rows: 1, columns: 1 }));
  expect(await excel.selectedSlip()).toBeNull();
  expect(told).toEqual([]);
  stop();
});

test('nothing that was used before is lost when only the state is read', async () => {
  const before = await usedBook();
  open(before);
  await excel.state();
  expect(now()).toEqual(before);
});
