/** How do the new contents come into the sheets that the clerk sees? A few requests, after all that they may destroy is kept. */
import { renameHeaders } from './tableHeaders';
import type { WriteNote } from '../engine/workbookPort';
import { TABLE_FIRST_ROW, TABLE_HEADER_ROW, TABLE_NAMES, type Highlight } from '../sheet/workbook';
import { nameKey } from '../sheet/nameKey';
import { neighbours } from '../sheet/conditions';
import { columnDress, TABLE_STYLE } from '../sheet/dress';
import { columnLetters } from '../sheet/references';
import type { RowSource, SheetPlan, TablePlan } from '../sheet/plan';
import { addChart, CHART_BYTES } from './charts';
import { addHighlights, removeHighlights } from './highlights';
import { columnsOf, targetOf, type Job } from './job';
import { writeLive } from './live';
import { applyDress, plain, rangeOf, STYLE_BYTES, unpaint, type Block } from './looks';
import type { ColumnRecord } from './ours';
import { paintCells, type PaintedCell } from './paints';
import { PAGE_BYTES, setPrinted, setWidths } from './page';
import { columnsThrough, placeAfter, runsOf, type Placement } from './placement';
import { rowBytes, type Requests } from './requests';
import type { StandingSheet } from './standing';

const stagingOf = (context: Excel.RequestContext, { staged }: Job): Excel.Worksheet => context.workbook.worksheets.getItem(staged.sheetId);

/** Tables first: formulas name their columns, and need all of them. Answers what is otherwise than planned. */
export async function swap(requests: Requests, jobs: readonly Job[], source: RowSource, onSheet: (plan: SheetPlan) => void): Promise<WriteNote[]> {
  const { context } = requests;
  const notes: WriteNote[] = [];
  for (const job of jobs) {
    onSheet(job.staged.plan);
    const sheet = targetOf(context, job);
    if (job.standing === null) await makeTable(requests, sheet, job);
    else await replaceContents(requests, sheet, job, job.standing);
    await requests.send();
  }
  for (const job of jobs) {
    onSheet(job.staged.plan);
    const sheet = targetOf(context, job);
    const columns = await writeLive(requests, sheet, job, source);
    if (columns.length > 0) notes.push({ code: 'formulasAsValues', sheet: job.standing?.name ?? job.staged.plan.name, columns });
    await decorate(requests, sheet, job);
    await requests.send();
  }
  return notes;
}

const addressOf = (width: number, rows: number): string => `A${TABLE_HEADER_ROW + 1}:${columnLetters(width - 1)}${TABLE_FIRST_ROW + Math.max(1, rows)}`;

async function makeTable(requests: Requests, sheet: Excel.Worksheet, { staged: { plan } }: Job): Promise<void> {
  if (plan.table === null) return;
  await requests.room(2000);
  const table = sheet.tables.add(addressOf(plan.table.columns.length, plan.table.rowCount), true);
  table.name = plan.table.name;
  table.style = TABLE_STYLE.name;
  table.showBandedRows = TABLE_STYLE.hasBands;
}

/** Where the clerk has taken the table away its headers may be gone, too: Excel would call the columns 列1, 列2. */
async function makeTableAnew(requests: Requests, sheet: Excel.Worksheet, job: Job): Promise<void> {
  const { columns } = job.staged.plan.table!;
  await requests.room(STYLE_BYTES);
  copy(requests, job, { row: TABLE_HEADER_ROW, column: 0, rows: 1, columns: columns.length }, 0, 'All');
  await makeTable(requests, sheet, job);
}

async function replaceContents(requests: Requests, sheet: Excel.Worksheet, job: Job, standing: StandingSheet): Promise<void> {
  const { plan } = job.staged;
  await insertRows(requests, sheet, job, standing);
  if (plan.table === null) return replacePage(requests, sheet, job, standing);
  if (standing.table === null) await makeTableAnew(requests, sheet, job);
  else await fitTable(requests, sheet, job, standing, plan.table);
  await replaceHeading(requests, sheet, job);
  await replaceBody(requests, sheet, job, standing, plan.table);
}

/** What the clerk wrote below moves down; formulas that point to it follow. */
async function insertRows(requests: Requests, sheet: Excel.Worksheet, { end, before }: Job, standing: StandingSheet): Promise<void> {
  const inserted = before?.inserted ?? null;
  if (inserted === null) return;
  const count = rowsToInsert(end, standing);
  await requests.room(1000);
  const { row } = inserted;
  sheet.getRange(`${row + 1}:${row + count}`).insert('Down');
}

/** One row stays free between. */
export const rowsToInsert = (end: number, { nextUsed }: StandingSheet): number => (nextUsed === null ? 0 : Math.max(0, end + 1 - nextUsed));

