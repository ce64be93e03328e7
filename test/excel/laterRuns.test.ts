/**
 * @jest-environment jsdom
 */
/** Do new files add to what the workbook holds, and does an undone import leave nothing behind? Through the pane's acts and the real Office.js. */
import { USUAL_DRESS } from '../../src/sheet/dressed';
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import type { GivenFile } from '../../src/pane/acts';
import { TABLE_FIRST_ROW, TABLE_NAMES } from '../../src/sheet/workbook';
import { CellsOfSnapshot, type WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { given, golden, openPane } from './desk';
import { localEngine } from '../engine/localEngine';
import { clerk, now, open, QUICK, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

const excel = excelWorkbook(QUICK);
const FIRST_DAY = '2027/04/07 09:00';
const SECOND_DAY = '2027/04/08 09:00';
const week = (day: string, as?: string): ReturnType<typeof golden> => golden('week', `202704${day}.dat`, as);
const ledger = golden('week', 'ledger.csv');

/** All that a reader sees, by sheet, but for the line of facts with the time of the run and 変化, which tells of the run before; 取込履歴 tells of each run and is left out. */
function shown({ sheets, ...book }: WorkbookSnapshot): Record<string, unknown> {
  return Object.fromEntries(
    sheets
      .filter(({ name }) => name !== '取込履歴' && name !== 'Sheet1')
      .map((sheet) => {
        const cells = new CellsOfSnapshot({ sheets, ...book }, sheet);
        const found: string[] = [];
        const change = sheet.tables.flatMap(({ columns }) => columns).indexOf('変化');
        for (const [row, values] of sheet.values.entries()) {
          for (let column = 0; column < values.length; column++) {
            if (column === change && row >= TABLE_FIRST_ROW) continue;
            const [value, formula] = [cells.value(row, column), cells.formula(row, column)];
            if (value === null && formula === null) continue;
            const text = String(value).replace(/実行 \d{4}\/\d\d\/\d\d \d\d:\d\d/, '');
            found.push(`${row},${column}: ${text} ${formula ?? ''} ${cells.style(row, column).numberFormat}`);
          }
        }
        const tables = sheet.tables.map(({ name, area, columns }) => ({ name, area, columns }));
        return [sheet.name, { found, tables, visibility: sheet.visibility }];
      }),
  );
}

const history = async (): Promise<string[]> =>
  (await excel.readTable(TABLE_NAMES.history)).slice(1).map((row) => [row[0], row[1], row[2], row[5], row[10]].join(' '));

async function atOnce(...files: readonly GivenFile[]): Promise<Record<string, unknown>> {
  open();
  expect(await (await openPane(FIRST_DAY)).run(...files)).toBeNull();
  return shown(now());
}

test('first one file, on another day another: the workbook is that of both', async () => {
  const both = await atOnce(week('08'), week('09'), ledger);
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  const desk = await openPane(SECOND_DAY);
  expect(desk.state().workbook).toMatchObject({ ledger: { name: 'ledger.csv', slips: 60, leftOut: ['納付義務者番号'] } });
  expect(await desk.run(week('09'))).toBeNull();
  expect(desk.state().result!.files.map(({ name }) => name)).toEqual(['20270408.dat', '20270409.dat']);
  expect(shown(now())).toEqual(both);
  expect(await history()).toEqual(['2027/04/07 09:00:00 取込 20270408.dat 10 一致', '2027/04/08 09:00:00 取込 20270409.dat 19 一致']);
  const { sheets, activeSheet } = now();
  expect(sheets.find(({ name }) => name === '取込原本')!.visibility).toBe('Hidden');
  expect(sheets[activeSheet]!.name).toBe('消込一覧');
});

test('an import is undone: the workbook is that of what is left, and 取込履歴 forgets nothing', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  const first = shown(now());
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  const desk = await openPane('2027/04/09 09:00');
  expect(await desk.undo('20270409.dat')).toBeNull();
  expect(shown(now())).toEqual(first);
  expect(desk.state().workbook).toMatchObject({
    imported: [{ name: '20270408.dat' }],
    history: [{ isUndone: false }, { isUndone: true, files: [{ name: '20270409.dat' }] }],
    lastRun: { runAt: '2027/04/09 09:00:00', verdict: '一致' },
  });

  expect(await (await openPane('2027/04/10 09:00')).undo('20270408.dat')).toBeNull();
  const empty = await openPane('2027/04/11 09:00');
  expect(empty.state().workbook!.imported).toEqual([]);
  expect((await excel.readTable(TABLE_NAMES.details)).slice(1).flat().join('')).toBe('');
  expect(await empty.run(week('09', 'again.dat'))).toBeNull();
  expect(empty.state().workbook!.imported).toMatchObject([{ name: '20270409.dat', runAt: '2027/04/11 09:00:00' }]);
  expect(await history()).toEqual([
    '2027/04/07 09:00:00 取込 20270408.dat 10 一致',
    '2027/04/08 09:00:00 取込 20270409.dat 19 一致',
    '2027/04/09 09:00:00 取消 20270409.dat 19 一致',
    '2027/04/10 09:00:00 取消 20270408.dat 10 未検査',
    '2027/04/11 09:00:00 取込 20270409.dat 19 一致',
  ]);
});

test('備考 under another name is a column of the clerk’s own: a later run keeps it beside its slips', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('消込一覧');
    sheet.getRange('N6').values = [['電話済み']];
    sheet.getRange('N4').values = [['メモ']];
  });
  const noted = async (): Promise<string[]> => {
    let texts: string[][] = [];
    await Excel.run(async (context) => {
      const range = context.workbook.tables.getItem('消込一覧').getRange();
      range.load('text');
      await context.sync();
      texts = range.text;
    });
    const [header, ...rows] = texts;
    return rows.flatMap((row) => (row[header!.indexOf('メモ')] === '' ? [] : `${row[header!.indexOf('納付書番号')]} ${row[header!.indexOf('メモ')]}`));
  };
  const before = await noted();
  expect(before).toHaveLength(1);
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  expect(await noted()).toEqual(before);
});

