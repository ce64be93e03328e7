/** Which bytes are the CSV of a template, or which characters does its charset lack? */
import { csvPieces, HEADER, misfitsIn } from '../csv/write';
import { csvTable, type CsvOptions } from '../export/csvTable';
import type { CsvTemplate, CsvTemplateCharset } from '../export/csvTemplate';
import type { Charset } from '../file/layout';
import type { Settlement } from '../settle';

/** Under the name that people know it by. */
const CHARSETS: Record<CsvTemplateCharset, { readonly charset: Charset; readonly name: string }> = {
  cp932: { charset: 'shift_jis', name: 'Shift_JIS' },
  'utf-8': { charset: 'utf-8', name: 'UTF-8' },
};
/** Places that the sentence about characters names. */
const SHOWN = 3;

/** `sentence`: how many characters do not fit, and where the first ones are; nothing was made then. */
export type CsvFile = { readonly pieces: Iterable<Uint8Array> } | { readonly problem: { readonly code: 'misfits'; readonly sentence: string } };

export function csvFile(settlement: Settlement, template: CsvTemplate, options: CsvOptions): CsvFile {
  const { codec, csvWords } = options;
  const table = csvTable(settlement, template, options);
  const { charset, name } = CHARSETS[template.charset];
  const misfits = misfitsIn(table, charset, codec, SHOWN);
  if (misfits === null) return { pieces: csvPieces(table, charset, codec) };
  const first = misfits.first.map(({ row, column, characters }) => ({
    slip: row === HEADER ? null : table.slipOf(row),
    column: table.columnName(column),
    characters,
  }));
  return { problem: { code: 'misfits', sentence: csvWords.misfits({ charset: name, count: misfits.count, first }) } };
}
