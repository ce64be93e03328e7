/**
 * @jest-environment jsdom
 */
/** Is an export written down in 取込履歴 whole or not at all, whatever request fails? And does Excel open what it is given? Through the real Office.js. */
import type { HistoryRow } from '../../src/sheet/records';
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import type { ExportedFile } from '../../src/engine/exportProtocol';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { readByOpenpyxl, tableRows } from '../xlsx/independentReaders';
import { golden, openPane } from './desk';
import { clerk, now, open, QUICK, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

const excel = excelWorkbook(QUICK);
const NO_SIGNAL = new AbortController().signal;
const FILE = '未納の一覧_20270510.csv';
const ledger = golden('week', 'ledger.csv');
const day = (number: string) => golden('week', `202704${number}.dat`);

const UNPAID = {
  kind: 'unpaid',
  withNames: false,
  template: { name: 'unpaid', charset: 'utf-8', headerRow: true, dates: 'yyyy/mm/dd', states: ['unpaid'], columns: [{ column: 'slipNumber', header: null }] },
} as const;

/** A workbook after a run, and the row of an export that the pane would write. */
async function prepared(): Promise<{ readonly before: WorkbookSnapshot; readonly row: HistoryRow; readonly desk: Awaited<ReturnType<typeof openPane>> }> {
  open();
  const desk = await openPane('2027/05/10 09:00');
  expect(await desk.run(day('08'), ledger)).toBeNull();
  const before = now();
  const end = await desk.acts.exporting.export({ content: UNPAID, password: null }, () => undefined, NO_SIGNAL);
  if (end.end !== 'toSave') throw new Error(end.end);
  return { before, row: end.file.row, desk };
}

const history = async (): Promise<string[][]> =>
  (await excel.readTable(TABLE_NAMES.history)).slice(1).map((row) => [row[0]!, row[1]!, row[2]!, row[10]!, row[13]!, row[15]!]);

test('a row like that of an import: formats, print area, and what the pane tells of it', async () => {
  const { before, row, desk } = await prepared();
  expect((await history()).slice(1)).toEqual([['2027/05/10 09:00:00', 'CSV（保存未確認）', FILE, '一致', '2027/05/10', row.sha256]]);
  const sheet = now().sheets.find(({ name }) => name === '取込履歴')!;
  const old = before.sheets.find(({ name }) => name === '取込履歴')!;
  expect(sheet.pageLayout).toEqual({ ...old.pageLayout, printArea: [{ row: 0, column: 0, rows: 6, columns: 15 }] });
  expect(desk.state().workbook).toMatchObject({
    deeds: [{ runAt: '2027/05/10 09:00:00', operation: 'CSV（保存未確認）', file: FILE }],
    history: [{ files: [{ name: '20270408.dat' }] }],
    imported: [{ name: '20270408.dat' }],
    lastRun: { runAt: '2027/05/10 09:00:00', verdict: '一致' },
  });
});

test('what the clerk, or the browser, says is saved stands so in 取込履歴; a row that is gone is no failure', async () => {
  const { before, row } = await prepared();
  expect(await excel.reword(row, 'CSV')).toBeNull();
  expect((await history()).map((texts) => texts[1])).toEqual(['取込', 'CSV']);
  open(before);
  expect(await excel.reword(row, 'CSV')).toBeNull();
  expect(now()).toEqual(before);
  await clerk(({ workbook }) => void workbook.tables.getItem('取込履歴').convertToRange());
  expect(await excel.reword(row, 'CSV')).toEqual({ code: 'noHistory' });
});

test('a later run keeps the row, and an undone import too', async () => {
  const { row } = await prepared();
  expect(await (await openPane('2027/05/11 09:00')).run(day('09'))).toBeNull();
  const desk = await openPane('2027/05/12 09:00');
  expect(await desk.undo('20270409.dat')).toBeNull();
  expect((await history()).map(([runAt, operation, file]) => [runAt, operation, file])).toEqual([
    ['2027/05/10 09:00:00', '取込', '20270408.dat'],
    ['2027/05/10 09:00:00', 'CSV（保存未確認）', FILE],
    ['2027/05/11 09:00:00', '取込', '20270409.dat'],
    ['2027/05/12 09:00:00', '取消', '20270409.dat'],
  ]);
  expect((await history())[1]!.at(-1)).toBe(row.sha256);
});

/** A line that was put in and taken out again takes one off the million rows to which the colours of 判定 reach. */
const comparable = (snapshot: WorkbookSnapshot): unknown => JSON.parse(JSON.stringify(snapshot).replaceAll(/"rows":10485\d\d/g, '"rows":"all"'));

test.each(['before', 'halfway', 'after'] as const)(
  'whichever request fails (%s it was carried out), the row stands whole or the workbook is as it was',
  async (when) => {
    const { before, row } = await prepared();
    const after = open(before);
    expect(await excel.record(row)).toBeNull();
    const [whole, requests] = [now(), after.requestCount];
    const ends: unknown[] = [];
    for (let request = 1; request <= requests; request++) {
      open(before).failNext({ request, when });
      const problem = await excel.record(row);
      ends.push(problem?.code);
      expect({ request, workbook: comparable(now()) }).toEqual({ request, workbook: comparable(problem === null ? whole : before) });
    }
    expect(ends).toContain('recordFailed');
  },
);

test('a protected sheet, a table that is gone: nothing is handed out', async () => {
  const { before, desk } = await prepared();
  open(before);
  await clerk(({ workbook }) => workbook.worksheets.getItem('取込履歴').protection.protect());
  expect(await desk.acts.exporting.export({ content: UNPAID, password: null }, () => undefined, NO_SIGNAL)).toEqual({
    end: 'failed',
    failure: { code: 'sheetProtected', sheets: ['取込履歴'] },
  });
  open(before);
  await clerk(({ workbook }) => workbook.tables.getItem('取込履歴').convertToRange());
  expect(await desk.acts.exporting.export({ content: UNPAID, password: null }, () => undefined, NO_SIGNAL)).toEqual({
    end: 'failed',
    failure: { code: 'noHistory' },
  });
});

test('the clerk’s own column, filter and note below stay his', async () => {
  const { before, row } = await prepared();
  open(before);
  await clerk(({ workbook }) => {
    const table = workbook.tables.getItem('取込履歴');
    table.columns.add(2, undefined, '担当');
    table.columns.getItem('操作').filter.applyValuesFilter(['取込']);
    const sheet = workbook.worksheets.getItem('取込履歴');
    sheet.getRange('C5').values = [['山']];
    sheet.getRange('A8').values = [['メモ']];
  });
  expect(await excel.record(row)).toBeNull();
  expect((await history()).map((texts) => texts.slice(1, 3))).toEqual([
    ['取込', '20270408.dat'],
    ['CSV（保存未確認）', FILE],
  ]);
  const { values } = now().sheets.find(({ name }) => name === '取込履歴')!;
  expect([values[4]![2], values[5]![2] ?? null]).toEqual(['山', null]);
  expect(JSON.stringify(values)).toContain('メモ');
});

const SHEETS = ['消込一覧', '取込履歴'];
const BOOK = { kind: 'book', sheets: SHEETS, states: null, section: null, withNames: false } as const;

const rowsIn = ({ bytes }: ExportedFile, table: string): ReturnType<typeof tableRows> => tableRows(readByOpenpyxl([bytes])[0]!, table);

async function exportedBook(desk: Awaited<ReturnType<typeof openPane>>): Promise<ExportedFile> {
  const end = await desk.acts.exporting.export({ content: BOOK, password: null }, () => undefined, NO_SIGNAL);
  if (end.end !== 'opened') throw new Error(JSON.stringify(end));
  return end.file;
}

const write = (address: string, text: string): Promise<void> =>
  clerk(({ workbook }) => void (workbook.worksheets.getItem('消込一覧').getRange(address).values = [[text]]));
/** 備考, 納付書番号 */
const [REMARK, SLIP] = ['N', 'D'];

test('消込一覧 leaves with the clerk’s 備考 beside its slip, sorted, filtered and moved', async () => {
  const { desk } = await prepared();
  const texts = now().sheets.find(({ name }) => name === '消込一覧')!.values;
  const slips = [5, 9].map((row) => String(texts[row - 1]![3]));
  for (const [index, row] of [5, 9].entries()) await write(`${REMARK}${row}`, `=電話${index}`);
  await clerk(({ workbook }) => {
    const table = workbook.tables.getItem('消込一覧');
    table.columns.add(3, undefined, '担当');
    table.sort.apply([{ key: 4, ascending: false }]);
    table.columns.getItem('状態').filter.applyValuesFilter(['未納']);
  });
  await clerk(({ workbook }) => void workbook.worksheets.getItem('消込一覧').getRange('A:B').insert('Right'));
  const file = await exportedBook(desk);
  const remarked = rowsIn(file, '消込一覧').filter((row) => row['備考'] !== '');
  expect(remarked.map((row) => [row['納付書番号'], row['備考']])).toEqual(slips.map((slip, index) => [slip, `=電話${index}`]));
  expect(file.remarksLeft).toBe(0);
});

test('a 備考 whose slip has gone stays below the table: it is counted', async () => {
  const { desk } = await prepared();
  await write(`${SLIP}5`, '99999999999999999');
  await write(`${REMARK}5`, '転出');
  expect((await exportedBook(desk)).remarksLeft).toBe(1);
  expect(await desk.undo('20270408.dat')).toBeNull();
  const file = await exportedBook(desk);
  expect(file.remarksLeft).toBe(1);
  expect(JSON.stringify(rowsIn(file, '消込一覧'))).not.toContain('転出');
});

test.each<[string, (table: Excel.Table) => void]>([
  ['the table renamed', (table) => void (table.name = '一覧')],
  ['its 備考 renamed', (table) => void (table.columns.getItem('備考').name = 'メモ')],
  ['its 収納機関 deleted', (table) => table.columns.getItem('収納機関').delete()],
])('%s: no 消込一覧 leaves without its 備考', async (_, change) => {
  const { desk } = await prepared();
  const before = await history();
  await clerk(({ workbook }) => change(workbook.tables.getItem('消込一覧')));
  expect(await desk.acts.exporting.export({ content: BOOK, password: null }, () => undefined, NO_SIGNAL)).toEqual({
    end: 'failed',
    failure: { code: 'noRemarks' },
  });
  expect(await history()).toEqual(before);
});

test('a read that fails is told, and nothing leaves', async () => {
  const { desk } = await prepared();
  open.current().failNext({ request: 1, when: 'before' });
  const end = await desk.acts.exporting.export({ content: BOOK, password: null }, () => undefined, NO_SIGNAL);
  expect(end).toMatchObject({ end: 'failed', failure: { code: 'readFailed' } });
});

test('取込履歴 leaves as the workbook has it: with the exports since the run', async () => {
  const { desk } = await prepared();
  await desk.acts.exporting.export({ content: { kind: 'finance', mask: 'lastFour' }, password: null }, () => undefined, NO_SIGNAL);
  await exportedBook(desk);
  const inWorkbook = await history();
  const rows = rowsIn(await exportedBook(desk), '取込履歴');
  expect(rows.map((row) => [row['操作'], row['ファイル'], row['SHA-256']])).toEqual(
    inWorkbook.map(([, operation, file, , , sha256]) => [operation, file, sha256]),
  );
  expect(rows.map((row) => row['操作'])).toEqual(['取込', 'CSV（保存未確認）', '財務用（保存未確認）', '書き出し（保存未確認）']);
});

test('the copy for finance opens as a workbook of its own; what Excel refuses is offered to be saved', async () => {
  const { desk } = await prepared();
  const host = open.current();
  const made: string[][] = [];
  const stop = host.onCreateWorkbook(({ workbook }) => void made.push(workbook.sheets.map(({ name }) => name)));
  const content = { kind: 'finance', mask: 'lastFour' } as const;
  const end = await desk.acts.exporting.export({ content, password: null }, () => undefined, NO_SIGNAL);
  expect(end.end).toBe('opened');
  expect(made).toEqual([['入金確認', '集計', '検査', '収納明細']]);
  stop();
  // Excel opens no encrypted file.
  expect(await excel.openNew(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]))).toMatch(/^InvalidArgument/);
  const encrypted = await desk.acts.exporting.export({ content, password: 'ひみつ' }, () => undefined, NO_SIGNAL);
  expect(encrypted).toMatchObject({ end: 'toSave', refusal: null, file: { fileName: '財務用_20270510.xlsx' } });
});

test('so does what the last run was made with', async () => {
  open();
  expect(await excel.choices()).toBeNull();
  await excel.keepChoices({ layout: { of: 'automatic' }, asOf: 20270430 });
  expect(await excel.choices()).toEqual({ layout: { of: 'automatic' }, asOf: 20270430 });
  await excel.keepChoices(null);
  expect([await excel.choices(), now().settings]).toEqual([null, {}]);
});

test('templates live in the workbook', async () => {
  open();
  expect(await excel.csvTemplates()).toEqual([]);
  await excel.keepCsvTemplates([UNPAID.template]);
  expect(await excel.csvTemplates()).toEqual([UNPAID.template]);
  await excel.keepCsvTemplates([]);
  expect([await excel.csvTemplates(), now().settings]).toEqual([[], {}]);
});
