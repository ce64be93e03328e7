/** Are slips counted once and for all: by state, by flag, and 二重納付の疑い apart from what is sure? */
import { summaryOf } from '../../src/cli/summary';
import { ja as commandJa } from '../../src/cli/words.ja';
import { flagTotals, overviewOf, shownFlags, stateTotals } from '../../src/reconcile/overview';
import { flagsOf, stateOf } from '../../src/reconcile/slips';
import { ja } from '../../src/words/ja';
import { goldenRun } from '../sheet/runs';
import { confirmed, day, ledgerOf, preliminary, settled } from './run';

const LEDGER = ledgerOf(['2027,1,2027-04-30,3000', '2027,2,2027-04-30,3000', '2027,3,2027-04-30,3000', '2027,4,2027-04-30,3000']);
const other = { storeCode: '9' };

/** Slip 1: paid twice for sure; 2: one confirmed, one only scanned; 3: confirmed, and paid at the counter; 4: scanned, and paid at the counter. */
const settlement = settled({
  files: [
    day(
      '20270506',
      confirmed({ slipNumber: '1' }),
      confirmed({ slipNumber: '1', ...other }),
      confirmed({ slipNumber: '2' }),
      preliminary({ slipNumber: '2', ...other }),
      confirmed({ slipNumber: '3' }),
      preliminary({ slipNumber: '4' }),
    ),
  ],
  ledger: LEDGER,
  receipts: ['年度,納付書番号,収納日,収納額\n2027,3,2027-04-20,3000\n2027,4,2027-04-20,3000\n'],
});

test('two sure payments, of whatever channel, are 二重納付; fewer are 二重納付の疑い', () => {
  const { slips } = settlement;
  expect([0, 1, 2, 3].map((slip) => shownFlags(slips, slip).find((flag) => /paidTwice/i.test(flag)))).toEqual([
    'paidTwice',
    'perhapsPaidTwice',
    'paidTwice',
    'perhapsPaidTwice',
  ]);
  expect(flagTotals(overviewOf(slips)).find(({ flag }) => flag === 'paidTwice')).toEqual({ flag: 'paidTwice', count: 4, perhaps: 2 });
});

test('the command says how many of them are not sure', () => {
  expect(summaryOf(settlement, ja, commandJa)).toMatch(/^二重納付 +4件 +うち二重納付の疑い2件$/m);
  const unsure = settled({ files: [day('20270506', preliminary(), preliminary(other))], ledger: LEDGER });
  expect(summaryOf(unsure, ja, commandJa)).toMatch(/^二重納付の疑い +1件$/m);
});

test.each(['week', 'held-back', 'wrong-total'] as const)('%s: every slip is in one state, every flag is counted', (name) => {
  const { slips } = goldenRun(name);
  const overview = overviewOf(slips);
  const all = Array.from({ length: slips.count }, (_, slip) => slip);
  for (const { state, count, amount } of stateTotals(overview, true)) {
    const of = all.filter((slip) => stateOf(slips, slip) === state);
    expect([count, amount]).toEqual([of.length, of.reduce((sum, slip) => sum + Math.max(0, slips.billedAmount[slip]!), 0)]);
  }
  for (const { flag, count } of flagTotals(overview)) expect(count).toBe(all.filter((slip) => flagsOf(slips, slip).includes(flag)).length);
});