async function replacePage(requests: Requests, sheet: Excel.Worksheet, job: Job, standing: StandingSheet): Promise<void> {
  const columns = job.staged.plan.columnWidths.length;
  await requests.room(2000);
  rangeOf(sheet, { row: 0, column: 0, rows: Math.max(job.end, standing.end, 1), columns: Math.max(columns, standing.record?.width ?? 0) }).clear('All');
  copy(requests, job, { row: 0, column: 0, rows: job.end, columns }, 0, 'All');
}

function copy({ context }: Requests, job: Job, block: Block, toColumn: number, type: 'All' | 'Values' | 'Formats'): void {
  const source = rangeOf(stagingOf(context, job), block);
  const target = rangeOf(targetOf(context, job), { ...block, column: toColumn });
  target.copyFrom(source, type);
}

/** Columns are put in before anything is written, old ones stay until everything stands. */
async function fitTable(requests: Requests, sheet: Excel.Worksheet, { placement }: Job, { table: standing }: StandingSheet, planned: TablePlan): Promise<void> {
  await requests.room(2000 + placement.added.length * 500);
  const table = sheet.tables.getItem(planned.name);
  for (const column of placement.added) table.columns.add(column);
  table.resize(addressOf(placement.width, planned.rowCount));
  const wanted = headersIn(placement, standing?.headers ?? [], columnsOf(planned));
  await requests.room(500 + 2 * rowBytes(wanted));
  const header = rangeOf(sheet, { row: TABLE_HEADER_ROW, column: 0, rows: 1, columns: placement.width });
  if (isSwapped(placement, standing?.headers ?? [], wanted)) renameHeaders(header, wanted);
  else header.values = [wanted.map((text) => `'${text}`)];
}

/** A column that goes may not be called like one that comes. */
export function headersIn({ at, width, moved }: Placement, headers: readonly string[], columns: readonly ColumnRecord[]): string[] {
  const wanted: string[] = Array.from({ length: width }, () => '');
  for (const [index, place] of at.entries()) wanted[place] = columns[index]!.header;
  const taken = new Set(wanted.map(nameKey));
  for (const [old, place] of moved.entries()) {
    if (wanted[place] !== '') continue;
    let name = headers[old]!;
    while (taken.has(nameKey(name))) name += '_';
    taken.add(nameKey(name));
    wanted[place] = name;
  }
  return wanted;
}

/** Is a header wanted where another column has it still? */
function isSwapped({ moved }: Placement, headers: readonly string[], wanted: readonly string[]): boolean {
  const places = new Map(moved.map((place, old) => [nameKey(headers[old]!), place]));
  return wanted.some((text, place) => (places.get(nameKey(text)) ?? place) !== place);
}

/** Rows 1 to 3 as they were staged, and the looks of the header. */
async function replaceHeading(requests: Requests, sheet: Excel.Worksheet, job: Job): Promise<void> {
  const columns = job.staged.plan.columnWidths.length;
  await requests.room(3000 + job.placement.at.length * 300);
  rangeOf(sheet, { row: 0, column: 0, rows: TABLE_HEADER_ROW, columns: Math.max(columns, job.standing?.record?.width ?? 0) }).clear('All');
  copy(requests, job, { row: 0, column: 0, rows: TABLE_HEADER_ROW, columns }, 0, 'All');
  for (const { from, to, count } of runsOf(job.placement.at))
    copy(requests, job, { row: TABLE_HEADER_ROW, column: from, rows: 1, columns: count }, to, 'Formats');
}

async function replaceBody(requests: Requests, sheet: Excel.Worksheet, job: Job, standing: StandingSheet, { columns, rowCount }: TablePlan): Promise<void> {
  const { placement, end } = job;
  const rows = Math.max(1, rowCount);
  const tableEnd = TABLE_FIRST_ROW + rows;
  for (const [index, column] of columns.entries()) {
    await requests.room(STYLE_BYTES * 2);
    const block = { row: TABLE_FIRST_ROW, column: placement.at[index]!, rows, columns: 1 };
    unpaint(rangeOf(sheet, block));
    applyDress(sheet, block, columnDress(column));
  }
  const below = Math.max(end, standing.end) - tableEnd;
  for (const { from: column, count } of below > 0 ? neighbours(placesBelow(job)) : []) {
    await requests.room(STYLE_BYTES);
    plain(rangeOf(sheet, { row: tableEnd, column, rows: below, columns: count }));
  }
  if (job.erases && job.staged.plan.table?.name !== TABLE_NAMES.reconciliation) await clearOwn(requests, sheet, job, standing);
  for (const { from, to, count } of runsOf(placement.at)) {
    await requests.room(STYLE_BYTES);
    copy(requests, job, { row: TABLE_FIRST_ROW, column: from, rows, columns: count }, to, 'Values');
  }
  for (const { from, to, count } of job.staged.leftoverRows === 0 ? [] : runsOf(placement.at.map((place) => placeAfter(placement, place)))) {
    await requests.room(STYLE_BYTES);
    copy(requests, job, { row: tableEnd, column: from, rows: end - tableEnd, columns: count }, to, 'All');
  }
  await repaint(requests, sheet, job, rows);
}

