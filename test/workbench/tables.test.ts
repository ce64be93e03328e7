/**
 * @jest-environment jsdom
 */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => host.open(new Workbook()));

const onSheet = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => act(context.workbook.worksheets.getActiveWorksheet(), context));

const ROWS = [
  ['状態', '金額'],
  ['未納', 300],
  ['収納済', 100],
  ['未納', 200],
];

/** A table of three rows at B2, called 一覧. */
function tableOn(sheet: Excel.Worksheet): Excel.Table {
  sheet.getRange('B2:C5').values = ROWS;
  const table = sheet.tables.add('B2:C5', true);
  table.name = '一覧';
  return table;
}

const refusedWith = async (act: (sheet: Excel.Worksheet, table: Excel.Table) => void): Promise<string> =>
  (
    await officeErrorOf(
      onSheet(async (sheet, context) => {
        act(sheet, tableOn(sheet));
        await context.sync();
      }),
    )
  ).code;

test('a table says where and what it is', async () => {
  await onSheet(async (sheet, context) => {
    const table = tableOn(sheet);
    table.style = 'TableStyleLight1';
    table.showBandedRows = false;
    table.load('name, id, style, showBandedRows, showHeaders, columns/items/name, columns/items/index');
    table.rows.load('count');
    const places = [table.getRange(), table.getDataBodyRange(), table.getHeaderRowRange(), table.columns.getItem('金額').getDataBodyRange()].map((range) =>
      range.load('address'),
    );
    const found = context.workbook.tables.getItem('一覧').worksheet.load('name');
    await context.sync();
    expect(table.toJSON()).toMatchObject({ name: '一覧', style: 'TableStyleLight1', showBandedRows: false, showHeaders: true });
    expect(table.columns.items.map(({ name, index }) => [name, index])).toEqual([
      ['状態', 0],
      ['金額', 1],
    ]);
    expect(table.rows.count).toBe(3);
    expect(places.map(({ address }) => address)).toEqual(['Sheet1!B2:C5', 'Sheet1!B3:C5', 'Sheet1!B2:C2', 'Sheet1!C3:C5']);
    expect(found.name).toBe('Sheet1');
  });
});

test('a table without headers gets some, and the cells below make room', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [
      [1, 2],
      [3, 4],
    ];
    sheet.getRange('A4').values = [['below']];
    sheet.tables.add('A1:B2', false);
    const used = sheet.getUsedRange(true).load('address, values');
    await context.sync();
    expect(used.values).toEqual([
      ['列1', '列2'],
      [1, 2],
      [3, 4],
      ['', ''],
      ['below', ''],
    ]);
  });
});

test('headers become texts that differ', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:D1').values = [['a', 'A', 5, '']];
    const table = sheet.tables.add('A1:D3', true);
    const header = table.getHeaderRowRange().load('values');
    await context.sync();
    expect(header.values).toEqual([['a', 'A2', '5', '列4']]);
  });
});

describe('refused', () => {
  test.each<[string, string, (sheet: Excel.Worksheet, table: Excel.Table) => void]>([
    ['a table over a table', 'InvalidArgument', (sheet) => sheet.tables.add('C4:E9', true)],
    ['a name that is taken', 'ItemAlreadyExists', (sheet) => void (sheet.tables.add('F1:G2', true).name = '一覧')],
    ['a name with a space', 'InvalidArgument', (_, table) => void (table.name = 'a b')],
    ['a name like a cell', 'InvalidArgument', (_, table) => void (table.name = 'AB12')],
    ['rows of another width', 'InvalidArgument', (_, table) => void table.rows.add(undefined, [[1, 2, 3]])],
    ['a resize without rows', 'InvalidArgument', (_, table) => table.resize('B2:C2')],
    ['a resize that moves the header', 'InvalidArgument', (_, table) => table.resize('B3:C9')],
    ['a column that is not there', 'ItemNotFound', (_, table) => void table.columns.getItem('無').load('name')],
    ['a table that is not there', 'ItemNotFound', (sheet) => void sheet.tables.getItem('無').load('name')],
    ['inserting beside a part of the table', 'InsertDeleteConflict', (sheet) => void sheet.getRange('B3').insert('Down')],
    ['deleting the header', 'InsertDeleteConflict', (sheet) => void sheet.getRange('2:2').delete('Up')],
    ['a filter on colours', 'NotImplemented', (_, table) => void table.columns.getItem('状態').filter.applyCellColorFilter('#FF0000')],
  ])('%s', async (_, code, act) => {
    expect(await refusedWith(act)).toBe(code);
  });
});

