/** What does an add-in keep in the workbook beside its cells? Settings and parts of XML. */
import { invalidArgument, invalidReference, notFound } from '../model/errors';
import type { CustomXmlPart } from '../model/records';
import type { Workbook } from '../model/workbook';
import { text } from './given';
import { officeClass, type OfficeClass, collection, type Handle } from './spec';

interface SettingTarget {
  readonly workbook: Workbook;
  readonly key: string;
}

const setting: OfficeClass<SettingTarget> = officeClass({
  name: 'Setting',
  identity: ({ key }) => ({ _Id: key }),
  scalars: {
    _Id: { get: ({ key }) => key },
    Key: { get: ({ key }) => key },
    Value: { get: ({ workbook, key }) => workbook.settings.get(key), set: ({ workbook, key }, value) => void workbook.settings.set(key, value) },
  },
  methods: { Delete: { call: ({ workbook, key }) => void workbook.settings.delete(key) } },
});

const settingsFound = collection<Workbook>(
  (workbook) => [...workbook.settings.keys()].map((key) => setting.of({ workbook, key })),
  (workbook, key) => (workbook.settings.has(String(key)) ? setting.of({ workbook, key: String(key) }) : null),
  (key) => notFound(`the setting ${String(key)}`),
);

/** They are the same as Office.context.document.settings. @assumption settings-shared */
export const settings: OfficeClass<Workbook> = officeClass({
  name: 'SettingCollection',
  items: settingsFound.items,
  at: settingsFound.at,
  methods: {
    /** Sets or adds. */
    Add: {
      call: (workbook, [key, value]) => {
        workbook.settings.set(text(key), value);
        return setting.of({ workbook, key: text(key) });
      },
    },
    GetCount: settingsFound.getCount(),
    GetItem: settingsFound.getItem,
    GetItemOrNullObject: settingsFound.getItemOrNull(),
  },
});

interface PartTarget {
  readonly workbook: Workbook;
  readonly part: CustomXmlPart;
}

/** The namespace of the outermost element; what is no XML is refused. @assumption custom-xml */
function namespaceOf(xml: string): string {
  const root = /^(?:\uFEFF)?\s*(?:<\?[^>]*\?>\s*|<!--[^]*?-->\s*)*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s[^>]*)?)>/.exec(xml);
  if (root === null) throw invalidArgument('not an XML document');
  const [, prefix = '', name = '', attributes = ''] = root;
  if (!/\/\s*$/.test(attributes) && !new RegExp(`</${prefix}${name}\\s*>\\s*$`).test(xml)) throw invalidArgument('the XML does not end');
  const declared = prefix === '' ? /\sxmlns\s*=\s*(["'])(.*?)\1/ : new RegExp(`\\sxmlns:${prefix.slice(0, -1)}\\s*=\\s*(["'])(.*?)\\1`);
  return declared.exec(attributes)?.[2] ?? '';
}

function there({ workbook, part }: PartTarget): CustomXmlPart {
  if (!workbook.customXmlParts.includes(part)) throw invalidReference('the XML part was deleted');
  return part;
}

const customXmlPart: OfficeClass<PartTarget> = officeClass({
  name: 'CustomXmlPart',
  identity: ({ part }) => ({ Id: part.id }),
  scalars: {
    Id: { get: ({ part }) => part.id },
    NamespaceUri: { get: ({ part }) => part.namespaceUri },
  },
  methods: {
    Delete: { call: (target) => void target.workbook.customXmlParts.splice(target.workbook.customXmlParts.indexOf(there(target)), 1) },
    GetXml: { call: (target) => there(target).xml },
    SetXml: {
      call: (target, [xml]) => {
        const part = there(target);
        part.namespaceUri = namespaceOf(text(xml));
        part.xml = text(xml);
      },
    },
  },
});

const part = (workbook: Workbook, found: CustomXmlPart | undefined): Handle | null =>
  found === undefined ? null : customXmlPart.of({ workbook, part: found });

const parts = collection<Workbook>(
  (workbook) => workbook.customXmlParts.map((one) => customXmlPart.of({ workbook, part: one })),
  (workbook, key) =>
    part(
      workbook,
      workbook.customXmlParts.find(({ id }) => id === key),
    ),
  (key) => notFound(`the XML part ${String(key)}`),
);

interface Scoped {
  readonly workbook: Workbook;
  readonly namespaceUri: string;
}

const inNamespace = ({ workbook, namespaceUri }: Scoped): CustomXmlPart[] => workbook.customXmlParts.filter((one) => one.namespaceUri === namespaceUri);

const scoped = collection<Scoped>(
  (scope) => inNamespace(scope).map((one) => customXmlPart.of({ workbook: scope.workbook, part: one })),
  (scope, key) =>
    part(
      scope.workbook,
      inNamespace(scope).find(({ id }) => id === key),
    ),
  (key) => notFound(`the XML part ${String(key)}`),
);

const onlyItem = (scope: Scoped): Handle | null => {
  const [only, ...others] = inNamespace(scope);
  return others.length > 0 ? null : part(scope.workbook, only);
};

const scopedParts: OfficeClass<Scoped> = officeClass({
  name: 'CustomXmlPartScopedCollection',
  items: scoped.items,
  at: scoped.at,
  methods: {
    GetCount: scoped.getCount(),
    GetItem: scoped.getItem,
    GetItemOrNullObject: scoped.getItemOrNull(),
    GetOnlyItem: {
      call: (scope) => {
        const only = onlyItem(scope);
        if (only === null) throw notFound('not exactly one part');
        return only;
      },
    },
    GetOnlyItemOrNullObject: { call: onlyItem },
  },
});

export const customXmlParts: OfficeClass<Workbook> = officeClass({
  name: 'CustomXmlPartCollection',
  items: parts.items,
  at: parts.at,
  methods: {
    Add: {
      call: (workbook, [xml]) => {
        const added: CustomXmlPart = { id: workbook.nextId(), namespaceUri: namespaceOf(text(xml)), xml: text(xml) };
        workbook.customXmlParts.push(added);
        return part(workbook, added);
      },
    },
    GetByNamespace: { call: (workbook, [namespaceUri]) => scopedParts.of({ workbook, namespaceUri: text(namespaceUri) }) },
    GetCount: parts.getCount(),
    GetItem: parts.getItem,
    GetItemOrNullObject: parts.getItemOrNull(),
  },
});
