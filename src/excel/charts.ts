/** How does a chart of the plan become one of Excel's? Its series point to cells, so that it follows the figures. */
import { cellText } from '../sheet/cellText';
import type { CellRun, Chart, ChartLook } from '../sheet/workbook';
import { colour } from './looks';

export const CHART_BYTES = 20_000;

const runOf = (sheet: Excel.Worksheet, { row, column, count }: CellRun): Excel.Range => sheet.getRangeByIndexes(row, column, count, 1);

const TYPES = { shareBars: 'BarStacked100', columns: 'ColumnClustered' } as const satisfies Record<ChartLook['shape'], string>;
const LABEL_PLACES = { centre: 'Center', outside: 'OutsideEnd' } as const;

/** Office.js has no place for a chart's alternative text before ExcelApi 1.19: the title and the table beside it must do. */
export function addChart(sheet: Excel.Worksheet, chart: Chart, name: string): void {
  const { look, title, categories, from, to } = chart;
  const [first] = chart.series;
  if (first === undefined) return;
  const added = sheet.charts.add(TYPES[look.shape], runOf(sheet, first.values), 'Columns');
  added.name = name;
  added.plotVisibleOnly = false;
  added.title.text = cellText(title);
  added.title.format.font.size = look.titleSize;
  added.title.format.font.bold = true;
  for (const [index, { name: seriesName, values, ink, labelInk }] of chart.series.entries()) {
    const series = index === 0 ? added.series.getItemAt(0) : added.series.add(cellText(seriesName));
    series.name = cellText(seriesName);
    series.setValues(runOf(sheet, values));
    series.setXAxisValues(runOf(sheet, categories));
    series.format.fill.setSolidColor(colour(ink));
    series.gapWidth = look.gap;
    if (look.shape === 'shareBars') series.overlap = 100;
    labelSeries(series, look, labelInk);
  }
  dressAxes(added.axes, look);
  added.legend.visible = look.hasLegend;
  if (look.hasLegend) {
    added.legend.position = 'Bottom';
    added.legend.format.font.size = look.textSize;
  }
  added.setPosition(sheet.getCell(from.row, from.column), sheet.getCell(to.row - 1, to.column - 1));
}

function labelSeries(series: Excel.ChartSeries, { labels, textSize }: ChartLook, labelInk: string): void {
  series.hasDataLabels = true;
  const { dataLabels } = series;
  dataLabels.showValue = true;
  dataLabels.position = LABEL_PLACES[labels.place];
  dataLabels.numberFormat = labels.format;
  dataLabels.format.font.size = textSize;
  if (labels.place === 'centre') dataLabels.format.font.color = colour(labelInk);
}

/** Of a category axis, `position` says where the axis of values crosses it: at the last one, which is at the bottom once the first is on top. */
function dressAxes({ categoryAxis, valueAxis }: Excel.ChartAxes, { firstOnTop, textSize, values: { format, least, most, step } }: ChartLook): void {
  for (const axis of [categoryAxis, valueAxis]) {
    axis.majorTickMark = 'Outside';
    axis.minorTickMark = 'None';
    axis.format.font.size = textSize;
  }
  // Categories are texts: an axis of dates would leave room for days without money.
  categoryAxis.categoryType = 'TextAxis';
  if (firstOnTop) {
    categoryAxis.reversePlotOrder = true;
    categoryAxis.position = 'Maximum';
  }
  valueAxis.numberFormat = format;
  valueAxis.minimum = least;
  if (most !== null) valueAxis.maximum = most;
  if (step !== null) valueAxis.majorUnit = step;
}
