/** How is everything dressed, whoever writes it? Font, lines, number formats, page and charts, as data that both writers loop over. */
import { NUMBER_FORMATS, type Align, type CellStyle, type ChartLook, type Column, type Look } from './workbook';

/** What a Japanese Excel uses by itself. */
export const FONT = { name: '游ゴシック', size: 11 } as const;
/** Of a digit in that font, at 96 dpi. */
export const DIGIT_PIXELS = 8;
/** A cell's own, at its sides. */
const SIDE_PIXELS = 5;
/** Of a column for so many half-width characters. */
export const columnPixels = (characters: number): number => Math.round(characters * DIGIT_PIXELS + SIDE_PIXELS);
/** Points: a row in that font. */
export const ROW_HEIGHT = 18.75;
/** Excel's limit. */
const HIGHEST_ROW = 409;
/** Of a row whose texts take so many lines. */
export const heightOfLines = (lines: number): number => Math.min(HIGHEST_ROW, lines * ROW_HEIGHT);
/** The thin lines of tables. */
const GRID = 'CCCCCC';

export const TABLE_STYLE = { name: 'TableStyleLight1', hasBands: false } as const;

export interface Border {
  readonly style: 'thin' | 'dashed';
  readonly colour: string;
}

/** A cell's dress, down to the last thing that a writer sets; null: as it is by itself. */
export interface Dress {
  readonly numberFormat: string;
  readonly size: number | null;
  readonly look: Look | null;
  readonly align: Align | null;
  readonly isIndented: boolean;
  readonly wraps: boolean;
  readonly border: Border | null;
}

/** Of a cell outside tables. */
export const cellDress = ({ look, format = 'general', size, align, wrap = false, lines = false }: CellStyle): Dress => ({
  numberFormat: NUMBER_FORMATS[format],
  size: size ?? null,
  look: look ?? null,
  align: align ?? null,
  isIndented: false,
  wraps: wrap,
  border: look === undefined || look.dashedBorder !== true ? (lines ? THIN : null) : dashed(look),
});
const THIN: Border = { style: 'thin', colour: GRID };

/** Of a table's column, below its header. */
export const columnDress = ({ format, align, wrap, indented = false }: Omit<Column, 'cell'>): Dress => ({
  numberFormat: NUMBER_FORMATS[format],
  size: null,
  look: null,
  align: indented ? 'left' : (align ?? null),
  isIndented: indented,
  wraps: wrap,
  border: THIN,
});

/** What a conditional format draws around its cells. */
export const conditionBorder = (look: Look): Border | null => (look.dashedBorder === true ? dashed(look) : null);

const dashed = ({ text }: Look): Border => ({ style: 'dashed', colour: text });

/** Every sheet's page; lengths are millimetres. */
export const PAGE = { paper: 'A4', isLandscape: true, isCentred: true, sides: 10, topAndBottom: 15, header: 7, pagesWide: 1, footer: '&P/&N' } as const;

const CHART_TEXT = { titleSize: 12, textSize: 9 } as const;

/** Bars of 100 %, the first category on top and the percentages below all bars; counts as labels, none for 0. */
export const SHARE_BARS: ChartLook = {
  ...CHART_TEXT,
  shape: 'shareBars',
  gap: 40,
  labels: { place: 'centre', format: '#,##0;;' },
  hasLegend: true,
  firstOnTop: true,
  values: { format: '0%', least: 0, most: 1, step: 0.25 },
};

/** One ink, yen above each column. */
export const MONEY_COLUMNS: ChartLook = {
  ...CHART_TEXT,
  shape: 'columns',
  gap: 60,
  labels: { place: 'outside', format: '#,##0' },
  hasLegend: false,
  firstOnTop: false,
  values: { format: '#,##0', least: 0, most: null, step: null },
};
