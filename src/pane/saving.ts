/** How is a file saved from the pane? Through the picker where the browser has one, since that says how it ended; else by a link, and nobody knows. */

export type Saving = 'saved' | 'cancelled' | 'unknown';

interface WritableFile {
  write(bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}
type Picker = (options: { readonly suggestedName: string }) => Promise<{ createWritable(): Promise<WritableFile> }>;

export async function saved(bytes: Uint8Array, name: string): Promise<Saving> {
  const { showSaveFilePicker: pick } = window as { readonly showSaveFilePicker?: Picker };
  if (pick === undefined) return byLink(bytes, name);
  try {
    const file = await (await pick({ suggestedName: name })).createWritable();
    await file.write(bytes);
    await file.close();
    return 'saved';
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return 'cancelled';
    throw error;
  }
}

/** As long as a slow browser may take to begin. Milliseconds. */
const KEPT = 60_000;

function byLink(bytes: Uint8Array, name: string): Saving {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>]));
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT);
  return 'unknown';
}
