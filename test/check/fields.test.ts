/** docs/format.md, "Kinds of field": what each kind may hold, what is found when it holds something else, and what that holds back. */
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import type { Layout } from '../../src/file/layout';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { buildFile, buildRecord, buildRecords, type Contents } from '../../scripts/buildFile';
import { changedWard, soundLayout, textLayout } from '../file/layouts';
import { answered, confirmed, day, placed, type AnsweredFinding } from '../reconcile/run';

/** What is found about one data record with these contents. */
const found = (also: Contents, layout: Layout = WARD_LAYOUT): AnsweredFinding[] => [
  ...answered({ files: [{ ...day('20270406', confirmed({ also })), layout }], layouts: [layout] }).findings,
];
const wrongFields = (also: Contents, layout?: Layout): (string | null)[] =>
  found(also, layout).map(({ code, field }) => (code === 'fieldValue' ? field : code));

/** The ward's layout whose 支払い予定日 is of another kind: a short date of 6 bytes, anything else of 8. */
function withKind(kind: 'shortDate' | 'text' | 'count', none?: string): Layout {
  return soundLayout(
    changedWard((data) => {
      const field = data.records.data.find(({ name }) => name === 'transferDate')!;
      field.kind = kind;
      field.length = kind === 'shortDate' ? 6 : 8;
      if (none !== undefined) field.none = none;
      data.records.data.at(-1)!.length += 8 - field.length;
    }),
  );
}

describe('a date', () => {
  test.each(['20270430', '20280229', '00010101', '99991231'])('may be %s', (value) => {
    expect(wrongFields({ paidDate: value })).not.toContain('paidDate');
  });

  test.each(['20270229', '20270431', '20271301', '20270100', '00000000', '        ', '2027043 ', '2027-4-3'])('may not be %j', (value) => {
    expect(wrongFields({ paidDate: value })).toEqual(['paidDate']);
  });
});

describe('an optional date', () => {
  test.each(['20270430', '00000000', '        '])('may be %j', (value) => {
    expect(wrongFields({ transferDate: value })).toEqual([]);
  });

  test.each(['20270431', '0000000 ', '00000001', '99999999'])('may not be %j', (value) => {
    expect(wrongFields({ transferDate: value })).toEqual(['transferDate']);
  });
});

describe('an optional time', () => {
  test.each(['0000', '2359', '1207', '    '])('may be %j', (value) => {
    expect(wrongFields({ paidTime: value })).toEqual([]);
  });

  test.each(['2400', '1260', '12 7', '999 ', '----'])('may not be %j', (value) => {
    expect(wrongFields({ paidTime: value })).toEqual(['paidTime']);
  });
});

describe('a short date', () => {
  test.each(['270430', '000101', '991231', '280229'])('may be %j, of 20YY', (value) => {
    expect(wrongFields({ transferDate: value }, withKind('shortDate'))).toEqual([]);
  });

  test('may be its value for none, and only where it has one', () => {
    expect(wrongFields({ transferDate: '999999' }, withKind('shortDate', '999999'))).toEqual([]);
    expect(wrongFields({ transferDate: '000000' }, withKind('shortDate', '000000'))).toEqual([]);
    expect(wrongFields({ transferDate: '999999' }, withKind('shortDate'))).toEqual(['transferDate']);
  });

  test.each(['270229', '      ', '27043X'])('may not be %j', (value) => {
    expect(wrongFields({ transferDate: value }, withKind('shortDate', '999999'))).toEqual(['transferDate']);
  });
});

describe('a code', () => {
  test.each(['0003711', 'ABCxyz9', '       ', ' 12  AB'])('may be %j', (value) => {
    expect(wrongFields({ storeCode: value })).toEqual([]);
  });

  test.each(['000-711', '000371.', 'ｱ003711', '区03711', '000\t711'])('may not be %j', (value) => {
    expect(wrongFields({ storeCode: value })).toEqual(['storeCode']);
  });
});

describe('a count', () => {
  test('may be digits', () => {
    expect(wrongFields({ transferDate: '00000000' }, withKind('count'))).toEqual([]);
  });

  test.each(['       1', '0000000A', '-0000001', '1,000,00'])('may not be %j', (value) => {
    expect(wrongFields({ transferDate: value }, withKind('count'))).toEqual(['transferDate']);
  });
});

