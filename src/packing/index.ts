/** How do a file's bytes become texts that cells can hold, and the same bytes again? Deflate and base64, a piece at a time: never one text of all. */

/** 30,000 characters of base64: a cell holds 32,767. */
const PART_BYTES = 22_500;
const CHUNK = 1 << 20;
/** Before each part: Excel takes a long text that begins with + or − for a formula, whatever the cell's format (office-js #3256). */
const LETTER = 'b';
/** Deflate makes at most so much of a byte. */
const MOST_FOR_A_BYTE = 1032;
const LEAST = 64;

export async function packed(bytes: Uint8Array): Promise<string[]> {
  const parts: string[] = [];
  const part = new Uint8Array(PART_BYTES);
  let filled = 0;
  await pumped(piecesOf(bytes), new CompressionStream('deflate-raw'), (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const count = Math.min(PART_BYTES - filled, chunk.length - at);
      part.set(chunk.subarray(at, at + count), filled);
      at += count;
      filled += count;
      if (filled < PART_BYTES) continue;
      parts.push(base64(part));
      filled = 0;
    }
  });
  if (filled > 0) parts.push(base64(part.subarray(0, filled)));
  return parts;
}

/** null: these parts are not `size` packed bytes. */
export async function unpacked(parts: readonly string[], size: number): Promise<Uint8Array | null> {
  if (!isPossible(parts, size)) return null;
  const bytes = new Uint8Array(size);
  let filled = 0;
  try {
    await pumped(partsAsBytes(parts), new DecompressionStream('deflate-raw'), (chunk) => {
      bytes.set(chunk, filled);
      filled += chunk.length;
    });
  } catch {
    return null;
  }
  return filled === size ? bytes : null;
}

/** A size that somebody has written into the sheet costs no memory that its parts could not fill. */
function isPossible(parts: readonly string[], size: number): boolean {
  const characters = parts.reduce((sum, part) => sum + part.length, 0);
  return Number.isSafeInteger(size) && size >= 0 && size <= characters * MOST_FOR_A_BYTE + LEAST;
}

const base64 = (bytes: Uint8Array): string => LETTER + btoa(String.fromCharCode(...bytes));
/** Earlier versions wrote no letter: base64 comes in fours. */
const withoutLetter = (part: string): string => (part.length % 4 === 1 && part.startsWith(LETTER) ? part.slice(1) : part);

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
}

function* partsAsBytes(parts: readonly string[]): Generator<Uint8Array> {
  for (const part of parts) yield Uint8Array.from(atob(withoutLetter(part)), (char) => char.charCodeAt(0));
}

/** What fails on one side ends the other, too. */
async function pumped(pieces: Iterable<Uint8Array>, through: CompressionStream | DecompressionStream, take: (chunk: Uint8Array) => void): Promise<void> {
  const writer = (through.writable as WritableStream<Uint8Array>).getWriter();
  const reader = (through.readable as ReadableStream<Uint8Array>).getReader();
  const write = async (): Promise<void> => {
    for (const piece of pieces) await writer.write(piece);
    await writer.close();
  };
  const read = async (): Promise<void> => {
    for (let next = await reader.read(); !next.done; next = await reader.read()) take(next.value);
  };
  const ends = await Promise.allSettled([
    write().catch(async (error: unknown) => {
      await writer.abort(error).catch(() => undefined);
      throw error;
    }),
    read().catch(async (error: unknown) => {
      await reader.cancel(error).catch(() => undefined);
      throw error;
    }),
  ]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}
