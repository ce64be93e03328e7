/**
 * Which files are no settlement data, as their own bytes say? What says nothing of itself is cut and read.
 *
 * Source: docs/format.md, "Kinds of file that are not read".
 */
import { asciiBytes } from './bytes';
import { isRecordTypeByte } from './cut';
import type { TextCodec } from './text';

export const FOREIGN_KINDS = [
  'ebcdic',
  'utf16',
  'utf8Mark',
  'workbook',
  'lockedWorkbook',
  'oldWorkbook',
  'document',
  'zip',
  'archive',
  'pdf',
  'image',
  'program',
  'html',
  'errorText',
  'storeList',
] as const;
export type ForeignKind = (typeof FOREIGN_KINDS)[number];

/** What a file is when it is no settlement data; null for a file to cut. */
export function foreignKind(bytes: Uint8Array, codec: TextCodec): ForeignKind | null {
  if (isEbcdic(bytes)) return 'ebcdic';
  if (HTML.test(latin(bytes.subarray(0, LONGEST_MARK)))) return 'html';
  const marked = MARKS.find(({ mark }) => startsWith(bytes, mark));
  if (marked !== undefined) return kindOf(marked.kind, bytes);
  if (isProgram(bytes)) return 'program';
  return textKind(bytes, codec);
}

const EBCDIC_PROBE = 4096;

function isEbcdic(bytes: Uint8Array): boolean {
  const first = bytes[0];
  if (first !== 0xf1 && first !== 0xf2 && first !== 0xf8 && first !== 0xf9) return false;
  return !bytes.subarray(0, EBCDIC_PROBE).some((byte) => byte >= 0x30 && byte <= 0x39);
}

const LONGEST_MARK = 64;
const HTML = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|error|\?xml|!--)/i;

const MARKS: readonly { readonly mark: readonly number[]; readonly kind: ForeignKind | 'ole' }[] = [
  { mark: [0xff, 0xfe], kind: 'utf16' },
  { mark: [0xfe, 0xff], kind: 'utf16' },
  { mark: [0xef, 0xbb, 0xbf], kind: 'utf8Mark' },
  { mark: [0x50, 0x4b], kind: 'zip' },
  { mark: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], kind: 'ole' },
  { mark: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'pdf' },
  { mark: [0x1f, 0x8b], kind: 'archive' },
  { mark: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], kind: 'archive' },
  { mark: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], kind: 'archive' },
  { mark: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: 'document' },
  { mark: [0x89, 0x50, 0x4e, 0x47], kind: 'image' },
  { mark: [0xff, 0xd8, 0xff], kind: 'image' },
  { mark: [0x47, 0x49, 0x46, 0x38], kind: 'image' },
  { mark: [0x49, 0x49, 0x2a, 0x00], kind: 'image' },
  { mark: [0x4d, 0x4d, 0x00, 0x2a], kind: 'image' },
];

/** What a file that begins like a package of files holds. */
function kindOf(kind: ForeignKind | 'ole', bytes: Uint8Array): ForeignKind {
  if (kind === 'zip') return includes(bytes, asciiBytes('xl/workbook')) ? 'workbook' : includes(bytes, asciiBytes('word/document')) ? 'document' : 'zip';
  if (kind !== 'ole') return kind;
  if (includes(bytes, wide('EncryptedPackage'))) return 'lockedWorkbook';
  return includes(bytes, wide('Workbook')) || includes(bytes, wide('Book\0')) ? 'oldWorkbook' : 'document';
}

/** An .exe: its mark alone are two letters, so its zeros are asked for too. */
const isProgram = (bytes: Uint8Array): boolean => startsWith(bytes, [0x4d, 0x5a]) && bytes.subarray(0, LONGEST_MARK).includes(0);

const TEXT_PROBE = 4096;
const ROWS_LOOKED_AT = 20;
const ERROR = /error|not found|forbidden|denied|expired|unauthori[sz]ed|timed? ?out|failed|エラー|失敗|見つかりません|期限切れ|ログイン|認証|できません/i;
const DAY = /20\d{6}/;
const OF_PAYMENTS = /収納[日区]|金額|納付|バーコード|請求/;

/** Texts that name themselves: a message in place of a file, and the agent's list of stores. */
function textKind(bytes: Uint8Array, codec: TextCodec): 'errorText' | 'storeList' | null {
  const probe = bytes.subarray(0, TEXT_PROBE);
  if (probe.length === 0 || probe.some(isControl)) return null;
  const [first = '', ...others] = codec.decode(probe, codec.isUtf8(bytes) ? 'utf-8' : 'shift_jis').split(/[\r\n]+/);
  const rows = others.slice(0, ROWS_LOOKED_AT).filter((row) => row !== '');
  if (rows.length > 0 && !rows.some((row) => DAY.test(row)) && !DAY.test(first) && !OF_PAYMENTS.test(first)) {
    const ofStores = rows.filter((row) => row.includes('店')).length;
    if (/店/.test(first) ? /[,\t]/.test(first) || ofStores * 2 > rows.length : ofStores === rows.length && rows.length > 1) return 'storeList';
  }
  if (bytes.length > TEXT_PROBE || [first, ...rows].some((row) => isRecordTypeByte(row.charCodeAt(0)))) return null;
  return ERROR.test([first, ...rows].join('\n')) ? 'errorText' : null;
}

const isControl = (byte: number): boolean => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
/** As UTF-16 writes an ASCII text. */
const wide = (text: string): Uint8Array => asciiBytes([...text].join('\0'));

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  for (let at = bytes.indexOf(part[0]!); at >= 0; at = bytes.indexOf(part[0]!, at + 1))
    if (part.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}
