/** What becomes of the files that an add-in asked to be opened beside this workbook? */
import { invalidArgument } from '../model/errors';
import { Workbook, type CreatedWorkbook } from '../model/workbook';
import type { OpenedFile } from '../xlsx/open';
import type { ErrorBody } from './protocol';

interface Opened {
  readonly files: readonly OpenedFile[];
  readonly error: ErrorBody | null;
}

/** The .xlsx reader is loaded when the first file comes. */
export async function openedFiles({ created }: Workbook): Promise<Opened> {
  const files: OpenedFile[] = [];
  for (const one of created.filter(({ state }) => state === 'asked')) {
    one.state = 'opened';
    try {
      files.push(await fileOf(one, `Book${created.indexOf(one) + 2}.xlsx`));
    } catch (problem) {
      const { FileNotRead } = await import('../xlsx/open');
      if (!(problem instanceof FileNotRead)) throw problem;
      const { code, message, status } = invalidArgument(problem.message);
      return { files, error: { Code: code, Message: message, Location: 'Workbook.createWorkbook', ActionIndex: -1, HttpStatusCode: status } };
    }
  }
  return { files, error: null };
}

async function fileOf({ base64 }: CreatedWorkbook, name: string): Promise<OpenedFile> {
  if (base64 === null) return { workbook: new Workbook(name), leftOut: [] };
  const { openWorkbook } = await import('../xlsx/open');
  return openWorkbook(
    Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)),
    name,
  );
}
