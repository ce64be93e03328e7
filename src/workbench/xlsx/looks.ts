/** How does a cell's look become one of the .xlsx library, and back? */
import type { AlignmentStyle, BorderLineStyle, BorderSide, BorderStyle, CellStyle as FileStyle, Color, FillStyle, FontStyle } from 'hucre';
import { plainConditionalStyle, type ConditionalStyle } from '../model/records';
import { DEFAULT_STYLE, type Border, type CellStyle, type Horizontal, type LineStyle, type LineWeight, type Underline } from '../model/style';
import type { LeftOutCounts } from './leftOut';

const rgb = (color: string): Color => ({ rgb: color.slice(1) });
const solid = (color: string): FillStyle => ({ type: 'pattern', pattern: 'solid', fgColor: rgb(color), bgColor: rgb(color) });

const HORIZONTAL: Readonly<Record<Horizontal, NonNullable<AlignmentStyle['horizontal']>>> = {
  General: 'general',
  Left: 'left',
  Center: 'center',
  Right: 'right',
  Fill: 'fill',
  Justify: 'justify',
  CenterAcrossSelection: 'centerContinuous',
  Distributed: 'distributed',
};

const UNDERLINES: Readonly<Record<Underline, NonNullable<FontStyle['underline']>>> = {
  None: false,
  Single: 'single',
  Double: 'double',
  SingleAccountant: 'singleAccounting',
  DoubleAccountant: 'doubleAccounting',
};

/** The lines that a file knows by one word are a style and a weight in Office.js. */
const LINES: readonly (readonly [BorderLineStyle, LineStyle, LineWeight])[] = [
  ['hair', 'Continuous', 'Hairline'],
  ['thin', 'Continuous', 'Thin'],
  ['medium', 'Continuous', 'Medium'],
  ['thick', 'Continuous', 'Thick'],
  ['dashed', 'Dash', 'Thin'],
  ['mediumDashed', 'Dash', 'Medium'],
  ['dashDot', 'DashDot', 'Thin'],
  ['mediumDashDot', 'DashDot', 'Medium'],
  ['dashDotDot', 'DashDotDot', 'Thin'],
  ['mediumDashDotDot', 'DashDotDot', 'Medium'],
  ['dotted', 'Dot', 'Thin'],
  ['double', 'Double', 'Thick'],
  ['slantDashDot', 'SlantDashDot', 'Medium'],
];

function lineWord({ style, weight }: Border): BorderLineStyle {
  const found = LINES.find((line) => line[1] === style && line[2] === weight) ?? LINES.find((line) => line[1] === style);
  if (found === undefined) throw new Error(`no line is called ${style}`);
  return found[0];
}

const side = (border: Border | null): BorderSide | null =>
  border === null || border.style === 'None' ? null : { style: lineWord(border), color: rgb(border.color) };

function bordersOf({ top, bottom, left, right }: Pick<ConditionalStyle, 'top' | 'bottom' | 'left' | 'right'>): BorderStyle {
  const sides = { top: side(top), bottom: side(bottom), left: side(left), right: side(right) };
  return Object.fromEntries(Object.entries(sides).filter(([, value]) => value !== null));
}

export const fileFont = ({ fontName, fontSize, ...style }: CellStyle): FontStyle => ({
  name: fontName,
  size: fontSize,
  ...(style.fontColor === DEFAULT_STYLE.fontColor ? {} : { color: rgb(style.fontColor) }),
  ...(style.bold ? { bold: true } : {}),
  ...(style.italic ? { italic: true } : {}),
  ...(style.strikethrough ? { strikethrough: true } : {}),
  ...(style.underline === 'None' ? {} : { underline: UNDERLINES[style.underline] }),
  ...(style.subscript ? { vertAlign: 'subscript' } : style.superscript ? { vertAlign: 'superscript' } : {}),
});

/** A file counts downwards from 91. */
const rotation = (degrees: number): number => (degrees === 180 ? 255 : degrees < 0 ? 90 - degrees : degrees);
const degreesOf = (given: number): number => (given === 255 ? 180 : given > 90 ? 90 - given : given);

