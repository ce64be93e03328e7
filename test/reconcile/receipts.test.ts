/** docs/format.md, "Receipts of other channels": which count, which are told apart, and what they make of a slip. */
import type { SlipFlag } from '../../src/reconcile/slips';
import type { NoticeInput } from '../../scripts/buildFile';
import { answered, cancelled, confirmed, day, ledgerOf, placed, preliminary, settled, tableOf, type Answer, type AnsweredSlip, type Given } from './run';
import { codec } from '../../src/charset';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { settle } from '../../src/settle';
import { ja } from '../../src/words/ja';

const HEADER = '年度,納付書番号,収納日,収納額,収納方法';
/** A receipt of slip 1: 3,000 yen at the counter on 2027/04/12, unless said otherwise. */
const receiptsOf = (...rows: string[]): string => ledgerOf(rows, HEADER);
const receipt = (amount: number | string = 3000, on = '2027-04-12', method = '窓口', number = '1'): string => `2027,${number},${on},${amount},${method}`;
const LEDGER = ledgerOf(['2027,1,2027-04-30,3000']);

function answer(notices: readonly NoticeInput[], rows: readonly string[], more: Partial<Given> = {}): Answer {
  return answered({ files: [day('20270506', ...notices)], ledger: LEDGER, receipts: [receiptsOf(...rows)], ...more });
}
const slip = (notices: readonly NoticeInput[], rows: readonly string[], more?: Partial<Given>): AnsweredSlip => answer(notices, rows, more).slips[0]!;

describe('the state of a slip of 3,000 yen', () => {
  test.each<[AnsweredSlip['state'], SlipFlag[], string, NoticeInput[], number[]]>([
    ['paidElsewhere', [], 'one receipt of all', [], [3000]],
    ['paidElsewhere', [], 'two of the half', [], [1500, 1500.0]],
    ['paidElsewhere', ['amountDiffers'], 'a receipt of more', [], [3001]],
    ['unpaid', ['overdue', 'partlyPaid'], 'a receipt of less', [], [2999]],
    ['paid', ['paidTwice'], 'a confirmed payment and a receipt', [confirmed()], [3000]],
    ['paidElsewhere', ['paidTwice'], 'a preliminary payment and a receipt', [preliminary()], [3000]],
    ['paidElsewhere', [], 'a cancelled payment and a receipt', [preliminary(), cancelled()], [3000]],
    ['paid', [], 'a payment of the one half and a receipt of the other', [confirmed({ amount: 1000 })], [2000]],
    ['paid', ['amountDiffers', 'partlyPaid'], 'a payment and a receipt of too little', [confirmed({ amount: 1000 })], [1999]],
    ['paid', ['amountDiffers', 'paidTwice'], 'a payment and a receipt of too much', [confirmed({ amount: 1000 })], [2001]],
    ['preliminary', ['amountDiffers', 'partlyPaid'], 'a preliminary payment and a receipt of too little', [preliminary({ amount: 1000 })], [1000]],
  ])('is %s %p after %s', (state, flags, _, notices, amounts) => {
    const rows = amounts.map((amount, index) => receipt(amount, `2027-04-1${index + 1}`));
    expect(slip(notices, rows)).toMatchObject({ state, flags });
  });

  test('is paidElsewhere after any receipt where the billed amount is unknown', () => {
    expect(slip([], [receipt(1)], { ledger: ledgerOf(['2027,1,2027-04-30,']) })).toMatchObject({ state: 'paidElsewhere', flags: ['needsReview'] });
    expect(answered({ files: [], receipts: [receiptsOf(receipt(1))] }).slips).toMatchObject([{ state: 'paidElsewhere', flags: [], billedAmount: null }]);
    expect(answered({ files: [day('20270506', confirmed())], receipts: [receiptsOf(receipt(1))] }).slips[0]!.flags).toEqual(['paidTwice']);
  });

  test('of nothing is notOwed, and paidElsewhere after a receipt', () => {
    const ledger = ledgerOf(['2027,1,2027-04-30,0']);
    expect(slip([], [], { ledger, receipts: [] })).toMatchObject({ state: 'notOwed', flags: [], remindFrom: null });
    expect(slip([], [receipt()], { ledger })).toMatchObject({ state: 'paidElsewhere', flags: ['amountDiffers'] });
    expect(slip([preliminary({ amount: 0 })], [], { ledger, receipts: [] }).state).toBe('preliminary');
    expect(slip([preliminary({ amount: 0 }), cancelled({ amount: 0 })], [], { ledger, receipts: [] }).state).toBe('notOwed');
  });
});

