/**
 * @jest-environment jsdom
 */
/** Is what the clerk deletes gone from the workbook, from the saved file and from the pane, and does the next run know? Through the real Office.js. */
import './nodeGlobals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { buildFile, type NoticeInput } from '../../scripts/buildFile';
import { excelWorkbook } from '../../src/excel';
import type { Deleted } from '../../src/export/deletion';
import type { GivenFile } from '../../src/pane/acts';
import { TABLE_NAMES } from '../../src/sheet/workbook';
import type { WorkbookSnapshot } from '../../src/workbench/model/snapshot';
import { saveWorkbook } from '../../src/workbench/xlsx/save';
import { partsOf } from '../xlsx/independentReaders';
import { given, openPane, type Desk } from './desk';
import { clerk, now, open, QUICK, startExcel } from './excel';

beforeAll(() => startExcel());
jest.setTimeout(240_000);

const excel = excelWorkbook(QUICK);
const FIRST_DAY = '2027/04/12 09:00';
const DELETION_DAY = '2028/10/01 09:30';
const LATER = '2028/10/02 09:00';
const WHO = '収納課 担当 甲';

const notice = (fiscalYear: string, slipNumber: string, more: Partial<NoticeInput> = {}): NoticeInput => ({
  kind: 'confirmed',
  paidDate: '20270410',
  paidTime: '1000',
  fiscalYear,
  slipNumber,
  amount: 1000,
  ...more,
});
const file = (name: string, ...notices: readonly NoticeInput[]): GivenFile =>
  given(name, buildFile({ groups: [{ createdDate: '20270411', notices: [...notices] }] }));
