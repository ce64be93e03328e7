/** Is there something odd about a barcode that is read? Revenue stamp, amount above the limit, amount of nothing. */
import { AMOUNT_LIMIT } from '../file/barcode';
import { isDigitByte, shown } from '../file/bytes';
import { barcodePart } from '../file/layout';
import type { Notices } from '../file/notices';
import type { SettlementFile } from '../file/settlementFile';
import { finding, type Report } from './finding';

const NO_STAMP = '0';

/** Notices `from` to `to` (exclusive) are those of the file. */
export function checkBarcodeWarnings(file: SettlementFile, notices: Notices, from: number, to: number, report: Report): void {
  const { bytes, layout } = file;
  const stamp = barcodePart(layout, 'revenueStamp');
  const amountField = layout.amount.name;
  for (let notice = from; notice < to; notice++) {
    const record = notices.record[notice]!;
    const amount = notices.barcodes.amount[notices.barcode[notice]!]!;
    if (amount > AMOUNT_LIMIT) {
      report(finding('amountLimit', { file: file.name, record: record + 1, field: amountField, expected: AMOUNT_LIMIT, actual: amount }, {}));
    } else if (amount === 0) {
      report(finding('zeroAmount', { file: file.name, record: record + 1, field: amountField, actual: amount }, {}));
    }
    if (stamp === null) continue;
    const at = file.cut.starts[record]! + stamp.offset;
    if (!isDigitByte(bytes[at]!) || shown(bytes, at, stamp.length) === NO_STAMP) continue;
    report(finding('revenueStamp', { file: file.name, record: record + 1, field: stamp.name, expected: NO_STAMP, actual: shown(bytes, at, stamp.length) }, {}));
  }
}