/** The clerk's colours go with their slips; whoever is new has none. */
async function repaint(requests: Requests, sheet: Excel.Worksheet, { placement, staged: { paints } }: Job, rows: number): Promise<void> {
  for (const old of placement.own.filter((one) => paints.columns.has(one))) {
    await requests.room(STYLE_BYTES);
    unpaint(rangeOf(sheet, { row: TABLE_FIRST_ROW, column: placement.moved[old]!, rows, columns: 1 }));
  }
  const gone = new Set(placement.obsolete);
  const cells = (of: Job['staged']['paints']['listed'], placed: (place: number) => number): PaintedCell[] =>
    of.flatMap(({ row, paints: ofRow }) =>
      ofRow.flatMap((paint, old) => {
        const place = placement.moved[old]!;
        return paint === null || gone.has(place) ? [] : [{ row, column: placed(place), paint }];
      }),
    );
  await paintCells(
    requests,
    sheet,
    cells(paints.listed, (place) => place),
  );
  await paintCells(
    requests,
    sheet,
    cells(paints.left, (place) => placeAfter(placement, place)),
  );
}

/** Nobody knows beside which row a note of the clerk's belongs once rows have gone. */
async function clearOwn(requests: Requests, sheet: Excel.Worksheet, { placement, end }: Job, standing: StandingSheet): Promise<void> {
  const rows = Math.max(end, standing.end) - TABLE_FIRST_ROW;
  for (const old of placement.own) {
    await requests.room(STYLE_BYTES);
    rangeOf(sheet, { row: TABLE_FIRST_ROW, column: placement.moved[old]!, rows, columns: 1 }).clear('Contents');
  }
}

/** What the clerk wrote in his own columns is carried only in 消込一覧; elsewhere it stays where it stands. */
function placesBelow({ placement, staged: { plan } }: Job): number[] {
  const own = new Set(plan.table?.name === TABLE_NAMES.reconciliation ? [] : placement.own.map((old) => placement.moved[old]!));
  return Array.from({ length: placement.width }, (_, place) => place).filter((place) => !own.has(place));
}

/** Colours, charts, print set-up, tab: all that is not in a cell. */
async function decorate(requests: Requests, sheet: Excel.Worksheet, job: Job): Promise<void> {
  const { staged, standing, placement, chartNames } = job;
  const { plan, isFresh } = staged;
  if (areHighlightsNew(job)) {
    await removeHighlights(requests, sheet, standing?.record?.highlights ?? []);
    await addHighlights(requests, sheet, plan.highlights, plan.table === null ? undefined : (column) => placement.at[column]!);
  }
  for (const [index, chart] of plan.charts.entries()) {
    await requests.room(CHART_BYTES);
    addChart(sheet, chart, chartNames[index]!);
  }
  await requests.room(PAGE_BYTES + plan.columnWidths.length * 400);
  setPrinted(sheet, plan, columnsThrough(job.placement, plan.print.columns), isFresh || (standing?.printArea ?? null) !== null);
  if (isFresh ? plan.tabColour !== null : standing?.tabColour !== tabColour(plan)) sheet.tabColor = tabColour(plan);
  if (!isFresh && areColumnsNew(job)) setWidths(sheet, widthsIn(job));
}

const tabColour = ({ tabColour: hex }: SheetPlan): string => (hex === null ? '' : `#${hex}`);

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The conditional formats reach to the last row of the sheet: the same ones need not be made again. */
export function areHighlightsNew({ standing, staged: { plan }, placement }: Pick<Job, 'standing' | 'staged' | 'placement'>): boolean {
  const known: readonly Highlight[] | null = standing?.record?.highlights ?? null;
  return known === null || standing?.table === null || !sameJson(known, plan.highlights) || placement.added.length + placement.obsolete.length > 0;
}

export const areColumnsNew = ({ placement: { added, obsolete } }: Pick<Job, 'placement'>): boolean => added.length + obsolete.length > 0;

/** The columns of the sheet once the old ones have gone. */
function widthsIn({ staged: { plan }, placement, before }: Job): number[] {
  const widths: number[] = [];
  const gone = new Set(placement.obsolete);
  const own = new Map(placement.own.map((old) => [placement.moved[old]!, old]));
  for (let place = 0; place < placement.width; place++) {
    if (gone.has(place)) continue;
    const index = placement.at.indexOf(place);
    const old = own.get(place);
    widths.push(index >= 0 ? plan.columnWidths[index]! : old === undefined ? 0 : charactersOf(before?.widths[old]));
  }
  return widths;
}

const USUAL_CHARACTERS = 8.38;
const charactersOf = (points: number | null | undefined): number => (points === null || points === undefined ? USUAL_CHARACTERS : (points / 0.75 - 5) / 8);