test('otherAmount is their sum, otherDate the earliest day; a receipt after the due date is late', () => {
  expect(slip([], [receipt(1000, '2027-04-20'), receipt(1000, '2027-04-12')])).toMatchObject({ otherAmount: 2000, otherDate: '2027-04-12' });
  expect(['2027-04-30', '2027-05-01'].map((on) => slip([], [receipt(3000, on)]).flags)).toEqual([[], ['paidLate']]);
});

describe('a row of a list', () => {
  test('needs all four cells: each bad one is an error, and the row is not used', () => {
    const { findings, receipts, complete, slips } = answer(
      [],
      [
        'x,y,z,w,窓口',
        '2027,1,,3000,窓口',
        '2027,1,2027-04-12,,窓口',
        '2027,1,2027-04-12,0,窓口',
        '2027,1.00E+16,2027-04-12,3000,窓口',
        '2027,123456789012345678,2027-04-12,3000,窓口',
      ],
    );
    expect(findings.map(({ code, record, field, actual }) => [code, record, field, actual])).toEqual([
      ['receiptRow', 2, '収納日', 'z'],
      ['receiptRow', 2, '収納額', 'w'],
      ['receiptRow', 2, '年度', 'x'],
      ['receiptRow', 2, '納付書番号', 'y'],
      ['receiptRow', 3, '収納日', ''],
      ['receiptRow', 4, '収納額', ''],
      ['receiptRow', 5, '収納額', '0'],
      ['receiptRow', 6, '納付書番号', '1.00E+16'],
      ['receiptRow', 7, '納付書番号', '123456789012345678'],
    ]);
    expect({ receipts, complete }).toEqual({ receipts: { used: 0, ownChannel: 0, duplicate: 0, unclear: 0, refused: 6 }, complete: false });
    expect(slips[0]!.otherAmount).toBe(0);
  });

  test('that has been moved by a comma is refused as a whole', () => {
    const { findings, receipts } = answer([], ['2027,1,2027-04-12,3,000,窓口', receipt(3000, '2027-04-12', '窓口', '2')]);
    expect(findings.map(({ code, record, field, expected, actual }) => [code, record, field, expected, actual])).toEqual([['receiptRow', 2, null, 5, 6]]);
    expect(receipts).toMatchObject({ used: 1, refused: 1 });
  });

  test('that is blank is skipped, but counts', () => {
    expect(answer([], ['', ',,,,', 'x,1,2027-04-12,3000,']).findings.map(placed)).toEqual(['receiptRow receipts1.csv 4 年度']);
  });

  test('reads years, days and amounts as the ledger does', () => {
    expect(slip([], ['令和９年度,１,R9.4.12 0:00,"￥3,000.00円",窓口'])).toMatchObject({ otherAmount: 3000, otherDate: '2027-04-12' });
  });
});

describe('a list is refused', () => {
  test.each([
    ['without a required column', ledgerOf(['2027,1,2027-04-12'], '年度,納付書番号,収納日'), '「収納額」の列が見つかりません。'],
    ['with a known column twice', ledgerOf(['2027,1,2027-04-12,1,a,b'], `${HEADER},収納方法`), '「収納方法」の列が2つあります。'],
    ['without a header', 'a,b\n1,2\n', '1行目に「年度」「納付書番号」「収納日」「収納額」の見出しが必要です。'],
    ['without a row', `${HEADER}\n,,,,\n`, 'データの行がありません。'],
  ])('%s', (_, csv, sentence) => {
    const settlement = settle({
      files: [],
      ledger: null,
      receipts: [tableOf(receiptsOf(receipt())), tableOf(csv)],
      layouts: BUILT_IN_LAYOUTS,
      asOf: 20270510,
      codec,
    });
    if (!('refusal' in settlement)) throw new Error('the list was accepted');
    expect(settlement.receipts).toBe(1);
    expect(ja.ledgerRefusal(settlement.refusal)).toContain(sentence);
  });
});

