/** Is everything there that 未納 rests on, as far as files, ledger and receipts can tell? A missing day they cannot: docs/format.md, "The slip". */
import { STANDING } from '../file/grammar';
import { fieldNamed } from '../file/layout';
import type { SettlementFile } from '../file/settlementFile';
import type { Finding } from './finding';
import type { Unchecked } from './totals';

/** A file of the run; `settlement` is null for the kinds that are not read. */
export interface JudgedFile {
  readonly settlement: SettlementFile | null;
  readonly unchecked: readonly Unchecked[];
}

const INCOMPLETE_CODES: ReadonlySet<Finding['code']> = new Set([
  'emptyFile',
  'recordOrder',
  'totalMismatch',
  'recordCountMismatch',
  'ledgerRounded',
  'ledgerUnrelated',
  'receiptRow',
] as const);

function saysIncomplete(finding: Finding): boolean {
  if (finding.code === 'ledgerRow') return !finding.detail.rowUsed;
  if (finding.code === 'fieldValue') return finding.detail.record === 'header';
  return INCOMPLETE_CODES.has(finding.code);
}

export function isComplete(files: readonly JudgedFile[], holdsNotices: boolean, findings: readonly Finding[]): boolean {
  return files.length > 0 && files.every(isWhole) && !holdsNotices && !findings.some(saysIncomplete);
}

function isWhole({ settlement, unchecked }: JudgedFile): boolean {
  if (settlement === null || settlement.deletion?.agreed === false) return false;
  const { standings } = settlement.grammar;
  if (standings.includes(STANDING.wrongLength) || standings.includes(STANDING.unknownType)) return false;
  if (unchecked.some(({ reason }) => reason === 'trailerMissing' || reason === 'notDigits')) return false;
  return fieldNamed(settlement.layout, 'end', 'recordCount') === null || settlement.declaredRecordCount !== null;
}
