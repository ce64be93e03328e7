/** The sheets, in their order: a settlement in, the workbook that its reader will see out. Pure. */
import type { Settlement } from '../settle';
import { checksSheet } from './checks';
import { detailsSheet } from './details';
import { dressedFor } from './dressed';
import { historySheet } from './history';
import { columnsLeftOut, ledgerSheet } from './ledger';
import { originalsSheet } from './originals';
import { reconciliationSheet } from './reconciliation';
import { sourceOf, type WorkbookOptions } from './source';
import { summarySheet } from './summary';
import type { Workbook } from './workbook';

export type { HistoryRow, Original } from './records';
export type { Earlier, WorkbookOptions } from './source';
export { CellTooLong, WorkbookTooLarge } from './limits';

const RECONCILIATION = 0;
const CHECKS = 2;

/** Throws WorkbookTooLarge where a sheet would need more rows than Excel has. */
export function buildWorkbook(settlement: Settlement, options: WorkbookOptions): Workbook {
  const source = sourceOf(settlement, options);
  const { ledger } = settlement;
  return {
    title: options.sheetWords.workbookTitle,
    writtenAt: options.runAt,
    sheets: dressedFor(source, [
      reconciliationSheet(source),
      detailsSheet(source),
      checksSheet(source),
      summarySheet(source),
      historySheet(source),
      ...(ledger === null ? [] : [ledgerSheet(source, ledger.table)]),
      ...(options.originals === undefined ? [] : [originalsSheet(source, options.originals)]),
    ]),
    activeSheet: source.verdict.kind === 'mismatch' || source.verdict.kind === 'error' ? CHECKS : RECONCILIATION,
    outcome: {
      verdict: options.words.verdicts[source.verdict.kind],
      ledger:
        ledger === null
          ? null
          : { name: ledger.table.name, slips: ledger.count, sha256: source.ledgerSha256 ?? null, leftOut: columnsLeftOut(source, ledger.table) },
    },
  };
}