const HEADER = ['年度', '納付書番号', '納期限', '請求金額', '納付義務者番号', '氏名'];
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const ledgerOf = (rows: readonly (readonly string[])[]): GivenFile =>
  given('ledger.csv', new TextEncoder().encode([HEADER, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n')));

const OLD = notice('2026', '51234567890123456');
const OLD_UNPAID = '52345678901234567';
const NEW = notice('2027', '62345678901234567');
const oldFile = file('old.dat', OLD);
const mixed = file('mixed.dat', notice('2026', '53456789012345678'), NEW);
const young = file('new.dat', notice('2027', '63456789012345678'));
const ledger = ledgerOf([
  ['2026', OLD.slipNumber, '2027-04-30', '1000', 'P-51', '旧野旧子'],
  ['2026', OLD_UNPAID, '2027-04-30', '1000', 'P-52', '旧野未納'],
  ['2027', NEW.slipNumber, '2027-04-30', '1000', 'P-62', '新野新子'],
  ['2027', '69999999999999999', '2027-04-30', '1000', 'P-69', '新野未納'],
]);
const YEAR: Deleted = { fiscalYear: '2026' };

/** Looks at what would go, then confirms it. */
async function erase(desk: Desk, what: Deleted): ReturnType<Desk['run']> {
  const survey = await desk.acts.deleting.survey();
  if ('refusal' in survey) return { code: 'run', refusal: survey.refusal };
  const shown = await desk.acts.deleting.preview(what);
  await desk.acts.deleting.delete({ what, shown, by: WHO, reason: null });
  return desk.state().failure;
}

const history = async (): Promise<string[]> =>
  (await excel.readTable(TABLE_NAMES.history)).slice(1).map((row) => [row[0], row[1], row[2], row[5], row[9], row[16]].join(' '));

const slipsListed = async (): Promise<(string | undefined)[][]> =>
  (await excel.readTable(TABLE_NAMES.reconciliation)).slice(1).map((row) => [row[3], row[0], row[13]]);

/** Every text that somebody could read: the workbook's model, each part of the saved file, the kept files unpacked, what the pane remembers. */
async function everything(snapshot: WorkbookSnapshot, desk: Desk | null): Promise<string> {
  const { bytes } = await saveWorkbook(snapshot);
  const parts = [...partsOf(bytes).values()];
  const originals = (await excel.readTable(TABLE_NAMES.originals)).slice(1);
  const bySha = new Map<string, string[]>();
  for (const row of originals.filter(([name]) => name !== '')) bySha.set(row[1]!, [...(bySha.get(row[1]!) ?? []), row[6]!]);
  const unpacked = [...bySha.values()].map((texts) =>
    inflateRawSync(Buffer.concat(texts.map((text) => Buffer.from(text.slice(1), 'base64')))).toString('latin1'),
  );
  return [JSON.stringify(snapshot), ...parts, ...unpacked, JSON.stringify(desk?.state() ?? null), JSON.stringify({ ...localStorage })].join('\n');
}

async function fill(settings = { withNames: true }): Promise<Desk> {
  open();
  const desk = await openPane(FIRST_DAY, settings);
  expect(await desk.run(oldFile, mixed, young, ledger)).toBeNull();
  return desk;
}

/** Writes into 備考 of a slip, and into a column of the clerk's own. */
async function remark(texts: Readonly<Record<string, string>>): Promise<void> {
  const rows = await excel.readTable(TABLE_NAMES.reconciliation);
  const [slip, remarks] = [rows[0]!.indexOf('納付書番号'), rows[0]!.indexOf('備考')];
  await clerk(({ workbook }) => {
    const sheet = workbook.worksheets.getItem('消込一覧');
    for (const [index, row] of rows.entries()) {
      const text = texts[row[slip]!];
      if (index === 0 || text === undefined) continue;
      const cell = sheet.getRangeByIndexes(3 + index, remarks, 1, 1);
      cell.numberFormat = [['@']];
      cell.values = [[text]];
    }
  });
}

describe('a fiscal year', () => {
  test('goes; what stays is reconciled; totals and history tell of it; the report is on top', async () => {
    await fill();
    await remark({ [OLD.slipNumber]: '旧電話済み', [NEW.slipNumber]: '新電話済み' });
    const desk = await openPane(DELETION_DAY, { withNames: true });
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().page).toBe('deletion');
    expect(desk.state().result!.deletion).toEqual({
      what: YEAR,
      slips: { deleted: 3, kept: 3 },
      details: { deleted: 2, kept: 2 },
      ledgerRows: { deleted: 2, kept: 2 },
      files: [
        { name: 'old.dat', fate: 'whole' },
        { name: 'mixed.dat', fate: 'records' },
        { name: 'new.dat', fate: 'kept' },
      ],
      undecided: 0,
      losingNotices: 0,
      reportSheet: '消去報告書 20281001',
    });
    expect(await history()).toEqual([
      '2027/04/12 09:00:00 取込 old.dat 1 1,000 ',
      '2027/04/12 09:00:00 取込 mixed.dat 2 2,000 ',
      '2027/04/12 09:00:00 取込 new.dat 1 1,000 ',
      '2028/10/01 09:30:00 消去 old.dat 1  2026年度',
      '2028/10/01 09:30:00 一部消去 mixed.dat 1  2026年度',
    ]);
    expect(await slipsListed()).toEqual([
      ['62345678901234567', '収納済', '新電話済み'],
      ['63456789012345678', '収納済', ''],
      ['69999999999999999', '未納', ''],
    ]);
    const { sheets, activeSheet, settings } = now();
    expect(sheets[activeSheet]!.name).toBe('消去報告書 20281001');
    const report = sheets[activeSheet]!.values.map((row) => row.filter((value) => value !== null).join(' '));
    expect(report).toEqual(
      expect.arrayContaining([
        '計　件数 6 3 0 3',
        '計　請求額（円） 4000 2000 0 2000',
        '計　納付額（円） 4000 2000 0 2000',
        `ledger.csv 一部消去 2 2 0 ${createHash('sha256')
          .update(new Uint8Array(await ledger.arrayBuffer()))
          .digest('hex')}`,
        '消去前の検査結果 合計は全て一致しました。',
      ]),
    );
    expect(Object.keys(settings)).toEqual(['keshikomi.record']);
    const all = await everything(now(), desk);
    for (const gone of [OLD.slipNumber, OLD_UNPAID, '53456789012345678', '旧野', 'P-51', 'P-52', '旧電話'])
      expect([gone, all.includes(gone)]).toEqual([gone, false]);
    for (const kept of [NEW.slipNumber, '新野新子', '新電話済み', WHO]) expect([kept, all.includes(kept)]).toEqual([kept, true]);
  });

  test('a later run: partly deleted totals are unchecked with the reason, the mark of the deletion survives, the report is not touched', async () => {
    await fill();
    expect(await erase(await openPane(DELETION_DAY), YEAR)).toBeNull();
    const reportNow = (): unknown => now().sheets.find(({ name }) => name === '消去報告書 20281001')!.values;
    const report = reportNow();
    const desk = await openPane(LATER);
    expect(desk.state().workbook!.imported.map(({ name, details }) => [name, details])).toEqual([
      ['mixed.dat', 1],
      ['new.dat', 1],
    ]);
    expect(await desk.run(file('later.dat', notice('2027', '69999999999999999')))).toBeNull();
    expect(desk.state().result!).toMatchObject({ verdict: { kind: 'unchecked' }, complete: true });
    const checks = await excel.readTable(TABLE_NAMES.checks);
    const partly = checks.filter((row) => row[2] === 'mixed.dat' && row[0] === '未検査');
    expect(partly).toHaveLength(6);
    expect(new Set(partly.map((row) => row[8]))).toEqual(new Set([expect.stringContaining('消去')]));
    expect(reportNow()).toEqual(report);
    expect((await slipsListed()).map(([slip, state]) => [slip, state])).toContainEqual(['69999999999999999', '収納済']);
    // Another deletion on the same day gets a page of its own.
    expect(await erase(await openPane('2028/10/01 10:00'), { fiscalYear: '2027' })).toBeNull();
    expect(now().sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['消去報告書 20281001', '消去報告書 20281001（2）']));
    expect(reportNow()).toEqual(report);
  });

  test('a wholly deleted file may be imported again, and the pane says when it was deleted; the year’s ledger alone makes 未納 doubtful', async () => {
    await fill();
    expect(await erase(await openPane(DELETION_DAY), YEAR)).toBeNull();
    const desk = await openPane(LATER);
    const entry = desk.state().workbook!.history![0]!;
    expect(entry).toMatchObject({ isUndone: false, isDeleted: false });
    expect(await desk.run(ledger)).toBeNull();
    expect(desk.state().result!.complete).toBe(false);
    expect(desk.state().result!.trustSentence).toContain('未納は確定できません');
    const again = await openPane('2028/10/03 09:00');
    await again.acts.choosing.give([oldFile, mixed]);
    expect(again.state().inspection!.files.map(({ standing }) => standing)).toEqual(['ok', 'alreadyImported']);
    const { sha256 } = again.state().inspection!.files[0]!;
    expect(again.state().workbook!.deleted).toContainEqual({ sha256, runAt: `${DELETION_DAY}:00` });
    expect(await again.run()).toBeNull();
    expect(again.state().workbook!.imported.map(({ name }) => name)).toEqual(['mixed.dat', 'new.dat', 'old.dat']);
    // mixed.dat still lacks its records of that year.
    expect(again.state().result!.complete).toBe(false);
  });

  test('all that there was: the ledger’s sheet has no row left, and the next run knows no ledger', async () => {
    open();
    expect(await (await openPane(FIRST_DAY)).run(oldFile, ledgerOf([['2026', OLD.slipNumber, '2027-04-30', '1000', 'P-51', '旧野旧子']]))).toBeNull();
    const desk = await openPane(DELETION_DAY);
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().workbook).toMatchObject({ ledger: null, imported: [], history: [{ isDeleted: true, isUndone: false }] });
    expect((await everything(now(), desk)).includes(OLD.slipNumber)).toBe(false);
    const next = await openPane(LATER);
    expect(await next.run(young)).toBeNull();
    expect(next.state().result!.ledger).toBeNull();
  });
});

