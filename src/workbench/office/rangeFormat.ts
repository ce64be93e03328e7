/** Which looks of cells does Office.js read and set? */
import { areaAt, isWholeColumns, isWholeRows, lastColumn, lastRow, type Area } from '../model/address';
import { notFound, notModelled } from '../model/errors';
import { autofitColumns, autofitRows } from '../model/fitting';
import { USUAL_HEIGHT } from '../model/geometry';
import type { Sheet } from '../model/sheet';
import { HORIZONTAL, LINE_STYLES, LINE_WEIGHTS, NO_LINE, UNDERLINES, VERTICAL, type Border, type BorderSide, type CellStyle } from '../model/style';
import type { CellsTarget } from './cellsTarget';
import { color, flag, number, oneOf, record, whole } from './given';
import { officeClass, type OfficeClass, collection, type Scalar } from './spec';

export function changeStyle({ sheet, areas }: { readonly sheet: Sheet; readonly areas: readonly Area[] }, change: Partial<CellStyle>): void {
  sheet.mayDo('allowFormatCells');
  for (const area of areas) sheet.changeStyle(area, change);
}

const withAreas = (target: CellsTarget): { readonly sheet: Sheet; readonly areas: readonly Area[] } => ({ sheet: target.sheet, areas: target.areas() });

/** A property that is one value for all cells, or null where they differ. */
function styled<Key extends keyof CellStyle>(key: Key, read: (value: unknown) => CellStyle[Key], usual: unknown = null): Scalar<CellsTarget> {
  return {
    get: (target) => {
      const value = target.sheet.uniformStyle(target.areas(), key);
      return value === undefined ? null : (value ?? usual);
    },
    set: (target, value) => changeStyle(withAreas(target), { [key]: read(value) }),
  };
}

export const rangeFont: OfficeClass<CellsTarget> = officeClass({
  name: 'RangeFont',
  scalars: {
    Name: styled('fontName', String),
    Size: styled('fontSize', number),
    Color: styled('fontColor', color),
    Bold: styled('bold', flag),
    Italic: styled('italic', flag),
    Underline: styled('underline', oneOf(UNDERLINES)),
    Strikethrough: { ...styled('strikethrough', flag), since: '1.9' },
    Subscript: { ...styled('subscript', flag), since: '1.9' },
    Superscript: { ...styled('superscript', flag), since: '1.9' },
  },
});

/** Without a fill the colour reads white. @assumption no-fill-is-white */
export const rangeFill: OfficeClass<CellsTarget> = officeClass({
  name: 'RangeFill',
  scalars: {
    Color: styled('fillColor', (value) => (value === '' ? null : color(value)), '#FFFFFF'),
  },
  methods: {
    Clear: { call: (target) => changeStyle(withAreas(target), { fillColor: null }) },
  },
});

const SIDES = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal', 'DiagonalDown', 'DiagonalUp'] as const;
type Side = (typeof SIDES)[number];

interface BorderTarget {
  readonly cells: CellsTarget;
  readonly side: Side;
}

interface EdgeCells {
  readonly area: Area;
  readonly side: BorderSide;
}

/** Which sides of which cells an edge of an area is; lines inside belong to both neighbours. @assumption border-sides */
function edgeCells(area: Area, side: Side): EdgeCells[] {
  const { row, column, rows, columns } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ area: areaAt(row, column, 1, columns), side: 'top' }];
    case 'EdgeBottom':
      return [{ area: areaAt(lastRow(area), column, 1, columns), side: 'bottom' }];
    case 'EdgeLeft':
      return [{ area: areaAt(row, column, rows, 1), side: 'left' }];
    case 'EdgeRight':
      return [{ area: areaAt(row, lastColumn(area), rows, 1), side: 'right' }];
    case 'InsideHorizontal':
      return rows === 1
        ? []
        : [
            { area: areaAt(row, column, rows - 1, columns), side: 'bottom' },
            { area: areaAt(row + 1, column, rows - 1, columns), side: 'top' },
          ];
    case 'InsideVertical':
      return columns === 1
        ? []
        : [
            { area: areaAt(row, column, rows, columns - 1), side: 'right' },
            { area: areaAt(row, column + 1, rows, columns - 1), side: 'left' },
          ];
    case 'DiagonalDown':
      return [{ area, side: 'diagonalDown' }];
    case 'DiagonalUp':
      return [{ area, side: 'diagonalUp' }];
  }
}

const edgesOf = ({ cells, side }: BorderTarget): EdgeCells[] => cells.areas().flatMap((area) => edgeCells(area, side));

/** undefined: the edges differ. */
function borderOf(target: BorderTarget): Border | undefined {
  const found = edgesOf(target).map(({ area, side }) => target.cells.sheet.uniformStyle([area], side));
  const [first = null] = found;
  return found.every((border) => JSON.stringify(border) === JSON.stringify(first)) ? (first ?? NO_LINE) : undefined;
}

