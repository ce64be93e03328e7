/**
 * @jest-environment jsdom
 */
/** What does the clerk find after we wrote, and what keeps us from writing? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { CellsOfSnapshot, type SheetSnapshot } from '../../src/workbench/model/snapshot';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import { HOSTILE_TEXTS } from '../sheet/runs';
import { clerksBook, FIRST, MORE, OTHER_COLUMNS, SHORTER, usedBook } from './books';
import { clerk, now, open, QUICK, startExcel, write } from './excel';
import { planned, smallBook, tableSheetOf, workbookOfSheets } from './plans';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

const sheetNow = (name: string): SheetSnapshot => now().sheets.find((sheet) => sheet.name === name)!;
const list = (): readonly (readonly unknown[])[] => sheetNow('消込一覧').values;
const remarksOf = (slip: string): unknown => list().find((row) => String(row[2] ?? '').endsWith(slip))?.[6] ?? null;

describe('the first run', () => {
  beforeAll(async () => {
    open(await clerksBook());
    expect(await write(FIRST)).toBeNull();
  });

  test('the planned sheet is in front, and the clerk’s sheet stays as it is', () => {
    const { sheets, activeSheet } = now();
    expect(sheets[activeSheet]!.name).toBe('消込一覧');
    expect(sheets[0]!.values).toEqual([
      ['番号', '名前'],
      [1, '甲'],
    ]);
  });

  test('colours are in the order of the plan, the first that holds wins', () => {
    const { conditionalFormats } = sheetNow('消込一覧');
    expect(conditionalFormats.map(({ formula, stopIfTrue }) => [formula, stopIfTrue])).toEqual([
      ['$A5="未納"', true],
      ['$A5="収納済"', true],
    ]);
    expect(conditionalFormats[0]!.style).toMatchObject({
      fillColor: '#FFEB99',
      fontColor: '#4D3C00',
      bold: true,
      underline: 'Single',
      top: { style: 'Dash', color: '#4D3C00' },
    });
  });

  test('the page is set up', () => {
    const { pageLayout, frozen, columnWidths, rowHeights } = sheetNow('消込一覧');
    expect(pageLayout).toMatchObject({ paperSize: 'A4', orientation: 'Landscape', zoom: { horizontalFitToPages: 1 }, centerHorizontally: true });
    expect(pageLayout.leftMargin).toBeCloseTo(28.35, 2);
    expect(pageLayout.printArea).toEqual([{ row: 0, column: 0, rows: 7, columns: 7 }]);
    expect(pageLayout.printTitleRows).toMatchObject({ row: 0, rows: 4 });
    expect(pageLayout.headersFooters.defaultForAllPages).toMatchObject({ leftHeader: 'A&&B', centerHeader: '合計一致', centerFooter: '&P/&N' });
    expect(frozen).toEqual({ rows: 4, columns: 1 });
    expect(columnWidths).toEqual([{ start: 0, count: 8, value: 75.75 }]);
    expect(rowHeights[0]).toEqual({ start: 0, count: 1, value: 26 });
  });

  test('one chart, its series over the cells of its sheet', () => {
    const [chart, ...others] = sheetNow('集計').charts;
    expect(others).toEqual([]);
    expect(chart).toMatchObject({
      type: 'BarStacked100',
      title: '状態',
      series: [{ name: '納付', fillColor: '#0055AD', values: { area: { row: 3, column: 1, rows: 2, columns: 1 } } }],
    });
  });
});

test('texts stay texts in every format', async () => {
  open();
  const formats = ['general', 'text', 'yen', 'date', 'time'] as const;
  const columns = formats.map((format) => ({ key: format, header: `=${format}`, format, cells: HOSTILE_TEXTS }));
  expect(await write(workbookOfSheets([tableSheetOf(TABLE_NAMES.ledger, columns)]))).toBeNull();
  const sheet = sheetNow(TABLE_NAMES.ledger);
  expect(sheet.formulas).toEqual([]);
  for (const row of sheet.values.slice(4)) for (const value of row) expect(typeof value).toBe('string');
  expect(sheet.values.slice(4).map((row) => row[0])).toEqual(sheet.values.slice(4).map((row) => row[1]));
  expect(sheet.values[4]).toEqual(formats.map(() => '=1+1'));
  expect(sheet.tables[0]!.columns).toEqual(formats.map((format) => `=${format}`));
});

describe('a second run', () => {
  beforeEach(async () => {
    open(await usedBook());
  });

  test('備考 goes with its slip, as text; what belonged to a slip that has gone stands below', async () => {
    expect(await write(MORE)).toBeNull();
    expect(remarksOf('2')).toBe('=1+1');
    expect(list()[10]?.[0]).toMatch(/^次の納付書は/);
    expect([list()[11]?.[1], list()[11]?.[2], list()[11]?.[6], list()[11]?.[7]]).toEqual(['2027', '00000000000000001', '電話済み', '13104']);
    expect(await write(SHORTER)).toBeNull();
    const kept = list()
      .slice(5)
      .flatMap((row) => (row[6] === undefined || row[6] === null ? [] : [row[6]]));
    expect(kept.sort()).toEqual(['=1+1', '電話済み'].sort());
    expect(await write(FIRST)).toBeNull();
    expect([remarksOf('1'), remarksOf('2'), remarksOf('3')]).toEqual(['電話済み', '=1+1', null]);
    expect(
      list()
        .slice(7)
        .flatMap((row) => row.filter((value) => typeof value === 'string' && value.startsWith('次の'))),
    ).toEqual([]);
  });

  test('the clerk’s formulas, notes and filters stay', async () => {
    expect(await write(MORE)).toBeNull();
    const own = sheetNow('Sheet1');
    expect(own.formulas.map(({ formula }) => formula)).toEqual(['COUNTIF(消込一覧[状態],"収納済")', '消込一覧!C6', 'SUM(消込一覧!E5:E7)', '消込一覧!A14']);
    expect(own.values[0]![3]).toBe(3);
    expect(own.values[3]![3]).toBe('担当者のメモ');
    expect(sheetNow('集計').values[19]).toEqual(['集計の下のメモ']);
    const { tables, filteredRows } = sheetNow('消込一覧');
    expect(tables[0]!.filters).toEqual([
      { column: 0, criteria: { filterOn: 'Values', values: ['収納済'] } },
      { column: 3, criteria: expect.objectContaining({ filterOn: 'Custom', criterion1: '>=100' }) as unknown },
    ]);
    expect(filteredRows).toEqual([{ start: 5, count: 2, value: true }]);
  });

  test('what was painted by hand does not stay on another slip’s row', async () => {
    expect(await write(MORE)).toBeNull();
    const book = now();
    expect(new CellsOfSnapshot(book, sheetNow('消込一覧')).style(5, 0).fillColor).toBeNull();
  });

  test('verdict, tab colour and print area follow the run; one chart stays one chart', async () => {
    expect(await write(MORE)).toBeNull();
    const { pageLayout, tabColor } = sheetNow('消込一覧');
    expect(pageLayout.headersFooters.defaultForAllPages.centerHeader).toBe('合計不一致あり');
    expect(tabColor).toBe('#850000');
    expect(pageLayout.printArea).toEqual([{ row: 0, column: 0, rows: 9, columns: 7 }]);
    expect(sheetNow('集計').charts).toHaveLength(1);
  });

  test('a column comes, another goes: the rest stays where formulas point', async () => {
    expect(await write(OTHER_COLUMNS)).toBeNull();
    const [table] = sheetNow('消込一覧').tables;
    expect(table!.columns).toEqual(['年度', '納付書番号', '請求額（円）', '納付額（円）', '差額（円）', '氏名', '備考', '収納機関']);
    expect(table!.filters.map(({ column }) => column)).toEqual([2]);
    expect(list()[4]).toEqual(['2027', '00000000000000002', 1000, 1000, 0, '氏名0', '=1+1', '13104']);
  });

  test('columns of the clerk’s own go with their slips, formulas too', async () => {
    await clerk(({ workbook }) => {
      const table = workbook.tables.getItem('消込一覧');
      table.columns.add(8, [['担当'], ['甲'], ['乙'], ["'=A1"]]);
      table.columns.add(9, [['倍'], ['=D5*2'], ['=D6*$D$6+LEN("D6")'], [7]]);
    });
    expect(await write(MORE)).toBeNull();
    const [table] = sheetNow('消込一覧').tables;
    expect(table!.columns.slice(8)).toEqual(['担当', '倍']);
    const own = sheetNow('消込一覧').formulas.filter(({ column }) => column >= 8);
    expect(own).toEqual([
      { row: 4, column: 9, formula: 'D5*$D$6+LEN("D6")' },
      { row: 11, column: 9, formula: 'D12*2' },
    ]);
    expect(list()[5]!.slice(8)).toEqual(['=A1', 7]);
    expect(list()[11]![8]).toBe('甲');
  });

  test('renamed sheets are still ours', async () => {
    await clerk(({ workbook }) => {
      workbook.worksheets.getItem('消込一覧').name = '5月の消込';
    });
    expect(await write(MORE)).toBeNull();
    expect(now().sheets.map(({ name }) => name)).toEqual(['Sheet1', '5月の消込', '集計']);
    expect(await excelWorkbook(QUICK).show('消込一覧', null)).toBe(true);
    expect(await excelWorkbook(QUICK).show('検査', null)).toBe(false);
    expect(now().sheets[now().activeSheet]!.name).toBe('5月の消込');
  });
});

describe('what keeps us from writing', () => {
  test('a workbook that may only be read', async () => {
    const host = open();
    const before = now();
    host.faults.viewOnly = true;
    expect(await write(FIRST)).toEqual({ code: 'readOnly' });
    host.faults.viewOnly = false;
    expect(now()).toEqual(before);
  });

  test('a sheet of the clerk’s with one of our names', async () => {
    open();
    await clerk(({ workbook }) => void workbook.worksheets.add('集計'));
    const before = now();
    expect(await write(FIRST)).toEqual({ code: 'nameTaken', sheet: '集計' });
    expect(now()).toEqual(before);
  });

  test('a copy of our own sheet is the clerk’s', async () => {
    open(await usedBook());
    await clerk(({ workbook }) => void workbook.worksheets.getItem('集計').copy('End'));
    expect(await write(MORE)).toBeNull();
    expect(now().sheets).toHaveLength(4);
  });

  test('a table of the clerk’s with one of our names', async () => {
    open();
    await clerk(({ workbook }) => {
      workbook.worksheets.getItem('Sheet1').tables.add('A1:B3', true).name = '消込一覧';
    });
    const before = now();
    expect(await write(FIRST)).toEqual({ code: 'nameTaken', sheet: 'Sheet1' });
    expect(now()).toEqual(before);
  });

  test('a protected sheet of ours', async () => {
    open(await usedBook());
    await clerk(({ workbook }) => {
      workbook.worksheets.getItem('消込一覧').protection.protect();
      workbook.worksheets.getItem('集計').protection.protect();
    });
    const before = now();
    expect(await write(MORE)).toEqual({ code: 'sheetProtected', sheets: ['消込一覧', '集計'] });
    expect(now()).toEqual(before);
  });

  test('a protected workbook', async () => {
    open();
    await clerk(({ workbook }) => workbook.protection.protect());
    const before = now();
    expect(await write(FIRST)).toEqual({ code: 'workbookProtected' });
    expect(now()).toEqual(before);
  });
});

test('requests wait while a cell is being edited', async () => {
  const host = open();
  host.editing = true;
  let isOver = false;
  const ended = write(FIRST).then((problem) => {
    isOver = true;
    return problem;
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isOver).toBe(false);
  host.editing = false;
  expect(await ended).toBeNull();
});

test('100,000 rows: chunks of at most 1 MB, no range is held, every row is there', async () => {
  const host = open();
  const book = smallBook(
    Array.from({ length: 100_000 }, (_, index) => ({ slip: String(index), state: index % 10 === 0 ? '未納' : '収納済', paid: index % 10 === 0 ? null : 1000 })),
  );
  const steps: number[] = [];
  const { plan, rows } = planned(book);
  const problem = await excelWorkbook(QUICK).write(
    plan,
    rows,
    ({ step, rows: count }) => void (step === 'write' && steps.push(count)),
    new AbortController().signal,
  );
  expect(problem).toBeNull();
  expect(Math.max(...host.log.map(({ bytes }) => bytes))).toBeLessThanOrEqual(1_000_000);
  expect(host.heldReferences).toBe(0);
  expect(host.requestCount).toBeLessThan(80);
  expect(steps.length).toBeGreaterThan(10);
  expect(host.workbook.sheetNamed('消込一覧')!.cells.value(100_003, 2)).toBe('00000000000099999');
});
