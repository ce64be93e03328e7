/**
 * @jest-environment jsdom
 */
import '../excel/nodeGlobals';
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { snapshotOf } from '../../src/workbench/model/snapshot';
import { Workbook } from '../../src/workbench/model/workbook';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';
import { sound } from '../xlsx/partByPart';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => host.open(new Workbook()));

const codeOf = async (act: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void): Promise<string> =>
  (
    await officeErrorOf(
      Excel.run(async (context) => {
        act(context, context.workbook.worksheets.getActiveWorksheet());
        await context.sync();
      }),
    )
  ).code;

const sheetNames = (): string[] => host.workbook.sheets.map(({ name }) => name);

describe('worksheets', () => {
  test('are added, named, moved, hidden, coloured, activated and deleted', async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add('消込一覧');
      worksheets.add();
      sheet.tabColor = '#FF0000';
      sheet.position = 0;
      sheet.showGridlines = false;
      sheet.activate();
      worksheets.getItem('Sheet1').visibility = 'Hidden';
      sheet.name = '消込 一覧';
      const active = worksheets.getActiveWorksheet().load('name, position, tabColor, showGridlines, id');
      worksheets.load('items/name, items/visibility');
      const count = worksheets.getCount(true);
      const first = worksheets.getFirst().load('name');
      const next = sheet.getNext(true).load('name');
      const before = sheet.getPreviousOrNullObject().load('name');
      await context.sync();
      expect(active.toJSON()).toMatchObject({ name: '消込 一覧', position: 0, tabColor: '#FF0000', showGridlines: false });
      expect(worksheets.items.map(({ name, visibility }) => [name, visibility])).toEqual([
        ['消込 一覧', 'Visible'],
        ['Sheet1', 'Hidden'],
        ['Sheet3', 'Visible'],
      ]);
      expect([count.value, first.name, next.name, before.isNullObject]).toEqual([2, '消込 一覧', 'Sheet3', true]);
      sheet.delete();
      const now = worksheets.getActiveWorksheet().load('name');
      await context.sync();
      expect(now.name).toBe('Sheet3');
      expect(sheetNames()).toEqual(['Sheet1', 'Sheet3']);
    });
  });

  test('the same proxy stays the same sheet when it is renamed', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1').load('name');
      await context.sync();
      sheet.name = 'other';
      await context.sync();
      sheet.getRange('A1').values = [[1]];
      await context.sync();
      expect(host.workbook.sheetNamed('other')!.shown(0, 0)).toBe(1);
    });
  });

  test('a sheet that may be missing is a null object, and deleting it is no error', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject('無');
      sheet.delete();
      await context.sync();
      expect(sheet.isNullObject).toBe(true);
    });
  });

  test.each<[string, string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => void]>([
    ['a name of 32 characters', 'InvalidArgument', (context) => context.workbook.worksheets.add('x'.repeat(32))],
    ['a name with a slash', 'InvalidArgument', (context) => context.workbook.worksheets.add('2027/05')],
    ['an empty name', 'InvalidArgument', (_, sheet) => void (sheet.name = '')],
    ['a name that is taken, in other capitals', 'ItemAlreadyExists', (context) => context.workbook.worksheets.add('SHEET1')],
    ['the last sheet deleted', 'InvalidOperation', (_, sheet) => sheet.delete()],
    ['the last sheet hidden', 'InvalidOperation', (_, sheet) => void (sheet.visibility = 'Hidden')],
    ['a sheet that is missing', 'ItemNotFound', (context) => context.workbook.worksheets.getItem('無').activate()],
    ['comments, which are not modelled', 'NotImplemented', (_, sheet) => void sheet.comments.load('items')],
    ['shapes, which are not modelled', 'NotImplemented', (_, sheet) => void sheet.shapes.load('items')],
  ])('refused: %s', async (_, code, act) => {
    expect(await codeOf(act)).toBe(code);
  });

  test('formulas follow a renamed sheet, and lose a deleted one', async () => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('B').getRange('A1').values = [[5]];
      const formula = worksheets.getItem('Sheet1').getRange('A1');
      formula.formulas = [['=B!A1*2']];
      worksheets.getItem('B').name = '別 B';
      formula.load('formulas, values');
      await context.sync();
      expect([formula.formulas[0]![0], formula.values[0]![0]]).toEqual(["='別 B'!A1*2", 10]);
      worksheets.getItem('別 B').delete();
      formula.load('formulas, values');
      await context.sync();
      expect([formula.formulas[0]![0], formula.values[0]![0]]).toEqual(['=#REF!*2', '#REF!']);
    });
  });

  test('a copy has everything, under names of its own', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Sheet1');
      sheet.getRange('A1:B3').values = [
        ['a', 'b'],
        [1, '=[@a]*2'],
        [2, '=表[[#This Row],[a]]*2'],
      ];
      const table = sheet.tables.add('A1:B3', true);
      table.name = '表';
      sheet.getRange('A:A').format.columnWidth = 99;
      sheet.getRange('A1').format.fill.color = '#FF0000';
      sheet.freezePanes.freezeRows(1);
      sheet.getRange('A2:A3').conditionalFormats.add('Custom').custom.rule.formula = '=$A2=1';
      const copy = sheet.copy('End').load('name, position');
      copy.getRange('A2').values = [[10]];
      const cells = copy.getRange('A1:B3').load('values, formulas, format/columnWidth');
      copy.tables.load('items/name');
      await context.sync();
      expect([copy.name, copy.position]).toEqual(['Sheet1 (2)', 1]);
      expect(copy.tables.items.map(({ name }) => name)).toEqual(['表_2']);
      expect(cells.values).toEqual([
        ['a', 'b'],
        [10, 20],
        [2, 4],
      ]);
      expect(cells.formulas[2]![1]).toBe('=表_2[[#This Row],[a]]*2');
      expect(host.workbook.sheets[1]!.frozen).toEqual({ rows: 1, columns: 0 });
      expect(host.workbook.sheets[1]!.conditionalFormats).toHaveLength(1);
      expect(host.workbook.sheets[0]!.shown(1, 0)).toBe(1);
    });
  });
});

