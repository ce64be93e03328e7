/**
 * @jest-environment jsdom
 *
 * Does the pane lead a clerk by keyboard and ear from the files to the last slip, and tell every failure?
 */
import './browserParts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App, type AppProps } from '../../src/pane/app';
import { EngineStopped } from '../../src/pane/worker/client';
import type { Engine } from '../../src/engine/protocol';
import { USUAL_TOLD } from '../../src/engine/terms';
import { fakeEnvironment, fakeWorkbook, HELD_WORKBOOK, stuckEngine, type FakeEnvironment, type FakeWorkbook } from './fakes';
import { localEngine } from '../engine/localEngine';

let root: Root;
let environment: FakeEnvironment;
let workbook: FakeWorkbook;

async function open(change: Partial<AppProps> = {}): Promise<void> {
  environment = (change.environment as FakeEnvironment | undefined) ?? fakeEnvironment();
  workbook = (change.workbook as FakeWorkbook | undefined) ?? fakeWorkbook();
  const place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  await act(async () => root.render(<App engine={change.engine ?? watched(localEngine())} workbook={workbook} environment={environment} />));
}

afterEach(async () => {
  await act(async () => root.unmount());
  document.body.innerHTML = '';
});

const golden = (name: string, file: string): File => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../golden', name, file)));
  return Object.assign(new File([], file), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
};
const text = (selector: string): string => document.querySelector(selector)?.textContent ?? '';
const body = (): string => document.body.textContent ?? '';
const spoken = (manner: 'polite' | 'alert'): string => text(`[data-announcer=${manner}]`);
const buttonNamed = (name: string | RegExp): HTMLElement => {
  const all = [...document.querySelectorAll<HTMLElement>('button,[role=tab],[role=menuitem]')];
  const found = all.find((button) => new RegExp(name).test(button.getAttribute('aria-label') ?? button.textContent ?? ''));
  if (found === undefined) throw new Error(`no button ${String(name)} among ${all.map((button) => button.textContent).join(' | ')}`);
  return found;
};
/** Calls that the engine has not answered. */
let asked = 0;
const watched = (engine: Engine): Engine =>
  new Proxy(engine, {
    get: (target, name): unknown => {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        const answer = Reflect.apply(member, target, args) as unknown;
        if (!(answer instanceof Promise)) return answer;
        asked++;
        const answered = (): void => void asked--;
        answer.then(answered, answered);
        return answer;
      };
    },
  });
const sleep = (time: number): Promise<void> => act(async () => new Promise((resolve) => setTimeout(resolve, time)));
/** Until the engine has answered everything, however slow the machine, and the pane has drawn it. */
async function settle(time = 0): Promise<void> {
  await sleep(time);
  while (asked > 0) {
    await sleep(5);
    await sleep(0);
  }
}
async function click(name: string | RegExp): Promise<void> {
  await act(async () => {
    buttonNamed(name).focus();
    buttonNamed(name).click();
  });
  await settle();
}
async function press(key: string): Promise<void> {
  await act(async () => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
  await settle();
}
async function give(...files: readonly File[]): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('[data-picker=files]')!;
  Object.defineProperty(input, 'files', { value: files, configurable: true });
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
  await settle(50);
}
/** Until the run has ended, however slow the machine is. */
async function ended(): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    await settle(20);
    if (document.querySelector('.foot')?.textContent !== '中止する') return;
  }
  throw new Error('the run does not end');
}
async function runCase(name: string): Promise<void> {
  await give(golden(name, 'settlement.dat'), golden(name, 'ledger.csv'));
  await click('1ファイルで消込を実行する');
  await ended();
}

test('from the first view to the verdict: the focus stays on the place of the button', async () => {
  await open();
  expect(body()).toContain('収納データ（速報・確報）を選ぶ');
  await give(golden('one-file', 'settlement.dat'), golden('one-file', 'ledger.csv'));
  expect(spoken('polite')).toBe('1ファイル。1ファイルを読み込みます。');
  expect(body()).toContain('60件・968,000円');
  await click('1ファイルで消込を実行する');
  await ended();
  expect(text('.verdict')).toContain('合計は全て一致しました');
  expect(document.activeElement?.textContent).toBe('消込一覧を開く');
  expect(spoken('polite')).toMatch(/^消込が終わりました。合計は全て一致しました。未納10件、注意は/);
  expect(workbook.deeds.written).toBe(1);
});

