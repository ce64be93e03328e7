/** Does any case notice a mutant? Runs in a thread of its own, so that a mutant that never ends can be ended. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { isDeepStrictEqual } from 'node:util';
import { Script } from 'node:vm';
import { parentPort, workerData } from 'node:worker_threads';
import { Outcome, answered } from '../fuzz/command';

export interface WorkerData {
  /** The instrumented product as a CommonJS bundle that exports `reconcile`. */
  readonly bundle: string;
  readonly cases: readonly { readonly argv: readonly string[]; readonly expected: unknown }[];
  readonly mutants: readonly string[];
}
export type Verdict = 'killed' | 'survived' | 'notCovered';

type Reconcile = (argv: readonly string[], progress: () => void) => Promise<Outcome>;
interface Stryker {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

const { bundle, cases, mutants } = workerData as WorkerData;
const stryker: Stryker = {};
Object.assign(globalThis, { __stryker__: stryker });
const script = new Script(`(function (require, module, exports) {${readFileSync(bundle, 'utf8')}\n})`, { filename: bundle });
const require = createRequire(bundle);

/** The product as it is when loaded with this mutant; loaded anew, so that what is worked out while loading is mutated, too. */
function load(): Reconcile {
  const module = { exports: {} as { reconcile: Reconcile } };
  (script.runInThisContext() as (...of: unknown[]) => void)(require, module, module.exports);
  return module.exports.reconcile;
}

async function notices(reconcile: Reconcile, index: number): Promise<boolean> {
  const { argv, expected } = cases[index]!;
  try {
    return !isDeepStrictEqual(answered(await reconcile(argv, () => undefined)), expected);
  } catch {
    return true; // A mutant that stops the run is noticed.
  }
}

const plain = load();
const loaded = { ...(stryker.mutantCoverage?.static ?? {}) };
const coveredBy = new Map<string, number[]>();
const hits = new Map<string, number>();
for (const index of cases.keys()) {
  stryker.currentTestId = String(index);
  if (await notices(plain, index)) throw new Error(`case ${index} fails without a mutant`);
  for (const [mutant, times] of Object.entries(stryker.mutantCoverage?.perTest[String(index)] ?? {})) {
    coveredBy.set(mutant, [...(coveredBy.get(mutant) ?? []), index]);
    hits.set(mutant, Math.max(hits.get(mutant) ?? 0, times));
  }
}
stryker.currentTestId = undefined;

async function judge(mutant: string): Promise<Verdict> {
  const isStatic = mutant in loaded;
  const covering = isStatic ? [...cases.keys()] : (coveredBy.get(mutant) ?? []);
  if (covering.length === 0) return 'notCovered';
  Object.assign(stryker, { activeMutant: mutant, hitCount: 0, hitLimit: ((hits.get(mutant) ?? 0) + (loaded[mutant] ?? 0)) * 100 + 10_000 });
  let reconcile: Reconcile;
  try {
    reconcile = isStatic ? load() : plain;
  } catch {
    return 'killed';
  }
  for (const index of covering) {
    stryker.hitCount = 0;
    if (await notices(reconcile, index)) return 'killed';
  }
  return 'survived';
}

for (const mutant of mutants) {
  parentPort!.postMessage({ mutant });
  parentPort!.postMessage({ mutant, verdict: await judge(mutant) });
  stryker.activeMutant = undefined;
}