describe('rows', () => {
  test('are added in bulk at the end and in the middle; what lies below moves down', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      sheet.getRange('B8').values = [['below']];
      sheet.getRange('C3:C5').numberFormat = [['#,##0'], ['#,##0'], ['#,##0']];
      table.rows.add(undefined, [
        ['取消', 1000],
        ['取消', 2000],
      ]);
      table.rows.add(0, [['速報のみ', 5]]);
      const body = table.getDataBodyRange().load('values, address, text');
      const below = sheet.getRange('B11').load('values');
      await context.sync();
      expect(body.address).toBe('Sheet1!B3:C8');
      expect(body.values.map(([state]) => state)).toEqual(['速報のみ', '未納', '収納済', '未納', '取消', '取消']);
      expect(body.text[4]).toEqual(['取消', '1,000']);
      expect(below.values).toEqual([['below']]);
    });
  });

  test('are deleted; the last one is only emptied', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      table.rows.getItemAt(1).delete();
      table.rows.getItemAt(0).delete();
      table.rows.getItemAt(0).delete();
      const body = table.getDataBodyRange().load('values, address');
      await context.sync();
      expect(body.address).toBe('Sheet1!B3:C3');
      expect(body.values).toEqual([['', '']]);
    });
  });

  test('one row can be read and written', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      table.rows.getItemAt(1).values = [['取消', 7]];
      const row = table.rows.getItemAt(1).load('values, index');
      await context.sync();
      expect(row.values).toEqual([['取消', 7]]);
      expect(row.index).toBe(1);
    });
  });
});

describe('columns', () => {
  test('are added and deleted, and formulas follow their names', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      sheet.getRange('H1').formulas = [['=SUM(一覧[金額])']];
      table.columns.add(1, [['備考'], ['a'], ['b'], ['c']]);
      table.columns.add(undefined, undefined, '最後');
      table.columns.getItem('金額').name = '納付額';
      const header = table.getHeaderRowRange().load('values');
      const sum = sheet.getRange('J1').load('formulas, values');
      await context.sync();
      expect(header.values).toEqual([['状態', '備考', '納付額', '最後']]);
      const moved = sheet.getRange('H1').load('formulas, values');
      await context.sync();
      expect(moved.formulas).toEqual([['=SUM(一覧[納付額])']]);
      expect(moved.values).toEqual([[600]]);
      expect(sum.formulas).toEqual([['']]);
      table.columns.getItem('備考').delete();
      header.load('values');
      const after = table.getHeaderRowRange().load('values');
      await context.sync();
      expect(after.values).toEqual([['状態', '納付額', '最後']]);
    });
  });
});

test('a table is resized, renamed, and formulas follow', async () => {
  await onSheet(async (sheet, context) => {
    const table = tableOn(sheet);
    sheet.getRange('B6:C6').values = [['取消', 50]];
    sheet.getRange('H1').formulas = [['=SUM(一覧[金額])']];
    table.resize('B2:C6');
    table.name = '消込一覧';
    const sum = sheet.getRange('H1').load('formulas, values');
    await context.sync();
    expect(sum.formulas).toEqual([['=SUM(消込一覧[金額])']]);
    expect(sum.values).toEqual([[650]]);
  });
});

test('a deleted table leaves nothing, a converted one its cells', async () => {
  await onSheet(async (sheet, context) => {
    const table = tableOn(sheet);
    table.getRange().format.fill.color = '#FF0000';
    table.delete();
    const used = sheet.getUsedRangeOrNullObject().load('address');
    await context.sync();
    expect(used.isNullObject).toBe(true);
    const other = tableOn(sheet).convertToRange().load('address');
    const left = context.workbook.tables.load('count');
    await context.sync();
    expect(other.address).toBe('Sheet1!B2:C5');
    expect(left.count).toBe(0);
  });
});

