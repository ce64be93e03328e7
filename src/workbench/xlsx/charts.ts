/** How does a recorded chart become one of a file, and back? What was set and has no place there is counted as left out. */
import type { Chart as FileChart, ChartDataLabels, ChartSeries as FileSeries, SheetChart } from 'hucre';
import { COLUMNS, ROWS, parseAddress, quotedSheet } from '../model/address';
import type { Geometry } from '../model/geometry';
import type { SeriesSource } from '../model/records';
import type { ChartSnapshot } from '../model/snapshot';
import { fixedArea } from './formulas';
import type { LeftOutCounts } from './leftOut';

type Kind = Pick<SheetChart, 'type' | 'barGrouping' | 'lineGrouping' | 'areaGrouping' | 'showLineMarkers'>;
const GROUPINGS = [
  ['', 'standard', 'clustered'],
  ['Stacked', 'stacked', 'stacked'],
  ['Stacked100', 'percentStacked', 'percentStacked'],
] as const;

/** By Office.js's name of the kind. */
const KINDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Pie', { type: 'pie' }],
  ['Doughnut', { type: 'doughnut' }],
  ...GROUPINGS.flatMap(([word, grouping, ofBars]): [string, Kind][] => [
    [`Column${word === '' ? 'Clustered' : word}`, { type: 'column', barGrouping: ofBars }],
    [`Bar${word === '' ? 'Clustered' : word}`, { type: 'bar', barGrouping: ofBars }],
    [`Line${word}`, { type: 'line', lineGrouping: grouping, showLineMarkers: false }],
    [`LineMarkers${word}`, { type: 'line', lineGrouping: grouping, showLineMarkers: true }],
    [`Area${word}`, { type: 'area', areaGrouping: grouping }],
  ]),
]);

const reference = ({ sheet, area }: SeriesSource): string => `${quotedSheet(sheet)}!${fixedArea(area.row, area.column, area.rows, area.columns)}`;

/** What was set, read once each; what nobody asked for is left over. */
class Settings {
  private readonly read = new Set<string>();

  constructor(private readonly set: Readonly<Record<string, unknown>>) {}

  text(path: string): string | undefined {
    const value = this.value(path);
    return typeof value === 'string' ? value : undefined;
  }

  number(path: string): number | undefined {
    const value = this.value(path);
    return typeof value === 'number' ? value : undefined;
  }

  flag(path: string): boolean | undefined {
    const value = this.value(path);
    return typeof value === 'boolean' ? value : undefined;
  }

  is(path: string, value: string): boolean {
    if (this.set[path] === value) this.read.add(path);
    return this.set[path] === value;
  }

  color(path: string): string | undefined {
    return this.text(path)?.slice(1);
  }

  leftOver(): number {
    return Object.keys(this.set).filter((path) => !this.read.has(path)).length;
  }

  private value(path: string): unknown {
    this.read.add(path);
    return this.set[path];
  }
}

