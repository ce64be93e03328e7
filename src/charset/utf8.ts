/** Are these bytes well-formed UTF-8? Asked of whole ledgers, so without building their text. */

/** Whether the bytes are well-formed: no overlong form, no surrogate, nothing above U+10FFFF. */
export function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    while (at < bytes.length && bytes[at]! < 0x80) at++;
    if (at === bytes.length) return true;
    const lead = bytes[at]!;
    const more = lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
    if (more === 0 || at + more >= bytes.length) return false;
    const second = bytes[at + 1]!;
    if (second < (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80) || second > (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)) return false;
    for (let i = 2; i <= more; i++) if ((bytes[at + i]! & 0xc0) !== 0x80) return false;
    at += more + 1;
  }
  return true;
}
