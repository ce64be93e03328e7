/**
 * @jest-environment jsdom
 */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { pointsOfCharacters } from '../../src/workbench/model/geometry';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => host.open(new Workbook()));

const onSheet = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => act(context.workbook.worksheets.getActiveWorksheet(), context));

test('fill, font, alignment and protection are set and read back', async () => {
  await onSheet(async (sheet, context) => {
    const { format } = sheet.getRange('B2:C3');
    format.fill.color = 'ffeb99';
    format.font.set({ name: '游ゴシック', size: 9, color: 'red', bold: true, italic: true, underline: 'Double', strikethrough: true });
    format.horizontalAlignment = 'Center';
    format.verticalAlignment = 'Top';
    format.wrapText = true;
    format.indentLevel = 1;
    format.protection.locked = false;
    const read = sheet.getRange('C3').format.load('fill/color, font, horizontalAlignment, verticalAlignment, wrapText, indentLevel, protection/locked');
    await context.sync();
    expect(read.toJSON()).toMatchObject({
      fill: { color: '#FFEB99' },
      font: { name: '游ゴシック', size: 9, color: '#FF0000', bold: true, italic: true, underline: 'Double', strikethrough: true, subscript: false },
      horizontalAlignment: 'Center',
      verticalAlignment: 'Top',
      wrapText: true,
      indentLevel: 1,
      protection: { locked: false },
    });
    format.fill.clear();
    const cleared = sheet.getRange('B2').load('format/fill/color');
    await context.sync();
    expect(cleared.format.fill.color).toBe('#FFFFFF');
  });
});

test('where cells differ the answer is null', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1').format.font.bold = true;
    sheet.getRange('A:A').format.columnWidth = 100;
    const both = sheet.getRange('A1:B1').load('format/font/bold, format/font/italic, format/columnWidth');
    await context.sync();
    expect(both.format.font.bold).toBeNull();
    expect(both.format.font.italic).toBe(false);
    expect(both.format.columnWidth).toBeNull();
  });
});

test('borders of an area: its edges and the lines inside', async () => {
  await onSheet(async (sheet, context) => {
    const { borders } = sheet.getRange('B2:C3').format;
    for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideHorizontal', 'InsideVertical'] as const) {
      borders.getItem(side).style = 'Continuous';
      borders.getItem(side).color = '#CCCCCC';
    }
    borders.getItem('EdgeTop').weight = 'Thick';
    await context.sync();
    const { active } = host.workbook;
    expect(active.styleAt(1, 1)).toMatchObject({
      top: { style: 'Continuous', weight: 'Thick', color: '#CCCCCC' },
      left: { weight: 'Thin' },
      bottom: { color: '#CCCCCC' },
      right: { color: '#CCCCCC' },
    });
    const top = borders.getItem('EdgeTop').load('style, weight, color');
    const inside = borders.getItem('InsideVertical').load('style');
    const cross = borders.getItem('DiagonalDown').load('style');
    borders.load('count');
    await context.sync();
    expect([top.style, top.weight, top.color, inside.style, cross.style, borders.count]).toEqual(['Continuous', 'Thick', '#CCCCCC', 'Continuous', 'None', 8]);
    borders.getItem('EdgeTop').style = 'None';
    await context.sync();
    expect(active.styleAt(1, 1).top).toBeNull();
  });
});

test('number formats for a whole range, or one for each cell', async () => {
  await onSheet(async (sheet, context) => {
    const range = sheet.getRange('A1:B2');
    (range as unknown as { numberFormat: unknown }).numberFormat = '@';
    sheet.getRange('A1:B1').numberFormat = [['#,##0', 'yyyy/mm/dd']];
    range.load('numberFormat');
    await context.sync();
    expect(range.numberFormat).toEqual([
      ['#,##0', 'yyyy/mm/dd'],
      ['@', '@'],
    ]);
  });
});

