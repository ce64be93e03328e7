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
beforeEach(() => {
  host.open(new Workbook());
  host.clearLog();
});

const onSheet = <T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run((context) => act(context.workbook.worksheets.getActiveWorksheet(), context));

/** One cell after something was written into A1. */
async function written(value: unknown, numberFormat?: string): Promise<{ value: unknown; text: string; format: unknown; formula: unknown }> {
  return onSheet(async (sheet, context) => {
    const cell = sheet.getRange('A1');
    if (numberFormat !== undefined) cell.numberFormat = [[numberFormat]];
    cell.values = [[value]];
    cell.load('values, text, numberFormat, formulas');
    await context.sync();
    return { value: cell.values[0]![0], text: cell.text[0]![0]!, format: cell.numberFormat[0]![0], formula: cell.formulas[0]![0] };
  });
}

test('Office.js believes that it is in Excel on Windows, in Japanese', () => {
  expect(Office.context.host).toBe('Excel');
  expect(Office.context.platform).toBe('PC');
  expect(Office.context.displayLanguage).toBe('ja-JP');
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.15')).toBe(true);
  expect(host.unanswered).toEqual([]);
});

describe('proxies', () => {
  test('values are written and read', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B2').values = [
        ['件数', 3],
        [true, ''],
      ];
      const range = sheet.getRange('A1:C2').load('values, address, rowCount, valueTypes');
      await context.sync();
      expect(range.address).toBe('Sheet1!A1:C2');
      expect(range.rowCount).toBe(2);
      expect(range.valueTypes[0]).toEqual(['String', 'Double', 'Empty']);
      expect(range.values).toEqual([
        ['件数', 3, ''],
        [true, '', ''],
      ]);
    });
  });

  test('a property that was not loaded throws', async () => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        const range = sheet.getRange('A1');
        await context.sync();
        return range.values;
      }),
    );
    expect(error.code).toBe('PropertyNotLoaded');
  });

  test('one request carries all that was asked before a sync', async () => {
    await onSheet(async (sheet, context) => {
      for (let row = 0; row < 20; row++) sheet.getCell(row, 0).values = [[row]];
      await context.sync();
      expect(host.requestCount).toBe(1);
    });
  });

  test('a batch that fails half-way leaves half of it', async () => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').values = [['first']];
        sheet.getRange('nonsense!').values = [['second']];
        sheet.getRange('A3').values = [['third']];
        await context.sync();
      }),
    );
    expect(error.code).toBe('InvalidArgument');
    expect(error.debugInfo.errorLocation).toBe('Worksheet.getRange');
    expect(host.workbook.active.shown(0, 0)).toBe('first');
    expect(host.workbook.active.shown(2, 0)).toBeUndefined();
  });

  test('an object can be loaded with its own objects', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2').load({ address: true, format: { fill: { color: true }, wrapText: true }, worksheet: { name: true } });
      await context.sync();
      expect(range.toJSON()).toMatchObject({ address: 'Sheet1!B2', format: { wrapText: false, fill: { color: '#FFFFFF' } } });
      expect(range.worksheet.name).toBe('Sheet1');
    });
  });

  test('what the workbench does not model is refused by name', async () => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').merge();
        await context.sync();
      }),
    );
    expect(error.code).toBe('NotImplemented');
    expect(error.message).toContain('Range.merge');
  });

  test('a scalar that is not modelled is refused when it is loaded, and when it is set', async () => {
    const load = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').load('hyperlink');
        await context.sync();
      }),
    );
    expect(load.message).toContain('Range.hyperlink');
    const set = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').style = 'Normal';
        await context.sync();
      }),
    );
    expect(set.message).toContain('Range.style');
  });

  test('a tracked range survives its request and follows its cells', async () => {
    await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B5:B6');
      range.values = [['a'], ['b']];
      await context.sync();
      sheet.getRange('2:3').insert('Down');
      range.load('address, values');
      await context.sync();
      expect(range.address).toBe('Sheet1!B7:B8');
      expect(range.values).toEqual([['a'], ['b']]);
      expect(host.heldReferences).toBeGreaterThan(0);
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(host.heldReferences).toBe(0);
  });

  test('an untracked range is not held', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1').untrack().values = [[1]];
      await context.sync();
      expect(host.heldReferences).toBe(0);
    });
  });
});

