/** What is an exported file called? Its kind, the as-of date, and a mark that survives every copy when its totals do not agree. */
import type { Day } from '../file/calendar';
import type { VerdictKind } from '../verdict';
import type { ExportKind, ExportWords } from './words';

const ENDINGS: Record<ExportKind, string> = { book: 'xlsx', finance: 'xlsx', slips: 'csv', csv: 'csv', unpaid: 'csv' };

/** 財務用_20260510_不一致あり.xlsx */
export function exportFileName(kind: ExportKind, asOf: Day, verdict: VerdictKind, { fileNames, mismatch }: ExportWords): string {
  const mark = verdict === 'mismatch' ? `_${mismatch}` : '';
  return `${fileNames[kind]}_${asOf}${mark}.${ENDINGS[kind]}`;
}
