/** How does a dress become a style of the .xlsx library? */
import type { BorderStyle, CellStyle as HucreStyle, FillStyle, FontStyle } from 'hucre';
import { conditionBorder, FONT, type Border, type Dress } from '../sheet/dress';
import type { Look } from '../sheet/workbook';

const solid = (rgb: string): FillStyle => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb }, bgColor: { rgb } });
const fillOf = (look: Look | null): { fill?: FillStyle } => (look === null || look.fill === null ? {} : { fill: solid(look.fill) });

function bordered(border: Border | null): { border?: BorderStyle } {
  if (border === null) return {};
  const side = { style: border.style, color: { rgb: border.colour } };
  return { border: { top: side, right: side, bottom: side, left: side } };
}

function effects({ text, bold, strike, underline }: Look): FontStyle {
  return {
    color: { rgb: text },
    ...(bold === true ? { bold } : {}),
    ...(strike === true ? { strikethrough: true } : {}),
    ...(underline === undefined ? {} : { underline: underline === 'double' ? 'double' : true }),
  };
}

export function styleOf({ numberFormat, size, look, align, isIndented, wraps, border }: Dress): HucreStyle {
  return {
    font: { ...FONT, ...(size === null ? {} : { size }), ...(look === null ? {} : effects(look)) },
    numFmt: numberFormat,
    alignment: {
      vertical: 'center',
      ...(wraps ? { wrapText: true } : {}),
      ...(align === null ? {} : { horizontal: align }),
      ...(isIndented ? { indent: 1 } : {}),
    },
    ...fillOf(look),
    ...bordered(border),
  };
}

/** What a conditional format changes: neither font nor size, which it may not. */
export const conditionStyle = (look: Look): HucreStyle => ({ font: effects(look), ...fillOf(look), ...bordered(conditionBorder(look)) });
