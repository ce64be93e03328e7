/** 処理 and what was paid: is a refund given twice, of too much, or of nothing any more? */
import { dispositionCells, dispositionsOf, readDispositions, type WrittenDisposition } from '../../src/reconcile/dispositions';
import { settle, type Settlement } from '../../src/settle';
import { dispositionKindOf } from '../../src/sheet/dispositionChecks';
import { codec } from '../../src/charset';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { buildFile } from '../../scripts/buildFile';
import { confirmed, ledgerOf, tableOf } from './run';

/** Slip 1 was paid once, slip 2 twice: 3,000 yen too much. */
function settlement(): Settlement {
  const twice = { slipNumber: '2' };
  const bytes = buildFile({ groups: [{ createdDate: '20270406', notices: [confirmed(), confirmed(twice), confirmed({ ...twice, paidTime: '1530' })] }] });
  const settled = settle({
    files: [{ name: '1.dat', bytes, sha256: 'a' }],
    ledger: tableOf(ledgerOf(['2027,1,2027-05-31,3000', '2027,2,2027-05-31,3000'])),
    layouts: BUILT_IN_LAYOUTS,
    asOf: 20270510,
    codec,
  });
  if ('refusal' in settled) throw new Error('refused');
  return settled;
}
const written = (
  slipNumber: string,
  disposition: string,
  dispositionDate: string | number | null = null,
  dispositionAmount: string | number | null = null,
): WrittenDisposition => ({
  ...{ biller: '13104', fiscalYear: '2027', slipNumber: slipNumber.padStart(17, '0') },
  ...{ disposition, dispositionDate, dispositionAmount },
});
const faults = (...all: WrittenDisposition[]): unknown[] =>
  dispositionsOf(all, settlement(), dispositionKindOf).faults.map(({ slip, code, expected, actual }) => [slip, code, expected, actual]);

test('a refund of what was paid too much, once, is no fault', () => {
  expect(faults(written('2', '還付済', 46508, 3000), written('1', '督促済', '2027/5/1'))).toEqual([]);
  expect(faults(written('2', '督促済、充当済', '2027/5/1、R9.5.2', '－、3,000円'))).toEqual([]);
});

test('a second refund, one of too much, and one of nothing are faults, with both values', () => {
  expect(faults(written('2', '還付済、還付済', null, '3000、3000'))).toEqual([
    [1, 'refundedTwice', 1, 2],
    [1, 'refundTooMuch', 3000, 6000],
  ]);
  expect(faults(written('2', '充当済', null, 3001))).toEqual([[1, 'refundTooMuch', 3000, 3001]]);
  expect(faults(written('1', 'Refunded', null, 3000))).toEqual([[0, 'refundWithoutOverpayment', 0, 3000]]);
});

test('what cannot be read is told, and taken for nothing', () => {
  expect(faults(written('1', '督促済', '五月', '三千'))).toEqual([
    [0, 'dispositionDate', null, '五月'],
    [0, 'dispositionAmount', null, '三千'],
  ]);
  expect(faults(written('2', '還付済', 5, -1))).toEqual([
    [1, 'dispositionDate', null, '5'],
    [1, 'dispositionAmount', null, '-1'],
  ]);
});

test("the office's own words are kept, and slips that are not listed are nobody's", () => {
  const { bySlip } = dispositionsOf([written('1', '電話済'), written('9', '還付済')], settlement(), dispositionKindOf);
  expect([...bySlip]).toEqual([[0, [{ kind: null, text: '電話済', day: null, amount: null }]]]);
});

test('cells say again what was read from them', () => {
  for (const one of [
    written('1', '督促済', 46508, null),
    written('1', '督促済、還付済', '2027/5/1、2027/5/2', '－、3000'),
    written('1', '調査中、督促済', '－、2027/05/02'),
  ]) {
    const entries = readDispositions(one, dispositionKindOf)!;
    expect(readDispositions({ ...one, ...dispositionCells(entries) }, dispositionKindOf)).toEqual(entries);
  }
  expect(dispositionCells([])).toEqual({ disposition: '', dispositionDate: '', dispositionAmount: '' });
  expect(readDispositions(written('1', '督促済', '五月'), dispositionKindOf)).toBeNull();
});
