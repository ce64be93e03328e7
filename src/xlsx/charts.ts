/** How does a chart of the model become a chart of the .xlsx library? */
import type { SheetChart } from 'hucre/xlsx';
import { fixedCell } from '../sheet/references';
import type { CellRun, Chart } from '../sheet/workbook';
import { FONT } from './styles';

const TITLE_SIZE = 12;
const LABEL_SIZE = 9;
const TICKS = { majorTickMark: 'out', minorTickMark: 'none', labelFontSize: LABEL_SIZE } as const;

const reference = ({ row, column, count }: CellRun): string => `${fixedCell(row, column)}:${fixedCell(row + count - 1, column)}`;

export function sheetChart(chart: Chart): SheetChart {
  return {
    title: chart.title,
    titleFontSize: TITLE_SIZE,
    titleBold: true,
    ...(FONT.name === undefined ? {} : { titleFontFamily: FONT.name }),
    lang: 'ja-JP',
    altText: chart.altText,
    frameTitle: chart.title,
    plotVisOnly: false,
    anchor: { from: { row: chart.from.row, col: chart.from.column }, to: { row: chart.to.row, col: chart.to.column } },
    ...(chart.kind === 'shareBars' ? shareBars(chart) : columns(chart)),
  };
}

type KindParts = Pick<SheetChart, 'type' | 'series'> & Partial<SheetChart>;

/** 100 % stacked bars, the first category on top, counts as labels (none for 0). */
function shareBars({ series, categories }: Chart): KindParts {
  return {
    type: 'bar',
    barGrouping: 'percentStacked',
    overlap: 100,
    gapWidth: 40,
    series: series.map(({ name, values, ink, labelInk }) => ({
      name,
      values: reference(values),
      categories: reference(categories),
      color: ink,
      dataLabels: { showValue: true, position: 'ctr', numberFormat: { formatCode: '#,##0;;' }, fontColor: labelInk, fontSize: LABEL_SIZE },
    })),
    axes: {
      x: { reverse: true, ...TICKS },
      y: { crosses: 'max', numberFormat: { formatCode: '0%' }, scale: { min: 0, max: 1, majorUnit: 0.25 }, ...TICKS },
    },
    legend: 'bottom',
    legendFontSize: LABEL_SIZE,
  };
}

/** One ink, yen above each column; days are names, for an axis of dates would leave room for days without money. */
function columns({ series, categories }: Chart): KindParts {
  return {
    type: 'column',
    gapWidth: 60,
    series: series.map(({ name, values, ink }) => ({ name, values: reference(values), categories: reference(categories), color: ink })),
    dataLabels: { showValue: true, position: 'outEnd', numberFormat: { formatCode: '#,##0' }, fontSize: LABEL_SIZE },
    axes: {
      x: { auto: false, ...TICKS },
      y: { numberFormat: { formatCode: '#,##0' }, scale: { min: 0 }, ...TICKS },
    },
    legend: false,
  };
}
