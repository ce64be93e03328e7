/** Where on the sheets does a thing of the pane stand? */
import { TABLE_NAMES, type TableName } from '../sheet/workbook';
import type { FindingView, SlipRow } from '../engine/protocol';
import type { SheetPlan, WorkbookPlan } from '../sheet/plan';

/** A sheet and the texts that its row has, by header. */
export interface Place {
  readonly sheet: string;
  readonly row: Readonly<Record<string, string | number>> | null;
}

export const sheetOf = (plan: WorkbookPlan, table: TableName): SheetPlan | undefined => plan.sheets.find((sheet) => sheet.table?.name === table);

export function headerOf(plan: WorkbookPlan, table: TableName, key: string): string | undefined {
  return sheetOf(plan, table)?.table?.columns.find((column) => column.key === key)?.header;
}

function placeIn(plan: WorkbookPlan, table: TableName, texts: Readonly<Record<string, string | number | null>>): Place | null {
  const sheet = sheetOf(plan, table);
  if (sheet === undefined) return null;
  const row: Record<string, string | number> = {};
  for (const [key, text] of Object.entries(texts)) {
    const header = headerOf(plan, table, key);
    if (header !== undefined && text !== null) row[header] = text;
  }
  return { sheet: sheet.name, row };
}

export const slipPlace = (plan: WorkbookPlan, { fiscalYear, slipNumber, billerCode }: SlipRow): Place | null =>
  placeIn(plan, TABLE_NAMES.reconciliation, { fiscalYear, slipNumber, biller: billerCode });

export const findingPlace = (plan: WorkbookPlan, { file, record, code, title }: FindingView): Place | null =>
  placeIn(plan, TABLE_NAMES.checks, { file, record, code, subject: title });
