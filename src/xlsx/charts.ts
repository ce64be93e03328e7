/** How does a chart of the model become a chart of the .xlsx library? */
import { cellText } from '../sheet/cellText';
import type { SheetChart } from 'hucre/xlsx';
import { FONT } from '../sheet/dress';
import { fixedCell } from '../sheet/references';
import type { CellRun, Chart, ChartLook } from '../sheet/workbook';

const reference = ({ row, column, count }: CellRun): string => `${fixedCell(row, column)}:${fixedCell(row + count - 1, column)}`;

const SHAPES = {
  shareBars: { type: 'bar', barGrouping: 'percentStacked', overlap: 100 },
  columns: { type: 'column' },
} as const satisfies Record<ChartLook['shape'], Partial<SheetChart>>;
const LABEL_PLACES = { centre: 'ctr', outside: 'outEnd' } as const;

export function sheetChart({ look, title, altText, categories, series, from, to }: Chart): SheetChart {
  const { titleSize, textSize, gap, labels, hasLegend, firstOnTop, values } = look;
  const ticks = { majorTickMark: 'out', minorTickMark: 'none', labelFontSize: textSize } as const;
  return {
    ...SHAPES[look.shape],
    title: cellText(title),
    titleFontSize: titleSize,
    titleBold: true,
    titleFontFamily: FONT.name,
    lang: 'ja-JP',
    altText: cellText(altText),
    frameTitle: cellText(title),
    plotVisOnly: false,
    anchor: { from: { row: from.row, col: from.column }, to: { row: to.row, col: to.column } },
    gapWidth: gap,
    series: series.map(({ name, values: run, ink, labelInk }) => ({
      name: cellText(name),
      values: reference(run),
      categories: reference(categories),
      color: ink,
      dataLabels: {
        showValue: true,
        position: LABEL_PLACES[labels.place],
        numberFormat: { formatCode: labels.format },
        ...(labels.place === 'centre' ? { fontColor: labelInk } : {}),
        fontSize: textSize,
      },
    })),
    axes: {
      // Categories are texts: an axis of dates would leave room for days without money.
      x: { auto: false, ...(firstOnTop ? { reverse: true } : {}), ...ticks },
      y: { ...(firstOnTop ? { crosses: 'max' } : {}), numberFormat: { formatCode: values.format }, scale: scaleOf(values), ...ticks },
    },
    ...(hasLegend ? { legend: 'bottom', legendFontSize: textSize } : { legend: false }),
  };
}

const scaleOf = ({ least, most, step }: ChartLook['values']): { min: number; max?: number; majorUnit?: number } => ({
  min: least,
  ...(most === null ? {} : { max: most }),
  ...(step === null ? {} : { majorUnit: step }),
});
