/** What does an office keep? Ledgers and lists of receipts with every form of a cell, good and bad, as CSV. */
import { encode } from 'iconv-lite';
import { MadeSlip } from './makeFile';
import { Chance } from './random';

const wide = (text: string): string => text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));

function yearCell(year: string, chance: Chance): string {
  const reiwa = Number(year) - 2018;
  const text = chance.weighted([
    [8, year],
    [1, `R${reiwa}`],
    [1, `令和${reiwa}`],
    [1, `${year}年度`],
    [1, `令和${reiwa}年度`],
    [1, wide(year)],
  ]);
  return text;
}

/** A date YYYYMMDD in one of the forms of the contract. */
function dateCell(date: string, chance: Chance): string {
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6)];
  const [m, d, r] = [Number(month), Number(day), Number(year) - 2018];
  const text = chance.weighted([
    [6, `${year}-${month}-${day}`],
    [1, `${year}/${m}/${d}`],
    [1, `${year}.${m}.${d}`],
    [1, `${year}年${m}月${d}日`],
    [1, date],
    [1, `R${r}.${m}.${d}`],
    [1, `R${r}/${m}/${d}`],
    [1, `令和${r}年${m}月${d}日`],
    [1, wide(`${year}/${m}/${d}`)],
  ]);
  return chance.percent(6) ? `${text} ${chance.pick(['0:00', '00:00', '0:00:00', '00:00:00'])}` : text;
}

function amountCell(amount: number, chance: Chance): string {
  const commas = amount.toLocaleString('en-US');
  return chance.weighted([
    [8, String(amount)],
    [2, commas],
    [1, `${commas}円`],
    [1, `￥${commas}`],
    [1, `¥${amount}`],
    [1, `\\${commas}`],
    [1, `${amount}.00`],
    [1, wide(String(amount))],
  ]);
}

const BAD = [
  '',
  'x',
  '未定',
  '1.00E+16',
  '2027-02-30',
  '2027-13-01',
  '-3000',
  '3,00',
  '30.5',
  '13/4',
  'R0',
  'R0.1.1',
  '令和元',
  '令和元年5月1日',
  'R元.5.1',
  'H31',
  '平成31年4月1日',
  '0',
  '00',
  '12',
  '2027/4/30 1:00',
  '2027-04-30',
  '3000',
  '9',
  '０',
  '2027/04.30',
  '00000000000000000000001',
  '1円',
  '円',
  '¥',
  '１２',
];

const METHODS = [
  '',
  '',
  '窓口',
  '口座振替',
  '金融機関',
  '特別出張所',
  'コンビニ',
  'ｺﾝﾋﾞﾆ収納',
  'ＣＶＳ',
  'cvs',
  '電子マネー',
  'スマホ決済',
  'バーコード',
  'Cvs払',
  'スマート',
];

interface Column {
  readonly name: string;
  readonly cell: (slip: MadeSlip, chance: Chance) => string;
}

const plusDays = (date: string, days: number): string =>
  new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6)) + days)).toISOString().slice(0, 10).replaceAll('-', '');
const dueOf = ({ due }: MadeSlip): string => (due === '999999' ? '20270430' : `20${due}`);
const year: Column = { name: '年度', cell: (slip, chance) => yearCell(slip.year, chance) };
const number: Column = {
  name: '納付書番号',
  cell: (slip, chance) => (chance.percent(5) ? wide(slip.number) : chance.percent(8) ? slip.number.replace(/^0+(?=\d)/, '') : slip.number),
};
const biller: Column = {
  name: '収納機関コード',
  cell: (slip, chance) =>
    chance.weighted([
      [6, slip.biller],
      [2, ''],
      [1, slip.biller.replace(/^0+/, '')],
      [1, `0${slip.biller}`],
    ]),
};
const paidOn = (percent: number): Column => ({
  name: '収納日',
  cell: (slip, chance) => (chance.percent(percent) ? dateCell(plusDays(dueOf(slip), chance.int(-9, 3)), chance) : ''),
});
const paid = (percent: number): Column => ({
  name: '収納額',
  cell: (slip, chance) =>
    chance.percent(percent)
      ? amountCell(
          chance.weighted([
            [6, slip.amount],
            [1, 0],
            [2, Math.floor(slip.amount / 2)],
            [1, slip.amount + 500],
          ]),
          chance,
        )
      : '',
});
const method: Column = { name: '収納方法', cell: (_, chance) => (chance.percent(60) ? chance.pick(METHODS) : '') };

