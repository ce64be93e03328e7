/** What do the yen of a list of slips stand for? */
import { slipPage } from '../../src/engine/slipViews';
import { overpaidOf } from '../../src/reconcile/overview';
import { goldenRun, withoutLedger } from '../sheet/runs';

const all = { from: 0, count: 1000 };

test('bills where there is a ledger, what is too much for slips that were paid twice, else what was paid', () => {
  const settlement = goldenRun('week');
  const { slips } = settlement;
  const unpaid = slipPage({ settlement }, { ...all, state: 'unpaid' });
  expect(unpaid.amountKind).toBe('billed');
  expect(unpaid.amount).toBe(unpaid.rows.reduce((sum, { billedAmount }) => sum + billedAmount!, 0));
  const twice = slipPage({ settlement }, { ...all, flag: 'paidTwice' });
  expect(twice.amountKind).toBe('overpaid');
  expect(twice.rows.map(({ overpaidAmount }) => overpaidAmount)).toEqual(twice.rows.map(({ slip }) => overpaidOf(slips, slip)));
  expect(twice.amount).toBe(7500);
  const paid = slipPage({ settlement: withoutLedger() }, { ...all, state: 'paid' });
  expect(paid.amountKind).toBe('paid');
  expect(paid.amount).toBe(paid.rows.reduce((sum, { paidAmount }) => sum + paidAmount, 0));
});
