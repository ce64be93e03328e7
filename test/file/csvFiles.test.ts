/** docs/format.md, "CSV files" and "What only some layouts have": rows become records, other kinds, lacking records, blanks that mean 0. */
import fc from 'fast-check';
import { buildFile } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { csvRecords, csvRowOf } from '../../src/file/csvRecords';
import { csvRows } from '../../src/file/csvRows';
import type { Layout } from '../../src/file/layout';
import { BUILT_IN_LAYOUTS, readUserLayout } from '../../src/file/layouts';
import { answered, day, preliminary } from '../reconcile/run';
import { dskFile, dskRow } from './dsk';
import { changedWard, soundLayout, type WritableLayout } from './layouts';

const DSK = BUILT_IN_LAYOUTS.find(({ id }) => id === 'dsk')!;
const text = (content: string): Uint8Array => new TextEncoder().encode(content);
const codes = ({ findings }: ReturnType<typeof answered>): string[] =>
  findings.map(({ code, record, field }) => [code, record, field].filter((part) => part !== null).join(' '));

describe('rows', () => {
  test.each([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['"a,""b",c', [['a,"b', 'c']]],
    [
      'a,\n\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a\nb",c\n', [['a\nb', 'c']]],
  ])('%j', (content, cells) => {
    const decoder = new TextDecoder();
    expect(csvRows(text(content), 0x2c).map((row) => row.cells.map((cell) => decoder.decode(cell)))).toEqual(cells);
  });

  test.each(['"a,b', '"a"b,c'])('%j is broken', (content) => {
    expect(csvRows(text(content), 0x2c)[0]!.isBroken).toBe(true);
  });
});

