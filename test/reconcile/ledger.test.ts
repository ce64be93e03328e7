/** docs/format.md, "The ledger": every form of a cell, every row that is none, and every ledger that is refused. */
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { dayOfIso } from '../../src/file/calendar';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { readAmount, readDay, readFiscalYear } from '../../src/reconcile/cells';
import { settle } from '../../src/settle';
import { en } from '../../src/words/en';
import { ja } from '../../src/words/ja';
import { answered, confirmed, day, ledgerOf, placed, settled, tableOf, utf8, type Answer, type AnsweredFinding } from './run';

const ROW = '2027,1,2027-04-30,3000';
/** The answer about a ledger alone. */
const read = (ledger: string | Uint8Array): Answer => answered({ files: [], ledger });
const findingsIn = (ledger: string): Pick<AnsweredFinding, 'record' | 'field' | 'actual'>[] =>
  read(ledger)
    .findings.filter(({ code }) => code === 'ledgerRow')
    .map(({ record, field, actual }) => ({ record, field, actual }));
const WITH_REISSUE = '年度,納付書番号,納期限,請求金額,再発行区分';

describe('a fiscal year', () => {
  test.each([
    ['2027', '2027'],
    ['2027年度', '2027'],
    ['R9', '2027'],
    ['R09', '2027'],
    ['R9年度', '2027'],
    ['令和9', '2027'],
    ['令和9年度', '2027'],
    ['令和元', '2019'],
    ['令和元年度', '2019'],
    ['R元', '2019'],
    ['R1', '2019'],
    ['令和10年度', '2028'],
    ['２０２７', '2027'],
    ['Ｒ９', '2027'],
    ['令和９年度', '2027'],
  ])('may be written %s', (text, year) => {
    expect(readFiscalYear(text)).toBe(year);
    expect(read(ledgerOf([`${text},1,2027-04-30,3000`])).slips[0]!.fiscalYear).toBe(year);
  });

  test.each(['', '27', '20270', 'R', 'R0', '令和0年度', '令和', '平成31', 'H31', '2027年', 'R100', 'r9', '2027 年度', '-2027'])(
    'may not be written %j',
    (text) => {
      expect(readFiscalYear(text)).toBeNull();
    },
  );
});

describe('a day', () => {
  test.each([
    '2027-04-30',
    '2027-4-30',
    '2027/04/30',
    '2027/4/30',
    '2027.4.30',
    '2027年4月30日',
    '20270430',
    'R9.4.30',
    'R9.04.30',
    'R9/4/30',
    '令和9年4月30日',
    '令和09年04月30日',
    '２０２７/４/３０',
    '令和９年４月３０日',
    '2027-04-30 0:00',
    '2027/4/30 00:00',
    '2027年4月30日 0:00:00',
    'R9.4.30 00:00:00',
    '20270430 0:00',
  ])('may be written %s', (text) => {
    expect(readDay(text)).toBe(20270430);
    expect(read(ledgerOf([`2027,1,${text},3000`])).slips[0]!.dueDate).toBe('2027-04-30');
  });

  test('of the first year of an era may be written 元', () => {
    expect([readDay('令和元年5月1日'), readDay('R元.5.1'), readDay('R1.5.1')]).toEqual([20190501, 20190501, 20190501]);
  });

  test.each([
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-04-31',
    '20270431',
    'R9.4.31',
    '令和9年4月31日',
    '2027-04/30',
    '27-04-30',
    '2027-4',
    '202704',
    'R0.4.30',
    'H31.4.30',
    '令和9.4.30',
    '2027-04-30 0:01',
    '2027-04-30 12:00',
    '2027-04-300:00',
    'R9.4/30',
    'R9-4-30',
    '46142',
  ])('may not be written %j', (text) => {
    expect(readDay(text)).toBeNull();
    expect(findingsIn(ledgerOf([`2027,1,${text},3000`]))).toEqual([{ record: 2, field: '納期限', actual: text }]);
  });
});

