/** Is every byte shown, and half of a double-byte character never as a character? */
import { HALF, NO_CHARACTER, recordChars, textOf } from '../../src/calibrate/recordChars';
import { codec } from '../../src/charset';

const chars = recordChars(Uint8Array.from([0x31, 0x8c, 0x8b, 0xb1, 0x00, 0x81]), 'shift_jis', codec);

test('a double-byte character takes two bytes, half-width katakana one; what is none is marked', () => {
  expect(chars).toEqual(['1', '結', null, 'ｱ', NO_CHARACTER, NO_CHARACTER]);
});

test('a cut through a double-byte character shows a half on either side', () => {
  expect(textOf(chars, 0, 3)).toBe('1結');
  expect(textOf(chars, 0, 2)).toBe(`1${HALF}`);
  expect(textOf(chars, 2, 2)).toBe(`${HALF}ｱ`);
});
