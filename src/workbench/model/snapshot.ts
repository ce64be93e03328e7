/** What is the whole workbook, as plain data that can be kept, compared, written to a file and opened again? */
import { WHOLE_SHEET, areaAt, lastColumn, lastRow, type Area } from './address';
import type { FilterCriteria } from './filter';
import { Geometry } from './geometry';
import type { CalculationMode, Properties } from './workbook';
import { Workbook } from './workbook';
import type { Chart, ConditionalStyle, CustomXmlPart, NamedItem, PageLayout, Protection, SeriesSource } from './records';
import type { Run, Runs } from './runs';
import { Sheet, type Table, type Visibility } from './sheet';
import { DEFAULT_STYLE, type CellStyle } from './style';
import { TableOn, type TableSettings } from './table';
import { CellError, NotCalculated, isErrorCode, type Shown } from './values';

/** A blank cell is null; an error and a formula that nobody calculated say what they are. */
export type ValueSnapshot = string | number | boolean | null | { readonly error: string } | { readonly notCalculated: string };

export interface FormulaSnapshot {
  readonly row: number;
  readonly column: number;
  /** Without `=`. */
  readonly formula: string;
}

/** Cells that look alike; `style` is a place in the workbook's list of styles. */
export interface LookSnapshot extends Area {
  readonly style: number;
}

export interface LineSnapshot<T> {
  readonly start: number;
  readonly count: number;
  readonly value: T;
}

export interface TableSnapshot extends TableSettings {
  readonly name: string;
  readonly area: Area;
  readonly columns: readonly string[];
  readonly filters: readonly { readonly column: number; readonly criteria: FilterCriteria }[];
}

export interface ConditionalFormatSnapshot {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly stopIfTrue: boolean;
  readonly style: ConditionalStyle;
}

export interface ChartSnapshot {
  readonly name: string;
  readonly type: string;
  readonly title: string | null;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly series: readonly {
    readonly name: string;
    readonly values: SeriesSource | null;
    readonly categories: SeriesSource | null;
    readonly fillColor: string | null;
    readonly set: Readonly<Record<string, unknown>>;
  }[];
  /** Whatever else was set, by path: `legend/position`. */
  readonly set: Readonly<Record<string, unknown>>;
}

export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly showHeadings: boolean;
  /** Row after row from A1; each row ends with its last cell that holds something. What a formula gives stands here too. */
  readonly values: readonly (readonly ValueSnapshot[])[];
  readonly formulas: readonly FormulaSnapshot[];
  readonly looks: readonly LookSnapshot[];
  readonly usualWidth: number;
  /** Points. */
  readonly columnWidths: readonly LineSnapshot<number>[];
  readonly rowHeights: readonly LineSnapshot<number>[];
  /** What wrapped texts made of rows whose height was never set. */
  readonly fittedRowHeights: readonly LineSnapshot<number>[];
  readonly hiddenColumns: readonly LineSnapshot<true>[];
  readonly hiddenRows: readonly LineSnapshot<true>[];
  readonly filteredRows: readonly LineSnapshot<true>[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly tables: readonly TableSnapshot[];
  readonly filter: { readonly area: Area; readonly criteria: readonly { readonly column: number; readonly criteria: FilterCriteria }[] } | null;
  readonly conditionalFormats: readonly ConditionalFormatSnapshot[];
  readonly charts: readonly ChartSnapshot[];
  readonly names: readonly NamedItem[];
  readonly pageLayout: PageLayout;
  readonly protection: Protection | null;
  readonly customProperties: Readonly<Record<string, string>>;
}

