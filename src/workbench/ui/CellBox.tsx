/** How is one cell drawn? */
import { mergeClasses } from '@fluentui/react-components';
import { ChevronDown12Regular, Filter12Filled } from '@fluentui/react-icons';
import type { CSSProperties, ReactNode } from 'react';
import type { Border, CellStyle } from '../model/style';
import type { Table } from '../model/sheet';
import { fitting, pixels } from './cellLook';
import type { DrawnCell } from './gridLayout';
import { useViewStyles, type GridColors } from './viewStyles';
import type { ViewWords } from './words';

export interface Frame {
  readonly top: boolean;
  readonly bottom: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

export interface CellBoxProps {
  readonly cell: DrawnCell;
  readonly row: number;
  readonly height: number;
  readonly colors: GridColors;
  readonly isDark: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  /** Where the frame around the selection runs. */
  readonly frame: Frame | null;
  readonly showsLines: boolean;
  /** Frozen cells stand in the flow, others at their place. */
  readonly isPlaced: boolean;
  readonly offset: number;
  readonly words: ViewWords;
  /** The table whose header this is, and whether its column is filtered. */
  readonly header: { readonly table: Table; readonly column: number; readonly isFiltered: boolean } | null;
  readonly onFilter: (table: Table, column: number, button: HTMLElement) => void;
  readonly editor: ReactNode;
}

export const cellId = (row: number, column: number): string => `cell-${row}-${column}`;

export function CellBox(props: CellBoxProps): ReactNode {
  const { cell, row, height, colors, isDark, isSelected, isActive, frame, showsLines, isPlaced, offset, words, header, editor } = props;
  const classes = useViewStyles();
  const { look, width, left, column } = cell;
  const problem =
    look.notCalculated !== null ? words.notCalculated(look.notCalculated) : look.notEvaluated === null ? null : words.notEvaluated(look.notEvaluated);
  const style: CSSProperties = {
    ...(isPlaced ? { position: 'absolute', left: left + offset, top: 0 } : { position: 'relative', flexShrink: 0 }),
    width,
    height,
    boxSizing: 'border-box',
    backgroundColor: look.style.fillColor ?? colors.cell,
    ...borders(
      look.style,
      showsLines && look.style.fillColor === null ? colors.line : 'transparent',
      isDark && look.style.fillColor === null ? colors.line : null,
    ),
    ...(isSelected && !isActive ? { backgroundImage: `linear-gradient(${colors.selection}, ${colors.selection})` } : {}),
  };
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      data-row={row}
      data-column={column}
      aria-colindex={column + 2}
      aria-selected={isSelected}
      title={problem ?? undefined}
      style={style}
    >
      <CellText {...{ cell, colors, isDark }} />
      {frame !== null && <div role="presentation" style={frameStyle(frame, colors.accent)} />}
      {problem !== null && (
        <span className={classes.badge} aria-label={problem} role="img">
          ?
        </span>
      )}
      {header !== null && (
        <button
          type="button"
          tabIndex={-1}
          className={mergeClasses(classes.filterButton, header.isFiltered && classes.filterButtonOn)}
          aria-label={words.filterOf(look.text)}
          aria-pressed={header.isFiltered}
          onMouseDown={(event) => event.stopPropagation()}
          onClick={(event) => props.onFilter(header.table, header.column, event.currentTarget)}
        >
          {header.isFiltered ? <Filter12Filled /> : <ChevronDown12Regular />}
        </button>
      )}
      {editor}
    </div>
  );
}

function frameStyle({ top, bottom, left, right }: Frame, color: string): CSSProperties {
  const side = (isThere: boolean): string => (isThere ? `2px solid ${color}` : 'none');
  return {
    position: 'absolute',
    inset: '-1px 0 0 -1px',
    borderTop: side(top),
    borderBottom: side(bottom),
    borderLeft: side(left),
    borderRight: side(right),
    pointerEvents: 'none',
    zIndex: 3,
  };
}