test('widths and heights are points; rows and columns can be hidden', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('B:C').format.columnWidth = pointsOfCharacters(19);
    sheet.getRange('1:1').format.rowHeight = 26;
    sheet.getRange('D:D').columnHidden = true;
    sheet.getRange('3:4').rowHidden = true;
    const range = sheet.getRange('B2:E5').load('left, top, width, height, rowHidden, columnHidden, format/columnWidth, format/rowHeight');
    const standard = sheet.getRange('A1').load('format/columnWidth, format/rowHeight, format/useStandardHeight, format/useStandardWidth');
    await context.sync();
    expect(standard.format.toJSON()).toMatchObject({ columnWidth: 54, rowHeight: 26, useStandardHeight: false, useStandardWidth: true });
    expect([range.left, range.top, range.width, range.height]).toEqual([54, 26, 2 * pointsOfCharacters(19) + 54, 2 * 18.75]);
    expect([range.rowHidden, range.columnHidden]).toEqual([null, null]);
    expect(pointsOfCharacters(19)).toBe(117.75);
  });
});

test('columns are made as wide as their texts, rows as high', async () => {
  await onSheet(async (sheet, context) => {
    sheet.getRange('A1:B2').values = [
      ['納付書番号', 1],
      ['a', 'なが'.repeat(20)],
    ];
    sheet.getRange('B2').format.wrapText = true;
    sheet.getRange('A:A').format.autofitColumns();
    sheet.getRange('2:2').format.autofitRows();
    const column = sheet.getRange('A1').load('format/columnWidth');
    const row = sheet.getRange('B2').load('format/rowHeight');
    await context.sync();
    expect(column.format.columnWidth).toBeGreaterThan(65);
    expect(column.format.columnWidth).toBeLessThan(85);
    expect(row.format.rowHeight).toBeGreaterThan(100);
  });
});

test('a row whose height was never set grows with its wrapped text', async () => {
  await onSheet(async (sheet, context) => {
    const cell = sheet.getRange('A2');
    cell.format.wrapText = true;
    cell.values = [['改行\nする']];
    sheet.getRange('A3').values = [['改行\nしない']];
    sheet.getRange('A4').format.rowHeight = 10;
    sheet.getRange('A4').format.wrapText = true;
    sheet.getRange('A4').values = [['改行\nする']];
    const rows = ['A2', 'A3', 'A4'].map((address) => sheet.getRange(address).load('format/rowHeight, height'));
    await context.sync();
    expect(rows.map(({ format, height }) => [format.rowHeight, height])).toEqual([
      [37.5, 37.5],
      [18.75, 18.75],
      [10, 10],
    ]);
  });
});

test('several areas are formatted at once', async () => {
  await onSheet(async (sheet, context) => {
    const areas = sheet.getRanges('A1:A2, C1:C2');
    areas.format.fill.color = '#FF0000';
    areas.load('address, areaCount, cellCount, areas/items/address');
    await context.sync();
    expect([areas.address, areas.areaCount, areas.cellCount]).toEqual(['Sheet1!A1:A2,Sheet1!C1:C2', 2, 4]);
    expect(areas.areas.items.map(({ address }) => address)).toEqual(['Sheet1!A1:A2', 'Sheet1!C1:C2']);
    expect(host.workbook.active.styleAt(1, 2).fillColor).toBe('#FF0000');
    expect(host.workbook.active.styleAt(0, 1).fillColor).toBeNull();
  });
});

test('properties are set cell by cell, column by column, row by row', async () => {
  await onSheet(async (sheet, context) => {
    sheet
      .getRange('A1:B1')
      .setCellProperties([
        [{ format: { fill: { color: '#FF0000' }, font: { bold: true } } }, { format: { borders: { bottom: { style: 'Continuous', color: '#00FF00' } } } }],
      ]);
    sheet.getRange('A1:B1').setColumnProperties([{ format: { columnWidth: 70 } }, { columnHidden: true }]);
    sheet.getRange('A1:A1').setRowProperties([{ format: { rowHeight: 30 } }]);
    await context.sync();
    const { active } = host.workbook;
    expect(active.styleAt(0, 0)).toMatchObject({ fillColor: '#FF0000', bold: true });
    expect(active.styleAt(0, 1).bottom).toMatchObject({ style: 'Continuous', color: '#00FF00' });
    expect([active.geometry.width(0), active.geometry.width(1), active.geometry.height(0)]).toEqual([70, 0, 30]);
  });
});

