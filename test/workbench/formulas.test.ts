import { movedFormula } from '../../src/formula/moved';
import { withRenamedColumn, withRenamedSheet, withRenamedTable } from '../../src/workbench/formula/rewrite';
import { areaAt } from '../../src/workbench/model/address';
import { enter } from '../../src/workbench/model/entry';
import { OfficeError } from '../../src/workbench/model/errors';
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

  test.each([
    'XLOOKUP(1,A1:A2,B1:B2)',
    'SUM(A1:INDEX(B:B,3))',
    'SUM(Sheet1:Sheet3!A1)',
    'SUM((A1,B1))',
    'SUM(A1#)',
    'Sheet1!name+1',
    '[1]Sheet1!A1',
    'LAMBDA(x,x)(1)',
    '表[[#Headers],[#Data],[a]]',
    'LET(x,1,x)',
    'A1:A3',
    'A1:A3*2',
    'SUBTOTAL(7,A1:A3)',
    'A1:B2 B1:C3',
    'OFFSET(A1,1,1)',
  ])('%s is kept, and said not to be calculated', (formula) => {
    expect(calculate(formula)).toBeInstanceOf(NotCalculated);
  });

  test('what is built on a value that is not known is not known either', () => {
    const shown = calculate('A1+1', ({ active }) => enter(active, areaAt(0, 0), () => '=XLOOKUP(1,B:B,C:C)'));
    expect(shown).toEqual(new NotCalculated('XLOOKUP is not calculated here'));
  });

  test('a circle of formulas is no value', () => {
    expect(calculate('A1', ({ active }) => enter(active, areaAt(0, 0), () => '=A21'))).toBeInstanceOf(NotCalculated);
  });

  test('a circle of names is no value', () => {
    const circle = (workbook: Workbook): void => void workbook.names.push({ name: 'x', formula: 'x+1', comment: '', visible: true });
    expect(calculate('x', circle)).toEqual(new NotCalculated('a circle of names'));
  });

  test.each([
    ['20,000 parentheses', `${'('.repeat(20_000)}1${')'.repeat(20_000)}`],
    ['65 functions within each other', `${'ABS('.repeat(65)}1${')'.repeat(65)}`],
    ['65 signs', `${'-'.repeat(65)}A1`],
    ['1.2 MB', `1${'+1'.repeat(600_000)}`],
    ['nothing between parentheses', '()'],
    ['an end that is missing', 'SUM(A1'],
    ['a second equals sign', '=1'],
    ['numbers side by side', '1 2'],
  ])('%s is refused, as Excel does', (_, formula) => {
    expect(() => calculate(formula)).toThrow(OfficeError);
  });

  test.each([
    ['64 functions within each other', `${'ABS('.repeat(64)}1${')'.repeat(64)}`, 1],
    ['as long a sum as Excel takes', `1${'+1'.repeat(4095)}`, 4096],
    ['as many percent signs', `1${'%'.repeat(64)}`, 1e-128],
    ['a sign before a power', '-2^2', 4],
    ['signs one after another', '2--1', 3],
  ])('%s is calculated', (_, formula, value) => {
    expect(Number(calculate(formula)) / value).toBeCloseTo(1);
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
    ['SUM(A1:A1)+SUM($1:$2,$A:B,A$5:$B6)', 'SUM(B3:B3)+SUM($1:$2,$A:C,B$5:$B8)'],
    ['消込一覧[[#This Row],[A1 請求額]]*A1#', '消込一覧[[#This Row],[A1 請求額]]*B3#'],
    ['SUM(A1:INDEX(B:B,3))-SUM((A1,B1))', 'SUM(B3:INDEX(C:C,3))-SUM((B3,C3))'],
    ["'別 シート'!#REF!+#REF!+Sheet2!#REF!", "'別 シート'!#REF!+#REF!+Sheet2!#REF!"],
    ['  A1 -2 & "A1" ', '  B3 -2 & "A1" '],
  ])('%s moved by two rows and a column', (formula, moved) => {
    expect(movedFormula(formula, 2, 1)).toBe(moved);
  });

  test('what is moved off the sheet is gone', () => {
    expect(movedFormula('A1', -1, 0)).toBe('#REF!');
    expect(movedFormula('=SUM(集計!A1:B9)-A$1-XFD5', -1, 1)).toBe('=SUM(集計!#REF!)-B$1-#REF!');
  });

  test('cells of several sheets go along, and so do those of another workbook', () => {
    expect(movedFormula('=SUM(Sheet1:Sheet3!A1)+[1]Sheet1!$A1', 1, 0)).toBe('=SUM(Sheet1:Sheet3!A2)+[1]Sheet1!$A2');
  });

  test('a sheet, a table and a column are renamed', () => {
    expect(withRenamedSheet("'a b'!#REF!+A1", 'a b', 'c')).toBe('c!#REF!+A1');
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
