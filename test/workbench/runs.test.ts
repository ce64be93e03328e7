import fc from 'fast-check';
import { Runs } from '../../src/workbench/model/runs';

const LENGTH = 40;
type Step = readonly [kind: 'set' | 'insert' | 'remove' | 'each', start: number, count: number, value: string];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('set', 'insert', 'remove', 'each'),
  fc.integer({ min: 0, max: LENGTH - 1 }),
  fc.integer({ min: 1, max: 10 }),
  fc.constantFrom('a', 'b', 'c'),
);

/** The same with a list of single values. */
function plainly(list: readonly string[], [kind, start, count, value]: Step): string[] {
  const copy = [...list];
  const end = Math.min(LENGTH, start + count);
  if (kind === 'set') copy.fill(value, start, end);
  if (kind === 'each') for (let index = start; index < end; index++) copy[index] = index % 2 === 0 ? value : 'x';
  if (kind === 'insert') copy.splice(start, 0, ...Array.from({ length: end - start }, () => value));
  if (kind === 'remove') copy.splice(start, end - start);
  return [...copy, ...Array.from({ length: LENGTH }, () => '-')].slice(0, LENGTH);
}

function asRuns(runs: Runs<string>, [kind, start, count, value]: Step): void {
  const fitting = Math.min(LENGTH, start + count) - start;
  if (kind === 'set') runs.set(start, fitting, value);
  if (kind === 'each')
    runs.setEach(
      start,
      Array.from({ length: fitting }, (_, index) => ((start + index) % 2 === 0 ? value : 'x')),
    );
  if (kind === 'insert') runs.insert(start, fitting, value);
  if (kind === 'remove') runs.remove(start, fitting);
}

test('runs hold what a list of single values would hold, in as few runs as can be', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const runs = new Runs<string>(LENGTH, '-');
      let list = Array.from({ length: LENGTH }, () => '-');
      for (const one of steps) {
        asRuns(runs, one);
        list = plainly(list, one);
      }
      expect(list.map((_, index) => runs.at(index))).toEqual(list);
      const found = [...runs.runs()];
      expect(found.reduce((sum, { count }) => sum + count, 0)).toBe(LENGTH);
      for (const [index, run] of found.entries()) expect(run.value).not.toBe(found[index + 1]?.value);
    }),
  );
});

test('a part is cut at both ends', () => {
  const runs = new Runs<string>(LENGTH, '-');
  runs.set(5, 10, 'a');
  expect([...runs.runs(3, 6)]).toEqual([
    { start: 3, count: 2, value: '-' },
    { start: 5, count: 4, value: 'a' },
  ]);
});
