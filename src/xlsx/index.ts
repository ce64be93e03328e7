/** The workbook as a native .xlsx file, in memory: the library's frame with our rows in it. The same workbook gives the same bytes. */
import { ROW_HEIGHT } from '../sheet/dress';
import { WorkbookTooLarge } from '../sheet/limits';
import { endOfSheet } from '../sheet/page';
import { cellAt } from '../sheet/references';
import { TABLE_HEADER_ROW, type Sheet, type Workbook } from '../sheet/workbook';
import { writeFrame } from './frame';
import { readPackage, textOf, textPart, writePackage, type Part } from './package';
import { sheetRows, writtenCells, type Progress } from './rows';

/** Throws CellTooLong, or WorkbookTooLarge where a sheet would not fit into a zip file. */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const frame = readPackage(await writeFrame(workbook));
  const filling = frame.map((part) => {
    const sheet = sheetOf(workbook, part.path);
    return sheet === undefined ? part : filled(part, sheet);
  });
  const parts = await Promise.allSettled(filling);
  // Of several sheets that cannot be written, the first is named, however long the others take.
  const failed = parts.find((part) => part.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return writePackage(parts.flatMap((part) => (part.status === 'fulfilled' ? [part.value] : [])));
}

function sheetOf({ sheets }: Workbook, path: string): Sheet | undefined {
  const number = /^xl\/worksheets\/sheet(\d+)\.xml$/.exec(path)?.[1];
  return number === undefined ? undefined : sheets[Number(number) - 1];
}

async function filled(part: Part, sheet: Sheet): Promise<Part> {
  const progress: Progress = { rows: 0 };
  const filledPart = await textPart(part.path, sheetXml(sheet, await textOf(part), progress));
  if (filledPart === null) throw new WorkbookTooLarge(sheet.name, sheet.table?.rowCount ?? 0, progress.rows);
  return filledPart;
}

const ROWS = /<sheetData>.*<\/sheetData>|<sheetData\/>/s;
/** Of these, the first that a sheet has comes right after the ignored errors. */
const AFTER_IGNORED_ERRORS = /(?=<drawing |<legacyDrawing |<tableParts |<\/worksheet>)/;

/** The library's XML with our rows, their usual height, and the errors that Excel shall not mark. */
function* sheetXml(sheet: Sheet, frame: string, progress: Progress): Generator<string> {
  const at = ROWS.exec(frame)!;
  yield frame
    .slice(0, at.index)
    .replace(/<dimension [^>]*\/>/, '')
    .replace('defaultRowHeight="15"', `defaultRowHeight="${ROW_HEIGHT}"`);
  yield '<sheetData>';
  yield* sheetRows(sheet, writtenCells(at[0]), progress);
  yield '</sheetData>';
  yield frame.slice(at.index + at[0].length).replace(AFTER_IGNORED_ERRORS, ignoredErrors(sheet));
}

/** Codes are text on purpose, and neighbouring formulas differ on purpose: no green corner on either. */
function ignoredErrors(sheet: Sheet): string {
  const { table, cells } = sheet;
  const range =
    table === null
      ? `A1:${cellAt(Math.max(...cells.map(({ row }) => row)), Math.max(...cells.map(({ column }) => column)))}`
      : `A${TABLE_HEADER_ROW + 1}:${cellAt(endOfSheet(sheet) - 1, table.columns.length - 1)}`;
  return `<ignoredErrors><ignoredError sqref="${range}" numberStoredAsText="1" formula="1" formulaRange="1" calculatedColumn="1"/></ignoredErrors>`;
}
