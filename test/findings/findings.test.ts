/** Does the smallest input of each finding show that finding and no other, in words that a clerk understands? */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FINDING_CODES, type FindingCode, type FindingValue } from '../../src/check/finding';
import { reconcile } from '../../src/cli/reconcile';
import type { Language } from '../../src/words';
import { answerIn, type Answer, type AnsweredFinding } from '../reconcile/run';
import { EXAMPLES, LEDGER, RECEIPTS } from './examples';
import { argumentsOf, filesOf, galleryPage, REGENERATE, settleExample } from './gallery';

const codes = FINDING_CODES.map((code) => [code] as const);

function shown(code: FindingCode, language: Language): AnsweredFinding {
  const { findings } = answerIn(settleExample(EXAMPLES[code]), language);
  return findings.find((finding) => finding.code === code)!;
}

/** The example's finding, less its message. */
function expectedOf(code: FindingCode): Omit<AnsweredFinding, 'message'> {
  const { severity, file, record, field, expected, actual } = EXAMPLES[code];
  const text = (value: FindingValue | undefined): string | null => (typeof value === 'string' ? value : null);
  return {
    code,
    severity,
    file: text(file.here),
    record: typeof record?.here === 'number' ? record.here : null,
    field: text(field?.here),
    expected: expected?.here ?? null,
    actual: actual?.here ?? null,
  };
}

test.each(codes)('the example of %s shows that finding and nothing else', (code) => {
  const { findings } = answerIn(settleExample(EXAMPLES[code]));
  expect(findings.map(({ message: _message, ...finding }) => finding)).toEqual([expectedOf(code)]);
});

describe('the command says the same', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'findings-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(codes)('about %s, in both languages', async (code) => {
    const example = EXAMPLES[code];
    for (const { name, bytes } of filesOf(example)) writeFileSync(join(folder, name), bytes);
    for (const language of ['ja', 'en'] as const) {
      const outcome = await reconcile([...argumentsOf(example, folder), '--json', '--lang', language], () => undefined);
      expect((JSON.parse(outcome.stdout) as Answer).findings).toEqual([{ ...expectedOf(code), message: shown(code, language).message }]);
      expect(outcome.code).toBe(example.severity === 'error' ? 1 : 0);
    }
  });
});

/** A value as a sentence writes it. */
const written = (value: string | number): string => (typeof value === 'number' ? value.toLocaleString('en-US') : value);

describe.each(codes)('the words of %s', (code) => {
  const { message: japanese, expected, actual, record, field } = shown(code, 'ja');
  const { message: english } = shown(code, 'en');
  const { file } = EXAMPLES[code];

  test('end as sentences do', () => {
    expect(japanese).toMatch(/。$/);
    expect(english).toMatch(/[.]$/);
  });

  test('begin with the place', () => {
    const isLedger = file.here === LEDGER;
    const isRow = isLedger || file.here === RECEIPTS;
    const [inJapanese, inEnglish] = isLedger ? ['台帳', 'ledger'] : file.here === null ? ['今回の取込', 'this run'] : [String(file.here), String(file.here)];
    expect(japanese.startsWith(inJapanese + (record === null ? '' : isLedger ? `${record}行目` : isRow ? ` ${record}行目` : ` レコード${record}`))).toBe(true);
    expect(english.startsWith(inEnglish + (record === null ? '' : isRow ? ` row ${record}` : ` record ${record}`))).toBe(true);
    if (field !== null) expect([japanese.split('：')[0], english.split(': ')[0]]).toEqual([expect.stringMatching(/（.+）$/), expect.stringMatching(/\(.+\)$/)]);
  });

  test('name both values', () => {
    for (const value of [expected, actual]) {
      if (value !== null) expect([japanese, english]).toEqual([expect.stringContaining(written(value)), expect.stringContaining(written(value))]);
    }
  });

  test('name the difference of two numbers', () => {
    if (typeof expected !== 'number' || typeof actual !== 'number') return;
    const difference = written(Math.abs(actual - expected));
    expect(japanese).toMatch(new RegExp(`(?<!\\d)${difference}(円|件|バイト)`));
    expect(english).toMatch(new RegExp(`(?<!\\d)${difference} (yen|record|byte|slip)`));
  });

  test('say what to do', () => {
    expect(japanese).toMatch(/(してください|選んでください|直してください|加えてください|構いません)。$/);
    expect(english).toMatch(/\b(check|choose|obtain|ask|correct|add|export)[^.]*\.$/i);
  });

  test('keep to the rules of writing', () => {
    for (const avoided of [/！/, /のようです/, /正しくありません/, /不正/, /[０-９Ａ-Ｚａ-ｚ]/, /または|すべて|下さい/, /等/])
      expect(japanese).not.toMatch(avoided);
    expect(japanese.replace(/「[^」]*」/g, '')).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(english).not.toMatch(/!|seems|invalid|incorrect/i);
  });
});

test('a day is written 2027/05/10 in Japanese and 2027-05-10 in English, with the days between two', () => {
  expect(shown('paidDateImplausible', 'ja').message).toContain('収納日付2027/04/07は、ファイル作成日2027/04/06より1日後');
  expect(shown('paidDateImplausible', 'en').message).toContain('Paid date 2027-04-07 is 1 day after');
});

test(`docs/findings.md is what the product says today; if it should be: ${REGENERATE}`, () => {
  expect(readFileSync(join(__dirname, '../../docs/findings.md'), 'utf8')).toBe(galleryPage());
});
