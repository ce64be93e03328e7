/** Does work grow no faster than the input? Inputs made to hurt: with the square of their size they took 8 to 79 seconds. */
import { buildFile, buildRecord, buildRecords } from '../../scripts/buildFile';
import { asciiBytes } from '../../src/file/bytes';
import { concatenated } from '../../src/file/encode';
import { fieldNamed, type Layout } from '../../src/file/layout';
import { WARD_LAYOUT } from '../../src/file/layouts';
import { changedWard, soundLayout } from '../file/layouts';
import { BLANK, cancelled, confirmed, day, ledgerOf, preliminary, settled, type Given } from './run';

/** Of four times the input: 4 and a little, where the square would be 16. What the machine does besides is a part of a second. */
const MOST_GROWTH = 9;
const NOISE_MS = 400;

function milliseconds(given: Given): number {
  const files = given.files.map((file) => (file instanceof Uint8Array ? file : buildFile(file)));
  const started = performance.now();
  settled({ ...given, files });
  return performance.now() - started;
}
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

test.each<[string, number, (count: number) => Given]>([
  ['blank confirmations of one slip', 8000, (count) => ({ files: [day('20270406', ...many(count, () => confirmed(BLANK)))] })],
  [
    'scans of one slip and minute, confirmed as often',
    4000,
    (count) => ({ files: [day('20270406', ...many(count, () => preliminary()), ...many(count, () => confirmed()))] }),
  ],
  [
    'scans of one slip in as many stores, half confirmed, half cancelled without a time',
    4000,
    (count) => {
      const store = (index: number): { storeCode: string } => ({ storeCode: String(index) });
      const undone = many(count, (index) => (index % 2 === 0 ? confirmed : cancelled)({ ...BLANK, ...store(index) }));
      return { files: [day('20270406', ...many(count, (index) => preliminary(store(index))), ...undone)] };
    },
  ],
  [
    'billers of one number',
    20_000,
    (count) => {
      const [header, data, trailer, end] = buildRecords(day('20270406', confirmed())) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
      const { offset } = fieldNamed(WARD_LAYOUT, 'header', 'billerCode')!;
      const groups = many(count, (index) => {
        const own = header.slice();
        own.set(asciiBytes(String(10_000 + index)), offset);
        return [own, data, trailer];
      });
      return { files: [concatenated([...groups.flat(), end])], ledger: ledgerOf(['2027,1,2027-04-30,3000']), layouts: [WARD_LAYOUT] };
    },
  ],
  [
    'receipts of one slip',
    16_000,
    (count) => ({
      files: [day('20270406', confirmed())],
      receipts: [
        ledgerOf(
          many(count, (index) => `2027,1,2027-04-${index % 2 === 0 ? '05' : '06'},${1 + (index % 9000)},窓口`),
          '年度,納付書番号,収納日,収納額,収納方法',
        ),
      ],
    }),
  ],
  [
    'rows of one slip in the ledger',
    16_000,
    (count) => ({ files: [day('20270406', confirmed())], ledger: ledgerOf(many(count, () => '2027,1,2027-04-30,3000')) }),
  ],
  [
    'bad fields in each of 60 records',
    9000,
    (count) => {
      const layout = wideLayout(count);
      const header = buildRecord(layout, 'header', { createdDate: '20270406', agentCode: '058020', billerCode: '13104', usage: '1' });
      const data = header.slice();
      data[0] = 0x32;
      data.fill(0x2a, 1);
      return { files: [new Uint8Array(Buffer.concat([header, ...many(60, () => data)]))], layouts: [layout] };
    },
  ],
])('%s', (_, count, given) => {
  const quarter = milliseconds(given(count / 4));
  expect(milliseconds(given(count))).toBeLessThan(quarter * MOST_GROWTH + NOISE_MS);
});

/** The ward's, each data record with so many digits more, each a field of its own. */
function wideLayout(more: number): Layout {
  return soundLayout(
    changedWard((data) => {
      data.recordLength += more;
      for (const [name, fields] of Object.entries(data.records)) {
        if (name === 'data') fields.push(...many(more, (index) => ({ name: `digit${index}`, title: '数字', length: 1, kind: 'count' as const })));
        else fields.push({ name: 'filler', title: '予備', length: more, kind: 'filler' });
      }
    }),
  );
}
