/** How does the whole workbook become an .xlsx file? The library writes the frame around the cells, we write the cells and what it has no words for. */
import type { Cell, NamedRange, SheetProtection } from 'hucre';
import { writeXlsx, type ConditionalRule, type TableDefinition, type WriteSheet } from 'hucre/xlsx';
import { cellAt } from '../../sheet/references';
import { escapedText } from '../../xlsx/cellXml';
import { readPackage, textOf, textPart, writePackage, type Part } from '../../xlsx/package';
import { areaText, lastRow, quotedSheet, type Area } from '../model/address';
import type { NamedItem, Protection } from '../model/records';
import { geometryOf, type ConditionalFormatSnapshot, type SheetSnapshot, type TableSnapshot, type WorkbookSnapshot } from '../model/snapshot';
import { DEFAULT_STYLE } from '../model/style';
import { fileChart } from './charts';
import { filtersXml } from './filters';
import { fileFormula, fixedArea } from './formulas';
import { LeftOutCounts, type LeftOut } from './leftOut';
import { fileConditionalStyle, fileFont, fileStyle } from './looks';
import { ownParts, type OwnParts } from './ownParts';
import { headerFooter, headerFooterXml, pageSetup, pageSetupXml, printNames } from './page';
import { SheetRows, type FileStyles, type HeaderCells } from './sheetRows';
import { attributes, xmlText } from './xml';

export interface SavedFile {
  readonly bytes: Uint8Array;
  /** What the file does not hold. */
  readonly leftOut: readonly LeftOut[];
}

export async function saveWorkbook(workbook: WorkbookSnapshot): Promise<SavedFile> {
  const leftOut = new LeftOutCounts();
  const frame = readPackage(await writeFrame(workbook, leftOut));
  const own = await ownParts(workbook);
  const styles = await stylesOf(workbook, frame);
  const tables = workbook.sheets.flatMap((sheet) => sheet.tables);
  const parts: Part[] = [];
  for (const part of frame) parts.push(await completed(part, { workbook, styles, tables, own }));
  leftOut.add('sheetProperties', sum(workbook.sheets.map(({ customProperties }) => Object.keys(customProperties).length)));
  leftOut.add('properties', workbook.properties.revisionNumber === 0 ? 0 : 1);
  return { bytes: writePackage([...parts, ...own.parts]), leftOut: leftOut.found() };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function writeFrame(workbook: WorkbookSnapshot, leftOut: LeftOutCounts): Promise<Uint8Array> {
  const { sheets, names, properties, customProperties, protection, activeSheet, styles } = workbook;
  const { author, comments, lastAuthor, title, subject, keywords, category, manager, company } = properties;
  const said = { title, subject, keywords, category, manager, company, creator: author, description: comments, lastModifiedBy: lastAuthor };
  return writeXlsx({
    sheets: sheets.map((sheet, index) => frameOf(sheet, index === 0 ? styles : [], leftOut)),
    namedRanges: [...names.map((item) => namedRange(item)), ...sheets.flatMap(namesOf)],
    defaultFont: fileFont(DEFAULT_STYLE),
    activeSheet,
    properties: { ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== '')), custom: { ...customProperties } },
    ...(protection === null ? {} : { workbookProtection: { lockStructure: true, ...passwordOf(protection) } }),
  });
}

const passwordOf = ({ password }: Pick<Protection, 'password'>): { password?: string } => (password === null ? {} : { password });

const namedRange = ({ name, formula, comment }: NamedItem, scope?: string): NamedRange => ({
  name,
  range: fileFormula(formula, null),
  ...(comment === '' ? {} : { comment }),
  ...(scope === undefined ? {} : { scope }),
});

const FILTERED = '_xlnm._FilterDatabase';

function namesOf({ name, names, pageLayout, filter }: SheetSnapshot): NamedRange[] {
  const filtered = filter === null ? [] : [{ name: FILTERED, range: `${quotedSheet(name)}!${fixed(filter.area)}`, scope: name }];
  return [...names.map((item) => namedRange(item, name)), ...printNames(name, pageLayout), ...filtered];
}

const fixed = ({ row, column, rows, columns }: Area): string => fixedArea(row, column, rows, columns);

