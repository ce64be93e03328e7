/**
 * Which characters do these bytes mean? The only importer of iconv-lite.
 *
 * CP932's user-defined characters are decoded by rule (U+E000 on), because iconv-lite knows only the first of them.
 */
import iconv from 'iconv-lite';
import type { Charset } from '../file/layout';
import { NOT_A_CHARACTER, type TextCodec } from '../file/text';
import { isUtf8 } from './utf8';

const CP932 = 'cp932';
const UTF_8 = new TextDecoder('utf-8', { ignoreBOM: true });

export const codec: TextCodec = { decode, encode, isUtf8 };

function decode(bytes: Uint8Array, charset: Charset): string {
  if (charset === 'ascii') return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : NOT_A_CHARACTER)).join('');
  if (charset === 'utf-8') return UTF_8.decode(bytes);
  const text = cp932(bytes);
  return text.includes(NOT_A_CHARACTER) ? decodeByCharacter(bytes) : text;
}

// The table decoder reads any bytes by index; its types ask for Node's Buffer.
const cp932 = (bytes: Uint8Array): string => iconv.decode(bytes as Parameters<typeof iconv.decode>[0], CP932);

/** Decodes character by character, so that one that iconv-lite lacks does not spoil its neighbours. */
function decodeByCharacter(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at]!;
    if (!isLead(lead)) {
      text += cp932(bytes.subarray(at, at + 1));
      at++;
    } else if (at + 1 < bytes.length && isTrail(bytes[at + 1]!)) {
      text += lead >= 0xf0 && lead <= 0xf9 ? userDefined(lead, bytes[at + 1]!) : cp932(bytes.subarray(at, at + 2));
      at += 2;
    } else {
      text += NOT_A_CHARACTER;
      at++;
    }
  }
  return text;
}

const isLead = (byte: number): boolean => (byte >= 0x81 && byte <= 0x9f) || (byte >= 0xe0 && byte <= 0xfc);
const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfc);

/** 188 characters a lead byte; trail bytes skip 7F. */
function userDefined(lead: number, trail: number): string {
  return String.fromCharCode(0xe000 + (lead - 0xf0) * 188 + trail - (trail > 0x7f ? 0x41 : 0x40));
}

function encode(text: string, charset: Charset): Uint8Array | null {
  const bytes = charset === 'shift_jis' ? new Uint8Array(iconv.encode(text, CP932)) : new TextEncoder().encode(text);
  return decode(bytes, charset) === text ? bytes : null;
}
