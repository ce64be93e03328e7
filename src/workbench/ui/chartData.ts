/** Which numbers and labels does a recorded chart show now? */
import type { Chart, SeriesSource } from '../model/records';
import type { Sheet } from '../model/sheet';
import { cellText } from '../model/text';

export interface DrawnSeries {
  readonly name: string;
  readonly color: string;
  readonly labelColor: string;
  readonly values: readonly number[];
}

export interface ChartData {
  readonly categories: readonly string[];
  readonly series: readonly DrawnSeries[];
}

/** For series that no colour was given. */
const COLORS = ['#0055AD', '#A58000', '#767676', '#8B3200', '#107C41', '#6C006C'];

export function chartData(chart: Chart, sheet: Sheet): ChartData {
  const [first] = chart.series;
  const categories = first?.categories ?? null;
  return {
    categories: categories === null ? [] : cellsOf(sheet, categories, cellText),
    series: chart.series.map(({ name, fillColor, values, set }, index) => ({
      name,
      color: fillColor ?? COLORS[index % COLORS.length] ?? '#0055AD',
      labelColor: String(set.get('dataLabels/format/font/color') ?? '#FFFFFF'),
      values: values === null ? [] : cellsOf(sheet, values, numberAt),
    })),
  };
}

function numberAt(sheet: Sheet, row: number, column: number): number {
  const shown = sheet.shown(row, column);
  return typeof shown === 'number' ? shown : 0;
}

function cellsOf<T>(sheet: Sheet, source: SeriesSource, read: (sheet: Sheet, row: number, column: number) => T): T[] {
  const own = sheet.workbook.sheetNamed(source.sheet);
  if (own === undefined) return [];
  const { row, column, rows, columns } = source.area;
  return Array.from({ length: rows * columns }, (_, index) => read(own, row + Math.floor(index / columns), column + (index % columns)));
}
