/** docs/format.md, "Layout detection": the layout with the fewest misfits; on a tie the one that compares more totals; then the order. */
import { buildFile, buildRecords, type FileInput, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { candidatesOf, chooseLayouts, type LayoutFit } from '../../src/check/detectLayout';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import type { Layout } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS, WARD_LAYOUT } from '../../src/file/layouts';
import { changedWard, soundLayout } from '../file/layouts';
import { answered, confirmed, day, placed, preliminary, sourceOf } from '../reconcile/run';

const [ward, mizuho, muf] = BUILT_IN_LAYOUTS as [Layout, Layout, Layout];
const notice = (more: Partial<NoticeInput> = {}): NoticeInput => confirmed({ also: { billerCode: '13104' }, ...more });
const fitOf = (bytes: Uint8Array, layouts = BUILT_IN_LAYOUTS): LayoutFit => chooseLayouts([candidatesOf(sourceOf('a.dat', bytes), layouts, codec)])[0]!;
const best = (bytes: Uint8Array, layouts = BUILT_IN_LAYOUTS): string => fitOf(bytes, layouts).layout.id;

test.each([ward, mizuho, muf].map((layout) => [layout.id, layout] as const))('a file in the layout %s is known by one notice', (id, layout) => {
  const { files, findings } = answered({ files: [{ ...day('20270406', notice()), layout }] });
  expect(files[0]!.layout).toBe(id);
  expect(findings).toEqual([]);
});

test('some misfits do not make it another layout', () => {
  const notices = [notice({ also: { checkDigit: 'X', transferDate: '20270231' } }), notice({ slipNumber: '2' })];
  expect(best(buildFile(day('20270406', ...notices)))).toBe('ward');
});

test('how well each layout fits is counted in findings', () => {
  const bytes = buildFile(day('20270406', notice({ also: { checkDigit: 'X', transferDate: '20270231' } })));
  expect(fitOf(bytes)).toMatchObject({ layout: ward, misfits: 2, records: 4 });
});

test('what is odd or does not add up is no misfit', () => {
  const odd = {
    groups: [
      { createdDate: '20270406', notices: [notice({ paidDate: '20280101', amount: 0, also: { revenueStamp: '1' } })], trailer: { confirmedCount: '000009' } },
    ],
  };
  expect(fitOf(buildFile(odd), [ward]).misfits).toBe(0);
  const unordered = concatenated(buildRecords(day('20270406', notice())).reverse());
  expect(fitOf(unordered, [ward]).misfits).toBe(0);
});

test('on a tie the layout that lets more totals be compared comes first', () => {
  expect(best(asciiBytes('nothing'), [mizuho, muf, ward])).toBe('ward');
});

test('then the order in which the layouts are known', () => {
  expect(best(asciiBytes('nothing'), [muf, mizuho])).toBe('muf');
  expect(best(asciiBytes('nothing'), [mizuho, muf])).toBe('mizuho');
});

test('a trailer never decides: blank totals are an error, not another layout', () => {
  const blank = { confirmedCount: '      ', confirmedAmount: '            ' };
  const { files, findings } = answered({ files: [{ groups: [{ createdDate: '20270406', notices: [notice()], trailer: blank }] }] });
  expect(files[0]!.layout).toBe('ward');
  expect(findings.map(({ code }) => code)).toEqual(['fieldValue', 'fieldValue']);
});

test('a file without notices is judged by nothing but the run and the totals that a layout checks', () => {
  const { files } = answered({ files: [{ groups: [{ createdDate: '20270231', notices: [] }] }] });
  expect(files[0]).toMatchObject({ layout: 'ward', unchecked: [] });
});

test('an empty file fits every layout, so the ward wins it', () => {
  expect(best(new Uint8Array())).toBe('ward');
  expect(answered({ files: [new Uint8Array()] }).files[0]!.layout).toBe('ward');
});

