/** Whatever the files are, a calibration answers: a layout that the product reads, or a question that blocks. */
import fc from 'fast-check';
import { calibrate } from '../../src/calibrate/calibrate';
import { readUserLayout } from '../../src/file/layouts';
import { anyBytes } from '../properties/arbitrary';
import { tableOf } from '../reconcile/run';
import { world } from './world';

function answers(files: readonly Uint8Array[], ledgerCsv: string | null): void {
  const { layout, questions, items, recordLength } = calibrate({
    files,
    ledger: ledgerCsv === null ? null : tableOf(ledgerCsv),
    id: 'proposed',
    title: '提案',
  });
  expect(layout === null).toBe(questions.some(({ blocks }) => blocks));
  if (layout === null) return;
  expect(readUserLayout(layout)).not.toHaveProperty('problem');
  for (const place of ['header', 'data', 'trailer', 'end']) {
    const own = items.filter((item) => item.place === place);
    expect(own.reduce((sum, { length }) => sum + length, 0)).toBe(recordLength);
  }
}

test('any bytes', () => {
  fc.assert(
    fc.property(fc.array(anyBytes, { maxLength: 3 }), (files) => answers(files, null)),
    { numRuns: 60 },
  );
});

test('files of a world with damaged places, one of them alone, or two worlds at once', () => {
  const damage = fc.record({ at: fc.nat(), put: fc.constantFrom([], [0x20], [0x31], [0x39, 0x39], [0x0a], [0xff, 0xfe]), cut: fc.constantFrom(0, 1, 2, 44) });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(damage, { maxLength: 6 }), fc.constantFrom('all', 'first', 'mixed'), (seed, damages, which) => {
      const { files, ledgerCsv } = world(seed);
      const bytes = files.map((file) => file.bytes);
      for (const { at, put, cut } of damages) {
        const file = at % bytes.length;
        const place = at % (bytes[file]!.length + 1);
        bytes[file] = Uint8Array.from([...bytes[file]!.subarray(0, place), ...put, ...bytes[file]!.subarray(place + cut)]);
      }
      const given = which === 'first' ? bytes.slice(0, 1) : which === 'mixed' ? [...bytes, ...world(seed + 1).files.map((file) => file.bytes)] : bytes;
      answers(given, seed % 3 === 0 ? null : ledgerCsv);
    }),
    {
      numRuns: 60,
      // A number of one digit in a year: no digit may be claimed twice.
      examples: [[40, [], 'mixed']],
    },
  );
});
