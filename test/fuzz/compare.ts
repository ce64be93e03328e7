/** Do the product and the plain reference answer the same? */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reconcile } from '../../src/cli/reconcile';
import { answer } from '../reference/answer';
import { Refused } from '../reference/layout';
import { Case, runOf } from './case';

export interface Difference {
  /** Where in the answer; without indexes it names the kind of the difference. */
  readonly path: string;
  readonly kind: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const short = (value: unknown): string => (typeof value === 'string' && /^[a-zA-Z]+$/.test(value) ? value : value === null ? 'null' : typeof value);

/** The kind of a difference: its place without indexes, the words that differ, and the code of the finding. */
function kindOf(path: string, expected: unknown, actual: unknown): string {
  const code = [expected, actual].map((value) => (typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : short(value)));
  return `${path.replace(/\[\d+\]/g, '')} ${code.join(' ')}`;
}

function firstDifference(expected: unknown, actual: unknown, path = ''): Difference | null {
  if (Object.is(expected, actual)) return null;
  const here = { path, kind: kindOf(path, expected, actual), expected, actual };
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null) return here;
  if (Array.isArray(expected) !== Array.isArray(actual)) return here;
  if (Array.isArray(expected) && Array.isArray(actual)) {
    for (let at = 0; at < Math.max(expected.length, actual.length); at += 1) {
      const item = `${path}[${at}]`;
      if (at >= expected.length || at >= actual.length)
        return { path: item, kind: kindOf(item, expected[at], actual[at]), expected: expected[at], actual: actual[at] };
      const found = firstDifference(expected[at], actual[at], item);
      if (found) return found;
    }
    return null;
  }
  const [left, right] = [expected as Record<string, unknown>, actual as Record<string, unknown>];
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const found = firstDifference(left[key], right[key], `${path}.${key}`);
    if (found) return found;
  }
  return null;
}

/** Keeps a folder for the files of the case at hand; the command reads them as a clerk's would be read. */
export class Comparison {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fuzz-'));

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  async compare(one: Case): Promise<Difference | null> {
    const expected = this.reference(one);
    const actual = await this.product(one);
    return firstDifference(expected, actual);
  }

  #at = (name: string): string => join(this.#folder, name);

  /** The reference's answer, or `refused`. */
  reference(one: Case): unknown {
    try {
      return JSON.parse(JSON.stringify(answer(runOf(one, this.#at))));
    } catch (error) {
      if (error instanceof Refused) return 'refused';
      throw error;
    }
  }

  async product(one: Case): Promise<unknown> {
    const write = (name: string, bytes: Buffer): string => {
      mkdirSync(dirname(this.#at(name)), { recursive: true });
      writeFileSync(this.#at(name), bytes);
      return this.#at(name);
    };
    const file = ({ name, bytes }: { name: string; bytes: string }): string => write(name, Buffer.from(bytes, 'latin1'));
    const option = (name: string, value: string | null | undefined): string[] => (value === null || value === undefined ? [] : [name, value]);
    const layout = one.layout === null || typeof one.layout === 'string' ? one.layout : write('layout.json', Buffer.from(JSON.stringify(one.layout)));
    const { code, stdout, stderr } = await reconcile(
      [
        ...one.files.map(file),
        ...option('--ledger', one.ledger && file(one.ledger)),
        ...one.receipts.flatMap((list) => option('--receipts', file(list))),
        ...option('--layout', layout),
        ...option('--as-of', one.asOf),
        ...option('--no-file-on', one.noFileOn.join(',') || null),
        ...(one.emptyDaysNotSent ? ['--empty-days-not-sent'] : []),
        ...(one.noOtherChannels ? ['--no-other-channels'] : []),
        ...option('--grace', one.grace === null ? null : String(one.grace)),
        ...option('--since', one.since && write('since.json', Buffer.from(JSON.stringify(one.since)))),
        '--json',
      ],
      () => undefined,
    );
    if (code === 2) return /^[^\n]+\n$/.test(stderr) && stdout === '' ? 'refused' : `refused, but: ${stderr}${stdout}`;
    const { findingsTotal: _total, ...told } = JSON.parse(stdout) as { findingsTotal?: number; findings: { severity: string; message?: string }[] };
    const silent = told.findings.find(({ message }) => !message);
    if (silent) return { 'a finding without a message': silent };
    if ((code === 1) !== told.findings.some(({ severity }) => severity === 'error')) return { 'exit code': code };
    return { ...told, findings: told.findings.map(({ message: _message, ...finding }) => finding) };
  }
}
