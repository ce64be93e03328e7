/** Which checks does every file go through? Each sees the file alone; one more is one more line. */
import { checkBarcodeWarnings } from './barcodeWarnings';
import type { Check } from './check';
import { checkFields } from './fields';
import { checkIgnored } from './ignored';
import { checkOrder } from './order';
import { checkPaidDate } from './paidDate';
import { checkRecordForm } from './recordForm';
import { checkRecordCount, checkTotals } from './totals';

export const CHECKS: readonly Check[] = [
  checkRecordForm,
  checkOrder,
  checkFields,
  checkIgnored,
  checkBarcodeWarnings,
  checkPaidDate,
  checkTotals,
  checkRecordCount,
];
