/** docs/format.md, "Kinds of file that are not read", rule by rule. */
import { buildFile } from '../../scripts/buildFile';
import { codec } from '../../src/charset';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import { foreignKind, FOREIGN_KINDS, type ForeignKind } from '../../src/file/foreign';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { foreignEn } from '../../src/words/foreign.en';
import { foreignJa } from '../../src/words/foreign.ja';
import { answered, confirmed, day } from '../reconcile/run';
import { dskFile, dskRow } from './dsk';

const kind = (bytes: Uint8Array): ForeignKind | null => foreignKind(bytes, codec);
const sjis = (text: string): Uint8Array => codec.encode(text, 'shift_jis')!;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...list: number[]): Uint8Array => Uint8Array.from(list);
const after = (mark: Uint8Array, text: string): Uint8Array => concatenated([mark, new Uint8Array(600), asciiBytes(text)]);
const wide = (text: string): string => [...text].map((letter) => `${letter}\0`).join('');

describe('EBCDIC', () => {
  const padded = (first: number, length: number, last: number): Uint8Array => {
    const made = new Uint8Array(length).fill(0xf0);
    made[0] = first;
    made[length - 1] = last;
    return made;
  };

  test.each([0xf1, 0xf2, 0xf8, 0xf9])('begins with a record type (%p) and holds no ASCII digit', (first) => {
    expect(kind(padded(first, 120, 0x40))).toBe('ebcdic');
    expect(kind(padded(first, 120, 0x30))).toBeNull();
    expect(kind(padded(first, 120, 0x39))).toBeNull();
  });

  test('is looked for no further than 4,096 bytes', () => {
    expect(kind(padded(0xf1, 4096, 0x30))).toBeNull();
    expect(kind(padded(0xf1, 4097, 0x30))).toBe('ebcdic');
  });

  test.each([0xf0, 0xf3, 0xf7])('does not begin with any other digit (%p)', (first) => {
    expect(kind(padded(first, 120, 0x40))).toBeNull();
  });
});

const OLE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
const PK = bytes(0x50, 0x4b, 0x03, 0x04);

describe('a mark at the start', () => {
  test.each<[ForeignKind, Uint8Array]>([
    ['utf16', bytes(0xff, 0xfe, 0x31, 0x00)],
    ['utf16', bytes(0xfe, 0xff, 0x00, 0x31)],
    ['utf8Mark', bytes(0xef, 0xbb, 0xbf, 0x31)],
    ['zip', PK],
    ['workbook', after(PK, 'xl/workbook.xml')],
    ['document', after(PK, 'word/document.xml')],
    ['lockedWorkbook', after(OLE, wide('EncryptedPackage'))],
    ['oldWorkbook', after(OLE, wide('Workbook'))],
    ['oldWorkbook', after(OLE, wide('Book\0'))],
    ['document', after(OLE, wide('WordDocument'))],
    ['document', asciiBytes('{\\rtf1')],
    ['pdf', asciiBytes('%PDF-1.7 ...')],
    ['archive', bytes(0x1f, 0x8b, 0x08, 0x00)],
    ['archive', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ['archive', asciiBytes('Rar!\x1a\x07')],
    ['image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
    ['image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image', asciiBytes('GIF89a')],
    ['image', asciiBytes('II*\0')],
    ['image', asciiBytes('MM\0*')],
    ['program', asciiBytes('MZ\x90\0\x03')],
    ['html', asciiBytes('<!DOCTYPE html><html>')],
    ['html', concatenated([bytes(0xef, 0xbb, 0xbf), asciiBytes('\r\n <HTML>')])],
    ['html', asciiBytes('<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>')],
  ])('%s', (expected, content) => {
    expect(kind(content)).toBe(expected);
    expect(kind(concatenated([asciiBytes('1'), content]))).toBeNull();
  });

  test('is asked for whole', () => {
    for (const content of [bytes(0xff), bytes(0x1f), asciiBytes('%PDF'), asciiBytes('P'), asciiBytes('MZ200'), asciiBytes('<')])
      expect(kind(content)).toBeNull();
  });
});

describe('a text that names itself', () => {
  test.each<[ForeignKind, Uint8Array]>([
    ['errorText', sjis('ダウンロードに失敗しました。\r\n')],
    ['errorText', utf8('セッションの有効期限切れです。ログインし直してください。')],
    ['errorText', asciiBytes('404 Not Found\n')],
    ['errorText', asciiBytes('{"error":"session expired"}')],
    ['storeList', sjis('本部コード,店舗コード,店舗名,住所\r\n001,000371,見本マート一番町,千代田区\r\n')],
    ['storeList', utf8('"001","000371","見本マート千代田店","開店日","2020/04/01"\n"001","000372","見本マート一番町店","",""\n')],
    ['storeList', sjis(`${'001000371見本マート千代田店'.padEnd(60)}\r\n${'001000372見本マート一番町店'.padEnd(60)}\r\n`)],
  ])('%s: case %#', (expected, content) => {
    expect(kind(content)).toBe(expected);
  });

  test.each([
    ['settlement data', buildFile(day('20270406', confirmed()))],
    ['a CSV of an agent that names its stores', dskFile(dskRow('01'), dskRow('02'))],
    ['a ledger', utf8('年度,納付書番号,納期限,請求金額,収納方法\n2027,1000382,2027-04-30,3000,店頭\n2027,1000383,2027-04-30,3000,店頭\n')],
    ['a line that begins like a record', asciiBytes('1 error\n')],
    ['a text that says nothing of itself', asciiBytes('x\n')],
    ['a long text', asciiBytes(`error ${'x'.repeat(4096)}`)],
    ['nothing', bytes()],
  ])('%s is not taken for one', (_, content) => {
    expect(kind(content)).toBeNull();
  });

  test('no built-in layout’s record is one, whatever its fillers hold', () => {
    for (const { recordLength } of BUILT_IN_LAYOUTS) expect(kind(sjis(`220270405${'店'.repeat(Math.floor((recordLength - 9) / 2))}`))).toBeNull();
  });
});

test('such a file has nothing in the answer but its finding, which says what it is and what to do', () => {
  const { files, findings, complete } = answered({ files: [asciiBytes('PK1234'), day('20270406', confirmed())] });
  expect(files[0]).toMatchObject({ layout: null, lineEnding: null, recordCount: { counted: null, declared: null }, groups: [], unchecked: [] });
  expect(findings.map(({ code, file }) => [code, file])).toEqual([['notASettlementFile', '1.dat']]);
  expect(findings[0]!.message).toBe(`1.dat：${foreignJa.zip}`);
  expect(complete).toBe(false);
});

test.each(FOREIGN_KINDS)('%s is told with what to do, in both languages', (one) => {
  expect(foreignJa[one]).toMatch(/です。.*ください。$|されています。.*ください。$/);
  expect(foreignEn[one]).toMatch(/(choose|Choose|Ask|Download).*\.$/);
});
