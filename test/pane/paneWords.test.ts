/** Are the pane's words whole, and written as the rules of writing ask? */
import type { Trust } from '../../src/verdict';
import { usageEn } from '../../src/pane/pages/usage.en';
import { usageJa } from '../../src/pane/pages/usage.ja';
import { paneEn } from '../../src/pane/words.en';
import { paneJa } from '../../src/pane/words.ja';
import { trialsEn } from '../../src/pane/trials/words.en';
import { trialsJa } from '../../src/pane/trials/words.ja';
import { timeText, typedDay, yearText } from '../../src/pane/days';
import { toldRunAt } from '../../src/sheet/runAt';
import { dayText } from '../../src/words/days';

function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}
const JA = { ...paneJa, ...usageJa, trials: trialsJa };
const EN = { ...paneEn, ...usageEn, trials: trialsEn };
const own = ({ product: _product, ...words }: object & { product: unknown }): object => words;

test.each([
  ['ja', JA],
  ['en', EN],
])('%s: no text is empty, but for a unit', (_, words) => {
  const { countUnit: _unit, ...rest } = own(words) as typeof paneEn;
  expect(texts(rest).filter((text) => text.trim() === '')).toEqual([]);
});

test('no Japanese text shouts, blames, or calls stopping キャンセル or OK', () => {
  expect(texts(own(JA)).filter((text) => /！|!|キャンセル|OK|ください！|ようです|こちら|すべて|下さい/.test(text))).toEqual([]);
});

test('only 練習用データ and Excel words keep Latin letters; every label of a button ends in a verb', () => {
  const { chooseFiles, addFiles, chooseLedger, openChecks, openReconciliation, stop, filterSheet, showOnSheet, copyDetails, undo } = paneJa;
  for (const label of [chooseFiles, addFiles, chooseLedger, openChecks, openReconciliation, stop, filterSheet, showOnSheet, copyDetails, undo])
    expect(label).toMatch(/[うくすつぶむる]$/);
});

test('a run that differs is told with both values and the difference', () => {
  const total = {
    file: 'a.dat',
    group: 1,
    item: 'confirmedAmount',
    kind: 'confirmed',
    measure: 'amount',
    declared: 594701,
    counted: 594700,
    comparison: null,
  } as const;
  const said = paneJa.endedSaid({
    verdictSentence: '合計が合いません（1か所）。',
    totals: [total],
    verdict: { kind: 'mismatch' },
    states: [],
    flags: [],
    complete: false,
  } as never);
  expect(said).toBe(
    '消込が終わりました。合計が合いません（1か所）。確報金額合計、ファイルの合計594,701円、明細の計594,700円、明細が1円少ない。データが不完全です。',
  );
});

test('days are western by default, and of their era by choice', () => {
  const western = dayText('western', paneJa.westernDay);
  const era = dayText('japanese', paneJa.westernDay);
  expect(western(20270430)).toBe('2027/04/30');
  expect(paneEn.westernDay(20270430)).toBe('2027-04-30');
  expect(era(20270430)).toBe('R9.4.30');
  expect(era(20190430)).toBe('H31.4.30');
  expect(era(19261224)).toBe('T15.12.24');
  expect(era(19261225)).toBe('S1.12.25');
  expect(era(18680124)).toBe('1868/01/24');
  expect(paneJa.fiscalYear(yearText('2027', 'japanese', paneJa))).toBe('令和9年度');
  expect(paneJa.fiscalYear(yearText('2019', 'japanese', paneJa))).toBe('令和元年度');
  expect(paneJa.fiscalYear(yearText('2018', 'japanese', paneJa))).toBe('平成30年度');
  expect(paneJa.fiscalYear(yearText('2027', 'western', paneJa))).toBe('2027年度');
  expect(paneEn.fiscalYear(yearText('2027', 'japanese', paneEn))).toBe('FY R9');
  expect(toldRunAt('2027/05/10 14:32:07', era)).toBe('R9.5.10 14:32');
  expect(toldRunAt('R9.5.10 14:32:07', western)).toBe('2027/05/10 14:32');
  expect(toldRunAt('2027/05/10 14:32', paneEn.westernDay)).toBe('2027-05-10 14:32');
  expect(toldRunAt('きのう', era)).toBe('きのう');
  const trust: Trust = {
    hasFiles: true,
    complete: true,
    hasLedger: true,
    from: 20270406,
    through: 20270422,
    paidThrough: null,
    missingDays: [],
    emptyDaysNotSent: false,
    otherChannels: 'given',
  };
  expect(paneJa.trust(trust, 'japanese')).toContain('データはR9.4.6からR9.4.22までの作成分です。');
  expect(paneJa.trust(trust, 'western')).toContain('データは2027/04/06から2027/04/22までの作成分です。');
  expect(timeText('0346')).toBe('03:46');
  expect(timeText('34:6')).toBe('34:6');
});

test.each([
  ['2027/05/10', 20270510],
  ['2027-5-10', 20270510],
  ['２０２７／５／１０', 20270510],
  ['20270510', 20270510],
  ['R9.5.10', 20270510],
  ['令和9年5月10日', 20270510],
  ['令和元年5月1日', 20190501],
  ['H31.4.30', 20190430],
  ['2027/02/30', null],
  ['27/5/10', null],
  ['', null],
])('%s typed as 基準日', (text, day) => expect(typedDay(text)).toBe(day));
