/**
 * @jest-environment jsdom
 */
/** Does a pane leave alone what another pane is at work on, and take over what an abandoned one has left? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import type { Pace } from '../../src/excel/claim';
import type { WorkbookPort, WorkbookState, WriteEnd } from '../../src/engine/workbookPort';
import type { Workbook as Plan } from '../../src/sheet/workbook';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import type { HistoryRow } from '../../src/sheet/records';
import { readHistory } from '../../src/sheet/history';
import { Pane } from '../workbench/support/panes';
import { FIRST, MORE, usedBook } from './books';
import { golden, openPane } from './desk';
import { clerk, now, open, QUICK, startExcel, write } from './excel';
import { planned } from './plans';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

/** A heart that beats often, so that a test need not wait for it. */
const LIVELY: Pace = { beat: 0, lease: 400, looks: 3, between: 30 };

/** A pane of its own, as after another load: sessionStorage is each window's. */
function pane(pace: Pace = LIVELY): { readonly port: WorkbookPort; readonly window: Pane } {
  sessionStorage.clear();
  return { port: excelWorkbook(pace), window: new Pane() };
}

function writeIn({ port, window }: ReturnType<typeof pane>, plan: Plan): Promise<WriteEnd> {
  const given = planned(plan);
  return window.inside(() => port.write(given.plan, given.rows, () => undefined, new AbortController().signal));
}

const stateIn = ({ port, window }: ReturnType<typeof pane>): Promise<WorkbookState> => window.inside(() => port.state());
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Writes, and does something when so many requests were sent. */
async function during(request: number, writing: ReturnType<typeof pane>, plan: Plan, act: () => Promise<unknown>): Promise<WriteEnd> {
  const host = open.current();
  const { delay } = host.faults;
  let acted: Promise<unknown> = Promise.resolve();
  host.beforeRequest(request, () => {
    acted = act();
  });
  const end = await writeIn(writing, plan);
  await acted;
  host.faults.delay = delay;
  return end;
}

describe('another pane that looks at the workbook while one writes', () => {
  let before: WorkbookSnapshot;
  let after: WorkbookSnapshot;
  let requests: number;
  beforeAll(async () => {
    before = await usedBook();
    const host = open(before);
    expect(await writeIn(pane(), MORE)).toBeNull();
    after = now();
    requests = host.requestCount;
  });

  test('touches nothing, and says what is at work', async () => {
    const seen = new Set<string | undefined>();
    for (let request = 8; request < requests; request += 5) {
      open(before);
      const other = pane();
      const end = await during(request, pane(), MORE, async () => seen.add((await stateIn(other)).atWork?.work));
      expect({ request, end, workbook: now() }).toEqual({ request, end: null, workbook: after });
    }
    expect(seen).toContain('run');
  });

  test('is refused a run of its own, and told why', async () => {
    open(before);
    let refused: WriteEnd = null;
    const end = await during(20, pane(), MORE, async () => {
      refused = await writeIn(pane(), FIRST);
    });
    expect(refused).toEqual({ code: 'otherPane', work: 'run', since: '2027/05/10 14:32' });
    expect(end).toBeNull();
    expect(now()).toEqual(after);
  });

  test('reads no table that is half written', async () => {
    open(before);
    let read: unknown;
    await during(30, pane(), MORE, async () => {
      const { port, window } = pane();
      read = await window.inside(() => port.readTable('消込一覧')).catch((problem: Error) => problem.name);
    });
    expect(read).toBe('OtherAtWork');
  });
});

test('two panes that begin in the same moment: one writes, the other is told', async () => {
  const before = await usedBook();
  open(before);
  const ends = await Promise.all([writeIn(pane(), MORE), writeIn(pane(), MORE)]);
  expect(ends.filter((end) => end === null)).toHaveLength(1);
  expect(ends.find((end) => end !== null)).toMatchObject({ code: 'otherPane' });
  expect(now().sheets.map(({ name }) => name)).toEqual(['Sheet1', '消込一覧', '集計']);
  expect(Object.keys(now().settings)).toEqual(['keshikomi.record']);
});

