/** What is a table? A header, rows and perhaps totals on a sheet, with a name that formulas use. */
import { alike, foldedName } from './alike';
import { areaAt, holds, lastColumn, lastRow, parseArea, type Area } from './address';
import { invalidArgument } from './errors';
import type { FilterCriteria } from './filter';
import type { SortKey } from './sort';
import { cellText, type Written } from './text';

export interface TableSettings {
  showHeaders: boolean;
  showTotals: boolean;
  showBandedRows: boolean;
  showBandedColumns: boolean;
  showFilterButton: boolean;
  highlightFirstColumn: boolean;
  highlightLastColumn: boolean;
  style: string;
}

/** On a sheet of whatever kind its texts can be read from. */
export class TableOn<On extends Written> implements TableSettings {
  showHeaders = true;
  showTotals = false;
  showBandedRows = true;
  showBandedColumns = false;
  showFilterButton = true;
  highlightFirstColumn = false;
  highlightLastColumn = false;
  style = 'TableStyleMedium2';
  /** By the place of the column. */
  readonly filters = new Map<number, FilterCriteria>();
  private names: readonly string[] = [];
  sorted: { readonly keys: readonly SortKey[]; readonly matchCase: boolean } | null = null;

  constructor(
    readonly sheet: On,
    readonly id: string,
    public name: string,
    public area: Area,
  ) {}

  headerArea(): Area | null {
    return this.showHeaders ? areaAt(this.area.row, this.area.column, 1, this.area.columns) : null;
  }

  totalsArea(): Area | null {
    return this.showTotals ? areaAt(lastRow(this.area), this.area.column, 1, this.area.columns) : null;
  }

  bodyArea(): Area {
    const above = this.showHeaders ? 1 : 0;
    const below = this.showTotals ? 1 : 0;
    return areaAt(this.area.row + above, this.area.column, Math.max(1, this.area.rows - above - below), this.area.columns);
  }

  columnNames(): readonly string[] {
    return this.names;
  }

  columnNamed(name: string): number | undefined {
    const index = this.names.findIndex((known) => known === name || alike(known, name, this.sheet.foldsWidth));
    return index < 0 ? undefined : index;
  }

  isHeaderCell(row: number, column: number): boolean {
    const header = this.headerArea();
    return header !== null && holds(header, row, column);
  }

  /**
   * Reads the names from the header again: every one is a text of its own; numbers become texts, blanks and repetitions get a number.
   * Gives the columns that are called differently now. @assumption table-headers
   */
  settleHeaders(): Renamed[] {
    const header = this.headerArea();
    if (header === null) return [];
    const before = this.names;
    this.names = this.settledNames(header);
    return before.length === this.names.length
      ? this.names.flatMap((after, index) => (before[index] === after ? [] : [{ before: before[index] as string, after }]))
      : [];
  }

  private settledNames(header: Area): string[] {
    const taken = new Set<string>();
    return Array.from({ length: header.columns }, (_, index) => {
      const column = header.column + index;
      const name = unusedName(cellText(this.sheet, header.row, column) || usualHeader(index), taken, this.sheet.foldsWidth);
      taken.add(foldedName(name, this.sheet.foldsWidth));
      if (this.sheet.cells.value(header.row, column) !== name) this.sheet.cells.setValue(header.row, column, name);
      return name;
    });
  }

  /** The names move with their columns. */
  spliceNames(at: number, removed: number, added: readonly string[]): void {
    this.names = [...this.names.slice(0, at), ...added, ...this.names.slice(at + removed)];
  }
}

export interface Renamed {
  readonly before: string;
  readonly after: string;
}

export const usualHeader = (index: number): string => `列${index + 1}`;

function unusedName(wanted: string, taken: ReadonlySet<string>, foldsWidth: boolean): string {
  let name = wanted;
  for (let number = 2; taken.has(foldedName(name, foldsWidth)); number++) name = `${wanted}${number}`;
  return name;
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}_.\\?・]*$/u;
const LONGEST_NAME = 255;

/** Letters, digits, `_` and `.`; nothing that reads as a cell. @assumption table-names */
export function checkedName(name: unknown): string {
  if (typeof name !== 'string' || name.length > LONGEST_NAME || !NAME.test(name)) throw invalidArgument(`the name ${String(name)}`);
  if (parseArea(name) !== null || /^(?:[rc]|r\d*c\d*)$/i.test(name)) throw invalidArgument(`the name ${name} reads as a cell`);
  return name;
}

/** The first row of a table stays where it is; it keeps at least one row below the header. @assumption table-resize */
export function checkedResize(table: TableOn<Written>, area: Area): Area {
  const least = (table.showHeaders ? 2 : 1) + (table.showTotals ? 1 : 0);
  if (area.row !== table.area.row || area.rows < least) throw invalidArgument('a table keeps its header and at least one row');
  if (lastColumn(area) < table.area.column || area.column > lastColumn(table.area)) throw invalidArgument('the new table must overlap the old one');
  return area;
}
