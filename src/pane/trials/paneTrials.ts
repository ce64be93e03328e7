/** Does the browser that shows the pane do what the add-in relies on? */
import type { Engine } from '../../engine/protocol';
import { passed, type PaneTrial, type TellTrial, type TrialResult } from '../../engine/trials';
import type { Environment } from '../environment';

export async function tryPane(engine: Pick<Engine, 'trialFile'>, environment: Environment, tell: TellTrial): Promise<void> {
  const trials: Readonly<Record<PaneTrial, () => Promise<TrialResult>>> = {
    language: () => Promise.resolve(passed(`${environment.language}, ${navigator.language}`)),
    theme: () => Promise.resolve(passed(environment.theme)),
    worker: () => answered(engine),
    compression,
  };
  for (const [name, run] of Object.entries(trials)) tell(name as PaneTrial, await resultOf(run));
}

/** The engine makes a small workbook, in its worker. */
async function answered(engine: Pick<Engine, 'trialFile'>): Promise<TrialResult> {
  const start = performance.now();
  const { length } = await engine.trialFile();
  return passed(`${length} bytes, ${Math.round(performance.now() - start)} ms`);
}

const TEXT = '納付書'.repeat(1000);

async function compression(): Promise<TrialResult> {
  if (typeof CompressionStream === 'undefined' || typeof DecompressionStream === 'undefined')
    return { result: 'failed', expected: 'CompressionStream', found: '' };
  const packed = await passedThrough(new CompressionStream('deflate-raw'), new TextEncoder().encode(TEXT));
  const text = new TextDecoder().decode(await passedThrough(new DecompressionStream('deflate-raw'), packed));
  return text === TEXT ? passed(`${packed.length} bytes`) : { result: 'failed', expected: `${TEXT.length}`, found: `${text.length}` };
}

async function passedThrough(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  const writing = writer.write(bytes).then(() => writer.close());
  const reader = readable.getReader();
  const parts: number[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(...read.value);
  await writing;
  return Uint8Array.from(parts);
}

async function resultOf(run: () => Promise<TrialResult>): Promise<TrialResult> {
  try {
    return await run();
  } catch (error) {
    return { result: 'refused', detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}
