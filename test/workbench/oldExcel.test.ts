/**
 * @jest-environment jsdom
 */
import { EXCELS } from '../../src/workbench/host/requirements';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

beforeAll(() => officeInFrontOf({ requirementSets: EXCELS.excel2019, locale: 'en-US' }));

test('an old Excel says what it has', () => {
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.8')).toBe(true);
  expect(Office.context.requirements.isSetSupported('ExcelApi', '1.9')).toBe(false);
  expect(Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(false);
  expect(Office.context.displayLanguage).toBe('en-US');
});

test('what it has works', async () => {
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:A2').values = [['a'], [1]];
    const table = sheet.tables.add('A1:A2', true);
    sheet.freezePanes.freezeRows(1);
    sheet.load('name');
    table.load();
    await context.sync();
    expect(sheet.name).toBe('Sheet1');
  });
});

test.each<[string, (sheet: Excel.Worksheet) => void]>([
  ['Worksheet.pageLayout', (sheet) => void (sheet.pageLayout.orientation = 'Landscape')],
  ['Worksheet.getRanges', (sheet) => void sheet.getRanges('A1,B2').load('address')],
  ['Range.copyFrom', (sheet) => sheet.getRange('A1').copyFrom('B1')],
  ['RangeFont.strikethrough', (sheet) => void (sheet.getRange('A1').format.font.strikethrough = true)],
  ['Table.resize', (sheet) => sheet.tables.getItemAt(0).resize('A1:A3')],
  ['Range.left', (sheet) => void sheet.getRange('A1').load('left')],
])('%s came later', async (member, act) => {
  const error = await officeErrorOf(
    Excel.run(async (context) => {
      act(context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    }),
  );
  expect(error.code).toBe('ApiNotFound');
  expect(error.message).toContain(member);
});
