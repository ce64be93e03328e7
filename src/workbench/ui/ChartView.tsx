/** How is a recorded chart drawn? Bars that add up to all, and columns; of other kinds only what was said about them. */
import type { ReactNode } from 'react';
import { textWidth } from '../../sheet/cellText';
import { formatted } from '../format/numberFormat';
import type { Chart } from '../model/records';
import type { Sheet } from '../model/sheet';
import { pixels } from './cellLook';
import { chartData, type ChartData, type DrawnSeries } from './chartData';
import { useViewStyles } from './viewStyles';
import type { ViewWords } from './words';

export interface ChartViewProps {
  readonly chart: Chart;
  readonly sheet: Sheet;
  readonly words: ViewWords;
  readonly top: number;
  readonly left: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const HALF_CHARACTER = 6.2;
const PADDING = 6;

export function ChartView({ chart, sheet, words, top, left }: ChartViewProps): ReactNode {
  const classes = useViewStyles();
  const data = chartData(chart, sheet);
  const size = { width: pixels(chart.width) - 2 * PADDING - 2, height: pixels(chart.height) - 2 * PADDING - 2 };
  const style = { left: left + pixels(chart.left), top: top + pixels(chart.top), width: pixels(chart.width), height: pixels(chart.height) };
  const label = `${chart.title ?? chart.name}: ${data.series.map(({ name }) => name).join(', ')}`;
  return (
    <div role="img" aria-label={label} className={classes.chart} style={style}>
      <svg width={size.width} height={size.height} fontSize="11" fill="#1a1a1a" aria-hidden>
        <text x={size.width / 2} y="14" textAnchor="middle" fontSize="13" fontWeight="600">
          {chart.title ?? ''}
        </text>
        {drawing(chart.type, data, size, words)}
      </svg>
    </div>
  );
}

const TITLE = 24;
const LEGEND = 20;

function drawing(type: string, data: ChartData, size: Size, words: ViewWords): ReactNode {
  if (type === 'BarStacked100' || type === 'BarStacked') return <Bars {...{ data, size }} isShare={type === 'BarStacked100'} />;
  if (type === 'ColumnClustered' || type === 'ColumnStacked') return <Columns {...{ data, size }} />;
  return (
    <text x={size.width / 2} y={size.height / 2} textAnchor="middle">
      {`${words.chartAsText} (${type})`}
    </text>
  );
}

function Legend({ series, size }: { readonly series: readonly DrawnSeries[]; readonly size: Size }): ReactNode {
  const widths = series.map(({ name }) => textWidth(name) * HALF_CHARACTER + 26);
  const start = (size.width - widths.reduce((sum, width) => sum + width, 0)) / 2;
  return series.map(({ name, color }, index) => {
    const x = start + widths.slice(0, index).reduce((sum, width) => sum + width, 0);
    return (
      <g key={name} transform={`translate(${x}, ${size.height - 12})`}>
        <rect width="10" height="10" fill={color} />
        <text x="14" y="9">
          {name}
        </text>
      </g>
    );
  });
}

/** The first category on top, counts on the bars; nothing where there is none. */
function Bars({ data: { categories, series }, size, isShare }: { readonly data: ChartData; readonly size: Size; readonly isShare: boolean }): ReactNode {
  const labels = Math.min(size.width * 0.4, Math.max(30, ...categories.map((name) => textWidth(name) * HALF_CHARACTER)) + 10);
  const step = (size.height - TITLE - LEGEND) / Math.max(1, categories.length);
  const totals = categories.map((_, index) => series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const largest = Math.max(1, ...totals);
  const room = size.width - labels - 12;
  return (
    <>
      {categories.map((name, index) => {
        let x = labels;
        const y = TITLE + step * index;
        const scale = room / Math.max(1, isShare ? (totals[index] ?? 0) : largest);
        return (
          <g key={`${index} ${name}`}>
            <text x={labels - 6} y={y + step / 2 + 4} textAnchor="end">
              {name}
            </text>
            {series.map(({ name: part, color, labelColor, values }) => {
              const value = values[index] ?? 0;
              const width = value * scale;
              x += width;
              if (value === 0) return null;
              return (
                <g key={part}>
                  <rect x={x - width} y={y + step * 0.16} width={Math.max(0, width - 1)} height={step * 0.68} fill={color} />
                  {width > 14 && (
                    <text x={x - width / 2} y={y + step / 2 + 4} textAnchor="middle" fill={labelColor}>
                      {formatted(value, '#,##0').text}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      <Legend {...{ series, size }} />
    </>
  );
}

/** The number stands above its column. */
function Columns({ data: { categories, series }, size }: { readonly data: ChartData; readonly size: Size }): ReactNode {
  const [only] = series;
  if (only === undefined) return null;
  const largest = Math.max(1, ...only.values);
  const bottom = size.height - 22;
  const step = (size.width - 16) / Math.max(1, only.values.length);
  return (
    <>
      <line x1="8" x2={size.width - 8} y1={bottom} y2={bottom} stroke="#999999" />
      {only.values.map((value, index) => {
        const height = ((bottom - TITLE - 16) * value) / largest;
        const x = 8 + step * index;
        return (
          <g key={`${index} ${categories[index] ?? ''}`}>
            <rect x={x + step * 0.2} y={bottom - height} width={step * 0.6} height={height} fill={only.color} />
            <text x={x + step / 2} y={bottom - height - 4} textAnchor="middle" fontSize="10">
              {formatted(value, '#,##0').text}
            </text>
            <text x={x + step / 2} y={bottom + 14} textAnchor="middle" fontSize="10">
              {(categories[index] ?? '').replace(/^\d{4}\//, '')}
            </text>
          </g>
        );
      })}
    </>
  );
}
