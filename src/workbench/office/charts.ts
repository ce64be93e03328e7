/** Which charts were described, and how? They are recorded, and drawn simply; what Excel would choose by itself is not known here. */
import { areaAt, type Area } from '../model/address';
import { invalidArgument, notFound } from '../model/errors';
import type { Chart, ChartSeries, SeriesSource } from '../model/records';
import type { Sheet } from '../model/sheet';
import { cellText } from '../model/text';
import type { CellRange } from './cellsTarget';
import { HORIZONTAL, areaFormat, axes, dataLabels, fill, legend, line, recorded, titleFormat, within, type Part } from './chartParts';
import { flag, isLeftOut, number, oneOf, optional, text, whole } from './given';
import { rangeArgument } from './ranges';
import { named, officeClass, type OfficeClass, collection, type Handle, type Scalar, type Since } from './spec';

/** A part of a chart: its properties are kept by their path. */
interface ChartTarget {
  readonly sheet: Sheet;
  readonly chart: Chart;
}

function changing({ sheet }: ChartTarget): void {
  sheet.mayDo('allowEditObjects');
}

/** A title that was never given is Excel's own, and not known here. */
const title: OfficeClass<ChartTarget> = officeClass({
  name: 'ChartTitle',
  scalars: {
    Text: {
      get: ({ chart }) => chart.title ?? undefined,
      set: (target, value) => {
        changing(target);
        target.chart.title = text(value);
      },
    },
    Visible: {
      get: ({ chart }) => chart.set.get('title/visible') ?? (chart.title === null ? undefined : true),
      set: ({ chart }, value) => void chart.set.set('title/visible', flag(value)),
    },
    Overlay: { get: ({ chart }) => chart.set.get('title/overlay'), set: ({ chart }, value) => void chart.set.set('title/overlay', flag(value)) },
    HorizontalAlignment: {
      since: '1.7',
      get: ({ chart }) => chart.set.get('title/horizontalAlignment'),
      set: ({ chart }, value) => void chart.set.set('title/horizontalAlignment', HORIZONTAL(value)),
    },
  },
  navigations: { Format: { get: ({ chart }) => titleFormat.of({ set: chart.set, path: 'title/format' }) } },
});

interface SeriesTarget extends ChartTarget {
  readonly series: ChartSeries;
}

const own = (target: SeriesTarget): Part => ({ set: target.series.set, path: '' });

function recordedOfSeries(name: string, read: (value: unknown) => unknown, since?: Since): Scalar<SeriesTarget> {
  const { get, set } = recorded(name, read);
  return {
    ...(since === undefined ? {} : { since }),
    get: (target) => get(own(target)),
    set: (target, value) => {
      changing(target);
      set?.(own(target), value);
    },
  };
}

const seriesFormat: OfficeClass<SeriesTarget> = officeClass({
  name: 'ChartSeriesFormat',
  navigations: {
    Fill: { get: ({ series }) => fill.of({ fill: (given) => void (series.fillColor = given) }) },
    Line: { get: (target) => line.of(within(own(target), 'line')) },
  },
});

const sourceOf = (cells: CellRange): SeriesSource => ({ sheet: cells.sheet.name, area: cells.area });

const chartSeries: OfficeClass<SeriesTarget> = officeClass({
  name: 'ChartSeries',
  scalars: {
    Name: {
      get: ({ series }) => series.name,
      set: (target, value) => {
        changing(target);
        target.series.name = text(value);
      },
    },
    ChartType: recordedOfSeries('chartType', text, '1.7'),
    HasDataLabels: recordedOfSeries('hasDataLabels', flag, '1.7'),
    GapWidth: recordedOfSeries('gapWidth', whole, '1.7'),
    Overlap: recordedOfSeries('overlap', whole, '1.8'),
    AxisGroup: recordedOfSeries('axisGroup', oneOf(['Primary', 'Secondary']), '1.8'),
    InvertIfNegative: recordedOfSeries('invertIfNegative', flag, '1.8'),
    Filtered: recordedOfSeries('filtered', flag, '1.7'),
    ShowShadow: recordedOfSeries('showShadow', flag, '1.7'),
  },
  navigations: {
    Format: { get: (target) => seriesFormat.of(target) },
    DataLabels: { since: '1.8', get: (target) => dataLabels.of(within(own(target), 'dataLabels')) },
  },
  methods: {
    SetValues: {
      since: '1.7',
      call: (target, [given]) => {
        changing(target);
        target.series.values = sourceOf(rangeArgument(target.sheet, given));
      },
    },
    SetXAxisValues: {
      since: '1.7',
      call: (target, [given]) => {
        changing(target);
        target.series.categories = sourceOf(rangeArgument(target.sheet, given));
      },
    },
    Delete: {
      since: '1.7',
      call: (target) => {
        changing(target);
        target.chart.series.splice(target.chart.series.indexOf(target.series), 1);
      },
    },
  },
});

