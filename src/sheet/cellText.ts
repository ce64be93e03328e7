/** Which characters can a cell hold, and how much room does a text take? */

import { visible } from '../words/visible';

const NOT_A_CHARACTER = '\uFFFD';

/** Control and direction characters are drawn (words/visible.ts); what is no character becomes U+FFFD; line ends become LF, tabs stay. */
export function cellText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\t\n]+/g, visible)
    .replace(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, NOT_A_CHARACTER);
}

const NEEDS_CARE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u206f\ud800-\udfff\ufeff\ufff9-\uffff]/;

/** The width in digits of the usual font: kana, kanji and full-width forms take nearly two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += isWide(char.codePointAt(0)!) ? WIDE : 1;
  return width;
}

const WIDE = 1.9;

/** Everything from U+1100 on but half-width katakana; and the signs that Japanese fonts draw wide. */
const isWide = (code: number): boolean => (code >= 0x1100 && !(code >= 0xff61 && code <= 0xffdc)) || WIDE_SIGNS.has(code);
const WIDE_SIGNS = new Set([...'○●△▲□■◇◆※→←↑↓…‥①②③④⑤⑥⑦⑧⑨⑩'].map((char) => char.codePointAt(0)!));

const WIDEST_COLUMN = 32;
const TEXTS_MEASURED = 1000;

/** A column's width for these texts: at least the usual one, at most 32; the first thousand are measured. */
export function widthForTexts(usual: number, texts: readonly string[]): number {
  let width = usual;
  for (const text of texts.slice(0, TEXTS_MEASURED)) width = Math.max(width, Math.ceil(textWidth(text)) + 1);
  return Math.min(WIDEST_COLUMN, width);
}

/** Room that a cell keeps free at its sides, in characters. */
const PADDING = 0.5;

/** How many lines the text takes when it wraps in a column of that width. */
export function wrappedLines(text: string, columnWidth: number): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line) / Math.max(1, columnWidth - PADDING)));
  return lines;
}
