/** Are the right bytes made of what the clerk chose, and does nothing leave that is not on record? The engine itself, without a page. */
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTemplate } from '../../src/export/csvTemplate';
import { EngineStopped } from '../../src/pane/worker/client';
import type { ExportContent, ExportedFile, ExportProblem, Exportable, HeldNow } from '../../src/engine/exportProtocol';
import type { Engine } from '../../src/engine/protocol';
import { exportFile, type ExportEnd } from '../../src/pane/export/exportFile';
import { contentOf, initialForm, passwordOf, problemOf, withoutPassword, type ExportForm } from '../../src/pane/export/form';
import { faultOf, isTaken, moved, newTemplate, readKept, withColumn, withHeader, without, withTemplate } from '../../src/pane/export/templates';
import { exportPageEn } from '../../src/pane/export/words.en';
import { exportPageJa } from '../../src/pane/export/words.ja';
import { historyItems } from '../../src/pane/pages/historyEntries';
import { FOCUS } from '../../src/pane/state/focus';
import { initialState } from '../../src/pane/state/initialState';
import { reduce } from '../../src/pane/state/reduce';
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { readByOpenpyxl, tableRows } from '../xlsx/independentReaders';
import { fakeWorkbook, HELD_WORKBOOK } from './fakes';
import { localEngine } from '../engine/localEngine';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const GOLDEN = join(__dirname, '../golden');
const bytes = (name: string, file: string): Uint8Array => new Uint8Array(readFileSync(join(GOLDEN, name, file)));
const NEVER = new AbortController().signal;
const NOW = '2027/05/11 08:00';

async function afterRun(name = 'wrong-total', lang: 'ja' | 'en' = 'ja'): Promise<Engine> {
  const engine = localEngine();
  const answer = await engine.run(
    {
      files: [{ name: 'settlement.dat', bytes: bytes(name, 'settlement.dat') }],
      ledger: { kind: 'csv', name: 'ledger.csv', bytes: bytes(name, 'ledger.csv') },
      layout: null,
      asOf: 20270510,
      lang,
      withNames: false,
      dress: USUAL_DRESS,
      runAt: '2027/05/10 14:32',
      version: '1.2.3',
    },
    () => undefined,
  );
  if ('refusal' in answer) throw new Error(answer.refusal.code);
  engine.stand();
  return engine;
}

const HELD: HeldNow = { remarks: [], history: [] };
function asked(engine: Engine, content: ExportContent, held = HELD): Promise<ExportedFile | { readonly problem: ExportProblem }> {
  return engine.export(
    { content: content.kind === 'book' ? { ...content, held } : content, password: null, dress: USUAL_DRESS, now: NOW },
    () => undefined,
    NEVER,
  );
}

async function made(engine: Engine, content: ExportContent, held?: HeldNow): Promise<ExportedFile> {
  const file = await asked(engine, content, held);
  if ('problem' in file) throw new Error(file.problem.code);
  return file;
}

const EXPORTABLE: Exportable = {
  sheets: ['消込一覧', '収納明細', '検査', '集計', '取込履歴', '納付書台帳'],
  sections: ['保育課'],
  isMismatch: false,
  isIncomplete: false,
};
const form = (change: Partial<ExportForm>): ExportForm => ({ ...initialForm(EXPORTABLE), ...change });

test('chosen sheets, states and section in a workbook: the page header and row 3 say so, and the files as imported stay behind', async () => {
  const engine = await afterRun();
  const exportable = await engine.exportable();
  expect(exportable).toMatchObject({ sheets: EXPORTABLE.sheets, isMismatch: true, isIncomplete: true });
  expect(exportable.sections).toContain('保育課');
  const file = await made(engine, { kind: 'book', sheets: exportable.sheets, states: ['unpaid'], section: '保育課', withNames: false });
  expect([file.fileName, file.added]).toEqual(['消込結果_20270510_不一致あり.xlsx', []]);
  const [book] = readByOpenpyxl([file.bytes]);
  expect(book!.sheets.map(({ name }) => name)).toEqual(EXPORTABLE.sheets);
  const [list] = book!.sheets;
  expect(list!.header[0]).toBe('消込一覧（保育課・未納）');
  expect(Object.values(list!.cells).map(({ value }) => String(value))).toContainEqual(expect.stringMatching(/^絞り込み：保育課・未納（60件のうち\d+件）/));
  const headers = list!.tables['消込一覧']!.columns;
  expect(headers).not.toContain('氏名');
  const named = await made(engine, { kind: 'book', sheets: ['消込一覧', '検査'], states: null, section: null, withNames: true });
  expect(readByOpenpyxl([named.bytes])[0]!.sheets[0]!.tables['消込一覧']!.columns).toContain('納付義務者番号');
  expect(named.added).toEqual(['収納明細']);
});