test('no more than the first 1,000 records are tried', () => {
  const recordsOf = (layout: Layout, count: number): Uint8Array[] => {
    const one = buildRecords({ ...day('20270406', notice()), layout })[1]!;
    return Array.from({ length: count }, () => one);
  };
  const file = (wards: number): Uint8Array => concatenated([...recordsOf(ward, wards), ...recordsOf(muf, 2000)]);
  expect(best(file(501))).toBe('ward');
  expect(best(file(499))).toBe('muf');
});

test('a layout that is named is taken, whether it fits or not', () => {
  const { files, findings } = answered({ files: [day('20270406', notice())], layouts: [muf] });
  expect(files[0]!.layout).toBe('muf');
  expect(findings.length).toBeGreaterThan(0);
});

test('a record of another length is told by the layout whose length it has', () => {
  const long = soundLayout(
    changedWard((data) => {
      data.recordLength = 121;
      for (const fields of Object.values(data.records)) fields.at(-1)!.length += 1;
    }),
  );
  expect(best(buildFile({ ...day('20270406', notice()), layout: long }), [ward, mizuho, muf, long])).toBe('changed');
});

describe('files of one run', () => {
  test('are tried each by itself, and different layouts are one warning for the run', () => {
    const files = [day('20270406', notice()), { ...day('20270407', notice()), layout: muf }, { ...day('20270408', notice()), layout: mizuho }];
    const { files: read, findings } = answered({ files });
    expect(read.map(({ layout }) => layout)).toEqual(['ward', 'muf', 'mizuho']);
    expect(findings.filter(({ code }) => code === 'layoutDiffers').map(placed)).toEqual(['layoutDiffers']);
    expect(findings.filter(({ code }) => code === 'layoutDiffers')[0]).toMatchObject({ file: null, severity: 'warning' });
  });

  /** Fits the layouts mizuho and muf alike: no date but those that both have. */
  const between = (createdDate: string) => ({ ...day(createdDate, preliminary({ also: { billerCode: '13104' } })), layout: muf });

  test('that fit several layouts, or have no data, follow those that fit one', () => {
    const plain = { ...day('20270408', notice()), layout: muf };
    const empty = { ...day('20270409'), layout: muf };
    const layoutsOf = (...files: FileInput[]): (string | null)[] => answered({ files }).files.map(({ layout }) => layout);
    expect(layoutsOf(between('20270406'), empty, plain)).toEqual(['muf', 'muf', 'muf']);
    expect(layoutsOf(empty, { ...day('20270408', notice()), layout: mizuho })).toEqual(['mizuho', 'mizuho']);
    expect(layoutsOf(empty)).toEqual(['ward']);
    expect(
      layoutsOf(plain, { ...day('20270410', notice()), layout: mizuho }, { ...day('20270411', notice({ slipNumber: '2' })), layout: mizuho }, empty),
    ).toEqual(['muf', 'mizuho', 'mizuho', 'mizuho']);
  });

  test('that took the same layout are no warning', () => {
    expect(answered({ files: [day('20270406', notice()), day('20270407')] }).findings).toEqual([]);
  });

  test('that are not read took none', () => {
    const { findings } = answered({ files: [{ ...day('20270406', notice()), layout: muf }, asciiBytes('PK')] });
    expect(findings.map(({ code }) => code)).toEqual(['notASettlementFile']);
  });
});

test('numbers are as wide as in the widest layout of the run', () => {
  const { slips } = answered({ files: [day('20270406', notice()), { ...day('20270407', notice({ slipNumber: '2' })), layout: muf }] });
  expect(slips.map(({ slipNumber }) => slipNumber)).toEqual(['00000000000000001', '00000000000000002']);
  expect(answered({ files: [{ ...day('20270407', notice()), layout: muf }] }).slips[0]!.slipNumber).toBe('000000000001');
  expect(answered({ files: [asciiBytes('PK')], ledger: '年度,納付書番号,納期限,請求金額\n2027,1,2027-04-30,3000\n' }).slips[0]!.slipNumber).toHaveLength(
    WARD_LAYOUT.slipNumber.length,
  );
});
