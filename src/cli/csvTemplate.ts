/** Which CSV does the user ask for? The template by name or from a file. */
import { personalColumnsOf } from '../export/csvTable';
import { BUILT_IN_TEMPLATES, readTemplate, type CsvTemplate } from '../export/csvTemplate';
import type { CsvWords } from '../export/words';
import type { TextCodec } from '../file/text';
import type { CsvRequest } from './arguments';
import { EdgeError } from './edgeError';
import { parseJson, readBytes } from './files';

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
