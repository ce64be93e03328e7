/** Which charts were described, and how? They are recorded, and drawn simply; what Excel would choose by itself is not known here. */
import { areaAt, type Area } from '../model/address';
import { invalidArgument, notFound } from '../model/errors';
import type { Chart, ChartSeries, SeriesSource } from '../model/records';
import type { Sheet } from '../model/sheet';
import { cellText } from '../model/text';
import type { CellRange } from './cellsTarget';
import { color, flag, isLeftOut, number, oneOf, optional, text, whole } from './given';
import { rangeArgument } from './ranges';
import { named, officeClass, type OfficeClass, collection, type Handle, type Navigation, type Scalar, type Since } from './spec';

/** A part of a chart: its properties are kept by their path. */
interface Part {
  readonly set: Map<string, unknown>;
  readonly path: string;
}

const within = ({ set, path }: Part, name: string): Part => ({ set, path: path === '' ? name : `${path}/${name}` });
const key = ({ path }: Part, name: string): string => (path === '' ? name : `${path}/${name}`);

/** undefined until it is set: then the interpreter refuses to answer. */
function recorded(name: string, read: (value: unknown) => unknown, since?: Since): Scalar<Part> {
  return {
    ...(since === undefined ? {} : { since }),
    get: (part) => part.set.get(key(part, name)),
    set: (part, value) => void part.set.set(key(part, name), read(value)),
  };
}

const plain = (value: unknown): unknown => value;

const font: OfficeClass<Part> = officeClass({
  name: 'ChartFont',
  scalars: {
    Bold: recorded('bold', flag),
    Color: recorded('color', color),
    Italic: recorded('italic', flag),
    Name: recorded('name', text),
    Size: recorded('size', number),
    Underline: recorded('underline', oneOf(['None', 'Single'])),
  },
});

interface FillTarget {
  fill(color: string | null): void;
}

const fill: OfficeClass<FillTarget> = officeClass({
  name: 'ChartFill',
  methods: {
    SetSolidColor: { call: (target, [given]) => target.fill(color(given)) },
    Clear: { call: (target) => target.fill(null) },
  },
});

const LINE_STYLE = oneOf(['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Grey25', 'Grey50', 'Grey75', 'Automatic', 'RoundDot']);

const line: OfficeClass<Part> = officeClass({
  name: 'ChartLineFormat',
  scalars: { Color: recorded('color', color), LineStyle: recorded('lineStyle', LINE_STYLE, '1.7'), Weight: recorded('weight', number, '1.7') },
  methods: { Clear: { call: (part) => void part.set.set(key(part, 'lineStyle'), 'None') } },
});

const border: OfficeClass<Part> = officeClass({
  name: 'ChartBorder',
  scalars: { Color: recorded('color', color), LineStyle: recorded('lineStyle', LINE_STYLE), Weight: recorded('weight', number) },
  methods: { Clear: { since: '1.8', call: (part) => void part.set.set(key(part, 'lineStyle'), 'None') } },
});

const toPart = (name: string, officeClass: () => OfficeClass<Part>, since?: Since): Navigation<Part> => ({
  ...(since === undefined ? {} : { since }),
  get: (part) => officeClass().of(within(part, name)),
});
const toFill: Navigation<Part> = { get: (part) => fill.of({ fill: (given) => void part.set.set(key(part, 'fill'), given) }) };

const titleFormat: OfficeClass<Part> = officeClass({
  name: 'ChartTitleFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.7') },
});

const HORIZONTAL = oneOf(['Left', 'Center', 'Right', 'Justify', 'Distributed']);
const LABEL_POSITION = oneOf(['Invalid', 'None', 'Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom', 'BestFit', 'Callout']);

