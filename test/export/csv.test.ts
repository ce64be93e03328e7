/** Does the fee system get the slips and columns that its template names? */
import { csvTable, personalColumnsOf } from '../../src/export/csvTable';
import { BUILT_IN_TEMPLATES, CSV_COLUMNS, missingTrust, readTemplate, type CsvColumn, type CsvTemplate } from '../../src/export/csvTemplate';
import { exportEn } from '../../src/export/words.en';
import { exportJa } from '../../src/export/words.ja';
import { SLIP_STATES, stateOf } from '../../src/reconcile/slips';
import { goldenRun, hostileRun, OPTIONS, withoutLedger } from '../sheet/runs';

const optionsOf = (withNames = false) => ({ ...OPTIONS, withNames, csvWords: exportJa.csv });
const template = (more: Partial<CsvTemplate>): CsvTemplate => ({ ...BUILT_IN_TEMPLATES.reconciled, ...more });

test('the unpaid: as-of date, period and completeness stand in every row, and nothing but the unpaid', () => {
  const settlement = goldenRun('wrong-total');
  const table = csvTable(settlement, BUILT_IN_TEMPLATES.unpaid, optionsOf());
  const unpaid = Array.from({ length: settlement.slips.count }, (_, slip) => slip).filter((slip) => stateOf(settlement.slips, slip) === 'unpaid');
  expect(table.rowCount).toBe(unpaid.length);
  expect(table.headers!.slice(0, 8)).toEqual([
    '基準日',
    'データの期間',
    '納付の最終日',
    'データの完全性',
    'ファイルのない日',
    '他の収納',
    '年度',
    '納付書番号',
  ]);
  for (let row = 0; row < table.rowCount; row++) {
    expect(table.row(row).slice(0, 6)).toEqual([
      '2027/05/10',
      '2027/04/22',
      '2027/04/09',
      '不完全なため未納は確定できません',
      '2027/04/23、2027/04/26、2027/04/27ほか4日',
      '窓口・口座振替などの収納は含まれていない',
    ]);
    expect(table.row(row).at(-1)).toBe('不一致');
  }
  expect(csvTable(withoutLedger(), template({ columns: [{ column: 'dataCompleteness', header: null }] }), optionsOf()).row(0)).toEqual([
    '台帳がないため未納は分かりません',
  ]);
});

test('a template that lists unpaid slips and does not say how far they can be trusted', () => {
  const chosen = (...names: readonly CsvColumn[]): Partial<CsvTemplate> => ({ columns: names.map((column) => ({ column, header: null })) });
  expect(Object.values(BUILT_IN_TEMPLATES).flatMap(missingTrust)).toEqual([]);
  expect(missingTrust(template(chosen('slipNumber', 'dataPeriod', 'state')))).toEqual([
    'asOf',
    'paidThrough',
    'dataCompleteness',
    'missingDays',
    'otherChannels',
    'verdict',
  ]);
  expect(missingTrust(template({ ...chosen('slipNumber'), states: ['paid', 'unpaid'] }))).toHaveLength(7);
  expect(missingTrust(template({ ...chosen('slipNumber'), states: ['paid', 'cancelled'] }))).toEqual([]);
});

test('columns, order, headers, dates and states are the template’s', () => {
  const given = {
    name: '料金',
    charset: 'cp932',
    headerRow: true,
    dates: 'yyyymmdd',
    states: ['paid'],
    columns: [{ column: 'paidDate', header: 'NYUKIN' }, { column: 'slipNumber' }],
  };
  const read = readTemplate(given);
  if ('problem' in read) throw new Error(read.problem.place);
  const table = csvTable(goldenRun('week'), read.template, optionsOf());
  expect(table.headers).toEqual(['NYUKIN', '納付書番号']);
  expect(table.row(0)).toEqual([expect.stringMatching(/^\d{8}$/), expect.stringMatching(/^\d{17}$/)]);
  expect(csvTable(goldenRun('week'), { ...read.template, headerRow: false }, optionsOf()).headers).toBeNull();
  // A template is plain data: what a workbook keeps is what it gives back.
  expect(readTemplate(JSON.parse(JSON.stringify(read.template)))).toEqual(read);
});

test('personal columns are written only with names', () => {
  const personal = template({
    columns: [
      { column: 'payerName', header: null },
      { column: 'payerNumber', header: null },
    ],
  });
  expect(personalColumnsOf(personal)).toEqual(['payerName', 'payerNumber']);
  expect(() => csvTable(hostileRun(), personal, optionsOf())).toThrow();
  expect(csvTable(hostileRun(), personal, optionsOf(true)).row(0)[0]).toMatch(/^氏名/);
});

test('every column that a template may name has a word and a value', () => {
  const all = template({ columns: CSV_COLUMNS.map((column) => ({ column, header: null })) });
  for (const csvWords of [exportJa.csv, exportEn.csv]) {
    const table = csvTable(goldenRun('week'), all, { ...optionsOf(true), csvWords });
    expect(new Set(table.headers).size).toBe(CSV_COLUMNS.length);
    expect(table.row(0)).toHaveLength(CSV_COLUMNS.length);
  }
  expect(SLIP_STATES).toHaveLength(6);
});

test.each<[unknown, string]>([
  [[], '全体は{ } で囲んだオブジェクトのはずですが、[] です。'],
  [{}, '「name」は空でない文字列のはずですが、ありません。'],
  [{ name: 'a' }, '「columns」は1つ以上の列を [ ] で囲んだ一覧のはずですが、ありません。'],
  [{ name: 'a', columns: [] }, '「columns」は1つ以上の列を [ ] で囲んだ一覧のはずですが、[] です。'],
  [{ name: 'a', columns: [{ column: 'slip' }] }, `「columns[0].column」は${CSV_COLUMNS.join('、')} のいずれかのはずですが、"slip" です。`],
  [{ name: 'a', columns: [{ column: 'state', headr: 'x' }] }, '「columns[0].headr」は知らない項目です。'],
  [{ name: 'a', charset: 'euc', columns: [{ column: 'state' }] }, '「charset」はcp932、utf-8 のいずれかのはずですが、"euc" です。'],
  [
    { name: 'a', states: ['open'], columns: [{ column: 'state' }] },
    '「states[0]」はpaid、preliminary、cancelled、unpaid を [ ] で囲んだ一覧のはずですが、"open" です。',
  ],
  [{ name: 'a', headerRow: 1, columns: [{ column: 'state' }] }, '「headerRow」はtrue 又は false のはずですが、1 です。'],
])('a template that cannot be used is told where and why: %j', (json, sentence) => {
  const read = readTemplate(json);
  if (!('problem' in read)) throw new Error('accepted');
  expect(exportJa.csv.templateProblem(read.problem)).toBe(sentence);
  expect(exportEn.csv.templateProblem(read.problem)).toMatch(/^[\x20-\x7e]+\.$/);
});
