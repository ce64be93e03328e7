/** Whatever bytes are given: nothing throws, nothing is lost, and every sentence can be said. */
import fc from 'fast-check';
import { codec } from '../../src/charset';
import { readCsv } from '../../src/csv';
import { cut } from '../../src/file/cut';
import { decodeFile, encodeFile } from '../../src/file/encode';
import { cutFile } from '../../src/file/settlementFile';
import { BUILT_IN_LAYOUTS } from '../../src/file/layouts';
import { settle } from '../../src/settle';
import { answerIn, sourceOf } from '../reconcile/run';
import { anyBytes, anyLedgerBytes, layout, LAYOUTS } from './arbitrary';

const BETWEEN_RECORDS = [0x0a, 0x0d, 0x1a];

test('records, the line ends between them and the filler after them are the whole file', () => {
  fc.assert(
    fc.property(anyBytes, fc.constantFrom(1, 2, 7, 119, 120, 121), (bytes, recordLength) => {
      const { starts, lengths, count, tail } = cut(bytes, recordLength);
      expect([starts.length, lengths.length, lengths.includes(0)]).toEqual([count, count, false]);
      const ends = Array.from(starts, (start, record) => start + lengths[record]!);
      const between = [0, ...ends].map((end, record) => bytes.subarray(end, record < count ? starts[record] : bytes.length));
      const sum = [...lengths, ...between.map(({ length }) => length)].reduce((a, b) => a + b, 0);
      expect(sum).toBe(bytes.length);
      const others = between.flatMap((gap) => [...gap]).filter((byte) => !BETWEEN_RECORDS.includes(byte));
      expect([others.length, new Set(others).size]).toEqual(tail === undefined ? [0, 0] : [tail.length, 1]);
    }),
  );
});

test('the first records of a long file are cut as in the whole file', () => {
  fc.assert(
    fc.property(anyBytes, fc.nat(4), (bytes, limit) => {
      const whole = cut(bytes, 120);
      const some = cut(bytes, 120, limit);
      expect([...some.starts]).toEqual([...whole.starts].slice(0, limit));
      expect([...some.lengths]).toEqual([...whole.lengths].slice(0, limit));
    }),
  );
});

test('what was decoded is encoded to the same bytes', () => {
  fc.assert(
    fc.property(anyBytes, layout, (bytes, taken) => {
      const content = decodeFile(cutFile(sourceOf('a.dat', bytes), taken), codec);
      expect(Buffer.from(encodeFile(taken, content, codec)).equals(Buffer.from(bytes))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('any files and any ledger end in an answer or a refusal, and every finding has its sentence', () => {
  const layouts = fc.oneof(
    fc.constant(BUILT_IN_LAYOUTS),
    fc.constant(LAYOUTS),
    layout.map((one) => [one]),
  );
  fc.assert(
    fc.property(fc.array(anyBytes, { maxLength: 3 }), fc.option(anyLedgerBytes), layouts, (files, ledgerBytes, known) => {
      const read = ledgerBytes === null ? null : readCsv('ledger.csv', ledgerBytes, codec);
      const ledger = read === null || 'problem' in read ? null : read.table;
      const sources = files.map((bytes, index) => sourceOf(`${index}.dat`, bytes));
      const settlement = settle({ files: sources, ledger, layouts: known, asOf: 20270510, codec });
      if ('refusal' in settlement) return;
      for (const language of ['ja', 'en'] as const) {
        for (const { message, code } of answerIn(settlement, language).findings) {
          expect([code, message]).toEqual([code, expect.not.stringMatching(/undefined|null|NaN|Infinity|\[object/)]);
          expect([code, message]).toEqual([code, expect.stringMatching(/[。.]$/)]);
        }
      }
    }),
    { numRuns: 200 },
  );
});