const dataLabels: OfficeClass<Part> = officeClass({
  name: 'ChartDataLabels',
  scalars: {
    Position: recorded('position', LABEL_POSITION),
    ShowValue: recorded('showValue', flag),
    ShowSeriesName: recorded('showSeriesName', flag),
    ShowCategoryName: recorded('showCategoryName', flag),
    ShowLegendKey: recorded('showLegendKey', flag),
    ShowPercentage: recorded('showPercentage', flag),
    ShowBubbleSize: recorded('showBubbleSize', flag),
    Separator: recorded('separator', text),
    NumberFormat: recorded('numberFormat', text, '1.8'),
    LinkNumberFormat: recorded('linkNumberFormat', flag, '1.9'),
  },
  navigations: { Format: toPart('format', () => dataLabelFormat) },
});

const dataLabelFormat: OfficeClass<Part> = officeClass({
  name: 'ChartDataLabelFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.8') },
});

const legendFormat: OfficeClass<Part> = officeClass({
  name: 'ChartLegendFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.8') },
});

const legend: OfficeClass<Part> = officeClass({
  name: 'ChartLegend',
  scalars: {
    Visible: recorded('visible', flag),
    Position: recorded('position', oneOf(['Invalid', 'Top', 'Bottom', 'Left', 'Right', 'Corner', 'Custom'])),
    Overlay: recorded('overlay', flag),
  },
  navigations: { Format: toPart('format', () => legendFormat) },
});

const gridlinesFormat: OfficeClass<Part> = officeClass({ name: 'ChartGridlinesFormat', navigations: { Line: toPart('line', () => line) } });
const gridlines: OfficeClass<Part> = officeClass({
  name: 'ChartGridlines',
  scalars: { Visible: recorded('visible', flag) },
  navigations: { Format: toPart('format', () => gridlinesFormat) },
});

const axisTitleFormat: OfficeClass<Part> = officeClass({ name: 'ChartAxisTitleFormat', navigations: { Font: toPart('font', () => font) } });
const axisTitle: OfficeClass<Part> = officeClass({
  name: 'ChartAxisTitle',
  scalars: { Text: recorded('text', text), Visible: recorded('visible', flag) },
  navigations: { Format: toPart('format', () => axisTitleFormat) },
});

const axisFormat: OfficeClass<Part> = officeClass({
  name: 'ChartAxisFormat',
  navigations: { Font: toPart('font', () => font), Line: toPart('line', () => line), Fill: { ...toFill, since: '1.8' } },
});

const TICKS = oneOf(['None', 'Cross', 'Inside', 'Outside']);

const axis: OfficeClass<Part> = officeClass({
  name: 'ChartAxis',
  scalars: {
    Maximum: recorded('maximum', plain),
    Minimum: recorded('minimum', plain),
    MajorUnit: recorded('majorUnit', plain),
    MinorUnit: recorded('minorUnit', plain),
    Visible: recorded('visible', flag, '1.7'),
    ReversePlotOrder: recorded('reversePlotOrder', flag, '1.7'),
    NumberFormat: recorded('numberFormat', text, '1.8'),
    LinkNumberFormat: recorded('linkNumberFormat', flag, '1.9'),
    MajorTickMark: recorded('majorTickMark', TICKS, '1.7'),
    MinorTickMark: recorded('minorTickMark', TICKS, '1.7'),
    TickLabelPosition: recorded('tickLabelPosition', oneOf(['NextToAxis', 'High', 'Low', 'None']), '1.7'),
    TickLabelSpacing: recorded('tickLabelSpacing', plain, '1.7'),
    CategoryType: recorded('categoryType', oneOf(['Automatic', 'TextAxis', 'DateAxis']), '1.7'),
    Position: recorded('position', oneOf(['Automatic', 'Maximum', 'Minimum', 'Custom']), '1.8'),
  },
  navigations: {
    Format: toPart('format', () => axisFormat),
    Title: toPart('title', () => axisTitle),
    MajorGridlines: toPart('majorGridlines', () => gridlines),
    MinorGridlines: toPart('minorGridlines', () => gridlines),
  },
});

const axes: OfficeClass<Part> = officeClass({
  name: 'ChartAxes',
  navigations: { CategoryAxis: toPart('categoryAxis', () => axis), ValueAxis: toPart('valueAxis', () => axis) },
});

const areaFormat: OfficeClass<Part> = officeClass({
  name: 'ChartAreaFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.7') },
});

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
