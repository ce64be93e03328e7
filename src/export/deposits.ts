/** 入金確認: has the bank credited, day by day, what the confirmed notices announce? Finance enters one column, the rest follows. */
import { excelSerialOf, type Day } from '../file/calendar';
import { noticeSums, transferDays, type NoticeFigures } from '../sheet/figures';
import { heading, HEADING_HEIGHTS, printSetUp } from '../sheet/frame';
import { Grid, type GridCell } from '../sheet/grid';
import { HELD } from '../sheet/noticeUse';
import { cellAt, textLiteral } from '../sheet/references';
import { yenWidth, type Source } from '../sheet/source';
import { dayCells, dayLabel, NO_DAY, restCells, sumOf, totalCells, type MoneyUse } from '../sheet/summaryMoney';
import type { Cell, Highlight, Look, Sheet } from '../sheet/workbook';
import { input, signatures } from './signatures';
import type { DayFate, DepositColumn, FinanceWords, SignatureWords } from './words';

const COLUMNS: readonly DepositColumn[] = ['transferDate', 'count', 'expected', 'heldCount', 'held', 'credited', 'difference', 'judgement', 'note'];
const DATE = 0;
const COUNT = 1;
const EXPECTED = 2;
const HELD_COUNT = 3;
const CREDITED = 5;
const DIFFERENCE = 6;
const JUDGEMENT = 7;
const WIDTHS = { transferDate: 16, count: 12, heldCount: 16, judgement: 12, note: 30 };
const YEN_WIDTH = 19;
const SIGNATURES_ROW = 3;
const HEADER_HEIGHT = 38;

const LOOKS: readonly (readonly [DayFate, Look])[] = [
  ['differs', { fill: 'FFDADA', text: '850000', bold: true }],
  ['missing', { fill: 'F2F2F2', text: '333333' }],
];

export function depositsSheet(source: Source, words: FinanceWords, signatureWords: SignatureWords): Sheet {
  const grid = new Grid();
  const rowHeights = new Map(HEADING_HEIGHTS);
  // Above what may run over several pages: the block stays in one piece, and the table's header repeats over nothing else.
  const notesRow = signatures(grid, SIGNATURES_ROW, signatureWords, rowHeights) + 1;
  grid.note(notesRow, DATE, words.depositsNote);
  grid.note(notesRow + 1, DATE, words.heldNote);
  const headerRow = notesRow + 2;
  rowHeights.set(headerRow, HEADER_HEIGHT);
  grid.header(
    headerRow,
    DATE,
    COLUMNS.map((column) => words.depositColumns[column]),
  );
  const money = moneyOf(source);
  const firstRow = headerRow + 1;
  const lastRow = dayRows(source, grid, firstRow, money, words);
  return {
    name: words.deposits,
    tabColour: '0055AD',
    cells: [...heading(source, words.deposits, COLUMNS.length), ...grid.cells],
    table: null,
    columnWidths: widths(money),
    rowHeights,
    frozen: { rows: 2, columns: 0 },
    highlights: LOOKS.map(([fate, look]): Highlight => ({
      columns: [JUDGEMENT],
      when: { column: JUDGEMENT, test: 'is', word: words.judgements[fate] },
      look,
      rows: { first: firstRow, last: lastRow },
    })),
    charts: [],
    print: printSetUp(source, words.deposits, { columns: COLUMNS.length, pages: 'asNeeded', repeatedFrom: headerRow, repeatedRows: 1 }),
  };
}

/** By day; `days` are those on which money is expected, or may come although its notice is held. */
interface Money {
  readonly counts: ReadonlyMap<Day, NoticeFigures>;
  readonly held: ReadonlyMap<Day, NoticeFigures>;
  readonly days: readonly Day[];
}

const NONE: NoticeFigures = { count: 0, amount: 0 };
const allOf = (sums: ReadonlyMap<Day, NoticeFigures>): NoticeFigures => sumOf(sums, [...sums.keys()]);

function moneyOf(source: Source): Money {
  const counts = noticeSums(source, transferDays(source));
  const held = noticeSums(source, transferDays(source), HELD);
  return { counts, held, days: [...new Set([...counts.keys(), ...held.keys()])].sort((a, b) => a - b) };
}