const BOOK = { kind: 'book', states: null, section: null, withNames: false } as const;

test('備考 goes with its slip, whatever is chosen; of slips that are not listed it is counted', async () => {
  const engine = await afterRun();
  const { rows } = await engine.slips({ state: 'unpaid', from: 3, count: 2 });
  const remarks = rows.map(({ billerCode, fiscalYear, slipNumber }, index) => ({ biller: billerCode ?? '', fiscalYear, slipNumber, text: `電話済み${index}` }));
  const gone = { biller: '', fiscalYear: '2020', slipNumber: '1', text: '転出' };
  const held: HeldNow = { ...HELD, remarks: [...remarks, gone] };
  for (const states of [null, ['unpaid'] as const]) {
    const { bytes: book, remarksLeft } = await made(engine, { ...BOOK, states, sheets: ['集計', '消込一覧'] }, held);
    expect(remarksLeft).toBe(1);
    const written = tableRows(readByOpenpyxl([book])[0]!, '消込一覧').filter((row) => row['備考'] !== '');
    expect(written.map((row) => [row['納付書番号'], row['備考']])).toEqual(remarks.map(({ slipNumber, text }) => [slipNumber, text]));
  }
  const unread = { ...HELD, remarks: null };
  expect(await asked(engine, { ...BOOK, sheets: ['集計'] }, unread)).toEqual({ problem: { code: 'noRemarks' } });
  // Without 消込一覧 nothing is missed.
  expect((await made(engine, { ...BOOK, sheets: ['検査'] }, unread)).remarksLeft).toBe(0);
});

test('an export speaks the language of the run', async () => {
  const engine = await afterRun('wrong-total', 'en');
  const { fileName } = await made(engine, { kind: 'finance', mask: 'rows' });
  expect(fileName).toMatch(/^finance_20270510_[a-z-]+\.xlsx$/);
});

test('each kind has its name and its row in 取込履歴', async () => {
  const engine = await afterRun();
  const names: unknown[] = [];
  for (const kind of ['finance', 'book', 'slips', 'unpaid', 'csv'] as const) {
    const template = newTemplate('料金');
    const { fileName, type, row } = await made(engine, contentOf(form({ kind, template: '料金' }), [template]));
    names.push([fileName, type === 'text/csv', row.operation, row.file === fileName, row.judgement]);
  }
  expect(names).toEqual([
    ['財務用_20270510_不一致あり.xlsx', false, '財務用（保存未確認）', true, '不一致'],
    ['消込結果_20270510_不一致あり.xlsx', false, '書き出し（保存未確認）', true, '不一致'],
    ['消込一覧_20270510_不一致あり.csv', true, 'CSV（保存未確認）', true, '不一致'],
    ['未納の一覧_20270510_不一致あり.csv', true, 'CSV（保存未確認）', true, '不一致'],
    ['消込データ_20270510_不一致あり.csv', true, 'CSV（保存未確認）', true, '不一致'],
  ]);
});

test('stopped while it encrypts: nothing comes, and the run is still there', async () => {
  const engine = await afterRun();
  const stop = new AbortController();
  const steps: string[] = [];
  const ended = engine.export(
    { content: { kind: 'finance', mask: 'rows' }, password: 'x', dress: USUAL_DRESS, now: NOW },
    ({ step, share }) => {
      steps.push(step);
      if (step === 'encrypt' && share > 0.1) stop.abort(new EngineStopped());
    },
    stop.signal,
  );
  await expect(ended).rejects.toThrow(EngineStopped);
  expect([...new Set(steps)]).toEqual(['make', 'encrypt']);
  expect((await made(engine, { kind: 'finance', mask: 'rows' })).fileName).toMatch(/^財務用/);
});

