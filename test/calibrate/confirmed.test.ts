/** Does a new proposal leave what the clerk has confirmed where it is, and fill the rest? */
import { calibrate } from '../../src/calibrate/calibrate';
import type { ConfirmedItem } from '../../src/calibrate/confirmed';
import type { Item, Place } from '../../src/calibrate/proposal';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { world } from './world';

const { files, ledgerCsv } = world(4, { slips: 60, days: 6 });
const csv = readCsv('l.csv', new TextEncoder().encode(ledgerCsv), codec);
if ('problem' in csv) throw new Error('the ledger is no CSV');
const study = (confirmed: readonly ConfirmedItem[]) => calibrate({ files: files.map(({ bytes }) => bytes), ledger: csv.table, id: 'x', title: 'x', confirmed });
const at = (items: readonly Item[], place: Place, name: string): Item | undefined => items.find((item) => item.place === place && item.name === name);

const free = study([]);
const total = at(free.items, 'trailer', 'confirmedCount')!;

test('an item that was confirmed elsewhere than proposed stays there, and nothing overlaps it', () => {
  const moved: ConfirmedItem = { place: 'trailer', name: 'confirmedCount', offset: total.offset - 1, length: total.length + 1, kind: 'count' };
  const { items } = study([moved]);
  expect(at(items, 'trailer', 'confirmedCount')).toMatchObject({ offset: total.offset - 1, length: total.length + 1 });
  let end = 0;
  for (const item of items.filter(({ place }) => place === 'trailer')) {
    expect(item.offset).toBe(end);
    end += item.length;
  }
  expect(end).toBe(free.recordLength);
});

test('what is not confirmed is proposed as before', () => {
  const { name, offset, length, kind } = total;
  const again = study([{ place: 'trailer', name, offset, length, kind }]);
  expect(again.items.filter(({ place }) => place !== 'trailer')).toEqual(free.items.filter(({ place }) => place !== 'trailer'));
  expect(again.layout).toEqual(free.layout);
});

test('a question that a confirmed item answers is not asked any more', () => {
  const noLedger = calibrate({ files: files.map(({ bytes }) => bytes), ledger: null, id: 'x', title: 'x' });
  expect(noLedger.questions.map(({ code }) => code)).toContain('slipNumberWithoutLedger');
  const { offset, length } = at(noLedger.items, 'barcode', 'slipNumber')!;
  const answered = calibrate({
    files: files.map(({ bytes }) => bytes),
    ledger: null,
    id: 'x',
    title: 'x',
    confirmed: [{ place: 'barcode', name: 'slipNumber', offset, length, kind: 'code' }],
  });
  expect(answered.questions.map(({ code }) => code)).not.toContain('slipNumberWithoutLedger');
});