const seriesFound = collection<ChartTarget>(
  (target) => target.chart.series.map((series) => chartSeries.of({ ...target, series })),
  () => null,
  (index) => notFound(`the series ${String(index)}`),
);

const newSeries = (name: string, values: SeriesSource | null, categories: SeriesSource | null): ChartSeries => ({
  name,
  values,
  categories,
  fillColor: null,
  set: new Map(),
});

const seriesCollection: OfficeClass<ChartTarget> = officeClass({
  name: 'ChartSeriesCollection',
  items: seriesFound.items,
  scalars: { Count: seriesFound.count },
  methods: {
    Add: {
      since: '1.7',
      call: (target, [name, index]) => {
        changing(target);
        const { series } = target.chart;
        const added = newSeries(optional(name, text, `系列${series.length + 1}`), null, null);
        series.splice(optional(index, whole, series.length), 0, added);
        return chartSeries.of({ ...target, series: added });
      },
    },
    GetCount: seriesFound.getCount('1.4'),
    GetItemAt: seriesFound.getItemAt,
  },
});

const place = (side: 'left' | 'top' | 'width' | 'height'): Scalar<ChartTarget> => ({
  get: ({ chart }) => chart[side],
  set: (target, value) => {
    changing(target);
    target.chart[side] = number(value);
  },
});

const recordedOfChart = (name: string, read: (value: unknown) => unknown, since: Since): Scalar<ChartTarget> => ({
  since,
  get: ({ chart }) => chart.set.get(name),
  set: (target, value) => {
    changing(target);
    target.chart.set.set(name, read(value));
  },
});

const partOf = ({ chart }: ChartTarget, path: string): Part => ({ set: chart.set, path });

/** From the first cell to the end of the last one. */
function setPosition({ sheet, chart }: ChartTarget, start: unknown, end: unknown): void {
  const first = rangeArgument(sheet, start).area;
  const last = isLeftOut(end) ? first : rangeArgument(sheet, end).area;
  const { geometry } = sheet;
  chart.left = geometry.left(first.column);
  chart.top = geometry.top(first.row);
  chart.width = geometry.left(last.column + last.columns) - chart.left;
  chart.height = geometry.top(last.row + last.rows) - chart.top;
}

export const chart: OfficeClass<ChartTarget> = officeClass({
  name: 'Chart',
  identity: ({ chart: { id } }) => ({ Id: id }),
  scalars: {
    Id: { since: '1.7', get: ({ chart: { id } }) => id },
    Name: {
      get: ({ chart: { name } }) => name,
      set: (target, value) => {
        changing(target);
        target.chart.name = text(value);
      },
    },
    ChartType: {
      since: '1.7',
      get: ({ chart: { type } }) => type,
      set: (target, value) => {
        changing(target);
        target.chart.type = text(value);
      },
    },
    Left: place('left'),
    Top: place('top'),
    Width: place('width'),
    Height: place('height'),
    PlotVisibleOnly: recordedOfChart('plotVisibleOnly', flag, '1.8'),
    DisplayBlanksAs: recordedOfChart('displayBlanksAs', oneOf(['NotPlotted', 'Zero', 'Interplotted']), '1.8'),
    PlotBy: recordedOfChart('plotBy', oneOf(['Rows', 'Columns']), '1.8'),
    Style: recordedOfChart('style', number, '1.8'),
  },
  navigations: {
    Title: { get: (target) => title.of(target) },
    Series: { get: (target) => seriesCollection.of(target) },
    Legend: { get: (target) => legend.of(partOf(target, 'legend')) },
    Axes: { get: (target) => axes.of(partOf(target, 'axes')) },
    DataLabels: { get: (target) => dataLabels.of(partOf(target, 'dataLabels')) },
    Format: { get: (target) => areaFormat.of(partOf(target, 'format')) },
    Worksheet: { since: '1.2', get: ({ sheet }) => named<Sheet>('Worksheet', sheet) },
  },
  methods: {
    SetPosition: {
      call: (target, [start, end]) => {
        changing(target);
        setPosition(target, start, end);
      },
    },
    SetData: {
      call: (target, [source, seriesBy]) => {
        changing(target);
        target.chart.series.splice(0, target.chart.series.length, ...seriesOf(rangeArgument(target.sheet, source), seriesBy));
      },
    },
    Delete: {
      call: (target) => {
        changing(target);
        target.sheet.charts.splice(target.sheet.charts.indexOf(target.chart), 1);
      },
    },
  },
});

