/** Are totals judged one by one, findings folded, and sheets found from what the pane shows? */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingView, TotalView } from '../../src/pane/engine/protocol';
import { findingItems } from '../../src/pane/result/findingItems';
import { totalRows, uncheckedReasons } from '../../src/pane/result/totals';
import { findingPlace, headerOf, slipPlace, dressed } from '../../src/pane/sheetPlan';
import { localEngine } from './localEngine';

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
  const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(__dirname, '../golden/wrong-total', name)));
  const result = await engine.run(
    {
      files: [{ name: 'settlement.dat', bytes: read('settlement.dat') }],
      ledger: { kind: 'csv', name: 'ledger.csv', bytes: read('ledger.csv') },
      layout: null,
      asOf: 20270510,
      lang: 'ja',
      withNames: false,
      runAt: '2027/05/10 14:32',
      version: '0.1.0',
    },
    () => undefined,
  );
  if ('refusal' in result) throw new Error(result.refusal.code);
  const plan = await engine.workbook();
  expect(findingPlace(plan, result.findings[0]!)).toMatchObject({
    sheet: '検査',
    row: { ファイル: 'settlement.dat', コード: 'totalMismatch', 内容: '確報金額合計の不一致' },
  });
  const { rows } = await engine.slips({ state: 'unpaid', from: 0, count: 1 });
  expect(slipPlace(plan, rows[0]!)).toEqual({ sheet: '消込一覧', row: { 年度: '2027', 納付書番号: '00000000001000047', 収納機関: '13104' } });
  expect(headerOf(plan, '消込一覧', 'state')).toBe('状態');

  const fills = (book: typeof plan): Set<string | null> => new Set(book.sheets[0]!.highlights.map(({ look }) => look.fill));
  expect(fills(plan).size).toBeGreaterThan(8);
  expect([...fills(dressed(plan, { colours: 'print', dates: 'western' }))].sort()).toEqual(['666666', '8B3200', null]);
});