describe('freeze panes', () => {
  test('rows, columns, both, none', async () => {
    await Excel.run(async (context) => {
      const { freezePanes } = context.workbook.worksheets.getActiveWorksheet();
      const at: (string | null)[] = [];
      const record = async (): Promise<void> => {
        const location = freezePanes.getLocationOrNullObject().load('address');
        await context.sync();
        at.push(location.isNullObject ? null : location.address);
      };
      freezePanes.freezeRows(4);
      await record();
      freezePanes.freezeColumns(2);
      await record();
      freezePanes.freezeAt('A1:D4');
      await record();
      freezePanes.unfreeze();
      await record();
      expect(at).toEqual(['Sheet1!1:4', 'Sheet1!A:B', 'Sheet1!A1:D4', null]);
    });
  });
});

describe('page layout', () => {
  test('is set and read back', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const { pageLayout } = sheet;
      pageLayout.orientation = 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintMargins('Centimeters', { left: 1, right: 1, top: 1.5, bottom: 1.5, header: 0.7, footer: 0.7 });
      pageLayout.setPrintArea('A1:M100');
      pageLayout.setPrintTitleRows('$1:$4');
      pageLayout.setPrintTitleColumns('A:B');
      const pages = pageLayout.headersFooters.defaultForAllPages;
      pages.leftHeader = '消込一覧';
      pages.centerHeader = '合計一致';
      pages.centerFooter = '&P/&N';
      pageLayout.load('orientation, paperSize, zoom, centerHorizontally, leftMargin, topMargin, headersFooters/state');
      pages.load('leftHeader, centerHeader, rightHeader, centerFooter');
      const area = pageLayout.getPrintArea().load('address');
      const rows = pageLayout.getPrintTitleRows().load('address');
      const columns = pageLayout.getPrintTitleColumnsOrNullObject().load('address');
      await context.sync();
      expect(pageLayout.toJSON()).toMatchObject({ orientation: 'Landscape', paperSize: 'A4', zoom: { horizontalFitToPages: 1 }, centerHorizontally: true });
      expect(pageLayout.leftMargin).toBeCloseTo(28.35, 2);
      expect(pages.toJSON()).toEqual({ leftHeader: '消込一覧', centerHeader: '合計一致', rightHeader: '', centerFooter: '&P/&N' });
      expect([area.address, rows.address, columns.address]).toEqual(['Sheet1!A1:M100', 'Sheet1!1:4', 'Sheet1!A:B']);
    });
  });

  test('what a sheet does not have is a null object', async () => {
    await Excel.run(async (context) => {
      const { pageLayout } = context.workbook.worksheets.getActiveWorksheet();
      const area = pageLayout.getPrintAreaOrNullObject();
      await context.sync();
      expect(area.isNullObject).toBe(true);
    });
    expect(await codeOf((_, { pageLayout }) => pageLayout.getPrintTitleRows().load('address'))).toBe('ItemNotFound');
    expect(await codeOf((_, { pageLayout }) => void (pageLayout.zoom = { scale: 5 }))).toBe('InvalidArgument');
    expect(await codeOf((_, { pageLayout }) => void (pageLayout.headersFooters.defaultForAllPages.leftHeader = 'x'.repeat(256)))).toBe('InvalidArgument');
  });
});

