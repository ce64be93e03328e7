/** What becomes of the workbook when a fiscal year or files are deleted from it: which files stay, packed anew, and what the report says? */
import type { Original } from '../sheet/records';
import { previewOf, type DeletionPreview } from '../export/deletable';
import { planDeletion, type Deletion } from '../export/deletion';
import { erasedTexts } from '../export/erased';
import { deletionReportSheet } from '../export/deletionReport';
import { exportWordsIn } from '../export/spoken';
import { textTable, type LedgerTable } from '../reconcile/table';
import type { FileToRead, Settlement } from '../settle';
import type { WorkbookOptions } from '../sheet';
import { dressedFor } from '../sheet/dressed';
import { ledgerSheet } from '../sheet/ledger';
import { sourceOf, type DeletedRecords } from '../sheet/source';
import type { Sheet, Workbook } from '../sheet/workbook';
import type { Language } from '../words';
import { lessened } from './earlierFiles';
import { nameKey } from '../sheet/nameKey';
import { freeName } from './fileNames';
import type { DeletionDone, DeletionOrder } from './protocol';

/** null: not what the clerk was shown. */
export function confirmedPlan(settlement: Settlement, files: readonly FileToRead[], { what, shown }: DeletionOrder): Deletion<FileToRead> | null {
  const deletion = planDeletion(settlement, files, what);
  return same(previewOf(settlement, deletion), shown) ? deletion : null;
}

const same = (a: DeletionPreview, b: DeletionPreview): boolean => JSON.stringify(a) === JSON.stringify(b);

export function deletedRecords({ what, files }: Deletion): DeletedRecords {
  return {
    fiscalYear: 'fiscalYear' in what ? what.fiscalYear : null,
    files: files.filter(({ fate }) => fate !== 'kept').map(({ sha256, deleted, fate }) => ({ sha256, details: deleted, isWhole: fate === 'whole' })),
  };
}

/** Of what remains; files that lost records are packed anew. */
export async function remainingOriginals({ files, remainingFiles }: Deletion, originals: ReadonlyMap<string, Original>): Promise<Original[]> {
  const remaining: Original[] = [];
  for (const { sha256, bytes, deletion } of remainingFiles) {
    const original = originals.get(sha256)!;
    const isLessened = files.some((file) => file.sha256 === sha256 && file.fate === 'records');
    remaining.push(isLessened ? await lessened(original, bytes, deletion!) : original);
  }
  return remaining;
}

export interface Deleting {
  readonly before: Settlement;
  readonly after: Settlement;
  readonly deletion: Deletion;
  readonly order: DeletionOrder;
  readonly lang: Language;
}

/** The sheets of the run over what remains, the ledger's without rows if none is left, and the report in front. */
export function withReport(book: Workbook, deleting: Deleting, options: WorkbookOptions): Workbook {
  const { before, after, deletion } = deleting;
  const report = reportSheet(deleting, options);
  const emptied = before.ledger !== null && after.ledger === null ? [ledgerSheet(sourceOf(after, options), withoutRows(before.ledger.table))] : [];
  const sheets = [...book.sheets, ...dressedFor(options, [...emptied, report])];
  const fiscalYear = 'fiscalYear' in deletion.what ? deletion.what.fiscalYear : null;
  return { ...book, sheets, activeSheet: sheets.length - 1, erases: { fiscalYear, texts: erasedTexts(before, after, deletion.what) } };
}

const withoutRows = ({ name, header }: LedgerTable): LedgerTable => textTable(name, [header], true)!;

/** 消去報告書 20281001: one for each deletion, never written again. */
function reportSheet({ before, after, deletion, order, lang }: Deleting, options: WorkbookOptions): Sheet {
  const { by, reason } = order;
  const sheet = deletionReportSheet(before, after, deletion, { ...options, exportWords: exportWordsIn(lang), by, reason });
  const name = reportName(order, lang, options.runAt);
  const number = /（(\d+)）$/.exec(name)?.[1] ?? '1';
  return { ...sheet, name, key: `deletion.${options.runAt.replace(/\D/g, '')}.${number}` };
}

function reportName({ sheetNames }: DeletionOrder, lang: Language, runAt: string): string {
  const day = runAt.slice(0, 10).replace(/\D/g, '');
  return freeName(`${exportWordsIn(lang).deletion.title} ${day}`, new Set(sheetNames.map(nameKey)), nameKey);
}

export function deletionDone({ before, deletion, order, lang }: Deleting, { runAt }: WorkbookOptions): DeletionDone {
  return { ...previewOf(before, deletion), what: deletion.what, reportSheet: reportName(order, lang, runAt) };
}
