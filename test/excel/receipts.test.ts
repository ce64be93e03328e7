/**
 * @jest-environment jsdom
 */
/** Does 他の収納 reach every run from the workbook, stay the clerk's own, and take rows in and out as asked? */
import './nodeGlobals';
import { excelWorkbook } from '../../src/excel';
import { receiptsToAdd } from '../../src/engine/otherReceipts';
import type { ReceiptLine } from '../../src/sheet/otherReceipts';
import { RECEIPTS_TABLE } from '../../src/sheet/receiptsName';
import type { SlipView } from '../../src/engine/protocol';
import { golden, openPane } from './desk';
import { clerk, open, QUICK, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(120_000);

const excel = excelWorkbook(QUICK);
const WORDS = { name: '他の収納', note: '窓口などの収納' };
const line = (change: Partial<ReceiptLine>): ReceiptLine => ({
  fiscalYear: '2027',
  slipNumber: '00000000001000042',
  receivedDate: 46490,
  receivedAmount: 12000,
  receivedBy: '窓口',
  note: '',
  billerCode: '',
  ...change,
});
const HEADER = ['年度', '納付書番号', '収納日', '収納額', '収納方法', '備考', '収納機関コード'];
const held = (): Promise<readonly (readonly string[])[]> => excel.readTable(RECEIPTS_TABLE);

test('the table is made once, takes rows in, and lets one out', async () => {
  open();
  expect(await excel.addReceipts([], WORDS)).toBeNull();
  expect(await held()).toEqual([HEADER, ['', '', '', '', '', '', '']]);
  expect((await excel.state()).receipts).toEqual({ rows: 0, headerRow: 4 });
  expect(await excel.addReceipts([line({}), line({ slipNumber: '77', receivedDate: '13日', note: '銀行.csv' })], WORDS)).toBeNull();
  expect(await held()).toEqual([
    HEADER,
    ['2027', '00000000001000042', '2027/04/13', '12,000', '窓口', '', ''],
    ['2027', '77', '13日', '12,000', '窓口', '銀行.csv', ''],
  ]);
  expect((await excel.state()).receipts).toEqual({ rows: 2, headerRow: 4 });
  expect((await excel.state()).otherTables).toEqual([]);
  const cells = { fiscalYear: '2027', slipNumber: '1000042', receivedDate: '2027-04-13', receivedAmount: '12000', receivedBy: '窓口', billerCode: '' };
  expect(await excel.removeReceipt(cells, WORDS)).toBeNull();
  expect((await held()).slice(1).map((row) => row[1])).toEqual(['77']);
  expect(await excel.removeReceipt(cells, WORDS)).toEqual({ code: 'rowGone' });
});

test('in a workbook that counts days from 1904 no day is written', async () => {
  const host = open();
  expect(await excel.addReceipts([], WORDS)).toBeNull();
  host.moods.date1904 = true;
  expect(await excel.addReceipts([line({})], WORDS)).toEqual({ code: 'countsFrom1904' });
  expect((await held()).slice(1)).toEqual([['', '', '', '', '', '', '']]);
  expect(host.workbook.sheets.map(({ name }) => name)).toEqual(['Sheet1', '他の収納']);
});

test("a sheet of the clerk's with that name is left alone", async () => {
  open();
  await clerk((context) => void context.workbook.worksheets.add('他の収納'));
  expect(await excel.addReceipts([line({})], WORDS)).toEqual({ code: 'nameTaken', sheet: '他の収納' });
});

test('a day is read right however narrow or formatted, and a long number is no 1.00E+16', async () => {
  open();
  await excel.addReceipts([line({})], WORDS);
  await clerk((context) => {
    const sheet = context.workbook.worksheets.getItem('他の収納');
    sheet.getRange('C5').numberFormat = [['ggge"年"m"月"d"日"']];
    sheet.getRange('C:C').format.columnWidth = 5;
    sheet.getRange('B5').numberFormat = [['General']];
    sheet.getRange('B5').values = [[1.23456789012346e16]];
  });
  expect((await held())[1]!.slice(1, 3)).toEqual(['12345678901234600', '2027/04/13']);
});

test('what stands in 他の収納 settles slips at every run, and no run writes it', async () => {
  open();
  const desk = await openPane('2027/05/10 09:00');
  const files = ['06', '07'].map((day) => golden('receipts', `202704${day}.dat`));
  expect(await desk.run(...files, golden('receipts', 'ledger.csv'))).toBeNull();
  const count = (state: string): number => desk.state().result!.states.find((one) => one.state === state)?.count ?? 0;
  expect(count('paidElsewhere')).toBe(0);
  const unpaid = count('unpaid');
  await excel.addReceipts([line({})], WORDS);
  const before = await held();
  await desk.acts.running.again();
  expect(desk.state().failure).toBeNull();
  expect(count('paidElsewhere')).toBe(1);
  expect(count('unpaid')).toBe(unpaid - 1);
  expect(await held()).toEqual(before);
  expect(await desk.undo('20270407.dat')).toBeNull();
  expect(count('paidElsewhere')).toBe(1);
  expect(await held()).toEqual(before);
});

test("on the slip's page: entered, reconciled, taken back; a chosen list is in the next day's run", async () => {
  open();
  const desk = await openPane('2027/05/10 09:00');
  await desk.run(...['06', '07'].map((day) => golden('receipts', `202704${day}.dat`)), golden('receipts', 'ledger.csv'));
  const slips = await desk.acts.slips.page({ search: '1000042', from: 0, count: 1 });
  const list = { filter: { of: 'state', state: 'unpaid' }, search: '', active: 0 } as const;
  await desk.acts.slips.open(slips.rows[0]!.slip, list, 1);
  const life = (): SlipView => {
    const { resultView } = desk.state();
    if (resultView.view !== 'slip' || resultView.life === null) throw new Error('no slip is open');
    return resultView.life;
  };
  expect(life()).toMatchObject({ state: 'unpaid', receipts: [] });
  expect(await (await desk.acts.receiving()).enter(life(), { day: 20270510, amount: 12000, method: '特別出張所' }, WORDS)).toBeNull();
  expect(life()).toMatchObject({
    state: 'paidElsewhere',
    receipts: [{ day: 20270510, amount: 12000, method: '特別出張所', use: 'used', file: RECEIPTS_TABLE, record: 5 }],
  });
  expect(await (await desk.acts.receiving()).takeBack(life(), life().receipts[0]!.own!, WORDS)).toBeNull();
  expect(life()).toMatchObject({ state: 'unpaid', receipts: [] });

  const bank = golden('receipts', 'receipts.csv', '銀行.csv');
  const received = await (await desk.acts.receiving()).give(bank, WORDS);
  expect(received).toMatchObject({ code: 'added', standing: 0 });
  const rows = (received as Extract<typeof received, { code: 'added' }>).added;
  expect(desk.state().workbook!.receipts).toEqual({ rows, headerRow: 4 });
  expect(await (await desk.acts.receiving()).give(bank, WORDS)).toMatchObject({ code: 'added', added: 0, standing: rows });
  expect(await (await openPane('2027/05/11 09:00')).run(golden('receipts', '20270408.dat'))).toBeNull();
  expect((await held()).length).toBe(rows + 1);
});

test('a list adds what does not stand there yet; what cannot be read is added as it is', () => {
  const csv = (text: string): Uint8Array => new TextEncoder().encode(text);
  const list = (text: string): Parameters<typeof receiptsToAdd>[0] => ({ kind: 'csv', name: '銀行.csv', bytes: csv(text) });
  const stands = [HEADER, ['2027', '42', '2027/04/13', '12,000', '金融機関', 'x', '']];
  const rows = '年度,納付書番号,収納日,収納額,収納方法\nR9,0042,R9.4.13,12000円,金融機関\n2027,42,2027-04-13,12000,金融機関\n2027,77,いつか,3000,\n';
  const read = receiptsToAdd(list(rows), stands);
  expect(read).toEqual({
    code: 'read',
    standing: 1,
    lines: [
      line({ slipNumber: '42', receivedBy: '金融機関', note: '銀行.csv' }),
      line({ slipNumber: '77', receivedDate: 'いつか', receivedAmount: 3000, receivedBy: '', note: '銀行.csv' }),
    ],
  });
  expect(receiptsToAdd(list('年,番号\n2027,1\n'), [])).toMatchObject({ code: 'refused', refusal: { columns: ['年', '番号'] } });
  expect(
    receiptsToAdd(
      { ...list('年度,番号,収納日,収納額\n2027,1,2027-04-13,5\n'), headers: { 番号: '納付書番号', 年度: '年度', 収納日: '収納日', 収納額: '収納額' } },
      [],
    ),
  ).toMatchObject({
    lines: [{ slipNumber: '1', receivedAmount: 5 }],
  });
});
