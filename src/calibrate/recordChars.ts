/** Which character stands at each byte of a record? A double-byte one stands at its first byte; a cut through it is never shown as a character. */
import type { Charset } from '../file/layout';
import { NOT_A_CHARACTER, type TextCodec } from '../file/text';

/** One for each byte; null: the second half of the character before it. */
export type RecordChars = readonly (string | null)[];

/** In place of bytes that are no character: a control code, or a lead byte without its second half. */
export const NO_CHARACTER = '·';
/** Half of a double-byte character. */
export const HALF = '◐';

export function recordChars(bytes: Uint8Array, charset: Charset, codec: TextCodec): RecordChars {
  const chars: (string | null)[] = [];
  while (chars.length < bytes.length) {
    const at = chars.length;
    const char = bytes[at]! < 0x80 ? String.fromCharCode(bytes[at]!) : charOf(bytes, at, charset, codec);
    if (char === null) chars.push(NO_CHARACTER);
    else if (bytes[at]! >= 0x80 && isDouble(bytes, at, charset)) chars.push(char, null);
    else chars.push(char < ' ' || char === '\u007f' ? NO_CHARACTER : char);
  }
  return chars;
}

function charOf(bytes: Uint8Array, at: number, charset: Charset, codec: TextCodec): string | null {
  const text = codec.decode(bytes.subarray(at, at + (isDouble(bytes, at, charset) ? 2 : 1)), charset);
  return text === '' || text.includes(NOT_A_CHARACTER) ? null : text;
}

const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);

function isDouble(bytes: Uint8Array, at: number, charset: Charset): boolean {
  const trail = bytes[at + 1];
  return charset === 'shift_jis' && isLead(bytes[at]!) && trail !== undefined && trail >= 0x40 && trail !== 0x7f && trail <= 0xfc;
}

/** The bytes from `offset` on as text; a character that is cut at either end is a half. */
export function textOf(chars: RecordChars, offset: number, length: number): string {
  let text = '';
  for (let at = offset; at < Math.min(chars.length, offset + length); at++) {
    const char = chars[at];
    const isCut = chars[at + 1] === null && at + 1 === offset + length;
    if (char === null || char === undefined) text += at === offset ? HALF : '';
    else text += isCut ? HALF : char;
  }
  return text;
}
