/** docs/format.md, "The slip": the states, the flags and their boundary days, and what a slip's values are. */
import { SLIP_FLAGS, type SlipFlag } from '../../src/reconcile/slips';
import { ja } from '../../src/words/ja';
import type { NoticeInput } from '../../scripts/buildFile';
import { answered, BLANK, cancelled, confirmed, day, ledgerOf, preliminary, type AnsweredSlip, type Given } from './run';

/** The ledger's row of slip 1: 3,000 yen due on 2027/04/30. */
const ROW = '2027,1,2027-04-30,3000';
const withReissue = (reissue: string, due = '2027-04-30'): string => ledgerOf([`2027,1,${due},3000,${reissue}`], '年度,納付書番号,納期限,請求金額,再発行区分');

function slipsOf(notices: readonly NoticeInput[], more: Partial<Given> = {}): readonly AnsweredSlip[] {
  return answered({ files: [day('20270506', ...notices)], ...more }).slips;
}
/** Slip 1 after these notices, with its ledger row unless said otherwise. */
const slipOf = (notices: readonly NoticeInput[], more: Partial<Given> = {}): AnsweredSlip => slipsOf(notices, { ledger: ledgerOf([ROW]), ...more })[0]!;
const has = (flag: SlipFlag, notices: readonly NoticeInput[], more?: Partial<Given>): boolean => slipOf(notices, more).flags.includes(flag);

describe('the state of a slip is', () => {
  test.each<[AnsweredSlip['state'], string, NoticeInput[]]>([
    ['paid', 'a payment is confirmed', [confirmed()]],
    ['paid', 'one of its payments is confirmed, whatever the others are', [preliminary({ storeCode: '9' }), cancelled({ storeCode: '8' }), confirmed()]],
    ['paid', 'a payment is confirmed and cancelled: the money wins', [confirmed(), cancelled()]],
    ['preliminary', 'a shop has scanned it', [preliminary()]],
    ['preliminary', 'it was paid again after a cancellation', [preliminary(), cancelled(), preliminary({ paidTime: '1530' })]],
    ['cancelled', 'all of its payments are cancelled', [preliminary(), cancelled()]],
    ['cancelled', 'only a cancellation is known', [cancelled()]],
    ['unpaid', 'it has no payment', []],
    ['unpaid', 'its only notice is held back', [confirmed({ also: { checkDigit: 'X' } })]],
  ])('%s when %s', (state, _, notices) => {
    expect(slipOf(notices).state).toBe(state);
  });

  test('never unpaid without a ledger: a slip without payments is not known', () => {
    expect(slipsOf([], {})).toEqual([]);
  });
});

describe('reissued 再発行', () => {
  test.each<[string, boolean, NoticeInput[], string]>([
    ["the ledger's reissue number is above 0", true, [], '1'],
    ["a payment's is", true, [confirmed({ reissueNumber: 2 })], '0'],
    ["a cancelled payment's is", true, [preliminary({ reissueNumber: 1 }), cancelled({ reissueNumber: 1 })], '0'],
    ['neither is', false, [confirmed()], '0'],
    ["only a held notice's is", false, [confirmed({ reissueNumber: 1, also: { checkDigit: 'X' } })], '0'],
  ])('when %s: %p', (_, holds, notices, reissue) => {
    expect(has('reissued', notices, { ledger: withReissue(reissue) })).toBe(holds);
  });
});

describe('paidTwice 二重納付', () => {
  test.each<[string, boolean, NoticeInput[]]>([
    ['two payments are confirmed', true, [confirmed(), confirmed({ paidTime: '1530' })]],
    ['two are preliminary', true, [preliminary(), preliminary({ storeCode: '9' })]],
    ['one is confirmed, one preliminary', true, [confirmed(), preliminary({ storeCode: '9' })]],
    ['one is confirmed, one cancelled', false, [confirmed(), preliminary({ storeCode: '9' }), cancelled({ storeCode: '9' })]],
    ['there is one with all its notices', false, [preliminary(), confirmed(BLANK)]],
    ['one notice stands twice and the totals count both', true, [confirmed(), confirmed()]],
  ])('when %s: %p', (_, holds, notices) => {
    expect(has('paidTwice', notices)).toBe(holds);
  });
});

