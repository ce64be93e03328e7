/**
 * Which sheets, states and section does the clerk want in a new workbook? Formulas stay live and point to nothing outside it.
 *
 * A sheet whose formulas count another's rows brings that one along. Where 消込一覧 holds only some slips, what other sheets count in it is written as the
 * figures of all slips: a live formula would give the figures of a part under the headings of the whole.
 */
import type { SlipState } from '../reconcile/slips';
import { SLIPS_SHOWN } from '../sheet/reconciliation';
import { shownRowsCell } from '../sheet/shownRows';
import type { WorkbookOptions } from '../sheet/source';
import { isFormula, TABLE_NAMES, valueOf, type PlacedCell, type Sheet, type Table, type TableName, type Workbook } from '../sheet/workbook';
import type { ChosenSheetsWords } from './words';

export interface Choice {
  /** Names of sheets. */
  readonly sheets: readonly string[];
  /** null: slips of every state. */
  readonly states: readonly SlipState[] | null;
  /** 所管課; null: slips of every section. */
  readonly section: string | null;
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

/** In the language of the workbook. */
export type Said = Pick<WorkbookOptions, 'words' | 'sheetWords'>;

/** Throws where no sheet of that name is there. */
export function chosenSheets(workbook: Workbook, { sheets: names, states, section }: Choice, said: Said, chosenWords: ChosenSheetsWords): ChosenSheets {
  const missing = names.find((name) => !workbook.sheets.some((sheet) => sheet.name === name));
  if (missing !== undefined || names.length === 0) throw new Error(`no sheet ${missing ?? ''}`);
  const isWhole = states === null && section === null;
  const wanted = new Set(workbook.sheets.filter(({ name }) => names.includes(name)));
  for (const sheet of wanted) {
    const counted = countedTables(sheet).filter((table) => isWhole || table !== TABLE_NAMES.reconciliation);
    for (const other of workbook.sheets) if (other.table !== null && counted.includes(other.table.name)) wanted.add(other);
  }
  const kept = workbook.sheets.filter((sheet) => wanted.has(sheet));
  const only: Only = { states: states?.map((state) => said.words.states[state]) ?? null, section };
  const shown = kept.map((sheet) => (isWhole ? sheet : narrowed(sheet, only, said, chosenWords)));
  const active = kept.indexOf(workbook.sheets[workbook.activeSheet]!);
  return {
    workbook: { ...workbook, sheets: shown, activeSheet: Math.max(0, active) },
    added: kept.filter(({ name }) => !names.includes(name)).map(({ name }) => name),
    withFigures: kept.filter((sheet) => !isWhole && sheet.table === null && countedTables(sheet).includes(TABLE_NAMES.reconciliation)).map(({ name }) => name),
  };
}

function countedTables({ table, cells }: Sheet): readonly TableName[] {
  if (table !== null) return COUNTED_BY[table.name] ?? [];
  return ALL_TABLES.filter((name) => cells.some((placed) => counts(placed, name)));
}

const counts = ({ cell }: PlacedCell, table: TableName): boolean => isFormula(cell) && cell.formula.includes(`${table}[`);

interface Only {
  readonly states: readonly string[] | null;
  readonly section: string | null;
}

function narrowed(sheet: Sheet, only: Only, said: Said, { filtered, figures, shownOnly }: ChosenSheetsWords): Sheet {
  const { table, cells, print } = sheet;
  if (table?.name === TABLE_NAMES.reconciliation) {
    const rows = rowsOf(table, only);
    const columns = table.columns.map((column) => ({ ...column, cell: (row: number) => column.cell(rows[row]!) }));
    const kept = { ...table, columns, rowCount: rows.length };
    const live = { cell: shownRowsCell(kept, SLIPS_SHOWN, said) };
    const note = shownOnly(only.states, only.section);
    return {
      ...sheet,
      table: kept,
      cells: noted(cells, filtered(note, rows.length, table.rowCount)).map((placed) => (isLive(placed) ? { ...placed, ...live } : placed)),
      print: { ...print, header: { ...print.header, left: headed(only.section === null ? print.header.left : sheet.name, note) } },
    };
  }
  if (!cells.some((placed) => counts(placed, TABLE_NAMES.reconciliation))) return sheet;
  return { ...sheet, cells: noted(withFigures(cells), figures) };
}

/** Excel takes 255 characters for all three parts of a page header; row 3, which is printed on every page, always has the note. */
const LONGEST_HEADER = 100;
function headed(title: string, note: string): string {
  const text = `${title}（${note}）`;
  return text.length > LONGEST_HEADER ? title : text;
}

function rowsOf({ columns, rowCount }: Table, { states, section }: Only): Int32Array {
  const column = (key: string): ((row: number) => string) => {
    const found = columns.find((one) => one.key === key)!;
    return (row) => String(valueOf(found.cell(row)) ?? '');
  };
  const [stateOf, sectionOf] = [column('state'), column('section')];
  const rows: number[] = [];
  for (let row = 0; row < rowCount; row++) {
    if (states !== null && !states.includes(stateOf(row))) continue;
    if (section === null || sectionOf(row) === section) rows.push(row);
  }
  return Int32Array.from(rows);
}

/** A formula that counts the slips becomes its figure, and so does what such figures would be written for. */
function withFigures(cells: readonly PlacedCell[]): PlacedCell[] {
  return cells.map((placed) => (counts(placed, TABLE_NAMES.reconciliation) ? { ...placed, cell: valueOf(placed.cell) } : placed));
}

const NOTE_ROW = 2;
const isLive = ({ row, cell }: PlacedCell): boolean => row === NOTE_ROW && isFormula(cell);

/** In row 3, before the last words that stand there. */
function noted(cells: readonly PlacedCell[], note: string): PlacedCell[] {
  const inRow = cells.filter((placed) => placed.row === NOTE_ROW && !isLive(placed));
  const last = inRow.reduce<PlacedCell | null>((known, placed) => (known === null || placed.column > known.column ? placed : known), null);
  if (last === null) return [...cells, { row: NOTE_ROW, column: 0, cell: note, style: { size: 10 } }];
  return cells.map((placed) => (placed === last ? { ...placed, cell: `${note}　${String(valueOf(placed.cell))}` } : placed));
}
