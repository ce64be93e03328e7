/** What the view works out before anything is drawn. */
import fc from 'fast-check';
import { ExcelHost } from '../../src/workbench/host/excelHost';
import { areaAt } from '../../src/workbench/model/address';
import { enter } from '../../src/workbench/model/entry';
import { plainConditionalStyle, type ConditionalStyle } from '../../src/workbench/model/records';
import type { Sheet } from '../../src/workbench/model/sheet';
import { addTable, filteredTable, setFilter } from '../../src/workbench/model/tables';
import { Workbook } from '../../src/workbench/model/workbook';
import { copied, empty, goTo, paste, renameSheet, sort, tallied, type as typeText, typedForm } from '../../src/workbench/ui/acts';
import { cellLook, fitting } from '../../src/workbench/ui/cellLook';
import { ColumnPlaces, drawnCells, reachingCells } from '../../src/workbench/ui/gridLayout';
import { columnLines, rowLines } from '../../src/workbench/ui/lines';
import { moved, type Key } from '../../src/workbench/ui/navigation';

const sheetWith = (rows: readonly (readonly (string | number)[])[]): Sheet => {
  const { active } = new Workbook();
  enter(active, areaAt(0, 0, rows.length, rows[0]!.length), (row, column) => rows[row]![column]!);
  active.workbook.touch();
  return active;
};

describe('how a cell looks', () => {
  const highlight = (sheet: Sheet, formula: string, style: Partial<ConditionalStyle>, stopIfTrue = false): void =>
    void sheet.conditionalFormats.push({
      id: formula,
      areas: [areaAt(0, 0, 3), areaAt(0, 2, 3)],
      formula,
      stopIfTrue,
      style: { ...plainConditionalStyle(), ...style },
    });

  test('numbers stand right, texts left; a choice wins', () => {
    const sheet = sheetWith([['a', 1, 'TRUE', 5]]);
    sheet.changeStyle(areaAt(0, 3), { horizontal: 'Center', numberFormat: '#,##0' });
    expect([0, 1, 2, 3].map((column) => cellLook(sheet, 0, column).align)).toEqual(['left', 'right', 'center', 'center']);
  });

  test('conditional formats are read from the first cell of the first area, and the first that sets a property wins', () => {
    const sheet = sheetWith([
      ['未納', 1, 'x'],
      ['収納済', 2, 'y'],
      ['未納', 3, 'z'],
    ]);
    highlight(sheet, '$A1="未納"', { fillColor: '#FFA66D', bold: true });
    highlight(sheet, 'ISNUMBER(FIND("納",A1))', { fillColor: '#000000', italic: true });
    const looks = [0, 1, 2].map((row) => cellLook(sheet, row, 0).style);
    expect(looks.map(({ fillColor, bold, italic }) => [fillColor, bold, italic])).toEqual([
      ['#FFA66D', true, true],
      ['#000000', false, true],
      ['#FFA66D', true, true],
    ]);
    expect(cellLook(sheet, 2, 2).style).toMatchObject({ fillColor: '#FFA66D', italic: false });
    expect(cellLook(sheet, 2, 1).style.fillColor).toBeNull();
  });

  test('one that stops ends the list, and a border can be set', () => {
    const sheet = sheetWith([['未納']]);
    highlight(sheet, '$A1="未納"', { bold: true, top: { style: 'Dash', weight: 'Thin', color: '#333333' } }, true);
    highlight(sheet, 'TRUE', { italic: true });
    expect(cellLook(sheet, 0, 0).style).toMatchObject({ bold: true, italic: false, top: { style: 'Dash' } });
  });

  test('what cannot be evaluated is said, not guessed', () => {
    const sheet = sheetWith([['未納']]);
    highlight(sheet, 'LET(x,1,x)', { bold: true });
    highlight(sheet, '1/0', { italic: true });
    const look = cellLook(sheet, 0, 0);
    expect([look.style.bold, look.style.italic, look.notEvaluated]).toEqual([false, false, 'LET is not calculated here']);
  });

  test('a number that does not fit shows marks, a text is cut', () => {
    const sheet = sheetWith([[123456789, '長い長い長い文']]);
    expect(fitting(cellLook(sheet, 0, 0), 40)).toMatch(/^#+$/);
    expect(fitting(cellLook(sheet, 0, 0), 100)).toBe('123456789');
    expect(fitting(cellLook(sheet, 0, 1), 40)).toBe('長い長い長い文');
  });
});

describe('which cells are drawn', () => {
  const widths = (sheet: Sheet, row: number): (number | null)[] => {
    const places = new ColumnPlaces(columnLines(sheet, 0));
    return drawnCells(sheet, row, places, 0, 4, { first: 0, end: 10 }).map(({ textWidth }) => (textWidth === null ? null : Math.round(textWidth)));
  };

  test('a text runs over empty neighbours, up to the next filled one', () => {
    const sheet = sheetWith([
      ['とても長い文です。とても長い文です。', '', '', ''],
      ['とても長い文です。とても長い文です。', '', 'x', ''],
      ['短い', '', '', ''],
      ['とても長い文です。とても長い文です。', 'x', '', ''],
    ]);
    expect(widths(sheet, 0)[0]).toBeGreaterThan(200);
    expect(widths(sheet, 1)[0]).toBe(144);
    expect([widths(sheet, 2)[0], widths(sheet, 3)[0]]).toEqual([null, null]);
  });

  test('texts from beyond the screen reach in', () => {
    const sheet = sheetWith([['とても長い文です。とても長い文です。とても長い文です。', '', '', '', '右に揃えた、とても長い文です。']]);
    sheet.changeStyle(areaAt(0, 4), { horizontal: 'Right' });
    const places = new ColumnPlaces(columnLines(sheet, 0));
    expect(reachingCells(sheet, 0, places, 2, 4, { first: 0, end: 10 }).map(({ column }) => column)).toEqual([0, 4]);
  });
});

describe('rows and columns to be seen', () => {
  test('hidden and filtered ones are left out; frozen ones are counted', () => {
    const sheet = sheetWith([['a'], ['x'], ['y'], ['x'], ['z']]);
    const table = addTable(sheet, areaAt(0, 0, 5), true);
    setFilter(filteredTable(table), 0, { filterOn: 'Values', values: ['x'] });
    sheet.geometry.hiddenRows.set(6, 2, true);
    sheet.geometry.hiddenColumns.set(1, 1, true);
    sheet.frozen = { rows: 1, columns: 2 };
    const rows = rowLines(sheet, 0);
    expect([0, 1, 2, 3, 4, 5].map((index) => rows.at(index))).toEqual([0, 1, 3, 5, 8, 9]);
    expect([rows.frozen, rows.indexOf(4), rows.indexOf(8), columnLines(sheet, 0).frozen, columnLines(sheet, 0).at(1)]).toEqual([1, 3, 4, 1, 2]);
  });

  test('every line that is seen is found again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80 })), (hidden) => {
        const sheet = sheetWith([['a']]);
        for (const row of hidden) sheet.geometry.hiddenRows.set(row, 1, true);
        const rows = rowLines(sheet, 30);
        for (let index = 0; index < rows.count; index++) expect(rows.indexOf(rows.at(index))).toBe(index);
      }),
    );
  });
});