function CellText({ cell, colors, isDark }: Pick<CellBoxProps, 'cell' | 'colors' | 'isDark'>): ReactNode {
  const { look, width, textWidth } = cell;
  const text = fitting(look, width);
  if (text === '') return null;
  const { style, align } = look;
  const isRight = align === 'right';
  const indent = style.indent * 12;
  const outer: CSSProperties = {
    position: 'absolute',
    top: 0,
    bottom: 0,
    ...(isRight ? { right: 0 } : { left: 0 }),
    width: textWidth ?? width,
    display: 'flex',
    // A text that is too high shows its first lines.
    alignItems: style.vertical === 'Top' ? 'flex-start' : style.vertical === 'Bottom' ? 'safe end' : 'safe center',
    justifyContent: isRight ? 'flex-end' : align === 'center' ? 'center' : 'flex-start',
    paddingInline: isRight ? `2px ${3 + indent}px` : `${3 + indent}px 2px`,
    boxSizing: 'border-box',
    overflow: 'hidden',
    pointerEvents: 'none',
    // Over its neighbours a text hides the lines of the grid.
    ...(textWidth === null ? {} : { zIndex: 1, bottom: 1, backgroundColor: style.fillColor ?? colors.cell }),
  };
  return (
    <div style={outer}>
      <span
        style={{
          ...textStyle(look.style, look.color, colors, isDark),
          ...(style.wrapText ? { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' } : { whiteSpace: 'pre' }),
        }}
      >
        {text}
      </span>
    </div>
  );
}

const UNDERLINES: Readonly<Record<string, string>> = {
  Single: 'underline',
  SingleAccountant: 'underline',
  Double: 'underline double',
  DoubleAccountant: 'underline double',
};

function textStyle(style: CellStyle, color: string, colors: GridColors, isDark: boolean): CSSProperties {
  const lines = [UNDERLINES[style.underline] ?? '', style.strikethrough ? 'line-through' : ''].filter((line) => line !== '').join(' ');
  return {
    color: readable(color, style.fillColor, colors, isDark),
    fontSize: pixels(style.fontSize) * 0.9,
    fontWeight: style.bold ? 700 : 400,
    ...(style.italic ? { fontStyle: 'italic' } : {}),
    ...(lines === '' ? {} : { textDecoration: lines }),
    lineHeight: 1.25,
    fontVariantNumeric: 'tabular-nums',
    minWidth: 0,
  };
}

/** By night, dark text on a cell without a fill takes the light text colour. */
function readable(color: string, fill: string | null, colors: GridColors, isDark: boolean): string {
  if (fill !== null) return color;
  if (color === '#000000') return colors.text;
  return isDark && brightness(color) < 0.55 ? colors.text : color;
}

function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255);
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

const CSS_LINES: Readonly<Record<string, string>> = {
  Continuous: 'solid',
  Double: 'double',
  Dot: 'dotted',
  Dash: 'dashed',
  DashDot: 'dashed',
  DashDotDot: 'dashed',
  SlantDashDot: 'dashed',
};
const CSS_WEIGHTS: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

/** A line of the cell's own, else the grid's. By night, light lines around a cell without a fill would glare. */
function borders({ top, bottom, left, right }: CellStyle, gridLine: string, instead: string | null): CSSProperties {
  const css = (border: Border | null): string | null => {
    if (border === null) return null;
    const color = instead !== null && brightness(border.color) > 0.6 ? instead : border.color;
    return `${border.style === 'Double' ? 3 : (CSS_WEIGHTS[border.weight] ?? 1)}px ${CSS_LINES[border.style] ?? 'solid'} ${color}`;
  };
  const isAround = top !== null && left !== null && top.style !== 'Continuous';
  return {
    borderRight: css(right) ?? `1px solid ${gridLine}`,
    borderBottom: css(bottom) ?? `1px solid ${gridLine}`,
    ...(isAround ? { borderTop: css(top) ?? undefined, borderLeft: css(left) ?? undefined } : {}),
  };
}
