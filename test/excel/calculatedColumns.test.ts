/**
 * @jest-environment jsdom
 */
/** Does every cell of a table keep its own formula where Excel fills columns with the first one that it sees? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import { Cells } from '../../src/workbench/model/cells';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { clerksBook, FIRST, MORE, SHORTER, usedBook } from './books';
import { golden, openPane } from './desk';
import { clerk, now, open, startExcel, write } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

const inMood = (snapshot?: WorkbookSnapshot): void => void (open(snapshot).moods.calculatedColumns = true);

describe.each([
  ['the first run', clerksBook, FIRST],
  ['a second run with more rows', usedBook, MORE],
  ['a second run with fewer rows', usedBook, SHORTER],
] as const)('%s', (_name, prepare, plan) => {
  test('ends as in an Excel that fills nothing', async () => {
    const before = await prepare();
    open(before);
    expect(await write(plan)).toBeNull();
    const polite = now();
    inMood(before);
    expect(await write(plan)).toBeNull();
    expect(now()).toEqual(polite);
  });
});

test('検査 of a real run has all of its formulas', async () => {
  const run = async (): Promise<WorkbookSnapshot> => {
    expect(await (await openPane('2027/04/07 09:00')).run(golden('week', '20270408.dat'), golden('week', 'ledger.csv'))).toBeNull();
    return now();
  };
  open();
  const polite = await run();
  inMood();
  const filling = await run();
  const formulas = ({ sheets }: WorkbookSnapshot): unknown => sheets.map((sheet) => [sheet.name, sheet.formulas.length, sheet.formulas, sheet.values]);
  expect(polite.sheets.find(({ name }) => name === TABLE_NAMES.checks)!.formulas.length).toBeGreaterThan(20);
  expect(formulas(filling)).toEqual(formulas(polite));
});

/** A column of the clerk's own in 消込一覧: a formula on one slip, nothing on the others. */
const withOwnFormula = async (): Promise<WorkbookSnapshot> => {
  const before = await usedBook();
  open(before);
  await clerk(({ workbook }) => {
    const list = workbook.tables.getItem('消込一覧');
    list.columns.add(undefined, [['控え'], [''], ['=E6*2'], ['メモ']]);
  });
  return now();
};

const own = (): unknown => {
  const sheet = now().sheets.find(({ name }) => name === '消込一覧')!;
  const column = sheet.tables[0]!.columns.indexOf('控え');
  return { values: sheet.values.slice(4).map((row) => row[column] ?? null), formulas: sheet.formulas.filter((cell) => cell.column === column) };
};

test('formulas of the clerk’s own column go with their slips', async () => {
  const before = await withOwnFormula();
  open(before);
  expect(await write(MORE)).toBeNull();
  const polite = own();
  inMood(before);
  expect(await write(MORE)).toBeNull();
  expect(own()).toEqual(polite);
});

describe('an Excel that makes other formulas whatever stands there', () => {
  /** As if each formula filled the column over what was written before. */
  const spoil = (): void => {
    open();
    const polite = Cells.prototype.setFormula;
    jest.spyOn(Cells.prototype, 'setFormula').mockImplementation(function (this: Cells, row, column, formula) {
      polite.call(this, row, column, formula);
      if (column === 5) polite.call(this, 4, column, formula);
    });
  };
  afterEach(() => jest.restoreAllMocks());

  test('the values are written, and it is said on the sheet and to the pane', async () => {
    spoil();
    expect(await write(FIRST)).toEqual({ code: 'written', notes: [{ code: 'formulasAsValues', sheet: '消込一覧', columns: ['差額（円）'] }] });
    const sheet = now().sheets.find(({ name }) => name === '消込一覧')!;
    expect(sheet.values.slice(4).map((row) => row[5] ?? null)).toEqual([null, 0, -100]);
    expect(sheet.formulas.filter(({ column }) => column === 5)).toEqual([]);
    expect(sheet.values[1]![0]).toBe('=合計一致\u3000注意：「差額（円）」は、数式ではなく値です（このExcelが数式を書き換えるため）。');
    expect((await excelWorkbook().readTable('消込一覧'))[2]![5]).toBe('0');
  });
});
