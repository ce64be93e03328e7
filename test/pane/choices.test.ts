/** Is what a workbook keeps of the clerk's choices read as it was kept, and nothing else believed? */
import { readChoices } from '../../src/pane/choices';

const AUTOMATIC = { layout: { of: 'automatic' }, asOf: null, problem: null };

test.each([null, 7, 'x', {}, { layout: { of: 'builtIn', id: 'nobody' }, asOf: 20270231 }, { layout: { of: 'other' }, asOf: '20270430' }])(
  '%j is as at the beginning',
  (kept) => expect(readChoices(kept)).toEqual(AUTOMATIC),
);

test('a layout of the add-in and a day', () => {
  const kept = { layout: { of: 'builtIn', id: 'ward' }, asOf: 20270430 };
  expect(readChoices(kept)).toEqual({ ...kept, problem: null });
});

test('an own layout that is none is told', () => {
  const { layout, problem } = readChoices({ layout: { of: 'own', title: 'x', json: { id: 'x' } }, asOf: null });
  expect(layout).toEqual({ of: 'automatic' });
  expect(problem).not.toBeNull();
});
