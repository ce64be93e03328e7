/** Does one box find the slip that is meant at the counter, and say plainly when none is meant for sure? */
import { buildFile } from '../../scripts/buildFile';
import { EngineCore } from '../../src/engine/engineCore';
import type { RunRequest, SearchAnswer, SlipView } from '../../src/engine/protocol';
import { withCheckDigit } from '../../src/file/encode';
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { confirmed, day, ledgerOf, preliminary, utf8 } from '../reconcile/run';
import { heldBy } from './heldTables';

const HEADER = '年度,納付書番号,納期限,請求金額,再発行区分,納付義務者番号,氏名';
const LEDGER = ledgerOf(
  [
    '2027,1000001,2027-04-30,3000,0,A-70001,見本　一子',
    '2027,1000002,2027-05-31,4500,0,70002,見本　二郎',
    '2027,1000003,2027-04-30,12000,1,70003,試験　三代',
    '2026,1000001,2027-05-31,500,0,70004,試験　四朗',
  ],
  HEADER,
);
const FILES = [
  { name: '1.dat', bytes: buildFile(day('20270406', confirmed({ slipNumber: '1000001' }))) },
  { name: '2.dat', bytes: buildFile(day('20270409', preliminary({ slipNumber: '9000009', paidDate: '20270408' }))) },
];
const REQUEST: RunRequest = {
  files: FILES,
  ledger: { kind: 'csv', name: 'ledger.csv', bytes: utf8(LEDGER) },
  layout: null,
  asOf: 20270510,
  lang: 'ja',
  withNames: true,
  dress: USUAL_DRESS,
  runAt: '2027/05/10 14:32',
  version: '0.1.0',
  earlier: { originals: [], history: [], undone: [] },
};

async function finder(more: Partial<RunRequest> = {}): Promise<(typed: string) => SearchAnswer> {
  const core = new EngineCore();
  const restored = await core.restore({ ...REQUEST, ...more });
  if ('refusal' in restored) throw new Error(restored.refusal.code);
  return (typed) => core.find(typed);
}
let find: (typed: string) => SearchAnswer;
beforeAll(async () => {
  find = await finder();
});

interface Printed {
  year?: string;
  number: string;
  reissue?: string;
  due?: string;
  amount: number;
  maker?: string;
}
const barcode = ({ year = '2027', number, reissue = '0', due = '270430', amount, maker = '912345' }: Printed): string =>
  withCheckDigit(`91${maker}${year}${number.padStart(17, '0')}${reissue}${due}0${String(amount).padStart(6, '0')}`);
const PAID = barcode({ number: '1000001', amount: 3000 });

function lifeOf(answer: SearchAnswer): SlipView {
  if (answer.found !== 'slip') throw new Error(`found: ${answer.found}`);
  return answer.life;
}
const numbersOf = (answer: SearchAnswer): string[] =>
  answer.found === 'slips' ? answer.rows.map(({ fiscalYear, slipNumber }) => `${fiscalYear} ${Number(slipNumber)}`) : [];

