/** Do the product and the plain reference answer the same? */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reconcile } from '../../src/cli/reconcile';
import { answer } from '../reference/answer';
import { Refused } from '../reference/layout';
import { Case, runOf } from './case';
import { answered, argumentsOf } from './command';

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

/** The reference's answer, or `refused`. */
export function referenceAnswer(one: Case, at: (name: string) => string): unknown {
  try {
    return JSON.parse(JSON.stringify(answer(runOf(one, at))));
  } catch (error) {
    if (error instanceof Refused) return 'refused';
    throw error;
  }
}

/** Keeps a folder for the files of the case at hand; the command reads them as a clerk's would be read. */
export class Comparison {
  readonly #folder = mkdtempSync(join(tmpdir(), 'fuzz-'));

  close(): void {
    rmSync(this.#folder, { recursive: true });
  }

  async compare(one: Case): Promise<{ difference: Difference | null; expected: unknown }> {
    const expected = referenceAnswer(one, this.#at);
    return { expected, difference: firstDifference(expected, await this.product(one)) };
  }

  #at = (name: string): string => join(this.#folder, name);

  async product(one: Case): Promise<unknown> {
    return answered(await reconcile(argumentsOf(one, this.#folder), () => undefined));
  }
}
