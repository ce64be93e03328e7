/**
 * What slips did the office issue, as the 納付書台帳 says?
 *
 * Cells are texts; nothing is repaired: a cell that cannot be read is a finding and stays empty.
 * Source: docs/format.md, "The ledger".
 */
import { finding, type LedgerNeed, type Report } from '../check/finding';
import { dayOf, type Day } from '../file/calendar';
import { NOT_A_CHARACTER } from '../file/text';

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
/** Columns that name a person. */
export const PERSONAL_COLUMNS: readonly string[] = [LEDGER_COLUMNS.payerNumber, LEDGER_COLUMNS.payerName];

/** A table of texts as it was found; all rows below the header, blank ones included. */
export interface LedgerTable {
  readonly name: string;
  readonly header: readonly string[];
  /** 1-based row of the header; the rows follow it. */
  readonly headerRecord: number;
  /** `columns[c][r]`: the text of row r, '' where the row is shorter. */
  readonly columns: readonly (readonly string[])[];
  readonly rowCount: number;
  /** Whether every byte was a character of the file's charset. */
  readonly intact: boolean;
  /** For rows with text beyond the header's last column: that text. */
  readonly surplus: ReadonlyMap<number, string>;
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
  /** For each: its row in the table, its year (4 digits) and number as digits, its biller's code or null. */
  readonly row: Int32Array;
  readonly year: readonly string[];
  readonly number: readonly string[];
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

const trimmed = (text: string): string => text.replace(/^[\s　]+|[\s　]+$/g, '');

export function findColumns(header: readonly string[]): { columnOf: Record<LedgerColumn, number> } | { refusal: LedgerRefusal } {
  const columns = header.map(trimmed);
  const columnOf = {} as Record<LedgerColumn, number>;
  const names = Object.entries(LEDGER_COLUMNS) as [LedgerColumn, string][];
  if (!names.some(([, name]) => columns.includes(name))) return { refusal: { code: 'noHeader', columns } };
  const missing = REQUIRED.map((column) => LEDGER_COLUMNS[column]).filter((name) => !columns.includes(name));
  if (missing.length > 0) return { refusal: { code: 'columnsMissing', missing, columns } };
  for (const [column, name] of names) {
    columnOf[column] = columns.indexOf(name);
    if (columns.lastIndexOf(name) !== columnOf[column]) return { refusal: { code: 'columnDoubled', doubled: name, columns } };
  }
  return { columnOf };
}

/** Reads the table's rows; `numberWidth` is how many digits a slip number may have. */
export function readLedger(table: LedgerTable, numberWidth: number, report: Report): { ledger: Ledger } | { refusal: LedgerRefusal } {
  const found = findColumns(table.header);
  if ('refusal' in found) return found;
  const { columnOf } = found;
  const cells = (column: LedgerColumn): readonly string[] | null => (columnOf[column] < 0 ? null : table.columns[columnOf[column]]!);
  const years = remembered(readFiscalYear);
  const days = remembered(readDay);
  const amounts = remembered(readAmount);

  const row = new Int32Array(table.rowCount);
  const year: string[] = [];
  const number: string[] = [];
  const billerCode: (string | null)[] = [];
  const dueDate = new Int32Array(table.rowCount);
  const billedAmount = new Float64Array(table.rowCount);
  const reissueNumber = new Float64Array(table.rowCount);
  const bad = new Uint8Array(table.rowCount);
  const numbers = new RoundedNumbers();
  let unusedRows = 0;

  const yearCells = cells('fiscalYear')!;
  const numberCells = cells('slipNumber')!;
  const dueDateCells = cells('dueDate')!;
  const amountCells = cells('billedAmount')!;
  const reissueCells = cells('reissueNumber');
  const billerCells = cells('billerCode');
  const knownColumns = table.intact ? [] : (Object.entries(columnOf) as [LedgerColumn, number][]).filter(([, index]) => index >= 0);

  for (let r = 0; r < table.rowCount; r++) {
    const yearText = years(yearCells[r]!);
    const digits = trimmed(numberCells[r]!);
    const isNumber = /^[0-9]+$/.test(digits);
    const isSlip = yearText !== null && isNumber && digits.length <= numberWidth;
    if (!isSlip && isBlankRow(table, r)) continue;
    if (isNumber) numbers.add(digits);

    const problems: [field: string | null, needs: LedgerNeed, actual: string][] = [];
    if (yearText === null) problems.push([LEDGER_COLUMNS.fiscalYear, 'fiscalYear', yearCells[r]!]);
    if (!isNumber) problems.push([LEDGER_COLUMNS.slipNumber, 'slipNumber', numberCells[r]!]);
    else if (digits.length > numberWidth) problems.push([LEDGER_COLUMNS.slipNumber, 'slipNumberWidth', numberCells[r]!]);
    const due = days(dueDateCells[r]!);
    if (due === null) problems.push([LEDGER_COLUMNS.dueDate, 'date', dueDateCells[r]!]);
    const billed = amounts(amountCells[r]!);
    if (billed === null) problems.push([LEDGER_COLUMNS.billedAmount, 'amount', amountCells[r]!]);
    const reissue = reissueCells === null ? 0 : readReissueNumber(reissueCells[r]!);
    if (reissue === null) problems.push([LEDGER_COLUMNS.reissueNumber, 'reissueNumber', reissueCells![r]!]);
    if (table.surplus.has(r)) problems.push([null, 'noMoreCells', table.surplus.get(r)!]);
    for (const [column, index] of knownColumns) {
      const text = table.columns[index]![r]!;
      const field = LEDGER_COLUMNS[column];
      if (text.includes(NOT_A_CHARACTER) && !problems.some((problem) => problem[0] === field)) problems.push([field, 'text', text]);
    }
    for (const [field, needs, actual] of problems) {
      report(finding('ledgerRow', { file: table.name, record: recordOfRow(table, r), field, actual }, { needs, rowUsed: isSlip }));
    }
    if (!isSlip) {
      unusedRows++;
      continue;
    }
    const slip = year.length;
    row[slip] = r;
    year.push(yearText);
    number.push(digits);
    billerCode.push(billerCells === null ? null : trimmed(billerCells[r]!) || null);
    dueDate[slip] = due ?? 0;
    billedAmount[slip] = billed ?? -1;
    reissueNumber[slip] = reissue ?? 0;
    bad[slip] = problems.length > 0 ? 1 : 0;
  }
  if (year.length + unusedRows === 0) return { refusal: { code: 'noDataRow', columns: table.header.map(trimmed) } };
  if (numbers.areRounded()) report(finding('ledgerRounded', { file: table.name, field: LEDGER_COLUMNS.slipNumber }, { count: numbers.long }));
  return { ledger: { table, count: year.length, row, year, number, billerCode, dueDate, billedAmount, reissueNumber, bad, unusedRows, columnOf } };
}

/** Ledgers repeat few texts: each is read once. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (known.has(text)) return known.get(text)!;
    const value = read(trimmed(text));
    if (known.size < 10_000) known.set(text, value);
    return value;
  };
}

function isBlankRow(table: LedgerTable, row: number): boolean {
  return !table.surplus.has(row) && table.columns.every((column) => trimmed(column[row]!) === '');
}

/** A spreadsheet keeps 15 digits: longer numbers that all end in zeros from the 16th digit on have been rounded by one. */
class RoundedNumbers {
  long = 0;
  private exact = 0;

