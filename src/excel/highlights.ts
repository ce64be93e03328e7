/** Which cells does Excel colour by itself? A highlight becomes conditional formats down to the last row of the sheet, so that more rows need no change. */
import { MOST_TABLE_ROWS } from '../sheet/limits';
import { columnLetters, textLiteral } from '../sheet/references';
import { TABLE_FIRST_ROW, type Highlight, type Look } from '../sheet/workbook';
import { colour } from './looks';
import { Requests } from './requests';

const BYTES = 3000;

/** The sheet's column of a column of the plan. */
export type PlaceOf = (column: number) => number;

export function formulaOf({ when: { column, test, word } }: Highlight, placeOf: PlaceOf): string {
  const tested = `$${columnLetters(placeOf(column))}${TABLE_FIRST_ROW + 1}`;
  return test === 'is' ? `=${tested}=${textLiteral(word)}` : `=ISNUMBER(FIND(${textLiteral(word)},${tested}))`;
}

/** Excel puts the newest on top: the last is added first. The first that holds wins, and no other is looked at. */
export async function addHighlights(requests: Requests, sheet: Excel.Worksheet, highlights: readonly Highlight[], placeOf: PlaceOf): Promise<void> {
  for (const highlight of [...highlights].reverse()) {
    for (const { from, count } of neighbours(highlight.columns.map(placeOf))) {
      await requests.room(BYTES);
      const range = sheet.getRangeByIndexes(TABLE_FIRST_ROW, from, MOST_TABLE_ROWS, count);
      const format = range.conditionalFormats.add('Custom');
      format.custom.rule.formula = formulaOf(highlight, placeOf);
      format.stopIfTrue = true;
      applyLook(format.custom.format, highlight.look);
      range.untrack();
    }
  }
}

function applyLook({ fill, font, borders }: Excel.ConditionalRangeFormat, { fill: ground, text, bold, strike, underline, dashedBorder }: Look): void {
  if (ground !== null) fill.color = colour(ground);
  font.color = colour(text);
  if (bold === true) font.bold = true;
  if (strike === true) font.strikethrough = true;
  if (underline !== undefined) font.underline = underline === 'double' ? 'Double' : 'Single';
  if (dashedBorder !== true) return;
  for (const side of ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight'] as const) {
    const border = borders.getItem(side);
    border.style = 'Dash';
    border.color = colour(text);
  }
}

/** Columns that stand side by side. */
export function neighbours(columns: readonly number[]): { from: number; count: number }[] {
  const runs: { from: number; count: number }[] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.from + last.count === column) last.count++;
    else runs.push({ from: column, count: 1 });
  }
  return runs;
}

/** The same rule in whatever column. */
const ruleOf = (formula: string): string => formula.replace(/^=/, '').replace(/\$[A-Z]+(?=\d)/g, '$');

/** Takes away the conditional formats that we made from these highlights; the clerk's own stay. */
export async function removeHighlights(requests: Requests, sheet: Excel.Worksheet, highlights: readonly Highlight[]): Promise<void> {
  const ours = new Set(highlights.map((highlight) => ruleOf(formulaOf(highlight, (column) => column))));
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
