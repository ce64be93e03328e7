/** Which files does the workbook hold, and are they still what was imported? Whatever was changed is refused, never read. */
import type { FoundOriginal, HistoryRow, Original } from '../sheet/records';
import type { Layout } from '../file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../file/layouts';
import { holdsRecords, readHistory, standingImports } from '../sheet/history';
import { cellText } from '../sheet/cellText';
import { readOriginals } from '../sheet/originals';
import type { FileToRead, RunFile } from '../settle';
import { givenBytes, type PartialDeletion } from '../file/settlementFile';
import type { KnownFile } from './fileNames';
import { packed, unpacked } from '../packing';
import type { EarlierRecords, PickedLayout, RunRefusal } from './protocol';
import { sha256Of } from '../encrypt/sha256';

export interface EarlierFiles {
  /** In the order of their import. */
  readonly files: readonly FileToRead[];
  /** As they stand in the workbook, by SHA-256. */
  readonly originals: ReadonlyMap<string, Original>;
  readonly history: readonly HistoryRow[];
  /** Every file that 取込履歴 names. */
  readonly known: readonly KnownFile[];
  /** Of those asked for, the ones that the workbook holds. */
  readonly undone: readonly string[];
}

export async function readEarlier({ originals: rows, history: historyRows, undone: asked }: EarlierRecords): Promise<EarlierFiles | RunRefusal> {
  const history = readHistory(historyRows);
  const standing = standingImports(history);
  const found = readOriginals(rows);
  const undone = asked.filter((sha256) => standing.has(sha256) || found.some((one) => one.sha256 === sha256));
  const nameOf = (sha256: string): string => String(standing.get(sha256)?.file ?? '');
  const undoneNames = undone.map(nameOf);
  const order = [...standing.keys()];
  /** The workbook may have lost its history: such files come last, as they stand. */
  const placeOf = ({ sha256 }: FoundOriginal): number => (standing.has(sha256) ? order.indexOf(sha256) : order.length);
  const kept = found.filter(({ sha256 }) => !undone.includes(sha256)).sort((a, b) => placeOf(a) - placeOf(b));

  const files: FileToRead[] = [];
  const originals = new Map<string, Original>();
  const changed = new Set<string>();
  for (const one of kept) {
    const file = await verified(one);
    if (file !== null) {
      files.push(file);
      originals.set(one.sha256, one as Original);
    } else if (standing.has(one.sha256) || !undoneNames.includes(one.file)) changed.add(nameOf(one.sha256) || one.file);
  }
  for (const sha256 of standing.keys()) if (!undone.includes(sha256) && !originals.has(sha256)) changed.add(nameOf(sha256));
  if (changed.size > 0) return { code: 'originalsChanged', files: [...changed] };
  return { files, originals, history, known: knownFiles(history, originals), undone };
}

function knownFiles(history: readonly HistoryRow[], originals: ReadonlyMap<string, Original>): KnownFile[] {
  const named = history.flatMap(({ file, sha256 }) => (typeof file === 'string' && typeof sha256 === 'string' ? [{ name: file, sha256 }] : []));
  return [...named, ...[...originals.values()].map(({ file, sha256 }) => ({ name: file, sha256 }))];
}

/** null: something of it is not as it was written. */
async function verified(found: FoundOriginal): Promise<FileToRead | null> {
  if (found.parts === null || found.seal !== (await sealOf(found))) return null;
  const layout = layoutOf(found.layout);
  const bytes = await unpacked(found.parts, found.size);
  const { file: name, sha256, deletion } = found;
  if (layout === null || bytes === null || (await sha256Of(bytes)) !== (deletion?.presentSha256 ?? sha256)) return null;
  return { name, sha256, bytes, layout, ...(deletion === undefined ? {} : { deletion: { agreed: deletion.agreed } }) };
}

function layoutOf(text: string): Layout | null {
  const builtIn = BUILT_IN_LAYOUTS.find(({ id }) => id === text);
  if (builtIn !== undefined) return builtIn;
  const json = text.startsWith('{') ? parsed(text) : null;
  const read = json === null ? null : readUserLayout(json);
  return read === null || 'problem' in read ? null : read.layout;
}

/** null: no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What is to be kept of the files of a run: those that hold records. What the workbook has packed already is not packed again. */
export async function originalsOf(files: readonly RunFile[], standing: ReadonlyMap<string, Original>, layout: PickedLayout): Promise<Original[]> {
  const originals: Original[] = [];
  for (const file of files.filter(holdsRecords)) originals.push(standing.get(file.sha256) ?? (await originalOf(file, layout)));
  return originals;
}

async function originalOf({ name: file, sha256, size, settlement }: Parameters<typeof holdsRecords>[0], layout: PickedLayout): Promise<Original> {
  const { layout: used } = settlement!;
  const about = { file, sha256, size, layout: cellText(layout !== null && typeof layout === 'object' ? JSON.stringify(layout) : used.id) };
  return { ...about, seal: await sealOf(about), parts: await packed(givenBytes(settlement!)) };
}

/** The same file after records were deleted from it: its name, SHA-256 and layout stay those of its import. */
export async function lessened(original: Original, bytes: Uint8Array, { agreed }: PartialDeletion): Promise<Original> {
  const about = { ...original, deletion: { presentSha256: await sha256Of(bytes), agreed } };
  return { ...about, seal: await sealOf(about), parts: await packed(bytes) };
}

function sealOf({ file, sha256, size, layout, deletion }: Omit<Original, 'seal' | 'parts'>): Promise<string> {
  const sealed = [file, sha256, size, layout, ...(deletion === undefined ? [] : [deletion.presentSha256, deletion.agreed])];
  return sha256Of(new TextEncoder().encode(JSON.stringify(sealed)));
}
