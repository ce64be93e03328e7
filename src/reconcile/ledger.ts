/**
 * What slips did the office issue, as the 納付書台帳 says?
 *
 * Cells are texts; nothing is repaired: a cell that cannot be read is a finding and stays empty.
 * Source: docs/format.md, "The ledger".
 */
import { finding, type LedgerNeed, type Report } from '../check/finding';
import { allAre, asciiBytes } from '../file/bytes';
import { dayOf, type Day } from '../file/calendar';
import { commonYear, eraCalled, eraDate } from '../file/eras';
import { areDigits } from '../file/fields';
import { NOT_A_CHARACTER } from '../file/text';
import { SlipNumbers, type NumberWidths } from '../slip/slipNumbers';

/** Columns that mean something here; all others are kept as they are. */
export const LEDGER_COLUMNS = {
  fiscalYear: '年度',
  slipNumber: '納付書番号',
  dueDate: '納期限',
  billedAmount: '請求金額',
  billerCode: '収納機関コード',
  reissueNumber: '再発行区分',
  fee: '費目',
  section: '所管課',
  payerNumber: '納付義務者番号',
  payerName: '氏名',
} as const;
export type LedgerColumn = keyof typeof LEDGER_COLUMNS;
const REQUIRED: readonly LedgerColumn[] = ['fiscalYear', 'slipNumber', 'dueDate', 'billedAmount'];
/** Columns that decide what a slip owes or whose it is: two of the same name would be a silent choice. */
const DECIDING: readonly LedgerColumn[] = [...REQUIRED, 'billerCode', 'reissueNumber'];
/** Columns that name a person. */
export const PERSONAL_COLUMNS: readonly string[] = [LEDGER_COLUMNS.payerNumber, LEDGER_COLUMNS.payerName];

/** Without outer blanks, full-width ones too. */
const trimmed = (text: string): string => text.trim();

/** A table of texts as it was found; all rows below the header, blank ones included. */
export interface LedgerTable {
  readonly name: string;
  readonly header: readonly string[];
  /** 1-based row of the header; the rows follow it. */
  readonly headerRecord: number;
  /** The text of a cell; '' where the row is shorter. */
  cell(row: number, column: number): string;
  /** Copies a cell's ASCII text, without outer blanks, into `into`; answers its length, or -1 when it is longer or not ASCII. */
  copyCell(row: number, column: number, into: Uint8Array): number;
  /** A column as ids of its distinct texts: `texts[ids[row]]` is the cell. */
  dictionary(column: number): { readonly ids: Int32Array; readonly texts: readonly string[] };
  readonly rowCount: number;
  /** Whether every byte was a character of the file's charset. */
  readonly intact: boolean;
  /** For rows with text beyond the header's last column: that text. */
  readonly surplus: ReadonlyMap<number, string>;
}

/** What `LedgerTable.copyCell` does with a cell's text. */
export function copyText(text: string, into: Uint8Array): number {
  const ascii = trimmed(text);
  if (ascii.length > into.length) return -1;
  for (let i = 0; i < ascii.length; i++) {
    if (ascii.charCodeAt(i) >= 0x80) return -1;
    into[i] = ascii.charCodeAt(i);
  }
  return ascii.length;
}

/** A table of rows of texts, the header first; null when there is no row with text. */
export function textTable(name: string, rows: readonly (readonly string[])[], intact: boolean): LedgerTable | null {
  const headerIndex = rows.findIndex((cells) => cells.some((cell) => trimmed(cell) !== ''));
  if (headerIndex < 0) return null;
  const header = rows[headerIndex]!;
  const below = rows.slice(headerIndex + 1);
  const surplus = new Map<number, string>();
  for (const [row, cells] of below.entries()) {
    const rest = cells.slice(header.length);
    if (rest.some((cell) => trimmed(cell) !== '')) surplus.set(row, rest.join(','));
  }
  const cell = (row: number, column: number): string => below[row]![column] ?? '';
  const dictionary: LedgerTable['dictionary'] = (column) => {
    const idOf = new Map<string, number>();
    const ids = Int32Array.from(below, (_, row) => {
      const text = cell(row, column);
      if (!idOf.has(text)) idOf.set(text, idOf.size);
      return idOf.get(text)!;
    });
    return { ids, texts: [...idOf.keys()] };
  };
  const copyCell: LedgerTable['copyCell'] = (row, column, into) => copyText(cell(row, column), into);
  return { name, header, headerRecord: headerIndex + 1, rowCount: below.length, intact, surplus, cell, copyCell, dictionary };
}