describe('amountDiffers 金額相違', () => {
  test('when a payment is not the billed amount, more or less', () => {
    expect([2999, 3000, 3001].map((amount) => has('amountDiffers', [confirmed({ amount })]))).toEqual([true, false, true]);
  });

  test('is asked of every payment, not of their sum', () => {
    expect(has('amountDiffers', [confirmed({ amount: 1000 }), confirmed({ amount: 2000, paidTime: '1530' })])).toBe(true);
    expect(has('amountDiffers', [confirmed(), confirmed({ paidTime: '1530' })])).toBe(false);
  });

  test('is not asked of cancelled payments', () => {
    expect(has('amountDiffers', [preliminary({ amount: 1 }), cancelled({ amount: 1 }), confirmed()])).toBe(false);
  });

  test('is not known without a readable billed amount', () => {
    expect(slipOf([confirmed({ amount: 1 })], { ledger: ledgerOf(['2027,1,2027-04-30,']) }).flags).toEqual(['needsReview']);
    expect(slipsOf([confirmed({ amount: 1 })])[0]!.flags).toEqual([]);
  });
});

describe('paidLate 期限後納付', () => {
  const late = (paidDate: string, more?: Partial<Given>, notice: Partial<NoticeInput> = {}): boolean =>
    has('paidLate', [confirmed({ paidDate, ...notice })], more);

  test("is the day after the ledger's due date, not that day", () => {
    expect(['20270429', '20270430', '20270501'].map((paidDate) => late(paidDate))).toEqual([false, false, true]);
  });

  test("follows the ledger's due date, not the barcode's", () => {
    expect(late('20270501', undefined, { paymentDueDate: '270531' })).toBe(true);
    expect(late('20270430', undefined, { paymentDueDate: '270401' })).toBe(false);
  });

  test("follows the barcode's own when its reissue number is above the ledger's", () => {
    const reissued = { reissueNumber: 1, paymentDueDate: '270502' };
    expect(['20270502', '20270503'].map((paidDate) => late(paidDate, {}, reissued))).toEqual([false, true]);
    expect(late('20270503', {}, { reissueNumber: 1, paymentDueDate: '999999' })).toBe(false);
  });

  test("follows the ledger's when the reissue number is the same or lower", () => {
    const old = { reissueNumber: 1, paymentDueDate: '270531' };
    expect(late('20270501', { ledger: withReissue('1') }, old)).toBe(true);
    expect(late('20270501', { ledger: withReissue('2') }, old)).toBe(true);
  });

  test('follows the latest barcode of the slip when it is not in the ledger', () => {
    const notices = [confirmed({ paidDate: '20270501' }), confirmed({ paidDate: '20270501', reissueNumber: 1, paymentDueDate: '270501', paidTime: '1530' })];
    expect(slipsOf(notices)[0]!.flags).not.toContain('paidLate');
    expect(slipsOf([confirmed({ paidDate: '20270501' })])[0]!.flags).toContain('paidLate');
  });

  test('is not asked of cancelled payments', () => {
    const late = { paidDate: '20270501' };
    expect(has('paidLate', [preliminary(late), cancelled(late)])).toBe(false);
  });

  test('is not known without a due date', () => {
    expect(late('20270501', { ledger: ledgerOf(['2027,1,,3000']) })).toBe(false);
  });
});

describe('overdue 期限超過', () => {
  /** The last created date is 2027/05/06. */
  const overdue = (dueDate: string, asOf: string, notices: NoticeInput[] = []): boolean =>
    has('overdue', notices, { ledger: ledgerOf([`2027,1,${dueDate},3000`]), asOf });

  test('is the day after the due date, seen from the as-of date', () => {
    expect(['2027-04-29', '2027-04-30', '2027-05-01'].map((asOf) => overdue('2027-04-30', asOf))).toEqual([false, false, true]);
  });

  test('is never said of a due date that the data does not reach', () => {
    expect(['2027-05-05', '2027-05-06', '2027-05-07'].map((dueDate) => overdue(dueDate, '2028-01-01'))).toEqual([true, false, false]);
  });

  test('is never said when no created date is known', () => {
    const files = [{ groups: [{ createdDate: '20270231', notices: [confirmed({ slipNumber: '2' })] }] }];
    expect(answered({ files, ledger: ledgerOf([ROW]) })).toMatchObject({ dataThrough: null, slips: [{ state: 'unpaid', flags: [] }, { state: 'paid' }] });
  });

  test('is said of cancelled slips, not of paid or preliminary ones', () => {
    const at = (notices: NoticeInput[]): boolean => overdue('2027-04-30', '2027-05-10', notices);
    expect([at([preliminary(), cancelled()]), at([preliminary()]), at([confirmed()])]).toEqual([true, false, false]);
  });

  test('is not said when a notice of the slip is held back', () => {
    expect(slipOf([confirmed({ also: { checkDigit: 'X' } })]).flags).toEqual(['noticeHeld']);
  });

  test.each<[string, NoticeInput]>([
    ['a payment', confirmed()],
    ['a cancelled payment', cancelled()],
    ['a held notice', confirmed({ also: { checkDigit: 'X' } })],
  ])('is not said when another biller has %s with its year and number', (_, notice) => {
    const files = [{ groups: [{ createdDate: '20270506', billerCode: '13112', notices: [notice] }] }];
    const ledger = ledgerOf(['2027,1,2027-04-30,3000,13104'], '年度,納付書番号,納期限,請求金額,収納機関コード');
    const [slip] = answered({ files, ledger }).slips;
    expect(slip).toMatchObject({ billerCode: '13104', state: 'unpaid' });
    expect(slip!.flags).not.toContain('overdue');
    const own = day('20270506');
    const other = { groups: [{ createdDate: '20270506', billerCode: '13112', notices: [{ ...notice, slipNumber: '2' }] }] };
    expect(answered({ files: [own, other], ledger }).slips[0]!.flags).toEqual(['overdue']);
    expect(answered({ files: [other], ledger }).slips[0]!.flags).toEqual([]);
  });

  test('is not said without a due date', () => {
    expect(has('overdue', [], { ledger: ledgerOf(['2027,1,2027-02-31,3000']) })).toBe(false);
  });
});

