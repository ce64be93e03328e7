/** Is what was deleted gone from everything that is kept, and is what stays still true to itself? */
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { buildFile, type NoticeInput } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { deletableIn, previewOf } from '../../src/export/deletable';
import { planDeletion, type Deleted, type Deletion } from '../../src/export/deletion';
import type { Cell, Sheet, Workbook } from '../../src/sheet/workbook';
import { deletionReportSheet } from '../../src/export/deletionReport';
import { exportEn } from '../../src/export/words.en';
import { exportJa } from '../../src/export/words.ja';
import { asciiBytes } from '../../src/file/bytes';
import { dayOfIso } from '../../src/file/calendar';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import type { SourceFile } from '../../src/file/settlementFile';
import { recordOfRow, textTable, type LedgerTable } from '../../src/reconcile/table';
import { settle, type Settlement } from '../../src/settle';
import { valueOf } from '../../src/sheet/workbook';
import { sheetEn } from '../../src/sheet/words.en';
import { verdictOf } from '../../src/verdict';
import { en } from '../../src/words/en';
import { writeWorkbook } from '../../src/xlsx';
import { OPTIONS, workbookOf } from '../sheet/runs';
import { partsOf, readByOpenpyxl, recalculatedByLibreOffice } from '../xlsx/independentReaders';

/** A workbook that holds the report alone. */
const buildDeletionReport = (...[before, after, deletion, options]: Parameters<typeof deletionReportSheet>): Workbook => ({
  title: options.exportWords.deletion.title,
  writtenAt: options.runAt,
  sheets: [deletionReportSheet(before, after, deletion, options)],
  activeSheet: 0,
});

