/** Is there something odd about a barcode that is read? Revenue stamp, amount above the limit, amount of nothing. */
import { AMOUNT_LIMIT } from '../file/barcode';
import { shown } from '../file/bytes';
import { barcodePart } from '../file/layout';
import type { Check } from './check';
import { finding } from './finding';

const NO_STAMP = '0';

export const checkBarcodeWarnings: Check = ({ file, notices, from, to }, report) => {
  const { amount, revenueStamp } = notices.barcodes;
  const isOdd = amount.map((yen, id) => yen > AMOUNT_LIMIT || yen === 0 || revenueStamp[id]! > 0);
  if (!isOdd.includes(true)) return;
  const field = file.layout.amount.name;
  for (let notice = from; notice < to; notice++) {
    const id = notices.barcode[notice]!;
    if (!isOdd[id]) continue;
    const place = { file: file.name, record: notices.record[notice]! + 1 };
    const yen = amount[id]!;
    if (yen > AMOUNT_LIMIT) report(finding('amountLimit', { ...place, field, expected: AMOUNT_LIMIT, actual: yen }, {}));
    if (yen === 0) report(finding('zeroAmount', { ...place, field, actual: yen }, {}));
    if (revenueStamp[id]! > 0) {
      const stamp = barcodePart(file.layout, 'revenueStamp')!;
      const actual = shown(file.bytes, file.cut.starts[notices.record[notice]!]! + stamp.offset, stamp.length);
      report(finding('revenueStamp', { ...place, field: stamp.name, expected: NO_STAMP, actual }, {}));
    }
  }
};