describe('protection', () => {
  const protect = (_: Excel.RequestContext, sheet: Excel.Worksheet): void =>
    sheet.protection.protect({ allowAutoFilter: true, allowFormatCells: false }, 'secret');

  test('says what it is', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      protect(context, sheet);
      sheet.protection.load('protected, options');
      context.workbook.protection.load('protected');
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options).toMatchObject({ allowAutoFilter: true, allowSort: false });
      expect(context.workbook.protection.protected).toBe(false);
      sheet.protection.unprotect('secret');
      sheet.getRange('A1').values = [[1]];
      await context.sync();
    });
  });

  test.each<[string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => void]>([
    ['contents', (_, sheet) => void (sheet.getRange('A1').values = [[1]])],
    ['looks', (_, sheet) => void (sheet.getRange('A1').format.fill.color = '#FF0000')],
    ['widths', (_, sheet) => void (sheet.getRange('A1').format.columnWidth = 5)],
    ['inserted rows', (_, sheet) => void sheet.getRange('1:1').insert('Down')],
    ['tables', (_, sheet) => sheet.tables.add('A1:B2', true)],
    ['conditional formats', (_, sheet) => void sheet.getRange('A1').conditionalFormats.add('Custom')],
    ['charts', (_, sheet) => void sheet.charts.add('Pie', sheet.getRange('A1:B2'))],
    ['the wrong password', (_, sheet) => sheet.protection.unprotect('guess')],
  ])('a protected sheet refuses %s', async (_, act) => {
    const code = await codeOf((context, sheet) => {
      protect(context, sheet);
      act(context, sheet);
    });
    expect(code).toBe('AccessDenied');
  });

  test('unlocked cells can be written on a protected sheet', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('B1').format.protection.locked = false;
      protect(context, sheet);
      sheet.getRange('B1').values = [['備考']];
      await context.sync();
    });
    expect(host.workbook.active.shown(0, 1)).toBe('備考');
  });

  test.each<[string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => void]>([
    ['added', (context) => void context.workbook.worksheets.add('x')],
    ['renamed', (_, sheet) => void (sheet.name = 'x')],
    ['hidden', (_, sheet) => void (sheet.visibility = 'Hidden')],
    ['deleted', (_, sheet) => sheet.delete()],
    ['copied', (_, sheet) => void sheet.copy()],
  ])('in a protected workbook no sheet can be %s', async (_, act) => {
    const code = await codeOf((context, sheet) => {
      context.workbook.worksheets.add('y');
      context.workbook.protection.protect();
      act(context, sheet);
    });
    expect(code).toBe('AccessDenied');
    expect(sheetNames()).toEqual(['Sheet1', 'y']);
  });
});

describe('names', () => {
  test('for cells, values and formulas, of the workbook and of a sheet', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:A2').values = [[2], [3]];
      context.workbook.names.add('金額', sheet.getRange('A1:A2'), 'なに');
      context.workbook.names.add('税率', '=0.1');
      sheet.names.add('own', '=SUM(金額)');
      sheet.getRange('C1').formulas = [['=SUM(金額)*税率+own']];
      const item = context.workbook.names.getItem('金額').load('name, value, type, formula, comment, scope, visible');
      const range = item.getRange().load('address');
      const own = sheet.names.getItem('own').load('value, type, scope');
      const sum = sheet.getRange('C1').load('values');
      const byName = sheet.getRange('金額').load('address');
      const none = context.workbook.names.getItemOrNullObject('無').load('name');
      await context.sync();
      expect(item.toJSON()).toMatchObject({
        name: '金額',
        value: 'Sheet1!A1:A2',
        type: 'Range',
        formula: '=Sheet1!$A$1:$A$2',
        comment: 'なに',
        scope: 'Workbook',
        visible: true,
      });
      expect(own.toJSON()).toMatchObject({ value: 5, type: 'Double', scope: 'Worksheet' });
      expect([range.address, byName.address, sum.values[0]![0], none.isNullObject]).toEqual(['Sheet1!A1:A2', 'Sheet1!A1:A2', 5.5, true]);
      item.delete();
      sum.load('values');
      await context.sync();
      expect(sum.values[0]![0]).toBe('#NAME?');
    });
  });

  test('are free, and are no cells', async () => {
    expect(await codeOf((context) => void context.workbook.names.add('A1', '=1'))).toBe('InvalidArgument');
    expect(
      await codeOf((context) => {
        context.workbook.names.add('x', '=1');
        context.workbook.names.add('X', '=2');
      }),
    ).toBe('ItemAlreadyExists');
  });
});