describe('filters', () => {
  const hiddenRows = (): number[] =>
    [...host.workbook.active.geometry.filteredRows.runs()].flatMap(({ start, count, value }) =>
      value ? Array.from({ length: count }, (_, index) => start + index) : [],
    );

  test('are applied, read back, applied again and cleared', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      table.columns.getItem('状態').filter.applyValuesFilter(['未納']);
      table.autoFilter.load('criteria, enabled, isDataFiltered');
      const filter = table.columns.getItem('状態').filter.load('criteria');
      await context.sync();
      expect(hiddenRows()).toEqual([3]);
      expect(table.autoFilter.isDataFiltered).toBe(true);
      expect(table.autoFilter.criteria).toMatchObject([{ filterOn: 'Values', values: ['未納'] }, null]);
      expect(filter.criteria).toMatchObject({ filterOn: 'Values', values: ['未納'] });

      sheet.getRange('B4').values = [['未納']];
      await context.sync();
      expect(hiddenRows()).toEqual([3]);
      table.reapplyFilters();
      await context.sync();
      expect(hiddenRows()).toEqual([]);

      table.columns.getItem('金額').filter.applyCustomFilter('>=200', '<300');
      await context.sync();
      expect(hiddenRows()).toEqual([2, 3]);
      table.clearFilters();
      table.autoFilter.load('criteria, isDataFiltered');
      await context.sync();
      expect(hiddenRows()).toEqual([]);
      expect(table.autoFilter.criteria).toEqual([null, null]);
    });
  });

  test.each<[string, Excel.FilterCriteria, number[]]>([
    ['a part of a text', { filterOn: 'Custom', criterion1: '=*納*' }, []],
    ['not a text', { filterOn: 'Custom', criterion1: '<>未納' }, [2, 4]],
    ['either', { filterOn: 'Custom', criterion1: '=未納', criterion2: '=収納済', operator: 'Or' }, []],
    ['both', { filterOn: 'Custom', criterion1: '=未*', criterion2: '=*済', operator: 'And' }, [2, 3, 4]],
  ])('%s', async (_, criteria, hidden) => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      table.autoFilter.apply(table.getRange(), 0, criteria);
      await context.sync();
      expect(hiddenRows()).toEqual(hidden);
    });
  });

  test('the largest items', async () => {
    await onSheet(async (sheet, context) => {
      const table = tableOn(sheet);
      table.columns.getItem('金額').filter.applyTopItemsFilter(2);
      await context.sync();
      expect(hiddenRows()).toEqual([3]);
    });
  });

  test('a sheet has one of its own', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B4').values = ROWS;
      sheet.autoFilter.apply('A1:B4', 0, { filterOn: 'Values', values: ['収納済'] });
      const place = sheet.autoFilter.getRangeOrNullObject().load('address');
      await context.sync();
      expect(hiddenRows()).toEqual([1, 3]);
      expect(place.address).toBe('Sheet1!A1:B4');
      sheet.autoFilter.remove();
      const gone = sheet.autoFilter.getRangeOrNullObject().load('address');
      await context.sync();
      expect(gone.isNullObject).toBe(true);
      expect(hiddenRows()).toEqual([]);
    });
  });
});

test('a table is sorted; looks go with their rows, formulas stay in theirs', async () => {
  await onSheet(async (sheet, context) => {
    const table = tableOn(sheet);
    sheet.getRange('B3').format.fill.color = '#FF0000';
    table.columns.add(undefined, [['倍'], ['=C3*2'], ['=C4*2'], ['=[@金額]*2']]);
    table.sort.apply([
      { key: 0, ascending: false },
      { key: 1, ascending: true },
    ]);
    const body = table.getDataBodyRange().load('values, formulas');
    const fill = sheet.getRange('B4').load('format/fill/color');
    table.sort.load('fields');
    await context.sync();
    expect(body.values).toEqual([
      ['未納', 200, 400],
      ['未納', 300, 600],
      ['収納済', 100, 200],
    ]);
    expect(body.formulas[1]).toEqual(['未納', 300, '=C4*2']);
    expect(fill.format.fill.color).toBe('#FF0000');
    expect(table.sort.fields.map(({ key }) => key)).toEqual([0, 1]);
  });
});

test('a range knows the tables that it touches', async () => {
  await onSheet(async (sheet, context) => {
    tableOn(sheet);
    const touched = sheet.getRange('A1:B2').getTables(false).load('items/name');
    const none = sheet.getRange('A1').getTables(false).getCount();
    await context.sync();
    expect(touched.items.map(({ name }) => name)).toEqual(['一覧']);
    expect(none.value).toBe(0);
  });
});
