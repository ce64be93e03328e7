/** How is a table of ours read again? Its texts as shown, header first, under the keys of its columns, in whatever language it was written. */
import { headersEn } from './headers.en';
import { headersJa } from './headers.ja';
import type { SheetHeaders } from './words';

/** Texts as shown, header first; no rows at all where there is no such table. */
export type TextRows = readonly (readonly string[])[];

/** An empty table has one blank row in Excel: that is none. */
export function readBack<Key extends string>(rows: TextRows, headersIn: (words: SheetHeaders) => Record<Key, string>): Record<Key, string>[] {
  const [header = [], ...below] = rows;
  const [japanese, english] = [headersIn(headersJa), headersIn(headersEn)];
  const keys = Object.keys(japanese) as Key[];
  const places = keys.map((key) => header.findIndex((text) => text === japanese[key] || text === english[key]));
  return below
    .filter((texts) => texts.some((text) => text !== ''))
    .map((texts) => Object.fromEntries(keys.map((key, index) => [key, texts[places[index]!] ?? ''])) as Record<Key, string>);
}

/** Whether a text is this word of ours, in either language. */
export const isWord = (text: string | undefined, wordIn: (words: SheetHeaders) => string): boolean => text === wordIn(headersJa) || text === wordIn(headersEn);

/** `1,234` */
export const readCount = (text: string): number | null => (/^-?\d{1,3}(?:,\d{3})*$|^-?\d+$/.test(text) ? Number(text.replaceAll(',', '')) : null);
