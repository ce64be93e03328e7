/** Can all states and flags be read, and told from their neighbours, by every eye and on black and white paper? */
import { BAR_COLOURS, DARK } from '../../src/pane/palette';
import { SLIP_STATES } from '../../src/reconcile/slips';
import { CHART_INKS, FLAG_MARKS, STATE_MARKS, type MarkedColumn, type MarkedWord, type Mark } from '../../src/sheet/highlights';
import { contrast, distance, EYES } from './colourDistance';

const MARKS = [...STATE_MARKS, ...FLAG_MARKS];
const lightOf = ({ look }: Mark): string => look.fill ?? 'FFFFFF';
const rounded = (a: string, b: string): number[] => EYES.map((eye) => Math.round(distance(a, b, eye)));

test('the measure is that of the design: its table says the same', () => {
  expect(rounded('FFA66D', 'FFEB99')).toEqual([25, 14, 10, 20, 11]);
  expect(rounded('8B3200', 'CCCCCC')).toEqual([51, 55, 46, 51, 44]);
  expect(rounded('A58000', '767676')).toEqual([26, 26, 26, 21, 6]);
});

test.each(MARKS.map((mark) => [mark.of, mark] as const))('%s is read on its fill, light and dark', (of, mark) => {
  expect(contrast(mark.look.text, lightOf(mark))).toBeGreaterThanOrEqual(4.5);
  expect(contrast(DARK[of].text, DARK[of].fill)).toBeGreaterThanOrEqual(7);
});

/** 10 is clear side by side. */
const CLEAR = 9.5;
const COLOURED_EYES = EYES.filter((eye) => eye !== 'grey');
const pairs = <T>(all: readonly T[]): (readonly [T, T])[] => all.flatMap((one, index) => all.slice(index + 1).map((other) => [one, other] as const));
const sharing = (column: MarkedColumn): Mark[] => MARKS.filter(({ on, of }) => on.includes(column) && of !== 'perhapsPaidTwice');
const effects = ({ look: { bold, strike, underline, dashedBorder, keptOnPaper } }: Mark): string =>
  JSON.stringify([bold, strike, underline, dashedBorder, keptOnPaper].map((effect) => effect ?? false));

const COLUMNS: readonly MarkedColumn[] = ['state', 'flags', 'reissueNumber', 'paidAmount'];
describe.each(COLUMNS)('in one column, %s', (column) => {
  test.each(pairs(sharing(column)).map(([one, other]) => [one.of, other.of, one, other] as const))('%s and %s', (of, otherOf, one, other) => {
    for (const eye of COLOURED_EYES) {
      expect([eye, distance(lightOf(one), lightOf(other), eye) >= CLEAR]).toEqual([eye, true]);
      if (column === 'state' || column === 'flags') expect([eye, distance(DARK[of].fill, DARK[otherOf].fill, eye) >= CLEAR]).toEqual([eye, true]);
    }
    const isClearInGrey = distance(lightOf(one), lightOf(other), 'grey') >= CLEAR;
    expect([of, otherOf, isClearInGrey || effects(one) !== effects(other)]).toEqual([of, otherOf, true]);
  });
});

test.each(pairs(SLIP_STATES))('in charts and in the bar, %s and %s', (one, other) => {
  for (const eye of COLOURED_EYES) {
    expect([eye, distance(CHART_INKS[one].ink, CHART_INKS[other].ink, eye) >= CLEAR]).toEqual([eye, true]);
    expect([eye, distance(BAR_COLOURS[one], BAR_COLOURS[other], eye) >= CLEAR]).toEqual([eye, true]);
  }
});

test.each(SLIP_STATES)('%s stands out from the paper and from the dark pane', (state) => {
  expect(contrast(CHART_INKS[state].ink, 'FFFFFF')).toBeGreaterThanOrEqual(3);
  expect(contrast(BAR_COLOURS[state], '292929')).toBeGreaterThanOrEqual(3);
});

test('every word has its colours in the dark pane', () => {
  expect(Object.keys(DARK).sort()).toEqual(MARKS.map(({ of }): MarkedWord => of).sort());
});