test('a difference is spoken once, as an alert, with both values; its row opens on the sheet', async () => {
  await open();
  await runCase('wrong-total');
  expect(spoken('alert')).toContain('ファイルの合計594,701円、明細の計594,700円、明細が1円少ない');
  expect(text('.verdict')).toContain('この結果で収納を確定しないでください');
  expect(text('.totals .differs')).toContain('マイナス1円');
  await click('^検査結果（1件）を開く');
  expect(document.activeElement?.id).toBe('view-heading');
  await click('^検査シートの行を開く');
  expect(workbook.deeds.shown.at(-1)).toMatchObject({ sheet: '検査', row: { コード: 'totalMismatch' } });
  await press('Escape');
  expect(document.activeElement?.id).toBe('open-findings');
});

test('by keyboard from the states to a slip and back', async () => {
  await open();
  await runCase('one-file');
  buttonNamed('^未納 10件 請求額 234,000円 一覧を開く').focus();
  await press('ArrowDown');
  expect(document.activeElement?.id).toBe('open-preliminary');
  await press('ArrowUp');
  await click('^未納 10件');
  expect(document.querySelectorAll('.slip-row').length).toBeGreaterThan(3);
  const first = document.querySelector<HTMLElement>('.slip-row')!;
  first.focus();
  await press('ArrowDown');
  const second = document.activeElement as HTMLElement;
  expect(second).not.toBe(first);
  await act(async () => second.click());
  await settle(20);
  expect(text('.beside')).toBe('2/10件');
  expect(text('h2')).toBe('2027年度 1000067');
  await click('^次の納付書');
  expect(spoken('polite')).toMatch(/^2027年度 1000101、未納/);
  await click('^シートで表示する');
  expect(workbook.deeds.shown.at(-1)).toEqual({ sheet: '消込一覧', row: { 年度: '2027', 納付書番号: '00000000001000101', 収納機関: '13104' } });
  buttonNamed('^次の納付書').focus();
  await press('Escape');
  await settle(50);
  expect(document.activeElement?.id).toBe('slip-row-active');
  expect(document.activeElement?.textContent).toContain('1000101');
  await press('Escape');
  expect(document.activeElement?.id).toBe('open-unpaid');
});

test('a row selected on the sheet takes the place of the open slip, silently', async () => {
  await open();
  await runCase('one-file');
  await click('^二重納付');
  await act(async () => document.querySelector<HTMLElement>('.slip-row')!.click());
  await settle(20);
  const said = spoken('polite');
  await act(async () => workbook.select({ 納付書番号: '00000000001000047', 年度: '2027', 収納機関: '13104' }));
  await settle(20);
  expect(text('h2')).toBe('2027年度 1000047');
  expect(spoken('polite')).toBe(said);
});

test('where Excel does not tell what is selected, a button asks for it', async () => {
  await open();
  await runCase('one-file');
  await click('^二重納付');
  await act(async () => document.querySelector<HTMLElement>('.slip-row')!.click());
  await settle(20);
  await click('^選んだ行を表示');
  expect(body()).toContain('消込一覧の行を選んでから押してください。');
  workbook.selectSilently({ 納付書番号: '00000000001000047', 年度: '2027', 収納機関: '13104' });
  await click('^選んだ行を表示');
  await settle(20);
  expect(text('h2')).toBe('2027年度 1000047');
  expect(body()).not.toContain('消込一覧の行を選んでから押してください。');
});

test('二重納付 on the sheet is every slip of the list, those that are not certain too', async () => {
  await open();
  await runCase('one-file');
  await click('^二重納付');
  await click('^シートで絞り込む');
  expect(workbook.deeds.filtered).toEqual([{ table: '消込一覧', column: '注意', words: ['二重納付', '二重納付の疑い'] }]);
});

