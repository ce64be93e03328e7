/**
 * @jest-environment jsdom
 */
/** What becomes of files that no Excel has written? */
import '../excel/nodeGlobals';
import { areaAt } from '../../src/workbench/model/address';
import { enter } from '../../src/workbench/model/entry';
import { snapshotOf } from '../../src/workbench/model/snapshot';
import { Workbook } from '../../src/workbench/model/workbook';
import { FileNotRead, openWorkbook } from '../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { readPackage, textOf, textPart, writePackage } from '../../src/xlsx/package';

const SHEET = 'xl/worksheets/sheet1.xml';

/** A workbook with 2 in A1 and =A1 in B1, whose sheet's XML was changed afterwards. */
async function changed(change: (xml: string) => Iterable<string>): Promise<Uint8Array> {
  const workbook = new Workbook();
  enter(workbook.active, areaAt(0, 0, 1, 2), (_, column) => [2, '=A1'][column]!);
  const { bytes } = await saveWorkbook(snapshotOf(workbook));
  const parts = readPackage(bytes);
  const at = parts.findIndex(({ path }) => path === SHEET);
  parts[at] = (await textPart(SHEET, change(await textOf(parts[at]!))))!;
  return writePackage(parts);
}

const withFormula = (formula: string): Promise<Uint8Array> => changed((xml) => [xml.replace('>A1</f>', `>${formula}</f>`)]);

test('200 KB that are 200 MB when they are inflated are not', async () => {
  function* pieces(xml: string): Generator<string> {
    yield xml.replace('</worksheet>', '');
    for (let megabyte = 0; megabyte < 200; megabyte++) yield ' '.repeat(1024 * 1024);
    yield '</worksheet>';
  }
  const bytes = await changed(pieces);
  expect(bytes.length).toBeLessThan(300_000);
  const before = process.memoryUsage().rss;
  await expect(openWorkbook(bytes, 'a.xlsx')).rejects.toThrow(FileNotRead);
  expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
});

test('a file that says it is small is measured all the same', async () => {
  const bytes = await changed((xml) => [xml, ' '.repeat(20 * 1024 * 1024)]);
  const parts = readPackage(bytes).map((part) => ({ ...part, size: 1000 }));
  await expect(openWorkbook(writePackage(parts), 'a.xlsx')).rejects.toThrow(FileNotRead);
});

test.each([
  ['20,000 parentheses', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
  ['1.2 MB', `1${'+1'.repeat(600_000)}`],
  ['what is none', 'SUM((1'],
])('a formula of %s is left out and counted; its value stays', async (_, formula) => {
  const { workbook, leftOut } = await openWorkbook(await withFormula(formula), 'a.xlsx');
  expect(leftOut).toEqual([{ what: 'formulas', count: 1 }]);
  expect(workbook.active.shown(0, 1)).toBe(2);
  expect(workbook.active.cells.formula(0, 1)).toBeUndefined();
});

test('one that Excel takes and nobody here calculates is kept as it is', async () => {
  const { workbook, leftOut } = await openWorkbook(await withFormula('SUM(Sheet1:Sheet3!A1)'), 'a.xlsx');
  expect(leftOut).toEqual([]);
  expect(workbook.active.cells.formula(0, 1)?.text).toBe('SUM(Sheet1:Sheet3!A1)');
});
