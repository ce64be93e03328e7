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
import { highlightOn, smallBook } from './plans';
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
    const all: unknown[] = [];
    for (let request = 1; request <= requests; request += 9) {
      const host = open(before);
      host.beforeRequest(request, () => (host.moods.otherWorkbookInFront = 3));
      let end: WriteEnd = null;
      const waits = await told(async () => (end = await write(plan)));
      expect({ request, end, workbook: now() }).toEqual({ request, end: null, workbook: after });
      if (waits.length > 0) expect({ request, waits }).toEqual({ request, waits: ['book', null] });
      all.push(...waits);
    }
    expect(all.length).toBeGreaterThan(4);
  });

  test('another workbook in front on the way back, too: the sheets are as before', async () => {
    for (const request of [14, _name === 'the first run' ? 20 : 30]) {
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

  test('names that differ in width alone are one: none of ours is like another', async () => {
    open(before).moods.widthFolded = true;
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(after);
  });

  test('a workbook that counts days from 1904 is refused, and stays as it is', async () => {
    open(before).moods.date1904 = true;
    expect(await write(plan)).toEqual({ code: 'countsFrom1904' });
    open.current().moods.date1904 = false;
    expect(now()).toEqual(before);
  });

  test('a workbook that calculates by hand: every formula is calculated, and it is told', async () => {
    const host = open(before);
    host.moods.manualCalculation = true;
    expect(await write(plan)).toEqual({ code: 'written', notes: [{ code: 'manualCalculation' }] });
    expect(now().sheets).toEqual(after.sheets);
  });

  test('several sheets are selected: nothing has changed, and the failure names it', async () => {
    open(before).moods.severalSheetsSelected = true;
    expect(await write(plan)).toMatchObject({ code: 'writeFailed', perhaps: 'sheetsGrouped' });
    open.current().moods.severalSheetsSelected = false;
    expect(now()).toEqual(before);
  });

  test('several sheets are selected in the middle: it is named, and once one is selected the sheets come back', async () => {
    const host = open(before);
    const stop = host.onChange(() => (host.moods.severalSheetsSelected ||= String(now().settings['keshikomi.journal']).includes('"phase":"swap"')));
    expect(await write(plan)).toMatchObject({ code: 'rollbackFailed', perhaps: 'sheetsGrouped' });
    stop();
    host.moods.severalSheetsSelected = false;
    await excelWorkbook(QUICK).state();
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

describe('filters that Excel does not tell', () => {
  /** 備考 has blanks: whoever filters by it filters what cannot be read. */
  const filtered = async (): Promise<WorkbookSnapshot> => {
    const before = await usedBook();
    open(before);
    await clerk(({ workbook }) => void workbook.tables.getItem('消込一覧').columns.getItem('備考').filter.applyCustomFilter('<>'));
    return now();
  };

  test('are taken off, and it is told; those that can be read stay', async () => {
    const before = await filtered();
    open(before).moods.filterCriteriaFail = 'throws';
    expect(await write(MORE)).toEqual({ code: 'written', notes: [{ code: 'filtersCleared', sheet: '消込一覧', columns: ['備考'] }] });
    open.current().moods.filterCriteriaFail = null;
    const columns = now()
      .sheets.find(({ name }) => name === '消込一覧')!
      .tables[0]!.filters.map(({ column }) => column);
    expect(columns).toEqual([0, 3]);
  });

  test('where nothing is filtered, no column is asked: an Excel that crashes over it stays', async () => {
    open(await clerksBook());
    expect(await write(FIRST)).toBeNull();
    open.current().moods.filterCriteriaFail = 'crashes';
    expect(await write(MORE)).toBeNull();
  });

  test('シートで絞り込む shows what the pane has counted: filters of other columns go, and it is told', async () => {
    open(await filtered());
    const notes = await excelWorkbook(QUICK).filter('消込一覧', '状態', ['未納']);
    expect(notes).toEqual([{ code: 'otherFiltersCleared', sheet: '消込一覧', columns: ['請求額（円）', '備考'] }]);
    const sheet = now().sheets.find(({ name }) => name === '消込一覧')!;
    const hidden = sheet.filteredRows.reduce((sum, { count }) => sum + count, 0);
    expect(sheet.tables[0]!.area.rows - 1 - hidden).toBe(1);
    expect(await excelWorkbook(QUICK).filter('消込一覧', '状態', ['収納済'])).toEqual([]);
  });
});

test('highlights of the last run are known again where Excel tells their rules as they would stand in A1', async () => {
  const before = await usedBook();
  const plan = smallBook(
    [
      { slip: '2', state: '収納済', paid: 1000 },
      { slip: '3', state: '速報のみ', paid: 900 },
    ],
    '合計一致',
  );
  const other = { ...plan, sheets: plan.sheets.map((sheet, index) => (index === 0 ? { ...sheet, highlights: [highlightOn(0, '速報のみ')] } : sheet)) };
  open(before);
  expect(await write(other)).toBeNull();
  const formats = (): unknown =>
    now()
      .sheets.find(({ name }) => name === '消込一覧')!
      .conditionalFormats.map(({ formula }) => formula);
  const polite = formats();
  expect(polite).toEqual(['$A5="速報のみ"']);
  open(before).moods.rulesRelativeToRange = true;
  expect(await write(other)).toBeNull();
  expect(formats()).toEqual(polite);
});

test('a sheet of the clerk’s whose name differs in width alone is found before anything is written', async () => {
  const host = open();
  host.moods.widthFolded = true;
  await clerk(({ workbook }) => void workbook.worksheets.add('ＳＵＭＭＡＲＹ　１'));
  const named = { ...FIRST, sheets: FIRST.sheets.map((sheet) => (sheet.table === null ? { ...sheet, name: 'Summary 1' } : sheet)) };
  expect(await write(named)).toEqual({ code: 'nameTaken', sheet: 'ＳＵＭＭＡＲＹ　１' });
  expect(host.requestCount).toBeLessThan(20);
});

test('a text that no file can hold breaks neither page header nor chart', async () => {
  open();
  const hostile = 'A\u0000B\ufffe\ud800C&';
  const [first, second] = FIRST.sheets as [(typeof FIRST.sheets)[number], (typeof FIRST.sheets)[number]];
  const print = { ...first.print, header: { left: hostile, centre: hostile, right: hostile } };
  const chart = { ...second.charts[0]!, title: hostile, series: second.charts[0]!.series.map((one) => ({ ...one, name: hostile })) };
  expect(
    await write({
      ...FIRST,
      sheets: [
        { ...first, print },
        { ...second, charts: [chart] },
      ],
    }),
  ).toBeNull();
  const texts = JSON.stringify(now().sheets.map(({ charts, pageLayout }) => [charts, pageLayout]));
  expect(texts).toContain('A␀B��C&&');
  expect(texts).not.toMatch(/\\u0000|\ufffe|\\ud800/);
});
