/**
 * How are named streams kept in one file? The compound file of [MS-CFB], version 3: sectors of 512 bytes, chained by a table.
 *
 * Streams of 4096 bytes or more have sectors of their own; smaller ones share the root's stream in sectors of 64 bytes.
 */

/** A stream, or a storage that holds others. */
export type Node = { readonly name: string; readonly content: Uint8Array } | { readonly name: string; readonly nodes: readonly Node[] };

const SECTOR = 512;
const MINI_SECTOR = 64;
const MINI_LIMIT = 4096;
const ENTRY = 128;
const NUMBERS_IN_SECTOR = SECTOR / 4;
const HEADER_DIFAT = 109;

const FREE = 0xffffffff;
const END_OF_CHAIN = 0xfffffffe;
const FAT_SECTOR = 0xfffffffd;
const DIFAT_SECTOR = 0xfffffffc;
const NO_ENTRY = 0xffffffff;
/** A stream of a version 3 file is smaller. */
const STREAM_LIMIT = 0x80000000;

const KIND = { storage: 1, stream: 2, root: 5 } as const;
const RED = 0;
const BLACK = 1;

interface Entry {
  readonly name: string;
  readonly kind: (typeof KIND)[keyof typeof KIND];
  readonly content: Uint8Array | null;
  colour: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const sectorsFor = (bytes: number, size = SECTOR): number => Math.ceil(bytes / size);

export function compoundFile(nodes: readonly Node[]): Uint8Array {
  const entries = directoryOf(nodes);
  const root = entries[0]!;
  const streams = entries.filter(({ kind }) => kind === KIND.stream);
  const minis = streams.filter(({ size }) => size < MINI_LIMIT);
  const large = streams.filter(({ size }) => size >= MINI_LIMIT);
  if (large.some(({ size }) => size >= STREAM_LIMIT)) throw new RangeError('a stream is too long for a compound file');

  const miniFat = chains(minis, MINI_SECTOR);
  root.size = miniFat.length * MINI_SECTOR;
  const lengths = [...large.map(({ size }) => sectorsFor(size)), sectorsFor(root.size), sectorsFor(miniFat.length * 4), sectorsFor(entries.length * ENTRY)];
  const used = lengths.reduce((sum, length) => sum + length, 0);
  const { fatSectors, difatSectors } = tableSizes(used);
  const starts = startsOf(lengths);
  for (const [index, entry] of large.entries()) entry.start = starts[index]!;
  const [rootStart, miniFatStart, directoryStart] = starts.slice(large.length) as [number, number, number];
  root.start = root.size === 0 ? END_OF_CHAIN : rootStart;

  const file = new Uint8Array((1 + used + fatSectors + difatSectors) * SECTOR);
  const at = (sector: number): number => (1 + sector) * SECTOR;
  for (const { content, start } of large) file.set(content!, at(start));
  for (const { content, start } of minis) file.set(content!, at(rootStart) + start * MINI_SECTOR);
  putNumbers(file, at(miniFatStart), padded(miniFat, lengths[large.length + 1]! * NUMBERS_IN_SECTOR));
  for (let index = 0; index < lengths.at(-1)! * (SECTOR / ENTRY); index++) putEntry(file, at(directoryStart) + index * ENTRY, entries[index]);

  const fat = lengths.flatMap((length, index) => chain(starts[index]!, length));
  for (let i = 0; i < fatSectors; i++) fat.push(FAT_SECTOR);
  for (let i = 0; i < difatSectors; i++) fat.push(DIFAT_SECTOR);
  putNumbers(file, at(used), padded(fat, fatSectors * NUMBERS_IN_SECTOR));
  const fatPlaces = Array.from({ length: fatSectors }, (_, index) => used + index);
  const difatStart = used + fatSectors;
  putDifat(file, at(difatStart), difatStart, fatPlaces.slice(HEADER_DIFAT), difatSectors);
  putHeader(file, {
    fatSectors,
    directoryStart,
    miniFatStart: miniFat.length === 0 ? END_OF_CHAIN : miniFatStart,
    miniFatSectors: lengths[large.length + 1]!,
    difatStart: difatSectors === 0 ? END_OF_CHAIN : difatStart,
    difatSectors,
    difat: padded(fatPlaces.slice(0, HEADER_DIFAT), HEADER_DIFAT),
  });
  return file;
}

/** The table also chains its own sectors, and those that list where it lies beyond what the header holds. */
function tableSizes(used: number): { fatSectors: number; difatSectors: number } {
  let [fatSectors, difatSectors] = [0, 0];
  for (;;) {
    const fat = Math.ceil((used + fatSectors + difatSectors) / NUMBERS_IN_SECTOR);
    const difat = Math.ceil(Math.max(0, fat - HEADER_DIFAT) / (NUMBERS_IN_SECTOR - 1));
    if (fat === fatSectors && difat === difatSectors) return { fatSectors, difatSectors };
    [fatSectors, difatSectors] = [fat, difat];
  }
}

function startsOf(lengths: readonly number[]): number[] {
  let next = 0;
  return lengths.map((length) => {
    const start = next;
    next += length;
    return start;
  });
}

/** Each sector names the next one. */
const chain = (start: number, length: number): number[] => Array.from({ length }, (_, index) => (index === length - 1 ? END_OF_CHAIN : start + index + 1));

/** Gives each stream its first sector; answers the table of all. */
function chains(streams: readonly Entry[], size: number): number[] {
  const table: number[] = [];
  for (const stream of streams) {
    stream.start = stream.size === 0 ? END_OF_CHAIN : table.length;
    table.push(...chain(table.length, sectorsFor(stream.size, size)));
  }
  return table;
}

const padded = (numbers: readonly number[], length: number): number[] => [...numbers, ...new Array<number>(length - numbers.length).fill(FREE)];

function putNumbers(file: Uint8Array, at: number, numbers: readonly number[]): void {
  const view = new DataView(file.buffer);
  for (const [index, number] of numbers.entries()) view.setUint32(at + index * 4, number, true);
}

/** Sectors of 127 places each and the number of the next such sector. */
function putDifat(file: Uint8Array, at: number, start: number, places: readonly number[], sectors: number): void {
  const held = NUMBERS_IN_SECTOR - 1;
  for (let index = 0; index < sectors; index++) {
    const next = index === sectors - 1 ? END_OF_CHAIN : start + index + 1;
    putNumbers(file, at + index * SECTOR, [...padded(places.slice(index * held, (index + 1) * held), held), next]);
  }
}

/** All entries; those of one storage form a tree. The root is the first. */
function directoryOf(nodes: readonly Node[]): Entry[] {
  const entry = (name: string, kind: Entry['kind'], content: Uint8Array | null): Entry => {
    const links = { colour: BLACK, left: NO_ENTRY, right: NO_ENTRY, child: NO_ENTRY };
    return { name, kind, content, ...links, start: 0, size: content?.length ?? 0 };
  };
  const entries = [entry('Root Entry', KIND.root, null)];
  const hold = (holder: Entry, children: readonly Node[]): void => {
    const sorted = [...children].sort((a, b) => byName(a.name, b.name));
    const first = entries.length;
    for (const child of sorted) entries.push('content' in child ? entry(child.name, KIND.stream, child.content) : entry(child.name, KIND.storage, null));
    holder.child = tree(entries, first, sorted.length);
    for (const [index, child] of sorted.entries()) if ('nodes' in child) hold(entries[first + index]!, child.nodes);
  };
  hold(entries[0]!, nodes);
  return entries;
}

/** Shorter names first, then by their capitals. */
const byName = (a: string, b: string): number => a.length - b.length || (a.toUpperCase() < b.toUpperCase() ? -1 : 1);

/** A balanced red-black tree of the entries from `first` on: only the deepest level is red. Answers its root. */
function tree(entries: readonly Entry[], first: number, count: number): number {
  const deepest = Math.floor(Math.log2(Math.max(1, count)));
  const build = (from: number, length: number, depth: number): number => {
    if (length === 0) return NO_ENTRY;
    const before = Math.floor(length / 2);
    const entry = entries[from + before]!;
    entry.colour = depth === deepest && depth > 0 ? RED : BLACK;
    entry.left = build(from, before, depth + 1);
    entry.right = build(from + before + 1, length - before - 1, depth + 1);
    return from + before;
  };
  return build(first, count, 0);
}

function putEntry(file: Uint8Array, at: number, entry: Entry | undefined): void {
  const view = new DataView(file.buffer, at, ENTRY);
  for (const place of [68, 72, 76]) view.setUint32(place, NO_ENTRY, true);
  if (entry === undefined) return;
  const { name, kind, colour, left, right, child, start, size } = entry;
  for (let i = 0; i < name.length; i++) view.setUint16(i * 2, name.charCodeAt(i), true);
  view.setUint16(64, (name.length + 1) * 2, true);
  view.setUint8(66, kind);
  view.setUint8(67, colour);
  view.setUint32(68, left, true);
  view.setUint32(72, right, true);
  view.setUint32(76, child, true);
  view.setUint32(116, start, true);
  view.setUint32(120, size, true);
}

interface Header {
  readonly fatSectors: number;
  readonly directoryStart: number;
  readonly miniFatStart: number;
  readonly miniFatSectors: number;
  readonly difatStart: number;
  readonly difatSectors: number;
  readonly difat: readonly number[];
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MINOR_VERSION = 0x3e;
const MAJOR_VERSION = 3;
const LITTLE_ENDIAN = 0xfffe;

function putHeader(file: Uint8Array, header: Header): void {
  const view = new DataView(file.buffer);
  file.set(SIGNATURE);
  for (const [index, value] of [MINOR_VERSION, MAJOR_VERSION, LITTLE_ENDIAN, Math.log2(SECTOR), Math.log2(MINI_SECTOR)].entries()) {
    view.setUint16(24 + index * 2, value, true);
  }
  const { fatSectors, directoryStart, miniFatStart, miniFatSectors, difatStart, difatSectors, difat } = header;
  putNumbers(file, 44, [fatSectors, directoryStart, 0, MINI_LIMIT, miniFatStart, miniFatSectors, difatStart, difatSectors, ...difat]);
}
