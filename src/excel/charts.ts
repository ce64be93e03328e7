/** How does a chart of the plan become one of Excel's? Its series point to cells, so that it follows the figures. */
import type { CellRun, Chart } from '../sheet/workbook';
import { colour } from './looks';

export const CHART_BYTES = 20_000;
const TITLE_SIZE = 12;
const LABEL_SIZE = 9;

const runOf = (sheet: Excel.Worksheet, { row, column, count }: CellRun): Excel.Range => sheet.getRangeByIndexes(row, column, count, 1);

/** Office.js has no place for a chart's alternative text before ExcelApi 1.19: the title and the table beside it must do. */
export function addChart(sheet: Excel.Worksheet, chart: Chart, name: string): void {
  const [first] = chart.series;
  if (first === undefined) return;
  const added = sheet.charts.add(chart.kind === 'shareBars' ? 'BarStacked100' : 'ColumnClustered', runOf(sheet, first.values), 'Columns');
  added.name = name;
  added.title.text = chart.title;
  added.title.format.font.size = TITLE_SIZE;
  added.title.format.font.bold = true;
  for (const [index, { name: title, values, ink, labelInk }] of chart.series.entries()) {
    const series = index === 0 ? added.series.getItemAt(0) : added.series.add(title);
    series.name = title;
    series.setValues(runOf(sheet, values));
    series.setXAxisValues(runOf(sheet, chart.categories));
    series.format.fill.setSolidColor(colour(ink));
    series.gapWidth = chart.kind === 'shareBars' ? 40 : 60;
    labelSeries(series, chart, labelInk);
  }
  if (chart.kind === 'shareBars') shareBars(added);
  else moneyColumns(added);
  added.setPosition(sheet.getCell(chart.from.row, chart.from.column), sheet.getCell(chart.to.row - 1, chart.to.column - 1));
}

function labelSeries(series: Excel.ChartSeries, { kind }: Chart, labelInk: string): void {
  series.hasDataLabels = true;
  series.dataLabels.showValue = true;
  series.dataLabels.position = kind === 'shareBars' ? 'Center' : 'OutsideEnd';
  series.dataLabels.numberFormat = kind === 'shareBars' ? '#,##0;;' : '#,##0';
  series.dataLabels.format.font.size = LABEL_SIZE;
  if (kind === 'shareBars') series.dataLabels.format.font.color = colour(labelInk);
}

function shareBars(chart: Excel.Chart): void {
  chart.axes.categoryAxis.reversePlotOrder = true;
  chart.axes.valueAxis.numberFormat = '0%';
  chart.legend.visible = true;
  chart.legend.position = 'Bottom';
}

/** Days are names: an axis of dates would leave room for days without money. */
function moneyColumns(chart: Excel.Chart): void {
  chart.axes.categoryAxis.categoryType = 'TextAxis';
  chart.axes.valueAxis.numberFormat = '#,##0';
  chart.axes.valueAxis.minimum = 0;
  chart.legend.visible = false;
}
