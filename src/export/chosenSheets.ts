/**
 * Which sheets and states does the clerk want in a new workbook? Formulas stay live and point to nothing outside it.
 *
 * A sheet whose formulas count another's rows brings that one along. Where 消込一覧 holds only some states, what other sheets count in it is written as the
 * figures of all slips: a live formula would give the figures of a part under the headings of the whole.
 */
import type { SlipState } from '../reconcile/slips';
import { isFormula, TABLE_NAMES, valueOf, type PlacedCell, type Sheet, type Table, type TableName, type Workbook } from '../sheet/workbook';
import type { Words } from '../words';
import type { ChosenSheetsWords } from './words';

export interface Choice {
  /** Names of sheets. */
  readonly sheets: readonly string[];
  /** null: slips of every state. */
  readonly states: readonly SlipState[] | null;
}

export interface ChosenSheets {
  readonly workbook: Workbook;
  /** Sheets that were not chosen, but that formulas of chosen ones count. */
  readonly added: readonly string[];
  /** Sheets of which some formulas became figures. */
  readonly withFigures: readonly string[];
}

/** What the formulas of a table's cells count, besides the table itself. */
const COUNTED_BY: Readonly<Partial<Record<TableName, readonly TableName[]>>> = { [TABLE_NAMES.checks]: [TABLE_NAMES.details] };
const ALL_TABLES = Object.values(TABLE_NAMES);

/** Throws where no sheet of that name is there. */
export function chosenSheets(workbook: Workbook, { sheets: names, states }: Choice, words: Words, chosenWords: ChosenSheetsWords): ChosenSheets {
  const missing = names.find((name) => !workbook.sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined || names.length === 0) throw new Error(`no sheet ${missing ?? ''}`);
  const wanted = new Set(workbook.sheets.filter(({ name }) => names.includes(name)));
  for (const sheet of wanted) {
    const counted = countedTables(sheet).filter((table) => states === null || table !== TABLE_NAMES.reconciliation);
    for (const other of workbook.sheets) if (other.table !== null && counted.includes(other.table.name)) wanted.add(other);
  }
  const kept = workbook.sheets.filter((sheet) => wanted.has(sheet));
  const stateWords = states?.map((state) => words.states[state]) ?? null;
  const shown = kept.map((sheet) => (stateWords === null ? sheet : ofStates(sheet, stateWords, chosenWords)));
  const active = kept.indexOf(workbook.sheets[workbook.activeSheet]!);
  return {
    workbook: { ...workbook, sheets: shown, activeSheet: Math.max(0, active) },
    added: kept.filter(({ name }) => !names.includes(name)).map(({ name }) => name),
    withFigures: kept
      .filter((sheet) => states !== null && sheet.table === null && countedTables(sheet).includes(TABLE_NAMES.reconciliation))
      .map(({ name }) => name),
  };
}

function countedTables({ table, cells }: Sheet): readonly TableName[] {
  if (table !== null) return COUNTED_BY[table.name] ?? [];
  return ALL_TABLES.filter((name) => cells.some((placed) => counts(placed, name)));
}

const counts = ({ cell }: PlacedCell, table: TableName): boolean => isFormula(cell) && cell.formula.includes(`${table}[`);

function ofStates(sheet: Sheet, stateWords: readonly string[], { filtered, figures }: ChosenSheetsWords): Sheet {
  const { table, cells } = sheet;
  if (table?.name === TABLE_NAMES.reconciliation) {
    const rows = rowsOf(table, stateWords);
    const columns = table.columns.map((column) => ({ ...column, cell: (row: number) => column.cell(rows[row]!) }));
    return { ...sheet, table: { ...table, columns, rowCount: rows.length }, cells: noted(cells, filtered(stateWords, rows.length, table.rowCount)) };
  }
  if (!cells.some((placed) => counts(placed, TABLE_NAMES.reconciliation))) return sheet;
  return { ...sheet, cells: noted(withFigures(cells), figures) };
}

function rowsOf({ columns, rowCount }: Table, stateWords: readonly string[]): Int32Array {
  const state = columns.find(({ key }) => key === 'state')!;
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) if (stateWords.includes(String(valueOf(state.cell(row))))) rows.push(row);
  return Int32Array.from(rows);
}

/** A formula that counts the slips becomes its figure, and so does what such figures would be written for. */
function withFigures(cells: readonly PlacedCell[]): PlacedCell[] {
  return cells.map((placed) => (counts(placed, TABLE_NAMES.reconciliation) ? { ...placed, cell: valueOf(placed.cell) } : placed));
}

const NOTE_ROW = 2;

/** In row 3, before what stands there last. */
function noted(cells: readonly PlacedCell[], note: string): PlacedCell[] {
  const inRow = cells.filter(({ row }) => row === NOTE_ROW);
  const last = inRow.reduce<PlacedCell | null>((known, placed) => (known === null || placed.column > known.column ? placed : known), null);
  if (last === null) return [...cells, { row: NOTE_ROW, column: 0, cell: note, style: { size: 10 } }];
  return cells.map((placed) => (placed === last ? { ...placed, cell: `${note}　${String(valueOf(placed.cell))}` } : placed));
}
