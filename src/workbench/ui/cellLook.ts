/** What does one cell look like now, conditional formats included? */
import { textWidth } from '../../sheet/cellText';
import { formatted, TOO_NARROW } from '../format/numberFormat';
import { holdsTrue } from '../formula/evaluate';
import { holds } from '../model/address';
import { POINTS_A_PIXEL } from '../model/geometry';
import type { ConditionalFormat, ConditionalStyle } from '../model/records';
import type { Sheet } from '../model/sheet';
import type { CellStyle } from '../model/style';
import { NotCalculated, type Shown } from '../model/values';

export type Align = 'left' | 'center' | 'right';

export interface CellLook {
  readonly text: string;
  readonly style: CellStyle;
  /** The colour that the number format or the style asks for. */
  readonly color: string;
  readonly align: Align;
  /** Why the cell's formula, or a conditional format on it, is not known here. */
  readonly notCalculated: string | null;
  readonly notEvaluated: string | null;
  /** A text may run over empty neighbours; a number may not. */
  readonly isText: boolean;
}

export function cellLook(sheet: Sheet, row: number, column: number): CellLook {
  const shown = sheet.shown(row, column);
  const { style, notEvaluated } = conditionalStyle(sheet, row, column);
  const unknown = shown instanceof NotCalculated ? shown.reason : null;
  const { text, color } =
    unknown === null && !(shown instanceof NotCalculated)
      ? formatted(shown, style.numberFormat, sheet.daysLate)
      : { text: `=${sheet.cells.formula(row, column)?.text ?? ''}`, color: null };
  return {
    text,
    style,
    color: color ?? style.fontColor,
    align: alignOf(style, shown),
    notCalculated: unknown,
    notEvaluated,
    isText: typeof shown === 'string',
  };
}

const ALIGNS: Readonly<Record<string, Align>> = {
  Left: 'left',
  Center: 'center',
  CenterAcrossSelection: 'center',
  Right: 'right',
  Fill: 'left',
  Justify: 'left',
  Distributed: 'center',
};

/** Numbers stand right, texts left, truth values and errors in the middle. */
function alignOf({ horizontal }: CellStyle, shown: Shown): Align {
  const chosen = ALIGNS[horizontal];
  if (chosen !== undefined) return chosen;
  if (typeof shown === 'number') return 'right';
  return typeof shown === 'string' || shown === undefined || shown instanceof NotCalculated ? 'left' : 'center';
}

interface Conditional {
  readonly style: CellStyle;
  readonly notEvaluated: string | null;
}

/** The first format that sets a property decides it; one that stops ends the list. */
export function conditionalStyle(sheet: Sheet, row: number, column: number): Conditional {
  let style = sheet.styleAt(row, column);
  let notEvaluated: string | null = null;
  const decided = new Set<keyof ConditionalStyle>();
  for (const format of sheet.conditionalFormats) {
    if (format.formula === '' || !format.areas.some((area) => holds(area, row, column))) continue;
    const result = holdsHere(sheet, format, row, column);
    if (result instanceof NotCalculated) notEvaluated ??= result.reason;
    if (result !== true) continue;
    style = { ...style, ...changes(format.style, decided) };
    if (format.stopIfTrue) break;
  }
  return { style, notEvaluated };
}

/** The formula is meant for the first cell of the first area; elsewhere it is read as if it were copied there. */
function holdsHere(sheet: Sheet, { areas, formula }: ConditionalFormat, row: number, column: number): boolean | NotCalculated {
  const [first] = areas;
  if (first === undefined) return false;
  return holdsTrue(formula, { sheet, row: first.row, column: first.column, moved: { rows: row - first.row, columns: column - first.column } });
}

const KEYS = [
  'fillColor',
  'fontColor',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'numberFormat',
  'top',
  'bottom',
  'left',
  'right',
] as const satisfies readonly (keyof ConditionalStyle)[];

function changes(conditional: ConditionalStyle, decided: Set<keyof ConditionalStyle>): Partial<CellStyle> {
  const changed: Record<string, unknown> = {};
  for (const key of KEYS) {
    if (conditional[key] === null || decided.has(key)) continue;
    decided.add(key);
    changed[key] = conditional[key];
  }
  return changed;
}

/** Of a digit of the usual font, in pixels. */
const DIGIT = 7.6;
const USUAL_SIZE = 11;

/** A number that does not fit shows marks instead; a text is cut or runs over. */
export function fitting({ text, style, isText, notCalculated }: CellLook, width: number): string {
  if (isText || notCalculated !== null || text === '' || style.wrapText || style.shrinkToFit) return text;
  return textWidth(text) * DIGIT * (style.fontSize / USUAL_SIZE) > width - 2 ? TOO_NARROW.slice(0, Math.max(1, Math.floor(width / DIGIT))) : text;
}

export const pixels = (points: number): number => points / POINTS_A_PIXEL;
