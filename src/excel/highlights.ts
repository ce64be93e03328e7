/** Which cells does Excel colour by itself? A highlight becomes conditional formats down to the last row of the sheet, so that more rows need no change. */
import { conditionBorder } from '../sheet/dress';
import { conditionsOf, type PlaceOf } from '../sheet/conditions';
import type { Highlight, Look } from '../sheet/workbook';
import { colour, OUTER_SIDES, LINE_STYLES } from './looks';
import type { Requests } from './requests';

const BYTES = 3000;

/** Excel puts the newest on top: the last is added first. The first that holds wins, and no other is looked at. */
export async function addHighlights(requests: Requests, sheet: Excel.Worksheet, highlights: readonly Highlight[], placeOf?: PlaceOf): Promise<void> {
  for (const { areas, formula, look } of conditionsOf(highlights, placeOf).reverse()) {
    for (const { firstRow, lastRow, firstColumn, columns } of [...areas].reverse()) {
      await requests.room(BYTES);
      const range = sheet.getRangeByIndexes(firstRow, firstColumn, lastRow - firstRow + 1, columns);
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = `=${formula}`;
      format.stopIfTrue = true;
      applyLook(format.custom.format, look);
      range.untrack();
    }
  }
}

function applyLook({ fill, font, borders }: Excel.ConditionalRangeFormat, look: Look): void {
  const { fill: ground, text, bold, strike, underline } = look;
  if (ground !== null) fill.color = colour(ground);
  font.color = colour(text);
  if (bold === true) font.bold = true;
  if (strike === true) font.strikethrough = true;
  if (underline !== undefined) font.underline = underline === 'double' ? 'Double' : 'Single';
  const lines = conditionBorder(look);
  if (lines === null) return;
  for (const side of OUTER_SIDES) {
    const border = borders.getItem(side);
    border.style = LINE_STYLES[lines.style];
    border.color = colour(lines.colour);
  }
}

/** The same rule in whatever column; and in whatever row, because Excel may tell it as it would stand in A1 (office-js #5194). */
const ruleOf = (formula: string): string => formula.replace(/^=/, '').replace(/\$[A-Z]+\d+/g, '$');

/** Takes away the conditional formats that we made from these highlights; the clerk's own stay. */
export async function removeHighlights(requests: Requests, sheet: Excel.Worksheet, highlights: readonly Highlight[]): Promise<void> {
  const ours = new Set(conditionsOf(highlights).map(({ formula }) => ruleOf(formula)));
  if (ours.size === 0) return;
  const rules = await customRules(requests, sheet);
  const whole = sheet.getRange();
  await requests.room(rules.length * 300);
  for (const { id, rule } of rules) if (ours.has(ruleOf(rule.formula))) whole.conditionalFormats.getItem(id).delete();
  whole.untrack();
}

/** Asked for anew in each request, so that nothing has to be held between them. */
async function customRules(requests: Requests, sheet: Excel.Worksheet): Promise<{ readonly id: string; readonly rule: Excel.ConditionalFormatRule }[]> {
  const all = sheet.getRange();
  const formats = all.conditionalFormats;
  formats.load('items/id,items/type');
  await requests.send();
  const ids = formats.items.filter(({ type }) => type === 'Custom').map(({ id }) => id);
  all.untrack();
  const whole = sheet.getRange();
  const rules = ids.map((id) => ({ id, rule: whole.conditionalFormats.getItem(id).custom.rule }));
  for (const { rule } of rules) rule.load('formula');
  await requests.send();
  whole.untrack();
  return rules;
}