describe('an amount', () => {
  test.each([
    ['3000', 3000],
    ['3000円', 3000],
    ['"3,000"', 3000],
    ['"3,000円"', 3000],
    ['￥3000', 3000],
    ['"￥3,000"', 3000],
    ['¥3000', 3000],
    ['\\3000', 3000],
    ['"\\3,000"', 3000],
    ['0', 0],
    ['"1,234,567"', 1234567],
    [' 3000 ', 3000],
    ['0003000', 3000],
    ['999999999999999', 999999999999999],
    ['3000.0', 3000],
    ['"3,000.00円"', 3000],
    ['３０００', 3000],
    ['"￥３，０００円"', 3000],
  ])('may be written %s', (text, yen) => {
    expect(readAmount(text.replaceAll('"', '').trim())).toBe(yen);
    expect(read(ledgerOf([`2027,1,2027-04-30,${text}`])).slips[0]!.billedAmount).toBe(yen);
  });

  test.each(['三千円', '3000.5', '3000.', '3000.01', '-3000', '△3000', '3 000', '3000円也', '円', '1E+6', '1000000000000000', '3000 yen'])(
    'may not be written %j',
    (text) => {
      expect(readAmount(text)).toBeNull();
      expect(findingsIn(ledgerOf([`2027,1,2027-04-30,${text}`]))).toEqual([{ record: 2, field: '請求金額', actual: text }]);
    },
  );

  test.each(['3,00', '30,00', '3000,000', ',300', '3,', '1,2345'])('has its commas every three digits: not %j', (text) => {
    expect(readAmount(text)).toBeNull();
    expect(findingsIn(ledgerOf([`2027,1,2027-04-30,"${text}"`]))).toEqual([{ record: 2, field: '請求金額', actual: text }]);
  });
});

describe('a slip number', () => {
  const numberOf = (text: string): string | undefined => read(ledgerOf([`2027,${text},2027-04-30,3000`])).slips[0]?.slipNumber;

  test.each([
    ['1', '00000000000000001'],
    ['00000000000000001', '00000000000000001'],
    ['12345678901234567', '12345678901234567'],
    [' 12 ', '00000000000000012'],
    ['１２', '00000000000000012'],
  ])('may be written %j', (text, shown) => {
    expect(numberOf(text)).toBe(shown);
  });

  test.each(['', '12-34', 'A1', '1 2', '1.00E+16', '+1', '123456789012345678', '1'.repeat(65)])('may not be written %j: the row is no slip', (text) => {
    const { slips, findings, complete } = read(ledgerOf([`2027,${text},2027-04-30,3000`]));
    expect(slips).toEqual([]);
    expect(findings).toMatchObject([{ code: 'ledgerRow', record: 2, field: '納付書番号', actual: text }]);
    expect(complete).toBe(false);
  });

  test('is at most as wide as in the layouts of the run', () => {
    const muf = { ...day('20270406', confirmed({ also: { billerCode: '13104' } })), layout: BUILT_IN_LAYOUTS[2]! };
    const { findings } = answered({ files: [muf], ledger: ledgerOf(['2027,1234567890123,2027-04-30,3000', '2027,123456789012,2027-04-30,3000']) });
    expect(findings.map(placed)).toEqual(['ledgerRow ledger.csv 2 納付書番号']);
  });

  test.each(['1.00E+16', '2.02700E+15', '1E+16'])('that a spreadsheet shows as %s names Excel in its message', (text) => {
    expect(read(ledgerOf([`2027,${text},2027-04-30,3000`])).findings[0]!.message).toContain('Excel');
  });
});

describe('a reissue number', () => {
  const reissueOf = (text: string): number | null => read(ledgerOf([`${ROW},${text}`], WITH_REISSUE)).slips[0]!.reissueNumber;

  test('is digits; empty or without a column it is 0', () => {
    expect([reissueOf('2'), reissueOf('０２'), reissueOf(''), reissueOf(' '), read(ledgerOf([ROW])).slips[0]!.reissueNumber]).toEqual([2, 2, 0, 0, 0]);
  });

  test.each(['あり', '1回', '-1', '1.0'])('that is %j is 0, with an error', (text) => {
    expect(reissueOf(text)).toBe(0);
    expect(findingsIn(ledgerOf([`${ROW},${text}`], WITH_REISSUE))).toEqual([{ record: 2, field: '再発行区分', actual: text }]);
  });
});

