/** Which money comes on which day, and through which chain? Confirmed notices that count for their slip, each payment once. */
import { excelSerialOf, type Day } from '../file/calendar';
import { countFormula, plainCriteria, sumFormula, type Question } from './criteria';
import { noticeSums, type Figures, type NoticeFigures } from './figures';
import type { Grid, GridCell } from './grid';
import { cellAt, textLiteral } from './references';
import type { Source } from './source';
import { HELD } from './noticeUse';
import { COUNT, count, label, LEFT, mostFrequent, noticeColumn, sumAbove, yen, type Placed } from './summaryParts';
import type { Cell } from './workbook';

const MOST_CHAINS = 8;
/** Earlier days are told together. */
const MOST_DAYS = 31;

export interface DateTable extends Placed {
  readonly days: readonly Day[];
}

/** The money that comes through each chain. */
export function chainTable(source: Source, { byChain }: Figures, grid: Grid, top: number): Placed {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byChain);
  if (byChain.size === 0) return nothing(grid, top, summary.noNotices);
  const firstRow = top + 2;
  grid.header(top + 1, LEFT, [summary.chainHeader, summary.confirmedCount, summary.confirmedAmount]);
  const { shown, rest } = mostFrequent(byChain, ({ amount }) => amount, MOST_CHAINS);
  const asked = { column: noticeColumn(source, 'chainCode'), plain: plainCriteria([...byChain.keys()]) };
  for (const [index, name] of shown.entries()) {
    const row = firstRow + index;
    grid.row(row, LEFT, [{ ...label(name || summary.unnamed), format: 'text' }, ...namedCells(source, asked, cellAt(row, LEFT), name, byChain.get(name)!)]);
  }
  let row = firstRow + shown.length;
  if (rest.length > 0) {
    grid.row(row, LEFT, [label(summary.others(rest.length)), ...restCells(source, { firstRow, row, column: COUNT }, sumOf(byChain, rest))]);
    row++;
  }
  return totalled(source, grid, firstRow, row, sumOf(byChain, [...byChain.keys()]));
}

/** The money to expect on each day: the only figure to hold against the bank's statement. Below it, what the bank may credit besides. */
export function dateTable(source: Source, figures: Figures, grid: Grid, top: number): DateTable {
  const table = expectedMoney(source, figures, grid, top);
  const held = noticeSums(source, () => NO_DAY, HELD).get(NO_DAY);
  if (held === undefined) return table;
  const row = table.end;
  grid.row(row, LEFT, [label(source.sheetWords.summary.heldMoney), ...restCells(source, { firstRow: row, row, column: COUNT }, held, 'held')]);
  return { ...table, end: row + 1 };
}

function expectedMoney(source: Source, { byTransferDate }: Figures, grid: Grid, top: number): DateTable {
  const { summary } = source.sheetWords;
  grid.title(top, LEFT, summary.byTransferDate);
  if (byTransferDate.size === 0) return { ...nothing(grid, top, summary.noConfirmed), days: [] };
  grid.header(top + 1, LEFT, [summary.transferDateHeader, summary.confirmedCount, summary.expectedMoney]);
  const all = [...byTransferDate.keys()].filter((day) => day !== NO_DAY).sort((a, b) => a - b);
  const days = all.slice(-MOST_DAYS);
  const earlier = all.slice(0, all.length - days.length);
  const tableRow = top + 2;
  const firstRow = tableRow + (earlier.length > 0 ? 1 : 0);
  if (earlier.length > 0) {
    grid.row(tableRow, LEFT, [dayLabel(summary.earlierThan(days[0]!)), ...dayCells(source, `"<"&${cellAt(firstRow, LEFT)}`, sumOf(byTransferDate, earlier))]);
  }
  for (const [index, day] of days.entries()) {
    const row = firstRow + index;
    grid.row(row, LEFT, [dayLabel(excelSerialOf(day)), ...dayCells(source, cellAt(row, LEFT), byTransferDate.get(day)!)]);
  }
  let row = firstRow + days.length;
  if (byTransferDate.has(NO_DAY)) {
    grid.row(row, LEFT, [label(summary.noTransferDate), ...restCells(source, { firstRow: tableRow, row, column: COUNT }, byTransferDate.get(NO_DAY)!)]);
    row++;
  }
  return { ...totalled(source, grid, tableRow, row, sumOf(byTransferDate, [...byTransferDate.keys()])), firstRow, days };
}

