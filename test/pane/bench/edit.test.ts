/** What becomes of the draft of a layout when the clerk acts on it? */
import type { Calibration, Item } from '../../../src/calibrate/proposal';
import { readLayout } from '../../../src/file/layout';
import ward from '../../../src/file/layouts/ward.json';
import type { LayoutData } from '../../../src/file/layout';
import { confirmedIn, draftOf, draftOfLayout, layoutOf, sumOf, type Draft } from '../../../src/pane/bench/draft';
import { edit, type Bench, type Edit } from '../../../src/pane/bench/edit';

const bench = (draft: Draft = draftOfLayout(ward as unknown as LayoutData)): Bench => ({ draft, past: [], refusal: null });
const shape = ({ draft }: Bench): string => draft.places.data.map(({ name, length }) => `${name} ${length}`).join(', ');
const keyOf = ({ draft }: Bench, name: string): number => draft.places.data.find((item) => item.name === name)!.key;
const keyed = (name: string) => ({ place: 'data' as const, key: keyOf(bench(), name) });
const after = (...acts: readonly (Edit | { readonly type: 'undone' })[]): Bench => acts.reduce(edit, bench());

const WARD = 'recordType 1, noticeKind 2, paidDate 8, paidTime 4, barcode 44, storeCode 7, transferDate 8, accountingDate 8, chainCode 6, filler 32';

test('the ward’s layout as a draft is the ward’s layout', () => {
  expect(shape(bench())).toBe(WARD);
  const { id, title, verified, source } = ward;
  expect(layoutOf(bench().draft, { id, title, verified, source })).toEqual(ward);
});

test('a boundary takes from the next item what it gives to this one', () => {
  expect(shape(after({ type: 'boundaryMoved', ...keyed('storeCode'), by: 1 }))).toContain('storeCode 8, transferDate 7');
  expect(shape(after({ type: 'boundaryMoved', ...keyed('storeCode'), by: -2 }))).toContain('storeCode 5, transferDate 10');
});

test('an item never vanishes by a boundary; what nothing is known of may', () => {
  const none = after({ type: 'boundaryMoved', ...keyed('paidTime'), by: -4 });
  expect([none.refusal, shape(none)]).toEqual(['noRoom', WARD]);
  const all = after({ type: 'boundaryMoved', ...keyed('chainCode'), by: 32 });
  expect(shape(all).endsWith('chainCode 38')).toBe(true);
});

test('the first byte stays: it says which record it is', () => {
  expect(after({ type: 'boundaryMoved', ...keyed('recordType'), by: 1 }).refusal).toBe('noRoom');
});

test('an inserted item shifts the later ones, and the rest at the end gives way', () => {
  const shifted = after({ type: 'inserted', ...keyed('paidDate'), length: 2, shifts: true });
  expect(shape(shifted)).toBe(WARD.replace('paidDate', 'filler 2, paidDate').replace('filler 32', 'filler 30'));
  expect(sumOf(shifted.draft.places.data)).toBe(120);
});

test('an inserted item that does not shift takes the bytes of the one after it', () => {
  expect(shape(after({ type: 'inserted', ...keyed('chainCode'), length: 2, shifts: false }))).toContain('filler 2, chainCode 4, filler 32');
  expect(after({ type: 'inserted', ...keyed('chainCode'), length: 6, shifts: false }).refusal).toBe('noRoom');
});

test('an item moves into what nothing is known of, and leaves such bytes behind', () => {
  const moved = after({ type: 'itemMoved', ...keyed('chainCode'), by: 1 });
  expect(shape(moved)).toContain('accountingDate 8, filler 1, chainCode 6, filler 31');
  expect(shape(edit(moved, { type: 'itemMoved', ...keyed('chainCode'), by: -1 }))).toBe(WARD);
  expect(after({ type: 'itemMoved', ...keyed('paidTime'), by: 1 }).refusal).toBe('noRoom');
});

