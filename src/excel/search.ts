/** Does what was deleted still stand anywhere in the workbook? Every sheet, seen or not, is read cell by cell; names, page headers and comments, too. */
import { columnLetters } from '../sheet/references';
import type { Remains } from '../engine/workbookPort';
import { isStaging } from './ours';

const CELLS_A_READ = 20_000;
/** Shorter ones stand everywhere by accident: they have to be the whole text of a cell, and a number has to be a text. */
const SHORTEST_PART = 4;
const SHORTEST_NUMBER = 6;
const MOST_CELLS = 5;

/** What is looked for; numbers with or without their leading zeros. */
export class Wanted {
  private readonly whole = new Set<string>();
  private readonly numbers = new Set<string>();
  /** By their first two characters. */
  private readonly parts = new Map<string, string[]>();

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      this.whole.add(text);
      if (/^\d+$/.test(text)) {
        const digits = text.replace(/^0+/, '');
        if (digits.length >= SHORTEST_NUMBER) this.numbers.add(digits);
      } else if (text.length >= SHORTEST_PART) {
        const key = text.slice(0, 2);
        this.parts.set(key, [...(this.parts.get(key) ?? []), text]);
      }
    }
  }

  isIn(value: unknown): boolean {
    if (typeof value !== 'string' && typeof value !== 'number') return false;
    const text = String(value);
    if (text === '') return false;
    if (typeof value === 'string' && this.whole.has(text.trim())) return true;
    for (const [digits] of text.matchAll(/\d{6,}/g)) if (this.numbers.has(digits.replace(/^0+/, ''))) return true;
    if (this.parts.size === 0) return false;
    for (let at = 0; at < text.length - 1; at++) if (this.parts.get(text.slice(at, at + 2))?.some((part) => text.startsWith(part, at)) === true) return true;
    return false;
  }
}

export async function searchWorkbook(context: Excel.RequestContext, texts: readonly string[]): Promise<Remains> {
  const wanted = new Wanted(texts);
  const { worksheets, names } = context.workbook;
  worksheets.load('items/name');
  names.load('items/name,items/formula,items/comment');
  await context.sync();
  const places: { place: string; cells: string[]; count: number }[] = [];
  const sheets = worksheets.items.filter(({ name }) => !isStaging(name));
  for (const sheet of sheets) {
    const cells = await cellsWith(context, sheet, wanted);
    const isInHeader = await isInPageHeader(context, sheet, wanted);
    if (cells.length > 0 || isInHeader) places.push({ place: sheet.name, cells: cells.slice(0, MOST_CELLS), count: cells.length + (isInHeader ? 1 : 0) });
  }
  const ofNames = names.items.filter(({ name, formula, comment }) => [name, formula, comment].some((text) => wanted.isIn(text)));
  if (ofNames.length > 0) places.push({ place: 'names', cells: ofNames.slice(0, MOST_CELLS).map(({ name }) => name), count: ofNames.length });
  const comments = await commentsWith(context, wanted);
  if (comments !== null && comments > 0) places.push({ place: 'comments', cells: [], count: comments });
  return { sheets: sheets.length, areCommentsSearched: comments !== null, places };
}

async function cellsWith(context: Excel.RequestContext, sheet: Excel.Worksheet, wanted: Wanted): Promise<string[]> {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  await context.sync();
  if (used.isNullObject) return [];
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  used.untrack();
  const atOnce = Math.max(1, Math.floor(CELLS_A_READ / columnCount));
  const found: string[] = [];
  for (let from = 0; from < rowCount; from += atOnce) {
    const part = sheet.getRangeByIndexes(rowIndex + from, columnIndex, Math.min(atOnce, rowCount - from), columnCount);
    part.load('values,formulas');
    await context.sync();
    const formulas = part.formulas as unknown[][];
    for (const [row, values] of (part.values as unknown[][]).entries())
      for (const [column, value] of values.entries())
        if (wanted.isIn(value) || wanted.isIn(formulas[row]![column])) found.push(`${columnLetters(columnIndex + column)}${rowIndex + from + row + 1}`);
    part.untrack();
  }
  return found;
}

async function isInPageHeader(context: Excel.RequestContext, sheet: Excel.Worksheet, wanted: Wanted): Promise<boolean> {
  const page = sheet.pageLayout.headersFooters.defaultForAllPages;
  page.load('leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter');
  await context.sync();
  return [page.leftHeader, page.centerHeader, page.rightHeader, page.leftFooter, page.centerFooter, page.rightFooter].some((text) => wanted.isIn(text));
}

/** null: this Excel tells no comments. */
async function commentsWith(context: Excel.RequestContext, wanted: Wanted): Promise<number | null> {
  try {
    const { comments } = context.workbook;
    comments.load('items/content');
    await context.sync();
    return comments.items.filter(({ content }) => wanted.isIn(content)).length;
  } catch (problem) {
    if (problem instanceof OfficeExtension.Error) return null;
    throw problem;
  }
}