describe('the biller of a row', () => {
  const OWN = '年度,納付書番号,収納日,収納額,収納方法,収納機関コード';
  const two = (billers: readonly string[]): Given['files'] =>
    billers.map((billerCode, index) => ({ groups: [{ createdDate: `2027050${index + 1}`, billerCode, notices: [confirmed()] }] }));
  const billersOf = ({ slips }: Answer): unknown[] => slips.map(({ billerCode, slipNumber, otherAmount }) => [billerCode, Number(slipNumber), otherAmount]);

  test('is its own column, leading zeros apart', () => {
    const receipts = [ledgerOf(['2027,1,2027-04-12,500,窓口,013112', '2027,1,2027-04-12,700,窓口,'], OWN)];
    expect(billersOf(answered({ files: two(['13104']), receipts }))).toEqual([
      ['13104', 1, 700],
      ['013112', 1, 500],
    ]);
  });

  test('else the only one whose notices or ledger rows carry its number, else the only one of the run', () => {
    const ledger = ledgerOf(['2027,2,2027-04-30,3000,13112'], '年度,納付書番号,納期限,請求金額,収納機関コード');
    const receipts = [receiptsOf(receipt(1), receipt(2, '2027-04-12', '窓口', '2'), receipt(3, '2027-04-12', '窓口', '3'))];
    expect(billersOf(answered({ files: two(['13104']), ledger, receipts }))).toEqual([
      ['13104', 1, 1],
      ['13112', 2, 2],
      [null, 3, 3],
    ]);
    expect(billersOf(answered({ files: two(['13104']), receipts })).at(-1)).toEqual(['13104', 3, 3]);
  });

  test('of several the first in code order, with an error and a review of all of them', () => {
    const { slips, findings } = answered({ files: two(['13112', '00009']), receipts: [receiptsOf(receipt(1))] });
    expect(findings.map(placed)).toEqual(['billerAmbiguous receipts1.csv 2']);
    expect(slips.map(({ billerCode, otherAmount, flags }) => [billerCode, otherAmount, flags.includes('needsReview')])).toEqual([
      ['13112', 1, true],
      ['00009', 0, true],
    ]);
  });
});

describe("the files' own channel", () => {
  test.each(['コンビニ', 'ｺﾝﾋﾞﾆ収納', 'ＣＶＳ', 'cvs', '電子マネー', 'スマホ決済', 'バーコード（請求書払い）'])('%s is not used', (method) => {
    const { slips, receipts } = answer([confirmed()], [receipt(3000, '2027-04-12', method)]);
    expect([receipts, slips[0]!.otherAmount, slips[0]!.flags]).toEqual([{ used: 0, ownChannel: 1, duplicate: 0, unclear: 0, refused: 0 }, 0, []]);
  });

  test('without an effective payment is a warning and a review', () => {
    for (const notices of [[], [preliminary(), cancelled()]]) {
      const { slips, findings } = answer(notices, [receipt(3000, '2027-04-12', 'コンビニ')]);
      expect(findings).toMatchObject([
        { code: 'receiptWithoutNotice', severity: 'warning', file: 'receipts1.csv', record: 2, field: '収納方法', actual: null },
      ]);
      expect(slips[0]!.flags).toContain('needsReview');
    }
  });

  test('makes no row for a slip that nothing else knows, but is told', () => {
    const { slips, findings } = answer([], [receipt(3000, '2027-04-12', 'コンビニ', '9')]);
    expect(slips).toHaveLength(1);
    expect(findings.map(({ code }) => code)).toEqual(['receiptWithoutNotice']);
    const both = answer([], [receipt(3000, '2027-04-12', 'コンビニ', '9'), receipt(3000, '2027-04-13', '窓口', '9')]);
    expect(both.slips[1]).toMatchObject({ state: 'paidElsewhere', flags: ['needsReview', 'notInLedger'] });
  });
});