describe('paidOnOldSlip 旧納付書で納付 and ledgerBehind 台帳が古い', () => {
  test.each<[string, SlipFlag[]]>([
    ['0', ['ledgerBehind', 'reissued']],
    ['', ['ledgerBehind', 'reissued']],
    ['1', ['reissued']],
    ['2', ['paidOnOldSlip', 'reissued']],
  ])("a payment with reissue number 1, the ledger's being %j: %j", (reissue, flags) => {
    expect(slipOf([confirmed({ reissueNumber: 1 })], { ledger: withReissue(reissue) }).flags).toEqual(flags);
  });

  test('are not said of cancelled payments', () => {
    const old = { reissueNumber: 1 };
    expect(slipOf([preliminary(old), cancelled(old)], { ledger: withReissue('2', '2027-05-31') }).flags).toEqual(['reissued']);
    expect(slipOf([preliminary(old), cancelled(old)], { ledger: withReissue('0', '2027-05-31') }).flags).toEqual(['reissued']);
  });

  test('may both be said of one slip', () => {
    const notices = [confirmed({ reissueNumber: 0 }), confirmed({ reissueNumber: 2, paidTime: '1530' })];
    expect(slipOf(notices, { ledger: withReissue('1') }).flags).toEqual(['ledgerBehind', 'paidOnOldSlip', 'paidTwice', 'reissued']);
  });
});

describe('notInLedger 台帳なし', () => {
  test('is said of a slip that the ledger lacks', () => {
    expect(slipsOf([confirmed({ slipNumber: '2' })], { ledger: ledgerOf([ROW]) }).map(({ flags }) => flags)).toEqual([['overdue'], ['notInLedger']]);
  });

  test('is not said when no ledger was given', () => {
    expect(slipsOf([confirmed()])[0]!.flags).toEqual([]);
  });

  test('is said of the slip of a held notice too', () => {
    expect(slipsOf([confirmed({ slipNumber: '2', also: { checkDigit: 'X' } })], { ledger: ledgerOf([ROW]) })[1]!.flags).toEqual(['notInLedger', 'noticeHeld']);
  });
});

describe('noticeHeld 通知保留', () => {
  test('stands beside any state', () => {
    const held = confirmed({ paidTime: '1530', also: { paidDate: '20270231' } });
    expect(slipOf([confirmed(), held])).toMatchObject({ state: 'paid', flags: ['noticeHeld'], paidAmount: 3000 });
  });

  test('gives a slip a row that has no other', () => {
    expect(slipsOf([confirmed({ also: { checkDigit: 'X' } })])).toMatchObject([
      { state: 'unpaid', flags: ['noticeHeld'], reissueNumber: null, billedAmount: null, paidAmount: 0, paidDate: null, dueDate: null },
    ]);
  });
});

