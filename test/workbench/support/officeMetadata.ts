/** What does Office.js itself say about its classes? Read from the readable build of the very version that is installed. */
import { readFileSync } from 'node:fs';

export interface ClassMetadata {
  readonly scalars: ReadonlyMap<string, { readonly canBeSet: boolean }>;
  readonly navigations: ReadonlySet<string>;
  readonly methods: ReadonlySet<string>;
  readonly events: ReadonlyMap<string, number>;
  /** The requirement set of a member, by its name in camelCase; without an entry it came with its class. */
  readonly since: ReadonlyMap<string, string>;
}

const SOURCE = readFileSync(require.resolve('@microsoft/office-js/dist/excel-win32-16.01.debug.js'), 'utf8').replaceAll('\r\n', '\n');
const CLASS = /\n {4}var (\w+) = \(function \(_super\) \{\n([^]*?)\n {4}\}\(OfficeExtension\.ClientObject\)\);/g;

function listed(body: string, name: string): string[] {
  const list = new RegExp(`"${name}", \\{\\s*get: function \\(\\) \\{\\s*return \\[([^\\]]*)\\]`).exec(body)?.[1] ?? '';
  return list
    .split(',')
    .map((item) => item.trim().replaceAll('"', ''))
    .filter((item) => item !== '');
}

function metadataOf(name: string, body: string): ClassMetadata {
  const updateable = listed(body, '_scalarPropertyUpdateable');
  const found = (pattern: RegExp): string[] => [...body.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    scalars: new Map(listed(body, '_scalarPropertyOriginalNames').map((scalar, index) => [scalar, { canBeSet: updateable[index] === 'true' }])),
    navigations: new Set(found(/_createPropertyObject\([\w.]+, this, "(\w+)"/g)),
    methods: new Set([
      ...found(/(?:_invokeMethod|_createMethodObject)\((?:[\w.]+, )?(?:this|thisObj), "(\w+)"/g),
      ...(/_createIndexerObject\(/.test(body) ? ['GetItem'] : []),
    ]),
    events: new Map(
      [...body.matchAll(/eventType: (\d+),\s*registerFunc: function \(\) \{ return _this\.(\w+)\(\)/g)].map(([, type = '', register = '']) => [
        register,
        Number(type),
      ]),
    ),
    since: new Map(
      [...body.matchAll(new RegExp(`_throwIfApiNotSupported\\("${name}\\.(\\w+)", (_defaultApiSetName|"\\w+"), "([\\d.]+)"`, 'g'))].map((match) => [
        match[1] ?? '',
        match[2] === '_defaultApiSetName' ? (match[3] ?? '') : `${match[2]} ${match[3]}`,
      ]),
    ),
  };
}

export const OFFICE_CLASSES: ReadonlyMap<string, ClassMetadata> = new Map(
  [...SOURCE.matchAll(CLASS)].map(([, name = '', body = '']): [string, ClassMetadata] => [name, metadataOf(name, body)]),
);
