/** What stands in the workbook before we write, and what forbids writing? Nothing is changed here. */
import { MOST_ROWS } from '../sheet/limits';
import { nameKey } from '../sheet/nameKey';
import { TABLE_FIRST_ROW, TABLE_HEADER_ROW, type TableName } from '../sheet/workbook';
import type { SheetPlan, WorkbookPlan } from '../sheet/plan';
import type { WriteProblem } from '../engine/workbookPort';
import { readFilters } from './filters';
import { keysOf, readRecord, type KeptFilter, type SheetRecord, type WorkbookRecord } from './ours';
import { findOurs, readLeftovers, type Leftovers, type OurSheets } from './ourSheets';
import { sortFieldsOf, type KeptSortField } from './sorting';

/** A table of ours as it is now. */
export interface StandingTable {
  readonly name: string;
  /** `A4:M64` */
  readonly address: string;
  readonly headers: readonly string[];
  readonly rows: number;
  readonly sort: { readonly fields: readonly KeptSortField[]; readonly matchCase: boolean };
  readonly filters: readonly KeptFilter[];
  /** Headers of columns whose filters Excel does not tell: they can only be taken off. */
  readonly unknownFilters: readonly string[];
}

/** A sheet of ours as it is now. */
export interface StandingSheet {
  readonly id: string;
  readonly name: string;
  readonly record: SheetRecord | null;
  readonly table: StandingTable | null;
  readonly tabColour: string;
  readonly visibility: string;
  readonly header: { readonly left: string; readonly centre: string; readonly right: string };
  readonly printArea: string | null;
  /** The row after the last one that we wrote. */
  readonly end: number;
  /** The first row below them in which somebody wrote something. */
  readonly nextUsed: number | null;
}

export interface Standing {
  readonly record: WorkbookRecord | null;
  readonly sheets: ReadonlyMap<string, StandingSheet>;
  readonly leftovers: Leftovers | null;
}

/** The problem that keeps us from writing, or what stands there. */
export async function readStanding(context: Excel.RequestContext, plan: WorkbookPlan): Promise<WriteProblem | Standing> {
  const ours = await findOurs(context);
  const keys = keysOf(plan.sheets);
  const problem = (await protectionProblem(context, ours, keys)) ?? (await nameProblem(context, ours, plan.sheets, keys));
  if (problem !== null) return problem;
  const record = await readRecord(context);
  const leftovers = await readLeftovers(context, ours);
  const sheets = new Map<string, StandingSheet>();
  for (const [index, key] of keys.entries()) {
    const sheet = ours.byKey.get(key);
    if (sheet !== undefined) sheets.set(key, await readSheet(context, sheet, plan.sheets[index]!, record?.sheets[key] ?? null, leftovers));
  }
  return { record, sheets, leftovers };
}

export async function workbookIsProtected(context: Excel.RequestContext): Promise<boolean> {
  context.workbook.protection.load('protected');
  await context.sync();
  return context.workbook.protection.protected;
}

async function protectionProblem(context: Excel.RequestContext, { byKey }: OurSheets, keys: readonly string[]): Promise<WriteProblem | null> {
  const ours = keys.flatMap((key) => byKey.get(key) ?? []);
  for (const { protection } of ours) protection.load('protected');
  await context.sync();
  const sheets = ours.filter(({ protection }) => protection.protected).map(({ name }) => name);
  return sheets.length > 0 ? { code: 'sheetProtected', sheets } : null;
}

const same = (a: string, b: string): boolean => nameKey(a) === nameKey(b);