describe('a row', () => {
  test('with readable year and number is a slip, whatever else it holds', () => {
    const files = [{ groups: [{ createdDate: '20270406', notices: [] }] }];
    const { slips, findings, complete } = answered({ files, ledger: ledgerOf(['2027,1,,,x'], WITH_REISSUE) });
    expect(slips).toMatchObject([{ state: 'unpaid', flags: ['needsReview'], dueDate: null, billedAmount: null, reissueNumber: 0 }]);
    expect(findings.map(({ code, field, actual, severity }) => [code, field, actual, severity])).toEqual([
      ['ledgerRow', '再発行区分', 'x', 'error'],
      ['ledgerRow', '納期限', '', 'error'],
      ['ledgerRow', '請求金額', '', 'error'],
    ]);
    expect(complete).toBe(true);
  });

  test('with neither has one error for each of the two; its other cells are not judged', () => {
    expect(findingsIn(ledgerOf(['x,y,z,3000']))).toEqual([
      { record: 2, field: '年度', actual: 'x' },
      { record: 2, field: '納付書番号', actual: 'y' },
    ]);
  });

  test('whose cells are all empty is a blank line: skipped, but it counts', () => {
    const { slips, findings } = read(ledgerOf(['', ROW, ',,,', ' , ,　,', '2027,x,2027-04-30,3000']));
    expect(slips).toHaveLength(1);
    expect(findings.map(placed)).toEqual(['ledgerRow ledger.csv 6 納付書番号']);
  });

  test('that is shorter than the header has empty cells', () => {
    expect(findingsIn(ledgerOf(['2027,1']))).toEqual([
      { record: 2, field: '納期限', actual: '' },
      { record: 2, field: '請求金額', actual: '' },
    ]);
  });

  describe('with more cells than the header', () => {
    const WIDE = '年度,納付書番号,納期限,請求金額,費目';

    test('has been moved: one error with both counts, and only its year and number count', () => {
      const { slips, findings, complete } = read(ledgerOf(['2027,1,2027-04-30,3,000,基本保育料', '2027,2,2027-04-30,3000,延長保育料'], WIDE));
      expect(findings).toMatchObject([{ code: 'ledgerRow', record: 2, field: null, expected: 5, actual: 6 }]);
      expect(slips.map(({ billedAmount, dueDate, reissueNumber, flags }) => [billedAmount, dueDate, reissueNumber, flags])).toEqual([
        [null, null, 0, ['needsReview']],
        [3000, '2027-04-30', 0, []],
      ]);
      expect(complete).toBe(false);
    });

    test('is no slip where its year or number cannot be read, with no other error', () => {
      const { slips, findings } = read(ledgerOf(['x,2027,1,2027-04-30,3000,基本保育料', ROW], WIDE));
      expect(findings.map(placed)).toEqual(['ledgerRow ledger.csv 2']);
      expect(slips).toHaveLength(1);
    });

    test('has been moved even where nothing stands beyond the header', () => {
      expect(read(ledgerOf([`${ROW},,`, ROW.replace(',1,', ',2,')])).findings.map(placed)).toEqual(['ledgerRow ledger.csv 2']);
    });

    test('is only written so when every row has as many, all empty beyond the header; blank lines apart', () => {
      expect(read(ledgerOf([`${ROW},,`, '', `${ROW.replace(',1,', ',2,')},,`, ',,,,,,,'])).findings).toEqual([]);
      expect(read(ledgerOf([`${ROW},,`, `${ROW.replace(',1,', ',2,')},`])).findings).toHaveLength(2);
      expect(read(ledgerOf([`${ROW},,x`, `${ROW.replace(',1,', ',2,')},,`])).findings).toHaveLength(2);
    });

    test('shows none of its texts', () => {
      const { ledger } = settled({ files: [], ledger: ledgerOf(['2027,1,2027-04-30,3,000,氏名'], WIDE) });
      expect([0, 1, 2, 3, 4].map((column) => ledger!.table.cell(0, column))).toEqual(['2027', '1', '', '', '']);
      expect(ledger!.table.dictionary(4)).toMatchObject({ ids: Int32Array.of(1), texts: [expect.anything(), ''] });
      expect(JSON.stringify(read(ledgerOf(['2027,1,2027-04-30,3,000,氏名'], WIDE)).findings)).not.toContain('氏名');
    });
  });

  test('keeps the text of its other columns', () => {
    const table = tableOf(ledgerOf([`${ROW},基本保育料,メモ`], '年度,納付書番号,納期限,請求金額,費目,備考'));
    expect([table.cell(0, 4), table.cell(0, 5)]).toEqual(['基本保育料', 'メモ']);
  });

  test('is found by the names of its columns, in any order, with spaces around them', () => {
    const { slips, findings } = read(['備考, 請求金額 ,納期限,納付書番号　,年度', 'x,3000,2027-04-30,1,2027', ''].join('\n'));
    expect(findings).toEqual([]);
    expect(slips).toMatchObject([{ fiscalYear: '2027', billedAmount: 3000, dueDate: '2027-04-30' }]);
  });

  test('is counted from the header, which may stand below blank lines', () => {
    expect(findingsIn(`\n\n${ledgerOf(['2027,x,2027-04-30,3000'])}`)).toEqual([{ record: 4, field: '納付書番号', actual: 'x' }]);
  });

  test('may hold a line break in a quoted cell and is still one row', () => {
    const { findings } = read(ledgerOf([`${ROW},"一行目\n二行目"`, '2027,x,2027-04-30,3000,'], '年度,納付書番号,納期限,請求金額,備考'));
    expect(findings.map(placed)).toEqual(['ledgerRow ledger.csv 3 納付書番号']);
  });
});

