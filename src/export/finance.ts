/**
 * The copy for finance: does the money come, and do the totals agree? One workbook without personal data.
 *
 * It is made from what it needs, never from the whole less what is known to be personal: 氏名, 納付義務者番号, 備考, barcodes and 納付書台帳 are never looked at.
 */
import type { Settlement } from '../settle';
import { checksSheet } from '../sheet/checks';
import { dressedFor } from '../sheet/dressed';
import { sourceOf, type WorkbookOptions } from '../sheet/source';
import type { Workbook } from '../sheet/workbook';
import { depositsSheet } from './deposits';
import { financeDetails } from './financeDetails';
import { financeSummarySheet } from './financeSummary';
import { withMaskedFindings, type SlipMask } from './masking';
import type { ExportWords } from './words';

export interface FinanceOptions extends Omit<WorkbookOptions, 'withNames' | 'history'> {
  readonly exportWords: ExportWords;
  readonly mask: SlipMask;
}

const DEPOSITS = 0;
const CHECKS = 2;

/** Throws WorkbookTooLarge where a sheet would need more rows than Excel has. */
export function buildFinanceWorkbook(settlement: Settlement, { exportWords, mask, ...options }: FinanceOptions): Workbook {
  const { finance } = exportWords;
  const told = withMaskedFindings(settlement, { mask, numberLeftOut: finance.numberLeftOut, personal: options.sheetWords.personal });
  const source = sourceOf(told, { ...options, withNames: false });
  const details = financeDetails(source, mask, finance);
  return {
    title: finance.workbookTitle,
    writtenAt: options.runAt,
    sheets: dressedFor(source, [
      depositsSheet(source, finance, exportWords.signatures),
      financeSummarySheet(source, details, finance),
      checksSheet(source),
      details.sheet,
    ]),
    activeSheet: source.verdict.kind === 'mismatch' || source.verdict.kind === 'error' ? CHECKS : DEPOSITS,
  };
}
