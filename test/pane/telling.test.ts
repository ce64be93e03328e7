/**
 * @jest-environment node
 */
/** Does what a person tells about days and channels count at once, stay in the workbook, and fall with a run that fails? */
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { USUAL_TOLD } from '../../src/engine/terms';
import { monthsOf } from '../../src/pane/calendar/months';
import { actsOf, type Acts, type GivenFile } from '../../src/pane/acts';
import { readChoices } from '../../src/pane/choices';
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { initialState } from '../../src/pane/state/initialState';
import { reduce } from '../../src/pane/state/reduce';
import type { State } from '../../src/pane/state/state';
import { paneJa } from '../../src/pane/words.ja';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import { localEngine } from '../engine/localEngine';
import { fakeEnvironment } from './fakes';
import { memoryBook, type MemoryBook } from './memoryBook';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const golden = (file: string): GivenFile => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../golden/week', file)));
  return { name: file, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) };
};

interface Pane {
  readonly acts: Acts;
  readonly book: MemoryBook;
  state(): State;
}

/** 04-06, 04-07 and 04-09 came (Tuesday, Wednesday, Friday); 04-08 did not; as of Monday 04-12. */
async function paneWithAHole(): Promise<Pane> {
  const book = memoryBook();
  let state = initialState(20270412, DEFAULT_SETTINGS);
  const acts = actsOf({
    engine: localEngine(),
    workbook: book,
    environment: () => fakeEnvironment(),
    words: () => paneJa,
    language: () => 'ja',
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
    },
  });
  await acts.remembering.begin();
  await acts.choosing.give(['20270406.dat', '20270407.dat', '20270409.dat', 'ledger.csv'].map(golden));
  await acts.running.run();
  expect(state.failure).toBeNull();
  return { acts, book, state: () => state };
}

const missing = ({ state }: Pane): readonly number[] => state().result!.trust.missingDays!;
const historyOf = ({ book }: Pane): string[] => book.tables[TABLE_NAMES.history]!.map((row) => row.slice(1, 3).join(' '));

test('a day without a file is told once, counts at once, stands in 取込履歴 and in the workbook, and can be taken back', async () => {
  const pane = await paneWithAHole();
  const everyDay = pane.state().result!.days[0]!.everyDay;
  expect(everyDay).toBe(false);
  expect(missing(pane)).toEqual([20270408]);
  await pane.acts.telling.noFileOn([20270408], '会計係');
  expect(pane.state().failure).toBeNull();
  expect(missing(pane)).toEqual([]);
  expect(pane.state().page).toBe('calendar');
  expect(historyOf(pane)).toContain('ファイルなし 2027/04/08（担当 会計係）');
  expect(readChoices(await pane.book.choices()).terms.noFileOn).toEqual([20270408]);

  await pane.acts.telling.fileExpectedOn([20270408], null);
  expect(missing(pane)).toEqual([20270408]);
  expect(historyOf(pane)).toContain('ファイルあり 2027/04/08');
  expect(pane.state().terms).toEqual(USUAL_TOLD);
});

test('what was told stands for nothing where the run could not be written', async () => {
  const pane = await paneWithAHole();
  pane.book.fault = { problem: { code: 'sheetProtected', sheets: ['検査'] } };
  await pane.acts.telling.noFileOn([20270408], null);
  expect(pane.state().failure).toMatchObject({ code: 'write' });
  expect(pane.state().terms).toEqual(USUAL_TOLD);
  expect(missing(pane)).toEqual([20270408]);
});

test('nobody is remindable until the office has said how other channels are known', async () => {
  const pane = await paneWithAHole();
  expect(pane.state().result!.trust.otherChannels).toBe('unknown');
  await pane.acts.telling.otherChannels(true);
  expect(pane.state().result!.trust.otherChannels).toBe('none');
  expect(readChoices(await pane.book.choices()).terms.noOtherChannels).toBe(true);
});

test('the calendar shows each day once: received, missing, told, rest', async () => {
  const pane = await paneWithAHole();
  const squares = (noFileOn: number[]): Map<number, string> => {
    const months = monthsOf({ ...pane.state().result!.days[0]!, missing: missing(pane).filter((day) => !noFileOn.includes(day)) }, 20270412, noFileOn);
    expect(months.map(({ month }) => month)).toEqual([202704]);
    expect(months[0]!.weeks.every((week) => week.length === 7)).toBe(true);
    expect(months[0]!.weeks[0]!.map((square) => square?.day ?? null)).toEqual([null, null, null, null, 20270401, 20270402, 20270403]);
    return new Map(months[0]!.weeks.flat().flatMap((square) => (square === null ? [] : [[square.day, square.standing]])));
  };
  const found = squares([]);
  expect(found.size).toBe(30);
  expect([20270405, 20270406, 20270408, 20270409, 20270410, 20270412].map((day) => found.get(day))).toEqual([
    'open',
    'received',
    'missing',
    'received',
    'rest',
    'open',
  ]);
  expect(squares([20270408]).get(20270408)).toBe('told');
});
