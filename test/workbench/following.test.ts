/**
 * @jest-environment jsdom
 */
/** What follows when sheets are renamed and deleted, ranges are held twice, and rows are hidden by a filter? */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { References } from '../../src/workbench/host/references';
import { areaAt } from '../../src/workbench/model/address';
import { Workbook } from '../../src/workbench/model/workbook';
import { rangeOn } from '../../src/workbench/office/cellsTarget';
import { range } from '../../src/workbench/office/ranges';
import { officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => host.open(new Workbook()));

const sourcesOf = (name: string): unknown =>
  host.workbook.sheetNamed(name)!.charts.map(({ series }) => series.map(({ values, categories }) => [values?.sheet, categories?.sheet]));

test('the series of charts follow a sheet that is renamed, and lose one that is deleted', async () => {
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const figures = worksheets.getItem('Sheet1');
    figures.getRange('A1:B2').values = [
      ['a', 1],
      ['b', 2],
    ];
    const series = worksheets.add('図').charts.add('Pie', figures.getRange('A1:B2')).series.getItemAt(0);
    series.setValues(figures.getRange('B1:B2'));
    series.setXAxisValues(figures.getRange('A1:A2'));
    await context.sync();
    figures.name = '数字';
    await context.sync();
    expect(sourcesOf('図')).toEqual([[['数字', '数字']]]);
    figures.delete();
    await context.sync();
    expect(sourcesOf('図')).toEqual([[[undefined, undefined]]]);
  });
});

test('a range that is let go of does not take another one of the same cells with it', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const [one, other] = [sheet.getRange('A1:B2'), sheet.getRange('A1:B2')];
    one.load('address');
    other.load('address');
    const same = one.getBoundingRect(one);
    context.trackedObjects.add(same);
    await context.sync();
    one.untrack();
    await context.sync();
    sheet.getRange('1:1').insert('Down');
    other.load('address');
    same.load('address');
    await context.sync();
    expect([other.address, same.address]).toEqual(['Sheet1!A2:B3', 'Sheet1!A2:B3']);
  });
});

test('two handles of the same cells are two references', () => {
  const references = new References();
  const cells = rangeOn(host.workbook.active, areaAt(0, 0));
  const [one, other] = [range.of(cells), range.of(cells)];
  const [first, second] = [references.keep(one), references.keep(other)];
  expect(first).not.toBe(second);
  references.remove(first);
  expect([references.get(first), references.get(second), references.idOf(one), references.idOf(other)]).toEqual([undefined, other, undefined, second]);
});

test('a name for cells that are gone stays as it is when sheets are deleted and renamed', async () => {
  await Excel.run(async (context) => {
    const { worksheets, names } = context.workbook;
    worksheets.add('甲').getRange('A1').values = [[1]];
    names.add('元', '=甲!$A$1');
    names.add('別', "='甲'!#REF!");
    worksheets.add('乙');
    await context.sync();
    worksheets.getItem('甲').getRange('A:A').delete('Left');
    await context.sync();
    worksheets.getItem('乙').delete();
    worksheets.getItem('甲').name = '丙 丁';
    await context.sync();
    names.load('items/name, items/formula');
    await context.sync();
    expect(names.items.map(({ name, formula }) => [name, formula])).toEqual([
      ['元', "='丙 丁'!#REF!"],
      ['別', "='丙 丁'!#REF!"],
    ]);
    worksheets.getItem('丙 丁').delete();
    await context.sync();
    names.load('items/formula');
    await context.sync();
    expect(names.items.map(({ formula }) => formula)).toEqual(['=#REF!', '=#REF!']);
  });
});

test('rows that a filter leaves out are hidden', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A4').values = [['状態'], ['未納'], ['収納済'], ['収納済']];
    sheet.tables.add('A1:A4', true).columns.getItem('状態').filter.applyValuesFilter(['未納']);
    const [shown, left, both] = [sheet.getRange('2:2'), sheet.getRange('A3:A4'), sheet.getRange('A2:A4')].map((range) => range.load('rowHidden'));
    await context.sync();
    expect([shown!.rowHidden, left!.rowHidden, both!.rowHidden]).toEqual([false, true, null]);
  });
});
