/**
 * How is a whole workbook written so that all of it stands, or nothing has changed?
 *
 * Check, stage in hidden sheets, keep what the sheets hold, swap, say that all is done in one request, tidy up. Whatever fails before that request takes the
 * way back (restore.ts); what fails after it is tidied up, because everything stands already.
 */
import { MOST_ROWS } from '../sheet/limits';
import { endOfSheet, printedEnd } from '../sheet/page';
import { TABLE_NAMES, type Erasing } from '../sheet/workbook';
import type { RowSource, SheetPlan, WorkbookPlan } from '../sheet/plan';
import { OtherAtWork, type PerhapsBecause, type WriteEnd, type WriteNote, type WriteProblem, type WriteProgress } from '../engine/workbookPort';
import { Carried, keysRenamed, readCarried } from './carried';
import type { Claims } from './claim';
import { CountsFrom1904 } from './dateSystem';
import { tableFaults } from './faults';
import { searchWorkbook } from './search';
import { searchSaid } from './words';
import {
  cellsOf,
  keysOf,
  LEFTOVERS_NAME,
  markOf,
  readRecord,
  ROWS_NAME,
  stagingName,
  setNames,
  settingNames,
  writeJournal,
  writeRecord,
  type Before,
  type Journal,
  type SheetRecord,
  type WorkbookRecord,
} from './ours';
import { columnsOf, endOfJob, placementFor, targetOf, type Job } from './job';
import { detailOf, inExcel, Requests, Stopped, stopIf } from './requests';
import { removeStaging } from './remnants';
import { recover, takeOver } from './restore';
import type { KeptSort } from './sorting';
import { leftoverStart, stage, type Staged, type Staging } from './stage';
import { findOurs } from './ourSheets';
import { readStanding, workbookIsProtected, type Standing, type StandingSheet } from './standing';
import { areColumnsNew, headersIn, rowsToInsert, swap } from './swap';
import { tidy } from './tidy';
import type { View } from './views';

export interface WriteOrder {
  readonly claims: Claims;
  readonly plan: WorkbookPlan;
  readonly rows: RowSource;
  readonly onProgress: (progress: WriteProgress) => void;
  readonly signal: AbortSignal;
}

/** Where the work is, for the clerk. */
interface Place {
  sheet: string;
  rows: number;
  of: number;
  /** Nothing that the clerk sees can differ before this. */
  hasTouched: boolean;
  /** The number of this run: once the workbook's record has it, everything stands. */
  run: number;
  /** The request after which everything stands: on its way, or answered. */
  finish: 'ahead' | 'asked' | 'answered';
  readonly notes: WriteNote[];
}

export async function writeWorkbook(order: WriteOrder): Promise<WriteEnd> {
  const place: Place = { sheet: order.plan.sheets[0]?.name ?? '', rows: 0, of: 0, hasTouched: false, run: 0, finish: 'ahead', notes: [] };
  try {
    return await inExcel((context) => written(context, order, place));
  } catch (failure) {
    return takeBack(failure, order, place);
  }
}

async function written(context: Excel.RequestContext, order: WriteOrder, place: Place): Promise<WriteEnd> {
  const { plan, rows, onProgress, signal, claims } = order;
  const stop = stopIf(signal);
  stop();
  onProgress({ step: 'prepare', sheet: place.sheet, rows: 0, of: 0 });
  if (await workbookIsProtected(context)) return { code: 'workbookProtected' };
  stop();
  place.notes.push(...(await takeOver(context, claims, plan.erases === undefined ? 'run' : 'deletion', plan.writtenAt)));
  stop();
  const standing = await readStanding(context, plan);
  if ('code' in standing) return released(context, claims, standing);
  const faults = await tableFaults(context, await findOurs(context), standing.record);
  if (faults.length > 0) return released(context, claims, { code: 'tablesBroken', faults });
  for (const sheet of standing.sheets.values()) {
    const columns = keysRenamed(sheet);
    if (columns.length > 0) return released(context, claims, { code: 'columnsRenamed', sheet: sheet.name, columns });
  }
  for (const { name, table } of standing.sheets.values())
    if (table !== null && table.unknownFilters.length > 0) place.notes.push({ code: 'filtersCleared', sheet: name, columns: table.unknownFilters });
  stop();
  place.run = nextRun(standing);
  const requests = new Requests(context, stop, claims);
  const jobs = await stageAll({ requests, order, place, standing });
  await claims.verify(context);
  place.hasTouched = true;
  const journal = await keepBefore(requests, jobs, { standing, plan, owner: claims.owner });
  const swapped = await swap(requests, jobs, rows, (sheet) => {
    Object.assign(place, { sheet: sheet.name, rows: 0, of: sheet.table?.rowCount ?? 0 });
    onProgress({ step: 'finish', sheet: place.sheet, rows: place.rows, of: place.of });
  });
  place.notes.push(...swapped, ...(await searched(requests, jobs, plan)), ...(await calculated(context)));
  const done = await finish(requests, { jobs, standing, plan, journal }, place);
  place.notes.push(...(await tidy(context, done, claims)));
  await claims.release(context);
  return endOf(place);
}

