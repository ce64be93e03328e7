/** Are the invented cases the same in each run, unless others are asked for? */
import fc from 'fast-check';

const invented = (): unknown => fc.sample(fc.integer(), 20);
const asked = process.env.KESHIKOMI_SEED;

afterEach(() => {
  if (asked === undefined) delete process.env.KESHIKOMI_SEED;
  else process.env.KESHIKOMI_SEED = asked;
});

/** What a run with this seed would invent. */
function inventedWith(seed: string): unknown {
  process.env.KESHIKOMI_SEED = seed;
  let found: unknown;
  jest.isolateModules(() => {
    const { default: again } = jest.requireActual<typeof import('fast-check')>('fast-check');
    found = again.sample(again.integer(), 20);
  });
  return found;
}

test('the same cases each time, others for another seed', () => {
  expect(invented()).toEqual(invented());
  expect(inventedWith('7')).toEqual(inventedWith('7'));
  expect(inventedWith('7')).not.toEqual(inventedWith('8'));
});

test.each(['', 'today', '1.5'])('a seed that is no whole number is refused: "%s"', (seed) => {
  expect(() => inventedWith(seed)).toThrow(`KESHIKOMI_SEED is a whole number, not '${seed}'`);
});
