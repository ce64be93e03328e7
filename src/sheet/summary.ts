/**
 * 集計: how far is the collection, and which money is to come on which day? One page, without personal data.
 *
 * Tables on the left, the chart or legend of each on its right; the figures are live formulas over 消込一覧 and 収納明細.
 */
import { figuresOf } from './figures';
import { heading, HEADING_HEIGHTS, printSetUp } from './frame';
import { Grid } from './grid';
import type { Source } from './source';
import { feeChart, moneyChart, MOST_COLUMNS, placeBetween } from './summaryCharts';
import { groupTable } from './summaryGroups';
import { chainTable, dateTable } from './summaryMoney';
import { LEFT, SUMMARY_COLUMNS, summaryWidths } from './summaryParts';
import { legendTable, stateTable } from './summaryStates';
import type { Chart, Sheet } from './workbook';

const FIRST_ROW = 3;
const GAP = 1;
/** Rows that a chart needs beside a short table. */
const CHART_ROWS = 14;

export function summarySheet(source: Source): Sheet {
  const { sheetWords } = source;
  const { summary } = sheetWords;
  const figures = figuresOf(source);
  const grid = new Grid();
  const charts: Chart[] = [];

  const states = stateTable(source, figures, grid, FIRST_ROW);
  const chains = chainTable(source, figures, grid, states.end + GAP);
  const legend = legendTable(source, figures, grid, FIRST_ROW, states);
  let top = Math.max(chains.end, legend.end) + GAP;

  const fees = groupTable(source, figures.byFee, grid, top, { key: 'fee', title: summary.byFee, header: summary.feeHeader, none: summary.noFees });
  const sections = groupTable(source, figures.bySection, grid, fees.end + GAP, {
    key: 'section',
    title: summary.bySection,
    header: summary.sectionHeader,
    none: summary.noSections,
  });
  if (fees.labels.length > 0) charts.push(feeChart(source, fees, top, Math.max(sections.end, top + CHART_ROWS)));
  top = Math.max(sections.end, fees.labels.length > 0 ? top + CHART_ROWS : 0) + GAP;

  const dates = dateTable(source, figures, grid, top);
  if (dates.days.length > 0)
    charts.push(moneyChart(source, { ...dates, column: LEFT }, MOST_COLUMNS, placeBetween(top, Math.max(dates.end, top + CHART_ROWS))));

  return {
    name: sheetWords.sheets.summary,
    tabColour: null,
    cells: [...heading(source, sheetWords.sheets.summary, SUMMARY_COLUMNS), ...grid.cells],
    table: null,
    columnWidths: summaryWidths(source),
    rowHeights: new Map(HEADING_HEIGHTS),
    frozen: { rows: 2, columns: 0 },
    highlights: [],
    charts,
    print: printSetUp(source, sheetWords.sheets.summary, { columns: SUMMARY_COLUMNS, pages: 'one', repeatedRows: 0 }),
  };
}
