/** Which columns of 消込一覧 tell how a run left each slip? Apart from their reader: the pane asks for them. */
import type { ReconciliationColumn } from './words';

export const STANDING_COLUMNS: readonly ReconciliationColumn[] = [
  'state',
  'flags',
  'fiscalYear',
  'slipNumber',
  'paidAmount',
  'otherAmount',
  'change',
  'biller',
];
