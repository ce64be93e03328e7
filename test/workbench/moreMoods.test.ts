/**
 * @jest-environment jsdom
 */
import '../excel/nodeGlobals';
import { calm, type Moods } from '../../src/workbench/host/moods';
import { moodPane, type SavedFile } from '../../src/workbench/host/paneMoods';
import type { ExcelHost } from '../../src/workbench/host/excelHost';
import { Workbook } from '../../src/workbench/model/workbook';
import { officeInFrontOf } from './support/realOffice';

let host: ExcelHost;
beforeAll(async () => {
  host = await officeInFrontOf();
});
beforeEach(() => {
  host.open(new Workbook());
  Object.assign(host.moods, calm());
});

const code = async (act: (context: Excel.RequestContext, sheet: Excel.Worksheet) => void): Promise<string | null> => {
  try {
    await Excel.run(async (context) => {
      act(context, context.workbook.worksheets.getActiveWorksheet());
      await context.sync();
    });
    return null;
  } catch (problem) {
    if (!(problem instanceof OfficeExtension.Error)) throw problem;
    return problem.code;
  }
};

async function value(address: string, formula?: string): Promise<unknown> {
  return Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange(address);
    if (formula !== undefined) cell.formulas = [[formula]];
    cell.load('values');
    await context.sync();
    return cell.values[0]![0] as unknown;
  });
}

test('createWorkbookLost: it resolves, and nobody sees a workbook', async () => {
  let opened = 0;
  const stop = host.onCreateWorkbook(() => opened++);
  await Excel.createWorkbook();
  expect(opened).toBe(1);
  host.moods.createWorkbookLost = true;
  await Excel.createWorkbook();
  expect(opened).toBe(1);
  stop();
});

describe('filterCriteriaFail', () => {
  /** Columns of texts, of texts with a blank, of dates; the wanted one is filtered. */
  async function filtered(column: number): Promise<void> {
    await code((_, sheet) => {
      sheet.getRange('A1:C3').values = [
        ['文字', '空白', '日付'],
        ['a', '', 46000],
        ['b', 'b', 46001],
      ];
      sheet.getRange('C2:C3').numberFormat = 'yyyy/mm/dd' as unknown as string[][];
      sheet.tables.add('A1:C3', true).columns.getItemAt(column).filter.applyValuesFilter(['a', 'b']);
    });
  }
  const readOne =
    (column: number) =>
    (context: Excel.RequestContext): void =>
      void context.workbook.tables.getItemAt(0).columns.getItemAt(column).filter.load('criteria');
  const readAll = (context: Excel.RequestContext): void => void context.workbook.tables.getItemAt(0).autoFilter.load('criteria');

  test.each([
    [0, null],
    [1, 'GeneralException'],
    [2, 'GeneralException'],
  ])('column %d', async (column, expected) => {
    await filtered(column);
    expect(await code(readOne(column))).toBeNull();
    host.moods.filterCriteriaFail = 'throws';
    expect(await code(readOne(column))).toBe(expected);
    expect(await code(readAll)).toBe(expected);
    expect(await code(readOne(column === 1 ? 0 : 1))).toBeNull();
  });

  test('or Excel is gone', async () => {
    await filtered(1);
    host.moods.filterCriteriaFail = 'crashes';
    expect(await code(readOne(1))).not.toBeNull();
    expect(await code(() => undefined)).not.toBeNull();
  });
});

