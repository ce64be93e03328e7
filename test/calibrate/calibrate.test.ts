/** What does a calibration say of files whose layout is known to us, and what does it leave open? */
import { buildFile, type GroupInput, type NoticeInput } from '../../scripts/buildFile';
import { calibrate } from '../../src/calibrate/calibrate';
import type { Calibration } from '../../src/calibrate/proposal';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import type { Layout } from '../../src/file/layout';
import { WARD_LAYOUT } from '../../src/file/layouts';
import type { LedgerTable } from '../../src/reconcile/table';
import { changedWard, soundLayout } from '../file/layouts';

const SLIPS = Array.from({ length: 40 }, (_, index) => index);
const numberOf = (slip: number): string => String(1_000_000 + slip * 37);
const amountOf = (slip: number): number => 1000 + slip * 170;

const notice = (slip: number, kind: NoticeInput['kind']): NoticeInput => ({
  kind,
  paidDate: `202704${String(5 + (slip % 4)).padStart(2, '0')}`,
  paidTime: `${String((slip * 5) % 24).padStart(2, '0')}${String((slip * 13) % 60).padStart(2, '0')}`,
  slipNumber: numberOf(slip),
  amount: amountOf(slip),
  storeCode: String(1000 + slip * 11),
  paymentDueDate: '270430',
  also: {
    accountingDate: kind === 'confirmed' ? '20270410' : `202704${String(5 + (slip % 4)).padStart(2, '0')}`,
    chainCode: ['003711', '003423', '980002'][slip % 3]!,
    ...(kind === 'confirmed' ? { transferDate: '20270421' } : {}),
  },
});

/** A day for each paid date, and one on which most are confirmed and one is undone. */
function groups(): GroupInput[] {
  const first = [0, 1, 2, 3].map((day): GroupInput => ({
    createdDate: `202704${String(6 + day).padStart(2, '0')}`,
    notices: SLIPS.filter((slip) => slip % 4 === day).map((slip) => notice(slip, 'preliminary')),
  }));
  const confirmed = SLIPS.filter((slip) => slip % 5 !== 0).map((slip) => notice(slip, 'confirmed'));
  return [...first, { createdDate: '20270411', notices: [...confirmed, notice(0, 'preliminaryCancelled'), notice(5, 'preliminaryCancelled')] }];
}

const filesOf = (layout: Layout, some = groups()): Uint8Array[] => some.map((group) => buildFile({ layout, groups: [group] }));

function ledger(withBiller = false): LedgerTable {
  const header = `年度,納付書番号,納期限,請求金額${withBiller ? ',収納機関コード' : ''}`;
  const rows = SLIPS.map((slip) => `2027,${numberOf(slip).padStart(17, '0')},2027-04-30,${amountOf(slip)}${withBiller ? ',13104' : ''}`);
  const read = readCsv('ledger.csv', new TextEncoder().encode([header, ...rows].join('\n')), codec);
  if ('problem' in read) throw new Error('the ledger is refused');
  return read.table;
}

const learn = (files: readonly Uint8Array[], given: LedgerTable | null = ledger(true)): Calibration =>
  calibrate({ files, ledger: given, id: 'learned', title: '提案' });
const placeOf = ({ items }: Calibration, name: string): readonly number[] | undefined => {
  const item = items.find((one) => one.name === name && one.kind !== 'filler');
  return item === undefined ? undefined : [item.offset, item.length];
};
const asked = ({ questions }: Calibration): string[] => questions.map(({ code, about }) => (about === '' ? code : `${code} ${about}`));

test('the ward layout is learned from its files: nothing differs but codes that no file tells', () => {
  const learned = learn(filesOf(WARD_LAYOUT));
  expect(learned.noticeKinds).toEqual(WARD_LAYOUT.noticeKinds);
  expect(learned.recordCountIncludes).toBe('allRecords');
  expect(learned.nearest).toMatchObject({ id: 'ward', recordLength: null });
  expect(learned.nearest!.differences.map(({ names }) => names)).toEqual([['agentCode'], ['usage']]);
  expect(asked(learned)).toEqual([]);
});

test('a shift is recognised', () => {
  const shifted = soundLayout(
    changedWard((data) => {
      data.records.data.splice(2, 0, { name: 'gap', title: '予備', length: 2, kind: 'filler' });
      data.records.data.find(({ name }) => name === 'filler')!.length -= 2;
    }),
  );
  const { nearest } = learn(filesOf(shifted));
  const moved = nearest!.differences.filter(({ shift }) => shift !== 0);
  expect(moved).toEqual([
    { place: 'data', names: ['paidDate', 'paidTime', 'barcode', 'storeCode', 'transferDate', 'accountingDate', 'chainCode'], shift: 2, here: 8, there: 8 },
  ]);
});

