/** 収納データでないファイルの文: what a file is instead, and what to do, in Japanese. */
import type { ForeignKind } from '../file/foreign';

const CHOOSE_ORIGINAL = '収納代行会社から受け取ったファイルをそのまま選んでください。';
const EXTRACT = '展開して、中の収納データを選んでください。';

export const foreignJa: Readonly<Record<ForeignKind, string>> = {
  ebcdic: 'EBCDICのファイルです。収納代行会社にShift_JISでの提供を依頼してください。',
  utf16: `UTF-16の文字のファイルです。${CHOOSE_ORIGINAL}`,
  utf8Mark: `先頭にUTF-8の印（BOM）がある文字のファイル（CSVなど）です。${CHOOSE_ORIGINAL}`,
  workbook: `Excelブック（.xlsx）です。${CHOOSE_ORIGINAL}`,
  lockedWorkbook: `パスワードの付いたExcelブックなどです。${CHOOSE_ORIGINAL}`,
  oldWorkbook: `古い形式のExcelブック（.xls）です。${CHOOSE_ORIGINAL}`,
  document: `WordなどOfficeの文書です。${CHOOSE_ORIGINAL}`,
  zip: `圧縮ファイル（ZIP）です。${EXTRACT}`,
  archive: `圧縮ファイル（gzip、7z、RARなど）です。${EXTRACT}`,
  pdf: `PDFの文書です。${CHOOSE_ORIGINAL}`,
  image: `画像です。${CHOOSE_ORIGINAL}`,
  program: `プログラム（.exe）です。自己解凍形式なら、${EXTRACT}`,
  html: 'Webページ（HTMLやXML）です。ダウンロードに失敗した可能性があります。収納代行会社のサイトから受け取り直してください。',
  errorText: '収納データの代わりに、エラーなどのメッセージが保存されています。収納代行会社のサイトから受け取り直してください。',
  storeList: '収納代行会社の店舗一覧です。収納データのファイルを選んでください。',
};
