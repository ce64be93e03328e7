/** How many bytes does a text take on its way to Excel? jsdom has no TextEncoder. */
export function byteLength(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const isHalfOfPair = code >= 0xd800 && code <= 0xdfff;
    bytes += code < 0x80 ? 1 : code < 0x800 || isHalfOfPair ? 2 : 3;
  }
  return bytes;
}
