/** Which files does a run write? All of them, or none: they are complete under other names before the first gets its own. */
import { basename, resolve } from 'node:path';
import { csvFile } from '../engine/csvFile';
import { buildFinanceWorkbook } from '../export/finance';
import type { CsvTemplate } from '../export/csvTemplate';
import { exportedRow } from '../export/historyRows';
import type { ExportWords, Operation } from '../export/words';
import type { TextCodec } from '../file/text';
import type { Settlement } from '../settle';
import { buildWorkbook, type HistoryRow } from '../sheet';
import type { Workbook } from '../sheet/workbook';
import type { SheetWords } from '../sheet/words';
import { VERSION } from '../version';
import type { Words } from '../words';
import type { Request } from './arguments';
import { EdgeError } from './edgeError';
import { assertWritable, discard, isSameFile, replaceFiles, stageFile, type StagedFile } from './files';

export interface OutputWords {
  readonly words: Words;
  readonly sheetWords: SheetWords;
  readonly exportWords: ExportWords;
}

export interface Run {
  readonly request: Request;
  /** null: no CSV is asked for. */
  readonly template: CsvTemplate | null;
  /** null: workbooks stay open to everybody. */
  readonly password: string | null;
  readonly onEncrypt: (path: string) => void;
  readonly outputWords: OutputWords;
  readonly codec: TextCodec;
  readonly runAt: string;
}

type Asked = readonly [option: string, path: string];

/** In the order in which they are made. */
function pathsOf({ csv, finance, out }: Request): readonly Asked[] {
  const asked = [['--csv', csv?.path ?? null] as const, ['--finance', finance] as const, ['--out', out] as const];
  return asked.flatMap(([option, path]): Asked[] => (path === null ? [] : [[option, path]]));
}

/** Throws an EdgeError where a file could not be written, or would replace one that is read or another of the run, before any work is done. */
export function assertOutputs(request: Request, inputs: readonly string[]): void {
  const paths = pathsOf(request);
  for (const [index, [option, path]] of paths.entries()) {
    if (inputs.some((input) => isSameFile(input, path))) throw new EdgeError({ code: 'usage', reason: 'outIsInput', value: path, option });
    const other = paths.slice(0, index).find(([, earlier]) => resolve(earlier) === resolve(path) || isSameFile(earlier, path));
    if (other !== undefined) throw new EdgeError({ code: 'usage', reason: 'outTwice', value: path, option, other: other[0] });
    assertWritable(path);
  }
}

/** Writes what the request asks for; answers the paths. */
export async function writeOutputs(settlement: Settlement, { request, template, password, onEncrypt, outputWords, codec, runAt }: Run): Promise<string[]> {
  const staged: StagedFile[] = [];
  const { csv, finance, out, withNames, keptColumns } = request;
  const options = { ...outputWords, colours: request.dress.colours, codec, runAt, version: VERSION };
  const stageBook = async (path: string, make: () => Workbook): Promise<StagedFile> => {
    // A run that writes no workbook does not wait for the library that makes them.
    const { bookFile } = await import('../engine/bookFile');
    const made = await bookFile(make, password, options.exportWords, {
      onEncrypt: (share) => {
        if (share === 'begins') onEncrypt(path);
      },
    });
    if ('problem' in made) throw new EdgeError(made.problem);
    return stageFile(path, [made.bytes]);
  };
  const exports: HistoryRow[] = [];
  const written = (operation: Operation, file: StagedFile): void => {
    staged.push(file);
    exports.push(exportedRow(settlement, { operation, file: basename(file.path), sha256: file.sha256 }, options));
  };
  try {
    if (csv !== null) {
      const made = csvFile(settlement, template!, { ...options, withNames, csvWords: options.exportWords.csv });
      if ('problem' in made) throw new EdgeError({ code: 'csvMisfits', path: csv.path, sentence: made.problem.sentence });
      written('csv', stageFile(csv.path, made.pieces));
    }
    if (finance !== null) written('finance', await stageBook(finance, () => buildFinanceWorkbook(settlement, { ...options, mask: request.financeSlips })));
    if (out !== null) staged.push(await stageBook(out, () => buildWorkbook(settlement, { ...options, withNames, keptColumns, exports })));
  } catch (error) {
    discard(staged);
    throw error;
  }
  replaceFiles(staged);
  return pathsOf(request).map(([, path]) => path);
}
