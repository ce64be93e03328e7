/** What is written into hidden sheets, chunk by chunk, while the workbook that the clerk sees stays as it is? */
import { NUMBER_FORMATS, TABLE_FIRST_ROW, isFormula, type Cell, type PlacedCell, type Value } from '../sheet/workbook';
import type { RowSource, SheetPlan, TablePlan } from '../sheet/plan';
import { columnDress } from '../sheet/dress';
import { endOfSheet } from '../sheet/page';
import { Carried, EMPTY, ownAt, type OwnCell } from './carried';
import { refuse1904 } from './dateSystem';
import { inputOf, refuseTooLong, type Input } from './input';
import { applyDress, dressedBlocks, STYLE_BYTES } from './looks';
import type { Painted } from './paints';
import { PAGE_BYTES, setHeights, setUpPage, setWidths } from './page';
import { everywhere, rowBytes, Stopped, type Requests } from './requests';
import { leftoverTitle } from './words';

/** Rows that are asked for together. */
const ROWS_AT_ONCE = 2000;
const CHUNK_BYTES = 500_000;
const A_WIDTH = 400;

export interface Staged {
  readonly index: number;
  readonly key: string;
  readonly plan: SheetPlan;
  readonly sheetId: string;
  readonly isFresh: boolean;
  /** By column of the plan. */
  readonly formulas: readonly Map<number, string>[];
  /** The clerk's own columns: of each row of the table, and of each row below it. */
  readonly own: { readonly rows: OwnCell[][]; readonly left: readonly (readonly OwnCell[])[] };
  readonly paints: StagedPaints;
  /** 備考 and the like of slips that this run deletes. */
  readonly erased: readonly string[];
  /** Rows below the table with what belongs to slips that have gone, a title above them; 0: none. */
  readonly leftoverRows: number;
}

/** What the clerk has painted: rows of the sheet as it will be, columns of the table as it was. */
export interface StagedPaints {
  readonly listed: readonly PaintedRow[];
  readonly left: readonly PaintedRow[];
  /** In which anything was painted, also beside slips that have gone. */
  readonly columns: ReadonlySet<number>;
}

interface PaintedRow {
  readonly row: number;
  readonly paints: readonly Painted[];
}

export interface Staging {
  readonly requests: Requests;
  readonly rows: RowSource;
  readonly signal: AbortSignal;
  readonly onRows: (sheet: SheetPlan, rows: number) => void;
}

/** Between the table and the rows below it. */
const GAP = 1;
export const leftoverStart = (plan: SheetPlan): number => endOfSheet(plan) + GAP;

export async function stage(staging: Staging, given: Pick<Staged, 'index' | 'key' | 'plan' | 'isFresh'>, name: string, carried: Carried): Promise<Staged> {
  const { requests } = staging;
  const { plan } = given;
  const sheet = await requests.addHidden(name);
  if (given.index === 0) await refuse1904(sheet);
  if (given.isFresh) await dress(requests, sheet, plan);
  await writePlaced(requests, sheet, plan.name, plan.cells);
  const formulas = plan.table?.columns.map(() => new Map<number, string>()) ?? [];
  const own: Staged['own']['rows'] = [];
  const listed: PaintedRow[] = [];
  const { index, isFresh } = given;
  if (plan.table !== null) await writeTable(staging, sheet, { plan, table: plan.table, index, isFresh, carried, formulas, own, listed });
  const left = carried.left();
  if (plan.table !== null && left.length > 0) await writeLeftovers(requests, sheet, plan, plan.table, carried);
  await requests.send();
  return {
    ...given,
    sheetId: sheet.id,
    formulas,
    own: { rows: own, left: left.map((row, place) => ownAt(row, leftoverStart(plan) + 1 + place)) },
    paints: { listed, left: left.map(({ paints }, place) => ({ row: leftoverStart(plan) + 1 + place, paints })), columns: carried.painted() },
    erased: carried.erased(),
    leftoverRows: left.length === 0 ? 0 : left.length + 1,
  };
}

/** What is set when a sheet is made, and is the clerk's afterwards; what stays in sight, once it is seen (views.ts). */
async function dress(requests: Requests, sheet: Excel.Worksheet, { columnWidths, rowHeights, print }: SheetPlan): Promise<void> {
  await requests.room((columnWidths.length + rowHeights.size) * A_WIDTH + PAGE_BYTES);
  setWidths(sheet, columnWidths);
  setHeights(sheet, rowHeights);
  setUpPage(sheet, print);
}

async function writePlaced(requests: Requests, sheet: Excel.Worksheet, sheetName: string, cells: readonly PlacedCell[]): Promise<void> {
  for (const block of dressedBlocks(cells)) {
    await requests.room(STYLE_BYTES);
    applyDress(sheet, block, block.dress);
  }
  for (const { row, column, inputs } of inputRuns(sheetName, cells)) {
    await requests.room(500 + rowBytes(inputs));
    const range = sheet.getRangeByIndexes(row, column, 1, inputs.length);
    range.values = [inputs];
    range.untrack();
  }
}

/** Texts and numbers that stand side by side. */
function inputRuns(sheetName: string, cells: readonly PlacedCell[]): { row: number; column: number; inputs: Input[] }[] {
  const runs: { row: number; column: number; inputs: Input[] }[] = [];
  for (const { row, column, cell, style } of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    if (cell === null || isFormula(cell)) continue;
    refuseTooLong(sheetName, row, String(column + 1), cell);
    const input = inputOf(cell, style.format ?? 'general');
    const last = runs.at(-1);
    if (last?.row === row && last.column + last.inputs.length === column) last.inputs.push(input);
    else runs.push({ row, column, inputs: [input] });
  }
  return runs;
}

