/** Is what a run writes into 取込履歴, 納付書台帳 and 取込原本 read back as it was, from the texts that Excel shows? */
import type { Original } from '../../src/sheet/records';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { dayOf } from '../../src/file/calendar';
import { concatenated } from '../../src/file/encode';
import { LEDGER_COLUMNS } from '../../src/reconcile/ledger';
import type { LedgerTable } from '../../src/reconcile/table';
import { flagsOf, stateOf } from '../../src/reconcile/slips';
import type { Settlement } from '../../src/settle';
import type { HistoryRow, WorkbookOptions } from '../../src/sheet';
import { readHistory, standingImports } from '../../src/sheet/history';
import { readLedgerSheet } from '../../src/sheet/ledger';
import { readOriginals } from '../../src/sheet/originals';
import { dateTimeCell, dayCell } from '../../src/sheet/source';
import { cellText } from '../../src/sheet/cellText';
import { NUMBER_FORMATS, TABLE_NAMES, valueOf, type TableName } from '../../src/sheet/workbook';
import { sheetEn } from '../../src/sheet/words.en';
import { sheetJa } from '../../src/sheet/words.ja';
import { en } from '../../src/words/en';
import { shownText } from '../../src/workbench/model/text';
import { GOLDEN_CASES, goldenRun, hostileRun, run, workbookOf } from './runs';

/** The table's texts as Excel would show them, header first. */
function textsOf(settlement: Settlement, name: TableName, more: Partial<WorkbookOptions> = {}): string[][] {
  const { columns, rowCount } = workbookOf(settlement, more).sheets.find(({ table }) => table?.name === name)!.table!;
  const rows = Array.from({ length: Math.max(1, rowCount) }, (_, row) =>
    columns.map(({ format, cell }) => {
      const value = row < rowCount ? valueOf(cell(row)) : null;
      return typeof value === 'string' ? cellText(value) : value === null ? '' : shownText(value, NUMBER_FORMATS[format], undefined);
    }),
  );
  return [columns.map(({ header }) => cellText(header)), ...rows];
}

describe('取込履歴', () => {
  test('a time without seconds, as earlier versions wrote it, is that minute', () => {
    expect(dateTimeCell('2027/05/10 14:32')).toBe(dateTimeCell('2027/05/10 14:32:00'));
    expect(dateTimeCell('2027/05/10 14:32:07')).not.toBe(dateTimeCell('2027/05/10 14:32:00'));
    expect(dateTimeCell('2027/05/10 14:32:60')).toBe('2027/05/10 14:32:60');
  });

  const text = fc.constantFrom('a.dat', '=1+1', '1,234', '2027/05/10', '区収納データ（未検証）', '0.1.0');
  const orNothing = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
  const day = fc
    .integer({ min: 0, max: 20_000 })
    .map((days) => dayCell(dayOf(1999 + Math.floor(days / 360), (Math.floor(days / 30) % 12) + 1, (days % 28) + 1)!));
  const time = fc
    .tuple(fc.nat(23), fc.nat(59), fc.nat(59))
    .map((parts) => dateTimeCell(`2027/05/10 ${parts.map((part) => String(part).padStart(2, '0')).join(':')}`));
  const count = orNothing(fc.nat(99_999_999_999));
  const row: fc.Arbitrary<HistoryRow> = fc.record({
    runAt: time,
    operation: fc.constantFrom('取込', '取消', '再消込', '消去', '一部消去', 'import', '手書き'),
    file: orNothing(text),
    createdDate: fc.oneof(day, fc.constant(null), fc.constant('2027/04/10、2027/04/11')),
    layout: orNothing(text),
    details: count,
    preliminary: count,
    confirmed: count,
    preliminaryCancelled: count,
    confirmedAmount: fc.oneof(count, fc.constant('不明')),
    judgement: fc.constantFrom('一致', '不一致', 'Agrees'),
    errors: count,
    warnings: count,
    asOf: day,
    version: text,
    sha256: orNothing(fc.constantFrom('aa', 'bb')),
    deleted: orNothing(fc.constantFrom('2026年度', '選んだファイル')),
  });

  test('any rows come back as they were, the run adds its own below', () => {
    const settlement = goldenRun('no-data');
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (history) => {
        const earlier = { history, imported: new Set<string>(), undone: [], ledgerLeftOut: [] };
        for (const words of [{}, { words: en, sheetWords: sheetEn }]) {
          const read = readHistory(textsOf(settlement, TABLE_NAMES.history, { ...words, earlier }));
          expect(read.slice(0, -1)).toEqual(history);
          expect(read).toHaveLength(history.length + settlement.files.length);
        }
      }),
    );
  });

  test('the last word on a file counts; one that could not be read is not held', () => {
    const base = readHistory(textsOf(goldenRun('one-file'), TABLE_NAMES.history))[0]!;
    const rowOf = (operation: string, sha256: string, details: number | null = 1): HistoryRow => ({ ...base, operation, sha256, details });
    const held = standingImports([
      rowOf('取込', 'a'),
      rowOf('import', 'b'),
      rowOf('取込', 'c', null),
      rowOf('取消', 'a'),
      rowOf('undo', 'b'),
      rowOf('取込', 'd'),
      rowOf('取込', 'a'),
    ]);
    expect([...held.keys()]).toEqual(['d', 'a']);
  });
});

