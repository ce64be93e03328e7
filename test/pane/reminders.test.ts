/**
 * @jest-environment node
 */
/** 督促: whom may a reminder go to, whom not and why, and what does 督促した write? */
import { webcrypto } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actsOf, type Acts } from '../../src/pane/acts';
import { notReminded, reminded, type Marking } from '../../src/pane/reminders/marking';
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { initialState } from '../../src/pane/state/initialState';
import { reduce } from '../../src/pane/state/reduce';
import type { State } from '../../src/pane/state/state';
import { paneJa } from '../../src/pane/words.ja';
import { readBack } from '../../src/sheet/readBack';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import type { ReminderRow } from '../../src/engine/protocol';
import { localEngine } from '../engine/localEngine';
import { fakeEnvironment } from './fakes';
import { memoryBook, type MemoryBook } from './memoryBook';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const FOLDER = join(__dirname, '../golden/reminders');
const expected = (JSON.parse(readFileSync(join(FOLDER, 'expected.json'), 'utf8')) as { slips: { slipNumber: string; flags: string[] }[] }).slips;

interface Pane {
  readonly acts: Acts;
  readonly book: MemoryBook;
  state(): State;
}

/** The golden case of reminders, but for the day that nobody has told yet. */
async function month(): Promise<Pane> {
  const book = memoryBook();
  let state = initialState(20270520, DEFAULT_SETTINGS);
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
  const names = readdirSync(FOLDER).filter((name) => !name.endsWith('.json'));
  await acts.choosing.give(names.map((name) => ({ name, arrayBuffer: () => Promise.resolve(Uint8Array.from(readFileSync(join(FOLDER, name))).buffer) })));
  await acts.telling.change({ grace: 5, noOtherChannels: true });
  await acts.running.run();
  expect(state.failure).toBeNull();
  return { acts, book, state: () => state };
}
const numbersOf = (rows: readonly ReminderRow[]): string[] => rows.map(({ slipNumber }) => slipNumber);
const mark = async ({ acts }: Pane, marking: (remarks: Parameters<typeof notReminded>[1]) => Marking): Promise<void> => {
  expect(await acts.running.ofHeld({ marks: (remarks) => marking(remarks).marks })).toBe(true);
};
const handled = ({ book }: Pane): string[][] =>
  readBack(book.tables[TABLE_NAMES.reconciliation]!, ({ reconciliation }) => reconciliation).flatMap(({ slipNumber, disposition, dispositionDate }) =>
    disposition === '' ? [] : [[slipNumber, disposition, dispositionDate]],
  );

test('while a day is missing nobody may be reminded; once it is told those whom an independent program names, and the others with their reasons', async () => {
  const pane = await month();
  const before = await pane.acts.slips.reminders();
  expect(before.remindable).toEqual([]);
  expect(before.heldBack.filter(({ reasons }) => reasons.includes('missingDay')).length).toBeGreaterThan(0);
  await pane.acts.telling.noFileOn([20270512], null);
  const { remindable, heldBack } = await pane.acts.slips.reminders();
  const named = expected.filter(({ flags }) => flags.includes('remindable')).map(({ slipNumber }) => slipNumber);
  expect(named.length).toBeGreaterThan(0);
  expect(numbersOf(remindable)).toEqual(named);
  expect(remindable.every(({ reasons }) => reasons.length === 0)).toBe(true);
  expect(heldBack.every(({ reasons }) => reasons.length > 0)).toBe(true);
});

test('督促した stands beside the slips from then on, with its day, and can be taken back', async () => {
  const pane = await month();
  await pane.acts.telling.noFileOn([20270512], null);
  const { remindable } = await pane.acts.slips.reminders();
  const some = remindable.slice(0, 2);
  await mark(pane, (remarks) => reminded(some, remarks, '督促済', 20270520));
  expect(handled(pane)).toEqual(numbersOf(some).map((number) => [number, '督促済', '2027/05/20']));
  const after = await pane.acts.slips.reminders();
  expect(numbersOf(after.remindable.filter(({ isReminded }) => isReminded))).toEqual(numbersOf(some));
  expect((await pane.acts.slips.page({ from: 0, count: 500 })).rows.length).toBeGreaterThan(0);
  await mark(pane, (remarks) => notReminded(some.slice(0, 1), remarks));
  expect(handled(pane)).toEqual([]);
});

test('what cannot be read is not written over', () => {
  const slip = { billerCode: '13104', fiscalYear: '2027', slipNumber: '1' };
  const remark = { biller: '13104', fiscalYear: '2027', slipNumber: '1', text: '', disposition: '調査中', dispositionDate: '五月', dispositionAmount: null };
  expect(reminded([slip], [remark], '督促済', 20270520)).toEqual({ marks: [], unreadable: 1 });
  const readable = { ...remark, dispositionDate: 46508 };
  expect(reminded([slip], [readable], '督促済', 20270520).marks).toMatchObject([{ disposition: '調査中、督促済', dispositionDate: '2027/05/01、2027/05/20' }]);
});
