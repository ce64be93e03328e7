/** How is a package (a zip file) opened, one of its parts replaced by a long text, and written again? Times are fixed: the same input gives the same bytes. */

const LOCAL_FILE = 0x04034b50;
const CENTRAL_ENTRY = 0x02014b50;
const END_OF_CENTRAL = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
const NAMES_ARE_UTF8 = 0x0800;
/** 1980-01-01, the first day of zip files. */
const FIXED_DATE = 0x0021;
/** A zip file without the 64-bit extension. */
const LARGEST = 0xffffffff;

/** A file of the package, compressed. */
export interface Part {
  readonly path: string;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly content: Uint8Array;
}

export function readPackage(bytes: Uint8Array): Part[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - END_SIZE;
  if (view.getUint32(end, true) !== END_OF_CENTRAL) throw new Error('not a package');
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const local = view.getUint32(at + 42, true);
    const start = local + LOCAL_SIZE + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    parts.push({
      path: new TextDecoder().decode(bytes.subarray(at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      content: bytes.subarray(start, start + view.getUint32(at + 20, true)),
    });
    at += CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

export async function textOf({ method, content }: Part): Promise<string> {
  const bytes = method === STORED ? content : await joinedStream(content, new DecompressionStream('deflate-raw'));
  return new TextDecoder().decode(bytes);
}

/** How long a part really is; no more of it is inflated than shows that it is longer than `most`. */
export async function inflatedSize({ method, content }: Part, most: number): Promise<number> {
  if (method === STORED) return content.length;
  const through = new DecompressionStream('deflate-raw');
  const writer = through.writable.getWriter();
  const writing = writer.write(content.slice()).then(() => writer.close());
  const reader = through.readable.getReader();
  let size = 0;
  while (size <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
  }
  // What is wrong with the part has been thrown by the reader; what is left of the writing ends with the reading.
  await Promise.all([reader.cancel(), writing.catch(() => undefined)]);
  return size;
}

async function joinedStream(content: Uint8Array, through: DecompressionStream): Promise<Uint8Array> {
  const writer = through.writable.getWriter();
  const writing = writer.write(content.slice()).then(() => writer.close());
  const chunks = await collected(through.readable);
  await writing;
  return joined(chunks);
}

/** Compresses a long text piece by piece; null where it is longer than a zip file can hold. */
export const textPart = (path: string, pieces: Iterable<string>): Promise<Part | null> => filePart(path, encoded(pieces));

function* encoded(pieces: Iterable<string>): Iterable<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for (const piece of pieces) yield encoder.encode(piece);
}

/** The same of bytes. */
export async function filePart(path: string, pieces: Iterable<Uint8Array<ArrayBuffer>>): Promise<Part | null> {
  const stream = new CompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  const reading = collected(stream.readable);
  let crc = CRC_START;
  let size = 0;
  try {
    for (const piece of pieces) {
      size += piece.length;
      if (size > LARGEST) break;
      crc = crcUpdated(crc, piece);
      await writer.write(piece);
    }
    await writer.close();
  } catch (error) {
    await Promise.allSettled([writer.abort(error), reading]);
    throw error;
  }
  const content = joined(await reading);
  return size > LARGEST ? null : { path, method: DEFLATED, crc: ~crc >>> 0, size, content };
}

async function collected(stream: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return chunks;
    chunks.push(value);
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export function writePackage(parts: readonly Part[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = new TextEncoder().encode(part.path);
    pieces.push(entryHead(part, name, null), part.content);
    central.push(entryHead(part, name, offset));
    offset += LOCAL_SIZE + name.length + part.content.length;
    if (offset > LARGEST) throw new RangeError('the package is too large');
  }
  const centralSize = central.reduce((sum, entry) => sum + entry.length, 0);
  const end = new DataView(new ArrayBuffer(END_SIZE));
  end.setUint32(0, END_OF_CENTRAL, true);
  end.setUint16(8, parts.length, true);
  end.setUint16(10, parts.length, true);
  end.setUint32(12, centralSize, true);
  end.setUint32(16, offset, true);
  return joined([...pieces, ...central, new Uint8Array(end.buffer)]);
}

/** The head before a part's content, or with its offset its entry in the central directory. */
function entryHead({ method, crc, size, content }: Part, name: Uint8Array, offset: number | null): Uint8Array {
  const isLocal = offset === null;
  const head = new Uint8Array((isLocal ? LOCAL_SIZE : CENTRAL_SIZE) + name.length);
  const view = new DataView(head.buffer);
  view.setUint32(0, isLocal ? LOCAL_FILE : CENTRAL_ENTRY, true);
  let at = 4;
  const put = (value: number): void => {
    view.setUint16(at, value, true);
    at += 2;
  };
  if (!isLocal) put(VERSION);
  for (const value of [VERSION, NAMES_ARE_UTF8, method, 0, FIXED_DATE]) put(value);
  for (const value of [crc, content.length, size]) {
    view.setUint32(at, value, true);
    at += 4;
  }
  put(name.length);
  if (!isLocal) view.setUint32(CENTRAL_SIZE - 4, offset, true);
  head.set(name, isLocal ? LOCAL_SIZE : CENTRAL_SIZE);
  return head;
}

const CRC_START = 0xffffffff;
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crcUpdated(crc: number, bytes: Uint8Array): number {
  let value = crc;
  for (const byte of bytes) value = CRC_TABLE[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return value;
}
