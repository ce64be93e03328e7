/** Which charts stand on 集計? Which fee lags, and which money comes on which day. */
import type { Day } from '../file/calendar';
import { SLIP_STATES } from '../reconcile/slips';
import { MONEY_COLUMNS, SHARE_BARS } from './dress';
import { CHART_INKS, MONEY_INK } from './highlights';
import type { Source } from './source';
import type { GroupTable } from './summaryGroups';
import { FIRST_AMOUNT, FIRST_STATE, LEFT, RIGHT, SUMMARY_COLUMNS } from './summaryParts';
import type { CellRun, Chart } from './workbook';

/** More columns than these are too thin to read beside a table. */
export const MOST_COLUMNS = 20;

export type ChartPlace = Pick<Chart, 'from' | 'to'>;

/** A stacked bar for each fee: which lags? */
export function feeChart({ words, sheetWords }: Source, { firstRow, labels }: GroupTable, top: number, end: number): Chart {
  const run = (column: number): CellRun => ({ row: firstRow, column, count: labels.length });
  return {
    look: SHARE_BARS,
    title: sheetWords.summary.feeChart,
    altText: sheetWords.summary.feeChartText(labels),
    categories: run(LEFT),
    series: SLIP_STATES.map((state, index) => ({ name: words.states[state], values: run(FIRST_STATE + index), ...CHART_INKS[state] })),
    ...placeBetween(top, end),
  };
}

/** Rows of a table that show a day, a count and an amount from `column` on. */
export interface DayRows {
  readonly firstRow: number;
  readonly column: number;
  readonly days: readonly Day[];
}

/** A column for each day on which money is to come: the last `most` of the table. */
export function moneyChart({ sheetWords }: Source, table: DayRows, most: number, place: ChartPlace): Chart {
  const { moneyChart: title, moneyChartText, expectedMoney } = sheetWords.summary;
  const days = table.days.slice(-most);
  const row = table.firstRow + table.days.length - days.length;
  return {
    look: MONEY_COLUMNS,
    title,
    altText: moneyChartText(days[0]!, days.at(-1)!, days.length),
    categories: { row, column: table.column, count: days.length },
    series: [{ name: expectedMoney, values: { row, column: table.column + FIRST_AMOUNT, count: days.length }, ...MONEY_INK }],
    ...place,
  };
}

/** On the right of a table. */
export const placeBetween = (top: number, end: number): ChartPlace => ({
  from: { row: top, column: RIGHT },
  to: { row: end, column: SUMMARY_COLUMNS },
});
