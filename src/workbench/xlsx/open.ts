/** How does an .xlsx file become a workbook? The library reads it; what it does not tell is read from the file's own parts. */
import type { NamedRange, Workbook as FileWorkbook } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { areaAt } from '../model/address';
import { fitWrappedRows } from '../model/fitting';
import { PROTECTION_OPTIONS, type NamedItem, type Protection } from '../model/records';
import { workbookOf, type WorkbookSnapshot } from '../model/snapshot';
import { refilter } from '../model/tables';
import type { CalculationMode, Workbook } from '../model/workbook';
import { typedFormula } from './formulas';
import { LeftOutCounts, type LeftOut } from './leftOut';
import { LooksReader } from './looks';
import { openedSheet } from './openedSheet';
import { openedParts } from './ownParts';
import { PackageReader } from './packageReader';
import { StyleList } from './styleList';
import { elementOf, isOn, named } from './xml';

export interface OpenedFile {
  readonly workbook: Workbook;
  /** What of the file is not in the workbook. */
  readonly leftOut: readonly LeftOut[];
}

/** The file cannot be read, or it is no .xlsx file. */
export class FileNotRead extends Error {
  override readonly name = 'FileNotRead';
}

export async function openWorkbook(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  try {
    return await opened(bytes, name);
  } catch (problem) {
    throw new FileNotRead('the file cannot be read as an .xlsx workbook', { cause: problem });
  }
}

async function opened(bytes: Uint8Array, name: string): Promise<OpenedFile> {
  const leftOut = new LeftOutCounts();
  const file = await PackageReader.of(bytes);
  const read = await readXlsx(bytes, { readStyles: true });
  const bookXml = elementOf((await file.text('xl/workbook.xml')) ?? '<workbook/>');
  const stylesXml = elementOf((await file.text('xl/styles.xml')) ?? '<styleSheet/>');
  const looks = new LooksReader({ font: read.defaultFont ?? {}, alignment: usualAlignment(stylesXml) }, read.themeColors ?? [], leftOut);
  const styles = new StyleList();
  const names = (read.namedRanges ?? []).filter(({ name: own }) => !own.startsWith('_xlnm.'));
  const hidden = new Set(
    named(bookXml, 'definedName')
      .filter((item) => isOn(item, 'hidden'))
      .map((item) => item.getAttribute('name')),
  );
  const itemsOf = (scope: string | undefined): NamedItem[] => names.filter((item) => item.scope === scope).map((item) => namedItem(item, hidden));
  const paths = await file.sheetPaths();
  const sheets = [];
  for (const [index, sheet] of read.sheets.entries()) {
    sheets.push(
      await openedSheet(sheet, { file, path: paths[index] ?? '', is1904: read.dateSystem === '1904', looks, styles, names: itemsOf(sheet.name), leftOut }),
    );
  }
  countLeftOut(read, leftOut);
  const snapshot: WorkbookSnapshot = {
    version: 1,
    name,
    activeSheet: visibleSheet(read),
    selection: areaAt(0, 0),
    styles: styles.all,
    sheets,
    names: itemsOf(undefined),
    ...(await openedParts(bytes)),
    properties: propertiesOf(read),
    customProperties: customPropertiesOf(read),
    protection: read.workbookProtection?.lockStructure === true ? protectionOf(bookXml, leftOut) : null,
    calculationMode: calculationOf(bookXml),
  };
  const workbook = workbookOf(snapshot);
  for (const sheet of workbook.sheets) settle(sheet);
  return { workbook, leftOut: leftOut.found() };
}

/** Rows that a filter hides are told apart from rows that a person hid; where the file knows no heights rows get what their texts need. */
function settle(sheet: Workbook['sheets'][number]): void {
  const filtered = sheet.tables.filter(({ filters }) => filters.size > 0);
  for (const table of filtered) {
    refilter(table);
    const { row, rows } = table.bodyArea();
    for (const run of [...sheet.geometry.filteredRows.runs(row, rows)]) if (run.value) sheet.geometry.hiddenRows.set(run.start, run.count, false);
  }
  const { heights, fittedHeights } = sheet.geometry;
  const isFitted = [heights, fittedHeights].some((lines) => [...lines.runs()].some(({ value }) => value !== null));
  if (!isFitted) fitRows(sheet);
}