const BY = oneOf(['Auto', 'Columns', 'Rows'] as const);

/**
 * A series a column, unless there are more columns than rows; a first row of texts gives the names, a first column of texts or dates the categories.
 * @assumption chart-series
 */
function seriesOf(cells: CellRange, seriesBy: unknown): ChartSeries[] {
  const { sheet, area } = cells;
  const by = optional(seriesBy, BY, 'Auto');
  const isByColumn = by === 'Columns' || (by === 'Auto' && area.rows >= area.columns);
  const line = (index: number): Area =>
    isByColumn ? areaAt(area.row, area.column + index, area.rows, 1) : areaAt(area.row + index, area.column, 1, area.columns);
  const count = isByColumn ? area.columns : area.rows;
  const hasNames = Array.from({ length: count - 1 }, (_, index) => line(index + 1)).every((one) => isLabel(sheet, one.row, one.column)) && count > 1;
  const body = (one: Area): Area => {
    if (!hasNames) return one;
    return isByColumn ? areaAt(one.row + 1, one.column, one.rows - 1, 1) : areaAt(one.row, one.column + 1, 1, one.columns - 1);
  };
  const first = body(line(0));
  const hasCategories = count > 1 && (isLabel(sheet, first.row, first.column) || sheet.cells.isBlank(area.row, area.column));
  const categories = hasCategories ? { sheet: sheet.name, area: first } : null;
  return Array.from({ length: count - (hasCategories ? 1 : 0) }, (_, index) => {
    const one = line(index + (hasCategories ? 1 : 0));
    return newSeries(hasNames ? cellText(sheet, one.row, one.column) : `系列${index + 1}`, { sheet: sheet.name, area: body(one) }, categories);
  });
}

function isLabel(sheet: Sheet, row: number, column: number): boolean {
  const shown = sheet.shown(row, column);
  return typeof shown === 'string' || (typeof shown === 'number' && /[ymd]/i.test(sheet.styleAt(row, column).numberFormat));
}

/** Where a new chart stands, and how large, Excel decides. @assumption chart-place */
const USUAL_PLACE = { left: 200, top: 60, width: 360, height: 216 };

function add(sheet: Sheet, type: unknown, source: unknown, seriesBy: unknown): Handle {
  sheet.mayDo('allowEditObjects');
  const series = isLeftOut(source) ? [] : seriesOf(rangeArgument(sheet, source), seriesBy);
  const added: Chart = { id: sheet.workbook.nextId(), name: freeName(sheet), type: text(type), ...USUAL_PLACE, title: null, series, set: new Map() };
  if (added.type === 'Invalid') throw invalidArgument('the chart type');
  sheet.charts.push(added);
  return chart.of({ sheet, chart: added });
}

function freeName(sheet: Sheet): string {
  let index = sheet.charts.length + 1;
  while (sheet.charts.some(({ name }) => name === `グラフ ${index}`)) index++;
  return `グラフ ${index}`;
}

const found = collection<Sheet>(
  (sheet) => sheet.charts.map((one) => chart.of({ sheet, chart: one })),
  (sheet, wanted) => {
    const one = sheet.charts.find(({ id, name }) => id === wanted || name.toLowerCase() === String(wanted).toLowerCase());
    return one === undefined ? null : chart.of({ sheet, chart: one });
  },
  (wanted) => notFound(`the chart ${String(wanted)}`),
);

export const charts: OfficeClass<Sheet> = officeClass({
  name: 'ChartCollection',
  items: found.items,
  at: found.at,
  scalars: { Count: found.count },
  methods: {
    Add: { call: (sheet, [type, source, seriesBy]) => add(sheet, type, source, seriesBy) },
    GetCount: found.getCount('1.4'),
    GetItem: found.getItem,
    GetItemAt: found.getItemAt,
    GetItemOrNullObject: found.getItemOrNull('1.4'),
    _GetItem: found.getItem,
  },
});