test('a confirmed item is not moved by its boundaries or its neighbours', () => {
  const confirmed: Edit = { type: 'confirmed', ...keyed('paidDate'), confirmed: true };
  expect(after(confirmed, { type: 'boundaryMoved', ...keyed('noticeKind'), by: 1 }).refusal).toBe('confirmedStays');
  expect(after(confirmed, { type: 'boundaryMoved', ...keyed('paidDate'), by: -1 }).refusal).toBe('confirmedStays');
  expect(after(confirmed, { type: 'resized', ...keyed('paidDate'), length: 6 }).refusal).toBe('confirmedStays');
  expect(confirmedIn(after(confirmed).draft)).toEqual([{ place: 'data', name: 'paidDate', offset: 3, length: 8, kind: 'date' }]);
});

test('a name stands once: the item that had it is unknown then', () => {
  const named = after({ type: 'named', ...keyed('accountingDate'), field: { name: 'transferDate', title: '支払い予定日', kind: 'optionalDate' } });
  expect(shape(named)).toContain('storeCode 7, filler 8, transferDate 8, chainCode 6');
});

test('a new proposal leaves a confirmed item with its title and key', () => {
  const item = (name: string, offset: number, length: number): Item => ({ ...PROPOSED, name, offset, length });
  const confirmed = after({ type: 'confirmed', ...keyed('paidDate'), confirmed: true });
  const calibration = { ...NOTHING, items: [item('recordType', 0, 1), item('filler', 1, 2), item('paidDate', 3, 8), item('filler', 11, 109)] };
  const again = edit(confirmed, { type: 'proposed', calibration, recordLength: 120 });
  expect(again.draft.places.data[2]).toMatchObject({ key: keyed('paidDate').key, confirmed: true, title: '収納日付' });
  // Records of which nothing was proposed stay as they were.
  expect(again.draft.places.trailer).toEqual(confirmed.draft.places.trailer);
});

test('the agent’s table replaces the items of its record, and a later proposal leaves them', () => {
  const pasted = after({
    type: 'pasted',
    place: 'end',
    items: [
      { name: 'recordType', title: 'レコード区分', length: 1, kind: 'constant', value: '9', isOwn: false },
      { name: 'recordCount', title: 'レコード総件数', length: 9, kind: 'count', isOwn: false },
      { name: 'filler', title: '予備', length: 110, kind: 'filler', isOwn: false },
    ],
  });
  expect(pasted.draft.places.end.map(({ length, confirmed }) => [length, confirmed])).toEqual([
    [1, true],
    [9, true],
    [110, false],
  ]);
});

test('undo brings back what stood before, one act after another', () => {
  const moved: Edit = { type: 'boundaryMoved', ...keyed('storeCode'), by: 1 };
  expect(shape(after(moved, moved, { type: 'undone' }))).toContain('storeCode 8, transferDate 7');
  expect(shape(after(moved, moved, { type: 'undone' }, { type: 'undone' }, { type: 'undone' }))).toBe(WARD);
});

test('a code that nobody has explained, or of another width, is not in the layout', () => {
  const about = { id: 'x', title: 'x', verified: false, source: 'x' };
  const unknown = after({ type: 'codeMeant', code: '03', kind: null }, { type: 'codeMeant', code: '9', kind: 'confirmed' });
  expect(layoutOf(unknown.draft, about).noticeKinds).toEqual({ '01': 'preliminary', '02': 'confirmed' });
});

test('records of which nothing was found are their first byte and the rest, and no layout yet', () => {
  const draft = draftOf(NOTHING, 100);
  expect(draft.places.header.map(({ name, length }) => [name, length])).toEqual([
    ['recordType', 1],
    ['filler', 99],
  ]);
  expect(readLayout(layoutOf(draft, { id: 'x', title: 'x', verified: false, source: 'x' }))).toHaveProperty('problem');
});

const PROPOSED: Item = { place: 'data', name: '', offset: 0, length: 0, kind: 'filler', certainty: 'likely', evidence: [], alternatives: [], samples: [] };
const NOTHING: Calibration = {
  recordLength: 120,
  lineEndings: [],
  records: { all: 0, fitting: 0, data: 0, groups: 0 },
  items: [],
  noticeKinds: {},
  kindEvidence: [],
  recordCountIncludes: 'unknown',
  questions: [],
  nearest: null,
  layout: null,
};