test('chosen files: their slips stay where the ledger lists them, and 未納 is doubtful until the file is back', async () => {
  await fill();
  await remark({ '53456789012345678': '消える備考', [NEW.slipNumber]: '残る備考' });
  const desk = await openPane(DELETION_DAY);
  const { sha256 } = desk.state().workbook!.imported.find(({ name }) => name === 'mixed.dat')!;
  await desk.acts.deleting.survey();
  expect(await desk.acts.deleting.preview({ files: [sha256] })).toMatchObject({
    slips: { deleted: 1, kept: 5 },
    details: { deleted: 2, kept: 2 },
    losingNotices: 1,
  });
  expect(await erase(desk, { files: [sha256] })).toBeNull();
  expect(desk.state().result!).toMatchObject({ complete: false, slipCount: 5 });
  expect((await history()).at(-1)).toBe('2028/10/01 09:30:00 消去 mixed.dat 2  選んだファイル');
  const all = await everything(now(), desk);
  expect(['消える備考', '53456789012345678', '残る備考', NEW.slipNumber].map((text) => all.includes(text))).toEqual([false, false, true, true]);
  const again = await openPane(LATER);
  expect(await again.run(mixed)).toBeNull();
  expect(again.state().result!.complete).toBe(true);
});

test('remarks of slips that had gone before, filters, and notes beside other sheets’ rows go too; a filter is not put on again', async () => {
  await fill();
  await remark({ '53456789012345678': '前の備考', '63456789012345678': '新しい備考' });
  const pane = await openPane('2027/04/13 09:00', { withNames: true });
  expect(
    await pane.run(
      ledgerOf([
        ['2026', OLD_UNPAID, '2027-04-30', '1000', 'P-52', '旧野未納'],
        ['2027', NEW.slipNumber, '2027-04-30', '1000', 'P-62', '新野新子'],
      ]),
    ),
  ).toBeNull();
  // Two files are taken out: their slips have gone, the remarks stay below the table.
  const undone = await openPane('2027/04/14 09:00', { withNames: true });
  expect(await undone.undo('old.dat')).toBeNull();
  expect(JSON.stringify(now())).toContain('前の備考');
  expect(await (await openPane('2027/04/15 09:00', { withNames: true })).run(oldFile)).toBeNull();
  await remark({ [OLD.slipNumber]: '甲の備考' });
  const listed = (await slipsListed()).map(([slip]) => [`自分のメモ${slip!.slice(0, 2)}`]);
  await clerk(({ workbook }) => {
    workbook.tables.getItem('消込一覧').columns.add(undefined, [['担当者欄'], ...listed]);
    workbook.tables.getItem('納付書台帳').columns.add(undefined, [['担当'], ['台帳メモ52'], ['台帳メモ62']]);
    workbook.tables.getItem('消込一覧').columns.getItem('納付書番号').filter.applyValuesFilter([OLD.slipNumber]);
  });
  const desk = await openPane(DELETION_DAY, { withNames: true });
  expect(await erase(desk, YEAR)).toBeNull();
  const all = await everything(now(), desk);
  for (const gone of ['前の備考', '甲の備考', '台帳メモ', '自分のメモ5', OLD.slipNumber]) expect([gone, all.includes(gone)]).toEqual([gone, false]);
  for (const kept of ['新しい備考', '自分のメモ62']) expect([kept, all.includes(kept)]).toEqual([kept, true]);
});