/** `samples`: the styles of the workbook; the first sheet shows each of them once, so that the library numbers them. */
function frameOf(sheet: SheetSnapshot, samples: WorkbookSnapshot['styles'], leftOut: LeftOutCounts): WriteSheet {
  const { name, visibility, tabColor, showGridlines, showHeadings, frozen, tables, conditionalFormats, pageLayout, protection, filter } = sheet;
  const geometry = geometryOf(sheet);
  const charts = sheet.charts.flatMap((chart) => fileChart(chart, geometry, leftOut) ?? []);
  return {
    name,
    rows: [],
    cells: new Map([
      ...headerCells(sheet),
      ...samples.map((style, index): [string, Partial<Cell>] => [`${sampleRow(sheet)},${index}`, { style: fileStyle(style) }]),
    ]),
    view: {
      ...(tabColor === '' ? {} : { tabColor: { rgb: tabColor.slice(1) } }),
      ...(showGridlines ? {} : { showGridLines: false }),
      ...(showHeadings ? {} : { showRowColHeaders: false }),
    },
    ...(frozen.rows + frozen.columns === 0 ? {} : { freezePane: frozen }),
    ...(visibility === 'Hidden' ? { hidden: true } : visibility === 'VeryHidden' ? { veryHidden: true } : {}),
    tables: tables.map((table) => tableDefinition(table, sheet)),
    conditionalRules: conditionalFormats.map((format, index) => conditionalRule(format, index, leftOut)),
    ...(filter === null ? {} : { autoFilter: { range: areaText(filter.area) } }),
    ...(protection === null ? {} : { protection: sheetProtection(protection) }),
    pageSetup: pageSetup(pageLayout),
    headerFooter: headerFooter(pageLayout),
    charts,
  };
}

/** The headers of tables stand where they stand; the samples of styles stand in a row below all of them. */
function headerCells({ tables, values }: SheetSnapshot): [string, Partial<Cell>][] {
  return tables
    .filter(({ showHeaders }) => showHeaders)
    .flatMap(({ area, columns }) =>
      columns.map((name, index): [string, Partial<Cell>] => {
        const { row, column } = { row: area.row, column: area.column + index };
        return [`${row},${column}`, { value: escapedText(String(values[row]?.[column] ?? name)) }];
      }),
    );
}

const sampleRow = ({ tables }: SheetSnapshot): number => Math.max(-1, ...tables.map(({ area }) => area.row)) + 1;

function tableDefinition({ name, area, columns, style, ...table }: TableSnapshot, { formulas, values }: SheetSnapshot): TableDefinition {
  const totals = lastRow(area);
  return {
    name,
    range: areaText(area),
    style,
    showRowStripes: table.showBandedRows,
    showColumnStripes: table.showBandedColumns,
    showAutoFilter: table.showFilterButton && table.showHeaders,
    showTotalRow: table.showTotals,
    columns: columns.map(escapedText).map((column, index) => {
      if (!table.showTotals) return { name: column };
      const formula = formulas.find((one) => one.row === totals && one.column === area.column + index)?.formula;
      const label = values[totals]?.[area.column + index];
      if (formula !== undefined) return { name: column, totalFunction: 'custom', totalFormula: fileFormula(formula, name) };
      return typeof label === 'string' ? { name: column, totalLabel: label } : { name: column };
    }),
  };
}

function conditionalRule({ areas, formula, stopIfTrue, style }: ConditionalFormatSnapshot, index: number, leftOut: LeftOutCounts): ConditionalRule {
  return {
    type: 'expression',
    priority: index + 1,
    range: areas.map((area) => areaText(area)).join(' '),
    formula: fileFormula(formula, null),
    stopIfTrue,
    style: fileConditionalStyle(style, leftOut),
  };
}

function sheetProtection({ options, ...protection }: Protection): SheetProtection {
  return {
    ...passwordOf(protection),
    sheet: true,
    objects: !options.allowEditObjects,
    scenarios: !options.allowEditScenarios,
    selectLockedCells: options.selectionMode === 'Normal',
    selectUnlockedCells: options.selectionMode !== 'None',
    formatCells: options.allowFormatCells,
    formatColumns: options.allowFormatColumns,
    formatRows: options.allowFormatRows,
    insertColumns: options.allowInsertColumns,
    insertRows: options.allowInsertRows,
    insertHyperlinks: options.allowInsertHyperlinks,
    deleteColumns: options.allowDeleteColumns,
    deleteRows: options.allowDeleteRows,
    sort: options.allowSort,
    autoFilter: options.allowAutoFilter,
    pivotTables: options.allowPivotTables,
  };
}

const CELL = /<c r="([A-Z]+\d+)"(?: s="(\d+)")?[^>]*?(?:\/>|>(.*?)<\/c>)/gs;

/** What the library calls the styles: it has numbered the samples. */
async function stylesOf({ sheets, styles }: WorkbookSnapshot, frame: readonly Part[]): Promise<FileStyles> {
  const [first] = sheets;
  const part = frame.find(({ path }) => sheetAt(path) === 0);
  if (first === undefined || part === undefined) return [];
  const numbers = new Map([...(await textOf(part)).matchAll(CELL)].map(([, address = '', style = '0']) => [address, Number(style)]));
  return styles.map((_, index) => numbers.get(cellAt(sampleRow(first), index)) ?? 0);
}

interface Completing {
  readonly workbook: WorkbookSnapshot;
  readonly styles: FileStyles;
  readonly tables: readonly TableSnapshot[];
  readonly own: OwnParts;
}

