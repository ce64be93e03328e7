import { ExcelHost } from '../../src/workbench/host/excelHost';
import { exposeSwitches, optionsFromQuery } from '../../src/workbench/host/pageSwitches';
import { EXCELS, knows } from '../../src/workbench/host/requirements';

test('the query of a page chooses the Excel and its faults', () => {
  expect(optionsFromQuery('?excel=ltsc2021&locale=en-US&theme=dark&limit=5&slow=200&fail=3&when=after&viewOnly')).toEqual({
    requirementSets: EXCELS.ltsc2021,
    locale: 'en-US',
    isDark: true,
    faults: { requestLimit: 5_242_880, delay: { perRequest: 200, perMegabyte: 0 }, failure: { request: 3, when: 'after' }, viewOnly: true },
  });
  expect(optionsFromQuery('')).toEqual({ faults: {} });
});

test('moods are named, some with a number or a word', () => {
  expect(optionsFromQuery('?mood=calculatedColumns,otherWorkbookInFront:3,fitToWidthIgnored:always').moods).toEqual({
    calculatedColumns: true,
    otherWorkbookInFront: 3,
    fitToWidthIgnored: 'always',
  });
  expect(optionsFromQuery('?mood=otherWorkbookInFront,fitToWidthIgnored').moods).toEqual({ otherWorkbookInFront: Infinity, fitToWidthIgnored: 'behind' });
});

test.each([
  '?mood=bad',
  '?mood=oldNames:3',
  '?mood=fitToWidthIgnored:never',
  '?mood=cellEditing',
  '?excel=97',
  '?theme=pink',
  '?fail=x',
  '?slow=-1',
  '?fail=1&when=never',
])('%s is refused', (query) => {
  expect(() => optionsFromQuery(query)).toThrow();
});

test('a page hands its host to tests, and takes it back', () => {
  const target = {} as Window;
  const host = new ExcelHost();
  const hide = exposeSwitches(host, target);
  target.__workbench!.failNext({ request: 1, when: 'before' });
  expect(host.faults.failure).toEqual({ request: 1, when: 'before' });
  const snapshot = target.__workbench!.snapshot();
  target.__workbench!.restore(snapshot);
  expect(host.snapshot()).toEqual(snapshot);
  hide();
  expect(target.__workbench).toBeUndefined();
});

test('requirement sets are compared as numbers, not as texts', () => {
  expect([knows({ ExcelApi: '1.9' }, '1.13'), knows({ ExcelApi: '1.13' }, '1.9'), knows({}, '1.1'), knows({ ExcelApi: '2.0' }, '1.17')]).toEqual([
    false,
    true,
    false,
    true,
  ]);
});