test('search takes numbers with and without zeros, and says why nothing is found', async () => {
  await open();
  await runCase('one-file');
  await click('^未納 10件');
  const search = document.querySelector<HTMLInputElement>('[type=search]')!;
  const type = async (value: string): Promise<void> => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(search, value);
    await act(async () => search.dispatchEvent(new Event('input', { bubbles: true })));
    await settle(20);
  };
  await type('00000000001000047');
  expect(document.querySelectorAll('.slip-row')).toHaveLength(1);
  await type('424242');
  expect(body()).toContain('番号を確認してください');
  await click('^シートで絞り込む');
  expect(workbook.deeds.filtered).toEqual([{ table: '消込一覧', column: '状態', words: ['未納'] }]);
});

test('stopping while the engine works leaves everything as it was', async () => {
  const stuck: Engine = stuckEngine(localEngine(), new EngineStopped());
  await open({ engine: stuck });
  await give(golden('one-file', 'settlement.dat'));
  await click('1ファイルで消込を実行する');
  await settle(600);
  expect(document.querySelector('[aria-current=step]')?.textContent).toContain('検査');
  expect(document.querySelector('[role=progressbar]')?.getAttribute('aria-label')).toBe('消込の進み具合');
  await click('^中止する');
  expect(body()).toContain('シートは実行前のままです。選んだファイルは残っています。');
  expect(body()).toContain('settlement.dat');
  expect(workbook.deeds.written).toBe(0);
});

test('stopping while the sheets are written waits for the workbook to be restored', async () => {
  await open({ workbook: fakeWorkbook({ holdsAt: { step: 'write', sheet: '収納明細', rows: 5, of: 98 } }) });
  await give(golden('one-file', 'settlement.dat'));
  await click('1ファイルで消込を実行する');
  await settle(600);
  expect(body()).toContain('中止すると、シートを実行前の状態に戻します。');
  await click('^中止する');
  await settle(50);
  expect(body()).toContain('中止しました');
});

test('a failed write is told with its place, and its details can be copied', async () => {
  await open({ workbook: fakeWorkbook({ problem: { code: 'writeFailed', sheet: '収納明細', rows: 5000, of: 84000, detail: 'PayloadTooLarge' } }) });
  await give(golden('one-file', 'settlement.dat'));
  await click('1ファイルで消込を実行する');
  await settle(50);
  expect(text('[role=alert].fui-MessageBar')).toContain('「収納明細」5,000/84,000行で失敗しました');
  await click('^詳細をコピーする');
  expect(environment.copied[0]).toContain('detail: PayloadTooLarge');
  expect(spoken('polite')).toBe('コピーしました。');
});

test('a ledger with other names is matched by hand', async () => {
  const rows = [
    ['年度', '番号', '期限', '金額'],
    ['2027', '1000047', '2027/04/25', '6000'],
  ];
  const state = { imported: [], lastRun: null, otherTables: [{ name: '台帳', sheet: 'S', header: rows[0]! }] };
  await open({ workbook: fakeWorkbook({ state, tables: { 台帳: rows } }) });
  await give(golden('one-file', 'settlement.dat'));
  const choose = async (select: HTMLSelectElement, value: string): Promise<void> => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value);
    await act(async () => select.dispatchEvent(new Event('change', { bubbles: true })));
    await settle(20);
  };
  await choose(document.querySelector<HTMLSelectElement>('.tables select')!, '台帳');
  expect(body()).toContain('「納付書番号」「納期限」「請求金額」の列が見つかりません');
  await click('^列を対応させる');
  const [, number, due, amount] = document.querySelectorAll<HTMLSelectElement>('.matching select');
  await choose(number!, '番号');
  await choose(due!, '期限');
  await choose(amount!, '金額');
  await act(async () => document.querySelector<HTMLFormElement>('.matching')!.requestSubmit());
  await settle(20);
  expect(body()).toContain('1件・6,000円・ブックの表');
  expect(buttonNamed('1ファイルで消込を実行する').getAttribute('aria-disabled')).not.toBe('true');
});

test('Delete removes a file, and the focus goes on', async () => {
  await open();
  await give(golden('week', '20270406.dat'), golden('week', '20270407.dat'));
  document.getElementById('file-0')!.focus();
  await press('Delete');
  expect(document.activeElement?.id).toBe('file-0');
  expect(spoken('polite')).toBe('20270406.datを外しました。');
  await press('Delete');
  expect(body()).toContain('コンビニ収納の消込');
});

