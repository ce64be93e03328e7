/**
 * What slips did the office issue, as the 納付書台帳 says?
 *
 * Cells are texts; nothing is repaired: a cell that cannot be read is a finding and stays empty.
 * Source: docs/format.md, "The ledger".
 */
import { finding, type FindingValue, type LedgerNeed, type Report } from '../check/finding';
import { asciiBytes } from '../file/bytes';
import type { Day } from '../file/calendar';
import { NOT_A_CHARACTER } from '../file/text';
import { SlipNumbers, type NumberWidths } from '../slip/slipNumbers';
import { isOwnChannel, readAmount, readDay, readDigits, readFiscalYear, readReissueNumber, trimmed } from './cells';
import { NumberCells } from './numberCells';
import { RoundedNumbers } from './roundedNumbers';
import { columnsNamed, copyText, isBlankRow, readings, recordOfRow, type LedgerRefusal, type LedgerTable } from './table';

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
  issuedDate: '発行日',
  receivedDate: '収納日',
  receivedAmount: '収納額',
  receivedBy: '収納方法',
} as const;
export type LedgerColumn = keyof typeof LEDGER_COLUMNS;
const REQUIRED: readonly LedgerColumn[] = ['fiscalYear', 'slipNumber', 'dueDate', 'billedAmount'];
/** Columns that name a person. */
export const PERSONAL_COLUMNS: readonly string[] = [LEDGER_COLUMNS.payerNumber, LEDGER_COLUMNS.payerName];

/** What 収納方法 says: nothing, another channel, or the very channel of the settlement files. */
export const METHOD = { none: 0, other: 1, own: 2 } as const;
export const methodOf = (text: string): number => (text === '' ? METHOD.none : isOwnChannel(text) ? METHOD.own : METHOD.other);

/** The ledger's slips as columns, one entry a row that is a slip. */
export interface Ledger {
  /** Shows nothing of a moved row but its year and number. */
  readonly table: LedgerTable;
  /** Rows that are slips. */
  readonly count: number;
  /** For each: its row in the table, its year and number, its biller's code or null. */
  readonly row: Int32Array;
  readonly numbers: SlipNumbers;
  readonly billerCode: readonly (string | null)[];
  /** yyyymmdd, 0 when empty or unreadable. */
  readonly dueDate: Int32Array;
  /** The day the slip went out; 0 when it is not known. */
  readonly issuedDate: Int32Array;
  /** Yen, -1 when empty or unreadable. */
  readonly billedAmount: Float64Array;
  readonly reissueNumber: Float64Array;
  /** The receipt of another channel that the row holds: its yen, 0 for none; its day, 0 for none; a METHOD. */
  readonly receivedAmount: Float64Array;
  readonly receivedDate: Int32Array;
  readonly method: Uint8Array;
  /** 1: one of its cells is unreadable or missing. */
  readonly bad: Uint8Array;
  /** Rows that are not blank and no slip. */
  readonly unusedRows: number;
  /** Index of each known column in the table, or -1. */
  readonly columnOf: Readonly<Record<LedgerColumn, number>>;
}

export const findColumns = (header: readonly string[]): { readonly columnOf: Record<LedgerColumn, number> } | { readonly refusal: LedgerRefusal } =>
  columnsNamed(header, LEDGER_COLUMNS, REQUIRED);

/** Whether the ledger itself can tell what was paid elsewhere. */
export const tellsReceipts = ({ columnOf }: Pick<Ledger, 'columnOf'>): boolean => columnOf.receivedDate >= 0 || columnOf.receivedAmount >= 0;

/** A ledger's fiscal year as digits. */
export const FISCAL_YEAR_DIGITS = 4;

/** Of a cell that may be empty. */
const EMPTY = -1;
const unlessEmpty =
  <T>(empty: number, read: (text: string) => T) =>
  (text: string): T | number =>
    text === '' ? empty : read(text);

