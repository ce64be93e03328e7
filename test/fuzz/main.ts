/** `npm run fuzz -- [--seconds N | --count N] [--seed S]`: does any case find the product and the plain reference apart? */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { written } from './case';
import { Comparison } from './compare';
import { makeCase } from './makeCase';
import { shrink } from './shrink';

const CASES = join(process.cwd(), 'test', 'fuzz', 'cases');
/** Kinds of difference that one run minimises; more of a kind teach nothing new. */
const MOST_KINDS = 25;

const { values } = parseArgs({ options: { seconds: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 1_000_000_000);
const count = values.count === undefined ? (values.seconds === undefined ? 2_000 : Infinity) : Number(values.count);
const deadline = values.seconds === undefined ? Infinity : Date.now() + Number(values.seconds) * 1_000;

const comparison = new Comparison();
const kinds = new Map<string, number>();
const started = Date.now();
let done = 0;
for (; done < count && Date.now() < deadline; done += 1) {
  const one = makeCase(seed + done);
  const { difference } = await comparison.compare(one);
  if (difference === null) continue;
  const seen = kinds.get(difference.kind) ?? 0;
  kinds.set(difference.kind, seen + 1);
  if (seen > 0) continue;
  const small = await shrink(one, async (smaller) => (await comparison.compare(smaller)).difference?.kind === difference.kind);
  const last = (await comparison.compare(small)).difference!;
  const told = (value: unknown): string => (JSON.stringify(value) ?? 'nothing').slice(0, 300);
  const path = join(CASES, `seed-${seed + done}.json`);
  mkdirSync(CASES, { recursive: true });
  writeFileSync(path, written({ note: `${last.path}: contract ${told(last.expected)}, product ${told(last.actual)}`, ...small }));
  console.log(`seed ${seed + done}: ${last.path}\n  contract ${told(last.expected)}\n  product  ${told(last.actual)}\n  kept as ${path}`);
  if (kinds.size >= MOST_KINDS) break;
}
comparison.close();
const apart = [...kinds.values()].reduce((sum, times) => sum + times, 0);
console.log(
  `${done} cases from seed ${seed} in ${Math.round((Date.now() - started) / 1_000)} s: ${apart === 0 ? 'no difference' : `${apart} apart, ${kinds.size} kinds`}`,
);
process.exitCode = apart === 0 ? 0 : 1;
