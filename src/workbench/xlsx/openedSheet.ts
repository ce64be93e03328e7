/** How does a sheet of a file become one of the workbook? */
import type { Cell, CellStyle as FileStyle, Sheet as FileSheet, TableDefinition } from 'hucre';
import { ROWS, areaAt, columnOf, parseArea, type Area } from '../model/address';
import { isFormula } from '../formula/parse';
import { movedFormula } from '../../formula/moved';
import { POINTS_A_PIXEL, USUAL_HEIGHT, USUAL_WIDTH } from '../model/geometry';
import { PROTECTION_OPTIONS, type NamedItem, type Protection } from '../model/records';
import {
  geometryOf,
  type ConditionalFormatSnapshot,
  type FormulaSnapshot,
  type LineSnapshot,
  type LinesSnapshot,
  type LookSnapshot,
  type SheetSnapshot,
  type TableSnapshot,
  type ValueSnapshot,
} from '../model/snapshot';
import { DAYS_BEFORE_1904, isErrorCode } from '../model/values';
import { openedChart } from './charts';
import { filtersOf } from './filters';
import { typedFormula } from './formulas';
import type { LeftOutCounts } from './leftOut';
import type { LooksReader } from './looks';
import { StyleList } from './styleList';
import { pageLayoutOf } from './page';
import type { PackageReader } from './packageReader';
import { DIGIT } from './sheetRows';
import { cutOut, elementOf, isOn, named } from './xml';

export interface Opening {
  readonly file: PackageReader;
  /** The sheet's part. */
  readonly path: string;
  readonly is1904: boolean;
  readonly looks: LooksReader;
  readonly styles: StyleList;
  readonly names: readonly NamedItem[];
  readonly leftOut: LeftOutCounts;
}

