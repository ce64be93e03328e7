/** Which bytes leave the office? Made of the last run; the worker fetches this with the first export. */
import { codec } from '../charset';
import { csvPieces, HEADER, misfitsIn } from '../csv/write';
import { encryptWorkbook } from '../encrypt';
import { chosenSheets } from '../export/chosenSheets';
import { csvTable } from '../export/csvTable';
import { exportFileName } from '../export/fileNames';
import { buildFinanceWorkbook } from '../export/finance';
import { exportedRow } from '../export/historyRows';
import { withRemarks } from '../export/remarks';
import type { ExportWords, Operation } from '../export/words';
import { exportEn } from '../export/words.en';
import { exportJa } from '../export/words.ja';
import type { Charset } from '../file/layout';
import { buildWorkbook, CellTooLong, WorkbookTooLarge } from '../sheet';
import { readHistory } from '../sheet/history';
import type { Source } from '../sheet/source';
import { spokenIn } from '../sheet/spoken';
import { TABLE_NAMES, type Workbook } from '../sheet/workbook';
import { writeWorkbook } from '../xlsx';
import type { Language } from '../words';
import type { Run } from './run';
import type { BookToMake, CsvContent, ExportContent, ExportedFile, ExportProblem, ExportProgress, ExportRequest, FinanceContent } from './exportProtocol';
import { sha256Of } from '../encrypt/sha256';

const EXPORT_WORDS: Record<Language, ExportWords> = { ja: exportJa, en: exportEn };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';
const OPERATIONS: Record<ExportContent['kind'], Operation> = { book: 'book', finance: 'finance', slips: 'csv', unpaid: 'csv', csv: 'csv' };
const CHARSETS: Record<'cp932' | 'utf-8', { readonly charset: Charset; readonly name: string }> = {
  cp932: { charset: 'shift_jis', name: 'Shift_JIS' },
  'utf-8': { charset: 'utf-8', name: 'UTF-8' },
};
/** Places that the sentence about characters names. */
const SHOWN = 3;

export interface Making {
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/** What stands in the workbook. */
export type Standing = Pick<Run, 'lang' | 'source' | 'book'>;

interface Problem {
  readonly problem: ExportProblem;
}
type Told = Pick<ExportedFile, 'added' | 'remarksLeft'>;
type Made = ({ readonly bytes: Uint8Array } & Told) | Problem;
const NOTHING_TOLD: Told = { added: [], remarksLeft: 0 };

/** Dressed as the clerk wants it now, whatever the last run was. */
export async function makeExport(standing: Standing, request: ExportRequest, making: Making): Promise<ExportedFile | Problem> {
  const { content, dress, now } = request;
  const run: Standing = { ...standing, source: { ...standing.source, ...spokenIn(standing.lang, dress.dates), colours: dress.colours } };
  const exportWords = EXPORT_WORDS[run.lang];
  const made = await bytesOf(run, request, making);
  if ('problem' in made) return made;
  const { settlement, verdict, words, version } = run.source;
  const fileName = exportFileName(content.kind, settlement.asOf, verdict.kind, exportWords);
  const exported = { operation: OPERATIONS[content.kind], file: fileName, sha256: await sha256Of(made.bytes) };
  const row = exportedRow(settlement, exported, { words, exportWords, runAt: now, version });
  return { ...made, fileName, type: fileName.endsWith('.csv') ? CSV : XLSX, row };
}

async function bytesOf(run: Standing, { content, password }: ExportRequest, making: Making): Promise<Made> {
  const { onProgress, signal } = making;
  const exportWords = EXPORT_WORDS[run.lang];
  onProgress({ step: 'make', share: 0 });
  if (content.kind !== 'book' && content.kind !== 'finance') return csvOf(run.source, content, exportWords);
  try {
    const made = bookOf(run, content, exportWords);
    if ('problem' in made) return made;
    const { workbook, ...told } = made;
    const bytes = await writeWorkbook(workbook);
    signal.throwIfAborted();
    if (password === null) return { bytes, ...told };
    const encrypted = await encryptWorkbook(bytes, password, { onProgress: (share) => onProgress({ step: 'encrypt', share }), signal });
    return { bytes: encrypted, ...told };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

/** The files as they were imported stay behind. */
function bookOf({ source, book }: Standing, content: BookToMake | FinanceContent, exportWords: ExportWords): BookMade | Problem {
  const { settlement, originals: _originals, ...options } = source;
  if (content.kind === 'finance') {
    return { workbook: buildFinanceWorkbook(settlement, { ...options, exportWords, mask: content.mask }), ...NOTHING_TOLD };
  }
  const { remarks, history } = content.held;
  const whole = buildWorkbook(settlement, { ...options, withNames: content.withNames, history: readHistory(history) });
  // A deletion leaves sheets that no other run makes.
  const ofDeletion = book.sheets.filter(({ name, hidden }) => hidden !== true && !whole.sheets.some((sheet) => sheet.name === name));
  const remarked = withRemarks({ ...whole, sheets: [...whole.sheets, ...ofDeletion] }, remarks ?? []);
  const { workbook, added } = chosenSheets(remarked.workbook, content, options, exportWords.chosenSheets);
  const listsSlips = workbook.sheets.some(({ table }) => table?.name === TABLE_NAMES.reconciliation);
  if (listsSlips && remarks === null) return { problem: { code: 'noRemarks' } };
  return { workbook, added, remarksLeft: listsSlips ? remarked.left : 0 };
}
type BookMade = { readonly workbook: Workbook } & Told;

function csvOf(source: Source, content: CsvContent, { csv: csvWords }: ExportWords): Made {
  const table = csvTable(source.settlement, content.template, { ...source, withNames: content.withNames, csvWords });
  const { charset, name } = CHARSETS[content.template.charset];
  const misfits = misfitsIn(table, charset, codec, SHOWN);
  if (misfits !== null) {
    const first = misfits.first.map(({ row, column, characters }) => ({
      slip: row === HEADER ? null : table.slipOf(row),
      column: table.columnName(column),
      characters,
    }));
    return { problem: { code: 'misfits', sentence: csvWords.misfits({ charset: name, count: misfits.count, first }) } };
  }
  return { bytes: joined([...csvPieces(table, charset, codec)]), ...NOTHING_TOLD };
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function problemOf(error: unknown): ExportProblem {
  if (error instanceof WorkbookTooLarge) return { code: 'tooLarge', sheet: error.sheet };
  if (error instanceof CellTooLong) return { code: 'cellTooLong', sheet: error.sheet, row: error.row, column: error.column };
  throw error;
}
