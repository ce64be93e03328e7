/** The few words that the writer says or has to know by itself, in the language of the sheet around them. */
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
    if (!taken.has(name.toLowerCase())) return name;
  }
}