/** A colour or weight on an edge without a line draws one. @assumption border-sides */
function changeBorder(target: BorderTarget, change: Partial<Border>): void {
  const { sheet } = target.cells;
  sheet.mayDo('allowFormatCells');
  for (const { area, side } of edgesOf(target)) {
    const before = sheet.uniformStyle([area], side) ?? null;
    const border: Border = { ...(before ?? { ...NO_LINE, style: 'Continuous' }), ...change };
    sheet.changeStyle(area, { [side]: border.style === 'None' ? null : border });
  }
}

const edge = (key: keyof Border, read: (value: unknown) => string): Scalar<BorderTarget> => ({
  get: (target) => borderOf(target)?.[key] ?? null,
  set: (target, value) => changeBorder(target, { [key]: read(value) }),
});

export const rangeBorder: OfficeClass<BorderTarget> = officeClass({
  name: 'RangeBorder',
  identity: ({ side }) => ({ Id: side }),
  scalars: {
    SideIndex: { get: ({ side }) => side },
    Style: edge('style', oneOf(LINE_STYLES)),
    Weight: edge('weight', oneOf(LINE_WEIGHTS)),
    Color: edge('color', color),
  },
});

const borders = collection<CellsTarget>(
  (cells) => SIDES.map((side) => rangeBorder.of({ cells, side })),
  (cells, key) => rangeBorder.orNull(SIDES.includes(key as Side) ? { cells, side: key as Side } : null),
  (key) => notFound(`the border ${String(key)}`),
);

export const rangeBorders: OfficeClass<CellsTarget> = officeClass({
  name: 'RangeBorderCollection',
  scalars: { Count: borders.count },
  methods: { GetItem: borders.getItem, GetItemAt: borders.getItemAt },
  items: borders.items,
  at: borders.at,
});

export const formatProtection: OfficeClass<CellsTarget> = officeClass({
  name: 'FormatProtection',
  scalars: { Locked: styled('locked', flag), FormulaHidden: styled('formulaHidden', flag) },
});

/** One value for all, or null where they differ. */
function common<T>(values: Iterable<T>): T | null {
  let first: { readonly value: T } | null = null;
  for (const value of values) {
    if (first === null) first = { value };
    else if (first.value !== value) return null;
  }
  return first === null ? null : first.value;
}

/** Widths of the columns, or heights of the rows; null: the usual one. */
function* lines(target: CellsTarget, kind: 'widths' | 'heights'): Generator<number | null> {
  const { geometry } = target.sheet;
  for (const { row, rows, column, columns } of target.areas()) {
    const runs = kind === 'widths' ? geometry.widths.runs(column, columns) : geometry.heights.runs(row, rows);
    for (const { start, count, value } of runs) {
      if (value !== null || kind === 'widths') yield value;
      else for (const fitted of geometry.fittedHeights.runs(start, count)) yield fitted.value;
    }
  }
}

export function setColumnWidth({ sheet, areas }: { readonly sheet: Sheet; readonly areas: readonly Area[] }, points: number): void {
  sheet.mayDo('allowFormatColumns');
  for (const area of areas) sheet.geometry.setWidth(area, points);
}

export function setRowHeight({ sheet, areas }: { readonly sheet: Sheet; readonly areas: readonly Area[] }, points: number): void {
  sheet.mayDo('allowFormatRows');
  for (const area of areas) sheet.geometry.setHeight(area, points);
}

