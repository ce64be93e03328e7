/**
 * @jest-environment jsdom
 */
/** Does a workbook come back from its .xlsx file as it was saved, and what do other programs find in the file? */
import '../excel/nodeGlobals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { snapshotOf } from '../../src/workbench/model/snapshot';
import { FileNotRead, openWorkbook } from '../../src/workbench/xlsx/open';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { writeWorkbook } from '../../src/xlsx';
import { now, open, startExcel, write } from '../excel/excel';
import { faultyRun, goldenRun, hostileRun, mixedRun, workbookOf as planOf } from '../sheet/runs';
import { partsOf, readByOpenpyxl, recalculatedByLibreOffice, type ReadCell, type ReadSheet } from '../xlsx/independentReaders';
import { sound } from '../xlsx/partByPart';

beforeAll(() => startExcel());
jest.setTimeout(300_000);

/** Styles by what they are, not by their place in a list; looks cell by cell where cells are; of a chart what a file keeps of it. */
function comparable({ styles, sheets, ...book }: WorkbookSnapshot): unknown {
  return {
    ...book,
    selection: null,
    sheets: sheets.map(({ looks, charts, ...sheet }) => {
      const cells: Record<string, unknown> = {};
      for (const { row, column, rows, columns, style } of looks)
        for (let at = row; at < row + rows; at++) for (let to = column; to < column + columns; to++) cells[`${at},${to}`] = styles[style];
      const kept = charts.map(({ set: _, series, ...chart }) => ({ ...chart, series: series.map(({ set: __, ...one }) => one) }));
      const isSet = (row: number): boolean => sheet.rowHeights.some(({ start, count }) => row >= start && row < start + count);
      return {
        ...sheet,
        looks: cells,
        charts: kept,
        fittedRowHeights: sheet.fittedRowHeights.filter(({ start }) => !isSet(start)),
        pageLayout: rounded(sheet.pageLayout),
      };
    }),
  };
}

/** Inches and points are each other's multiples, but for the last bit. */
const rounded = (layout: object): unknown =>
  JSON.parse(JSON.stringify(layout, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(12)) : value)));

async function again(snapshot: WorkbookSnapshot): Promise<WorkbookSnapshot> {
  const { bytes, leftOut } = await saveWorkbook(snapshot);
  sound(bytes);
  expect(leftOut).toEqual([]);
  const opened = await openWorkbook(bytes, snapshot.name);
  expect(opened.leftOut).toEqual([]);
  return snapshotOf(opened.workbook);
}

async function written(plan: ReturnType<typeof planOf>): Promise<WorkbookSnapshot> {
  open();
  expect(await write(plan)).toBeNull();
  return now();
}

test.each([
  ['a week', () => goldenRun('week')],
  ['no data', () => goldenRun('no-data')],
  ['texts that try to be something else', hostileRun],
])('what the add-in wrote comes back: %s', async (_name, run) => {
  const before = await written(planOf(run()));
  const after = await again(before);
  expect(comparable(after)).toEqual(comparable(before));
});

/** The file's escape of what only looks like one, and an empty sheet that the add-in found. */
const unescaped = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : value;

/** Two calculators may differ in the last bit. */
const alike = (value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(14)) : unescaped(value));
const cellsOf = (sheet: ReadSheet, areResultsCompared: boolean): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(sheet.cells).map(([address, { value, type: _, ...cell }]: [string, ReadCell]) => [
      address,
      { ...cell, value: cell.formula === undefined || areResultsCompared ? alike(value) : 'calculated' },
    ]),
  );

/** A rule of the add-in names its stretches of columns one by one, the command's all of them at once. */
const rulesOf = ({ conditionalFormats }: ReadSheet): string[] => [...new Set(conditionalFormats.map(({ formula, stop }) => `${formula} ${stop}`))].sort();

