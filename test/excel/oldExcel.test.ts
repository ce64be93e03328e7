/**
 * @jest-environment jsdom
 */
/** What does an Excel that is too old say? */
import { excelWorkbook } from '../../src/excel';
import './nodeGlobals';
import { moodPane } from '../../src/workbench/host/paneMoods';
import { EXCELS } from '../../src/workbench/host/requirements';
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { MORE, OTHER_COLUMNS, usedBook } from './books';
import { open, startExcel, write } from './excel';

let host: ExcelHost;
beforeAll(async () => {
  host = await startExcel({ requirementSets: { ...EXCELS.ltsc2021, ExcelApi: '1.13' } });
});

test('says what it has', () => {
  expect(excelWorkbook().support()).toEqual({ isSupported: true, needs: '1.13', has: '1.13' });
});

test('Excel 2019 is too old, and says how old', () => {
  const old = jest
    .spyOn(Office.context.requirements, 'isSetSupported')
    .mockImplementation((name, version) => name === 'ExcelApi' && Number(String(version).slice(2)) <= 8);
  expect(excelWorkbook().support()).toEqual({ isSupported: false, needs: '1.13', has: '1.8' });
  old.mockRestore();
  expect(host.unanswered).toEqual([]);
});

test('a browser that cannot compress is told before anything is begun', () => {
  const end = moodPane(window, { downloadsDoNothing: false, savePicker: null, noCompressionStream: true }, () => undefined);
  expect(excelWorkbook().support()).toEqual({ isSupported: false, needs: '1.13', has: '1.13', lacks: 'CompressionStream' });
  end();
  expect(excelWorkbook().support().isSupported).toBe(true);
});

test('ExcelApi 1.13 is enough for all that we do', async () => {
  open(await usedBook());
  expect(await write(MORE)).toBeNull();
  open(await usedBook());
  expect(await write(OTHER_COLUMNS)).toBeNull();
  await excelWorkbook().show('消込一覧', { 年度: '2027' });
  expect((await excelWorkbook().state()).otherTables).toHaveLength(1);
});
