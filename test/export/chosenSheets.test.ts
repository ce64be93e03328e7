/** Is a workbook of chosen sheets and states whole in itself? */
import { chosenSheets } from '../../src/export/chosenSheets';
import { exportJa } from '../../src/export/words.ja';
import type { SlipState } from '../../src/reconcile/slips';
import { sheetJa } from '../../src/sheet/words.ja';
import { isFormula, TABLE_NAMES, valueOf, type Cell, type Sheet, type Workbook } from '../../src/sheet/workbook';
import { ja } from '../../src/words/ja';
import { writeWorkbook } from '../../src/xlsx';
import { goldenRun, withoutLedger, workbookOf } from '../sheet/runs';
import { readByOpenpyxl, recalculatedByLibreOffice, type ReadWorkbook } from '../xlsx/independentReaders';

const WEEK = workbookOf(goldenRun('week'));
const choose = (sheets: readonly string[], states: readonly SlipState[] | null = null, workbook = WEEK): ReturnType<typeof chosenSheets> =>
  chosenSheets(workbook, { sheets, states, section: null }, { words: ja, sheetWords: sheetJa }, exportJa.chosenSheets);
const names = ({ sheets }: Workbook): string[] => sheets.map(({ name }) => name);

function cellsOf({ cells, table }: Sheet): Cell[] {
  const rows = Array.from({ length: table?.rowCount ?? 0 }, (_, row) => table!.columns.map((column) => column.cell(row)));
  return [...cells.map(({ cell }) => cell), ...rows.flat()];
}

/** Tables that formulas name and that are not in the workbook. */
function missingTables({ sheets }: Workbook): string[] {
  const present = sheets.flatMap(({ table }) => table?.name ?? []);
  const formulas = sheets.flatMap(cellsOf).flatMap((cell) => (isFormula(cell) ? [cell.formula] : []));
  return Object.values(TABLE_NAMES).filter((table) => !present.includes(table) && formulas.some((formula) => formula.includes(`${table}[`)));
}

const ALL = names(WEEK);
const subsets = ALL.reduce<string[][]>((known, name) => [...known, ...known.map((set) => [...set, name])], [[]]).filter((set) => set.length > 0);

test('no formula of any choice names a table that is not there', () => {
  for (const workbook of [WEEK, workbookOf(withoutLedger())]) {
    for (const set of subsets.filter((candidate) => candidate.every((name) => names(workbook).includes(name)))) {
      for (const states of [null, ['unpaid'] as const]) expect([set, missingTables(choose(set, states, workbook).workbook)]).toEqual([set, []]);
    }
  }
});

test('what formulas count comes along, and is told', () => {
  expect(choose(['検査'])).toMatchObject({ added: ['収納明細'], withFigures: [] });
  expect(choose(['集計']).added).toEqual(['消込一覧', '収納明細']);
  expect(choose(['消込一覧', '取込履歴']).added).toEqual([]);
  expect(choose(['集計'], ['unpaid'])).toMatchObject({ added: ['収納明細'], withFigures: ['集計'] });
  expect(() => choose(['集計', 'x'])).toThrow('no sheet x');
});

test('only slips of the chosen states are listed, and row 3 says so', () => {
  const { workbook } = choose(['消込一覧', '検査'], ['unpaid', 'cancelled']);
  const [slips] = workbook.sheets;
  const states = Array.from({ length: slips!.table!.rowCount }, (_, row) => valueOf(slips!.table!.columns[0]!.cell(row)));
  expect([...new Set(states)].sort()).toEqual(['取消', '未納']);
  const [note, live] = slips!.cells.filter(({ row }) => row === 2).slice(-2);
  expect(note!.cell).toBe('絞り込み：未納、取消（60件のうち13件）　色の付いたセルは注意の理由（凡例は集計）');
  expect(valueOf(live!.cell)).toBe('表示中 13／13件・請求額 300,500円・納付額 0円');
  expect(slips!.print.header.left).toBe('消込一覧（保育課、学校運営課）（未納、取消）');
  // 検査 counts all details: those are never filtered.
  expect(workbook.sheets[1]!.table!.rowCount).toBe(98);
});

test('LibreOffice recalculates each choice to the same values', async () => {
  const books = [choose(['検査']), choose(['集計']), choose(['消込一覧', '集計'], ['unpaid']), choose(['消込一覧'], ['preliminary'])].map(
    ({ workbook }) => workbook,
  );
  const bytes = await Promise.all(books.map(writeWorkbook));
  const [written, recalculated] = [readByOpenpyxl(bytes), recalculatedByLibreOffice(bytes)];
  const shown = (value: unknown): unknown => (value === '' || value === undefined ? null : typeof value === 'number' ? Number(value.toPrecision(12)) : value);
  const values = (book: ReadWorkbook, like: ReadWorkbook): unknown[] =>
    like.sheets.flatMap(({ name, cells }) =>
      Object.entries(cells)
        .filter(([, { formula }]) => formula !== undefined)
        .map(([address]) => [name, address, shown(book.sheets.find((sheet) => sheet.name === name)!.cells[address]?.value)]),
    );
  for (const [index, book] of written.entries()) {
    const expected = values(book, book);
    expect(expected.length).toBeGreaterThan(0);
    expect(values(recalculated[index]!, book)).toEqual(expected);
  }
}, 120_000);