test('where nobody can say which slip a 備考 is of, nothing is written', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('消込一覧');
    sheet.getRange('N6').values = [['電話済み']];
    sheet.getRange('D4').values = [['番号']];
  });
  const desk = await openPane(SECOND_DAY);
  expect(await desk.run(week('09'))).toMatchObject({ code: 'write', problem: { code: 'columnsRenamed', sheet: '消込一覧', columns: ['納付書番号'] } });
  await clerk(({ workbook }) => {
    workbook.worksheets.getItem('消込一覧').getRange('D4').values = [['納付書番号']];
  });
  expect(await desk.run()).toBeNull();
});

test('two runs within one minute are two entries; undoing one leaves the other', async () => {
  open();
  expect(await (await openPane('2027/04/07 09:00:07')).run(week('08'), ledger)).toBeNull();
  const first = shown(now());
  expect(await (await openPane('2027/04/07 09:00:41')).run(week('09'))).toBeNull();
  const desk = await openPane(SECOND_DAY);
  expect(desk.state().workbook).toMatchObject({
    history: [
      { runAt: '2027/04/07 09:00:07', files: [{ name: '20270408.dat' }], details: 10 },
      { runAt: '2027/04/07 09:00:41', files: [{ name: '20270409.dat' }], details: 19 },
    ],
    lastRun: { runAt: '2027/04/07 09:00:41', verdict: '一致' },
  });
  expect(await desk.undo('20270409.dat')).toBeNull();
  expect(desk.state().workbook!.imported).toMatchObject([{ name: '20270408.dat' }]);
  expect(shown(now())).toEqual(first);
});

test('settlement.dat on two days is two files; picked again it is known', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08', 'settlement.dat'), ledger)).toBeNull();
  const desk = await openPane(SECOND_DAY);
  await desk.acts.choosing.give([week('08', 'settlement.dat'), week('09', 'settlement.dat')]);
  expect(desk.state().inspection!.files.map(({ name, standing }) => [name, standing])).toEqual([
    ['settlement.dat', 'alreadyImported'],
    ['settlement.dat（2）', 'ok'],
  ]);
  expect(await desk.run()).toBeNull();
  expect(await history()).toEqual(['2027/04/07 09:00:00 取込 settlement.dat 10 一致', '2027/04/08 09:00:00 取込 settlement.dat（2） 19 一致']);
  const third = await openPane('2027/04/09 09:00');
  await third.run(week('10', 'settlement.dat'));
  expect(third.state().result!.files.map(({ name }) => name)).toEqual(['settlement.dat', 'settlement.dat（2）', 'settlement.dat（3）']);
});

