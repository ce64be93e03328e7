/** Does the copy for finance say what the money is, and nothing of any person? */
import fc from 'fast-check';
import type { NoticeInput } from '../../scripts/buildFile';
import { exportFileName } from '../../src/export/fileNames';
import { buildFinanceWorkbook } from '../../src/export/finance';
import { lastFour, type SlipMask } from '../../src/export/masking';
import { exportEn } from '../../src/export/words.en';
import { exportJa } from '../../src/export/words.ja';
import { NOTICE_KINDS } from '../../src/file/layout';
import type { Settlement } from '../../src/settle';
import { valueOf, type Sheet, type Workbook } from '../../src/sheet/workbook';
import { sheetEn } from '../../src/sheet/words.en';
import { en } from '../../src/words/en';
import { writeWorkbook } from '../../src/xlsx';
import { faultyRun, goldenRun, GOLDEN_CASES, hostileRun, mixedRun, OPTIONS, run, withoutLedger } from '../sheet/runs';
import { partsOf, readByOpenpyxl, recalculatedByLibreOffice, type ReadCell, type ReadWorkbook } from '../xlsx/independentReaders';

const financeOf = (settlement: Settlement, mask: SlipMask = 'lastFour'): Workbook =>
  buildFinanceWorkbook(settlement, { ...OPTIONS, exportWords: exportJa, mask });
const sheetOf = (workbook: Workbook, name: string): Sheet => workbook.sheets.find((sheet) => sheet.name === name)!;

test('a file is named by its kind and day, and by a mismatch', () => {
  expect(exportFileName('finance', 20260510, 'mismatch', exportJa)).toBe('財務用_20260510_不一致あり.xlsx');
  expect(exportFileName('unpaid', 20260510, 'error', exportJa)).toBe('未納の一覧_20260510.csv');
});

test('every sheet carries the verdict and how far the unpaid can be trusted', () => {
  for (const { cells } of financeOf(goldenRun('wrong-total')).sheets) {
    const line = cells.find(({ row, column }) => row === 1 && column === 0)!.cell;
    expect(line).toMatch(
      /^合計が合いません（1か所）。.*データ2027\/04\/22（納付〜04\/09）　ファイルなし04\/23、04\/26、04\/27ほか4日　データ不完全・未納は未確定　窓口/,
    );
  }
});

test('a workbook whose totals differ opens on the checks', () => {
  expect(financeOf(goldenRun('wrong-total')).activeSheet).toBe(2);
  expect(financeOf(goldenRun('week')).activeSheet).toBe(0);
});

test('slips are known by their last four or by their row', () => {
  const slips = (mask: SlipMask): unknown[] => {
    const { columns } = sheetOf(financeOf(goldenRun('week'), mask), '収納明細').table!;
    return [columns.find(({ key }) => key === 'slip')!.header, valueOf(columns.find(({ key }) => key === 'slip')!.cell(0))];
  };
  expect(lastFour('00000000001000297')).toBe('****0297');
  expect(slips('lastFour')).toEqual(['納付書番号（下4桁）', expect.stringMatching(/^\*{4}\d{4}$/)]);
  expect(slips('rows')).toEqual(['消込一覧の行', expect.any(Number)]);
});

test('a finding names a slip by no more than its last four', () => {
  const text = (mask: SlipMask): string => textsOf(sheetOf(financeOf(faultyRun(), mask), '検査')).join('\n');
  expect(text('lastFour')).toContain('納付書****3006の速報取消に対応する速報がありません。');
  expect(text('rows')).toContain('納付書（番号省略）の速報取消に対応する速報がありません。');
});

function textsOf({ cells, table }: Sheet): string[] {
  const rows = Array.from({ length: table?.rowCount ?? 0 }, (_, row) => table!.columns.map((column) => valueOf(column.cell(row))));
  return [...cells.map(({ cell }) => valueOf(cell)), ...rows.flat()].map(String);
}