/** Verdicts are formulas: in a workbook that calculates by hand they would say what they said before their rows came. */
async function calculated({ application, sync }: Excel.RequestContext): Promise<WriteNote[]> {
  application.load('calculationMode');
  await sync();
  if (application.calculationMode !== 'Manual') return [];
  application.calculate('Recalculate');
  await sync();
  return [{ code: 'manualCalculation' }];
}

/** What was deleted may stand on sheets that are not ours; the report says what was searched. */
async function searched(requests: Requests, jobs: readonly Job[], { erases }: WorkbookPlan): Promise<WriteNote[]> {
  if (erases === undefined) return [];
  const { context } = requests;
  const remains = await searchWorkbook(context, [...erases.texts, ...jobs.flatMap(({ staged }) => staged.erased)]);
  const report = jobs.find(({ staged }) => staged.plan.key?.startsWith('deletion.') === true);
  if (report !== undefined) {
    const { plan } = report.staged;
    const row = endOfSheet(plan) + 1;
    await requests.room(5000);
    const sheet = targetOf(context, report);
    sheet.getRangeByIndexes(row, 0, 1, 1).values = [[`'${searchSaid(plan.name, remains)}`]];
    sheet.pageLayout.setPrintArea(`A1:${printedEnd(plan).letters}${row + 1}`);
    await requests.send();
  }
  return remains.places.length === 0 ? [] : [{ code: 'remains', ...remains }];
}

const endOf = ({ notes }: Place): WriteEnd => (notes.length === 0 ? null : { code: 'written', notes });

/** Nothing was written. */
async function released(context: Excel.RequestContext, claims: Claims, problem: WriteProblem): Promise<WriteProblem> {
  await claims.release(context);
  return problem;
}

interface StageJob {
  readonly requests: Requests;
  readonly order: WriteOrder;
  readonly place: Place;
  readonly standing: Standing;
}

async function stageAll({ requests, order, place, standing }: StageJob): Promise<Job[]> {
  const { plan, rows, signal, onProgress } = order;
  const onRows = (sheet: SheetPlan, count: number): void => {
    place.rows = count;
    onProgress({ step: 'write', sheet: sheet.name, rows: count, of: sheet.table?.rowCount ?? 0 });
  };
  const staging: Staging = { requests, rows, signal, onRows };
  const keys = keysOf(plan.sheets);
  const jobs: Job[] = [];
  for (const [index, sheet] of plan.sheets.entries()) {
    const key = keys[index]!;
    const stands = standing.sheets.get(key) ?? null;
    Object.assign(place, { sheet: sheet.name, rows: 0, of: sheet.table?.rowCount ?? 0 });
    onProgress({ step: 'write', sheet: place.sheet, rows: 0, of: place.of });
    const carried = await carriedFor(requests.context, sheet, stands, standing.leftovers, plan.erases ?? null);
    const staged = await stage(staging, { index, key, plan: sheet, isFresh: stands === null }, stagingName('new', index, order.claims.owner), carried);
    jobs.push(jobOf(staged, stands, standing, plan.erases !== undefined));
  }
  return jobs;
}

function carriedFor(
  context: Excel.RequestContext,
  { table }: SheetPlan,
  stands: StandingSheet | null,
  leftovers: Standing['leftovers'],
  erases: Erasing | null,
): Promise<Carried> {
  if (table?.name === TABLE_NAMES.reconciliation && stands !== null) return readCarried(context, table.columns, stands, leftovers, erases);
  return Promise.resolve(new Carried([], 0));
}

const nextRun = ({ record }: Standing): number => (record?.run ?? 0) + 1;

function jobOf(staged: Staged, stands: StandingSheet | null, standing: Standing, erases: boolean): Job {
  const end = endOfJob(staged);
  const chartNames = staged.plan.charts.map((_, index) => `keshikomi_${nextRun(standing)}_${staged.index + 1}_${index + 1}`);
  return { staged, standing: stands, before: null, placement: placementFor(staged.plan, stands), end, chartNames, erases };
}

