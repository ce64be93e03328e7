/** What is in the zip file of a workbook, part by part? Written for the checker only: it shares no line with the product's own reader. */
import { inflateRawSync } from 'node:zlib';
import { SaxesParser } from 'saxes';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}
export interface Relation {
  readonly id: string;
  readonly type: string;
  /** A path in the package; null: it leads out of it. */
  readonly target: string | null;
}
export interface Package {
  readonly parts: ReadonlyMap<string, Element>;
  /** By the part that they start from; '' is the package itself. */
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
}

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;

/** The files by path; a path that comes twice is told. */
function unzipped(book: Uint8Array, tell: (fault: string) => void): Map<string, Buffer> {
  const zip = Buffer.from(book.buffer, book.byteOffset, book.byteLength);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_RECORD) end--;
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== DIRECTORY_RECORD) throw new Error('the directory of the zip file is broken');
    const [method, packed, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24)];
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    const local = zip.readUInt32LE(at + 42);
    const path = zip.toString('utf8', at + 46, at + 46 + name);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const content = method === 0 ? zip.subarray(start, start + packed) : inflateRawSync(zip.subarray(start, start + packed));
    if (content.length !== size) tell(`${path}: the zip file says ${size} bytes, there are ${content.length}`);
    if ([...files.keys()].some((other) => other.toLowerCase() === path.toLowerCase())) tell(`${path} is there twice`);
    files.set(path, content);
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Strict: what the XML standard forbids is thrown, characters that no XML can hold as well. */
export function parsed(xml: string): Element {
  const parser = new SaxesParser();
  const open: Element[] = [{ name: '', attributes: {}, children: [], text: '' }];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return open[0]!.children[0]!;
}

/** All elements of that name below, in the order of the file. */
export function below(element: Element | undefined, name: string): Element[] {
  return (element?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...below(child, name)]);
}
export const childOf = (element: Element | undefined, name: string): Element | undefined => element?.children.find((child) => child.name === name);

/** `xl/worksheets/_rels/sheet1.xml.rels` tells of `xl/worksheets/sheet1.xml`. */
const startOf = (path: string): string => path.replace(/(^|\/)_rels\/(.*)\.rels$/, '$1$2');

function resolved(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

export function packageOf(book: Uint8Array, tell: (fault: string) => void): Package {
  const parts = new Map<string, Element>();
  const relations = new Map<string, Relation[]>();
  for (const [path, content] of unzipped(book, tell)) {
    try {
      parts.set(path, parsed(new TextDecoder('utf-8', { fatal: true }).decode(content)));
    } catch (error) {
      tell(`${path} is not well-formed: ${String(error)}`);
    }
  }
  for (const [path, part] of parts) {
    if (!path.endsWith('.rels')) continue;
    const from = startOf(path);
    relations.set(
      from,
      part.children.map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => ({
        id: Id,
        type: Type.split('/').at(-1)!,
        target: TargetMode === 'External' ? null : resolved(from, Target),
      })),
    );
  }
  return { parts, relations };
}
