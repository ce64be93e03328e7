/** What may an unpublished layout look like? One for each seed: any record length, order, gaps, widths and codes. */
import { NOTICE_KINDS, TRAILER_ITEMS, type Field, type Layout, type LayoutData, type NoticeKind, type RecordName } from '../../src/file/layout';
import { soundLayout } from '../file/layouts';
import type { Chance } from './chance';

/** A layout, and what its gaps hold. */
export interface TrueLayout {
  readonly layout: Layout;
  /** Contents of the gaps, by their names. */
  readonly gaps: Readonly<Record<string, string>>;
  /** What stands for no transfer date, and for a blanked time. */
  readonly noDate: string;
  readonly noTime: string | null;
  /** How often a 確報 blanks its time; what day is booked; how long after the payment the first file is made. */
  readonly timeBlanked: number;
  readonly booking: 'dayBefore' | 'confirmedOnly' | 'created';
  readonly firstLag: number;
  /** Whether some records are bad, as files of a bad day are. */
  readonly faults: boolean;
}

const field = (name: string, length: number, kind: Field['kind'], more: Partial<Field> = {}): Field => ({ name, title: name, length, kind, ...more });

/** 速報, 確報, 速報取消 in this order. */
const CODES: readonly (readonly string[])[] = [
  ['01', '02', '03'],
  ['01', '02', '03'],
  ['1', '2', '3'],
  ['11', '12', '19'],
  ['10', '20', '30'],
  ['S', 'K', 'T'],
  ['A1', 'B1', 'C1'],
  ['101', '102', '103'],
  ['2', '1', '9'],
  ['91', '81', '71'],
  ['P', 'C', 'X'],
  ['SK', 'KK', 'ST'],
  ['12', '21', '22'],
];

