/** Which characters do bytes mean? CP932 with the characters that offices define for themselves, UTF-8, ASCII. */
import fc from 'fast-check';
import { isUtf8 as nodeIsUtf8 } from 'node:buffer';
import { codec } from '../../src/charset';
import { NOT_A_CHARACTER } from '../../src/file/text';

const decode = (...bytes: number[]): string => codec.decode(Uint8Array.from(bytes), 'shift_jis');

describe('CP932', () => {
  test.each<[string, number[], string]>([
    ['ASCII, the backslash too', [0x41, 0x5c, 0x7e], 'A\\~'],
    ['half-width katakana', [0xb1, 0xdd], 'ｱﾝ'],
    ['kanji', [0x8b, 0xe6], '区'],
    ['kanji whose second byte is a backslash', [0x95, 0x5c], '表'],
    ['NEC signs', [0x87, 0x40], '①'],
    ['IBM kanji', [0xfb, 0xfc], '髙'],
    ['the full-width tilde', [0x81, 0x60], '～'],
  ])('has %s', (_, bytes, text) => {
    expect(decode(...bytes)).toBe(text);
    expect([...codec.encode(text, 'shift_jis')!]).toEqual(bytes);
  });

  test.each<[string, number[], number]>([
    ['the first', [0xf0, 0x40], 0xe000],
    ['the second', [0xf0, 0x41], 0xe001],
    ['the one before 7F, which is no second byte', [0xf0, 0x7e], 0xe03e],
    ['the one after 7F', [0xf0, 0x80], 0xe03f],
    ['the last of the first row', [0xf0, 0xfc], 0xe0bb],
    ['the first of the second row', [0xf1, 0x40], 0xe0bc],
    ['the one at F941', [0xf9, 0x41], 0xe000 + 9 * 188 + 1],
    ['the last', [0xf9, 0xfc], 0xe757],
  ])('has 1,880 characters that an office defines for itself: %s', (_, bytes, code) => {
    expect(decode(...bytes)).toBe(String.fromCharCode(code));
    expect(decode(0x41, ...bytes, 0x8b, 0xe6)).toBe(`A${String.fromCharCode(code)}区`);
  });

  test('gives each of them a code of its own', () => {
    const codes = new Set<string>();
    for (let lead = 0xf0; lead <= 0xf9; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) codes.add(decode(lead, trail));
    expect(codes.size).toBe(1880);
    expect([...codes].every((char) => char >= '\ue000' && char <= '\ue757')).toBe(true);
  });

  test.each<[string, number[], string]>([
    ['half a character at the end', [0x8b, 0xe6, 0x8b], '区�'],
    ['half a character at the end of a defined one', [0x41, 0xf0], 'A�'],
    ['a first byte without a second', [0x8b, 0x20, 0x41], '� A'],
    ['a second byte 7F', [0xf0, 0x7f], '�\x7f'],
    ['bytes that begin no character', [0xfd, 0xfe, 0xff], '���'],
    ['a broken byte beside a defined character', [0xf0, 0x41, 0xff], '\ue001�'],
  ])('says where there is no character: %s', (_, bytes, text) => {
    expect(decode(...bytes)).toBe(text);
  });

  test.each(['é', '한', '😀', NOT_A_CHARACTER])('cannot write %s, and does not put ? for it', (text) => {
    expect(codec.encode(text, 'shift_jis')).toBeNull();
  });
});

describe('UTF-8', () => {
  test('has all characters', () => {
    const text = '区é한😀';
    expect(codec.decode(codec.encode(text, 'utf-8')!, 'utf-8')).toBe(text);
  });

  test('keeps a mark at the start: whoever reads a file takes it off', () => {
    expect(codec.decode(Uint8Array.of(0xef, 0xbb, 0xbf, 0x41), 'utf-8')).toBe('\uFEFFA');
  });

  test('cannot write half a surrogate pair', () => {
    expect(codec.encode('\ud83d', 'utf-8')).toBeNull();
  });

  test.each<[string, number[], boolean]>([
    ['nothing', [], true],
    ['the greatest code', [0xf4, 0x8f, 0xbf, 0xbf], true],
    ['more than the greatest code', [0xf4, 0x90, 0x80, 0x80], false],
    ['an overlong slash', [0xc0, 0xaf], false],
    ['an overlong form of three bytes', [0xe0, 0x9f, 0xbf], false],
    ['an overlong form of four bytes', [0xf0, 0x8f, 0xbf, 0xbf], false],
    ['half a surrogate pair', [0xed, 0xa0, 0x80], false],
    ['a character cut off', [0xe5, 0x8c], false],
    ['a byte that only follows', [0x80], false],
    ['a byte that never occurs', [0xf5, 0x80, 0x80, 0x80], false],
  ])('is told: %s', (_, bytes, isUtf8) => {
    expect(codec.isUtf8(Uint8Array.from(bytes))).toBe(isUtf8);
  });

  test('is told as the engine tells it, of any bytes', () => {
    const byte = fc.constantFrom(0x41, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xe5, 0xed, 0xef, 0xf0, 0xf1, 0xf4, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 8 }), (bytes) => {
        expect(codec.isUtf8(Uint8Array.from(bytes))).toBe(nodeIsUtf8(Uint8Array.from(bytes)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('ASCII', () => {
  test('has 128 characters', () => {
    expect(codec.decode(Uint8Array.of(0x41, 0x7f, 0x80, 0xff), 'ascii')).toBe('A\x7f��');
    expect([codec.encode('A~', 'ascii'), codec.encode('é', 'ascii'), codec.encode('区', 'ascii')]).toEqual([Uint8Array.of(0x41, 0x7e), null, null]);
  });
});

test('what can be written is read back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 20 }), fc.constantFrom('shift_jis' as const, 'utf-8' as const, 'ascii' as const), (text, charset) => {
      const bytes = codec.encode(text, charset);
      if (bytes !== null) expect(codec.decode(bytes, charset)).toBe(text);
    }),
    { numRuns: 500 },
  );
});