/** Everything that the swap may destroy, first in a journal, then in hidden sheets; only when both stand does the swap begin. */
async function keepBefore(
  requests: Requests,
  jobs: Job[],
  { standing, plan, owner }: { readonly standing: Standing; readonly plan: WorkbookPlan; readonly owner: string },
): Promise<Journal> {
  const { context } = requests;
  const replaced = jobs.filter((job) => job.standing !== null);
  for (const [index, job] of replaced.entries()) {
    const before = await beforeOf(context, job, job.standing!, { index, owner });
    jobs[jobs.indexOf(job)] = { ...job, before };
  }
  const journal = journalOf(jobs, standing, plan);
  await requests.room(JSON.stringify(journal).length * 4);
  writeJournal(context, journal);
  await requests.send();
  for (const job of jobs) if (job.before !== null) await keepCells(requests, job, job.before, job.standing!);
  await requests.send();
  const swapping: Journal = { ...journal, phase: 'swap' };
  await requests.room(JSON.stringify(journal).length * 4);
  writeJournal(context, swapping);
  await requests.send();
  return swapping;
}

async function beforeOf(
  context: Excel.RequestContext,
  job: Job,
  standing: StandingSheet,
  { index, owner }: { readonly index: number; readonly owner: string },
): Promise<Before> {
  const { staged, end } = job;
  const { plan } = staged;
  const count = rowsToInsert(end, standing);
  const columns = Math.max(plan.columnWidths.length, standing.record?.width ?? 0, job.placement.width, standing.table?.headers.length ?? 0, 1);
  return {
    sheetId: standing.id,
    backup: stagingName('old', index, owner),
    name: standing.name,
    tabColour: standing.tabColour,
    visibility: standing.visibility,
    header: standing.header,
    printArea: standing.printArea,
    widths: areColumnsNew(job) ? await readWidths(context, standing.id, columns) : [],
    rows: Math.max(1, Math.min(Math.max(end, standing.end), standing.nextUsed ?? MOST_ROWS)),
    columns,
    table:
      standing.table === null
        ? null
        : { name: standing.table.name, address: standing.table.address, headers: standing.table.headers, filters: standing.table.filters },
    newTable: standing.table === null ? (plan.table?.name ?? null) : null,
    inserted: count === 0 ? null : { row: standing.end, name: ROWS_NAME(index), namedRow: standing.nextUsed! },
    addedColumns: job.placement.added,
  };
}

async function readWidths(context: Excel.RequestContext, sheetId: string, columns: number): Promise<(number | null)[]> {
  const sheet = context.workbook.worksheets.getItem(sheetId);
  const ranges = Array.from({ length: columns }, (_, column) => sheet.getRangeByIndexes(0, column, 1, 1));
  for (const range of ranges) range.load('format/columnWidth,format/useStandardWidth');
  await context.sync();
  return ranges.map((range) => {
    range.untrack();
    return range.format.useStandardWidth ? null : range.format.columnWidth;
  });
}

/** Hidden rows are not copied by Excel: filters are taken off first, and put on again at the end. */
async function keepCells(requests: Requests, job: Job, before: Before, standing: StandingSheet): Promise<void> {
  const { context } = requests;
  const sheet = targetOf(context, job);
  const kept = await requests.addHidden(before.backup);
  const { table } = standing;
  if (table !== null && table.filters.length + table.unknownFilters.length > 0) await requests.inFront(() => sheet.tables.getItem(table.name).clearFilters());
  await requests.room(5000);
  kept.getRangeByIndexes(0, 0, before.rows, before.columns).copyFrom(sheet.getRangeByIndexes(0, 0, before.rows, before.columns), 'Formulas');
  const looks = (of: Excel.Worksheet): Excel.Range => of.getRangeByIndexes(0, 0, MOST_ROWS, before.columns);
  looks(kept).copyFrom(looks(sheet), 'Formats');
  const { inserted } = before;
  if (inserted === null) return;
  await requests.inFront(() => setNames(context, { [inserted.name]: cellsOf(before.name, { row: inserted.namedRow, column: 0 }) }));
}

