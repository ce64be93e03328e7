/** Do the product and the plain reference still answer the same: the cases that once failed, and two thousand made by chance? */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readCase } from './case';
import { Comparison } from './compare';
import { makeCase } from './makeCase';

const CASES = join(__dirname, 'cases');
const COUNT = 2_000;

const comparison = new Comparison();
afterAll(() => comparison.close());

test.each(readdirSync(CASES))('%s', async (name) => {
  expect(await comparison.compare(readCase(join(CASES, name)))).toBeNull();
});

test(`${COUNT} cases made by chance`, async () => {
  for (let seed = 1; seed <= COUNT; seed += 1) {
    const difference = await comparison.compare(makeCase(seed));
    expect({ seed, difference }).toEqual({ seed, difference: null });
  }
}, 120_000);
