/** docs/format.md, "Cutting" and "Kinds of file that are not read", rule by rule. Records are four bytes long here. */
import { asciiBytes } from '../../src/file/bytes';
import { cut, lookalike, type LineEnding } from '../../src/file/cut';
import { answered, confirmed, day } from '../reconcile/run';
import { buildFile } from '../../scripts/buildFile';

const LENGTH = 4;

function cutText(text: string): { lineEnding: LineEnding; records: string[] } {
  const { lineEnding, starts, lengths, count } = cut(asciiBytes(text), LENGTH);
  const records = Array.from({ length: count }, (_, record) => text.slice(starts[record], starts[record]! + lengths[record]!));
  return { lineEnding, records };
}

describe('what stands at the very end', () => {
  test.each([
    ['a CR LF', '1aaa2bbb\r\n'],
    ['an end-of-file mark', '1aaa2bbb\x1a'],
    ['line ends and marks in any mixture', '1aaa2bbb\n\r\n\x1a\r\x1a\x1a\n'],
  ])('is dropped: %s', (_, text) => {
    expect(cutText(text)).toEqual({ lineEnding: 'none', records: ['1aaa', '2bbb'] });
  });

  test('does not decide what the line ends of the file are', () => {
    expect(cutText('1aaa\n2bbb\r\n')).toEqual({ lineEnding: 'lf', records: ['1aaa', '2bbb'] });
    expect(cutText('1aaa\r\n')).toEqual({ lineEnding: 'none', records: ['1aaa'] });
  });

  test.each(['', '\r\n', '\n\n\x1a', '\x1a'])('leaves no record of a file without content (%j)', (text) => {
    expect(cutText(text)).toEqual({ lineEnding: 'none', records: [] });
  });

  test('stays content anywhere else', () => {
    expect(cutText('1aa\x1a2bbb')).toEqual({ lineEnding: 'none', records: ['1aa\x1a', '2bbb'] });
    expect(cutText('1aa\x1a\n2bbb\n9')).toEqual({ lineEnding: 'lf', records: ['1aa\x1a', '2bbb', '9'] });
  });
});

describe('a whole multiple of the record length', () => {
  test('in which every block starts with 1, 2, 8 or 9 has no line ends', () => {
    expect(cutText('1aaa2bbb8ccc9ddd')).toEqual({ lineEnding: 'none', records: ['1aaa', '2bbb', '8ccc', '9ddd'] });
  });

  test('keeps CR and LF inside its blocks as content', () => {
    expect(cutText('1a\r\n2\n\nb8\rcc9ddd')).toEqual({ lineEnding: 'none', records: ['1a\r\n', '2\n\nb', '8\rcc', '9ddd'] });
  });

  test('with one block that starts with anything else is cut at its line ends', () => {
    expect(cutText('1a\r\n5bbb')).toEqual({ lineEnding: 'crlf', records: ['1a', '5bbb'] });
  });

  test('is asked for: a byte more or less, and the line ends are line ends', () => {
    expect(cutText('1a\n12bb')).toEqual({ lineEnding: 'lf', records: ['1a', '12bb'] });
    expect(cutText('1a\n12bbb')).toEqual({ lineEnding: 'none', records: ['1a\n1', '2bbb'] });
  });

  test('but without any line end is still cut into blocks', () => {
    expect(cutText('1aaa5bbb9ccc')).toEqual({ lineEnding: 'none', records: ['1aaa', '5bbb', '9ccc'] });
  });
});

test('what remains of a file without line ends is one record of a wrong length', () => {
  expect(cutText('1aaa2bbb8c')).toEqual({ lineEnding: 'none', records: ['1aaa', '2bbb', '8c'] });
  expect(cutText('1a')).toEqual({ lineEnding: 'none', records: ['1a'] });
});

describe('lines', () => {
  test.each<[LineEnding, string]>([
    ['crlf', '\r\n'],
    ['lf', '\n'],
    ['cr', '\r'],
  ])('may end with %s', (lineEnding, end) => {
    expect(cutText(['1aaa', '2bbb', '9'].join(end))).toEqual({ lineEnding, records: ['1aaa', '2bbb', '9'] });
  });

  test.each(['1aaa\n2bbb\r\n9ccc', '1aaa\r2bbb\n9ccc', '1aaa\r\n2bbb\r9ccc', '1aaa\n\r2bbb\n9ccc'])('that end in more than one way are mixed (%j)', (text) => {
    expect(cutText(text)).toEqual({ lineEnding: 'mixed', records: ['1aaa', expect.stringMatching(/^2bbb$/), '9ccc'] });
  });

  test('that are empty are no records', () => {
    expect(cutText('\n\n1aaa\n\n\n2bbb\n9')).toEqual({ lineEnding: 'lf', records: ['1aaa', '2bbb', '9'] });
  });

  test('of several whole record lengths are so many records, and mixed', () => {
    expect(cutText('1aaa2bbb2ccc\n9ddd\n9')).toEqual({ lineEnding: 'mixed', records: ['1aaa', '2bbb', '2ccc', '9ddd', '9'] });
  });

  test('of one record length are not mixed', () => {
    expect(cutText('5aaa\n2bbb')).toEqual({ lineEnding: 'lf', records: ['5aaa', '2bbb'] });
  });

  test('of any other length are one record each', () => {
    expect(cutText('1aa\n2bbbb\n8ccc9ddd9\n9')).toEqual({ lineEnding: 'lf', records: ['1aa', '2bbbb', '8ccc9ddd9', '9'] });
  });
});

