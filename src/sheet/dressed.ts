/** How does the clerk want the sheets: 西暦 or 和暦, in colour or for black and white paper? */
import type { Dates } from '../words/days';
import { SLIP_STATES } from '../reconcile/slips';
import { CHART_INKS, PAPER_INKS, type ChartInk } from './highlights';
import type { Chart, Look, NumberFormat, Sheet, Table } from './workbook';

/** 配色 */
export type Colours = 'standard' | 'print';

export interface DressChoice {
  readonly dates: Dates;
  readonly colours: Colours;
}

/** Where nobody has chosen. */
export const USUAL_DRESS: DressChoice = { dates: 'western', colours: 'standard' };

/** As the words and the colours of a workbook say. */
export const dressedFor = (options: { readonly sheetWords: { readonly dates: Dates }; readonly colours: Colours }, sheets: readonly Sheet[]): Sheet[] =>
  sheets.map((sheet) => dressed(sheet, { dates: options.sheetWords.dates, colours: options.colours }));

/** Texts have the days that they were made with; here are the formats of cells that hold days, and the looks. */
export function dressed(sheet: Sheet, { dates, colours }: DressChoice): Sheet {
  const look = colours === 'print' ? onPaper : same;
  const format = dates === 'japanese' ? inEras : same;
  return {
    ...sheet,
    cells: sheet.cells.map(({ style, ...placed }) => ({
      ...placed,
      style: {
        ...style,
        ...(style.look === undefined ? {} : { look: look(style.look) }),
        ...(style.format === undefined ? {} : { format: format(style.format) }),
      },
    })),
    table: sheet.table === null ? null : withFormats(sheet.table, format),
    highlights: sheet.highlights.map((highlight) => ({ ...highlight, look: look(highlight.look) })),
    charts: colours === 'print' ? sheet.charts.map(chartOnPaper) : sheet.charts,
  };
}

const same = <T>(value: T): T => value;

const withFormats = (table: Table, change: (format: NumberFormat) => NumberFormat): Table => ({
  ...table,
  columns: table.columns.map((column) => ({ ...column, format: change(column.format) })),
});

const IN_ERAS: Partial<Record<NumberFormat, NumberFormat>> = { date: 'eraDate', dateTime: 'eraDateTime' };
const inEras = (format: NumberFormat): NumberFormat => IN_ERAS[format] ?? format;

const BLACK = '000000';

/** 白黒印刷向け: fonts, borders and words stay; of the fills only greys, which are no colours, and the two that are dark enough. */
export function onPaper(look: Look): Look {
  if (look.keptOnPaper === true) return look;
  return { ...look, fill: look.fill !== null && isGrey(look.fill) ? look.fill : null, text: BLACK };
}

const GREYS: ReadonlyMap<string, ChartInk> = new Map(SLIP_STATES.map((state) => [CHART_INKS[state].ink, PAPER_INKS[state]]));

const chartOnPaper = (chart: Chart): Chart => ({ ...chart, series: chart.series.map((series) => ({ ...series, ...GREYS.get(series.ink) })) });

const isGrey = (colour: string): boolean => colour.slice(0, 2) === colour.slice(2, 4) && colour.slice(2, 4) === colour.slice(4);