export interface WorkbookSnapshot {
  readonly version: 1;
  readonly name: string;
  readonly activeSheet: number;
  readonly selection: Area;
  readonly styles: readonly CellStyle[];
  readonly sheets: readonly SheetSnapshot[];
  readonly names: readonly NamedItem[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly customXmlParts: readonly Omit<CustomXmlPart, 'id'>[];
  readonly properties: Properties;
  readonly customProperties: Readonly<Record<string, string | number | boolean>>;
  readonly protection: Protection | null;
  readonly calculationMode: CalculationMode;
}

/** Only what JSON can say is kept, so that a snapshot may go through a file. */
export const plainCopy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** A copy: nothing that happens to the workbook later reaches it. */
export function snapshotOf(workbook: Workbook): WorkbookSnapshot {
  const styles: CellStyle[] = [];
  const places = new Map<CellStyle, number>();
  const styleIndex = (style: CellStyle): number => {
    if (!places.has(style)) places.set(style, styles.push(style) - 1);
    return places.get(style) as number;
  };
  const sheets = workbook.sheets.map((sheet) => sheetSnapshot(sheet, styleIndex));
  const { name, names, settings, customXmlParts, properties, customProperties, protection, calculationMode, selection } = workbook;
  return plainCopy({
    version: 1,
    name,
    activeSheet: workbook.sheets.indexOf(workbook.active),
    selection,
    styles,
    sheets,
    names,
    settings: Object.fromEntries(settings),
    customXmlParts: customXmlParts.map(({ namespaceUri, xml }) => ({ namespaceUri, xml })),
    properties,
    customProperties: Object.fromEntries(customProperties),
    protection,
    calculationMode,
  } satisfies WorkbookSnapshot);
}

function sheetSnapshot(sheet: Sheet, styleIndex: (style: CellStyle) => number): SheetSnapshot {
  const { name, visibility, tabColor, showGridlines, showHeadings, geometry, frozen, filter, names, pageLayout, protection } = sheet;
  return {
    name,
    visibility,
    tabColor,
    showGridlines,
    showHeadings,
    values: valuesOf(sheet),
    formulas: [...sheet.cells.formulasIn(WHOLE_SHEET)].map(({ row, column, formula }) => ({ row, column, formula: formula.text })),
    looks: looksOf(sheet, styleIndex),
    usualWidth: geometry.usualWidth,
    columnWidths: linesOf(geometry.widths),
    rowHeights: linesOf(geometry.heights),
    fittedRowHeights: linesOf(geometry.fittedHeights),
    hiddenColumns: linesOf(geometry.hiddenColumns),
    hiddenRows: linesOf(geometry.hiddenRows),
    filteredRows: linesOf(geometry.filteredRows),
    frozen,
    tables: sheet.tables.map(tableSnapshot),
    filter: filter === null ? null : { area: filter.area, criteria: criteriaOf(filter.criteria) },
    conditionalFormats: sheet.conditionalFormats.map(({ areas, formula, stopIfTrue, style }) => ({ areas, formula, stopIfTrue, style })),
    charts: sheet.charts.map(chartSnapshot),
    names,
    pageLayout,
    protection,
    customProperties: Object.fromEntries(sheet.customProperties),
  };
}

function valuesOf(sheet: Sheet): ValueSnapshot[][] {
  const used = sheet.cells.used(WHOLE_SHEET);
  if (used === null) return [];
  return Array.from({ length: lastRow(used) + 1 }, (_, row) => {
    const values: ValueSnapshot[] = [];
    for (let column = lastColumn(used); column >= 0; column--) {
      if (values.length === 0 && sheet.cells.isBlank(row, column)) continue;
      values[column] = valueSnapshot(sheet.shown(row, column));
    }
    return values;
  });
}

function valueSnapshot(shown: Shown): ValueSnapshot {
  if (shown === undefined) return null;
  if (shown instanceof CellError) return { error: shown.code };
  return shown instanceof NotCalculated ? { notCalculated: shown.reason } : shown;
}

/** Neighbouring columns with the same runs are one rectangle. */
function looksOf(sheet: Sheet, styleIndex: (style: CellStyle) => number): LookSnapshot[] {
  const looks: LookSnapshot[] = [];
  let open: LookSnapshot[] = [];
  for (const column of sheet.styledColumns()) {
    const runs = [...(sheet.styleRuns(column)?.runs() ?? [])].filter(({ value }) => value !== DEFAULT_STYLE);
    const own = runs.map(({ start, count, value }): LookSnapshot => ({ ...areaAt(start, column, count), style: styleIndex(value) }));
    const merged = own.map((look) => {
      const left = open.find((other) => lastColumn(other) === column - 1 && other.row === look.row && other.rows === look.rows && other.style === look.style);
      return left === undefined ? look : { ...left, columns: left.columns + 1 };
    });
    looks.push(...open.filter((other) => !merged.some((look) => look.row === other.row && look.column === other.column)));
    open = merged;
  }
  return [...looks, ...open].sort((a, b) => a.row - b.row || a.column - b.column);
}

const linesOf = <T>(runs: Runs<T>): LineSnapshot<NonNullable<T> & Exclude<T, false>>[] =>
  [...runs.runs()].filter((run): run is Run<NonNullable<T> & Exclude<T, false>> & Run<T> => run.value !== null && run.value !== false);

const criteriaOf = (filters: ReadonlyMap<number, FilterCriteria>): { column: number; criteria: FilterCriteria }[] =>
  [...filters].sort(([a], [b]) => a - b).map(([column, criteria]) => ({ column, criteria }));

function tableSnapshot(table: Table): TableSnapshot {
  const { name, area, showHeaders, showTotals, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn, style } = table;
  const settings = { showHeaders, showTotals, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn, style };
  return { name, area, columns: table.columnNames(), filters: criteriaOf(table.filters), ...settings };
}

function chartSnapshot({ name, type, title, left, top, width, height, series, set }: Chart): ChartSnapshot {
  return {
    name,
    type,
    title,
    left,
    top,
    width,
    height,
    series: series.map((one) => ({
      name: one.name,
      values: one.values,
      categories: one.categories,
      fillColor: one.fillColor,
      set: Object.fromEntries(one.set),
    })),
    set: Object.fromEntries(set),
  };
}

/** A workbook as it was when the snapshot was taken; nothing in it is unsaved. */
export function workbookOf(given: WorkbookSnapshot): Workbook {
  const snapshot = plainCopy(given);
  const workbook = new Workbook(snapshot.name, null);
  const styles = snapshot.styles.map((style) => workbook.styleBook.of(style));
  for (const sheet of snapshot.sheets) workbook.sheets.push(sheetOf(workbook, sheet, styles));
  const active = workbook.sheets[snapshot.activeSheet];
  if (active === undefined) throw new Error('the snapshot has no active sheet');
  workbook.active = active;
  workbook.selection = snapshot.selection;
  workbook.names.push(...snapshot.names);
  for (const [key, value] of Object.entries(snapshot.settings)) workbook.settings.set(key, value);
  for (const [key, value] of Object.entries(snapshot.customProperties)) workbook.customProperties.set(key, value);
  workbook.customXmlParts.push(...snapshot.customXmlParts.map((part) => ({ ...part, id: workbook.nextId() })));
  Object.assign(workbook.properties, snapshot.properties);
  workbook.protection = snapshot.protection;
  workbook.calculationMode = snapshot.calculationMode;
  return workbook;
}

function sheetOf(workbook: Workbook, snapshot: SheetSnapshot, styles: readonly CellStyle[]): Sheet {
  const sheet = new Sheet(workbook, workbook.nextId(), snapshot.name);
  const { visibility, tabColor, showGridlines, showHeadings, pageLayout, protection } = snapshot;
  Object.assign(sheet, { visibility, tabColor, showGridlines, showHeadings, pageLayout, protection });
  sheet.frozen = { ...snapshot.frozen };
  restoreContents(sheet, snapshot, styles);
  sheet.geometry = geometryOf(snapshot);
  for (const table of snapshot.tables) sheet.tables.push(tableOf(sheet, table));
  if (snapshot.filter !== null)
    sheet.filter = { area: snapshot.filter.area, criteria: new Map(snapshot.filter.criteria.map(({ column, criteria }) => [column, criteria])) };
  sheet.conditionalFormats = snapshot.conditionalFormats.map((format) => ({ ...format, id: workbook.nextId() }));
  sheet.charts.push(...snapshot.charts.map((chart) => chartOf(workbook, chart)));
  sheet.names.push(...snapshot.names);
  for (const [key, value] of Object.entries(snapshot.customProperties)) sheet.customProperties.set(key, value);
  return sheet;
}

function restoreContents(sheet: Sheet, { values, formulas, looks }: SheetSnapshot, styles: readonly CellStyle[]): void {
  for (const [row, cells] of values.entries()) {
    for (const [column, value] of cells.entries()) {
      if (value === null || (typeof value === 'object' && 'notCalculated' in value)) continue;
      if (typeof value !== 'object') sheet.cells.setValue(row, column, value);
      else if (isErrorCode(value.error)) sheet.cells.setValue(row, column, new CellError(value.error));
    }
  }
  for (const { row, column, formula } of formulas) sheet.cells.setFormula(row, column, formula);
  for (const { style, ...area } of looks) sheet.setStyle(area, styles[style] ?? DEFAULT_STYLE);
}

export type LinesSnapshot = Pick<
  SheetSnapshot,
  'usualWidth' | 'columnWidths' | 'rowHeights' | 'fittedRowHeights' | 'hiddenColumns' | 'hiddenRows' | 'filteredRows'
>;

/** How wide and high everything is. */
export function geometryOf(snapshot: LinesSnapshot): Geometry {
  const geometry = new Geometry();
  geometry.usualWidth = snapshot.usualWidth;
  for (const { start, count, value } of snapshot.columnWidths) geometry.widths.set(start, count, value);
  for (const { start, count, value } of snapshot.rowHeights) geometry.heights.set(start, count, value);
  for (const { start, count, value } of snapshot.fittedRowHeights) geometry.fittedHeights.set(start, count, value);
  for (const { start, count } of snapshot.hiddenColumns) geometry.hiddenColumns.set(start, count, true);
  for (const { start, count } of snapshot.hiddenRows) geometry.hiddenRows.set(start, count, true);
  const filtered = snapshot.filteredRows.at(-1);
  if (filtered === undefined) return geometry;
  const rows = Array.from({ length: filtered.start + filtered.count }, () => false);
  for (const { start, count } of snapshot.filteredRows) rows.fill(true, start, start + count);
  geometry.filteredRows.setEach(0, rows);
  return geometry;
}

function tableOf(sheet: Sheet, { name, area, columns, filters, ...settings }: TableSnapshot): Table {
  const table = new TableOn(sheet, sheet.workbook.nextId(), name, area);
  Object.assign(table, settings);
  table.spliceNames(0, 0, columns);
  for (const { column, criteria } of filters) table.filters.set(column, criteria);
  return table;
}

const chartOf = (workbook: Workbook, { series, set, ...chart }: ChartSnapshot): Chart => ({
  ...chart,
  id: workbook.nextId(),
  set: new Map(Object.entries(set)),
  series: series.map((one) => ({ ...one, set: new Map(Object.entries(one.set)) })),
});

/** Looks up what a cell of a snapshot holds; for writers and tests. */
export class CellsOfSnapshot {
  private readonly formulas: ReadonlyMap<string, string>;

  constructor(
    private readonly workbook: WorkbookSnapshot,
    private readonly sheet: SheetSnapshot,
  ) {
    this.formulas = new Map(sheet.formulas.map(({ row, column, formula }) => [`${row},${column}`, formula]));
  }

  value(row: number, column: number): ValueSnapshot {
    return this.sheet.values[row]?.[column] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.formulas.get(`${row},${column}`) ?? null;
  }

  style(row: number, column: number): CellStyle {
    const look = this.sheet.looks.find((one) => row >= one.row && row <= lastRow(one) && column >= one.column && column <= lastColumn(one));
    return (look === undefined ? undefined : this.workbook.styles[look.style]) ?? DEFAULT_STYLE;
  }
}
