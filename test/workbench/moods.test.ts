/**
 * @jest-environment jsdom
 */
import { calm } from '../../src/workbench/host/moods';
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeErrorOf, officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => {
  host.open(new Workbook());
  Object.assign(host.moods, calm());
});

/** A sheet that is in front and one that is hidden; on the first a table of three columns and four rows, of which the last column is empty. */
async function tableOn(context: Excel.RequestContext): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.getRange('A1:C1').values = [['番号', '名', '式']];
  sheet.getRange('A2:B5').values = [
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
    [4, 'd'],
  ];
  sheet.tables.add('A1:C5', true).name = '表';
  context.workbook.worksheets.add('隠れ').visibility = 'Hidden';
  await context.sync();
  return sheet;
}

const inExcel = (act: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    act(context, await tableOn(context));
    await context.sync();
  });

const code = async (act: Parameters<typeof inExcel>[0]): Promise<string | null> => {
  let error: OfficeExtension.Error | null = null;
  try {
    await inExcel(act);
  } catch (problem) {
    if (!(problem instanceof OfficeExtension.Error)) throw problem;
    error = problem;
  }
  return error?.code ?? null;
};

const formulas = (): unknown[] => [1, 2, 3, 4].map((row) => host.workbook.active.cells.formula(row, 2)?.text ?? host.workbook.active.cells.value(row, 2));

describe('calculatedColumns', () => {
  const different = [['=1+1'], ['=A3+2'], [null], ['=A5+4']];

  test('is off: each cell keeps its own formula', async () => {
    await inExcel((_, sheet) => (sheet.getRange('C2:C5').formulas = different));
    expect(formulas()).toEqual(['1+1', 'A3+2', undefined, 'A5+4']);
  });

  test('the lowest formula that is written into an empty column fills it', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((_, sheet) => (sheet.getRange('C2:C5').formulas = different));
    expect(formulas()).toEqual(['A2+4', 'A3+4', 'A4+4', 'A5+4']);
  });

  test('one formula, written through values, does so too', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((_, sheet) => (sheet.getRange('C3').values = [['=$A3*B$1']]));
    expect(formulas()).toEqual(['$A2*B$1', '$A3*B$1', '$A4*B$1', '$A5*B$1']);
  });

  test('a column that holds anything is left alone, and so is one beside the table', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((_, sheet) => {
      sheet.getRange('C5').values = [['x']];
      sheet.getRange('C2:C3').formulas = [['=1'], ['=2']];
      sheet.getRange('E2:E3').formulas = [['=1'], ['=2']];
    });
    expect(formulas()).toEqual(['1', '2', undefined, 'x']);
    expect(host.workbook.active.cells.formula(1, 4)?.text).toBe('1');
  });

  test('values that stood there before keep the formulas apart', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((_, sheet) => {
      sheet.getRange('C2:C5').values = [[2], [4], [''], [8]];
      sheet.getRange('C2:C5').formulas = different;
    });
    expect(formulas()).toEqual(['1+1', 'A3+2', undefined, 'A5+4']);
  });

  test('a formula that is changed in a calculated column changes all of them', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((_, sheet) => {
      sheet.getRange('C2').formulas = [['=A2+1']];
      sheet.getRange('C4').formulas = [['=A4+9']];
    });
    expect(formulas()).toEqual(['A2+9', 'A3+9', 'A4+9', 'A5+9']);
  });

  test('rows and columns that are added are filled as well', async () => {
    host.moods.calculatedColumns = true;
    await inExcel((context) => {
      const table = context.workbook.tables.getItem('表');
      table.rows.add(undefined, [[5, 'e', '=A6+5']]);
      table.columns.add(undefined, [['四'], ['=1+1'], ['=2+2'], [''], ['=4+4'], ['=5+5']]);
    });
    expect(formulas()).toEqual(['A2+5', 'A3+5', 'A4+5', 'A5+5']);
    expect(host.workbook.active.cells.formula(3, 3)?.text).toBe('5+5');
  });
});