describe('a file of the layout dsk', () => {
  const ledger = '年度,納付書番号,納期限,請求金額\n2027,1000382,2027-04-30,3000\n2027,1000383,2027-04-30,4000\n';
  const confirmed = dskRow('02', { transferDate: '20270420' });

  test('is known without being told, and clears its slips', () => {
    const { files, findings, slips, dataThrough } = answered({
      files: [dskFile(dskRow('01'), confirmed, dskRow('01', { slipNumber: '000001000383', amount: 4000 }))],
      ledger,
    });
    expect(files[0]).toMatchObject({ layout: 'dsk', lineEnding: 'crlf', recordCount: { counted: 4, declared: null } });
    expect(findings).toEqual([]);
    expect(dataThrough).toBe('2027-04-06');
    expect(slips.map(({ slipNumber, state, billerCode }) => [slipNumber, state, billerCode])).toEqual([
      ['000001000382', 'paid', '13104'],
      ['000001000383', 'preliminary', '13104'],
    ]);
  });

  test('郵便振替 confirms, 郵便振替訂正 takes the confirmation back', () => {
    const post = { transferDate: '20270420', paidTime: '', store: '' };
    expect(answered({ files: [dskFile(dskRow('12', post))], ledger }).slips[0]).toMatchObject({ state: 'paid' });
    const answer = answered({ files: [dskFile(dskRow('12', post), dskRow('22', post))], ledger });
    expect(answer.slips[0]).toMatchObject({ state: 'cancelled', paidAmount: 0, confirmedAmount: 0 });
    expect(answer.slips[0]!.flags).toContain('needsReview');
    expect(codes(answer)).toEqual(['confirmedTakenBack 3']);
  });

  test.each([
    ['an amount beside the barcode that is another', dskRow('02', { amountBeside: '3001' }), ['fieldValue 2 amountBeside']],
    ['a cell too many', `${confirmed},x`, ['recordLength 2']],
    ['a cell too long', dskRow('02', { store: '0003711' }), ['recordLength 2']],
    ['an open quote', `"${confirmed}`, ['recordLength 2']],
    ['a kind that nobody knows', dskRow('99'), ['noticeKind 2 noticeKind']],
    ['a barcode with a wrong digit', confirmed.replace('EAN9191', 'EAN9192'), ['barcodeCheckDigit 2 checkDigit']],
  ])('%s is an error on its row', (_, row, expected) => {
    expect(codes(answered({ files: [dskFile(row, dskRow('01', { slipNumber: '000001000383', amount: 4000 }))], layouts: [DSK] }))).toEqual(expected);
  });

  test('is not taken for a ledger’s or another agent’s file, nor are those for it', () => {
    const others = [buildFile(day('20270406', preliminary())), text('年度,納付書番号\n2027,1\n'), text('x\n')];
    for (const bytes of others) expect(answered({ files: [bytes] }).files[0]!.layout).not.toBe('dsk');
  });

  test('each record is written as the row that it is read from', () => {
    const cell = fc.stringMatching(/^[ -~]{0,20}$/).map((content) => content.trimEnd());
    fc.assert(
      fc.property(cell, cell, (use1, use2) => {
        const { cut, bytes } = recordsOf(dskFile(confirmed), DSK);
        const record = bytes.slice(cut.starts[1]!, cut.starts[1]! + cut.lengths[1]!);
        const put = (name: string, content: string): void => record.set(text(content.padEnd(50)), DSK.placed.data.find((field) => field.name === name)!.offset);
        put('use1', use1);
        put('use2', use2);
        const row = csvRowOf(record, 'data', DSK, DSK.csv!);
        const again = csvRecords(row, DSK, { ...DSK.csv!, headingRows: 0 });
        expect(Buffer.from(again.bytes).equals(Buffer.from(record))).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});

const recordsOf = (bytes: Uint8Array, layout: Layout): ReturnType<typeof csvRecords> => csvRecords(bytes, layout, layout.csv!);

describe('what only some layouts have', () => {
  const changed = (change: (data: WritableLayout) => void): Layout => soundLayout(changedWard(change));

  test('files without header, trailer and end: one group of unknown days, no record missing', () => {
    const layout = changed((data) => Object.assign(data, { lacks: ['header', 'trailer', 'end'], records: { data: data.records.data } }));
    const whole = buildFile({ groups: [{ createdDate: '20270406', notices: [{ kind: 'confirmed', paidDate: '20270405', slipNumber: '1', amount: 3000 }] }] });
    const answer = answered({ files: [whole.subarray(122, 244)], layouts: [layout] });
    expect(codes(answer)).toEqual([]);
    expect(answer.files[0]!.groups).toHaveLength(1);
    expect(answer.files[0]!.unchecked.map(({ reason }) => reason)).toEqual(Array.from({ length: 7 }, () => 'layoutHasNoItem'));
    expect(codes(answered({ files: [whole], layouts: [layout] }))).toEqual(['recordType 1', 'recordType 3', 'recordType 4']);
  });

  test('blanks mean 0 only where the layout says so', () => {
    const trailer = { preliminaryCount: ' '.repeat(6), preliminaryAmount: ' '.repeat(12) };
    const file = buildFile({
      groups: [{ createdDate: '20270406', notices: [{ kind: 'confirmed', paidDate: '20270405', slipNumber: '1', amount: 3000 }], trailer }],
    });
    expect(codes(answered({ files: [file] }))).toEqual(['fieldValue 3 preliminaryAmount', 'fieldValue 3 preliminaryCount']);
    const layout = changed((data) => {
      for (const field of data.records.trailer) if (field.kind === 'count' || field.kind === 'yen') Object.assign(field, { blank: 'zero' });
    });
    expect(codes(answered({ files: [file], layouts: [layout] }))).toEqual([]);
  });

  describe('without a fiscal year slips are found by number alone', () => {
    const yearless = (data: WritableLayout): void => {
      Object.assign(
        data.barcode.find(({ name }) => name === 'fiscalYear')!,
        { name: 'free' },
      );
      Object.assign(data, { withoutFiscalYear: true });
    };
    const layouts = [changed(yearless)];
    const file = day('20270406', preliminary({ slipNumber: '1000382' }));
    const ledgerOf = (...rows: string[]): string => ['年度,納付書番号,納期限,請求金額', ...rows].join('\n');

    test('in the year in which the ledger has them', () => {
      const { slips, findings } = answered({ files: [file], layouts, ledger: ledgerOf('2026,1000382,2027-04-30,3000', '2027,1000383,2027-04-30,3000') });
      expect(findings).toEqual([]);
      expect(slips.map(({ fiscalYear, state }) => [fiscalYear, state])).toEqual([
        ['2026', 'preliminary'],
        ['2027', 'unpaid'],
      ]);
    });

    test('two years with the number: held back, and no list of unpaid slips is complete', () => {
      const answer = answered({ files: [file], layouts, ledger: ledgerOf('2026,1000382,2027-04-30,3000', '2027,1000382,2027-04-30,3000') });
      expect(codes(answer)).toEqual(['yearAmbiguous 2 slipNumber']);
      expect(answer.complete).toBe(false);
    });

    test('a number that the ledger lacks has no year', () => {
      const { slips } = answered({ files: [file], layouts, ledger: ledgerOf('2027,1000383,2027-04-30,3000') });
      expect(slips.map(({ fiscalYear, flags }) => [fiscalYear, flags.includes('notInLedger')])).toEqual([
        ['0000', true],
        ['2027', false],
      ]);
    });

    test('only where the layout says so', () => {
      expect(readUserLayout(changedWard((data) => void Object.assign(data, { withoutFiscalYear: true })))).toMatchObject({ problem: { code: 'repeatedName' } });
      expect(readUserLayout(changedWard((data) => void Object.assign(data.barcode[2]!, { name: 'free' })))).toMatchObject({ problem: { code: 'missingPart' } });
    });
  });

  test.each<[string, (data: WritableLayout) => void, string]>([
    ['lacks data', (data) => Object.assign(data, { lacks: ['data'] }), 'notALayout'],
    ['lacks a record that it lists', (data) => Object.assign(data, { lacks: ['end'] }), 'repeatedName'],
    ['another separator', (data) => Object.assign(data, { csv: { separator: '|', headingRows: 0 } }), 'notALayout'],
    ['an unknown other kind', (data) => Object.assign(data, { otherKinds: { '09': 'confirmed' } }), 'notALayout'],
    ['an other kind that is a kind', (data) => Object.assign(data, { otherKinds: { '01': 'ignored' } }), 'repeatedName'],
    ['an other kind of another length', (data) => Object.assign(data, { otherKinds: { '9': 'ignored' } }), 'valueLength'],
    ['blanks of a code', (data) => Object.assign(data.records.header[2]!, { blank: 'zero' }), 'notALayout'],
    ['an unknown column', (data) => Object.assign(data.records.header[2]!, { column: 'left' }), 'notALayout'],
  ])('%s is refused', (_, change, code) => {
    expect(readUserLayout(changedWard(change))).toMatchObject({ problem: { code } });
  });
});

test('the codec of the samples writes Shift_JIS', () => {
  expect(codec.decode(dskFile(dskRow('01')), 'shift_jis')).toContain('見本マート');
});