test('the same name twice stays two files; the same bytes twice are read once', async () => {
  await open();
  await give(golden('week', '20270406.dat'));
  await give(Object.assign(golden('week', '20270407.dat'), {}), golden('week', '20270406.dat'));
  expect(body()).toContain('20270406.dat（2）');
  expect(body()).toContain('同じ内容のファイルを2回選んでいます');
  expect(buttonNamed('2ファイルで消込を実行する')).toBeDefined();
});

test('a returning workbook: its files and ledger are used, an import is undone after a question', async () => {
  const asked: unknown[] = [];
  const local = localEngine();
  const engine: Engine = {
    ...local,
    run: (request, onProgress) => {
      asked.push(request);
      return local.run(request, onProgress);
    },
  };
  const rows = [
    ['年度', '納付書番号', '納期限', '請求金額'],
    ['2027', '1000047', '2027/04/25', '6000'],
  ];
  await open({ engine, workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: { 納付書台帳: rows, 取込原本: [], 取込履歴: [] } }) });
  expect(body()).toContain('最後の実行は2027/04/13 17:05（一致）です');
  await click('^履歴');
  await click('^この取込を取り消す');
  expect(text('dialog')).toContain('20270412.dat ほか1ファイルの明細29件を除いて');
  await click('^取り消す');
  await settle(100);
  expect(asked).toMatchObject([{ files: [], earlier: { undone: ['held-12', 'held-13'] }, ledger: { kind: 'held', name: 'ledger.csv', leftOut: ['氏名'] } }]);
});

test('the menu opens by arrow, closes by Escape, and its pages give the focus back', async () => {
  await open();
  document.getElementById('pane-menu')!.focus();
  await press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('書き出す');
  await press('ArrowDown');
  expect(document.activeElement?.textContent).toBe('督促');
  await press('Escape');
  expect(document.activeElement?.id).toBe('pane-menu');
  await click('^その他');
  await click('^設定');
  expect(text('h2')).toBe('設定');
  await act(async () => document.querySelector<HTMLInputElement>('input[value=japanese]')!.click());
  expect(environment.stored).toContain('japanese');
  await press('Escape');
  expect(document.activeElement?.id).toBe('pane-menu');
});

test('an Excel that is too old is told what it lacks, and nothing else is tried', async () => {
  await open({ workbook: fakeWorkbook({ isSupported: false }) });
  expect(body()).toContain('必要な機能：ExcelApi 1.13以上');
  expect(document.querySelector('[role=tablist]')).toBeNull();
});

test('which colours by hand a run will not keep stands beside its button', async () => {
  await open({ workbook: fakeWorkbook({ state: { ...HELD_WORKBOOK, painted: ['収納明細'] } }) });
  await give(golden('one-file', 'settlement.dat'));
  expect(body()).toContain('「収納明細」に手で付けた色と太字などは、実行すると消えます。');
});

test('a system that cannot compress is told what it lacks, and nothing else is tried', async () => {
  const support = { isSupported: false, needs: '1.13', has: '1.15', lacks: 'CompressionStream' } as const;
  await open({ workbook: { ...fakeWorkbook(), support: () => support } });
  expect(body()).toContain('必要な機能（CompressionStream）がありません。');
  expect(document.querySelector('[role=tablist]')).toBeNull();
});

test('in English where Excel is English', async () => {
  await open({ environment: fakeEnvironment({ language: 'en' }) });
  expect(body()).toContain('Choose settlement data');
  expect(document.documentElement.lang).toBe('en');
});

const HELD_TABLES = {
  納付書台帳: [
    ['年度', '納付書番号', '納期限', '請求金額'],
    ['2027', '1000047', '2027/04/25', '6000'],
  ],
  取込原本: [],
  取込履歴: [],
};
const csv = (name: string, content: string): File => {
  const bytes = new TextEncoder().encode(content);
  return Object.assign(new File([], name), { arrayBuffer: () => Promise.resolve(bytes.buffer) });
};
const deed = (): HTMLElement => document.getElementById('main-deed')!;

