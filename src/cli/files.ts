/** How do bytes come from and go to the disk? */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { SourceFile } from '../file/settlementFile';
import { EdgeError } from './edgeError';
import type { FileReason } from './words';

const REASONS: Readonly<Record<string, FileReason>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'isFolder',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ERR_FS_FILE_TOO_LARGE: 'tooLarge',
};

const reasonOf = (error: unknown): FileReason => REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? 'other';

export function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new EdgeError({ code: 'cannotOpen', path, reason: reasonOf(error) });
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

/** Writes to a temporary name beside the path and renames it only when all bytes are on the disk. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    writeFileSync(temporary, bytes, { flag: 'wx' });
    const handle = openSync(temporary, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new EdgeError({ code: 'cannotWrite', path, reason: reasonOf(error) === 'missing' ? 'noFolder' : reasonOf(error) });
  }
}