describe('what becomes of what is written', () => {
  test.each([
    ['007', 7, '7', 'General'],
    ['1,234', 1234, '1,234', '#,##0'],
    ['12%', 0.12, '12%', '0%'],
    ['2027/05/10', 46517, '2027/5/10', 'yyyy/m/d'],
    ['14:32', 872 / 1440, '14:32', 'h:mm'],
    ['R9.5.10', 46517, 'R9.5.10', '[$-411]ge.m.d'],
    ['１２３', 123, '123', 'General'],
    ['12345678901234567', 12345678901234600, '1.23457E+16', 'General'],
    ['TRUE', true, 'TRUE', 'General'],
    ['#N/A', '#N/A', '#N/A', 'General'],
    ["'007", '007', '007', 'General'],
    ['未納', '未納', '未納', 'General'],
    ['00000000001000297x', '00000000001000297x', '00000000001000297x', 'General'],
  ])('%s', async (typed, value, text, format) => {
    expect(await written(typed)).toEqual({ value, text, format, formula: value });
  });

  test.each(['007', '00000000001000297', '=1+1', '2027/05/10', '1E5'])('the text format keeps %s', async (text) => {
    expect(await written(text, '@')).toEqual({ value: text, text, format: '@', formula: text });
  });

  test('a date format stays when a date is written', async () => {
    expect(await written('2027/05/10', 'yyyy/mm/dd')).toMatchObject({ value: 46517, text: '2027/05/10', format: 'yyyy/mm/dd' });
  });

  test('null leaves a cell alone, an empty text empties it', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [['a', 'b']];
      sheet.getRange('A1:B1').values = [[null, '']];
      const range = sheet.getRange('A1:B1').load('values');
      await context.sync();
      expect(range.values).toEqual([['a', '']]);
    });
  });

  test('one value fills a range', async () => {
    await onSheet(async (sheet, context) => {
      (sheet.getRange('A1:B2') as unknown as { values: unknown }).values = 5;
      const range = sheet.getRange('A1:B2').load('values');
      await context.sync();
      expect(range.values).toEqual([
        [5, 5],
        [5, 5],
      ]);
    });
  });

  test.each([
    ['a list of the wrong size', [[1, 2, 3]]],
    ['a text that is too long', [['x'.repeat(32_768), '']]],
    ['a formula that nobody can read', [['=SUM(', '']]],
    ['an object', [[{ a: 1 }, '']]],
  ])('%s is refused', async (_, values) => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1:B1').values = values;
        await context.sync();
      }),
    );
    expect(error.code).toBe('InvalidArgument');
  });

  test('a formula is kept, and gives its value', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[2], [3], ['=SUM(A1:A2)*10']];
      const range = sheet.getRange('A3').load('values, formulas, text');
      await context.sync();
      expect(range.formulas).toEqual([['=SUM(A1:A2)*10']]);
      expect(range.values).toEqual([[50]]);
      sheet.getRange('A1').values = [[7]];
      range.load('values');
      await context.sync();
      expect(range.values).toEqual([[100]]);
    });
  });

  test('the value of a formula that is not calculated here is refused, its text shows the formula', async () => {
    await onSheet(async (sheet, context) => {
      const cell = sheet.getRange('A1');
      cell.formulas = [['=XLOOKUP(1,B:B,C:C)']];
      cell.load('formulas, text');
      await context.sync();
      expect(cell.text).toEqual([['=XLOOKUP(1,B:B,C:C)']]);
      expect(cell.formulas).toEqual([['=XLOOKUP(1,B:B,C:C)']]);
    });
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').load('values');
        await context.sync();
      }),
    );
    expect(error.message).toContain('XLOOKUP');
  });
});

