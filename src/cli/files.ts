/** How do bytes come from and go to the disk? */
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  read,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { promisify } from 'node:util';
import type { SourceFile } from '../file/settlementFile';
import type { TextCodec } from '../file/text';
import { EdgeError } from './edgeError';
import { locked, LockedElsewhere, removeLeftovers, temporaryBeside } from './ownFiles';
import type { FileReason } from './words';

const REASONS: Readonly<Record<string, FileReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'isFolder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ENOSPC: 'noSpace',
  EDQUOT: 'noSpace',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
  ENAMETOOLONG: 'nameTooLong',
  EPIPE: 'closed',
};

export const reasonOf = (error: unknown): FileReason => REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'other';

const readAsync = promisify(read);
/** What one call to the system reads. A pipe says that it has no bytes. */
const MOST_AT_ONCE = 2 ** 31 - 1;

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new EdgeError({ code: 'cannotOpen', path, reason: reasonOf(error) });
  }
}

/** Begins to read a file; the caller may do other work until it needs the bytes. */
export async function readBytesMeanwhile(path: string): Promise<Uint8Array> {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    if (size === 0 || size > MOST_AT_ONCE) return readFileSync(path);
    // A Buffer, whose search for line ends is twice as fast.
    const bytes = Buffer.allocUnsafeSlow(size);
    let filled = 0;
    for (let got = -1; got !== 0 && filled < size; filled += got) got = (await readAsync(file, bytes, filled, size - filled, filled)).bytesRead;
    return bytes.subarray(0, filled);
  } catch (error) {
    throw new EdgeError({ code: 'cannotOpen', path, reason: reasonOf(error) });
  } finally {
    if (file !== null) closeSync(file);
  }
}

/** The JSON in a file, with or without a mark at its start; null where it is none. */
export function parseJson(bytes: Uint8Array, codec: TextCodec): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(codec.decode(bytes, 'utf-8').replace(/^\uFEFF/, '')) };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The name of each path in the answer: its base name, or the path as given where two base names are equal. */
export function answerNames(paths: readonly string[]): string[] {
  const bases = paths.map((path) => basename(path));
  return paths.map((path, index) => (bases.indexOf(bases[index]!) === bases.lastIndexOf(bases[index]!) ? bases[index]! : path));
}

export function sourceFile(name: string, bytes: Uint8Array): SourceFile {
  return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Whether two paths are the same existing file. */
export function isSameFile(a: string, b: string): boolean {
  return existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b);
}

/** Throws an EdgeError when a file could not be written there, before any work is done. */
export function assertWritable(path: string): void {
  const problem = (reason: FileReason): EdgeError => new EdgeError({ code: 'cannotWrite', path, reason });
  if (!existsSync(dirname(path))) throw problem('noFolder');
  if (existsSync(path) && statSync(path).isDirectory()) throw problem('isFolder');
}

/** A file that is complete under a temporary name beside its own. */
export interface StagedFile {
  readonly path: string;
  readonly temporary: string;
  readonly sha256: string;
}

const ONLY_MINE = 0o600;

/** Writes all pieces to a temporary name beside the path; the path itself is not touched. */
export function stageFile(given: string, pieces: Iterable<Uint8Array>): StagedFile {
  const isThere = existsSync(given);
  // What a link leads to is replaced, not the link; and who may not read the old file may not read the new one.
  const path = isThere ? realpathSync(given) : given;
  removeLeftovers(path);
  const temporary = temporaryBeside(path);
  const hash = createHash('sha256');
  try {
    writeFileSync(temporary, '', { flag: 'wx', ...(isThere ? { mode: ONLY_MINE } : {}) });
    const handle = openSync(temporary, 'r+');
    try {
      for (const piece of pieces) {
        hash.update(piece);
        writeFileSync(handle, piece);
      }
      if (isThere) fchmodSync(handle, statSync(path).mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    return { path, temporary, sha256: hash.digest('hex') };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw cannotWrite(given, error);
  }
}

export function discard(staged: readonly StagedFile[]): void {
  for (const { temporary } of staged) rmSync(temporary, { force: true });
}

/** Gives all files their names, or none: where one cannot have it, those before it get their old files back. */
export function replaceFiles(staged: readonly StagedFile[]): void {
  let unlock: () => void;
  try {
    unlock = locked(staged.map(({ path }) => path));
  } catch (error) {
    discard(staged);
    throw error instanceof LockedElsewhere ? new EdgeError({ code: 'cannotWrite', path: error.path, reason: 'busy' }) : cannotWrite(staged[0]!.path, error);
  }
  try {
    giveNames(staged);
  } finally {
    unlock();
  }
}

function giveNames(staged: readonly StagedFile[]): void {
  const done: { readonly path: string; readonly old: string | null }[] = [];
  for (const [index, { path, temporary }] of staged.entries()) {
    const isLast = index === staged.length - 1;
    const old = isLast || !existsSync(path) ? null : temporaryBeside(path);
    try {
      if (old !== null) copyFileSync(path, old);
      renameSync(temporary, path);
      done.push({ path, old });
    } catch (error) {
      if (old !== null) rmSync(old, { force: true });
      for (const undone of done.reverse()) {
        if (undone.old === null) rmSync(undone.path, { force: true });
        else renameSync(undone.old, undone.path);
      }
      discard(staged);
      throw cannotWrite(path, error);
    }
  }
  for (const { old } of done) if (old !== null) rmSync(old, { force: true });
}

function cannotWrite(path: string, error: unknown): EdgeError {
  if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  return new EdgeError({ code: 'cannotWrite', path, reason: reasonOf(error) === 'missing' ? 'noFolder' : reasonOf(error) });
}