/** Why a ledger cannot be used at all. */
export type LedgerRefusal =
  | { readonly code: 'noHeader'; readonly columns: readonly string[] }
  | { readonly code: 'columnsMissing'; readonly missing: readonly string[]; readonly columns: readonly string[] }
  | { readonly code: 'columnDoubled'; readonly doubled: string; readonly columns: readonly string[] }
  | { readonly code: 'noDataRow'; readonly columns: readonly string[] };

/** The ledger's slips as columns, one entry a row that is a slip. */
export interface Ledger {
  readonly table: LedgerTable;
  /** Rows that are slips. */
  readonly count: number;
  /** For each: its row in the table, its year and number, its biller's code or null. */
  readonly row: Int32Array;
  readonly numbers: SlipNumbers;
  readonly billerCode: readonly (string | null)[];
  /** yyyymmdd, 0 when empty or unreadable. */
  readonly dueDate: Int32Array;
  /** Yen, -1 when empty or unreadable. */
  readonly billedAmount: Float64Array;
  readonly reissueNumber: Float64Array;
  /** 1: one of its cells is unreadable or missing. */
  readonly bad: Uint8Array;
  /** Rows that are not blank and no slip. */
  readonly unusedRows: number;
  /** Index of each known column in the table, or -1. */
  readonly columnOf: Readonly<Record<LedgerColumn, number>>;
}

/** 1-based record of a row of the table. */
export const recordOfRow = (table: LedgerTable, row: number): number => table.headerRecord + 1 + row;

export function findColumns(header: readonly string[]): { columnOf: Record<LedgerColumn, number> } | { refusal: LedgerRefusal } {
  const columns = header.map(trimmed);
  const columnOf = {} as Record<LedgerColumn, number>;
  const names = Object.entries(LEDGER_COLUMNS) as [LedgerColumn, string][];
  if (!names.some(([, name]) => columns.includes(name))) return { refusal: { code: 'noHeader', columns } };
  const missing = REQUIRED.map((column) => LEDGER_COLUMNS[column]).filter((name) => !columns.includes(name));
  if (missing.length > 0) return { refusal: { code: 'columnsMissing', missing, columns } };
  for (const [column, name] of names) {
    columnOf[column] = columns.indexOf(name);
    if (DECIDING.includes(column) && columns.lastIndexOf(name) !== columnOf[column]) return { refusal: { code: 'columnDoubled', doubled: name, columns } };
  }
  return { columnOf };
}

/** A ledger's fiscal year as digits. */
export const FISCAL_YEAR_DIGITS = 4;
/** Longer cells hold no slip number of any layout. */
const LONGEST_NUMBER = 64;