/** A sheet, a table or a name of the clerk's that is called like one of ours. */
async function nameProblem(
  context: Excel.RequestContext,
  { byKey, all, names, tables }: OurSheets,
  plans: readonly SheetPlan[],
  keys: readonly string[],
): Promise<WriteProblem | null> {
  for (const [index, { name }] of plans.entries()) {
    const other = all.find((sheet) => same(sheet.name, name) && sheet !== byKey.get(keys[index]!));
    if (other !== undefined) return { code: 'nameTaken', sheet: other.name };
  }
  const wanted = plans.flatMap(({ table }) => table?.name ?? []);
  const name = names.find((item) => wanted.some((table) => same(item.name, table)));
  if (name !== undefined) return { code: 'nameTaken', sheet: name.name };
  const found = tables.flatMap((table) => wanted.filter((one) => same(one, table.name)).map((key) => ({ key, sheet: table.worksheet })));
  for (const { sheet } of found) sheet.load('id,name');
  await context.sync();
  const strange = found.find(({ key, sheet }) => byKey.get(key)?.id !== sheet.id);
  return strange === undefined ? null : { code: 'nameTaken', sheet: strange.sheet.name };
}

async function readSheet(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  plan: SheetPlan,
  record: SheetRecord | null,
  leftovers: Standing['leftovers'],
): Promise<StandingSheet> {
  const page = sheet.pageLayout.headersFooters.defaultForAllPages;
  const printArea = sheet.pageLayout.getPrintAreaOrNullObject();
  sheet.load('tabColor');
  page.load('leftHeader,centerHeader,rightHeader');
  printArea.load('address');
  await context.sync();
  const table = plan.table === null ? null : await readTable(context, sheet, plan.table.name);
  const end = endOf(table, plan, record, leftovers);
  return {
    id: sheet.id,
    name: sheet.name,
    record,
    table,
    tabColour: sheet.tabColor,
    visibility: sheet.visibility,
    header: { left: page.leftHeader, centre: page.centerHeader, right: page.rightHeader },
    printArea: printArea.isNullObject ? null : withoutSheet(printArea.address),
    end,
    nextUsed: await nextUsedRow(context, sheet, end, Math.max(plan.columnWidths.length, record?.width ?? 0, table?.headers.length ?? 0)),
  };
}

export const withoutSheet = (address: string): string => address.replace(/(?:'(?:[^']|'')+'|[^',!]+)!/g, '');

function endOf(table: StandingTable | null, { table: planned }: SheetPlan, record: SheetRecord | null, leftovers: Standing['leftovers']): number {
  if (table === null) return planned === null ? (record?.rows ?? 0) : TABLE_HEADER_ROW;
  const end = TABLE_FIRST_ROW + table.rows;
  const isBelow = table.name === ('消込一覧' satisfies TableName) && leftovers !== null && leftovers.row >= end;
  return isBelow ? leftovers.row + leftovers.rows : end;
}

/** null: the clerk has deleted the table, or turned it into plain cells. */
async function readTable(context: Excel.RequestContext, sheet: Excel.Worksheet, name: string): Promise<StandingTable | null> {
  const table = sheet.tables.getItemOrNullObject(name);
  table.load('name');
  await context.sync();
  if (table.isNullObject) return null;
  const header = table.getHeaderRowRange();
  const body = table.getDataBodyRange();
  header.load('values');
  body.load('rowCount');
  const whole = table.getRange();
  whole.load('address');
  table.sort.load('fields,matchCase');
  await context.sync();
  const headers = (header.values[0] as unknown[]).map(String);
  header.untrack();
  body.untrack();
  whole.untrack();
  return {
    name,
    address: withoutSheet(whole.address),
    headers,
    rows: body.rowCount,
    sort: { fields: sortFieldsOf(table, headers), matchCase: table.sort.matchCase },
    ...(await readFilters(context, table)),
  };
}

async function nextUsedRow(context: Excel.RequestContext, sheet: Excel.Worksheet, end: number, width: number): Promise<number | null> {
  const used = sheet.getRangeByIndexes(end, 0, MOST_ROWS - end, Math.max(1, width)).getUsedRangeOrNullObject(true);
  used.load('rowIndex');
  await context.sync();
  if (used.isNullObject) return null;
  used.untrack();
  return used.rowIndex;
}