test('a reopened pane asks for the new files, and runs once more without them, from either tab', async () => {
  await open({ workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES }) });
  expect(deed().textContent).toBe('ファイルを追加する');
  await click('^取込');
  expect(deed().textContent).toBe('ファイルを追加する');
  await click('^もう一度消込を実行する');
  await settle(200);
  expect(workbook.deeds.written).toBe(1);
  expect(text('.verdict')).not.toBe('');
});

test('after an undo the focus is on the primary button of 結果', async () => {
  await open({ workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES }) });
  await click('^履歴');
  await click('^この取込を取り消す');
  await click('^取り消す');
  await settle(200);
  expect(document.activeElement?.id).toBe('main-deed');
});

test('stopping an undo promises no chosen files, and is repeated from 履歴', async () => {
  await open({ engine: stuckEngine(localEngine(), new EngineStopped()), workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES }) });
  await click('^履歴');
  await click('^この取込を取り消す');
  await click('^取り消す');
  await settle(20);
  await click('^中止する');
  await settle(20);
  expect(text('.message')).toContain('シートは実行前のままです。');
  expect(text('.message')).not.toContain('選んだファイル');
});

test('an undo that cannot be written is repeated from 履歴, not as a plain run', async () => {
  const problem = { code: 'sheetProtected', sheets: ['検査'] } as const;
  await open({ workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES, problem }) });
  await click('^履歴');
  await click('^この取込を取り消す');
  await click('^取り消す');
  await settle(200);
  expect(text('.message')).toContain('シートが保護されています');
  expect(text('.message')).toContain('履歴を開く');
  expect(text('.message')).not.toContain('もう一度実行する');
});

test('an unreadable file alone says what to do, and promises no result; beside others it goes into the result', async () => {
  await open();
  await give(csv('empty.dat', ''));
  expect(text('.file-text .wrong')).toBe('空のファイルです。受け取り直したファイルを選んでください。');
  await give(golden('one-file', 'settlement.dat'));
  expect(text('.file-text .wrong')).toContain('結果にエラーとして記録します');
});

test('a ledger without rows is refused before the run, as the run would', async () => {
  await open();
  await give(golden('one-file', 'settlement.dat'), csv('header.csv', '年度,納付書番号,納期限,請求金額\r\n'));
  expect(body()).toContain('データの行がありません');
  expect(deed().getAttribute('aria-disabled')).toBe('true');
});

test('of two ledgers the pane says which it uses', async () => {
  await open();
  await give(csv('a.csv', 'x'), golden('one-file', 'ledger.csv'));
  expect(text('.message')).toContain('「ledger.csv」を使います。「a.csv」は使いません。');
});

test('one column for two items is named before it is read', async () => {
  await open();
  await give(csv('l.csv', '年度,番号,納期限,金額\r\n2027,1000047,2027/04/25,6000\r\n'));
  await click('^列を対応させる');
  await settle(50);
  const [, number, , amount] = document.querySelectorAll<HTMLSelectElement>('.matching select');
  const choose = async (select: HTMLSelectElement, value: string): Promise<void> => {
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, value);
    await act(async () => select.dispatchEvent(new Event('change', { bubbles: true })));
  };
  await choose(number!, '番号');
  await choose(amount!, '番号');
  expect(text('.matching [role=alert]')).toBe('「番号」：同じ列を2つの項目に選んでいます。');
  expect(buttonNamed('^この対応で読み込む').getAttribute('aria-disabled')).toBe('true');
  await choose(amount!, '金額');
  expect(text('.matching [role=alert]')).toBe('');
});

test('practice data and real data are not reconciled together', async () => {
  const held = { ...HELD_WORKBOOK, imported: [{ ...HELD_WORKBOOK.imported[0]!, name: '練習用_20261006.dat' }], ledger: null };
  await open({ workbook: fakeWorkbook({ state: held }) });
  await click('^取込');
  await give(golden('one-file', 'settlement.dat'));
  expect(body()).toContain('練習用データと実際のデータが混ざるため、実行できません');
  expect(deed().getAttribute('aria-disabled')).toBe('true');
});

test('a sheet that is no longer there is named, and running again is offered', async () => {
  await open({ workbook: fakeWorkbook({ goneSheets: ['消込一覧'] }) });
  await runCase('one-file');
  await settle(200);
  await click('^消込一覧を開く');
  expect(text('.message')).toContain('「消込一覧」がこのブックにありません');
});

