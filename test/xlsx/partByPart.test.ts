/** Is every workbook that we write one that Excel opens without mending it, whatever texts others put into it? And would the checker see a fault of each kind? */
import fc from 'fast-check';
import type { NoticeInput } from '../../scripts/buildFile';
import { exportJa } from '../../src/export/words.ja';
import { buildFinanceWorkbook } from '../../src/export/finance';
import type { Workbook } from '../../src/sheet/workbook';
import { writeWorkbook } from '../../src/xlsx';
import { readPackage, textOf, textPart, writePackage, type Part } from '../../src/xlsx/package';
import { faultyRun, goldenRun, hostileRun, layoutNamed, mixedRun, OPTIONS, run, workbookOf } from '../sheet/runs';
import { faultsOf } from './partByPart';

jest.setTimeout(120_000);

test.each([
  ['the usual week', () => goldenRun('week')],
  ['hostile texts', hostileRun],
  ['faults of all kinds', faultyRun],
  ['three layouts', mixedRun],
  ['no data', () => goldenRun('no-data')],
])('%s: no part is wrong', async (_, settlement) => {
  expect(faultsOf(await writeWorkbook(workbookOf(settlement(), { withNames: true })))).toEqual([]);
});

const PIECES = ['\ufffe', '\uffff', '\u0000', '\u0001', '\u000b', '\u001f', '\u007f', '\ud800', '\udc00', '\r', '\n', '\t', '&', '&&L', '<b>', '"', "'"];
const hostileText = fc.oneof(
  { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES, '_x0000_', '_xFFFE_', '=', ']', '[', '#', ' ', '　', '保育料', 'Ａ', 'a'), { maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom(...PIECES, '名').map((piece) => [piece.repeat(10_000)]) },
);
const text = hostileText.map((pieces) => pieces.join(''));

const noticeAt = (index: number): NoticeInput => ({
  kind: index % 2 === 0 ? 'preliminary' : 'confirmed',
  paidDate: '20270410',
  paidTime: '0915',
  paymentDueDate: '270430',
  slipNumber: String(1000 + index),
  amount: 1000,
  also: { transferDate: '20270420' },
});

test('whatever stands in 費目, 所管課, names of files, columns and layouts: no part is wrong', async () => {
  const row = fc.record({ fee: text, section: text, name: text });
  const world = fc.record({
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
    files: fc.uniqueArray(text, { minLength: 1, maxLength: 2 }),
    title: text,
    column: text,
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ rows, files, title, column }) => {
      const settlement = run({
        files: Object.fromEntries(
          files.map((name, index) => [name, { groups: [{ createdDate: `2027041${index}`, notices: rows.map((_, row) => noticeAt(row)) }] }]),
        ),
        ledger: [
          ['年度', '納付書番号', '納期限', '請求金額', '費目', '所管課', '氏名', column, `${column} `],
          ...rows.map(({ fee, section, name }, index) => ['2027', String(1000 + index), '2027-04-30', '1000', fee, section, name, 'a', 'b', 'c']),
        ],
        layouts: [{ ...layoutNamed('ward'), title }],
      });
      const books: Workbook[] = [
        workbookOf(settlement, { withNames: true }),
        buildFinanceWorkbook(settlement, { ...OPTIONS, exportWords: exportJa, mask: 'lastFour' }),
      ];
      for (const book of books) expect(faultsOf(await writeWorkbook(book))).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

test('a text that no file can hold breaks no page header, no chart and no property of the file', async () => {
  const hostile = 'A\u0000B\ufffe\ud800C&\uffff';
  const book = workbookOf(goldenRun('week'));
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    print: { ...sheet.print, header: { left: hostile, centre: hostile, right: hostile } },
    charts: sheet.charts.map((chart) => ({ ...chart, title: hostile, altText: hostile, series: chart.series.map((one) => ({ ...one, name: hostile })) })),
  }));
  expect(faultsOf(await writeWorkbook({ ...book, title: hostile, sheets }))).toEqual([]);
});

