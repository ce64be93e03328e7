/**
 * @jest-environment node
 */
/** Whatever fails: does all that the pane shows, and all that leaves, stay what stands in the workbook? The pane's own acts, client and engine. */
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CsvContent, ExportedFile, ExportProblem, FinanceContent } from '../../src/engine/exportProtocol';
import type { DeletionOrder, Engine } from '../../src/engine/protocol';
import type { RecordProblem, WriteProblem } from '../../src/engine/workbookPort';
import { BUILT_IN_TEMPLATES } from '../../src/export/csvTemplate';
import { actsOf, type Acts, type GivenFile } from '../../src/pane/acts';
import { initialState } from '../../src/pane/state/initialState';
import type { State } from '../../src/pane/state/state';
import { reduce } from '../../src/pane/state/reduce';
import { DEFAULT_SETTINGS } from '../../src/pane/settings';
import { paneJa } from '../../src/pane/words.ja';
import { engineIn } from '../../src/pane/worker/client';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import type { Language } from '../../src/words';
import { workerInProcess, type InProcess } from '../engine/workersInProcess';
import { fakeEnvironment } from './fakes';
import { memoryBook, type MemoryBook } from './memoryBook';

Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });

const golden = (file: string): GivenFile => {
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../golden/week', file)));
  return { name: file, arrayBuffer: () => Promise.resolve(Uint8Array.from(bytes).buffer) };
};
const never = (): AbortSignal => new AbortController().signal;

interface Pane {
  readonly acts: Acts;
  readonly engine: Engine;
  readonly book: MemoryBook;
  readonly workers: readonly InProcess[];
  state(): State;
  now: string;
  language: Language;
  /** Done when the engine tells of its first stage. */
  onProgress: (() => void) | null;
  /** What the clerk was shown, and confirms. */
  order: Pick<DeletionOrder, 'what' | 'shown'> | null;
}

/** A pane beside a workbook into which run A was written. */
async function paneWithA(): Promise<Pane> {
  const workers: InProcess[] = [];
  const engine = engineIn(() => {
    const worker = workerInProcess();
    workers.push(worker);
    return worker;
  });
  const book = memoryBook();
  const environment = fakeEnvironment({ now: () => pane.now });
  let state = initialState(20270510, DEFAULT_SETTINGS);
  const acts = actsOf({
    engine,
    workbook: book,
    environment: () => environment,
    words: () => paneJa,
    language: () => pane.language,
    state: () => state,
    dispatch: (action) => {
      state = reduce(state, action);
      if (action.type === 'progressed') pane.onProgress?.();
    },
  });
  const pane: Pane = { acts, engine, book, workers, state: () => state, now: '2027/05/10 09:00:00', language: 'ja', onProgress: null, order: null };
  await acts.remembering.begin();
  await acts.choosing.give([golden('20270406.dat'), golden('20270407.dat'), golden('ledger.csv')]);
  await acts.running.run();
  expect(state.failure).toBeNull();
  pane.now = '2027/05/11 10:00:00';
  // Whatever is made from here on would be told apart by its language as well.
  pane.language = 'en';
  return pane;
}

const CONTENTS: readonly (FinanceContent | CsvContent)[] = [
  { kind: 'finance', mask: 'lastFour' },
  { kind: 'slips', template: BUILT_IN_TEMPLATES.reconciled, withNames: false },
  { kind: 'unpaid', template: BUILT_IN_TEMPLATES.unpaid, withNames: false },
];

/** Everything that the clerk can see or take away. */
async function seen({ acts, engine, book, state }: Pane): Promise<unknown> {
  const { result, workbook } = state();
  const held = { remarks: [], history: book.tables[TABLE_NAMES.history] ?? [] };
  const files: (ExportedFile | { readonly problem: ExportProblem })[] = [];
  const exportable = await acts.exporting.exportable();
  const wholeBook = { kind: 'book', sheets: exportable.sheets, states: null, section: null, withNames: false, held } as const;
  for (const asked of [wholeBook, ...CONTENTS]) {
    files.push(await engine.export({ content: asked, password: null, dress: USUAL_DRESS, now: '2027/05/12 08:00:00' }, () => undefined, never()));
  }
  const list = await acts.slips.page({ from: 0, count: 1000 });
  const before = book.shown.length;
  await acts.showing.openSheet('reconciliation');
  await acts.showing.filterSheet({ of: 'state', state: 'paid' });
  return {
    result,
    workbook,
    list,
    life: list.total === 0 ? null : await engine.slip(list.rows.at(-1)!.slip),
    exportable,
    files,
    led: book.shown.slice(before),
    tables: book.tables,
  };
}