describe('a pane that is gone in the middle', () => {
  /** Closed after so many requests. */
  async function abandonedAt(before: WorkbookSnapshot, request: number, last: 'lost' | 'unanswered'): Promise<void> {
    open(before);
    const gone = pane();
    gone.window.closeAfter(request, last);
    void writeIn(gone, MORE);
    await pause(150);
  }

  test('while its heart may still beat, it is alive; then it is taken over once, and told', async () => {
    const before = await usedBook();
    await abandonedAt(before, 60, 'unanswered');
    const next = pane();
    expect((await stateIn(next)).atWork).toEqual({ work: 'run', since: '2027/05/10 14:32' });
    await pause(500);
    const { atWork, notes } = await stateIn(next);
    expect(atWork).toBeNull();
    expect(notes).toEqual([{ code: 'interrupted', atWork: { work: 'run', since: '2027/05/10 14:32' }, end: 'restored', lost: [], kept: [] }]);
    expect(now()).toEqual(before);
    expect((await stateIn(next)).notes).toEqual([]);
  });

  test('a reload knows its own pane: nothing is waited for', async () => {
    const before = await usedBook();
    open(before);
    const gone = pane({ ...LIVELY, lease: 1_000_000 });
    gone.window.closeAfter(12, 'unanswered');
    void writeIn(gone, MORE);
    await pause(150);
    const reloaded = { port: excelWorkbook({ ...LIVELY, lease: 1_000_000 }), window: new Pane() };
    expect((await stateIn(reloaded)).notes).toMatchObject([{ code: 'interrupted' }]);
    expect(now()).toEqual(before);
  });

  test('another one, that has not begun to write, is told of as well', async () => {
    const before = await usedBook();
    await abandonedAt(before, 10, 'lost');
    await pause(500);
    expect((await stateIn(pane())).notes).toMatchObject([{ code: 'interrupted', end: 'untouched' }]);
    expect(now()).toEqual(before);
  });

  test('one that was taken over while it slept writes no more', async () => {
    const before = await usedBook();
    const host = open(before);
    const asleep = pane({ ...LIVELY, beat: 0 });
    const other = pane({ ...LIVELY, lease: 0, looks: 1, between: 0 });
    let restored: WorkbookSnapshot | null = null;
    // Its next request comes late: it slept, or a cell was edited, and another computer has looked meanwhile.
    const end = await during(25, asleep, MORE, async () => {
      await stateIn(other);
      restored = now();
    });
    expect(end).toMatchObject({ code: 'otherPane' });
    expect(restored).not.toBeNull();
    expect(now()).toEqual(before);
    expect(host.heldReferences).toBe(0);
  });
});

