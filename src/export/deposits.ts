/** 入金確認: has the bank credited, day by day, what the confirmed notices announce? Finance enters one column, the rest follows. */
import { excelSerialOf, type Day } from '../file/calendar';
import { noticeSums, transferDays, type NoticeFigures } from '../sheet/figures';
import { heading, HEADING_HEIGHTS, printSetUp } from '../sheet/frame';
import { Grid, type GridCell } from '../sheet/grid';
import { cellAt, textLiteral } from '../sheet/references';
import { yenWidth, type Source } from '../sheet/source';
import { dayCells, NO_DAY, restCells, sumOf } from '../sheet/summaryMoney';
import type { Cell, Highlight, Look, Sheet } from '../sheet/workbook';
import { input, signatures } from './signatures';
import type { DepositColumn, FinanceWords, SignatureWords } from './words';

/** What became of a day's money. */
export type DayFate = 'agrees' | 'differs' | 'missing';

const COLUMNS: readonly DepositColumn[] = ['transferDate', 'count', 'expected', 'credited', 'difference', 'judgement', 'note'];
const DATE = 0;
const COUNT = 1;
const EXPECTED = 2;
const CREDITED = 3;
const DIFFERENCE = 4;
const JUDGEMENT = 5;
const WIDTHS = { transferDate: 16, count: 16, note: 44, judgement: 12 };
const YEN_WIDTH = 22;
const HEADER_ROW = 3;
const FIRST_ROW = 4;
const HEADER_HEIGHT = 24;

const LOOKS: readonly (readonly [DayFate, Look])[] = [
  ['differs', { fill: 'FFDADA', text: '850000', bold: true }],
  ['missing', { fill: 'F2F2F2', text: '333333' }],
];

export function depositsSheet(source: Source, words: FinanceWords, signatureWords: SignatureWords): Sheet {
  const grid = new Grid();
  const byDay = noticeSums(source, transferDays(source));
  const days = [...byDay.keys()].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  grid.note(HEADER_ROW - 1, DATE, words.depositsNote);
  grid.header(
    HEADER_ROW,
    DATE,
    COLUMNS.map((column) => words.depositColumns[column]),
  );
  for (const [index, day] of days.entries()) {
    const row = FIRST_ROW + index;
    depositRow(grid, row, dayCells(source, excelSerialOf(day)!, cellAt(row, DATE), byDay.get(day)!), words);
  }
  let totalRow = FIRST_ROW + days.length;
  if (byDay.has(NO_DAY)) {
    const [count, amount] = restCells(source, FIRST_ROW, totalRow, byDay.get(NO_DAY)!) as [GridCell, GridCell];
    depositRow(grid, totalRow, [{ cell: words.noDate, align: 'center' }, count, amount], words);
    totalRow++;
  }
  if (byDay.size === 0) grid.note(totalRow++, DATE, words.nothingExpected);
  else totalCells(grid, totalRow, sumOf(byDay, [...byDay.keys()]), byDay.size, words);
  const rowHeights = new Map([...HEADING_HEIGHTS, [HEADER_ROW, HEADER_HEIGHT]]);
  signatures(grid, totalRow + 2, signatureWords, rowHeights);
  const columnWidths = widths(byDay);
  return {
    name: words.deposits,
    tabColour: '0055AD',
    cells: [...heading(source, words.deposits, COLUMNS.length), ...grid.cells],
    table: null,
    columnWidths,
    rowHeights,
    frozen: { rows: HEADER_ROW + 1, columns: 0 },
    highlights: LOOKS.map(([fate, look]): Highlight => ({
      columns: [JUDGEMENT],
      when: { column: JUDGEMENT, test: 'is', word: words.judgements[fate] },
      look,
      rows: { first: FIRST_ROW, last: totalRow },
    })),
    charts: [],
    print: printSetUp(source, words.deposits, { columns: COLUMNS.length, pages: 'asNeeded', repeatedRows: HEADER_ROW + 1 }),
  };
}

function widths(byDay: ReadonlyMap<Day, NoticeFigures>): number[] {
  const yen = yenWidth(YEN_WIDTH, [sumOf(byDay, [...byDay.keys()]).amount]);
  return [WIDTHS.transferDate, WIDTHS.count, yen, yen, yen, WIDTHS.judgement, WIDTHS.note];
}

function depositRow(grid: Grid, row: number, expected: readonly GridCell[], { judgements }: FinanceWords): void {
  const [credited, difference] = [cellAt(row, CREDITED), cellAt(row, DIFFERENCE)];
  const isEntered = `ISNUMBER(${credited})`;
  const judgement = `IF(${isEntered},IF(${difference}=0,${textLiteral(judgements.agrees)},${textLiteral(judgements.differs)}),${textLiteral(judgements.missing)})`;
  grid.row(row, DATE, [
    ...expected,
    input('yen'),
    { cell: { formula: `IF(${isEntered},${credited}-${cellAt(row, EXPECTED)},"")`, value: '' }, format: 'difference' },
    { cell: { formula: judgement, value: judgements.missing }, align: 'center' },
    input(),
  ]);
}

/** Judged day by day, never on the sum, where +1 and -1 would cancel; the difference is that of the days entered. */
function totalCells(grid: Grid, row: number, all: NoticeFigures, rows: number, { judgements, notEntered: [before, after], total }: FinanceWords): void {
  const run = (column: number): string => `${cellAt(FIRST_ROW, column)}:${cellAt(row - 1, column)}`;
  const judged = (fate: DayFate): string => `COUNTIF(${run(JUDGEMENT)},${textLiteral(judgements[fate])})`;
  const entered = `COUNT(${run(CREDITED)})`;
  const none = (sum: string): Cell => ({ formula: `IF(${entered}=0,"",${sum})`, value: '' });
  const judgement = `IF(${judged('differs')}>0,${textLiteral(judgements.differs)},IF(${judged('missing')}>0,${textLiteral(judgements.missing)},${textLiteral(judgements.agrees)}))`;
  grid.total(row, DATE, [
    { cell: total, align: 'center' },
    { cell: { formula: `SUM(${run(COUNT)})`, value: all.count }, format: 'count' },
    { cell: { formula: `SUM(${run(EXPECTED)})`, value: all.amount }, format: 'yen' },
    { cell: none(`SUM(${run(CREDITED)})`), format: 'yen' },
    { cell: none(`SUM(${run(DIFFERENCE)})`), format: 'difference' },
    { cell: { formula: judgement, value: judgements.missing }, align: 'center' },
    { cell: { formula: `${textLiteral(before)}&${judged('missing')}&${textLiteral(after)}`, value: `${before}${rows}${after}` } },
  ]);
}
