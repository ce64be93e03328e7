/**
 * Which items does the agent's 項目表 name, as it was pasted from a contract paper or from Excel?
 *
 * Columns in any order, digits of any width. Nothing is repaired: what does not add up is a remark with both numbers.
 */
import type { Field, FieldKind } from '../file/layout';
import { isFillerTitle, isRecordType, knownByTitle, placeOfHeading } from './knownItems';
import type { Place } from './proposal';

/** A line of the table; at least one of both numbers is there. */
export interface TableLine {
  readonly title: string;
  /** From 1. */
  readonly start: number | null;
  readonly length: number | null;
}

export type TableRemark =
  /** No line names the columns. */
  | { readonly code: 'noColumns' }
  /** A line whose numbers cannot be read; `line` is 1-based. */
  | { readonly code: 'noNumber'; readonly line: number; readonly title: string }
  | { readonly code: 'sumDiffers'; readonly place: Place; readonly expected: number; readonly actual: number }
  /** The table says where the item begins; the items before it end elsewhere. */
  | { readonly code: 'gap' | 'overlap'; readonly place: Place; readonly title: string; readonly expected: number; readonly actual: number }
  /** An item that has one width only. */
  | { readonly code: 'widthDiffers'; readonly place: Place; readonly title: string; readonly expected: number; readonly actual: number };

export interface ItemTable {
  /** In the order of the table. */
  readonly places: readonly { readonly place: Place; readonly lines: readonly TableLine[] }[];
  readonly remarks: readonly TableRemark[];
}

interface Columns {
  readonly title: number;
  readonly start: number | null;
  readonly length: number | null;
}

/** `place`: whose items they are until a line names another record. */
export function readItemTable(text: string, place: Place): ItemTable {
  const places: { place: Place; lines: TableLine[] }[] = [];
  const remarks: TableRemark[] = [];
  let columns: Columns | null = null;
  let here = place;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const cells = cellsOf(line);
    if (cells.every((cell) => cell === '')) continue;
    const named = columnsOf(cells);
    if (named !== null) {
      columns = named;
      continue;
    }
    const heading = headingOf(cells);
    if (heading !== null) {
      here = heading;
      continue;
    }
    if (columns === null) continue;
    const title = cells[columns.title] ?? '';
    const read = { title, start: numberIn(cells, columns.start), length: numberIn(cells, columns.length) };
    if (title === '' && read.start === null && read.length === null) continue;
    if (title === '' || (read.start === null && read.length === null)) {
      if (title !== '' && !isSum(title)) remarks.push({ code: 'noNumber', line: index + 1, title });
      continue;
    }
    if (isSum(title)) continue;
    const last = places.at(-1);
    if (last?.place === here) last.lines.push(read);
    else places.push({ place: here, lines: [read] });
  }
  return { places, remarks: columns === null ? [{ code: 'noColumns' }] : remarks };
}

/** Tabs from Excel; from paper commas, or two blanks and more. */
function cellsOf(line: string): string[] {
  const separator = line.includes('\t') ? '\t' : /[,、]/.test(line) ? /[,、]/ : /[ \u3000]{2,}|\u3000/;
  return line.split(separator).map((cell) => cell.normalize('NFKC').trim().replace(/^"|"$/g, '').trim());
}

const TITLE = /^(?:データ)?項目(?:名称?)?$|^名称$/;
const LENGTH = /^(?:項目)?(?:桁数?|バイト数?|長さ|サイズ|文字数|レングス|length)(?:\(.*\))?$/i;
const START = /^(?:開始)?(?:位置|桁位置|バイト位置)(?:\(.*\))?$|^開始(?:桁|バイト)?$|^先頭(?:位置)?$|^から$|^自$/;

function columnsOf(cells: readonly string[]): Columns | null {
  const plain = cells.map((cell) => cell.replace(/\s/g, ''));
  const find = (pattern: RegExp): number | null => {
    const found = plain.findIndex((cell) => pattern.test(cell));
    return found < 0 ? null : found;
  };
  const [title, start, length] = [find(TITLE), find(START), find(LENGTH)];
  return title === null || (start === null && length === null) ? null : { title, start, length };
}

function headingOf(cells: readonly string[]): Place | null {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length === 1 ? placeOfHeading(filled[0]!) : null;
}

const isSum = (title: string): boolean => /^(?:合計|計|総桁数|レコード長)$/.test(title.replace(/\s/g, ''));

/** 8, 8桁, X(8), 9(08), 2-9: the number in brackets, else the first one. */
function numberIn(cells: readonly string[], column: number | null): number | null {
  const cell = column === null ? '' : (cells[column] ?? '');
  const digits = /\((\d{1,5})\)/.exec(cell)?.[1] ?? /\d{1,5}/.exec(cell)?.[0];
  const value = Number(digits ?? 0);
  return value > 0 ? value : null;
}

export interface TableItem extends Field {
  /** The agent's own word, where it is no known item. */
  readonly isOwn: boolean;
}

/** The lines as items that fill their record, and what does not add up. */
export function itemsOf(
  { place, lines }: ItemTable['places'][number],
  recordType: string | null,
  total: number,
): { readonly items: TableItem[]; readonly remarks: TableRemark[] } {
  const items: TableItem[] = [];
  const remarks: TableRemark[] = [];
  const taken = new Set<string>();
  let at = 0;
  for (const [index, { title, start, length }] of lines.entries()) {
    if (start !== null && start !== at + 1) {
      remarks.push({ code: start > at + 1 ? 'gap' : 'overlap', place, title, expected: at + 1, actual: start });
      if (start > at + 1) items.push(fillerOf('', start - at - 1));
    }
    const from = start === null || start < at + 1 ? at + 1 : start;
    const next = lines[index + 1]?.start ?? null;
    const own = length ?? Math.max(1, (next ?? total + 1) - from);
    const item = itemOf(place, title, own, items.length === 0 && recordType !== null ? recordType : null, taken, remarks);
    taken.add(item.name);
    items.push(item);
    at = from - 1 + own;
  }
  if (at !== total) remarks.push({ code: 'sumDiffers', place, expected: total, actual: at });
  if (at < total) items.push(fillerOf('', total - at));
  return { items, remarks };
}

const fillerOf = (title: string, length: number): TableItem => ({ name: 'filler', title: title === '' ? '予備' : title, length, kind: 'filler', isOwn: false });

function itemOf(place: Place, title: string, length: number, recordType: string | null, taken: ReadonlySet<string>, remarks: TableRemark[]): TableItem {
  if (recordType !== null && length === 1 && isRecordType(title))
    return { name: 'recordType', title, length, kind: 'constant', value: recordType, isOwn: false };
  if (isFillerTitle(title)) return fillerOf(title, length);
  const known = knownByTitle(place, title);
  if (known === null || taken.has(known.name)) return { ...fillerOf(title, length), isOwn: true };
  const width = WIDTHS[known.kind] ?? (known.kind === 'constant' ? known.length : undefined);
  if (width !== undefined && width !== length) {
    remarks.push({ code: 'widthDiffers', place, title, expected: width, actual: length });
    return { ...fillerOf(title, length), isOwn: true };
  }
  return { ...known, title: known.title, length, isOwn: false };
}

/** Kinds that have one width. */
const WIDTHS: Partial<Record<FieldKind, number>> = { date: 8, optionalDate: 8, optionalTime: 4, shortDate: 6, barcode: 44, checkDigit: 1 };
