/** Which bytes leave the office? Made of the last run; the worker fetches this with the first export. */
import { chosenSheets } from '../export/chosenSheets';
import { exportFileName } from '../export/fileNames';
import { buildFinanceWorkbook } from '../export/finance';
import { exportedRow } from '../export/historyRows';
import { withRemarks } from '../export/remarks';
import type { ExportWords, Operation } from '../export/words';
import { exportWordsIn } from '../export/spoken';
import { buildWorkbook } from '../sheet';
import { readHistory } from '../sheet/history';
import { spokenIn } from '../sheet/spoken';
import { TABLE_NAMES, type Workbook } from '../sheet/workbook';
import { bookFile } from './bookFile';
import { csvFile } from './csvFile';
import type { Run } from './run';
import type { BookToMake, ExportContent, ExportedFile, ExportProblem, ExportProgress, ExportRequest, FinanceContent } from './exportProtocol';
import { sha256Of } from '../encrypt/sha256';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CSV = 'text/csv';
const OPERATIONS: Record<ExportContent['kind'], Operation> = { book: 'book', finance: 'finance', slips: 'csv', unpaid: 'csv', csv: 'csv' };
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
  const exportWords = exportWordsIn(run.lang);
  const made = await bytesOf(run, request, making);
  if ('problem' in made) return made;
  const { settlement, verdict, words, version } = run.source;
  const fileName = exportFileName(content.kind, settlement.asOf, verdict.kind, exportWords);
  const exported = { operation: OPERATIONS[content.kind], file: fileName, sha256: await sha256Of(made.bytes) };
  const row = exportedRow(settlement, exported, { words, exportWords, runAt: now, version });
  const confirmed = exportWords.operations[exported.operation];
  return { ...made, fileName, type: fileName.endsWith('.csv') ? CSV : XLSX, row: { ...row, operation: exportWords.unconfirmed(confirmed) }, confirmed };
}

async function bytesOf(run: Standing, { content, password }: ExportRequest, { onProgress, signal }: Making): Promise<Made> {
  const exportWords = exportWordsIn(run.lang);
  onProgress({ step: 'make', share: 0 });
  if (content.kind !== 'book' && content.kind !== 'finance') {
    const made = csvFile(run.source.settlement, content.template, { ...run.source, withNames: content.withNames, csvWords: exportWords.csv });
    return 'problem' in made ? made : { bytes: joined([...made.pieces]), ...NOTHING_TOLD };
  }
  const chosen = content.kind === 'finance' ? financeOf(run, content, exportWords) : bookOf(run, content, exportWords);
  if ('problem' in chosen) return chosen;
  const { make, ...told } = chosen;
  const made = await bookFile(make, password, exportWords, {
    onEncrypt: (share) => onProgress({ step: 'encrypt', share: share === 'begins' ? 0 : share }),
    signal,
  });
  return 'problem' in made ? made : { ...made, ...told };
}

type Chosen = ({ readonly make: () => Workbook } & Told) | Problem;

function financeOf({ source }: Standing, { mask }: FinanceContent, exportWords: ExportWords): Chosen {
  const { settlement, ...options } = source;
  return { make: () => buildFinanceWorkbook(settlement, { ...options, exportWords, mask }), ...NOTHING_TOLD };
}

/** The files as they were imported stay behind. */
function bookOf({ source, book }: Standing, content: BookToMake, exportWords: ExportWords): Chosen {
  const { settlement, originals: _originals, ...options } = source;
  const { remarks, history } = content.held;
  const whole = buildWorkbook(settlement, { ...options, withNames: content.withNames, history: readHistory(history) });
  // A deletion leaves sheets that no other run makes.
  const ofDeletion = book.sheets.filter(({ name, hidden }) => hidden !== true && !whole.sheets.some((sheet) => sheet.name === name));
  const remarked = withRemarks({ ...whole, sheets: [...whole.sheets, ...ofDeletion] }, remarks ?? []);
  const { workbook, added } = chosenSheets(remarked.workbook, content, options, exportWords.chosenSheets);
  const listsSlips = workbook.sheets.some(({ table }) => table?.name === TABLE_NAMES.reconciliation);
  if (listsSlips && remarks === null) return { problem: { code: 'noRemarks' } };
  return { make: () => workbook, added, remarksLeft: listsSlips ? remarked.left : 0 };
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
