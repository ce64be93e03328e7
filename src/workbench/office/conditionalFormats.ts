/** Which cells look different when a formula holds? Only custom formulas are modelled. */
import { intersection, type Area } from '../model/address';
import { clearWithin } from '../model/conditional';
import { checkedFormula } from '../model/entry';
import { invalidArgument, notFound, notModelled } from '../model/errors';
import { plainConditionalStyle, type ConditionalFormat, type ConditionalStyle } from '../model/records';
import type { Sheet } from '../model/sheet';
import { LINE_STYLES, NO_LINE, UNDERLINES, type Border } from '../model/style';
import { CellAreas, CellRange, type CellsTarget } from './cellsTarget';
import { color, flag, oneOf, text, whole } from './given';
import { rangeAreas } from './rangeAreas';
import { range } from './ranges';
import { officeClass, type OfficeClass, collection, type Handle, type Navigation, type Scalar } from './spec';

export interface FormatTarget {
  readonly sheet: Sheet;
  readonly format: ConditionalFormat;
  /** The cells through which it was found or made. */
  readonly through: CellsTarget;
}

type LineKey = 'top' | 'bottom' | 'left' | 'right';

/** null until it is set. */
function styled<Key extends keyof ConditionalStyle>(key: Key, read: (value: unknown) => ConditionalStyle[Key], usual: unknown = null): Scalar<FormatTarget> {
  return {
    get: ({ format }) => format.style[key] ?? usual,
    set: ({ sheet, format }, value) => {
      sheet.mayDo('allowFormatCells');
      format.style[key] = read(value);
    },
  };
}

/** A colour that was not set reads as an empty text. @assumption conditional-format-reading */
const conditionalFont: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalRangeFont',
  scalars: {
    Color: styled('fontColor', color, ''),
    Bold: styled('bold', flag),
    Italic: styled('italic', flag),
    Underline: styled('underline', oneOf(UNDERLINES)),
    Strikethrough: styled('strikethrough', flag),
  },
  methods: {
    Clear: { call: ({ format }) => void Object.assign(format.style, { fontColor: null, bold: null, italic: null, underline: null, strikethrough: null }) },
  },
});

const conditionalFill: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalRangeFill',
  scalars: { Color: styled('fillColor', color, '') },
  methods: { Clear: { call: ({ format }) => void (format.style.fillColor = null) } },
});

interface LineTarget extends FormatTarget {
  readonly line: LineKey;
}

const LINES: Readonly<Record<string, LineKey>> = { EdgeTop: 'top', EdgeBottom: 'bottom', EdgeLeft: 'left', EdgeRight: 'right' };

function changeLine({ sheet, format, line }: LineTarget, change: Partial<Border>): void {
  sheet.mayDo('allowFormatCells');
  const border: Border = { ...(format.style[line] ?? { ...NO_LINE, style: 'Continuous' }), ...change };
  format.style[line] = border.style === 'None' ? null : border;
}

const conditionalBorder: OfficeClass<LineTarget> = officeClass({
  name: 'ConditionalRangeBorder',
  scalars: {
    SideIndex: { get: ({ line }) => Object.keys(LINES).find((side) => LINES[side] === line) },
    Style: { get: ({ format, line }) => format.style[line]?.style ?? 'None', set: (target, value) => changeLine(target, { style: oneOf(LINE_STYLES)(value) }) },
    Color: { get: ({ format, line }) => format.style[line]?.color ?? '', set: (target, value) => changeLine(target, { color: color(value) }) },
  },
});

const lines = collection<FormatTarget>(
  (target) => Object.values(LINES).map((line) => conditionalBorder.of({ ...target, line })),
  (target, key) => {
    const line = LINES[String(key)];
    return line === undefined ? null : conditionalBorder.of({ ...target, line });
  },
  (key) => notFound(`the border ${String(key)}`),
);

const line = (key: LineKey): Navigation<FormatTarget> => ({ get: (target) => conditionalBorder.of({ ...target, line: key }) });

const conditionalBorders: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalRangeBorderCollection',
  scalars: { Count: lines.count },
  navigations: { Top: line('top'), Bottom: line('bottom'), Left: line('left'), Right: line('right') },
  methods: { GetItem: lines.getItem, GetItemAt: lines.getItemAt },
  items: lines.items,
  at: lines.at,
});

const conditionalRangeFormat: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalRangeFormat',
  scalars: { NumberFormat: styled('numberFormat', text, '') },
  navigations: {
    Font: { get: (target) => conditionalFont.of(target) },
    Fill: { get: (target) => conditionalFill.of(target) },
    Borders: { get: (target) => conditionalBorders.of(target) },
  },
});