  add(digits: string): void {
    const significant = digits.replace(/^0+/, '');
    if (significant.length <= 15) return;
    this.long++;
    if (!/^0+$/.test(significant.slice(15))) this.exact++;
  }

  areRounded(): boolean {
    return this.long >= 2 && this.exact === 0;
  }
}

const FIRST_YEAR_OF_REIWA = 2019;
const reiwaYear = (text: string): number => FIRST_YEAR_OF_REIWA - 1 + (text === '元' ? 1 : Number(text));

/** 2027, R9, 令和9, with or without 年度; as four digits, or null. */
export function readFiscalYear(text: string): string | null {
  const western = /^(\d{4})(?:年度)?$/.exec(text);
  if (western !== null) return western[1]!;
  const era = /^(?:R|令和)(元|\d{1,2})(?:年度)?$/.exec(text);
  return era === null || Number(era[1]) === 0 ? null : String(reiwaYear(era[1]!));
}

/** 2027-04-30, 2027/4/30, 20270430, R9.4.30, 令和9年4月30日; null when it is none of them or not on the calendar. */
export function readDay(text: string): Day | null {
  const western = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (western !== null) return dayOf(Number(western[1]), Number(western[3]), Number(western[4]));
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (digits !== null) return dayOf(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const era = /^R(元|\d{1,2})\.(\d{1,2})\.(\d{1,2})$/.exec(text) ?? /^令和(元|\d{1,2})年(\d{1,2})月(\d{1,2})日$/.exec(text);
  if (era === null || Number(era[1]) === 0) return null;
  return dayOf(reiwaYear(era[1]!), Number(era[2]), Number(era[3]));
}

/** Yen with or without commas, 円, ￥ (also as ¥ or \); null when it is no such amount. */
export function readAmount(text: string): number | null {
  const match = /^[￥¥\\]?\s*(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})\s*円?$/.exec(text);
  return match === null ? null : Number(match[1]!.replaceAll(',', ''));
}

/** 再発行区分: digits; empty is 0; null when it is anything else. */
function readReissueNumber(text: string): number | null {
  const digits = trimmed(text);
  if (digits === '') return 0;
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null;
}
