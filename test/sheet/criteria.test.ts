/** Does a formula of 集計 count just the cells that hold its label? */
import { countFormula, plainCriteria, sumFormula } from '../../src/sheet/criteria';
import { columnOf, columnLetters, inThisRow, textLiteral } from '../../src/sheet/references';
import { textWidth, wrappedLines } from '../../src/sheet/cellText';

test.each(['保育料', '0037', 'ABC', '延長（朝）'])('COUNTIFS finds just %p', (text) => {
  expect(plainCriteria([text]).has(text)).toBe(true);
});

test.each(['', '=x', '#N/A', '>1', '<>', 'a*b', 'a?', '~', ' x', 'x ', 'TRUE', '4月1日', '1E5', '１', 'R9.4.1', '-5', 'x'.repeat(256)])(
  'COUNTIFS would misread %p',
  (text) => {
    expect(plainCriteria([text]).has(text)).toBe(false);
  },
);

test('texts that are read alike are told apart', () => {
  expect([...plainCriteria(['1', '001', '2', 'abc', 'ABC', 'ｱ', 'ア', 'x'])]).toEqual(['2', 'x']);
});

test('plain labels are counted by COUNTIFS, others by EXACT', () => {
  const question = { column: 't[a]', label: '$A1', also: [{ column: 't[b]', criterion: '"x"' }] };
  expect(countFormula({ ...question, isPlain: true })).toBe('COUNTIFS(t[a],$A1,t[b],"x")');
  expect(countFormula({ ...question, isPlain: false })).toBe('SUMPRODUCT(EXACT(t[a],$A1)*(t[b]="x"))');
  expect(sumFormula('t[c]', { ...question, also: [], isPlain: false })).toBe('SUMPRODUCT(EXACT(t[a],$A1)*1,t[c])');
});

test('references and literals are escaped', () => {
  expect(columnOf('検査', '期待する値')).toBe('検査[期待する値]');
  expect(columnOf('検査', 'Amount (yen)')).toBe('検査[[Amount (yen)]]');
  expect(inThisRow('検査', "A'#[1]")).toBe("検査[[#This Row],[A'''#'[1']]]");
  expect(textLiteral('a"b')).toBe('"a""b"');
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
});

test('Japanese letters take nearly two places, and texts wrap', () => {
  expect(textWidth('ab')).toBe(2);
  expect(textWidth('ｱﾊﾞ')).toBe(3);
  expect(textWidth('消込')).toBeCloseTo(3.8);
  expect(wrappedLines('a\nb', 10)).toBe(2);
  expect(wrappedLines('子ども園預かり保育料', 10)).toBe(2);
});
