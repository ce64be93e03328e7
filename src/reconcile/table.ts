/** What is a table of texts, a ledger or a list of receipts, before anything in it is understood? */
import { trimmed } from './cells';

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
  /** Rows that a comma or a quote has moved, with how many cells each has: more than the header, so that no cell may be believed to be where it stands. */
  readonly moved: ReadonlyMap<number, number>;
}

/** 1-based record of a row of the table. */
export const recordOfRow = (table: Pick<LedgerTable, 'headerRecord'>, row: number): number => table.headerRecord + 1 + row;

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

/** The rows with more cells than the header. */
export class LongRows {
  private readonly rows: number[] = [];
  private readonly cells: number[] = [];
  private hasText = false;

  constructor(private readonly columns: number) {}

  add(row: number, cells: number, hasTextBeyond: boolean): void {
    if (cells <= this.columns) return;
    this.rows.push(row);
    this.cells.push(cells);
    if (hasTextBeyond) this.hasText = true;
  }

  /** Those that were moved. A file whose every row has as many cells, all empty beyond the header, was only written so. */
  moved(rowCount: number, isBlank: (row: number) => boolean): Map<number, number> {
    if (this.rows.length === 0 || this.isHabit(rowCount, isBlank)) return new Map();
    const moved = new Map<number, number>();
    for (const [index, row] of this.rows.entries()) if (!isBlank(row)) moved.set(row, this.cells[index]!);
    return moved;
  }

  private isHabit(rowCount: number, isBlank: (row: number) => boolean): boolean {
    if (this.hasText) return false;
    let next = 0;
    let cells = 0;
    for (let row = 0; row < rowCount; row++) {
      const isLong = this.rows[next] === row;
      const own = isLong ? this.cells[next++]! : 0;
      if (isBlank(row)) continue;
      if (!isLong || (cells !== 0 && own !== cells)) return false;
      cells = own;
    }
    return true;
  }
}

const hasText = (cell: string): boolean => trimmed(cell) !== '';

/** A table of rows of texts, the header first; null when there is no row with text. `moved`, where it is known already. */
export function textTable(name: string, rows: readonly (readonly string[])[], intact: boolean, known?: LedgerTable['moved']): LedgerTable | null {
  const headerIndex = rows.findIndex((cells) => cells.some(hasText));
  if (headerIndex < 0) return null;
  const header = rows[headerIndex]!;
  const below = rows.slice(headerIndex + 1);
  const long = new LongRows(header.length);
  for (const [row, cells] of below.entries()) long.add(row, cells.length, cells.length > header.length && cells.slice(header.length).some(hasText));
  const moved = known ?? long.moved(below.length, (row) => !below[row]!.some(hasText));
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
  return { name, header, headerRecord: headerIndex + 1, rowCount: below.length, intact, moved, cell, copyCell, dictionary };
}

/** Why a table cannot be used at all. */
export type LedgerRefusal =
  | { readonly code: 'noHeader'; readonly required: readonly string[]; readonly columns: readonly string[] }
  | { readonly code: 'columnsMissing'; readonly missing: readonly string[]; readonly columns: readonly string[] }
  | { readonly code: 'columnDoubled'; readonly doubled: string; readonly columns: readonly string[] }
  | { readonly code: 'noDataRow'; readonly columns: readonly string[] };

/** Where the columns of these names stand, -1 for one that is not there. Two of one name would be a silent choice: refused. */
export function columnsNamed<K extends string>(
  header: readonly string[],
  names: Readonly<Record<K, string>>,
  required: readonly K[],
): { readonly columnOf: Record<K, number> } | { readonly refusal: LedgerRefusal } {
  const columns = header.map(trimmed);
  const known = Object.entries(names) as [K, string][];
  const requiredNames = required.map((column) => names[column]);
  if (!known.some(([, name]) => columns.includes(name))) return { refusal: { code: 'noHeader', required: requiredNames, columns } };
  const missing = requiredNames.filter((name) => !columns.includes(name));
  if (missing.length > 0) return { refusal: { code: 'columnsMissing', missing, columns } };
  const columnOf = {} as Record<K, number>;
  for (const [column, name] of known) {
    columnOf[column] = columns.indexOf(name);
    if (columns.lastIndexOf(name) !== columnOf[column]) return { refusal: { code: 'columnDoubled', doubled: name, columns } };
  }
  return { columnOf };
}

export function isBlankRow(table: LedgerTable, row: number): boolean {
  return !table.moved.has(row) && table.header.every((_, column) => trimmed(table.cell(row, column)) === '');
}

/** A table of blank rows is refused. */
export function holdsDataRow(table: LedgerTable): boolean {
  for (let row = 0; row < table.rowCount; row++) if (!isBlankRow(table, row)) return true;
  return false;
}

/** What a column says: `values[ids[row]]`. */
export interface Readings<T> {
  readonly ids: Int32Array;
  readonly values: readonly T[];
}

/** Reads each distinct text of a column once; a column that is not there says '' in every row. */
export function readings<T>(table: LedgerTable, column: number, read: (text: string) => T): Readings<T> {
  if (column < 0) return { ids: new Int32Array(table.rowCount), values: [read('')] };
  const { ids, texts } = table.dictionary(column);
  return { ids, values: texts.map((text) => read(trimmed(text))) };
}
