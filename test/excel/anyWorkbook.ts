/** Which workbooks could there be? Small ones in every dress: texts that try to be something else, looks, conditions, charts, pages, hidden sheets. */
import './nodeGlobals';
import fc from 'fast-check';
import { dressed } from '../../src/sheet/dressed';
import { MONEY_COLUMNS, SHARE_BARS } from '../../src/sheet/dress';
import { inThisRow } from '../../src/sheet/references';
import {
  NUMBER_FORMATS,
  TABLE_FIRST_ROW,
  TABLE_HEADER_ROW,
  TABLE_NAMES,
  type CellStyle,
  type Chart,
  type ChartLook,
  type Highlight,
  type Look,
  type NumberFormat,
  type PlacedCell,
  type Print,
  type Sheet,
  type TableName,
  type Value,
  type Workbook,
} from '../../src/sheet/workbook';
import { HOSTILE_TEXTS } from '../sheet/runs';
import { tableSheetOf, workbookOfSheets, type ColumnInput } from './plans';

const text = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS, '', "'quoted", '00123', '2027/05/10'), fc.string({ maxLength: 8, unit: 'grapheme' }));
/** Days that openpyxl can read as days. */
const number = fc.oneof(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(0, 0.5, 46_123, 0.25));
const value: fc.Arbitrary<Value> = fc.oneof(text, number, fc.constant(null));
const format = fc.constantFrom(...(Object.keys(NUMBER_FORMATS) as NumberFormat[]));
const hex = fc.integer({ min: 0, max: 0xffffff }).map((colour) => colour.toString(16).toUpperCase().padStart(6, '0'));
/** What stands above a printed page, or in a condition: plain words, and what could be read as a code. */
const words = fc.oneof(
  fc.constantFrom('未納', 'A&B', '&P', '12', '"引用"', "'", '=1', '二重納付の疑い'),
  fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }),
);

const look: fc.Arbitrary<Look> = fc.record(
  {
    fill: fc.option(hex),
    text: hex,
    bold: fc.boolean(),
    strike: fc.boolean(),
    underline: fc.constantFrom('single' as const, 'double' as const),
    dashedBorder: fc.boolean(),
    keptOnPaper: fc.boolean(),
  },
  { requiredKeys: ['fill', 'text'] },
);

const align = fc.constantFrom('left' as const, 'center' as const, 'right' as const);

const style: fc.Arbitrary<CellStyle> = fc.record(
  { look, format, size: fc.integer({ min: 6, max: 30 }), align, wrap: fc.boolean(), lines: fc.boolean() },
  { requiredKeys: ['format'] },
);

const highlight = (columns: number, rows?: { readonly first: number; readonly last: number }): fc.Arbitrary<Highlight> =>
  fc
    .record({
      columns: fc.uniqueArray(fc.nat(columns - 1), { minLength: 1, maxLength: columns }),
      column: fc.nat(columns - 1),
      test: fc.constantFrom('is' as const, 'contains' as const),
      word: words,
      look,
    })
    .map(({ columns: coloured, column, test, word, look: shown }) => ({
      columns: coloured,
      when: { column, test, word },
      look: shown,
      ...(rows === undefined ? {} : { rows }),
    }));

const print = (columns: number): fc.Arbitrary<Print> =>
  fc.record(
    {
      columns: fc.constant(columns),
      pages: fc.constantFrom('asNeeded' as const, 'one' as const),
      repeatedFrom: fc.nat(2),
      repeatedRows: fc.nat(4),
      header: fc.record({ left: words, centre: words, right: words }),
    },
    { requiredKeys: ['columns', 'pages', 'repeatedRows', 'header'] },
  );

const width = fc.integer({ min: 2, max: 60 });
const rowHeights = fc.uniqueArray(fc.tuple(fc.nat(TABLE_HEADER_ROW), fc.integer({ min: 10, max: 80 })), { selector: ([row]) => row, maxLength: 3 });

const around = (columns: number): fc.Arbitrary<Pick<Sheet, 'tabColour' | 'print' | 'rowHeights'>> =>
  fc.record({ tabColour: fc.option(hex), print: print(columns), rowHeights: rowHeights.map((heights) => new Map(heights)) });

interface ColumnDress extends Pick<ColumnInput, 'format' | 'wrap' | 'align' | 'indented' | 'width'> {
  readonly cells: readonly Value[];
}
const column = (rows: number): fc.Arbitrary<ColumnDress> =>
  fc.record(
    { format, wrap: fc.boolean(), align, indented: fc.boolean(), width, cells: fc.array(value, { minLength: rows, maxLength: rows }) },
    { requiredKeys: ['format', 'wrap', 'width', 'cells'] },
  );

