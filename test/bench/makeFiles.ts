/** Which files does the benchmark read? One settlement file of so many data records, and a ledger of half as many slips. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildRecord } from '../../scripts/buildFile';
import { withCheckDigit } from '../../src/file/encode';
import { WARD_LAYOUT } from '../../src/file/layouts';

export const SETTLEMENT = 'settlement.dat';
export const LEDGER = 'ledger.csv';

const FEES = ['延長保育料', '年末保育料', '子ども園預かり保育料', '基本保育料', '幼稚園預かり保育料'];
const LINE = '\r\n';

/** A step that visits every slip once in an order far from the ledger's: prime, so that it shares no factor with the count. */
const STRIDE = 7919;

const amountOf = (slip: number): number => ((slip % 50) + 1) * 1000;
const numberOf = (slip: number): string => String(1_000_000 + slip * 3).padStart(17, '0');

/** Writes both files. Each slip is scanned once and settled once; every third head office blanks the time. */
export function makeFiles(folder: string, dataRecords: number): void {
  const slips = dataRecords / 2;
  const lines = [`\uFEFF年度,納付書番号,再発行区分,納期限,請求金額,費目,所管課,納付義務者番号`];
  for (let slip = 0; slip < slips; slip++) {
    lines.push(`2027,${numberOf(slip)},0,2027-05-05,${amountOf(slip)},${FEES[slip % FEES.length]},保育課,${70000 + slip}`);
  }
  writeFileSync(join(folder, LEDGER), lines.join(LINE) + LINE);
  writeFileSync(join(folder, SETTLEMENT), settlement(slips), 'latin1');
}

function settlement(slips: number): string {
  const ascii = (record: Uint8Array): string => String.fromCharCode(...record);
  const records = [ascii(buildRecord(WARD_LAYOUT, 'header', { createdDate: '20270422', agentCode: '058020', billerCode: '13104', usage: '1' }))];
  let amount = 0;
  for (const kind of ['01', '02']) {
    for (let place = 0; place < slips; place++) {
      const slip = (place * STRIDE) % slips;
      if (kind === '01') amount += amountOf(slip);
      records.push(dataRecord(slip, kind));
    }
  }
  const count = String(slips).padStart(6, '0');
  const yen = String(amount).padStart(12, '0');
  const totals = { preliminaryCount: count, preliminaryAmount: yen, confirmedCount: count, confirmedAmount: yen };
  records.push(ascii(buildRecord(WARD_LAYOUT, 'trailer', totals)));
  records.push(ascii(buildRecord(WARD_LAYOUT, 'end', { recordCount: String(records.length + 1).padStart(8, '0') })));
  return records.join(LINE) + LINE;
}

function dataRecord(slip: number, kind: string): string {
  const day = String((slip % 20) + 1).padStart(2, '0');
  const isBlanked = kind === '02' && slip % 3 === 0;
  const time = isBlanked ? '0000' : `${String(slip % 24).padStart(2, '0')}${String(slip % 60).padStart(2, '0')}`;
  const barcode = withCheckDigit(`91912345${2027}${numberOf(slip)}02705050${String(amountOf(slip)).padStart(6, '0')}`);
  const store = String(slip % 9000).padStart(7, '0');
  const transfer = kind === '02' ? '20270430' : ' '.repeat(8);
  return `2${kind}202704${day}${time}${barcode}${store}${transfer}20270421003711${' '.repeat(32)}`;
}
