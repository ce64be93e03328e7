/** Which workbooks do the tests of the Excel writer write? Real ones of the golden cases, and small invented ones. */
import './nodeGlobals';
import { planOf, rowsOf, type RowSource, type WorkbookPlan } from '../../src/sheet/plan';
import { SHARE_BARS } from '../../src/sheet/dress';
import { inThisRow } from '../../src/sheet/references';
import {
  TABLE_HEADER_ROW,
  TABLE_NAMES,
  type Align,
  type Cell,
  type CellStyle,
  type Column,
  type Highlight,
  type NumberFormat,
  type PlacedCell,
  type Sheet,
  type TableName,
  type Workbook,
} from '../../src/sheet/workbook';

/** As the engine answers. */
export const planned = (workbook: Workbook): { readonly plan: WorkbookPlan; readonly rows: RowSource } => ({
  plan: planOf(workbook),
  rows: (sheet, from, count) => Promise.resolve(rowsOf(workbook, sheet, from, count)),
});

const LOOK = { fill: 'FFEB99', text: '4D3C00', underline: 'single' } as const;

const PRINT = { columns: 1, pages: 'asNeeded', repeatedRows: TABLE_HEADER_ROW + 1, header: { left: 'A&B', centre: '合計一致', right: '基準日' } } as const;

export interface ColumnInput {
  readonly key: string;
  readonly header: string;
  readonly format: NumberFormat;
  readonly wrap?: boolean;
  readonly align?: Align;
  readonly indented?: boolean;
  readonly width?: number;
  readonly cells: readonly Cell[];
}

/** A sheet with a table, as sheet/frame.ts makes it. */
export function tableSheetOf(name: TableName, inputs: readonly ColumnInput[], more: Partial<Sheet> = {}): Sheet {
  const columns = inputs.map(({ cells, wrap = false, width = 12, ...column }): Column => ({
    ...column,
    wrap,
    width,
    printed: true,
    cell: (row) => cells[row] ?? null,
  }));
  const headers = columns.map(({ header }, column): PlacedCell => ({ row: TABLE_HEADER_ROW, column, cell: header, style: { look: LOOK, lines: true } }));
  return {
    name,
    tabColour: null,
    cells: [{ row: 0, column: 0, cell: name, style: { size: 14 } }, { row: 1, column: 0, cell: '=合計一致', style: { look: LOOK } }, ...headers],
    table: { name, columns, rowCount: inputs[0]?.cells.length ?? 0 },
    columnWidths: columns.map(({ width }) => width),
    rowHeights: new Map([
      [0, 26],
      [TABLE_HEADER_ROW, 38],
    ]),
    frozen: { rows: TABLE_HEADER_ROW + 1, columns: 1 },
    highlights: [],
    charts: [],
    print: { ...PRINT, columns: columns.length },
    ...more,
  };
}

export const highlightOn = (column: number, word: string): Highlight => ({
  columns: [column],
  when: { column, test: 'is', word },
  look: { ...LOOK, bold: true, dashedBorder: true },
});

export const workbookOfSheets = (sheets: readonly Sheet[], activeSheet = 0): Workbook => ({
  title: '消込結果',
  writtenAt: '2027/05/10 14:32',
  sheets,
  activeSheet,
});

/** 消込一覧 with so many slips, all that a second run needs; 集計 with a chart and live figures. */
export function smallBook(slips: readonly { readonly slip: string; readonly state: string; readonly paid: number | null }[], title = '合計一致'): Workbook {
  const table = TABLE_NAMES.reconciliation;
  const columns: ColumnInput[] = [
    { key: 'state', header: '状態', format: 'text', cells: slips.map(({ state }) => state) },
    { key: 'fiscalYear', header: '年度', format: 'text', cells: slips.map(() => '2027') },
    { key: 'slipNumber', header: '納付書番号', format: 'text', cells: slips.map(({ slip }) => slip.padStart(17, '0')) },
    { key: 'billedAmount', header: '請求額（円）', format: 'yen', cells: slips.map(() => 1000) },
    { key: 'paidAmount', header: '納付額（円）', format: 'yen', cells: slips.map(({ paid }) => paid) },
    {
      key: 'difference',
      header: '差額（円）',
      format: 'difference',
      cells: slips.map(({ paid }) =>
        paid === null ? null : { formula: `${inThisRow(table, '納付額（円）')}-${inThisRow(table, '請求額（円）')}`, value: paid - 1000 },
      ),
    },
    { key: 'remarks', header: '備考', format: 'text', wrap: true, cells: slips.map(() => null) },
    { key: 'biller', header: '収納機関', format: 'text', cells: slips.map(() => '13104') },
  ];
  const paid = slips.reduce((sum, slip) => sum + (slip.paid ?? 0), 0);
  return workbookOfSheets([
    tableSheetOf(table, columns, {
      highlights: [highlightOn(0, '未納'), highlightOn(0, '収納済')],
      tabColour: title === '合計一致' ? null : '850000',
      print: { ...PRINT, columns: 7, header: { ...PRINT.header, centre: title } },
    }),
    summaryOf(paid, title),
  ]);
}

/** The same book with one column less and one more in 消込一覧. */
export function withColumns(
  book: Workbook,
  { drop, add }: { readonly drop: string; readonly add: { readonly key: string; readonly header: string; readonly before: string } },
): Workbook {
  const [first, ...others] = book.sheets;
  const table = first!.table!;
  const inputs = table.columns
    .filter(({ key }) => key !== drop)
    .flatMap((column): ColumnInput[] => {
      const input = { ...column, cells: Array.from({ length: table.rowCount }, (_, row) => column.cell(row)) };
      return column.key === add.before ? [{ ...add, format: 'text', cells: input.cells.map((_, row) => `氏名${row}`) }, input] : [input];
    });
  return { ...book, sheets: [tableSheetOf(table.name, inputs, { print: first!.print }), ...others] };
}

function summaryOf(paid: number, title: string): Sheet {
  const lines: CellStyle = { lines: true, format: 'yen' };
  return {
    name: '集計',
    tabColour: null,
    cells: [
      { row: 0, column: 0, cell: title, style: { size: 14 } },
      { row: 3, column: 0, cell: '納付額', style: { lines: true } },
      { row: 3, column: 1, cell: { formula: `SUM(${TABLE_NAMES.reconciliation}[納付額（円）])`, value: paid }, style: lines },
      { row: 4, column: 1, cell: { formula: 'B4*2', value: paid * 2 }, style: lines },
    ],
    table: null,
    columnWidths: [22, 10, 12],
    rowHeights: new Map([[0, 26]]),
    frozen: { rows: 2, columns: 0 },
    highlights: [],
    charts: [
      {
        look: SHARE_BARS,
        title: '状態',
        altText: '状態の割合',
        categories: { row: 3, column: 0, count: 2 },
        series: [{ name: '納付', values: { row: 3, column: 1, count: 2 }, ink: '0055AD', labelInk: 'FFFFFF' }],
        from: { row: 6, column: 0 },
        to: { row: 12, column: 3 },
      },
    ],
    print: { columns: 3, pages: 'one', repeatedRows: 0, header: PRINT.header },
  };
}
