/** Which parts does a chart have, and what was said about each? Titles, labels, the legend, axes. */
import { color, flag, number, oneOf, text } from './given';
import { officeClass, type OfficeClass, type Navigation, type Scalar, type Since } from './spec';

export interface Part {
  readonly set: Map<string, unknown>;
  readonly path: string;
}

export const within = ({ set, path }: Part, name: string): Part => ({ set, path: path === '' ? name : `${path}/${name}` });
const key = ({ path }: Part, name: string): string => (path === '' ? name : `${path}/${name}`);

/** undefined until it is set: then the interpreter refuses to answer. */
export function recorded(name: string, read: (value: unknown) => unknown, since?: Since): Scalar<Part> {
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

export const fill: OfficeClass<FillTarget> = officeClass({
  name: 'ChartFill',
  methods: {
    SetSolidColor: { call: (target, [given]) => target.fill(color(given)) },
    Clear: { call: (target) => target.fill(null) },
  },
});

const LINE_STYLE = oneOf(['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Grey25', 'Grey50', 'Grey75', 'Automatic', 'RoundDot']);

export const line: OfficeClass<Part> = officeClass({
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

export const titleFormat: OfficeClass<Part> = officeClass({
  name: 'ChartTitleFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.7') },
});

export const HORIZONTAL = oneOf(['Left', 'Center', 'Right', 'Justify', 'Distributed']);
const LABEL_POSITION = oneOf(['Invalid', 'None', 'Center', 'InsideEnd', 'InsideBase', 'OutsideEnd', 'Left', 'Right', 'Top', 'Bottom', 'BestFit', 'Callout']);

export const dataLabels: OfficeClass<Part> = officeClass({
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

export const legend: OfficeClass<Part> = officeClass({
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
    /** Where the other axis crosses this one. @assumption chart-crossing */
    Position: recorded('position', oneOf(['Automatic', 'Maximum', 'Minimum', 'Custom']), '1.8'),
  },
  navigations: {
    Format: toPart('format', () => axisFormat),
    Title: toPart('title', () => axisTitle),
    MajorGridlines: toPart('majorGridlines', () => gridlines),
    MinorGridlines: toPart('minorGridlines', () => gridlines),
  },
});

export const axes: OfficeClass<Part> = officeClass({
  name: 'ChartAxes',
  navigations: { CategoryAxis: toPart('categoryAxis', () => axis), ValueAxis: toPart('valueAxis', () => axis) },
});

export const areaFormat: OfficeClass<Part> = officeClass({
  name: 'ChartAreaFormat',
  navigations: { Font: toPart('font', () => font), Fill: toFill, Border: toPart('border', () => border, '1.7') },
});