export function fileStyle(style: CellStyle): FileStyle {
  const diagonal = style.diagonalDown ?? style.diagonalUp;
  const border: BorderStyle = {
    ...bordersOf(style),
    ...(diagonal === null ? {} : { diagonal: side(diagonal)!, diagonalDown: style.diagonalDown !== null, diagonalUp: style.diagonalUp !== null }),
  };
  return {
    font: fileFont(style),
    ...(style.numberFormat === 'General' ? {} : { numFmt: style.numberFormat }),
    ...(style.fillColor === null ? {} : { fill: solid(style.fillColor) }),
    ...(Object.keys(border).length === 0 ? {} : { border }),
    alignment: {
      vertical: style.vertical.toLowerCase() as NonNullable<AlignmentStyle['vertical']>,
      ...(style.horizontal === 'General' ? {} : { horizontal: HORIZONTAL[style.horizontal] }),
      ...(style.wrapText ? { wrapText: true } : {}),
      ...(style.shrinkToFit ? { shrinkToFit: true } : {}),
      ...(style.indent === 0 ? {} : { indent: style.indent }),
      ...(style.textOrientation === 0 ? {} : { textRotation: rotation(style.textOrientation) }),
    },
    ...(style.locked && !style.formulaHidden ? {} : { protection: { locked: style.locked, hidden: style.formulaHidden } }),
  };
}

/** That a format takes bold, italic, a line or a strike away has no place in the library: it is counted. */
export function fileConditionalStyle({ fillColor, numberFormat, underline, ...style }: ConditionalStyle, leftOut: LeftOutCounts): FileStyle {
  leftOut.add('looks', [style.bold === false, style.italic === false, style.strikethrough === false, underline === 'None'].filter(Boolean).length);
  const font: FontStyle = {
    ...(style.fontColor === null ? {} : { color: rgb(style.fontColor) }),
    ...(style.bold === true ? { bold: true } : {}),
    ...(style.italic === true ? { italic: true } : {}),
    ...(style.strikethrough === true ? { strikethrough: true } : {}),
    ...(underline === null || underline === 'None' ? {} : { underline: UNDERLINES[underline] }),
  };
  const border = bordersOf(style);
  return {
    ...(Object.keys(font).length === 0 ? {} : { font }),
    ...(numberFormat === null ? {} : { numFmt: numberFormat }),
    ...(fillColor === null ? {} : { fill: solid(fillColor) }),
    ...(Object.keys(border).length === 0 ? {} : { border }),
  };
}

/** The colours that a file calls by number in its old palette, as far as they are in use: black and white. */
const INDEXED: Readonly<Record<number, string>> = { 0: '#000000', 1: '#FFFFFF', 8: '#000000', 9: '#FFFFFF', 64: '#000000', 65: '#FFFFFF' };
/** A theme's first four colours stand in the other order in its own list. */
const THEME_ORDER = [1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11];

/** Reads what a file's styles say; colours that only a theme knows are worked out. */
export class LooksReader {
  constructor(
    private readonly normal: { readonly font: FontStyle; readonly alignment: AlignmentStyle },
    private readonly themeColors: readonly string[],
    private readonly leftOut: LeftOutCounts,
  ) {}

  /** Of cells that say nothing. */
  get usual(): CellStyle {
    return this.style({ alignment: this.normal.alignment });
  }

  style({ font: own, fill, border, alignment, numFmt, protection }: FileStyle): CellStyle {
    const font = own ?? this.normal.font;
    const diagonal = this.line(border?.diagonal);
    return {
      ...DEFAULT_STYLE,
      ...this.fontStyle(font),
      numberFormat: numFmt ?? 'General',
      fillColor: this.fill(fill),
      horizontal: horizontalOf(alignment?.horizontal),
      vertical: verticalOf(alignment?.vertical),
      wrapText: alignment?.wrapText ?? false,
      indent: alignment?.indent ?? 0,
      shrinkToFit: alignment?.shrinkToFit ?? false,
      textOrientation: degreesOf(alignment?.textRotation ?? 0),
      locked: protection?.locked ?? true,
      formulaHidden: protection?.hidden ?? false,
      top: this.line(border?.top),
      bottom: this.line(border?.bottom),
      left: this.line(border?.left),
      right: this.line(border?.right),
      diagonalDown: border?.diagonalDown === true ? diagonal : null,
      diagonalUp: border?.diagonalUp === true ? diagonal : null,
    };
  }