const numberIn = (path: string, folder: string): number | null => {
  const number = new RegExp(`^xl/${folder}(\\d+)\\.xml$`).exec(path)?.[1];
  return number === undefined ? null : Number(number) - 1;
};
const sheetAt = (path: string): number | null => numberIn(path, 'worksheets/sheet');

async function completed(part: Part, { workbook, styles, tables, own }: Completing): Promise<Part> {
  const sheet = workbook.sheets[sheetAt(part.path) ?? -1];
  const table = tables[numberIn(part.path, 'tables/table') ?? -1];
  if (sheet !== undefined) return rewritten(part, (xml) => sheetXml(sheet, styles, xml));
  if (table !== undefined) return rewritten(part, (xml) => [tableXml(table, xml)]);
  if (part.path === 'xl/styles.xml') return rewritten(part, (xml) => [stylesXml(xml)]);
  if (part.path === 'xl/workbook.xml') return rewritten(part, (xml) => [workbookXml(workbook, xml)]);
  if (part.path === 'xl/_rels/workbook.xml.rels') return rewritten(part, (xml) => [xml.replace('</Relationships>', `${own.relationships}</Relationships>`)]);
  if (part.path === '[Content_Types].xml') return rewritten(part, (xml) => [xml.replace('</Types>', `${own.contentTypes}</Types>`)]);
  return part;
}

async function rewritten(part: Part, change: (xml: string) => Iterable<string>): Promise<Part> {
  const written = await textPart(part.path, change(await textOf(part)));
  if (written === null) throw new RangeError(`${part.path} is too large for a file`);
  return written;
}

const ROWS = /<sheetData>.*<\/sheetData>|<sheetData\/>/s;

function* sheetXml(sheet: SheetSnapshot, styles: FileStyles, frame: string): Generator<string> {
  const at = ROWS.exec(frame);
  if (at === null) throw new Error('the library wrote no rows');
  const headers = new Set(headerCells(sheet).map(([key]) => cellAt(Number(key.split(',')[0]), Number(key.split(',')[1]))));
  const rows = new SheetRows(sheet, styles, headersOf(at[0], headers));
  yield frame
    .slice(0, at.index)
    .replace(/<dimension [^>]*\/>/, '')
    .replace(/<sheetFormatPr [^>]*\/>/, rows.formatXml());
  yield `${rows.columnsXml()}<sheetData>`;
  yield* rows.rowsXml();
  yield '</sheetData>';
  yield headerFooterXml(sheet.pageLayout, frame.slice(at.index + at[0].length))
    .replace(/<pageSetup [^>]*\/>/, () => pageSetupXml(sheet.pageLayout))
    .replace(/<autoFilter ([^>]*)\/>/, (_, given: string) => `<autoFilter ${given}>${filtersXml(sheet.filter?.criteria ?? [])}</autoFilter>`);
}

/** The texts of the headers, as the library keeps them. */
function headersOf(rows: string, headers: ReadonlySet<string>): HeaderCells {
  return new Map([...rows.matchAll(CELL)].filter(([, address = '']) => headers.has(address)).map(([, address = '', , text = '']) => [address, text]));
}

function tableXml({ filters, showHeaders, highlightFirstColumn, highlightLastColumn }: TableSnapshot, xml: string): string {
  return xml
    .replace(/<autoFilter ([^>]*)\/>/, (_, given: string) => `<autoFilter ${given}>${filtersXml(filters)}</autoFilter>`)
    .replace('<table ', showHeaders ? '<table ' : '<table headerRowCount="0" ')
    .replace('showFirstColumn="0"', `showFirstColumn="${highlightFirstColumn ? 1 : 0}"`)
    .replace('showLastColumn="0"', `showLastColumn="${highlightLastColumn ? 1 : 0}"`);
}

/** Cells that say nothing of their look stand in the middle, as in a Japanese Excel. */
const stylesXml = (xml: string): string => xml.replace(/(<cell(?:Style)?Xfs [^>]*><xf [^>]*)\/>/g, '$1 applyAlignment="1"><alignment vertical="center"/></xf>');

const CALCULATION = { Automatic: null, AutomaticExceptTables: 'autoNoTable', Manual: 'manual' } as const;

/** Names that are not shown, and when Excel calculates. */
function workbookXml({ names, sheets, calculationMode }: WorkbookSnapshot, xml: string): string {
  const hidden = [...names, ...sheets.flatMap((sheet) => sheet.names)].filter(({ visible }) => !visible).map(({ name }) => name);
  return [FILTERED, ...hidden]
    .reduce((text, name) => text.replaceAll(`<definedName name="${xmlText(name)}"`, `<definedName name="${xmlText(name)}" hidden="1"`), xml)
    .replace(/<calcPr [^>]*\/>/, `<calcPr${attributes({ calcMode: CALCULATION[calculationMode], fullCalcOnLoad: 1 })}/>`);
}
