/**
 * @jest-environment jsdom
 */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { CellsOfSnapshot, snapshotOf, workbookOf } from '../../src/workbench/model/snapshot';
import { officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.name = '消込一覧';
    sheet.getRange('A1').values = [['消込一覧']];
    sheet.getRange('A4:C4').values = [['状態', '納付書番号', '金額']];
    (sheet.getRange('B5:B7') as unknown as { numberFormat: unknown }).numberFormat = '@';
    (sheet.getRange('C5:C7') as unknown as { numberFormat: unknown }).numberFormat = '#,##0';
    sheet.getRange('A5:C7').values = [
      ['未納', '007', 100],
      ['収納済', '008', '=50*4'],
      ['取消', '#N/A', '=XLOOKUP(1,A:A,B:B)'],
    ];
    sheet.getRange('A1').format.font.size = 14;
    sheet.getRange('A4:C4').format.fill.color = '#E6E6E6';
    sheet.getRange('A:A').format.columnWidth = 77.25;
    sheet.getRange('1:1').format.rowHeight = 26;
    const table = sheet.tables.add('A4:C7', true);
    table.name = '一覧';
    table.columns.getItem('状態').filter.applyValuesFilter(['未納']);
    const format = sheet.getRange('A5:A7').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$A5="未納"';
    format.custom.format.font.bold = true;
    format.stopIfTrue = true;
    sheet.freezePanes.freezeAt('A1:B4');
    sheet.pageLayout.orientation = 'Landscape';
    sheet.pageLayout.setPrintArea('A1:C7');
    sheet.charts.add('Pie', sheet.getRange('A5:C6')).title.text = '題';
    workbook.names.add('率', '=0.1');
    workbook.settings.add('key', { deep: [1] });
    workbook.customXmlParts.add('<a xmlns="urn:a"/>');
    workbook.properties.title = '題名';
    sheet.protection.protect({ allowSort: true });
    workbook.worksheets.add('空').visibility = 'Hidden';
    await context.sync();
  });
});

test('a snapshot is plain data and holds the whole workbook', () => {
  const snapshot = host.snapshot();
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  const [sheet, empty] = snapshot.sheets;
  expect(snapshot).toMatchObject({
    version: 1,
    activeSheet: 0,
    names: [{ name: '率', formula: '0.1' }],
    settings: { key: { deep: [1] } },
    customXmlParts: [{ namespaceUri: 'urn:a' }],
    properties: { title: '題名' },
  });
  expect(sheet).toMatchObject({
    name: '消込一覧',
    values: [
      ['消込一覧'],
      [],
      [],
      ['状態', '納付書番号', '金額'],
      ['未納', '007', 100],
      ['収納済', '008', 200],
      ['取消', '#N/A', { notCalculated: 'XLOOKUP is not calculated here' }],
    ],
    formulas: [
      { row: 5, column: 2, formula: '50*4' },
      { row: 6, column: 2, formula: 'XLOOKUP(1,A:A,B:B)' },
    ],
    columnWidths: [{ start: 0, count: 1, value: 77.25 }],
    rowHeights: [{ start: 0, count: 1, value: 26 }],
    filteredRows: [{ start: 5, count: 2, value: true }],
    frozen: { rows: 4, columns: 2 },
    tables: [
      {
        name: '一覧',
        area: { row: 3, column: 0, rows: 4, columns: 3 },
        columns: ['状態', '納付書番号', '金額'],
        filters: [{ column: 0, criteria: { filterOn: 'Values', values: ['未納'] } }],
      },
    ],
    conditionalFormats: [{ formula: '$A5="未納"', stopIfTrue: true, style: { bold: true, fillColor: null } }],
    charts: [{ type: 'Pie', title: '題' }],
    pageLayout: { orientation: 'Landscape', printArea: [{ row: 0, column: 0, rows: 7, columns: 3 }] },
    protection: { options: { allowSort: true } },
  });
  expect(empty).toMatchObject({ name: '空', visibility: 'Hidden', values: [], looks: [] });
});

test('a cell of a snapshot can be looked up', () => {
  const snapshot = host.snapshot();
  const cells = new CellsOfSnapshot(snapshot, snapshot.sheets[0]!);
  expect([cells.value(4, 1), cells.style(4, 1).numberFormat, cells.formula(5, 2), cells.value(5, 2)]).toEqual(['007', '@', '50*4', 200]);
  expect([cells.style(3, 2).fillColor, cells.style(0, 0).fontSize, cells.style(99, 99).fontSize, cells.value(99, 99)]).toEqual(['#E6E6E6', 14, 11, null]);
});

test('a restored workbook gives the same snapshot, and is one of its own', async () => {
  const before = host.snapshot();
  expect(snapshotOf(workbookOf(before))).toEqual(before);
  host.restore(before);
  await Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('一覧');
    table.worksheet.protection.unprotect();
    table.rows.getItemAt(0).values = [['収納済', '009', 1]];
    const body = table.getDataBodyRange().load('text');
    table.autoFilter.load('criteria');
    await context.sync();
    expect(body.text.slice(0, 2)).toEqual([
      ['収納済', '009', '1'],
      ['収納済', '008', '200'],
    ]);
    expect(table.autoFilter.criteria[0]).toMatchObject({ values: ['未納'] });
  });
  expect(before.sheets[0]!.values[4]).toEqual(['未納', '007', 100]);
});