interface TableJob {
  readonly plan: SheetPlan;
  readonly table: TablePlan;
  readonly index: number;
  readonly isFresh: boolean;
  readonly carried: Carried;
  readonly formulas: Staged['formulas'];
  readonly own: OwnCell[][];
  readonly listed: PaintedRow[];
}

async function writeTable(staging: Staging, sheet: Excel.Worksheet, job: TableJob): Promise<void> {
  const { requests } = staging;
  const { table, isFresh } = job;
  const rows = Math.max(1, table.rowCount);
  for (const [index, column] of table.columns.entries()) {
    await requests.room(STYLE_BYTES);
    const block = { row: TABLE_FIRST_ROW, column: index, rows, columns: 1 };
    if (isFresh) applyDress(sheet, block, columnDress(column));
    else sheet.getRangeByIndexes(block.row, index, rows, 1).numberFormat = everywhere(NUMBER_FORMATS[column.format]);
  }
  await writeRows(staging, sheet, job);
}

/** Rows are asked for a few at a time, and sent when they fill a request. */
async function writeRows({ requests, rows, signal, onRows }: Staging, sheet: Excel.Worksheet, job: TableJob): Promise<void> {
  const { plan, table, index } = job;
  let chunk: Input[][] = [];
  let bytes = 0;
  let written = 0;
  const flush = async (): Promise<void> => {
    if (chunk.length === 0) return;
    await requests.room(bytes + 1000);
    const range = sheet.getRangeByIndexes(TABLE_FIRST_ROW + written, 0, chunk.length, table.columns.length);
    range.values = chunk;
    range.untrack();
    written += chunk.length;
    [chunk, bytes] = [[], 0];
    await requests.send();
    onRows(plan, written);
  };
  for (let from = 0; from < table.rowCount;) {
    const got = await unlessStopped(rows(index, from, ROWS_AT_ONCE), signal);
    if (got.length === 0) throw new Error(`the table ${table.name} ends at row ${from} of ${table.rowCount}`);
    for (const [offset, cells] of got.entries()) {
      const inputs = rowInputs(job, from + offset, cells);
      const size = rowBytes(inputs);
      if (bytes + size > CHUNK_BYTES) await flush();
      chunk.push(inputs);
      bytes += size;
    }
    from += got.length;
  }
  await flush();
}

function rowInputs({ plan, table, carried, formulas, own, listed }: TableJob, row: number, cells: readonly Cell[]): Input[] {
  const kept = carried.of(cells);
  if (carried.ownColumns > 0) own.push(kept === null ? Array.from({ length: carried.ownColumns }, () => EMPTY) : ownAt(kept, TABLE_FIRST_ROW + row));
  if (kept !== null && kept.paints.length > 0) listed.push({ row: TABLE_FIRST_ROW + row, paints: kept.paints });
  return table.columns.map(({ format, header }, column) => {
    const written = kept === null ? undefined : carried.writtenIn(column, kept);
    // What a run marks itself stands before what the clerk wrote: it was made from that.
    const cell = written === undefined || (cells[column] ?? null) !== null ? (cells[column] ?? null) : written;
    if (isFormula(cell)) formulas[column]!.set(row, cell.formula);
    refuseTooLong(plan.name, TABLE_FIRST_ROW + row, header, cell);
    return inputOf(cell, format);
  });
}

/** A worker that was ended may never answer. */
function unlessStopped<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(new Stopped());
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** 年度, 納付書番号, 収納機関, 備考 and 処理 of slips that have gone, in the columns that they had. */
async function writeLeftovers(requests: Requests, sheet: Excel.Worksheet, plan: SheetPlan, { columns }: TablePlan, carried: Carried): Promise<void> {
  const start = leftoverStart(plan);
  const place = (key: string): number => columns.findIndex((column) => column.key === key);
  const [biller, year, slip] = [place('biller'), place('fiscalYear'), place('slipNumber')];
  const left = carried.left();
  await requests.room(1000);
  sheet.getRangeByIndexes(start, 0, 1, 1).values = [[`'${leftoverTitle(columns[carried.remarks]!.header)}`]];
  const all: { column: number; cells: Value[] }[] = [
    { column: biller, cells: left.map(({ key }) => key[0]) },
    { column: year, cells: left.map(({ key }) => key[1]) },
    { column: slip, cells: left.map(({ key }) => key[2]) },
    ...[carried.remarks, ...carried.disposition]
      .filter((column) => column >= 0)
      .map((column) => ({ column, cells: left.map((row) => carried.writtenIn(column, row) ?? null) })),
  ];
  for (const { column, cells } of all) {
    const { format } = columns[column]!;
    const inputs = cells.map((cell) => inputOf(cell, format));
    for (let from = 0; from < inputs.length; from += LEFTOVERS_AT_ONCE) {
      const part = inputs.slice(from, from + LEFTOVERS_AT_ONCE);
      await requests.room(1000 + rowBytes(part));
      const range = sheet.getRangeByIndexes(start + 1 + from, column, part.length, 1);
      range.numberFormat = everywhere(NUMBER_FORMATS[format]);
      range.values = part.map((input) => [input]);
      range.untrack();
    }
  }
}
const LEFTOVERS_AT_ONCE = 500;