describe('what a person, or something else, has broken', () => {
  const isBackup = ({ name }: { readonly name: string }): boolean => name.startsWith('_keshikomi_old_');
  const listIn = ({ sheets }: WorkbookSnapshot): string => JSON.stringify(sheets.find(({ name }) => name === '消込一覧')?.values);
  /** Excel answers no more once 消込一覧 has its backup and is being changed: however many requests lie before that. */
  const goneInTheMiddle = async (before: WorkbookSnapshot): Promise<void> => {
    for (let request = 30; request < 120; request++) {
      open(before).failNext({ request, when: 'after', andAllAfter: true });
      await write(MORE);
      open.current().failNext(null);
      const hasBackup = JSON.stringify(now().sheets.filter(isBackup)).includes('電話済み');
      if (hasBackup && listIn(now()) !== listIn(before)) return;
    }
    throw new Error('no request leaves 消込一覧 half changed');
  };

  test('the backup sheets are deleted: the workbook is usable, and it is said what is lost', async () => {
    const before = await usedBook();
    await goneInTheMiddle(before);
    const backups = now().sheets.filter(isBackup);
    expect(backups.length).toBeGreaterThan(0);
    await clerk(({ workbook }) => {
      for (const { name } of backups) workbook.worksheets.getItem(name).delete();
    });
    const { notes } = await excelWorkbook(QUICK).state();
    expect(notes).toMatchObject([{ code: 'interrupted', end: 'restored', lost: expect.arrayContaining(['消込一覧']) as unknown, kept: [] }]);
    expect(await write(FIRST)).toBeNull();
  });

  test('the journal is damaged: what stood there is kept on a sheet that is seen', async () => {
    const before = await usedBook();
    await goneInTheMiddle(before);
    await clerk(({ workbook }) => void workbook.settings.add('keshikomi.journal', '{"phase":"sw'));
    const { notes } = await excelWorkbook(QUICK).state();
    expect(notes).toMatchObject([{ code: 'journalDamaged' }]);
    const [{ kept }] = notes as unknown as [{ readonly kept: readonly string[] }];
    expect(kept.length).toBeGreaterThan(0);
    const sheets = now().sheets.filter(({ name }) => kept.includes(name));
    expect(sheets.map(({ visibility }) => visibility)).toEqual(kept.map(() => 'Visible'));
    expect(JSON.stringify(sheets)).toContain('電話済み');
    expect((await write(FIRST))?.code ?? 'written').toBe('written');
  });

  test.each(['not json', '{"version":1}', '[]', '{"version":1,"run":1,"sheets":{"消込一覧":{}}}'])(
    'the record is damaged (%s): it is said, and the next run makes it anew',
    async (text) => {
      const before = await usedBook();
      open(before);
      await clerk(({ workbook }) => void workbook.settings.add('keshikomi.record', text));
      const port = excelWorkbook(QUICK);
      expect((await port.state()).notes).toEqual([{ code: 'recordDamaged' }]);
      expect((await port.state()).notes).toEqual([]);
      expect((await write(MORE))?.code ?? 'written').toBe('written');
      expect((await excelWorkbook(QUICK).state()).notes).toEqual([]);
    },
  );
});

test('everything was written and only the answer was lost: no word of half-written sheets', async () => {
  const before = await usedBook();
  const host = open(before);
  expect(await write(MORE)).toBeNull();
  const after = now();
  const requests = host.requestCount;
  const ends = new Set<string>();
  for (let request = requests - 25; request <= requests; request++) {
    open(before).failNext({ request, when: 'after', andAllAfter: true });
    const end = await write(MORE);
    ends.add(end?.code ?? 'written');
    const isWritten = JSON.stringify(Object.keys(now().settings)).includes('journal') && String(now().settings['keshikomi.journal']).includes('"done"');
    if (isWritten) expect(['endUnknown', 'written']).toContain(end?.code);
    open.current().failNext(null);
    await excelWorkbook(QUICK).state();
    expect([JSON.stringify(after), JSON.stringify(before)]).toContain(JSON.stringify(now()));
  }
  expect(ends).toContain('endUnknown');
});

test('a pane that is gone while it writes an export down leaves no empty row in 取込履歴', async () => {
  open();
  expect(await (await openPane('2027/04/07 09:00')).run(golden('week', '20270408.dat'), golden('week', 'ledger.csv'))).toBeNull();
  const before = now();
  const row = await exportedRow();
  open(before);
  expect(await excelWorkbook(QUICK).record(row)).toBeNull();
  const requests = open.current().requestCount;
  const whole = (await excelWorkbook(QUICK).readTable('取込履歴')).length;
  for (let request = 1; request <= requests; request++) {
    open(before).failNext({ request, when: 'halfway', andAllAfter: true });
    await excelWorkbook(QUICK).record(row);
    open.current().failNext(null);
    await excelWorkbook(QUICK).state();
    const { values, tables } = now().sheets.find(({ name }) => name === '取込履歴')!;
    expect({ request, rows: tables[0]!.area.rows, last: values.at(-1)!.some((value) => value !== null && value !== '') }).toEqual({
      request,
      rows: expect.any(Number) as number,
      last: true,
    });
    expect([whole, whole - 1]).toContain(tables[0]!.area.rows);
  }
});

async function exportedRow(): Promise<HistoryRow> {
  const rows = readHistory(await excelWorkbook(QUICK).readTable('取込履歴'));
  return { ...rows[0]!, operation: '財務用', file: '財務用.xlsx' };
}
