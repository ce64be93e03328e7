/** Which layouts may a user bring? Valid ones of every shape, and some that are refused. */
import { Field, Layout } from '../reference/layout';
import { Chance } from './random';

type Draft = { -readonly [Key in keyof Field]: Field[Key] } & { title: string };

function between(chance: Chance, first: Draft, fields: readonly Draft[], length: number): Draft[] {
  const list: Draft[] = [first];
  let left = length - first.length - fields.reduce((sum, field) => sum + field.length, 0);
  for (const field of chance.shuffle(fields)) {
    if (left > 4 && chance.percent(20)) {
      const filler = chance.int(1, 4);
      list.push({ name: chance.pick(['filler', `filler${list.length}`]), title: '予備', length: filler, kind: 'filler' });
      left -= filler;
    }
    list.push(field);
  }
  if (left > 0) list.push({ name: 'filler', title: '予備', length: left, kind: 'filler' });
  return list;
}

const constant = (name: string, value: string): Draft => ({ name, title: name, length: value.length, kind: 'constant', value });
const field = (name: string, kind: string, length: number): Draft => ({ name, title: name, length, kind });

export function makeLayout(chance: Chance): Layout {
  const some = (percent: number, ...fields: Draft[]): Draft[] => (chance.percent(percent) ? fields : []);
  const keyLength = chance.int(1, 3);
  const key = (digit: string): string => digit.padStart(keyLength, chance.pick(['0', 'A']));
  const numberLength = chance.pick([8, 12, 15, 16, 17]);
  const billerLength = numberLength <= 12 ? chance.pick([0, 5]) : 0;
  const reissue = chance.percent(90) ? 1 : 0;
  const due = chance.percent(90) ? 6 : 0;
  const stamp = chance.percent(80) ? 1 : 0;
  const maker = 44 - 2 - billerLength - 4 - numberLength - reissue - due - stamp - 6 - 1;
  const barcode: Draft[] = [
    constant('applicationIdentifier', '91'),
    ...chance.shuffle([
      field('makerCode', chance.pick(['code', 'count', 'filler']), maker),
      ...(billerLength ? [field('billerCode', 'code', billerLength)] : []),
      field('fiscalYear', chance.pick(['code', 'count']), 4),
      field('slipNumber', chance.pick(['code', 'count']), numberLength),
      ...(reissue ? [field('reissueNumber', 'count', 1)] : []),
      ...(due ? [{ ...field('paymentDueDate', 'shortDate', 6), none: '999999' }] : []),
      ...(stamp ? [field('revenueStamp', 'code', 1)] : []),
      field('amount', 'yen', 6),
    ]),
    field('checkDigit', 'checkDigit', 1),
  ].filter(({ kind, length }) => length <= 15 || kind !== 'count');
  const length = barcode.reduce((sum, part) => sum + part.length, 0);
  if (length < 44) barcode.splice(1, 0, field('restCode', 'code', 44 - length));
  if (!barcode.some(({ name }) => name === 'slipNumber')) return makeLayout(chance);
  const totals = ['preliminary', 'confirmed', 'preliminaryCancelled'].flatMap((kind) => [
    ...some(80, field(`${kind}Count`, 'count', chance.int(3, 8))),
    ...some(80, field(`${kind}Amount`, 'yen', chance.int(7, 15))),
  ]);
  const recordLength = chance.pick([128, 140, 200, 250]);
  return {
    ...{ id: `user${chance.int(1, 3)}`, title: '利用者のレイアウト', verified: false, source: 'made by chance' },
    recordLength,
    charset: chance.pick(['shift_jis', 'utf-8', 'ascii']),
    records: {
      header: between(
        chance,
        constant('recordType', '1'),
        [
          ...some(90, field('createdDate', 'date', 8)),
          ...some(70, field('agentCode', 'code', 6)),
          ...some(billerLength ? 50 : 90, field('billerCode', 'code', 5)),
          ...some(50, field('usage', 'code', 1)),
          ...some(30, field('billerName', 'text', 20)),
          ...some(20, constant('version', 'V1')),
        ],
        recordLength,
      ),
      data: between(
        chance,
        constant('recordType', '2'),
        [
          field('noticeKind', 'noticeKind', keyLength),
          field('paidDate', 'date', 8),
          field('barcode', 'barcode', 44),
          ...some(85, field('paidTime', 'optionalTime', 4)),
          ...some(85, field('storeCode', 'code', 7)),
          ...some(40, field('transferDate', 'optionalDate', 8)),
          ...some(20, field('remark', 'text', 6)),
          ...some(20, constant('mark', '#')),
          ...some(20, field('points', 'count', 3)),
        ],
        recordLength,
      ),
      trailer: between(chance, constant('recordType', '8'), totals, recordLength),
      end: between(chance, constant('recordType', '9'), some(80, field('recordCount', 'count', chance.int(4, 8))), recordLength),
    },
    barcode,
    noticeKinds: { [key('1')]: 'preliminary', [key('2')]: 'confirmed', [key('3')]: 'preliminaryCancelled' },
    recordCountIncludes: chance.pick(['allRecords', 'dataRecords', 'unknown']),
  } as Layout;
}

/** One fault that the contract refuses, section 9. */
export function spoilLayout(chance: Chance, layout: Layout): Layout {
  const draft = structuredClone(layout) as unknown as {
    [key: string]: unknown;
    records: Record<string, Draft[]>;
    barcode: Draft[];
    noticeKinds: Record<string, string>;
  };
  const records = Object.values(draft.records);
  const withoutPart = (name: string) => (draft.barcode.find((part) => part.name === name)!.name = 'other');
  const faults: (() => unknown)[] = [
    () => (chance.pick(records).at(-1)!.length += 1),
    () => (draft.barcode[0]!.length += 1),
    () => (chance.pick(records)[chance.int(0, 1)]!.kind = 'number'),
    () => (draft['charset'] = 'euc-jp'),
    () => (chance.pick(records)[0]!.value = '7'),
    () => draft.records['data']!.forEach((one) => void (one.kind === 'noticeKind' && (one.kind = 'code'))),
    () => draft.records['data']!.forEach((one) => void (one.name === 'paidDate' && (one.name = 'otherDate'))),
    () => withoutPart(chance.pick(['fiscalYear', 'slipNumber', 'amount', 'checkDigit'])),
    () => (draft.noticeKinds[Object.keys(draft.noticeKinds)[0]!] = 'refunded'),
    () => (draft.noticeKinds['0001'] = 'confirmed'),
    () => (draft.barcode[0]!.value = '911'),
    () => (draft.records['data']!.find((one) => one.kind === 'barcode')!.name = 'paidDate'),
    () => (draft['id'] = chance.pick(['ward', 'mizuho', 'muf'])),
    () => (draft['recordLength'] = 10_001),
  ];
  chance.pick(faults)();
  return draft as unknown as Layout;
}