/** Reads the table's rows; `widths.number` is how many digits a slip number may have. */
export function readLedger(table: LedgerTable, widths: NumberWidths, report: Report): { ledger: Ledger } | { refusal: LedgerRefusal } {
  const found = findColumns(table.header);
  if ('refusal' in found) return found;
  const { columnOf } = found;
  const readings = <T>(column: LedgerColumn, read: (text: string) => T): Readings<T> => {
    if (columnOf[column] < 0) return { ids: new Int32Array(table.rowCount), values: [read('')] };
    const { ids, texts } = table.dictionary(columnOf[column]);
    return { ids, values: texts.map((text) => read(trimmed(text))) };
  };
  const years = readings('fiscalYear', (text) => yearBytes(readFiscalYear(text)));
  const days = readings('dueDate', readDay);
  const amounts = readings('billedAmount', readAmount);
  const reissues = readings('reissueNumber', readReissueNumber);
  const billers = readings('billerCode', (text) => (text === '' || text.includes(NOT_A_CHARACTER) ? null : text));

  const row = new Int32Array(table.rowCount);
  const slipNumbers = new SlipNumbers(widths, table.rowCount);
  const digits = new Uint8Array(LONGEST_NUMBER);
  const billerCode = new Array<string | null>(table.rowCount).fill(null);
  const dueDate = new Int32Array(table.rowCount);
  const billedAmount = new Float64Array(table.rowCount);
  const reissueNumber = new Float64Array(table.rowCount);
  const bad = new Uint8Array(table.rowCount);
  const rounded = new RoundedNumbers();
  let count = 0;
  let unusedRows = 0;

  for (let r = 0; r < table.rowCount; r++) {
    const year = years.values[years.ids[r]!]!;
    const due = days.values[days.ids[r]!]!;
    const billed = amounts.values[amounts.ids[r]!]!;
    const reissue = reissues.values[reissues.ids[r]!]!;
    const length = table.copyCell(r, columnOf.slipNumber, digits);
    const isNumber = length > 0 && areDigits(digits, 0, length);
    const isSlip = year !== null && isNumber && length <= widths.number;
    if (!isSlip && isBlankRow(table, r)) continue;
    if (isNumber) rounded.add(digits, length);
    const isSound = isSlip && due !== null && billed !== null && reissue !== null && table.intact && !table.surplus.has(r);
    const problems = isSound ? NO_PROBLEMS : rowProblems(table, r, columnOf, { year, isNumber, isWide: length > widths.number, due, billed, reissue });
    for (const { field, needs, actual } of problems) {
      report(
        finding(
          'ledgerRow',
          { file: table.name, record: recordOfRow(table, r), field, actual },
          { needs, rowUsed: isSlip, digits: needs === 'slipNumberWidth' ? { most: widths.number, actual: length } : null },
        ),
      );
    }
    if (!isSlip) {
      unusedRows++;
      continue;
    }
    const entry = count++;
    row[entry] = r;
    slipNumbers.set(entry, year, 0, year.length, digits, 0, length);
    billerCode[entry] = billers.values[billers.ids[r]!]!;
    dueDate[entry] = due ?? 0;
    billedAmount[entry] = billed ?? -1;
    reissueNumber[entry] = reissue ?? 0;
    bad[entry] = problems.length > 0 ? 1 : 0;
  }
  if (count + unusedRows === 0) return { refusal: { code: 'noDataRow', columns: table.header.map(trimmed) } };
  if (rounded.areRounded()) report(finding('ledgerRounded', { file: table.name, field: LEDGER_COLUMNS.slipNumber }, { count: rounded.long }));
  return { ledger: { table, count, row, numbers: slipNumbers, billerCode, dueDate, billedAmount, reissueNumber, bad, unusedRows, columnOf } };
}

/** What a column says: `values[ids[row]]`. */
interface Readings<T> {
  readonly ids: Int32Array;
  readonly values: readonly T[];
}

/** A row's cells as they were read; null where a cell could not be. */
interface RowCells {
  readonly year: Uint8Array | null;
  readonly isNumber: boolean;
  /** More digits than a slip number has. */
  readonly isWide: boolean;
  readonly due: Day | null;
  readonly billed: number | null;
  readonly reissue: number | null;
}

interface CellProblem {
  readonly field: string | null;
  readonly needs: LedgerNeed;
  readonly actual: string;
}

const NO_PROBLEMS: readonly CellProblem[] = [];

