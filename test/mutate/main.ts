/**
 * `npm run mutate -- [FOLDER-OR-FILE...] [--cases N] [--list]`: would a fault in the core be noticed?
 *
 * StrykerJS makes the mutants (each a small fault behind a switch); the cases of the fuzzer and the samples are run on each that they reach,
 * against the plain reference's answer. Much faster than a test runner for each mutant: everything is loaded once.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { build } from 'esbuild';
import { readCase } from '../fuzz/case';
import { argumentsOf } from '../fuzz/command';
import { referenceAnswer } from '../fuzz/compare';
import { makeCase } from '../fuzz/makeCase';
import type { Verdict, WorkerData } from './worker';

const ROOT = process.cwd();
const CORE = ['src/file', 'src/check', 'src/slip', 'src/reconcile', 'src/settle.ts'];
const CACHE = join(ROOT, 'node_modules', '.cache', 'mutate');
/** A mutant that is not judged by then never ends. */
const PATIENCE_MS = 15_000;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { cases: { type: 'string' }, list: { type: 'boolean' } } });
const targets = positionals.length > 0 ? positionals : CORE;
const count = Number(values.cases ?? 300);

function sources(path: string): string[] {
  if (!existsSync(path)) throw new Error(`no ${path}`);
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/words\.\w+\.ts$/.test(name))
    .map((name) => join(path, name))
    .sort();
}

const quiet = () => false;
const nothing = () => undefined;
const logger = {
  ...{ isTraceEnabled: quiet, isDebugEnabled: quiet, isInfoEnabled: quiet, isWarnEnabled: quiet, isErrorEnabled: quiet, isFatalEnabled: quiet },
  ...{ trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing },
};

async function instrument() {
  const files = targets.flatMap((target) => sources(join(ROOT, target))).map((name) => ({ name, content: readFileSync(name, 'utf8'), mutate: true }));
  const { files: made, mutants } = await new Instrumenter(logger).instrument(files, { plugins: null, excludedMutations: [], ignorers: [] });
  return { contents: new Map(made.map(({ name, content }) => [name, content])), mutants };
}

async function bundleTo(path: string, entry: string, contents: ReadonlyMap<string, string>, format: 'cjs' | 'esm'): Promise<void> {
  const mutated = {
    name: 'mutated',
    setup: (on: import('esbuild').PluginBuild) =>
      on.onLoad({ filter: /\.ts$/ }, ({ path: file }) => (contents.has(file) ? { contents: contents.get(file)!, loader: 'ts' as const } : undefined)),
  };
  await build({
    entryPoints: [join(ROOT, entry)],
    bundle: true,
    platform: 'node',
    format,
    target: 'node20',
    packages: 'external',
    outfile: path,
    plugins: [mutated],
    logLevel: 'error',
  });
}

const { contents, mutants } = await instrument();
mkdirSync(CACHE, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'mutate-'));
const product = join(CACHE, 'product.cjs');
const worker = join(CACHE, 'worker.mjs');
await bundleTo(product, 'src/cli/reconcile.ts', contents, 'cjs');
await bundleTo(worker, 'test/mutate/worker.ts', new Map(), 'esm');

const kept = join(ROOT, 'test', 'fuzz', 'cases');
const all = [
  ...Array.from({ length: count }, (_, index) => makeCase(index + 1)),
  ...(existsSync(kept) ? readdirSync(kept).map((name) => readCase(join(kept, name))) : []),
];
const cases = all.map((one, index) => {
  const own = join(folder, String(index));
  return { argv: argumentsOf(one, own), expected: referenceAnswer(one, (name) => join(own, name)) };
});

const verdicts = new Map<string, Verdict | 'endless'>();

/** Judges what is left; ends when a mutant never ends, or takes all memory. */
async function round(left: readonly string[]): Promise<void> {
  let current: string | null = null;
  const thread = new Worker(worker, {
    workerData: { bundle: product, cases, mutants: left } satisfies WorkerData,
    resourceLimits: { maxOldGenerationSizeMb: 700 },
  });
  await new Promise<void>((done, fail) => {
    const over = () => {
      if (current !== null) verdicts.set(current, 'endless');
      void thread.terminate().then(() => done());
    };
    let timer = setTimeout(over, PATIENCE_MS * 10);
    thread.on('message', ({ mutant, verdict }: { mutant: string; verdict?: Verdict }) => {
      clearTimeout(timer);
      timer = setTimeout(over, PATIENCE_MS);
      current = verdict === undefined ? mutant : null;
      if (verdict !== undefined) verdicts.set(mutant, verdict);
      if (verdict !== undefined && verdicts.size % 100 === 0) console.log(`${verdicts.size} of ${mutants.length}`);
    });
    thread.on('error', (error: Error & { code?: string }) => {
      clearTimeout(timer);
      if (current === null || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') fail(error);
      else over();
    });
    thread.on('exit', () => {
      clearTimeout(timer);
      done();
    });
  });
}

const ids = mutants.map(({ id }) => id);
for (let left = ids; left.length > 0; left = ids.filter((id) => !verdicts.has(id))) await round(left);
rmSync(folder, { recursive: true });

const table = new Map<string, Record<Verdict | 'endless', number>>();
for (const { id, fileName } of mutants) {
  const [, room = ''] = relative(ROOT, fileName).split('/');
  const row = table.get(room) ?? { killed: 0, endless: 0, survived: 0, notCovered: 0 };
  row[verdicts.get(id)!] += 1;
  table.set(room, row);
}
for (const [room, { killed, endless, survived, notCovered }] of table) {
  const total = killed + endless + survived + notCovered;
  console.log(`${room}: ${(((killed + endless) / total) * 100).toFixed(1)} % of ${total} mutants noticed (${survived} survived, ${notCovered} not reached)`);
}
if (values.list)
  for (const { id, fileName, location, mutatorName, replacement } of mutants) {
    const verdict = verdicts.get(id)!;
    if (verdict !== 'survived' && verdict !== 'notCovered') continue;
    console.log(
      `${relative(ROOT, fileName)}:${location.start.line + 1}:${location.start.column + 1} ${verdict} ${mutatorName} ${replacement.replace(/\s+/g, ' ').slice(0, 80)}`,
    );
  }