test('what the workbook holds is asked again when 取込 opens and when a file is picked', async () => {
  let state = HELD_WORKBOOK;
  await open({ workbook: { ...fakeWorkbook(), state: () => Promise.resolve(state) } as FakeWorkbook });
  state = { ...HELD_WORKBOOK, otherTables: [{ name: '新しい表', sheet: 'S', header: ['年度'] }] };
  await click('^取込');
  expect(text('.tables')).toContain('新しい表');
  // The clerk deletes our sheets, and stays on 取込.
  state = { imported: [], lastRun: null, otherTables: [] };
  await give(golden('one-file', 'settlement.dat'));
  expect(body()).not.toContain('取り込み済みの8ファイル');
});

test('a file picked while a short run is under way waits for the next one', async () => {
  let go: () => void = () => undefined;
  const local = localEngine();
  const engine: Engine = { ...local, run: async (...asked) => (await new Promise<void>((resolve) => (go = resolve)), local.run(...asked)) };
  await open({ engine });
  await give(golden('week', '20270406.dat'));
  await click('1ファイルで消込を実行する');
  await give(golden('week', '20270407.dat'));
  go();
  await settle(300);
  await click('^取込');
  await settle(50);
  expect(text('.files')).toContain('20270407.dat');
  expect(text('.files')).not.toContain('20270406.dat');
  expect(buttonNamed('1ファイルで消込を実行する').getAttribute('aria-disabled')).not.toBe('true');
});

test('Escape goes back from a sub view even where the focus stands on nothing', async () => {
  await open();
  await click('^その他');
  await click('^設定');
  (document.activeElement as HTMLElement).blur();
  expect(document.activeElement).toBe(document.body);
  await press('Escape');
  expect(document.activeElement?.id).toBe('pane-menu');
});

test('copied details say so beside the button; where copying is forbidden they can be selected', async () => {
  const problem = { code: 'writeFailed', sheet: '収納明細', rows: 1, of: 2, detail: 'X' } as const;
  await open({ workbook: fakeWorkbook({ problem }), environment: fakeEnvironment({ copy: () => Promise.reject(new Error('forbidden')) }) });
  await give(golden('one-file', 'settlement.dat'));
  await click('1ファイルで消込を実行する');
  await ended();
  expect(document.querySelector('.details')).toBeNull();
  await click('^詳細をコピーする');
  expect(text('.message')).toContain('コピーできませんでした。');
  expect(text('.details')).toContain('detail: X');
});

test('a ledger alone is spoken as a ledger', async () => {
  await open({ workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES }) });
  await click('^取込');
  await give(golden('one-file', 'ledger.csv'));
  expect(spoken('polite')).toBe('納付書台帳 60件・968,000円・Shift_JIS');
  expect(deed().textContent).toBe('台帳を替えて消込を実行する');
});

test('layout and 基準日 of the last run are there when the pane opens again; one press makes it today', async () => {
  await open();
  await give(golden('one-file', 'settlement.dat'));
  const field = document.querySelector<HTMLInputElement>('.as-of input')!;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, '2027/04/30');
  await act(async () => field.dispatchEvent(new Event('input', { bubbles: true })));
  await click('1ファイルで消込を実行する');
  await ended();
  expect(workbook.deeds.choices).toEqual({ layout: { of: 'automatic' }, asOf: 20270430, terms: USUAL_TOLD });

  const { choices } = workbook.deeds;
  await act(async () => root.unmount());
  await open({
    workbook: fakeWorkbook({ state: HELD_WORKBOOK, tables: HELD_TABLES, choices: { ...(choices as object), layout: { of: 'builtIn', id: 'ward' } } }),
  });
  await settle(20);
  await click('^取込');
  expect(document.querySelector<HTMLInputElement>('.as-of input')!.value).toBe('2027/04/30');
  await click('^今日の日付にする');
  expect(document.querySelector<HTMLInputElement>('.as-of input')!.value).toBe('2027/05/10');
  await click('^その他');
  await click('^設定');
  expect(document.querySelector<HTMLSelectElement>('.layout-field select')!.value).toBe('ward');
});