const source = (name: string, bytes: Uint8Array): SourceFile => ({ name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
function reconciled(files: readonly SourceFile[], ledger: LedgerTable | null, receipts: readonly LedgerTable[] = []): Settlement {
  const settlement = settle({ files, ledger, receipts, layouts: BUILT_IN_LAYOUTS, asOf: dayOfIso('2027-05-10')!, codec });
  if ('refusal' in settlement) throw new Error(settlement.refusal.code);
  return settlement;
}
const notice = (fiscalYear: string, slipNumber: string, more: Partial<NoticeInput> = {}): NoticeInput => ({
  kind: 'confirmed',
  paidDate: '20270410',
  paidTime: '1000',
  fiscalYear,
  slipNumber,
  amount: 1000,
  ...more,
});
const OLD = notice('2026', '51234567890123456');
const NEW = notice('2027', '62345678901234567');
const mixed = source(
  'mixed.dat',
  buildFile({
    groups: [
      { createdDate: '20270411', notices: [OLD, NEW] },
      { createdDate: '20270412', notices: [NEW] },
    ],
  }),
);
const old = source('old.dat', buildFile({ groups: [{ createdDate: '20270410', notices: [OLD] }] }));
const young = source('new.dat', buildFile({ groups: [{ createdDate: '20270412', notices: [NEW] }] }));
const HEADER = ['年度', '納付書番号', '納期限', '請求金額', '氏名'];
const LEDGER = textTable(
  'ledger.csv',
  [
    HEADER,
    ['2026', '51234567890123456', '2027-04-30', '1000', '旧野旧子'],
    ['令和9年度', '62345678901234567', '2027-04-30', '1000', '新野新子'],
    ['', '', '', '', ''],
    ['?', '7', '', '', ''],
  ],
  true,
)!;
const FILES = [old, mixed, young];
const before = reconciled(FILES, LEDGER);
const YEAR: Deleted = { fiscalYear: '2026' };
const again = ({ remainingFiles, remainingLedger }: Deletion): Settlement => reconciled(remainingFiles, remainingLedger);

describe('a fiscal year', () => {
  const deletion = planDeletion(before, FILES, YEAR);
  const after = again(deletion);

  test('takes files wholly, or their records, or nothing of them', () => {
    expect(deletion.files.map(({ name, fate, deleted, kept, undecided }) => [name, fate, deleted, kept, undecided])).toEqual([
      ['old.dat', 'whole', 1, 0, 0],
      ['mixed.dat', 'records', 1, 2, 0],
      ['new.dat', 'kept', 0, 1, 0],
    ]);
    expect(deletion.ledger).toEqual({ name: 'ledger.csv', deleted: 1, kept: 2, undecided: 1 });
    expect(deletion.remainingFiles.map(({ sha256 }) => sha256)).toEqual([mixed.sha256, young.sha256]);
    expect(deletion.remainingFiles[1]!.bytes).toBe(young.bytes);
  });

  test('leaves every other byte where it was, so that records keep their numbers', () => {
    const [left] = deletion.remainingFiles;
    const changed = Array.from(left!.bytes.keys()).filter((index) => left!.bytes[index] !== mixed.bytes[index]);
    const record = Math.floor(changed[0]! / 120);
    expect(new Set(changed.map((index) => Math.floor(index / 120))).size).toBeLessThanOrEqual(2);
    expect(record).toBe(1);
    expect([...after.notices.record]).toEqual([2, 5, 1]);
  });

  test('makes the totals of its groups unchecked, not mismatching; the record count and the other groups are still compared', () => {
    expect(after.findings.filter(({ code }) => code !== 'ledgerRow' && code !== 'duplicateNotice')).toEqual([]);
    const left = after.files.find(({ name }) => name === 'mixed.dat')!;
    expect(new Set(left.unchecked.map(({ reason }) => reason))).toEqual(new Set(['partlyDeleted']));
    expect(left.unchecked).toHaveLength(6);
    const checks = workbookOf(after).sheets.find(({ name }) => name === '検査')!.table!;
    const cell = (row: number, key: string): unknown => valueOf(checks.columns.find((column) => column.key === key)!.cell(row));
    const rows = Array.from({ length: checks.rowCount }, (_, row) => [cell(row, 'file'), cell(row, 'group'), cell(row, 'judgement')].join(' '));
    expect(rows.filter((row) => row === 'mixed.dat 1 未検査')).toHaveLength(6);
    expect(rows.filter((row) => row === 'mixed.dat 2 一致')).toHaveLength(6);
    expect(rows.filter((row) => row.includes('不一致'))).toEqual([]);
    const made = Array.from({ length: checks.rowCount }, (_, row) => cell(row, 'explanation'));
    expect(made).toContain('明細2＋ヘッダ2＋合計2＋エンド1＋消去した明細1');
  });

  test('knows the original again and does not bring it back', () => {
    const both = reconciled([...deletion.remainingFiles, mixed], deletion.remainingLedger);
    expect(both.findings.map(({ code }) => code)).toContain('fileAlreadyImported');
    expect(both.notices.count).toBe(after.notices.count);
  });

  test('may be followed by another', () => {
    const twice = planDeletion(after, deletion.remainingFiles, { fiscalYear: '2027' });
    expect(twice.files.map(({ fate }) => fate)).toEqual(['whole', 'whole']);
    expect(twice.remainingFiles).toEqual([]);
  });

  test('leaves what tells no year, and says so', () => {
    const unreadable = source('x.dat', buildFile({ groups: [{ createdDate: '20270411', notices: [OLD, notice('20X6', '8')] }] }));
    const [file] = planDeletion(reconciled([unreadable], null), [unreadable], YEAR).files;
    expect(file).toMatchObject({ fate: 'records', deleted: 1, kept: 1, undecided: 1 });
    const foreign = source('book.xlsx', asciiBytes('PK no settlement file'));
    expect(planDeletion(reconciled([foreign], null), [foreign], YEAR).files[0]).toMatchObject({ fate: 'kept', undecided: 1 });
  });

  test('does not wash a mismatch away', () => {
    const wrong = source('wrong.dat', buildFile({ groups: [{ createdDate: '20270411', notices: [OLD, NEW], trailer: { confirmedAmount: '000000009999' } }] }));
    const settlement = reconciled([wrong], LEDGER);
    expect(settlement.complete).toBe(false);
    const left = planDeletion(settlement, [wrong], YEAR);
    expect(left.remainingFiles[0]!.deletion).toEqual({ agreed: false });
    expect(again(left).complete).toBe(false);
  });

  test('a blank record is a fault in a file of which nothing was deleted', () => {
    const [left] = deletion.remainingFiles;
    const untold = reconciled([{ ...source('a.dat', left!.bytes) }], null);
    expect(verdictOf(untold.files, untold.findings, 0, 0).kind).toBe('mismatch');
  });
});

test('a ledger row that stays keeps its record number', () => {
  const { remainingLedger } = planDeletion(before, FILES, YEAR);
  const rows = [0, 1, 2, 3].map((row) => [recordOfRow(remainingLedger!, row), remainingLedger!.cell(row, 4)]);
  expect(rows).toEqual([
    [2, ''],
    [3, '新野新子'],
    [4, ''],
    [5, ''],
  ]);
});

test('what is shown before is what goes: years, files, slips that lose their notices', () => {
  expect(deletableIn(before)).toEqual({
    years: [
      { fiscalYear: '2027', slips: 1, details: 3, ledgerRows: 1 },
      { fiscalYear: '2026', slips: 1, details: 2, ledgerRows: 1 },
    ],
    files: [
      { name: 'old.dat', sha256: old.sha256, details: 1 },
      { name: 'mixed.dat', sha256: mixed.sha256, details: 3 },
      { name: 'new.dat', sha256: young.sha256, details: 1 },
    ],
  });
  const choices: Deleted[] = [
    YEAR,
    { fiscalYear: '2027' },
    { files: [old.sha256] },
    { files: [mixed.sha256, young.sha256] },
    { files: FILES.map(({ sha256 }) => sha256) },
  ];
  for (const ledger of [LEDGER, null]) {
    const settlement = reconciled(FILES, ledger);
    for (const what of choices) {
      const deletion = planDeletion(settlement, FILES, what);
      const shown = previewOf(settlement, deletion);
      const after = again(deletion);
      expect([what, shown.slips.kept, shown.details.kept]).toEqual([what, after.slips.count, after.notices.count]);
      expect([shown.slips.deleted + shown.slips.kept, shown.details.deleted + shown.details.kept]).toEqual([settlement.slips.count, settlement.notices.count]);
    }
  }
  expect(previewOf(before, planDeletion(before, FILES, { files: [old.sha256] })).losingNotices).toBe(1);
});

test('the report says that the clerk’s own 他の収納 stays, where there is one', () => {
  const list = textTable(
    '他の収納',
    [
      ['年度', '納付書番号', '収納日', '収納額'],
      ['2026', '1', '2027-04-12', '1000'],
    ],
    true,
  )!;
  const textsWith = (receipts: readonly LedgerTable[]): string => {
    const settlement = reconciled(FILES, LEDGER, receipts);
    const deletion = planDeletion(settlement, FILES, YEAR);
    return JSON.stringify(buildDeletionReport(settlement, again(deletion), deletion, { ...OPTIONS, exportWords: exportJa, by: null, reason: null }));
  };
  expect(textsWith([list])).toContain(exportJa.deletion.receiptsNote);
  expect(textsWith([])).not.toContain(exportJa.deletion.receiptsNote);
});

test('chosen files go wholly, the ledger stays', () => {
  const deletion = planDeletion(before, FILES, { files: [mixed.sha256] });
  expect(deletion.files.map(({ fate, deleted }) => [fate, deleted])).toEqual([
    ['kept', 0],
    ['whole', 3],
    ['kept', 0],
  ]);
  expect(deletion.remainingLedger).toBe(LEDGER);
  expect(again(deletion).notices.count).toBe(2);
});

test('no deleted value is anywhere in what is kept: bytes, workbook, report', async () => {
  const slip = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 17, maxLength: 17 }).map((digits) => digits.join(''));
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(slip, { minLength: 2, maxLength: 8 }), fc.infiniteStream(fc.boolean()), async (numbers, isOld) => {
      const slips = numbers.map((number, index) => ({ number, year: isOld.next().value === true ? '2026' : '2027', name: `氏名㊙${index}㊙${number}` }));
      const file = source('a.dat', buildFile({ groups: [{ createdDate: '20270411', notices: slips.map(({ year, number }) => notice(year, number)) }] }));
      const ledger = textTable('l.csv', [HEADER, ...slips.map(({ year, number, name }) => [year, number, '2027-04-30', '1000', name])], true)!;
      const settlement = reconciled([file], ledger);
      const deletion = planDeletion(settlement, [file], YEAR);
      const after = again(deletion);
      const books = [
        workbookOf(after, { withNames: true }),
        buildDeletionReport(settlement, after, deletion, { ...OPTIONS, exportWords: exportJa, by: null, reason: null }),
      ];
      const parts = await Promise.all(books.map(async (book) => [...partsOf(await writeWorkbook(book)).values()].join('\n')));
      const kept = [...deletion.remainingFiles.map(({ bytes }) => Buffer.from(bytes).toString('latin1')), ...parts].join('\n');
      for (const { number, year, name } of slips) {
        expect([year, kept.includes(number), kept.includes(name)]).toEqual([year, year === '2027', year === '2027']);
        expect(parts[1]!.includes(number) || parts[1]!.includes('㊙')).toBe(false);
      }
    }),
    { numRuns: 25 },
  );
}, 120_000);