/** Answers the last row. */
function dayRows(source: Source, grid: Grid, firstRow: number, { counts, held, days }: Money, words: FinanceWords): number {
  if (days.length === 0) {
    grid.note(firstRow, DATE, words.nothingExpected);
    return firstRow;
  }
  let row = firstRow;
  for (const day of days.filter((each) => each !== NO_DAY)) {
    const cellsOf = (sums: Money['counts'], use: MoneyUse): GridCell[] => dayCells(source, cellAt(row, DATE), sums.get(day) ?? NONE, use);
    depositRow(grid, row, [dayLabel(excelSerialOf(day)), ...cellsOf(counts, 'counts'), ...cellsOf(held, 'held')], words);
    row++;
  }
  if (days.includes(NO_DAY)) {
    const counted = restCells(source, { firstRow, row, column: COUNT }, counts.get(NO_DAY) ?? NONE);
    const heldBack = restCells(source, { firstRow, row, column: HELD_COUNT }, held.get(NO_DAY) ?? NONE, 'held');
    depositRow(grid, row, [{ cell: words.noDate, align: 'center' }, ...counted, ...heldBack], words);
    row++;
  }
  totalRow(grid, firstRow, row, [allOf(counts), allOf(held)], words);
  return row;
}

function widths({ counts, held }: Money): number[] {
  const yen = yenWidth(YEN_WIDTH, [allOf(counts).amount, allOf(held).amount]);
  return [WIDTHS.transferDate, WIDTHS.count, yen, WIDTHS.heldCount, yen, yen, yen, WIDTHS.judgement, WIDTHS.note];
}

function depositRow(grid: Grid, row: number, announced: readonly GridCell[], { judgements }: FinanceWords): void {
  const [credited, difference] = [cellAt(row, CREDITED), cellAt(row, DIFFERENCE)];
  const isEntered = `ISNUMBER(${credited})`;
  const judgement = `IF(${isEntered},IF(${difference}=0,${textLiteral(judgements.agrees)},${textLiteral(judgements.differs)}),${textLiteral(judgements.missing)})`;
  grid.row(row, DATE, [
    ...announced,
    input('yen'),
    { cell: { formula: `IF(${isEntered},${credited}-${cellAt(row, EXPECTED)},"")`, value: '' }, format: 'difference' },
    { cell: { formula: judgement, value: judgements.missing }, align: 'center' },
    input(),
  ]);
}

/** Judged day by day, never on the sum, where +1 and -1 would cancel; the difference is that of the days entered. */
function totalRow(
  grid: Grid,
  firstRow: number,
  row: number,
  [all, held]: readonly [NoticeFigures, NoticeFigures],
  { judgements, notEntered: [before, after], total }: FinanceWords,
): void {
  const run = (column: number): string => `${cellAt(firstRow, column)}:${cellAt(row - 1, column)}`;
  const judged = (fate: DayFate): string => `COUNTIF(${run(JUDGEMENT)},${textLiteral(judgements[fate])})`;
  const entered = `COUNT(${run(CREDITED)})`;
  const none = (sum: string): Cell => ({ formula: `IF(${entered}=0,"",${sum})`, value: '' });
  const judgement = `IF(${judged('differs')}>0,${textLiteral(judgements.differs)},IF(${judged('missing')}>0,${textLiteral(judgements.missing)},${textLiteral(judgements.agrees)}))`;
  grid.total(row, DATE, [
    { cell: total, align: 'center' },
    ...totalCells({ firstRow, row, column: COUNT }, all),
    ...totalCells({ firstRow, row, column: HELD_COUNT }, held),
    { cell: none(`SUM(${run(CREDITED)})`), format: 'yen' },
    { cell: none(`SUM(${run(DIFFERENCE)})`), format: 'difference' },
    { cell: { formula: judgement, value: judgements.missing }, align: 'center' },
    { cell: { formula: `${textLiteral(before)}&${judged('missing')}&${textLiteral(after)}`, value: `${before}${row - firstRow}${after}` } },
  ]);
}
