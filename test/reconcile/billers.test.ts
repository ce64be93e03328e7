/** Whose slip is it? The biller of a notice, of a ledger row, and what is said when it cannot be told. */
import type { GroupInput, NoticeInput } from '../../scripts/buildFile';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { answered, confirmed, ledgerOf, placed, type Answer, type Given } from './run';

const [, mizuho, muf] = BUILT_IN_LAYOUTS;
const NO_HEADER_CODE = '     ';
const group = (billerCode: string, ...notices: NoticeInput[]): GroupInput => ({ createdDate: '20270406', billerCode, notices });
const inBarcode = (billerCode: string, more: Partial<NoticeInput> = {}): NoticeInput => confirmed({ also: { billerCode }, ...more });
const withBiller = (...rows: string[]): string => ledgerOf(rows, '年度,納付書番号,納期限,請求金額,収納機関コード');
const read = (groups: readonly GroupInput[], more: Partial<Given> = {}): Answer => answered({ files: [{ groups }], ...more });
/** Biller, number and state of each slip. */
const slipsOf = ({ slips }: Answer): string[] => slips.map(({ billerCode, slipNumber, state }) => `${billerCode ?? 'null'} ${Number(slipNumber)} ${state}`);

describe('the biller of a notice is', () => {
  test("the group header's", () => {
    expect(slipsOf(read([group('13104', confirmed()), group('13112', confirmed())]))).toEqual(['13104 1 paid', '13112 1 paid']);
  });

  test("the header's rather than the barcode's", () => {
    expect(slipsOf(answered({ files: [{ groups: [group('13104', inBarcode('99999'))], layout: muf! }] }))).toEqual(['13104 1 paid']);
  });

  test("the barcode's where the header has none", () => {
    expect(slipsOf(answered({ files: [{ groups: [group(NO_HEADER_CODE, inBarcode('13112'))], layout: muf! }], layouts: [muf!] }))).toEqual(['13112 1 paid']);
    expect(slipsOf(answered({ files: [{ groups: [group('', inBarcode('13112'))], layout: mizuho! }] }))).toEqual(['13112 1 paid']);
  });

  test('null where neither has one', () => {
    expect(slipsOf(read([group(NO_HEADER_CODE, confirmed())]))).toEqual(['null 1 paid']);
  });

  test('shown as first seen and compared without leading zeros', () => {
    const answer = read([group('00112', confirmed()), group('112  ', confirmed({ paidTime: '1530' }))]);
    expect(answer.slips).toMatchObject([{ billerCode: '00112', paidAmount: 6000 }]);
    expect(answer.files[0]!.groups.map(({ billerCode }) => billerCode)).toEqual(['00112', '112']);
  });
});

describe('a ledger row', () => {
  test('belongs to the biller in its column', () => {
    const answer = read([group('13104', confirmed())], { ledger: withBiller('2027,1,2027-05-31,3000,13112') });
    expect(slipsOf(answer)).toEqual(['13104 1 paid', '13112 1 unpaid']);
    expect(answer.findings).toEqual([]);
  });

  test('whose column has leading zeros or lacks them belongs to the same biller', () => {
    expect(slipsOf(read([group('13104', confirmed())], { ledger: withBiller('2027,1,2027-05-31,3000,0013104') }))).toEqual(['13104 1 paid']);
  });

  test('without one belongs to the only biller whose notices carry its number', () => {
    const groups = [group('13104', confirmed()), group('13112', confirmed({ slipNumber: '2' }))];
    for (const ledger of [ledgerOf(['2027,2,2027-05-31,3000']), withBiller('2027,2,2027-05-31,3000,')]) {
      expect(slipsOf(read(groups, { ledger }))).toEqual(['13104 1 paid', '13112 2 paid']);
    }
  });

  test('counts the notices that are held back among them', () => {
    const groups = [group('13104', confirmed()), group('13112', confirmed({ slipNumber: '2', also: { checkDigit: 'X' } }))];
    expect(slipsOf(read(groups, { ledger: ledgerOf(['2027,2,2027-05-31,3000']) }))).toEqual(['13104 1 paid', '13112 2 unpaid']);
  });

  test('whose number nobody carries belongs to the only biller of the run', () => {
    expect(slipsOf(read([group('13104', confirmed())], { ledger: ledgerOf(['2027,2,2027-05-31,3000']) }))).toEqual(['13104 1 paid', '13104 2 unpaid']);
  });

  test('belongs to a biller who sent no notice that day, when it is the only one of the run', () => {
    expect(slipsOf(read([group('13104')], { ledger: ledgerOf(['2027,2,2027-05-31,3000']) }))).toEqual(['13104 2 unpaid']);
  });

  test('belongs to nobody when the run has several billers or none', () => {
    const ledger = ledgerOf(['2027,2,2027-05-31,3000']);
    expect(slipsOf(read([group('13104', confirmed()), group('13112')], { ledger }))).toEqual(['13104 1 paid', 'null 2 unpaid']);
    expect(slipsOf(read([group(NO_HEADER_CODE)], { ledger }))).toEqual(['null 2 unpaid']);
  });

  test("takes the codes of all barcodes for billers of the run, the header's or not", () => {
    const answer = answered({ files: [{ groups: [group('13104', inBarcode('99999'))], layout: muf! }], ledger: ledgerOf(['2027,2,2027-05-31,3000']) });
    expect(slipsOf(answer)).toEqual(['13104 1 paid', 'null 2 unpaid']);
  });

  test("takes the ledger's own billers for billers of the run", () => {
    const ledger = withBiller('2027,2,2027-05-31,3000,13104', '2027,3,2027-05-31,3000,');
    expect(slipsOf(read([group(NO_HEADER_CODE)], { ledger }))).toEqual(['13104 2 unpaid', '13104 3 unpaid']);
  });
});