/** All that a ledger decides: states, flags, money, and what was found. */
function decided({ slips, findings, complete, ledger }: Settlement): unknown {
  const rows = Array.from({ length: slips.count }, (_, slip) => [
    slips.numbers.yearOf(slip),
    slips.numbers.numberOf(slip),
    stateOf(slips, slip),
    flagsOf(slips, slip),
    slips.billedAmount[slip],
    slips.paidAmount[slip],
    slips.dueDate[slip],
    slips.reissueNumber[slip],
    slips.biller[slip],
  ]);
  return { rows, findings, complete, count: ledger!.count, unused: ledger!.unusedRows };
}

describe('納付書台帳', () => {
  const GOLDEN = join(__dirname, '../golden');
  const filesOf = (name: string): Record<string, Uint8Array> =>
    Object.fromEntries(
      readdirSync(join(GOLDEN, name))
        .filter((file) => file.endsWith('.dat'))
        .sort()
        .map((file) => [file, new Uint8Array(readFileSync(join(GOLDEN, name, file)))]),
    );
  const csv = (content: string | Uint8Array): LedgerTable => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const read = readCsv('ledger.csv', bytes, codec);
    if ('problem' in read) throw new Error(read.problem.code);
    return read.table;
  };
  function expectSame(files: Record<string, Uint8Array>, table: LedgerTable, withNames = false): void {
    const first = run({ files, ledger: table });
    let written = textsOf(first, TABLE_NAMES.ledger, { withNames });
    for (let again = 0; again < 2; again++) {
      const second = run({ files, ledger: readLedgerSheet('ledger.csv', written)! });
      expect(decided(second)).toEqual(decided(first));
      const next = textsOf(second, TABLE_NAMES.ledger, { withNames });
      expect(next).toEqual(written);
      written = next;
    }
  }

  test.each(GOLDEN_CASES)('%s', (name) => {
    expectSame(filesOf(name), csv(new Uint8Array(readFileSync(join(GOLDEN, name, 'ledger.csv')))));
  });

  test('blank lines, commas in amounts, zeros before codes, rows that are wrong, a column called as ours, an empty header', () => {
    const text = [
      '',
      '年度,納付書番号,納期限,請求金額,費目,備考,行,,氏名',
      '令和9年度,00000000001000047,R9.4.25,"6,000円",01,x,7,y,見本',
      '',
      ',,,,,,,,',
      '2027,1000067,2027/4/31,"1,5OO",=1+1,#N/A,,,',
      '2027,1000067,2027-04-30,1000,,,,,',
      '2027,1.00E+16,2027-04-30,1000,,,,,',
    ].join('\r\n');
    expectSame(filesOf('one-file'), csv(text));
    expectSame(filesOf('one-file'), csv(text), true);
  });

  test('a text beyond the header is a finding again, and quotes nothing without names', () => {
    const table = csv('年度,納付書番号,納期限,請求金額\n2027,1000047,2027-04-25,6000,見本 花子\n2027,1000067,2027-04-25,53000\n');
    expectSame(filesOf('one-file'), table, true);
    const first = run({ files: filesOf('one-file'), ledger: table });
    const written = textsOf(first, TABLE_NAMES.ledger);
    expect(JSON.stringify(written)).not.toContain('花子');
    const second = run({ files: filesOf('one-file'), ledger: readLedgerSheet('ledger.csv', written)! });
    const found = ({ findings }: Settlement): unknown => findings.map(({ code, record, detail }) => ({ code, record, detail }));
    expect(found(second)).toEqual(found(first));
  });

  test('bytes that are no characters stay a finding', () => {
    const header = codec.encode('年度,納付書番号,納期限,請求金額,費目\n2027,1000047,2027-04-25,6000,', 'shift_jis')!;
    expectSame(filesOf('one-file'), csv(concatenated([header, Uint8Array.from([0x81, 0x20, 0x0a])])));
  });

  test('any cells', () => {
    const cell = fc.constantFrom('', '0', '01', '1,000', '2027', '2027-04-30', ' x ', '=A1', '#N/A', '氏', '1000047', 'a\nb');
    const header = [...Object.values(LEDGER_COLUMNS), '行', '備考'].filter((name) => name !== '氏名' && name !== '納付義務者番号');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: header.length, maxLength: header.length }), { minLength: 1, maxLength: 8 }), (rows) => {
        const good = ['2027', '1000047', '2027-04-25', '6000', ...header.slice(4).map(() => '')];
        const quoted = [header, good, ...rows].map((cells) => cells.map((text) => `"${text}"`).join(',')).join('\n');
        expectSame(filesOf('no-data'), csv(quoted));
      }),
      { numRuns: 60 },
    );
  });

  test('rows that the clerk has put in or moved are read, under numbers of their own', () => {
    const [header, ...rows] = textsOf(
      run({ files: {}, ledger: csv('年度,納付書番号,納期限,請求金額\n2027,1,2027-04-25,1\n\n2027,2,2027-04-25,2\n') }),
      TABLE_NAMES.ledger,
    );
    const changed = readLedgerSheet('ledger.csv', [header!, rows[1]!, ['', '2027', '3', '2027-04-25', '3'], rows[0]!])!;
    const read = textsOf(run({ files: {}, ledger: changed }), TABLE_NAMES.ledger).slice(1);
    expect(read.map(([row, , slip]) => [row, slip])).toEqual([
      ['4', '2'],
      ['5', '3'],
      ['6', '1'],
    ]);
  });

  test('English sheets are read the same', () => {
    const first = goldenRun('week');
    const second = run({
      files: filesOf('week'),
      ledger: readLedgerSheet('ledger.csv', textsOf(first, TABLE_NAMES.ledger, { words: en, sheetWords: sheetEn }))!,
    });
    expect(textsOf(second, TABLE_NAMES.ledger)).toEqual(textsOf(first, TABLE_NAMES.ledger));
  });
});

test('取込原本 gives back what it was given; parts that are not there are told', () => {
  const original = (file: string, parts: readonly string[]): Original => ({
    file,
    sha256: file.repeat(8),
    size: 12_345,
    layout: 'ward',
    seal: `seal of ${file}`,
    parts,
  });
  const originals = [original('a.dat', ['AA', '+B', '/C']), original('b.dat', ['=='])];
  const texts = textsOf(hostileRun(), TABLE_NAMES.originals, { originals });
  expect(readOriginals(texts)).toEqual(originals);
  expect(readOriginals([texts[0]!, ...texts.slice(1).reverse()])).toEqual([...originals].reverse());
  expect(readOriginals(texts.filter((_, row) => row !== 2))).toEqual([{ file: 'a.dat', sha256: 'a.dat'.repeat(8), parts: null }, originals[1]]);
  expect(readOriginals(textsOf(hostileRun(), TABLE_NAMES.originals, { originals: [] }))).toEqual([]);
  expect(readOriginals([])).toEqual([]);
  expect(sheetJa.sheets.originals).toBe(TABLE_NAMES.originals);
});