test('the report can be read by others: what, how many, when, by whom, SHA-256, what stays', async () => {
  const deletion = planDeletion(before, FILES, YEAR);
  const options = { ...OPTIONS, exportWords: exportJa, by: '保育課 収納担当', reason: null };
  const book = await writeWorkbook(buildDeletionReport(before, again(deletion), deletion, options));
  const { cells, name } = readByOpenpyxl([book])[0]!.sheets[0]!;
  expect(name).toBe('消去報告書');
  const rows = new Map<string, unknown[]>();
  for (const [address, { value }] of Object.entries(cells)) rows.set(address.slice(1), [...(rows.get(address.slice(1)) ?? []), value]);
  const found = [...rows.values()];
  expect(found).toEqual(
    expect.arrayContaining([
      ['対象', '2026年度の明細、納付書、台帳の行'],
      ['消去日時', '2027/05/10 14:32'],
      ['消去した者', '保育課 収納担当'],
      ['消込一覧の納付書', 2, 1, 1],
      ['収納明細の明細', 5, 2, 3, 0],
      ['納付書台帳の行', 3, 1, 2, 1],
      ['old.dat', '全部消去', 1, 0, 0, old.sha256],
      ['mixed.dat', '一部消去', 1, 2, 0, mixed.sha256],
      ['確報', 2, 2000, 3, 3000],
      ['消去前の検査結果', 'エラーがあります（1件）。検査の指摘を確認してください。'],
      ['ledger.csv', '一部消去', 1, 2, 1, exportJa.deletion.unknownSha256],
      ['収納済　件数', 2, 1, 0, 1],
      ['収納済　請求額（円）', 2000, 1000, 0, 1000],
      ['計　納付額（円）', 2000, 1000, 0, 1000],
      ['old.dat', '組1 確報 金額', 1000, 1000, 0, '一致'],
      ['mixed.dat', '組2 確報 件数', 1, 1, 0, '一致'],
    ]),
  );
  expect(recalculatedByLibreOffice([book])[0]!.sheets[0]!.cells.A1!.value).toBe('消去報告書');
  const english = buildDeletionReport(before, again(deletion), deletion, { ...options, words: en, sheetWords: sheetEn, exportWords: exportEn, by: null });
  expect(english.sheets[0]!.cells.map(({ cell }) => String(cell)).filter((cell) => /[぀-ヿ一-鿿]/.test(cell) && !cell.includes('レイアウト'))).toEqual([]);
}, 60_000);

