/** How does a file of the layout `dsk` look? Rows of invented values, as the agent publishes the columns. */
import { codec } from '../../src/charset';
import { withCheckDigit } from '../../src/file/encode';

export interface DskRow {
  readonly paidDate: string;
  readonly paidTime: string;
  readonly fiscalYear: string;
  /** 12 digits. */
  readonly slipNumber: string;
  readonly amount: number;
  readonly amountBeside: string;
  readonly transferDate: string;
  readonly createdDate: string;
  readonly store: string;
}

const HEADING = '種別,収納日,収納時刻,バーコード情報,使用欄1,使用欄2,印紙,金額,本部コード,コンビニ名,店舗コード,振込日,データ作成日';

export function dskRow(kind: string, more: Partial<DskRow> = {}): string {
  const {
    paidDate = '20270405',
    paidTime = '1207',
    fiscalYear = '2027',
    slipNumber = '000001000382',
    amount = 3000,
    amountBeside,
    transferDate = '0',
    createdDate = '20270406',
    store = '000371',
  } = more;
  const barcode = withCheckDigit(`91912345${'13104'}${fiscalYear}${slipNumber}5270430${'0'}${String(amount).padStart(6, '0')}`);
  return [
    kind,
    paidDate,
    paidTime,
    `"EAN${barcode}"`,
    '',
    '',
    '0',
    amountBeside ?? String(amount),
    '003',
    '"見本マート"',
    store,
    transferDate,
    createdDate,
  ].join(',');
}

export function dskFile(...rows: readonly string[]): Uint8Array {
  return codec.encode([HEADING, ...rows].map((row) => `${row}\r\n`).join(''), 'shift_jis')!;
}
