/**
 * @jest-environment jsdom
 */
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { areaAt } from '../../src/workbench/model/address';
import { dataChanged } from '../../src/workbench/office/changes';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

/** Writes as a person does in the grid. */
function personWrites(row: number, column: number, value: string): void {
  host.asPerson(({ active }) => {
    active.cells.setValue(row, column, value);
    dataChanged(active, areaAt(row, column), 'RangeEdited', { before: '', after: value });
  });
}

test('changes are told to the sheet, to all sheets and to the table, by whoever makes them', async () => {
  const told: string[] = [];
  const changed: Excel.WorksheetChangedEventArgs[] = [];
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.getRange('A1:B2').values = [
      ['a', 'b'],
      [1, 2],
    ];
    const table = sheet.tables.add('A1:B2', true);
    await context.sync();
    sheet.onChanged.add(async (event) => {
      told.push(`sheet ${event.address} ${event.triggerSource}`);
      changed.push(event);
    });
    context.workbook.worksheets.onChanged.add(async (event) => void told.push(`sheets ${event.address}`));
    table.onChanged.add(async (event) => void told.push(`table ${event.address}`));
    await context.sync();
    sheet.getRange('B2').values = [[5]];
    sheet.getRange('D9').values = [[6]];
    await context.sync();
  });
  await settled();
  expect(told.sort()).toEqual(['sheet B2 ThisLocalAddin', 'sheet D9 ThisLocalAddin', 'sheets B2', 'sheets D9', 'table B2']);
  told.length = 0;
  personWrites(1, 0, '備考');
  await settled();
  expect(told.sort()).toEqual(['sheet A2 Unknown', 'sheets A2', 'table A2']);
  expect(changed.at(-1)).toMatchObject({
    changeType: 'RangeEdited',
    source: 'Local',
    details: { valueBefore: '', valueAfter: '備考', valueTypeAfter: 'String' },
  });
});

test('the range of an event can be asked for', async () => {
  let event: Excel.WorksheetChangedEventArgs | undefined;
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add();
    sheet.onChanged.add(async (args) => void (event = args));
    await context.sync();
    sheet.getRange('C3').values = [['x']];
    await context.sync();
  });
  await settled();
  await Excel.run(async (context) => {
    const range = event!.getRange(context).load('address, values');
    await context.sync();
    expect(range.values).toEqual([['x']]);
  });
});

test('selection, activation, sheets added, renamed and deleted are told', async () => {
  const told: string[] = [];
  await Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    const first = worksheets.getFirst();
    first.onSelectionChanged.add(async ({ address }) => void told.push(`selected ${address}`));
    worksheets.onActivated.add(async () => void told.push('activated'));
    worksheets.onDeactivated.add(async () => void told.push('deactivated'));
    worksheets.onAdded.add(async () => void told.push('added'));
    worksheets.onDeleted.add(async () => void told.push('deleted'));
    worksheets.onNameChanged.add(async ({ nameBefore, nameAfter }) => void told.push(`${nameBefore} is ${nameAfter}`));
    await context.sync();
    first.activate();
    first.getRange('B2:C3').select();
    const sheet = worksheets.add('new');
    sheet.activate();
    sheet.name = 'newer';
    sheet.delete();
    await context.sync();
  });
  await settled();
  expect(told).toEqual(['selected B2:C3', 'added', 'deactivated', 'activated', 'new is newer', 'deactivated', 'activated', 'deleted']);
});

test('who stopped listening is not told any more, and nobody while events are off', async () => {
  let count = 0;
  const handler = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    const added = sheet.onChanged.add(async () => void count++);
    await context.sync();
    sheet.getRange('H1').values = [[1]];
    await context.sync();
    context.runtime.enableEvents = false;
    sheet.getRange('H1').values = [[2]];
    context.runtime.enableEvents = true;
    await context.sync();
    return added;
  });
  await settled();
  expect(count).toBe(1);
  await Excel.run(handler.context, async (context) => {
    handler.remove();
    await context.sync();
    context.workbook.worksheets.getFirst().getRange('H1').values = [[3]];
    await context.sync();
  });
  await settled();
  expect(count).toBe(1);
});

test('an event that is not modelled cannot be listened to', async () => {
  const error = await officeErrorOf(
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onCalculated.add(async () => undefined);
      await context.sync();
    }),
  );
  expect(error.message).toContain('Worksheet.onCalculated');
});