const asTheCommands = (sheet: ReadSheet, areResultsCompared = true): unknown => ({
  cells: cellsOf(sheet, areResultsCompared),
  rules: rulesOf(sheet),
  tables: sheet.tables,
  freeze: sheet.freeze,
  header: sheet.header,
  landscape: sheet.landscape,
  paper: sheet.paper,
  titles: sheet.printTitles,
  area: sheet.printArea,
  charts: sheet.charts,
});

test.each([
  ['a week', () => goldenRun('week'), true],
  ['a wrong total', () => goldenRun('wrong-total'), true],
  ['faults of all kinds', faultyRun, true],
  ['three layouts', mixedRun, true],
  ['texts that try to be something else', hostileRun, false],
] as const)("the add-in's workbook, saved, is what the command writes: %s", async (_name, run, areResultsCompared) => {
  const plan = planOf(run());
  const { bytes } = await saveWorkbook(await written(plan));
  const [ours, theirs] = readByOpenpyxl([bytes, await writeWorkbook(plan)]);
  expect(ours!.sheets.map(({ name }) => name).filter((name) => name !== 'Sheet1')).toEqual(theirs!.sheets.map(({ name }) => name));
  for (const sheet of theirs!.sheets) {
    const own = ours!.sheets.find(({ name }) => name === sheet.name)!;
    expect([sheet.name, asTheCommands(own, areResultsCompared)]).toEqual([sheet.name, asTheCommands(sheet, areResultsCompared)]);
  }
});

test('LibreOffice calculates the formulas of a saved workbook to the values in it', async () => {
  const plans = [planOf(goldenRun('week')), planOf(goldenRun('wrong-total')), planOf(mixedRun())];
  const files: Uint8Array[] = [];
  for (const plan of plans) files.push((await saveWorkbook(await written(plan))).bytes);
  const [before, after] = [readByOpenpyxl(files), recalculatedByLibreOffice(files)];
  let formulas = 0;
  for (const [index, { sheets }] of before.entries()) {
    for (const { name, cells } of sheets) {
      const calculated = after[index]!.sheets.find((sheet) => sheet.name === name)!.cells;
      for (const [address, cell] of Object.entries(cells)) {
        if (cell.formula === undefined) continue;
        formulas++;
        expect([name, address, alike(calculated[address]?.value ?? '')]).toEqual([name, address, alike(cell.value ?? '')]);
      }
    }
  }
  expect(formulas).toBeGreaterThan(100);
});

test('of the most hostile run, too, LibreOffice calculates the values that stand in the file', async () => {
  const { bytes } = await saveWorkbook(await written(planOf(hostileRun())));
  const [[ours], [theirs]] = [readByOpenpyxl([bytes]), recalculatedByLibreOffice([bytes])];
  const differing = ours!.sheets.flatMap(({ name, cells }) => {
    const calculated = theirs!.sheets.find((sheet) => sheet.name === name)!.cells;
    return Object.entries(cells)
      .filter(([address, cell]) => cell.formula !== undefined && alike(calculated[address]?.value ?? '') !== alike(cell.value ?? ''))
      .map(([address]) => `${name} ${address}`);
  });
  expect(differing).toEqual([]);
});