/** In `Figures.byTransferDate`: 収納明細 shows no date. */
export const NO_DAY = 0;

function nothing(grid: Grid, top: number, text: string): Placed {
  grid.note(top + 1, LEFT, text);
  return { firstRow: top + 2, end: top + 2 };
}

/** Confirmed notices that bring money because they count for their slip, or may bring some although they are held. */
export type MoneyUse = 'counts' | 'held';

function confirmed(source: Source, use: MoneyUse): Question['also'] {
  const { words, sheetWords } = source;
  return [
    { column: noticeColumn(source, 'kind'), criterion: textLiteral(words.noticeKinds.confirmed) },
    { column: noticeColumn(source, 'use'), criterion: textLiteral(sheetWords.uses[use]) },
  ];
}
const conditions = (also: Question['also']): string => also.map(({ column, criterion }) => `${column},${criterion}`).join(',');

/** A column of 収納明細, and those of its names that COUNTIFS finds. */
export interface AskedColumn {
  readonly column: string;
  readonly plain: ReadonlySet<string>;
}

/** The money that comes under a name of 収納明細, which the cell at `address` shows; '' where 収納明細 has none. */
export function namedCells(source: Source, { column, plain }: AskedColumn, address: string, name: string, figures: NoticeFigures): GridCell[] {
  const question: Question = { column, label: name === '' ? '""' : `$${address}`, isPlain: plain.has(name), also: confirmed(source, 'counts') };
  return [count(countFormula(question), figures.count), yen(sumFormula(noticeColumn(source, 'amount'), question), figures.amount)];
}

/** The money of the days that meet the criterion. */
export function dayCells(source: Source, criterion: string, figures: NoticeFigures, use: MoneyUse = 'counts'): GridCell[] {
  const asked = conditions([...confirmed(source, use), { column: noticeColumn(source, 'transferDate'), criterion }]);
  return [count(`COUNTIFS(${asked})`, figures.count), yen(`SUMIFS(${noticeColumn(source, 'amount')},${asked})`, figures.amount)];
}

export const dayLabel = (day: Cell): GridCell => ({ cell: day, format: 'date', align: 'center' });

/** Where a row stands below the first of its table, and in which column its count; the amount is next to it. */
export interface RestPlace {
  readonly firstRow: number;
  readonly row: number;
  readonly column: number;
}

/** All the money, less that of the rows above. */
export function restCells(source: Source, { firstRow, row, column }: RestPlace, figures: NoticeFigures, use: MoneyUse = 'counts'): GridCell[] {
  const all = conditions(confirmed(source, use));
  const less = (from: number): string => (row === firstRow ? '' : `-${sumAbove(firstRow, row, from)}`);
  return [count(`COUNTIFS(${all})${less(column)}`, figures.count), yen(`SUMIFS(${noticeColumn(source, 'amount')},${all})${less(column + 1)}`, figures.amount)];
}

export const totalCells = ({ firstRow, row, column }: RestPlace, figures: NoticeFigures): GridCell[] => [
  count(sumAbove(firstRow, row, column), figures.count),
  yen(sumAbove(firstRow, row, column + 1), figures.amount),
];

function totalled({ sheetWords }: Source, grid: Grid, firstRow: number, row: number, figures: NoticeFigures): Placed {
  grid.total(row, LEFT, [label(sheetWords.summary.total), ...totalCells({ firstRow, row, column: COUNT }, figures)]);
  return { firstRow, end: row + 1 };
}

export function sumOf<K>(figures: ReadonlyMap<K, NoticeFigures>, keys: readonly K[]): NoticeFigures {
  const sum = { count: 0, amount: 0 };
  for (const key of keys) {
    sum.count += figures.get(key)!.count;
    sum.amount += figures.get(key)!.amount;
  }
  return sum;
}