/** Columns of hostile texts and numbers in every format, one of them with formulas over the first. */
const table = (name: TableName, rows: number): fc.Arbitrary<Sheet> =>
  fc.array(column(rows), { minLength: 1, maxLength: 4 }).chain((columns) =>
    fc
      .record({
        formulas: fc.array(fc.boolean(), { minLength: rows, maxLength: rows }),
        formulaFormat: format,
        frozenColumns: fc.nat(2),
        highlights: fc.array(highlight(columns.length + 2), { maxLength: 4 }),
        heading: fc.array(style, { maxLength: 3 }),
        more: around(columns.length + 2),
      })
      .map(({ formulas, formulaFormat, frozenColumns, highlights, heading, more }) => {
        const amounts: ColumnInput = { key: 'amount', header: '金額（円）', format: 'yen', cells: formulas.map((_, row) => row * 100) };
        const doubled: ColumnInput = {
          key: 'doubled',
          header: '2倍',
          format: formulaFormat,
          cells: formulas.map((isFormula, row) =>
            isFormula ? { formula: `${inThisRow(name, '金額（円）')}*2`, value: row * 200 } : row % 2 === 0 ? null : '手書き',
          ),
        };
        const others = columns.map((one, index): ColumnInput => ({ ...one, key: `column${index}`, header: `列 ${index}` }));
        const sheet = tableSheetOf(name, [amounts, doubled, ...others], {
          frozen: { rows: TABLE_HEADER_ROW + 1, columns: frozenColumns },
          highlights,
          ...more,
        });
        const legend = heading.map((given, index): PlacedCell => ({ row: 2, column: index, cell: `凡例${index}`, style: given }));
        return { ...sheet, cells: [...sheet.cells, ...legend] };
      }),
  );

const chartLook: fc.Arbitrary<ChartLook> = fc
  .record({
    base: fc.constantFrom(SHARE_BARS, MONEY_COLUMNS),
    // The library that reads the file does not tell Excel's own gap, 150.
    gap: fc.integer({ min: 10, max: 140 }),
    titleSize: fc.integer({ min: 8, max: 20 }),
    textSize: fc.integer({ min: 6, max: 14 }),
    hasLegend: fc.boolean(),
    firstOnTop: fc.boolean(),
  })
  .map(({ base, ...more }) => ({ ...base, ...more }));

const chart = (rows: number): fc.Arbitrary<Chart> =>
  fc
    .record({
      look: chartLook,
      title: words,
      inks: fc.array(fc.tuple(hex, hex), { minLength: 1, maxLength: 3 }),
      row: fc.nat(20),
      columns: fc.integer({ min: 1, max: 4 }),
    })
    .map(({ look: shown, title, inks, row, columns }) => ({
      look: shown,
      title,
      altText: title,
      categories: { row: TABLE_FIRST_ROW, column: 0, count: rows },
      series: inks.map(([ink, labelInk], index) => ({
        name: `系列 ${index}`,
        values: { row: TABLE_FIRST_ROW, column: 1 + (index % 2), count: rows },
        ink,
        labelInk,
      })),
      from: { row, column: 3 },
      to: { row: row + 8, column: 3 + columns },
    }));

const PAGE_COLUMNS = 3;

/** Cells in every style, some of them coloured by conditions over rows of their own, and charts. */
const page = (name: string): fc.Arbitrary<Sheet> =>
  fc.array(fc.record({ cell: value, style }), { minLength: 1, maxLength: 12 }).chain((cells) => {
    const rows = { first: TABLE_FIRST_ROW, last: TABLE_FIRST_ROW + Math.floor((cells.length - 1) / PAGE_COLUMNS) };
    return fc
      .record({
        hidden: fc.boolean(),
        widths: fc.array(width, { minLength: PAGE_COLUMNS, maxLength: PAGE_COLUMNS + 2 }),
        frozen: fc.record({ rows: fc.nat(3), columns: fc.nat(2) }),
        highlights: fc.array(highlight(PAGE_COLUMNS, rows), { maxLength: 3 }),
        charts: fc.array(chart(rows.last - rows.first + 1), { maxLength: 2 }),
        more: around(PAGE_COLUMNS),
      })
      .map(({ hidden, widths, frozen, highlights, charts, more }): Sheet => ({
        name,
        hidden,
        table: null,
        cells: cells.map((placed, index) => ({ ...placed, row: TABLE_FIRST_ROW + Math.floor(index / PAGE_COLUMNS), column: index % PAGE_COLUMNS })),
        columnWidths: widths,
        frozen,
        highlights,
        charts,
        ...more,
      }));
  });

const choice = fc.record({ dates: fc.constantFrom('western' as const, 'japanese' as const), colours: fc.constantFrom('standard' as const, 'print' as const) });

export const anyWorkbook: fc.Arbitrary<Workbook> = fc
  .tuple(fc.nat(6), fc.nat(3))
  .chain(([rows, more]) => fc.tuple(choice, table(TABLE_NAMES.reconciliation, rows), table(TABLE_NAMES.details, more), page('集計'), page('入金 確認')))
  .map(([dress, ...sheets]) => workbookOfSheets(sheets.map((sheet) => dressed(sheet, dress))));