  private fontStyle(font: FontStyle): Partial<CellStyle> {
    return {
      fontName: font.name ?? DEFAULT_STYLE.fontName,
      fontSize: font.size ?? DEFAULT_STYLE.fontSize,
      fontColor: this.color(font.color) ?? DEFAULT_STYLE.fontColor,
      bold: font.bold ?? false,
      italic: font.italic ?? false,
      strikethrough: font.strikethrough ?? false,
      underline: underlineOf(font.underline),
      subscript: font.vertAlign === 'subscript',
      superscript: font.vertAlign === 'superscript',
    };
  }

  conditionalStyle({ font, fill, border, numFmt }: FileStyle): ConditionalStyle {
    return {
      ...plainConditionalStyle(),
      fillColor: this.conditionalFill(fill),
      fontColor: this.color(font?.color),
      bold: font?.bold ?? null,
      italic: font?.italic ?? null,
      strikethrough: font?.strikethrough ?? null,
      underline: font?.underline === undefined ? null : underlineOf(font.underline),
      numberFormat: numFmt ?? null,
      top: this.line(border?.top),
      bottom: this.line(border?.bottom),
      left: this.line(border?.left),
      right: this.line(border?.right),
    };
  }

  private fill(fill: FillStyle | undefined): string | null {
    if (fill === undefined || (fill.type === 'pattern' && fill.pattern === 'none')) return null;
    if (fill.type === 'pattern' && fill.pattern === 'solid') return this.color(fill.fgColor);
    this.leftOut.add('looks');
    return null;
  }

  /** A conditional format keeps its colour as the background of its pattern. */
  private conditionalFill(fill: FillStyle | undefined): string | null {
    return fill?.type === 'pattern' ? (this.color(fill.bgColor) ?? this.color(fill.fgColor)) : null;
  }

  private line(given: BorderSide | undefined): Border | null {
    const found = LINES.find(([word]) => word === given?.style);
    return found === undefined ? null : { style: found[1], weight: found[2], color: this.color(given?.color) ?? '#000000' };
  }

  private color(color: Color | undefined): string | null {
    if (color === undefined) return null;
    const base = this.base(color);
    if (base === null && (color.theme !== undefined || color.indexed !== undefined)) this.leftOut.add('looks');
    return base === null ? null : tinted(base, color.tint ?? 0);
  }

  private base({ rgb: plain, theme, indexed }: Color): string | null {
    if (plain !== undefined) return `#${plain.slice(-6).toUpperCase()}`;
    if (theme !== undefined) {
      const found = this.themeColors[THEME_ORDER[theme] ?? -1];
      return found === undefined ? null : `#${found.replace(/^#/, '').toUpperCase()}`;
    }
    return indexed === undefined ? null : (INDEXED[indexed] ?? null);
  }
}

const horizontalOf = (word: AlignmentStyle['horizontal']): Horizontal => {
  const found = Object.entries(HORIZONTAL).find(([, name]) => name === word);
  return (found?.[0] ?? 'General') as Horizontal;
};

/** A file that says nothing means the bottom. */
const verticalOf = (word: AlignmentStyle['vertical'] = 'bottom'): CellStyle['vertical'] =>
  (word.charAt(0).toUpperCase() + word.slice(1)) as CellStyle['vertical'];

function underlineOf(word: FontStyle['underline']): Underline {
  if (word === undefined || word === false) return 'None';
  if (word === true) return 'Single';
  return (Object.entries(UNDERLINES).find(([, name]) => name === word)?.[0] ?? 'Single') as Underline;
}

/** Lighter, or with a minus darker, of the same hue: as the file format prescribes it. */
function tinted(color: string, tint: number): string {
  if (tint === 0) return color;
  const parts = [1, 3, 5].map((from) => parseInt(color.slice(from, from + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const moved = tint > 0 ? light * (1 - tint) + tint : light * (1 + tint);
  const saturation = most === least ? 0 : (most - least) / (1 - Math.abs(2 * light - 1));
  const spread = (1 - Math.abs(2 * moved - 1)) * saturation;
  const hex = (part: number): string => {
    const share = most === least ? 0 : (part - least) / (most - least);
    return Math.round((moved - spread / 2 + spread * share) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return `#${parts.map(hex).join('')}`;
}
