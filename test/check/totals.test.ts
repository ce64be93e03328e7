/** Do the totals that a file declares agree with its records, and is each one that was not compared listed with its reason? */
import type { FileInput, GroupInput } from '../../scripts/buildFile';
import { BUILT_IN_LAYOUTS, WARD_LAYOUT } from '../../src/file/layouts';
import { changedWard, docsLayout, soundLayout, type WritableLayout } from '../file/layouts';
import { answered, cancelled, confirmed, day, placed, preliminary, type Answer } from '../reconcile/run';

const group = (more: Partial<GroupInput>): GroupInput => ({ createdDate: '20270406', notices: [], ...more });
const changed = (change: (data: WritableLayout) => void): ReturnType<typeof soundLayout> => soundLayout(changedWard(change));
const read = (input: FileInput): Answer => answered({ files: [input], layouts: [input.layout ?? WARD_LAYOUT] });
const mismatches = (input: FileInput): string[] =>
  read(input).findings.map((finding) => `${placed(finding)} ${String(finding.expected)}≠${String(finding.actual)}`);

const ITEMS = ['preliminaryCount', 'preliminaryAmount', 'confirmedCount', 'confirmedAmount', 'preliminaryCancelledCount', 'preliminaryCancelledAmount'];
const [, mizuho, muf] = BUILT_IN_LAYOUTS;

describe('a trailer', () => {
  test('that agrees says nothing', () => {
    expect(mismatches(day('20270406', preliminary(), confirmed({ amount: 4000 }), cancelled({ storeCode: '9' })))).toEqual([
      'cancellationWithoutPreliminary 1.dat 4 null≠null',
    ]);
  });

  test.each(ITEMS)('that declares another %s is a mismatch of that item alone', (item) => {
    const width = item.endsWith('Count') ? 6 : 12;
    const file = { groups: [group({ trailer: { [item]: '7'.padStart(width, '0') } })] };
    expect(mismatches(file)).toEqual([`totalMismatch 1.dat 2 ${item} 7≠0`]);
  });

  test('sums its own group and no other: +1 and -1 do not cancel out', () => {
    const more = group({ notices: [confirmed()], trailer: { confirmedAmount: '000000003001' } });
    const less = group({ notices: [confirmed({ slipNumber: '2' })], trailer: { confirmedAmount: '000000002999' } });
    expect(mismatches({ groups: [more, less] })).toEqual([
      'totalMismatch 1.dat 3 confirmedAmount 3001≠3000',
      'totalMismatch 1.dat 6 confirmedAmount 2999≠3000',
    ]);
  });

  test('counts a duplicate notice twice', () => {
    expect(mismatches(day('20270406', confirmed(), confirmed()))).toEqual(['duplicateNotice 1.dat 3 null≠null']);
  });

  test('counts a notice held back, with its amount where that is digits', () => {
    const held = confirmed({ also: { checkDigit: 'X' } });
    expect(read(day('20270406', held)).files[0]!.groups[0]!.totals.confirmed).toEqual({
      count: { counted: 1, declared: 1 },
      amount: { counted: 3000, declared: 3000 },
    });
    const unreadable = confirmed({ also: { amount: '00300X' } });
    expect(read(day('20270406', unreadable)).files[0]!.groups[0]!.totals.confirmed).toEqual({
      count: { counted: 1, declared: 1 },
      amount: { counted: 0, declared: 3000 },
    });
  });

  test('may declare as many yen as its digits hold', () => {
    expect(mismatches({ groups: [group({ trailer: { confirmedAmount: '999999999999' } })] })).toEqual(['totalMismatch 1.dat 2 confirmedAmount 999999999999≠0']);
  });
});

describe('the record count', () => {
  test('counts all records where the layout says so', () => {
    expect(mismatches({ ...day('20270406', confirmed()), end: { recordCount: '00000003' } })).toEqual(['recordCountMismatch 1.dat 4 recordCount 3≠4']);
  });

  test('counts data records by their first byte where the layout says so; the answer still counts every record', () => {
    const layout = changed((data) => (data.recordCountIncludes = 'dataRecords'));
    expect(mismatches({ ...day('20270406', confirmed()), layout, end: { recordCount: '00000001' } })).toEqual([]);
    expect(mismatches({ ...day('20270406', confirmed()), layout, end: { recordCount: '00000004' } })).toEqual(['recordCountMismatch 1.dat 4 recordCount 4≠1']);
    expect(read({ ...day('20270406', confirmed()), layout, end: { recordCount: '00000001' } }).files[0]!.recordCount).toEqual({ counted: 4, declared: 1 });
  });
});

describe('a total that was not compared', () => {
  const unchecked = (input: FileInput): [string, string][] => read(input).files[0]!.unchecked.map(({ item, reason }) => [item, reason]);

  test('is listed when the layout has no item for it, trailer items in their order, then the record count', () => {
    expect(unchecked({ ...day('20270406', confirmed({ also: { billerCode: '13104' } })), layout: muf! })).toEqual(
      [...ITEMS, 'recordCount'].map((item) => [item, 'layoutHasNoItem']),
    );
  });

  test('does not make the run incomplete when the layout lacks it', () => {
    expect(read({ ...day('20270406', confirmed({ also: { billerCode: '13104' } })), layout: mizuho! }).complete).toBe(true);
  });

  test('is listed when nobody knows what the record count counts', () => {
    const input = { ...day('20270406', confirmed()), layout: docsLayout(), end: { recordCount: '00000099' } };
    expect(unchecked(input)).toEqual([
      ['preliminaryCount', 'layoutHasNoItem'],
      ['preliminaryAmount', 'layoutHasNoItem'],
      ['preliminaryCancelledCount', 'layoutHasNoItem'],
      ['preliminaryCancelledAmount', 'layoutHasNoItem'],
      ['recordCount', 'unknownCounting'],
    ]);
    expect(read(input)).toMatchObject({ complete: true, findings: [], files: [{ recordCount: { counted: 4, declared: null } }] });
  });

  test('is listed when the field holds no digits, and makes the run incomplete', () => {
    const input = { ...day('20270406', confirmed()), end: { recordCount: '       4' } };
    expect(unchecked(input)).toEqual([['recordCount', 'notDigits']]);
    expect(read(input).complete).toBe(false);
  });

  test('is listed once with the first reason that holds', () => {
    const input = { groups: [group({ trailer: { confirmedCount: 'XXXXXX' } }), group({ trailer: { recordType: '5' } })] };
    expect(unchecked(input)).toEqual(ITEMS.map((item) => [item, 'trailerMissing']));
  });

  test('declares null, whatever is counted', () => {
    const { totals } = read({ ...day('20270406', preliminary()), layout: docsLayout() }).files[0]!.groups[0]!;
    expect(totals.preliminary).toEqual({ count: { counted: 1, declared: null }, amount: { counted: 3000, declared: null } });
  });

  test('is none in a file whose totals were all compared, and none in an empty file', () => {
    expect(unchecked(day('20270406', confirmed()))).toEqual([]);
    expect(answered({ files: [new Uint8Array()] }).files[0]!.unchecked).toEqual([]);
  });
});