test('whatever else a workbook holds comes back too', async () => {
  open();
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A4:C4').values = [['状態', '納付書番号', '金額']];
    (sheet.getRange('B5:B8') as unknown as { numberFormat: unknown }).numberFormat = '@';
    sheet.getRange('A5:C8').values = [
      ['未納', '007', 100],
      ['収納済', '_x0041_ <&>"', '=50*4'],
      ['取消', ' 空白 ', '=1/0'],
      ['', '#N/A', '=XLOOKUP(1,A:A,B:B)'],
    ];
    sheet.getRange('E5:E7').formulas = [['=TRUE'], ['="a"&"\n"'], ['=TEXTJOIN("、",TRUE,A5:A7)']];
    sheet.getRange('E8').values = [[true]];
    const look = sheet.getRange('A1').format;
    Object.assign(look.font, { size: 14, bold: true, italic: true, underline: 'Double', strikethrough: true, color: '#123456', name: 'Arial' });
    look.fill.color = '#FFEB99';
    Object.assign(look, { horizontalAlignment: 'Right', verticalAlignment: 'Top', wrapText: true, indentLevel: 1, textOrientation: 45 });
    const edge = look.borders.getItem('EdgeBottom');
    Object.assign(edge, { style: 'DashDot', weight: 'Medium', color: '#FF0000' });
    sheet.getRange('B1').format.protection.locked = false;
    sheet.getRange('A:A').format.columnWidth = 77.25;
    sheet.getRange('F:G').columnHidden = true;
    sheet.getRange('30:31').rowHidden = true;
    sheet.getRange('1:1').format.rowHeight = 26;
    const table = sheet.tables.add('A4:C8', true);
    Object.assign(table, { name: '一覧', style: 'TableStyleLight9', showBandedRows: false, showBandedColumns: true, highlightFirstColumn: true });
    table.columns.getItem('状態').filter.applyValuesFilter(['未納', '']);
    table.columns.getItem('納付書番号').filter.applyCustomFilter('<>008', '=0*', 'Or');
    const format = sheet.getRange('A5:A8').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=$A5="未納"';
    format.custom.format.font.bold = true;
    format.custom.format.fill.color = '#FFA66D';
    format.stopIfTrue = true;
    sheet.freezePanes.freezeAt('A1:B4');
    sheet.showGridlines = false;
    sheet.tabColor = '#C00000';
    const { pageLayout } = sheet;
    Object.assign(pageLayout, { orientation: 'Landscape', paperSize: 'A3', printOrder: 'OverThenDown', blackAndWhite: true, firstPageNumber: 3 });
    pageLayout.zoom = { scale: 80 };
    pageLayout.setPrintArea('A1:C8');
    pageLayout.setPrintTitleRows('$1:$4');
    pageLayout.setPrintTitleColumns('$A:$B');
    Object.assign(pageLayout.headersFooters, { state: 'FirstAndDefault', useSheetScale: false });
    Object.assign(pageLayout.headersFooters.firstPage, { leftHeader: '表紙 && 1', rightFooter: '&P' });
    pageLayout.headersFooters.defaultForAllPages.centerFooter = '&P/&N';
    sheet.protection.protect({ allowSort: true, allowAutoFilter: true, selectionMode: 'Unlocked' });
    workbook.names.add('率', '=0.1').visible = false;
    workbook.names.add('表', '=Sheet1!$A$4:$C$8', '注記');
    workbook.settings.add('key', { deep: [1] });
    workbook.customXmlParts.add('<a xmlns="urn:a"><b>1 &lt; 2</b></a>');
    Object.assign(workbook.properties, { title: '題名', author: '作成者', comments: '説明' });
    workbook.properties.custom.add('番号', 7);
    const other = workbook.worksheets.add("空'の シート");
    other.visibility = 'Hidden';
    other.names.add('個別', '=Sheet1!$A$1');
    workbook.worksheets.add('奥').visibility = 'VeryHidden';
    workbook.application.calculationMode = 'Manual';
    workbook.protection.protect();
    await context.sync();
  });
  const before = now();
  const after = await again(before);
  expect(comparable(after)).toEqual(comparable(before));
});

test('an axis whose days are names comes back as one', async () => {
  const after = await again(await written(planOf(goldenRun('week'))));
  const money = after.sheets.flatMap(({ charts }) => charts).filter(({ type }) => type === 'ColumnClustered');
  expect(money.map(({ set }) => set['axes/categoryAxis/categoryType'])).toEqual(['TextAxis']);
});

