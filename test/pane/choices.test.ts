/** Is what a workbook keeps of the clerk's choices read as it was kept, and nothing else believed? */
import { USUAL_TOLD } from '../../src/engine/terms';
import { readChoices } from '../../src/pane/choices';

const AUTOMATIC = { layout: { of: 'automatic' }, asOf: null, terms: USUAL_TOLD, problem: null };

test.each([null, 7, 'x', {}, { layout: { of: 'builtIn', id: 'nobody' }, asOf: 20270231 }, { layout: { of: 'other' }, asOf: '20270430' }])(
  '%j is as at the beginning',
  (kept) => expect(readChoices(kept)).toEqual(AUTOMATIC),
);

test('a layout of the add-in and a day', () => {
  const kept = { layout: { of: 'builtIn', id: 'ward' }, asOf: 20270430 };
  expect(readChoices(kept)).toEqual({ ...kept, terms: USUAL_TOLD, problem: null });
});

test('an own layout that is none is told', () => {
  const { layout, problem } = readChoices({ layout: { of: 'own', title: 'x', json: { id: 'x' } }, asOf: null });
  expect(layout).toEqual({ of: 'automatic' });
  expect(problem).not.toBeNull();
});

test('what the office has told about days, channels and reminders, each day once', () => {
  const terms = { noFileOn: [20270512, 20270430, 20270512], emptyDaysNotSent: true, noOtherChannels: false, grace: 0 };
  expect(readChoices({ terms }).terms).toEqual({ ...terms, noFileOn: [20270430, 20270512] });
});

test.each([-1, 61, 1.5, '10', null])('a 猶予 of %j is none', (grace) => expect(readChoices({ terms: { grace } }).terms.grace).toBe(USUAL_TOLD.grace));
