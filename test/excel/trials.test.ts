/**
 * @jest-environment jsdom
 */
/** Does the check of this Excel pass where Excel is polite, and say what is different in each of its moods? */
import { excelWorkbook } from '../../src/excel';
import { EXCEL_TRIALS, type TrialName, type TrialResult } from '../../src/engine/trials';
import { calm, type Moods } from '../../src/workbench/host/moods';
import { clerksBook } from './books';
import { now, open, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(60_000);

async function tried(moods: Partial<Moods> = {}, signal = new AbortController().signal): Promise<ReadonlyMap<TrialName, TrialResult>> {
  Object.assign(open.current().moods, calm(), moods);
  const ends = new Map<TrialName, TrialResult>();
  await excelWorkbook().tryExcel((name, result) => ends.set(name, result), signal);
  Object.assign(open.current().moods, calm());
  return ends;
}

const notPassed = (ends: ReadonlyMap<TrialName, TrialResult>): Partial<Record<TrialName, string>> =>
  Object.fromEntries([...ends].flatMap(([name, { result }]) => (result === 'passed' ? [] : [[name, result]])));

test('a polite Excel passes all of it, in order, and its workbook is as it was', async () => {
  open(await clerksBook());
  const before = now();
  const ends = await tried();
  expect(notPassed(ends)).toEqual({});
  expect([...ends.keys()].sort()).toEqual([...EXCEL_TRIALS].sort());
  expect(now()).toEqual({ ...before, styles: now().styles });
});

test.each<[Partial<Moods>, Partial<Record<TrialName, string>>]>([
  [{ calculatedColumns: true }, { emptyColumn: 'failed' }],
  [{ fitToWidthIgnored: 'behind' }, { fitBehind: 'failed' }],
  [{ fitToWidthIgnored: 'always' }, { fitToWidth: 'failed', fitBehind: 'failed' }],
  [{ freezingHiddenFails: true }, { freezingHidden: 'refused' }],
  [{ filterCriteriaFail: 'throws' }, { filterOfDates: 'refused' }],
  [{ filterCriteriaFail: 'crashes' }, {}],
  [{ rulesRelativeToRange: true }, { rulesThroughSheet: 'failed' }],
  [{ longSignedTextsFail: true }, { longTexts: 'refused' }],
  [{ date1904: true }, { dateSystem: 'failed', dates: 'failed', filterOfDates: 'failed' }],
  [{ manualCalculation: true }, { calculation: 'failed' }],
  [{ selectionSilent: true }, { selection: 'failed' }],
  [{ oldNames: true }, {}],
  [{ widthFolded: true }, {}],
  [{ cellEditing: 50 }, {}],
])('%j', async (moods, expected) => {
  open();
  const before = now().sheets.map(({ name }) => name);
  expect(notPassed(await tried(moods))).toEqual(expected);
  expect(now().sheets.map(({ name }) => name)).toEqual(before);
});

test.each<Partial<Moods>>([{ otherWorkbookInFront: Infinity }, { severalSheetsSelected: true }])(
  '%j: no sheet is made, nothing else is tried',
  async (moods) => {
    open();
    const ends = await tried(moods);
    expect(ends.get('sheets')).toMatchObject({ result: 'refused' });
    expect(ends.get('texts')).toEqual({ result: 'untried' });
    expect(now().sheets).toHaveLength(1);
  },
);

test('another workbook comes to the front for a moment: the sheets are gone in the end', async () => {
  const host = open();
  let requests = 0;
  const stop = host.onChange(() => requests++);
  await tried();
  stop();
  open();
  host.beforeRequest(Math.round(host.requestCount / 2), () => (host.moods.otherWorkbookInFront = 2));
  const ends = await tried();
  expect(ends.get('tidying')).toEqual({ result: 'passed', found: '' });
  expect(now().sheets).toHaveLength(1);
  expect(requests).toBeGreaterThan(20);
});

test('stopped in the middle: what is left is not tried, and the sheets are gone', async () => {
  open();
  const stop = new AbortController();
  const ends = new Map<TrialName, TrialResult>();
  await excelWorkbook().tryExcel((name, result) => {
    ends.set(name, result);
    if (name === 'texts') stop.abort();
  }, stop.signal);
  expect([ends.get('texts')?.result, ends.get('longTexts')?.result, ends.get('tidying')?.result]).toEqual(['passed', 'untried', 'passed']);
  expect(now().sheets).toHaveLength(1);
});

test('sheets of these names are the clerk’s: others are taken', async () => {
  const host = open();
  host.workbook.addSheet('Keshikomi確認1');
  expect(notPassed(await tried())).toEqual({});
  expect(now().sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Keshikomi確認1']);
});