function journalOf(jobs: readonly Job[], standing: Standing, plan: WorkbookPlan): Journal {
  const onStanding = jobs.filter((job) => job.standing !== null);
  return {
    phase: 'backup',
    before: jobs.flatMap(({ before }) => before ?? []),
    fresh: jobs.flatMap(({ staged, standing: stands }) => (stands === null ? [{ key: staged.key, sheetId: staged.sheetId }] : [])),
    charts: onStanding.flatMap(({ standing: stands, chartNames }) => chartNames.map((name) => ({ sheetId: stands!.id, name }))),
    record: standing.record,
    leftovers: standing.leftovers?.formula ?? null,
    tidy: {
      charts: onStanding.flatMap(({ standing: stands }) => (stands!.record?.charts ?? []).map((name) => ({ sheetId: stands!.id, name }))),
      columns: onStanding.flatMap(obsoleteColumns),
      // A filter by a deleted number or name would tell it.
      filters: plan.erases === undefined ? onStanding.flatMap(filtersAfter) : [],
      stood: onStanding.flatMap(({ standing: stands }) => stands?.table?.name ?? []),
      sorts: onStanding.flatMap(sortAfter),
      wrapped: plan.sheets.flatMap(({ table }) => (table?.columns.some(({ wrap }) => wrap) === true ? [table.name] : [])),
      views: jobs.flatMap(({ staged, standing: stands }) => (stands === null ? [viewOf(staged)] : [])),
      active: activeOf(jobs, plan),
    },
  };
}

const viewOf = ({ sheetId, plan: { name, frozen, print, hidden } }: Staged): View => ({ sheetId, name, frozen, pages: print.pages, isHidden: hidden === true });

function obsoleteColumns({ staged: { plan }, standing, placement }: Job): { table: string; header: string }[] {
  const stands = standing?.table ?? null;
  if (plan.table === null || stands === null) return [];
  const headers = headersIn(placement, stands.headers, columnsOf(plan.table));
  return placement.obsolete.map((place) => ({ table: plan.table!.name, header: headers[place]! }));
}

/** Filters stay on the columns that stay, whatever those are called now. */
function filtersAfter({ staged: { plan }, standing, placement }: Job): Journal['tidy']['filters'] {
  const stands = standing?.table ?? null;
  if (plan.table === null || stands === null) return [];
  const { headers, filters } = stands;
  const after = headersIn(placement, headers, columnsOf(plan.table));
  const kept = filters.map(({ header, criteria }) => ({ header: after[placement.moved[headers.indexOf(header)]!]!, criteria }));
  return [{ table: plan.table.name, filters: kept }];
}

/** The order of the clerk's rows, too. */
function sortAfter({ staged: { plan }, standing, placement }: Job): KeptSort[] {
  const stands = standing?.table ?? null;
  if (plan.table === null || stands === null || stands.sort.fields.length === 0) return [];
  const { headers, sort } = stands;
  const after = headersIn(placement, headers, columnsOf(plan.table));
  const fields = sort.fields.map((field) => ({ ...field, header: after[placement.moved[headers.indexOf(field.header)]!]! }));
  return [{ table: plan.table.name, sheet: standing!.name, matchCase: sort.matchCase, fields }];
}

function activeOf(jobs: readonly Job[], { activeSheet }: WorkbookPlan): string | null {
  const job = jobs[activeSheet];
  return job === undefined ? null : (job.standing?.id ?? job.staged.sheetId);
}

interface Finish {
  readonly jobs: readonly Job[];
  readonly standing: Standing;
  readonly plan: WorkbookPlan;
  readonly journal: Journal;
}

/** The one request after which everything stands: new sheets get their names and are seen, and the journal says done. */
async function finish(requests: Requests, { jobs, standing, plan, journal }: Finish, place: Place): Promise<Journal> {
  const { context } = requests;
  const done: Journal = { ...journal, phase: 'done' };
  const record = recordOf(jobs, standing, plan);
  const names = namesAfter(jobs, standing);
  await requests.send();
  place.finish = 'asked';
  await requests.inFront(async () => {
    const setAll = await settingNames(context, names);
    context.application.suspendApiCalculationUntilNextSync();
    for (const job of jobs) nameSheet(context, job);
    setAll();
    writeRecord(context, record);
    writeJournal(context, done);
  });
  place.finish = 'answered';
  return done;
}

function namesAfter(jobs: readonly Job[], { leftovers }: Standing): Readonly<Record<string, string | null>> {
  const fresh = jobs.filter((job) => job.standing === null);
  const marks = fresh.map((job) => [markOf(job.staged.key), cellsOf(nameAfter(job), { row: 0, column: 0 })] as const);
  const slips = jobs.find(({ staged: { plan } }) => plan.table?.name === TABLE_NAMES.reconciliation);
  return { ...Object.fromEntries(marks), [LEFTOVERS_NAME]: slips === undefined ? (leftovers?.formula ?? null) : leftoverCells(slips) };
}

function nameSheet(context: Excel.RequestContext, job: Job): void {
  const { staged, standing } = job;
  const sheet = targetOf(context, job);
  const name = nameAfter(job);
  if (standing?.name !== name) sheet.name = name;
  if (standing === null) sheet.visibility = staged.plan.hidden === true ? 'Hidden' : 'Visible';
}

