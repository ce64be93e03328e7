/**
 * @jest-environment jsdom
 */
/** Are the sheets that Office.js wrote the .xlsx of the same plan? Cells are judged by openpyxl, which knows neither; their dress by the stand-in, which opens the file. */
import './nodeGlobals';
import fc from 'fast-check';
import { buildFinanceWorkbook } from '../../src/export/finance';
import { exportJa } from '../../src/export/words.ja';
import { columnLetters } from '../../src/sheet/references';
import { spokenIn } from '../../src/sheet/spoken';
import type { Workbook } from '../../src/sheet/workbook';
import { writeWorkbook } from '../../src/xlsx';
import { CellsOfSnapshot, snapshotOf, type SheetSnapshot, type WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { openWorkbook } from '../../src/workbench/xlsx/open';
import { faultyRun, goldenRun, hostileRun, mixedRun, OPTIONS, withoutLedger, workbookOf } from '../sheet/runs';
import { readByOpenpyxl, type ReadSheet } from '../xlsx/independentReaders';
import { anyWorkbook } from './anyWorkbook';
import { dressIn } from './dressIn';
import { now, open, startExcel, write } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(300_000);

type Cells = Record<string, { readonly value: unknown; readonly format: string; readonly formula?: string }>;

function writtenCells(workbook: WorkbookSnapshot, sheet: SheetSnapshot): Cells {
  const cells = new CellsOfSnapshot(workbook, sheet);
  const found: Cells = {};
  for (const [row, values] of sheet.values.entries()) {
    for (let column = 0; column < values.length; column++) {
      const [value, formula] = [cells.value(row, column), cells.formula(row, column)];
      if (value === null && formula === null) continue;
      found[`${columnLetters(column)}${row + 1}`] = {
        // An empty text of a formula is nothing to openpyxl.
        value: value === '' ? null : value,
        format: cells.style(row, column).numberFormat,
        ...(formula === null ? {} : { formula: `=${formula}` }),
      };
    }
  }
  return found;
}

/** The file's escape of what only looks like one. */
const unescaped = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : value;

const readCells = ({ cells }: ReadSheet): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([address, { value, format, formula }]) => [
      address,
      { value: unescaped(value), format, ...(formula === undefined ? {} : { formula }) },
    ]),
  );

const tablesOf = ({ tables }: SheetSnapshot): ReadSheet['tables'] =>
  Object.fromEntries(
    tables.map(({ name, area, columns }) => [name, { range: `A${area.row + 1}:${columnLetters(area.columns - 1)}${area.row + area.rows}`, columns }]),
  );

/** Numbers that a formula gives may differ in the last bit. */
const rounded = (cells: Cells): Cells =>
  Object.fromEntries(
    Object.entries(cells).map(([address, cell]) => [
      address,
      { ...cell, value: typeof cell.value === 'number' ? Number(cell.value.toPrecision(14)) : cell.value },
    ]),
  );

/** What the formulas give over texts like `#N/A` is a matter between two calculators: of those only the formulas are compared. */
const withoutResults = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([address, cell]) => [address, cell.formula === undefined ? cell : { ...cell, value: 'calculated' }]));

async function expectSame(books: readonly Workbook[], areResultsCompared = true): Promise<void> {
  const compared = (cells: Cells): Cells => rounded(areResultsCompared ? cells : withoutResults(cells));
  const files: Uint8Array[] = [];
  const written: WorkbookSnapshot[] = [];
  for (const book of books) {
    open();
    expect(await write(book)).toBeNull();
    written.push(now());
    files.push(await writeWorkbook(book));
  }
  for (const [index, { sheets }] of readByOpenpyxl(files).entries()) {
    for (const sheet of sheets) {
      const ours = written[index]!.sheets.find(({ name }) => name === sheet.name)!;
      expect({ sheet: sheet.name, cells: compared(writtenCells(written[index]!, ours)) }).toEqual({ sheet: sheet.name, cells: compared(readCells(sheet)) });
      expect(tablesOf(ours)).toEqual(sheet.tables);
    }
  }
  for (const [index, file] of files.entries()) {
    const read = snapshotOf((await openWorkbook(file, 'read.xlsx')).workbook);
    const mine = written[index]!;
    expect(read.sheets.map(({ name }) => name)).toEqual(books[index]!.sheets.map(({ name }) => name));
    expect(mine.sheets[mine.activeSheet]!.name).toBe(read.sheets[read.activeSheet]!.name);
    for (const sheet of books[index]!.sheets) {
      const [theirs, ours] = [read, mine].map((workbook) => dressIn(workbook, sheet));
      expect(ours).toEqual(theirs);
    }
  }
}

test('generated small workbooks', async () => {
  await expectSame(fc.sample(anyWorkbook, { numRuns: 60, seed: 20270510 }));
});

test('和暦 on black and white paper, and the copy for finance', async () => {
  const dress = { ...spokenIn('ja', 'japanese'), colours: 'print' } as const;
  const finance = buildFinanceWorkbook(goldenRun('week'), { ...OPTIONS, exportWords: exportJa, mask: 'lastFour' });
  await expectSame([workbookOf(goldenRun('week'), dress), finance]);
});

test.each([
  ['a week', () => goldenRun('week')],
  ['a wrong total', () => goldenRun('wrong-total')],
  ['no data', () => goldenRun('no-data')],
  ['faults of all kinds', faultyRun],
  ['three layouts', mixedRun],
  ['no ledger', withoutLedger],
] as const)('%s', async (_name, settled) => {
  await expectSame([workbookOf(settled())]);
});

test('texts that try to be something else', async () => {
  await expectSame([workbookOf(hostileRun())], false);
});
