/** What do a workbook and a sheet say about themselves? */
import { invalidArgument, notFound } from '../model/errors';
import type { Sheet } from '../model/sheet';
import type { Properties, Workbook } from '../model/workbook';
import { text, whole } from './given';
import { officeClass, type OfficeClass, collection, type Scalar } from './spec';

const LONGEST = 255;

const said = (key: Exclude<keyof Properties, 'revisionNumber' | 'lastAuthor'>): Scalar<Workbook> => ({
  get: ({ properties }) => properties[key],
  set: ({ properties }, value) => {
    properties[key] = text(value);
  },
});

interface PropertyTarget {
  readonly workbook: Workbook;
  readonly key: string;
}

type PropertyValue = string | number | boolean;

function propertyValue(value: unknown): PropertyValue {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw invalidArgument('a text, a number or a truth value');
  return value;
}

const TYPES: Readonly<Record<string, string>> = { string: 'String', number: 'Number', boolean: 'Boolean' };

const customProperty: OfficeClass<PropertyTarget> = officeClass({
  name: 'CustomProperty',
  identity: ({ key }) => ({ Id: key }),
  scalars: {
    Key: { get: ({ key }) => key },
    Value: {
      get: ({ workbook, key }) => workbook.customProperties.get(key),
      set: ({ workbook, key }, value) => void workbook.customProperties.set(key, propertyValue(value)),
    },
    Type: { get: ({ workbook, key }) => TYPES[typeof workbook.customProperties.get(key)] },
  },
  methods: { Delete: { call: ({ workbook, key }) => void workbook.customProperties.delete(key) } },
});

function checkedKey(key: unknown): string {
  const given = text(key);
  if (given === '' || given.length > LONGEST) throw invalidArgument(`a key of ${given.length} characters`);
  return given;
}

const ofWorkbook = collection<Workbook>(
  (workbook) => [...workbook.customProperties.keys()].map((key) => customProperty.of({ workbook, key })),
  (workbook, key) => (workbook.customProperties.has(String(key)) ? customProperty.of({ workbook, key: String(key) }) : null),
  (key) => notFound(`the property ${String(key)}`),
);

const customProperties: OfficeClass<Workbook> = officeClass({
  name: 'CustomPropertyCollection',
  items: ofWorkbook.items,
  at: ofWorkbook.at,
  methods: {
    Add: {
      call: (workbook, [key, value]) => {
        workbook.customProperties.set(checkedKey(key), propertyValue(value));
        return customProperty.of({ workbook, key: text(key) });
      },
    },
    DeleteAll: { call: (workbook) => workbook.customProperties.clear() },
    GetCount: ofWorkbook.getCount(),
    GetItem: ofWorkbook.getItem,
    GetItemOrNullObject: ofWorkbook.getItemOrNull(),
  },
});

export const documentProperties: OfficeClass<Workbook> = officeClass({
  name: 'DocumentProperties',
  scalars: {
    Title: said('title'),
    Subject: said('subject'),
    Author: said('author'),
    Keywords: said('keywords'),
    Comments: said('comments'),
    Category: said('category'),
    Manager: said('manager'),
    Company: said('company'),
    LastAuthor: { get: ({ properties }) => properties.lastAuthor },
    RevisionNumber: { get: ({ properties }) => properties.revisionNumber, set: ({ properties }, value) => void (properties.revisionNumber = whole(value)) },
  },
  navigations: { Custom: { get: (workbook) => customProperties.of(workbook) } },
});

interface SheetPropertyTarget {
  readonly sheet: Sheet;
  readonly key: string;
}

const sheetProperty: OfficeClass<SheetPropertyTarget> = officeClass({
  name: 'WorksheetCustomProperty',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    _Id: { get: ({ key }) => key },
    Key: { get: ({ key }) => key },
    Value: { get: ({ sheet, key }) => sheet.customProperties.get(key), set: ({ sheet, key }, value) => void sheet.customProperties.set(key, text(value)) },
  },
  methods: { Delete: { call: ({ sheet, key }) => void sheet.customProperties.delete(key) } },
});

/** Keys are found whatever their capitals. */
const sheetKey = (sheet: Sheet, key: unknown): string | undefined =>
  [...sheet.customProperties.keys()].find((known) => known.toLowerCase() === String(key).toLowerCase());

const ofSheet = collection<Sheet>(
  (sheet) => [...sheet.customProperties.keys()].map((key) => sheetProperty.of({ sheet, key })),
  (sheet, key) => {
    const known = sheetKey(sheet, key);
    return known === undefined ? null : sheetProperty.of({ sheet, key: known });
  },
  (key) => notFound(`the property ${String(key)}`),
);

export const customSheetProperties: OfficeClass<Sheet> = officeClass({
  name: 'WorksheetCustomPropertyCollection',
  items: ofSheet.items,
  at: ofSheet.at,
  methods: {
    Add: {
      call: (sheet, [key, value]) => {
        const known = sheetKey(sheet, key) ?? checkedKey(key);
        sheet.customProperties.set(known, text(value));
        return sheetProperty.of({ sheet, key: known });
      },
    },
    GetCount: ofSheet.getCount(),
    GetItem: ofSheet.getItem,
    GetItemOrNullObject: ofSheet.getItemOrNull(),
  },
});
