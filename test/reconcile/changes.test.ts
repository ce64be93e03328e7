/** docs/format.md, "Changes": what is not the same as in an earlier answer. */
import { changesSince, type Change, type EarlierSlip } from '../../src/reconcile/changes';
import { confirmed, day, ledgerOf, preliminary, settled, type Given } from './run';

const OPEN = { state: 'unpaid', paidAmount: 0, otherAmount: 0, flags: [] } as const;
const earlier = (slipNumber: string, more: Partial<EarlierSlip> = {}): EarlierSlip => ({
  billerCode: '13104',
  fiscalYear: '2027',
  slipNumber,
  ...OPEN,
  ...more,
});

function changes(old: readonly EarlierSlip[], more: Partial<Given> = {}): Change[] {
  const { slips, billers } = settled({
    files: [day('20270506', confirmed({ slipNumber: '2' }))],
    ledger: ledgerOf(['2027,1,2027-04-30,3000', '2027,2,2027-04-30,3000']),
    ...more,
  });
  return changesSince(old, slips, billers);
}
const PAID = { state: 'paid', paidAmount: 3000, otherAmount: 0, flags: [] } as const;
const paid = (slipNumber: string): EarlierSlip => earlier(slipNumber, PAID);

test('a slip that is the same is none, whatever its zeros and whether it has become overdue or remindable since', () => {
  expect(changes([earlier('1'), paid('00000000000000002')])).toEqual([]);
  expect(changes([earlier('01', { billerCode: '013104', fiscalYear: '02027', flags: ['remindable'] }), paid('2')])).toEqual([]);
});

test.each<[string, Partial<EarlierSlip>]>([
  ['state', { state: 'preliminary' }],
  ['paidAmount', { paidAmount: 2999 }],
  ['otherAmount', { otherAmount: 1 }],
  ['flags', { flags: ['needsReview', 'overdue'] }],
])('another %s is a change, with all flags of both', (_, before) => {
  const { state, paidAmount, otherAmount, flags } = { ...PAID, ...before };
  const name = { billerCode: '13104', fiscalYear: '2027', slipNumber: '00000000000000002' };
  expect(changes([earlier('1'), earlier('2', { ...PAID, ...before })])).toEqual([{ ...name, before: { state, paidAmount, otherAmount, flags }, after: PAID }]);
});

test('a slip that one of both lacks is a change, in slip order', () => {
  const old = [earlier('3'), earlier('2', { billerCode: null }), earlier('9', { fiscalYear: '2026' })];
  expect(
    changes(old).map(({ billerCode, fiscalYear, slipNumber, before, after }) => [billerCode, fiscalYear, Number(slipNumber), before?.state, after?.state]),
  ).toEqual([
    ['13104', '2026', 9, 'unpaid', undefined],
    ['13104', '2027', 1, undefined, 'unpaid'],
    [null, '2027', 2, 'unpaid', undefined],
    ['13104', '2027', 2, undefined, 'paid'],
    ['13104', '2027', 3, 'unpaid', undefined],
  ]);
});

test('slips of other billers are others', () => {
  const files = [{ groups: [{ createdDate: '20270506', billerCode: '13112', notices: [preliminary({ slipNumber: '2' })] }] }];
  expect(changes([earlier('2', { state: 'preliminary', paidAmount: 3000, flags: [] })], { files, ledger: ledgerOf(['2027,2,2027-04-30,3000']) })).toHaveLength(
    2,
  );
});