describe('otherWorkbookInFront', () => {
  const calls: readonly (readonly [string, (context: Excel.RequestContext, sheet: Excel.Worksheet) => void, string])[] = [
    ['WorksheetCollection.add', ({ workbook }) => workbook.worksheets.add('新'), 'GeneralException'],
    ['Worksheet.delete', ({ workbook }) => workbook.worksheets.getItem('隠れ').delete(), 'InvalidSelection'],
    ['Worksheet.activate', (_, sheet) => sheet.activate(), 'GeneralException'],
    ['Table.clearFilters', ({ workbook }) => workbook.tables.getItem('表').clearFilters(), 'GeneralException'],
    ['freezeRows', (_, sheet) => sheet.freezePanes.freezeRows(1), 'GeneralException'],
    ['freezeColumns', (_, sheet) => sheet.freezePanes.freezeColumns(1), 'GeneralException'],
    ['freezeAt', (_, sheet) => sheet.freezePanes.freezeAt('A1'), 'GeneralException'],
    ['Range.select', (_, sheet) => sheet.getRange('A1').select(), 'GeneralException'],
    ['getSelectedRange', ({ workbook }) => void workbook.getSelectedRange().load('address'), 'InvalidSelection'],
    ['names.add', ({ workbook }) => void workbook.names.add('名', '=1'), 'ItemNotFound'],
    ['Worksheet.names', (_, sheet) => void sheet.names.add('名', '=1'), 'InvalidSelection'],
  ];

  test.each(calls)('%s fails', async (_, call, expected) => {
    const away = (context: Excel.RequestContext, sheet: Excel.Worksheet): void => {
      host.moods.otherWorkbookInFront = Infinity;
      call(context, sheet);
    };
    expect(await code(away)).toBe(expected);
    host.open(new Workbook());
    host.moods.otherWorkbookInFront = 0;
    expect(await code(call)).toBeNull();
  });

  test('cells are written and read as ever', async () => {
    expect(
      await code((_, sheet) => {
        host.moods.otherWorkbookInFront = Infinity;
        sheet.getRange('A9').values = [[1]];
        sheet.getRange('A9').format.font.bold = true;
      }),
    ).toBeNull();
  });

  test('so many requests are refused, then this workbook is in front again', async () => {
    const add = (): Promise<string | null> => code(({ workbook }) => void workbook.worksheets.add('新'));
    await inExcel(() => undefined);
    const again = async (): Promise<void> =>
      Excel.run(async ({ workbook, sync }) => {
        workbook.worksheets.add('新');
        await sync();
      });
    host.moods.otherWorkbookInFront = 2;
    expect((await officeErrorOf(again())).code).toBe('GeneralException');
    expect((await officeErrorOf(again())).code).toBe('GeneralException');
    await again();
    host.open(new Workbook());
    host.beforeRequest(2, () => (host.moods.otherWorkbookInFront = 1));
    expect(await add()).toBe('GeneralException');
  });
});

test('oldNames: Excel crashes, and answers nothing any more', async () => {
  host.moods.oldNames = true;
  expect(await code(({ workbook }) => void workbook.names.add('式', '=1'))).toBeNull();
  expect(await code(({ workbook }, sheet) => void workbook.names.add('名', sheet.getRange('A1')))).not.toBeNull();
  expect(await code(() => undefined)).not.toBeNull();
  host.open(new Workbook());
  expect(
    await code(({ workbook }) => {
      workbook.names.add('式', '=1');
      workbook.names.getItem('式').formula = '=2';
    }),
  ).toBeNull();
  expect(await code(({ workbook }) => workbook.names.getItem('式').delete())).not.toBeNull();
});

describe('fitToWidthIgnored', () => {
  const fit = async (name: string): Promise<unknown> => {
    await inExcel((context, sheet) => {
      sheet.name = '前';
      context.workbook.worksheets.getItem(name).pageLayout.zoom = { horizontalFitToPages: 1 };
    });
    return host.workbook.sheetNamed(name)!.pageLayout.zoom;
  };

  test.each([
    [null, { horizontalFitToPages: 1 }, { horizontalFitToPages: 1 }],
    ['behind', { horizontalFitToPages: 1 }, { scale: 100 }],
    ['always', { scale: 100 }, { scale: 100 }],
  ] as const)('%s', async (mood, inFront, hidden) => {
    host.moods.fitToWidthIgnored = mood;
    expect(await fit('前')).toEqual(inFront);
    host.open(new Workbook());
    expect(await fit('隠れ')).toEqual(hidden);
  });

  test('a scale is taken', async () => {
    host.moods.fitToWidthIgnored = 'always';
    await inExcel((_, sheet) => (sheet.pageLayout.zoom = { scale: 80 }));
    expect(host.workbook.active.pageLayout.zoom).toEqual({ scale: 80 });
  });
});

test('freezingHiddenFails: on the sheet in front it works', async () => {
  host.moods.freezingHiddenFails = true;
  expect(await code((_, sheet) => sheet.freezePanes.freezeRows(1))).toBeNull();
  host.open(new Workbook());
  expect(await code(({ workbook }) => workbook.worksheets.getItem('隠れ').freezePanes.freezeRows(1))).toBe('GeneralException');
  host.open(new Workbook());
  expect(await code(({ workbook }) => void workbook.worksheets.getItem('隠れ').freezePanes.getLocationOrNullObject().load('address'))).toBe('GeneralException');
});

test('cellEditing: the next request waits for so long, if it was sent to wait', async () => {
  host.moods.cellEditing = 60;
  const start = performance.now();
  await Excel.run({ delayForCellEdit: true }, async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange('A1').values = [[1]];
    await context.sync();
  });
  expect(performance.now() - start).toBeGreaterThan(50);
  expect(host.editing).toBe(false);
  host.moods.cellEditing = 60;
  expect(await code(() => undefined)).toBe('InvalidOperationInCellEditMode');
});
