/** Is a layout that nobody published learned from its files? A few seeds; many: `npm run -s layout:bar`. */
import { readUserLayout } from '../../src/file/layouts';
import { score } from './bar';
import { world } from './world';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);

test.each(SEEDS)('layout %i: every slip the same, every declared figure found', (seed) => {
  const { calibration, different, found, declared, slips } = score(world(seed));
  expect(slips).toBeGreaterThan(20);
  expect(different).toEqual([]);
  expect(found).toBeGreaterThanOrEqual(declared * 0.95);
  expect(readUserLayout(calibration.layout)).not.toHaveProperty('problem');
});

test('every record is used, and the time grows with the records, not faster', () => {
  const { calibration } = score(world(3, { slips: 3000, days: 20 }));
  expect(calibration.records.data).toBeGreaterThan(3000);
  expect(calibration.items.find(({ name }) => name === 'barcode')?.evidence[0]?.of).toBe(calibration.records.data);
});