describe('an original that somebody has touched', () => {
  beforeEach(async () => {
    open();
    expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
    expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  });

  const changes: Record<string, (sheet: Excel.Worksheet) => void> = {
    'its content': (sheet) => void (sheet.getRange('G5').values = [['AAAA']]),
    'its content, no base64': (sheet) => void (sheet.getRange('G5').values = [['あ']]),
    'its SHA-256': (sheet) => void (sheet.getRange('B5').values = [['0'.repeat(64)]]),
    'its layout': (sheet) => void (sheet.getRange('D5').values = [['muf']]),
    'its name': (sheet) => void (sheet.getRange('A5').values = [['x.dat']]),
    'its part': (sheet) => void (sheet.getRange('F5').values = [[2]]),
    'its row': (sheet) => sheet.getRange('5:5').delete('Up'),
  };
  test.each(Object.keys(changes))('%s: the run is refused, nothing is changed, undoing it is the way on', async (change) => {
    await clerk(({ workbook }) => changes[change]!(workbook.worksheets.getItem('取込原本')));
    const before = now();
    const desk = await openPane('2027/04/09 09:00');
    expect(await desk.run(week('10'))).toMatchObject({ code: 'run', refusal: { code: 'originalsChanged', files: ['20270408.dat'] } });
    expect(now()).toEqual(before);
    expect(await desk.undo('20270408.dat')).toBeNull();
    expect(desk.state().workbook!.imported.map(({ name }) => name)).toEqual(['20270409.dat']);
    expect(await desk.run(week('08'))).toBeNull();
    // What was picked for the refused run had stayed.
    expect(desk.state().workbook!.imported.map(({ name }) => name)).toEqual(['20270409.dat', '20270410.dat', '20270408.dat']);
  });
});

test('what the clerk does to the other sheets never changes the result', async () => {
  const both = await atOnce(week('08'), week('09'), ledger);
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  await clerk(({ workbook }) => {
    workbook.worksheets.getItem('収納明細').getRange('K5:K8').values = [[1], [2], [3], [4]];
    workbook.worksheets.getItem('取込原本').visibility = 'Visible';
    workbook.tables.getItem('納付書台帳').columns.add(undefined, [['担当'], ...Array.from({ length: 60 }, () => ['甲'])]);
  });
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  const after = shown(now());
  expect(after['収納明細']).toEqual(both['収納明細']);
  expect(after['消込一覧']).toEqual(both['消込一覧']);
  expect(now().sheets.find(({ name }) => name === '取込原本')!.visibility).toBe('Visible');
  expect((await excel.readTable('納付書台帳'))[0]).not.toContain('担当');
});

test('colours by hand that the next run will not keep are known before it, by the sheet’s name', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  expect((await excel.state()).painted).toBeUndefined();
  await clerk(({ workbook }) => {
    workbook.worksheets.getItem('消込一覧').getRange('A6').format.fill.color = '#00FF00';
    const details = workbook.worksheets.getItem('収納明細');
    details.getRange('B6').format.fill.color = '#00FF00';
    details.name = '4月の明細';
    workbook.tables.getItem('納付書台帳').columns.add(undefined, [['担当'], ...Array.from({ length: 60 }, () => ['甲'])]);
    workbook.worksheets.getItem('納付書台帳').getRange('I7').format.fill.color = '#00FF00';
    workbook.worksheets.getItem('検査').getRange('B6').format.font.bold = true;
  });
  expect((await excel.state()).painted).toEqual(['4月の明細', '検査']);
  const desk = await openPane(SECOND_DAY);
  expect(await desk.run(week('09'))).toBeNull();
  expect(desk.state().workbook!.painted).toBeUndefined();
});