test('what is not on record does not leave; what Excel does not open is to be saved', async () => {
  const engine = await afterRun();
  const workbook = fakeWorkbook();
  const recorded = jest.fn();
  const send = (ports: Partial<typeof workbook>, password: string | null = null): Promise<ExportEnd> =>
    exportFile(
      { engine, workbook: { ...workbook, ...ports }, onRecorded: recorded },
      { content: { kind: 'finance', mask: 'rows' }, password, dress: USUAL_DRESS, now: NOW },
      () => undefined,
      NEVER,
    );
  expect(await send({ record: () => Promise.resolve({ code: 'noHistory' }) })).toEqual({ end: 'failed', failure: { code: 'noHistory' } });
  expect(workbook.deeds.opened).toEqual([]);
  expect((await send({})).end).toBe('opened');
  expect([workbook.deeds.opened.length, workbook.deeds.recorded[0]!.sha256]).toEqual([1, null]);
  expect(await send({ openNew: () => Promise.resolve('InvalidArgument') })).toMatchObject({ end: 'toSave', refusal: 'InvalidArgument' });
  const encrypted = await send({}, 'ひみつ');
  expect(encrypted).toMatchObject({ end: 'toSave', refusal: null });
  expect(workbook.deeds.recorded.at(-1)!.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify([encrypted.end, workbook.deeds.recorded])).not.toContain('ひみつ');
  expect(recorded).toHaveBeenCalledTimes(3);
}, 30_000);

test('備考 and 取込履歴 are read for a workbook of sheets alone; a request that fails, or that Excel keeps waiting, is told', async () => {
  const engine = await afterRun();
  const workbook = { ...fakeWorkbook(), remarks: jest.fn(() => Promise.resolve([])), readTable: jest.fn(() => Promise.resolve([])) };
  const send = (content: ExportContent, ports: Partial<typeof workbook> = {}, signal = NEVER): Promise<ExportEnd> =>
    exportFile(
      { engine, workbook: { ...workbook, ...ports }, onRecorded: () => undefined },
      { content, password: null, dress: USUAL_DRESS, now: NOW },
      () => undefined,
      signal,
    );
  const book = { ...BOOK, sheets: ['消込一覧'] };
  for (const content of [{ kind: 'finance', mask: 'rows' } as const, contentOf(form({ kind: 'unpaid' }), [])]) await send(content);
  expect([workbook.remarks.mock.calls, workbook.readTable.mock.calls]).toEqual([[], []]);
  expect((await send(book)).end).toBe('opened');
  expect(workbook.readTable.mock.calls).toEqual([['取込履歴']]);
  const recorded = workbook.deeds.recorded.length;
  const failing = { remarks: jest.fn(() => Promise.reject(new Error('GeneralException'))) };
  expect(await send(book, failing)).toEqual({ end: 'failed', failure: { code: 'readFailed', detail: 'Error: GeneralException' } });
  const stop = new AbortController();
  const waiting = send(book, { remarks: jest.fn(() => new Promise<never>(() => undefined)) }, stop.signal);
  stop.abort();
  expect(await waiting).toEqual({ end: 'stopped' });
  expect(workbook.deeds.recorded).toHaveLength(recorded);
});

test('an engine that holds no run says so', async () => {
  const end = await exportFile(
    { engine: localEngine(), workbook: fakeWorkbook(), onRecorded: () => undefined },
    { content: { kind: 'finance', mask: 'rows' }, password: null, dress: USUAL_DRESS, now: NOW },
    () => undefined,
    NEVER,
  );
  expect(end).toMatchObject({ end: 'failed', failure: { code: 'engineFailed' } });
});

