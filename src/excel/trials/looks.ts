/** Do highlights, frozen panes and the page stay as they are set? */
import { compared } from '../../engine/trials';
import { onSheet, type Bench, type Trial } from './bench';

const RULE = '=$H2="x"';
const FILL = '#FFC7CE';

const conditionalFormats: Trial = {
  name: 'conditionalFormats',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const cells = sheet.getRange('H2:H9');
      const added = cells.conditionalFormats.add('Custom');
      added.custom.rule.formula = RULE;
      added.custom.format.fill.color = FILL;
      await context.sync();
      const { rule, format } = cells.conditionalFormats.getItemAt(0).custom;
      rule.load('formula');
      format.fill.load('color');
      await context.sync();
      return compared([RULE, FILL], [rule.formula, format.fill.color.toUpperCase()]);
    }),
};

/** As a run finds its own highlights again, but for the rows. */
const rulesThroughSheet: Trial = {
  name: 'rulesThroughSheet',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const { rule } = sheet.getRange().conditionalFormats.getItemAt(0).custom;
      rule.load('formula');
      await context.sync();
      return compared(RULE, rule.formula);
    }),
};

const freezing = (name: 'freezing' | 'freezingHidden', where: (bench: Bench) => string): Trial => ({
  name,
  run: (bench) =>
    onSheet(where(bench), async (sheet, context) => {
      sheet.freezePanes.freezeAt(sheet.getRange('A1:B2'));
      const frozen = sheet.freezePanes.getLocationOrNullObject().load('address');
      await context.sync();
      const address = frozen.isNullObject ? '' : frozen.address.replace(/^.*!/, '');
      sheet.freezePanes.unfreeze();
      await context.sync();
      return compared('A1:B2', address);
    }),
});

const fitting = (name: 'fitToWidth' | 'fitBehind', where: (bench: Bench) => string): Trial => ({
  name,
  run: (bench) =>
    onSheet(where(bench), async (sheet, context) => {
      sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
      await context.sync();
      sheet.pageLayout.load('zoom');
      await context.sync();
      return compared(1, sheet.pageLayout.zoom.horizontalFitToPages ?? null);
    }),
});

export const LOOK_TRIALS: readonly Trial[] = [conditionalFormats, rulesThroughSheet];
export const SHEET_TRIALS: readonly Trial[] = [
  freezing('freezing', ({ front }) => front),
  freezing('freezingHidden', ({ hidden }) => hidden),
  fitting('fitToWidth', ({ front }) => front),
  fitting('fitBehind', ({ hidden }) => hidden),
];
