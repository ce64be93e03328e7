/** Where do a workbook's parts of XML and the add-in's settings stand in a file? The library has no place for them. */
import { readPackage, textOf, textPart, type Part } from '../../xlsx/package';
import type { WorkbookSnapshot } from '../model/snapshot';
import { attributes, elementOf, named } from './xml';

const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OF_DOCUMENTS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Excel keeps settings with the add-in that it knows by its id; here they stand in a part of their own, which only this workbook reads. */
const SETTINGS = 'urn:workbench:settings';

type Kept = Pick<WorkbookSnapshot, 'settings' | 'customXmlParts'>;

/** Two parts of the package for each, and what has to be said of them elsewhere. */
export interface OwnParts {
  readonly parts: readonly Part[];
  readonly relationships: string;
  readonly contentTypes: string;
}

export async function ownParts({ settings, customXmlParts }: Kept): Promise<OwnParts> {
  const texts = customXmlParts.map(({ namespaceUri, xml }) => ({ namespaceUri, xml }));
  if (Object.keys(settings).length > 0) texts.push({ namespaceUri: SETTINGS, xml: settingsXml(settings) });
  const numbers = texts.map((_, index) => index + 1);
  return {
    parts: (await Promise.all(texts.map(partsOf))).flat(),
    relationships: numbers
      .map((number) => `<Relationship${attributes({ Id: `rIdOwn${number}`, Type: `${OF_DOCUMENTS}/customXml`, Target: `../customXml/item${number}.xml` })}/>`)
      .join(''),
    contentTypes: numbers
      .map((number) => {
        const given = { PartName: `/customXml/itemProps${number}.xml`, ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml' };
        return `<Override${attributes(given)}/>`;
      })
      .join(''),
  };
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

async function partsOf({ namespaceUri, xml }: { readonly namespaceUri: string; readonly xml: string }, index: number): Promise<Part[]> {
  const number = index + 1;
  const id = `{00000000-0000-4000-8000-${number.toString(16).padStart(12, '0').toUpperCase()}}`;
  const schemas = namespaceUri === '' ? '<ds:schemaRefs/>' : `<ds:schemaRefs><ds:schemaRef${attributes({ 'ds:uri': namespaceUri })}/></ds:schemaRefs>`;
  const relationship = { Id: 'rId1', Type: `${OF_DOCUMENTS}/customXmlProps`, Target: `itemProps${number}.xml` };
  const written = await Promise.all([
    textPart(`customXml/item${number}.xml`, [xml]),
    textPart(`customXml/itemProps${number}.xml`, [
      `${HEAD}<ds:datastoreItem${attributes({ 'ds:itemID': id, 'xmlns:ds': DATA_STORE })}>${schemas}</ds:datastoreItem>`,
    ]),
    textPart(`customXml/_rels/item${number}.xml.rels`, [
      `${HEAD}<Relationships${attributes({ xmlns: RELATIONSHIPS })}><Relationship${attributes(relationship)}/></Relationships>`,
    ]),
  ]);
  return written.filter((part) => part !== null);
}

const settingsXml = (settings: Readonly<Record<string, unknown>>): string =>
  `<settings${attributes({ xmlns: SETTINGS })}>${Object.entries(settings)
    .map(([key, value]) => `<setting${attributes({ key, value: JSON.stringify(value) })}/>`)
    .join('')}</settings>`;

export async function openedParts(bytes: Uint8Array): Promise<Kept> {
  const settings: Record<string, unknown> = {};
  const customXmlParts: { namespaceUri: string; xml: string }[] = [];
  for (const part of readPackage(bytes).filter(({ path }) => /^customXml\/item\d+\.xml$/.test(path))) {
    const xml = await textOf(part);
    const root = elementOf(xml);
    if (root.namespaceURI !== SETTINGS) customXmlParts.push({ namespaceUri: root.namespaceURI ?? '', xml });
    else
      for (const setting of named(root, 'setting'))
        settings[setting.getAttribute('key') ?? ''] = JSON.parse(setting.getAttribute('value') ?? 'null') as unknown;
  }
  return { settings, customXmlParts };
}