describe('what is kept beside the cells', () => {
  test('settings, the same through both parts of Office.js', async () => {
    await Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add('lastTab', { name: '結果', at: 3 });
      settings.add('gone', 1);
      settings.getItem('gone').delete();
      const value = settings.getItem('lastTab').load('value');
      const missing = settings.getItemOrNullObject('gone');
      settings.load('items/key');
      await context.sync();
      expect(value.value).toEqual({ name: '結果', at: 3 });
      expect(missing.isNullObject).toBe(true);
      expect(settings.items.map(({ key }) => key)).toEqual(['lastTab']);
    });
    Office.context.document.settings.set('layout', 'ward');
    await new Promise<void>((resolve, reject) =>
      Office.context.document.settings.saveAsync(({ status, error }) =>
        status === Office.AsyncResultStatus.Succeeded ? resolve() : reject(new Error(error.message)),
      ),
    );
    expect(host.workbook.settings.get('layout')).toBe('ward');
  });

  test('parts of XML', async () => {
    await Excel.run(async (context) => {
      const { customXmlParts } = context.workbook;
      const part = customXmlParts.add('<?xml version="1.0"?><k:book xmlns:k="urn:keshikomi"><run/></k:book>').load('id, namespaceUri');
      customXmlParts.add('<other xmlns="urn:other"/>');
      await context.sync();
      const own = customXmlParts.getByNamespace('urn:keshikomi').getOnlyItem();
      const xml = own.getXml();
      const count = customXmlParts.getCount();
      await context.sync();
      expect(part.namespaceUri).toBe('urn:keshikomi');
      expect(xml.value).toContain('<run/>');
      expect(count.value).toBe(2);
      own.setXml('<a xmlns="urn:keshikomi">2</a>');
      const again = customXmlParts.getItem(part.id).getXml();
      part.delete();
      const left = customXmlParts.getByNamespace('urn:keshikomi').getOnlyItemOrNullObject();
      await context.sync();
      expect([again.value, left.isNullObject]).toEqual(['<a xmlns="urn:keshikomi">2</a>', true]);
    });
    expect(await codeOf((context) => void context.workbook.customXmlParts.add('no xml'))).toBe('InvalidArgument');
  });

  test('properties of the workbook, and of a sheet', async () => {
    await Excel.run(async (context) => {
      const { properties } = context.workbook;
      properties.title = '消込';
      properties.custom.add('版', 3);
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.customProperties.add('madeBy', 'keshikomi');
      properties.load('title, author');
      const version = properties.custom.getItem('版').load('value, type');
      const madeBy = sheet.customProperties.getItemOrNullObject('MADEBY').load('key, value');
      await context.sync();
      expect([properties.title, properties.author, version.value, version.type, madeBy.key, madeBy.value]).toEqual([
        '消込',
        '',
        3,
        'Number',
        'madeBy',
        'keshikomi',
      ]);
    });
  });
});

test('another workbook is created and opened beside this one', async () => {
  const created: (readonly [string, unknown])[] = [];
  const stop = host.onCreateWorkbook(({ workbook, leftOut }) => created.push([workbook.name, [workbook.active.cells.value(0, 0), leftOut]]));
  const other = new Workbook();
  other.active.cells.setValue(0, 0, '007');
  const { bytes } = await saveWorkbook(snapshotOf(other));
  sound(bytes);
  await Excel.createWorkbook(Buffer.from(bytes).toString('base64'));
  await Excel.createWorkbook();
  expect(created).toEqual([
    ['Book2.xlsx', ['007', []]],
    ['Book3.xlsx', [undefined, []]],
  ]);
  expect([host.workbook.name, host.workbook.active.cells.value(0, 0)]).toEqual(['Book1.xlsx', undefined]);
  for (const none of ['bm8gemlw', 'UEsDBBQAAAAIAA==']) expect((await officeErrorOf(Excel.createWorkbook(none))).code).toBe('InvalidArgument');
  expect(created).toHaveLength(2);
  stop();
});

