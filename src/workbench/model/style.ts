/** How does a cell look? One shared object for each look, so that equal looks are the same object. */

export type BorderSide = 'top' | 'bottom' | 'left' | 'right' | 'diagonalDown' | 'diagonalUp';
export const LINE_STYLES = ['None', 'Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
export type LineStyle = (typeof LINE_STYLES)[number];
export const LINE_WEIGHTS = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;
export type LineWeight = (typeof LINE_WEIGHTS)[number];
export const UNDERLINES = ['None', 'Single', 'Double', 'SingleAccountant', 'DoubleAccountant'] as const;
export type Underline = (typeof UNDERLINES)[number];
export const HORIZONTAL = ['General', 'Left', 'Center', 'Right', 'Fill', 'Justify', 'CenterAcrossSelection', 'Distributed'] as const;
export type Horizontal = (typeof HORIZONTAL)[number];
export const VERTICAL = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'] as const;
export type Vertical = (typeof VERTICAL)[number];

export interface Border {
  readonly style: LineStyle;
  readonly weight: LineWeight;
  readonly color: string;
}

/** Everything about a cell that is not its content; colours are `#RRGGBB`. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: Underline;
  readonly strikethrough: boolean;
  readonly subscript: boolean;
  readonly superscript: boolean;
  /** null: no fill. */
  readonly fillColor: string | null;
  readonly horizontal: Horizontal;
  readonly vertical: Vertical;
  readonly wrapText: boolean;
  readonly indent: number;
  readonly shrinkToFit: boolean;
  readonly textOrientation: number;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** null: no line. */
  readonly top: Border | null;
  readonly bottom: Border | null;
  readonly left: Border | null;
  readonly right: Border | null;
  readonly diagonalDown: Border | null;
  readonly diagonalUp: Border | null;
}

/** What a Japanese Excel uses by itself. @assumption default-style */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: 'General',
  fontName: '游ゴシック',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: 'None',
  strikethrough: false,
  subscript: false,
  superscript: false,
  fillColor: null,
  horizontal: 'General',
  vertical: 'Center',
  wrapText: false,
  indent: 0,
  shrinkToFit: false,
  textOrientation: 0,
  locked: true,
  formulaHidden: false,
  top: null,
  bottom: null,
  left: null,
  right: null,
  diagonalDown: null,
  diagonalUp: null,
};

export const NO_LINE: Border = { style: 'None', weight: 'Thin', color: '#000000' };

/** Keeps one object a look; a changed look is looked up, not made again. */
export class StyleBook {
  private readonly known = new Map<string, CellStyle>([[keyOf(DEFAULT_STYLE), DEFAULT_STYLE]]);
  /** What became of a look by a change; one change meets many cells that look alike. */
  private readonly changes = new Map<string, Map<CellStyle, CellStyle>>();

  of(style: CellStyle): CellStyle {
    const key = keyOf(style);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, style);
    return style;
  }

  change(change: Partial<CellStyle>): (style: CellStyle) => CellStyle {
    const key = JSON.stringify(change);
    const seen = this.changes.get(key) ?? new Map<CellStyle, CellStyle>();
    this.changes.set(key, seen);
    return (style) => {
      const known = seen.get(style);
      if (known !== undefined) return known;
      const changed = this.of({ ...style, ...change });
      seen.set(style, changed);
      return changed;
    };
  }
}

const KEYS = Object.keys(DEFAULT_STYLE) as (keyof CellStyle)[];
const keyOf = (style: CellStyle): string => JSON.stringify(KEYS.map((key) => style[key]));
