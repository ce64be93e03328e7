/** What do these bytes show, as text that loses nothing? */

/** The bytes as text when every one is printable ASCII (20-7E), else `0x` and lower-case hex. */
export function shown(bytes: Uint8Array, offset = 0, length = bytes.length - offset): string {
  let text = '';
  for (let i = offset; i < offset + length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 || byte > 0x7e) return hexOf(bytes, offset, length);
    text += String.fromCharCode(byte);
  }
  return text;
}

function hexOf(bytes: Uint8Array, offset: number, length: number): string {
  let text = '0x';
  for (let i = offset; i < offset + length; i++) text += bytes[i]!.toString(16).padStart(2, '0');
  return text;
}

/** The bytes of an ASCII text. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

/** The number that these ASCII digits write, or -1 when one of them is no digit. At most 15 digits are exact. */
export function numberAt(bytes: Uint8Array, offset: number, length: number): number {
  let value = 0;
  for (let i = offset; i < offset + length; i++) {
    const digit = bytes[i]! - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** Whether all these bytes are this one. */
export function allAre(bytes: Uint8Array, offset: number, length: number, byte: number): boolean {
  for (let i = offset; i < offset + length; i++) if (bytes[i] !== byte) return false;
  return true;
}
