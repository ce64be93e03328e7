/** Are totals judged one by one, findings folded, and sheets found from what the pane shows? */
import { USUAL_DRESS } from '../../src/sheet/dressed';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine, FindingView, PickedFile, RunView, TotalView } from '../../src/engine/protocol';
import { markOf } from '../../src/pane/result/flagCounts';
import { findingItems } from '../../src/pane/result/findingItems';
import { totalRows, uncheckedReasons } from '../../src/pane/result/totals';
import { findingPlace, headerOf, slipPlace } from '../../src/pane/sheetPlan';
import { paneEn } from '../../src/pane/words.en';
import { paneJa } from '../../src/pane/words.ja';
import { localEngine } from '../engine/localEngine';

const total = (file: string, declared: number, counted: number, more: Partial<TotalView> = {}): TotalView => ({
  file,
  group: 1,
  item: 'confirmedAmount',
  kind: 'confirmed',
  measure: 'amount',
  declared,
  counted,
  comparison: null,
  ...more,
});

test('+1 in one file and -1 in another do not cancel', () => {
  const confirmed = totalRows([total('a', 10, 11), total('b', 10, 9)]).find(({ kind }) => kind === 'confirmed')!;
  expect(confirmed).toMatchObject({ amount: 20, judgement: 'differs' });
  expect(confirmed.differing).toHaveLength(2);
});

test('one unchecked total is never agreement', () => {
  const rows = totalRows([total('a', 10, 10), { ...total('b', 0, 10, { comparison: 'layoutHasNoItem' }), declared: null }]);
  expect(rows.find(({ kind }) => kind === 'confirmed')!.judgement).toBe('unchecked');
  expect(uncheckedReasons([total('b', 0, 10, { comparison: 'layoutHasNoItem' })])).toEqual([{ reason: 'layoutHasNoItem', items: 1 }]);
  expect(totalRows([])).toEqual([]);
});

test('a kind of which no file has a group was compared with nothing', async () => {
  const { verdict, totals } = await ran([{ name: 'note.txt', bytes: new TextEncoder().encode('本日の収納データは別便です\r\n') }]);
  expect(verdict.kind).toBe('error');
  expect(totalRows(totals).map(({ judgement }) => judgement)).toEqual(['unchecked', 'unchecked', 'unchecked', 'unchecked']);
});

interface Asked {
  readonly ledger?: Uint8Array;
  readonly engine?: Engine;
  readonly lang?: 'ja' | 'en';
}

async function ran(files: readonly PickedFile[], { ledger, engine = localEngine(), lang = 'ja' }: Asked = {}): Promise<RunView> {
  const result = await engine.run(
    {
      files,
      ledger: ledger === undefined ? null : { kind: 'csv', name: 'ledger.csv', bytes: ledger },
      layout: null,
      asOf: 20270510,
      lang,
      withNames: false,
      dress: USUAL_DRESS,
      runAt: '2027/05/10 14:32',
      version: '0.1.0',
    },
    () => undefined,
  );
  if ('refusal' in result) throw new Error(result.refusal.code);
  return result;
}

const read = (place: string, name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '..', place, name)));
const golden = (name: string): Uint8Array => read('golden/wrong-total', name);
const sample = (name: string): Uint8Array => read('../assets/samples', name);
const sampleFiles = (...days: readonly string[]): PickedFile[] => days.map((day) => ({ name: `${day}.dat`, bytes: sample(`${day}.dat`) }));

test('二重納付 of which fewer than two are confirmed is counted and told as 二重納付の疑い', async () => {
  const result = await ran(sampleFiles('20261006', '20261007'), { ledger: sample('ledger.csv') });
  expect(result.flags.find(({ flag }) => flag === 'paidTwice')).toEqual({ flag: 'paidTwice', count: 1, perhaps: 1 });
  expect(markOf({ of: 'flag', flag: 'paidTwice' }, result)).toBe('perhapsPaidTwice');
  expect(paneJa.endedSaid(result)).toMatch(/、二重納付の疑い1件|注意は二重納付の疑い1件/);
  expect(paneEn.endedSaid(result)).toMatch(/, Perhaps paid twice 1/);

  const mixed = { ...result, flags: [{ flag: 'paidTwice', count: 3, perhaps: 1 }] as const };
  expect(markOf({ of: 'flag', flag: 'paidTwice' }, mixed)).toBe('paidTwice');
  expect(paneJa.endedSaid(mixed)).toContain('注意は二重納付3件（うち疑い1件）。');
  expect(paneEn.endedSaid(mixed)).toContain(', Paid twice 3 (1 not yet certain).');
});