test('what is missing in the form', () => {
  const template = withColumn(newTemplate('料金'), 'payerName');
  const problem = (change: Partial<ExportForm>): string | null => problemOf(form(change), [template]);
  expect(problem({})).toBeNull();
  expect(problem({ kind: 'book', sheets: [] })).toBe('noSheet');
  expect(problem({ kind: 'book', states: [] })).toBe('noState');
  expect(problem({ kind: 'csv' })).toBe('noTemplate');
  expect(problem({ kind: 'csv', template: '料金' })).toBe('personalTemplate');
  expect(problem({ kind: 'csv', template: '料金', withNames: true })).toBeNull();
  expect(problem({ hasPassword: true })).toBe('passwordEmpty');
  expect(problem({ hasPassword: true, password: 'a'.repeat(256) })).toBe('passwordTooLong');
  expect(problem({ hasPassword: true, password: 'a', repeated: 'b' })).toBe('passwordDiffers');
  expect(problem({ hasPassword: true, password: 'a', repeated: 'a' })).toBeNull();
  // A CSV has none.
  expect([problem({ kind: 'slips', hasPassword: true }), passwordOf(form({ kind: 'slips', hasPassword: true, password: 'a' }))]).toEqual([null, null]);
  expect(withoutPassword(form({ hasPassword: true, password: 'a', repeated: 'a' }))).toEqual(form({}));
});

test('names come last in the built-in lists, and only with the switch', () => {
  const columns = (withNames: boolean): readonly string[] => {
    const content = contentOf(form({ kind: 'unpaid', withNames, charset: 'cp932' }), []);
    if (content.kind === 'book' || content.kind === 'finance') throw new Error(content.kind);
    expect(content.template.charset).toBe('cp932');
    return content.template.columns.map(({ column }) => column);
  };
  expect(columns(false)).not.toContain('payerName');
  expect(columns(true).slice(-2)).toEqual(['payerNumber', 'payerName']);
});

test('templates: unique names, order, headers; what cannot be read is kept and told', () => {
  const first = newTemplate('料金');
  expect(isTaken([first], ' 料金', null)).toBe(true);
  expect(isTaken([first], '料金', '料金')).toBe(false);
  expect(faultOf({ ...first, name: ' ' }, [], null)).toBe('noName');
  expect(faultOf(first, [first], null)).toBe('nameTaken');
  expect(faultOf({ ...first, columns: [] }, [], null)).toBe('noColumns');
  expect(faultOf({ ...first, states: [] }, [], null)).toBe('noStates');
  const changed = withHeader(moved(without(first, 0), 0, 1), 1, 'NOTICE_NO');
  expect(changed.columns.slice(0, 2)).toEqual([
    { column: 'biller', header: null },
    { column: 'slipNumber', header: 'NOTICE_NO' },
  ]);
  expect(withHeader(changed, 1, ' ').columns[1]!.header).toBeNull();
  expect(withTemplate([first], { ...changed, name: '料金2 ' }, '料金').map(({ name }) => name)).toEqual(['料金2']);
  const kept: unknown[] = JSON.parse(JSON.stringify([changed, { name: 'x', columns: [{ column: 'later' }] }, changed])) as unknown[];
  expect(readKept(kept)).toEqual({ templates: [changed], unreadable: [kept[1], kept[2]] });
  expect(readTemplate(kept[0])).toEqual({ template: changed });
});

test('履歴 tells of exports among the runs, newest first, and offers nothing to undo', () => {
  const items = historyItems({ ...HELD_WORKBOOK, deeds: [{ runAt: '2027/04/12 17:20', operation: 'CSV', file: 'a.csv' }] });
  expect(items.map((item) => (item.of === 'run' ? item.run.runAt : item.deed.file))).toEqual([
    '2027/04/13 17:05',
    'a.csv',
    '2027/04/12 17:20',
    '2027/04/12 16:58',
  ]);
});

test('a page gives the focus back to what opened it', () => {
  const state = initialState(20270510, DEFAULT_SETTINGS);
  const open = reduce(state, { type: 'pageOpened', page: 'finance', from: FOCUS.finance });
  expect([open.page, reduce(open, { type: 'pageClosed' }).focus!.id]).toEqual(['finance', FOCUS.finance]);
  const menu = reduce(reduce(open, { type: 'pageClosed' }), { type: 'pageOpened', page: 'export' });
  expect(reduce(menu, { type: 'pageClosed' }).focus!.id).toBe(FOCUS.menu);
});

test('both languages have every word, none is empty', () => {
  const texts = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [value]);
  for (const words of [exportPageJa, exportPageEn]) expect(texts(words).filter((text) => text === '')).toEqual([]);
  expect(texts(exportPageJa).filter((text) => typeof text === 'string' && /キャンセル|[！？]|OK/.test(text))).toEqual([]);
});