describe('a second receipt of the same slip, day and amount', () => {
  test('counts once, and is a review where the receipts are less than the bill', () => {
    const { slips, findings, receipts } = answer([], [receipt(), receipt(), receipt()]);
    expect(findings.map(placed)).toEqual(['receiptDuplicate receipts1.csv 3', 'receiptDuplicate receipts1.csv 4']);
    expect([receipts.used, receipts.duplicate, slips[0]!.otherAmount, slips[0]!.flags]).toEqual([1, 2, 3000, []]);
    expect(slip([], [receipt(1000), receipt(1000)]).flags).toContain('needsReview');
    expect(slip([], [receipt(1000), receipt(1000, '2027-04-13')])).toMatchObject({ otherAmount: 2000, flags: ['overdue', 'partlyPaid'] });
  });

  test("is the later one: the ledger's before the lists', the lists in their order", () => {
    const ledger = ledgerOf(['2027,1,2027-04-30,3000,2027-04-12,3000,窓口'], '年度,納付書番号,納期限,請求金額,収納日,収納額,収納方法');
    const { findings } = answered({ files: [], ledger, receipts: [receiptsOf(receipt()), receiptsOf(receipt())] });
    expect(findings.map(placed)).toEqual(['receiptDuplicate receipts1.csv 2', 'receiptDuplicate receipts2.csv 2']);
  });
});

describe("the ledger's own columns 収納日, 収納額, 収納方法", () => {
  const COLUMNS = '年度,納付書番号,納期限,請求金額,収納日,収納額,収納方法';
  const of = (cells: string, notices: readonly NoticeInput[] = []): Answer =>
    answered({ files: [day('20270506', ...notices)], ledger: ledgerOf([`2027,1,2027-04-30,3000,${cells}`], COLUMNS) });

  test.each<[string, number, string | null, string[]]>([
    ['2027-04-12,3000,窓口', 3000, '2027-04-12', []],
    [',1500,窓口', 1500, null, []],
    ['2027-04-12,,窓口', 3000, '2027-04-12', []],
    [',,窓口', 0, null, []],
    [',0,', 0, null, []],
    ['2027-04-12,0,', 0, null, ['収納額']],
    ['4/12,3000,', 0, null, ['収納日']],
    ['2027-04-12,x,', 0, null, ['収納額']],
    ['y,x,', 0, null, ['収納日', '収納額']],
  ])('%s: %p yen on %p', (cells, otherAmount, otherDate, fields) => {
    const { slips, findings } = of(cells);
    expect(slips[0]).toMatchObject({ otherAmount, otherDate });
    expect(findings.map(({ code, field }) => [code, field])).toEqual(fields.map((field) => ['ledgerRow', field]));
  });

  test('hold no receipt of an unknown or empty bill', () => {
    for (const billed of ['', '0']) {
      const ledger = ledgerOf([`2027,1,2027-04-30,${billed},2027-04-12,,窓口`], COLUMNS);
      expect(answered({ files: [], ledger }).slips[0]!.otherAmount).toBe(0);
    }
  });

  test('without a method beside an effective payment may be that payment: not used, a warning, a review', () => {
    const { slips, findings, receipts } = of('2027-04-05,3000,', [confirmed()]);
    expect(findings).toMatchObject([{ code: 'receiptUnclear', severity: 'warning', file: 'ledger.csv', record: 2, field: '収納方法' }]);
    expect([receipts.unclear, slips[0]!.otherAmount, slips[0]!.flags]).toEqual([1, 0, ['needsReview']]);
    expect(of('2027-04-05,3000,').slips[0]!.state).toBe('paidElsewhere');
    expect(of('2027-04-05,3000,', [preliminary(), cancelled()]).slips[0]!.state).toBe('paidElsewhere');
    expect(of('2027-04-05,3000,窓口', [confirmed()]).slips[0]!.flags).toEqual(['paidTwice']);
  });

  test('of a slip that is listed again count, too', () => {
    const ledger = ledgerOf(['2027,1,2027-04-30,3000,,,', '2027,1,2027-04-30,9000,2027-04-12,,窓口'], COLUMNS);
    expect(answered({ files: [], ledger }).slips[0]).toMatchObject({ billedAmount: 3000, otherAmount: 9000, flags: ['amountDiffers', 'needsReview'] });
  });
});