/** Confirmed payments, each of its own day, chain, fee and section. */
function manyDays(count: number): Settlement {
  const days = Array.from({ length: count }, (_, index) => String(20270401 + (index % 30) + 100 * Math.floor(index / 30)));
  const slipOf = (index: number): string => String(5_000_001 + index);
  const notices = days.map((transferDate, index): NoticeInput => {
    const also = { transferDate, accountingDate: transferDate, chainCode: String(100_001 + index) };
    return { kind: 'confirmed', paidDate: '20270401', paidTime: '0915', slipNumber: slipOf(index), amount: 1000 + index, also };
  });
  const ledger = days.map((_, index) => ['2027', slipOf(index), '2027-06-30', String(1000 + index), longName(index), `所管${kanji(index)}課`]);
  return run({
    files: { 'a.dat': { groups: [{ createdDate: '20270401', notices }] } },
    ledger: count === 0 ? null : [['年度', '納付書番号', '納期限', '請求金額', '費目', '所管課'], ...ledger],
  });
}
const kanji = (index: number): string => [...String(index)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');
const longName = (index: number): string => `${kanji(index)}子ども・子育て支援施設等利用給付認定に係る延長保育料`;

const DAYS = [1, 13, 26, 28, 32, 60];

test.each(DAYS)('集計 names all the money of %i days, chains, fees and sections', (count) => {
  const { cells, print, rowHeights } = sheetOf(financeOf(manyDays(count)), '集計');
  const rows = cells
    .filter(({ row, column }) => row > 3 && column === 0)
    .map(({ row, cell }) => [valueOf(cell), ...[1, 2, 3].map((column) => at(cells, row, column))]);
  for (const by of ['支払い予定日', '小売業企業コード', '費目', '所管課']) {
    const own = rows.filter(([label]) => label === by);
    expect([by, own.length]).toEqual([by, count + 1]);
    expect(new Set(own.map(([, name]) => name)).size).toBe(count + 1);
    expect(own.at(-1)!.slice(1)).toEqual(['計', count, own.slice(0, -1).reduce((sum, [, , , amount]) => sum + Number(amount), 0)]);
  }
  expect(print).toMatchObject({ pages: 'asNeeded', repeatedRows: 4 });
  const name = cells.find(({ cell }) => cell === longName(0))!;
  expect(name.style).toMatchObject({ align: 'left', wrap: true });
  expect(rowHeights.get(name.row)).toBeGreaterThan(30);
});

const at = (cells: Sheet['cells'], row: number, column: number): unknown =>
  valueOf(cells.find((placed) => placed.row === row && placed.column === column)?.cell ?? null);

test.each([0, ...DAYS])('入金確認 of %i days is signed above the table, and only the header of the table repeats', (count) => {
  const { cells, print, rowHeights } = sheetOf(financeOf(manyDays(count)), '入金確認');
  const rowOf = (text: string): number => cells.find(({ column, cell }) => column === 0 && cell === text)!.row;
  const block = ['確認欄', '区分', '作成', '確認', '承認'].map(rowOf);
  expect(block).toEqual(block.map((_, index) => block[0]! + index));
  const headerRow = rowOf('支払い予定日');
  expect(headerRow).toBeGreaterThan(block.at(-1)!);
  expect([print.repeatedFrom, print.repeatedRows]).toEqual([headerRow, 1]);
  // Points: a page has more than 450 for rows that are not shrunk.
  const heights = Array.from({ length: headerRow + 2 }, (_, row) => rowHeights.get(row) ?? 18.75);
  expect(heights.reduce((a, b) => a + b)).toBeLessThan(400);
});

test('入金確認 tells of confirmed money that is held: with what is expected it is all that the files announce', () => {
  const notice = (slipNumber: string, amount: number, transferDate: string, checkDigit?: string): NoticeInput => ({
    kind: 'confirmed',
    paidDate: '20270401',
    slipNumber,
    amount,
    also: { transferDate, accountingDate: transferDate, chainCode: '100001', ...(checkDigit === undefined ? {} : { checkDigit }) },
  });
  const notices = [notice('1', 100, '20270415'), notice('2', 2500, '20270415', 'X'), notice('3', 700, '20270416', 'X'), notice('4', 30, '20270417')];
  const { cells } = sheetOf(financeOf(run({ files: { 'a.dat': { groups: [{ createdDate: '20270401', notices }] } } })), '入金確認');
  const first = cells.find(({ cell }) => cell === '支払い予定日')!.row + 1;
  const money = [0, 1, 2, 3].map((row) => [1, 2, 3, 4].map((column) => at(cells, first + row, column)));
  expect(money).toEqual([
    [1, 100, 1, 2500],
    [0, 0, 1, 700],
    [1, 30, 0, 0],
    [2, 130, 2, 3200],
  ]);
  expect(cells.map(({ cell }) => cell)).toContain(exportJa.finance.heldNote);
});

describe('no personal value is anywhere in the file', () => {
  /** No word of ours has this sign: every personal text carries it. */
  const MARK = '㊙';
  const personal = fc
    .tuple(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('', '<b>', '&amp;', '"\'', ']]>', '=1+1', '_x0041_', 'ｶﾅ', '😀'),
      fc.string({ maxLength: 4 }),
    )
    .map(([before, hostile, after]) => `${before}${hostile}${MARK}${after}`.replace(/[\0\ud800-\udfff]/gu, '?'));
  const digits = (length: number): fc.Arbitrary<string> =>
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length }).map((array) => array.join(''));
  const payer = fc.record({
    slip: digits(17),
    number: digits(10),
    name: personal,
    kana: personal,
    remarks: personal,
    address: personal,
    biller: fc.constantFrom('13104', '13105'),
    // What is wrong with the row or the notice, so that findings would like to quote it.
    amountCell: fc.oneof(fc.constant('1000'), personal),
    dateCell: fc.oneof(fc.constant('2027-04-30'), personal),
    surplus: fc.option(personal),
    kinds: fc.subarray([...NOTICE_KINDS], { minLength: 0 }),
    doubled: fc.boolean(),
    fault: fc.constantFrom('', 'checkDigit', 'identifier', 'noticeKind', 'paidDate', 'shifted', 'amount'),
  });
  const HEADER = ['年度', '納付書番号', '納期限', '請求金額', '費目', '所管課', '納付義務者番号', '氏名', 'カナ', '備考', '住所'];

  function noticesOf({ slip, kinds, doubled, fault, number }: typeof payer extends fc.Arbitrary<infer T> ? T : never): NoticeInput[] {
    const also: Record<string, string> = {
      ...(fault === 'checkDigit' ? { checkDigit: 'X' } : {}),
      ...(fault === 'noticeKind' ? { noticeKind: number.slice(0, 2) } : {}),
      ...(fault === 'paidDate' ? { paidDate: number.slice(0, 8) } : {}),
      ...(fault === 'shifted' ? { chainCode: slip.slice(0, 6), transferDate: slip.slice(0, 8), accountingDate: slip.slice(6, 14), checkDigit: 'X' } : {}),
      ...(fault === 'amount' ? { amount: `X${slip.slice(0, 5)}` } : {}),
    };
    const made = kinds.map((kind): NoticeInput => ({ kind, paidDate: '20270410', paidTime: '1000', slipNumber: slip, amount: 1000, also }));
    return doubled ? [...made, ...made] : made;
  }

  test.each<SlipMask>(['lastFour', 'rows'])(
    '%s',
    async (mask) => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(payer, { minLength: 1, maxLength: 6, selector: ({ slip }) => slip }), async (payers) => {
          const settlement = run({
            files: { 'a.dat': { groups: [{ createdDate: '20270411', notices: payers.flatMap(noticesOf) }] } },
            ledger: [
              HEADER,
              ...payers.flatMap(({ slip, number, name, kana, remarks, address, amountCell, dateCell, surplus, doubled }) => {
                // The payer's number stands inside a longer run of digits too.
                const row = ['2027', slip, dateCell, amountCell, '保育料', '保育課', number, name, kana, `${remarks}99${number}99`, address];
                return [...(doubled ? [row] : []), surplus === null ? row : [...row, surplus], ['2027', `${slip}${name}`, '', '', '', '', '', '', '', '', '']];
              }),
            ],
          });
          const book = await writeWorkbook(financeOf(settlement, mask));
          for (const [path, xml] of partsOf(book)) {
            const seen = (text: string): boolean => xml.includes(text) || path.includes(text);
            expect([path, seen(MARK)]).toEqual([path, false]);
            for (const { slip, number } of payers) {
              // Neither whole, nor any run longer than what a masked number shows.
              for (const secret of [number, slip.slice(0, -4), slip.slice(4), slip.slice(0, 8), slip.slice(6, 14), slip.slice(0, 6)])
                expect([path, secret, seen(secret)]).toEqual([path, secret, false]);
            }
          }
        }),
        { numRuns: 60 },
      );
    },
    120_000,
  );

  test('and the search would find one: the whole workbook of the section has them', async () => {
    const { buildWorkbook } = await import('../../src/sheet');
    const settlement = run({ files: {}, ledger: [HEADER, ['2027', '12345678901234567', '', '', '', '', '', `<${MARK}>`, '', '', '']] });
    const parts = [...partsOf(await writeWorkbook(buildWorkbook(settlement, { ...OPTIONS, withNames: true }))).values()].join('');
    expect(parts).toContain(MARK);
    expect(parts).toContain('12345678901234567');
  });
});