test('run A is written, run B is refused while writing: list, slips and exports stay those of A', async () => {
  const pane = await paneWithA();
  const ofA = await pane.acts.slips.page({ from: 0, count: 1000 });
  const finance = (): Promise<unknown> =>
    pane.engine.export(
      { content: { kind: 'finance', mask: 'lastFour' }, password: null, dress: USUAL_DRESS, now: '2027/05/12 08:00:00' },
      () => undefined,
      never(),
    );
  const financeOfA = await finance();
  pane.book.fault = { problem: { code: 'sheetProtected', sheets: ['消込一覧'] } };
  await pane.acts.choosing.give([golden('20270408.dat'), golden('20270409.dat')]);
  await pane.acts.running.run();
  expect(pane.state().failure).toMatchObject({ code: 'write', problem: { code: 'sheetProtected' } });
  expect(await pane.acts.slips.page({ from: 0, count: 1000 })).toEqual(ofA);
  expect(pane.state().result!.slipCount).toBe(ofA.total);
  expect(await finance()).toEqual(financeOfA);
});

type Operation = 'run' | 'undo' | 'delete' | 'again';

async function carryOut(pane: Pane, operation: Operation): Promise<void> {
  const { acts, state } = pane;
  switch (operation) {
    case 'run':
      if (state().files.length === 0) await acts.choosing.give([golden('20270408.dat'), golden('20270409.dat')]);
      return acts.running.run();
    case 'undo':
      return acts.running.undo([state().workbook!.imported[0]!.sha256]);
    case 'again':
      return acts.running.again();
    case 'delete':
      return acts.deleting.delete({ ...pane.order!, by: null, reason: null });
  }
}

const PROBLEMS: readonly WriteProblem[] = [
  { code: 'sheetProtected', sheets: ['消込一覧'] },
  { code: 'workbookProtected' },
  { code: 'readOnly' },
  { code: 'nameTaken', sheet: '消込一覧' },
  { code: 'columnsRenamed', sheet: '消込一覧', columns: ['年度'] },
  { code: 'writeFailed', sheet: '消込一覧', rows: 1, of: 60, detail: 'GeneralException' },
  { code: 'countsFrom1904' },
  { code: 'rollbackFailed', sheet: '消込一覧', detail: 'GeneralException', perhaps: 'sheetsGrouped' },
];

interface WayOfFailing {
  readonly name: string;
  /** Arranges that the next operation fails. */
  readonly arrange: (pane: Pane) => void;
  readonly tells: Partial<Pick<State, 'wasStopped'>> & { readonly failure: unknown };
}

const working = ({ workers }: Pane): InProcess => workers.filter(({ isAlive }) => isAlive).at(-1)!;

const WAYS: readonly WayOfFailing[] = [
  {
    name: 'refused: a file of 取込原本 was changed',
    arrange: ({ book }) => {
      const rows = book.tables[TABLE_NAMES.originals]!;
      const changed = rows.at(-1)!.map((text) => (text.length > 200 ? `AAAA${text.slice(4)}` : text));
      book.tables = { ...book.tables, [TABLE_NAMES.originals]: [...rows.slice(0, -1), changed] };
    },
    tells: { failure: { code: 'run', refusal: { code: 'originalsChanged' } } },
  },
  {
    name: 'stopped while it reconciles',
    arrange: (pane) => {
      pane.onProgress = () => pane.acts.running.stop();
    },
    tells: { failure: null, wasStopped: true },
  },
  {
    name: 'the engine fails while it reconciles',
    arrange: (pane) => {
      pane.onProgress = () => working(pane).crash();
    },
    tells: { failure: { code: 'engineFailed' } },
  },
  {
    name: 'stopped while it writes',
    arrange: (pane) => {
      pane.book.fault = { act: () => pane.acts.running.stop() };
    },
    tells: { failure: null, wasStopped: true },
  },
  {
    name: 'the engine fails while it gives the rows',
    arrange: (pane) => {
      pane.book.fault = { act: () => working(pane).crash() };
    },
    tells: { failure: { code: 'engineFailed' } },
  },
  {
    name: 'the writer itself fails',
    arrange: ({ book }) => {
      book.fault = { throws: new TypeError('of the writer') };
    },
    tells: { failure: { code: 'engineFailed' } },
  },
  ...PROBLEMS.map((problem): WayOfFailing => ({
    name: `the workbook answers ${problem.code}`,
    arrange: ({ book }) => {
      book.fault = { problem };
    },
    tells: { failure: { code: 'write', problem } },
  })),
];