/** Reads the table's rows; `widths.number` is how many digits a slip number may have. */
export function readLedger(table: LedgerTable, widths: NumberWidths, report: Report): { ledger: Ledger } | { refusal: LedgerRefusal } {
  const found = findColumns(table.header);
  if ('refusal' in found) return found;
  const { columnOf } = found;
  const years = readings(table, columnOf.fiscalYear, (text) => yearBytes(readFiscalYear(text)));
  const dues = readings(table, columnOf.dueDate, readDay);
  const amounts = readings(table, columnOf.billedAmount, readAmount);
  const reissues = readings(table, columnOf.reissueNumber, readReissueNumber);
  const billers = readings(table, columnOf.billerCode, (text) => (text === '' || text.includes(NOT_A_CHARACTER) ? null : text));
  const issues = readings(table, columnOf.issuedDate, unlessEmpty(0, readDay));
  const receivedDays = readings(table, columnOf.receivedDate, unlessEmpty(0, readDay));
  const receivedAmounts = readings(table, columnOf.receivedAmount, unlessEmpty(EMPTY, readAmount));
  const methods = readings(table, columnOf.receivedBy, methodOf);

  const { rowCount } = table;
  const row = new Int32Array(rowCount);
  const slipNumbers = new SlipNumbers(widths, rowCount);
  const cells = new NumberCells(table, columnOf.slipNumber);
  const billerCode = new Array<string | null>(rowCount).fill(null);
  const dueDate = new Int32Array(rowCount);
  const issuedDate = new Int32Array(rowCount);
  const billedAmount = new Float64Array(rowCount);
  const reissueNumber = new Float64Array(rowCount);
  const receivedAmount = new Float64Array(rowCount);
  const receivedDate = new Int32Array(rowCount);
  const method = new Uint8Array(rowCount);
  const bad = new Uint8Array(rowCount);
  const rounded = new RoundedNumbers();
  let count = 0;
  let unusedRows = 0;

  for (let r = 0; r < rowCount; r++) {
    const year = years.values[years.ids[r]!]!;
    const length = cells.read(r);
    const isSlip = year !== null && length > 0 && length <= widths.number;
    if (!isSlip && isBlankRow(table, r)) continue;
    if (length > 0) rounded.add(cells.digits, length);
    const isMoved = table.moved.has(r);
    const due = dues.values[dues.ids[r]!]!;
    const billed = amounts.values[amounts.ids[r]!]!;
    const reissue = reissues.values[reissues.ids[r]!]!;
    const issued = issues.values[issues.ids[r]!]!;
    const received = receivedAmounts.values[receivedAmounts.ids[r]!]!;
    const receivedOn = receivedDays.values[receivedDays.ids[r]!]!;
    const isSound =
      isSlip &&
      due !== null &&
      billed !== null &&
      reissue !== null &&
      issued !== null &&
      issued <= due &&
      received !== null &&
      receivedOn !== null &&
      (received !== 0 || receivedOn === 0) &&
      table.intact &&
      !isMoved;
    const problems = isSound
      ? NO_PROBLEMS
      : rowProblems(table, r, columnOf, { year, length, widest: widths.number, due, billed, reissue, issued, received, receivedOn });
    for (const { field, needs, expected = null, actual } of problems) {
      const place = { file: table.name, record: recordOfRow(table, r), field, expected, actual };
      report(finding('ledgerRow', place, { needs, rowUsed: isSlip, digits: needs === 'slipNumberWidth' ? { most: widths.number, actual: length } : null }));
    }
    if (!isSlip) {
      unusedRows++;
      continue;
    }
    const entry = count++;
    row[entry] = r;
    slipNumbers.set(entry, year, 0, year.length, cells.digits, 0, length);
    bad[entry] = problems.length > 0 ? 1 : 0;
    billedAmount[entry] = EMPTY;
    if (isMoved) continue;
    billerCode[entry] = billers.values[billers.ids[r]!]!;
    dueDate[entry] = due ?? 0;
    issuedDate[entry] = issued === null || (due !== null && issued > due) ? 0 : issued;
    billedAmount[entry] = billed ?? EMPTY;
    reissueNumber[entry] = reissue ?? 0;
    method[entry] = methods.values[methods.ids[r]!]!;
    if (received === null || receivedOn === null) continue;
    receivedAmount[entry] = received > 0 ? received : received === EMPTY && receivedOn !== 0 ? Math.max(0, billed ?? 0) : 0;
    receivedDate[entry] = receivedOn;
  }
  if (count + unusedRows === 0) return { refusal: { code: 'noDataRow', columns: table.header.map(trimmed) } };
  if (rounded.areRounded())
    report(finding('ledgerRounded', { file: table.name, field: LEDGER_COLUMNS.slipNumber }, { count: rounded.rounded, isLedger: true }));
  const values = { dueDate, issuedDate, billedAmount, reissueNumber, receivedAmount, receivedDate, method, bad };
  return { ledger: { table: withoutMovedTexts(table, columnOf), count, row, numbers: slipNumbers, billerCode, ...values, unusedRows, columnOf } };
}

