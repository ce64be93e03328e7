/** What does an agent send? Records written by a layout from the notices of a day, and what goes wrong with them. */
import { Layout, RecordName, checkDigit, isDigits } from '../reference/layout';
import { Chance } from './random';

export interface MadeSlip {
  readonly biller: string;
  readonly year: string;
  readonly number: string;
  readonly reissue: string;
  readonly due: string;
  readonly amount: number;
}
export interface MadeNotice {
  readonly kind: 'preliminary' | 'confirmed' | 'preliminaryCancelled';
  readonly paidDate: string;
  readonly time: string;
  readonly store: string;
  readonly slip: MadeSlip;
  readonly stamp: string;
}
export interface MadeGroup {
  readonly created: string;
  readonly biller: string;
  readonly notices: readonly MadeNotice[];
}

const latin = (bytes: number[]): string => String.fromCharCode(...bytes);
/** ｼﾝｼﾞｭｸ and 新宿 in CP932, and in UTF-8, as bytes. */
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  shift_jis: ['', 'WARD', latin([0xbc, 0xdd, 0xbc]), latin([0x90, 0x56, 0x8f, 0x68])],
  'utf-8': ['', 'WARD', latin([0xe6, 0x96, 0xb0])],
  ascii: ['', 'WARD'],
};

function write(layout: Layout, name: RecordName, values: Readonly<Record<string, string>>, chance: Chance): string {
  return layout.records[name]
    .map(({ name: field, kind, length, value }) => {
      const given = values[field];
      if (kind === 'constant') return value!;
      if (kind === 'text') return chance.pick(TEXTS[layout.charset]!).padEnd(length, ' ').slice(0, length);
      if (given === undefined) {
        if (kind === 'count' || kind === 'yen') return '0'.repeat(length);
        if (kind === 'optionalDate') return chance.pick([' '.repeat(8), '0'.repeat(8), '20270415']);
        return (kind === 'code' ? chance.pick(['A1', '0', '']) : '').padEnd(length, ' ').slice(0, length);
      }
      return isDigits(given) && (kind === 'count' || kind === 'yen') ? given.padStart(length, '0').slice(-length) : given.padEnd(length, ' ').slice(0, length);
    })
    .join('');
}

export function barcodeOf(layout: Layout, { slip, stamp }: MadeNotice): string {
  const values: Readonly<Record<string, string>> = {
    applicationIdentifier: '91',
    billerCode: slip.biller,
    fiscalYear: slip.year,
    slipNumber: slip.number,
    reissueNumber: slip.reissue,
    paymentDueDate: slip.due,
    revenueStamp: stamp,
    amount: String(slip.amount),
  };
  const most = layout.barcode
    .slice(0, -1)
    .map(({ name, length }) => (values[name] ?? '').padStart(length, '0').slice(-length))
    .join('');
  return most + checkDigit(most);
}

export function records(layout: Layout, groups: readonly MadeGroup[], chance: Chance, slipping: number): string[] {
  const list: string[] = [];
  const code = (kind: string): string => Object.entries(layout.noticeKinds).find(([, one]) => one === kind)![0];
  for (const { created, biller, notices } of groups) {
    list.push(write(layout, 'header', { createdDate: created, agentCode: '058020', billerCode: biller, usage: '1' }, chance));
    const totals: Record<string, string> = {};
    for (const kind of ['preliminary', 'confirmed', 'preliminaryCancelled']) {
      const own = notices.filter((notice) => notice.kind === kind);
      totals[`${kind}Count`] = String(own.length + (chance.percent(slipping) ? 1 : 0));
      totals[`${kind}Amount`] = String(own.reduce((sum, { slip }) => sum + (slip.amount % 1_000_000), 0) + (chance.percent(slipping) ? 1 : 0));
    }
    for (const notice of notices) {
      const { kind, paidDate, time, store } = notice;
      list.push(write(layout, 'data', { noticeKind: code(kind), paidDate, paidTime: time, storeCode: store, barcode: barcodeOf(layout, notice) }, chance));
    }
    list.push(write(layout, 'trailer', totals, chance));
  }
  const counted = layout.recordCountIncludes === 'dataRecords' ? list.filter((one) => one.startsWith('2')).length : list.length + 1;
  list.push(write(layout, 'end', { recordCount: String(counted + (chance.percent(slipping) ? 1 : 0)) }, chance));
  return list;
}

const BYTES = [...'0123456789', ' ', 'A', 'z', '-', '\r', '\n', '\x1a', '\x00', '\x81', '\xff', '\xb1', '9', '1', '2', '8'];

/** One fault of a file as a whole or of one record. */
function spoil(list: string[], chance: Chance): void {
  const at = chance.int(0, list.length - 1);
  const text = list[at] ?? '';
  const byte = chance.int(0, Math.max(0, text.length - 1));
  const faults: readonly (readonly [number, () => void])[] = [
    [10, () => void (list[at] = text.slice(0, byte) + chance.pick(BYTES) + text.slice(byte + 1))],
    [4, () => void (list[at] = text.slice(0, byte) + chance.digits(1) + text.slice(byte + 1))],
    [2, () => void (list[at] = text.slice(0, byte) + text.slice(byte + 1))],
    [2, () => void (list[at] = text.slice(0, byte) + chance.pick(BYTES) + text.slice(byte))],
    [2, () => void (list[at] = text.slice(0, byte))],
    [2, () => void (list[at] = chance.pick(['3', '0', 'X', '\x81', '1', '2', '8', '9']) + text.slice(1))],
    [3, () => void list.splice(at, 1)],
    [3, () => void list.splice(at, 0, text)],
    [2, () => void list.splice(chance.int(0, list.length - 1), 0, ...list.splice(at, 1))],
    [1, () => void list.splice(at, 0, '')],
    [1, () => void list.splice(at)],
    [1, () => void list.push(...list.slice(0, at + 1))],
    [2, () => void (list[at] = text.slice(0, byte) + ' '.repeat(Math.min(6, text.length - byte)) + text.slice(byte + 6))],
  ];
  chance.weighted(faults)();
}

export const LINE_ENDS = [
  [5, '\r\n'],
  [2, '\n'],
  [1, '\r'],
  [4, ''],
  [0.5, 'mixed'],
] as const;

/** The records as bytes, one character each; sometimes spoilt. */
export function fileText(list: string[], end: string, chance: Chance, faults: number): string {
  for (let left = faults; left > 0; left -= 1) spoil(list, chance);
  const joined = end === 'mixed' ? list.map((one) => one + chance.pick(['\r\n', '\n', '\r', ''])).join('') : list.map((one) => one + end).join('');
  return joined + (chance.percent(10) ? chance.pick(['\x1a', '\r\n\x1a', '\x1a\x1a\n', '\n']) : '');
}

/** Files of kinds that are not read, and files with nothing in them. */
export function strangeFile(chance: Chance): string {
  return chance.pick([
    '',
    '\x1a',
    '\r\n',
    '\n\n\x1a',
    '\xf1\xc1\xc2@@',
    '\xf2\x40',
    '\xf8abc5',
    '\xf9',
    '\xff\xfe1\x00',
    '\xfe\xff\x001',
    '\xef\xbb\xbf1',
    'PK\x03\x04',
    'hello',
    '1',
    '9',
    '\x00\x00',
    '2'.repeat(120),
    '9'.repeat(240),
    '8'.padEnd(120, ' '),
  ]);
}