test('another ledger alone, then 再消込 stands in 取込履歴', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), week('09'))).toBeNull();
  const desk = await openPane(SECOND_DAY);
  expect(desk.state().workbook!.ledger).toBeNull();
  expect(await desk.run(ledger)).toBeNull();
  expect(desk.state().result!.ledger).toMatchObject({ name: 'ledger.csv', slips: 60 });
  expect(await history()).toEqual([
    '2027/04/07 09:00:00 取込 20270408.dat 10 一致',
    '2027/04/07 09:00:00 取込 20270409.dat 19 一致',
    expect.stringMatching(/^2027\/04\/08 09:00:00 再消込 {3}/),
  ]);
  expect(desk.state().workbook!.imported).toHaveLength(2);
});

test('a ledger alone, files later', async () => {
  const both = await atOnce(week('08'), ledger);
  open();
  const engine = localEngine();
  const picked = { kind: 'csv', name: 'ledger.csv', bytes: new Uint8Array(await ledger.arrayBuffer()) } as const;
  const facts = { layout: null, asOf: 20270510, lang: 'ja', withNames: false, dress: USUAL_DRESS, runAt: FIRST_DAY, version: '0.1.0' } as const;
  await engine.run({ files: [], ledger: picked, earlier: { originals: [], history: [], undone: [] }, ...facts }, () => undefined);
  expect(await excel.write(await engine.workbook(), engine.rows, () => undefined, new AbortController().signal)).toBeNull();
  expect(await (await openPane(SECOND_DAY)).run(week('08'))).toBeNull();
  expect(shown(now())).toEqual(both);
});

test('names are written, and with the next run they are gone', async () => {
  const lines = new TextDecoder()
    .decode(new Uint8Array(await ledger.arrayBuffer()))
    .trimEnd()
    .split(/\r?\n/);
  const named = given('ledger.csv', new TextEncoder().encode(lines.map((line, row) => `${line},${row === 0 ? '氏名' : `見本${row}`}`).join('\r\n')));
  const without = await atOnce(week('08'), week('09'), named);
  open();
  expect(await (await openPane(FIRST_DAY, { withNames: true })).run(week('08'), named)).toBeNull();
  const namesInWorkbook = (): boolean => /見本\d/.test(JSON.stringify(now()));
  expect(namesInWorkbook()).toBe(true);
  expect(await (await openPane(SECOND_DAY, { withNames: false })).run(week('09'))).toBeNull();
  expect(namesInWorkbook()).toBe(false);
  expect(shown(now())).toEqual(without);
});

test('a file that is no settlement data is recorded, not kept', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), given('book.xlsx', new TextEncoder().encode('PK\u0003\u0004 氏名')))).toBeNull();
  const desk = await openPane(SECOND_DAY);
  expect(desk.state().workbook!.imported.map(({ name }) => name)).toEqual(['20270408.dat']);
  expect(await desk.run(week('09'))).toBeNull();
  expect(desk.state().result!.files).toHaveLength(2);
  expect((await history())[1]).toBe('2027/04/07 09:00:00 取込 book.xlsx  エラー');
});

test('columns matched by hand are found by themselves in the next run', async () => {
  const text = new TextDecoder().decode(new Uint8Array(await ledger.arrayBuffer()));
  const renamed = given('台帳.csv', new TextEncoder().encode(text.replace('請求金額', '金額').replace('納付義務者番号', '保護者番号')));
  open();
  const desk = await openPane(FIRST_DAY);
  await desk.acts.choosing.give([week('08'), renamed]);
  expect(desk.state().inspection!.ledger).toMatchObject({ standing: 'refused', refusal: { missing: ['請求金額'] } });
  const match = { fiscalYear: '年度', slipNumber: '納付書番号', dueDate: '納期限', payerNumber: '保護者番号' };
  await desk.acts.choosing.matchColumns(match);
  expect(desk.state().inspection!.ledger).toMatchObject({
    standing: 'refused',
    refusal: { columns: expect.arrayContaining(['金額', '保護者番号']) as unknown },
  });
  await desk.acts.choosing.matchColumns({ ...match, billedAmount: '金額' });
  expect(await desk.run()).toBeNull();
  expect((await excel.readTable('納付書台帳'))[0]).toEqual(expect.arrayContaining(['請求金額']));
  expect((await excel.readTable('納付書台帳'))[0]).not.toContain('保護者番号');
  const next = await openPane(SECOND_DAY);
  expect(await next.run(week('09'))).toBeNull();
  expect(next.state().result!.ledger).toEqual({ ...desk.state().result!.ledger });
});

