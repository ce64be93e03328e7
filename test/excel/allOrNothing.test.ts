/**
 * @jest-environment jsdom
 */
/** Is the workbook as it was, whichever request fails and whenever the clerk stops? */
import { excelWorkbook } from '../../src/excel';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { clerksBook, MORE, OTHER_COLUMNS, SHORTER, FIRST, usedBook } from './books';
import { now, open, QUICK, startExcel, write } from './excel';
import { planned } from './plans';

beforeAll(() => startExcel());
jest.setTimeout(300_000);

describe.each([
  ['the first run', clerksBook, FIRST],
  ['a second run with more rows', usedBook, MORE],
  ['a second run with fewer rows', usedBook, SHORTER],
  ['a second run with other columns', usedBook, OTHER_COLUMNS],
] as const)('%s', (_name, prepare, plan) => {
  let before: WorkbookSnapshot;
  let after: WorkbookSnapshot;
  let requests: number;

  beforeAll(async () => {
    before = await prepare();
    const host = open(before);
    expect(await write(plan)).toBeNull();
    after = now();
    requests = host.requestCount;
  });

  test('leaves nothing of its own behind but the record', () => {
    expect(after.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ['Sheet1', 'Visible'],
      ['消込一覧', 'Visible'],
      ['集計', 'Visible'],
    ]);
    expect(Object.keys(after.settings)).toEqual(['keshikomi.record']);
    expect(after.names.map(({ name }) => name).filter((name) => /below/.test(name))).toEqual([]);
    expect(after.sheets[0]!.tables).toEqual(before.sheets[0]!.tables);
  });

  test.each(['before', 'halfway', 'after'] as const)('whichever request fails (%s it was carried out), all or nothing stands', async (when) => {
    const ends = new Set<string | undefined>();
    for (let request = 1; request <= requests; request++) {
      open(before).failNext({ request, when });
      const problem = await write(plan);
      ends.add(problem?.code);
      expect({ request, workbook: now() }).toEqual({ request, workbook: problem === null ? after : before });
    }
    expect([...ends].filter((code) => code !== undefined)).toEqual(['writeFailed']);
  });

  test('whenever the clerk stops, nothing has changed', async () => {
    const ends = new Set<string | undefined>();
    for (let request = 1; request <= requests; request++) {
      const host = open(before);
      const stop = new AbortController();
      const stopListening = host.onChange(() => {
        if (host.requestCount >= request - 1) stop.abort();
      });
      const problem = await write(plan, stop.signal);
      stopListening();
      ends.add(problem?.code);
      expect({ request, workbook: now() }).toEqual({ request, workbook: problem === null ? after : before });
    }
    expect([...ends].filter((code) => code !== undefined)).toEqual(['stopped']);
  });

  test('what a pane that is gone half-way has left is made good by the next run', async () => {
    for (let request = 1; request <= requests; request++) {
      const host = open(before);
      host.failNext({ request, when: request % 2 === 0 ? 'after' : 'halfway', andAllAfter: true });
      const problem = await write(plan);
      expect(['writeFailed', 'rollbackFailed', 'endUnknown', 'written', undefined]).toContain(problem?.code);
      host.failNext(null);
      // It is told what the one before had come to.
      expect((await write(plan))?.code ?? 'written').toBe('written');
      expect({ request, workbook: comparable(now()) }).toEqual({ request, workbook: comparable(after) });
    }
  });
});

/** How often it ran is not the same when one run was lost on the way; the stand-in's charts do not follow a sheet that is renamed. */
const comparable = (snapshot: WorkbookSnapshot): unknown =>
  JSON.parse(
    JSON.stringify(snapshot, (key, value: unknown) => (key === 'settings' ? null : value))
      .replaceAll(/"keshikomi_\d+_/g, '"keshikomi_')
      .replaceAll('_keshikomi_new_2', '集計'),
  );

test('stopped before it began', async () => {
  open();
  const stop = new AbortController();
  stop.abort();
  expect(await write(FIRST, stop.signal)).toEqual({ code: 'stopped' });
  expect(now().sheets).toHaveLength(1);
});

test('rows that never come do not keep the clerk from stopping', async () => {
  open();
  const before = now();
  const stop = new AbortController();
  const never = (): Promise<never> => new Promise(() => undefined);
  const ended = excelWorkbook(QUICK).write(planned(FIRST).plan, never, () => undefined, stop.signal);
  setTimeout(() => stop.abort(), 200);
  expect(await ended).toEqual({ code: 'stopped' });
  expect(now()).toEqual(before);
});

test('rows that cannot be had are told, and nothing has changed', async () => {
  open();
  const before = now();
  const gone = (): Promise<never> => Promise.reject(new Error('the worker is gone'));
  const problem = await excelWorkbook(QUICK).write(planned(FIRST).plan, gone, () => undefined, new AbortController().signal);
  expect(problem).toEqual({ code: 'writeFailed', sheet: '消込一覧', rows: 0, of: 3, detail: 'Error: the worker is gone' });
  expect(now()).toEqual(before);
});
