/**
 * @jest-environment jsdom
 */
/** What does the clerk find after we wrote, and what keeps us from writing? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { CellsOfSnapshot, type SheetSnapshot } from '../../src/workbench/model/snapshot';
import type { CellStyle } from '../../src/workbench/model/style';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import { HOSTILE_TEXTS } from '../sheet/runs';
import { clerksBook, FIRST, MORE, OTHER_COLUMNS, SHORTER, usedBook } from './books';
import { clerk, now, open, QUICK, startExcel, write } from './excel';
import { planned, smallBook, tableSheetOf, withColumns, workbookOfSheets } from './plans';

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

  describe('what was painted by hand', () => {
    const GREEN = '#00FF00';
    const RED = '#FF0000';
    const style = (row: number, column: number): CellStyle => new CellsOfSnapshot(now(), sheetNow('消込一覧')).style(row, column);
    const painted = (): string[] =>
      list().flatMap((cells, row) =>
        Array.from({ length: 9 }, (_, column) => {
          const { fillColor, fontColor, bold } = style(row, column);
          const said = [fillColor ?? '', ...(fontColor === RED ? ['red'] : []), ...(bold ? ['bold'] : [])].filter((one) => one !== '');
          return row < 4 || said.length === 0 ? [] : [`${String(cells[2]).slice(-1)} ${column}: ${said.join(' ')}`];
        }).flat(),
      );

    test('goes with its slip, and no other slip gets it', async () => {
      expect(painted()).toEqual([`2 0: ${GREEN}`]);
      expect(await write(MORE)).toBeNull();
      expect(painted()).toEqual([`2 0: ${GREEN}`]);
      expect(await write(SHORTER)).toBeNull();
      expect(painted()).toEqual([`2 0: ${GREEN}`]);
      expect(list().findIndex((row) => String(row[2]).endsWith('2'))).toBeGreaterThan(5);
      expect(await write(FIRST)).toBeNull();
      expect(painted()).toEqual([`2 0: ${GREEN}`]);
    });

    test('in her own column and by the font, too', async () => {
      await clerk(({ workbook }) => {
        workbook.tables.getItem('消込一覧').columns.add(8, [['担当'], ['甲'], ['乙'], ['丙']]);
        const sheet = workbook.worksheets.getItem('消込一覧');
        sheet.getRange('I5:I6').format.fill.color = GREEN;
        sheet.getRange('I7').format.font.color = RED;
        sheet.getRange('C7').format.font.bold = true;
      });
      expect(await write(MORE)).toBeNull();
      expect(painted()).toEqual([`2 0: ${GREEN}`, `2 8: ${GREEN}`, '3 2: bold', '3 8: red', `1 8: ${GREEN}`]);
      expect(await write(FIRST)).toBeNull();
      expect(painted()).toEqual([`1 8: ${GREEN}`, `2 0: ${GREEN}`, `2 8: ${GREEN}`, '3 2: bold', '3 8: red']);
    });

    test('with a column that goes it goes, others keep theirs', async () => {
      await clerk(({ workbook }) => void (workbook.worksheets.getItem('消込一覧').getRange('H6').format.fill.color = RED));
      expect(await write(OTHER_COLUMNS)).toBeNull();
      const [table] = sheetNow('消込一覧').tables;
      const at = table!.columns.indexOf('収納機関');
      expect([style(4, at).fillColor, style(5, at).fillColor, style(4, 0).fillColor]).toEqual([RED, null, null]);
    });
  });

  test('the order in which the clerk has sorted the rows stays, by the column’s header, with colours and filters', async () => {
    await clerk(({ workbook }) => {
      const { sort, columns } = workbook.tables.getItem('消込一覧');
      for (const header of ['状態', '請求額（円）']) columns.getItem(header).filter.clear();
      sort.apply([
        { key: 4, ascending: true },
        { key: 2, ascending: false },
      ]);
      columns.getItem('収納機関').filter.applyValuesFilter(['13104']);
    });
    const order = (): string[] =>
      list()
        .slice(4, 9)
        .map((row) => String(row[2]).slice(-1));
    expect(order().slice(0, 3)).toEqual(['3', '2', '1']);
    expect(await write(withColumns(MORE, { drop: 'none', add: { key: 'payerName', header: '氏名', before: 'fiscalYear' } }))).toBeNull();
    expect(
      list()
        .slice(4, 9)
        .map((row) => [String(row[3]).slice(-1), row[5]]),
    ).toEqual([
      ['6', 1000],
      ['5', 1000],
      ['2', 1000],
      ['4', null],
      ['3', null],
    ]);
    const at = list().findIndex((row) => String(row[3]).endsWith('2'));
    expect(new CellsOfSnapshot(now(), sheetNow('消込一覧')).style(at, 0).fillColor).toBe('#00FF00');
    expect(sheetNow('消込一覧').tables[0]!.filters.map(({ column }) => column)).toEqual([8]);
  });

  test('an order that Excel does not take again is told, and all is written', async () => {
    await clerk(({ workbook }) => workbook.tables.getItem('消込一覧').sort.apply([{ key: 4, ascending: true }]));
    const host = open.current();
    const execute = host.execute.bind(host);
    jest.spyOn(host, 'execute').mockImplementation((text, flags) => {
      if (!text.includes('"Name":"Apply"') || !text.includes('"Name":"Sort"')) return execute(text, flags);
      const error = { Code: 'GeneralException', Message: '', Location: '', ActionIndex: 0, HttpStatusCode: 500 };
      return Promise.resolve({ status: 0, body: JSON.stringify({ Results: [], Error: error }) });
    });
    expect(await write(MORE)).toEqual({ code: 'written', notes: [{ code: 'notSorted', sheets: ['消込一覧'] }] });
    jest.restoreAllMocks();
    expect(now().sheets.map(({ name }) => name)).toEqual(['Sheet1', '消込一覧', '集計']);
  });

  test('columns that the clerk has hidden stay hidden, and no row is higher than its texts', async () => {
    await clerk(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('消込一覧');
      sheet.getRange('G5').values = [['電話済み。次は月末。'.repeat(4)]];
      for (const column of ['B:B', 'G:G']) sheet.getRange(column).columnHidden = true;
    });
    expect(await write(FIRST)).toBeNull();
    const { hiddenColumns, rowHeights } = sheetNow('消込一覧');
    expect(hiddenColumns).toEqual([
      { start: 1, count: 1, value: true },
      { start: 6, count: 1, value: true },
    ]);
    const heights = rowHeights.filter(({ start }) => start >= 4).map(({ value }) => value);
    expect(heights).toHaveLength(2);
    for (const height of heights) expect(height).toBeLessThan(200);
  });

  test('rows that the clerk has hidden are other slips’ now: they are shown, and it is told', async () => {
    await clerk(({ workbook }) => {
      for (const header of ['状態', '請求額（円）']) workbook.tables.getItem('消込一覧').columns.getItem(header).filter.clear();
      workbook.worksheets.getItem('消込一覧').getRange('6:6').rowHidden = true;
    });
    expect(await write(MORE)).toEqual({ code: 'written', notes: [{ code: 'rowsShown', sheets: ['消込一覧'] }] });
    expect(sheetNow('消込一覧').hiddenRows).toEqual([]);
    expect(await write(FIRST)).toBeNull();
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

test('a column that the clerk has put among the printed ones pushes none of ours off the page', async () => {
  open();
  expect(await write(FIRST)).toBeNull();
  const printed = (): number => sheetNow('消込一覧').pageLayout.printArea![0]!.columns;
  expect(printed()).toBe(7);
  await clerk(({ workbook }) => void workbook.tables.getItem('消込一覧').columns.add(2, undefined, '担当'));
  expect(await write(FIRST)).toBeNull();
  expect(printed()).toBe(8);
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
