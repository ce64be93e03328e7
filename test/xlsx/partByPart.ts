/** Would Excel open this .xlsx without mending it? Every part is looked at, against what the standard and Excel's own limits say. */
import { below, childOf, packageOf, type Element, type Package } from './parts/package';
import { areaOf, isForbidden, sheetFaults, unescaped, type Numbered, type Tell } from './parts/sheet';

/** Nothing, if the file is sound. */
export function faultsOf(book: Uint8Array): string[] {
  const faults: string[] = [];
  const tell: Tell = (fault) => faults.push(fault);
  const file = packageOf(book, tell);
  relationFaults(file, tell);
  contentTypeFaults(file, tell);
  const workbook = file.parts.get('xl/workbook.xml');
  if (workbook === undefined) return [...faults, 'there is no workbook'];
  const names = sheetNames(workbook, tell);
  definedNameFaults(workbook, names, file, tell);
  const numbered = numberedParts(file, tell);
  for (const [path, part] of file.parts) {
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(path)) sheetFaults(part, tablesOf(file, path, part, tell), numbered, (fault) => tell(`${path}: ${fault}`));
    if (/^xl\/charts\//.test(path)) chartFaults(part, names, (fault) => tell(`${path}: ${fault}`));
    // What the parser lets pass stands escaped in the text.
    if (hasForbidden(part)) tell(`${path} has a character that no file can hold`);
  }
  return faults;
}

const looked = new WeakSet<Uint8Array>();

/** The book itself: whatever of the tests reads a book of ours asks this first. */
export function sound(book: Uint8Array): Uint8Array {
  if (looked.has(book)) return book;
  const faults = faultsOf(book);
  if (faults.length > 0) throw new Error(`Excel would mend this file:\n${faults.join('\n')}`);
  looked.add(book);
  return book;
}

const hasForbidden = (element: Element): boolean =>
  isForbidden(element.text) || Object.values(element.attributes).some(isForbidden) || element.children.some(hasForbidden);

/** Which relation an element needs that names one by `r:id`; others name what they like. */
const NEEDED: Readonly<Record<string, string>> = { sheet: 'worksheet', tablePart: 'table', drawing: 'drawing', 'c:chart': 'chart', hyperlink: 'hyperlink' };

function relationFaults({ parts, relations }: Package, tell: Tell): void {
  const reached = new Set<string>();
  for (const [from, list] of relations) {
    if (from !== '' && !parts.has(from)) tell(`relations start from ${from}, which is not there`);
    if (new Set(list.map(({ id }) => id)).size < list.length) tell(`two relations of ${from} have one id`);
    for (const { id, target } of list) {
      if (target === null) continue;
      if (!parts.has(target)) tell(`relation ${id} of ${from} leads to ${target}, which is not there`);
      reached.add(target);
    }
  }
  for (const [path, part] of parts) {
    if (path.endsWith('.rels') || path === '[Content_Types].xml') continue;
    if (!reached.has(path)) tell(`nothing leads to ${path}`);
    const own = relations.get(path) ?? [];
    const visit = (element: Element): void => {
      const id = element.attributes['r:id'];
      if (id !== undefined) {
        const found = own.find((relation) => relation.id === id);
        const needed = NEEDED[element.name];
        if (found === undefined || (needed !== undefined && found.type !== needed)) tell(`${path}: ${element.name} asks for ${id}: ${found?.type ?? 'none'}`);
      }
      for (const child of element.children) visit(child);
    };
    visit(part);
  }
}