test('the application calculates, in the mode that was asked for', async () => {
  await Excel.run(async (context) => {
    context.application.suspendApiCalculationUntilNextSync();
    context.application.suspendScreenUpdatingUntilNextSync();
    context.application.calculationMode = 'Manual';
    context.application.calculate('Full');
    context.application.load('calculationMode, calculationState, decimalSeparator');
    context.runtime.enableEvents = false;
    context.runtime.load('enableEvents');
    context.workbook.load('name, readOnly, isDirty');
    await context.sync();
    expect([context.application.calculationMode, context.application.calculationState, context.application.decimalSeparator]).toEqual(['Manual', 'Done', '.']);
    expect(context.runtime.enableEvents).toBe(false);
    expect([context.workbook.name, context.workbook.readOnly, context.workbook.isDirty]).toEqual(['Book1.xlsx', false, true]);
  });
});

describe('charts', () => {
  test('are recorded with what was said about them', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.getRange('A1:C3').values = [
        ['費目', '収納済', '未納'],
        ['住民税', 10, 2],
        ['保険料', 5, 5],
      ];
      const chart = sheet.charts.add('BarStacked100', sheet.getRange('A1:C3'), 'Columns');
      chart.name = '費目別';
      chart.title.text = '費目別の納付書の状態（件数）';
      chart.title.format.font.size = 12;
      chart.setPosition('J2', 'N12');
      chart.legend.position = 'Bottom';
      chart.axes.categoryAxis.reversePlotOrder = true;
      chart.axes.valueAxis.majorGridlines.visible = false;
      const series = chart.series.getItemAt(0);
      series.format.fill.setSolidColor('#0055AD');
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = '#,##0;;';
      chart.load('name, chartType, left, top, width, height');
      chart.series.load('items/name, count');
      chart.title.load('text, visible');
      await context.sync();
      expect([chart.name, chart.chartType, chart.left, chart.top, chart.width, chart.height]).toEqual(['費目別', 'BarStacked100', 486, 18.75, 270, 206.25]);
      expect(chart.series.items.map(({ name }) => name)).toEqual(['収納済', '未納']);
      expect([chart.title.text, chart.title.visible]).toEqual(['費目別の納付書の状態（件数）', true]);
      const [kept] = host.snapshot().sheets[0]!.charts;
      expect(kept).toMatchObject({
        name: '費目別',
        type: 'BarStacked100',
        series: [
          {
            name: '収納済',
            fillColor: '#0055AD',
            values: { sheet: 'Sheet1', area: { row: 1, column: 1, rows: 2, columns: 1 } },
            categories: { sheet: 'Sheet1', area: { row: 1, column: 0, rows: 2, columns: 1 } },
            set: { hasDataLabels: true, 'dataLabels/numberFormat': '#,##0;;' },
          },
          { name: '未納', fillColor: null },
        ],
        set: {
          'legend/position': 'Bottom',
          'axes/categoryAxis/reversePlotOrder': true,
          'axes/valueAxis/majorGridlines/visible': false,
          'title/format/font/size': 12,
        },
      });
      chart.delete();
      sheet.charts.load('count');
      await context.sync();
      expect(sheet.charts.count).toBe(0);
    });
  });

  test('series are added one by one', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:A2'));
      const series = chart.series.add('入金予定額');
      series.setValues(sheet.getRange('C5:C9'));
      series.setXAxisValues(sheet.getRange('A5:A9'));
      series.gapWidth = 60;
      chart.series.getItemAt(0).delete();
      await context.sync();
      expect(host.workbook.active.charts[0]!.series).toMatchObject([
        { name: '入金予定額', values: { area: { row: 4, column: 2, rows: 5 } }, categories: { area: { row: 4, column: 0, rows: 5 } } },
      ]);
    });
  });

  test('what Excel would have chosen by itself is not known', async () => {
    const error = await officeErrorOf(
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getActiveWorksheet();
        sheet.charts.add('Pie', sheet.getRange('A1:B2')).legend.load('position');
        await context.sync();
      }),
    );
    expect(error.message).toContain('ChartLegend.position before it was set');
  });
});