describe('where keys lead', () => {
  const sheet = sheetWith([
    ['a', 'b', '', 'd'],
    ['1', '', '', '2'],
    ['3', '', '', ''],
  ]);
  sheet.frozen = { rows: 1, columns: 1 };
  const to = (row: number, column: number, key: string, more: Partial<Key> = {}): unknown => {
    const spot = moved(
      { row, column },
      { key, shift: false, control: false, ...more },
      { sheet, rows: rowLines(sheet, 0), columns: columnLines(sheet, 0), page: 10 },
    );
    return spot === null ? null : [spot.row, spot.column];
  };

  test.each<[string, unknown, unknown]>([
    ['down', to(0, 0, 'ArrowDown'), [1, 0]],
    ['up at the top', to(0, 0, 'ArrowUp'), [0, 0]],
    ['Enter', to(1, 1, 'Enter'), [2, 1]],
    ['Tab with Shift', to(1, 1, 'Tab', { shift: true }), [1, 0]],
    ['a page', to(1, 1, 'PageDown'), [11, 1]],
    ['Home', to(2, 3, 'Home'), [2, 1]],
    ['Home with Control', to(2, 3, 'Home', { control: true }), [1, 1]],
    ['End with Control', to(0, 0, 'End', { control: true }), [2, 3]],
    ['to the end of what is filled', to(0, 0, 'ArrowDown', { control: true }), [2, 0]],
    ['over empty cells', to(0, 1, 'ArrowRight', { control: true }), [0, 3]],
    ['a letter', to(0, 0, 'x'), null],
  ])('%s', (_, found, expected) => expect(found).toEqual(expected));
});

describe('what a person does', () => {
  const open = (): { host: ExcelHost; sheet: Sheet } => {
    const host = new ExcelHost();
    return { host, sheet: host.workbook.active };
  };

  test('types, empties, pastes and copies', () => {
    const { host, sheet } = open();
    expect(typeText(host, sheet, 0, 0, '=1+1')).toBeNull();
    expect([sheet.shown(0, 0), typedForm(sheet, 0, 0), host.workbook.isDirty]).toEqual([2, '=1+1', true]);
    expect(paste(host, sheet, 1, 0, 'a\t1\r\nb\t2\r\n')).toBeNull();
    expect(copied(sheet, areaAt(0, 0, 3, 2))).toBe('2\t\na\t1\nb\t2');
    expect(empty(host, sheet, areaAt(1, 0, 100, 1))).toBeNull();
    expect(sheet.shown(1, 0)).toBeUndefined();
    expect(tallied(sheet, areaAt(0, 0, 9, 9))).toEqual({ count: 3, numbers: 3, sum: 5 });
  });

  test('is refused as an add-in would be', () => {
    const { host, sheet } = open();
    sheet.protection = { password: null, options: {} as never };
    expect(typeText(host, sheet, 0, 0, 'x')).toBe('AccessDenied');
    expect(renameSheet(host, sheet, 'a/b')).toBe('InvalidArgument');
  });

  test('sorts a table, and goes where a name leads', () => {
    const { host, sheet } = open();
    enter(sheet, areaAt(0, 0, 3), (row) => ['n', 2, 1][row]!);
    const table = addTable(sheet, areaAt(0, 0, 3), true);
    expect(sort(host, table, 0, true)).toBeNull();
    expect([sheet.shown(1, 0), sheet.shown(2, 0)]).toEqual([1, 2]);
    expect([goTo(host, table.name), host.workbook.selection]).toEqual([true, areaAt(1, 0, 2)]);
    expect([goTo(host, 'B7:C9'), host.workbook.selection, goTo(host, '無い名前')]).toEqual([true, areaAt(6, 1, 3, 2), false]);
  });

  test('sees a date as it would be typed', () => {
    const { host, sheet } = open();
    typeText(host, sheet, 0, 0, '2027/5/10');
    expect([sheet.shown(0, 0), typedForm(sheet, 0, 0)]).toEqual([46517, '2027/5/10']);
  });
});