/** Of the report that a deletion gives: its rows as they are read, and the sheet. */
function reported(
  files: readonly SourceFile[],
  ledger: LedgerTable | null,
  what: Deleted,
  ledgerSha256: string | null = null,
): { rows: Cell[][]; sheet: Sheet; slips: number } {
  const settlement = reconciled(files, ledger);
  const deletion = planDeletion(settlement, files, what);
  const sheet = deletionReportSheet(settlement, again(deletion), deletion, { ...OPTIONS, ledgerSha256, exportWords: exportJa, by: null, reason: null });
  const rows: Cell[][] = [];
  for (const { row, column, cell } of sheet.cells) (rows[row] ??= [])[column] = cell;
  return { rows, sheet, slips: previewOf(settlement, deletion).slips.deleted };
}

const STATE_ROW = /^(収納済|速報のみ|取消|未納|計)　(件数|請求額（円）|納付額（円）)$/;

test('the totals of what was deleted stay on the report, by state: each row adds up, whatever was chosen', () => {
  const choices: Deleted[] = [YEAR, { fiscalYear: '2027' }, ...FILES.map(({ sha256 }) => ({ files: [sha256] })), { files: FILES.map(({ sha256 }) => sha256) }];
  for (const ledger of [LEDGER, null]) {
    for (const what of choices) {
      const { rows, slips } = reported(FILES, ledger, what);
      const states = rows.filter(([label]) => STATE_ROW.test(String(label)));
      expect(states).toHaveLength(15);
      for (const [label, all, gone, changed, kept] of states as [string, number, number, number, number][]) {
        expect([label, all - gone + changed]).toEqual([label, kept]);
        if ('fiscalYear' in what) expect([label, changed]).toEqual([label, 0]);
      }
      expect(states.find(([label]) => label === '計　件数')![2]).toBe(slips);
      expect(rows.flat().includes(exportJa.deletion.changedNote)).toBe(states.some(([, , , changed]) => changed !== 0));
    }
  }
});

