/** Which invented files show a newcomer every state and flag? */
import { buildFile, type NoticeInput } from './buildFile';

const YEAR = '2026';
const DUE = '20261005';
const LATE_DUE = '20261031';

interface Slip {
  readonly number: string;
  readonly reissue?: number;
  readonly due: string;
  readonly amount: number;
  readonly fee: string;
  readonly section: string;
  readonly payer: string;
  readonly name: string;
}

const EXTENDED = '延長保育料';
const YEAR_END = '年末保育料';
const DAY_NURSERY = '子ども園預かり保育料';
const BASIC = '基本保育料';
const KINDERGARTEN = '幼稚園預かり保育料';
const NURSERY = '保育課';
const SUPPORT = '子育て支援課';

const SLIPS: readonly Slip[] = [
  { number: '1000001', due: DUE, amount: 3000, fee: EXTENDED, section: NURSERY, payer: '70001', name: '見本　一子' },
  { number: '1000002', due: DUE, amount: 4500, fee: EXTENDED, section: NURSERY, payer: '70002', name: '見本　二郎' },
  { number: '1000003', due: LATE_DUE, amount: 12000, fee: BASIC, section: NURSERY, payer: '70003', name: '見本　三代' },
  { number: '1000004', due: LATE_DUE, amount: 53000, fee: BASIC, section: NURSERY, payer: '70004', name: '見本　四朗' },
  { number: '1000005', due: DUE, amount: 1500, fee: DAY_NURSERY, section: SUPPORT, payer: '70005', name: '見本　五月' },
  { number: '1000006', due: DUE, amount: 1500, fee: DAY_NURSERY, section: SUPPORT, payer: '70006', name: '見本　六花' },
  { number: '1000007', due: LATE_DUE, amount: 6000, fee: KINDERGARTEN, section: SUPPORT, payer: '70007', name: '見本　七海' },
  { number: '1000008', reissue: 1, due: LATE_DUE, amount: 6000, fee: KINDERGARTEN, section: SUPPORT, payer: '70008', name: '見本　八重' },
  { number: '1000009', due: LATE_DUE, amount: 9000, fee: YEAR_END, section: NURSERY, payer: '70009', name: '見本　九美' },
  { number: '1000010', due: LATE_DUE, amount: 9000, fee: YEAR_END, section: NURSERY, payer: '70010', name: '見本　十和' },
  { number: '1000011', due: DUE, amount: 4000, fee: EXTENDED, section: NURSERY, payer: '70011', name: '例示　太郎' },
  { number: '1000012', due: LATE_DUE, amount: 4000, fee: EXTENDED, section: NURSERY, payer: '70012', name: '例示　次郎' },
  { number: '1000013', due: LATE_DUE, amount: 300000, fee: BASIC, section: NURSERY, payer: '70013', name: '例示　三郎左衛門之助' },
  { number: '1000014', due: LATE_DUE, amount: 15000, fee: DAY_NURSERY, section: SUPPORT, payer: '70014', name: '例示　四季' },
  { number: '1000015', due: LATE_DUE, amount: 2000, fee: EXTENDED, section: NURSERY, payer: '70015', name: '例示　五郎' },
  { number: '1000016', due: LATE_DUE, amount: 2500, fee: KINDERGARTEN, section: SUPPORT, payer: '70016', name: '例示　六実' },
];

/** Days on which the money of a paid date reaches the office. */
const TRANSFER_DATES: Readonly<Record<string, string>> = { '20261005': '20261016', '20261006': '20261019' };
const CHAINS = ['003711', '003423', '980002'];

/** A notice of a ledger slip; what the slip knows is taken from it. */
function notice(number: string, kind: NoticeInput['kind'], paidDate: string, paidTime: string, more: Partial<NoticeInput> = {}): NoticeInput {
  const slip = SLIPS.find((candidate) => candidate.number === number);
  const money = kind === 'confirmed' ? { transferDate: TRANSFER_DATES[paidDate] ?? '20261021' } : {};
  const chainCode = CHAINS[Number(number) % CHAINS.length]!;
  return {
    kind,
    paidDate,
    paidTime,
    fiscalYear: YEAR,
    slipNumber: number,
    reissueNumber: slip?.reissue ?? 0,
    paymentDueDate: (slip?.due ?? LATE_DUE).slice(2),
    amount: slip?.amount ?? 7000,
    storeCode: String(4210 + (Number(number) % 7)),
    ...more,
    also: { accountingDate: paidDate, chainCode, ...money, ...more.also },
  };
}