describe('a scan', () => {
  test.each([
    ['as the scanner sends it', `]C1${PAID}`],
    ['with FNC1 as GS', `\u001d${PAID}\u001d`],
    ['with brackets and blanks', `(91)${PAID.slice(2, 20)} ${PAID.slice(20)} `],
    ['from a scanner set to an English keyboard, on a Japanese one', `[C1${PAID}`],
    ['while full-width letters are typed', PAID.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))],
    ['without its identifier', PAID.slice(2)],
    ['behind another scan', `${barcode({ number: '1000002', amount: 4500, due: '270531' })}${PAID}`],
    ['behind a number that was typed', `1000002]C1${PAID}`],
  ])('%s is the slip', (_, typed) => {
    const life = lifeOf(find(typed));
    expect([life.fiscalYear, life.slipNumber, life.state, life.counter.payable]).toEqual(['2027', '00000000001000001', 'paid', 'paid']);
    expect(life.payments).toMatchObject([{ paidDate: 20270405, paidTime: '1207', amount: 3000, chainCode: '003711', storeCode: '0001234' }]);
  });

  test('of a slip that is not paid says whether the paper is still good', () => {
    const payable = (printed: Printed): unknown[] => {
      const { open, payable: may } = lifeOf(find(barcode(printed))).counter;
      return [may, open];
    };
    expect(payable({ number: '1000002', amount: 4500, due: '270531' })).toEqual(['yes', 4500]);
    expect(payable({ number: '1000002', amount: 4500, due: '270430' })).toEqual(['expired', 4500]);
    expect(payable({ number: '1000002', amount: 4500, due: '999999' })).toEqual(['yes', 4500]);
    expect(payable({ number: '1000002', amount: 5400, due: '270531' })).toEqual(['otherAmount', 4500]);
    expect(payable({ number: '1000003', amount: 12000, due: '270531' })).toEqual(['reissued', 12000]);
    expect(payable({ number: '1000003', amount: 12000, due: '270531', reissue: '1' })).toEqual(['yes', 12000]);
  });

  test('of another office’s slip with the same number opens nothing by itself', () => {
    const answer = find(barcode({ number: '1000001', amount: 3100, maker: '954321' }));
    expect(answer).toMatchObject({ found: 'barcode', barcode: { isSound: true, isOurMaker: false, makerCode: '954321' }, near: { total: 1 } });
  });

  test('of a new maker’s code of ours, with the ledger’s own amount and day, is the slip', () => {
    expect(lifeOf(find(barcode({ number: '1000002', amount: 4500, due: '270531', maker: '954321' }))).state).toBe('unpaid');
  });

  test('that is in no ledger is decoded', () => {
    const answer = find(barcode({ number: '5550555', amount: 7000, due: '270630', reissue: '2' }));
    expect(answer).toMatchObject({
      found: 'barcode',
      barcode: {
        isSound: true,
        isOurMaker: true,
        fiscalYear: '2027',
        slipNumber: '00000000005550555',
        amount: 7000,
        dueDate: 20270630,
        reissueNumber: 2,
        swaps: [],
      },
      near: { total: 0 },
    });
  });

  test('with two neighbours swapped says which pairs it may be, and which slip', () => {
    const at = 27;
    const typed = PAID.slice(0, at) + PAID[at + 1]! + PAID[at]! + PAID.slice(at + 2);
    expect(typed).not.toBe(PAID);
    const answer = find(typed);
    if (answer.found !== 'barcode') throw new Error(answer.found);
    expect(answer.barcode.isSound).toBe(false);
    expect(answer.barcode.rightCheckDigit).not.toBe(typed.at(-1));
    expect(answer.barcode.swaps).toContain(at + 1);
    expect(answer.near.rows.map(({ slipNumber }) => Number(slipNumber))).toContain(1000001);
  });

  test.each([
    ['43 digits', PAID.slice(0, 20) + PAID.slice(21)],
    ['45 digits', `${PAID.slice(0, 20)}0${PAID.slice(20)}`],
  ])('of %s is no slip, and names the one that it may be', (_, typed) => {
    const answer = find(typed);
    expect(answer).toMatchObject({ found: 'cutBarcode', digits: typed });
    expect(answer.found === 'cutBarcode' && answer.near.rows.map(({ slipNumber }) => Number(slipNumber))).toContain(1000001);
  });
});

describe('what is typed', () => {
  test('as a whole number comes before parts of it', () => {
    expect(lifeOf(find('1000003')).slipNumber).toBe('00000000001000003');
    expect(lifeOf(find(' ０００1-０００００２ ')).slipNumber).toBe('00000000001000002');
    expect(find('1000001')).toMatchObject({ found: 'slips', exact: 2 });
    expect(lifeOf(find(`2026${'1000001'.padStart(17, '0')}`)).fiscalYear).toBe('2026');
  });

  test('as a part finds slips of all states', () => {
    const answer = find('00000');
    expect(answer).toMatchObject({ found: 'slips', exact: 0, total: 5 });
    expect(numbersOf(answer)).toContain('2027 9000009');
  });

  test('as a name or number of a payer finds slips where the workbook has them', async () => {
    expect(lifeOf(find('見本 一子')).slipNumber).toBe('00000000001000001');
    expect(lifeOf(find('70003')).slipNumber).toBe('00000000001000003');
    expect(lifeOf(find('ａ-70001')).slipNumber).toBe('00000000001000001');
    expect(find('試験')).toMatchObject({ found: 'slips', total: 2 });
    const without = await finder({ withNames: false });
    expect(without('見本')).toMatchObject({
      found: 'none',
      searched: { payers: false, slips: 5, ledger: 'ledger.csv', dataFrom: 20270406, dataThrough: 20270409 },
    });
  });

  test('as nothing asks nothing', () => {
    expect(find('  ')).toMatchObject({ found: 'empty' });
  });
});

test('a slip whose notice is held back is never said to be paid or payable', async () => {
  const held = buildFile(day('20270410', confirmed({ slipNumber: '1000002', amount: 4500, also: { checkDigit: 'X' } })));
  const findHeld = await finder({ files: [...FILES, { name: '3.dat', bytes: held }] });
  expect(lifeOf(findHeld('1000002')).counter.payable).toBe('unclear');
});

test('what is read back of the workbook answers as the run itself, and writes nothing', async () => {
  const core = new EngineCore();
  const run = await core.run(REQUEST, () => undefined);
  if ('refusal' in run) throw new Error(run.refusal.code);
  const again = await finder({ files: [], earlier: heldBy(core) });
  expect(lifeOf(again(PAID))).toEqual(lifeOf(find(PAID)));
});

test('100,000 slips answer within a second', async () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => `2027,${2_000_000 + index},2027-04-30,3000,0,${index},見本　${index}`);
  const findMany = await finder({ ledger: { kind: 'csv', name: 'ledger.csv', bytes: utf8(ledgerOf(rows, HEADER)) } });
  findMany('1');
  const began = performance.now();
  expect(lifeOf(findMany(barcode({ number: '2099999', amount: 3000 }))).state).toBe('unpaid');
  expect(findMany('見本').found).toBe('slips');
  expect(performance.now() - began).toBeLessThan(1000);
}, 60_000);
