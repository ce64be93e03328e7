/** How fast is the whole job beside the least that any program would need? `npm run bench` prints everything in one run. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Measurement } from './job';
import type { WorkbookMeasurement } from './workbook';
import { makeFiles } from './makeFiles';

const LARGE = 1_000_000;
const SMALL = 100_000;
const RUNS = 7;

const BARS = { ratio: 8, growth: 12, memory: 5 };

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const ms = (value: number): string => `${value.toFixed(0).padStart(6)} ms`;
const megabytes = (value: number): string => `${(value / 1e6).toFixed(0)} MB`;

/** Runs an entry of this folder in a process of its own and reads the JSON that it prints. */
function run<T>(entry: string, folder: string): T {
  const output = execFileSync(process.execPath, [join('scripts', 'run.mjs'), join('test', 'bench', entry), folder], { encoding: 'utf8' });
  return JSON.parse(output) as T;
}

const measure = (folder: string): Measurement => run<Measurement>('job.ts', folder);

function reportWorkbook(runs: readonly WorkbookMeasurement[]): void {
  const { cells } = runs[0]!;
  const rate = (pick: (run: WorkbookMeasurement) => number): string => `${(cells / median(runs.map(pick)) / 1e3).toFixed(2)} million cells a second`;
  console.log(`\nWorkbook of ${SMALL.toLocaleString('en')} data records: ${cells.toLocaleString('en')} cells in tables, median of ${runs.length} runs`);
  console.log(`  ours, with formats, formulas, highlights   ${rate((run) => run.ours)}`);
  console.log(`  bare hucre, the same values without style  ${rate((run) => run.bare)}`);
  console.log(`  ours / bare, in time                       ${median(runs.map((run) => run.ours / run.bare)).toFixed(1)}`);
}

interface Series {
  readonly whole: number;
  readonly limit: number;
  readonly ratio: number;
  readonly peak: number;
  readonly read: number;
}

function report(title: string, runs: readonly Measurement[]): Series {
  const of = (pick: (run: Measurement) => number): number => median(runs.map(pick));
  const series = {
    whole: of((run) => run.whole),
    limit: of((run) => run.limit),
    ratio: of((run) => run.whole / run.limit),
    peak: of((run) => run.peak),
    read: runs[0]!.read,
  };
  console.log(`\n${title}: median of ${runs.length} runs, each a process of its own`);
  console.log(`  limit: read both files, SHA-256   ${ms(series.limit)}`);
  for (const stage of Object.keys(runs[0]!.stages)) console.log(`  ${stage.padEnd(33)} ${ms(of((run) => run.stages[stage]!))}`);
  console.log(`  whole job without the workbook    ${ms(series.whole)}  (${(series.read / 1e3 / series.whole).toFixed(0)} MB/s)`);
  console.log(
    `  whole / limit, run by run         ${series.ratio.toFixed(1).padStart(6)}     (${Math.min(...runs.map((run) => run.whole / run.limit)).toFixed(1)} to ${Math.max(...runs.map((run) => run.whole / run.limit)).toFixed(1)})`,
  );
  console.log(
    `  peak memory                       ${megabytes(series.peak).padStart(9)} (${(series.peak / series.read).toFixed(1)} x the ${megabytes(series.read)} read)`,
  );
  return series;
}

const folder = mkdtempSync(join(tmpdir(), 'keshikomi-bench-'));
try {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${megabytes(totalmem())}, Node ${process.version}`);
  makeFiles(folder, LARGE);
  const large = report(
    `${LARGE.toLocaleString('en')} data records, ${(LARGE / 2).toLocaleString('en')} slips`,
    Array.from({ length: RUNS }, () => measure(folder)),
  );
  makeFiles(folder, SMALL);
  const small = report(
    `${SMALL.toLocaleString('en')} data records, ${(SMALL / 2).toLocaleString('en')} slips`,
    Array.from({ length: RUNS }, () => measure(folder)),
  );
  reportWorkbook(Array.from({ length: 3 }, () => run<WorkbookMeasurement>('workbook.ts', folder)));
  console.log('\nBars');
  const bars: readonly (readonly [string, number, number])[] = [
    ['whole job / limit', large.ratio, BARS.ratio],
    ['time(1,000,000) / time(100,000)', large.whole / small.whole, BARS.growth],
    ['peak memory / bytes read', large.peak / large.read, BARS.memory],
  ];
  for (const [name, value, bar] of bars) {
    console.log(`  ${name.padEnd(33)} ${value.toFixed(1).padStart(6)}  at most ${bar}: ${value <= bar ? 'holds' : 'DOES NOT HOLD'}`);
    if (value > bar) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true });
}
