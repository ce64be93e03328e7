import { movedFormula, withRenamedColumn, withRenamedSheet, withRenamedTable } from '../../src/workbench/formula/rewrite';
import { areaAt } from '../../src/workbench/model/address';
import { enter } from '../../src/workbench/model/entry';
import { addTable, filteredTable, setFilter } from '../../src/workbench/model/tables';
import { CellError, NotCalculated, type Shown } from '../../src/workbench/model/values';
import { Workbook } from '../../src/workbench/model/workbook';
import { GOLDEN_CASES, goldenRun, workbookOf } from '../sheet/runs';
import { filledWith } from './support/filled';

describe('what LibreOffice cannot judge', () => {
  const calculate = (formula: string, prepare: (workbook: Workbook) => void = () => undefined): Shown => {
    const workbook = new Workbook();
    prepare(workbook);
    enter(workbook.active, areaAt(20, 0), () => `=${formula}`);
    workbook.touch();
    return workbook.active.shown(20, 0);
  };

  test.each(['XLOOKUP(1,A1:A2,B1:B2)', 'LET(x,1,x)', 'A1:A3', 'A1:A3*2', 'SUBTOTAL(7,A1:A3)', 'A1:B2 B1:C3', 'OFFSET(A1,1,1)'])(
    '%s is said not to be calculated',
    (formula) => {
      expect(calculate(formula)).toBeInstanceOf(NotCalculated);
    },
  );

  test('what is built on a value that is not known is not known either', () => {
    const shown = calculate('A1+1', ({ active }) => enter(active, areaAt(0, 0), () => '=XLOOKUP(1,B:B,C:C)'));
    expect(shown).toEqual(new NotCalculated('XLOOKUP is not calculated here'));
  });

  test('a circle of formulas is no value', () => {
    expect(calculate('A1', ({ active }) => enter(active, areaAt(0, 0), () => '=A21'))).toBeInstanceOf(NotCalculated);
  });

  test('an unknown name is an error value', () => {
    expect(calculate('nameless+1')).toEqual(new CellError('#NAME?'));
  });

  test('a subtotal leaves out what a filter hides', () => {
    const workbook = new Workbook();
    const sheet = workbook.active;
    enter(sheet, areaAt(0, 0, 4, 2), (row, column) => (row === 0 ? ['a', 'b'][column]! : column === 0 ? ['x', 'y', 'x'][row - 1]! : row));
    const table = addTable(sheet, areaAt(0, 0, 4, 2), true);
    setFilter(filteredTable(table), 0, { filterOn: 'Values', values: ['x'] });
    enter(sheet, areaAt(10, 0), () => '=SUBTOTAL(9,B2:B4)&"/"&SUM(B2:B4)');
    workbook.touch();
    expect(sheet.shown(10, 0)).toBe('4/6');
  });
});

describe('how formulas change', () => {
  test.each([
    ['A1+$A$1+A$1+$A1', 'B3+$A$1+B$1+$A3'],
    ["'別 シート'!A1:B2", "'別 シート'!B3:C4"],
    ['SUM(A:A)+SUM(1:2)', 'SUM(B:B)+SUM(3:4)'],
    ['一覧[状態]&"A1"', '一覧[状態]&"A1"'],
    ['LOG10(A1)', 'LOG10(B3)'],
  ])('%s moved by two rows and a column', (formula, moved) => {
    expect(movedFormula(formula, 2, 1)).toBe(moved);
  });

  test('what is moved off the sheet is gone', () => {
    expect(movedFormula('A1', -1, 0)).toBe('#REF!');
  });

  test('a sheet, a table and a column are renamed', () => {
    expect(withRenamedSheet("Sheet1!A1+'Sheet1'!B2+Sheet2!A1", 'Sheet1', '2027年 度')).toBe("'2027年 度'!A1+'2027年 度'!B2+Sheet2!A1");
    expect(withRenamedTable('SUM(表[a])+表2[b]', '表', '一覧')).toBe('SUM(一覧[a])+表2[b]');
    expect(withRenamedColumn('表[a]+表[[#This Row],[a]]+他[a]+[@a]', '表', true, 'a', 'b[1]')).toBe("表[[b'[1']]]+表[[#This Row],[b'[1']]]+他[a]+[@[b'[1']]]");
  });
});

/** What the sheets' own model says each formula gives now. */
test.each(GOLDEN_CASES)('the formulas of the sheets of %s give what the sheets say', (name) => {
  const { workbook, formulas } = filledWith(workbookOf(goldenRun(name)));
  expect(formulas.length).toBeGreaterThan(0);
  const differing = formulas.flatMap(({ sheet, row, column, formula, value }) => {
    const shown = workbook.sheetNamed(sheet)!.shown(row, column);
    return shown === (value ?? 0) ? [] : [`${sheet} ${row},${column} =${formula}: ${JSON.stringify(shown)}, not ${JSON.stringify(value)}`];
  });
  expect(differing).toEqual([]);
});
