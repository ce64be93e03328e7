/** Which files does a run write? All of them, or none: they are complete under other names before the first gets its own. */
import { resolve } from 'node:path';
import { buildFinanceWorkbook } from '../export/finance';
import type { ExportWords } from '../export/words';
import type { TextCodec } from '../file/text';
import type { Settlement } from '../settle';
import { buildWorkbook, CellTooLong, WorkbookTooLarge } from '../sheet';
import type { Workbook } from '../sheet/workbook';
import type { SheetWords } from '../sheet/words';
import { VERSION } from '../version';
import type { Words } from '../words';
import { writeWorkbook } from '../xlsx';
import type { Request } from './arguments';
import { EdgeError } from './edgeError';
import { assertWritable, discard, isSameFile, replaceFiles, stageFile, type StagedFile } from './files';

export interface OutputWords {
  readonly words: Words;
  readonly sheetWords: SheetWords;
  readonly exportWords: ExportWords;
}

const pathsOf = ({ out, finance }: Request): readonly (readonly [option: string, path: string])[] =>
  (
    [
      ['--out', out],
      ['--finance', finance],
    ] as const
  ).flatMap(([option, path]) => (path === null ? [] : [[option, path] as const]));

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
export async function writeOutputs(request: Request, settlement: Settlement, outputWords: OutputWords, codec: TextCodec, runAt: string): Promise<string[]> {
  const staged: StagedFile[] = [];
  const options = { ...outputWords, codec, runAt, version: VERSION };
  try {
    const stageBook = async (path: string, workbook: Workbook): Promise<void> => {
      staged.push(stageFile(path, [await writeWorkbook(workbook)]));
    };
    if (request.finance !== null) await stageBook(request.finance, buildFinanceWorkbook(settlement, { ...options, mask: request.financeSlips }));
    if (request.out !== null) await stageBook(request.out, buildWorkbook(settlement, { ...options, withNames: request.withNames }));
  } catch (error) {
    discard(staged);
    throw asEdgeError(error);
  }
  replaceFiles(staged);
  return pathsOf(request).map(([, path]) => path);
}

function asEdgeError(error: unknown): unknown {
  if (error instanceof WorkbookTooLarge) return new EdgeError({ code: 'workbookTooLarge', sheet: error.sheet, rows: error.rows, limit: error.limit });
  if (!(error instanceof CellTooLong)) return error;
  const { sheet, row, column, characters, limit } = error;
  return new EdgeError({ code: 'cellTooLong', sheet, row, column, characters, limit });
}
