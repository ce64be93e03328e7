/** What happened at the tills? Slips, their payments, the agent's daily files in a true layout, and the office's ledger. */
import { buildRecord, type Contents } from '../../scripts/buildFile';
import { asciiBytes } from '../../src/file/bytes';
import { dayNumber, type Day } from '../../src/file/calendar';
import { concatenated, withCheckDigit } from '../../src/file/encode';
import { TRAILER_ITEMS, type NoticeKind } from '../../src/file/layout';
import { Chance } from './chance';
import { trueLayout, type TrueLayout } from './trueLayout';

export interface World {
  readonly truth: TrueLayout;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly ledgerCsv: string;
}

interface Slip {
  readonly biller: string;
  readonly year: string;
  readonly number: string;
  readonly reissue: number;
  readonly due: Day;
  readonly amount: number;
}

interface Notice {
  readonly slip: Slip;
  readonly kind: NoticeKind;
  readonly paid: Day;
  readonly time: string;
  readonly store: string;
  readonly chain: string;
  /** Index of the day on which the file is made. */
  readonly made: number;
  readonly reissue: number;
  readonly due: Day;
}

/** Sizes of a world; small ones are the hard ones. */
export interface Size {
  readonly slips: number;
  readonly days: number;
}

const FIRST_DAY = 20270401;
const LATER = 10;

/** The day so many days after another (of the years that are used here). */
function plus(day: Day, days: number): Day {
  let [year, month, date] = [Math.trunc(day / 10000), Math.trunc(day / 100) % 100, (day % 100) + days];
  const lengthOf = (): number =>
    dayNumber(month === 12 ? (year + 1) * 10000 + 101 : year * 10000 + (month + 1) * 100 + 1) - dayNumber(year * 10000 + month * 100 + 1);
  while (date > lengthOf()) {
    date -= lengthOf();
    if (++month > 12) [year, month] = [year + 1, 1];
  }
  return year * 10000 + month * 100 + date;
}

const AMOUNTS = [1500, 3000, 4000, 6000, 12000, 15000, 24500, 53000];

export function world(seed: number, given?: Size): World {
  const chance = new Chance(seed);
  const truth = trueLayout(chance, seed);
  const size = given ?? { slips: chance.int(25, 160), days: chance.int(4, 14) };
  const { layout } = truth;
  const part = (name: string): number => layout.barcodeField.parts.find((field) => field.name === name)?.length ?? 0;
  const header = (name: string): number => layout.placed.header.find((field) => field.name === name)?.length ?? 0;
  const agent = chance.digits(header('agentCode'));
  const billers = Array.from({ length: chance.is(0.2) ? 2 : 1 }, () => `1${chance.digits(header('billerCode') - 1)}`);
  const maker = `9${chance.digits(5)}`;
  const years = chance.is(0.3) ? ['2026', '2027'] : ['2027'];
  const base = chance.of([0, 1_000_000, 38_000_000]);
  const isRandom = chance.is(0.25);
  const wild = chance.is(0.3);
  const slips: Slip[] = [];
  const numbers = new Set<string>();
  while (slips.length < size.slips) {
    const width = part('slipNumber');
    const number = isRandom ? `1${chance.digits(width - 1)}` : String((base + chance.int(1, size.slips * 6)) % 10 ** Math.min(width, 15)).padStart(width, '0');
    if (numbers.has(number)) continue;
    numbers.add(number);
    slips.push({
      biller: chance.of(billers),
      year: chance.of(years),
      number,
      reissue: chance.is(0.08) ? 1 : 0,
      due: chance.is(0.04) ? 0 : plus(20270415, chance.of([0, 10, 15, 20])),
      amount: wild ? chance.int(100, 290000) : chance.of(AMOUNTS),
    });
  }
  const notices = slips.flatMap((slip) => lifeOf(slip, chance, size.days, truth));
  const days = Array.from({ length: size.days }, (_, day) => plus(FIRST_DAY, day));
  const groups = days.map((created, made) =>
    billers.map((biller) => ({ created, biller, notices: chance.shuffled(notices.filter((notice) => notice.made === made && notice.slip.biller === biller)) })),
  );
  const context: Context = { truth, chance, agent, maker, usage: chance.of(['1', '2', 'A']) };
  const lineEnd = asciiBytes(chance.of(['\r\n', '\r\n', '\n', '']));
  const isOne = chance.is(0.15);
  const contents = isOne ? [groups.flat()] : groups;
  const files = contents.map((inFile, index) => ({ name: `${index + 1}.dat`, bytes: fileOf(inFile, context, lineEnd) }));
  const isPadded = chance.is(0.8);
  const ledgerCsv = ledgerOf(slips, chance, billers.length > 1 || chance.is(0.3), isPadded);
  return { truth, files, ledgerCsv };
}