/** A row's cells as they were read; null where a cell could not be. */
interface RowCells {
  readonly year: Uint8Array | null;
  /** Digits of the number, 0 where it is none; and how many it may have. */
  readonly length: number;
  readonly widest: number;
  readonly due: Day | null;
  readonly billed: number | null;
  readonly reissue: number | null;
  /** 0: empty. */
  readonly issued: Day | null;
  /** EMPTY: empty. */
  readonly received: number | null;
  /** 0: empty. */
  readonly receivedOn: Day | null;
}

interface CellProblem {
  readonly field: string | null;
  readonly needs: LedgerNeed;
  readonly expected?: FindingValue;
  readonly actual: FindingValue;
}

const NO_PROBLEMS: readonly CellProblem[] = [];

function rowProblems(table: LedgerTable, row: number, columnOf: Readonly<Record<LedgerColumn, number>>, cells: RowCells): CellProblem[] {
  const moved = table.moved.get(row);
  if (moved !== undefined) return [{ field: null, needs: 'noMoreCells', expected: table.header.length, actual: moved }];
  const problems: CellProblem[] = [];
  const add = (column: LedgerColumn, needs: LedgerNeed): void => {
    problems.push({ field: LEDGER_COLUMNS[column], needs, actual: trimmed(table.cell(row, columnOf[column])) });
  };
  const isNumber = cells.length > 0;
  if (cells.year === null) add('fiscalYear', 'fiscalYear');
  if (!isNumber) add('slipNumber', 'slipNumber');
  else if (cells.length > cells.widest) add('slipNumber', 'slipNumberWidth');
  // A row without year or number is no slip: its other cells are not judged.
  if (problems.length > 0) return problems;
  if (cells.due === null) add('dueDate', 'date');
  if (cells.billed === null) add('billedAmount', 'amount');
  if (cells.reissue === null) add('reissueNumber', 'reissueNumber');
  if (cells.issued === null) add('issuedDate', 'date');
  else if (cells.due !== null && cells.issued > cells.due) add('issuedDate', 'notAfterDue');
  if (cells.receivedOn === null) add('receivedDate', 'date');
  if (cells.received === null) add('receivedAmount', 'amount');
  else if (cells.received === 0 && cells.receivedOn !== 0) add('receivedAmount', 'moreThanZero');
  if (table.intact) return problems;
  for (const [column, index] of Object.entries(columnOf) as [LedgerColumn, number][]) {
    const isReported = problems.some(({ field }) => field === LEDGER_COLUMNS[column]);
    if (index >= 0 && !isReported && table.cell(row, index).includes(NOT_A_CHARACTER)) add(column, 'text');
  }
  return problems;
}

/** The table with moved rows blank but for their year and number: what stands in their other cells may be anybody's name. */
function withoutMovedTexts(table: LedgerTable, columnOf: Readonly<Record<LedgerColumn, number>>): LedgerTable {
  if (table.moved.size === 0) return table;
  const { name, header, headerRecord, rowCount, intact, moved } = table;
  const cell = (row: number, column: number): string => {
    const text = table.cell(row, column);
    if (!moved.has(row)) return text;
    if (column === columnOf.fiscalYear && readFiscalYear(trimmed(text)) !== null) return text;
    return column === columnOf.slipNumber && readDigits(trimmed(text)) !== null ? text : '';
  };
  return {
    name,
    header,
    headerRecord,
    rowCount,
    intact,
    moved,
    cell,
    copyCell: (row, column, into) => (moved.has(row) ? copyText(cell(row, column), into) : table.copyCell(row, column, into)),
    dictionary: (column) => {
      const { ids, texts } = table.dictionary(column);
      for (const row of moved.keys()) if (cell(row, column) === '') ids[row] = texts.length;
      return { ids, texts: [...texts, ''] };
    },
  };
}

const yearBytes = (year: string | null): Uint8Array | null => (year === null ? null : asciiBytes(year));
