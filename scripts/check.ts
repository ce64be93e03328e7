/** Do types, lint and format hold, and with `--with-build` does the site build? Side by side, as many at once as there are cores; each is told when it ends. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

interface Step {
  readonly name: string;
  /** A program of node_modules and its arguments; what it learns is kept in node_modules/.cache for the next time. */
  readonly command: readonly [program: string, ...args: string[]];
}

const BUILD: Step = { name: 'build', command: ['webpack/bin/webpack.js', '--mode', 'production'] };

/** The longest first: the cores end at nearly the same time then. */
const CHECKS: readonly Step[] = [
  { name: 'types', command: ['typescript/bin/tsc', '-p', '.'] },
  { name: 'format', command: ['prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '--cache', '.'] },
  { name: 'lint', command: ['eslint/bin/eslint.js', '--cache', '--cache-location', 'node_modules/.cache/eslint/', '--cache-strategy', 'content', '.'] },
  { name: 'types of the core, which knows neither page nor Node', command: ['typescript/bin/tsc', '-p', 'tsconfig.core.json'] },
  { name: 'types of the engine, which knows neither page nor Excel', command: ['typescript/bin/tsc', '-p', 'tsconfig.engine.json'] },
];

/** Answers whether the step held. Its words are shown in one piece, and only when there are any that matter. */
const run = ({ name, command: [program, ...args] }: Step): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const output: Buffer[] = [];
    const child = spawn(process.execPath, [join('node_modules', program), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => output.push(piece));
    child.once('error', reject);
    child.once('close', (code) => {
      console.log(`${code === 0 ? 'ok ' : 'RED'} ${((performance.now() - from) / 1000).toFixed(1).padStart(5)} s  ${name}`);
      if (code !== 0) process.stdout.write(`${Buffer.concat(output).toString()}\n`);
      resolve(code === 0);
    });
  });

const waiting = process.argv.includes('--with-build') ? [BUILD, ...CHECKS] : [...CHECKS];
const red: string[] = [];

async function work(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) if (!(await run(step))) red.push(step.name);
}

await Promise.all(Array.from({ length: availableParallelism() }, work));
if (red.length > 0) {
  console.log(`Red: ${red.join(', ')}`);
  process.exitCode = 1;
}
