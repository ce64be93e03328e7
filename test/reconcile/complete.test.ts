/** docs/format.md, "Totals and completeness": can the list of the unpaid be trusted as far as the data reaches? */
import { buildFile, buildRecords, type FileInput } from '../../scripts/buildFile';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import { BUILT_IN_LAYOUTS, WARD_LAYOUT } from '../../src/file/layouts';
import { sortFindings, finding } from '../../src/check/finding';
import { answered, cancelled, confirmed, day, ledgerOf, preliminary, type Given } from './run';

const sound = day('20270406', confirmed());
const isComplete = (files: Given['files'], ledger = ledgerOf(['2027,1,2027-04-30,3000'])): boolean =>
  answered({ files, ledger, layouts: [WARD_LAYOUT] }).complete;
const records = (): Uint8Array[] => buildRecords(sound);

test('a sound run is complete', () => {
  expect(isComplete([sound])).toBe(true);
  expect(isComplete([sound, day('20270407')])).toBe(true);
});

describe('a run is not complete with', () => {
  test.each<[string, FileInput | Uint8Array]>([
    ['a file that is not read', asciiBytes('PK')],
    ['a file without a record', new Uint8Array()],
    ['a record of a wrong length', concatenated(records().map((record, index) => (index === 2 ? record.subarray(1) : record)))],
    ['a record of unknown type', { ...sound, groups: [{ ...sound.groups[0]!, header: { recordType: '5' } }] }],
    ['a notice held back', day('20270406', confirmed({ also: { checkDigit: 'X' } }))],
    ['a record out of order', concatenated([...records().slice(0, 3), records()[1]!, ...records().slice(2)])],
    ['no end record', concatenated(records().slice(0, 3))],
    ['a total that differs', { groups: [{ ...sound.groups[0]!, trailer: { confirmedCount: '000002' } }] }],
    ['a record count that differs', { ...sound, end: { recordCount: '00000005' } }],
    ['a total that is no digits', { groups: [{ ...sound.groups[0]!, trailer: { confirmedCount: '     1' } }] }],
    ['a record count that is no digits', { ...sound, end: { recordCount: '       4' } }],
    ['a trailer that was skipped', concatenated(records().flatMap((record, index) => [index === 2 ? record.subarray(0, 119) : record, asciiBytes('\n')]))],
  ])('%s', (_, file) => {
    expect(isComplete([file])).toBe(false);
    expect(isComplete([day('20270407', confirmed({ slipNumber: '2' })), file])).toBe(false);
  });

  test('a file without a record, whatever its layout declares', () => {
    for (const layout of BUILT_IN_LAYOUTS) expect(answered({ files: [new Uint8Array()], layouts: [layout] }).complete).toBe(false);
  });

  test('a ledger row that is no slip', () => {
    expect(isComplete([sound], ledgerOf(['2027,1,2027-04-30,3000', '2027,x,2027-04-30,3000']))).toBe(false);
  });
});

describe('a run stays complete with', () => {
  test.each<[string, { readonly files: Given['files']; readonly ledger?: string }]>([
    ['a field that is wrong but holds nothing back', { files: [day('20270406', confirmed({ also: { transferDate: '20270231' } }))] }],
    ['warnings about barcodes', { files: [day('20270406', confirmed({ amount: 0, also: { revenueStamp: '1' } }))] }],
    ['duplicates and contradictions', { files: [day('20270406', preliminary(), confirmed(), confirmed(), cancelled())] }],
    ['mixed line ends', { files: [concatenated(records().flatMap((record, index) => [record, asciiBytes(index === 0 ? '\n' : '\r\n')]))] }],
    ['a file given twice', { files: [sound, buildFile(sound)] }],
    ['a bad cell in the ledger', { files: [sound], ledger: ledgerOf(['2027,1,4月末,3000']) }],
    ['a slip twice in the ledger', { files: [sound], ledger: ledgerOf(['2027,1,2027-04-30,3000', '2027,1,2027-04-30,3000']) }],
  ])('%s', (_, { files, ledger }) => {
    expect(isComplete(files, ledger)).toBe(true);
  });
});

describe('the data reaches', () => {
  test('from the first created date to the last, of all groups of all files', () => {
    const files = [{ groups: [...day('20270408').groups, ...day('20270410').groups] }, day('20270406'), day('20270409')];
    expect(answered({ files })).toMatchObject({ dataFrom: '2027-04-06', dataThrough: '2027-04-10' });
  });

  test('nowhere known when no group has a created date', () => {
    expect(answered({ files: [] })).toMatchObject({ dataFrom: null, dataThrough: null });
    expect(answered({ files: [{ groups: [{ createdDate: '20270231', notices: [] }] }], layouts: [WARD_LAYOUT] })).toMatchObject({
      dataFrom: null,
      dataThrough: null,
    });
  });

  test('as-of changes nothing but overdue', () => {
    const given = { files: [day('20270506', confirmed({ slipNumber: '2' }))], ledger: ledgerOf(['2027,1,2027-04-30,3000']) };
    const [early, late] = ['2027-04-30', '2027-05-01'].map((asOf) => answered({ ...given, asOf }));
    const lessOverdue = (answer: typeof early): unknown => ({
      ...answer,
      asOf: '',
      slips: answer!.slips.map((slip) => ({ ...slip, flags: slip.flags.filter((flag) => flag !== 'overdue') })),
    });
    expect(late!.slips[0]!.flags).toEqual(['overdue']);
    expect(early!.slips[0]!.flags).toEqual([]);
    expect(lessOverdue(early)).toEqual(lessOverdue(late));
  });
});

describe('the same bytes given twice', () => {
  test('are read once: the later name is told and not listed', () => {
    const { files, findings, slips } = answered({ files: [sound, day('20270407'), sound] });
    expect(files.map(({ name }) => name)).toEqual(['1.dat', '2.dat']);
    expect(findings).toMatchObject([{ code: 'fileAlreadyImported', severity: 'warning', file: '3.dat', record: null }]);
    expect(slips).toMatchObject([{ paidAmount: 3000 }]);
  });
});

test('findings are sorted by file as given (the ledger last), record (null last), code and field', () => {
  const at = (file: string, record: number | null, field: string | null = null): ReturnType<typeof finding> =>
    finding('zeroAmount', { file, record, field }, {});
  const stamp = finding('revenueStamp', { file: 'b.dat', record: 2 }, {});
  const given = [at('台帳.csv', 2), at('a.dat', 1), at('b.dat', null), at('b.dat', 10), at('b.dat', 2, 'b'), at('b.dat', 2, 'a'), at('b.dat', 2), stamp];
  expect(sortFindings(given, ['b.dat', 'a.dat', '台帳.csv']).map(({ code, file, record, field }) => [file, record, code, field])).toEqual([
    ['b.dat', 2, 'revenueStamp', null],
    ['b.dat', 2, 'zeroAmount', null],
    ['b.dat', 2, 'zeroAmount', 'a'],
    ['b.dat', 2, 'zeroAmount', 'b'],
    ['b.dat', 10, 'zeroAmount', null],
    ['b.dat', null, 'zeroAmount', null],
    ['a.dat', 1, 'zeroAmount', null],
    ['台帳.csv', 2, 'zeroAmount', null],
  ]);
});