describe('bytes that are no character', () => {
  /** A ledger in UTF-8 with its mark, so that a broken byte cannot make it another charset. */
  const broken = (row: readonly (string | number)[], header = '年度,納付書番号,納期限,請求金額,氏名'): Uint8Array =>
    Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8(`${header}\n`), ...row.flatMap((part) => (typeof part === 'number' ? [part] : [...utf8(part)]))]);

  test('are an error of the cell that holds them, and its slip counts', () => {
    const { slips, findings } = read(broken([`${ROW},`, 0xff, '太郎\n']));
    expect(findings).toMatchObject([{ code: 'ledgerRow', record: 2, field: '氏名', actual: '�太郎' }]);
    expect(findings[0]!.message).toContain('読める文字');
    expect(slips).toMatchObject([{ flags: ['needsReview'], billedAmount: 3000 }]);
  });

  test('in a cell that means something are one error, not two', () => {
    expect(read(broken(['2027,1,', 0xff, ',3000,\n'])).findings.map(placed)).toEqual(['ledgerRow ledger.csv 2 納期限']);
  });

  test('in the biller leave the row without one', () => {
    const { slips } = answered({
      files: [day('20270406', confirmed())],
      ledger: broken([`${ROW},`, 0xff, '13112\n'], '年度,納付書番号,納期限,請求金額,収納機関コード'),
    });
    expect(slips).toMatchObject([{ billerCode: '13104', flags: ['needsReview'] }]);
  });
});

describe('numbers that a spreadsheet has rounded', () => {
  const rounded = (...numbers: string[]): string[] => read(ledgerOf(numbers.map((number) => `2027,${number},2027-04-30,3000`))).findings.map(placed);

  test('are an error when at least two are longer than 15 digits and zero from the 16th on', () => {
    expect(rounded('12345678901234500', '1234567890123450')).toEqual(['ledgerRounded ledger.csv 納付書番号']);
    expect(read(ledgerOf(['12345678901234500', '1234567890123450'].map((number) => `2027,${number},2027-04-30,3000`))).findings[0]).toMatchObject({
      severity: 'error',
      expected: null,
      actual: null,
    });
  });

  test('are told when more than half of all that are so long are', () => {
    expect(rounded('12345678901234500', '12345678901234600', '12345678901234501')).toEqual(['ledgerRounded ledger.csv 納付書番号']);
    expect(rounded('12345678901234500', '12345678901234600', '12345678901234501', '12345678901234502')).toEqual([]);
    expect(rounded('12345678901234500', '1234567890123451')).toEqual([]);
  });

  test('are no error when there is only one', () => {
    expect(rounded('12345678901234500', '1')).toEqual([]);
  });

  test('are not told by numbers that are short without their leading zeros', () => {
    expect(rounded('00123456789012300', '00123456789012400')).toEqual([]);
    expect(rounded('12345678901234500', '12345678901234600', '00000000000000001')).toEqual(['ledgerRounded ledger.csv 納付書番号']);
  });

  test('are told by rows too that are no slip', () => {
    expect(read(ledgerOf(['x,12345678901234500,2027-04-30,3000', '2027,12345678901234600,2027-04-30,3000'])).findings.map(placed)).toEqual([
      'ledgerRow ledger.csv 2 年度',
      'ledgerRounded ledger.csv 納付書番号',
    ]);
  });
});

