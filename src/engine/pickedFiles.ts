/** What are picked files called, and which SHA-256 have they? */
import { sha256Of } from '../encrypt/sha256';
import type { SourceFile } from '../file/settlementFile';
import type { EarlierFiles } from './earlierFiles';
import { namesFor } from './fileNames';
import type { PickedFile } from './protocol';

export const hashed = async ({ name, bytes }: PickedFile): Promise<SourceFile> => ({ name, bytes, sha256: await sha256Of(bytes) });

export /** Under the names that they will have on the sheets. */
async function newFiles(picked: readonly PickedFile[], { known, originals }: EarlierFiles): Promise<SourceFile[]> {
  const sources: SourceFile[] = [];
  for (const file of picked) sources.push(await hashed(file));
  const names = namesFor(sources, known, originals.keys());
  return sources.map((source, index) => ({ ...source, name: names[index]! }));
}
