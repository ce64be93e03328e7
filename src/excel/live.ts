/** How do the formulas of a table come in, ours and those of the clerk's own columns, and what stands where Excel makes others of them? */
import { cellText } from '../sheet/cellText';
import type { RowSource } from '../sheet/plan';
import { TABLE_FIRST_ROW, valueOf } from '../sheet/workbook';
import { EMPTY, type OwnCell } from './carried';
import { strayFormulas, writePlacedFormulas, writeTableFormulas } from './formulas';
import { inputOf, type Input } from './input';
import type { Job } from './job';
import { placeAfter } from './placement';
import { rowBytes, type Requests } from './requests';
import { leftoverStart } from './stage';
import { writtenAsValues } from './words';

/** Answers the columns that hold values now. */
export async function writeLive(requests: Requests, sheet: Excel.Worksheet, job: Job, source: RowSource): Promise<string[]> {
  const columns = [...(await writeFormulas(requests, sheet, job, source)), ...(await writeOwn(requests, sheet, job))];
  if (columns.length > 0) await sayAsValues(requests, sheet, job, columns);
  return columns;
}

/** Answers the columns that hold values now, because Excel made other formulas of ours. */
async function writeFormulas(requests: Requests, sheet: Excel.Worksheet, { staged, placement }: Job, source: RowSource): Promise<string[]> {
  const { plan, formulas, index: ofPlan } = staged;
  await writePlacedFormulas(requests, sheet, plan.cells);
  if (plan.table === null) return [];
  const { columns, rowCount: rows } = plan.table;
  const place = { formulas, at: placement.at, firstRow: TABLE_FIRST_ROW, rows };
  await writeTableFormulas(requests, sheet, place, columns);
  const strays = await strayFormulas(requests, sheet, place);
  for (const index of strays) {
    const write = writesColumn(requests, sheet, placement.at[index]!);
    for (let from = 0; from < rows;) {
      const got = await source(ofPlan, from, ROWS_AT_ONCE);
      await write(
        TABLE_FIRST_ROW + from,
        got.map((cells) => inputOf(cells[index] ?? null, columns[index]!.format)),
      );
      from += got.length;
    }
  }
  return strays.map((index) => cellText(columns[index]!.header));
}

const ROWS_AT_ONCE = 2000;

const writesColumn =
  (requests: Requests, sheet: Excel.Worksheet, column: number) =>
  async (row: number, inputs: readonly Input[]): Promise<void> => {
    for (let from = 0; from < inputs.length; from += ROWS_AT_ONCE) {
      const part = inputs.slice(from, from + ROWS_AT_ONCE);
      await requests.room(1000 + rowBytes(part));
      const range = sheet.getRangeByIndexes(row + from, column, part.length, 1);
      range.values = part.map((input) => [input]);
      range.untrack();
    }
  };

/** The clerk's own columns of 消込一覧, each row beside its slip. Answers those that hold values now, because Excel made other formulas of hers. */
async function writeOwn(requests: Requests, sheet: Excel.Worksheet, { staged: { own, plan, leftoverRows }, placement, standing }: Job): Promise<string[]> {
  if (own.rows.length === 0 && own.left.length === 0) return [];
  const strays: string[] = [];
  for (const [index, old] of placement.own.entries()) {
    const column = placement.moved[old]!;
    const cellsOf = (rows: readonly (readonly OwnCell[])[]): readonly OwnCell[] => rows.map((row) => row[index] ?? EMPTY);
    const listed = { cells: cellsOf(own.rows), column, row: TABLE_FIRST_ROW };
    const below = { cells: leftoverRows === 0 ? [] : cellsOf(own.left), column: placeAfter(placement, column), row: leftoverStart(plan) + 1 };
    const isOurs = (await writeOwnCells(requests, sheet, listed)) && (await writeOwnCells(requests, sheet, below));
    if (!isOurs) strays.push(standing!.table!.headers[old]!);
  }
  return strays;
}

interface OwnColumn {
  readonly cells: readonly OwnCell[];
  readonly column: number;
  readonly row: number;
}

/** Answers whether the formulas are hers. */
async function writeOwnCells(requests: Requests, sheet: Excel.Worksheet, { cells, column, row }: OwnColumn): Promise<boolean> {
  const write = writesColumn(requests, sheet, column);
  const values = cells.map(({ input }) => input);
  await write(row, values);
  const formulas = new Map(cells.flatMap(({ formula }, index) => (formula === null ? [] : [[index, formula.slice(1)] as const])));
  const place = { formulas: [formulas], at: [column], firstRow: row, rows: cells.length };
  await writeTableFormulas(requests, sheet, place, []);
  const strays = await strayFormulas(requests, sheet, place);
  if (strays.length > 0) await write(row, values);
  return strays.length === 0;
}

/** Above the table, beside the verdict: a reader has to know that these do not follow the rows any more. */
async function sayAsValues(requests: Requests, sheet: Excel.Worksheet, { staged: { plan } }: Job, columns: readonly string[]): Promise<void> {
  const said = plan.cells.find(({ row, column }) => row === NOTE_ROW && column === 0)?.cell ?? null;
  const text = [cellText(String(valueOf(said) ?? '')), writtenAsValues(plan.name, columns)].filter((part) => part !== '').join('\u3000');
  await requests.room(1000 + rowBytes([text]));
  sheet.getRangeByIndexes(NOTE_ROW, 0, 1, 1).values = [[`'${text}`]];
}
const NOTE_ROW = 1;
