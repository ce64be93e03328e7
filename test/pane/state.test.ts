/** Does the reducer lead the clerk where PANE.md says, and put the focus there? */
import { DEFAULT_SETTINGS, readSettings } from '../../src/pane/settings';
import { canRun, readable } from '../../src/pane/state/readiness';
import { FOCUS } from '../../src/pane/state/focus';
import { initialState } from '../../src/pane/state/initialState';
import { queryOf, type State } from '../../src/pane/state/state';
import { reduce } from '../../src/pane/state/reduce';
import type { Action } from '../../src/pane/state/actions';
import { shownRuns } from '../../src/pane/pages/historyEntries';
import { EMPTY_WORKBOOK, HELD_WORKBOOK } from './fakes';

const start = (): State => initialState(20270510, DEFAULT_SETTINGS);
const after = (...actions: readonly Action[]): State => actions.reduce(reduce, start());
const file = (name: string) => ({ name, bytes: new Uint8Array() });
const inspected = (...standings: readonly ('ok' | 'alreadyImported')[]): Action => ({
  type: 'inspected',
  inspection: {
    files: standings.map((standing, index) => ({ name: `${index}.dat`, sha256: String(index), size: 1, standing, layout: null, createdDates: [], details: 1 })),
    ledger: null,
  },
});
const picked: Action = { type: 'picked', files: [file('0.dat'), file('1.dat'), file('2.dat')], ledger: null };
const result = { verdict: { kind: 'agrees' } } as never;

test('a workbook without a result opens at 取込, one with a result at 結果', () => {
  expect(after({ type: 'workbookRead', workbook: EMPTY_WORKBOOK }).tab).toBe('import');
  expect(after({ type: 'workbookRead', workbook: HELD_WORKBOOK }).tab).toBe('result');
});

test('the run counts only files that will be read', () => {
  const state = after({ type: 'workbookRead', workbook: EMPTY_WORKBOOK }, picked, inspected('ok', 'ok', 'alreadyImported'));
  expect(readable(state)).toBe(2);
  expect(canRun(state)).toBe(true);
  expect(canRun(reduce(state, { type: 'inspecting' }))).toBe(false);
  expect(canRun(reduce(state, { type: 'asOfChosen', asOf: null }))).toBe(false);
});

test('nothing can be run when all was imported before, or the ledger is refused', () => {
  expect(canRun(after(picked, inspected('alreadyImported', 'alreadyImported', 'alreadyImported')))).toBe(false);
  const withLedger = after({ ...picked, ledger: { kind: 'csv', name: 'l.csv', bytes: new Uint8Array() } }, inspected('ok'));
  expect(canRun(withLedger)).toBe(false);
});

test('a removed file passes the focus to the next, the last one to 追加', () => {
  const three = after(picked, inspected('ok', 'ok', 'ok'));
  const two = reduce(three, { type: 'fileRemoved', index: 2 });
  expect(two.focus?.id).toBe(FOCUS.file(1));
  expect(two.inspection?.files).toHaveLength(2);
  const none = [0, 0].reduce((state) => reduce(state, { type: 'fileRemoved', index: 0 }), two);
  expect(none.focus?.id).toBe(FOCUS.addFiles);
});

test('stopping keeps what was chosen; ending lets it go and shows the result', () => {
  const running = after(picked, inspected('ok', 'ok', 'ok'), { type: 'runStarted', bytes: 3 });
  const stopped = reduce(running, { type: 'runStopped' });
  expect([stopped.files.length, stopped.wasStopped, stopped.tab]).toEqual([3, true, 'import']);
  const ended = reduce(running, { type: 'runEnded', result, workbook: EMPTY_WORKBOOK });
  expect([ended.files.length, ended.tab, ended.resultView.view]).toEqual([0, 'result', 'summary']);
});

test('stages go forward, and the matching shows the most that it looked at', () => {
  const progress = (stage: 'cut' | 'ledger' | 'match' | 'slips', amount: number): Action => ({ type: 'progressed', progress: { stage, amount } });
  const state = after({ type: 'runStarted', bytes: 3 }, progress('cut', 1), progress('ledger', 60), progress('match', 98), progress('slips', 50));
  expect(state.running).toMatchObject({ stage: 'match', amounts: { cut: 1, match: 98 } });
  expect(reduce(start(), progress('cut', 1)).running).toBeNull();
});

test('down to a slip and back up, the focus returns to the row that led down', () => {
  const filter = { of: 'flag', flag: 'paidTwice' } as const;
  const list = after({ type: 'runEnded', result, workbook: EMPTY_WORKBOOK }, { type: 'listOpened', filter });
  expect(list.focus?.id).toBe(FOCUS.heading);
  const slip = reduce(list, { type: 'slipOpened', list: { filter, search: '', active: 1 }, total: 2 });
  const back = reduce(slip, { type: 'wentBack' });
  expect(back.resultView).toMatchObject({ view: 'list', active: 1 });
  expect(back.focus?.id).toBe(FOCUS.slipRow);
  expect(reduce(back, { type: 'wentBack' }).focus?.id).toBe('open-paidTwice');
});

test('walking from slip to slip moves no focus, nor does a row selected on the sheet', () => {
  const filter = { of: 'state', state: 'unpaid' } as const;
  const opened = after({ type: 'slipOpened', list: { filter, search: '', active: 0 }, total: 9 });
  const walked = reduce(opened, { type: 'slipOpened', list: { filter, search: '', active: 1 }, total: 9 });
  expect(walked.focus).toBe(opened.focus);
  const selected = reduce(walked, { type: 'slipPicked', life: { slip: 5 } as never });
  expect(selected.focus).toBe(opened.focus);
  expect(selected.resultView).toMatchObject({ view: 'slip', list: null });
});

test('a query holds only what was asked for', () => {
  expect(queryOf({ filter: { of: 'state', state: 'unpaid' }, search: '' })).toEqual({ state: 'unpaid' });
  expect(queryOf({ filter: { of: 'flag', flag: 'overdue' }, search: '12' })).toEqual({ flag: 'overdue', search: '12' });
});

test('stored settings that nobody understands are as at the beginning', () => {
  for (const text of [null, '', '{', '[]', '7', '{"dates":1,"folded":[1,"x"]}']) expect(readSettings(text)).toEqual(DEFAULT_SETTINGS);
  const chosen = { ...DEFAULT_SETTINGS, dates: 'japanese', folded: ['flags'] } as const;
  expect(readSettings(JSON.stringify(chosen))).toEqual(chosen);
});

test('履歴 is newest first; a run can be undone while its records stand in the workbook', () => {
  expect(shownRuns(HELD_WORKBOOK).map(({ runAt, canBeUndone }) => [runAt, canBeUndone])).toEqual([
    ['2027/04/13 17:05', true],
    ['2027/04/12 17:20', false],
    ['2027/04/12 16:58', true],
  ]);
  const { history: _history, ...withoutHistory } = HELD_WORKBOOK;
  expect(shownRuns(withoutHistory).map(({ runAt, verdict, files }) => [runAt, verdict, files.length])).toEqual([
    ['2027/04/13 17:05', '一致', 2],
    ['2027/04/12 16:58', null, 6],
  ]);
});
