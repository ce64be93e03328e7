/** Do the product and the plain reference still answer the same: the cases that once failed, and two thousand made by chance? */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FINDING_CODES } from '../../src/check/finding';
import { SLIP_FLAGS, SLIP_STATES } from '../../src/reconcile/slips';
import { readCase } from './case';
import { Comparison } from './compare';
import { makeCase } from './makeCase';

const CASES = join(__dirname, 'cases');
const COUNT = 2_000;
/** Of kinds of notice that no layout of the fuzzer has: the plain reference does not know them. Their examples are in test/findings. */
const OF_OTHER_LAYOUTS: readonly string[] = ['confirmedTakenBack', 'noticeIgnored', 'yearAmbiguous'];

interface Told {
  readonly findings: readonly { readonly code: string }[];
  readonly slips: readonly { readonly state: string; readonly flags: readonly string[] }[];
}

const comparison = new Comparison();
afterAll(() => comparison.close());

test.each(readdirSync(CASES))('%s', async (name) => {
  expect((await comparison.compare(readCase(join(CASES, name)))).difference).toBeNull();
});

test(`${COUNT} cases made by chance, and among them every finding, state and flag`, async () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const { difference, expected } = await comparison.compare(makeCase(seed));
    expect({ seed, difference }).toEqual({ seed, difference: null });
    if (expected === 'refused') continue;
    const { findings, slips } = expected as Told;
    for (const { code } of findings) seen.add(code);
    for (const { state, flags } of slips) for (const word of [state, ...flags]) seen.add(word);
  }
  expect([...FINDING_CODES, ...SLIP_STATES, ...SLIP_FLAGS].filter((word) => !seen.has(word)).sort()).toEqual(OF_OTHER_LAYOUTS);
}, 240_000);