describe('a text', () => {
  /** What is found when the text holds these bytes. */
  function found8(bytes: readonly number[]): Pick<AnsweredFinding, 'code' | 'field' | 'actual'>[] {
    const layout = withKind('text');
    const file = buildFile({ ...day('20270406', confirmed()), layout });
    file.set(bytes, 122 + layout.placed.data.find(({ name }) => name === 'transferDate')!.offset);
    return answered({ files: [file], layouts: [layout] }).findings.map(({ code, field, actual }) => ({ code, field, actual }));
  }

  test.each(['区役所  ', 'ｱｲｳｴｵ   ', 'ﾆﾎﾝｷﾞﾝｺ ', '髙橋①～', 'A~!"#$%&'])('may be %j', (value) => {
    expect(wrongFields({ transferDate: value }, withKind('text'))).toEqual([]);
  });

  test('may be characters that an office has defined for itself', () => {
    expect(found8([0xf0, 0x40, 0xf9, 0xfc, 0x20, 0x20, 0x20, 0x20])).toEqual([]);
  });

  test.each([
    ['half a character at its end', [0x8b, 0xe6, 0x8b, 0xe6, 0x8b, 0xe6, 0x20, 0x8b]],
    ['a byte that begins no character', [0x41, 0xfd, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]],
    ['a pair that is no character', [0x81, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20]],
  ])('may not have %s', (_, bytes) => {
    expect(found8(bytes)).toEqual([{ code: 'fieldValue', field: 'transferDate', actual: `0x${Buffer.from(bytes).toString('hex')}` }]);
  });

  test('is read in the charset of the layout', () => {
    const [utf8, shiftJis] = [textLayout('utf-8'), textLayout('shift_jis')];
    const header = buildRecord(shiftJis, 'header', { createdDate: '20270406', filler: '区役所'.padEnd(96) });
    const file = concatenated([header, ...buildRecords({ ...day('20270406'), layout: shiftJis }).slice(1)]);
    const read = (layout: Layout): string[] => answered({ files: [file], layouts: [layout] }).findings.map(placed);
    expect([read(shiftJis), read(utf8)]).toEqual([[], ['fieldValue 1.dat 1 filler']]);
  });
});

test('a filler may hold any byte, a line end too', () => {
  const file = concatenated(buildRecords(day('20270406', confirmed())));
  file.set([0x0d, 0x0a, 0x00, 0xff, 0x81, 0x1a], 120 + 90);
  expect(answered({ files: [file] }).findings).toEqual([]);
});

test('a constant may be nothing else, and says what it should be', () => {
  const layout = soundLayout(
    changedWard((data) => {
      data.records.data.find(({ name }) => name === 'chainCode')!.kind = 'constant';
      data.records.data.find(({ name }) => name === 'chainCode')!.value = '003711';
    }),
  );
  expect(found({ chainCode: '003711' }, layout)).toEqual([]);
  expect(found({ chainCode: '003712' }, layout)).toMatchObject([{ code: 'fieldValue', field: 'chainCode', expected: '003711', actual: '003712' }]);
});