describe('places', () => {
  const address = (place: (sheet: Excel.Worksheet) => Excel.Range): Promise<string> =>
    onSheet(async (sheet, context) => {
      const range = place(sheet).load('address');
      await context.sync();
      return range.address;
    });

  test.each<[string, (sheet: Excel.Worksheet) => Excel.Range]>([
    ['Sheet1!C3', (sheet) => sheet.getCell(2, 2)],
    ['Sheet1!B2:D4', (sheet) => sheet.getRangeByIndexes(1, 1, 3, 3)],
    ['Sheet1!A:C', (sheet) => sheet.getRange('A:C')],
    ['Sheet1!1:4', (sheet) => sheet.getRange('1:4')],
    ['Sheet1!B3:D3', (sheet) => sheet.getRange('B2:D4').getRow(1)],
    ['Sheet1!C2:C4', (sheet) => sheet.getRange('B2:D4').getColumn(1)],
    ['Sheet1!D4', (sheet) => sheet.getRange('B2:D4').getLastCell()],
    ['Sheet1!B4:D4', (sheet) => sheet.getRange('B2:D4').getLastRow()],
    ['Sheet1!D2:D4', (sheet) => sheet.getRange('B2:D4').getLastColumn()],
    ['Sheet1!2:4', (sheet) => sheet.getRange('B2:D4').getEntireRow()],
    ['Sheet1!B:D', (sheet) => sheet.getRange('B2:D4').getEntireColumn()],
    ['Sheet1!C4:E6', (sheet) => sheet.getRange('B2:D4').getOffsetRange(2, 1)],
    ['Sheet1!B2:E6', (sheet) => sheet.getRange('B2:D4').getResizedRange(2, 1)],
    ['Sheet1!B2:C2', (sheet) => sheet.getRange('B2:D4').getAbsoluteResizedRange(1, 2)],
    ['Sheet1!A1:D4', (sheet) => sheet.getRange('B2:D4').getBoundingRect('A1')],
    ['Sheet1!C3:D4', (sheet) => sheet.getRange('B2:D4').getIntersection('C3:Z9')],
    ['Sheet1!B5:D6', (sheet) => sheet.getRange('B2:D4').getRowsBelow(2)],
    ['Sheet1!B1:D1', (sheet) => sheet.getRange('B2:D4').getRowsAbove(1)],
    ['Sheet1!E2:F4', (sheet) => sheet.getRange('B2:D4').getColumnsAfter(2)],
    ['Sheet1!A2:A4', (sheet) => sheet.getRange('B2:D4').getColumnsBefore(1)],
  ])('%s', async (expected, place) => {
    expect(await address(place)).toBe(expected);
  });

  test('a sheet whose name needs quotes', async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("2027年度 'A' 分");
      const range = sheet.getRange("'2027年度 ''A'' 分'!B2:C3").load('address');
      await context.sync();
      expect(range.address).toBe("'2027年度 ''A'' 分'!B2:C3");
    });
  });

  test.each(['Sheet1!A0', 'XFE1', 'A1048577', 'Other!A1', ''])('%s is no address here', async (wrong) => {
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange(wrong === '' ? '!' : wrong).load('address');
        await context.sync();
      }),
    );
    expect(error.code).toBe('InvalidArgument');
  });

  test('nothing in common is an error, or a null object', async () => {
    await onSheet(async (sheet, context) => {
      const none = sheet.getRange('A1').getIntersectionOrNullObject('B2').load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
    });
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        sheet.getRange('A1').getIntersection('B2').load('address');
        await context.sync();
      }),
    );
    expect(error.code).toBe('ItemNotFound');
  });

  test('the used range, with and without looks', async () => {
    await onSheet(async (sheet, context) => {
      const empty = sheet.getUsedRangeOrNullObject().load('address');
      await context.sync();
      expect(empty.isNullObject).toBe(true);
      sheet.getRange('B2').values = [['x']];
      sheet.getRange('D9').format.fill.color = '#FF0000';
      sheet.getRange('H:H').format.fill.color = '#FF0000';
      sheet.getRange('20:20').format.fill.color = '#FF0000';
      const all = sheet.getUsedRange().load('address');
      const values = sheet.getUsedRange(true).load('address');
      await context.sync();
      expect(all.address).toBe('Sheet1!B2:D9');
      expect(values.address).toBe('Sheet1!B2');
    });
  });

  test('whole columns have no values to read or write', async () => {
    await onSheet(async (sheet, context) => {
      const column = sheet.getRange('A:A').load('values, rowCount');
      await context.sync();
      expect(column.values).toBeNull();
      expect(column.rowCount).toBe(1_048_576);
    });
    const error = await officeErrorOf(
      onSheet(async (sheet, context) => {
        (sheet.getRange('A:A') as unknown as { values: unknown }).values = 1;
        await context.sync();
      }),
    );
    expect(error.code).toBe('InvalidArgument');
  });
});