/** By the end of the content type: what a part at this place is. */
const TYPES: readonly (readonly [place: RegExp, type: string])[] = [
  [/^xl\/workbook\.xml$/, 'spreadsheetml.sheet.main+xml'],
  [/^xl\/worksheets\/[^/]+\.xml$/, 'spreadsheetml.worksheet+xml'],
  [/^xl\/tables\//, 'spreadsheetml.table+xml'],
  [/^xl\/styles\.xml$/, 'spreadsheetml.styles+xml'],
  [/^xl\/sharedStrings\.xml$/, 'spreadsheetml.sharedStrings+xml'],
  [/^xl\/theme\//, 'officedocument.theme+xml'],
  [/^xl\/drawings\/[^/]+\.xml$/, 'officedocument.drawing+xml'],
  [/^xl\/charts\/[^/]+\.xml$/, 'drawingml.chart+xml'],
  [/^docProps\/core\.xml$/, 'package.core-properties+xml'],
  [/^docProps\/app\.xml$/, 'extended-properties+xml'],
  [/\.rels$/, 'package.relationships+xml'],
];

function contentTypeFaults({ parts }: Package, tell: Tell): void {
  const types = parts.get('[Content_Types].xml');
  const overrides = below(types, 'Override').map(({ attributes }) => [attributes['PartName'] ?? '', attributes['ContentType'] ?? ''] as const);
  const defaults = new Map(below(types, 'Default').map(({ attributes }) => [attributes['Extension'], attributes['ContentType'] ?? '']));
  const byPath = new Map(overrides);
  if (byPath.size < overrides.length) tell('a part has two content types');
  for (const [path] of overrides) if (!parts.has(path.slice(1))) tell(`a content type for ${path}, which is not there`);
  for (const path of parts.keys()) {
    if (path === '[Content_Types].xml') continue;
    const type = byPath.get(`/${path}`) ?? defaults.get(path.split('.').at(-1));
    const expected = TYPES.find(([place]) => place.test(path))?.[1];
    if (type === undefined || (expected !== undefined && !type.endsWith(expected))) tell(`${path} is of type ${type}`);
  }
}

function sheetNames(workbook: Element, tell: Tell): string[] {
  const sheets = below(childOf(workbook, 'sheets'), 'sheet');
  const names = sheets.map(({ attributes }) => attributes['name'] ?? '');
  for (const name of names)
    if (name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name) || name.toLowerCase() === 'history') tell(`a sheet is called ${name}`);
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) tell(`two sheets have one name: ${names.join(' ')}`);
  if (new Set(sheets.map(({ attributes }) => attributes['sheetId'])).size < sheets.length) tell('two sheets have one id');
  const visible = sheets.map(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible');
  const active = Number(below(workbook, 'workbookView')[0]?.attributes['activeTab'] ?? 0);
  if (visible[active] !== true) tell(`sheet ${active} is in front, of ${visible.length}`);
  return names;
}

/** The sheets that a formula names. */
export function sheetsNamed(formula: string): string[] {
  const code = formula.replace(/"(?:[^"]|"")*"/g, '""');
  const quoted = [...code.matchAll(/'((?:[^']|'')+)'!/g)].map(([, name]) => name!.replaceAll("''", "'"));
  const plain = [...code.replace(/'(?:[^']|'')+'!/g, '').matchAll(/([\p{L}\p{N}_.]+)!/gu)].map(([, name]) => name!);
  return [...quoted, ...plain].filter((name) => name !== 'REF');
}

const NAME = /^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\]{0,254}$/u;

function definedNameFaults(workbook: Element, sheets: readonly string[], { parts }: Package, tell: Tell): void {
  const taken = new Set<string>();
  for (const { attributes, text } of below(workbook, 'definedName')) {
    const { name = '', localSheetId } = attributes;
    if (!NAME.test(name)) tell(`a name is ${name}`);
    const key = `${localSheetId ?? ''} ${name.toLowerCase()}`;
    if (taken.has(key)) tell(`the name ${name} is there twice`);
    taken.add(key);
    if (localSheetId !== undefined && sheets[Number(localSheetId)] === undefined) tell(`the name ${name} is of sheet ${localSheetId}`);
    if (text === '' || text.length > 8192) tell(`the name ${name} means ${text.length} characters`);
    for (const sheet of sheetsNamed(text)) if (!sheets.includes(sheet)) tell(`the name ${name} means ${sheet}, which is not there`);
  }
  const tables = [...parts].filter(([path]) => path.startsWith('xl/tables/')).map(([, { attributes }]) => attributes);
  if (new Set(tables.map(({ id }) => id)).size < tables.length) tell('two tables have one id');
  for (const { name = '', displayName = '' } of tables) {
    if (!NAME.test(displayName) || /^[A-Z]{1,3}\d+$/i.test(displayName)) tell(`a table is called ${displayName} (${name})`);
    if (taken.has(` ${displayName.toLowerCase()}`)) tell(`the name ${displayName} is there twice`);
    taken.add(` ${displayName.toLowerCase()}`);
  }
}