export async function openedSheet(sheet: FileSheet, opening: Opening): Promise<SheetSnapshot> {
  const { file, path, leftOut } = opening;
  const xml = (await file.text(path)) ?? '';
  const { values, formulas } = contents(sheet, xml, opening);
  leftOut.add('looks', [...xml.matchAll(/<col [^>]*style="[1-9]|<row [^>]*customFormat="(?:1|true)"/g)].length);
  const lines = linesOf(sheet, cutOut(xml, 'sheetFormatPr'), fittedHeights(xml));
  return {
    name: sheet.name,
    visibility: sheet.veryHidden === true ? 'VeryHidden' : sheet.hidden === true ? 'Hidden' : 'Visible',
    tabColor: sheet.view?.tabColor?.rgb === undefined ? '' : `#${sheet.view.tabColor.rgb.slice(-6).toUpperCase()}`,
    showGridlines: sheet.view?.showGridLines ?? true,
    showHeadings: sheet.view?.showRowColHeaders ?? true,
    values,
    formulas,
    looks: looksOf(sheet, opening),
    ...lines,
    frozen: { rows: sheet.freezePane?.rows ?? 0, columns: sheet.freezePane?.columns ?? 0 },
    tables: await tablesOf(sheet, opening),
    filter: filterOf(cutOut(xml, 'autoFilter'), leftOut),
    conditionalFormats: conditionalFormatsOf(sheet, opening),
    charts: await chartsOf(sheet, lines, opening),
    names: opening.names,
    pageLayout: pageLayoutOf({
      setup: sheet.pageSetup ?? {},
      setupElement: cutOut(xml, 'pageSetup'),
      headerElement: cutOut(xml, 'headerFooter'),
      header: sheet.headerFooter ?? {},
      titles: [sheet.pageSetup?.printTitlesRow, sheet.pageSetup?.printTitlesColumn].filter((text) => text !== undefined).join(','),
    }),
    protection: sheet.protection?.sheet === true ? protectionOf(sheet.protection, cutOut(xml, 'sheetProtection'), leftOut) : null,
    customProperties: {},
  };
}

const placeOf = (key: string): { readonly row: number; readonly column: number } => {
  const [row = 0, column = 0] = key.split(',').map(Number);
  return { row, column };
};

interface Contents {
  readonly values: ValueSnapshot[][];
  readonly formulas: FormulaSnapshot[];
}

function contents(sheet: FileSheet, xml: string, { is1904, leftOut }: Opening): Contents {
  const values = sheet.rows.map((row) => row.map((value): ValueSnapshot => (value instanceof Date ? null : value)));
  const formulas: FormulaSnapshot[] = [];
  const shared = new Map<number, FormulaSnapshot>();
  const dates = new Set<string>();
  for (const [key, cell] of sheet.cells ?? []) {
    const { row, column } = placeOf(key);
    if (cell.value instanceof Date) dates.add(key);
    if (cell.type === 'error' || (cell.formula !== undefined && typeof cell.value === 'string' && isErrorCode(cell.value) && cell.type !== 'string'))
      put(values, row, column, { error: String(cell.value) });
    leftOut.add('richTexts', cell.richText === undefined ? 0 : 1);
    leftOut.add('hyperlinks', cell.hyperlink === undefined ? 0 : 1);
    leftOut.add('comments', cell.comment === undefined ? 0 : 1);
    leftOut.add('arrayFormulas', cell.formulaType === 'array' || cell.formulaDynamic === true ? 1 : 0);
    if (cell.formula === undefined) continue;
    const formula = ownFormula(cell, row, column, shared);
    if (formula === null) leftOut.add('formulas');
    else formulas.push({ row, column, formula });
  }
  for (const [key, number] of numbersOf(xml, dates)) put(values, placeOf(key).row, placeOf(key).column, is1904 ? number + DAYS_BEFORE_1904 : number);
  return { values: values.map(trimmed), formulas };
}

function put(values: ValueSnapshot[][], row: number, column: number, value: ValueSnapshot): void {
  const cells = values[row];
  if (cells !== undefined) cells[column] = value;
}

/** Neighbours may share a formula: the first of them says it, the others read it from their own place. null: Excel would not take it. */
function ownFormula(cell: Cell, row: number, column: number, shared: Map<number, FormulaSnapshot>): string | null {
  const formula = typedFormula(cell.formula ?? '');
  if (formula !== '' && !isFormula(formula)) return null;
  const index = cell.formulaSharedIndex;
  if (cell.formulaType !== 'shared' || index === undefined) return formula;
  const first = shared.get(index);
  if (formula !== '' || first === undefined) {
    shared.set(index, { row, column, formula });
    return formula;
  }
  return movedFormula(first.formula, row - first.row, column - first.column);
}

/** The library makes days of numbers that look like days, and loses parts of a second. */
function numbersOf(xml: string, keys: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  if (keys.size === 0) return found;
  for (const [, letters = '', row = '', number = ''] of xml.matchAll(/<c r="([A-Z]+)(\d+)"[^>]*>(?:<f[^>]*?(?:\/>|>[^<]*<\/f>))?<v>([^<]*)<\/v>/g)) {
    const key = `${Number(row) - 1},${columnOf(letters)}`;
    if (keys.has(key)) found.set(key, Number(number));
  }
  return found;
}

function trimmed(row: readonly ValueSnapshot[]): ValueSnapshot[] {
  let length = row.length;
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length--;
  return row.slice(0, length).map((value) => (value === '' ? null : value));
}

/** Cells of a column that look alike are one run; the library hands the same object for the same look. */
function looksOf(sheet: FileSheet, { looks, styles }: Opening): LookSnapshot[] {
  const places = new Map<FileStyle, number>();
  const open = new Map<number, { row: number; rows: number; style: number }>();
  const found: LookSnapshot[] = [];
  const close = (column: number): void => {
    const run = open.get(column);
    if (run !== undefined && run.style !== StyleList.plain) found.push({ ...areaAt(run.row, column, run.rows), style: run.style });
    open.delete(column);
  };
  const usual = styles.place(looks.usual);
  for (const [key, { style }] of [...(sheet.cells ?? [])].sort(byRow)) {
    const { row, column } = placeOf(key);
    let place = style === undefined ? usual : places.get(style);
    if (place === undefined) places.set(style as FileStyle, (place = styles.place(looks.style(style as FileStyle))));
    const run = open.get(column);
    if (run !== undefined && run.style === place && run.row + run.rows === row) run.rows++;
    else {
      close(column);
      open.set(column, { row, rows: 1, style: place });
    }
  }
  for (const column of [...open.keys()]) close(column);
  return found;
}

const byRow = ([a]: [string, Cell], [b]: [string, Cell]): number => parseInt(a, 10) - parseInt(b, 10);

/** Heights that nobody set; the library passes over them. */
function fittedHeights(xml: string): LineSnapshot<number>[] {
  const rows = [...xml.matchAll(/<row ([^>]*)>/g)].flatMap(([, given = '']) => {
    const attribute = (name: string): string | null => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(given)?.[1] ?? null;
    const height = attribute('ht');
    return height === null || ['1', 'true'].includes(attribute('customHeight') ?? '') ? [] : [{ start: Number(attribute('r')) - 1, value: Number(height) }];
  });
  return runsOf(rows.filter(({ value }) => value !== USUAL_HEIGHT));
}

function linesOf(sheet: FileSheet, format: Element | null, fittedRowHeights: LineSnapshot<number>[]): LinesSnapshot {
  const width = Number(format?.getAttribute('defaultColWidth') ?? 0);
  const height = format !== null && isOn(format, 'customHeight') ? Number(format.getAttribute('defaultRowHeight')) : 0;
  const columns = (sheet.columns ?? []).map(({ width: own, hidden = false }, start) => ({ start, own, hidden }));
  const rows = [...(sheet.rowDefs ?? [])].sort(([a], [b]) => a - b).map(([start, row]) => ({ start, ...row }));
  const usualWidth = width > 0 ? pointsOfWidth(width) : USUAL_WIDTH;
  const widths = columns.flatMap(({ start, own }) => (own === undefined ? [] : [{ start, value: pointsOfWidth(own) }]));
  return {
    usualWidth,
    columnWidths: runsOf(widths.filter(({ value }) => value !== usualWidth)),
    hiddenColumns: runsOf(columns.filter(({ hidden }) => hidden).map(({ start }) => ({ start, value: true as const }))),
    rowHeights: [
      ...(height > 0 ? [{ start: 0, count: ROWS, value: height }] : []),
      ...runsOf(rows.flatMap(({ start, height: own }) => (own === undefined ? [] : [{ start, value: own }]))),
    ],
    fittedRowHeights,
    hiddenRows: runsOf(rows.filter(({ hidden }) => hidden === true).map(({ start }) => ({ start, value: true as const }))),
    filteredRows: [],
  };
}

const pointsOfWidth = (characters: number): number => Math.floor(characters * DIGIT + 0.5) * POINTS_A_PIXEL;

function runsOf<T>(lines: readonly { readonly start: number; readonly value: T }[]): LineSnapshot<T>[] {
  const runs: { start: number; count: number; value: T }[] = [];
  for (const { start, value } of lines) {
    const last = runs.at(-1);
    if (last !== undefined && last.start + last.count === start && last.value === value) last.count++;
    else runs.push({ start, count: 1, value });
  }
  return runs;
}

async function tablesOf(sheet: FileSheet, { file, path, leftOut }: Opening): Promise<TableSnapshot[]> {
  const paths = [...(await file.related(path, 'table')).values()];
  const tables: TableSnapshot[] = [];
  for (const [index, table] of (sheet.tables ?? []).entries()) {
    const element = elementOf((await file.text(paths[index] ?? '')) ?? '<table/>');
    const area = parseArea(table.range ?? '');
    if (area !== null) tables.push(openedTable(table, area, element, leftOut));
  }
  return tables;
}

function openedTable({ name, displayName = name, columns, ...table }: TableDefinition, area: Area, element: Element, leftOut: LeftOutCounts): TableSnapshot {
  const [style] = named(element, 'tableStyleInfo');
  const [autoFilter] = named(element, 'autoFilter');
  leftOut.add('totals', columns.filter(({ totalFunction }) => totalFunction !== undefined && totalFunction !== 'custom').length);
  return {
    name: displayName,
    area,
    columns: columns.map((column) => unescaped(column.name)),
    filters: autoFilter === undefined ? [] : filtersOf(autoFilter, leftOut),
    showHeaders: element.getAttribute('headerRowCount') !== '0',
    showTotals: table.showTotalRow ?? false,
    showBandedRows: table.showRowStripes ?? false,
    showBandedColumns: table.showColumnStripes ?? false,
    showFilterButton: table.showAutoFilter ?? false,
    highlightFirstColumn: style !== undefined && isOn(style, 'showFirstColumn'),
    highlightLastColumn: style !== undefined && isOn(style, 'showLastColumn'),
    style: table.style ?? 'TableStyleMedium2',
  };
}

/** The file's own escapes of what XML cannot say. */
const unescaped = (text: string): string => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

function filterOf(element: Element | null, leftOut: LeftOutCounts): SheetSnapshot['filter'] {
  const area = parseArea(element?.getAttribute('ref') ?? '');
  return element === null || area === null ? null : { area, criteria: filtersOf(element, leftOut) };
}

/** Only rules by a formula are modelled. */
function conditionalFormatsOf({ conditionalRules = [] }: FileSheet, { looks, leftOut }: Opening): ConditionalFormatSnapshot[] {
  const rules = [...conditionalRules].sort((a, b) => a.priority - b.priority);
  return rules.flatMap(({ type, formula, range, stopIfTrue = false, style }): ConditionalFormatSnapshot[] => {
    const areas = range.split(' ').map(parseArea);
    if (type !== 'expression' || typeof formula !== 'string' || !isFormula(typedFormula(formula)) || areas.includes(null)) {
      leftOut.add('conditionalFormats');
      return [];
    }
    return [{ areas: areas.filter((area) => area !== null), formula: typedFormula(formula), stopIfTrue, style: looks.conditionalStyle(style ?? {}) }];
  });
}

async function chartsOf(sheet: FileSheet, lines: LinesSnapshot, { file, path, leftOut }: Opening): Promise<SheetSnapshot['charts']> {
  const geometry = geometryOf(lines);
  const [drawing] = (await file.related(path, 'drawing')).values();
  const paths = drawing === undefined ? [] : await chartPaths(file, drawing);
  const charts: SheetSnapshot['charts'][number][] = [];
  for (const [index, chart] of (sheet.charts ?? []).entries()) {
    const xml = (await file.text(paths[index] ?? '')) ?? '';
    const opened = openedChart(chart, /<c:barDir val="bar"/.test(xml), sheet.name, geometry, leftOut);
    if (opened !== null) charts.push(opened);
  }
  return charts;
}

/** In the order in which the drawing names them. */
async function chartPaths(file: PackageReader, drawing: string): Promise<string[]> {
  const paths = await file.related(drawing, 'chart');
  const xml = (await file.text(drawing)) ?? '';
  return [...xml.matchAll(/<c:chart [^>]*r:id="([^"]+)"/g)].flatMap(([, id = '']) => paths.get(id) ?? []);
}

function protectionOf(given: NonNullable<FileSheet['protection']>, element: Element | null, leftOut: LeftOutCounts): Protection {
  leftOut.add('passwords', element?.hasAttribute('password') === true || element?.hasAttribute('hashValue') === true ? 1 : 0);
  const { formatCells = false, formatColumns = false, formatRows = false, sort = false, autoFilter = false, pivotTables = false } = given;
  const { insertColumns = false, insertRows = false, insertHyperlinks = false, deleteColumns = false, deleteRows = false } = given;
  return {
    password: null,
    options: {
      ...PROTECTION_OPTIONS,
      allowFormatCells: formatCells,
      allowFormatColumns: formatColumns,
      allowFormatRows: formatRows,
      allowInsertColumns: insertColumns,
      allowInsertRows: insertRows,
      allowInsertHyperlinks: insertHyperlinks,
      allowDeleteColumns: deleteColumns,
      allowDeleteRows: deleteRows,
      allowSort: sort,
      allowAutoFilter: autoFilter,
      allowPivotTables: pivotTables,
      allowEditObjects: given.objects !== true,
      allowEditScenarios: given.scenarios !== true,
      selectionMode: given.selectUnlockedCells === false ? 'None' : given.selectLockedCells === false ? 'Unlocked' : 'Normal',
    },
  };
}
