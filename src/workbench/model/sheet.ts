/** What is on one sheet, and what may be changed there? */
import { COLUMNS, ROWS, areaAt, bounding, holds, intersection, lastColumn, lastRow, overlaps, type Area } from './address';
import { Cells } from './cells';
import { accessDenied } from './errors';
import type { FilterCriteria } from './filter';
import type { Calculation } from './calculation';
import { fitWrappedRows } from './fitting';
import { Geometry } from './geometry';
import { usualPageLayout, type Chart, type ConditionalFormat, type NamedItem, type PageLayout, type Protection, type ProtectionOptions } from './records';
import { Runs } from './runs';
import { DEFAULT_STYLE, type CellStyle, type StyleBook } from './style';
import type { TableOn } from './table';
import { DAYS_BEFORE_1904, type Content, type Shown } from './values';

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';

export type Table = TableOn<Sheet>;

/** What a sheet asks of its workbook. */
export interface Book {
  readonly styleBook: StyleBook;
  readonly usualStyle: CellStyle;
  readonly calculation: Calculation;
  /** Grows with every change; values that were calculated before are not current any more. */
  readonly revision: number;
  readonly sheets: readonly Sheet[];
  /** Dates are counted from 1904-01-01. */
  readonly date1904: boolean;
  /** Names that differ only in width are one. */
  readonly foldsWidth: boolean;
  nextId(): string;
  /** Whatever was calculated may be different now. */
  touch(): void;
  sheetNamed(name: string): Sheet | undefined;
  tables(): readonly Table[];
  tableNamed(name: string): Table | undefined;
  named(name: string): NamedItem | undefined;
}

/** A filter on cells that are no table. */
export interface SheetFilter {
  area: Area;
  readonly criteria: Map<number, FilterCriteria>;
}

export class Sheet {
  visibility: Visibility = 'Visible';
  /** Empty: no colour. */
  tabColor = '';
  showGridlines = true;
  showHeadings = true;
  readonly cells = new Cells();
  geometry = new Geometry();
  readonly tables: Table[] = [];
  /** The first that holds comes first. */
  conditionalFormats: ConditionalFormat[] = [];
  readonly charts: Chart[] = [];
  readonly names: NamedItem[] = [];
  readonly customProperties = new Map<string, string>();
  pageLayout: PageLayout = usualPageLayout();
  protection: Protection | null = null;
  frozen = { rows: 0, columns: 0 };
  filter: SheetFilter | null = null;
  private styles = new Map<number, Runs<CellStyle>>();

  constructor(
    readonly workbook: Book,
    readonly id: string,
    public name: string,
  ) {}

  get daysLate(): number {
    return this.workbook.date1904 ? DAYS_BEFORE_1904 : 0;
  }

  get foldsWidth(): boolean {
    return this.workbook.foldsWidth;
  }

  /** What a cell shows, before it is formatted. */
  shown(row: number, column: number): Shown {
    const formula = this.cells.formula(row, column);
    return formula === undefined ? this.cells.value(row, column) : this.workbook.calculation.value(this, row, column, formula);
  }

  formulaText(row: number, column: number): string | undefined {
    return this.cells.formula(row, column)?.text;
  }

  plainColumn(area: Area): readonly Content[] | null {
    return this.cells.plainColumn(area);
  }

  styleAt(row: number, column: number): CellStyle {
    return this.styles.get(column)?.at(row) ?? DEFAULT_STYLE;
  }

  styleRuns(column: number): Runs<CellStyle> | undefined {
    return this.styles.get(column);
  }

  styledColumns(): number[] {
    return [...this.styles.keys()].sort((a, b) => a - b);
  }

  changeStyle(area: Area, change: Partial<CellStyle>): void {
    const changed = this.workbook.styleBook.change(change);
    for (let column = area.column; column <= lastColumn(area); column++) this.madeStyles(column).update(area.row, area.rows, changed);
    if (change.wrapText !== undefined) fitWrappedRows(this, area);
  }

  setStyle(area: Area, style: CellStyle): void {
    for (let column = area.column; column <= lastColumn(area); column++) this.madeStyles(column).set(area.row, area.rows, style);
  }

  /** undefined: the cells differ. */
  uniformStyle<Key extends keyof CellStyle>(areas: readonly Area[], key: Key): CellStyle[Key] | undefined {
    let found: { readonly value: CellStyle[Key] } | null = null;
    for (const value of this.styleValues(areas, key)) {
      if (found === null) found = { value };
      // Borders are equal without being the same.
      else if (found.value !== value && JSON.stringify(found.value) !== JSON.stringify(value)) return undefined;
    }
    return found?.value;
  }