describe('a notice kind', () => {
  test.each(['01', '02', '03'])('may be %s', (value) => {
    expect(wrongFields({ noticeKind: value })).not.toContain('noticeKind');
  });

  test.each(['00', '04', ' 1', '1 ', 'XX'])('may not be %j', (value) => {
    expect(wrongFields({ noticeKind: value })).toContain('noticeKind');
  });

  test('that is unknown is in no total', () => {
    const { files } = answered({ files: [day('20270406', confirmed({ also: { noticeKind: '09' } }))] });
    const { totals } = files[0]!.groups[0]!;
    expect(Object.values(totals).map(({ count, amount }) => [count.counted, amount.counted])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('that a layout writes as one letter is read so', () => {
    const layout = soundLayout(
      changedWard((data) => {
        data.noticeKinds = { S: 'preliminary', K: 'confirmed' };
        data.records.data[1]!.length = 1;
        data.records.data.at(-1)!.length += 1;
      }),
    );
    expect(found({}, layout)).toEqual([]);
    expect(found({ noticeKind: 'T' }, layout).map(({ message, code }) => [code, message.includes('K、S')])).toContainEqual(['noticeKind', true]);
  });
});

describe('a wrong field', () => {
  const slipWith = (also: Contents): { flags: readonly string[]; paid: number }[] =>
    answered({ files: [day('20270406', confirmed({ also }))] }).slips.map(({ flags, paidAmount }) => ({ flags, paid: paidAmount }));

  test.each<[string, Contents]>([
    ['notice kind', { noticeKind: '09' }],
    ['paid date', { paidDate: '20270231' }],
    ['maker code', { makerCode: '91234X' }],
    ['due date in the barcode', { paymentDueDate: '270231' }],
    ['reissue number', { reissueNumber: 'X' }],
    ['revenue stamp', { revenueStamp: 'X' }],
    ['amount', { amount: '00300X' }],
    ['check digit', { checkDigit: 'X' }],
    ['identifier', { applicationIdentifier: '92' }],
  ])('holds the notice back when it is the %s: shown, but it clears nothing', (_, also) => {
    expect(slipWith(also)).toEqual([{ flags: ['noticeHeld'], paid: 0 }]);
  });

  test.each<[string, Contents]>([
    ['fiscal year', { fiscalYear: '20X7' }],
    ['slip number', { slipNumber: '0000000000000000X' }],
  ])('leaves no slip when it is the %s', (_, also) => {
    expect(slipWith(also)).toEqual([]);
  });

  test.each<[string, Contents]>([
    ['paid time', { paidTime: '2400' }],
    ['store code', { storeCode: '000-711' }],
    ['promised date', { transferDate: '20270231' }],
    ['booking date', { accountingDate: 'XXXXXXXX' }],
    ['chain code', { chainCode: '??????' }],
  ])('does not hold the notice back when it is the %s', (_, also) => {
    expect(slipWith(also)).toEqual([{ flags: [], paid: 3000 }]);
    expect(found(also).map(({ code }) => code)).toEqual(['fieldValue']);
  });

  test('tells in its message whether the notice was held back', () => {
    expect(found({ paidDate: '20270231' })[0]!.message).toContain('保留');
    expect(found({ transferDate: '20270231' })[0]!.message).toContain('この誤りだけでは通知を保留しません');
    expect(found({ paidDate: '20270231', transferDate: '20270231' }).map(({ message }) => message.includes('保留し、'))).toEqual([true, true]);
  });

  test('is one finding each', () => {
    expect(wrongFields({ paidTime: '2400', storeCode: '000-711', transferDate: '20270231', makerCode: 'XXXXXX' })).toEqual([
      'makerCode',
      'paidTime',
      'storeCode',
      'transferDate',
    ]);
  });

  test('of a header is reported, and its group does not know it', () => {
    const input = { ...day('20270406'), groups: [{ createdDate: '20270231', notices: [], header: { agentCode: '05-020' } }] };
    const { findings, files } = answered({ files: [input], layouts: [WARD_LAYOUT] });
    expect(findings.map(placed)).toEqual(['fieldValue 1.dat 1 agentCode', 'fieldValue 1.dat 1 createdDate']);
    expect(files[0]!.groups[0]).toMatchObject({ createdDate: null, agentCode: null, billerCode: '13104' });
  });

  test('of a trailer leaves that total uncompared', () => {
    const { findings, files, complete } = answered({
      files: [{ groups: [{ createdDate: '20270406', notices: [confirmed()], trailer: { confirmedCount: '00000X' } }] }],
    });
    expect(findings.map(placed)).toEqual(['fieldValue 1.dat 3 confirmedCount']);
    expect(files[0]!.unchecked).toEqual([{ item: 'confirmedCount', reason: 'notDigits' }]);
    expect(files[0]!.groups[0]!.totals.confirmed).toEqual({ count: { counted: 1, declared: null }, amount: { counted: 3000, declared: 3000 } });
    expect(complete).toBe(false);
  });
});

test('codes of a header are shown without outer spaces, and none when they are blank', () => {
  const { files } = answered({
    files: [{ groups: [{ createdDate: '20270406', notices: [], billerCode: ' 131 ', header: { agentCode: '      ', usage: ' ' } }] }],
  });
  expect(files[0]!.groups[0]).toMatchObject({ agentCode: null, billerCode: '131', usage: null });
});

describe('the paid date', () => {
  const codes = (paidDate: string, createdDate = '20270406'): string[] =>
    answered({ files: [day(createdDate, confirmed({ paidDate }))] }).findings.map(({ code }) => code);

  test('may be the created date itself and up to 400 days before it', () => {
    expect([codes('20270406'), codes('20270405'), codes('20260302')]).toEqual([[], [], []]);
  });

  test('is implausible the day after the created date and 401 days before it', () => {
    expect([codes('20270407'), codes('20260301')]).toEqual([['paidDateImplausible'], ['paidDateImplausible']]);
  });

  test('is not judged where one of the two dates is not known', () => {
    expect(codes('20270231')).toEqual(['fieldValue']);
    expect(codes('20300101', '20270231')).toEqual(['fieldValue']);
  });

  test('still clears when it is implausible', () => {
    expect(answered({ files: [day('20270406', confirmed({ paidDate: '20270407' }))] }).slips[0]).toMatchObject({ state: 'paid', flags: [] });
  });
});

test('bytes that are not printable are shown as hex, all others as they are', () => {
  const file = buildFile(day('20270406', confirmed()));
  file.set(asciiBytes('a~b c!d'), 122 + 59);
  expect(answered({ files: [file] }).findings[0]).toMatchObject({ field: 'storeCode', actual: 'a~b c!d' });
  file.set([0x7f], 122 + 59);
  expect(answered({ files: [file] }).findings[0]).toMatchObject({ field: 'storeCode', actual: '0x7f7e6220632164' });
});
