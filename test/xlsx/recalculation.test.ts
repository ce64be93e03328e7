/** Are the values that stand beside the formulas those that another program computes, and those of the settlement? */
import { NOTICE_KINDS } from '../../src/file/layout';
import { SLIP_STATES, stateOf } from '../../src/reconcile/slips';
import type { Settlement } from '../../src/settle';
import { sheetEn } from '../../src/sheet/words.en';
import { sheetJa } from '../../src/sheet/words.ja';
import { isFormula, type Workbook } from '../../src/sheet/workbook';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { writeWorkbook } from '../../src/xlsx';
import { faultyRun, GOLDEN_CASES, goldenRun, hostileRun, mixedRun, withoutLedger, workbookOf } from '../sheet/runs';
import { readByOpenpyxl, recalculatedByLibreOffice, type ReadCell, type ReadSheet, type ReadWorkbook } from './independentReaders';

const MINUTES = 120_000;

interface Case {
  readonly name: string;
  readonly settlement: Settlement;
  readonly workbook: Workbook;
}
const runs: [string, Settlement][] = [
  ...GOLDEN_CASES.map((name): [string, Settlement] => [name, goldenRun(name)]),
  ['hostile', hostileRun()],
  ['faulty', faultyRun()],
  ['mixed', mixedRun()],
  ['no ledger', withoutLedger()],
];
const cases: Case[] = [
  ...runs.map(([name, settlement]) => ({ name, settlement, workbook: workbookOf(settlement) })),
  { name: 'English', settlement: goldenRun('week'), workbook: workbookOf(goldenRun('week'), { words: en, sheetWords: sheetEn }) },
];

let written: ReadWorkbook[];
let recalculated: ReadWorkbook[];
beforeAll(async () => {
  const books = await Promise.all(cases.map(({ workbook }) => writeWorkbook(workbook)));
  written = readByOpenpyxl(books);
  recalculated = recalculatedByLibreOffice(books);
}, MINUTES);

const formulasOf = ({ sheets }: ReadWorkbook): [sheet: string, address: string, cell: ReadCell][] =>
  sheets.flatMap(({ name, cells }) =>
    Object.entries(cells)
      .filter(([, { formula }]) => formula !== undefined)
      .map(([address, cell]): [string, string, ReadCell] => [name, address, cell]),
  );
/** An empty text and no text look the same to a reader; LibreOffice keeps 15 digits. */
function seen(cell: ReadCell | undefined): unknown {
  if (cell === undefined || cell.value === '') return null;
  return typeof cell.value === 'number' ? Number(cell.value.toPrecision(12)) : cell.value;
}

test.each(cases.map(({ name }, index) => ({ name, index })))('$name: every formula keeps its value', ({ index }) => {
  const anew = new Map(recalculated[index]!.sheets.map(({ name, cells }) => [name, cells]));
  const formulas = formulasOf(written[index]!);
  expect(formulas.length).toBeGreaterThan(0);
  const values = formulas.map(([sheet, address, cell]) => [sheet, address, cell.formula, seen(cell)]);
  const computed = formulas.map(([sheet, address, cell]) => [sheet, address, cell.formula, seen(anew.get(sheet)![address])]);
  expect(computed).toEqual(values);
});

test.each(cases.map(({ name }, index) => ({ name, index })))('$name: the recalculated figures are those of the settlement', ({ index }) => {
  const { settlement, workbook } = cases[index]!;
  const language = workbook.title === sheetJa.workbookTitle ? { sheetWords: sheetJa, words: ja } : { sheetWords: sheetEn, words: en };
  const sheet = (name: string): ReadSheet => recalculated[index]!.sheets.find((candidate) => candidate.name === name)!;
  const { checks } = language.sheetWords;
  const rows = tableRows(sheet(language.sheetWords.sheets.checks));
  const totals = rows.filter((row) => row[checks.group] !== undefined);
  const expected = settlement.settlements.flatMap(({ groups }) =>
    groups.flatMap(({ totals: sums }) => NOTICE_KINDS.flatMap((kind) => [sums[kind].count, sums[kind].amount])),
  );
  expect(totals.map((row) => row[checks.actual]).sort()).toEqual(expected.map(({ counted }) => counted).sort());
  for (const row of totals) {
    if (row[checks.judgement] === language.words.verdicts.unchecked) continue;
    expect(row[checks.judgement] === language.words.verdicts.agrees).toBe(row[checks.expected] === row[checks.actual]);
  }
  const states = SLIP_STATES.map(
    (state) => Array.from({ length: settlement.slips.count }, (_, slip) => slip).filter((slip) => stateOf(settlement.slips, slip) === state).length,
  );
  const summary = sheet(language.sheetWords.sheets.summary).cells;
  const shown = SLIP_STATES.map((_, place) => summary[`B${6 + place}`]!.value);
  expect(shown).toEqual(states.map((slips, place) => (SLIP_STATES[place] === 'unpaid' && settlement.ledger === null && slips === 0 ? '—' : slips)));
});

/** The rows of the sheet's table, by header. */
function tableRows({ cells, tables }: ReadSheet): Record<string, unknown>[] {
  const [{ range, columns }] = Object.values(tables) as [{ range: string; columns: readonly string[] }];
  const last = Number(/\d+$/.exec(range)![0]);
  const letters = (index: number): string => String.fromCharCode(0x41 + index);
  return Array.from({ length: last - 4 }, (_, row) =>
    Object.fromEntries(columns.map((header, index) => [header, cells[`${letters(index)}${row + 5}`]?.value])),
  );
}

test('a wrong value beside a formula would be noticed', async () => {
  const workbook = workbookOf(goldenRun('no-data'));
  const spoilt = {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => ({
      ...sheet,
      cells: sheet.cells.map((placed) => (isFormula(placed.cell) ? { ...placed, cell: { ...placed.cell, value: -1 } } : placed)),
    })),
  };
  const [book] = recalculatedByLibreOffice([await writeWorkbook(spoilt)]);
  expect(formulasOf(book!).filter(([, , { value }]) => value === -1)).toEqual([]);
}, 60_000);