function rowProblems(table: LedgerTable, row: number, columnOf: Readonly<Record<LedgerColumn, number>>, cells: RowCells): CellProblem[] {
  const problems: CellProblem[] = [];
  const add = (column: LedgerColumn, needs: LedgerNeed): void => {
    problems.push({ field: LEDGER_COLUMNS[column], needs, actual: table.cell(row, columnOf[column]) });
  };
  if (cells.year === null) add('fiscalYear', 'fiscalYear');
  if (!cells.isNumber) add('slipNumber', 'slipNumber');
  else if (cells.isWide) add('slipNumber', 'slipNumberWidth');
  if (cells.due === null) add('dueDate', 'date');
  if (cells.billed === null) add('billedAmount', 'amount');
  if (cells.reissue === null) add('reissueNumber', 'reissueNumber');
  const surplus = table.surplus.get(row);
  if (surplus !== undefined) problems.push({ field: null, needs: 'noMoreCells', actual: surplus });
  if (table.intact) return problems;
  for (const [column, index] of Object.entries(columnOf) as [LedgerColumn, number][]) {
    const isReported = problems.some(({ field }) => field === LEDGER_COLUMNS[column]);
    if (index >= 0 && !isReported && table.cell(row, index).includes(NOT_A_CHARACTER)) add(column, 'text');
  }
  return problems;
}

function isBlankRow(table: LedgerTable, row: number): boolean {
  return !table.surplus.has(row) && table.header.every((_, column) => trimmed(table.cell(row, column)) === '');
}

/** A ledger of blank rows is refused. */
export function holdsDataRow(table: LedgerTable): boolean {
  for (let row = 0; row < table.rowCount; row++) if (!isBlankRow(table, row)) return true;
  return false;
}

const ZERO = 0x30;
const DIGITS_KEPT = 15;

/** A spreadsheet keeps 15 digits: longer numbers that all end in zeros from the 16th digit on have been rounded by one. */
class RoundedNumbers {
  long = 0;
  private exact = 0;

  add(digits: Uint8Array, length: number): void {
    let at = 0;
    while (at < length && digits[at] === ZERO) at++;
    if (length - at <= DIGITS_KEPT) return;
    this.long++;
    if (!allAre(digits, at + DIGITS_KEPT, length - at - DIGITS_KEPT, ZERO)) this.exact++;
  }

  areRounded(): boolean {
    return this.long >= 2 && this.exact === 0;
  }
}

const yearBytes = (year: string | null): Uint8Array | null => (year === null ? null : asciiBytes(year));
/** Of the only era that a ledger's date may name. */
const REIWA = eraCalled('令和')!;
const yearIn = (text: string): number => (text === '元' ? 1 : Number(text));

/** 2027, R9, 令和9, with or without 年度; as four digits, or null. */
export function readFiscalYear(text: string): string | null {
  const western = /^(\d{4})(?:年度)?$/.exec(text);
  if (western !== null) return western[1]!;
  const era = /^(?:R|令和)(元|\d{1,2})(?:年度)?$/.exec(text);
  return era === null || Number(era[1]) === 0 ? null : String(commonYear(REIWA, yearIn(era[1]!)));
}

/** 2027-04-30, 2027/4/30, 20270430, R9.4.30, 令和9年4月30日; null when it is none of them or not on the calendar. */
export function readDay(text: string): Day | null {
  const western = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (western !== null) return dayOf(Number(western[1]), Number(western[3]), Number(western[4]));
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits !== null) return dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const era = /^R(元|\d{1,2})\.(\d{1,2})\.(\d{1,2})$/.exec(text) ?? /^令和(元|\d{1,2})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (era === null || Number(era[1]) === 0) return null;
  return eraDate(REIWA, yearIn(era[1]!), Number(era[2]), Number(era[3]));
}

/** Yen with or without commas, 円, ￥ (also as ¥ or \); null when it is no such amount. */
export function readAmount(text: string): number | null {
  const match = /^[￥¥\\]?\s*(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})\s*円?$/.exec(text);
  return match === null ? null : Number(match[1]!.replaceAll(',', ''));
}

/** 再発行区分: digits; empty is 0; null when it is anything else. */
function readReissueNumber(text: string): number | null {
  if (text === '') return 0;
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
}
