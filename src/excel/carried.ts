/** What did the clerk write and paint beside our slips? 備考, 処理, columns of his own and colours go with 収納機関 + 年度 + 納付書番号, wherever that row stands now. */
import { movedFormula } from '../formula/moved';
import { DISPOSITION_COLUMNS, type DispositionCells } from '../sheet/dispositionCells';
import type { SlipRemark } from '../sheet/records';
import type { ColumnPlan } from '../sheet/plan';
import type { Cell, Erasing, Value } from '../sheet/workbook';
import { TABLE_FIRST_ROW, TABLE_NAMES, valueOf } from '../sheet/workbook';
import type { Input } from './input';
import { readRecord, type ColumnRecord } from './ours';
import { readPaints, type Painted } from './paints';
import { findOurs, readLeftovers } from './ourSheets';
import { type Standing, type StandingSheet } from './standing';
import { findTable } from './texts';
import { placementOf } from './placement';

/** What a person writes into, and what a slip is known by. */
const KEYS = ['biller', 'fiscalYear', 'slipNumber'] as const;
const REMARKS = 'remarks';

const CELLS_A_READ = 40_000;
/** Shorter remarks are words that stand beside many slips. */
const SHORTEST_REMARK = 8;

export interface OwnCell {
  /** Of a formula: the value that it had. */
  readonly input: Input;
  readonly formula: string | null;
}

export const EMPTY: OwnCell = { input: '', formula: null };

export interface CarriedRow {
  readonly key: readonly [biller: string, year: string, slip: string];
  readonly remark: string;
  /** By DISPOSITION_COLUMNS. */
  readonly disposition: readonly Value[];
  /** Of the clerk's own columns, from the left: what to write so that the same stands there. */
  readonly own: readonly OwnCell[];
  /** By column of the table; empty where nothing is painted. */
  readonly paints: readonly Painted[];
  /** Where it stood: his formulas move with it. */
  readonly row: number;
  /** Its slip was in the list, not among those that had gone before. */
  readonly wasListed: boolean;
  used: boolean;
}

/** Rows with something of the clerk's, by what their slip is known by. */
export class Carried {
  private readonly byKey = new Map<string, CarriedRow>();
  /** Without 収納機関; null: several have this year and number. */
  private readonly bySlip = new Map<string, CarriedRow | null>();
  /** Where the plan has what a slip is known by; null: this table has no such columns. */
  private readonly places: readonly [number, number, number] | null;
  readonly remarks: number;
  /** By DISPOSITION_COLUMNS, in the plan. */
  readonly disposition: readonly number[];

  constructor(
    columns: readonly ColumnPlan[],
    readonly ownColumns: number,
    private readonly erases: Erasing | null = null,
  ) {
    const places = KEYS.map((key) => columns.findIndex((column) => column.key === key));
    const place = (name: string): number => columns.findIndex(({ key }) => key === name);
    this.remarks = place(REMARKS);
    this.disposition = DISPOSITION_COLUMNS.map(place);
    this.places = places.includes(-1) ? null : (places as [number, number, number]);
  }

  /** The first one read stays: the table is read before the rows below it. */
  add(row: Omit<CarriedRow, 'used'>): void {
    if (!hasText(row) && row.paints.length === 0) return;
    const key = keyText(row.key);
    if (this.byKey.has(key)) return;
    const kept = { ...row, used: false };
    this.byKey.set(key, kept);
    const slip = keyText(['', row.key[1], row.key[2]]);
    this.bySlip.set(slip, this.bySlip.has(slip) ? null : kept);
  }

  /** What the clerk wrote into a column of the plan, where that is hers. */
  writtenIn(column: number, { remark, disposition }: Pick<CarriedRow, 'remark' | 'disposition'>): Value | undefined {
    if (column === this.remarks) return remark;
    const place = this.disposition.indexOf(column);
    return place < 0 ? undefined : (disposition[place] ?? null);
  }

  /** What belongs to a row of the plan; a slip whose 収納機関 was not known yet, or is no longer, is the same slip. */
  of(row: readonly Cell[]): CarriedRow | null {
    if (this.byKey.size === 0 || this.places === null) return null;
    const [biller, year, slip] = this.places.map((place) => String(valueOf(row[place] ?? null) ?? '')) as [string, string, string];
    const bare = keyText(['', year, slip]);
    const found = this.byKey.get(keyText([biller, year, slip])) ?? this.byKey.get(bare) ?? (biller === '' ? this.bySlip.get(bare) : undefined);
    if (found === undefined || found === null || found.used) return null;
    found.used = true;
    return found;
  }

