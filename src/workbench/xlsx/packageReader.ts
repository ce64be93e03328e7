/** Which parts does a file have, and which part does another one point to? */
import { readPackage, textOf, type Part } from '../../xlsx/package';
import { elementOf, named } from './xml';

export class PackageReader {
  private readonly parts: ReadonlyMap<string, Part>;

  constructor(bytes: Uint8Array) {
    this.parts = new Map(readPackage(bytes).map((part) => [part.path, part]));
  }

  async text(path: string): Promise<string | null> {
    const part = this.parts.get(path);
    return part === undefined ? null : textOf(part);
  }

  /** By their ids; only of one kind. */
  async related(path: string, kind: string): Promise<ReadonlyMap<string, string>> {
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    const xml = await this.text(`${folder}_rels/${path.slice(folder.length)}.rels`);
    if (xml === null) return new Map();
    return new Map(
      named(elementOf(xml), 'Relationship')
        .filter((one) => one.getAttribute('Type')?.endsWith(`/${kind}`) === true)
        .map((one) => [one.getAttribute('Id') ?? '', resolved(folder, one.getAttribute('Target') ?? '')]),
    );
  }

  /** The parts of the sheets, in their order, with the names that they have. */
  async sheetPaths(): Promise<string[]> {
    const [book = 'xl/workbook.xml'] = (await this.related('', 'officeDocument')).values();
    const xml = await this.text(book);
    const paths = await this.related(book, 'worksheet');
    return xml === null ? [] : named(elementOf(xml), 'sheet').flatMap((sheet) => paths.get(idOf(sheet)) ?? []);
  }
}

const idOf = (element: Element): string => [...element.attributes].find(({ localName, prefix }) => localName === 'id' && prefix !== null)?.value ?? '';

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