/** A sheet that the clerk has named himself keeps that name. */
const nameAfter = ({ staged: { plan }, standing }: Job): string => (standing === null || standing.name === standing.record?.name ? plan.name : standing.name);

/** Which rows they are; without their title. */
function leftoverCells(job: Job): string | null {
  const { plan, leftoverRows } = job.staged;
  return leftoverRows === 0 ? null : cellsOf(nameAfter(job), { row: leftoverStart(plan) + 1, column: 0, rows: leftoverRows - 1 });
}

function recordOf(jobs: readonly Job[], standing: Standing, { writtenAt, outcome, sheets: planned }: WorkbookPlan): WorkbookRecord {
  const { record } = standing;
  const sheets: Record<string, SheetRecord> = { ...record?.sheets };
  for (const { staged, chartNames } of jobs) {
    const { plan } = staged;
    sheets[staged.key] = {
      name: plan.name,
      columns: columnsOf(plan.table),
      highlights: plan.highlights,
      rows: endOfSheet(plan),
      width: plan.columnWidths.length,
      charts: chartNames,
    };
  }
  if (outcome === undefined) return { version: 1, run: nextRun(standing), runAt: writtenAt, sheets };
  // A run without a ledger leaves the sheet of an earlier one as it is; one that has deleted the ledger writes it without rows.
  const stands = planned.some(({ table }) => table?.name === TABLE_NAMES.ledger) ? null : (record?.outcome?.ledger ?? null);
  return { version: 1, run: nextRun(standing), runAt: writtenAt, sheets, outcome: { ...outcome, ledger: outcome.ledger ?? stands } };
}

const ATTEMPTS = 3;

/** The way back; a request may fail on that way too, and what has been restored can be restored again. */
async function takeBack(failure: unknown, { onProgress, claims }: WriteOrder, place: Place): Promise<WriteEnd> {
  if (failure instanceof OtherAtWork) return leftAlone(failure, claims);
  // Nothing is to be taken back any more: whatever failed since, the next run does.
  const stands = place.finish === 'answered';
  if (!stands) onProgress({ step: 'restore', sheet: place.sheet, rows: place.rows, of: place.of });
  let second: unknown = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    try {
      return await inExcel((context) => recovered(context, failure, claims, place));
    } catch (problem) {
      if (problem instanceof OtherAtWork) return leftAlone(problem, claims);
      second = problem;
    }
  }
  if (stands) return endOf({ ...place, notes: [...place.notes, { code: 'tidyingLeft' }] });
  if (place.finish === 'asked') return { code: 'endUnknown', detail: `${detailOf(failure)}; ${detailOf(second)}` };
  if (!place.hasTouched) return problemOf(failure, place);
  return { code: 'rollbackFailed', sheet: place.sheet, detail: `${detailOf(failure)}; ${detailOf(second)}`, ...perhapsOf(second) };
}

/** Another pane has taken the workbook: what it does there is its own; only what was never seen goes. */
async function leftAlone({ atWork }: OtherAtWork, { owner }: Claims): Promise<WriteProblem> {
  await inExcel((context) => removeStaging(context, owner)).catch((problem: unknown) => {
    // The other pane finds them, too.
    if (!(problem instanceof OfficeExtension.Error)) throw problem;
  });
  return { code: 'otherPane', work: atWork.work, since: atWork.since };
}

/** If only the answer to the last request was lost, everything stands. */
async function recovered(context: Excel.RequestContext, failure: unknown, claims: Claims, place: Place): Promise<WriteEnd> {
  await claims.refuseOthers(context);
  place.notes.push(...(await recover(context, claims)));
  const record = await readRecord(context);
  await claims.release(context);
  return place.run > 0 && record?.run === place.run ? endOf(place) : problemOf(failure, place);
}

function problemOf(failure: unknown, { sheet, rows, of }: Place): WriteProblem {
  if (failure instanceof Stopped) return { code: 'stopped' };
  if (failure instanceof OfficeExtension.Error && failure.code === Excel.ErrorCodes.accessDenied) return { code: 'readOnly' };
  if (failure instanceof CountsFrom1904) return { code: 'countsFrom1904' };
  return { code: 'writeFailed', sheet, rows, of, detail: detailOf(failure), ...perhapsOf(failure) };
}

const perhapsOf = (failure: unknown): { readonly perhaps?: PerhapsBecause } =>
  failure instanceof OfficeExtension.Error && failure.code === Excel.ErrorCodes.generalException ? { perhaps: 'sheetsGrouped' } : {};