test('whichever request of a second run fails, the first day stands as it was', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  const before = now();
  const host = open(before);
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  const [after, requests] = [shown(now()), host.requestCount];
  for (let request = 4; request <= requests; request += 9) {
    open(before).failNext({ request, when: 'halfway' });
    const failure = await (await openPane(SECOND_DAY)).run(week('09'));
    if (failure === null) expect(shown(now())).toEqual(after);
    else expect({ request, same: JSON.stringify(now()) === JSON.stringify(before) }).toEqual({ request, same: true });
  }
});

test('a pane that was gone half-way: the next one reads the workbook as it was before', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  const before = now();
  const host = open(before);
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  const [after, requests] = [shown(now()), host.requestCount];
  for (let request = 30; request <= requests; request += 13) {
    open(before).failNext({ request, when: 'halfway', andAllAfter: true });
    await (await openPane(SECOND_DAY)).run(week('09'));
    host.failNext(null);
    const desk = await openPane(SECOND_DAY);
    expect(desk.state().workbook).toMatchObject({ ledger: { slips: 60 } });
    const names = desk.state().workbook!.imported.map(({ name }) => name);
    if (names.length === 1) expect(await desk.run(week('09'))).toBeNull();
    expect({ request, same: JSON.stringify(shown(now())) === JSON.stringify(after) }).toEqual({ request, same: true });
  }
});

test('with dates of the era on the sheets, a later run reads them and changes only how they look', async () => {
  open();
  expect(await (await openPane(FIRST_DAY, { dates: 'japanese' })).run(week('08'), ledger)).toBeNull();
  const texts = (await excel.readTable(TABLE_NAMES.reconciliation)).slice(1).flatMap((row) => row[6]!);
  expect(texts.filter((text) => !/^(?:R\d+\.\d{1,2}\.\d{1,2})?$/.test(text))).toEqual([]);
  expect(new Set(texts).size).toBeGreaterThan(1);
  const list = now().sheets.find(({ name }) => name === '消込一覧')!;
  const heading = list.values.slice(0, 2).flat().join(' ');
  expect(heading).toMatch(/基準日 R\d+\.\d+\.\d+　実行 R\d+\.\d+\.\d+ 09:00　/);
  expect(heading).not.toMatch(/\d{4}\/\d\d\/\d\d/);
  expect(await (await openPane(SECOND_DAY)).run(week('09'))).toBeNull();
  expect(shown(now())).toEqual(await atOnce(week('08'), week('09'), ledger));
});

test('処理 goes with its slip through a later run, and is read by it', async () => {
  open();
  expect(await (await openPane(FIRST_DAY)).run(week('08'), ledger)).toBeNull();
  const before = await excel.readTable(TABLE_NAMES.reconciliation);
  const place = (key: string): number => before[0]!.indexOf(key);
  const [number, disposition] = [place('納付書番号'), place('処理')];
  expect(before[0]!.slice(disposition, disposition + 3)).toEqual(['処理', '処理日', '処理額（円）']);
  const slip = before.at(-1)![number]!;
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('消込一覧');
    sheet.getRangeByIndexes(4 + before.length - 2, disposition, 1, 3).values = [['還付済', 46508, 3000]];
  });
  const desk = await openPane(SECOND_DAY);
  expect(await desk.run(week('09'))).toBeNull();
  const after = await excel.readTable(TABLE_NAMES.reconciliation);
  expect(after.filter((row) => row[disposition] !== '' && row !== after[0]).map((row) => [row[number], ...row.slice(disposition, disposition + 3)])).toEqual([
    [slip, '還付済', '2027/05/01', '3,000'],
  ]);
  expect(desk.state().result!.dispositionFaults).toMatchObject([{ title: '過納額のない還付・充当', place: expect.stringContaining(slip) }]);
  expect((await excel.readTable(TABLE_NAMES.checks)).some((row) => row[0] === 'エラー' && row[1] === '過納額のない還付・充当')).toBe(true);
});