describe('read back by others', () => {
  /** The first day's row on 入金確認. */
  const FIRST_DAY = 12;
  const cases: [string, Workbook][] = [
    ...GOLDEN_CASES.map((name): [string, Workbook] => [name, financeOf(goldenRun(name))]),
    ['rows', financeOf(goldenRun('week'), 'rows')],
    ['hostile', financeOf(hostileRun())],
    ['faulty', financeOf(faultyRun())],
    ['mixed', financeOf(mixedRun())],
    ['no ledger', financeOf(withoutLedger())],
    ['English', buildFinanceWorkbook(goldenRun('week'), { ...OPTIONS, words: en, sheetWords: sheetEn, exportWords: exportEn, mask: 'lastFour' })],
    ['many days', financeOf(manyDays(60))],
    ['filled in', filledIn(financeOf(goldenRun('week')))],
  ];
  let written: ReadWorkbook[];
  let recalculated: ReadWorkbook[];
  beforeAll(async () => {
    const books = await Promise.all(cases.map(([, workbook]) => writeWorkbook(workbook)));
    written = readByOpenpyxl(books);
    recalculated = recalculatedByLibreOffice(books);
  }, 120_000);
  const shown = (cell: ReadCell | undefined): unknown =>
    cell === undefined || cell.value === '' ? null : typeof cell.value === 'number' ? Number(cell.value.toPrecision(12)) : cell.value;

  test.each(cases.slice(0, -1).map(([name], index) => [name, index] as const))(
    '%s: every formula keeps its value and points to nothing that is not there',
    (_, index) => {
      const values = (book: ReadWorkbook, like: ReadWorkbook): unknown[] =>
        like.sheets.flatMap(({ name, cells }) =>
          Object.entries(cells)
            .filter(([, { formula }]) => formula !== undefined)
            .map(([address, { formula }]) => [name, address, formula, shown(book.sheets.find((sheet) => sheet.name === name)!.cells[address])]),
        );
      const expected = values(written[index]!, written[index]!);
      expect(expected.length).toBeGreaterThan(0);
      expect(values(recalculated[index]!, written[index]!)).toEqual(expected);
      expect(JSON.stringify(expected)).not.toContain('消込一覧[');
    },
  );

  test('what repeats on paper: the header of 入金確認 alone, the head of 集計', () => {
    const { sheets } = written[cases.findIndex(([name]) => name === 'many days')]!;
    expect(sheets.slice(0, 2).map(({ name, printTitles, pagesTall }) => [name, printTitles, pagesTall])).toEqual([
      ['入金確認', `$${FIRST_DAY}:$${FIRST_DAY}`, 0],
      ['集計', '$1:$4', 0],
    ]);
  });

  test('the difference follows what finance enters, judged day by day', () => {
    const { cells } = recalculated.at(-1)!.sheets[0]!;
    const [first, second] = [FIRST_DAY + 1, FIRST_DAY + 2];
    const expected = cells[`C${first}`]!.value as number;
    expect([cells[`G${first}`]!.value, cells[`H${first}`]!.value]).toEqual([0, '一致']);
    expect([cells[`G${second}`]!.value, cells[`H${second}`]!.value]).toEqual([-1, '不一致']);
    const total = Object.entries(cells)
      .find(([address, { value }]) => address.startsWith('A') && value === '計')![0]
      .slice(1);
    expect(cells[`G${total}`]!.value).toBe(-1);
    expect(cells[`F${total}`]!.value).toBe(expected + (cells[`C${second}`]!.value as number) - 1);
    expect(cells[`H${total}`]!.value).toBe('不一致');
  });

  function filledIn(workbook: Workbook): Workbook {
    const [deposits, ...others] = workbook.sheets;
    const expected = (row: number): number => valueOf(deposits!.cells.find((cell) => cell.row === row && cell.column === 2)!.cell) as number;
    const cells = deposits!.cells.map((placed) =>
      placed.column === 5 && (placed.row === FIRST_DAY || placed.row === FIRST_DAY + 1)
        ? { ...placed, cell: expected(placed.row) - (placed.row === FIRST_DAY ? 0 : 1) }
        : placed,
    );
    return { ...workbook, sheets: [{ ...deposits!, cells }, ...others] };
  }
});