test('what a file cannot keep is told', async () => {
  open();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Sheet1');
    sheet.getRange('A1:B2').values = [
      ['a', 1],
      ['b', 2],
    ];
    sheet.charts.add('Radar', sheet.getRange('A1:B2'));
    const pie = sheet.charts.add('Pie', sheet.getRange('A1:B2'));
    pie.title.horizontalAlignment = 'Left';
    sheet.customProperties.add('key', 'value');
    const format = sheet.getRange('A1').conditionalFormats.add('Custom');
    format.custom.rule.formula = '=TRUE';
    format.custom.format.font.bold = false;
    await context.sync();
  });
  const { bytes, leftOut } = await saveWorkbook(now());
  sound(bytes);
  expect(leftOut).toEqual([
    { what: 'chartSettings', count: expect.any(Number) as number },
    { what: 'charts', count: 1 },
    { what: 'looks', count: 1 },
    { what: 'sheetProperties', count: 1 },
  ]);
});

/** A workbook of another program, with much that is not modelled here. */
const FOREIGN = `
import sys, openpyxl
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.comments import Comment
from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import PatternFill, Font, Color
book = openpyxl.Workbook()
sheet = book.active
sheet.title = '名簿'
sheet.append(['番号', '名前', '日付'])
sheet.append(['007', '甲', None])
sheet['C2'] = __import__('datetime').datetime(2027, 5, 10, 14, 32)
sheet['D2'] = '=SUM(1,2)'
sheet['B2'].comment = Comment('メモ', '係')
sheet['A2'].hyperlink = 'https://example.invalid/'
sheet['A1'].fill = PatternFill('lightGrid', fgColor='FF0000')
sheet['B1'].font = Font(color=Color(theme=4, tint=-0.25), bold=True)
sheet.merge_cells('F1:G2')
sheet.add_data_validation(DataValidation(type='list', formula1='"a,b"', sqref='H1'))
sheet.conditional_formatting.add('A1:A9', ColorScaleRule(start_type='min', start_color='FF0000', end_type='max', end_color='00FF00'))
sheet.conditional_formatting.add('B1:B9', FormulaRule(formula=['$B1="甲"'], fill=PatternFill(bgColor='FFEB99')))
sheet.protection.sheet = True
sheet.protection.password = 'x'
book.save(sys.argv[1])
`;

test("another program's workbook is opened, and what is left out is told", async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'keshikomi-')), 'foreign.xlsx');
  execFileSync('/usr/bin/python3', ['-c', FOREIGN, file]);
  const { workbook, leftOut } = await openWorkbook(new Uint8Array(readFileSync(file)), 'foreign.xlsx');
  const { sheets } = snapshotOf(workbook);
  expect(sheets[0]).toMatchObject({
    name: '名簿',
    values: [
      ['番号', '名前', '日付'],
      ['007', '甲', 46517.60555555556, 3],
    ],
    formulas: [{ row: 1, column: 3, formula: 'SUM(1,2)' }],
    conditionalFormats: [{ formula: '$B1="甲"', style: { fillColor: '#FFEB99' } }],
    protection: { password: null },
  });
  expect(workbook.active.styleAt(0, 1)).toMatchObject({ bold: true, fontColor: '#376092' });
  expect(leftOut).toEqual([
    { what: 'comments', count: 1 },
    { what: 'conditionalFormats', count: 1 },
    { what: 'dataValidations', count: 1 },
    { what: 'hyperlinks', count: 1 },
    { what: 'looks', count: 1 },
    { what: 'mergedCells', count: 1 },
    { what: 'passwords', count: 1 },
  ]);
});

test('a file that is none is refused', async () => {
  await expect(openWorkbook(new TextEncoder().encode('PK, but no workbook'), 'a.xlsx')).rejects.toBeInstanceOf(FileNotRead);
});

test('no part of a saved file is said twice or missing in the list of its parts', async () => {
  const { bytes } = await saveWorkbook(await written(planOf(goldenRun('week'))));
  const parts = partsOf(bytes);
  const types = parts.get('[Content_Types].xml')!;
  for (const [, path] of types.matchAll(/PartName="\/([^"]+)"/g)) expect([...parts.keys()]).toContain(path);
  for (const xml of parts.values()) expect(new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagName('parsererror')).toHaveLength(0);
});