/** Styles and shared texts; whatever refers to another by number must find it. */
function numberedParts({ parts }: Package, tell: Tell): Numbered {
  const styles = parts.get('xl/styles.xml');
  const list = (name: string): readonly Element[] => {
    const found = childOf(styles, name);
    const count = found?.attributes['count'];
    if (found !== undefined && count !== undefined && Number(count) !== found.children.length) tell(`${name}: ${count} said, ${found.children.length} there`);
    return found?.children ?? [];
  };
  const [fonts, fills, borders, named, formats] = [list('fonts'), list('fills'), list('borders'), list('cellStyleXfs'), list('cellXfs')];
  const own = new Set(list('numFmts').map(({ attributes }) => attributes['numFmtId']));
  for (const [index, { attributes }] of formats.entries()) {
    const within = (id: string | undefined, there: number): boolean => id === undefined || Number(id) < there;
    const { numFmtId = '0', fontId, fillId, borderId, xfId } = attributes;
    const isSound = within(fontId, fonts.length) && within(fillId, fills.length) && within(borderId, borders.length) && within(xfId, named.length);
    if (!isSound || (Number(numFmtId) >= 164 && !own.has(numFmtId))) tell(`style ${index} refers to what is not there: ${JSON.stringify(attributes)}`);
  }
  const shared = parts.get('xl/sharedStrings.xml');
  const strings = (shared?.children ?? []).map((item) =>
    below(item, 't')
      .map(({ text }) => text)
      .join(''),
  );
  if (shared !== undefined && Number(shared.attributes['uniqueCount'] ?? strings.length) !== strings.length) tell(`${strings.length} shared texts`);
  return { styles: formats.length, differentialStyles: list('dxfs').length, strings };
}

function tablesOf({ parts, relations }: Package, path: string, sheet: Element, tell: Tell): { readonly path: string; readonly table: Element }[] {
  const own = relations.get(path) ?? [];
  const asked = below(childOf(sheet, 'tableParts'), 'tablePart').map(({ attributes }) => own.find(({ id }) => id === attributes['r:id'])?.target ?? '');
  const related = own.filter(({ type }) => type === 'table').map(({ target }) => target);
  if (related.some((target) => !asked.includes(target!))) tell(`${path} has a table that it does not show`);
  return asked.flatMap((target) => {
    const table = parts.get(target);
    return table === undefined ? [] : [{ path: target, table }];
  });
}

function chartFaults(chart: Element, sheets: readonly string[], tell: Tell): void {
  for (const { text } of below(chart, 'c:f')) {
    const area = areaOf(text.slice(text.lastIndexOf('!') + 1));
    if (area === null || sheetsNamed(text).some((sheet) => !sheets.includes(sheet))) tell(`a series stands at ${text}`);
  }
  const axes = new Set(
    ['c:catAx', 'c:valAx', 'c:dateAx', 'c:serAx'].flatMap((name) => below(chart, name).map((axis) => childOf(axis, 'c:axId')?.attributes['val'])),
  );
  for (const { attributes } of below(chart, 'c:axId')) if (!axes.has(attributes['val'])) tell(`there is no axis ${attributes['val']}`);
  if (below(chart, 'a:t').some(({ text }) => unescaped(text).length > 32_767)) tell('a text is too long');
}