  /** Rows with texts whose slips have gone; of those that this run deletes nothing is left. */
  left(): CarriedRow[] {
    return [...this.byKey.values()].filter((row) => !row.used && hasText(row) && !this.isErased(row));
  }

  /** Columns of the table in which anything is painted. */
  painted(): ReadonlySet<number> {
    return new Set([...this.byKey.values()].flatMap(({ paints }) => [...paints.keys()].filter((column) => paints[column] !== null)));
  }

  /** Texts of the rows that this run deletes. */
  erased(): string[] {
    const gone = [...this.byKey.values()].filter((row) => !row.used && this.isErased(row));
    return gone
      .flatMap(({ remark, disposition, own }) => [remark, ...disposition.map(String), ...own.map(({ input }) => String(input).replace(/^'/, ''))])
      .filter((text) => text.length >= SHORTEST_REMARK);
  }

  private isErased({ wasListed, key: [, year] }: CarriedRow): boolean {
    if (this.erases === null) return false;
    const { fiscalYear } = this.erases;
    return fiscalYear === null ? wasListed : withoutZeros(year) === withoutZeros(fiscalYear);
  }
}

const hasText = ({ remark, disposition, own }: Pick<CarriedRow, 'remark' | 'disposition' | 'own'>): boolean =>
  remark !== '' || disposition.some((value) => value !== null) || own.some(({ input, formula }) => input !== '' || formula !== null);

const withoutZeros = (digits: string): string => digits.trim().replace(/^0+(?=\d)/, '');
const keyText = (key: CarriedRow['key']): string => key.join('\u0000');

interface Places {
  readonly keys: readonly number[];
  /** Empty where the clerk has renamed it: it is a column of his own then. */
  readonly remarks: readonly number[];
  /** By DISPOSITION_COLUMNS; -1 where the clerk has renamed one. */
  readonly disposition: readonly number[];
  readonly own: readonly number[];
  /** Whose colours are asked for. */
  readonly painted: readonly number[];
}

export async function readCarried(
  context: Excel.RequestContext,
  columns: readonly ColumnPlan[],
  standing: StandingSheet,
  leftovers: Standing['leftovers'],
  erases: Erasing | null,
): Promise<Carried> {
  const { table, record } = standing;
  const headers = table?.headers ?? record?.columns.map(({ header }) => header) ?? [];
  const { own } = placementOf(headers, record?.columns ?? [], columns);
  const carried = new Carried(columns, own.length, erases);
  const found = placesIn(headers, record?.columns ?? columns);
  if (found === null) return carried;
  const places: Places = { ...found, own, painted: [...headers.keys()] };
  const sheet = context.workbook.worksheets.getItem(standing.id);
  if (table?.name === TABLE_NAMES.reconciliation) await readRows(sheet, places, { row: TABLE_FIRST_ROW, rows: table.rows, areListed: true }, carried);
  if (leftovers !== null) await readRows(sheet, places, { ...leftovers, areListed: false }, carried);
  return carried;
}

/** Of columns of ours, by the headers that we gave them; null: nobody can say any more which slip a row is of. */
function placesIn(headers: readonly string[], known: readonly ColumnRecord[]): Pick<Places, 'keys' | 'remarks' | 'disposition'> | null {
  const place = (key: string): number => headers.indexOf(known.find((column) => column.key === key)?.header ?? '');
  const [keys, remarks] = [KEYS.map(place), place(REMARKS)];
  return keys.includes(-1) ? null : { keys, remarks: remarks < 0 ? [] : [remarks], disposition: DISPOSITION_COLUMNS.map(place) };
}

/** Headers that tell which slip a row is of, and that the clerk has renamed or deleted. */
export function keysRenamed({ table, record }: StandingSheet): string[] {
  if (table?.name !== TABLE_NAMES.reconciliation) return [];
  const known = record?.columns.filter(({ key }) => (KEYS as readonly string[]).includes(key)) ?? [];
  return known.map(({ header }) => header).filter((header) => !table.headers.includes(header));
}

/** 備考 and 処理 as they stand now, without a run; null: our table or a column of it is not there. */
export async function readRemarks(context: Excel.RequestContext): Promise<readonly SlipRemark[] | null> {
  const table = await findTable(context, TABLE_NAMES.reconciliation);
  const record = await readRecord(context);
  const found = table === null ? null : placesIn(table.headers, record?.sheets[TABLE_NAMES.reconciliation]?.columns ?? []);
  if (table === null || found === null || found.remarks.length === 0) return null;
  const { sheet, row, rows, column } = table;
  const inSheet = (place: number): number => (place < 0 ? place : column + place);
  const { keys, remarks, disposition } = found;
  const places: Places = { keys: keys.map(inSheet), remarks: remarks.map(inSheet), disposition: disposition.map(inSheet), own: [], painted: [] };
  const carried = new Carried([], 0);
  await readRows(sheet, places, { row, rows, areListed: true }, carried);
  const leftovers = await readLeftovers(context, await findOurs(context));
  if (leftovers !== null) await readRows(sheet, places, { ...leftovers, areListed: false }, carried);
  return carried
    .left()
    .map(({ key: [biller, fiscalYear, slipNumber], remark: text, disposition: [disposition = null, dispositionDate = null, dispositionAmount = null] }) => ({
      ...{ biller, fiscalYear, slipNumber, text },
      ...({ disposition, dispositionDate, dispositionAmount } satisfies DispositionCells),
    }));
}

interface Stretch {
  readonly row: number;
  readonly rows: number;
  readonly areListed: boolean;
}

async function readRows(sheet: Excel.Worksheet, places: Places, { row, rows, areListed }: Stretch, carried: Carried): Promise<void> {
  const { keys, remarks, disposition, own, painted } = places;
  const paints = painted.length === 0 ? [] : await readPaints(sheet, painted, { row, rows });
  const handled = disposition.filter((column) => column >= 0);
  const columns = [...keys, ...remarks, ...handled, ...own];
  const ours = keys.length + remarks.length + handled.length;
  const atOnce = Math.max(1, Math.floor(CELLS_A_READ / columns.length));
  for (let from = 0; from < rows; from += atOnce) {
    const count = Math.min(atOnce, rows - from);
    const ranges = columns.map((column) => sheet.getRangeByIndexes(row + from, column, count, 1));
    for (const [index, range] of ranges.entries()) range.load(index < ours ? 'values' : 'values,formulas,numberFormat');
    await sheet.context.sync();
    for (let index = 0; index < count; index++) {
      const ofRow = paints.map((ofColumn) => ofColumn[from + index] ?? null);
      const isPainted = ofRow.some((paint) => paint !== null);
      carried.add({ ...rowAt(ranges, places, { index, row: row + from + index }), paints: isPainted ? ofRow : [], wasListed: areListed });
    }
    for (const range of ranges) range.untrack();
  }
}

function rowAt(
  ranges: readonly Excel.Range[],
  { keys, remarks, disposition }: Places,
  { index, row }: { readonly index: number; readonly row: number },
): Omit<CarriedRow, 'used' | 'wasListed' | 'paints'> {
  const left = [...ranges];
  const next = (isThere: boolean): unknown => (isThere ? left.shift()!.values[index]![0] : '');
  const text = (): string => String(next(true) ?? '');
  const key = keys.map(text) as [string, string, string];
  const remark = remarks.length === 0 ? '' : text();
  const handled = disposition.map((column) => valueIn(next(column >= 0)));
  return { key, remark, disposition: handled, own: left.map((range) => ownInput(range, index)), row };
}

function valueIn(value: unknown): Value {
  if (typeof value === 'number') return value;
  return value === '' || value === null || value === undefined ? null : String(value);
}

/** What gives the same cell when it is written again. */
function ownInput({ values, formulas, numberFormat }: Excel.Range, index: number): OwnCell {
  const value: unknown = values[index]![0];
  const formula: unknown = formulas[index]![0];
  const isText = numberFormat[index]![0] === '@';
  const isFormula = !isText && typeof formula === 'string' && formula.startsWith('=') && formula !== value;
  return { input: inputLike(value, isText), formula: isFormula ? formula : null };
}

function inputLike(value: unknown, isText: boolean): Input {
  if (typeof value === 'number') return value;
  const text = String(value ?? '');
  return text === '' || isText ? text : `'${text}`;
}

/** The clerk's own cells for a row: relative references move along, as they do when rows are sorted. */
export function ownAt(carried: Pick<CarriedRow, 'own' | 'row'>, row: number): OwnCell[] {
  const by = row - carried.row;
  return carried.own.map(({ input, formula }) => ({ input, formula: formula === null ? null : movedFormula(formula, by, 0) }));
}