describe('a fault of each kind is seen', () => {
  let parts: Part[];
  beforeAll(async () => {
    parts = readPackage(await writeWorkbook(workbookOf(goldenRun('week'))));
  });

  const without = (path: string): Uint8Array => writePackage(parts.filter((part) => part.path !== path));
  async function changed(path: string, change: (xml: string) => string): Promise<Uint8Array> {
    const before = await textOf(parts.find((part) => part.path === path)!);
    const after = change(before);
    expect(after === before).toBe(false);
    const part = await textPart(path, [after]);
    return writePackage(parts.map((one) => (one.path === path ? part! : one)));
  }

  const [LIST, TABLE, BOOK, STYLES] = ['xl/worksheets/sheet1.xml', 'xl/tables/table1.xml', 'xl/workbook.xml', 'xl/styles.xml'];
  const CHART = 'xl/charts/chart1.xml';

  test.each<[string, string, (xml: string) => string]>([
    ['not well-formed', LIST, (xml) => xml.replace('</worksheet>', '')],
    ['is not well-formed', CHART, (xml) => xml.replace('<a:t>', '<a:t>\ufffe')],
    ['is not well-formed', 'docProps/core.xml', (xml) => xml.replace('<dc:title>', '<dc:title>&#1;')],
    ['a character that no', LIST, (xml) => xml.replace('<oddFooter>', '<oddFooter>_x0001_')],
    ['which is not there', 'xl/_rels/workbook.xml.rels', (xml) => xml.replace('sheet2.xml', 'sheet9.xml')],
    ['asks for rId9', LIST, (xml) => xml.replace('<tablePart r:id="rId1"', '<tablePart r:id="rId9"')],
    ['is of type', '[Content_Types].xml', (xml) => xml.replace('spreadsheetml.table+xml', 'spreadsheetml.worksheet+xml')],
    ['its cell 状態', TABLE, (xml) => xml.replace('name="状態"', 'name="状況"')],
    ['two columns have one name', TABLE, (xml) => xml.replace('name="注意"', 'name="状態"')],
    ['columns in A4:', TABLE, (xml) => xml.replace(/<tableColumn id="19"[^>]*\/>/, '')],
    ['two tables have one id', TABLE, (xml) => xml.replace('<table xmlns', '<table x="" xmlns').replace(' id="1" name', ' id="2" name')],
    ['is there twice', TABLE, (xml) => xml.replace('displayName="消込一覧"', 'displayName="検査"')],
    ['the formula of', LIST, (xml) => xml.replace('<f>', `<f>${'1+'.repeat(4100)}`)],
    ['oddHeader has', LIST, (xml) => xml.replace('<oddHeader>', `<oddHeader>${'あ'.repeat(250)}`)],
    ['overlaps', LIST, (xml) => xml.replace('<conditionalFormatting', '<mergeCells><mergeCell ref="A60:B70"/></mergeCells><conditionalFormatting')],
    ['parts in the order', LIST, (xml) => xml.replace(/<printOptions [^>]*\/>/, '').replace('<sheetData>', '<printOptions/><sheetData>')],
    ['has style 9999', LIST, (xml) => xml.replace(/ s="\d+"/, ' s="9999"')],
    ['shared text 9999', LIST, (xml) => xml.replace(/(t="s"[^>]*><v>)\d+/, '$1'.concat('9999'))],
    ['has style 99 of', LIST, (xml) => xml.replace(/dxfId="\d+"/, 'dxfId="99"')],
    ['refers to what is not there', STYLES, (xml) => xml.replace(/(<cellXfs.*?)fontId="\d+"/s, '$1fontId="99"')],
    ['a sheet is called', BOOK, (xml) => xml.replace('sheet name="検査"', `sheet name="${'検'.repeat(32)}"`)],
    ['two sheets have one name', BOOK, (xml) => xml.replace('sheet name="検査"', 'sheet name="集計"')],
    ['means なし, which', BOOK, (xml) => xml.replace("'消込一覧'!", "'なし'!")],
    ['a series stands at', CHART, (xml) => xml.replace("<c:f>'集計'!", "<c:f>'なし'!")],
    ['there is no axis', CHART, (xml) => xml.replace(/<c:axId val="\d+"/, '<c:axId val="1"')],
  ])('%s: %s', async (fault, path, change) => {
    expect(faultsOf(await changed(path, change)).join('\n')).toContain(fault);
  });

  test('a part that is missing, and one that nobody asks for', () => {
    expect(faultsOf(without(TABLE)).join('\n')).toContain(`leads to ${TABLE}, which is not there`);
    expect(faultsOf(without('xl/worksheets/_rels/sheet1.xml.rels')).join('\n')).toContain(`nothing leads to ${TABLE}`);
  });
});