const CHAINS = ['068442', '003711', '003423', '980002', '000597', '980003'];

/** The notices of one slip: most are paid once; some are undone, some wait, some are paid with the older slip. */
function lifeOf(slip: Slip, chance: Chance, days: number, truth: TrueLayout): Notice[] {
  const { data } = truth.layout.placed;
  if (chance.is(0.12)) return [];
  const at = chance.int(0, days - 1);
  const paid = plus(FIRST_DAY, Math.max(0, at - truth.firstLag));
  const time = `${String(chance.int(0, 23)).padStart(2, '0')}${String(chance.int(0, 59)).padStart(2, '0')}`;
  const width = (name: string): number => data.find((field) => field.name === name)?.length ?? 0;
  const storeWidth = width('storeCode');
  const store = chance.is(0.7)
    ? String(chance.int(1, 9999))
        .padStart(storeWidth, '0')
        .slice(-storeWidth || undefined)
    : chance.digits(storeWidth);
  const chain = chance.of(CHAINS).slice(-width('chainCode') || undefined);
  const isOld = slip.reissue > 0 && chance.is(0.4);
  const base = { slip, paid, time, store, chain, reissue: isOld ? slip.reissue - 1 : slip.reissue, due: isOld && slip.due > 0 ? 20270410 : slip.due };
  const preliminary: Notice = { ...base, kind: 'preliminary', made: at };
  if (chance.is(0.06)) return [preliminary, { ...base, kind: 'preliminaryCancelled', made: Math.min(days - 1, at + chance.int(0, 1)) }];
  const settled = at + chance.of([3, 4, 5, LATER]);
  const confirmed: Notice = { ...base, kind: 'confirmed', made: settled };
  const before = chance.is(0.08) ? [] : [preliminary];
  const again = chance.is(0.03) ? [{ ...preliminary, time: '0613', store: store === '' ? '' : '9'.repeat(storeWidth) }] : [];
  return [...before, ...again, ...(settled < days ? [confirmed] : [])];
}

interface Context {
  readonly truth: TrueLayout;
  readonly chance: Chance;
  readonly agent: string;
  readonly maker: string;
  readonly usage: string;
}

interface Group {
  readonly created: Day;
  readonly biller: string;
  readonly notices: readonly Notice[];
}

function fileOf(groups: readonly Group[], context: Context, lineEnd: Uint8Array): Uint8Array {
  const { layout, gaps } = context.truth;
  const records = groups.flatMap(({ created, biller, notices }) => [
    buildRecord(layout, 'header', {
      ...gaps,
      billerName: 'ﾐﾎﾝﾉｸ'.padEnd(20),
      createdDate: String(created),
      agentCode: context.agent,
      billerCode: biller,
      usage: context.usage,
    }),
    ...notices.map((notice, row) => dataRecord(notice, row, created, biller, context)),
    buildRecord(layout, 'trailer', { ...gaps, ...totals(notices, context.truth) }),
  ]);
  const data = groups.reduce((sum, { notices }) => sum + notices.length, 0);
  const count = layout.recordCountIncludes === 'allRecords' ? records.length + 1 : data;
  const width = layout.placed.end.find(({ name }) => name === 'recordCount')?.length ?? 0;
  records.push(buildRecord(layout, 'end', { ...gaps, recordCount: String(count).padStart(width, '0') }));
  return concatenated(records.flatMap((record) => [record, lineEnd]));
}

