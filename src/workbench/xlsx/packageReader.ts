/** Which parts does a file have, and which part does another one point to? */
import { inflatedSize, readPackage, textOf, type Part } from '../../xlsx/package';
import { elementOf, named } from './xml';

const MEGABYTE = 1024 * 1024;
/** Less than this no part is too much. */
const ALWAYS_TAKEN = 16 * MEGABYTE;
/** Cells repeat themselves, but hardly more often. */
const DENSEST = 100;
const MOST_BYTES = 512 * MEGABYTE;

/** Counted, whatever the file says: a file of 200 KB can hold 200 MB of nothing. */
async function checkSize(parts: readonly Part[]): Promise<void> {
  let left = MOST_BYTES;
  for (const part of parts) {
    const most = Math.min(left, Math.max(ALWAYS_TAKEN, part.content.length * DENSEST));
    const size = await inflatedSize(part, most);
    if (size > most) throw new RangeError(`${part.path} is larger than ${most} bytes`);
    left -= size;
  }
}

export class PackageReader {
  private constructor(private readonly parts: ReadonlyMap<string, Part>) {}

  static async of(bytes: Uint8Array): Promise<PackageReader> {
    const parts = readPackage(bytes);
    await checkSize(parts);
    return new PackageReader(new Map(parts.map((part) => [part.path, part])));
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