describe('needsReview 要確認', () => {
  test.each<[string, NoticeInput[]]>([
    ['confirmed and cancelled', [confirmed(), cancelled()]],
    ['cancelled without a preliminary notice', [cancelled()]],
    ['paired by choice', [preliminary(), preliminary({ paidTime: '1530' }), confirmed(BLANK)]],
  ])('is said when a payment was %s', (_, notices) => {
    expect(has('needsReview', notices)).toBe(true);
  });

  test('is not said of a duplicate notice, unless the totals say that it is another payment', () => {
    expect(has('needsReview', [], { files: [day('20270505', confirmed()), day('20270506', confirmed())] })).toBe(false);
    expect(has('needsReview', [confirmed(), confirmed()])).toBe(true);
  });

  test.each(['2027,1,4月末,3000', '2027,1,2027-04-30,', '2027,1,2027-04-30,3000,surplus'])('is said when its ledger row has a bad cell: %s', (row) => {
    expect(slipOf([confirmed()], { ledger: ledgerOf([row]) }).flags).toContain('needsReview');
  });

  test('is said of a ledger slip without payments whose number has some under another biller', () => {
    const ledger = ledgerOf(['2027,1,2027-05-31,3000,13112'], '年度,納付書番号,納期限,請求金額,収納機関コード');
    expect(slipsOf([confirmed()], { ledger }).map(({ billerCode, flags }) => [billerCode, flags])).toEqual([
      ['13104', ['notInLedger']],
      ['13112', ['needsReview']],
    ]);
    expect(slipsOf([confirmed({ also: { checkDigit: 'X' } })], { ledger })[1]!.flags).toEqual(['needsReview']);
  });
});

describe('the values of a slip', () => {
  test('paidAmount sums the effective payments, confirmedAmount the confirmed ones', () => {
    const notices = [
      confirmed(),
      preliminary({ amount: 400, storeCode: '9' }),
      preliminary({ amount: 50, storeCode: '8' }),
      cancelled({ amount: 50, storeCode: '8' }),
    ];
    expect(slipOf(notices)).toMatchObject({ paidAmount: 3400, confirmedAmount: 3000 });
  });

  test('paidDate is the earliest of the effective payments', () => {
    const notices = [
      confirmed({ paidDate: '20270405' }),
      preliminary({ paidDate: '20270404', storeCode: '9' }),
      preliminary({ paidDate: '20270403', storeCode: '8' }),
      cancelled({ paidDate: '20270403', storeCode: '8' }),
    ];
    expect(slipOf(notices).paidDate).toBe('2027-04-04');
    expect(slipOf([preliminary(), cancelled()]).paidDate).toBeNull();
  });

  test("dueDate is the ledger's; without a row the latest of the barcodes, cancelled ones too", () => {
    const notices = [
      confirmed({ paymentDueDate: '270515' }),
      cancelled({ paymentDueDate: '270520' }),
      confirmed({ paymentDueDate: '999999', paidTime: '1530' }),
    ];
    expect(slipOf(notices).dueDate).toBe('2027-04-30');
    expect(slipsOf(notices)[0]!.dueDate).toBe('2027-05-20');
    expect(slipOf(notices, { ledger: ledgerOf(['2027,1,,3000']) }).dueDate).toBeNull();
  });

  test("reissueNumber is the greatest of the ledger's and the payments'", () => {
    const notices = [confirmed({ reissueNumber: 1 }), preliminary({ reissueNumber: 2, storeCode: '9' }), cancelled({ reissueNumber: 2, storeCode: '9' })];
    expect(slipOf(notices, { ledger: withReissue('0') }).reissueNumber).toBe(2);
    expect(slipOf(notices, { ledger: withReissue('7') }).reissueNumber).toBe(7);
    expect(slipOf([]).reissueNumber).toBe(0);
  });

  test('billedAmount is the ledger’s, and null when it is not known', () => {
    expect([
      slipOf([]).billedAmount,
      slipsOf([confirmed()])[0]!.billedAmount,
      slipOf([], { ledger: ledgerOf(['2027,1,2027-04-30,三千円']) }).billedAmount,
    ]).toEqual([3000, null, null]);
  });

  test('fiscal year and number tell slips apart, leading zeros do not', () => {
    const ledger = ledgerOf(['2027,0001,2027-04-30,3000', '2026,1,2027-04-30,3000']);
    expect(
      slipsOf([confirmed(), confirmed({ fiscalYear: '2026', amount: 1 })], { ledger }).map(({ fiscalYear, slipNumber, paidAmount }) => [
        fiscalYear,
        slipNumber,
        paidAmount,
      ]),
    ).toEqual([
      ['2026', '00000000000000001', 1],
      ['2027', '00000000000000001', 3000],
    ]);
  });

  test('slips are listed by fiscal year, number and biller', () => {
    const notices = [confirmed({ slipNumber: '12' }), confirmed({ slipNumber: '2' }), confirmed({ slipNumber: '3', fiscalYear: '2026' })];
    expect(slipsOf(notices).map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${Number(slipNumber)}`)).toEqual(['2026 3', '2027 2', '2027 12']);
  });
});

test('every flag and state has its Japanese word', () => {
  expect(Object.keys(ja.flags)).toEqual([...SLIP_FLAGS]);
  expect(Object.values(ja.states)).toEqual(['収納済', '他で収納済', '速報のみ', '請求なし', '取消', '未納']);
});