export const rangeFormat: OfficeClass<CellsTarget> = officeClass({
  name: 'RangeFormat',
  scalars: {
    HorizontalAlignment: styled('horizontal', oneOf(HORIZONTAL)),
    VerticalAlignment: styled('vertical', oneOf(VERTICAL)),
    WrapText: styled('wrapText', flag),
    IndentLevel: { ...styled('indent', whole), since: '1.9' },
    ShrinkToFit: { ...styled('shrinkToFit', flag), since: '1.9' },
    TextOrientation: { ...styled('textOrientation', whole), since: '1.7' },
    ColumnWidth: {
      since: '1.2',
      get: (target) => common([...lines(target, 'widths')].map((width) => width ?? target.sheet.geometry.usualWidth)),
      set: (target, value) => setColumnWidth(withAreas(target), number(value)),
    },
    RowHeight: {
      since: '1.2',
      get: (target) => common([...lines(target, 'heights')].map((height) => height ?? USUAL_HEIGHT)),
      set: (target, value) => setRowHeight(withAreas(target), number(value)),
    },
    UseStandardWidth: {
      since: '1.7',
      get: (target) => common([...lines(target, 'widths')].map((width) => width === null)),
      set: (target, value) => {
        if (flag(value)) for (const area of target.areas()) target.sheet.geometry.widths.set(area.column, area.columns, null);
      },
    },
    UseStandardHeight: {
      since: '1.7',
      get: (target) => common([...lines(target, 'heights')].map((height) => height === null)),
      set: (target, value) => {
        if (flag(value)) for (const area of target.areas()) target.sheet.geometry.heights.set(area.row, area.rows, null);
      },
    },
  },
  navigations: {
    Font: { get: (target) => rangeFont.of(target) },
    Fill: { get: (target) => rangeFill.of(target) },
    Borders: { get: (target) => rangeBorders.of(target) },
    Protection: { since: '1.2', get: (target) => formatProtection.of(target) },
  },
  methods: {
    AutofitColumns: {
      since: '1.2',
      call: (target) => {
        const { sheet } = target;
        sheet.mayDo('allowFormatColumns');
        for (const area of target.areas())
          autofitColumns(sheet, isWholeRows(area) ? areaAt(0, 0, area.row + area.rows, sheet.usedArea(false)?.columns ?? 1) : area);
      },
    },
    AutofitRows: {
      since: '1.2',
      call: (target) => {
        const { sheet } = target;
        sheet.mayDo('allowFormatRows');
        for (const area of target.areas()) autofitRows(sheet, isWholeColumns(area) ? areaAt(0, area.column, sheet.rowsInUse(), area.columns) : area);
      },
    },
  },
});

const FONT_KEYS: Readonly<Record<string, string>> = Object.fromEntries(
  ['name', 'size', 'color', 'bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript'].map((key) => [
    key,
    key.charAt(0).toUpperCase() + key.slice(1),
  ]),
);
const FORMAT_KEYS: Readonly<Record<string, string>> = {
  horizontalAlignment: 'HorizontalAlignment',
  verticalAlignment: 'VerticalAlignment',
  wrapText: 'WrapText',
  indentLevel: 'IndentLevel',
  shrinkToFit: 'ShrinkToFit',
  textOrientation: 'TextOrientation',
};
const EDGE_KEYS: Readonly<Record<string, Side>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
  insideHorizontal: 'InsideHorizontal',
  insideVertical: 'InsideVertical',
  diagonalDown: 'DiagonalDown',
  diagonalUp: 'DiagonalUp',
};

function setEach<T>(officeClass: OfficeClass<T>, target: T, given: unknown, keys: Readonly<Record<string, string>>): void {
  for (const [key, value] of Object.entries(record(given))) {
    const name = keys[key];
    const scalar = name === undefined ? undefined : officeClass.spec.scalars?.[name];
    if (scalar?.set === undefined) throw notModelled(`${officeClass.spec.name}.${key} in a list of properties`);
    scalar.set(target, value);
  }
}

/** The `format` part of setCellProperties, setRowProperties and setColumnProperties. */
export function applyFormat(target: CellsTarget, given: unknown): void {
  const { font, fill, borders: edges, protection, ...rest } = record(given);
  if (font !== undefined) setEach(rangeFont, target, font, FONT_KEYS);
  if (fill !== undefined) setEach(rangeFill, target, fill, { color: 'Color' });
  if (protection !== undefined) setEach(formatProtection, target, protection, { locked: 'Locked', formulaHidden: 'FormulaHidden' });
  setEach(rangeFormat, target, rest, FORMAT_KEYS);
  for (const [key, border] of Object.entries(edges === undefined ? {} : record(edges))) {
    const side = EDGE_KEYS[key];
    if (side === undefined) throw notModelled(`the border ${key} in a list of properties`);
    setEach(rangeBorder, { cells: target, side }, border, { style: 'Style', weight: 'Weight', color: 'Color' });
  }
}

function getEach<T>(officeClass: OfficeClass<T>, target: T, asked: unknown, keys: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const wanted = Object.entries(record(asked)).filter(([, isWanted]) => isWanted === true);
  return Object.fromEntries(
    wanted.map(([key]) => {
      const name = keys[key];
      const scalar = name === undefined ? undefined : officeClass.spec.scalars?.[name];
      if (scalar === undefined) throw notModelled(`${officeClass.spec.name}.${key} in a list of properties`);
      return [key, scalar.get(target)];
    }),
  );
}

/** The `format` part of getCellProperties. */
export function formatOf(target: CellsTarget, asked: unknown): Readonly<Record<string, unknown>> {
  const { font, fill, ...rest } = record(asked);
  return {
    ...getEach(rangeFormat, target, rest, FORMAT_KEYS),
    ...(font === undefined ? {} : { font: getEach(rangeFont, target, font, FONT_KEYS) }),
    ...(fill === undefined ? {} : { fill: getEach(rangeFill, target, fill, { color: 'Color' }) }),
  };
}