test('the spoken result never counts the unpaid without a ledger, and says when data are incomplete', async () => {
  const without = await ran(sampleFiles('20261006'));
  expect(paneJa.endedSaid(without)).toContain('台帳がないため、未納は分かりません。');
  expect(paneJa.endedSaid(without)).not.toMatch(/未納\d/);
  expect(paneEn.endedSaid(without)).not.toMatch(/Unpaid \d/);

  const cut = sampleFiles('20261006').map(({ name, bytes }) => ({ name, bytes: bytes.slice(0, -122) }));
  const incomplete = await ran(cut, { ledger: sample('ledger.csv') });
  expect(incomplete.verdict).toMatchObject({ kind: 'error', mismatches: 0 });
  expect(paneJa.endedSaid(incomplete)).toMatch(/未納\d+件.*データが不完全です。$/);
  expect(paneEn.endedSaid(incomplete)).toMatch(/Unpaid \d+.* The data is incomplete\.$/);
});

test('without any file nothing agrees, and the unpaid are doubtful', async () => {
  const engine = localEngine();
  const result = await ran([], { ledger: sample('ledger.csv'), engine });
  expect(result).toMatchObject({
    verdict: { kind: 'unchecked', comparedItems: 0 },
    verdictSentence: '収納データがありません。照合した合計はありません。',
    trustSentence: '収納データがないため、未納は確定できません。',
    complete: false,
  });
  expect(paneJa.endedSaid(result)).toMatch(
    /^消込が終わりました。収納データがありません。照合した合計はありません。収納データがないため、未納は確定できません。/,
  );
  expect(paneJa.endedSaid(result)).not.toMatch(/未納\d|不完全/);
  const { cells, print } = (await engine.workbook()).sheets[0]!;
  expect(cells.find(({ row, column }) => row === 1 && column === 0)!.cell).toBe(`${result.verdictSentence}${result.trustSentence}`);
  expect(print.header.centre).toBe('収納データなし');
  const english = await ran([], { ledger: sample('ledger.csv'), lang: 'en' });
  expect(english.verdictSentence).toBe('There is no settlement data. No total was compared.');
  expect(paneEn.endedSaid(english)).not.toMatch(/Unpaid \d|agree/);
});

test('payments of a slip stand as they were made', async () => {
  const engine = localEngine();
  await ran([{ name: 'settlement.dat', bytes: golden('settlement.dat') }], { ledger: golden('ledger.csv'), engine });
  engine.stand();
  const { rows } = await engine.slips({ search: '1000297', from: 0, count: 1 });
  const { payments } = await engine.slip(rows[0]!.slip);
  expect(payments.map(({ paidDate, paidTime }) => [paidDate, paidTime])).toEqual([
    [20270409, '0346'],
    [20270409, '1403'],
  ]);
});

const finding = (code: FindingView['code'], severity: FindingView['severity']): FindingView => ({
  code,
  severity,
  file: 'a',
  record: 1,
  title: '',
  place: '',
  sentence: '',
});

test('errors stand first, and many of one code fold behind the first', () => {
  const findings = [finding('zeroAmount', 'warning'), ...Array.from({ length: 5 }, () => finding('fieldValue', 'error')), finding('recordType', 'error')];
  const folded = findingItems(findings, new Set());
  expect(folded.map((item) => (item.of === 'fold' ? item.hidden : item.finding.code))).toEqual(['fieldValue', 4, 'recordType', 'zeroAmount']);
  expect(findingItems(findings, new Set([0]))).toHaveLength(8);
});

test('what the pane shows is found on the sheets by the texts of its row', async () => {
  const engine = localEngine();
  const result = await ran([{ name: 'settlement.dat', bytes: golden('settlement.dat') }], { ledger: golden('ledger.csv'), engine });
  const plan = await engine.workbook();
  expect(findingPlace(plan, result.findings[0]!)).toMatchObject({
    sheet: '検査',
    row: { ファイル: 'settlement.dat', コード: 'totalMismatch', 内容: '確報金額合計の不一致' },
  });
  engine.stand();
  const { rows } = await engine.slips({ state: 'unpaid', from: 0, count: 1 });
  expect(slipPlace(plan, rows[0]!)).toEqual({ sheet: '消込一覧', row: { 年度: '2027', 納付書番号: '00000000001000047', 収納機関: '13104' } });
  expect(headerOf(plan, '消込一覧', 'state')).toBe('状態');
});
