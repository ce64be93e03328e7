/** What can be asked of, and done to, names for cells and formulas? */
import { addressText, areaText, quotedSheet } from '../model/address';
import { checkedFormula } from '../model/entry';
import { alreadyExists, notFound, notModelled } from '../model/errors';
import type { Place } from '../formula/cells';
import { calculated } from '../formula/evaluate';
import type { NamedItem } from '../model/records';
import type { Sheet } from '../model/sheet';
import { checkedName } from '../model/table';
import { CellError, NotCalculated } from '../model/values';
import type { Workbook } from '../model/workbook';
import { rangeOfFormula, type CellRange } from './cellsTarget';
import { flag, optional, text } from './given';
import { range } from './ranges';
import { Handle, named, officeClass, type OfficeClass, collection } from './spec';

/** Names of the workbook, or of one sheet. */
type Scope = Workbook | Sheet;

interface NameTarget {
  readonly scope: Scope;
  readonly item: NamedItem;
}

const isSheet = (scope: Scope): scope is Sheet => 'workbook' in scope;
const sheetOf = (scope: Scope): Sheet => (isSheet(scope) ? scope : scope.active);
const place = (scope: Scope): Place => ({ sheet: sheetOf(scope), row: 0, column: 0 });

const cellsOf = ({ scope, item }: NameTarget): CellRange | null => rangeOfFormula(sheetOf(scope), item.formula);

/** The address for cells, else what the formula gives. */
function valueOf(target: NameTarget): unknown {
  const cells = cellsOf(target);
  if (cells !== null) return addressText(cells.sheet.name, cells.area);
  const value = calculated(target.item.formula, place(target.scope));
  if (value instanceof NotCalculated) throw notModelled(`the value of the name ${target.item.name} (${value.reason})`);
  return value instanceof CellError ? value.code : value;
}

function typeOf(target: NameTarget): string {
  if (cellsOf(target) !== null) return 'Range';
  const value = calculated(target.item.formula, place(target.scope));
  if (value instanceof CellError || value instanceof NotCalculated) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

const FORMULA = {
  since: '1.7',
  get: ({ item }: NameTarget) => `=${item.formula}`,
  set: ({ item }: NameTarget, value: unknown) => {
    item.formula = checkedFormula(text(value).replace(/^=/, ''));
  },
} as const;

export const namedItem: OfficeClass<NameTarget> = officeClass({
  name: 'NamedItem',
  identity: ({ item }) => ({ _Id: item.name }),
  scalars: {
    _Id: { get: ({ item }) => item.name },
    Name: { get: ({ item }) => item.name },
    Type: { get: typeOf },
    Value: { get: valueOf },
    Visible: { get: ({ item }) => item.visible, set: ({ item }, value) => void (item.visible = flag(value)) },
    Comment: { since: '1.4', get: ({ item }) => item.comment, set: ({ item }, value) => void (item.comment = text(value)) },
    Scope: { since: '1.4', get: ({ scope }) => (isSheet(scope) ? 'Worksheet' : 'Workbook') },
    Formula: FORMULA,
  },
  navigations: {
    Worksheet: {
      since: '1.4',
      get: ({ scope, item }) => {
        if (!isSheet(scope)) throw notFound(`the name ${item.name} belongs to no sheet`);
        return named<Sheet>('Worksheet', scope);
      },
    },
    WorksheetOrNullObject: { since: '1.4', get: ({ scope }) => (isSheet(scope) ? named<Sheet>('Worksheet', scope) : null) },
  },
  methods: {
    Delete: { since: '1.4', call: ({ scope, item }) => void scope.names.splice(scope.names.indexOf(item), 1) },
    GetRange: {
      call: (target) => {
        const cells = cellsOf(target);
        if (cells === null) throw notFound(`the name ${target.item.name} means no cells`);
        return range.of(cells);
      },
    },
    GetRangeOrNullObject: { since: '1.4', call: (target) => range.orNull(cellsOf(target)) },
  },
});

const found = collection<Scope>(
  (scope) => scope.names.map((item) => namedItem.of({ scope, item })),
  (scope, key) => {
    const item = scope.named(String(key));
    return item === undefined ? null : namedItem.of({ scope, item });
  },
  (key) => notFound(`the name ${String(key)}`),
);

/** A name is free where neither a name of the same scope nor a table has it. @assumption names */
function add(scope: Scope, name: unknown, reference: unknown, comment: unknown): Handle {
  const wanted = checkedName(name);
  if (scope.named(wanted) !== undefined || sheetOf(scope).workbook.tableNamed(wanted) !== undefined) throw alreadyExists(`the name ${wanted}`);
  const item: NamedItem = { name: wanted, formula: referenceFormula(reference), comment: optional(comment, text, ''), visible: true };
  scope.names.push(item);
  return namedItem.of({ scope, item });
}

function referenceFormula(reference: unknown): string {
  const cells = range.targetOf(reference);
  if (cells !== undefined) return `${quotedSheet(cells.sheet.name)}!${areaText(cells.area, true)}`;
  const formula = text(reference);
  return formula.startsWith('=') ? checkedFormula(formula.slice(1)) : `"${formula.replaceAll('"', '""')}"`;
}

export const names: OfficeClass<Scope> = officeClass({
  name: 'NamedItemCollection',
  items: found.items,
  at: found.at,
  methods: {
    Add: { since: '1.4', call: (scope, [name, reference, comment]) => add(scope, name, reference, comment) },
    AddFormulaLocal: { since: '1.4', call: (scope, [name, formula, comment]) => add(scope, name, formula, comment) },
    GetCount: found.getCount('1.4'),
    GetItem: found.getItem,
    GetItemOrNullObject: found.getItemOrNull('1.4'),
  },
});