test('an original that was touched: refused, and nothing is changed', async () => {
  await fill();
  await clerk(({ workbook }) => void (workbook.worksheets.getItem('取込原本').getRange('G5').values = [['AAAA']]));
  const before = now();
  expect(await erase(await openPane(DELETION_DAY), YEAR)).toMatchObject({ code: 'run', refusal: { code: 'originalsChanged', files: ['old.dat'] } });
  expect(now()).toEqual(before);
});

test('a mark of deletion that was touched is refused by the next run', async () => {
  await fill();
  expect(await erase(await openPane(DELETION_DAY), YEAR)).toBeNull();
  for (const [cell, value] of [
    ['H5', ''],
    ['I5', '不一致'],
  ]) {
    const before = now();
    await clerk(({ workbook }) => void (workbook.worksheets.getItem('取込原本').getRange(cell).values = [[value]]));
    expect(await (await openPane(LATER)).run(file('later.dat', notice('2027', '69999999999999999')))).toMatchObject({
      refusal: { code: 'originalsChanged', files: ['mixed.dat'] },
    });
    open(before);
  }
});

test('what was shown is what goes: a workbook that has changed since is left alone', async () => {
  await fill();
  const desk = await openPane(DELETION_DAY);
  await desk.acts.deleting.survey();
  const shown = await desk.acts.deleting.preview(YEAR);
  await clerk(({ workbook }) => workbook.worksheets.getItem('納付書台帳').getRange('5:5').delete('Up'));
  const before = now();
  await desk.acts.deleting.delete({ what: YEAR, shown, by: null, reason: null });
  expect(desk.state().failure).toMatchObject({ code: 'run', refusal: { code: 'deletionChanged' } });
  expect(now()).toEqual(before);
});

