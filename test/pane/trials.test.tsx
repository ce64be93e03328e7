/**
 * @jest-environment jsdom
 *
 * Does the page このExcelで確かめる try, tell what did not pass, ask for what only the clerk sees, and give a report without anybody's data?
 */
import './browserParts';
import '../excel/nodeGlobals';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { App } from '../../src/pane/app';
import { calm, type Moods } from '../../src/workbench/host/moods';
import { moodPane } from '../../src/workbench/host/paneMoods';
import { localEngine } from '../engine/localEngine';
import { fakeEnvironment, fakeWorkbook, type FakeEnvironment, type WorkbookPlan } from './fakes';

URL.createObjectURL = () => 'blob:trial';
URL.revokeObjectURL = () => undefined;

let root: Root;
let environment: FakeEnvironment;
const undone: (() => void)[] = [];

async function open(plan: WorkbookPlan = {}, moods: Partial<Moods> = {}): Promise<ReturnType<typeof fakeWorkbook>> {
  environment = fakeEnvironment();
  undone.push(moodPane(window, { ...calm(), ...moods }, () => undefined));
  const workbook = fakeWorkbook(plan);
  root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(async () => root.render(<App engine={localEngine()} workbook={workbook} environment={environment} />));
  await click('その他');
  await click('このExcelで確かめる');
  return workbook;
}

afterEach(async () => {
  await act(async () => root.unmount());
  for (const undo of undone.splice(0)) undo();
  document.body.innerHTML = '';
});

async function click(name: string): Promise<void> {
  const button = [...document.querySelectorAll<HTMLElement>('button')].find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (button === undefined) throw new Error(`no button ${name} in ${document.querySelector('.trials')?.textContent}`);
  await act(async () => button.click());
  await act(async () => new Promise((resolve) => setTimeout(resolve, 300)));
}

const result = (trial: string): string | null => document.querySelector(`[data-trial=${trial}]`)?.getAttribute('data-result') ?? null;
const body = (): string => document.body.textContent ?? '';

test('what passes and what does not is listed and said; the report has versions and results', async () => {
  await open({
    trials: {
      emptyColumn: { result: 'failed', expected: '["=1+1"]', found: '["=10-1"]' },
      freezingHidden: { result: 'refused', detail: 'GeneralException: WorksheetFreezePanes.freezeAt' },
    },
  });
  await click('Excelを確かめる');
  expect([result('texts'), result('emptyColumn'), result('freezingHidden'), result('worker'), result('compression')]).toEqual([
    'passed',
    'failed',
    'refused',
    'passed',
    'passed',
  ]);
  expect(body()).toContain('Excelが列全体を1つの数式で埋めます。');
  expect(document.querySelector('[data-announcer=polite]')?.textContent).toContain('合25件、否2件');
  await click('結果をコピーする');
  const report = environment.copied.at(-1)!;
  expect(report).toContain('否  表の列の数式（空の列）  期待["=1+1"]、結果["=10-1"]');
  expect(report).toContain('否  非表示のシートの見出しの固定  GeneralException: WorksheetFreezePanes.freezeAt');
  expect(report).toContain('ExcelApi 1.15');
  expect(report).toContain('合  文字列は文字列のまま');
});

test('an old browser part is named', async () => {
  await open({}, { noCompressionStream: true });
  await click('Excelを確かめる');
  expect(result('compression')).toBe('failed');
});

test('only the clerk sees whether a workbook opened and a file was saved', async () => {
  const workbook = await open({}, { savePicker: 'absent', downloadsDoNothing: true });
  await click('Excelを確かめる');
  await click('新しいブックを開く');
  expect(workbook.deeds.opened).toHaveLength(1);
  await click('開いた');
  expect(result('newWorkbook')).toBe('passed');
  await click('ファイルを保存する');
  await click('ない');
  expect(result('savedFile')).toBe('failed');
  expect(body()).not.toContain('次の2つは');
});

test('a workbook that Excel refuses to open is said with its reason; the picker says itself that it saved', async () => {
  await open({ openProblem: 'GeneralException: createWorkbook' }, { savePicker: 'works' });
  await click('Excelを確かめる');
  await click('新しいブックを開く');
  expect(result('newWorkbook')).toBe('refused');
  expect(body()).toContain('GeneralException: createWorkbook');
  await click('ファイルを保存する');
  expect(result('savedFile')).toBe('passed');
});

test('a picker that is cancelled leaves the question open', async () => {
  await open({}, { savePicker: 'cancelled' });
  await click('Excelを確かめる');
  await click('ファイルを保存する');
  expect(body()).toContain('保存は取り消されました。');
  expect(result('savedFile')).toBeNull();
});