describe('changes', () => {
  test('cells are cleared: contents, formats, or both', async () => {
    await onSheet(async (sheet, context) => {
      const cells = sheet.getRange('A1:C1');
      cells.values = [[1, 2, 3]];
      cells.format.fill.color = '#FFEB99';
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('B1').clear('Formats');
      sheet.getRange('C1').clear();
      cells.load('values');
      const fills = ['A1', 'B1', 'C1'].map((cell) => sheet.getRange(cell).load('format/fill/color'));
      await context.sync();
      expect(cells.values).toEqual([['', 2, '']]);
      expect(fills.map((cell) => cell.format.fill.color)).toEqual(['#FFEB99', '#FFFFFF', '#FFFFFF']);
    });
  });

  test('rows and columns are inserted and deleted, and formulas follow', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A3').values = [[1], [2], ['=SUM(A1:A2)']];
      sheet.getRange('C1').formulas = [['=A3+$A$1']];
      sheet.getRange('2:2').insert('Down');
      sheet.getRange('A:A').insert('Right');
      sheet.getRange('B2').values = [[10]];
      const used = sheet.getUsedRange(true).load('address, formulas');
      await context.sync();
      expect(used.address).toBe('Sheet1!B1:D4');
      expect(used.formulas).toEqual([
        [1, '', '=B4+$B$1'],
        [10, '', ''],
        [2, '', ''],
        ['=SUM(B1:B3)', '', ''],
      ]);
      sheet.getRange('B1:B3').delete('Up');
      const left = sheet.getUsedRange(true).load('address, formulas');
      await context.sync();
      expect(left.formulas).toEqual([['=SUM(#REF!)', '', '=B1+#REF!']]);
    });
  });

  test('cells are copied with their looks; formulas move along', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B1').values = [[2, '=A1*$A$1']];
      sheet.getRange('A1').format.font.bold = true;
      sheet.getRange('A3:B4').copyFrom('A1:B1');
      sheet.getRange('D1').copyFrom('B1', 'Values');
      const copied = sheet.getRange('A3:B4').load('formulas');
      const bold = sheet.getRange('A4').load('format/font/bold');
      const value = sheet.getRange('D1').load('formulas');
      await context.sync();
      expect(copied.formulas).toEqual([
        [2, '=A3*$A$1'],
        [2, '=A4*$A$1'],
      ]);
      expect(bold.format.font.bold).toBe(true);
      expect(value.formulas).toEqual([[4]]);
    });
  });

  test('a range is sorted: numbers, texts, blanks last', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('A1:B6').values = [
        ['名', 'x'],
        ['b', 1],
        [10, 2],
        ['', 3],
        ['A', 4],
        [9, 5],
      ];
      sheet.getRange('A1:B6').sort.apply([{ key: 0, ascending: true }], false, true);
      const range = sheet.getRange('A1:B6').load('values');
      await context.sync();
      expect(range.values).toEqual([
        ['名', 'x'],
        [9, 5],
        [10, 2],
        ['A', 4],
        ['b', 1],
        ['', 3],
      ]);
    });
  });

  test('the selection is where it was set', async () => {
    await onSheet(async (sheet, context) => {
      sheet.getRange('C3:D4').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const active = context.workbook.getActiveCell().load('address');
      await context.sync();
      expect(selected.address).toBe('Sheet1!C3:D4');
      expect(active.address).toBe('Sheet1!C3');
    });
  });
});