describe('a ledger row whose number several billers carry', () => {
  const groups = [group('13112', confirmed()), group('13104', confirmed()), group(NO_HEADER_CODE, confirmed())];

  test('is given to the first in code order, null last, with an error on the row', () => {
    const answer = read(groups, { ledger: ledgerOf(['2027,1,2027-05-31,3000']) });
    expect(answer.findings.map(placed)).toEqual(['billerAmbiguous ledger.csv 2']);
    expect(answer.findings[0]!.message).toContain('13104と13112と（不明）');
    expect(answer.slips.map(({ billerCode, billedAmount }) => [billerCode, billedAmount])).toEqual([
      [null, null],
      ['13104', 3000],
      ['13112', null],
    ]);
  });

  test('asks for a review of every slip of that number, and of no other', () => {
    const more = [...groups, group('13104', confirmed({ slipNumber: '2' }))];
    const answer = read(more, { ledger: ledgerOf(['2027,1,2027-05-31,3000', '2027,2,2027-05-31,3000']) });
    expect(answer.slips.map(({ flags }) => flags.includes('needsReview'))).toEqual([true, true, true, false]);
  });

  test('is one error for each such row', () => {
    const answer = read(groups, { ledger: ledgerOf(['2027,1,2027-05-31,3000', '2027,1,2027-05-31,3000']) });
    expect(answer.findings.map(placed)).toEqual(['billerAmbiguous ledger.csv 2', 'billerAmbiguous ledger.csv 3', 'ledgerDuplicate ledger.csv 3']);
  });

  test('is no error when its column names one', () => {
    expect(read(groups, { ledger: withBiller('2027,1,2027-05-31,3000,13112') }).findings).toEqual([]);
  });
});

describe('a slip that the ledger lists twice', () => {
  test('counts as its first row says, with an error on the later one', () => {
    const answer = read([group('13104', confirmed())], { ledger: ledgerOf(['2027,1,2027-05-31,3000', '2027,0001,2027-06-30,4000']) });
    expect(answer.slips).toMatchObject([{ billedAmount: 3000, dueDate: '2027-05-31' }]);
    expect(answer.findings.map(placed)).toEqual(['ledgerDuplicate ledger.csv 3']);
  });

  test('is two slips under two billers', () => {
    const answer = read([group('13104')], { ledger: withBiller('2027,1,2027-05-31,3000,13104', '2027,1,2027-05-31,4000,13112') });
    expect(answer.slips.map(({ billedAmount }) => billedAmount)).toEqual([3000, 4000]);
    expect(answer.findings).toEqual([]);
  });

  test('may be listed with its biller and without', () => {
    const answer = read([group('13104')], { ledger: withBiller('2027,1,2027-05-31,3000,13104', '2027,1,2027-05-31,4000,') });
    expect(answer.slips.map(({ billedAmount }) => billedAmount)).toEqual([3000]);
    expect(answer.findings.map(placed)).toEqual(['ledgerDuplicate ledger.csv 3']);
  });
});