test.each([
  ['a colour', (range: Excel.Range) => void (range.format.fill.color = 'reddish')],
  ['an alignment', (range: Excel.Range) => void (range.format.horizontalAlignment = 'Middle' as 'Center')],
  ['a size', (range: Excel.Range) => void (range.format.font.size = 'big' as unknown as number)],
])('%s that does not exist is refused', async (_, act) => {
  const error = await officeErrorOf(
    onSheet(async (sheet, context) => {
      act(sheet.getRange('A1'));
      await context.sync();
    }),
  );
  expect(error.code).toBe('InvalidArgument');
});

describe('conditional formats', () => {
  async function added(sheet: Excel.Worksheet, address: string, formula: string, color: string): Promise<Excel.ConditionalFormat> {
    const format = sheet.getRange(address).conditionalFormats.add('Custom');
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = color;
    return format;
  }

  test('a new one comes first; order and stop are kept', async () => {
    await onSheet(async (sheet, context) => {
      const first = await added(sheet, 'A5:A9', '=$A5="未納"', '#FFA66D');
      const second = await added(sheet, 'A5:A9', '=ISNUMBER(FIND("要確認",$B5))', '#6C006C');
      first.stopIfTrue = true;
      for (const format of [first, second]) format.load('priority, stopIfTrue, type');
      await context.sync();
      expect([first.priority, second.priority]).toEqual([1, 0]);
      first.priority = 0;
      for (const format of [first, second]) format.load('priority');
      await context.sync();
      expect([first.priority, second.priority]).toEqual([0, 1]);
      expect(host.workbook.active.conditionalFormats.map(({ formula, stopIfTrue }) => [formula, stopIfTrue])).toEqual([
        ['$A5="未納"', true],
        ['ISNUMBER(FIND("要確認",$B5))', false],
      ]);
    });
  });

  test('are read back with all that they change', async () => {
    await onSheet(async (sheet, context) => {
      const format = await added(sheet, 'A5:A9', '=$A5="取消"', '#666666');
      format.custom.format.font.set({ color: '#FFFFFF', bold: true, strikethrough: true, underline: 'Single' });
      format.custom.format.borders.getItem('EdgeTop').style = 'Dash';
      format.custom.format.borders.bottom.color = '#333333';
      await context.sync();
      const collection = sheet.getRange('A7').conditionalFormats.load('items/type');
      await context.sync();
      expect(collection.items).toHaveLength(1);
      const [read] = collection.items as [Excel.ConditionalFormat];
      const { custom } = read;
      custom.rule.load('formula');
      custom.format.fill.load('color');
      custom.format.font.load('bold, color, strikethrough, underline, italic');
      const top = custom.format.borders.getItem('EdgeTop').load('style');
      const bottom = custom.format.borders.bottom.load('style, color');
      const where = read.getRange().load('address');
      const other = read.cellValueOrNullObject.load('rule');
      await context.sync();
      expect(custom.rule.formula).toBe('=$A5="取消"');
      expect(custom.format.fill.color).toBe('#666666');
      expect(custom.format.font.toJSON()).toEqual({ bold: true, color: '#FFFFFF', strikethrough: true, underline: 'Single', italic: null });
      expect([top.style, bottom.style, bottom.color, where.address, other.isNullObject]).toEqual(['Dash', 'Continuous', '#333333', 'Sheet1!A5:A9', true]);
    });
  });

  test('cover several areas, and are cleared from a part of them', async () => {
    await onSheet(async (sheet, context) => {
      const format = sheet.getRanges('A5:A9,C5:C9').conditionalFormats.add('Custom');
      format.custom.rule.formula = '=$A5=1';
      sheet.getRange('A7:C7').conditionalFormats.clearAll();
      const ranges = format.getRanges().load('address');
      const count = sheet.getRange('A7').conditionalFormats.getCount();
      await context.sync();
      expect(ranges.address).toBe('Sheet1!A5:A6,Sheet1!A8:A9,Sheet1!C5:C6,Sheet1!C8:C9');
      expect(count.value).toBe(0);
      format.delete();
      const all = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(all.value).toBe(0);
    });
  });

  test('of other kinds are not modelled', async () => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').conditionalFormats.add('DataBar');
        await context.sync();
      }),
    );
    expect(error.message).toContain('DataBar');
  });
});