describe('a ledger is refused', () => {
  function refusal(csv: string): { ja: string; en: string } {
    const settlement = settle({ files: [], ledger: tableOf(csv), layouts: BUILT_IN_LAYOUTS, asOf: dayOfIso('2027-05-10')!, codec });
    if (!('refusal' in settlement)) throw new Error('the ledger was accepted');
    return { ja: ja.ledgerRefusal(settlement.refusal), en: en.ledgerRefusal(settlement.refusal) };
  }

  test.each<[string, string, string]>([
    [
      'without a header',
      'a,b\n1,2\n',
      '見出しの行が見つかりません。1行目に「年度」「納付書番号」「納期限」「請求金額」の見出しが必要です。見つかった列：a、b。',
    ],
    [
      'whose header has empty names only beside others',
      'a,,b\n',
      '見出しの行が見つかりません。1行目に「年度」「納付書番号」「納期限」「請求金額」の見出しが必要です。見つかった列：a、（空）、b。',
    ],
    [
      'without a fiscal year',
      '納付書番号,納期限,請求金額\n1,2027-04-30,1\n',
      '「年度」の列が見つかりません。見つかった列：納付書番号、納期限、請求金額。見出しの名前を確認してください。',
    ],
    [
      'without several columns',
      '年度,氏名\n2027,x\n',
      '「納付書番号」「納期限」「請求金額」の列が見つかりません。見つかった列：年度、氏名。見出しの名前を確認してください。',
    ],
    [
      'with a required column twice',
      '年度,納付書番号,納期限,請求金額,納期限\n2027,1,,,\n',
      '「納期限」の列が2つあります。見つかった列：年度、納付書番号、納期限、請求金額、納期限。どちらかの見出しを変えてください。',
    ],
    [
      'with two billers',
      '年度,納付書番号,納期限,請求金額,収納機関コード,収納機関コード\n2027,1,,,\n',
      expect.stringMatching(/^「収納機関コード」の列が2つあります。/) as string,
    ],
    [
      'with two reissue numbers',
      '年度,納付書番号,納期限,請求金額,再発行区分,再発行区分\n2027,1,,,\n',
      expect.stringMatching(/^「再発行区分」の列が2つあります。/) as string,
    ],
    ['without a row', '年度,納付書番号,納期限,請求金額\n', 'データの行がありません。見つかった列：年度、納付書番号、納期限、請求金額。'],
    ['with blank rows only', '年度,納付書番号,納期限,請求金額\n,,,\n\n', 'データの行がありません。見つかった列：年度、納付書番号、納期限、請求金額。'],
  ])('%s', (_, csv, sentence) => {
    const said = refusal(csv);
    expect(said.ja).toEqual(sentence);
    expect(said.en).toMatch(/^[A-Z].*\.$/);
  });

  test('for any known column that stands twice, not for others', () => {
    for (const name of ['費目', '氏名', '発行日', '収納方法'])
      expect(refusal(ledgerOf([`${ROW},a,b`], `年度,納付書番号,納期限,請求金額,${name},${name}`)).ja).toContain(name);
    expect(read(ledgerOf([`${ROW},a,b`], '年度,納付書番号,納期限,請求金額,備考,備考')).findings).toEqual([]);
  });

  test('but not for rows that are all no slips', () => {
    expect(read(ledgerOf(['x,y,z,1']))).toMatchObject({ slips: [], complete: false });
  });
});

test('a ledger in CP932 is read like one in UTF-8', () => {
  const text = ledgerOf(['令和9年度,1,令和9年4月30日,"￥3,000円"', 'R9,2,R9.4.30,3000']);
  const cp932 = codec.encode(text, 'shift_jis')!;
  expect(readCsv('ledger.csv', cp932, codec)).toMatchObject({ charset: 'shift_jis' });
  expect(read(cp932).slips).toEqual(read(text).slips);
  expect(read(cp932).slips.map(({ billedAmount, dueDate }) => [billedAmount, dueDate])).toEqual([
    [3000, '2027-04-30'],
    [3000, '2027-04-30'],
  ]);
});

test('findings of the ledger come after those of the files', () => {
  const { findings } = answered({ files: [day('20270406', confirmed({ amount: 0 }))], ledger: ledgerOf(['2027,x,2027-04-30,3000']) });
  expect(findings.map(({ file }) => file)).toEqual(['1.dat', 'ledger.csv']);
});
