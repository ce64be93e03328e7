/** Do cells keep what is written into them: texts, long texts, days? */
import { compared } from '../../engine/trials';
import { NUMBER_FORMATS } from '../../sheet/workbook';
import { everywhere } from '../requests';
import { onSheet, type Trial } from './bench';

/** What a text may look like, and must not become. */
const TEXTS = ['0012', '=1+1', '1/2', '+5', '-5', '12345678901234567890', 'TRUE', '#N/A', '１２', '2026/4/1'];

const texts: Trial = {
  name: 'texts',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const asText = sheet.getRangeByIndexes(0, 0, TEXTS.length, 1);
      asText.numberFormat = everywhere(NUMBER_FORMATS.text);
      asText.values = TEXTS.map((text) => [text]);
      const marked = sheet.getRangeByIndexes(0, 1, TEXTS.length, 1);
      marked.values = TEXTS.map((text) => [`'${text}`]);
      asText.load('values');
      marked.load('values');
      await context.sync();
      return compared(TEXTS.concat(TEXTS), asText.values.concat(marked.values).flat());
    }),
};

/** Longer than where some builds fail, with a first letter of either kind. */
const LONG = 9000;

const longTexts: Trial = {
  name: 'longTexts',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const cells = sheet.getRangeByIndexes(0, 2, 2, 1);
      cells.numberFormat = everywhere(NUMBER_FORMATS.text);
      cells.values = [['+'.padEnd(LONG, 'A')], ['-'.padEnd(LONG, 'A')]];
      cells.load('values');
      await context.sync();
      const lengths = cells.values.map(([text]) => String(text).length);
      return compared([LONG, LONG], lengths);
    }),
};

/** 2026-04-01 in the 1900 date system. */
const A_DAY = 46_113;

const dateSystem: Trial = {
  name: 'dateSystem',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const cell = sheet.getRangeByIndexes(0, 3, 1, 1);
      cell.formulas = [['=DATE(2026,4,1)']];
      cell.numberFormat = everywhere(NUMBER_FORMATS.general);
      cell.load('values');
      await context.sync();
      return compared(A_DAY, cell.values[0]![0]);
    }),
};

const dates: Trial = {
  name: 'dates',
  run: ({ front }) =>
    onSheet(front, async (sheet, context) => {
      const cell = sheet.getRangeByIndexes(1, 3, 1, 1);
      cell.numberFormat = everywhere(NUMBER_FORMATS.date);
      cell.values = [[A_DAY]];
      cell.load('values,text');
      await context.sync();
      return compared([A_DAY, '2026/04/01'], [cell.values[0]![0], cell.text[0]![0]]);
    }),
};

export const CELL_TRIALS: readonly Trial[] = [texts, longTexts, dateSystem, dates];