/** A row that grew with a longer text stays as high when the text is taken back. */
const comparable = (book: WorkbookSnapshot): string => JSON.stringify(book, (key, value: unknown) => (key === 'fittedRowHeights' ? null : value));

test('whichever request fails, all of it is gone or nothing', async () => {
  await fill();
  await remark({ [OLD.slipNumber]: '旧電話済み' });
  const before = now();
  const host = open(before);
  expect(await erase(await openPane(DELETION_DAY, { withNames: true }), YEAR)).toBeNull();
  const [after, requests] = [comparable(now()), host.requestCount];
  let failures = 0;
  for (let request = 5; request <= requests; request += 11) {
    open(before).failNext({ request, when: (['before', 'halfway', 'after'] as const)[request % 3]! });
    const failure = await erase(await openPane(DELETION_DAY, { withNames: true }), YEAR).catch(() => 'survey');
    if (failure !== null) failures++;
    expect({ request, same: comparable(now()) === (failure === null ? after : comparable(before)) }).toEqual({ request, same: true });
  }
  expect(failures).toBeGreaterThan(3);
});

const hostile = fc.constantFrom('=1+1', '"旧"', "'", '<b>&amp;', ']]>', '_x0041_', '𠮷野㊙', '髙﨑', '  x  ', '+81', '山田,太郎');
const digits = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 10, maxLength: 10 }).map((all) => all.join(''));