const FORMULA: Scalar<FormatTarget> = {
  get: ({ format }) => (format.formula === '' ? '' : `=${format.formula}`),
  set: ({ sheet, format }, value) => {
    sheet.mayDo('allowFormatCells');
    format.formula = checkedFormula(text(value).replace(/^=/, ''));
  },
};

const rule: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalFormatRule',
  scalars: { Formula: FORMULA, FormulaLocal: FORMULA },
});

const custom: OfficeClass<FormatTarget> = officeClass({
  name: 'CustomConditionalFormat',
  navigations: {
    Rule: { get: (target) => rule.of(target) },
    Format: { get: (target) => conditionalRangeFormat.of(target) },
  },
});

function move({ sheet, format }: FormatTarget, priority: number): void {
  if (priority < 0 || priority >= sheet.conditionalFormats.length) throw invalidArgument(`priority ${priority}`);
  sheet.mayDo('allowFormatCells');
  sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
  sheet.conditionalFormats.splice(priority, 0, format);
}

/** Other kinds than the custom one are never there, because none can be added. */
const absent: Navigation<FormatTarget> = { get: () => null };

function onlyRange({ sheet, format }: FormatTarget): Handle | null {
  const [area, ...others] = format.areas;
  return area === undefined || others.length > 0 ? null : range.of(new CellRange(sheet, area));
}

export const conditionalFormat: OfficeClass<FormatTarget> = officeClass({
  name: 'ConditionalFormat',
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: { get: ({ format }) => format.id },
    Type: { get: () => 'Custom' },
    /** 0 comes first, and the others make room. @assumption conditional-format-priority */
    Priority: { get: ({ sheet, format }) => sheet.conditionalFormats.indexOf(format), set: (target, value) => move(target, whole(value)) },
    StopIfTrue: {
      get: ({ format }) => format.stopIfTrue,
      set: ({ sheet, format }, value) => {
        sheet.mayDo('allowFormatCells');
        format.stopIfTrue = flag(value);
      },
    },
  },
  navigations: {
    Custom: { get: (target) => custom.of(target) },
    CustomOrNullObject: { get: (target) => custom.of(target) },
    CellValueOrNullObject: absent,
    ColorScaleOrNullObject: absent,
    DataBarOrNullObject: absent,
    IconSetOrNullObject: absent,
    PresetOrNullObject: absent,
    TextComparisonOrNullObject: absent,
    TopBottomOrNullObject: absent,
  },
  methods: {
    Delete: {
      call: ({ sheet, format }) => {
        sheet.mayDo('allowFormatCells');
        sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
      },
    },
    GetRange: {
      call: (target) => {
        const only = onlyRange(target);
        if (only === null) throw notFound('the conditional format covers several areas');
        return only;
      },
    },
    GetRangeOrNullObject: { call: onlyRange },
    GetRanges: { since: '1.9', call: ({ sheet, format }) => rangeAreas.of(new CellAreas(sheet, format.areas)) },
  },
});

/** A new one comes first, as the documentation of Office.js says. */
function add(cells: CellsTarget, given: unknown): Handle {
  const type = text(given);
  if (type !== 'Custom') throw notModelled(`the conditional format ${type}`);
  const { sheet } = cells;
  sheet.mayDo('allowFormatCells');
  const format: ConditionalFormat = { id: sheet.workbook.nextId(), areas: [...cells.areas()], formula: '', stopIfTrue: false, style: plainConditionalStyle() };
  sheet.conditionalFormats.unshift(format);
  return conditionalFormat.of({ sheet, format, through: cells });
}

const touches = (format: ConditionalFormat, areas: readonly Area[]): boolean =>
  format.areas.some((one) => areas.some((area) => intersection(one, area) !== null));

/** Those that reach into the cells. */
const found = collection<CellsTarget>(
  (cells) =>
    cells.sheet.conditionalFormats
      .filter((format) => touches(format, cells.areas()))
      .map((format) => conditionalFormat.of({ sheet: cells.sheet, format, through: cells })),
  (cells, key) => {
    const format = cells.sheet.conditionalFormats.find(({ id }) => id === key);
    return format === undefined ? null : conditionalFormat.of({ sheet: cells.sheet, format, through: cells });
  },
  (key) => notFound(`the conditional format ${String(key)}`),
);

export const conditionalFormats: OfficeClass<CellsTarget> = officeClass({
  name: 'ConditionalFormatCollection',
  items: found.items,
  at: found.at,
  methods: {
    Add: { call: (cells, [type]) => add(cells, type) },
    GetCount: found.getCount(),
    GetItem: found.getItem,
    GetItemAt: found.getItemAt,
    GetItemOrNullObject: found.getItemOrNull('1.14'),
    ClearAll: {
      call: (cells) => {
        cells.sheet.mayDo('allowFormatCells');
        for (const gone of cells.areas()) clearWithin(cells.sheet, gone);
      },
    },
  },
});