describe.each<Operation>(['run', 'undo', 'delete', 'again'])('%s', (operation) => {
  let pane: Pane;
  let standing: unknown;
  let tables: MemoryBook['tables'];
  beforeAll(async () => {
    pane = await paneWithA();
    tables = pane.book.tables;
    if (operation === 'delete') {
      await pane.acts.deleting.survey();
      const what = { fiscalYear: '2027' };
      pane.order = { what, shown: await pane.acts.deleting.preview(what) };
    }
    standing = await seen(pane);
  });

  test.each(WAYS)('$name: everything stays what stands', async ({ arrange, tells }) => {
    arrange(pane);
    await carryOut(pane, operation);
    expect(pane.state()).toMatchObject(tells);
    Object.assign(pane.book, { tables, fault: null });
    pane.onProgress = null;
    expect(pane.state().running).toBeNull();
    expect(await seen(pane)).toEqual(standing);
  });

  test('and once it is written, everything is of the new run', async () => {
    await carryOut(pane, operation);
    expect(pane.state().failure).toBeNull();
    const { result, tables: written, files } = (await seen(pane)) as { result: State['result']; tables: MemoryBook['tables']; files: readonly ExportedFile[] };
    expect(result!.runAt).toBe(pane.now);
    expect(written[TABLE_NAMES.history]!.length).toBeGreaterThan(tables[TABLE_NAMES.history]!.length);
    expect(files[0]).toMatchObject({ row: { operation: 'exported (not confirmed as saved)' } });
  });
});

interface WayOfNotLeaving {
  readonly name: string;
  readonly arrange: (pane: Pane, stop: AbortController) => void;
  readonly end: unknown;
}
const RECORD_PROBLEMS: readonly RecordProblem[] = [
  { code: 'noHistory' },
  { code: 'sheetProtected', sheets: ['取込履歴'] },
  { code: 'recordFailed', detail: 'x' },
];

describe('export', () => {
  let pane: Pane;
  let standing: unknown;
  beforeAll(async () => {
    pane = await paneWithA();
    standing = await seen(pane);
  });

  test.each<WayOfNotLeaving>([
    ...RECORD_PROBLEMS.map((problem): WayOfNotLeaving => ({
      name: `取込履歴 answers ${problem.code}`,
      arrange: ({ book }) => {
        book.recordFault = problem;
      },
      end: { end: 'failed', failure: problem },
    })),
    {
      name: 'writing it down fails',
      arrange: ({ book }) => {
        book.recordFault = new Error('of Excel');
      },
      end: { end: 'failed', failure: { code: 'engineFailed' } },
    },
    { name: 'stopped', arrange: (_, stop) => queueMicrotask(() => stop.abort()), end: { end: 'stopped' } },
    {
      name: 'a run is under way',
      arrange: (one) => {
        one.book.fault = { problem: { code: 'readOnly' } };
        void one.acts.running.again();
      },
      end: { end: 'failed', failure: { code: 'running' } },
    },
  ])('$name: nothing has left, and everything stays what stands', async ({ arrange, end }) => {
    const stop = new AbortController();
    arrange(pane, stop);
    expect(await pane.acts.exporting.export({ content: CONTENTS[0]!, password: null }, () => undefined, stop.signal)).toMatchObject(end as object);
    while (pane.state().running !== null) await new Promise((resolve) => setTimeout(resolve, 10));
    Object.assign(pane.book, { fault: null, recordFault: null });
    expect(await seen(pane)).toEqual(standing);
  });

  test('one that leaves is written down as one of what stands', async () => {
    const end = await pane.acts.exporting.export({ content: CONTENTS[0]!, password: null }, () => undefined, never());
    expect(end).toMatchObject({ end: 'opened' });
    expect(pane.state().workbook!.deeds!.at(-1)).toMatchObject({ runAt: pane.now });
    const { workbook: _workbook, tables: _tables, files: _files, ...others } = (await seen(pane)) as Record<string, unknown>;
    expect(standing).toMatchObject(others);
  });

  test('a run that begins while an export is being written down knows of it', async () => {
    const lines = (): number => pane.book.tables[TABLE_NAMES.history]!.length;
    const before = lines();
    const leaving = pane.acts.exporting.export({ content: CONTENTS[0]!, password: null }, () => undefined, never());
    await pane.acts.running.again();
    expect(await leaving).toMatchObject({ end: 'opened' });
    expect(lines()).toBe(before + 2);
  });
});
