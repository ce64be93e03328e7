/** Is the file what Excel needs it to be: texts that stay texts, types, tables, formats, print set-up, nothing personal, always the same bytes? */
import { PERSONAL_COLUMNS } from '../../src/reconcile/ledger';
import { CellTooLong, WorkbookTooLarge } from '../../src/sheet';
import { cellText } from '../../src/sheet/cellText';
import { sheetJa } from '../../src/sheet/words.ja';
import { writeWorkbook } from '../../src/xlsx';
import { faultyRun, goldenRun, HOSTILE_TEXTS, hostileRun, run, workbookOf } from '../sheet/runs';
import { partsOf, readByOpenpyxl, type ReadSheet, type ReadWorkbook } from './independentReaders';

const bookOf = async (...args: Parameters<typeof workbookOf>): Promise<Uint8Array> => writeWorkbook(workbookOf(...args));
const read = async (...args: Parameters<typeof workbookOf>): Promise<ReadWorkbook> => readByOpenpyxl([await bookOf(...args)])[0]!;
const sheetNamed = ({ sheets }: ReadWorkbook, name: string): ReadSheet => sheets.find((sheet) => sheet.name === name)!;
const { sheets: names } = sheetJa;

describe('texts that try to be something else', () => {
  let book: ReadWorkbook;
  beforeAll(async () => {
    book = await read(hostileRun(), { withNames: true });
  });

  test('stay texts in the ledger, letter by letter', () => {
    const { cells } = sheetNamed(book, names.ledger);
    const fees = HOSTILE_TEXTS.map((_, index) => cells[`F${index + 5}`]);
    expect(fees.map((cell) => cell?.value)).toEqual(HOSTILE_TEXTS.map((text) => asOpenpyxlReads(cellText(text))));
    expect(new Set(fees.map((cell) => cell?.type))).toEqual(new Set(['s']));
  });

  test('no cell is an error, and only our own formulas are formulas', () => {
    const cells = book.sheets.flatMap((sheet) => Object.values(sheet.cells));
    expect(cells.filter(({ type }) => type === 'e')).toEqual([]);
    for (const { formula } of cells)
      if (formula !== undefined) expect(formula).toMatch(/^=(?:"表示中 "&TEXT\(SUBTOTAL\(|-?[A-Z]+\(|消込一覧\[|検査\[|[A-Z]+\d+)/);
  });

  test('control characters are shown as their pictures, and what is no character as such', () => {
    expect(cellText('a\u0000\u001f\u007f\r\nb\rc\td\ufffe\ud800x')).toBe('a\u2400\u241f\u2421\nb\nc\td\ufffd\ufffdx');
    expect(cellText('𠮷野家 髙橋')).toBe('𠮷野家 髙橋');
  });

  /** It does not undo the escape of `_x0041_`, which Excel does. */
  function asOpenpyxlReads(text: string): string {
    return text.replace('_x0041_', '_x005F_x0041_');
  }
});

test('the packed files stand on a hidden sheet that is not on top; the command writes none', async () => {
  const original = { file: 'a.dat', sha256: 'a', size: 1, layout: 'ward', seal: 's', parts: ['+AA=', '/BB='] };
  const book = await bookOf(goldenRun('no-data'), { originals: [original] });
  const [{ sheets }] = readByOpenpyxl([book]) as [ReadWorkbook];
  expect(sheets.map(({ name }) => name)).toEqual(Object.values(names));
  expect(sheets.at(-1)!.cells['G5']).toMatchObject({ value: '+AA=', type: 's' });
  const xml = partsOf(book).get('xl/workbook.xml')!;
  expect(xml.match(/<sheet [^>]*state="hidden"[^>]*>/g)).toEqual([expect.stringContaining(names.originals)]);
  expect(workbookOf(goldenRun('no-data')).sheets).toHaveLength(6);
});

test('a text that no cell can hold is refused, and says where it stands', async () => {
  const ledger = [
    ['年度', '納付書番号', '納期限', '請求金額', '費目'],
    ['2027', '1', '2027-04-30', '100', 'x'.repeat(32_768)],
  ];
  const workbook = workbookOf(run({ files: {}, ledger }));
  await expect(writeWorkbook(workbook)).rejects.toThrow(CellTooLong);
  await expect(writeWorkbook(workbook)).rejects.toMatchObject({ sheet: names.reconciliation, row: 5, column: '費目', characters: 32_768, limit: 32_767 });
});

test('more rows than a sheet has are refused before anything is written', () => {
  const settlement = goldenRun('no-data');
  const slips = { ...settlement.slips, count: 1_048_573 };
  const large = { ...settlement, slips: new Proxy(slips, { get: (target, key) => (key in target ? target[key as keyof typeof target] : undefined) }) };
  expect(() => workbookOf(large)).toThrow(WorkbookTooLarge);
});

describe('codes, dates, yen', () => {
  let book: ReadWorkbook;
  beforeAll(async () => {
    book = await read(goldenRun('week'));
  });

  test('slip numbers and codes are texts, dates are dates, yen are numbers', () => {
    const { cells } = sheetNamed(book, names.reconciliation);
    expect(cells.D5).toMatchObject({ value: '00000000001000006', type: 's', format: '@' });
    expect(cells.G5).toMatchObject({ value: 46512, type: 'd', format: 'yyyy/mm/dd' });
    expect(cells.H5).toMatchObject({ value: 12_000, type: 'n', format: '#,##0' });
    expect(cells.K5).toMatchObject({ value: 0, type: 'formula', format: '+#,##0;"△"#,##0;0' });
    const details = sheetNamed(book, names.details).cells;
    expect(details.E5).toMatchObject({ type: 'd', format: 'hh:mm' });
    expect(details.K5).toMatchObject({ type: 's', value: '0006689' });
  });

  test('every table begins in row 4, under its own name', () => {
    const tables = book.sheets.flatMap((sheet) => Object.entries(sheet.tables).map(([name, { range }]) => [sheet.name, name, /^A4:/.test(range)]));
    expect(tables).toEqual(['消込一覧', '収納明細', '検査', '取込履歴', '納付書台帳'].map((name) => [name, name, true]));
    for (const { tables: found, cells } of book.sheets) {
      for (const { columns } of Object.values(found)) {
        expect(columns.map((_, index) => cells[`${lettersOf(index)}4`]?.value)).toEqual(columns);
      }
    }
  });

  test('each colour comes from a word and stops the next', () => {
    const rules = sheetNamed(book, names.reconciliation).conditionalFormats;
    expect(rules).toHaveLength(19);
    expect(rules.every(({ stop, formula }) => stop && /\$[AB]5/.test(formula))).toBe(true);
  });

  test('pages: A4 landscape, one wide, titles and heading repeated, screen columns left out', () => {
    for (const { name, landscape, paper, pagesWide, pagesTall, printTitles, header } of book.sheets) {
      expect({ name, landscape, paper, pagesWide, pagesTall, printTitles }).toEqual({
        name,
        landscape: true,
        paper: 9,
        pagesWide: 1,
        pagesTall: name === names.summary ? 1 : 0,
        printTitles: name === names.summary ? null : '$1:$4',
      });
      expect(header).toEqual([`${name}（保育課、学校運営課）`, '合計一致', '基準日 2027/05/10']);
    }
    expect(sheetNamed(book, names.reconciliation)).toMatchObject({ freeze: 'E5', printArea: ['$A$1:$N$64'] });
    expect(sheetNamed(book, names.summary).charts).toBe(2);
  });
});

const lettersOf = (index: number): string => (index < 26 ? '' : String.fromCharCode(0x40 + Math.floor(index / 26))) + String.fromCharCode(0x41 + (index % 26));

test.each(['week', 'wrong-total', 'held-back', 'no-data'] as const)('%s: verdict and trust stand in A2 of every sheet', async (name) => {
  const { sheets, active } = await read(goldenRun(name));
  const start = {
    week: '合計は全て一致しました。',
    'wrong-total': '合計が合いません（1か所）。',
    'held-back': 'エラーがあります',
    'no-data': '合計は全て一致しました。',
  }[name];
  for (const { cells } of sheets) {
    expect(cells.A2?.value).toMatch(new RegExp(`^${start}`));
    expect(cells.A2?.value).toMatch(/データ\d{4}\/\d{2}\/\d{2}/);
  }
  expect(active).toBe(name === 'wrong-total' || name === 'held-back' ? names.checks : names.reconciliation);
});

test('an empty table keeps one blank row', async () => {
  const book = await read(goldenRun('no-data'));
  expect(sheetNamed(book, names.details).tables['収納明細']?.range).toMatch(/^A4:[A-Z]+5$/);
  expect(Object.keys(sheetNamed(book, names.details).cells).filter((address) => /[A-Z]5$/.test(address))).toEqual([]);
});

/** As offices call columns that lead to a person. */
const HEADERS_OF_PERSONS = [
  ...[
    '氏　名',
    '氏 名',
    '名前',
    'お名前',
    'なまえ',
    '姓',
    '名',
    '姓名',
    '児童名',
    '児童氏名',
    '園児名',
    '子の名',
    '保護者',
    '保護者名',
    '保護者氏名',
    '父',
    '母',
  ],
  ...[
    '世帯主',
    '世帯主名',
    '納付者',
    '納付義務者',
    '納入者名',
    '義務者',
    '宛名',
    '宛先',
    '送付先',
    '送付先名',
    '通称',
    '本名',
    'フリガナ',
    'ふりがな',
    'カナ',
    '氏名ｶﾅ',
  ],
  ...[
    '住所',
    '居所',
    '所在地',
    '番地',
    '方書',
    '町名',
    '郵便番号',
    '〒',
    'TEL',
    'Tel',
    '電話',
    '電話番号',
    '携帯',
    '携帯番号',
    '連絡先',
    '緊急連絡先',
    'FAX',
    'メール',
  ],
  ...[
    'E-mail',
    'mail',
    '生年月日',
    '誕生日',
    '年齢',
    '性別',
    '続柄',
    '個人番号',
    'マイナンバー',
    '宛名番号',
    '世帯番号',
    '児童番号',
    '口座',
    '口座名義',
    '口座番号',
    '備考',
    'メモ',
    '',
  ],
];

describe('personal data', () => {
  const header = ['年度', '納付書番号', '納期限', '請求金額', '納付義務者番号', '氏名', 'カナ氏名', '住所', '電話番号'];
  const secrets = ['P-4711', '秘密太郎', 'ヒミツタロウ', '秘密町1-2-3', '03-0000-0000'];
  const ledger = [header, ['2027', '1', '2027-04-30', '100', ...secrets], ['2027', '2', '2027-04-30', '100', ...secrets, '秘密太郎の余り']];
  const settlement = run({ files: {}, ledger });
  const holds = (book: Uint8Array, secret: string): boolean => [...partsOf(book).values()].some((part) => part.includes(secret));

  test('is in no part of the file unless it is wanted', async () => {
    const book = await bookOf(settlement);
    expect([...secrets, '秘密'].filter((secret) => holds(book, secret))).toEqual([]);
    const columns = readByOpenpyxl([book])[0]!.sheets.flatMap(({ tables }) => Object.values(tables).flatMap(({ columns: found }) => found));
    expect(columns.filter((column) => PERSONAL_COLUMNS.includes(column))).toEqual([]);
    expect(sheetNamed(readByOpenpyxl([book])[0]!, names.ledger).cells.A3?.value).toBe(
      '個人を示すかもしれない列は除いています：納付義務者番号、氏名、カナ氏名、住所、電話番号',
    );
  });

  test('may stand under any header: only columns that are known to name nobody are written, and those that the office names', async () => {
    const other = [...HEADERS_OF_PERSONS, 'クラス'];
    const cells = other.map((_, index) => `秘密${index}`);
    const settlement = run({
      files: {},
      ledger: [
        [...header.slice(0, 4), '費目', ...other],
        ['2027', '1', '2027-04-30', '100', '延長保育料', ...cells],
      ],
    });
    const ledgerOf = async (options: Parameters<typeof bookOf>[1]): Promise<unknown[]> => {
      const { cells: found } = sheetNamed(readByOpenpyxl([await bookOf(settlement, options)])[0]!, names.ledger);
      return Object.entries(found).flatMap(([address, cell]) => (/^[A-Z]+5$/.test(address) ? [cell.value] : []));
    };
    expect(await ledgerOf({})).toEqual([2, '2027', '1', '2027-04-30', '100', '延長保育料']);
    expect(await ledgerOf({ keptColumns: ['クラス', '氏名'] })).toEqual([
      2,
      '2027',
      '1',
      '2027-04-30',
      '100',
      '延長保育料',
      `秘密${HEADERS_OF_PERSONS.length}`,
    ]);
  });

  test('is there when it is wanted, but never on 集計', async () => {
    const book = await bookOf(settlement, { withNames: true });
    expect(secrets.filter((secret) => !holds(book, secret))).toEqual([]);
    const summary = sheetNamed(readByOpenpyxl([book])[0]!, names.summary);
    expect(JSON.stringify(summary.cells)).not.toMatch(/秘密|P-4711/);
  });

  test('the file names no author', async () => {
    expect(await read(settlement)).toMatchObject({ creator: 'Keshikomi', lastModifiedBy: null });
  });
});

test('the same workbook gives the same bytes', async () => {
  const [first, second] = [await bookOf(faultyRun()), await bookOf(faultyRun())];
  expect(Buffer.compare(first, second)).toBe(0);
});

test('days are names on the axis: no room for those without money, no other day where there is one', async () => {
  const charts = [...partsOf(await bookOf(goldenRun('week')))].filter(([path]) => path.startsWith('xl/charts/chart')).map(([, xml]) => xml);
  const money = charts.filter((xml) => xml.includes('<c:barDir val="col"/>'));
  expect(money.map((xml) => /<c:auto val="(.)"/.exec(xml)?.[1])).toEqual(['0']);
});

test('charts speak: each has a text of its own', async () => {
  const drawing = partsOf(await bookOf(goldenRun('week'))).get('xl/drawings/drawing4.xml')!;
  expect([...drawing.matchAll(/descr="([^"]+)"/g)].map(([, text]) => text!.slice(0, 12))).toEqual(['費目ごとに、納付書の件数', '2027/04/17から']);
});
