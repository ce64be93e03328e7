/** Which charts stand on 集計? Which fee lags, and which money comes on which day. */
import type { Day } from '../file/calendar';
import { SLIP_STATES } from '../reconcile/slips';
import { CHART_INKS, MONEY_INK } from './highlights';
import type { Source } from './source';
import { SUMMARY_COLUMNS, type Placed } from './summaryTables';
import type { Chart } from './workbook';

const LABELS = 0;
const MONEY = 2;
const FIRST_STATE = 4;
const FROM_COLUMN = 9;
/** More columns than these are too thin to read. */
const MOST_COLUMNS = 20;

/** A stacked bar for each fee: which lags? */
export function feeChart({ words, sheetWords }: Source, table: Placed & { readonly labels: readonly string[] }, top: number, end: number): Chart {
  const run = (column: number): Chart['categories'] => ({ row: table.firstRow, column, count: table.labels.length });
  return {
    kind: 'shareBars',
    title: sheetWords.summary.feeChart,
    altText: sheetWords.summary.feeChartText(table.labels),
    categories: run(LABELS),
    series: SLIP_STATES.map((state, index) => ({ name: words.states[state], values: run(FIRST_STATE + index), ...CHART_INKS[state] })),
    from: { row: top, column: FROM_COLUMN },
    to: { row: end, column: SUMMARY_COLUMNS },
  };
}

/** A column for each day on which money is to come: the last days of the table. */
export function moneyChart({ sheetWords }: Source, table: Placed & { readonly days: readonly Day[] }, top: number, end: number): Chart {
  const { moneyChart: title, moneyChartText, expectedMoney } = sheetWords.summary;
  const days = table.days.slice(-MOST_COLUMNS);
  const row = table.firstRow + table.days.length - days.length;
  return {
    kind: 'columns',
    title,
    altText: moneyChartText(days[0]!, days.at(-1)!, days.length),
    categories: { row, column: LABELS, count: days.length },
    series: [{ name: expectedMoney, values: { row, column: MONEY, count: days.length }, ...MONEY_INK }],
    from: { row: top, column: FROM_COLUMN },
    to: { row: end, column: SUMMARY_COLUMNS },
  };
}