export function trueLayout(chance: Chance, seed: number): TrueLayout {
  const gaps: Record<string, string> = {};
  let gapCount = 0;
  const gap = (length: number): Field => {
    const name = `gap${gapCount++}`;
    const stuff = chance.is(0.6) ? ' ' : chance.is(0.6) ? '0' : chance.of(['A', '9', '1', 'X', '*', '20270401', '912345']);
    gaps[name] = stuff.repeat(length).slice(0, length);
    return field(name, length, 'filler');
  };
  const codes = chance.of(CODES);
  const noticeKinds = Object.fromEntries(NOTICE_KINDS.map((kind, index): [string, NoticeKind] => [codes[index]!, kind]));
  const maybe = (probability: number, item: () => Field): Field[] => (chance.is(probability) ? [item()] : []);

  const dataItems = [
    field('noticeKind', codes[0]!.length, 'noticeKind'),
    field('paidDate', 8, 'date'),
    field('barcode', 44, 'barcode'),
    ...maybe(0.85, () => field('paidTime', 4, 'optionalTime')),
    ...maybe(0.9, () => field('storeCode', chance.int(4, 8), 'code')),
    ...maybe(0.85, () => field('transferDate', 8, 'optionalDate')),
    ...maybe(0.75, () => field('accountingDate', 8, 'optionalDate')),
    ...maybe(0.8, () => field('chainCode', chance.int(3, 6), 'code')),
    ...maybe(0.25, () => field('customerSegment', 2, 'code')),
    ...maybe(0.2, () => field('acquiredDate', 8, 'optionalDate')),
    ...maybe(0.15, () => field('serial', 6, 'code')),
    ...maybe(0.1, () => field('recordNumber', chance.int(4, 7), 'count')),
  ];
  const least = 1 + dataItems.reduce((sum, { length }) => sum + length, 0);
  const recordLength = Math.max(least, chance.int(100, 256));

  const record = (type: string, items: readonly Field[], gapChance: number): Field[] => {
    const fields = [field('recordType', 1, 'constant', { value: type })];
    let room = recordLength - 1 - items.reduce((sum, { length }) => sum + length, 0);
    for (const item of chance.shuffled(items)) {
      const size = chance.is(gapChance) ? Math.min(room, chance.int(1, 9)) : 0;
      if (size > 0) fields.push(gap(size));
      room -= size;
      fields.push(item);
    }
    if (room > 0) fields.push(gap(room));
    return fields;
  };

  const sameWidths = chance.is(0.6);
  const [countWidth, yenWidth] = [chance.int(5, 8), chance.int(8, 13)];
  const kinds: readonly string[] = chance.is(0.8) ? NOTICE_KINDS : chance.is(0.5) ? ['preliminary', 'confirmed'] : ['confirmed'];
  const trailerItems = TRAILER_ITEMS.filter(({ kind }) => kinds.includes(kind)).map(({ name, measure }) =>
    measure === 'count' ? field(name, sameWidths ? countWidth : chance.int(5, 8), 'count') : field(name, sameWidths ? yenWidth : chance.int(8, 13), 'yen'),
  );
  const inOrder = chance.is(0.4);
  const records: Record<RecordName, readonly Field[]> = {
    header: record(
      '1',
      [field('createdDate', 8, 'date'), field('agentCode', chance.int(4, 6), 'code'), field('billerCode', chance.int(4, 6), 'code'), field('usage', 1, 'code')],
      0.4,
    ),
    data: record('2', dataItems, 0.35),
    trailer: inOrder
      ? record('8', [], 0).flatMap((item, index) => (index === 0 ? [item, ...trailerItems, ...gapOf(recordLength - 1 - sum(trailerItems), gap)] : []))
      : record('8', trailerItems, 0.3),
    end: record(
      '9',
      maybe(0.85, () => field('recordCount', chance.int(5, 9), 'count')),
      0.4,
    ),
  };

  const billerInBarcode = chance.is(0.4);
  const withoutYear = chance.is(0.1);
  const yearWidth = withoutYear ? 0 : 4;
  const room = 21 - yearWidth - (billerInBarcode ? records.header.find(({ name }) => name === 'billerCode')!.length : 0);
  const numberWidth = chance.int(Math.min(8, room), room);
  const free: Field[] = [
    ...(withoutYear ? [] : [field('fiscalYear', 4, 'code')]),
    field('slipNumber', numberWidth, 'code'),
    ...(billerInBarcode ? [field('billerCode', 21 - yearWidth - room, 'code')] : []),
  ];
  if (numberWidth < room) {
    const name = 'freeGap';
    gaps[name] = chance.of(['0', '0', '1', '7']).repeat(room - numberWidth);
    free.push(field(name, room - numberWidth, 'filler'));
  }
  const barcode = [
    field('applicationIdentifier', 2, 'constant', { value: '91' }),
    field('makerCode', 6, 'code'),
    ...chance.shuffled(free),
    field('reissueNumber', 1, 'count'),
    field('paymentDueDate', 6, 'shortDate', { none: '999999' }),
    field('revenueStamp', 1, 'code'),
    field('amount', 6, 'yen'),
    field('checkDigit', 1, 'checkDigit'),
  ];
  const data: LayoutData = {
    id: `unpublished-${seed}`,
    title: '未公表',
    verified: false,
    source: 'invented',
    recordLength,
    charset: 'shift_jis',
    records,
    barcode,
    noticeKinds,
    ...(withoutYear ? { withoutFiscalYear: true as const } : {}),
    recordCountIncludes: chance.is(0.7) ? 'allRecords' : 'dataRecords',
  };
  return {
    layout: soundLayout(data),
    gaps,
    noDate: chance.of([' ', ' ', '0']).repeat(8),
    noTime: chance.of([null, '0000', '    ']),
    timeBlanked: chance.of([0.3, 0.3, 1]),
    booking: chance.of(['dayBefore', 'dayBefore', 'confirmedOnly', 'created']),
    firstLag: chance.of([1, 1, 0]),
    faults: chance.is(0.15),
  };
}

const sum = (fields: readonly Field[]): number => fields.reduce((total, { length }) => total + length, 0);
const gapOf = (length: number, gap: (length: number) => Field): Field[] => (length > 0 ? [gap(length)] : []);