test('rulesRelativeToRange: a rule reads as from the first cell through which it was reached', async () => {
  await code((_, sheet) => {
    const added = sheet.getRange('C5:C9').conditionalFormats.add('Custom');
    added.custom.rule.formula = '=$C5="x"';
  });
  const read = (address?: string): Promise<string> =>
    Excel.run(async (context) => {
      const found = context.workbook.worksheets.getActiveWorksheet().getRange(address).conditionalFormats;
      found.load('items/custom/rule/formula');
      await context.sync();
      return found.items[0]!.custom.rule.formula;
    });
  expect([await read(), await read('C5'), await read('C7')]).toEqual(['=$C5="x"', '=$C5="x"', '=$C5="x"']);
  host.moods.rulesRelativeToRange = true;
  expect([await read(), await read('C5'), await read('C7')]).toEqual(['=$C1="x"', '=$C5="x"', '=$C7="x"']);
  await code((_, sheet) => {
    sheet.getRange().conditionalFormats.getItemAt(0).custom.rule.formula = '=$C1="y"';
  });
  expect(host.workbook.active.conditionalFormats[0]!.formula).toBe('$C5="y"');
});

test('longSignedTextsFail: a harmless first letter helps', async () => {
  const write = (text: string): Promise<string | null> => code((_, sheet) => (sheet.getRange('A1').values = [[text]]));
  host.moods.longSignedTextsFail = true;
  expect(await write(`'${'+'.repeat(9000)}`)).toBeNull();
  expect(await write(`+${'a'.repeat(8200)}`)).toBe('GeneralException');
  expect(await write(`-${'a'.repeat(8200)}`)).toBe('GeneralException');
  expect(await write(`-${'a'.repeat(8100)}`)).toBeNull();
});

test('date1904: the same number is a day four years later', async () => {
  const days = async (): Promise<unknown[]> => [
    await value('A1', '=DATE(2026,4,1)'),
    await value('A2', '=YEAR(46113)'),
    await value('A3', '=TEXT(46113,"yyyy/mm/dd")'),
    await value('A4', '2026/4/1'),
  ];
  expect(await days()).toEqual([46113, 2026, '2026/04/01', 46113]);
  host.moods.date1904 = true;
  expect(await days()).toEqual([46113 - 1462, 2030, '2030/04/02', 46113 - 1462]);
  const text = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getActiveWorksheet().getRange('A4').load('text');
    await context.sync();
    return cell.text;
  });
  expect(text).toEqual([['2026/4/1']]);
});

describe('manualCalculation', () => {
  const sum = async (act: (context: Excel.RequestContext) => void = () => undefined): Promise<unknown> => {
    await code((_, sheet) => (sheet.getRange('A1').values = [[1]]));
    await value('B1', '=A1+1');
    await code((context, sheet) => {
      sheet.getRange('A1').values = [[5]];
      act(context);
    });
    return value('B1');
  };

  test('a formula keeps the value that it had when it was written', async () => {
    expect(await sum()).toBe(6);
    host.open(new Workbook());
    host.moods.manualCalculation = true;
    expect(await sum()).toBe(2);
    expect(await value('C1', '=A1+1')).toBe(6);
  });

  test.each([
    ['calculate', (context: Excel.RequestContext): void => context.application.calculate('Full')],
    ['the automatic mode', (context: Excel.RequestContext): void => void (context.application.calculationMode = 'Automatic')],
  ])('%s makes it current', async (_, act) => {
    host.moods.manualCalculation = true;
    expect(await sum(act)).toBe(6);
  });
});

describe('widthFolded', () => {
  const names = ['SHEET1', 'ＳＨＥＥＴ１', '集計／４月', '集計／', '＇集計'];
  const codes = async (): Promise<(string | null)[]> => {
    const found: (string | null)[] = [];
    for (const name of names) found.push(await code(({ workbook }) => void workbook.worksheets.add(name)));
    return found;
  };

  test('names that differ in width alone are one, and forbidden characters are forbidden in full width, too', async () => {
    expect(await codes()).toEqual(['ItemAlreadyExists', null, null, null, null]);
    host.open(new Workbook());
    host.moods.widthFolded = true;
    expect(await codes()).toEqual(['ItemAlreadyExists', 'ItemAlreadyExists', 'InvalidArgument', 'InvalidArgument', 'InvalidArgument']);
  });

  test('of two headers the second gets a number', async () => {
    host.moods.widthFolded = true;
    await code((_, sheet) => {
      sheet.getRange('A1:B1').values = [['フリガナ', 'ﾌﾘｶﾞﾅ']];
      sheet.tables.add('A1:B2', true).name = '名簿A';
    });
    expect(await value('B1')).toBe('ﾌﾘｶﾞﾅ2');
    expect(await code(({ workbook }) => void (workbook.tables.getItem('名簿Ａ').style = ''))).toBeNull();
  });
});

