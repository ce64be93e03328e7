/** What is different in the browser that Excel shows its pane in? Links that save nothing, a picker of files, functions that are missing. */
import type { Moods } from './moods';

/** A file that the pane has saved through the picker. */
export interface SavedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type PaneMoods = Pick<Moods, 'downloadsDoNothing' | 'savePicker' | 'noCompressionStream'>;

/** Puts a pane's window into its moods; returns what takes it out again. */
export function moodPane(target: Window, { downloadsDoNothing, savePicker, noCompressionStream }: PaneMoods, saved: (file: SavedFile) => void): () => void {
  const ends: (() => void)[] = [];
  if (downloadsDoNothing) ends.push(withoutDownloads(target));
  if (savePicker !== null) ends.push(replaced(target, 'showSaveFilePicker', savePicker === 'absent' ? undefined : picker(savePicker === 'cancelled', saved)));
  if (noCompressionStream) ends.push(replaced(target, 'CompressionStream', undefined), replaced(target, 'DecompressionStream', undefined));
  return () => {
    for (const end of ends.reverse()) end();
  };
}

/** undefined: it is not there. */
function replaced(target: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(target, name);
  if (value === undefined) Reflect.deleteProperty(target, name);
  else Object.defineProperty(target, name, { value, configurable: true, writable: true });
  return () => {
    Reflect.deleteProperty(target, name);
    if (before !== undefined) Object.defineProperty(target, name, before);
  };
}

function withoutDownloads(target: Window): () => void {
  const { document } = target;
  const isDownload = (event: Event): boolean =>
    event.composedPath().some((one) => (one as Partial<HTMLAnchorElement>).tagName === 'A' && (one as Element).hasAttribute('download'));
  const swallow = (event: Event): void => {
    if (isDownload(event)) event.preventDefault();
  };
  document.addEventListener('click', swallow, true);
  const prototype = (target as Window & typeof globalThis).HTMLAnchorElement.prototype;
  const click = Object.getOwnPropertyDescriptor(prototype, 'click');
  const polite = (target as Window & typeof globalThis).HTMLElement.prototype.click;
  Object.defineProperty(prototype, 'click', {
    configurable: true,
    writable: true,
    value(this: HTMLAnchorElement): void {
      if (!this.hasAttribute('download')) polite.call(this);
    },
  });
  return () => {
    document.removeEventListener('click', swallow, true);
    if (click === undefined) Reflect.deleteProperty(prototype, 'click');
    else Object.defineProperty(prototype, 'click', click);
  };
}

interface Options {
  readonly suggestedName?: string;
}

function picker(isCancelled: boolean, saved: (file: SavedFile) => void): (options?: Options) => Promise<unknown> {
  return ({ suggestedName: name = '' } = {}) => {
    if (isCancelled) return Promise.reject(new DOMException('The user aborted a request.', 'AbortError'));
    return Promise.resolve({ kind: 'file', name, createWritable: () => Promise.resolve(writable(name, saved)) });
  };
}

type SavedPart = string | ArrayBuffer | ArrayBufferView | Blob;

function writable(name: string, saved: (file: SavedFile) => void): unknown {
  const parts: Uint8Array[] = [];
  return {
    write: async (part: SavedPart) => void parts.push(await bytesOf(part)),
    close: () => Promise.resolve(saved({ name, bytes: Uint8Array.from(parts.flatMap((part) => [...part])) })),
    abort: () => Promise.resolve(),
  };
}

async function bytesOf(part: SavedPart): Promise<Uint8Array> {
  if (typeof part === 'string') return new TextEncoder().encode(part);
  if (ArrayBuffer.isView(part)) return new Uint8Array(part.buffer, part.byteOffset, part.byteLength).slice();
  return new Uint8Array('arrayBuffer' in part ? await part.arrayBuffer() : part);
}
