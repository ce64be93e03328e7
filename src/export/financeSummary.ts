/** 集計 for finance: which money is to come on which day, through whom, and for what? One page. */
import { figuresOf, noticeSums } from '../sheet/figures';
import { heading, HEADING_HEIGHTS, printSetUp } from '../sheet/frame';
import { Grid } from '../sheet/grid';
import { columnOf } from '../sheet/references';
import type { Source } from '../sheet/source';
import { moneyChart } from '../sheet/summaryCharts';
import { dateTable, moneyTable } from '../sheet/summaryMoney';
import { LEFT, noticeColumn, RIGHT, SUMMARY_COLUMNS, summaryWidths, type Placed } from '../sheet/summaryParts';
import { stateTable } from '../sheet/summaryStates';
import { isFormula, TABLE_NAMES, type PlacedCell, type Sheet } from '../sheet/workbook';
import type { FinanceDetails, NoticeLabel } from './financeDetails';
import type { FinanceWords } from './words';

const FIRST_ROW = 3;
const GAP = 1;
const CHART_ROWS = 14;
const MOST_LABELS = 12;

export function financeSummarySheet(source: Source, { labels }: FinanceDetails, words: FinanceWords): Sheet {
  const { sheetWords } = source;
  const figures = figuresOf(source);
  const grid = new Grid();
  const states = stateTable(source, figures, grid, FIRST_ROW);
  grid.note(states.end, LEFT, words.asOfExport);
  const money = (label: NoticeLabel, title: string, header: string, top: number, left: number): Placed =>
    moneyTable(source, noticeSums(source, labels[label]), grid, {
      title,
      headers: [header, sheetWords.summary.confirmedCount, sheetWords.summary.expectedMoney],
      column: columnOf(TABLE_NAMES.details, sheetWords.reconciliation[label]),
      most: MOST_LABELS,
      top,
      left,
    });
  const billers = money('biller', words.byBiller, sheetWords.reconciliation.biller, FIRST_ROW, RIGHT);
  const top = Math.max(states.end + 1, billers.end) + GAP;
  const chains = moneyTable(source, figures.byChain, grid, {
    title: words.byChain,
    headers: [sheetWords.summary.chainHeader, sheetWords.summary.confirmedCount, sheetWords.summary.expectedMoney],
    column: noticeColumn(source, 'chainCode'),
    most: MOST_LABELS,
    top,
    left: LEFT,
  });
  const sections = money('section', words.bySection, sheetWords.reconciliation.section, top, RIGHT);
  const second = Math.max(chains.end, sections.end) + GAP;
  const fees = money('fee', words.byFee, sheetWords.reconciliation.fee, second, LEFT);
  const third = fees.end + GAP;
  const dates = dateTable(source, figures, grid, third);
  return {
    name: sheetWords.sheets.summary,
    tabColour: null,
    cells: [...heading(source, sheetWords.sheets.summary, SUMMARY_COLUMNS), ...grid.cells.map(withoutSlipFormula)],
    table: null,
    columnWidths: summaryWidths(source),
    rowHeights: new Map(HEADING_HEIGHTS),
    frozen: { rows: 2, columns: 0 },
    highlights: [],
    charts: dates.days.length === 0 ? [] : [moneyChart(source, dates, third, Math.max(dates.end, third + CHART_ROWS))],
    print: printSetUp(source, sheetWords.sheets.summary, { columns: SUMMARY_COLUMNS, pages: 'one', repeatedRows: 0 }),
  };
}

/** 消込一覧 stays with the section: what counts its rows is a figure here. */
function withoutSlipFormula(placed: PlacedCell): PlacedCell {
  const { cell } = placed;
  return isFormula(cell) && cell.formula.includes(`${TABLE_NAMES.reconciliation}[`) ? { ...placed, cell: cell.value } : placed;
}