test('a slip that stays without its notice is not told as deleted: what it lost has a column', () => {
  const { rows } = reported([old], LEDGER, { files: [old.sha256] });
  expect(rows.filter(([label]) => /^(収納済|未納|計)　/.test(String(label)))).toEqual([
    ['収納済　件数', 1, 0, -1, 0],
    ['未納　件数', 1, 0, 1, 2],
    ['計　件数', 2, 0, 0, 2],
    ['収納済　請求額（円）', 1000, 0, -1000, 0],
    ['未納　請求額（円）', 1000, 0, 1000, 2000],
    ['計　請求額（円）', 2000, 0, 0, 2000],
    ['収納済　納付額（円）', 1000, 0, -1000, 0],
    ['未納　納付額（円）', 0, 0, 0, 0],
    ['計　納付額（円）', 1000, 0, -1000, 0],
  ]);
});

test('the heading says what its verdict is about, in no colour of a verdict; where nothing remains there is none', () => {
  const wrong = source('wrong.dat', buildFile({ groups: [{ createdDate: '20270411', notices: [OLD], trailer: { confirmedAmount: '000000009999' } }] }));
  const cases: [Deleted, string, string][] = [
    [{ files: [wrong.sha256] }, '消去後に残るデータの検査結果：合計は全て一致しました。データは', '消去後：合計一致'],
    [{ files: [young.sha256] }, '消去後に残るデータの検査結果：合計が合いません（1か所）。', '消去後：合計不一致あり（1か所）・収納を確定しないこと'],
    [{ files: [wrong.sha256, young.sha256] }, '消去後に残る収納データはありません。合計の検査はしていません。', '消去後：収納データなし'],
  ];
  for (const [what, line, centre] of cases) {
    const { rows, sheet } = reported([wrong, young], null, what);
    expect(rows[1]![0]).toContain(line);
    expect(rows[1]![0]).toContain('未納');
    expect(sheet.cells.filter(({ row, style }) => row === 1 && style.look?.fill !== null)).toEqual([]);
    expect(sheet.print.header.centre).toBe(centre);
    expect(rows).toContainEqual(['消去前の検査結果', '合計が合いません（1か所）。この結果で収納を確定しないでください。']);
  }
});

test('the ledger has its line: name, rows deleted and kept, and its SHA-256, or why nobody knows it', () => {
  const ledger = textTable('l.csv', [HEADER, ['2026', OLD.slipNumber, '2027-04-30', '1000', '旧野旧子']], true)!;
  const unknown = '不明（ブックの表を台帳にしたか、SHA-256を記録しない版で取り込みました）';
  expect(reported(FILES, ledger, YEAR, 'a1b2').rows).toContainEqual(['l.csv', '全部消去', 1, 0, 0, 'a1b2']);
  expect(reported(FILES, ledger, YEAR).rows).toContainEqual(['l.csv', '全部消去', 1, 0, 0, unknown]);
  expect(reported(FILES, ledger, { files: [old.sha256] }).rows).toContainEqual(['l.csv', '消去なし', 0, 1, 0, unknown]);
  expect(reported(FILES, null, YEAR).rows.flat()).not.toContain('納付書台帳');
});

test('in a long report a header stands near each row, on whichever page it is printed', () => {
  const files = Array.from({ length: 40 }, (_, index) =>
    source(`${index}.dat`, buildFile({ groups: [{ createdDate: '20270411', notices: [notice('2026', `${index + 1}`)] }] })),
  );
  const { rows } = reported(files, null, YEAR);
  let below = 0;
  for (const [first] of rows.filter((row) => row?.length === 6 && row[0] !== exportJa.deletion.title)) {
    below = first === 'ファイル' ? 0 : below + 1;
    expect(below).toBeLessThanOrEqual(12);
  }
  expect(rows.filter(([first] = []) => first === 'ファイル')).toHaveLength(Math.ceil(40 / 12) + 40);
});
