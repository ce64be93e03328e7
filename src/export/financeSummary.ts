/** 集計 for finance: which money is to come on which day, through whom, and for what? All of it, in one list that any number of pages can hold. */
import { excelSerialOf } from '../file/calendar';
import { wrappedLines } from '../sheet/cellText';
import { plainCriteria } from '../sheet/criteria';
import { heightOfLines } from '../sheet/dress';
import { figuresOf, noticeSums, type Figures, type NoticeFigures } from '../sheet/figures';
import { heading, HEADING_HEIGHTS, printSetUp } from '../sheet/frame';
import { Grid, type GridCell } from '../sheet/grid';
import { cellAt, columnOf } from '../sheet/references';
import { yenWidth, type Source } from '../sheet/source';
import { moneyChart, type ChartPlace, type DayRows } from '../sheet/summaryCharts';
import { dayCells, dayLabel, namedCells, NO_DAY, restCells, sumOf, totalCells } from '../sheet/summaryMoney';
import { mostFrequent, noticeColumn } from '../sheet/summaryParts';
import { stateTable } from '../sheet/summaryStates';
import { isFormula, TABLE_NAMES, type PlacedCell, type Sheet } from '../sheet/workbook';
import type { FinanceDetails, NoticeLabel } from './financeDetails';
import type { FinanceWords } from './words';

/** The list: by what, the day, code or name, a count, an amount. A gap. The slips by state: a state, a count, two amounts, a share. */
const BY = 0;
const NAME = 1;
const COUNT = 2;
const STATES = 5;
const COLUMNS = 10;
const NAME_WIDTH = 44;
const YEN_WIDTH = 18;

const HEADER_ROW = 3;
const FIRST_ROW = 4;
const HEADER_HEIGHT = 24;
const GAP = 1;
const CHART_ROWS = 16;
/** So many amounts fit above the columns of a chart this wide. */
const CHART_DAYS = 10;

export function financeSummarySheet(source: Source, { labels }: FinanceDetails, words: FinanceWords): Sheet {
  const { sheetWords } = source;
  const { summary, reconciliation } = sheetWords;
  const figures = figuresOf(source);
  const list = new MoneyList(source, words);
  const byLabel = (key: NoticeLabel): void =>
    list.named(reconciliation[key], columnOf(TABLE_NAMES.details, reconciliation[key]), noticeSums(source, labels[key]));
  const days = list.days(figures);
  byLabel('biller');
  list.named(summary.chainHeader, noticeColumn(source, 'chainCode'), figures.byChain);
  byLabel('fee');
  byLabel('section');
  const { grid, rowHeights } = list;
  const states = stateTable(source, figures, grid, FIRST_ROW, STATES);
  grid.note(states.end, STATES, words.asOfExport);
  return {
    name: sheetWords.sheets.summary,
    tabColour: null,
    cells: [...heading(source, sheetWords.sheets.summary, COLUMNS), ...grid.cells.map(withoutSlipFormula)],
    table: null,
    columnWidths: widths(figures),
    rowHeights,
    frozen: { rows: HEADER_ROW + 1, columns: 0 },
    highlights: [],
    charts: days.days.length === 0 ? [] : [moneyChart(source, days, CHART_DAYS, chartFrom(states.end + 1 + GAP))],
    print: printSetUp(source, sheetWords.sheets.summary, { columns: COLUMNS, pages: 'asNeeded', repeatedRows: HEADER_ROW + 1 }),
  };
}

const chartFrom = (row: number): ChartPlace => ({ from: { row, column: STATES }, to: { row: row + CHART_ROWS, column: COLUMNS } });

function widths({ byTransferDate }: Figures): number[] {
  const yen = yenWidth(YEN_WIDTH, [sumOf(byTransferDate, [...byTransferDate.keys()]).amount]);
  return [18, NAME_WIDTH, 11, yen, 2, 20, 10, 16, 16, 9];
}

/** Each row says what it tells the money by, so that it can be read on whatever page it falls. */
class MoneyList {
  readonly grid = new Grid();
  readonly rowHeights = new Map(HEADING_HEIGHTS).set(HEADER_ROW, HEADER_HEIGHT);
  private row = FIRST_ROW;

  constructor(
    private readonly source: Source,
    words: FinanceWords,
  ) {
    const { summary } = source.sheetWords;
    this.grid.header(HEADER_ROW, BY, [words.breakdown, words.breakdownName, summary.confirmedCount, summary.expectedMoney]);
  }

  days({ byTransferDate }: Figures): DayRows {
    const { summary } = this.source.sheetWords;
    const firstRow = this.row;
    const days = [...byTransferDate.keys()].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
    if (byTransferDate.size === 0) {
      this.grid.note(this.row++, BY, summary.noConfirmed);
      return { firstRow, column: NAME, days };
    }
    for (const day of days) {
      const cells = dayCells(this.source, cellAt(this.row, NAME), byTransferDate.get(day)!);
      this.add(summary.transferDateHeader, [{ ...dayLabel(excelSerialOf(day)), align: 'left' }, ...cells]);
    }
    const undated = byTransferDate.get(NO_DAY);
    if (undated !== undefined) {
      const cells = restCells(this.source, { firstRow, row: this.row, column: COUNT }, undated);
      this.add(summary.transferDateHeader, [{ cell: summary.noTransferDate }, ...cells]);
    }
    this.total(summary.transferDateHeader, firstRow, byTransferDate);
    return { firstRow, column: NAME, days };
  }

  /** By the texts of a column of 収納明細, the most money first; '' where it names none. */
  named(by: string, column: string, sums: ReadonlyMap<string, NoticeFigures>): void {
    if (sums.size === 0) return;
    const { unnamed } = this.source.sheetWords.summary;
    const firstRow = this.row;
    const asked = { column, plain: plainCriteria([...sums.keys()]) };
    for (const name of mostFrequent(sums, ({ amount }) => amount, sums.size).shown) {
      const text = name || unnamed;
      const lines = wrappedLines(text, NAME_WIDTH);
      if (lines > 1) this.rowHeights.set(this.row, heightOfLines(lines));
      const cells = namedCells(this.source, asked, cellAt(this.row, NAME), name, sums.get(name)!);
      this.add(by, [{ cell: text, format: 'text', align: 'left', wrap: true }, ...cells]);
    }
    this.total(by, firstRow, sums);
  }

  private add(by: string, cells: readonly GridCell[]): void {
    this.grid.row(this.row++, BY, [{ cell: by }, ...cells]);
  }

  private total<K>(by: string, firstRow: number, sums: ReadonlyMap<K, NoticeFigures>): void {
    const cells = totalCells({ firstRow, row: this.row, column: COUNT }, sumOf(sums, [...sums.keys()]));
    this.grid.total(this.row, BY, [{ cell: by }, { cell: this.source.sheetWords.summary.total }, ...cells]);
    this.row += 1 + GAP;
  }
}

/** 消込一覧 stays with the section: what counts its rows is a figure here. */
function withoutSlipFormula(placed: PlacedCell): PlacedCell {
  const { cell } = placed;
  return isFormula(cell) && cell.formula.includes(`${TABLE_NAMES.reconciliation}[`) ? { ...placed, cell: cell.value } : placed;
}