function totals(notices: readonly Notice[], { layout }: TrueLayout): Contents {
  return Object.fromEntries(
    TRAILER_ITEMS.map(({ name, kind, measure }) => {
      const own = notices.filter((notice) => notice.kind === kind);
      const value = measure === 'count' ? own.length : own.reduce((sum, { slip }) => sum + slip.amount, 0);
      return [name, String(value).padStart(layout.placed.trailer.find((field) => field.name === name)?.length ?? 0, '0')];
    }),
  );
}

function dataRecord(notice: Notice, row: number, created: Day, biller: string, { truth, chance, maker }: Context): Uint8Array {
  const { layout, gaps, noDate, noTime } = truth;
  const { slip, kind } = notice;
  const contents: Record<string, string> = {
    ...gaps,
    noticeKind: layout.noticeKindCodes.find((code) => code.kind === kind)!.code,
    paidDate: String(notice.paid),
    paidTime: kind === 'confirmed' && noTime !== null && chance.is(truth.timeBlanked) ? noTime : notice.time,
    storeCode: notice.store,
    chainCode: notice.chain,
    transferDate: kind === 'confirmed' ? String(plus(created, 11)) : noDate,
    accountingDate: bookedOn(notice, created, truth),
    acquiredDate: String(created),
    customerSegment: chance.of(['01', '12', '29', '49', '50']),
    serial: chance.digits(6),
    recordNumber: String(row + 1).padStart(layout.placed.data.find(({ name }) => name === 'recordNumber')?.length ?? 0, '0'),
    makerCode: maker,
    billerCode: biller,
    fiscalYear: slip.year,
    slipNumber: slip.number,
    reissueNumber: String(notice.reissue),
    paymentDueDate: notice.due === 0 ? '999999' : String(notice.due).slice(2),
    revenueStamp: '0',
    amount: String(slip.amount).padStart(6, '0'),
    checkDigit: '0',
  };
  const fault = truth.faults && chance.is(0.02) ? chance.of(['paidDate', 'noticeKind', 'checkDigit', 'paidTime']) : null;
  if (fault === 'paidDate') contents.paidDate = '20270431';
  if (fault === 'paidTime') contents.paidTime = '2561';
  if (fault === 'noticeKind') contents.noticeKind = '9'.repeat(layout.noticeKind.length);
  const digits = layout.barcodeField.parts.map((part) => contents[part.name] ?? (part.kind === 'constant' ? part.value : '')).join('');
  return buildRecord(layout, 'data', { ...contents, checkDigit: fault === 'checkDigit' ? 'X' : withCheckDigit(digits.slice(0, -1)).slice(-1) });
}

function bookedOn({ kind, paid }: Notice, created: Day, { booking, noDate }: TrueLayout): string {
  if (booking === 'created') return String(created);
  if (booking === 'confirmedOnly') return kind === 'confirmed' ? String(created) : noDate;
  return String(created === FIRST_DAY ? created : Math.max(paid, plus(20270331, dayNumber(created) - dayNumber(FIRST_DAY))));
}

function ledgerOf(slips: readonly Slip[], chance: Chance, hasBiller: boolean, isPadded: boolean): string {
  const header = ['年度', '納付書番号', '再発行区分', '納期限', '請求金額', ...(hasBiller ? ['収納機関コード'] : [])];
  const rows = slips
    .filter(() => !chance.is(0.02))
    .map(({ year, number, reissue, due, amount, biller }) => {
      const day = String(due === 0 ? 20270430 : due);
      const cells = [
        year,
        isPadded ? number : number.replace(/^0+/, ''),
        String(reissue),
        `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
        String(amount),
      ];
      return [...cells, ...(hasBiller ? [biller] : [])];
    });
  return `\uFEFF${[header, ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`;
}
