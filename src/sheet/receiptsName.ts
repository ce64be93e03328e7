/** By which names is 他の収納 found? Apart from all that reads it: the pane asks at its start. */
import { LEDGER_COLUMNS } from '../reconcile/ledger';

/** Of the table; never changes with the language. */
export const RECEIPTS_TABLE = '他の収納';
export const RECEIPT_NUMBER = LEDGER_COLUMNS.slipNumber;