const october6: readonly NoticeInput[] = [
  notice('1000001', 'preliminary', '20261005', '0812'),
  notice('1000003', 'preliminary', '20261005', '1930'),
  notice('1000004', 'preliminary', '20261005', '2104'),
  notice('1000008', 'preliminary', '20261005', '1215', { reissueNumber: 0 }),
  notice('1000009', 'preliminary', '20261005', '0930'),
  notice('1000012', 'preliminary', '20261005', '1801'),
  notice('1000012', 'preliminaryCancelled', '20261005', '1801'),
];

const october7: readonly NoticeInput[] = [
  notice('1000001', 'confirmed', '20261005', '0812'),
  notice('1000003', 'confirmed', '20261005', '0000'),
  notice('1000008', 'confirmed', '20261005', '1215', { reissueNumber: 0 }),
  notice('1000009', 'confirmed', '20261005', '0930'),
  notice('1000002', 'preliminary', '20261006', '0745'),
  notice('1000005', 'preliminary', '20261006', '1110', { amount: 1800 }),
  notice('1000009', 'preliminary', '20261006', '2015', { storeCode: '4299' }),
  notice('1000010', 'preliminary', '20261006', '2016', { reissueNumber: 1 }),
];

const october8: readonly NoticeInput[] = [
  notice('1000002', 'confirmed', '20261006', '0745'),
  notice('1000005', 'confirmed', '20261006', '1110', { amount: 1800 }),
  notice('1000009', 'confirmed', '20261006', '2015', { storeCode: '4299' }),
  notice('1000010', 'confirmed', '20261006', '2016', { reissueNumber: 1 }),
  notice('1000013', 'confirmed', '20261006', '1405'),
  notice('1000014', 'preliminary', '20261007', '0905'),
  notice('1000014', 'preliminary', '20261007', '0907'),
  notice('1000015', 'preliminaryCancelled', '20261007', '1120'),
  notice('9000001', 'confirmed', '20261006', '1530'),
];

const october9: readonly NoticeInput[] = [
  notice('1000004', 'confirmed', '20261005', '2104'),
  notice('1000007', 'preliminary', '20261008', '1700'),
  notice('1000016', 'confirmed', '20261008', '1010', { also: { paidDate: '20261032', transferDate: '20261019', accountingDate: '20261008' } }),
];

const confirmedOn9 = october9.filter(({ kind }) => kind === 'confirmed').reduce((sum, { amount }) => sum + amount, 0);

const day = (createdDate: string, notices: readonly NoticeInput[], trailer: Readonly<Record<string, string>> = {}): Uint8Array =>
  buildFile({ groups: [{ createdDate, notices, trailer }] });

function ledger(): string {
  const header = '年度,納付書番号,再発行区分,納期限,請求金額,費目,所管課,納付義務者番号,氏名';
  const rows = SLIPS.map(({ number, reissue = 0, due, amount, fee, section, payer, name }) =>
    [YEAR, number.padStart(17, '0'), reissue, `${due.slice(0, 4)}-${due.slice(4, 6)}-${due.slice(6)}`, amount, fee, section, payer, name].join(','),
  );
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
}

/** The sample files by name. Three days that agree; a fourth whose trailer declares one yen more and one of whose notices says 32 October. */
export const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  '20261006.dat': day('20261006', october6),
  '20261007.dat': day('20261007', october7),
  '20261008.dat': day('20261008', october8),
  'trouble-20261009.dat': day('20261009', october9, { confirmedAmount: String(confirmedOn9 + 1).padStart(12, '0') }),
  'ledger.csv': new TextEncoder().encode(ledger()),
};
