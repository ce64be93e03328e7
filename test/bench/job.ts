/** One run of the whole job without the workbook, in a process of its own; prints its measurements as JSON. */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec as portableCodec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { readBytes, readBytesMeanwhile, sourceFile } from '../../src/cli/files';
import { settle } from '../../src/settle';
import { LEDGER, SETTLEMENT } from './makeFiles';

export interface Measurement {
  /** Milliseconds. */
  readonly limit: number;
  readonly whole: number;
  readonly stages: Readonly<Record<string, number>>;
  /** Bytes. */
  readonly read: number;
  readonly peak: number;
}

const codec = { ...portableCodec, isUtf8 };
const folder = process.argv[2]!;

const stages: Record<string, number> = {};
let stage = 'read, index ledger';
let since = performance.now();
const begin = (next: string): void => {
  const now = performance.now();
  stages[stage] = now - since;
  stage = next;
  since = now;
};

const start = since;
const ledgerBytes = readBytes(join(folder, LEDGER));
const reading = readBytesMeanwhile(join(folder, SETTLEMENT));
const ledger = readCsv(LEDGER, ledgerBytes, codec);
if ('problem' in ledger) throw new Error(`the benchmark's ledger is refused: ${ledger.problem.code}`);
begin('rest of reading');
const bytes = await reading;
begin('SHA-256');
const file = sourceFile(SETTLEMENT, bytes);
const settlement = settle({ files: [file], ledger: ledger.table, layouts: BUILT_IN_LAYOUTS, asOf: 20270510, codec, onStage: begin });
begin('end');
const whole = performance.now() - start;
if ('refusal' in settlement || settlement.findings.length > 0 || !settlement.complete) throw new Error('the benchmark reconciles files that do not agree');
const peak = process.resourceUsage().maxRSS * 1024;

const limitStart = performance.now();
createHash('sha256')
  .update(readFileSync(join(folder, SETTLEMENT)))
  .digest('hex');
const read = bytes.length + readFileSync(join(folder, LEDGER)).length;
const limit = performance.now() - limitStart;

const measurement: Measurement = { limit, whole, stages, read, peak };
process.stdout.write(JSON.stringify(measurement));
