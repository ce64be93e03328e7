/** Which CSV does the user ask for? The template by name or from a file, and the table that it makes of a settlement. */
import { csvPieces, HEADER, misfitsIn } from '../csv/write';
import { csvTable, personalColumnsOf, type SlipTable } from '../export/csvTable';
import { BUILT_IN_TEMPLATES, readTemplate, type CsvTemplate, type CsvTemplateCharset } from '../export/csvTemplate';
import type { CsvWords } from '../export/words';
import type { Charset } from '../file/layout';
import type { TextCodec } from '../file/text';
import type { Settlement } from '../settle';
import type { WorkbookOptions } from '../sheet';
import type { CsvRequest } from './arguments';
import { EdgeError } from './edgeError';
import { parseJson, readBytes } from './files';

const CHARSETS: Record<CsvTemplateCharset, { readonly charset: Charset; readonly name: string }> = {
  cp932: { charset: 'shift_jis', name: 'CP932' },
  'utf-8': { charset: 'utf-8', name: 'UTF-8' },
};
/** Places that the sentence about characters names. */
const SHOWN = 3;

/** Throws an EdgeError for a template that cannot be used. */
export function templateOf({ template: name, charset, states }: CsvRequest, withNames: boolean, codec: TextCodec, csvWords: CsvWords): CsvTemplate {
  const given = name === 'reconciled' || name === 'unpaid' ? BUILT_IN_TEMPLATES[name] : templateIn(name, codec, csvWords);
  const template = { ...given, charset: charset ?? given.charset, states: states ?? given.states };
  const personal = withNames ? [] : personalColumnsOf(template);
  if (personal.length > 0) throw new EdgeError({ code: 'csvPersonal', template: name, columns: personal.map((column) => csvWords.columns[column]) });
  return template;
}

function templateIn(path: string, codec: TextCodec, csvWords: CsvWords): CsvTemplate {
  const json = parseJson(readBytes(path), codec);
  if (json === null) throw new EdgeError({ code: 'templateNotJson', path });
  const read = readTemplate(json.value);
  if ('problem' in read) throw new EdgeError({ code: 'templateRefused', path, sentence: csvWords.templateProblem(read.problem) });
  return read.template;
}

/** The file in pieces; throws an EdgeError before the first where a character does not fit. */
export function csvOutput(settlement: Settlement, template: CsvTemplate, path: string, options: WorkbookOptions, csvWords: CsvWords): Iterable<Uint8Array> {
  const table = csvTable(settlement, template, { ...options, csvWords });
  const { charset, name } = CHARSETS[template.charset];
  const misfits = misfitsIn(table, charset, options.codec, SHOWN);
  if (misfits !== null) {
    const first = misfits.first.map(({ row, column, characters }) => ({ slip: slipAt(table, row), column: table.columnName(column), characters }));
    throw new EdgeError({ code: 'csvMisfits', path, sentence: csvWords.misfits({ charset: name, count: misfits.count, first }) });
  }
  return csvPieces(table, charset, options.codec);
}

const slipAt = (table: SlipTable, row: number): ReturnType<SlipTable['slipOf']> | null => (row === HEADER ? null : table.slipOf(row));
