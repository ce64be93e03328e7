/** How does a test act as the clerk: the pane's own acts and engine, in front of the real Office.js? */
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { excelWorkbook } from '../../src/excel';
import { actsOf, type Acts, type GivenFile } from '../../src/pane/acts';
import { initialState } from '../../src/pane/state/initialState';
import type { State } from '../../src/pane/state/state';
import { reduce } from '../../src/pane/state/reduce';
import { DEFAULT_SETTINGS, type Settings } from '../../src/pane/settings';
import { paneJa } from '../../src/pane/words.ja';
import { fakeEnvironment } from '../pane/fakes';
import { QUICK } from './excel';
import { localEngine } from '../engine/localEngine';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

export const given = (name: string, bytes: Uint8Array): GivenFile => ({ name, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) });

const GOLDEN = join(__dirname, '../golden');
export const golden = (name: string, file: string, as = file): GivenFile => given(as, new Uint8Array(readFileSync(join(GOLDEN, name, file))));

export interface Desk {
  readonly acts: Acts;
  state(): State;
  /** Gives the files and runs; the pane's failure is the answer. */
  run(...files: readonly GivenFile[]): Promise<State['failure']>;
  undo(name: string): Promise<State['failure']>;
}

/** A pane that has just been opened beside the workbook; `runAt` is its clock. */
export async function openPane(runAt: string, settings: Partial<Settings> = {}): Promise<Desk> {
  const environment = fakeEnvironment({ now: () => runAt });
  let state = initialState(20270510, { ...DEFAULT_SETTINGS, ...settings });
  const acts = actsOf({
    engine: localEngine(),
    workbook: excelWorkbook(QUICK),
    environment: () => environment,
    words: () => paneJa,
    language: () => 'ja',
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
    },
  });
  await acts.remembering.begin();
  return {
    acts,
    state: () => state,
    run: async (...files) => {
      await acts.choosing.give(files);
      await acts.running.run();
      return state.failure;
    },
    undo: async (name) => {
      const run = state.workbook!.history!.filter(({ files, isUndone }) => !isUndone && files.some((file) => file.name === name)).at(-1)!;
      await acts.running.undo(run.files.map(({ sha256 }) => sha256));
      return state.failure;
    },
  };
}