  private *styleValues<Key extends keyof CellStyle>(areas: readonly Area[], key: Key): Generator<CellStyle[Key]> {
    for (const area of areas) {
      for (let column = area.column; column <= lastColumn(area); column++) {
        const runs = this.styles.get(column);
        if (runs === undefined) yield DEFAULT_STYLE[key];
        else for (const { value } of runs.runs(area.row, area.rows)) yield value[key];
      }
    }
  }

  private madeStyles(column: number): Runs<CellStyle> {
    let runs = this.styles.get(column);
    if (runs === undefined) this.styles.set(column, (runs = new Runs<CellStyle>(ROWS, DEFAULT_STYLE)));
    return runs;
  }

  /** Moves looks as cells move: the runs of a column are changed as its rows are. */
  changeRowsOfStyles(columns: Pick<Area, 'column' | 'columns'>, change: (runs: Runs<CellStyle>) => void): void {
    for (const [column, runs] of this.styles) if (column >= columns.column && column < columns.column + columns.columns) change(runs);
  }

  /** Moves looks sideways within the rows of an area. */
  moveStyles(area: Area, columns: number): void {
    const taken = this.styledColumns().flatMap((column) =>
      column < area.column || column > lastColumn(area) ? [] : [...(this.styles.get(column)?.runs(area.row, area.rows) ?? [])].map((run) => ({ column, run })),
    );
    for (const column of this.styledColumns())
      if (column >= area.column && column <= lastColumn(area)) this.styles.get(column)?.set(area.row, area.rows, DEFAULT_STYLE);
    for (const { column, run } of taken) {
      const to = column + columns;
      if (to >= 0 && to < COLUMNS) this.madeStyles(to).set(run.start, run.count, run.value);
    }
  }

  copyStylesTo(other: Sheet): void {
    other.styles = new Map([...this.styles].map(([column, runs]) => [column, runs.copy()]));
  }

  /** Around all contents, and unless only values are asked for around all looks; looks of whole columns and rows do not count. @assumption used-range */
  usedArea(valuesOnly: boolean, within: Area = areaAt(0, 0, ROWS, COLUMNS)): Area | null {
    const filled = this.cells.used(within);
    if (valuesOnly) return filled;
    const styled = this.styledArea(within);
    return filled !== null && styled !== null ? bounding(filled, styled) : (filled ?? styled);
  }

  private styledArea(within: Area): Area | null {
    const wholeRows = [...(this.styles.get(COLUMNS - 1)?.runs() ?? [])].filter(({ value }) => value !== DEFAULT_STYLE);
    const isWhole = (start: number, count: number): boolean =>
      start + count === ROWS || wholeRows.some((run) => start >= run.start && start + count <= run.start + run.count);
    let found: Area | null = null;
    for (const [column, runs] of this.styles) {
      for (const { start, count, value } of runs.runs()) {
        if (value === DEFAULT_STYLE || isWhole(start, count)) continue;
        const area = intersection(within, areaAt(start, column, count));
        if (area !== null) found = found === null ? area : bounding(found, area);
      }
    }
    return found;
  }

  /** Below the last row of which a formula could want something. */
  rowsInUse(): number {
    const filled = this.cells.used(areaAt(0, 0, ROWS, COLUMNS));
    return filled === null ? 1 : lastRow(filled) + 1;
  }

  isFilteredOut(row: number): boolean {
    return this.geometry.filteredRows.at(row);
  }

  isHiddenRow(row: number): boolean {
    return this.geometry.hiddenRows.at(row);
  }

  tableAt(row: number, column: number): Table | undefined {
    return this.tables.find(({ area }) => holds(area, row, column));
  }

  tablesIn(area: Area): Table[] {
    return this.tables.filter((table) => overlaps(table.area, area));
  }

  named(name: string): NamedItem | undefined {
    return this.names.find((item) => item.name.toLowerCase() === name.toLowerCase());
  }

  /** Contents may be changed where the sheet is not protected, or where every cell is unlocked. @assumption protection */
  mayEdit(area: Area): void {
    if (this.protection === null) return;
    if (this.uniformStyle([area], 'locked') !== false) throw accessDenied(`the sheet ${this.name} is protected`);
  }

  mayDo(option: Exclude<keyof ProtectionOptions, 'selectionMode'> | null): void {
    if (this.protection === null || (option !== null && this.protection.options[option])) return;
    throw accessDenied(`the sheet ${this.name} is protected`);
  }
}