describe('filler after the end record', () => {
  const cutTail = (text: string) => ({ ...cutText(text), tail: cut(asciiBytes(text), LENGTH).tail });

  test.each([
    ['NUL without line ends', '1aaa8bbb9ccc\0\0\0', 'none', 'zeros', 3],
    ['NUL of more than a record', '1aaa8bbb9ccc\0\0\0\0\0\0', 'none', 'zeros', 6],
    ['NUL behind a line end', '1aaa\r\n8bbb\r\n9ccc\r\n\0\0\0\0\0\0\0\0', 'crlf', 'zeros', 8],
    ['a record of 9', '1aaa\n8bbb\n9ccc\n9999\n', 'lf', 'nines', 4],
    ['9 behind an end record of 9', '1aaa8bbb99999999', 'none', 'nines', 4],
    ['blanks and marks', '1aaa\r\n8bbb\r\n9ccc\r\n    \r\n   \x1a', 'crlf', 'blanks', 7],
  ])('is no record: %s', (_, text, lineEnding, filler, length) => {
    expect(cutTail(text)).toEqual({ lineEnding, records: [expect.any(String), '8bbb', expect.stringMatching(/^9(ccc|999)$/)], tail: { filler, length } });
  });

  test.each([
    ['before an end record', '1aaa8bbb\0\0\0\0'],
    ['an end record of 9 alone', '1aaa8bbb9999'],
    ['of one byte', '1aaa8bbb9ccc9'],
    ['of two bytes', '1aaa8bbb9ccc\0\0\0\0    '],
    ['another record', '1aaa8bbb9ccc9ddd'],
    ['behind an end record of a wrong length', '1aaa\n8bbb\n9cc\n\0\0\0\0'],
  ])('is content otherwise: %s', (_, text) => {
    expect(cutTail(text).tail).toBeUndefined();
  });

  test('is one warning, and the file is whole', () => {
    const sound = buildFile(day('20270406', confirmed()));
    const answer = answered({
      files: [Uint8Array.from([...sound, ...new Uint8Array(1000)])],
      ledger: '年度,納付書番号,納期限,請求金額\n2027,1000382,2027-04-30,3000\n',
    });
    expect(answer.findings.map(({ code, record }) => [code, record])).toEqual([['fillerAfterEnd', null]]);
    expect(answer.files[0]!.recordCount).toEqual({ counted: 4, declared: 4 });
    expect(answer.complete).toBe(true);
  });
});

describe('a text of which no record can be read', () => {
  test('is named: CSV by the commas of its first line, UTF-16 by its zeros', () => {
    expect(lookalike(asciiBytes('a,b\n1,2\n'))).toBe('csv');
    expect(lookalike(Uint8Array.from([0x31, 0, 0x32, 0, 0x33, 0]))).toBe('utf16');
    expect(lookalike(Uint8Array.from([0, 0x31, 0, 0x32, 0, 0x33]))).toBe('utf16');
    expect(lookalike(asciiBytes('a b\n1,2\n'))).toBeNull();
  });

  test('is not named UTF-16 for zeros that stand anywhere', () => {
    expect(lookalike(Uint8Array.from([0x31, 0, 0, 0x33, 0, 0]))).toBeNull();
  });

  test('is named in the message', () => {
    const { findings } = answered({ files: [asciiBytes('date,amount\n2027/04/05,3000\n')] });
    expect(findings.find(({ code }) => code === 'recordLength')?.message).toContain('CSV');
  });

  test('is not guessed at when a record could be read', () => {
    const sound = buildFile(day('20270406', confirmed()));
    const { findings } = answered({ files: [Uint8Array.from([...asciiBytes('date,amount\r\n'), ...sound])] });
    expect(findings.map(({ message }) => message).join('')).not.toContain('CSV');
  });
});