test('no deleted value is anywhere, whatever it is', async () => {
  const slip = fc.record({
    number: digits,
    name: hostile,
    note: hostile,
    isOld: fc.boolean(),
    isPaid: fc.boolean(),
    time: fc.integer({ min: 1000, max: 1059 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(slip, { minLength: 2, maxLength: 6, selector: ({ number }) => number }), async (slips) => {
      const told = slips.map((one, index) => ({
        ...one,
        year: one.isOld ? '2026' : '2027',
        // Marked, so that a value that others share by chance is told apart.
        name: `${one.name}㊔${index}㊔${one.number.slice(0, 5)}名`,
        payer: `P${one.number.split('').reverse().join('')}`,
        note: `${one.note}㊕${index}㊕${one.number.slice(0, 5)}控`,
      }));
      open();
      const paid = told.filter(({ isPaid }) => isPaid);
      const files =
        paid.length === 0 ? [] : [file('a.dat', ...paid.map(({ year, number, time }) => notice(year, number.padStart(17, '0'), { paidTime: String(time) })))];
      const book = ledgerOf(told.map(({ year, number, name, payer }) => [year, number, '2027-04-30', '1000', payer, name]));
      const first = await openPane(FIRST_DAY, { withNames: true });
      expect(await first.run(...files, young, book)).toBeNull();
      await remark(Object.fromEntries(told.map(({ number, note }) => [number.padStart(17, '0'), note])));
      const before = await everything(now(), null);
      for (const { number } of told) expect(before.includes(number)).toBe(true);
      const desk = await openPane(DELETION_DAY, { withNames: true });
      expect(await erase(desk, YEAR)).toBeNull();
      const all = await everything(now(), desk);
      for (const { number, isOld, name, payer, note } of told) {
        const marks = [number, payer, name.slice(name.indexOf('㊔')), note.slice(note.indexOf('㊕'))];
        expect([number, isOld, ...marks.map((mark) => all.includes(mark))]).toEqual([number, isOld, !isOld, !isOld, !isOld, !isOld]);
      }
    }),
    { numRuns: 8 },
  );
});

describe('after a deletion the whole workbook is searched', () => {
  const report = (): string => JSON.stringify(now().sheets.find(({ name }) => name.startsWith('消去報告書'))!.values);

  test('nothing is found: the report says what was searched', async () => {
    await fill();
    const desk = await openPane(DELETION_DAY, { withNames: true });
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().notes).toEqual([]);
    expect(report()).toMatch(/全シート[89]枚（非表示を含む）/);
    expect(report()).toContain('消去した値は見つかりませんでした。');
  });

  test.each([
    ['a number as a text', (sheet: Excel.Worksheet): void => void (sheet.getRange('B3').values = [[`'${OLD.slipNumber}`]])],
    ['a number within a text', (sheet: Excel.Worksheet): void => void (sheet.getRange('B3').values = [[`電話 ${OLD_UNPAID} 済み`]])],
    ['a name within a text', (sheet: Excel.Worksheet): void => void (sheet.getRange('B3').values = [['旧野未納さまへ']])],
    ['a number in a formula', (sheet: Excel.Worksheet): void => void (sheet.getRange('B3').formulas = [[`=LEN("${OLD.slipNumber}")`]])],
    ['備考 of a slip that goes', (sheet: Excel.Worksheet): void => void (sheet.getRange('B3').values = [['旧電話済みです（四月）']])],
  ])('%s on a hidden sheet of the clerk’s: it is no success, and the place is named', async (_, put) => {
    await fill();
    await remark({ [OLD.slipNumber]: '旧電話済みです（四月）' });
    await clerk(({ workbook }) => {
      const sheet = workbook.worksheets.getItem('Sheet1');
      put(sheet);
      sheet.visibility = 'Hidden';
    });
    const desk = await openPane(DELETION_DAY, { withNames: true });
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().notes).toMatchObject([{ code: 'remains', places: [{ place: 'Sheet1', cells: ['B3'], count: 1 }] }]);
    expect(report()).toContain('消去した値が残っています：「Sheet1」1か所（B3）。');
  });

  test('a defined name and a page header tell it, too', async () => {
    await fill();
    await clerk(({ workbook }) => {
      workbook.names.add('控え', `="${OLD.slipNumber}"`);
      workbook.worksheets.getItem('Sheet1').pageLayout.headersFooters.defaultForAllPages.leftHeader = '旧野旧子';
    });
    const desk = await openPane(DELETION_DAY, { withNames: true });
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().notes).toMatchObject([{ code: 'remains', places: [{ place: 'Sheet1' }, { place: 'names', cells: ['控え'] }] }]);
  });

  test('converted or renamed, 消込一覧 keeps nothing: the deletion is refused until the table is made again', async () => {
    await fill();
    await clerk(({ workbook }) => void workbook.tables.getItem('消込一覧').convertToRange());
    const before = now();
    const desk = await openPane(DELETION_DAY, { withNames: true });
    await expect(erase(desk, YEAR)).rejects.toThrow('消込一覧 converted');
    expect(now()).toEqual(before);
    await desk.acts.running.mend();
    expect(await erase(desk, YEAR)).toBeNull();
    expect(desk.state().notes).toEqual([]);
    expect(await everything(now(), desk)).not.toContain(OLD_UNPAID);
  });
});