/** Only what has a value. */
const given = <T extends object>(parts: T): { [Key in keyof T]?: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as { [Key in keyof T]?: NonNullable<T[Key]> };

const LABEL_PLACES: Readonly<Record<string, NonNullable<ChartDataLabels['position']>>> = {
  Center: 'ctr',
  InsideEnd: 'inEnd',
  InsideBase: 'inBase',
  OutsideEnd: 'outEnd',
  Left: 'l',
  Right: 'r',
  Top: 't',
  Bottom: 'b',
  BestFit: 'bestFit',
};
const LEGEND_PLACES = { Top: 'top', Bottom: 'bottom', Left: 'left', Right: 'right', Corner: 'topRight' } as const;
/** The library does not tell these. */
const USUAL_TICKS = { major: 'out', minor: 'none' } as const;
const TICKS = { None: 'none', Cross: 'cross', Inside: 'in', Outside: 'out' } as const;

/** Where the other axis crosses this one; a file says it of the other. */
const CROSSINGS = { Automatic: 'autoZero', Maximum: 'max', Minimum: 'min' } as const;

const keyOf = <T extends string>(words: Readonly<Record<string, T>>, value: T | undefined): string | undefined =>
  Object.keys(words).find((key) => words[key] === value);
const wordFor = <T>(words: Readonly<Record<string, T>>, key: string | undefined): T | undefined => (key === undefined ? undefined : words[key]);

function dataLabels(settings: Settings, path: string, isShown: boolean | undefined): ChartDataLabels {
  const format = settings.text(`${path}/numberFormat`);
  return given({
    showValue: settings.flag(`${path}/showValue`) ?? isShown,
    showCategoryName: settings.flag(`${path}/showCategoryName`),
    showSeriesName: settings.flag(`${path}/showSeriesName`),
    showPercent: settings.flag(`${path}/showPercentage`),
    showLegendKey: settings.flag(`${path}/showLegendKey`),
    separator: settings.text(`${path}/separator`),
    position: wordFor(LABEL_PLACES, settings.text(`${path}/position`)),
    numberFormat: format === undefined ? undefined : { formatCode: format },
    fontSize: settings.number(`${path}/format/font/size`),
    fontColor: settings.color(`${path}/format/font/color`),
    bold: settings.flag(`${path}/format/font/bold`),
    italic: settings.flag(`${path}/format/font/italic`),
  });
}

function axis(settings: Settings, path: string): NonNullable<NonNullable<SheetChart['axes']>['y']> {
  const format = settings.text(`${path}/numberFormat`);
  const scale = given({
    min: settings.number(`${path}/minimum`),
    max: settings.number(`${path}/maximum`),
    majorUnit: settings.number(`${path}/majorUnit`),
    minorUnit: settings.number(`${path}/minorUnit`),
  });
  const isVisible = settings.flag(`${path}/visible`);
  return given({
    title: settings.text(`${path}/title/text`),
    scale: Object.keys(scale).length === 0 ? undefined : scale,
    numberFormat: format === undefined ? undefined : { formatCode: format },
    reverse: settings.flag(`${path}/reversePlotOrder`),
    hidden: isVisible === undefined ? undefined : !isVisible,
    majorTickMark: wordFor(TICKS, settings.text(`${path}/majorTickMark`)),
    minorTickMark: wordFor(TICKS, settings.text(`${path}/minorTickMark`)),
    labelFontSize: settings.number(`${path}/format/font/size`),
    labelColor: settings.color(`${path}/format/font/color`),
  });
}

const crossing = (settings: Settings, other: string): { readonly crosses?: 'autoZero' | 'max' | 'min' } =>
  given({ crosses: wordFor(CROSSINGS, settings.text(`${other}/position`)) });

/** A file says only whether dates shall make an axis of dates: an axis that must be one is left out. */
function categoryAxis(settings: Settings): NonNullable<NonNullable<SheetChart['axes']>['x']> {
  return { ...axis(settings, 'axes/categoryAxis'), ...(settings.is('axes/categoryAxis/categoryType', 'TextAxis') ? { auto: false } : {}) };
}

function legend(settings: Settings): NonNullable<SheetChart['legend']> {
  if (settings.flag('legend/visible') === false) return false;
  return wordFor(LEGEND_PLACES, settings.text('legend/position')) ?? 'bottom';
}

/** Lines of a file's sheet between which a chart stands; a chart that does not end with a cell is moved to the nearest one. */
function nearest(at: number, edge: (line: number) => number, last: number): number {
  let line = 0;
  while (line < last && edge(line + 1) <= at) line++;
  return line < last && at - edge(line) > edge(line + 1) - at ? line + 1 : line;
}

function anchorOf({ left, top, width, height }: ChartSnapshot, geometry: Geometry): Required<SheetChart['anchor']> {
  const column = (at: number): number => nearest(at, (line) => geometry.left(line), COLUMNS - 1);
  const row = (at: number): number => nearest(at, (line) => geometry.top(line), ROWS - 1);
  const from = { row: row(top), col: column(left) };
  return { from, to: { row: Math.max(from.row + 1, row(top + height)), col: Math.max(from.col + 1, column(left + width)) } };
}

const ONE_POINT = 1;

export function fileChart(chart: ChartSnapshot, geometry: Geometry, leftOut: LeftOutCounts): SheetChart | null {
  const kind = KINDS.get(chart.type);
  const series = chart.series.filter(({ values }) => values !== null);
  if (kind === undefined || series.length === 0) {
    leftOut.add('charts');
    return null;
  }
  const settings = new Settings(chart.set);
  const anchor = anchorOf(chart, geometry);
  const isStacked = kind.barGrouping !== undefined && kind.barGrouping !== 'clustered';
  const ofSeries = series.map((one) => ({ one, settings: new Settings(one.set) }));
  const gaps = ofSeries.map((each) => each.settings.number('gapWidth'));
  const overlaps = ofSeries.map((each) => each.settings.number('overlap'));
  const hasTitle = settings.flag('title/visible') !== false && chart.title !== null;
  const written: SheetChart = {
    ...kind,
    ...given({
      title: hasTitle ? (chart.title ?? undefined) : undefined,
      titleFontSize: settings.number('title/format/font/size'),
      titleBold: settings.flag('title/format/font/bold'),
      titleColor: settings.color('title/format/font/color'),
      gapWidth: gaps.find((gap) => gap !== undefined),
      overlap: overlaps.find((overlap) => overlap !== undefined) ?? (isStacked ? 100 : undefined),
      plotVisOnly: settings.flag('plotVisibleOnly'),
      legendFontSize: settings.number('legend/format/font/size'),
    }),
    frameTitle: chart.name,
    anchor,
    legend: legend(settings),
    axes: {
      x: { ...categoryAxis(settings), ...crossing(settings, 'axes/valueAxis') },
      y: { ...axis(settings, 'axes/valueAxis'), ...crossing(settings, 'axes/categoryAxis') },
    },
    series: ofSeries.map((each) => seriesOf(each.one, each.settings)),
  };
  if (Object.keys(chart.set).some((path) => path.startsWith('dataLabels/'))) written.dataLabels = dataLabels(settings, 'dataLabels', undefined);
  const isMoved = Math.abs(geometry.left(anchor.from.col) - chart.left) > ONE_POINT || Math.abs(geometry.top(anchor.from.row) - chart.top) > ONE_POINT;
  leftOut.add('chartSettings', settings.leftOver() + ofSeries.reduce((sum, each) => sum + each.settings.leftOver(), 0) + (isMoved ? 1 : 0));
  return written;
}

function seriesOf({ name, values, categories, fillColor }: ChartSnapshot['series'][number], settings: Settings): FileSeries {
  const isLabelled = settings.flag('hasDataLabels');
  const labels = dataLabels(settings, 'dataLabels', isLabelled);
  return {
    name,
    values: values === null ? '' : reference(values),
    ...(categories === null ? {} : { categories: reference(categories) }),
    ...(fillColor === null ? {} : { color: fillColor.slice(1) }),
    ...given({ invertIfNegative: settings.flag('invertIfNegative') }),
    ...(isLabelled === false || Object.keys(labels).length === 0 ? {} : { dataLabels: labels }),
  };
}

function sourceOf(text: string | undefined, ownSheet: string): SeriesSource | null {
  const address = text === undefined ? null : parseAddress(text);
  return address === null ? null : { sheet: address.sheet ?? ownSheet, area: address.area };
}

function kindOf({ kinds, ...chart }: FileChart): string | null {
  const [kind, ...others] = kinds;
  if (kind === undefined || others.length > 0) return null;
  const found = [...KINDS].find(
    ([, known]) =>
      (kind === known.type || (kind === 'bar' && known.type === 'column')) &&
      (kind !== 'bar' || known.barGrouping === (chart.barGrouping ?? 'clustered')) &&
      (kind !== 'line' || (known.lineGrouping === (chart.lineGrouping ?? 'standard') && known.showLineMarkers === (chart.showLineMarkers ?? false))) &&
      (kind !== 'area' || known.areaGrouping === (chart.areaGrouping ?? 'standard')),
  );
  return found?.[0] ?? null;
}

/** `isHorizontal`: a file calls bars and columns by the same word, and tells them apart beside it. */
export function openedChart(chart: FileChart, isHorizontal: boolean, sheet: string, geometry: Geometry, leftOut: LeftOutCounts): ChartSnapshot | null {
  const kind = kindOf(chart);
  if (kind === null || chart.anchor === undefined) {
    leftOut.add('charts');
    return null;
  }
  const { from, to = { row: from.row + 15, col: from.col + 6 } } = chart.anchor;
  const [left, top] = [geometry.left(from.col), geometry.top(from.row)];
  return {
    name: chart.frameTitle ?? chart.title ?? '',
    type: isHorizontal ? kind.replace('Column', 'Bar') : kind,
    title: chart.title ?? null,
    left,
    top,
    width: geometry.left(to.col) - left,
    height: geometry.top(to.row) - top,
    series: (chart.series ?? []).map(({ name = '', valuesRef, categoriesRef, color, dataLabels: labels }) => ({
      name,
      values: sourceOf(valuesRef, sheet),
      categories: sourceOf(categoriesRef, sheet),
      fillColor: typeof color === 'string' ? `#${color}` : null,
      set: given({ gapWidth: chart.gapWidth, overlap: chart.overlap, ...(labels === undefined ? {} : openedLabels(labels, 'dataLabels')) }),
    })),
    set: openedSettings(chart),
  };
}

function openedLabels(labels: ChartDataLabels, path: string): Record<string, unknown> {
  return given({
    ...(path === 'dataLabels' ? { hasDataLabels: true } : {}),
    [`${path}/showValue`]: labels.showValue,
    [`${path}/showCategoryName`]: labels.showCategoryName,
    [`${path}/showSeriesName`]: labels.showSeriesName,
    [`${path}/showPercentage`]: labels.showPercent,
    [`${path}/showLegendKey`]: labels.showLegendKey,
    [`${path}/separator`]: labels.separator,
    [`${path}/position`]: keyOf(LABEL_PLACES, labels.position),
    [`${path}/numberFormat`]: labels.numberFormat?.formatCode,
    [`${path}/format/font/size`]: labels.fontSize,
    [`${path}/format/font/color`]: typeof labels.fontColor === 'string' ? `#${labels.fontColor}` : undefined,
    [`${path}/format/font/bold`]: labels.bold,
    [`${path}/format/font/italic`]: labels.italic,
  });
}

function openedSettings({ legend: place, axes, ...chart }: FileChart): Record<string, unknown> {
  const ofAxis = (name: 'x' | 'y', path: string): Record<string, unknown> => {
    const found = axes?.[name];
    return {
      [`${path}/title/text`]: found?.title,
      [`${path}/minimum`]: found?.scale?.min,
      [`${path}/maximum`]: found?.scale?.max,
      [`${path}/majorUnit`]: found?.scale?.majorUnit,
      [`${path}/minorUnit`]: found?.scale?.minorUnit,
      [`${path}/numberFormat`]: found?.numberFormat?.formatCode,
      [`${path}/reversePlotOrder`]: found?.reverse,
      [`${path}/majorTickMark`]: found === undefined ? undefined : keyOf(TICKS, found.majorTickMark ?? USUAL_TICKS.major),
      [`${path}/minorTickMark`]: found === undefined ? undefined : keyOf(TICKS, found.minorTickMark ?? USUAL_TICKS.minor),
      [`${path}/format/font/size`]: found?.labelFontSize,
    };
  };
  return given({
    'title/format/font/size': chart.titleFontSize,
    'title/format/font/bold': chart.titleBold,
    'legend/visible': place !== false && place !== undefined,
    'legend/position': place === false ? undefined : keyOf(LEGEND_PLACES, place),
    'legend/format/font/size': chart.legendFontSize,
    plotVisibleOnly: chart.plotVisOnly,
    ...ofAxis('x', 'axes/categoryAxis'),
    'axes/categoryAxis/categoryType': axes?.x?.auto === false ? 'TextAxis' : undefined,
    'axes/categoryAxis/position': keyOf(CROSSINGS, axes?.y?.crosses),
    'axes/valueAxis/position': keyOf(CROSSINGS, axes?.x?.crosses),
    ...ofAxis('y', 'axes/valueAxis'),
  });
}
