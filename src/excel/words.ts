/** The few words that the writer says or has to know by itself, in the language of the sheet around them. */
import { nameKey } from '../sheet/nameKey';
import type { Remains } from '../engine/workbookPort';
import { headersJa } from '../sheet/headers.ja';

/** `remarks` is the header of 備考, by which the sheet's language is known. */
export const leftoverTitle = (remarks: string): string =>
  remarks === headersJa.reconciliation.remarks
    ? '次の納付書は今回の一覧にありません（備考を残しています）'
    : 'These slips are no longer in the list (their remarks are kept)';

const isJapanese = (text: string): boolean => /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);

/** `sheet` is the name that the plan gives it, by which the language is known. */
export const writtenAsValues = (sheet: string, columns: readonly string[]): string =>
  isJapanese(sheet)
    ? `注意：${columns.map((column) => `「${column}」`).join('')}は、数式ではなく値です（このExcelが数式を書き換えるため）。`
    : `Note: ${columns.map((column) => `“${column}”`).join(', ')}: values, not formulas (this Excel changes the formulas).`;

const LONGEST_NAME = 31;

/** A sheet with what stood on another one before; null: nobody knows on which. */
export function keptCopy(sheet: string | null, taken: ReadonlySet<string>): string {
  const stem = sheet === null ? '控え_keshikomi' : `${isJapanese(sheet) ? '控え_' : 'Kept_'}${sheet}`;
  for (let place = 1; ; place++) {
    const end = place === 1 ? '' : `_${place}`;
    const name = `${stem.slice(0, LONGEST_NAME - end.length)}${end}`;
    if (!taken.has(nameKey(name))) return name;
  }
}

/** At the end of a 消去報告書; `sheet` is its name. */
export function searchSaid(sheet: string, { sheets, areCommentsSearched, places }: Remains): string {
  const found = places.map(({ place, cells, count }) => ({ place, cells: cells.join(', '), count }));
  if (!isJapanese(sheet)) {
    const what = `Searched when written: values and formulas of ${sheets} sheets, hidden ones too, page headers, names${areCommentsSearched ? ', comments' : ''}. Not searched: ${areCommentsSearched ? '' : 'comments, '}pictures, shapes, pivot caches, other files.`;
    return `${what} ${found.length === 0 ? 'Found: nothing.' : `Found: ${found.map(({ place, cells, count }) => `${place} (${count}${cells === '' ? '' : `: ${cells}`})`).join('; ')}.`}`;
  }
  const what = `書き込んだ後に探した範囲：全シート${sheets}枚（非表示を含む）の値と数式、ページのヘッダーとフッター、名前の定義${areCommentsSearched ? '、コメント' : ''}。探していないもの：${areCommentsSearched ? '' : 'コメント、'}画像、図形、ピボットテーブルの控え、ほかのファイル。`;
  const names: Readonly<Record<string, string>> = { names: '名前の定義', comments: 'コメント' };
  const list = found.map(({ place, cells, count }) => `${names[place] ?? `「${place}」`}${count}か所${cells === '' ? '' : `（${cells}）`}`).join('、');
  return `${what}${found.length === 0 ? '消去した値は見つかりませんでした。' : `消去した値が残っています：${list}。`}`;
}
