/** How often is a layout that nobody published learned? `npm run -s layout:bar -- [COUNT [FIRST SEED]]`. */
import process from 'node:process';
import { score } from './bar';
import { world } from './world';

const [count = 60, first = 1] = process.argv.slice(2).map(Number);
let same = 0;
let sameBillers = 0;
let declared = 0;
let found = 0;
for (let seed = first; seed < first + count; seed++) {
  const result = score(world(seed));
  if (result.different.length === 0) same++;
  if (result.sameBillers) sameBillers++;
  declared += result.declared;
  found += result.found;
  if (result.different.length > 0 || result.found < result.declared) {
    process.stdout.write(
      `seed ${seed}: ${result.different.length} of ${result.slips} slips differ (${result.different[0] ?? ''}), ${result.found} of ${result.declared} declared figures\n`,
    );
  }
}
process.stdout.write(
  `${same} of ${count} layouts give every slip the same (billers too: ${sameBillers}); ${found} of ${declared} declared figures found (${((100 * found) / declared).toFixed(1)} %)\n`,
);
