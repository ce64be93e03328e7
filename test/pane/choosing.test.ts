/**
 * @jest-environment node
 */
/** What becomes of files as the clerk gives them: settlement data, a ledger, or something else that is named and not run? */
import { webcrypto } from 'node:crypto';
import { buildFile } from '../../scripts/buildFile';
import { asciiBytes } from '../../src/file/bytes';
import { actsOf, type GivenFile } from '../../src/pane/acts';
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { initialState } from '../../src/pane/state/initialState';
import { canRun } from '../../src/pane/state/readiness';
import { reduce } from '../../src/pane/state/reduce';
import type { State } from '../../src/pane/state/state';
import { paneJa } from '../../src/pane/words.ja';
import { foreignEn } from '../../src/words/foreign.en';
import { foreignJa } from '../../src/words/foreign.ja';
import { localEngine } from '../engine/localEngine';
import { dskFile, dskRow } from '../file/dsk';
import { confirmed, day } from '../reconcile/run';
import { fakeEnvironment } from './fakes';
import { memoryBook } from './memoryBook';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const given = (name: string, bytes: Uint8Array): GivenFile => ({ name, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) });
const text = (content: string): Uint8Array => new TextEncoder().encode(content);

async function after(...files: readonly GivenFile[]): Promise<State> {
  const environment = fakeEnvironment();
  let state = initialState(20270510, DEFAULT_SETTINGS);
  const acts = actsOf({
    engine: localEngine(),
    workbook: memoryBook(),
    environment: () => environment,
    words: () => paneJa,
    language: () => 'ja',
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
    },
  });
  await acts.choosing.give(files);
  return state;
}

const LEDGER = given('台帳.csv', text('年度,納付書番号,納期限,請求金額\n2027,1000382,2027-04-30,3000\n'));

test('a CSV of the agent is settlement data, the office’s is a ledger', async () => {
  const { files, ledger, inspection } = await after(given('20270406.csv', dskFile(dskRow('01'), dskRow('02'))), LEDGER);
  expect(files.map(({ name }) => name)).toEqual(['20270406.csv']);
  expect(ledger?.name).toBe('台帳.csv');
  expect(inspection?.files[0]).toMatchObject({ standing: 'ok', layout: { id: 'dsk', misfits: 0 }, details: 2 });
});

test.each([
  ['a document', given('通知.pdf', asciiBytes('%PDF-1.7')), 'pdf'],
  ['the agent’s list of stores', given('店舗.csv', text('本部コード,店舗コード,店舗名\n001,000371,見本マート千代田店\n')), 'storeList'],
] as const)('%s is named, in both languages, and no run is offered', async (_, file, kind) => {
  const state = await after(file);
  expect(state.inspection?.files[0]).toMatchObject({ standing: 'notASettlementFile', foreign: { ja: foreignJa[kind], en: foreignEn[kind] }, layout: null });
  expect(canRun(state)).toBe(false);
});

test('settlement data beside it can be run', async () => {
  expect(canRun(await after(given('通知.pdf', asciiBytes('%PDF-1.7')), given('20270406.dat', buildFile(day('20270406', confirmed())))))).toBe(true);
});
