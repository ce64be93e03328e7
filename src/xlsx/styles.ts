/** How does a look become a cell style of the .xlsx library? */
import type { BorderStyle, CellStyle as HucreStyle, FillStyle, FontStyle } from 'hucre';
import { NUMBER_FORMATS, type CellStyle, type Column, type Look } from '../sheet/workbook';

/** What a Japanese Excel uses by itself. */
export const FONT: FontStyle = { name: '游ゴシック', size: 11 };
const GRID = 'CCCCCC';

const solid = (rgb: string): FillStyle => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } });

function box(style: 'thin' | 'dashed', rgb: string): BorderStyle {
  const side = { style, color: { rgb } };
  return { top: side, right: side, bottom: side, left: side };
}

function effects({ text, bold, strike, underline }: Look): FontStyle {
  return {
    color: { rgb: text },
    ...(bold === true ? { bold } : {}),
    ...(strike === true ? { strikethrough: true } : {}),
    ...(underline === undefined ? {} : { underline: underline === 'double' ? 'double' : true }),
  };
}

export function placedStyle({ look, format = 'general', size, align, wrap = false, lines = false }: CellStyle): HucreStyle {
  const border = look?.dashedBorder === true ? box('dashed', look.text) : lines ? box('thin', GRID) : undefined;
  return {
    font: { ...FONT, ...(size === undefined ? {} : { size }), ...(look === undefined ? {} : effects(look)) },
    numFmt: NUMBER_FORMATS[format],
    alignment: { vertical: 'center', ...(wrap ? { wrapText: true } : {}), ...(align === undefined ? {} : { horizontal: align }) },
    ...(look === undefined || look.fill === null ? {} : { fill: solid(look.fill) }),
    ...(border === undefined ? {} : { border }),
  };
}

export function columnStyle({ format, align, wrap, indented }: Column): HucreStyle {
  return {
    font: FONT,
    numFmt: NUMBER_FORMATS[format],
    alignment: {
      vertical: 'center',
      ...(wrap ? { wrapText: true } : {}),
      ...(align === undefined ? {} : { horizontal: align }),
      ...(indented === true ? { horizontal: 'left', indent: 1 } : {}),
    },
    border: box('thin', GRID),
  };
}

/** What a conditional format changes: neither font nor size, which it may not. */
export function highlightStyle(look: Look): HucreStyle {
  return {
    font: effects(look),
    ...(look.fill === null ? {} : { fill: solid(look.fill) }),
    ...(look.dashedBorder === true ? { border: box('dashed', look.text) } : {}),
  };
}