describe('what does not belong together', () => {
  const numbers = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => String(from + index));
  const unrelated = (given: Given): unknown[] =>
    answered(given)
      .findings.filter(({ code }) => code === 'ledgerUnrelated')
      .map(({ file, record, field, expected, actual }) => [file, record, field, expected, actual]);
  const ledger = ledgerOf(numbers(1, 9).map((number) => `2027,${number},2027-04-30,3000`));

  test.each<[number, number, unknown[]]>([
    [2, 2, []],
    [1, 3, [['ledger.csv', null, null, 4, 3]]],
    [0, 3, []],
    [0, 4, [['ledger.csv', null, null, 4, 4]]],
  ])('files with %p slips of the ledger and %p others', (known, other, findings) => {
    const notices = [...numbers(1, known), ...numbers(101, other)].map((slipNumber) => confirmed({ slipNumber }));
    expect(unrelated({ files: [day('20270506', ...notices)], ledger })).toEqual(findings);
  });

  test('is judged for each biller, held notices too, and makes the data incomplete', () => {
    const group = (billerCode: string, from: number): { createdDate: string; billerCode: string; notices: NoticeInput[] } => ({
      createdDate: '20270506',
      billerCode,
      notices: numbers(from, 4).map((slipNumber) => confirmed({ slipNumber, ...(slipNumber === '101' ? { also: { checkDigit: 'X' } } : {}) })),
    });
    const given = { files: [{ groups: [group('13104', 1), group('00009', 101)] }], ledger };
    expect(unrelated(given)).toEqual([['ledger.csv', null, null, 4, 4]]);
    expect(answered(given).complete).toBe(false);
  });

  test('is judged for each list by its distinct slips, those of the own channel too', () => {
    const rows = numbers(101, 3).map((number) => receipt(1, '2027-04-12', '窓口', number));
    expect(unrelated({ files: [], ledger, receipts: [receiptsOf(...rows, ...rows)] })).toEqual([]);
    const four = [...rows, receipt(1, '2027-04-12', 'コンビニ', '104')];
    expect(unrelated({ files: [], ledger, receipts: [receiptsOf(receipt()), receiptsOf(...four)] })).toEqual([['receipts2.csv', null, null, 4, 4]]);
    expect(unrelated({ files: [], receipts: [receiptsOf(...four)] })).toEqual([]);
  });

  test('numbers of a list that a spreadsheet has rounded', () => {
    const rows = ['12345678901234500', '1234567890123450'].map((number) => receipt(1, '2027-04-12', '窓口', number));
    expect(answered({ files: [], receipts: [receiptsOf(...rows)] }).findings.map(placed)).toEqual(['ledgerRounded receipts1.csv 納付書番号']);
    expect(answered({ files: [], receipts: [receiptsOf(rows[0]!, rows[1]!.replace('2027-04-12', 'x'))] }).findings.map(({ code }) => code)).toEqual([
      'receiptRow',
    ]);
  });
});

test('slips that only receipts tell of stand in their order among the others', () => {
  const rows = ['9', '2', '5'].map((number) => receipt(1, '2027-04-12', '窓口', number));
  const settlement = settled({
    files: [day('20270506', confirmed({ slipNumber: '4' }))],
    ledger: ledgerOf(['2027,3,2027-04-30,3000', '2027,6,2027-04-30,3000']),
    receipts: [receiptsOf(...rows)],
  });
  const { slips } = settlement;
  expect(Array.from({ length: slips.count }, (_, index) => Number(slips.numbers.numberOf(index)))).toEqual([2, 3, 4, 5, 6, 9]);
  expect(slips.ledgerEntry).toEqual(Int32Array.of(-1, 0, -1, -1, 1, -1));
  expect(slips.slipOfEntry).toEqual(Int32Array.of(1, 4));
});