function csv(columns: readonly Column[], slips: readonly MadeSlip[], chance: Chance, faults: number): Buffer {
  const rows = [columns.map(({ name }) => (chance.percent(3) ? ` ${name} ` : name)), ...slips.map((slip) => columns.map(({ cell }) => cell(slip, chance)))];
  for (let left = faults; left > 0; left -= 1) {
    const at = chance.int(1, Math.max(1, rows.length - 1));
    const row = rows[at];
    if (!row) continue;
    const cell = chance.int(0, row.length - 1);
    const change = chance.weighted<() => unknown>([
      [12, () => (row[cell] = chance.pick(BAD))],
      [2, () => row.splice(cell, 0, chance.pick(['', 'x', '000']))],
      [1, () => row.push('')],
      [1, () => row.pop()],
      [1, () => rows.splice(at, 0, ['', ''])],
      [1, () => rows.splice(at, 0, [])],
      [2, () => rows.splice(chance.int(1, rows.length), 0, [...row])],
      [1, () => rows.slice(1).forEach((one) => one.push(''))],
      [1, () => (row[cell] = ` ${row[cell] ?? ''}　`)],
      [1, () => (row[cell] = `a,"b\n`)],
    ]);
    change();
  }
  if (chance.percent(2))
    chance.pick<() => unknown>([
      () => rows.splice(1),
      () => (rows[0]![0] = '年'),
      () => rows[0]!.push(rows[0]![0]!),
      () => rows[0]!.push('x'),
      () => rows.unshift([]),
    ])();
  const quoted = (text: string): string => (/[",\r\n]/.test(text) || chance.percent(5) ? `"${text.replaceAll('"', '""')}"` : text);
  const end = chance.weighted([
    [4, '\r\n'],
    [4, '\n'],
    [1, '\r'],
  ]);
  const whole = rows.map((row) => row.map(quoted).join(',')).join(end) + (chance.percent(80) ? end : '') + (chance.percent(1) ? '"' : '');
  const at = chance.int(0, whole.length - 1);
  const text = faults > 0 && chance.percent(12) ? whole.slice(0, at) + chance.pick([...'",\n 09\\x']) + whole.slice(at + 1) : whole;
  const coded = chance.weighted<() => Buffer>([
    [6, () => Buffer.from(text)],
    [4, () => Buffer.from(`\ufeff${text}`)],
    [3, () => encode(text.replaceAll('¥', '\\'), 'cp932')],
    [0.1, () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
  ]);
  return coded();
}

export function makeLedger(slips: readonly MadeSlip[], chance: Chance, faults: number): Buffer {
  const some = (percent: number, ...columns: Column[]): Column[] => (chance.percent(percent) ? columns : []);
  const plain = (name: string): Column => ({ name, cell: (_, own) => own.pick(['', '延長保育料', '70001', '保育課', 'a,b', 'a"b']) });
  const columns = [
    ...[year, number],
    { name: '納期限', cell: (slip: MadeSlip, own: Chance) => dateCell(dueOf(slip), own) },
    { name: '請求金額', cell: (slip: MadeSlip, own: Chance) => amountCell(own.percent(93) ? slip.amount : own.pick([0, slip.amount + 100, 1000]), own) },
    ...some(80, { name: '再発行区分', cell: (slip: MadeSlip, own: Chance) => (own.percent(85) ? slip.reissue : own.pick(['', '0', '1', '2', '１'])) }),
    ...some(35, biller),
    ...some(40, { name: '発行日', cell: (slip: MadeSlip, own: Chance) => (own.percent(80) ? dateCell(plusDays(dueOf(slip), own.int(-30, 1)), own) : '') }),
    ...some(25, paidOn(chance.pick([5, 15, 40]))),
    ...some(25, paid(chance.pick([5, 15, 40]))),
    ...some(25, method),
    ...['費目', '所管課', '納付義務者番号', '氏名', '備考', '備考'].flatMap((name) => some(25, plain(name))),
  ];
  return csv(chance.percent(50) ? columns : chance.shuffle(columns), slips, chance, faults);
}

export function makeReceipts(slips: readonly MadeSlip[], chance: Chance, faults: number): Buffer {
  const columns = [year, number, paidOn(99), paid(99), ...(chance.percent(35) ? [biller] : []), ...(chance.percent(80) ? [method] : [])];
  return csv(chance.percent(50) ? columns : chance.shuffle(columns), slips, chance, faults);
}