/** Charts stay between the cells that they stand between. */
function fitRows(sheet: Workbook['sheets'][number]): void {
  const { charts, geometry } = sheet;
  const rowAt = (points: number): number => {
    let row = 0;
    while (geometry.top(row + 1) <= points) row++;
    return row;
  };
  const places = charts.map(({ top, height }) => ({ from: rowAt(top), to: rowAt(top + height) }));
  fitWrappedRows(sheet, areaAt(0, 0, sheet.rowsInUse(), 1));
  for (const [index, chart] of charts.entries()) {
    const { from, to } = places[index]!;
    chart.top = geometry.top(from);
    chart.height = geometry.top(to) - chart.top;
  }
}

/** Of cells that say nothing of their look. */
function usualAlignment(styles: Element): { readonly vertical?: 'top' | 'center' | 'bottom' } {
  const [alignment] = named(styles, 'cellXfs')
    .flatMap((list) => named(list, 'xf').slice(0, 1))
    .flatMap((xf) => named(xf, 'alignment'));
  const vertical = alignment?.getAttribute('vertical');
  return vertical === 'top' || vertical === 'center' ? { vertical } : {};
}

const namedItem = ({ name, range, comment = '' }: NamedRange, hidden: ReadonlySet<string | null>): NamedItem => ({
  name,
  formula: typedFormula(range),
  comment,
  visible: !hidden.has(name),
});

function visibleSheet({ sheets, activeSheet = 0 }: FileWorkbook): number {
  const isVisible = (index: number): boolean => sheets[index]?.hidden !== true && sheets[index]?.veryHidden !== true;
  return isVisible(activeSheet)
    ? activeSheet
    : Math.max(
        0,
        sheets.findIndex((_, index) => isVisible(index)),
      );
}

function propertiesOf({ properties = {} }: FileWorkbook): WorkbookSnapshot['properties'] {
  const {
    title = '',
    subject = '',
    creator = '',
    keywords = '',
    description = '',
    category = '',
    manager = '',
    company = '',
    lastModifiedBy = '',
  } = properties;
  return { title, subject, author: creator, keywords, comments: description, category, manager, company, lastAuthor: lastModifiedBy, revisionNumber: 0 };
}

const customPropertiesOf = ({ properties }: FileWorkbook): WorkbookSnapshot['customProperties'] =>
  Object.fromEntries(Object.entries(properties?.custom ?? {}).map(([key, value]) => [key, value instanceof Date ? value.toISOString() : value]));

/** A file keeps only a mark of the password, by which nobody can tell it. */
function protectionOf(book: Element, leftOut: LeftOutCounts): Protection {
  const [element] = named(book, 'workbookProtection');
  leftOut.add('passwords', element?.hasAttribute('workbookPassword') === true || element?.hasAttribute('workbookHashValue') === true ? 1 : 0);
  return { password: null, options: { ...PROTECTION_OPTIONS } };
}

function calculationOf(book: Element): CalculationMode {
  const mode = named(book, 'calcPr')[0]?.getAttribute('calcMode');
  return mode === 'manual' ? 'Manual' : mode === 'autoNoTable' ? 'AutomaticExceptTables' : 'Automatic';
}

function countLeftOut(read: FileWorkbook, leftOut: LeftOutCounts): void {
  leftOut.add('linkedWorkbooks', read.externalLinks?.length ?? 0);
  for (const sheet of read.sheets) {
    leftOut.add('mergedCells', sheet.merges?.length ?? 0);
    leftOut.add('dataValidations', sheet.dataValidations?.length ?? 0);
    leftOut.add('images', (sheet.images?.length ?? 0) + (sheet.textBoxes?.length ?? 0) + (sheet.backgroundImage === undefined ? 0 : 1));
    leftOut.add('pivotTables', sheet.pivotTables?.length ?? 0);
    leftOut.add('slicers', (sheet.slicers?.length ?? 0) + (sheet.timelines?.length ?? 0));
    leftOut.add('sparklines', sheet.sparklines?.length ?? 0);
    leftOut.add('comments', sheet.threadedComments?.length ?? 0);
    leftOut.add('pageBreaks', (sheet.rowBreaks?.length ?? 0) + (sheet.colBreaks?.length ?? 0));
    leftOut.add('splitPanes', sheet.splitPane === undefined ? 0 : 1);
    leftOut.add('outlines', [...(sheet.rowDefs?.values() ?? []), ...(sheet.columns ?? [])].filter(({ outlineLevel = 0 }) => outlineLevel > 0).length);
  }
}