test('one group that holds whole lives of payments: the later days and the hub of the pairs tell the kinds', () => {
  const all: GroupInput = { createdDate: '20270425', notices: groups().flatMap(({ notices }) => notices) };
  const learned = learn(filesOf(WARD_LAYOUT, [all]));
  expect(learned.noticeKinds).toEqual(WARD_LAYOUT.noticeKinds);
  expect(placeOf(learned, 'transferDate')).toEqual([66, 8]);
});

test('a record with a bad code is held back under the proposal too, and said so', () => {
  const some = groups();
  const [first, ...rest] = some[0]!.notices;
  const learned = learn(
    filesOf(WARD_LAYOUT, [{ ...some[0]!, notices: [{ ...first!, also: { ...first!.also, noticeKind: '99' } }, ...rest] }, ...some.slice(1)]),
  );
  expect(learned.noticeKinds).toEqual(WARD_LAYOUT.noticeKinds);
  expect(asked(learned)).toContain('strayCode 99');
});

test('each item carries its numbers', () => {
  const { items } = learn(filesOf(WARD_LAYOUT));
  const evidenceOf = (name: string): unknown => items.find((item) => item.name === name)?.evidence;
  expect(evidenceOf('barcode')).toEqual([{ code: 'checkDigit', matched: 74, of: 74 }]);
  expect(evidenceOf('slipNumber')).toEqual([{ code: 'inLedger', matched: 40, of: 40 }]);
  expect(evidenceOf('confirmedAmount')).toEqual([{ code: 'totalEquals', about: 'confirmedAmount', matched: 5, of: 5 }]);
  expect(evidenceOf('paidDate')).toContainEqual({ code: 'sameForOnePayment', matched: 34, of: 34 });
});

test('totals in another order are found by their numbers', () => {
  const reversed = soundLayout(
    changedWard((data) => {
      const [type, ...items] = data.records.trailer;
      data.records.trailer = [type!, ...items.reverse()];
    }),
  );
  const learned = learn(filesOf(reversed));
  for (const { name, offset, length } of reversed.placed.trailer.filter(({ kind }) => kind === 'count' || kind === 'yen')) {
    const [at = 0, size = 0] = placeOf(learned, name) ?? [];
    expect([name, at + size]).toEqual([name, offset + length]);
  }
});

describe('what the files do not tell is asked for', () => {
  test('one kind of notice only: its code cannot be known', () => {
    const learned = learn(filesOf(WARD_LAYOUT, groups().slice(0, 3)));
    expect(asked(learned)).toContain('noticeKind');
    expect(learned.layout).toBeNull();
  });

  test('no cancellation: its code stays unknown, and the layout can be used', () => {
    const some = groups().map((group) => ({ ...group, notices: group.notices.filter(({ kind }) => kind !== 'preliminaryCancelled') }));
    const learned = learn(filesOf(WARD_LAYOUT, some));
    expect(asked(learned)).toContain('kindNotSeen preliminaryCancelled');
    expect(learned.layout!.noticeKinds).toEqual({ '01': 'preliminary', '02': 'confirmed' });
  });

  test('no ledger: the slip number is a guess that is said to be one', () => {
    const learned = learn(filesOf(WARD_LAYOUT), null);
    expect(asked(learned)).toEqual(expect.arrayContaining(['noLedger', 'slipNumberWithoutLedger 13-29']));
    expect(placeOf(learned, 'slipNumber')).toEqual([12, 17]);
    expect(placeOf(learned, 'fiscalYear')).toEqual([8, 4]);
  });

  test('a ledger of other slips: no number is taken', () => {
    const other = readCsv('l.csv', new TextEncoder().encode('年度,納付書番号,納期限,請求金額\n2027,77,2027-04-30,1\n2027,78,2027-04-30,1'), codec);
    if ('problem' in other) throw new Error('the ledger is refused');
    const learned = learn(filesOf(WARD_LAYOUT), other.table);
    expect(asked(learned)).toContain('slipNumber');
    expect(learned.layout).toBeNull();
  });

  test.each([
    ['nothing', new Uint8Array(0), 'recordLength'],
    ['a text', new TextEncoder().encode('年度,納付書番号\n2027,1\n'), 'recordLength'],
    ['no data record', buildFile({ groups: [{ createdDate: '20270406', notices: [] }] }), 'dataRecords'],
  ])('%s', (_, bytes, question) => {
    const learned = learn([bytes]);
    expect(asked(learned)).toEqual([question]);
    expect(learned.layout).toBeNull();
  });
});