test('severalSheetsSelected: what is read is read, what changes fails', async () => {
  host.moods.severalSheetsSelected = true;
  expect(await code((_, sheet) => void sheet.getRange('A1').load('values'))).toBeNull();
  expect(await code((context) => context.application.suspendApiCalculationUntilNextSync())).toBeNull();
  expect(await code((_, sheet) => (sheet.getRange('A1').values = [[1]]))).toBe('GeneralException');
  expect(await code(({ workbook }) => void workbook.worksheets.add('新'))).toBe('GeneralException');
});

test('selectionSilent: nobody is told where the clerk is', async () => {
  const told: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onSelectionChanged.add((event) => Promise.resolve(void told.push(event.address)));
    await context.sync();
  });
  const select = async (row: number): Promise<void> => {
    host.asPerson((workbook) => workbook.select(workbook.active, { row, column: 0, rows: 1, columns: 1 }));
    await new Promise((resolve) => setTimeout(resolve, 20));
  };
  await select(1);
  host.moods.selectionSilent = true;
  await select(2);
  expect(told).toEqual(['A2']);
});

describe('the pane', () => {
  const inMood = (moods: Partial<Moods>, saved: SavedFile[] = []): (() => void) => moodPane(window, { ...calm(), ...moods }, (file) => saved.push(file));
  type Picker = (options: { suggestedName: string }) => Promise<{ createWritable(): Promise<{ write(part: unknown): Promise<void>; close(): Promise<void> }> }>;
  const picker = (): Picker | undefined => (window as { showSaveFilePicker?: Picker }).showSaveFilePicker;

  test('downloadsDoNothing: the link is not followed, by nobody', () => {
    const link = Object.assign(document.createElement('a'), { href: '#x', download: 'a.xlsx' });
    document.body.append(link);
    const followed = (): boolean => {
      let isFollowed = false;
      const follow = (event: Event): void => {
        isFollowed ||= !event.defaultPrevented;
        event.preventDefault();
      };
      document.body.addEventListener('click', follow);
      link.click();
      link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      document.body.removeEventListener('click', follow);
      return isFollowed;
    };
    expect(followed()).toBe(true);
    const end = inMood({ downloadsDoNothing: true });
    expect(followed()).toBe(false);
    end();
    expect(followed()).toBe(true);
  });

  test('savePicker: it saves, is cancelled, or is not there', async () => {
    const saved: SavedFile[] = [];
    let end = inMood({ savePicker: 'works' }, saved);
    const file = await (await picker()!({ suggestedName: 'a.csv' })).createWritable();
    await file.write('納');
    await file.write(Uint8Array.of(1, 2));
    await file.close();
    expect(saved).toEqual([{ name: 'a.csv', bytes: Uint8Array.of(0xe7, 0xb4, 0x8d, 1, 2) }]);
    end();
    end = inMood({ savePicker: 'cancelled' });
    await expect(picker()!({ suggestedName: 'a.csv' })).rejects.toMatchObject({ name: 'AbortError' });
    end();
    end = inMood({ savePicker: 'absent' });
    expect('showSaveFilePicker' in window).toBe(false);
    end();
  });

  test('noCompressionStream', () => {
    const end = inMood({ noCompressionStream: true });
    expect([typeof CompressionStream, typeof DecompressionStream]).toEqual(['undefined', 'undefined']);
    end();
    expect(typeof CompressionStream).toBe('function');
  });
});
