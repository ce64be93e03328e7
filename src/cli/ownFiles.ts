/** Which files does a run put beside its outputs for a while, and what becomes of those of a run that was killed? */
import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';

const hashOf = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length);

/** Of another computer on the same share nobody here knows whether it still works; after a day it does not. */
const ABANDONED_AFTER = 86_400_000;
/** Giving files their names takes milliseconds. */
const LOCK_ABANDONED_AFTER = 60_000;
const PATIENCE = 15_000;
const PAUSE = 20;

/** Short, however long the name of the file is; a person sees whose it is, and the hash tells it for certain. */
const stemOf = (path: string): string => `.${[...basename(path)].slice(0, 30).join('')}-${hashOf(basename(path), 12)}`;
const OWNER = `${hashOf(hostname(), 6)}-${process.pid}`;

export const temporaryBeside = (path: string): string => join(dirname(path), `${stemOf(path)}-${OWNER}-${randomBytes(4).toString('hex')}.tmp`);

/** Whether the owner, computer and process, is at work. */
function isAtWork(owner: string, age: number, limit: number): boolean {
  const [host, pid] = owner.split('-');
  if (host !== OWNER.split('-')[0]) return age < limit;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

const ageOf = (path: string): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);

/** What a killed run has left of its work on this file goes. */
export function removeLeftovers(path: string): void {
  const start = `${stemOf(path)}-`;
  for (const name of namesIn(dirname(path))) {
    const owner = name.startsWith(start) ? /^([0-9a-f]{6}-\d+)-[0-9a-f]{8}\.tmp$/.exec(name.slice(start.length))?.[1] : undefined;
    if (owner === undefined) continue;
    const leftover = join(dirname(path), name);
    if (!isAtWork(owner, ageOf(leftover), ABANDONED_AFTER)) rmSync(leftover, { force: true });
  }
}

/** None, where files may be put but not listed. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return [];
    throw error;
  }
}

/** Another run gives these files their names, and has not ended. */
export class LockedElsewhere extends Error {
  constructor(readonly path: string) {
    super(path);
  }
}

/** Until the answer is called no other run gives any of these files its name: the files of two runs are never mixed. */
export function locked(paths: readonly string[]): () => void {
  const taken: string[] = [];
  const release = (): void => {
    for (const lock of taken.splice(0)) rmSync(lock, { force: true });
  };
  try {
    // In one order for all runs, so that no two wait for each other.
    for (const path of [...paths].sort()) {
      const lock = join(dirname(path), `${stemOf(path)}.lock`);
      take(lock, path);
      taken.push(lock);
    }
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

function take(lock: string, path: string): void {
  for (const until = Date.now() + PATIENCE; ; pause()) {
    try {
      const handle = openSync(lock, 'wx');
      writeFileSync(handle, OWNER);
      closeSync(handle);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (!isLockHeld(lock)) rmSync(lock, { force: true });
    else if (Date.now() > until) throw new LockedElsewhere(path);
  }
}

/** One that is empty was made this very moment, or its owner was killed then. */
function isLockHeld(lock: string): boolean {
  const age = ageOf(lock);
  let owner: string;
  try {
    owner = readFileSync(lock, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
  return owner === '' ? age < LOCK_ABANDONED_AFTER : isAtWork(owner, age, LOCK_ABANDONED_AFTER);
}

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
